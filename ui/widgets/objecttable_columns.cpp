#include "ui/theme/theme.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/tableheader.h"

#include <QFontInfo>
#include <QMenu>
#include <QSettings>

#include <algorithm>

// Widths, order and visibility of the columns, and how they are remembered.
namespace widgets {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastStretched = 120;
constexpr int narrowest = 40, widest = 2000;
constexpr int narrowestTitle = 90, widestTitle = 220; ///< of a column that is as wide as its title asks for
constexpr auto widthsSetting = "tables/%1/column-widths";
constexpr auto hiddenSetting = "tables/%1/hidden-columns";
constexpr auto orderSetting = "tables/%1/column-order";

QString settingOf(const char* setting, const QString& name)
{
    return QString::fromLatin1(setting).arg(name);
}

} // namespace

void ObjectTable::makeHeader()
{
    setHorizontalHeader(m_header);
    m_header->setSectionsMovable(true);
    m_header->setStretchLastSection(false);
    m_header->setMinimumSectionSize(narrowest);
    m_header->setFixedHeight(theme::headerHeight());
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_header, &QWidget::customContextMenuRequested, this, &ObjectTable::showHeaderMenu);
    connect(m_header, &QHeaderView::sectionResized, this,
            [this](int column, int, int size) { noteWidth(column, size); });
    connect(m_header, &QHeaderView::sectionMoved, this, &ObjectTable::noteOrder);
}

void ObjectTable::noteWidth(int column, int width)
{
    if (m_arranging || isColumnHidden(column) || m_defaultWidths.isEmpty())
        return;
    if (column != m_stretchColumn)
        m_widths.insert(columnKey(column), width);
    m_isChanged = true;
    stretch();
}

void ObjectTable::noteOrder()
{
    if (m_arranging)
        return;
    m_order.clear();
    for (int visual = 0; visual < m_header->count(); ++visual)
        m_order.append(columnKey(m_header->logicalIndex(visual)));
    m_isChanged = true;
}

QString ObjectTable::columnKey(int column) const
{
    const QString key = model()->headerData(column, Qt::Horizontal, cell::KeyRole).toString();
    return key.isEmpty() ? QString::number(column) : key;
}

void ObjectTable::setDefaultColumns(const QList<int>& widths, const QList<int>& hidden)
{
    // Widths are drawn for letters of 13 pixels; who has chosen larger ones needs more room.
    constexpr double drawnPixels = 13;
    const double scale = qMax(1.0, QFontInfo(theme::font(theme::Type::Body)).pixelSize() / drawnPixels);
    m_defaultWidths.clear();
    for (const int width : widths)
        m_defaultWidths.append(qRound(width * scale));
    m_defaultHidden = hidden;
    recall();
}

void ObjectTable::setFolded(const QList<int>& columns)
{
    if (m_folded == columns)
        return;
    m_folded = columns;
    applyHidden();
    stretch();
}

int ObjectTable::wantedWidth(int column) const
{
    const QString key = columnKey(column);
    return m_hidden.contains(key) ? 0 : m_widths.value(key, m_defaultWidths.value(column));
}

void ObjectTable::chooseColumn(int column, bool shown)
{
    m_hidden.removeAll(columnKey(column));
    if (!shown)
        m_hidden.append(columnKey(column));
    m_isChanged = true;
    applyHidden();
    stretch();
    remember();
}

void ObjectTable::applyHidden()
{
    // The header tells of a width of 0 before it calls a column hidden: not one the user wants.
    m_arranging = true;
    for (int column = 0; column < m_header->count(); ++column)
        setColumnHidden(column, m_folded.contains(column) || m_hidden.contains(columnKey(column)));
    m_arranging = false;
}

void ObjectTable::applyWidths(int first, int last)
{
    m_arranging = true;
    for (int column = first; column <= std::min(last, m_header->count() - 1); ++column) {
        const int title = std::clamp(m_header->sectionSizeHint(column), narrowestTitle, widestTitle);
        setColumnWidth(column, m_widths.value(columnKey(column), m_defaultWidths.value(column, title)));
    }
    m_arranging = false;
}

void ObjectTable::applyOrder()
{
    m_arranging = true;
    int place = 0;
    for (const QString& key : std::as_const(m_order)) {
        for (int column = 0; column < m_header->count(); ++column) {
            if (columnKey(column) == key)
                m_header->moveSection(m_header->visualIndex(column), place++);
        }
    }
    m_arranging = false;
}

void ObjectTable::stretch()
{
    if (m_stretchColumn < 0 || m_stretchColumn >= m_defaultWidths.size() || m_stretchColumn >= m_header->count() ||
        isColumnHidden(m_stretchColumn))
        return;
    int others = 0;
    for (int column = 0; column < m_header->count(); ++column)
        others += column == m_stretchColumn || isColumnHidden(column) ? 0 : columnWidth(column);
    m_arranging = true;
    setColumnWidth(m_stretchColumn,
                   std::max({leastStretched, m_defaultWidths.at(m_stretchColumn), viewport()->width() - others}));
    m_arranging = false;
}

void ObjectTable::recall()
{
    if (!model() || m_defaultWidths.isEmpty())
        return;
    const QSettings settings;
    const QStringList widths = settings.value(settingOf(widthsSetting, m_name)).toStringList();
    for (const QString& kept : widths) {
        const qsizetype at = kept.lastIndexOf(u'=');
        if (at > 0)
            m_widths.insert(kept.left(at), std::clamp(kept.mid(at + 1).toInt(), narrowest, widest));
    }
    m_hidden.clear();
    if (const QVariant hidden = settings.value(settingOf(hiddenSetting, m_name)); hidden.isValid()) {
        m_hidden = hidden.toStringList();
    } else {
        for (const int column : std::as_const(m_defaultHidden))
            m_hidden.append(columnKey(column));
    }
    m_order = settings.value(settingOf(orderSetting, m_name)).toStringList();
    applyWidths(0, m_header->count() - 1);
    applyOrder();
    applyHidden();
    stretch();
}

void ObjectTable::remember()
{
    if (!m_isChanged)
        return;
    QStringList widths;
    for (auto width = m_widths.constBegin(); width != m_widths.constEnd(); ++width)
        widths.append(u"%1=%2"_s.arg(width.key()).arg(width.value()));
    QSettings settings;
    settings.setValue(settingOf(widthsSetting, m_name), widths);
    settings.setValue(settingOf(hiddenSetting, m_name), m_hidden);
    settings.setValue(settingOf(orderSetting, m_name), m_order);
}

void ObjectTable::fillColumnsMenu(QMenu* menu)
{
    const int most = m_defaultWidths.isEmpty() ? m_header->count() : int(m_defaultWidths.size());
    for (int column = 0; column < std::min(most, m_header->count()); ++column) {
        // The name stays: a row without it is nobody's.
        if (column == m_nameColumn)
            continue;
        QAction* action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_hidden.contains(columnKey(column)));
        connect(action, &QAction::toggled, this, [this, column](bool on) { chooseColumn(column, on); });
    }
    emit columnsMenuFilled(menu);
}

void ObjectTable::showHeaderMenu(const QPoint& where)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    emit headerMenuFilled(menu, m_header->sectionAt(where.x()));
    QMenu* columns = menu;
    if (!menu->isEmpty()) {
        menu->addSeparator();
        columns = menu->addMenu(theme::icon(u"columns"_s), tr("Columns"));
    }
    fillColumnsMenu(columns);
    menu->popup(m_header->mapToGlobal(where));
}

QList<int> ObjectTable::shownColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

} // namespace widgets
