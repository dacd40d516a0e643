#include "ui/editor/pastedialog.h"

#include "ui/editor/pasteside.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyphlabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

constexpr int lineRole = Qt::UserRole;
/// Rows of the list that are seen without scrolling.
constexpr int seenRows = 6;

QStringList linesOf(const QString& text)
{
    return QString(text).replace(u"\r\n"_s, u"\n"_s).split(u'\n');
}

QIcon signOf(theme::Glyph glyph)
{
    return QIcon(theme::glyph(glyph, 14, qApp->devicePixelRatio()));
}

} // namespace

PasteDialog::PasteDialog(const QString& pasted, const manifest::RepairedText& repaired, QWidget* parent)
    : QDialog(parent)
    , m_pasted(pasted)
    , m_repaired(QString::fromUtf8(repaired.text))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Paste from a web page"));
    const PasteDiff diff = pasteDiff(linesOf(m_pasted), linesOf(m_repaired));
    QSet<int> doubts;
    for (const manifest::Doubt& doubt : repaired.doubts)
        doubts.insert(doubt.line);
    m_before = new PasteSide(m_pasted, diff.before, {}, this);
    m_after = new PasteSide(m_repaired, diff.after, doubts, this);
    connect(m_before, &PasteSide::scrolled, this, [this] { m_after->follow(*m_before); });
    connect(m_after, &PasteSide::scrolled, this, [this] { m_before->follow(*m_after); });
    auto* sides = new QHBoxLayout;
    sides->setSpacing(theme::between);
    sides->addWidget(makeSide(m_before, tr("As it was pasted")), 1);
    sides->addWidget(makeSide(m_after, tr("Repaired")), 1);
    auto* use = new QPushButton(tr("Insert what was repaired"), this);
    auto* asItIs = new QPushButton(tr("Insert as it was pasted"), this);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    use->setDefault(true);
    connect(use, &QPushButton::clicked, this, [this] {
        m_wanted = m_repaired;
        accept();
    });
    connect(asItIs, &QPushButton::clicked, this, [this] {
        m_wanted = m_pasted;
        accept();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton* button : {use, asItIs, cancel})
        buttons->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(theme::between);
    column->addLayout(sides, 1);
    column->addWidget(makeLegend());
    column->addWidget(m_list);
    column->addLayout(buttons);
    fill(repaired);
    resize(1100, 720);
}

QWidget* PasteDialog::makeSide(PasteSide* view, const QString& title)
{
    view->setAccessibleName(title);
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::inside);
    column->addWidget(new widgets::PlainLabel(title, theme::Type::Strong, theme::Role::Text, side));
    column->addWidget(view, 1);
    return side;
}

/// What the signs at the lines mean.
QWidget* PasteDialog::makeLegend()
{
    auto* legend = new QWidget(this);
    auto* row = new QHBoxLayout(legend);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * theme::between);
    const auto add = [&](const QString& text) {
        row->addWidget(new widgets::PlainLabel(text, theme::Type::Small, theme::Role::SecondaryText, legend));
    };
    add(tr("→ indented anew"));
    add(tr("~ characters changed"));
    add(tr("− left out"));
    add(tr("+ put in"));
    row->addWidget(new widgets::GlyphLabel(theme::Glyph::AtRisk, tr("to look at"), legend));
    row->addStretch(1);
    return legend;
}

/// What was done, then what to look at.
void PasteDialog::fill(const manifest::RepairedText& repaired)
{
    m_list->setAccessibleName(tr("What was done, and what to look at"));
    m_list->setWordWrap(true);
    for (const manifest::Repair& repair : repaired.repairs)
        new QListWidgetItem(signOf(theme::Glyph::Healthy), repair.text(), m_list);
    for (const manifest::Doubt& doubt : repaired.doubts) {
        auto* item = new QListWidgetItem(signOf(theme::Glyph::AtRisk),
                                         tr("Line %1: %2").arg(doubt.line).arg(doubt.message), m_list);
        item->setData(lineRole, doubt.line);
    }
    m_list->setMaximumHeight(seenRows * std::max(m_list->sizeHintForRow(0), fontMetrics().height()) + theme::inside);
    connect(m_list, &QListWidget::currentRowChanged, this, &PasteDialog::goToDoubt);
    connect(m_list, &QListWidget::itemActivated, this, &PasteDialog::goToDoubt);
}

void PasteDialog::goToDoubt()
{
    const QListWidgetItem* item = m_list->currentItem();
    const int line = item ? item->data(lineRole).toInt() : 0;
    if (line < 1)
        return;
    m_after->goToLine(line);
}

void PasteDialog::ask(std::function<void(const QString&)> chosen)
{
    connect(this, &QDialog::accepted, this, [this, chosen = std::move(chosen)] { chosen(m_wanted); });
    open();
}

} // namespace editor
