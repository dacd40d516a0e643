#include "ui/deployment/exceptionstab.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/flink/knowncauses.h"
#include "ui/deployment/causecard.h"
#include "ui/deployment/failurestrip.h"
#include "ui/deployment/placecard.h"
#include "ui/deployment/tracehighlighter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/objecttable.h"

#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

/// Of a longer stack trace both ends of this length are shown: what it led to, and the root cause.
constexpr qsizetype longestEnd = 100'000;
/// Narrower than this the cards stand below the trace.
constexpr int narrow = 900;
/// So wide that no key of a configuration is cut.
constexpr int narrowestCards = 380;
/// A failure that begins within this time after a change is told with it.
constexpr std::chrono::milliseconds shortly = std::chrono::hours(1);
/// Of the table, however little room there is.
constexpr int fewestRows = 3;

QString shownTrace(const QString& trace)
{
    if (trace.size() <= 2 * longestEnd)
        return base::visibleText(trace, 2 * longestEnd, base::Lines::Keep);
    return base::visibleText(trace.left(longestEnd), longestEnd, base::Lines::Keep) + u"\n…\n"_s +
           base::visibleText(trace.right(longestEnd), longestEnd, base::Lines::Keep);
}

/// "IOException: No space left on device", the full name for copies.
Cell rootCell(const flink::FailureGroup& group)
{
    const QString rest = group.message.isEmpty() ? QString() : u": "_s + group.message.section(u'\n', 0, 0);
    Cell cell = textCell(group.rootCause.section(u'.', -1) + rest, 400);
    cell.exact = textCell(group.rootCause + rest, 1000).text;
    return cell;
}

/// What the groups of this history depend on, without reading its traces.
void addEssence(const QList<flink::ExceptionEntry>& entries, QString* essence)
{
    for (const flink::ExceptionEntry& entry : entries) {
        *essence += u"%1 %2 %3 %4\n"_s.arg(entry.at.toMSecsSinceEpoch())
                        .arg(entry.stackTrace.size())
                        .arg(entry.taskManagerId, entry.taskName);
        addEssence(entry.concurrent, essence);
    }
}

} // namespace

ExceptionsTab::ExceptionsTab(Subject& subject, QWidget* parent)
    : Tab(subject, parent)
    , m_details(new QSplitter(Qt::Horizontal))
{
    setTitles();
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    m_details->setChildrenCollapsible(false);
    splitter->addWidget(makeGroups());
    splitter->addWidget(m_details);
    m_details->addWidget(makeTrace());
    m_details->addWidget(makeCards());
    m_details->setStretchFactor(0, 3);
    m_details->setStretchFactor(1, 2);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    setContent(splitter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ExceptionsTab::showSelected);
    connect(m_place, &PlaceCard::logRequested, this, &ExceptionsTab::logRequested);
}

QWidget* ExceptionsTab::makeGroups()
{
    auto* above = new QWidget;
    auto* column = new QVBoxLayout(above);
    column->setContentsMargins(0, theme::between, 0, 0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(theme::pageMargin, 0, theme::pageMargin, 0);
    m_strip = new FailureStrip(above);
    m_note = new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, above);
    head->addWidget(m_strip);
    head->addWidget(m_note);
    column->addLayout(head);
    m_table = makeTable(u"exceptions"_s, &m_model, above);
    m_table->setNameColumn(1);
    m_table->setDefaultColumns({64, 300, 200, 160, 180, 100, 100});
    m_table->setStretchColumn(1);
    m_table->setItemDelegateForColumn(0, new widgets::NumberDelegate(m_table));
    m_table->setMinimumHeight(theme::headerHeight() + fewestRows * theme::rowHeight());
    column->addWidget(m_table, 1);
    return above;
}

QWidget* ExceptionsTab::makeTrace()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::pageMargin);
    m_root = new widgets::PlainLabel({}, theme::Type::Strong, theme::Role::Text, side);
    m_root->setWordWrap(true);
    m_root->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy = new widgets::CopyButton(side);
    auto* head = new QHBoxLayout;
    head->addWidget(m_root, 1);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    m_trace = new QPlainTextEdit(side);
    m_trace->setReadOnly(true);
    m_trace->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_trace->setFont(theme::font(theme::Type::Code));
    m_trace->setTabStopDistance(4 * QFontMetricsF(m_trace->font()).horizontalAdvance(u' '));
    // Read only, but the arrow keys move in it, and Tab leaves it.
    m_trace->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_trace->setTabChangesFocus(true);
    new TraceHighlighter(m_trace->document());
    m_began = new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, side);
    m_began->setWordWrap(true);
    column->addLayout(head);
    column->addWidget(m_began);
    column->addWidget(m_trace, 1);
    return side;
}

QWidget* ExceptionsTab::makeCards()
{
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* side = new QWidget;
    m_cards = new QVBoxLayout(side);
    m_cards->setContentsMargins(0, theme::between, theme::pageMargin, theme::pageMargin);
    m_cards->setSpacing(theme::between);
    m_cause = new CauseCard(side);
    m_place = new PlaceCard(side);
    m_cards->addWidget(m_cause);
    m_cards->addWidget(m_place);
    m_cards->addStretch(1);
    scroll->setWidget(side);
    scroll->setMinimumWidth(narrowestCards);
    for (QWidget* ground : {scroll->viewport(), side})
        ground->setAutoFillBackground(false);
    return scroll;
}

void ExceptionsTab::setTitles()
{
    m_model.setTitles({{tr("Count"), LineModel::Align::Right},
                       {tr("Root cause")},
                       {tr("Known cause")},
                       {tr("Task")},
                       {tr("TaskManager")},
                       {tr("First seen")},
                       {tr("Last seen")}});
}

QString ExceptionsTab::title() const
{
    return tr("Exceptions");
}

void ExceptionsTab::resizeEvent(QResizeEvent* event)
{
    Tab::resizeEvent(event);
    const auto orientation = width() < narrow ? Qt::Vertical : Qt::Horizontal;
    if (orientation == m_details->orientation())
        return;
    m_details->setOrientation(orientation);
    const int room = orientation == Qt::Horizontal ? width() : height() / 2;
    m_details->setSizes({room * 3 / 5, room * 2 / 5});
    const int left = orientation == Qt::Horizontal ? 0 : theme::pageMargin;
    m_cards->setContentsMargins(left, theme::between, theme::pageMargin, theme::pageMargin);
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
    group(*observed.value);
    if (m_groups.isEmpty()) {
        showNone(tr("Flink remembers no exception. After a restart of the JobManager it has forgotten earlier ones."));
        return;
    }
    m_note->setText(tr("Flink keeps only the last ones; there were more."));
    m_isTruncated = observed.value->truncated;
    m_note->setVisible(m_isTruncated);
    showGroups();
}

void ExceptionsTab::group(const flink::ExceptionHistory& history)
{
    QString essence = subject().job() + u'\n';
    addEssence(history.entries, &essence);
    if (essence == m_grouped)
        return;
    m_grouped = essence;
    m_groups = flink::groupFailures(history);
}

void ExceptionsTab::showGroups()
{
    QList<Line> lines;
    for (const flink::FailureGroup& group : std::as_const(m_groups)) {
        const auto known = flink::knownCause(group.knownCause);
        lines.append(
            {group.fingerprint,
             {countCell(group.count), rootCell(group), textCell(known ? known->title : QString()), textCell(group.task),
              textCell(group.taskManager), timeCell(group.firstSeen), timeCell(group.lastSeen)}});
    }
    m_model.setLines(lines);
    if (!m_table->currentIndex().isValid())
        m_table->selectRow(0);
    showSelected();
}

const flink::FailureGroup* ExceptionsTab::selected() const
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return nullptr;
    const auto found = std::ranges::find(m_groups, m_model.line(current.row()).key, &flink::FailureGroup::fingerprint);
    return found == m_groups.end() ? nullptr : &*found;
}

void ExceptionsTab::showSelected()
{
    showTimes();
    const flink::FailureGroup* group = selected();
    if (!group)
        return;
    showTrace(*group);
    m_cause->showCause(flink::knownCause(group->knownCause));
    showPlace(*group);
}

QList<QDateTime> ExceptionsTab::specChanges()
{
    QList<QDateTime> times;
    if (const auto* events = subject().events()) {
        for (const kube::ObjectKey& key : events->keys()) {
            const auto event = events->value(key);
            if (event && event->reason == u"SpecChanged")
                times.append(event->lastSeen.isValid() ? event->lastSeen : event->firstSeen);
        }
    }
    return times;
}

void ExceptionsTab::showTimes()
{
    QList<FailureStrip::Failure> failures;
    for (const flink::FailureGroup& group : std::as_const(m_groups)) {
        for (const QDateTime& at : group.times)
            failures.append({group.fingerprint, at});
    }
    QList<FailureStrip::Mark> marks;
    if (const flink::JobOverview* job = subject().jobOverview(); job && job->startTime.isValid())
        marks.append({job->startTime, tr("Job started")});
    for (const QDateTime& at : specChanges())
        marks.append({at, tr("Spec changed")});
    const flink::FailureGroup* group = selected();
    m_strip->show(failures, marks, group ? group->fingerprint : QString());
}

/// What changed shortly before the first failure of a group; empty: nothing that is known of.
QString ExceptionsTab::beginning(const flink::FailureGroup& group)
{
    // Of what Flink has forgotten it cannot be told when it began.
    if (m_isTruncated || !group.firstSeen.isValid())
        return {};
    const auto before = [&group](const QDateTime& at) {
        const qint64 ms = at.isValid() ? at.msecsTo(group.firstSeen) : -1;
        return ms >= 0 && ms < shortly.count() ? std::optional(std::chrono::milliseconds(ms)) : std::nullopt;
    };
    std::optional<std::chrono::milliseconds> since;
    for (const QDateTime& at : specChanges()) {
        if (const auto ago = before(at); ago && (!since || *ago < *since))
            since = ago;
    }
    if (since)
        return tr("First seen %1 after the spec was changed.").arg(base::durationText(*since));
    const flink::JobOverview* job = subject().jobOverview();
    since = before(job ? job->startTime : QDateTime());
    return since ? tr("First seen %1 after the job was started.").arg(base::durationText(*since)) : QString();
}

void ExceptionsTab::showTrace(const flink::FailureGroup& group)
{
    const QString root = group.message.isEmpty() ? group.rootCause : group.rootCause + u": "_s + group.message;
    m_root->setText(base::visibleText(root, 400));
    const QString began = beginning(group);
    m_began->setText(began);
    m_began->setVisible(!began.isEmpty());
    if (group.stackTrace == m_traceShown && !m_trace->document()->isEmpty())
        return;
    m_traceShown = group.stackTrace;
    const QString text = shownTrace(group.stackTrace);
    m_trace->setPlainText(text);
    m_copy->setText(text, tr("the stack trace"));
    // The root cause comes first to the eye; what it led to is above.
    int line = 0;
    for (QTextBlock block = m_trace->document()->begin(); block.isValid(); block = block.next()) {
        if (block.text().startsWith(u"Caused by: "))
            line = block.blockNumber();
    }
    m_trace->verticalScrollBar()->setValue(line);
}

void ExceptionsTab::showPlace(const flink::FailureGroup& group)
{
    QList<flink::Pod> pods;
    if (const auto* store = subject().pods()) {
        for (const kube::ObjectKey& key : store->keys()) {
            if (const auto pod = store->value(key))
                pods.append(*pod);
        }
    }
    const QString pod = flink::placeOf(group, pods, {}).pod;
    if (pod != m_eventsOf) {
        m_eventsOf = pod;
        if (m_podEvents)
            m_podEvents->disconnect(this);
        m_podEvents.reset();
        if (!pod.isEmpty() && !subject().isEndpoint()) {
            m_podEvents = subject().connection().events({subject().key().nameSpace, pod});
            connect(m_podEvents.get(), &kube::StoreBase::changed, this, &ExceptionsTab::showSelected);
        }
    }
    QList<flink::Event> events;
    if (m_podEvents) {
        for (const kube::ObjectKey& key : m_podEvents->keys()) {
            if (const auto event = m_podEvents->value(key))
                events.append(*event);
        }
    }
    m_place->showPlace(flink::placeOf(group, pods, events));
}

} // namespace deployment
