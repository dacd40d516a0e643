#include "core/kube/approvals.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

constexpr qint64 largestFile = 1024 * 1024;

Approved fromJson(const QJsonObject& json)
{
    return {QByteArray::fromHex(json["fingerprint"_L1].toString().toLatin1()), json["context"_L1].toString(),
            json["command"_L1].toString(), QDateTime::fromString(json["at"_L1].toString(), Qt::ISODate)};
}

QJsonObject toJson(const Approved& approved)
{
    return {{u"fingerprint"_s, QString::fromLatin1(approved.fingerprint.toHex())},
            {u"context"_s, approved.contextName},
            {u"command"_s, approved.command},
            {u"at"_s, approved.at.toString(Qt::ISODate)}};
}

} // namespace

Approvals::Approvals(QString path)
    : m_path(std::move(path))
{
    if (m_path.isEmpty())
        m_path = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/drey/approvals.json"_s;
}

bool Approvals::isApproved(const PluginRun& run) const
{
    const QList<Approved> known = all();
    return !run.fingerprint.isEmpty() &&
           std::ranges::find(known, run.fingerprint, &Approved::fingerprint) != known.end();
}

QList<Approved> Approvals::all() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Approved> known;
    const QJsonArray entries = QJsonDocument::fromJson(file.read(largestFile)).object()["approved"_L1].toArray();
    for (const QJsonValue& entry : entries) {
        const Approved approved = fromJson(entry.toObject());
        if (!approved.fingerprint.isEmpty())
            known.append(approved);
    }
    return known;
}

base::Result<base::Ok> Approvals::remember(const PluginRun& run) const
{
    QList<Approved> known = all();
    known.removeIf([&](const Approved& one) { return one.fingerprint == run.fingerprint; });
    known.append({run.fingerprint, run.contextName, run.resolvedCommand, QDateTime::currentDateTimeUtc()});
    return write(known);
}

base::Result<base::Ok> Approvals::forget(const QByteArray& fingerprint) const
{
    QList<Approved> known = all();
    known.removeIf([&](const Approved& one) { return one.fingerprint == fingerprint; });
    return write(known);
}

base::Result<base::Ok> Approvals::write(const QList<Approved>& all) const
{
    QJsonArray entries;
    for (const Approved& approved : all)
        entries.append(toJson(approved));
    QSaveFile file(m_path);
    const bool written = QDir().mkpath(QFileInfo(m_path).path()) && file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(QJsonDocument(QJsonObject{{u"approved"_s, entries}}).toJson()) >= 0 &&
                         file.commit();
    if (written)
        return base::Ok();
    base::Error error;
    error.kind = base::Error::Kind::Configuration;
    error.message =
        Text::tr("Your approval could not be saved: you will be asked again. Check the folder and the free space.");
    error.detail = m_path + u": "_s + file.errorString();
    return error;
}

} // namespace kube
