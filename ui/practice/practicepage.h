#pragma once

#include "ui/practice/session.h"

#include "core/kube/watch.h"

#include <QWidget>

class QBoxLayout;
class QPushButton;
class QScrollArea;

namespace widgets {
class Banner;
class PlainLabel;
} // namespace widgets

namespace practice {

class ScenarioList;
class StoryCard;

/// Where one rehearses incidents: the list of them at the left, and the one that is chosen or played beside it.
class PracticePage : public QWidget
{
    Q_OBJECT
public:
    explicit PracticePage(Session& session, QWidget* parent = nullptr);

    ScenarioList& list() { return *m_list; }
    StoryCard& story() { return *m_story; }
    /// Those of the practice cluster, as far as its connection knows them.
    void setDeployments(const QList<kube::ObjectKey>& deployments);
    /// Scrolls to what is to be read last.
    void showDebrief();

signals:
    void playRequested(const QString& scenario); ///< from its beginning
    void fleetRequested();
    void openRequested(const kube::ObjectKey& deployment);
    void endRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* makeHead();
    void retranslate();
    void refresh();
    void layOut();

    Session& m_session;
    widgets::PlainLabel* m_title;
    widgets::PlainLabel* m_subtitle;
    QPushButton* m_fleet;
    QPushButton* m_end;
    widgets::Banner* m_problem;
    ScenarioList* m_list;
    StoryCard* m_story;
    QWidget* m_goals;
    QWidget* m_cause;
    QWidget* m_hints;
    QWidget* m_debrief;
    QScrollArea* m_scroll;
    QBoxLayout* m_sides = nullptr;
    QBoxLayout* m_pair = nullptr;
    QString m_followed; ///< the rehearsal that was in the foreground at the last change
};

} // namespace practice
