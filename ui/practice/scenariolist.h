#pragma once

#include "ui/widgets/card.h"

class QListView;

namespace widgets {
class Chip;
class EmptyState;
class SearchField;
} // namespace widgets

namespace practice {

class ScenarioFilter;
class ScenarioModel;
class Session;

/// The rehearsals to choose from, with what narrows them.
class ScenarioList : public widgets::Card
{
    Q_OBJECT
public:
    /// `page`: where the key of the filter works.
    ScenarioList(Session& session, QWidget* page);

    QString selected() const; ///< name; empty: none
    void select(const QString& name);
    QListView& view() { return *m_view; }

signals:
    void selectedChanged();
    void startRequested(); ///< Enter, or a double click: play the selected one

protected:
    void changeEvent(QEvent* event) override;

private:
    void narrow();
    void retranslate();
    void showCount();

    Session& m_session;
    ScenarioModel* m_model;
    ScenarioFilter* m_filter;
    widgets::SearchField* m_search;
    QList<widgets::Chip*> m_difficulties; ///< 1, 2, 3
    QListView* m_view;
    widgets::EmptyState* m_none;
};

} // namespace practice
