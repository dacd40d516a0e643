#include "ui/deployment/placecard.h"

#include "core/base/visibletext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/timedisplay.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QPushButton>

namespace deployment {

using namespace Qt::StringLiterals;
using Instance = kube::LogQuery::Instance;

PlaceCard::PlaceCard(QWidget* parent)
    : Card(parent)
    , m_grid(new QGridLayout)
    , m_task(addRow())
    , m_subtask(addRow())
    , m_pod(addRow())
    , m_node(addRow())
    , m_end(addRow())
    , m_notice(addRow())
    , m_log(new QPushButton(this))
    , m_previous(new QPushButton(this))
{
    m_grid->setColumnStretch(1, 1);
    m_grid->setHorizontalSpacing(theme::pageMargin);
    m_grid->setVerticalSpacing(theme::inside);
    body()->addLayout(m_grid);
    auto* logs = new QHBoxLayout;
    logs->setSpacing(theme::between);
    logs->addWidget(m_log);
    logs->addWidget(m_previous);
    logs->addStretch(1);
    body()->addLayout(logs);
    connect(m_log, &QPushButton::clicked, this, [this] { emit logRequested(m_podName, Instance::Current); });
    connect(m_previous, &QPushButton::clicked, this, [this] { emit logRequested(m_podName, Instance::Previous); });
}

PlaceCard::Row PlaceCard::addRow()
{
    const Row row{new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this),
                  new widgets::PlainLabel({}, theme::Type::Body, theme::Role::Text, this)};
    row.value->setWordWrap(true);
    row.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int line = m_grid->rowCount();
    m_grid->addWidget(row.title, line, 0, Qt::AlignTop);
    m_grid->addWidget(row.value, line, 1);
    return row;
}

void PlaceCard::fill(const Row& row, const QString& title, const QString& value)
{
    row.title->setText(title);
    row.value->setText(base::visibleText(value, 400));
    row.value->setAccessibleName(title + u": "_s + row.value->text());
    row.title->setVisible(!value.isEmpty());
    row.value->setVisible(!value.isEmpty());
}

void PlaceCard::showEnd(const flink::FailurePlace& place)
{
    fill(m_end, tr("Ended with"),
         place.end.isEmpty() || place.exitCode == 0 ? place.end : tr("%1, exit %2").arg(place.end).arg(place.exitCode));
    if (place.end == u"OOMKilled" || place.end == u"Evicted" || place.end == u"Error")
        m_end.value->setFamily(base::Health::Broken);
    else
        m_end.value->setRole(theme::Role::Text);
    fill(m_notice, tr("Last warning"),
         place.notice.isEmpty() ? QString() : place.notice + u" · "_s + widgets::timeText(place.noticedAt));
}

void PlaceCard::showPlace(const flink::FailurePlace& place)
{
    setTitle(tr("Where it happened"));
    m_podName = place.pod;
    const bool isNowhere = place.subtask.task.isEmpty() && place.pod.isEmpty();
    setSubtitle(isNowhere ? tr("at no task: on the JobManager or of the whole job") : QString());
    fill(m_task, tr("Task"), place.subtask.task);
    QString subtask;
    if (place.subtask.subtask > 0)
        subtask = place.subtask.attempt ? tr("%1 of %2, attempt %3")
                                              .arg(place.subtask.subtask)
                                              .arg(place.subtask.of)
                                              .arg(*place.subtask.attempt + 1)
                                        : tr("%1 of %2").arg(place.subtask.subtask).arg(place.subtask.of);
    fill(m_subtask, tr("Subtask"), subtask);
    fill(m_pod, tr("TaskManager"),
         place.pod.isEmpty() || place.isThere ? place.pod : tr("%1 (the pod is gone)").arg(place.pod));
    fill(m_node, tr("Node"), place.node);
    showEnd(place);
    m_log->setText(tr("Log"));
    m_log->setToolTip(tr("The log of this TaskManager's pod"));
    m_log->setVisible(place.isThere);
    m_previous->setText(tr("Log before the restart"));
    m_previous->setToolTip(tr("The log of the container before its last restart"));
    m_previous->setVisible(place.isThere && place.hasPrevious);
}

} // namespace deployment
