#include "ui/widgets/emptystate.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/timedisplay.h"

#include <QDateTime>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

using namespace Qt::StringLiterals;

namespace {

constexpr int signSize = 32;

} // namespace

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_sign(new QLabel(this))
    , m_sentence(new PlainLabel({}, theme::Type::Strong, theme::Role::Text, this))
    , m_more(new PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
    , m_button(new QPushButton(this))
{
    m_sign->setTextFormat(Qt::PlainText);
    m_sign->setFixedSize(signSize, signSize);
    for (PlainLabel* label : {m_sentence, m_more}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_sign, 0, Qt::AlignHCenter);
    column->addSpacing(theme::inside);
    column->addWidget(m_sentence);
    column->addWidget(m_more);
    column->addSpacing(theme::inside);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionRequested);
    if (theme::Theme* theme = theme::Theme::instance())
        connect(theme, &theme::Theme::changed, this, &EmptyState::drawSign);
    present(Kind::None, {}, {}, {});
}

void EmptyState::showNone(const QString& sentence, const QString& button)
{
    present(Kind::None, sentence, {}, button);
}

void EmptyState::showNotPermitted(const QString& verb, const QString& button)
{
    present(Kind::NotPermitted, tr("You are not permitted to see this."), tr("Missing right: %1").arg(verb), button);
}

void EmptyState::showUnreachable(const QString& problem, const QDateTime& lastSeen, const QString& button)
{
    const QString age =
        lastSeen.isValid() ? tr("Last contact: %1").arg(timeToolTip(lastSeen)) : tr("There was no contact yet.");
    present(Kind::Unreachable, problem, age, button);
}

void EmptyState::showUnreadable(const QString& problem, const QString& where, const QString& button)
{
    present(Kind::Unreadable, problem, where, button);
}

void EmptyState::showFiltered(qsizetype hidden)
{
    present(Kind::Filtered, tr("The filter hides all %n entries.", nullptr, static_cast<int>(hidden)), {},
            tr("Clear the filter"));
}

QString EmptyState::sentence() const
{
    return m_sentence->text();
}

void EmptyState::present(Kind kind, const QString& sentence, const QString& more, const QString& button)
{
    m_kind = kind;
    m_sentence->setText(sentence);
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(more.isEmpty() ? sentence : u"%1 %2"_s.arg(sentence, more));
    drawSign();
}

void EmptyState::drawSign()
{
    const qreal ratio = devicePixelRatioF();
    switch (m_kind) {
    case Kind::None:
        m_sign->setPixmap(theme::icon(u"fleet"_s, theme::Role::Edge).pixmap(QSize(signSize, signSize), ratio));
        break;
    case Kind::NotPermitted:
        m_sign->setPixmap(theme::icon(u"lock"_s, theme::Role::Edge).pixmap(QSize(signSize, signSize), ratio));
        break;
    case Kind::Unreachable:
        m_sign->setPixmap(theme::glyph(theme::Glyph::Unknown, signSize, ratio));
        break;
    case Kind::Unreadable:
        m_sign->setPixmap(theme::glyph(theme::Glyph::Broken, signSize, ratio));
        break;
    case Kind::Filtered:
        m_sign->setPixmap(theme::icon(u"filter"_s, theme::Role::Edge).pixmap(QSize(signSize, signSize), ratio));
        break;
    }
}

} // namespace widgets
