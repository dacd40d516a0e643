#include "ui/fleet/viewbar.h"

#include "ui/fleet/viewnamedialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/tooltip.h"

#include <QEvent>
#include <QMenu>
#include <QToolButton>

namespace fleet {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 6;
constexpr int most = 9; ///< chips, as many as there are keys

/// A name in a button or menu, where "&" would underline.
QString literal(const QString& name)
{
    return QString(name).replace(u'&', u"&&"_s);
}

QString hintOf(const SavedView& view, int number)
{
    QStringList lines{view.name};
    if (!view.filter.isEmpty())
        lines.append(view.filter);
    if (view.family)
        lines.append(theme::word(*view.family));
    if (!view.nameSpaces.isEmpty())
        lines.append(view.nameSpaces.join(u", "_s));
    if (number <= most)
        lines.first() += u" (%1)"_s.arg(number);
    return widgets::plainToolTip(lines.join(u'\n'));
}

} // namespace

ViewBar::ViewBar(SavedViews& views, QWidget* parent)
    : QWidget(parent)
    , m_views(views)
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_more->setIcon(theme::icon(u"more"_s));
    m_more->setFocusPolicy(Qt::StrongFocus);
    connect(m_menu, &QMenu::aboutToShow, this, &ViewBar::fillMenu);
    connect(m_more, &QToolButton::clicked, this,
            [this] { m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    connect(&m_views, &SavedViews::changed, this, &ViewBar::rebuild);
    rebuild();
}

widgets::Chip* ViewBar::makeChip()
{
    auto* chip = new widgets::Chip(widgets::Chip::Kind::Toggle, this);
    const int number = int(m_chips.size());
    connect(chip, &QAbstractButton::clicked, this, [this, number] {
        light();
        choose(number);
    });
    m_chips.append(chip);
    setTabOrder(chip, m_more);
    if (number == 0)
        return chip;
    chip->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(chip, &QWidget::customContextMenuRequested, this, [this, chip, number](QPoint where) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillChanges(menu, m_views.all().at(number - 1).name);
        menu->popup(chip->mapToGlobal(where));
    });
    return chip;
}

void ViewBar::rebuild()
{
    const int wanted = 1 + std::min<int>(most, int(m_views.all().size()));
    while (m_chips.size() > wanted) {
        m_chips.last()->hide();
        m_chips.takeLast()->deleteLater();
    }
    while (m_chips.size() < wanted)
        makeChip();
    retranslate();
    light();
}

void ViewBar::retranslate()
{
    m_chips.first()->setText(tr("All"));
    m_chips.first()->setToolTip(tr("Everything, without a filter (0)"));
    for (int i = 1; i < m_chips.size(); ++i) {
        m_chips.at(i)->setText(literal(m_views.all().at(i - 1).name));
        m_chips.at(i)->setToolTip(hintOf(m_views.all().at(i - 1), i));
    }
    m_more->setToolTip(tr("Saved views: choose, save, rename, delete"));
    m_more->setAccessibleName(tr("Saved views"));
    updateGeometry();
    layOut();
}

void ViewBar::setShown(const SavedView& shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    light();
}

void ViewBar::setNarrow(bool narrow)
{
    m_isNarrow = narrow;
    updateGeometry();
    layOut();
}

int ViewBar::litNumber() const
{
    for (int i = 0; i < m_views.all().size(); ++i) {
        if (m_views.all().at(i).showsTheSame(m_shown))
            return i + 1;
    }
    return m_shown.showsAll() ? 0 : -1;
}

void ViewBar::light()
{
    const int lit = litNumber();
    for (int i = 0; i < m_chips.size(); ++i)
        m_chips.at(i)->setChecked(i == lit);
}

void ViewBar::choose(int number)
{
    if (number == 0)
        emit chosen({});
    else if (number > 0 && number <= m_views.all().size())
        emit chosen(m_views.all().at(number - 1));
}

QSize ViewBar::sizeHint() const
{
    int width = m_more->sizeHint().width();
    for (const widgets::Chip* chip : m_chips)
        width += m_isNarrow ? 0 : chip->sizeHint().width() + gap;
    return {width, theme::buttonHeight()};
}

QSize ViewBar::minimumSizeHint() const
{
    return {m_more->sizeHint().width(), theme::buttonHeight()};
}

/// Chips as far as there is room, then the menu.
void ViewBar::layOut()
{
    const int moreWidth = m_more->sizeHint().width();
    int x = 0;
    bool isFull = m_isNarrow;
    for (widgets::Chip* chip : std::as_const(m_chips)) {
        const QSize size = chip->sizeHint();
        isFull = isFull || x + size.width() + gap + moreWidth > width();
        chip->setVisible(!isFull);
        if (isFull)
            continue;
        chip->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        x += size.width() + gap;
    }
    m_more->setGeometry(x, (height() - theme::smallButtonHeight()) / 2, moreWidth, theme::smallButtonHeight());
}

void ViewBar::fillMenu()
{
    m_menu->clear();
    qDeleteAll(m_menu->findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    const int lit = litNumber();
    for (int number = 0; number <= m_views.all().size(); ++number) {
        const QString name = number == 0 ? tr("All") : literal(m_views.all().at(number - 1).name);
        QAction* action = m_menu->addAction(number <= most ? u"%1\t%2"_s.arg(name).arg(number) : name, this,
                                            [this, number] { choose(number); });
        action->setCheckable(true);
        action->setChecked(number == lit);
    }
    m_menu->addSeparator();
    m_menu->addAction(theme::icon(u"save"_s), tr("Save what is shown as a view…"), this, &ViewBar::askToSave);
    if (m_views.all().isEmpty())
        return;
    QMenu* changes = m_menu->addMenu(tr("Change a view"));
    for (const SavedView& view : m_views.all())
        fillChanges(changes->addMenu(literal(view.name)), view.name);
}

void ViewBar::fillChanges(QMenu* menu, const QString& name)
{
    menu->addAction(tr("Set to what is shown now"), this, [this, name] {
        SavedView view = m_shown;
        view.name = name;
        m_views.save(view);
    });
    menu->addAction(tr("Rename…"), this, [this, name] { askForAnotherName(name); });
    menu->addSeparator();
    menu->addAction(tr("Delete"), this, [this, name] { m_views.remove(name); });
}

void ViewBar::askToSave()
{
    QStringList taken;
    for (const SavedView& view : m_views.all())
        taken.append(view.name);
    const int lit = litNumber();
    auto* dialog = new ViewNameDialog(ViewNameDialog::Purpose::Save,
                                      lit > 0 ? m_views.all().at(lit - 1).name : QString(), taken, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, view = m_shown]() mutable {
        view.name = dialog->name();
        m_views.save(view);
    });
    dialog->open();
}

void ViewBar::askForAnotherName(const QString& name)
{
    QStringList taken;
    for (const SavedView& view : m_views.all())
        taken.append(view.name);
    auto* dialog = new ViewNameDialog(ViewNameDialog::Purpose::Rename, name, taken, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, name] { m_views.rename(name, dialog->name()); });
    dialog->open();
}

void ViewBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

void ViewBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

} // namespace fleet
