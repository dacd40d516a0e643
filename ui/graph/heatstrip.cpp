#include "ui/graph/heatstrip.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "ui/graph/words.h"
#include "ui/theme/load.h"
#include "ui/theme/theme.h"
#include "ui/widgets/focusring.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace graph {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(graph::Text)
};

constexpr int widest = 44, narrowest = 12, mostRows = 8, edge = 3;

} // namespace

QString describe(const flink::SubtaskFigures& subtask)
{
    const QString place = subtask.taskManagerId.isEmpty() ? u"–"_s : base::visibleText(subtask.taskManagerId, 120);
    return Text::tr("Subtask %1: busy %2, backpressured %3, records %4, TaskManager %5")
        .arg(QString::number(subtask.index), percent(subtask.busy), percent(subtask.backpressured),
             base::compactCount(subtask.recordsIn), place);
}

HeatStrip::HeatStrip(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
    describe();
}

/// As few rows as the narrowest cells allow.
int HeatStrip::columns() const
{
    const int room = std::max(1, width() - 2 * edge);
    const int count = std::max(1, int(m_subtasks.size()));
    return std::max(std::min(count, std::max(1, room / narrowest)), (count + mostRows - 1) / mostRows);
}

QSize HeatStrip::sizeHint() const
{
    const int rows = std::clamp((int(m_subtasks.size()) + columns() - 1) / columns(), 1, mostRows);
    return {320, rows * (theme::smallButtonHeight() + 2) + 2 * edge};
}

QRectF HeatStrip::cell(int place) const
{
    const int row = place / columns();
    const double step = std::min(double(widest), double(width() - 2 * edge) / columns());
    const int height = theme::smallButtonHeight();
    return {edge + step * (place % columns()), double(edge + row * (height + 2)), std::max(1.0, step - 2),
            double(height)};
}

int HeatStrip::placeAt(const QPointF& where) const
{
    for (int i = 0; i < m_subtasks.size(); ++i) {
        if (cell(i).adjusted(-1, -1, 1, 1).contains(where))
            return i;
    }
    return -1;
}

int HeatStrip::placeOfChosen() const
{
    const auto found = std::ranges::find(m_subtasks, m_chosen, &flink::SubtaskFigures::index);
    return found == m_subtasks.end() ? -1 : int(found - m_subtasks.begin());
}

void HeatStrip::showSubtasks(const QList<flink::SubtaskFigures>& subtasks)
{
    m_subtasks = subtasks;
    updateGeometry();
    describe();
    update();
}

void HeatStrip::choose(int index)
{
    m_chosen = index;
    describe();
    update();
}

void HeatStrip::describe()
{
    setAccessibleName(tr("Subtasks"));
    const int place = placeOfChosen();
    setAccessibleDescription(place < 0 ? QString() : graph::describe(m_subtasks.at(place)));
}

void HeatStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme::font(theme::Type::Small));
    for (int i = 0; i < m_subtasks.size(); ++i) {
        const flink::SubtaskFigures& subtask = m_subtasks.at(i);
        const QRectF place = cell(i);
        if (subtask.busy) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme::heat(*subtask.busy));
        } else {
            painter.setPen(QPen(theme::color(theme::Role::Edge), 1, Qt::DotLine));
            painter.setBrush(Qt::NoBrush);
        }
        painter.drawRoundedRect(place, 2, 2);
        const QString text = subtask.busy ? QString::number(int(*subtask.busy * 100 + 0.5)) : u"–"_s;
        if (painter.fontMetrics().horizontalAdvance(text) + 4 <= place.width()) {
            painter.setPen(subtask.busy ? theme::onHeat(*subtask.busy) : theme::color(theme::Role::SecondaryText));
            painter.drawText(place, Qt::AlignCenter, text);
        }
        if (subtask.index == m_chosen) {
            painter.setPen(QPen(theme::color(theme::Role::Accent), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(place, 3, 3);
        }
    }
    widgets::paintFocusRing(&painter, this);
}

void HeatStrip::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Left    ? -1
                     : event->key() == Qt::Key_Right ? 1
                     : event->key() == Qt::Key_Up    ? -columns()
                     : event->key() == Qt::Key_Down  ? columns()
                                                     : 0;
    if (step == 0 || m_subtasks.isEmpty())
        return QWidget::keyPressEvent(event);
    const int next = std::clamp(placeOfChosen() + step, 0, int(m_subtasks.size()) - 1);
    choose(m_subtasks.at(next).index);
    emit picked(m_chosen);
}

void HeatStrip::mousePressEvent(QMouseEvent* event)
{
    const int place = placeAt(event->position());
    if (place < 0)
        return;
    choose(m_subtasks.at(place).index);
    emit picked(m_chosen);
}

void HeatStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateGeometry();
}

bool HeatStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int place = placeAt(help->pos());
    if (place < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), graph::describe(m_subtasks.at(place)), this);
    return true;
}

} // namespace graph
