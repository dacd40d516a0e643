#include "core/plans/applying.h"

#include "core/manifest/spec.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plans {

namespace {

using base::Error;

/// An operator writes the status of its objects all the time, and each time they get another version.
constexpr int mostMerges = 8;
constexpr int deepest = 100;

void compare(const QStringList& path, const QJsonValue& before, const QJsonValue& after,
             QMap<QString, QJsonValue>& into)
{
    if (before == after)
        return;
    const QJsonObject old = before.toObject(), now = after.toObject();
    if (!before.isObject() || !after.isObject() || path.size() > deepest) {
        into.insert(manifest::pathText(path), after);
        return;
    }
    QStringList keys = old.keys() + now.keys();
    keys.removeDuplicates();
    for (const QString& key : std::as_const(keys))
        compare(path + QStringList(key), old.value(key), now.value(key), into);
}

QString versionOf(const QJsonObject& object)
{
    return manifest::at(object, {u"metadata", u"resourceVersion"}).toString();
}

QJsonObject withVersion(QJsonObject manifest, const QString& version)
{
    QJsonObject metadata = manifest.value(u"metadata").toObject();
    metadata.insert(u"resourceVersion"_s, version);
    manifest.insert(u"metadata"_s, metadata);
    return manifest;
}

bool isRefusal(const Error& error)
{
    return error.httpStatus >= 400 || error.kind == Error::Kind::Protected;
}

} // namespace

QMap<QString, QJsonValue> differences(const QJsonObject& before, const QJsonObject& after)
{
    QMap<QString, QJsonValue> found;
    compare({}, applicable(before), applicable(after), found);
    return found;
}

Applying::Applying(kube::Api& api, QString context, const QJsonObject& manifest, ApplyRecord& record, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_context(std::move(context))
    , m_manifest(applicable(manifest))
    , m_record(record)
{
}

void Applying::rehearse(const QString& nameSpace)
{
    m_state = State::Rehearsing;
    locate(m_api, m_manifest, nameSpace, this, [this](const base::Result<Target>& target) {
        if (!target)
            return refuse(target.error());
        askObject(*target, [this](const RehearsedApply& rehearsal) {
            m_agreed = rehearsal;
            m_state = State::Ready;
            emit rehearsed(rehearsal);
        });
    });
}

void Applying::askObject(const Target& target, Then then)
{
    m_api.getJson(target.path().path(), this,
                  [this, target, then = std::move(then)](const base::Result<QJsonObject>& object) {
                      const bool isAbsent = !object && object.error().kind == Error::Kind::NotFound;
                      if (!object && (!isAbsent || kube::isTypeMissing(object.error())))
                          return refuse(object.error());
                      RehearsedApply rehearsal;
                      rehearsal.target = target;
                      if (object)
                          rehearsal.live = *object;
                      dryRun(rehearsal, Conflicts::Refuse, then);
                  });
}

/// First as it would be done, then, where that takes fields of others, as if they were taken over.
void Applying::dryRun(RehearsedApply rehearsal, Conflicts conflicts, Then then)
{
    const http::Request request = applyRequest(rehearsal.target, m_manifest, Rehearsal::DryRun, conflicts);
    m_api.send(request, this, [this, rehearsal, conflicts, then](const base::Result<http::Answer>& answer) mutable {
        if (answer)
            return take(rehearsal, QJsonDocument::fromJson(answer->body).object(), then);
        const bool isConflict = kube::refusalOf(answer.error()) == kube::Refusal::ApplyConflict;
        if (!isConflict || conflicts == Conflicts::TakeOver)
            return refuse(answer.error());
        rehearsal.conflicts = kube::causesOf(answer.error());
        dryRun(rehearsal, Conflicts::TakeOver, then);
    });
}

void Applying::take(RehearsedApply rehearsal, const QJsonObject& planned, const Then& then)
{
    rehearsal.planned = planned;
    rehearsal.changes = differences(rehearsal.live.value_or(QJsonObject()), planned);
    then(rehearsal);
}

void Applying::apply(Conflicts conflicts)
{
    if (m_state != State::Ready)
        return;
    m_conflicts = m_agreed.conflicts.isEmpty() ? Conflicts::Refuse : conflicts;
    AppliedEntry entry;
    entry.context = m_context;
    entry.target = m_agreed.target;
    entry.isTakeOver = m_conflicts == Conflicts::TakeOver;
    entry.versionBefore = m_agreed.live ? versionOf(*m_agreed.live) : QString();
    entry.manifest = m_manifest;
    const auto id = m_record.begin(entry);
    if (!id)
        return refuse(id.error());
    m_entry = *id;
    m_merges = 0;
    send();
}

void Applying::send()
{
    m_state = State::Sending;
    const QJsonObject body = m_agreed.live ? withVersion(m_manifest, versionOf(*m_agreed.live)) : m_manifest;
    m_api.send(applyRequest(m_agreed.target, body, Rehearsal::Real, m_conflicts), this,
               [this](const base::Result<http::Answer>& answer) { answered(answer); });
}

void Applying::answered(const base::Result<http::Answer>& answer)
{
    if (answer)
        return verify(std::nullopt);
    const Error& error = answer.error();
    if (error.kind == Error::Kind::OutcomeUnknown)
        return verify(error);
    // A conflict that the rehearsal did not name has come up since then.
    const kube::Refusal refusal = kube::refusalOf(error);
    const bool isOutrun = refusal == kube::Refusal::VersionConflict ||
                          (refusal == kube::Refusal::ApplyConflict && m_agreed.conflicts.isEmpty());
    if (isOutrun && m_merges < mostMerges)
        return merge();
    finish({isRefusal(error) ? ApplyState::Refused : ApplyState::Failed, error, std::nullopt, 0});
}

/// Somebody was faster. What was agreed to is done to the object as it is now, if it is still the same.
void Applying::merge()
{
    ++m_merges;
    askObject(m_agreed.target, [this](const RehearsedApply& again) {
        const bool isSame = again.changes == m_agreed.changes && again.conflicts == m_agreed.conflicts;
        if (isSame) {
            m_agreed = again;
            return send();
        }
        Error error{Error::Kind::Conflict, tr("The object has changed meanwhile, and so has what applying would do.")};
        static_cast<void>(m_record.end(m_entry, ApplyState::Refused, 0, error.message));
        m_entry.clear();
        m_agreed = again;
        m_state = State::Ready;
        emit rehearsed(again);
    });
}

void Applying::verify(const std::optional<Error>& doubt)
{
    m_state = State::Verifying;
    m_api.getJson(m_agreed.target.path().path(), this, [this, doubt](const base::Result<QJsonObject>& object) {
        if (object)
            return judge(*object, doubt);
        // It was taken; that it cannot be looked at does not make it undone.
        const ApplyState state = doubt ? ApplyState::Unknown : ApplyState::Applied;
        finish({state, doubt ? doubt : object.error(), std::nullopt, 0});
    });
}

void Applying::judge(const QJsonObject& object, const std::optional<Error>& doubt)
{
    const QMap<QString, QJsonValue> missing = differences(object, m_agreed.planned);
    const bool isThere = std::none_of(m_agreed.changes.keyBegin(), m_agreed.changes.keyEnd(),
                                      [&](const QString& place) { return missing.contains(place); });
    const QJsonArray managers = manifest::at(object, {u"metadata", u"managedFields"}).toArray();
    const bool isOurs = std::any_of(managers.begin(), managers.end(), [](const QJsonValue& entry) {
        return entry[u"manager"].toString() == fieldManager && entry[u"operation"].toString() == u"Apply";
    });
    ApplyState state = isThere && isOurs ? ApplyState::Applied : ApplyState::Overwritten;
    if (doubt && state != ApplyState::Applied)
        state = ApplyState::Unknown;
    else if (state == ApplyState::Applied && m_agreed.changes.isEmpty())
        state = ApplyState::Unchanged;
    const qint64 generation = manifest::at(object, {u"metadata", u"generation"}).toInteger();
    finish({state, state == ApplyState::Unknown ? doubt : std::nullopt, object, generation});
}

void Applying::refuse(const Error& error)
{
    if (!m_entry.isEmpty())
        return finish({ApplyState::Refused, error, std::nullopt, 0});
    m_state = State::New;
    emit refused(error);
}

void Applying::finish(AppliedOutcome outcome)
{
    const QString message = outcome.error ? outcome.error->message : QString();
    const auto written = m_record.end(m_entry, outcome.state, outcome.generation, message);
    if (!written && !outcome.error)
        outcome.error = written.error();
    m_entry.clear();
    m_state = State::Over;
    emit finished(outcome);
}

} // namespace plans
