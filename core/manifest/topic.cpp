#include "core/manifest/topic.h"

#include "core/manifest/lint.h"
#include "core/manifest/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

/// The specs that hold a configuration of Flink.
bool hasConfiguration(const QString& type)
{
    return type == u"FlinkDeployment.spec" || type == u"FlinkSessionJob.spec" ||
           type == u"FlinkBlueGreenDeployment.spec.template.spec";
}

} // namespace

int newestOperatorMinor()
{
    return Linter::operatorReleases().constLast().section(u'.', 1, 1).toInt();
}

Ground groundOf(const QString& kind, const QStringList& path, int operatorMinor, const Schema& schema)
{
    Ground ground;
    if (kind.isEmpty() || !schema.hasType(kind))
        return ground;
    ground.shape = {Shape::Kind::Object, kind, {}, {}};
    ground.isKnown = true;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const Shape here = ground.shape;
        if (here.kind == Shape::Kind::Object && hasConfiguration(here.type) && path[i] == u"flinkConfiguration") {
            ground.isConfiguration = true;
            ground.shape = {};
            const QStringList above = path.sliced(i + 1);
            ground.prefix = above.isEmpty() ? QString() : above.join(u'.') + u'.';
            ground.isKnown = !above.contains(u"-"_s);
            return ground;
        }
        const Field* field =
            here.kind == Shape::Kind::Object ? schema.field(here.type, path[i], operatorMinor) : nullptr;
        const bool isItem = path[i] == u"-" && here.kind == Shape::Kind::List;
        const bool isEntry = path[i] != u"-" && here.kind == Shape::Kind::Map;
        if (field) {
            ground.shape = field->shape;
        } else if ((isItem || isEntry) && here.item) {
            ground.shape = *here.item;
        } else {
            ground.shape = {};
            ground.isKnown = false;
            ground.isRefused = here.kind != Shape::Kind::Any;
            return ground;
        }
    }
    return ground;
}

int releaseOf(const Spot& spot, const Catalogue& catalogue)
{
    return catalogue.release(spot.flinkVersion).value_or(catalogue.release(u"1.20").value_or(0));
}

QString plainDefault(const ConfigOption& option)
{
    const QString& text = option.defaultValue;
    return text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"') ? text.sliced(1, text.size() - 2) : text;
}

QStringList valuesOf(const ConfigOption& option, const Catalogue& catalogue, int release)
{
    QStringList values;
    if (option.type == u"Boolean")
        values = {u"true"_s, u"false"_s};
    const bool isFlink2 = release >= catalogue.release(u"2.0").value_or(0);
    if (option.key == u"state.backend.type" || option.key == u"state.backend")
        values =
            isFlink2 ? QStringList{u"hashmap"_s, u"rocksdb"_s, u"forst"_s} : QStringList{u"hashmap"_s, u"rocksdb"_s};
    for (const Words& words : enumerations()) {
        if (std::find(words.keys.begin(), words.keys.end(), option.key) == words.keys.end())
            continue;
        const bool hasAll = words.since.isEmpty() || release >= catalogue.release(words.since).value_or(0);
        QString all = words.words.toString();
        values = (hasAll ? all.replace(u'|', u' ') : all.section(u'|', 0, 0)).split(u' ');
        // One spelling of each is enough to choose from.
        values.removeIf([&values](const QString& one) {
            return std::any_of(values.cbegin(), values.cend(), [&one](const QString& other) {
                return other.contains(u'-') && QString(other).remove(u'-') == one;
            });
        });
    }
    if (const qsizetype at = values.indexOf(plainDefault(option)); at > 0)
        values.move(at, 0);
    return values;
}

namespace {

std::optional<Topic> configurationTopic(const QString& key, const Spot& spot, const Catalogue& catalogue)
{
    const int release = releaseOf(spot, catalogue);
    Topic topic;
    topic.name = key;
    topic.isConfiguration = true;
    topic.verdict = catalogue.judge(key, release);
    topic.release = catalogue.releases().at(release);
    const ConfigOption* option = topic.verdict.option;
    if (!option)
        return topic.verdict.standing == KeyVerdict::Standing::Unknown ? std::nullopt : std::optional(topic);
    topic.type = option->type;
    topic.defaultValue = plainDefault(*option);
    topic.values = valuesOf(*option, catalogue, release);
    if (option->reader == ConfigOption::Reader::Flink) {
        int first = release;
        while (first > 0 && catalogue.find(option->key, first - 1))
            --first;
        topic.since = first > 0 ? catalogue.releases().at(first) : QString();
    }
    return topic;
}

} // namespace

std::optional<Topic> topicAt(const QByteArray& text, qsizetype offset, const Catalogue& catalogue, const Schema& schema)
{
    const Spot spot = spotAt(text, offset);
    if (spot.what == Spot::What::Other || spot.key.isEmpty() || spot.word.length() == 0)
        return std::nullopt;
    const int minor = newestOperatorMinor();
    const Ground above = groundOf(spot.kind, spot.path, minor, schema);
    std::optional<Topic> topic;
    if (above.isConfiguration && above.isKnown) {
        topic = configurationTopic(above.prefix + spot.key, spot, catalogue);
    } else if (above.shape.kind == Shape::Kind::Object) {
        const Field* field = schema.field(above.shape.type, spot.key, minor);
        if (!field)
            return std::nullopt;
        topic = Topic{};
        topic->name = (spot.path + QStringList{spot.key}).join(u'.').replace(u".-"_s, u"[]"_s);
        topic->type = wordOf(field->shape);
        topic->values = Schema::values(field->shape, minor);
        topic->since = field->first > 0 ? u"1.%1"_s.arg(field->first) : QString();
    }
    if (topic)
        topic->span = spot.word;
    return topic;
}

} // namespace manifest
