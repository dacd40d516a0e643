#pragma once

#include "core/flink/rest.h"
#include "core/kube/refusal.h"
#include "core/kube/watch.h"
#include "core/manifest/effect.h"
#include "core/plans/specchange.h"
#include "core/plans/target.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <optional>

namespace plans {

/// What a cluster says about a manifest, or another change of an object, before it is made.
struct Prospect
{
    Target target;
    SpecChange change;                  ///< that was asked about; empty: a manifest was
    std::optional<QJsonObject> live;    ///< nothing: there is no such object
    std::optional<QJsonObject> planned; ///< what a dry run makes of it; nothing: it could not be had
    QList<kube::Cause> conflicts;       ///< fields that belong to others
    std::optional<base::Error> refusal; ///< the server, or a webhook, would not take it
    manifest::Surroundings around;
    QStringList doubts;   ///< what could not be asked; one sentence each
    QDateTime observedAt; ///< UTC

    /// The object as it would be afterwards; the change, or `manifest`, laid over it where there was no dry run.
    QJsonObject wantedOf(const QJsonObject& manifest) const;
    /// `manifest` laid over the object counts where there was no dry run.
    manifest::Effect effectOf(const QJsonObject& manifest) const;
    /// If it were deleted and made anew with the change.
    manifest::Effect effectOfNewObject() const;
    /// What would be different in the object, as a merge patch; what the API server writes itself is left out. Empty:
    /// nothing, or there is no such object.
    QJsonObject patchOf(const QJsonObject& manifest) const;

private:
    QString refusalText() const;
};

/// Asks a cluster once about one manifest, or one change of an object: the object as it is, what a dry run makes of it,
/// and what the operator would look at. Changes nothing.
class Outlook : public QObject
{
    Q_OBJECT
public:
    /// Asks Flink for the checkpoints of a job of that deployment; without it nobody does.
    using Checkpoints = std::function<void(const kube::ObjectKey& cluster, const QString& job, QObject* context,
                                           std::function<void(base::Result<flink::CheckpointHistory>)> done)>;

    /// What is to be changed of the object as it is.
    using Change = std::function<SpecChange(const QJsonObject& live)>;

    Outlook(kube::Api& api, QJsonObject manifest, Checkpoints checkpoints, QObject* parent = nullptr);
    /// `object`: kind and name are enough.
    Outlook(kube::Api& api, QJsonObject object, Change change, Checkpoints checkpoints, QObject* parent = nullptr);

    /// `nameSpace`: where the manifest belongs if it does not say. finished() or failed() follows, once.
    void start(const QString& nameSpace);

signals:
    void finished(const plans::Prospect& prospect);
    void failed(const base::Error& error); ///< the object itself could not be asked for

private:
    using Json = base::Result<QJsonObject>;

    void askObject();
    void askAround();
    void askHaMetadata();
    void askJobManager();
    void askSession();
    void askSessionJobs();
    void askCheckpoints();
    void rehearse(Conflicts conflicts);
    void rehearseChange();
    void takeRehearsal(const base::Result<http::Answer>& answer, Conflicts conflicts);
    void takePlanned(const http::Answer& answer);
    void takeRefusal(const base::Error& error);
    void takeCheckpoints(const flink::CheckpointHistory& history);
    void get(const kube::ResourceType& type, const QString& name, std::function<void(const Json&)> take);
    void list(const kube::ResourceType& type, const QString& labels, std::function<void(const Json&)> take);
    void finishOne();

    kube::Api& m_api;
    const QJsonObject m_manifest;
    const Change m_change; ///< null: the manifest is to be applied
    const Checkpoints m_checkpoints;
    std::optional<manifest::LiveObject> m_live;
    Prospect m_prospect;
    int m_open = 0;
};

} // namespace plans
