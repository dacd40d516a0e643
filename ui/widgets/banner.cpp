#include "ui/widgets/banner.h"

#include "core/base/quantity.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/timedisplay.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

using namespace Qt::StringLiterals;

namespace {

constexpr int glyphSize = 16;

} // namespace

Banner::Banner(QWidget* parent)
    : QWidget(parent)
    , m_glyph(new QLabel(this))
    , m_lead(new PlainLabel({}, theme::Type::Strong, theme::Role::Text, this))
    , m_rest(new PlainLabel(this))
    , m_action(new QPushButton(this))
{
    m_glyph->setTextFormat(Qt::PlainText);
    m_glyph->setFixedSize(glyphSize, glyphSize + 2);
    m_lead->setWordWrap(true);
    m_rest->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(1);
    words->addWidget(m_lead);
    words->addWidget(m_rest);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between);
    row->setSpacing(10);
    row->addWidget(m_glyph, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    m_action->setVisible(false);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionRequested);
    if (theme::Theme* theme = theme::Theme::instance())
        connect(theme, &theme::Theme::changed, this, &Banner::dress);
}

void Banner::showMessage(base::Health family, const QString& lead, const QString& rest, const QString& action)
{
    m_family = family;
    m_lead->setText(lead);
    m_lead->setVisible(!lead.isEmpty());
    m_rest->setText(rest);
    m_rest->setVisible(!rest.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text());
    dress();
}

QString Banner::text() const
{
    return m_rest->text().isEmpty() ? m_lead->text() : u"%1 %2"_s.arg(m_lead->text(), m_rest->text());
}

void Banner::dress()
{
    m_glyph->setPixmap(theme::glyph(theme::glyphOf(m_family), glyphSize, devicePixelRatioF()));
    update();
}

void Banner::paintEvent(QPaintEvent*)
{
    const theme::StatusColors colors = theme::status(m_family);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.border);
    painter.setBrush(colors.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::cardRadius, theme::cardRadius);
}

StaleBanner::StaleBanner(QWidget* parent)
    : Banner(parent)
{
    if (TimeDisplay* display = TimeDisplay::instance()) {
        connect(display, &TimeDisplay::ticked, this, [this] {
            if (isVisible())
                refresh();
        });
    }
}

void StaleBanner::showStale(const QDateTime& lastContact, const QString& reason)
{
    m_lastContact = lastContact;
    m_reason = reason;
    refresh();
}

void StaleBanner::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Banner::changeEvent(event);
}

void StaleBanner::refresh()
{
    const QString ago = base::relativeTime(m_lastContact, QDateTime::currentDateTimeUtc());
    const QString lead = ago.isEmpty() ? tr("Not connected yet.") : tr("Disconnected %1.").arg(ago);
    showMessage(base::Health::Unknown, lead, m_reason);
}

} // namespace widgets
