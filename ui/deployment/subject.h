#pragma once

#include "core/flink/connection.h"
#include "core/health/inquiry.h"
#include "core/health/restore.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace deployment {

/// What a page is about: one FlinkDeployment of a context, or the cluster behind a bare Flink address. Holds its
/// watches and its observer while the page is looked at, and judges it anew when anything changes.
class Subject : public QObject
{
    Q_OBJECT
public:
    /// `connection` must outlive this.
    Subject(flink::Connection& connection, const kube::ObjectKey& key, QObject* parent = nullptr);
    ~Subject() override;

    flink::Connection& connection() const { return m_connection; }
    const kube::ObjectKey& key() const { return m_key; }
    bool isEndpoint() const;
    QString name() const; ///< safe to show

    /// Close attention while the page is shown, little while it is behind another.
    void setWatched(bool watched);
    void refresh();
    /// Judges anew, as after a change of language: the verdict is in words.
    void retell() { settle(); }

    /// The newest known state; null: never seen, or gone and never seen again.
    std::shared_ptr<const flink::Deployment> deployment() const { return m_deployment; }
    bool isGone() const { return m_isGone; } ///< it was there and is no more; what is shown is the last known
    const flink::ClusterView& view() const;
    flink::RestClient& rest() const;
    const kube::Store<flink::Pod>* pods() const { return m_pods.get(); }
    const kube::Store<flink::Event>* events();        ///< watched from the first call
    const kube::Store<flink::Deployment>* document(); ///< the same
    const health::Verdict& verdict() const { return m_verdict; }
    /// Where the job would restore from now; nothing is known of an endpoint's.
    const health::RestoreOutlook& restore() const { return m_restore; }

    /// The job that checkpoints and exceptions are shown of; empty: there is none.
    QString job() const { return m_job; }
    void chooseJob(const QString& id);
    const flink::JobOverview* jobOverview() const;

signals:
    void changed(); ///< gathered

private:
    void gather();
    void settle();
    void takeDeployment();
    void followJob();
    void askHighAvailability();
    health::Evidence evidence() const;

    flink::Connection& m_connection;
    kube::ObjectKey m_key;
    std::shared_ptr<const flink::Deployment> m_deployment; ///< before the inquiry, which asks for it
    health::Inquiry m_inquiry;
    std::shared_ptr<kube::Store<flink::Pod>> m_pods;
    std::shared_ptr<kube::Store<flink::Event>> m_events;
    std::shared_ptr<kube::Store<flink::Deployment>> m_document;
    health::Verdict m_verdict;
    base::Observed<QList<flink::HaPointer>> m_highAvailability;
    health::RestoreOutlook m_restore;
    QString m_job, m_chosenJob;
    QTimer m_gathering, m_ageing, m_haPolling;
    bool m_isGone = false;
};

/// The words for a source of the truth panel, translated.
QString wordOf(health::Source source);

} // namespace deployment
