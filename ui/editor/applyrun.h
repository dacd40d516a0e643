#pragma once

#include "core/base/health.h"
#include "core/plans/applying.h"
#include "core/plans/confirmation.h"
#include "core/plans/outlook.h"
#include "ui/editor/clusters.h"
#include "ui/editor/document.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace editor {

/// Applies the documents of a text to one cluster: rehearses them all, waits for a yes, and does one after the other in
/// their order. It stops at the first that is not done, and asks again where another thing would be done than was
/// agreed to.
class ApplyRun : public QObject
{
    Q_OBJECT
public:
    /// One document of it.
    struct Item
    {
        enum class State {
            Waiting,    ///< not looked at yet
            Rehearsing, ///< the server is asked what it would do
            Ready,      ///< it is known
            Refused,    ///< it would not be done; it is tried once more when its turn comes
            Sending,
            Over, ///< there is an outcome
        };

        Document document;
        State state = State::Waiting;
        std::optional<plans::RehearsedApply> rehearsal;
        std::optional<plans::Prospect> prospect;   ///< of the operator's kinds: what the operator would look at
        manifest::Effect effect;                   ///< of that
        std::optional<base::Error> refusal, doubt; ///< why not; why its effect is not known
        std::optional<plans::AppliedOutcome> outcome;
        bool takesOver = false; ///< the user wants the fields of others
        bool hasMoved = false;  ///< another thing would be done than was agreed to: it needs another yes
        bool isAgreed = false;
        bool isChange() const { return rehearsal && (!rehearsal->live || !rehearsal->changes.isEmpty()); }
        bool isOpen() const { return !outcome; } ///< still to be done
    };

    enum class Stage { Planning, Asking, Applying, Over };

    /// `documents`: to be applied, in their order. The clusters and the record must outlive it.
    ApplyRun(const Clusters& clusters, const Cluster& cluster, const QList<Document>& documents,
             plans::ApplyRecord& record, QObject* parent = nullptr);
    ~ApplyRun() override;

    void start(); ///< rehearses all; may be called again while nothing is applied
    /// What was shown is to be done. Nothing happens while something stands in the way of it.
    void agree();
    void takeOver(int item, bool wanted);

    Stage stage() const { return m_stage; }
    const Cluster& cluster() const { return m_cluster; }
    const std::vector<Item>& items() const { return m_items; }
    bool isSending() const;                          ///< must not be interrupted
    bool hasStopped() const { return m_hasStopped; } ///< at one that was not done
    /// How much of a yes what is still to be done needs.
    plans::Confirmation confirmation() const;
    /// State is dropped for sure; otherwise it may be that nobody knows.
    bool isLossKnown() const;
    /// What has to be typed for it: the name of the one object at stake, or that of the cluster.
    QString nameToType() const;
    /// Why it may not be agreed to, in a sentence; empty: it may.
    QString obstacle() const;

signals:
    void changed();
    void applied(); ///< one more outcome is written down

private:
    Item& item(int index) { return m_items[static_cast<size_t>(index)]; }
    void rehearse(int index);
    void rehearsed(int index, const plans::RehearsedApply& rehearsal);
    void refused(int index, const base::Error& error);
    void askEffect(int index);
    void settle(int index);
    void planNext();
    void applyNext();
    void finished(int index, const plans::AppliedOutcome& outcome);
    void stop(Stage stage);
    void follow();

    const Clusters& m_clusters;
    Cluster m_cluster;
    plans::ApplyRecord& m_record;
    std::vector<Item> m_items;
    std::vector<std::unique_ptr<plans::Applying>> m_applying; ///< one an item, from its first rehearsal on
    std::unique_ptr<plans::Outlook> m_outlook;
    Stage m_stage = Stage::Planning;
    int m_current = -1;
    bool m_hasStopped = false;
};

/// "Applied", "Not applied: …": how it ended, in a sentence, safe to show.
QString outcomeText(const plans::AppliedOutcome& outcome);
base::Health familyOf(plans::ApplyState state);
/// "applied", "unknown", …: a word for a list.
QString wordOf(plans::ApplyState state);

} // namespace editor
