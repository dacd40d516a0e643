#include "ui/shell/topbar.h"

#include "ui/shell/chips.h"
#include "ui/shell/commands.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dropchip.h"
#include "ui/widgets/glyphlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace shell {

using namespace Qt::StringLiterals;

namespace {

QToolButton* buttonFor(QAction* action, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    if (action)
        button->setDefaultAction(action);
    return button;
}

class Divider : public QWidget
{
public:
    explicit Divider(QWidget* parent)
        : QWidget(parent)
    {
        setFixedSize(1, 20);
    }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), theme::color(theme::Role::Border)); }
};

} // namespace

TopBar::TopBar(const Commands& commands, QWidget* parent)
    : QWidget(parent)
    , m_back(buttonFor(commands.action(u"go.back"_s), this))
    , m_forward(buttonFor(commands.action(u"go.forward"_s), this))
    , m_context(new widgets::DropChip(this))
    , m_nameSpaces(new widgets::DropChip(this))
    , m_search(new SearchStarter(this))
    , m_freshness(new widgets::GlyphLabel(this))
    , m_operations(buttonFor(nullptr, this))
    , m_bell(buttonFor(nullptr, this))
    , m_language(buttonFor(nullptr, this))
{
    build();
    const auto trigger = [&commands](const QString& id) {
        QAction* action = commands.action(id);
        return [action] { action->trigger(); };
    };
    connect(m_context, &QAbstractButton::clicked, this, trigger(u"cluster.switch"_s));
    connect(m_nameSpaces, &QAbstractButton::clicked, this, trigger(u"cluster.namespaces"_s));
    connect(m_search, &QAbstractButton::clicked, this, trigger(u"tools.palette"_s));
    connect(m_operations, &QAbstractButton::clicked, this, trigger(u"view.operations"_s));
    connect(m_bell, &QAbstractButton::clicked, this, trigger(u"view.notices"_s));
    connect(m_language, &QAbstractButton::clicked, this, trigger(u"view.language"_s));
    const QAction* palette = commands.action(u"tools.palette"_s);
    const auto showKeys = [this, palette] {
        m_search->setKeys(palette->shortcut().toString(QKeySequence::NativeText));
    };
    connect(palette, &QAction::changed, m_search, showKeys);
    showKeys();
    retranslate();
}

void TopBar::build()
{
    m_nameSpaces->setIcon(theme::icon(u"namespace"_s));
    m_freshness->setGlyphSize(12);
    m_freshness->setPlain(true);
    m_freshness->setFont(theme::font(theme::Type::Small));
    m_operations->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bell->setIcon(theme::icon(u"bell"_s));
    m_language->setIcon(theme::icon(u"globe"_s));
    m_language->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (QToolButton* button : {m_operations, m_bell, m_language}) {
        button->setFont(theme::font(theme::Type::Small));
        button->setIconSize(QSize(16, 16));
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::between, 5, theme::between, 5);
    row->setSpacing(6);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addWidget(new Divider(this));
    row->addWidget(m_context);
    row->addWidget(m_nameSpaces);
    row->addSpacing(6);
    row->addWidget(m_search, 3);
    row->addStretch(1);
    row->addWidget(m_freshness);
    row->addSpacing(4);
    row->addWidget(new Divider(this));
    row->addWidget(m_operations);
    row->addWidget(m_bell);
    row->addWidget(m_language);
}

void TopBar::setContext(const QString& text, base::Environment environment)
{
    m_context->setText(text);
    m_context->setEnvironment(environment);
    const QString word = environment == base::Environment::Unset ? QString() : theme::word(environment) + u", "_s;
    m_context->setAccessibleName(tr("Connection: %1").arg(word + text));
    m_context->setToolTip(tr("Switch the connection"));
}

void TopBar::setNameSpaces(const QString& text)
{
    m_nameSpaces->setText(text);
    m_nameSpaces->updateGeometry();
    m_nameSpaces->setAccessibleName(tr("Namespaces: %1").arg(text));
    m_nameSpaces->setToolTip(tr("Choose the namespaces that are shown"));
}

void TopBar::setFreshness(const Statement& statement)
{
    m_freshness->setState(theme::glyphOf(statement.family), statement.text);
    m_freshness->setToolTip(tr("When the connections last answered"));
}

void TopBar::setNotices(int unread)
{
    m_bell->setToolButtonStyle(unread > 0 ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_bell->setText(unread > 0 ? QLocale().toString(unread) : QString());
    m_bell->setToolTip(tr("Notifications: %n unread", nullptr, unread));
    m_bell->setAccessibleName(m_bell->toolTip());
}

void TopBar::setOperations(int running)
{
    m_running = running;
    m_operations->setIcon(theme::icon(running > 0 ? u"refresh"_s : u"check"_s));
    m_operations->setText(tr("%n running", nullptr, running));
    m_operations->setToolTip(tr("Operations"));
    m_operations->setAccessibleName(tr("Operations: %1").arg(m_operations->text()));
}

void TopBar::setLanguage(const QString& code)
{
    m_language->setText(code == u"ko" ? u"한국어"_s : u"EN"_s);
}

void TopBar::setNarrow(bool narrow)
{
    m_nameSpaces->setVisible(!narrow);
}

QWidget* TopBar::contextChip() const
{
    return m_context;
}

QWidget* TopBar::nameSpaceChip() const
{
    return m_nameSpaces;
}

void TopBar::retranslate()
{
    m_search->setText(tr("Search or run a command"));
    m_search->setAccessibleName(m_search->text());
    setOperations(m_running);
    m_language->setToolTip(tr("Change the language"));
    m_language->setAccessibleName(m_language->toolTip());
}

void TopBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme::color(theme::Role::Border));
}

} // namespace shell
