#include "ui/deployment/jobstab.h"

#include "core/base/visibletext.h"
#include "ui/deployment/operationbar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/objecttable.h"

#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace deployment {

using namespace Qt::StringLiterals;

base::Health familyOfJob(const QString& state)
{
    if (state == u"RUNNING" || state == u"FINISHED")
        return base::Health::Healthy;
    if (state == u"FAILED" || state == u"FAILING" || state == u"RESTARTING")
        return base::Health::Broken;
    if (state == u"SUSPENDED" || state == u"CANCELED")
        return base::Health::Suspended;
    if (state == u"CREATED" || state == u"INITIALIZING" || state == u"CANCELLING" || state == u"RECONCILING")
        return base::Health::Changing;
    return base::Health::Unknown;
}

JobsTab::JobsTab(Subject& subject, QWidget* parent)
    : Tab(subject, parent)
{
    setTitles();
    m_table = makeTable(u"jobs"_s, &m_model, this);
    m_table->setNameColumn(1);
    m_table->setDefaultColumns({124, 180, 250, 90, 90, 70, 150});
    m_table->setStretchColumn(1);
    m_table->setItemDelegateForColumn(0, new widgets::StatusDelegate(m_table));
    m_table->setItemDelegateForColumn(4, new widgets::NumberDelegate(m_table));
    m_table->setItemDelegateForColumn(5, new widgets::NumberDelegate(m_table));
    connect(m_table, &widgets::ObjectTable::rowActivated, this,
            [this](int row) { emit jobChosen(m_model.line(row).key); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &JobsTab::showOperations);
    setContent(makeContent());
}

QWidget* JobsTab::makeContent()
{
    auto* content = new QWidget(this);
    m_head = new QWidget(content);
    m_name = new widgets::ElidedLabel({}, theme::Type::Strong, theme::Role::Text, m_head);
    m_operations = new OperationBar(m_head);
    m_operations->setObjectName(u"sessionJobOperations"_s);
    auto* head = new QVBoxLayout(m_head);
    head->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between);
    head->setSpacing(theme::inside);
    head->addWidget(m_name);
    head->addWidget(m_operations);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_table, 1);
    connect(m_table, &widgets::ObjectTable::contextMenuFilled, this, [this](QMenu* menu) {
        if (m_operations->isHidden())
            return;
        menu->addSeparator();
        menu->addActions(m_operations->actions());
    });
    connect(m_operations, &OperationBar::requested, this, [this](plans::Intent::Verb verb) {
        if (const auto job = chosen())
            emit operationRequested(verb, u"FlinkSessionJob"_s, {job->metadata.nameSpace, job->metadata.name});
        else if (const auto own = subject().isEndpoint() ? chosenJob() : std::nullopt)
            emit operationRequested(verb, plans::flinkJobKind.toString(), {{}, own->id});
    });
    return content;
}

QString JobsTab::chosenKey() const
{
    const int row = m_table->currentIndex().row();
    return row < 0 || row >= m_model.rowCount() ? QString() : m_model.line(row).key;
}

std::optional<flink::JobOverview> JobsTab::chosenJob() const
{
    const QList<flink::JobOverview> all = subject().view().jobs.value.value_or(QList<flink::JobOverview>());
    const auto found = std::ranges::find(all, chosenKey(), &flink::JobOverview::id);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::shared_ptr<const flink::SessionJob> JobsTab::chosen() const
{
    const QString key = chosenKey();
    if (key.isEmpty())
        return nullptr;
    for (const auto& job : sessionJobs()) {
        if (key == u"session:"_s + job->metadata.uid || key == job->status.jobId)
            return job;
    }
    return nullptr;
}

/// Nothing stands there where no job is the operator's.
void JobsTab::showOperations()
{
    if (subject().isEndpoint())
        return showOwnOperations();
    m_head->setVisible(!sessionJobs().isEmpty());
    const auto job = chosen();
    m_name->setText(job ? tr("Session job %1").arg(base::visibleText(job->metadata.name, 120))
                        : tr("Select a session job to see what can be done with it."));
    m_name->setType(job ? theme::Type::Strong : theme::Type::Body);
    m_name->setRole(job ? theme::Role::Text : theme::Role::SecondaryText);
    m_operations->setVisible(job != nullptr);
    m_operations->present(standingOf(job.get(), subject()));
}

/// Of a job that no operator keeps.
void JobsTab::showOwnOperations()
{
    const std::optional<flink::JobOverview> job = chosenJob();
    m_head->setVisible(m_model.rowCount() > 0);
    m_name->setText(job ? base::visibleText(job->name, 120) : tr("Select a job to see what can be done with it."));
    m_name->setType(job ? theme::Type::Strong : theme::Type::Body);
    m_name->setRole(job ? theme::Role::Text : theme::Role::SecondaryText);
    m_operations->setVisible(job.has_value());
    m_operations->present(standingOf(job ? &*job : nullptr, subject()));
}

void JobsTab::setTitles()
{
    m_model.setTitles({{tr("State")},
                       {tr("Job")},
                       {tr("Id")},
                       {tr("Started")},
                       {tr("Duration"), LineModel::Align::Right},
                       {tr("Tasks"), LineModel::Align::Right},
                       {tr("Session job")}});
}

QString JobsTab::title() const
{
    return tr("Jobs");
}

QList<std::shared_ptr<const flink::SessionJob>> JobsTab::sessionJobs() const
{
    QList<std::shared_ptr<const flink::SessionJob>> result;
    const auto* all = subject().connection().sessionJobs();
    if (!all)
        return result;
    for (const kube::ObjectKey& key : all->keys()) {
        const auto job = key.nameSpace == subject().key().nameSpace ? all->value(key) : nullptr;
        if (job && job->deploymentName == subject().key().name)
            result.append(job);
    }
    return result;
}

QList<Line> JobsTab::lines() const
{
    QList<Line> lines;
    auto waiting = sessionJobs();
    for (const flink::JobOverview& job : subject().view().jobs.value.value_or(QList<flink::JobOverview>())) {
        Cell session = textCell({});
        const auto resource =
            std::find_if(waiting.begin(), waiting.end(), [&](const auto& one) { return one->status.jobId == job.id; });
        if (resource != waiting.end()) {
            session = textCell((*resource)->metadata.name);
            session.secondary = textCell((*resource)->status.lifecycleState).text;
            waiting.erase(resource);
        }
        const QString tasks = u"%1/%2"_s.arg(job.tasks.value(u"running"_s)).arg(job.tasks.value(u"total"_s));
        lines.append({job.id,
                      {stateCell(familyOfJob(job.state), job.state), textCell(job.name), textCell(job.id),
                       timeCell(job.startTime), durationCell(job.durationMs), textCell(tasks), session}});
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line& left, const Line& right) {
        return left.cells.first().state.value_or(base::Health::Unknown) <
               right.cells.first().state.value_or(base::Health::Unknown);
    });
    // What the operator was asked to run, but Flink does not list.
    const bool isListed = subject().view().jobs.isKnown();
    for (const auto& job : std::as_const(waiting)) {
        Cell session = textCell(job->metadata.name);
        session.secondary = textCell(job->status.lifecycleState).text;
        lines.append({u"session:"_s + job->metadata.uid,
                      {stateCell(base::Health::Unknown, isListed ? tr("not in Flink") : tr("not known")),
                       textCell(job->status.jobName), textCell(job->status.jobId), timeCell({}), textCell({}),
                       textCell({}), session}});
    }
    return lines;
}

void JobsTab::refresh()
{
    setTitles();
    m_table->setAccessibleName(title());
    const QList<Line> all = lines();
    // What the operator was asked to run can be told, and helped, without Flink.
    const auto& jobs = subject().view().jobs;
    const bool isKnown = jobs.isKnown() || !sessionJobs().isEmpty();
    if (!settle(isKnown, jobs.observedAt, jobs.problem, tr("read the jobs of Flink (services/proxy: get)")))
        return;
    m_model.setLines(all);
    m_table->setColumnHidden(6, subject().isEndpoint());
    showOperations();
    if (all.isEmpty())
        showNone(tr("Flink runs no job and remembers none."));
}

} // namespace deployment
