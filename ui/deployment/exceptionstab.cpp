#include "ui/deployment/exceptionstab.h"

#include "core/base/visibletext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/objecttable.h"

#include <QPlainTextEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

/// A stack trace is shown up to here.
constexpr qsizetype longestTrace = 200'000;

} // namespace

ExceptionsTab::ExceptionsTab(Subject& subject, QWidget* parent)
    : Tab(subject, parent)
    , m_note(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText))
    , m_trace(new QPlainTextEdit)
    , m_copy(new widgets::CopyButton)
{
    setTitles();
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    auto* above = new QWidget;
    auto* column = new QVBoxLayout(above);
    column->setContentsMargins(0, theme::between, 0, 0);
    m_note->setContentsMargins(theme::pageMargin, 0, theme::pageMargin, 0);
    column->addWidget(m_note);
    m_table = makeTable(u"exceptions"_s, &m_model, above);
    m_table->setNameColumn(1);
    m_table->setDefaultColumns({90, 300, 200, 200});
    m_table->setStretchColumn(1);
    column->addWidget(m_table, 1);
    auto* below = new QWidget;
    auto* trace = new QVBoxLayout(below);
    trace->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::pageMargin);
    m_trace->setReadOnly(true);
    m_trace->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_trace->setFont(theme::font(theme::Type::Code));
    auto* tools = new QHBoxLayout;
    tools->addStretch(1);
    tools->addWidget(m_copy);
    trace->addLayout(tools);
    trace->addWidget(m_trace, 1);
    splitter->addWidget(above);
    splitter->addWidget(below);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    setContent(splitter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ExceptionsTab::showSelected);
}

void ExceptionsTab::setTitles()
{
    m_model.setTitles({{tr("Time")}, {tr("Exception")}, {tr("Task")}, {tr("TaskManager")}});
}

QString ExceptionsTab::title() const
{
    return tr("Exceptions");
}

void ExceptionsTab::refresh()
{
    setTitles();
    m_table->setAccessibleName(title());
    m_trace->setAccessibleName(tr("Stack trace"));
    if (subject().job().isEmpty()) {
        if (settle(subject().view().jobs, tr("read the jobs of Flink (services/proxy: get)")))
            showNone(tr("There is no job whose exceptions could be shown."));
        return;
    }
    const auto observed = subject().view().exceptions.value(subject().job());
    if (!settle(observed, tr("read the exceptions of Flink (services/proxy: get)")))
        return;
    if (observed.value->entries.isEmpty())
        showNone(tr("Flink remembers no exception. After a restart of the JobManager it has forgotten earlier ones."));
    else
        showEntries(*observed.value);
}

void ExceptionsTab::add(const flink::ExceptionEntry& entry, const QString& parentKey, QList<Line>* lines)
{
    const QString stem =
        parentKey + QString::number(entry.at.toMSecsSinceEpoch()) + u'|' + entry.exceptionName + u'|' + entry.taskName;
    QString key = stem;
    for (int twin = 2; m_traces.contains(key); ++twin)
        key = stem + u'#' + QString::number(twin);
    m_traces.insert(key, entry.stackTrace);
    const QString place = entry.taskManagerId.isEmpty() ? entry.endpoint : entry.taskManagerId;
    // The name alone says little: the first line of the trace holds the message.
    const QString first = entry.stackTrace.left(400).section(u'\n', 0, 0);
    lines->append({key,
                   {timeCell(entry.at), textCell(first.isEmpty() ? entry.exceptionName : first, 400),
                    textCell(entry.taskName), textCell(place)}});
    for (const flink::ExceptionEntry& one : entry.concurrent)
        add(one, key + u'>', lines);
}

void ExceptionsTab::showEntries(const flink::ExceptionHistory& history)
{
    QList<Line> lines;
    m_traces.clear();
    for (const flink::ExceptionEntry& entry : history.entries)
        add(entry, {}, &lines);
    m_model.setLines(lines);
    m_note->setText(tr("Flink keeps only the last ones; there were more."));
    m_note->setVisible(history.truncated);
    if (!m_table->currentIndex().isValid())
        m_table->selectRow(0);
}

void ExceptionsTab::showSelected()
{
    const QModelIndex current = m_table->currentIndex();
    const QString trace = current.isValid() ? m_traces.value(m_model.line(current.row()).key) : QString();
    m_trace->setPlainText(base::visibleText(trace, longestTrace, base::Lines::Keep));
    m_copy->setText(base::visibleText(trace, longestTrace, base::Lines::Keep), tr("the stack trace"));
}

} // namespace deployment
