#include "core/manifest/lint.h"
#include "core/manifest/rules.h"
#include "tests/live/support/apiserver.h"
#include "tests/live/support/cache.h"
#include "tests/support/hygiene.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using manifest::Finding;
using manifest::LintedDocument;

namespace {

const QString crdRelease = u"1.10"_s; ///< of the operator whose CRDs the API server has

/// One of the manifests that are judged.
struct Manifest
{
    QString name;
    QString kind;
    QByteArray text;
};

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<LintedDocument> lint(const QByteArray& text, const QString& flinkRelease = {})
{
    return manifest::Linter(manifest::Catalogue::bundled(), {flinkRelease, crdRelease}).documents(text);
}

/// The Flink manifests of a file, all of one namespace.
QList<Manifest> manifestsIn(const QString& path)
{
    QList<Manifest> found;
    static const QRegularExpression ns(u"namespace: [a-z-]+"_s);
    const QByteArray text = QString::fromUtf8(read(path)).replace(ns, u"namespace: team-a"_s).toUtf8();
    const yaml::LineIndex lines(text);
    for (const LintedDocument& document : lint(text)) {
        if (!document.kind.startsWith(u"Flink"))
            continue;
        const int line = lines.place(document.span.begin).line + 1;
        found.append({u"%1:%2"_s.arg(QFileInfo(path).fileName()).arg(line), document.kind,
                      text.mid(document.span.begin, document.span.length())});
    }
    return found;
}

/// Rules that later operators have, and those this one still has.
const QSet<QString> newerRules{u"DREY-O003"_s};
constexpr QLatin1String olderWords = "with last-state while HA disabled"_L1;

/// The rules a manifest breaks.
QSet<QString> errors(const QByteArray& text, const QString& flinkRelease = {})
{
    QSet<QString> rules;
    for (const LintedDocument& document : lint(text, flinkRelease)) {
        for (const Finding& finding : document.findings) {
            if (finding.severity == Finding::Severity::Error)
                rules.insert(finding.rule);
        }
    }
    return rules;
}

/// Those the API server goes by: of YAML and of schemas.
QSet<QString> faults(QSet<QString> errors)
{
    errors.removeIf([](const QString& rule) { return !QStringView(u"YS").contains(rule[5]); });
    return errors;
}

/// Those the validator goes by.
QSet<QString> operatorRules(QSet<QString> errors)
{
    errors.removeIf(
        [](const QString& rule) { return (rule[5] != u'O' && rule != u"DREY-K006") || newerRules.contains(rule); });
    return errors;
}

QString joined(const QSet<QString>& rules)
{
    return QStringList(rules.cbegin(), rules.cend()).join(u' ');
}

/// The manifest for Flink 1.18, the newest that the validator knows.
QByteArray forOldFlink(QByteArray text)
{
    QString older = QString::fromUtf8(text);
    static const QRegularExpression version(u"flinkVersion: v(1_(19|20)|2_[0-9])\\b"_s);
    older.replace(version, u"flinkVersion: v1_18"_s);
    // 1.20 renamed them.
    older.replace(u"execution.checkpointing.dir:"_s, u"state.checkpoints.dir:"_s);
    older.replace(u"execution.checkpointing.savepoint-dir:"_s, u"state.savepoints.dir:"_s);
    return older.toUtf8();
}

/// As the operator gets it: JSON, which the API server has made of what kubectl read.
QByteArray asServed(const QByteArray& text)
{
    const auto read = yaml::read(text, yaml::Scalars::Typed);
    return read && !read->isEmpty() ? QJsonDocument(read->first().toObject()).toJson(QJsonDocument::Compact) : text;
}

/// The rule in which Drey says what the validator says in these words.
struct Words
{
    const char* part;
    const char* rule;
};
constexpr Words validatorWords[] = {
    {"must consist of lower case alphanumeric", "DREY-O001"},
    {"Flink Version must be defined", "DREY-O002"},
    {"Forbidden Flink config key", "DREY-K006"},
    {"HA must be enabled for rollback", "DREY-O006"},
    {"must be enabled for job health check", "DREY-O007"},
    {"Ingress template must be defined", "DREY-O008"},
    {"Unable to process the Ingress template", "DREY-O008"},
    {"Invalid log config key", "DREY-O009"},
    {"Checkpoint directory", "DREY-O010"},
    {"could not be upgraded with savepoint while", "DREY-O011"},
    {"Savepoint could not be manually triggered", "DREY-O011"},
    {"Periodic savepoints cannot be enabled", "DREY-O011"},
    {"max-checkpoint age functionality", "DREY-O011"},
    {"TaskManager replicas must be larger", "DREY-O017"},
    {"Job parallelism must be larger", "DREY-O012"},
    {"resource memory must be defined", "DREY-O013"},
    {"parse error", "DREY-O014"},
    {"should not be configured less than one", "DREY-O016"},
    {"High availability should be enabled when starting standby", "DREY-O016"},
    {"serviceAccount must be defined", "DREY-O020"},
    {"AutoScalerOption", "DREY-O021"},
    {"The job spec should not be empty", "DREY-O030"},
};

QString ruleOf(const QString& message)
{
    const auto* const found = std::ranges::find_if(
        validatorWords, [&](const Words& words) { return message.contains(QLatin1String(words.part)); });
    return found == std::end(validatorWords) ? QString() : QString::fromLatin1(found->rule);
}

} // namespace

/// What is said of a manifest without asking anybody, beside what those say who decide: a real API server with the
/// operator's CRDs and strict validation, and the operator's own validator.
class LiveVerdictsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void theApiServerTakesWhatHasNoFault_data() { manifests(); }
    void theApiServerTakesWhatHasNoFault();
    void theOperatorTakesWhatBreaksNoRule_data() { manifests(); }
    void theOperatorTakesWhatBreaksNoRule();
    void enoughWereJudged();

private:
    void manifests();

    std::unique_ptr<live::ApiServer> m_server;
    QList<Manifest> m_manifests;
    QHash<QString, QString> m_verdicts; ///< of the validator, by the manifest's name
    int m_taken = 0;
    int m_refused = 0;
    int m_validated = 0;
};

void LiveVerdictsTest::initTestCase()
{
    support::keepClean();
    const QDir golden(QStringLiteral(DREY_SOURCE_DIR "/tests/golden/lint"));
    m_manifests += manifestsIn(golden.filePath(u"rules.yaml"_s));
    const QDir good(golden.filePath(u"good"_s));
    for (const QString& name : good.entryList({u"*.yaml"_s}))
        m_manifests += manifestsIn(good.filePath(name));
    QVERIFY2(m_manifests.size() >= 100, qPrintable(QString::number(m_manifests.size())));
    DREY_NEEDS_LIVE(u"kubernetes"_s, u"etcd"_s, u"crds"_s, u"validator"_s);
    m_server = std::make_unique<live::ApiServer>();
    QVERIFY2(m_server->start(), qPrintable(m_server->problem()));
    QByteArray asked;
    for (const Manifest& manifest : m_manifests)
        asked += manifest.kind.toUtf8() + ' ' + asServed(forOldFlink(manifest.text)).toBase64() + '\n';
    const QString folder = live::cache::folder(u"validator"_s);
    const live::CommandOutput answer = live::runCommand(
        u"java"_s, {u"-cp"_s, folder + u"/classes:"_s + folder + u"/lib/*"_s, u"drey.Validate"_s}, asked);
    QCOMPARE(answer.exitCode, 0);
    const QStringList lines = QString::fromUtf8(answer.output).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), m_manifests.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        m_verdicts.insert(m_manifests[i].name, lines[i]);
}

void LiveVerdictsTest::manifests()
{
    QTest::addColumn<int>("index");
    for (qsizetype i = 0; i < m_manifests.size(); ++i)
        QTest::addRow("%s", qPrintable(m_manifests[i].name)) << int(i);
}

void LiveVerdictsTest::theApiServerTakesWhatHasNoFault()
{
    QFETCH(const int, index);
    const QByteArray& text = m_manifests[index].text;
    const live::CommandOutput answer = m_server->kubectl(
        {u"create"_s, u"--dry-run=server"_s, u"--validate=strict"_s, u"--namespace=team-a"_s, u"--filename=-"_s}, text);
    const QSet<QString> found = errors(text);
    const QString said = answer.report() + u'\n' + joined(found);
    const bool isTaken = answer.exitCode == 0;
    ++(isTaken ? m_taken : m_refused);
    // The operator's rule of names is the narrower one.
    QVERIFY2(isTaken ? faults(found).isEmpty() : !faults(found).isEmpty() || found.contains(u"DREY-O001"_s),
             qPrintable(said));
}

void LiveVerdictsTest::theOperatorTakesWhatBreaksNoRule()
{
    QFETCH(const int, index);
    const Manifest& manifest = m_manifests[index];
    const QSet<QString> found = errors(forOldFlink(manifest.text), u"1.18"_s);
    // It judges two kinds, and is shown only what the API server took.
    if (!QStringList{u"FlinkDeployment"_s, u"FlinkSessionJob"_s}.contains(manifest.kind) || !faults(found).isEmpty())
        return;
    ++m_validated;
    const QString verdict = m_verdicts.value(manifest.name);
    const QSet<QString> broken = operatorRules(found);
    const QString said = verdict + u'\n' + joined(broken);
    if (verdict == u"ok" || verdict.contains(olderWords))
        QVERIFY2(broken.isEmpty(), qPrintable(said));
    else if (verdict.startsWith(u"refused"))
        QVERIFY2(broken.contains(ruleOf(verdict)), qPrintable(said));
    else
        QVERIFY2(!broken.isEmpty(), qPrintable(said)); // it fell over it
}

void LiveVerdictsTest::enoughWereJudged()
{
    qInfo("the API server took %d and refused %d, the validator was asked about %d", m_taken, m_refused, m_validated);
    QVERIFY(m_taken >= 50 && m_refused >= 30 && m_validated >= 50);
}

QTEST_GUILESS_MAIN(LiveVerdictsTest)
#include "tst_liveverdicts.moc"
