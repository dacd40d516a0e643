#pragma once

#include "core/sim/documents/writes.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QUrlQuery>

namespace support {

/// A recorded exchange with a real API server: requests in order, each with its answer.
struct SimStep
{
    int number = 0;
    QString method;
    QString path; ///< of the URL, without query
    QUrlQuery query;
    QByteArray contentType;
    QByteArray accept;
    QByteArray userAgent;
    QByteArray body;
    QDateTime at;
    int code = 0;
    QJsonValue answer;
    QStringList warnings; ///< texts of Warning: 299
    QString unlike;       ///< why our answer is another one, where it is; empty: it is not
};

/// Where a path leads.
struct SimAddress
{
    QString group;
    QString version;
    QString ns;
    QString plural;
    QString name;
    QString subresource;

    QString key() const { return ns + u'/' + name; }
};
SimAddress simAddressOf(const QString& path);

QList<SimStep> simStory(const QString& name);
/// The kinds of the stories: the built-in ones, the test kind "Try", and those of Flink.
sim::Resources simStoryResources();

/// What an answer says, without what differs from server to server: uids, revisions, times, addresses, the order of
/// maps.
QJsonValue comparable(const QJsonValue& answer);

/// As much of an API server as the stories need: it keeps the objects, the functions under test do the rest.
class SimStoryServer
{
public:
    SimStoryServer();

    struct Reply
    {
        int code = 0;
        QJsonValue body;
        QStringList warnings;
    };
    Reply answer(const SimStep& step);
    /// Takes what the real server said for what is stored now.
    void believe(const SimStep& step);

private:
    Reply write(const SimStep& step, const sim::documents::Kind& kind, const SimAddress& address);
    Reply read(const SimStep& step, const sim::documents::Kind& kind, const SimAddress& address);
    std::vector<QJsonObject> listed(const sim::documents::Kind& kind, const SimAddress& address) const;

    sim::Resources m_resources;
    sim::documents::Kinds m_kinds;
    QMap<QString, QMap<QString, QJsonObject>> m_objects;
};

} // namespace support
