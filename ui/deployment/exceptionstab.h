#pragma once

#include "core/flink/failuregroups.h"
#include "core/kube/logs.h"
#include "ui/deployment/linemodel.h"
#include "ui/deployment/tab.h"

class QPlainTextEdit;
class QSplitter;
class QVBoxLayout;

namespace widgets {
class CopyButton;
class PlainLabel;
} // namespace widgets

namespace deployment {

class CauseCard;
class FailureStrip;
class PlaceCard;

/// The failures Flink remembers of the chosen job in groups, the most recent first: when they were, and of a selected
/// group the stack trace, the known cause and the place.
class ExceptionsTab : public Tab
{
    Q_OBJECT
public:
    ExceptionsTab(Subject& subject, QWidget* parent);

    QString title() const override;
    QString id() const override { return QStringLiteral("exceptions"); }
    void refresh() override;
    void tick() override { m_model.tick(); }

signals:
    void logRequested(const QString& pod, kube::LogQuery::Instance instance);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeGroups();
    QWidget* makeTrace();
    QWidget* makeCards();
    void setTitles();
    void group(const flink::ExceptionHistory& history);
    void showGroups();
    void showTimes();
    QList<QDateTime> specChanges();
    QString beginning(const flink::FailureGroup& group);
    void showSelected();
    void showTrace(const flink::FailureGroup& group);
    void showPlace(const flink::FailureGroup& group);
    const flink::FailureGroup* selected() const; ///< null: none

    LineModel m_model;
    QList<flink::FailureGroup> m_groups;
    QString m_grouped; ///< what the groups were made of: the same again need not be read again
    QString m_traceShown;
    bool m_isTruncated = false;                             ///< Flink has forgotten earlier ones
    std::shared_ptr<kube::Store<flink::Event>> m_podEvents; ///< of the selected group's pod
    QString m_eventsOf;
    QSplitter* m_details;
    QVBoxLayout* m_cards;
    FailureStrip* m_strip;
    widgets::ObjectTable* m_table;
    widgets::PlainLabel* m_note;
    widgets::PlainLabel* m_root;
    widgets::PlainLabel* m_began;
    QPlainTextEdit* m_trace;
    widgets::CopyButton* m_copy;
    CauseCard* m_cause;
    PlaceCard* m_place;
};

} // namespace deployment
