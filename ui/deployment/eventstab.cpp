#include "ui/deployment/eventstab.h"

#include "ui/widgets/delegates.h"
#include "ui/widgets/objecttable.h"

#include <algorithm>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

QDateTime timeOf(const flink::Event& event)
{
    return event.lastSeen.isValid() ? event.lastSeen : event.firstSeen;
}

} // namespace

EventsTab::EventsTab(Subject& subject, QWidget* parent)
    : Tab(subject, parent)
{
    setTitles();
    m_table = makeTable(u"events"_s, &m_model, this);
    m_table->setNameColumn(2);
    m_table->setDefaultColumns({90, 106, 150, 340, 60, 200});
    m_table->setStretchColumn(3);
    m_table->setItemDelegateForColumn(4, new widgets::NumberDelegate(m_table));
    setContent(m_table);
}

void EventsTab::setTitles()
{
    m_model.setTitles({{tr("Last seen")},
                       {tr("Type")},
                       {tr("Reason")},
                       {tr("Message")},
                       {tr("Count"), LineModel::Align::Right},
                       {tr("About")}});
}

QString EventsTab::title() const
{
    return tr("Events");
}

void EventsTab::refresh()
{
    setTitles();
    m_table->setAccessibleName(title());
    const auto* store = subject().events();
    if (!settle(*store, tr("list and watch events in %1").arg(subject().key().nameSpace)))
        return;
    QList<std::shared_ptr<const flink::Event>> events;
    for (const kube::ObjectKey& key : store->keys()) {
        if (auto event = store->value(key))
            events.append(std::move(event));
    }
    std::sort(events.begin(), events.end(),
              [](const auto& left, const auto& right) { return timeOf(*left) > timeOf(*right); });
    QList<Line> lines;
    for (const auto& event : std::as_const(events)) {
        const bool isWarning = event->type == u"Warning";
        Cell object = textCell(event->objectName);
        object.secondary = textCell(event->objectKind).text;
        Cell type = textCell(isWarning ? tr("Warning") : tr("Normal"));
        if (isWarning)
            type.state = base::Health::AtRisk;
        Cell message = textCell(event->message, 1000);
        lines.append(
            {event->metadata.uid.isEmpty() ? event->metadata.name : event->metadata.uid,
             {timeCell(timeOf(*event)), type, textCell(event->reason), message, countCell(event->count), object}});
    }
    m_model.setLines(lines);
    if (lines.isEmpty())
        showNone(tr("There are no events. A cluster forgets them after an hour."));
}

} // namespace deployment
