#pragma once

#include "ui/operations/candidatemodel.h"
#include "ui/operations/desk.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace widgets {
class EmptyState;
class LoadingRows;
class ObjectTable;
class PlainLabel;
} // namespace widgets

namespace operations {

/// Says what is wrong with a job that does not run, and asks from what it is to be started: all that is known to
/// restore from, a path that somebody knows, or nothing at all.
class RecoveryForm : public QWidget
{
    Q_OBJECT
public:
    /// The desk must outlive it.
    RecoveryForm(Desk& desk, QString clusterId, plans::Intent intent, QWidget* parent = nullptr);
    ~RecoveryForm() override;

    /// Asks all sources anew.
    void search();
    bool isSearching() const { return m_search != nullptr; }
    /// With what is chosen.
    plans::Intent intent() const;
    /// Translated: what is still to be said; empty: nothing.
    QString missing() const;

signals:
    void submitted(); ///< and nothing is missing

protected:
    void changeEvent(QEvent* event) override;

private:
    void take(const plans::CandidateFindings& findings);
    void fail(const base::Error& error);
    void refresh();
    void retranslate();
    void submit();
    /// Of what is typed; nothing: it makes none.
    std::optional<QList<snapshot::PathMapping>> mappings() const;
    const plans::Candidate* chosen() const; ///< null: none, or to start empty

    Desk& m_desk;
    const QString m_clusterId;
    const plans::Intent m_intent;
    CandidateModel m_model;
    std::optional<plans::Diagnosis> m_diagnosis; ///< nothing: still being looked for
    widgets::ObjectTable* m_table;
    QStackedLayout* m_stack;
    widgets::LoadingRows* m_loading;
    widgets::EmptyState* m_empty;
    widgets::PlainLabel* m_wrong;    ///< what is wrong
    widgets::PlainLabel* m_evidence; ///< by which it is recognised
    widgets::PlainLabel* m_about;
    widgets::PlainLabel* m_doubts;
    QLineEdit* m_path;
    QLineEdit* m_mapping;
    QPushButton* m_again;
    QPushButton* m_submit;
    std::unique_ptr<plans::CandidateSearch> m_search;
    bool m_isPicked = false; ///< by somebody; else the best is chosen
};

} // namespace operations
