#pragma once

#include "core/kube/watch.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace support {

/// One object as an API server sends it; `value` stands in spec.value.
struct KubeObject
{
    QString name;
    QString version = QStringLiteral("1");
    QString uid = {}; ///< empty: "uid-NAME"
    QString value = {};
    QString nameSpace = QStringLiteral("default");

    QByteArray json() const;
};

/// A page of a list, with the keys in the order in which servers send them for custom resources.
QByteArray listJson(const QList<KubeObject>& objects, const QString& version, const QString& continueToken = {});
/// One line of a watch, line break included.
QByteArray eventJson(const QByteArray& type, const KubeObject& object);
QByteArray bookmarkJson(const QString& version);
QByteArray statusJson(int code, const QString& reason, const QString& message = QStringLiteral("because"),
                      const QByteArray& details = "{}");
/// The same inside a watch.
QByteArray errorEventJson(int code, const QString& reason);

/// Takes spec.value out of an object; fails where it is "undecodable".
kube::Decode valueDecoder();
QString valueOf(const kube::Item& item);

/// "add a", "change b": all that a watch told, and its view of the collection.
class WatchRecorder : public QObject
{
    Q_OBJECT
public:
    explicit WatchRecorder(kube::Watch& watch);

    QStringList names() const; ///< sorted, as "name@version"
    QStringList told;          ///< "listed 2", "applied a@3", "deleted a"
    QList<kube::Watch::State> states;

private:
    QHash<kube::ObjectKey, kube::Item> m_items;
};

/// Pauses of about a millisecond, limits far away.
kube::WatchTimes quickTimes();

} // namespace support
