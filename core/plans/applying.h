#pragma once

#include "core/kube/refusal.h"
#include "core/plans/applyrecord.h"
#include "core/plans/target.h"

#include <QMap>
#include <QObject>

#include <optional>

namespace plans {

/// What a dry run said.
struct RehearsedApply
{
    Target target;
    std::optional<QJsonObject> live;   ///< nothing: the object would be made
    QJsonObject planned;               ///< as it would be afterwards, fields of others taken over
    QMap<QString, QJsonValue> changes; ///< by place, what would be written; undefined: removed
    QList<kube::Cause> conflicts;      ///< fields that belong to others: to be taken over, or left alone

    friend bool operator==(const RehearsedApply&, const RehearsedApply&) = default;
};

/// How it ended.
struct AppliedOutcome
{
    ApplyState state = ApplyState::Unknown;
    std::optional<base::Error> error;  ///< why it was not done, or why nobody knows
    std::optional<QJsonObject> object; ///< as it was read back
    qint64 generation = 0;             ///< of it
};

/// Applies one manifest: rehearses it on the server, waits for a yes, writes down what is about to be done, does it,
/// looks whether it is done, and writes that down. What was agreed to is done and nothing else: if the object has
/// changed meanwhile, the change is merged, and if that makes another one of it, it has to be agreed to again.
class Applying : public QObject
{
    Q_OBJECT
public:
    enum class State {
        New,
        Rehearsing,
        Ready,   ///< rehearsed: apply() may be called, or rehearse() once more
        Sending, ///< must not be interrupted: the outcome would be unknown
        Verifying,
        Over,
    };

    /// `context`: for the record. The record must outlive it.
    Applying(kube::Api& api, QString context, const QJsonObject& manifest, ApplyRecord& record,
             QObject* parent = nullptr);

    State state() const { return m_state; }

    /// `nameSpace`: where the manifest belongs if it does not say. rehearsed() or refused() follows.
    void rehearse(const QString& nameSpace);
    /// In State::Ready only. Conflicts::TakeOver: fields of others may be taken that the rehearsal named. finished()
    /// follows, or rehearsed() once more.
    void apply(Conflicts conflicts);

signals:
    void rehearsed(const plans::RehearsedApply& rehearsal);
    void refused(const base::Error& error); ///< nothing was done; rehearse() may be called again
    void finished(const plans::AppliedOutcome& outcome);

private:
    using Then = std::function<void(const RehearsedApply&)>;

    void askObject(const Target& target, Then then);
    void dryRun(RehearsedApply rehearsal, Conflicts conflicts, Then then);
    void take(RehearsedApply rehearsal, const QJsonObject& planned, const Then& then);
    void send();
    void answered(const base::Result<http::Answer>& answer);
    void merge();
    void verify(const std::optional<base::Error>& doubt);
    void judge(const QJsonObject& object, const std::optional<base::Error>& doubt);
    void refuse(const base::Error& error);
    void finish(AppliedOutcome outcome);

    kube::Api& m_api;
    const QString m_context;
    const QJsonObject m_manifest;
    ApplyRecord& m_record;
    State m_state = State::New;
    RehearsedApply m_agreed;
    Conflicts m_conflicts = Conflicts::Refuse;
    QString m_entry; ///< of the record
    int m_merges = 0;
};

/// Values that differ, by place; what the API server itself keeps (status, managedFields, versions) does not count.
QMap<QString, QJsonValue> differences(const QJsonObject& before, const QJsonObject& after);

} // namespace plans
