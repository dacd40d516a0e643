#pragma once

#include "ui/editor/applyrun.h"
#include "ui/editor/comparison.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QLineEdit;
class QListWidget;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace widgets {
class Banner;
class Card;
class CopyButton;
class ElidedLabel;
class EnvironmentChip;
class LoadingRows;
class PlainLabel;
} // namespace widgets

namespace editor {

class DiffView;
class EffectView;

/// The plan of applying documents to a cluster: what would be different, how the operator goes about it, what is at
/// stake and who else has a say; then, once it is agreed to, what became of it.
class ApplyDialog : public QDialog
{
    Q_OBJECT
public:
    /// `file`: of the documents, for kubectl; empty: they are in none.
    ApplyDialog(const Clusters& clusters, const Cluster& cluster, const QList<Document>& documents, const QString& file,
                plans::ApplyRecord& record, QWidget* parent);
    ~ApplyDialog() override;

    ApplyRun& run() { return *m_run; }
    void showItem(int index);
    QPushButton* agreeButton() const { return m_agree; }
    QLineEdit* nameField() const { return m_name; }
    QCheckBox* acknowledgement() const { return m_acknowledged; }
    QCheckBox* takeOverBox() const { return m_takeOver; }
    QString reason() const; ///< why it cannot be agreed to now; empty: it can
    QString text() const;   ///< all that stands beside the comparison

    void reject() override; ///< not while the outcome would be unknown

signals:
    void applied();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makePlan();
    QWidget* makeChange();
    QWidget* makeFoot();
    void retranslate();
    void refresh();
    void fillList();
    void showHead();
    void showShown();
    void showConflicts(const ApplyRun::Item& item);
    void showChange(const ApplyRun::Item& item);
    void showState(const ApplyRun::Item& item);
    void showFoot();
    void agree();
    const ApplyRun::Item& shown() const;
    int focusedItem() const;

    ApplyRun* m_run;
    QString m_file;
    int m_shown = 0;
    ApplyRun::Stage m_lastStage = ApplyRun::Stage::Planning;
    widgets::EnvironmentChip* m_environment;
    widgets::ElidedLabel* m_title;
    widgets::PlainLabel* m_stage;
    widgets::Banner* m_note;
    QListWidget* m_list;
    QScrollArea* m_scroll;
    widgets::Card* m_effectCard;
    EffectView* m_effect;
    widgets::PlainLabel* m_plain; ///< of what is none of the operator's
    widgets::LoadingRows* m_loading;
    widgets::Card* m_conflictCard;
    QVBoxLayout* m_conflicts;
    QWidget* m_conflictRows = nullptr;
    QCheckBox* m_takeOver;
    widgets::Card* m_changeCard;
    QButtonGroup* m_against;
    QStackedWidget* m_diffStack;
    DiffView* m_diff;
    widgets::PlainLabel* m_noDiff;
    widgets::PlainLabel* m_demand;
    QLineEdit* m_name;
    QCheckBox* m_acknowledged;
    widgets::PlainLabel* m_reason;
    widgets::CopyButton* m_kubectl;
    QPushButton* m_again;
    QPushButton* m_cancel;
    QPushButton* m_agree;
};

} // namespace editor
