#include "ui/fleet/celltext.h"

#include "ui/fleet/rowbuilder.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/timedisplay.h"

#include <QLocale>

namespace fleet {

using namespace Qt::StringLiterals;

namespace {

const QString none = u"–"_s;    // does not apply
const QString unknown = u"?"_s; // applies, but is not known
constexpr qsizetype longestLabel = 256;

QDateTime fromMs(qint64 ms)
{
    return ms == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

QString orNone(const QString& text)
{
    return text.isEmpty() ? none : text;
}

bool isAbsolute()
{
    const auto* display = widgets::TimeDisplay::instance();
    return display && display->form() == widgets::TimeDisplay::Form::Absolute;
}

/// The cell shows one form, its hint has both.
QString bothTimes(qint64 at, qint64 nowMs)
{
    if (at == 0)
        return unknown;
    return u"%1 (%2)"_s.arg(widgets::absoluteText(fromMs(at)), base::relativeTime(fromMs(at), fromMs(nowMs)));
}

QString iso(qint64 ms)
{
    return ms == 0 ? QString() : fromMs(ms).toString(Qt::ISODate);
}

} // namespace

QString CellText::key(base::Health health)
{
    switch (health) {
    case base::Health::Broken:
        return u"broken"_s;
    case base::Health::AtRisk:
        return u"at-risk"_s;
    case base::Health::Changing:
        return u"changing"_s;
    case base::Health::Unknown:
        return u"unknown"_s;
    case base::Health::Suspended:
        return u"suspended"_s;
    case base::Health::Healthy:
        return u"healthy"_s;
    }
    return {};
}

QString CellText::title(Column column)
{
    switch (column) {
    case Column::Health:
        return tr("Health");
    case Column::Deployment:
        return tr("Deployment");
    case Column::Context:
        return tr("Context");
    case Column::JobState:
        return tr("Job state");
    case Column::Flink:
        return tr("Flink");
    case Column::Parallelism:
        return tr("Par.", "parallelism, a narrow column");
    case Column::CheckpointAge:
        return tr("Checkpoint age");
    case Column::Restarts:
        return tr("Restarts");
    case Column::Owner:
        return tr("Owner");
    case Column::Changed:
        return tr("Changed");
    case Column::Lifecycle:
        return tr("Lifecycle");
    case Column::Label:
        return {};
    }
    return {};
}

QString CellText::key(Column column)
{
    switch (column) {
    case Column::Health:
        return u"health"_s;
    case Column::Deployment:
        return u"deployment"_s;
    case Column::Context:
        return u"context"_s;
    case Column::JobState:
        return u"job-state"_s;
    case Column::Flink:
        return u"flink"_s;
    case Column::Parallelism:
        return u"parallelism"_s;
    case Column::CheckpointAge:
        return u"checkpoint-age"_s;
    case Column::Restarts:
        return u"restarts"_s;
    case Column::Owner:
        return u"owner"_s;
    case Column::Changed:
        return u"changed"_s;
    case Column::Lifecycle:
        return u"lifecycle"_s;
    case Column::Label:
        return {};
    }
    return {};
}

bool CellText::isNumber(Column column)
{
    return column == Column::Parallelism || column == Column::CheckpointAge || column == Column::Restarts ||
           column == Column::Changed;
}

QString CellText::time(qint64 at, qint64 nowMs)
{
    if (isAbsolute())
        return widgets::absoluteText(fromMs(at));
    return base::compactAge(std::chrono::milliseconds(std::max<qint64>(0, nowMs - at)));
}

QString CellText::checkpointAge(const Row& row, qint64 nowMs)
{
    if (row.lastCheckpointAt == 0)
        return row.isSession || row.health == base::Health::Suspended ? none : row.restSeenAt == 0 ? unknown : none;
    if (isAbsolute())
        return time(row.lastCheckpointAt, nowMs);
    return base::compactDuration(std::chrono::seconds(std::max<qint64>(1, (nowMs - row.lastCheckpointAt) / 1000)));
}

QString CellText::shown(const Row& row, Column column, qint64 nowMs)
{
    switch (column) {
    case Column::Health:
        return row.tentative ? tr("%1?", "a state that is not confirmed").arg(theme::word(row.health))
                             : theme::word(row.health);
    case Column::Deployment:
        return row.name;
    case Column::Context:
        return row.context;
    case Column::JobState:
        if (row.jobState.isEmpty() && row.jobsRunning >= 0)
            return tr("%n job(s)", nullptr, row.jobsRunning);
        return orNone(row.jobState);
    case Column::Flink:
        return row.flinkVersion.isEmpty() ? unknown : row.flinkVersion;
    case Column::Parallelism:
        return row.parallelism < 0 ? none : QLocale().toString(row.parallelism);
    case Column::CheckpointAge:
        return checkpointAge(row, nowMs);
    case Column::Restarts:
        return row.restarts ? base::countText(*row.restarts) : row.restSeenAt == 0 ? unknown : none;
    case Column::Owner:
        return orNone(row.owner);
    case Column::Changed:
        return row.changedAt == 0 ? unknown : time(row.changedAt, nowMs);
    case Column::Lifecycle:
        return orNone(row.lifecycle);
    case Column::Label:
        return {};
    }
    return {};
}

QString CellText::exact(const Row& row, Column column)
{
    switch (column) {
    case Column::Health:
        return key(row.health);
    case Column::Deployment:
        return row.nameSpace.isEmpty() ? row.name : row.nameSpace + u'/' + row.name;
    case Column::Context:
        return row.context;
    case Column::JobState:
        return row.jobState;
    case Column::Flink:
        return row.flinkVersion;
    case Column::Parallelism:
        return row.parallelism < 0 ? QString() : QString::number(row.parallelism);
    case Column::CheckpointAge:
        return iso(row.lastCheckpointAt);
    case Column::Restarts:
        return row.restarts ? QString::number(*row.restarts) : QString();
    case Column::Owner:
        return row.owner;
    case Column::Changed:
        return iso(row.changedAt);
    case Column::Lifecycle:
        return row.lifecycle;
    case Column::Label:
        return {};
    }
    return {};
}

QString CellText::label(const Row& row, const QString& key)
{
    const auto found = row.labels.constFind(key);
    return found == row.labels.constEnd() ? QString() : base::visibleText(*found, longestLabel);
}

QString CellText::labelTitle(const QString& key)
{
    return base::visibleText(key, longestLabel);
}

QString CellText::labelHint(const Row& row, const QString& key, qint64 nowMs)
{
    const QString seen = u"\n"_s + seenHint(row, nowMs);
    if (!row.labels.contains(key))
        return tr("This deployment does not have the label %1.").arg(labelTitle(key)) + seen;
    return labelTitle(key) + u'=' + label(row, key) + seen;
}

base::Health CellText::family(const Row& row, Column column, qint64 nowMs)
{
    if (column != Column::CheckpointAge || row.lastCheckpointAt == 0)
        return base::Health::Healthy;
    const qint64 age = nowMs - row.lastCheckpointAt;
    if (row.checkpointBrokenMs > 0 && age >= row.checkpointBrokenMs)
        return base::Health::Broken;
    if (row.checkpointWarnMs > 0 && age >= row.checkpointWarnMs)
        return base::Health::AtRisk;
    return base::Health::Healthy;
}

QString CellText::seenHint(const Row& row, qint64 nowMs)
{
    if (row.stale)
        return row.staleReason;
    if (row.seenAt == 0)
        return tr("Not seen yet.");
    return tr("Seen %1.").arg(base::relativeTime(fromMs(row.seenAt), fromMs(nowMs)));
}

QString CellText::checkpointHint(const Row& row, qint64 nowMs)
{
    if (row.lastCheckpointAt != 0) {
        return tr("Last completed checkpoint: %1\nSource: Flink REST, seen %2")
            .arg(bothTimes(row.lastCheckpointAt, nowMs), base::relativeTime(fromMs(row.restSeenAt), fromMs(nowMs)));
    }
    if (!row.checkpointProblem.isEmpty())
        return row.checkpointProblem;
    if (row.isSession)
        return tr("A session cluster has no checkpoints of its own.");
    return row.restSeenAt == 0 ? tr("Not known: Flink's REST has not answered about this row yet.")
                               : tr("Flink reports no completed checkpoint.");
}

QString CellText::hint(const Row& row, Column column, qint64 nowMs)
{
    const QString seen = u"\n"_s + seenHint(row, nowMs);
    switch (column) {
    case Column::Health: {
        QStringList lines{row.summary};
        lines += row.reasons.mid(0, 5);
        lines += health::caveatOf(row.notHeard);
        lines.removeAll(QString());
        return lines.join(u'\n') + seen;
    }
    case Column::Deployment:
        return exact(row, column) + (row.image.isEmpty() ? QString() : u'\n' + row.image) + seen;
    case Column::Context:
        return row.context + u'\n' + theme::word(row.environment);
    case Column::JobState:
        if (row.sourcesDisagree)
            return tr("%1\nSources disagree: open the deployment to compare them.").arg(row.jobState) + seen;
        return !row.jobStateSource
                   ? row.jobState + seen
                   : tr("%1\nSource: %2").arg(row.jobState, RowBuilder::sourceText(*row.jobStateSource)) + seen;
    case Column::CheckpointAge:
        return checkpointHint(row, nowMs);
    case Column::Restarts:
        return row.restarts ? tr("%1 restarts since the JobManager started.\nSource: Flink REST")
                                  .arg(base::countText(*row.restarts))
                            : tr("Not known: Flink's REST has not answered about this row yet.");
    case Column::Changed:
        return tr("The operator last applied a changed spec:\n%1").arg(bothTimes(row.changedAt, nowMs)) + seen;
    case Column::Flink:
    case Column::Parallelism:
    case Column::Owner:
    case Column::Lifecycle:
        return exact(row, column) + seen;
    case Column::Label:
        return {};
    }
    return {};
}

} // namespace fleet
