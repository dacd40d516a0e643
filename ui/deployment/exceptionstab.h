#pragma once

#include "ui/deployment/linemodel.h"
#include "ui/deployment/tab.h"

class QPlainTextEdit;

namespace widgets {
class CopyButton;
class PlainLabel;
} // namespace widgets

namespace deployment {

/// The failures Flink remembers of the chosen job, the newest first, with the stack trace of a selected one.
class ExceptionsTab : public Tab
{
    Q_OBJECT
public:
    ExceptionsTab(Subject& subject, QWidget* parent);

    QString title() const override;
    QString id() const override { return QStringLiteral("exceptions"); }
    void refresh() override;
    void tick() override { m_model.tick(); }

private:
    void setTitles();
    void showEntries(const flink::ExceptionHistory& history);
    void add(const flink::ExceptionEntry& entry, const QString& parentKey, QList<Line>* lines);
    void showSelected();

    LineModel m_model;
    QHash<QString, QString> m_traces; ///< stack trace by key
    widgets::ObjectTable* m_table;
    widgets::PlainLabel* m_note;
    QPlainTextEdit* m_trace;
    widgets::CopyButton* m_copy;
};

} // namespace deployment
