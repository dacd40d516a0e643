#include "tests/contract/support/flinkpair.h"

#include "tests/contract/support/shape.h"
#include "tests/live/support/cache.h"
#include "tests/live/support/waiting.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace contract {

namespace {

constexpr int taskSlots = 2;
constexpr int leastIdSize = 8;

QString withNames(QString text, const QMap<QString, QString>& names)
{
    for (auto name = names.cbegin(); name != names.cend(); ++name)
        text.replace(u'{' + name.key() + u'}', name.value());
    return text;
}

/// The ids of vertices and operators are the keys of some maps.
QString keyName(const QString& key)
{
    static const QRegularExpression id(u"^[0-9a-f]{32}$"_s);
    return id.match(key).hasMatch() ? u"<id>"_s : key;
}

Look flinkLook()
{
    return {Look::Arrays::AsOne,
            keyName,
            {u"state"_s,
             u"status"_s,
             u"className"_s,
             u"checkpoint_type"_s,
             u"savepointFormat"_s,
             u"type"_s,
             u"ship_strategy"_s,
             u"exchange"_s,
             u"job-type"_s,
             u"execution-mode"_s,
             u"restart-strategy"_s,
             u"mode"_s,
             u"state_backend"_s,
             u"checkpoint_storage"_s,
             u"changelog_storage"_s,
             u"application-status"_s,
             u"exceptionName"_s,
             u"flink-version"_s,
             u"flink-commit"_s,
             u"flink-revision"_s,
             u"description"_s,
             u"class"_s,
             u"name"_s}};
}

QByteArray form(const QString& fileName, const QByteArray& boundary)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"" +
           QFileInfo(fileName).fileName().toUtf8() + "\"\r\nContent-Type: application/x-java-archive\r\n\r\n" +
           file.readAll() + "\r\n--" + boundary + "--\r\n";
}

} // namespace

QJsonValue valueAt(const QJsonValue& document, const QString& way)
{
    auto value = document;
    for (const auto& step : way.split(u'.', Qt::SkipEmptyParts)) {
        bool isIndex = false;
        const auto index = step.toInt(&isIndex);
        value = isIndex ? value[index] : value[step];
    }
    return value;
}

QByteArray boundsOf(const QString& vertex, int lower, int upper)
{
    return u"\"%1\":{\"parallelism\":{\"lowerBound\":%2,\"upperBound\":%3}}"_s.arg(vertex)
        .arg(lower)
        .arg(upper)
        .toUtf8();
}

FlinkPair::FlinkPair(const QString& version, const QMap<QString, QString>& configuration)
    : m_real(version, {.taskSlots = taskSlots, .configuration = configuration})
    , m_version(version)
    , m_configuration(configuration)
{
}

QString FlinkPair::start()
{
    if (!m_real.start())
        return m_real.problem();
    m_practice = std::make_unique<PracticeFlink>(m_version, m_configuration, taskSlots);
    auto url = m_real.endpoint().toString();
    while (url.endsWith(u'/'))
        url.chop(1);
    m_sides[Real] = {url};
    m_sides[Practice] = m_practice->side();
    // Made of the operators' uids: the same everywhere.
    const auto source = sim::flink::hex(sim::flink::operatorId(u"numbers"));
    const auto count = sim::flink::hex(sim::flink::operatorId(u"count-by-key"));
    name(u"source"_s, source, source);
    name(u"count"_s, count, count);
    const auto workerOf = [this](Of of) {
        return valueAt(hear(of, {.target = u"/taskmanagers"_s}).value(), u"taskmanagers.0.id"_s).toString();
    };
    name(u"worker"_s, workerOf(Real), workerOf(Practice));
    return m_practice->problem();
}

void FlinkPair::name(const QString& name, const QString& real, const QString& practice)
{
    m_names[Real].insert(name, real);
    m_names[Practice].insert(name, practice);
}

QString FlinkPair::upload()
{
    const auto file = live::cache::folder(u"job-"_s + m_version) + u"/counting-job.jar"_s;
    const QByteArray boundary = "drey";
    const Question question{"POST", u"/jars/upload"_s, form(file, boundary),
                            "multipart/form-data; boundary=" + boundary};
    const std::array heard{hear(Real, question), hear(Practice, question)};
    const auto jarOf = [](const Heard& answer) {
        return QFileInfo(answer.json().value(u"filename"_s).toString()).fileName();
    };
    name(u"jar"_s, jarOf(heard[Real]), jarOf(heard[Practice]));
    const auto folderOf = [](const Heard& answer) {
        return QFileInfo(answer.json().value(u"filename"_s).toString()).path();
    };
    name(u"uploads"_s, folderOf(heard[Real]), folderOf(heard[Practice]));
    return compare(heard[Real], heard[Practice]);
}

QString FlinkPair::run(const QString& id, const QStringList& arguments, const QJsonObject& configuration)
{
    name(u"job"_s, id, id);
    const QJsonObject body{{u"parallelism"_s, 2},
                           {u"jobId"_s, id},
                           {u"flinkConfiguration"_s, configuration},
                           {u"programArgsList"_s, QJsonArray::fromStringList(arguments)}};
    const auto difference = compare({"POST", u"/jars/{jar}/run"_s, QJsonDocument(body).toJson(), "application/json"});
    if (!difference.isEmpty())
        return difference;
    return becomes(u"/jobs/{job}"_s, u"state"_s, {u"RUNNING"_s}) ? QString() : u"it does not run"_s;
}

bool FlinkPair::becomes(const QString& target, const QString& way, const QStringList& wanted)
{
    for (const auto of : {Real, Practice}) {
        const auto isThere = [&] {
            return wanted.contains(valueAt(hear(of, {.target = target}).value(), way).toVariant().toString());
        };
        if (!live::comesTrue(isThere, 60s))
            return false;
    }
    return true;
}

bool FlinkPair::runsWhole()
{
    const auto runs = [this](Of of) {
        const auto vertices = valueAt(hear(of, {.target = u"/jobs/{job}"_s}).value(), u"vertices"_s).toArray();
        return !vertices.isEmpty() && std::all_of(vertices.begin(), vertices.end(), [](const QJsonValue& vertex) {
            return vertex[u"status"_s] == u"RUNNING"_s;
        });
    };
    return live::comesTrue([&] { return runs(Real) && runs(Practice); }, 60s);
}

bool FlinkPair::completesCheckpoints()
{
    const auto completed = [this](Of of) {
        return valueAt(hear(of, {.target = u"/jobs/{job}/checkpoints"_s}).value(), u"counts.completed"_s).toInt();
    };
    return live::comesTrue([&] { return completed(Real) >= 2 && completed(Practice) >= 2; }, 60s);
}

void FlinkPair::nameLatestCheckpoint()
{
    const auto latest = [this](Of of) {
        const auto answer = hear(of, {.target = u"/jobs/{job}/checkpoints"_s}).value();
        return QString::number(valueAt(answer, u"latest.completed.id"_s).toInteger());
    };
    name(u"checkpoint"_s, latest(Real), latest(Practice));
}

QStringList FlinkPair::follow(Of of, const QString& target, const QString& way, const QStringList& last) const
{
    QStringList seen;
    const auto isOver = [&] {
        const auto now = valueAt(hear(of, {.target = target}).value(), way).toString();
        if (seen.isEmpty() || seen.last() != now)
            seen += now;
        return last.contains(now);
    };
    return live::comesTrue(isOver, 60s) ? seen : seen + QStringList{u"and no end"_s};
}

QString FlinkPair::trigger(const Question& question)
{
    const std::array heard{hear(Real, question), hear(Practice, question)};
    name(u"trigger"_s, heard[Real].json().value(u"request-id"_s).toString(),
         heard[Practice].json().value(u"request-id"_s).toString());
    return compare(heard[Real], heard[Practice]);
}

QStringList FlinkPair::visited(Of of) const
{
    const auto timestamps = valueAt(hear(of, {.target = u"/jobs/{job}"_s}).value(), u"timestamps"_s).toObject();
    QStringList states;
    for (auto entry = timestamps.begin(); entry != timestamps.end(); ++entry) {
        if (entry->toDouble() > 0)
            states += entry.key();
    }
    states.sort();
    return states;
}

Heard FlinkPair::hear(Of of, Question question) const
{
    question.target = withNames(question.target, m_names[of]);
    question.body =
        question.body.size() < 4096 ? withNames(QString::fromUtf8(question.body), m_names[of]).toUtf8() : question.body;
    question.accept = "*/*";
    return ask(m_sides[of], question);
}

QStringList FlinkPair::errorsOf(Of of, const Heard& heard) const
{
    static const QRegularExpression id(u"[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"_s);
    QStringList errors;
    for (const auto entry : heard.json().value(u"errors"_s).toArray()) {
        auto lines = entry.toString().split(u'\n');
        // What happened on the server's side follows its own line.
        auto line = lines.first().endsWith(u"on server side:") ? lines.first() + lines.value(1) : lines.first();
        for (auto name = m_names[of].cbegin(); name != m_names[of].cend(); ++name) {
            // The number of a checkpoint may stand for something else, or within an id.
            if (name.value().size() >= leastIdSize)
                line.replace(name.value(), u'{' + name.key() + u'}');
        }
        errors += line.replace(id, u"<id>"_s);
    }
    return errors;
}

QString FlinkPair::compare(const Question& question, const QStringList& mayDiffer) const
{
    return compare(hear(Real, question), hear(Practice, question), mayDiffer);
}

QString FlinkPair::compare(const Heard& real, const Heard& practice, const QStringList& mayDiffer) const
{
    if (real.status == 0)
        return u"the real one does not answer"_s;
    if (practice.status != real.status)
        return u"status %1 instead of %2: %3\ninstead of: %4"_s.arg(practice.status)
            .arg(real.status)
            .arg(QString::fromUtf8(practice.body.left(600)), QString::fromUtf8(real.body.left(600)));
    if (practice.contentType.toLower() != real.contentType.toLower())
        return u"content type %1 instead of %2"_s.arg(QString::fromUtf8(practice.contentType),
                                                      QString::fromUtf8(real.contentType));
    const auto said = errorsOf(Practice, practice);
    const auto wanted = errorsOf(Real, real);
    if (said != wanted)
        return u"says: %1\ninstead of: %2"_s.arg(said.join(u" | "_s), wanted.join(u" | "_s));
    return difference(shapeOf(practice.value(), flinkLook()), shapeOf(real.value(), flinkLook()), mayDiffer);
}

} // namespace contract
