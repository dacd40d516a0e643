#pragma once

#include "core/kube/watch.h"
#include "ui/practice/session.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace widgets {
class Badge;
class Chip;
class FlowLayout;
} // namespace widgets

namespace practice {

/// What happened, to whom, and how long ago by the cluster's clock; begins a rehearsal and gives it up.
class StoryCard : public widgets::Card
{
    Q_OBJECT
public:
    explicit StoryCard(Session& session, QWidget* parent = nullptr);

    void showScenario(const Scenario& scenario);
    /// What is there now; those that the story names are one click away.
    void setDeployments(const QList<kube::ObjectKey>& deployments);

signals:
    void startRequested(); ///< this one, from its beginning
    void openRequested(const kube::ObjectKey& deployment);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void refresh();
    void showStage();
    void showActions();
    void showAffected();
    void showClock();

    Session& m_session;
    Scenario m_scenario;
    QList<kube::ObjectKey> m_deployments, m_affected;
    widgets::Badge* m_stage;
    widgets::Chip* m_difficulty;
    widgets::PlainLabel* m_story;
    QWidget* m_links;
    widgets::PlainLabel* m_elapsed;
    widgets::PlainLabel* m_clockHint;
    widgets::PlainLabel* m_speedLabel;
    QWidget* m_clock;
    QList<std::pair<widgets::Chip*, double>> m_speeds;
    QPushButton* m_start;
    QPushButton* m_giveUp;
};

/// Pure: those of `deployments` whose name stands in `text` as a word of its own.
QList<kube::ObjectKey> namedIn(const QString& text, const QList<kube::ObjectKey>& deployments);

} // namespace practice
