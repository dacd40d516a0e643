#include "tests/support/hygiene.h"
#include "tests/support/sim/simstory.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray shown(const QJsonValue& value)
{
    return QJsonDocument(QJsonArray{value}).toJson();
}

/// Where two texts of many lines part.
QByteArray parting(const QByteArray& actual, const QByteArray& expected)
{
    const auto is = actual.split('\n');
    const auto should = expected.split('\n');
    qsizetype line = 0;
    while (line < is.size() && line < should.size() && is[line] == should[line])
        ++line;
    const auto from = std::max<qsizetype>(0, line - 3);
    return "is:\n" + is.mid(from, 12).join('\n') + "\nshould be:\n" + should.mid(from, 12).join('\n');
}

} // namespace

/// The functions answer what a real API server (1.33) answered to the same requests.
class TestSimDocuments : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void answersWhatTheRealServerAnswered_data()
    {
        QTest::addColumn<QString>("story");
        for (const auto& story : {u"customschema"_s, u"builtinschema"_s, u"nulls"_s, u"apply"_s, u"emptied"_s,
                                  u"patch"_s, u"tables"_s, u"selectors"_s})
            QTest::newRow(qPrintable(story)) << story;
    }

    void answersWhatTheRealServerAnswered()
    {
        QFETCH(QString, story);
        support::SimStoryServer server;
        QStringList wrong;
        const auto steps = support::simStory(story);
        for (const auto& step : steps) {
            const auto reply = server.answer(step);
            auto warnings = reply.warnings;
            auto expectedWarnings = step.warnings;
            // A refusal comes without warnings here.
            if (reply.code >= 300)
                expectedWarnings.clear();
            warnings.sort();
            expectedWarnings.sort();
            const auto is = shown(support::comparable(reply.body)) + warnings.join(u'\n').toUtf8();
            const auto should = shown(support::comparable(step.answer)) + expectedWarnings.join(u'\n').toUtf8();
            const bool isSame = reply.code == step.code && is == should;
            if (isSame != step.unlike.isEmpty()) {
                wrong += u"step %1: %2 %3 %4 -> %5, should be %6\n%7"_s.arg(step.number)
                             .arg(step.method, step.path, QString::fromUtf8(step.body.left(300)))
                             .arg(reply.code)
                             .arg(step.code)
                             .arg(QString::fromUtf8(parting(is, should)));
            }
            server.believe(step);
        }
        for (const auto& text : wrong)
            qInfo().noquote() << text;
        QVERIFY2(wrong.isEmpty(), qPrintable(u"%1 of %2 steps differ"_s.arg(wrong.size()).arg(steps.size())));
    }
};

QTEST_GUILESS_MAIN(TestSimDocuments)
#include "tst_simdocuments.moc"
