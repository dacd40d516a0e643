#include "tests/ui/operationsfixture.h"
#include "ui/code/diffview.h"
#include "ui/operations/historypage.h"
#include "ui/operations/words.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/objecttable.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

using namespace support;
using operations::HistoryPage;
using operations::OperationModel;

/// What was done stays to be looked at, and goes into a ticket.
class TestOperationHistory : public OperationsTest
{
    Q_OBJECT

private slots:
    void initTestCase() { found(); }
    void init() { start(); }
    void cleanup() { stop(); }

    void anEmptyHistorySaysWhereOperationsBegin();
    void whatWasDoneIsShownWithItsEvidence();
    void theFilterFindsWhatAColumnSays();
    void theReportIsCopiedAndSaved();
    void whatAServerSaysIsNoMarkup();
    void aJournalThatCannotBeReadSaysSo();

private:
    static QPushButton* button(const QWidget& within, const QString& text)
    {
        for (auto* one : within.findChildren<QPushButton*>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }
};

void TestOperationHistory::anEmptyHistorySaysWhereOperationsBegin()
{
    OperationModel model(*m_desk);
    HistoryPage page(*m_desk, model);
    page.show();
    QVERIFY(page.findChild<widgets::EmptyState*>()->isVisible());
    QVERIFY(page.selected().isEmpty());
    QVERIFY(page.markdown().isEmpty());
}

void TestOperationHistory::whatWasDoneIsShownWithItsEvidence()
{
    OperationModel model(*m_desk);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    HistoryPage page(*m_desk, model);
    page.resize(1200, 800);
    page.show();
    const QString id = begin(Verb::Suspend);
    follow(id);
    QCOMPARE(page.selected(), id);
    const workflow::Operation& done = *m_desk->operation(id);
    QCOMPARE(done.state, State::Succeeded);
    const auto says = [&page](const QString& text) {
        for (const QLabel* label : page.findChildren<QLabel*>()) {
            if (label->text().contains(text))
                return true;
        }
        return false;
    };
    QVERIFY(says(done.id));
    for (const workflow::Step& step : done.plan.steps)
        QVERIFY2(says(step.title), qPrintable(step.title));
    for (const workflow::Check& check : done.plan.preflight)
        QVERIFY2(says(check.message), qPrintable(check.message));
    QVERIFY(page.findChild<code::DiffView*>()->toPlainText().contains(u"suspended"));
    page.findChild<QTabWidget*>()->setCurrentIndex(2);
    QVERIFY(page.findChild<code::DiffView*>()->isVisible());
}

void TestOperationHistory::theFilterFindsWhatAColumnSays()
{
    const QString first = begin(Verb::Savepoint);
    follow(first);
    const QString second = begin(Verb::Checkpoint);
    follow(second);
    OperationModel model(*m_desk);
    HistoryPage page(*m_desk, model);
    page.show();
    auto* filter = page.findChild<QLineEdit*>();
    const auto* table = page.findChild<widgets::ObjectTable*>();
    filter->setText(u"savepoint of"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    filter->setText(u"nothing like it"_s);
    QVERIFY(!table->isVisible());
    // Who is led here from elsewhere finds it all the same.
    page.select(second);
    QCOMPARE(page.selected(), second);
    QVERIFY(filter->text().isEmpty());
}

void TestOperationHistory::theReportIsCopiedAndSaved()
{
    const QString id = begin(Verb::Suspend);
    follow(id);
    OperationModel model(*m_desk);
    HistoryPage page(*m_desk, model);
    page.show();
    QSignalSpy notified(&page, &HistoryPage::notified);
    button(page, u"Copy as Markdown"_s)->click();
    const QString report = QGuiApplication::clipboard()->text();
    for (const QString& part : {u"# Suspend payments/payment-authorize"_s, u"## Steps"_s, u"## Preflight"_s,
                                u"```diff"_s, id, u"**Context:** practice"_s})
        QVERIFY2(report.contains(part), qPrintable(report));
    QCOMPARE(notified.size(), 1);
    button(page, u"Save as Markdown…"_s)->click();
    auto* dialog = page.findChild<QFileDialog*>();
    QVERIFY(dialog);
    const QString path = m_home.filePath(u"report.md"_s);
    emit dialog->fileSelected(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), report);
    dialog->reject();
}

void TestOperationHistory::whatAServerSaysIsNoMarkup()
{
    workflow::Operation hostile;
    hostile.id = u"1"_s;
    hostile.plan.title = u"# <b>x</b>\n## y"_s;
    hostile.plan.preflight.append(
        {u"a"_s, workflow::Check::Verdict::Warn, u"[click](http://x) ![](http://y)"_s, u"`z`"_s, {}});
    const QString report = operations::markdownOf(hostile);
    QVERIFY2(!report.contains(u"<b>") && !report.contains(u"[click](") && !report.contains(u"\n## y"),
             qPrintable(report));
}

void TestOperationHistory::aJournalThatCannotBeReadSaysSo()
{
    const QString id = begin(Verb::Savepoint);
    follow(id);
    const QStringList files = QDir(m_folder).entryList(QDir::Files);
    for (const QString& name : files) {
        if (!name.contains(id))
            continue;
        QFile file(m_folder + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QVERIFY(file.write("no journal\n") > 0);
    }
    m_desk->reload();
    QTRY_VERIFY(m_desk->operation(id) && !m_desk->operation(id)->problem.isEmpty());
    OperationModel model(*m_desk);
    HistoryPage page(*m_desk, model);
    page.show();
    QVERIFY(!model.index(0, OperationModel::StandColumn).data().toString().isEmpty());
    QVERIFY(!m_desk->obstacleToGoOn(*m_desk->operation(id)).isEmpty());
}

QTEST_MAIN(TestOperationHistory)
#include "tst_operationhistory.moc"
