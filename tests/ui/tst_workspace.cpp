#include "tests/support/hygiene.h"
#include "ui/shell/edges.h"
#include "ui/shell/workspace.h"
#include "ui/theme/theme.h"
#include "ui/widgets/environmentchip.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using shell::Address;
using shell::Page;
using shell::PageWindow;
using shell::Workspace;

/// Pages as tabs, side by side, and in windows of their own.
class TestWorkspace : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void shortTitlesAreNeverCut();
    void longTitlesLoseTheirMiddle();
    void aPageMovesToAWindowAndBack();
    void theWindowOfAPageKeepsEdgeAndWord();
    void closingTheWindowClosesThePage();
    void theLastTabThatLeavesIsTold();
    void aTabDraggedOutBecomesAWindow();
    void aTabDraggedToTheRightSplits();
    void movingAsideSplitsAndMovingBackJoins();
    void aPageThatChangesAsItIsShownIsNoTrouble();
    void theKeyboardDecidesWhichSideIsUsed();
    void eachAddressIsOpenOnceWhereverItIs();
    void windowsGoWithTheWorkspace();

private:
    Page* add(const QString& name);
    QTabBar* bar() const { return m_space->findChild<QTabBar*>(); }
    void drag(int tab, const QPoint& to);
    QList<PageWindow*> windows() const;

    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    Workspace* m_space = nullptr;
};

void TestWorkspace::initTestCase()
{
    support::keepClean();
    m_theme = std::make_unique<theme::Theme>(*qApp);
}

void TestWorkspace::init()
{
    support::keepClean();
    m_window = std::make_unique<QWidget>();
    auto* column = new QVBoxLayout(m_window.get());
    m_space = new Workspace(m_window.get());
    m_space->surroundingsOf = [](const Page&) {
        return shell::Surroundings{base::Environment::Production, u"prod-seoul"_s};
    };
    connect(m_space, &Workspace::closeRequested, m_space, &Workspace::close);
    column->addWidget(m_space);
    m_window->resize(900, 600);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestWorkspace::cleanup()
{
    m_window.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

Page* TestWorkspace::add(const QString& name)
{
    auto page = std::make_unique<Page>(Address{Address::Place::Deployment, u"context:x"_s, {u"ns"_s, name}},
                                       new QLineEdit(name));
    page->title = [name] { return name; };
    Page* added = page.get();
    m_space->add(std::move(page));
    return added;
}

QList<PageWindow*> TestWorkspace::windows() const
{
    QList<PageWindow*> all;
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget* widget : widgets) {
        auto* window = qobject_cast<PageWindow*>(widget);
        if (window && window->isVisible())
            all.append(window);
    }
    return all;
}

void TestWorkspace::drag(int tab, const QPoint& to)
{
    QTabBar* tabs = bar();
    const QPoint from = tabs->tabRect(tab).center();
    QTest::mousePress(tabs, Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, tabs->mapFromGlobal(QPointF(to)), QPointF(to), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(tabs, &move);
    QMouseEvent release(QEvent::MouseButtonRelease, tabs->mapFromGlobal(QPointF(to)), QPointF(to), Qt::LeftButton,
                        Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(tabs, &release);
}

void TestWorkspace::shortTitlesAreNeverCut()
{
    add(u"Fleet"_s);
    for (int i = 0; i < 20; ++i)
        add(u"payment-settlement-%1"_s.arg(i));
    const QFontMetrics strong(theme::font(theme::Type::Strong));
    for (int tab = 0; tab < bar()->count(); ++tab) {
        const int cross = bar()->tabButton(tab, QTabBar::RightSide)->width();
        const int needed = strong.horizontalAdvance(bar()->tabText(tab)) + cross + 20;
        QVERIFY2(bar()->tabRect(tab).width() >= needed, qPrintable(bar()->tabText(tab)));
    }
    // More than fits is scrolled to, and the plus stays in view.
    QVERIFY(bar()->width() < bar()->tabRect(20).right() - bar()->tabRect(0).left());
    const auto buttons = m_space->findChildren<QToolButton*>();
    const auto plus = std::find_if(buttons.begin(), buttons.end(),
                                   [](const auto* one) { return one->accessibleName() == u"Open a page"; });
    QVERIFY(plus != buttons.end());
    QVERIFY((*plus)->geometry().right() <= m_space->width());
}

void TestWorkspace::longTitlesLoseTheirMiddle()
{
    const QString name = u"a-very-long-name-of-a-deployment-"_s + QString(60, u'x') + u"-the-end"_s;
    add(name);
    QVERIFY(bar()->tabRect(0).width() < QFontMetrics(theme::font(theme::Type::Strong)).horizontalAdvance(name) / 2);
    QCOMPARE(bar()->tabToolTip(0).contains(u"the-end"), true);
    QCOMPARE(bar()->accessibleTabName(0), name);
}

void TestWorkspace::aPageMovesToAWindowAndBack()
{
    add(u"one"_s);
    Page* two = add(u"two"_s);
    QLineEdit* widget = qobject_cast<QLineEdit*>(two->widget());
    widget->setText(u"kept"_s);
    m_space->moveToWindow(two);
    QCOMPARE(windows().size(), 1);
    QCOMPARE(windows().first()->windowTitle(), u"two — Drey"_s);
    QVERIFY(widget->isVisible());
    QCOMPARE(widget->window(), windows().first());
    QCOMPARE(m_space->current(), two);
    QCOMPARE(m_space->pages().size(), 2);
    QCOMPARE(bar()->count(), 1);
    m_space->putBack(two);
    QCOMPARE(windows().size(), 0);
    QCOMPARE(bar()->count(), 2);
    QCOMPARE(m_space->front(), two);
    QVERIFY(widget->isVisible());
    QCOMPARE(widget->text(), u"kept"_s);
}

void TestWorkspace::theWindowOfAPageKeepsEdgeAndWord()
{
    add(u"one"_s);
    m_space->moveToWindow(add(u"two"_s));
    const PageWindow* window = windows().first();
    QCOMPARE(window->edges().environment(), base::Environment::Production);
    QCOMPARE(window->edges().shown(), (std::array<bool, 4>{true, true, true, true}));
    const auto* chip = window->findChild<widgets::EnvironmentChip*>();
    QVERIFY(chip->isVisible());
    QCOMPARE(chip->environment(), base::Environment::Production);
    QStringList texts;
    for (const QLabel* label : window->findChildren<QLabel*>())
        texts.append(label->text());
    QVERIFY(texts.contains(u"prod-seoul"_s));
    // The type may change while it is open.
    m_space->surroundingsOf = [](const Page&) {
        return shell::Surroundings{base::Environment::Staging, u"prod-seoul"_s};
    };
    m_space->updateWindows();
    QCOMPARE(window->edges().environment(), base::Environment::Staging);
}

void TestWorkspace::closingTheWindowClosesThePage()
{
    add(u"one"_s);
    Page* two = add(u"two"_s);
    const QPointer<Page> gone(two);
    m_space->moveToWindow(two);
    windows().first()->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!gone);
    QCOMPARE(m_space->pages().size(), 1);
    QCOMPARE(windows().size(), 0);
}

void TestWorkspace::theLastTabThatLeavesIsTold()
{
    QSignalSpy emptied(m_space, &Workspace::emptied);
    m_space->moveToWindow(add(u"only"_s));
    QCOMPARE(emptied.size(), 1);
    QVERIFY(!m_space->front());
}

void TestWorkspace::aTabDraggedOutBecomesAWindow()
{
    add(u"one"_s);
    Page* two = add(u"two"_s);
    // Sorting tabs, a little shaky, is not dragging out.
    drag(1, bar()->mapToGlobal(bar()->tabRect(0).center() + QPoint(0, 20)));
    QCoreApplication::processEvents();
    QCOMPARE(windows().size(), 0);
    const auto pages = m_space->pages();
    const int tab = int(pages.indexOf(two));
    drag(tab, m_space->mapToGlobal(QPoint(100, 400)));
    QTRY_COMPARE(windows().size(), 1);
    QCOMPARE(windows().first()->page(), two);
}

void TestWorkspace::aTabDraggedToTheRightSplits()
{
    add(u"one"_s);
    Page* two = add(u"two"_s);
    drag(1, m_space->mapToGlobal(QPoint(m_space->width() - 40, 300)));
    QTRY_VERIFY(m_space->isSplit());
    QCOMPARE(m_space->front(), two);
    QCOMPARE(windows().size(), 0);
}

void TestWorkspace::movingAsideSplitsAndMovingBackJoins()
{
    Page* one = add(u"one"_s);
    QVERIFY(!m_space->canMoveAside(one));
    Page* two = add(u"two"_s);
    m_space->moveAside(two);
    QVERIFY(m_space->isSplit());
    QCOMPARE(m_space->frontPages(), (QList<Page*>{one, two}));
    QVERIFY(one->widget()->isVisible() && two->widget()->isVisible());
    QVERIFY(one->widget()->mapTo(m_space, QPoint()).x() < two->widget()->mapTo(m_space, QPoint()).x());
    m_space->moveAside(two);
    QVERIFY(!m_space->isSplit());
    QCOMPARE(m_space->front(), two);
    QCOMPARE(m_space->pages().size(), 2);
    // Closing the last page of a side closes the side.
    m_space->moveAside(two);
    m_space->close(two);
    QVERIFY(!m_space->isSplit());
    QCOMPARE(m_space->front(), one);
}

void TestWorkspace::aPageThatChangesAsItIsShownIsNoTrouble()
{
    class Restless : public QLineEdit
    {
    public:
        std::function<void()> shown;

    protected:
        void showEvent(QShowEvent* event) override
        {
            QLineEdit::showEvent(event);
            if (shown)
                shown();
        }
    };
    for (int i = 0; i < 4; ++i) {
        auto* widget = new Restless;
        auto page = std::make_unique<Page>(
            Address{Address::Place::Deployment, u"context:x"_s, {{}, QString::number(i)}}, widget);
        page->title = [i] { return QString::number(i); };
        widget->shown = [changing = page.get()] { emit changing->changed(); };
        m_space->add(std::move(page));
    }
    m_space->moveAside(m_space->pages().at(1));
    m_space->close(m_space->pages().at(0));
    m_space->moveToWindow(m_space->pages().at(0));
    QCOMPARE(m_space->pages().size(), 3);
    QStringList titles;
    for (const QTabBar* tabs : m_space->findChildren<QTabBar*>()) {
        for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab)
            titles.append(tabs->tabText(tab));
    }
    titles.sort();
    QCOMPARE(titles.size(), 2);
    QVERIFY(titles.contains(u"1"_s));
}

void TestWorkspace::theKeyboardDecidesWhichSideIsUsed()
{
    Page* one = add(u"one"_s);
    Page* two = add(u"two"_s);
    m_space->moveAside(two);
    QSignalSpy fronts(m_space, &Workspace::frontChanged);
    one->widget()->setFocus();
    QTRY_COMPARE(m_space->front(), one);
    QVERIFY(fronts.size() >= 1);
    m_space->showOtherSide();
    QCOMPARE(m_space->front(), two);
    // New pages open on the side in use.
    Page* three = add(u"three"_s);
    QCOMPARE(m_space->frontPages(), (QList<Page*>{one, three}));
}

void TestWorkspace::eachAddressIsOpenOnceWhereverItIs()
{
    add(u"one"_s);
    Page* two = add(u"two"_s);
    const Address address = two->address();
    m_space->moveToWindow(two);
    QCOMPARE(m_space->find(address), two);
    m_space->show(two);
    QCOMPARE(m_space->current(), two);
    m_space->putBack(two);
    m_space->moveAside(two);
    QCOMPARE(m_space->find(address), two);
}

void TestWorkspace::windowsGoWithTheWorkspace()
{
    add(u"one"_s);
    m_space->moveToWindow(add(u"two"_s));
    m_space->closeWindows();
    QCOMPARE(windows().size(), 0);
    m_space->moveToWindow(add(u"three"_s));
    m_window.reset();
    QCOMPARE(windows().size(), 0);
}

QTEST_MAIN(TestWorkspace)
#include "tst_workspace.moc"
