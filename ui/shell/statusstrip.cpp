#include "ui/shell/statusstrip.h"

#include "ui/connections/book.h"
#include "ui/shell/connectionwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/timedisplay.h"
#include "ui/widgets/tooltip.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace shell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostDots = 4;

// A line of text one can press; with a dot in a family's colour before it, which the words repeat.
class StripButton : public QAbstractButton
{
public:
    explicit StripButton(QWidget* parent)
        : QAbstractButton(parent)
    {
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        setFont(theme::font(theme::Type::Small));
    }

    void setFamily(base::Health family)
    {
        m_family = family;
        update();
    }

    QSize sizeHint() const override
    {
        const int dot = m_family ? 14 : 0;
        return {fontMetrics().horizontalAdvance(text()) + dot + 10, fontMetrics().height() + 4};
    }
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (theme::showsFocus(this)) {
            painter.setPen(QPen(theme::color(theme::Role::Focus), 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::controlRadius, theme::controlRadius);
        }
        int x = 4;
        QColor ink = theme::color(underMouse() ? theme::Role::Text : theme::Role::SecondaryText);
        if (m_family) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme::status(*m_family).glyph);
            painter.drawEllipse(QRectF(x, height() / 2.0 - 4, 8, 8));
            x += 14;
            if (*m_family == base::Health::AtRisk || *m_family == base::Health::Broken)
                ink = theme::status(*m_family).text;
        }
        painter.setPen(ink);
        const QRect place(x, 0, width() - x - 2, height());
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, place.width()));
    }

private:
    std::optional<base::Health> m_family;
};

class ShieldSign : public QWidget
{
public:
    explicit ShieldSign(QWidget* parent)
        : QWidget(parent)
    {
        setFixedSize(14, 14);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        theme::icon(u"shield"_s, theme::Role::SecondaryText).paint(&painter, rect());
    }
};

} // namespace

StatusStrip::StatusStrip(connections::Book& book, QWidget* parent)
    : QWidget(parent)
    , m_book(book)
    , m_connections(new QHBoxLayout)
    , m_cancel(new StripButton(this))
    , m_none(new widgets::ElidedLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_watches(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_shieldSign(new ShieldSign(this))
    , m_shield(new widgets::ElidedLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_clock(new StripButton(this))
{
    m_connections->setSpacing(theme::between);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::between, 1, theme::between, 2);
    row->setSpacing(theme::between);
    row->addWidget(m_none);
    row->addLayout(m_connections);
    row->addWidget(m_cancel);
    row->addWidget(m_watches);
    row->addStretch(1);
    row->addWidget(m_shieldSign);
    row->addWidget(m_shield);
    row->addSpacing(theme::between);
    row->addWidget(m_clock);
    setMinimumHeight(qMax(26, fontMetrics().height() + 8));
    m_clock->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_clock->setToolTip(tr("Switch between local time and UTC"));
    connect(m_cancel, &QAbstractButton::clicked, this, &StatusStrip::signInCancelled);
    connect(m_clock, &QAbstractButton::clicked, this, &StatusStrip::zoneToggled);
    connect(&book, &connections::Book::changed, this, &StatusStrip::refresh);
    connect(&book, &connections::Book::stateChanged, this, &StatusStrip::refresh);
    if (widgets::TimeDisplay* display = widgets::TimeDisplay::instance()) {
        connect(display, &widgets::TimeDisplay::ticked, this, &StatusStrip::refresh);
        connect(display, &widgets::TimeDisplay::changed, this, &StatusStrip::showClock);
    }
    refresh();
}

void StatusStrip::setProtected(bool isProtected)
{
    m_isProtected = isProtected;
    refresh();
}

void StatusStrip::refresh()
{
    showConnections();
    showClock();
    m_shield->setText(tr("Protected: nothing can be changed"));
    m_shield->setVisible(m_isProtected);
    m_shieldSign->setVisible(m_isProtected);
}

void StatusStrip::showConnections()
{
    QList<flink::Connection*> open = m_book.openConnections();
    m_none->setVisible(open.isEmpty());
    m_none->setText(tr("No connection is open"));
    int watches = 0;
    for (const flink::Connection* connection : std::as_const(open))
        watches += connection->state().watches;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::stable_sort(open.begin(), open.end(), [now](const flink::Connection* a, const flink::Connection* b) {
        return stateOf(a->state(), now).family < stateOf(b->state(), now).family;
    });
    const qsizetype shown = qMin(open.size(), mostDots);
    while (m_dots.size() < shown) {
        auto* dot = new StripButton(this);
        connect(dot, &QAbstractButton::clicked, this, [this, dot] { emit connectionClicked(dot->objectName()); });
        m_connections->addWidget(dot);
        m_dots.append(dot);
    }
    while (m_dots.size() > shown)
        m_dots.takeLast()->deleteLater();
    for (qsizetype i = 0; i < shown; ++i) {
        const flink::Connection* connection = open.at(i);
        const Statement statement = stateOf(connection->state(), now);
        auto* dot = static_cast<StripButton*>(m_dots.at(i));
        const QString text = u"%1 %2"_s.arg(connection->settings().name, statement.text);
        dot->setObjectName(connection->id());
        dot->setFamily(statement.family);
        if (dot->text() == text)
            continue;
        dot->setText(text);
        dot->setAccessibleName(text);
        dot->updateGeometry();
        const std::optional<base::Error> error = connection->state().error;
        dot->setToolTip(widgets::plainToolTip(error ? error->message : text));
    }
    const bool isSigningIn = std::any_of(open.begin(), open.end(), [](const flink::Connection* connection) {
        return connection->state().signInSince.isValid();
    });
    m_cancel->setVisible(isSigningIn);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the sign-in"));
    m_cancel->setToolTip(tr("End the program that waits for the sign-in"));
    QString more = open.isEmpty() ? QString() : tr("%n watches", nullptr, watches);
    if (open.size() > shown)
        more = tr("%1 more connections · %2").arg(open.size() - shown).arg(more);
    m_watches->setText(more);
}

void StatusStrip::showClock()
{
    const QString now = widgets::absoluteText(QDateTime::currentDateTimeUtc());
    const QString time = now.mid(now.indexOf(u' ') + 1);
    if (m_clock->text() == time)
        return;
    const bool grew = m_clock->text().size() != time.size();
    m_clock->setText(time);
    m_clock->setAccessibleName(tr("Time: %1. Press to switch between local time and UTC.").arg(time));
    if (grew)
        m_clock->updateGeometry();
}

void StatusStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_clock->setText({});
        m_clock->setToolTip(tr("Switch between local time and UTC"));
        refresh();
    }
    QWidget::changeEvent(event);
}

void StatusStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Role::Window));
}

} // namespace shell
