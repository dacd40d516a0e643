#include "ui/deployment/historychart.h"

#include "core/base/quantity.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

constexpr int lines = 3;

/// Distances between lines that people read easily, in milliseconds.
constexpr std::array<double, 24> timeSteps{1,     2,     5,     10,      20,      50,      100,     200,
                                           500,   1'000, 2'000, 5'000,   10'000,  20'000,  30'000,  60'000,
                                           120e3, 300e3, 600e3, 1'200e3, 1'800e3, 3'600e3, 7'200e3, 18'000e3};

} // namespace

HistoryChart::HistoryChart(Measure measure, QWidget* parent)
    : QWidget(parent)
    , m_measure(measure)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QString HistoryChart::format(double value) const
{
    return m_measure == Measure::Bytes ? base::bytesText(qint64(value))
                                       : base::compactDuration(std::chrono::milliseconds(qint64(value)));
}

/// The end of an axis of three equal steps that reaches `most`.
double HistoryChart::niceTop(double most) const
{
    if (most <= 0)
        return 0;
    if (m_measure == Measure::Milliseconds) {
        const auto step = std::lower_bound(timeSteps.begin(), timeSteps.end(), most / lines);
        return step == timeSteps.end() ? most : *step * lines;
    }
    double unit = 1;
    while (unit * 1024 <= most / lines)
        unit *= 1024;
    for (const double step : {1, 2, 5, 10, 20, 50, 100, 200, 500}) {
        if (step * unit * lines >= most)
            return step * unit * lines;
    }
    return unit * 1024 * lines;
}

void HistoryChart::setTitle(const QString& title)
{
    m_title = title;
    describe();
    update();
}

void HistoryChart::setPoints(const QList<Point>& points)
{
    if (m_points == points)
        return;
    m_points = points;
    double most = 0;
    for (const Point& point : points)
        most = std::max(most, point.value);
    m_top = niceTop(most);
    m_hovered = -1;
    describe();
    update();
}

void HistoryChart::setCurrent(qint64 id)
{
    m_current = id;
    update();
}

void HistoryChart::describe()
{
    setAccessibleName(m_title);
    if (m_points.isEmpty()) {
        setAccessibleDescription(tr("No checkpoints."));
        return;
    }
    const auto failed =
        std::count_if(m_points.begin(), m_points.end(), [](const Point& one) { return one.kind == Kind::Failed; });
    setAccessibleDescription(tr("%n checkpoint(s), the last at %1, at most %2.", nullptr, int(m_points.size()))
                                 .arg(format(m_points.last().value), format(m_top)) +
                             u' ' + tr("%n failed.", nullptr, int(failed)));
}

QRectF HistoryChart::plot() const
{
    const QFontMetrics small(theme::font(theme::Type::Small));
    int labels = 0;
    for (int i = 0; i <= lines; ++i)
        labels = std::max(labels, small.horizontalAdvance(format(m_top * i / lines)));
    const int head = QFontMetrics(theme::font(theme::Type::Strong)).height() + theme::pageMargin;
    return QRectF(QPointF(theme::between + labels + theme::between, head + theme::between),
                  QPointF(width() - theme::pageMargin - 6, height() - small.height() - theme::between));
}

QPointF HistoryChart::position(int index) const
{
    const QRectF area = plot();
    const double step = m_points.size() > 1 ? area.width() / double(m_points.size() - 1) : 0;
    const double x = m_points.size() > 1 ? area.left() + step * index : area.center().x();
    return {x, area.bottom() - (m_top > 0 ? area.height() * m_points.at(index).value / m_top : 0)};
}

int HistoryChart::indexOf(qint64 id) const
{
    const auto found =
        std::find_if(m_points.begin(), m_points.end(), [id](const Point& point) { return point.id == id; });
    return found == m_points.end() ? -1 : int(found - m_points.begin());
}

int HistoryChart::nearest(qreal x) const
{
    const QRectF area = plot();
    if (m_points.isEmpty() || area.width() <= 0)
        return -1;
    const double ratio = std::clamp((x - area.left()) / area.width(), 0.0, 1.0);
    return int(std::lround(ratio * double(m_points.size() - 1)));
}

void HistoryChart::paintFrame(QPainter* painter) const
{
    const QRectF area = plot();
    painter->setPen(QPen(theme::color(theme::Role::Border), 1));
    painter->setBrush(theme::color(theme::Role::Surface));
    painter->drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::cardRadius, theme::cardRadius);
    painter->setFont(theme::font(theme::Type::Strong));
    painter->setPen(theme::color(theme::Role::Text));
    const QRect head(theme::pageMargin, theme::between, width() - 2 * theme::pageMargin,
                     painter->fontMetrics().height());
    painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter, m_title);

    painter->setFont(theme::font(theme::Type::Small));
    const int half = painter->fontMetrics().height() / 2;
    for (int i = 0; i <= lines; ++i) {
        const double y = std::round(area.bottom() - area.height() * i / lines) + 0.5;
        painter->setPen(theme::color(theme::Role::Grid));
        painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        if (i > 0 && m_top <= 0)
            continue;
        painter->setPen(theme::color(theme::Role::SecondaryText));
        const QRectF label(0, y - half, area.left() - theme::between, 2 * half);
        painter->drawText(label, Qt::AlignRight | Qt::AlignVCenter, format(m_top * i / lines));
    }
    if (m_points.isEmpty()) {
        painter->drawText(area, Qt::AlignCenter, tr("No checkpoints"));
        return;
    }
    painter->setPen(theme::color(theme::Role::SecondaryText));
    const QRectF times(area.left() - 30, area.bottom() + 2, area.width() + 36, 2 * half + 4);
    painter->drawText(times.adjusted(30, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      m_points.first().at.toLocalTime().toString(u"HH:mm"_s));
    if (m_points.size() > 1)
        painter->drawText(times, Qt::AlignRight | Qt::AlignVCenter,
                          m_points.last().at.toLocalTime().toString(u"HH:mm"_s));
}

void HistoryChart::paintSeries(QPainter* painter) const
{
    QPainterPath path;
    bool isDrawing = false;
    for (int i = 0; i < m_points.size(); ++i) {
        // A failed checkpoint has no value to go through: the line breaks there.
        const bool isValue = m_points.at(i).kind == Kind::Completed;
        if (isValue && isDrawing)
            path.lineTo(position(i));
        else if (isValue)
            path.moveTo(position(i));
        isDrawing = isValue;
    }
    const QColor ink = theme::color(theme::Role::Link);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(ink, 1.5));
    painter->drawPath(path);
    for (int i = 0; i < m_points.size(); ++i) {
        const QPointF at = position(i);
        switch (m_points.at(i).kind) {
        case Kind::Completed:
            painter->setPen(Qt::NoPen);
            painter->setBrush(ink);
            painter->drawEllipse(at, 2, 2);
            break;
        case Kind::Failed:
            painter->setPen(QPen(theme::status(base::Health::Broken).glyph, 2));
            painter->drawLine(at + QPointF(-3, -3), at + QPointF(3, 3));
            painter->drawLine(at + QPointF(-3, 3), at + QPointF(3, -3));
            break;
        case Kind::InProgress:
            painter->setPen(QPen(theme::status(base::Health::Changing).glyph, 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawEllipse(at, 3.5, 3.5);
            break;
        }
    }
}

void HistoryChart::paintCursor(QPainter* painter) const
{
    const int index = m_hovered >= 0 ? m_hovered : indexOf(m_current);
    if (index < 0 || index >= m_points.size())
        return;
    const QRectF area = plot();
    const QPointF at = position(index);
    painter->setPen(QPen(theme::color(theme::Role::Edge), 1));
    painter->drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()));
    painter->setFont(theme::font(theme::Type::Small));
    painter->setPen(theme::color(theme::Role::Text));
    const QString text =
        u"%1  %2"_s.arg(m_points.at(index).at.toLocalTime().toString(u"HH:mm:ss"_s), format(m_points.at(index).value));
    const QRect head(theme::pageMargin, theme::between, width() - 2 * theme::pageMargin,
                     QFontMetrics(theme::font(theme::Type::Strong)).height());
    painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter, text);
}

void HistoryChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(&painter);
    paintSeries(&painter);
    paintCursor(&painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme::color(theme::Role::Focus), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::cardRadius, theme::cardRadius);
    }
}

void HistoryChart::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || m_points.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int from = indexOf(m_current) < 0 ? int(m_points.size()) - 1 - step : indexOf(m_current);
    emit picked(m_points.at(std::clamp(from + step, 0, int(m_points.size()) - 1)).id);
}

void HistoryChart::mousePressEvent(QMouseEvent* event)
{
    if (const int index = nearest(event->position().x()); index >= 0)
        emit picked(m_points.at(index).id);
}

void HistoryChart::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = nearest(event->position().x());
    update();
}

void HistoryChart::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
}

} // namespace deployment
