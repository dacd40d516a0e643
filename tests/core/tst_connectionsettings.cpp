#include "core/flink/connectionsettings.h"
#include "tests/support/hygiene.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using base::Environment;
using flink::ConnectionSettings;

namespace {

ConnectionSettings settings(const QString& name)
{
    ConnectionSettings made;
    made.id = u"context:"_s + name;
    made.name = name;
    return made;
}

} // namespace

/// What the user decides about a connection, and the file it is kept in.
class TestConnectionSettings : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void guessesTheEnvironmentFromTheWordsOfAName_data();
    void guessesTheEnvironmentFromTheWordsOfAName();
    void protectsProductionUnlessToldOtherwise();
    void keepsSettingsInAFileOfTheUserAlone();
    void reportsADamagedSettingsFileInsteadOfForgettingIt();
};

void TestConnectionSettings::guessesTheEnvironmentFromTheWordsOfAName_data()
{
    QTest::addColumn<Environment>("expected");
    const auto row = [](const char* name, Environment expected) { QTest::newRow(name) << expected; };
    row("prod", Environment::Production);
    row("eks-prd-eu-1", Environment::Production);
    row("seoul.production.example.com", Environment::Production);
    row("PROD2", Environment::Production);
    row("live", Environment::Production);
    row("dev-to-prod-gateway", Environment::Production);
    row("pre-prod", Environment::Staging);
    row("nonprod", Environment::Staging);
    row("arn:aws:eks:eu:1:cluster/stg", Environment::Staging);
    row("uat_2", Environment::Staging);
    row("staging", Environment::Staging);
    row("kind-orders", Environment::Development);
    row("minikube", Environment::Development);
    row("dev", Environment::Development);
    row("localhost:8081", Environment::Development);
    row("product-catalog", Environment::Unset);
    row("kindly", Environment::Unset);
    row("delivery", Environment::Unset);
    row("", Environment::Unset);
}

void TestConnectionSettings::guessesTheEnvironmentFromTheWordsOfAName()
{
    QFETCH(Environment, expected);
    QCOMPARE(flink::guessEnvironment(QString::fromLatin1(QTest::currentDataTag())), expected);
}

void TestConnectionSettings::protectsProductionUnlessToldOtherwise()
{
    ConnectionSettings one = settings(u"prod-seoul"_s);
    QCOMPARE(one.effectiveEnvironment(), Environment::Production);
    QVERIFY(one.effectivelyProtected());
    one.isProtected = false;
    QVERIFY(!one.effectivelyProtected());
    one = settings(u"seoul"_s);
    QVERIFY(!one.effectivelyProtected());
    one.environment = Environment::Production;
    QVERIFY(one.effectivelyProtected());
    one = settings(u"prod"_s);
    one.environment = Environment::Development; // the user knows better than the name
    QVERIFY(!one.effectivelyProtected());
}

void TestConnectionSettings::keepsSettingsInAFileOfTheUserAlone()
{
    QTemporaryDir folder;
    const flink::ConnectionSettingsFile file(folder.filePath(u"drey/connections.json"_s));
    QCOMPARE(*file.read(), QList<ConnectionSettings>());

    ConnectionSettings one = settings(u"seoul"_s);
    one.environment = Environment::Staging;
    one.isProtected = true;
    one.color = u"#7440b4"_s;
    one.nameSpaces = {u"payments"_s, u"logistics"_s};
    one.pinned = true;
    const QList<ConnectionSettings> all{one, settings(u"busan"_s)};
    QVERIFY(bool(file.write(all)));
    QCOMPARE(*file.read(), all);
    QCOMPARE(flink::settingsOf(all, u"context:seoul"_s, {}), one);
    QCOMPARE(flink::settingsOf(all, u"context:jeju"_s, u"jeju"_s), settings(u"jeju"_s));
    const auto othersMay =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFile::permissions(file.path()) & othersMay));
}

void TestConnectionSettings::reportsADamagedSettingsFileInsteadOfForgettingIt()
{
    QTemporaryDir folder;
    const flink::ConnectionSettingsFile file(folder.filePath(u"connections.json"_s));
    QFile raw(file.path());
    QVERIFY(raw.open(QIODevice::WriteOnly));
    raw.write("{\"connections\": [");
    raw.close();
    const auto read = file.read();
    QVERIFY(!read);
    QCOMPARE(read.error().kind, base::Error::Kind::Configuration);
}

QTEST_GUILESS_MAIN(TestConnectionSettings)
#include "tst_connectionsettings.moc"
