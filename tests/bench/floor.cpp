// The yardstick of starting: a bare Qt window with a table of twenty rows and nothing else.
#include "tests/bench/milestones.h"

#include <QApplication>
#include <QMainWindow>
#include <QStandardItemModel>
#include <QTableView>

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QStandardItemModel model(20, 8);
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            model.setItem(row, column, new QStandardItem(QStringLiteral("%1 · %2").arg(row).arg(column)));
    }
    QMainWindow window;
    auto* table = new QTableView(&window);
    table->setModel(&model);
    window.setCentralWidget(table);
    window.resize(1440, 900);
    QObject::connect(new bench::FirstPaint(&window), &bench::FirstPaint::painted, &application, &QApplication::quit);
    window.show();
    return QApplication::exec();
}
