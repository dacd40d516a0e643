#pragma once

#include "core/base/environment.h"
#include "core/base/observed.h"
#include "core/flink/restclient.h"
#include "core/kube/accessreview.h"
#include "core/plans/intent.h"
#include "core/plans/outlook.h"
#include "core/workflow/journal.h"

#include <QObject>

#include <memory>

namespace plans {

/// Where operations act, and what the user has decided about it. What it points to must outlive who uses it.
struct Site
{
    kube::Api* api = nullptr;
    /// The Flink cluster of a FlinkDeployment, through the API server.
    std::function<std::unique_ptr<flink::RestClient>(const kube::ObjectKey& cluster)> rest;
    QString context;
    base::Environment environment = base::Environment::Unset;
    bool isProtected = false; ///< writes are refused where they are sent
    const workflow::Journal* journal = nullptr;
};

/// A right that an operation needs.
struct NeededRight
{
    kube::AccessQuestion question;
    kube::Permission permission;
};

/// What is known before an operation begins.
struct Survey
{
    Intent intent;
    Prospect prospect;
    manifest::Effect effect;                  ///< of the change of the spec
    std::optional<bool> hasSnapshotResources; ///< served, and the operator looks after them
    bool needsNewObject = false;              ///< it is deleted and made anew with the change
    QList<NeededRight> rights;
    std::optional<workflow::Operation> other; ///< that is at the object, or was interrupted there
    QList<workflow::Operation> earlier;       ///< at this object, that have succeeded
    std::optional<QList<QJsonObject>> quotas; ///< ResourceQuotas of the namespace; nothing: they could not be listed
    base::Observed<QList<flink::JobOverview>> jobs;
    base::Observed<flink::CheckpointHistory> checkpoints;

    const QJsonObject& live() const { return *prospect.live; }
    manifest::LiveObject object() const; ///< the same, understood
    kube::ObjectKey cluster() const;     ///< the FlinkDeployment whose Flink it is about
    /// The run of the job that the object names now; nothing: none, or not known.
    std::optional<flink::JobOverview> job() const;
};

/// Asks for all of it, in parallel as far as one question does not hang on another. Changes nothing.
class Surveying : public QObject
{
    Q_OBJECT
public:
    Surveying(const Site& site, Intent intent, QObject* parent = nullptr);

    /// finished() or failed() follows, once.
    void start();

signals:
    void finished(const plans::Survey& survey);
    void failed(const base::Error& error); ///< the object could not be read

private:
    void askOutlook();
    void askAround();
    void readJournal();
    void askQuotas();
    void askFlink();
    void askCheckpoints();
    void finishOne();

    const Site m_site;
    Survey m_survey;
    std::unique_ptr<Outlook> m_outlook;
    std::unique_ptr<flink::RestClient> m_rest;
    int m_open = 0;
};

} // namespace plans
