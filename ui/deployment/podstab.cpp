#include "ui/deployment/podstab.h"

#include "ui/deployment/logview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/objecttable.h"

#include <QSplitter>

#include <algorithm>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

base::Health familyOf(const flink::Pod& pod)
{
    if (pod.metadata.deletedAt.isValid())
        return base::Health::Changing;
    const bool isStuck =
        std::any_of(pod.containers.begin(), pod.containers.end(), [](const flink::ContainerState& container) {
            return container.waitingReason.endsWith(u"BackOff") || container.waitingReason.startsWith(u"Err");
        });
    if (isStuck || pod.phase == u"Failed")
        return base::Health::Broken;
    if (!pod.unschedulable.isEmpty())
        return base::Health::AtRisk;
    if (pod.phase == u"Running")
        return pod.isReady() ? base::Health::Healthy : base::Health::Changing;
    return pod.phase == u"Pending"     ? base::Health::Changing
           : pod.phase == u"Succeeded" ? base::Health::Suspended
                                       : base::Health::Unknown;
}

/// The word for what a pod does, the most telling first.
QString stateOf(const flink::Pod& pod)
{
    if (pod.metadata.deletedAt.isValid())
        return u"Terminating"_s;
    if (!pod.reason.isEmpty())
        return pod.reason;
    for (const flink::ContainerState& container : pod.containers) {
        if (!container.waitingReason.isEmpty())
            return container.waitingReason;
    }
    return pod.unschedulable.isEmpty() ? pod.phase : u"Unschedulable"_s;
}

} // namespace

PodsTab::PodsTab(Subject& subject, QWidget* parent)
    : Tab(subject, parent)
    , m_log(new LogView(*subject.connection().api()))
{
    setTitles();
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    m_table = makeTable(u"pods"_s, &m_model, splitter);
    m_table->setNameColumn(1);
    m_table->setDefaultColumns({130, 240, 110, 76, 150, 150, 80});
    m_table->setStretchColumn(1);
    m_table->setItemDelegateForColumn(0, new widgets::StatusDelegate(m_table));
    m_table->setItemDelegateForColumn(3, new widgets::NumberDelegate(m_table));
    splitter->addWidget(m_table);
    splitter->addWidget(m_log);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    setContent(splitter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PodsTab::showLog);
}

void PodsTab::setTitles()
{
    m_model.setTitles({{tr("State")},
                       {tr("Pod")},
                       {tr("Component")},
                       {tr("Restarts"), LineModel::Align::Right},
                       {tr("Node")},
                       {tr("Last end")},
                       {tr("Age")}});
}

QString PodsTab::title() const
{
    return tr("Pods");
}

Line PodsTab::lineOf(const flink::Pod& pod) const
{
    Cell state = stateCell(familyOf(pod), stateOf(pod));
    QStringList hints{pod.unschedulable};
    Cell end = textCell({});
    for (const flink::ContainerState& container : pod.containers) {
        hints.append(container.message);
        if (container.lastEndReason.isEmpty())
            continue;
        end = textCell(container.lastExitCode == 0
                           ? container.lastEndReason
                           : tr("%1, exit %2").arg(container.lastEndReason).arg(container.lastExitCode));
        if (container.lastEndReason == u"OOMKilled" || container.lastEndReason == u"Error")
            end.family = base::Health::Broken;
    }
    hints.removeAll(QString());
    state.hint = hints.isEmpty() ? QString() : textCell(hints.join(u' '), 1000).text;
    Cell restarts = countCell(pod.restarts());
    if (pod.restarts() > 0)
        restarts.family = base::Health::AtRisk;
    return {pod.metadata.uid.isEmpty() ? pod.metadata.name : pod.metadata.uid,
            {state, textCell(pod.metadata.name), textCell(pod.component), restarts, textCell(pod.node), end,
             timeCell(pod.startedAt.isValid() ? pod.startedAt : pod.metadata.createdAt)}};
}

void PodsTab::refresh()
{
    setTitles();
    m_table->setAccessibleName(title());
    const auto* store = subject().pods();
    if (!settle(*store, tr("list and watch pods in %1").arg(subject().key().nameSpace)))
        return;
    QList<std::shared_ptr<const flink::Pod>> pods;
    for (const kube::ObjectKey& key : store->keys()) {
        if (auto pod = store->value(key))
            pods.append(std::move(pod));
    }
    std::sort(pods.begin(), pods.end(), [](const auto& left, const auto& right) {
        return std::pair(left->component, left->metadata.name) < std::pair(right->component, right->metadata.name);
    });
    QList<Line> lines;
    for (const auto& pod : std::as_const(pods))
        lines.append(lineOf(*pod));
    m_model.setLines(lines);
    if (lines.isEmpty()) {
        showNone(tr("There are no pods: nothing of this deployment runs."));
        return;
    }
    if (!m_table->currentIndex().isValid())
        m_table->selectRow(0);
}

void PodsTab::choose(const QString& podName, kube::LogQuery::Instance instance)
{
    refresh();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.line(row).cells.at(1).exact != podName)
            continue;
        m_table->selectRow(row);
        m_log->setInstance(instance);
        return;
    }
}

void PodsTab::showLog()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const QString uid = m_model.line(current.row()).key;
    const auto* store = subject().pods();
    for (const kube::ObjectKey& key : store->keys()) {
        const auto pod = store->value(key);
        if (!pod || (pod->metadata.uid != uid && pod->metadata.name != uid))
            continue;
        QStringList containers;
        for (const flink::ContainerState& container : pod->containers)
            containers.append(container.name);
        m_log->showPod(key, containers);
        return;
    }
}

} // namespace deployment
