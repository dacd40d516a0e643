#include "tests/support/hygiene.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/tablecopy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using widgets::CopyForm;
using widgets::copyText;

class TestTableCopy : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }
    void case82_csvNeverHoldsAFormula_data();
    void case82_csvNeverHoldsAFormula();
    void copiesExactValuesInTheOrderAsked();
    void markdownKeepsEachCellInItsCell();
    void jsonKeepsTheTextAsItIs();
    void jsonKeepsColumnsOfTheSameName();
    void textKeepsOneLineARow();
};

void TestTableCopy::case82_csvNeverHoldsAFormula_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("csv");

    QTest::newRow("plain") << u"payment"_s << u"payment"_s;
    QTest::newRow("empty") << u""_s << u""_s;
    QTest::newRow("a comma") << u"a,b"_s << u"\"a,b\""_s;
    QTest::newRow("quotation marks") << u"a\"b"_s << u"\"a\"\"b\""_s;
    QTest::newRow("two lines") << u"a\nb"_s << u"\"a\nb\""_s;
    QTest::newRow("a command") << u"=cmd|' /C calc'!A0"_s << u"'=cmd|' /C calc'!A0"_s;
    QTest::newRow("plus") << u"+1+cmd"_s << u"'+1+cmd"_s;
    QTest::newRow("minus") << u"-2+3+cmd"_s << u"'-2+3+cmd"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("behind a blank") << u" =1+1"_s << u"' =1+1"_s;
    QTest::newRow("behind a tab") << u"\t=1+1"_s << u"\"'\t=1+1\""_s;
    QTest::newRow("wide letters") << u"＝1+1"_s << u"'＝1+1"_s;
    QTest::newRow("behind another country's comma") << u"a;=1+1"_s << u"\"a;=1+1\""_s;
    QTest::newRow("behind a line break") << u"\r=1,1"_s << u"\"'\r=1,1\""_s;
    QTest::newRow("a negative number is a number") << u"-17"_s << u"-17"_s;
}

void TestTableCopy::case82_csvNeverHoldsAFormula()
{
    QFETCH(QString, text);
    QTEST(widgets::csvCell(text), "csv");
}

namespace {

void fill(QStandardItemModel* model)
{
    model->setHorizontalHeaderLabels({u"Name"_s, u"Age"_s});
    auto* age = new QStandardItem(u"3m"_s);
    age->setData(u"2026-09-15T02:58:01Z"_s, widgets::cell::ExactRole);
    model->appendRow({new QStandardItem(u"a|b <i>\n*c*"_s), age});
    model->appendRow({new QStandardItem(u"=x"_s), new QStandardItem(u"?"_s)});
}

} // namespace

void TestTableCopy::copiesExactValuesInTheOrderAsked()
{
    QStandardItemModel model;
    fill(&model);
    QCOMPARE(copyText(model, {0}, {1}, CopyForm::Csv), u"Age\r\n2026-09-15T02:58:01Z\r\n"_s);
    QCOMPARE(copyText(model, {1, 0}, {1}, CopyForm::Text), u"?\n2026-09-15T02:58:01Z\n"_s);
}

void TestTableCopy::markdownKeepsEachCellInItsCell()
{
    QStandardItemModel model;
    fill(&model);
    QCOMPARE(copyText(model, {0}, {0, 1}, CopyForm::Markdown),
             u"| Name | Age |\n| --- | --- |\n| a\\|b &lt;i&gt; \\*c\\* | 2026-09-15T02:58:01Z |\n"_s);
}

void TestTableCopy::jsonKeepsTheTextAsItIs()
{
    QStandardItemModel model;
    fill(&model);
    const QJsonArray rows = QJsonDocument::fromJson(copyText(model, {0, 1}, {0, 1}, CopyForm::Json).toUtf8()).array();
    QCOMPARE(rows.at(0).toObject().value(u"Name").toString(), u"a|b <i>\n*c*"_s);
    QCOMPARE(rows.at(1).toObject().value(u"Name").toString(), u"=x"_s);
}

void TestTableCopy::jsonKeepsColumnsOfTheSameName()
{
    QStandardItemModel model;
    model.setHorizontalHeaderLabels({u"Owner"_s, u"Owner"_s});
    model.appendRow({new QStandardItem(u"Helm"_s), new QStandardItem(u"team pay"_s)});
    const QJsonObject row =
        QJsonDocument::fromJson(copyText(model, {0}, {0, 1}, CopyForm::Json).toUtf8()).array().at(0).toObject();
    QCOMPARE(row.value(u"Owner").toString(), u"Helm"_s);
    QCOMPARE(row.value(u"Owner (2)").toString(), u"team pay"_s);
}

void TestTableCopy::textKeepsOneLineARow()
{
    QStandardItemModel model;
    fill(&model);
    QCOMPARE(copyText(model, {0, 1}, {0, 1}, CopyForm::Text), u"a|b <i> *c*\t2026-09-15T02:58:01Z\n'=x\t?\n"_s);
}

QTEST_GUILESS_MAIN(TestTableCopy)

#include "tst_tablecopy.moc"
