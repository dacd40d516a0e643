#include "tests/support/credentialfixture.h"
#include "tests/support/hygiene.h"
#include "ui/connections/book.h"
#include "ui/connections/clinic.h"
#include "ui/connections/connectionmodel.h"
#include "ui/connections/connectiontable.h"
#include "ui/shell/connectionwords.h"
#include "ui/shell/statusstrip.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using support::PluginFolder;

/// What the window shows while a credential plugin waits for the user.
class TestSignInWait : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aSignInIsTheFirstThingSaidOfAConnection();
    void statusLineAndRowOfferToCancel();

private:
    std::unique_ptr<theme::Theme> m_theme;
};

void TestSignInWait::initTestCase()
{
    support::keepClean();
    qputenv("KUBERC", "off"); // that of whoever runs this
    m_theme = std::make_unique<theme::Theme>(*qApp);
}

void TestSignInWait::aSignInIsTheFirstThingSaidOfAConnection()
{
    flink::ConnectionState state;
    state.kind = flink::ConnectionState::Kind::Connecting;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QCOMPARE(shell::stateOf(state, now).text, u"connecting"_s);
    state.signInSince = now.addSecs(-12);
    QVERIFY2(shell::stateOf(state, now).text.startsWith(u"waiting for sign-in, 12"),
             qPrintable(shell::stateOf(state, now).text));
    state.kind = flink::ConnectionState::Kind::Closed;
    QCOMPARE(shell::stateOf(state, now).text, u"closed"_s);
}

void TestSignInWait::statusLineAndRowOfferToCancel()
{
    PluginFolder folder;
    folder.script(u"plugin"_s, "sleep 300");
    folder.kubeconfig(PluginFolder::execUser("plugin"), "https://127.0.0.1:1");
    connections::Book::Sources sources;
    sources.kubeconfig = folder.path(u"config"_s);
    sources.settings = folder.path(u"connections.json"_s);
    sources.approval = std::make_shared<support::Approver>();
    connections::Book book(sources);
    connections::Clinic clinic(book);
    connections::ConnectionTable table(book, clinic);
    shell::StatusStrip strip(book);
    table.resize(900, 200);
    table.show();
    strip.show();
    const QString id = connections::contextId(u"x"_s);
    QVERIFY(book.open(id));

    const auto cancel = [&strip] {
        const auto all = strip.findChildren<QAbstractButton*>();
        const auto found = std::find_if(all.begin(), all.end(),
                                        [](const auto* one) { return one->accessibleName() == u"Cancel the sign-in"; });
        return found == all.end() ? nullptr : *found;
    };
    const auto cell = [&table](int column) {
        const auto& model = table.connectionModel();
        return model.index(0, column).data().toString();
    };
    QVERIFY(!cancel() || !cancel()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(cancel() && cancel()->isVisible(), 20'000);
    QVERIFY(cell(connections::ConnectionModel::State).contains(u"Signing in"));
    QVERIFY(cell(connections::ConnectionModel::Found).contains(u"Waiting for sign-in"));
    QCOMPARE(cell(connections::ConnectionModel::Action), u"Cancel"_s);
    QSignalSpy cancelled(&strip, &shell::StatusStrip::signInCancelled);
    cancel()->click();
    QCOMPARE(cancelled.size(), 1);
    // The word in the row ends it.
    const QModelIndex action = table.connectionModel().index(0, connections::ConnectionModel::Action);
    emit table.clicked(action);
    QTRY_VERIFY_WITH_TIMEOUT(!book.connection(id)->state().signInSince.isValid(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!cancel()->isVisible(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(cell(connections::ConnectionModel::Found).contains(u"cancelled"), 20'000);
}

QTEST_MAIN(TestSignInWait)
#include "tst_signinwait.moc"
