#include "ui/deployment/failurestrip.h"

#include "core/base/quantity.h"
#include "ui/theme/theme.h"
#include "ui/widgets/timedisplay.h"
#include "ui/widgets/tooltip.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

constexpr int barWidth = 5, barStep = 7, barsHeight = 30;

} // namespace

FailureStrip::FailureStrip(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize FailureStrip::sizeHint() const
{
    return {400, barsHeight + 2 * QFontMetrics(theme::font(theme::Type::Small)).height() + 2 * theme::inside};
}

QRect FailureStrip::plot() const
{
    const int line = QFontMetrics(theme::font(theme::Type::Small)).height();
    return {0, line + theme::inside, width(), barsHeight};
}

void FailureStrip::show(const QList<Failure>& failures, const QList<Mark>& marks, const QString& group)
{
    QDateTime first;
    for (const Failure& failure : failures)
        first = first.isValid() ? std::min(first, failure.at) : failure.at;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    // A mark counts when it is no further from the failures than they reach themselves.
    const QDateTime earliest = first.isValid() ? first.addSecs(-std::max<qint64>(first.secsTo(now), 60)) : now;
    QList<Mark> kept;
    std::ranges::copy_if(marks, std::back_inserter(kept),
                         [&](const Mark& mark) { return mark.at >= earliest && mark.at <= now; });
    std::ranges::sort(kept, {}, &Mark::at);
    m_failures = failures;
    m_marks = kept;
    m_group = group;
    m_from = kept.isEmpty() ? first : std::min(first, kept.first().at);
    m_until = now;
    for (const Failure& failure : failures)
        m_until = std::max(m_until, failure.at);
    setVisible(first.isValid());
    describe();
    update();
}

int FailureStrip::placeOf(const QDateTime& at) const
{
    const double span = double(std::max<qint64>(1, m_from.msecsTo(m_until)));
    return int(double(m_from.msecsTo(at)) / span * (plot().width() - barWidth));
}

QList<FailureStrip::Bar> FailureStrip::bars() const
{
    QList<Bar> bars(std::max(1, plot().width() / barStep + 1));
    for (const Failure& failure : m_failures) {
        Bar& bar = bars[std::clamp<qsizetype>(placeOf(failure.at) / barStep, 0, bars.size() - 1)];
        ++bar.all;
        bar.chosen += failure.group == m_group ? 1 : 0;
    }
    return bars;
}

void FailureStrip::describe()
{
    setAccessibleName(tr("Exceptions over time"));
    if (m_failures.isEmpty())
        return setAccessibleDescription({});
    const auto chosen = std::ranges::count(m_failures, m_group, &Failure::group);
    QStringList sentences{tr("%n exception(s), the first %1, the last %2.", nullptr, int(m_failures.size()))
                              .arg(widgets::absoluteText(std::ranges::min(m_failures, {}, &Failure::at).at),
                                   widgets::absoluteText(std::ranges::max(m_failures, {}, &Failure::at).at)),
                          tr("%n in the selected group.", nullptr, int(chosen))};
    for (const Mark& mark : std::as_const(m_marks))
        sentences.append(u"%1: %2."_s.arg(mark.what, widgets::absoluteText(mark.at)));
    setAccessibleDescription(sentences.join(u' '));
}

void FailureStrip::paintBars(QPainter* painter) const
{
    const QRect area = plot();
    const QList<Bar> bars = this->bars();
    const int most = std::ranges::max(bars, {}, &Bar::all).all;
    painter->fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme::color(theme::Role::Border));
    for (qsizetype i = 0; i < bars.size(); ++i) {
        if (bars.at(i).all == 0)
            continue;
        const int height = std::max(4, area.height() * bars.at(i).all / most);
        const int chosen = bars.at(i).chosen == 0 ? 0 : std::max(4, height * bars.at(i).chosen / bars.at(i).all);
        const QRect bar(area.left() + int(i) * barStep, area.bottom() - height, barWidth, height);
        painter->fillRect(bar, theme::color(theme::Role::Edge));
        painter->fillRect(bar.adjusted(0, height - chosen, 0, 0), theme::status(base::Health::Broken).glyph);
    }
}

void FailureStrip::paintMarks(QPainter* painter) const
{
    const QRect area = plot();
    int free = 0; // where the words of the mark before end
    for (const Mark& mark : m_marks) {
        const int x = area.left() + placeOf(mark.at);
        painter->fillRect(QRect(x, 0, 1, area.bottom()), theme::color(theme::Role::Link));
        const int width = painter->fontMetrics().horizontalAdvance(mark.what);
        if (x + theme::inside < free || x + theme::inside + width > area.right())
            continue;
        painter->setPen(theme::color(theme::Role::SecondaryText));
        painter->drawText(QPoint(x + theme::inside, painter->fontMetrics().ascent()), mark.what);
        free = x + 2 * theme::inside + width;
    }
}

void FailureStrip::paintTimes(QPainter* painter) const
{
    const QRect area = plot();
    const QRect below(area.left(), area.bottom() + theme::inside, area.width(), painter->fontMetrics().height());
    painter->setPen(theme::color(theme::Role::SecondaryText));
    painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter, widgets::shortText(m_from));
    painter->drawText(below, Qt::AlignRight | Qt::AlignVCenter, widgets::shortText(m_until));
}

void FailureStrip::paintEvent(QPaintEvent*)
{
    if (m_failures.isEmpty())
        return;
    QPainter painter(this);
    painter.setFont(theme::font(theme::Type::Small));
    paintBars(&painter);
    paintMarks(&painter);
    paintTimes(&painter);
}

bool FailureStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || m_failures.isEmpty())
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int bar = help->pos().x() / barStep;
    QStringList lines;
    for (const Mark& mark : std::as_const(m_marks)) {
        if (placeOf(mark.at) / barStep == bar)
            lines.append(u"%1: %2"_s.arg(mark.what, widgets::absoluteText(mark.at)));
    }
    QList<QDateTime> times;
    for (const Failure& failure : std::as_const(m_failures)) {
        if (placeOf(failure.at) / barStep == bar)
            times.append(failure.at);
    }
    if (!times.isEmpty())
        lines.append(tr("%n exception(s), the last %1.", nullptr, int(times.size()))
                         .arg(widgets::absoluteText(std::ranges::max(times))));
    QToolTip::showText(help->globalPos(), widgets::plainToolTip(lines.join(u'\n')), this);
    return true;
}

} // namespace deployment
