#include "ui/deployment/checkpointstab.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "ui/deployment/checkpointdetail.h"
#include "ui/deployment/checkpointtexts.h"
#include "ui/deployment/historychart.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/objecttable.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

/// One failed checkpoint happens; more in a row are worth a word.
constexpr int fewestInStreak = 2;

} // namespace

CheckpointsTab::CheckpointsTab(Subject& subject, QWidget* parent)
    : Tab(subject, parent)
    , m_streak(new widgets::Banner)
    , m_counts(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::Text))
    , m_config(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText))
    , m_durations(new HistoryChart(HistoryChart::Measure::Milliseconds))
    , m_sizes(new HistoryChart(HistoryChart::Measure::Bytes))
    , m_detail(new CheckpointDetailPanel(subject))
{
    m_model.setTitles(CheckpointTexts::titles());
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, theme::pageMargin, 0, 0);
    column->setSpacing(theme::between);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(theme::pageMargin, 0, theme::pageMargin, 0);
    head->setSpacing(theme::between);
    m_streak->hide();
    head->addWidget(m_streak);
    m_config->setWordWrap(true);
    head->addWidget(m_counts);
    head->addWidget(m_config);
    auto* charts = new QHBoxLayout;
    charts->setSpacing(theme::between);
    charts->addWidget(m_durations);
    charts->addWidget(m_sizes);
    head->addLayout(charts);
    column->addLayout(head);
    m_table = makeTable(u"checkpoints"_s, &m_model, left);
    m_table->setDefaultColumns({96, 118, 110, 90, 80, 84, 84, 90, 110});
    m_table->setStretchColumn(8);
    m_table->setItemDelegateForColumn(1, new widgets::StatusDelegate(m_table));
    for (const int number : {4, 5, 6, 7})
        m_table->setItemDelegateForColumn(number, new widgets::NumberDelegate(m_table));
    column->addWidget(m_table, 1);

    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 1);
    m_detail->hide();
    setContent(splitter);
    connectParts();
}

void CheckpointsTab::connectParts()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CheckpointsTab::showSelected);
    connect(m_durations, &HistoryChart::picked, this, &CheckpointsTab::select);
    connect(m_sizes, &HistoryChart::picked, this, &CheckpointsTab::select);
    connect(m_detail, &CheckpointDetailPanel::closed, m_table, [this] {
        m_table->setCurrentIndex({});
        m_table->setFocus();
    });
}

QString CheckpointsTab::title() const
{
    return tr("Checkpoints");
}

void CheckpointsTab::refresh()
{
    m_model.setTitles(CheckpointTexts::titles());
    m_table->setAccessibleName(title());
    m_durations->setTitle(tr("Duration"));
    m_sizes->setTitle(tr("Full size"));
    const base::Observed<QList<flink::JobOverview>>& jobs = subject().view().jobs;
    if (subject().job().isEmpty()) {
        if (settle(jobs, tr("read the jobs of Flink (services/proxy: get)")))
            showNone(tr("There is no job whose checkpoints could be shown."));
        return;
    }
    const auto observed = subject().view().checkpoints.value(subject().job());
    if (!settle(observed, tr("read the checkpoints of Flink (services/proxy: get)")))
        return;
    if (!observed.value->enabled) {
        showNone(tr("Checkpointing is off for this job: after a failure it starts empty."));
        return;
    }
    showHistory(*observed.value);
}

void CheckpointsTab::showHistory(const flink::CheckpointHistory& history)
{
    QList<Line> lines;
    for (const flink::Checkpoint& checkpoint : history.history)
        lines.append(CheckpointTexts::line(checkpoint));
    m_model.setLines(lines);
    showFacts(history);
    showStreak(history);
    showCharts(history);
    m_detail->refresh();
}

void CheckpointsTab::showFacts(const flink::CheckpointHistory& history)
{
    const auto count = [](qint64 number) { return base::countText(number); };
    QString text = tr("%1 completed · %2 failed · %3 in progress · %4 restored")
                       .arg(count(history.counts.completed), count(history.counts.failed),
                            count(history.counts.inProgress), count(history.counts.restored));
    if (history.counts.total > history.history.size())
        text += u" · "_s +
                tr("Flink remembers the last %1 of %2").arg(count(history.history.size()), count(history.counts.total));
    m_counts->setText(text);
    const auto config = subject().view().checkpointConfigs.value(subject().job());
    m_config->setText(config.value     ? CheckpointTexts::configuration(*config.value)
                      : config.problem ? problemText(*config.problem)
                                       : QString());
}

void CheckpointsTab::showStreak(const flink::CheckpointHistory& history)
{
    int failed = 0;
    QString cause;
    for (const flink::Checkpoint& checkpoint : history.history) {
        if (checkpoint.status == u"COMPLETED")
            break;
        if (checkpoint.status != u"FAILED")
            continue;
        if (++failed == 1)
            cause = base::visibleText(checkpoint.failureMessage, 300);
    }
    m_streak->setVisible(failed >= fewestInStreak);
    if (failed < fewestInStreak)
        return;
    QString lead = tr("No checkpoint has completed since the job started.");
    if (history.latestCompleted) {
        const QDateTime last = history.latestCompleted->latestAckAt.isValid() ? history.latestCompleted->latestAckAt
                                                                              : history.latestCompleted->triggeredAt;
        const auto age = std::chrono::milliseconds(std::max<qint64>(0, last.msecsTo(QDateTime::currentDateTimeUtc())));
        lead = tr("No checkpoint has completed for %1.").arg(base::durationText(age));
    }
    const QString rest = tr("The last %n failed.", nullptr, failed);
    m_streak->showMessage(base::Health::AtRisk, lead,
                          cause.isEmpty() ? rest : tr("%1 The newest because: %2").arg(rest, cause));
}

void CheckpointsTab::showCharts(const flink::CheckpointHistory& history)
{
    QList<HistoryChart::Point> durations, sizes;
    for (auto it = history.history.crbegin(); it != history.history.crend(); ++it) {
        const auto kind = it->status == u"COMPLETED" ? HistoryChart::Kind::Completed
                          : it->status == u"FAILED"  ? HistoryChart::Kind::Failed
                                                     : HistoryChart::Kind::InProgress;
        durations.append({it->id, it->triggeredAt, double(it->durationMs), kind});
        sizes.append(
            {it->id, it->triggeredAt, kind == HistoryChart::Kind::Completed ? double(it->stateSize) : 0, kind});
    }
    m_durations->setPoints(durations);
    m_sizes->setPoints(sizes);
}

void CheckpointsTab::select(qint64 id)
{
    const int row = m_model.indexOf(QString::number(id));
    if (row >= 0)
        m_table->selectRow(row);
}

void CheckpointsTab::showSelected()
{
    const QModelIndex current = m_table->currentIndex();
    const qint64 id = current.isValid() ? m_model.line(current.row()).key.toLongLong() : 0;
    m_durations->setCurrent(id);
    m_sizes->setCurrent(id);
    m_detail->choose(subject().job(), id);
    m_detail->setVisible(id != 0);
}

} // namespace deployment
