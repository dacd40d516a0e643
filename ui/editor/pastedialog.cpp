#include "ui/editor/pastedialog.h"

#include "ui/code/codeview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

constexpr int lineRole = Qt::UserRole;
/// Rows of the list that are seen without scrolling.
constexpr int seenRows = 6;

} // namespace

PasteDialog::PasteDialog(const QString& pasted, const manifest::RepairedText& repaired, QWidget* parent)
    : QDialog(parent)
    , m_pasted(pasted)
    , m_repaired(QString::fromUtf8(repaired.text))
    , m_after(new code::CodeView(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Paste from a web page"));
    auto* before = new code::CodeView(this);
    auto* sides = new QHBoxLayout;
    sides->addWidget(makeSide(before, tr("As it was pasted"), m_pasted), 1);
    sides->addWidget(makeSide(m_after, tr("Repaired"), m_repaired), 1);
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
    column->addLayout(sides, 1);
    column->addWidget(m_list);
    column->addLayout(buttons);
    fill(repaired);
    resize(1100, 720);
}

QWidget* PasteDialog::makeSide(code::CodeView* view, const QString& title, const QString& text)
{
    view->setReadOnly(true);
    view->setPlainText(text);
    view->setAccessibleName(title);
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new widgets::PlainLabel(title, theme::Type::Small, theme::Role::SecondaryText, side));
    column->addWidget(view, 1);
    return side;
}

/// What was done, then what to look at.
void PasteDialog::fill(const manifest::RepairedText& repaired)
{
    m_list->setAccessibleName(tr("What was done, and what to look at"));
    m_list->setWordWrap(true);
    for (const manifest::Repair& repair : repaired.repairs)
        m_list->addItem(u"✓ "_s + repair.text());
    for (const manifest::Doubt& doubt : repaired.doubts) {
        auto* item = new QListWidgetItem(u"▲ "_s + tr("Line %1: %2").arg(doubt.line).arg(doubt.message), m_list);
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
    QTextCursor cursor(m_after->document()->findBlockByNumber(line - 1));
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    m_after->setTextCursor(cursor);
    m_after->centerCursor();
}

void PasteDialog::ask(std::function<void(const QString&)> chosen)
{
    connect(this, &QDialog::accepted, this, [this, chosen = std::move(chosen)] { chosen(m_wanted); });
    open();
}

} // namespace editor
