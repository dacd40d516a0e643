#include "core/yaml/yaml.h"
#include "tests/ui/targetfixture.h"
#include "ui/editor/changerow.h"
#include "ui/editor/diffview.h"
#include "ui/widgets/copybutton.h"

#include <QClipboard>
#include <QListWidget>
#include <QScrollArea>
#include <QTranslator>

#include <algorithm>

using namespace support;
using editor::Against;
using editor::DiffLine;
using editor::EffectPanel;
using Size = manifest::Effect::Size;

/// What applying would do, beside the text, told by the practice cluster.
class EffectPanelTest : public TargetTest
{
    Q_OBJECT

private slots:
    void initTestCase() { found(); }
    void init() { start(); }
    void cleanup() { stop(); }

    void anEditSaysHowMuchItAsks_data();
    void anEditSaysHowMuchItAsks();
    void theValueThatRunsIsShownBesideTheNewOne();
    void aClickOnAChangeLeadsToItsLine();
    void aKeyOnAChangeLeadsToItsLine();
    void theDiffNamesTheClassOfEachLine();
    void theChangesAreCopiedAsAPatch();
    void aNewObjectIsNewAllOver();
    void everyDocumentIsListed();
    void aConflictNamesFieldAndOwner();
    void whoeverKeepsTheObjectIsNamed();
    void aTextThatCannotBeReadKeepsTheLastEffect();
    void anEditInTheClusterIsNoticed();
    void anotherTextIsAskedAboutWhenItRests();
    void nothingIsLeftUntranslated();
    void bigLettersFitInBothThemes();

private:
    QList<editor::ChangeRow*> rows() { return panel().findChildren<editor::ChangeRow*>(); }
    QString effectText() { return panel().effect().text(); }
};

void EffectPanelTest::anEditSaysHowMuchItAsks_data()
{
    QTest::addColumn<QByteArray>("manifest");
    QTest::addColumn<Size>("size");
    QTest::addColumn<QString>("word");
    QTest::newRow("an image") << deployment("  image: registry.example/other:9\n") << Size::Upgrade << u"UPGRADE"_s;
    QTest::newRow("the parallelism") << deployment("  job:\n    parallelism: 7\n") << Size::Upgrade << u"UPGRADE"_s;
    QTest::newRow("a key of the operator")
        << withKey("kubernetes.operator.savepoint.history.max.count", "3") << Size::Ignore << u"IGNORE"_s;
    QTest::newRow("a nonce of a restart") << deployment("  restartNonce: 5\n") << Size::Upgrade << u"UPGRADE"_s;
    QTest::newRow("a redeployment") << deployment("  job:\n    initialSavepointPath: s3://bucket/sp-1\n"
                                                  "    savepointRedeployNonce: 3\n")
                                    << Size::Redeploy << u"REDEPLOY"_s;
    QTest::newRow("nothing") << deployment("  flinkVersion: v1_20\n") << Size::None << u"NO CHANGE"_s;
}

void EffectPanelTest::anEditSaysHowMuchItAsks()
{
    QFETCH(QByteArray, manifest);
    QFETCH(Size, size);
    QFETCH(QString, word);
    show(manifest);
    choose();
    QCOMPARE(forecast().effect.size, size);
    QVERIFY(panel().isVisible());
    QVERIFY2(effectText().startsWith(word), qPrintable(effectText()));
    // How the operator goes about it stands below, in its own words.
    QVERIFY(effectText().contains(manifest::reasonText(forecast().effect)));
    QCOMPARE(rows().size(), forecast().effect.changes.size());
}

void EffectPanelTest::theValueThatRunsIsShownBesideTheNewOne()
{
    const int before = get()[u"spec"_s][u"job"_s][u"parallelism"_s].toInt();
    show(deployment("  job:\n    parallelism: 7\n"));
    choose();
    QCOMPARE(rows().size(), 1);
    QVERIFY2(rows().first()->accessibleName().contains(u"spec.job.parallelism, UPGRADE, %1 → 7"_s.arg(before)),
             qPrintable(rows().first()->accessibleName()));
    QVERIFY(effectText().contains(u"Starts from"));
    QVERIFY(effectText().contains(u"At stake"));
    QCOMPARE(panel().sourceText(), u"Dry run on practice"_s);
}

void EffectPanelTest::aClickOnAChangeLeadsToItsLine()
{
    show(withKey("state.checkpoints.num-retained", "9"));
    choose();
    putCursor(1, 1);
    // Rows are made anew when a checkpoint has come: who has clicked then clicks again.
    const auto leads = [this] {
        if (rows().size() != 1)
            return false;
        panel().findChild<QScrollArea*>()->ensureWidgetVisible(rows().first());
        QTest::mouseClick(rows().first(), Qt::LeftButton);
        return cursorLine() == 8;
    };
    QTRY_VERIFY(leads());
}

void EffectPanelTest::aKeyOnAChangeLeadsToItsLine()
{
    show(deployment("  restartNonce: 5\n  job:\n    parallelism: 7\n"));
    choose();
    rows().last()->setFocus();
    QTest::keyClick(rows().last(), Qt::Key_Return);
    const QString last = rows().isEmpty() ? QString() : rows().last()->change().place();
    QCOMPARE(cursorLine(), last == u"spec.restartNonce" ? 7 : 9);
    QVERIFY(edit().hasFocus());
}

void EffectPanelTest::theDiffNamesTheClassOfEachLine()
{
    show(deployment("  flinkConfiguration:\n    kubernetes.operator.savepoint.history.max.count: \"3\"\n"
                    "    state.checkpoints.num-retained: \"9\"\n"));
    choose();
    press(Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_E);
    QCOMPARE(panel().face(), EffectPanel::Face::Comparison);
    QStringList classes;
    for (const DiffLine& line : panel().comparison().lines()) {
        if (line.weight)
            classes.append(manifest::classWord(*line.weight) + u' ' + line.text.trimmed().section(u':', 0, 0));
    }
    QCOMPARE(classes, (QStringList{u"IGNORE kubernetes.operator.savepoint.history.max.count"_s,
                                   u"UPGRADE state.checkpoints.num-retained"_s}));
    QVERIFY(panel().comparison().toPlainText().contains(u"+     state.checkpoints.num-retained: \"9\""));
    // The line of a change leads to its line in the text.
    putCursor(1, 1);
    const QList<DiffLine> lines = panel().comparison().lines();
    const auto at = std::ranges::find_if(
        lines, [](const DiffLine& line) { return line.path.contains(u"state.checkpoints.num-retained"_s); });
    auto& diff = const_cast<editor::DiffView&>(panel().comparison());
    diff.setTextCursor(QTextCursor(diff.document()->findBlockByNumber(static_cast<int>(at - lines.begin()))));
    QTest::keyClick(&diff, Qt::Key_Return);
    QCOMPARE(cursorLine(), 9);
    for (const Against one : {Against::Stable, Against::Cluster}) {
        panel().setAgainst(one);
        QVERIFY(panel().comparison().toPlainText().contains(u"num-retained: \"9\""));
    }
    press(Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_E);
    QCOMPARE(panel().face(), EffectPanel::Face::Effect);
}

/// What is copied makes of the object, with kubectl's words, what applying the text would make of it.
void EffectPanelTest::theChangesAreCopiedAsAPatch()
{
    auto* copy = panel().findChild<widgets::CopyButton*>();
    QVERIFY(!copy->isEnabled());
    show(deployment("  job:\n    parallelism: 7\n"));
    choose();
    QVERIFY(copy->isEnabled());
    QCOMPARE(copy->accessibleName(), u"Copy the changes as a patch"_s);
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->edit().setFocus();
    QTest::keyClick(&m_page->edit(), Qt::Key_C, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied.section(u'\n', 0, 0),
             u"# kubectl --context practice -n payments patch flinkdeployments.flink.apache.org payment-authorize "
             "--type merge --patch-file patch.yaml"_s);
    const auto patch = yaml::read(copied.toUtf8(), yaml::Scalars::Typed);
    QVERIFY(patch);
    const QJsonObject job{{u"parallelism"_s, 7}};
    QCOMPARE(patch->first().toObject(), (QJsonObject{{u"spec"_s, QJsonObject{{u"job"_s, job}}}}));
    // There is nothing to copy where nothing would be different.
    show(deployment("  flinkVersion: v1_20\n"));
    QTRY_VERIFY2_WITH_TIMEOUT(!copy->isEnabled(), qPrintable(copy->copied()), editorPatience);
}

void EffectPanelTest::aNewObjectIsNewAllOver()
{
    show(deployment("  image: registry.example/new:1\n", "not-there-yet"));
    choose();
    QCOMPARE(forecast().effect.size, Size::Create);
    QVERIFY(effectText().startsWith(u"NEW"));
    panel().showFace(EffectPanel::Face::Comparison);
    const QList<DiffLine> lines = panel().comparison().lines();
    QVERIFY(lines.size() > 5);
    QVERIFY(std::ranges::all_of(lines, [](const DiffLine& line) { return line.kind == DiffLine::Kind::Added; }));
    QVERIFY(panel().comparison().toPlainText().contains(u"registry.example/new:1"));
}

void EffectPanelTest::everyDocumentIsListed()
{
    show(withKey("kubernetes.operator.savepoint.history.max.count", "3") + "---\n" +
         deployment("  job:\n    parallelism: 7\n", "payment-settlement"));
    choose();
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(m_targeting->forecasts().all(),
                                                 [](const editor::Forecast& one) { return one.prospect.has_value(); }),
                             editorPatience);
    auto* list = panel().findChild<QListWidget*>();
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->item(0)->text(), u"FlinkDeployment payment-authorize · job untouched"_s);
    QCOMPARE(list->item(1)->text(), u"FlinkDeployment payment-settlement · upgrade"_s);
    list->setCurrentRow(1);
    QVERIFY(cursorLine() > 9);
    QCOMPARE(forecast().document.name, u"payment-settlement"_s);
    putCursor(2, 1);
    QCOMPARE(list->currentRow(), 0);
    QVERIFY(effectText().startsWith(u"IGNORE"));
}

void EffectPanelTest::aConflictNamesFieldAndOwner()
{
    show(deployment("  job:\n    parallelism: 7\n", "payment-settlement"));
    choose();
    QVERIFY2(effectText().contains(u"spec.job.parallelism belongs to"), qPrintable(effectText()));
    QVERIFY(effectText().contains(u"argocd-controller"));
}

void EffectPanelTest::whoeverKeepsTheObjectIsNamed()
{
    show(deployment("  job:\n    parallelism: 7\n", "payment-settlement"));
    choose();
    QVERIFY(!forecast().effect.keepers.isEmpty());
    QVERIFY(effectText().contains(manifest::keeperText(forecast().effect.keepers.first())));
}

void EffectPanelTest::aTextThatCannotBeReadKeepsTheLastEffect()
{
    show(deployment("  job:\n    parallelism: 7\n"));
    choose();
    edit().setTextCursor([&] {
        QTextCursor end(edit().document());
        end.movePosition(QTextCursor::End);
        return end;
    }());
    edit().setFocus();
    type(u"  flinkVersion: ["_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_targeting->forecasts().all().first().document.isBroken, editorPatience);
    QVERIFY(effectText().contains(u"UPGRADE"));
    QVERIFY(panel().effect().graphicsEffect());
    QTest::keyClick(&edit(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isHeard(), editorPatience);
    QVERIFY(!panel().effect().graphicsEffect());
}

void EffectPanelTest::anEditInTheClusterIsNoticed()
{
    show(withKey("kubernetes.operator.savepoint.history.max.count", "4"));
    choose();
    QCOMPARE(forecast().effect.size, Size::Ignore);
    QTRY_VERIFY_WITH_TIMEOUT(m_connection->deployments() && m_connection->deployments()->isComplete(), editorPatience);
    patch({{u"spec"_s, QJsonObject{{u"restartNonce"_s, 77}}}});
    QTRY_VERIFY_WITH_TIMEOUT(forecast().prospect->live->value(u"spec"_s)[u"restartNonce"_s].toInt() == 77,
                             editorPatience);
}

void EffectPanelTest::anotherTextIsAskedAboutWhenItRests()
{
    show(withKey("kubernetes.operator.savepoint.history.max.count", "4"));
    choose();
    show(deployment("  image: registry.example/other:8\n"));
    hear();
    QCOMPARE(forecast().effect.size, Size::Upgrade);
    QVERIFY(effectText().startsWith(u"UPGRADE"));
}

void EffectPanelTest::nothingIsLeftUntranslated()
{
    QTranslator korean;
    QVERIFY(korean.load(u":/translations/drey_ko.qm"_s));
    QVERIFY(QApplication::installTranslator(&korean));
    show(deployment("  job:\n    parallelism: 7\n"));
    choose();
    QVERIFY2(effectText().contains(u"시작"), qPrintable(effectText()));
    QApplication::removeTranslator(&korean);
}

void EffectPanelTest::bigLettersFitInBothThemes()
{
    const QFont usual = QApplication::font();
    QFont big = usual;
    big.setPointSizeF(usual.pointSizeF() * 2);
    QApplication::setFont(big);
    show(deployment("  job:\n    parallelism: 7\n", "payment-settlement"));
    choose();
    for (const theme::Scheme scheme : {theme::Scheme::Light, theme::Scheme::Dark}) {
        m_theme->setScheme(scheme);
        QVERIFY(!panel().grab().isNull());
        // Nothing is wider than the panel: what is long is wrapped or cut with an ellipsis.
        auto* scroll = panel().findChild<QScrollArea*>();
        QVERIFY(scroll->widget()->minimumSizeHint().width() <= std::max(scroll->viewport()->width(), 260));
    }
    m_theme->setScheme(theme::Scheme::System);
    QApplication::setFont(usual);
}

QTEST_MAIN(EffectPanelTest)
#include "tst_effectpanel.moc"
