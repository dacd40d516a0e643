#include "app/cli/session.h"
#include "tests/support/hygiene.h"

#include <QTest>

using base::Error;
using cli::ExitCode;

class TestExitCodes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { support::keepClean(); }
    void scriptsCanTellWhatHappened_data();
    void scriptsCanTellWhatHappened();
};

void TestExitCodes::scriptsCanTellWhatHappened_data()
{
    using Kind = Error::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    // The numbers are the contract, not the names.
    QTest::newRow("a write whose answer never came") << Kind::OutcomeUnknown << 0 << 6;
    QTest::newRow("no name, no route") << Kind::Network << 0 << 3;
    QTest::newRow("no trust") << Kind::Tls << 0 << 3;
    QTest::newRow("no answer in time") << Kind::Timeout << 0 << 3;
    QTest::newRow("asked to wait") << Kind::TooManyRequests << 429 << 3;
    QTest::newRow("a gateway without a server") << Kind::Server << 503 << 3;
    QTest::newRow("an error of the server") << Kind::Server << 500 << 5;
    QTest::newRow("not implemented") << Kind::Server << 501 << 5;
    QTest::newRow("a version too new") << Kind::Server << 505 << 5;
    QTest::newRow("protected") << Kind::Protected << 0 << 4;
    QTest::newRow("no credentials") << Kind::Credentials << 0 << 4;
    QTest::newRow("not accepted") << Kind::Unauthorized << 401 << 4;
    QTest::newRow("not permitted") << Kind::Forbidden << 403 << 4;
    QTest::newRow("a setting that cannot be used") << Kind::Configuration << 0 << 2;
    QTest::newRow("given up on purpose") << Kind::Cancelled << 0 << 5;
    QTest::newRow("not there") << Kind::NotFound << 404 << 5;
    QTest::newRow("changed meanwhile") << Kind::Conflict << 409 << 5;
    QTest::newRow("too old") << Kind::Gone << 410 << 5;
    QTest::newRow("refused") << Kind::Invalid << 422 << 5;
    QTest::newRow("too large") << Kind::TooLarge << 200 << 5;
    QTest::newRow("not understood") << Kind::Decode << 200 << 5;
}

void TestExitCodes::scriptsCanTellWhatHappened()
{
    QFETCH(Error::Kind, kind);
    QFETCH(int, status);
    Error error;
    error.kind = kind;
    error.httpStatus = status;
    QTEST(static_cast<int>(cli::exitCodeOf(error)), "code");
}

QTEST_GUILESS_MAIN(TestExitCodes)
#include "tst_exitcodes.moc"
