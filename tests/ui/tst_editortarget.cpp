#include "tests/ui/targetfixture.h"
#include "ui/editor/formpanel.h"
#include "ui/editor/formrow.h"
#include "ui/editor/suggestions.h"
#include "ui/editor/targetchoice.h"
#include "ui/widgets/agelabel.h"

#include <QPushButton>

using namespace support;
using Source = plans::ClusterFacts::SchemaSource;

/// The cluster that the page of a manifest is held against.
class EditorTargetTest : public TargetTest
{
    Q_OBJECT

private slots:
    void initTestCase() { found(); }
    void init() { start(); }
    void cleanup() { stop(); }

    void withoutAClusterTheBundledSchemaCounts();
    void aChosenClusterTellsItsOwnSchema();
    void itsSchemaIsProposedAndExplainedToo();
    void whatRunsThereCountsWhenTheTextIsChecked();
    void whatCannotBeReachedIsSaidAndTheTextIsCheckedAllTheSame();
    void aClosedConnectionLeavesWhatWasHeard();
    void anotherClusterMakesEverythingUnknown();
    void theChoiceIsRememberedForTheFolder();
    void aProtectedClusterIsSaid();
    void theClusterIsChosenByTheKeyboard();
    void theClustersThatAreKnownAreOffered();

private:
    QString shownNotes()
    {
        QStringList texts;
        for (const QLabel* label : panel().findChildren<QLabel*>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }
};

void EditorTargetTest::withoutAClusterTheBundledSchemaCounts()
{
    show(goodManifest);
    QVERIFY2(m_targeting->schemaText().contains(u"as it came with Drey"), qPrintable(m_targeting->schemaText()));
    QVERIFY(!panel().isVisible());
    m_targeting->showEffect(true);
    QVERIFY(panel().isVisible());
    QCOMPARE(panel().state(), u"Choose a cluster to see what applying this manifest would do there."_s);
    QVERIFY(!panel().applyButton()->isEnabled());
}

void EditorTargetTest::aChosenClusterTellsItsOwnSchema()
{
    show(withKey("state.checkpoints.num-retained", "9"));
    choose();
    QTRY_VERIFY_WITH_TIMEOUT(m_targeting->facts().facts() && !m_targeting->facts().isAsking(), editorPatience);
    QCOMPARE(m_targeting->facts().facts()->source, Source::OpenApi);
    QCOMPARE(m_targeting->schemaText(), u"Schema: practice, read"_s);
    const auto ages = m_page->findChildren<widgets::AgeLabel*>();
    QVERIFY(std::ranges::any_of(ages, [this](const widgets::AgeLabel* age) {
        return age->isVisible() && age->time() == m_targeting->facts().schemaReadAt();
    }));
}

/// The practice operator is older than the schema that came with the program: it has no amounts of Kubernetes yet.
void EditorTargetTest::itsSchemaIsProposedAndExplainedToo()
{
    show(deployment("  taskManager:\n    resources: {limits: {memory: 4Gi}}\n"));
    m_page->setFormShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->form()->isBusy(), editorPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->form()->row(u"taskManagerMemoryLimit"), editorPatience);
    auto* list = m_page->findChild<editor::Suggestions*>();
    const auto proposed = [&] {
        m_page->edit().moveCursor(QTextCursor::End);
        list->ask();
        QStringList words;
        for (const manifest::Proposal& proposal : list->proposals())
            words.append(proposal.text);
        return words;
    };
    show(deployment("  taskManager:\n    re"));
    QVERIFY2(proposed().contains(u"resources"_s), qPrintable(proposed().join(u' ')));
    show(deployment("  taskManager:\n    resources: {limits: {memory: 4Gi}}\n"));
    choose();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->form()->row(u"taskManagerMemory"), editorPatience);
    QVERIFY(!m_page->form()->row(u"taskManagerMemoryLimit"));
    show(deployment("  taskManager:\n    re"));
    QVERIFY2(!proposed().contains(u"resources"_s) && proposed().contains(u"resource"_s),
             qPrintable(proposed().join(u' ')));
}

void EditorTargetTest::whatRunsThereCountsWhenTheTextIsChecked()
{
    // A session job for a cluster that is not there: only a cluster can tell.
    show(goodManifest);
    const QStringList offline = rules();
    choose();
    QTRY_VERIFY_WITH_TIMEOUT(m_targeting->facts().facts() && !m_targeting->facts().isAsking() &&
                                 !m_page->checker().isBusy(),
                             editorPatience);
    QVERIFY(m_targeting->facts().facts()->objects.find(u"FlinkSessionJob"_s, u"payments"_s, u"orders"_s));
    show(deployment("  mode: standalone\n  flinkVersion: v1_20\n"));
    QTRY_VERIFY_WITH_TIMEOUT(rules().contains(u"DREY-O018"_s), editorPatience);
    m_targeting->choose({});
    QTRY_VERIFY_WITH_TIMEOUT(!rules().contains(u"DREY-O018"_s), editorPatience);
    QVERIFY(!offline.contains(u"DREY-O018"_s));
}

void EditorTargetTest::whatCannotBeReachedIsSaidAndTheTextIsCheckedAllTheSame()
{
    const auto nowhere = connectTo(QUrl(u"https://127.0.0.1:1"_s), {});
    tell({cluster(u"practice"_s, base::Environment::Production, nowhere.get())});
    show(badManifest);
    m_targeting->choose(u"context:practice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_targeting->forecasts().shown() && m_targeting->forecasts().shown()->error,
                             editorPatience);
    QVERIFY2(!panel().state().isEmpty(), qPrintable(panel().state()));
    QTRY_VERIFY_WITH_TIMEOUT(m_targeting->schemaText().contains(u"practice did not tell its own"), editorPatience);
    settle();
    QVERIFY(!rules().isEmpty());
    tell({});
}

void EditorTargetTest::aClosedConnectionLeavesWhatWasHeard()
{
    show(deployment("  job:\n    parallelism: 7\n"));
    choose();
    tell({cluster(u"practice"_s, base::Environment::Production, nullptr)});
    m_connection.reset();
    QVERIFY(panel().effect().text().contains(u"UPGRADE"));
    QVERIFY(panel().effect().graphicsEffect());
    QVERIFY2(shownNotes().contains(u"Not connected."), qPrintable(shownNotes()));
    QVERIFY(!panel().applyButton()->isEnabled());
    QVERIFY2(m_targeting->schemaText().contains(u"not connected any more"), qPrintable(m_targeting->schemaText()));
    // The text goes on being checked, with the schema that was heard.
    show(badManifest);
    QVERIFY(!rules().isEmpty());
    // It is connected again: it is heard anew.
    m_connection = connectTo(QUrl(m_practice->host().server()), {});
    tell({cluster(u"practice"_s, base::Environment::Production, m_connection.get())});
    show(deployment("  job:\n    parallelism: 7\n"));
    hear();
    QVERIFY(!panel().effect().graphicsEffect());
}

void EditorTargetTest::anotherClusterMakesEverythingUnknown()
{
    show(deployment("  job:\n    parallelism: 7\n"));
    tell({cluster(u"practice"_s, base::Environment::Production, m_connection.get()),
          cluster(u"elsewhere"_s, base::Environment::Staging, nullptr)});
    choose();
    m_targeting->choose(u"context:elsewhere"_s);
    QVERIFY(!forecast().prospect);
    QCOMPARE(panel().state(), u"elsewhere is not connected."_s);
    QVERIFY(!m_targeting->facts().facts());
}

void EditorTargetTest::theChoiceIsRememberedForTheFolder()
{
    open(withKey("state.checkpoints.num-retained", "9"));
    choose();
    end();
    begin();
    m_targeting = new editor::Targeting(*m_page, *m_clusters, *m_record);
    QVERIFY(m_targeting->clusterId().isEmpty());
    open(withKey("state.checkpoints.num-retained", "9"));
    QCOMPARE(m_targeting->clusterId(), u"context:practice"_s);
    hear();
}

void EditorTargetTest::aProtectedClusterIsSaid()
{
    editor::Cluster guarded = cluster(u"practice"_s, base::Environment::Production, m_connection.get());
    guarded.isProtected = true;
    tell({guarded});
    m_targeting->choose(u"context:practice"_s);
    auto* choice = m_page->findChild<editor::TargetChoice*>();
    QCOMPARE(choice->text(), u"practice"_s);
    QVERIFY(choice->focusProxy()->toolTip().contains(u"protected"));
}

void EditorTargetTest::theClusterIsChosenByTheKeyboard()
{
    show(deployment("  job:\n    parallelism: 7\n"));
    press(Qt::CTRL | Qt::ALT | Qt::Key_C);
    QMenu* menu = nullptr;
    QTRY_VERIFY(menu = qobject_cast<QMenu*>(QApplication::activePopupWidget()));
    QTest::keyClick(menu, Qt::Key_Up); // around to the last
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(m_targeting->clusterId(), u"context:practice"_s);
    hear();
    m_page->activateWindow();
    edit().setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_COMPARE(QApplication::focusWidget(), &edit());
    press(Qt::CTRL | Qt::ALT | Qt::Key_E);
    QTRY_VERIFY(!panel().isVisible());
    press(Qt::CTRL | Qt::ALT | Qt::Key_E);
    QTRY_VERIFY(panel().isVisible());
}

void EditorTargetTest::theClustersThatAreKnownAreOffered()
{
    tell({cluster(u"practice"_s, base::Environment::Production, m_connection.get()),
          cluster(u"a&b"_s, base::Environment::Unset, nullptr)});
    QString opened;
    m_clusters->open = [&opened](const QString& id) { opened = id; };
    m_targeting->openChoice();
    QMenu* menu = &m_page->findChild<editor::TargetChoice*>()->menu();
    QStringList texts;
    for (const QAction* action : menu->actions())
        texts.append(action->text());
    QVERIFY2(texts.contains(u"a&&b, not connected"_s), qPrintable(texts.join(u'|')));
    menu->actions().last()->trigger();
    menu->close();
    QCOMPARE(m_targeting->clusterId(), u"context:a&b"_s);
    QCOMPARE(opened, u"context:a&b"_s); // it is connected to
}

QTEST_MAIN(EditorTargetTest)
#include "tst_editortarget.moc"
