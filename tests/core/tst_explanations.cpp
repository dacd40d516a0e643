#include "core/manifest/explanations.h"

#include "tests/support/hygiene.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using manifest::Catalogue;
using manifest::Explanations;
using Language = Explanations::Language;

namespace {

const QLocale korean(QLocale::Korean, QLocale::SouthKorea);

bool hasHangul(const QString& text)
{
    static const QRegularExpression hangul(u"[\\x{AC00}-\\x{D7A3}]"_s);
    return text.contains(hangul);
}

} // namespace

class TestExplanations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void tellsAboutTheKeysThatMatter();
    void tellsAboutWhatGuidesUse();
    void everyKeyExistsInSomeRelease();
    void everyTextIsThereInBothLanguages();
    void noTextStandsTwice();
    void textsAreAsLongAsSomebodyInAHurryReads();
    void speaksTheLanguageOfTheProgram();
    void findsKeysByPattern();
    void findsOldNames();
    void knowsNothingOfWhatNobodyReads();

private:
    std::shared_ptr<const Catalogue> m_catalogue = Catalogue::bundled();
    std::shared_ptr<const Explanations> m_explanations = Explanations::bundled();
};

void TestExplanations::initTestCase()
{
    support::keepClean();
    QVERIFY(!m_explanations->keys().isEmpty());
}

void TestExplanations::tellsAboutTheKeysThatMatter()
{
    QVERIFY(m_explanations->keys().size() >= 300);
    for (const char* area : {"execution.checkpointing.", "state.backend.rocksdb.", "high-availability.",
                             "taskmanager.memory.", "taskmanager.network.", "restart-strategy.", "job.autoscaler.",
                             "kubernetes.operator.", "kubernetes.", "metrics.", "s3.", "security.", "table."}) {
        const QStringList keys = m_explanations->keys().filter(QLatin1StringView(area));
        QVERIFY2(keys.size() >= 5, area);
    }
}

/// The keys of the page that the linter is held against, as far as a release reads them.
void TestExplanations::tellsAboutWhatGuidesUse()
{
    QFile table(QStringLiteral(DREY_SOURCE_DIR "/tests/golden/lint/keys.tsv"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    int known = 0;
    const QStringList lines = QString::fromUtf8(table.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        const QString key = line.section(u'\t', 0, 0);
        const int release = *m_catalogue->release(u"1.18");
        if (!m_catalogue->judge(key, release).option)
            continue;
        ++known;
        QVERIFY2(!m_explanations->of(key, *m_catalogue, release).isEmpty(), qPrintable(key));
    }
    QVERIFY2(known > 40, qPrintable(QString::number(known)));
}

void TestExplanations::everyKeyExistsInSomeRelease()
{
    const auto newest = static_cast<int>(m_catalogue->releases().size()) - 1;
    const QStringList keys = m_explanations->keys();
    for (const QString& key : keys) {
        const bool isOpen = m_catalogue->judge(key, newest).standing == manifest::KeyVerdict::Standing::Open;
        QVERIFY2(m_catalogue->isKnownName(key) || isOpen, qPrintable(key));
    }
}

void TestExplanations::everyTextIsThereInBothLanguages()
{
    const QStringList keys = m_explanations->keys();
    for (const QString& key : keys) {
        const QString english = m_explanations->of(key, Language::English);
        QVERIFY2(!english.isEmpty() && !hasHangul(english), qPrintable(key));
        QVERIFY2(hasHangul(m_explanations->of(key, Language::Korean)), qPrintable(key));
    }
}

void TestExplanations::noTextStandsTwice()
{
    // Keys of one paragraph share a text; paragraphs do not.
    QHash<QString, QString> koreanOf, englishOf;
    const QStringList keys = m_explanations->keys();
    for (const QString& key : keys) {
        const QString english = m_explanations->of(key, Language::English);
        const QString inKorean = m_explanations->of(key, Language::Korean);
        QVERIFY2(koreanOf.value(english, inKorean) == inKorean, qPrintable(key));
        QVERIFY2(englishOf.value(inKorean, english) == english, qPrintable(key));
        koreanOf.insert(english, inKorean);
        englishOf.insert(inKorean, english);
    }
}

void TestExplanations::textsAreAsLongAsSomebodyInAHurryReads()
{
    const QStringList keys = m_explanations->keys();
    for (const QString& key : keys) {
        for (const Language language : {Language::English, Language::Korean}) {
            const QString text = m_explanations->of(key, language);
            QVERIFY2(text.size() >= 40 && text.size() <= 480, qPrintable(key + u": "_s + text));
            QVERIFY2(text.endsWith(u'.') && text == text.simplified(), qPrintable(key));
        }
    }
}

void TestExplanations::speaksTheLanguageOfTheProgram()
{
    const QString key = u"execution.checkpointing.interval"_s;
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(m_explanations->of(key), m_explanations->of(key, Language::English));
    QLocale::setDefault(korean);
    QCOMPARE(m_explanations->of(key), m_explanations->of(key, Language::Korean));
}

void TestExplanations::findsKeysByPattern()
{
    const QString text = m_explanations->of(u"metrics.reporter.prom.factory.class"_s);
    QVERIFY(text.contains(u"PrometheusReporterFactory"));
    QCOMPARE(m_explanations->of(u"metrics.reporter.other.factory.class"_s), text);
}

void TestExplanations::findsOldNames()
{
    const auto release = m_catalogue->release(u"1.20");
    QVERIFY(release);
    QVERIFY(m_explanations->of(u"state.backend"_s).isEmpty());
    QCOMPARE(m_explanations->of(u"state.backend"_s, *m_catalogue, *release),
             m_explanations->of(u"state.backend.type"_s));
}

void TestExplanations::knowsNothingOfWhatNobodyReads()
{
    QCOMPARE(m_explanations->of(u"state.backend.rocksdb.wal.enabled"_s, *m_catalogue, 0), QString());
}

QTEST_GUILESS_MAIN(TestExplanations)
#include "tst_explanations.moc"
