#pragma once

#include "ui/operations/draft.h"
#include "ui/operations/stagerow.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QStackedLayout;

namespace code {
class DiffView;
}
namespace widgets {
class Card;
class ElidedLabel;
class EmptyState;
class GlyphLabel;
class LoadingRows;
class PlainLabel;
} // namespace widgets

namespace operations {

class ChecksView;
class IntentForm;
class OfferBar;
class OperationButtons;
class RecoveryForm;
class StepsView;

/// One operation from what somebody wants to how it ended: what was looked at, what will be done and what it may cost,
/// the agreement, and then its steps as they happen.
class PlanPage : public QWidget
{
    Q_OBJECT
public:
    /// Takes the draft. `snapshots`: what a new start may begin from, the newest first.
    PlanPage(std::unique_ptr<Draft> draft, const QStringList& snapshots, QWidget* parent = nullptr);
    ~PlanPage() override;

    Draft& draft() { return *m_draft; }
    QString title() const;
    StageRow::Stage stage() const;
    QString kubectl() const; ///< what it sends, as commands
    /// Looks again, unless it has begun.
    void refresh();
    /// As the button does: the agreement, as far as the plan asks for it.
    void act();

signals:
    void changed(); ///< title
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeChecks();
    QWidget* makePlan();
    QWidget* makeFoot();
    void makeForm(const QStringList& snapshots);
    void present();
    void presentChecks();
    void presentPlan();
    void presentDifference();
    void presentFoot();
    void startUndo();
    void tickUndo();
    void stopUndo();
    void askInProduction();
    void showCommands();
    void copyPatch();
    QString reason() const;                       ///< why it may not begin yet; empty: it may
    const workflow::Operation* operation() const; ///< null: it has not begun
    void retranslate();

    std::unique_ptr<Draft> m_draft;
    widgets::ElidedLabel* m_path;
    widgets::ElidedLabel* m_title;
    StageRow* m_stages;
    widgets::Card* m_checkCard;
    QList<widgets::GlyphLabel*> m_counts; ///< in the order of Check::Verdict
    QPushButton* m_again;
    ChecksView* m_checks;
    QStackedLayout* m_checkStack = nullptr;
    widgets::LoadingRows* m_loading;
    widgets::EmptyState* m_empty;
    widgets::Card* m_formCard;
    IntentForm* m_form = nullptr;       ///< null: nothing has to be said, or what is in the next one
    RecoveryForm* m_recovery = nullptr; ///< null: it is no recovery
    widgets::Card* m_summaryCard;
    widgets::PlainLabel* m_summary;
    widgets::PlainLabel* m_doubts;
    widgets::Card* m_stepCard;
    StepsView* m_steps;
    widgets::Card* m_changeCard;
    code::DiffView* m_difference;
    QPushButton* m_commands;
    QPushButton* m_patch;
    widgets::GlyphLabel* m_sign;
    widgets::PlainLabel* m_reason;
    QProgressBar* m_undoBar;
    widgets::PlainLabel* m_demand;
    QLineEdit* m_name;
    OfferBar* m_offers;
    OperationButtons* m_buttons;
    QPushButton* m_cancel;
    QPushButton* m_act;
    QTimer m_undo;
    bool m_isAsking = false; ///< the dialog is open
};

} // namespace operations
