#include "ui/editor/targetchoice.h"

#include "core/base/visibletext.h"
#include "core/flink/connection.h"
#include "ui/editor/keys.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dropchip.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

constexpr qsizetype longestName = 80;

} // namespace

QString nameOf(const Cluster& cluster)
{
    const QString name = base::visibleText(cluster.name, longestName);
    return cluster.connection ? name : TargetChoice::tr("%1, not connected").arg(name);
}

TargetChoice::TargetChoice(const Clusters& clusters, QWidget* parent)
    : QWidget(parent)
    , m_clusters(clusters)
    , m_button(new widgets::DropChip(this))
    , m_menu(new QMenu(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_button);
    setFocusProxy(m_button);
    connect(m_button, &QAbstractButton::clicked, this, &TargetChoice::openMenu);
    retranslate();
}

void TargetChoice::present(const Cluster& chosen)
{
    m_chosen = chosen;
    retranslate();
}

QString TargetChoice::text() const
{
    return m_button->text();
}

void TargetChoice::openMenu()
{
    fillMenu();
    m_menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

void TargetChoice::fillMenu()
{
    m_menu->clear();
    auto* group = new QActionGroup(m_menu);
    const auto add = [&](const QString& text, const QString& id) {
        QString plain = text;
        QAction* action = m_menu->addAction(plain.replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(id == m_chosen.id);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id] { emit chosen(id); });
    };
    add(tr("No cluster: offline"), {});
    m_menu->addSeparator();
    for (const Cluster& cluster : m_clusters.all()) {
        const QString word = theme::word(cluster.environment);
        const QString name = nameOf(cluster);
        add(cluster.environment == base::Environment::Unset ? name : u"%1   %2"_s.arg(name, word), cluster.id);
    }
    if (m_clusters.all().isEmpty())
        m_menu->addAction(tr("No cluster is known: add one on the page of connections"))->setEnabled(false);
}

void TargetChoice::retranslate()
{
    const bool isAny = !m_chosen.id.isEmpty();
    m_button->setEnvironment(m_chosen.environment);
    m_button->setText(isAny ? nameOf(m_chosen) : tr("Offline"));
    m_button->setIcon(theme::icon(!isAny ? u"disconnect"_s : m_chosen.isProtected ? u"shield"_s : u"context"_s));
    const QString tip = m_chosen.isProtected
                            ? tr("The cluster this manifest is held against; it is protected: nothing is written to it")
                            : tr("The cluster this manifest is held against and applied to");
    m_button->updateGeometry();
    m_button->setToolTip(widgets::withKeys(tip, keyCommand(u"manifest.target")));
    m_button->setAccessibleName(tr("Cluster: %1").arg(m_button->text()));
}

void TargetChoice::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace editor
