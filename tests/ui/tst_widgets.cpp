#include "tests/support/hygiene.h"
#include "ui/theme/theme.h"
#include "ui/widgets/agelabel.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/environmentchip.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/table.h"
#include "ui/widgets/tabular.h"
#include "ui/widgets/tile.h"
#include "ui/widgets/timedisplay.h"
#include "ui/widgets/toasts.h"
#include "ui/widgets/tooltip.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

class TestWidgets : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void case76_noLabelInTheSourcesReadsMarkup();
    void case76_markupOfAServerIsShownAsText();
    void case76_toolTipsShowMarkupAsText();
    void emptyStatesSayFourDifferentThings();
    void filteredOffersToClearTheFilter();
    void searchFieldComesWithSlashAndEmptiesWithEscape();
    void slashIsALetterWhileOneTypes();
    void agesAreRelativeOrAbsoluteAndSayBothInTheToolTip();
    void anUnknownTimeIsNotNow();
    void everyWidgetHasANameForScreenReaders();
    void copyPutsTheWholeTextOnTheClipboard();
    void tableCopiesTheCellWithCAndRowsWithTheKeysForCopy();
    void tableHoversAndSelectsWholeRows();
    void digitsTakeTheSameWidth();
    void elidedLabelsKeepTheirTextAndGiveWay();
    void toastsAreThreeAtMost();
    void aToastThatHoldsNoLongerGoes();
    void case83_aToastShowsMarkupAsText();
    void aCancelledToastDoesNothing();
    void aToastThatIsPushedOutDoesItsWork();
    void nothingIsClippedAtTwiceTheSize_data();
    void nothingIsClippedAtTwiceTheSize();
    void cleanupTestCase() { delete m_theme; }

private:
    theme::Theme* m_theme = nullptr;
    widgets::TimeDisplay* m_times = nullptr;
};

void TestWidgets::initTestCase()
{
    support::keepClean();
    m_theme = new theme::Theme(*qApp);
    m_times = new widgets::TimeDisplay(this);
}

// A QLabel guesses at markup unless it is told not to; the one that is told is PlainLabel. Everything else that shows a
// label must set the format where it makes it.
void TestWidgets::case76_noLabelInTheSourcesReadsMarkup()
{
    static const QRegularExpression makes(u"new QLabel\\("_s);
    static const QRegularExpression tells(u"setTextFormat\\(Qt::PlainText\\)"_s);
    QDir root(QStringLiteral(DREY_SOURCE_DIR "/ui"));
    QVERIFY(root.exists());
    int files = 0;
    const QStringList rooms = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& room : rooms) {
        const QStringList sources = QDir(root.filePath(room)).entryList({u"*.cpp"_s}, QDir::Files);
        for (const QString& source : sources) {
            QFile file(root.filePath(room) + u'/' + source);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            const qsizetype made = text.count(makes);
            const qsizetype told = text.count(tells);
            QVERIFY2(told >= made, qPrintable(room + u'/' + source));
            QVERIFY2(!text.contains(u"Qt::RichText") && !text.contains(u"Qt::AutoText"),
                     qPrintable(room + u'/' + source));
            ++files;
        }
    }
    QVERIFY(files > 40);
}

void TestWidgets::case76_markupOfAServerIsShownAsText()
{
    const QString hostile = u"<h1>Hello</h1><img src=\"http://127.0.0.1:1/x\">"_s;
    QWidget page;
    auto* column = new QVBoxLayout(&page);
    column->addWidget(new widgets::PlainLabel(hostile));
    column->addWidget(new widgets::ElidedLabel(hostile));
    auto* banner = new widgets::Banner;
    banner->showMessage(base::Health::Broken, hostile, hostile, hostile);
    column->addWidget(banner);
    auto* empty = new widgets::EmptyState;
    empty->showNone(hostile);
    column->addWidget(empty);
    auto* card = new widgets::Card(hostile);
    card->setSubtitle(hostile);
    column->addWidget(card);
    page.show();
    const QList<QLabel*> labels = page.findChildren<QLabel*>();
    QVERIFY(labels.size() >= 8);
    for (const QLabel* label : labels)
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestWidgets::case76_toolTipsShowMarkupAsText()
{
    QCOMPARE(widgets::plainToolTip(u"chk-1 of payments"_s), u"chk-1 of payments"_s);
    const QString shown = widgets::plainToolTip(u"<b>bold</b>\n<a href='x'>"_s);
    QVERIFY(!shown.contains(u"<b>"));
    QVERIFY(shown.contains(u"&lt;b&gt;"));
    QVERIFY(widgets::plainToolTip(QString(1'000'000, u'x')).size() < 3'000);
}

void TestWidgets::emptyStatesSayFourDifferentThings()
{
    widgets::EmptyState state;
    QStringList said;
    state.showNone(u"There are no deployments."_s);
    said << state.accessibleName();
    state.showNotPermitted(u"list flinkdeployments"_s);
    QCOMPARE(state.kind(), widgets::EmptyState::Kind::NotPermitted);
    QVERIFY(state.accessibleName().contains(u"list flinkdeployments"));
    said << state.accessibleName();
    state.showUnreachable(u"The server does not answer."_s, QDateTime::currentDateTimeUtc().addSecs(-42),
                          u"Try again"_s);
    QVERIFY(state.accessibleName().contains(u"42"));
    said << state.accessibleName();
    state.showFiltered(7);
    QVERIFY(state.accessibleName().contains(u"7"));
    said << state.accessibleName();
    QCOMPARE(QSet<QString>(said.begin(), said.end()).size(), 4);
}

void TestWidgets::filteredOffersToClearTheFilter()
{
    widgets::EmptyState state;
    state.showFiltered(3);
    state.show();
    QSignalSpy asked(&state, &widgets::EmptyState::actionRequested);
    auto* button = state.findChild<QPushButton*>();
    QVERIFY(button->isVisible());
    button->click();
    QCOMPARE(asked.size(), 1);
    state.showNone(u"None."_s);
    QVERIFY(!button->isVisible());
}

void TestWidgets::searchFieldComesWithSlashAndEmptiesWithEscape()
{
    QWidget page;
    auto* column = new QVBoxLayout(&page);
    auto* button = new QPushButton(u"x"_s);
    auto* field = new widgets::SearchField(widgets::SearchField::Purpose::Filter, &page);
    column->addWidget(button);
    column->addWidget(field);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Slash);
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"pay"_s);
    QCOMPARE(field->text(), u"pay"_s);
    QSignalSpy abandoned(field, &widgets::SearchField::abandoned);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->text().isEmpty());
    QCOMPARE(abandoned.size(), 0);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(abandoned.size(), 1);
}

void TestWidgets::slashIsALetterWhileOneTypes()
{
    QWidget page;
    auto* column = new QVBoxLayout(&page);
    auto* other = new QLineEdit;
    auto* field = new widgets::SearchField(widgets::SearchField::Purpose::Filter, &page);
    column->addWidget(other);
    column->addWidget(field);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    other->setFocus();
    QVERIFY(widgets::isTyping());
    QTest::keyClick(other, Qt::Key_Slash);
    QCOMPARE(other->text(), u"/"_s);
    QVERIFY(!field->hasFocus());
}

void TestWidgets::agesAreRelativeOrAbsoluteAndSayBothInTheToolTip()
{
    const QDateTime now(QDate(2026, 9, 15), QTime(3, 12, 13), Qt::UTC);
    const QDateTime when = now.addSecs(-(14 * 60 + 12));
    QCOMPARE(widgets::timeText(when, now), u"14m 12s"_s);
    QCOMPARE(widgets::timeText(now.addMSecs(-200), now), u"1s"_s);
    m_times->setZone(widgets::TimeDisplay::Zone::Utc);
    m_times->setForm(widgets::TimeDisplay::Form::Absolute);
    QCOMPARE(widgets::timeText(when, now), u"2026-09-15 02:58:01 UTC"_s);
    const QString both = widgets::timeToolTip(when, now);
    QVERIFY(both.contains(u"2026-09-15 02:58:01 UTC") && both.contains(u"14"));
    widgets::AgeLabel label;
    label.setTime(when);
    QCOMPARE(label.text(), u"2026-09-15 02:58:01 UTC"_s);
    m_times->setForm(widgets::TimeDisplay::Form::Relative);
    QVERIFY(label.text() != u"2026-09-15 02:58:01 UTC"_s);
    m_times->setZone(widgets::TimeDisplay::Zone::Local);
}

void TestWidgets::anUnknownTimeIsNotNow()
{
    QCOMPARE(widgets::timeText({}), u"–"_s);
    widgets::AgeLabel label;
    QCOMPARE(label.text(), u"–"_s);
}

void TestWidgets::everyWidgetHasANameForScreenReaders()
{
    QCOMPARE(widgets::Badge(base::Health::Broken, {}).accessibleName(), u"Broken"_s);
    QVERIFY(widgets::EnvironmentChip(base::Environment::Production).accessibleName().contains(u"PRODUCTION"));
    QCOMPARE(widgets::GlyphLabel(theme::Glyph::AtRisk, u"Slow"_s).accessibleName(), u"Slow"_s);
    widgets::Tile tile(base::Health::AtRisk);
    tile.setCount(3);
    QVERIFY(tile.accessibleName().contains(u"3") && tile.accessibleName().contains(u"At risk"));
    widgets::CopyButton copy;
    copy.setText(u"abc"_s, u"the job id"_s);
    QVERIFY(copy.accessibleName().contains(u"the job id"));
}

void TestWidgets::copyPutsTheWholeTextOnTheClipboard()
{
    widgets::CopyButton copy;
    QVERIFY(!copy.isEnabled());
    copy.setText(u"a-very-long-name"_s, u"the name"_s);
    QSignalSpy copied(&copy, &widgets::CopyButton::copiedText);
    copy.click();
    QCOMPARE(copied.size(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"a-very-long-name"_s);
}

void TestWidgets::tableCopiesTheCellWithCAndRowsWithTheKeysForCopy()
{
    QStandardItemModel model(2, 2);
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 2; ++column)
            model.setItem(row, column, new QStandardItem(u"%1%2"_s.arg(row).arg(column)));
    }
    model.item(0, 1)->setData(u"exactly 01"_s, widgets::cell::ExactRole);
    widgets::Table table;
    table.setModel(&model);
    table.show();
    table.setCurrentIndex(model.index(0, 1));
    QTest::keyClick(&table, Qt::Key_C);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"exactly 01"_s);
    table.selectAll();
    QTest::keySequence(&table, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"00\texactly 01\n10\t11\n"_s);
}

void TestWidgets::tableHoversAndSelectsWholeRows()
{
    QStandardItemModel model(3, 2);
    widgets::Table table;
    table.setModel(&model);
    table.resize(300, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const QPoint second = table.visualRect(model.index(1, 0)).center();
    QTest::mouseMove(table.viewport(), second);
    QTRY_COMPARE(table.hoveredRow(), 1);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(table.selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table.rowHeight(0), theme::rowHeight());
}

void TestWidgets::digitsTakeTheSameWidth()
{
    const QFontMetrics metrics(theme::font(theme::Type::Body));
    QCOMPARE(widgets::tabularWidth(metrics, u"111"_s), widgets::tabularWidth(metrics, u"888"_s));
    QCOMPARE(widgets::tabularWidth(metrics, u"14m 11s"_s), widgets::tabularWidth(metrics, u"40m 58s"_s));
    QVERIFY(widgets::tabularWidth(metrics, u"1111"_s) > widgets::tabularWidth(metrics, u"111"_s));
}

void TestWidgets::elidedLabelsKeepTheirTextAndGiveWay()
{
    widgets::ElidedLabel label(QString(5'000, u'x'));
    label.resize(100, 20);
    QVERIFY(label.minimumSizeHint().width() < 100);
    QCOMPARE(label.text().size(), 5'000);
}

void TestWidgets::toastsAreThreeAtMost()
{
    QWidget window;
    window.resize(800, 600);
    window.show();
    widgets::Toasts toasts(&window);
    for (int i = 0; i < 5; ++i)
        toasts.notify(base::Health::Healthy, u"Notice %1"_s.arg(i));
    QCOMPARE(toasts.count(), 3);
    QVERIFY(window.rect().contains(toasts.geometry()));
}

void TestWidgets::aToastThatHoldsNoLongerGoes()
{
    QWidget window;
    window.resize(800, 600);
    window.show();
    widgets::Toasts toasts(&window);
    toasts.notify(base::Health::Changing, u"Being set up"_s);
    toasts.notify(base::Health::Healthy, u"Something else"_s);
    toasts.withdraw(u"Being set up"_s);
    toasts.withdraw(u"Never said"_s);
    QTRY_COMPARE(toasts.count(), 1);
    QCOMPARE(toasts.findChild<QLabel*>()->text(), u"Something else"_s);
}

// There are no notices outside of the window, so this is where the words of a server go.
void TestWidgets::case83_aToastShowsMarkupAsText()
{
    QWidget window;
    window.resize(800, 600);
    window.show();
    widgets::Toasts toasts(&window);
    const QString hostile = u"<a href='file:///etc/passwd'>done</a><img src='http://x.example/p.png'>"_s;
    toasts.notify(base::Health::Healthy, hostile);
    toasts.showCancellable(hostile, &window, [] {});
    QStringList shown;
    const QList<QLabel*> labels = toasts.findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(!label->openExternalLinks());
        shown.append(label->text());
    }
    QCOMPARE(shown.count(hostile), 2);
}

void TestWidgets::aCancelledToastDoesNothing()
{
    QWidget window;
    window.resize(800, 600);
    window.show();
    widgets::Toasts toasts(&window);
    int done = 0;
    toasts.showCancellable(u"Removing"_s, &window, [&done] { ++done; });
    toasts.findChild<QPushButton*>()->click();
    for (int i = 0; i < 4; ++i)
        toasts.notify(base::Health::Healthy, u"Notice"_s);
    QCOMPARE(done, 0);
}

void TestWidgets::aToastThatIsPushedOutDoesItsWork()
{
    QWidget window;
    window.resize(800, 600);
    window.show();
    widgets::Toasts toasts(&window);
    int done = 0;
    toasts.showCancellable(u"Removing"_s, &window, [&done] { ++done; });
    for (int i = 0; i < 3; ++i)
        toasts.notify(base::Health::Healthy, u"Notice"_s);
    QCOMPARE(done, 1);
}

void TestWidgets::nothingIsClippedAtTwiceTheSize_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("English") << u"Restarting again and again"_s;
    QTest::newRow("Korean") << u"체크포인트 실패가 반복됩니다"_s;
}

void TestWidgets::nothingIsClippedAtTwiceTheSize()
{
    QFETCH(const QString, word);
    const QFont before = theme::font(theme::Type::Body);
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    delete m_theme;
    QApplication::setFont(large);
    m_theme = new theme::Theme(*qApp);
    QCOMPARE(theme::font(theme::Type::Body).pointSizeF(), large.pointSizeF());
    const QFontMetrics body(theme::font(theme::Type::Body));
    const QFontMetrics small(theme::font(theme::Type::Small));
    widgets::Badge badge(base::Health::AtRisk, word);
    QVERIFY(badge.sizeHint().width() >= small.horizontalAdvance(word) + 12);
    QVERIFY(badge.sizeHint().height() >= small.height());
    widgets::Chip chip(widgets::Chip::Kind::Toggle, word);
    QVERIFY(chip.sizeHint().width() >= small.horizontalAdvance(word));
    QPushButton button(word);
    QVERIFY(button.sizeHint().width() >= body.horizontalAdvance(word) + 16);
    QVERIFY(button.sizeHint().height() >= body.height() + 6);
    widgets::GlyphLabel label(theme::Glyph::Broken, word);
    QVERIFY(label.sizeHint().width() >= body.horizontalAdvance(word));
    QVERIFY(theme::rowHeight() >= body.height() + 8);
    widgets::Tile tile(base::Health::AtRisk);
    tile.setDetail(word);
    QVERIFY(tile.sizeHint().height() >= body.height() + small.height());
    delete m_theme;
    QApplication::setFont(before);
    m_theme = new theme::Theme(*qApp);
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
