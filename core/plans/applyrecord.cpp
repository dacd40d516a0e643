#include "core/plans/applyrecord.h"

#include "core/base/linefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace plans {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(plans::Text)
};

using base::Error;

constexpr std::array<std::pair<ApplyState, QStringView>, 6> words{{{ApplyState::Applied, u"applied"},
                                                                   {ApplyState::Unchanged, u"unchanged"},
                                                                   {ApplyState::Overwritten, u"overwritten"},
                                                                   {ApplyState::Refused, u"refused"},
                                                                   {ApplyState::Failed, u"failed"},
                                                                   {ApplyState::Unknown, u"unknown"}}};
constexpr qint64 mostBytes = 64LL * 1024 * 1024; ///< of the file that are read

QString wordOf(ApplyState state)
{
    return std::ranges::find(words, state, &std::pair<ApplyState, QStringView>::first)->second.toString();
}

std::optional<ApplyState> stateOf(const QString& word)
{
    const auto found = std::ranges::find(words, QStringView(word), &std::pair<ApplyState, QStringView>::second);
    return found == words.end() ? std::nullopt : std::optional(found->first);
}

QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime timeOf(const QJsonValue& value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

Error unwritable(const QString& file, const QString& why)
{
    return {
        Error::Kind::Configuration,
        Text::tr("What is about to be applied cannot be written down in '%1', so nothing was done: %2").arg(file, why)};
}

QJsonObject lineOf(const AppliedEntry& entry)
{
    return {{u"event"_s, u"begin"_s},
            {u"id"_s, entry.id},
            {u"at"_s, timeText(entry.begunAt)},
            {u"context"_s, entry.context},
            {u"group"_s, entry.target.type.group},
            {u"version"_s, entry.target.type.version},
            {u"plural"_s, entry.target.type.plural},
            {u"kind"_s, entry.target.kind},
            {u"namespace"_s, entry.target.nameSpace},
            {u"name"_s, entry.target.name},
            {u"takeOver"_s, entry.isTakeOver},
            {u"resourceVersionBefore"_s, entry.versionBefore},
            {u"manifest"_s, withoutSecrets(entry.manifest)}};
}

AppliedEntry entryOf(const QJsonObject& line)
{
    AppliedEntry entry;
    entry.id = line[u"id"].toString();
    entry.begunAt = timeOf(line[u"at"]);
    entry.context = line[u"context"].toString();
    entry.target = {{line[u"group"].toString(), line[u"version"].toString(), line[u"plural"].toString()},
                    line[u"kind"].toString(),
                    line[u"namespace"].toString(),
                    line[u"name"].toString()};
    entry.isTakeOver = line[u"takeOver"].toBool();
    entry.versionBefore = line[u"resourceVersionBefore"].toString();
    entry.manifest = line[u"manifest"].toObject();
    return entry;
}

bool isSecretKey(const QString& key)
{
    // What Flink hides itself (GlobalConfiguration).
    constexpr std::array<QStringView, 11> parts{u"password",   u"secret",      u"fs.azure.account.key", u"apikey",
                                                u"api-key",    u"auth-params", u"service-key",          u"token",
                                                u"basic-auth", u"jaas.config", u"http-headers"};
    return std::ranges::any_of(parts, [&](QStringView part) { return key.contains(part, Qt::CaseInsensitive); });
}

QJsonValue masked(const QString& key, const QJsonValue& value, int depth)
{
    constexpr int deepest = 64;
    if (depth > deepest)
        return QJsonValue::Null;
    if (value.isArray()) {
        QJsonArray items;
        for (const QJsonValue& item : value.toArray())
            items.append(masked(key, item, depth + 1));
        return items;
    }
    if (!value.isObject())
        return isSecretKey(key) && value.isString() ? QJsonValue(secretMask.toString()) : value;
    QJsonObject made;
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        made.insert(entry.key(), masked(entry.key(), entry.value(), depth + 1));
    return made;
}

} // namespace

QJsonObject withoutSecrets(const QJsonObject& manifest)
{
    QJsonObject made = manifest;
    if (manifest.value(u"kind").toString() == u"Secret") {
        for (const QString& field : {u"data"_s, u"stringData"_s}) {
            QJsonObject hidden;
            const QStringList keys = manifest.value(field).toObject().keys();
            for (const QString& key : keys)
                hidden.insert(key, secretMask.toString());
            if (manifest.contains(field))
                made.insert(field, hidden);
        }
    }
    for (const QString& field : {u"spec"_s, u"data"_s}) {
        if (made.contains(field))
            made.insert(field, masked({}, made.value(field), 0));
    }
    return made;
}

QString ApplyRecord::usualFile()
{
    return base::stateFolder() + u"/applied.jsonl"_s;
}

base::Result<QString> ApplyRecord::begin(const AppliedEntry& entry)
{
    AppliedEntry begun = entry;
    begun.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    begun.begunAt = QDateTime::currentDateTimeUtc();
    if (const auto written = append(lineOf(begun)); !written)
        return written.error();
    return begun.id;
}

base::Result<base::Ok> ApplyRecord::end(const QString& id, ApplyState state, qint64 generation, const QString& message)
{
    return append({{u"event"_s, u"end"_s},
                   {u"id"_s, id},
                   {u"at"_s, timeText(QDateTime::currentDateTimeUtc())},
                   {u"state"_s, wordOf(state)},
                   {u"generation"_s, generation},
                   {u"message"_s, message}});
}

base::Result<base::Ok> ApplyRecord::append(const QJsonObject& line) const
{
    const auto written = base::appendLine(m_file, QJsonDocument(line).toJson(QJsonDocument::Compact));
    return written ? written : unwritable(m_file, written.error().message);
}

QList<AppliedEntry> ApplyRecord::entries() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<AppliedEntry> entries;
    QHash<QString, qsizetype> places;
    const QList<QByteArray> lines = file.read(mostBytes).split('\n');
    for (const QByteArray& text : lines) {
        const QJsonObject line = QJsonDocument::fromJson(text).object();
        const QString id = line[u"id"].toString();
        if (line[u"event"].toString() == u"begin" && !id.isEmpty()) {
            places.insert(id, entries.size());
            entries.append(entryOf(line));
        } else if (const auto place = places.constFind(id); place != places.cend()) {
            AppliedEntry& entry = entries[*place];
            entry.state = stateOf(line[u"state"].toString());
            entry.endedAt = timeOf(line[u"at"]);
            entry.generation = line[u"generation"].toInteger();
            entry.message = line[u"message"].toString();
        }
    }
    return entries;
}

} // namespace plans
