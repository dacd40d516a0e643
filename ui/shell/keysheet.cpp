#include "ui/shell/keysheet.h"

#include "ui/shell/commands.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keycap.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace shell {

namespace {

void addKeys(QGridLayout* grid, const QString& title, const QList<Key>& keys, int column)
{
    QWidget* parent = grid->parentWidget();
    int row = 0;
    grid->addWidget(new widgets::PlainLabel(title, theme::Type::CardTitle, theme::Role::Text, parent), row++, column, 1,
                    2);
    for (const Key& key : keys) {
        grid->addWidget(new widgets::KeyCap(key.keys, parent), row, column, Qt::AlignLeft | Qt::AlignTop);
        grid->addWidget(new widgets::PlainLabel(key.meaning, parent), row++, column + 1, Qt::AlignTop);
    }
    grid->setRowStretch(100, 1);
}

} // namespace

KeySheet::KeySheet(const Commands& commands, const QList<Key>& pageKeys, const QString& pageTitle, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    QList<Key> own;
    for (const widgets::KeyCommand& command : commands.keyCommands()) {
        const QString keys = widgets::allKeysText(command);
        if (!keys.isEmpty())
            own.append({keys, command.name()});
    }
    auto* inside = new QWidget(this);
    auto* grid = new QGridLayout(inside);
    grid->setHorizontalSpacing(theme::pageMargin);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(2, 24);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(4, 1);
    addKeys(grid, tr("Everywhere"), own, 0);
    if (!pageKeys.isEmpty())
        addKeys(grid, pageTitle, pageKeys, 3);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scroll, 1);
    column->addWidget(close, 0, Qt::AlignRight);
    resize(qMin(parent ? parent->width() - 40 : 760, 760), 560);
}

} // namespace shell
