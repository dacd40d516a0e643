#include "core/manifest/configuration.h"

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

using yaml::Node;

QString textOf(const yaml::Tree& tree, int node)
{
    node = tree.resolved(node);
    return node < 0 ? QString() : tree.node(node).text;
}

/// What aliases may add to it: they can repeat each other.
constexpr qsizetype mostEntries = 20'000;

enum class From { Here, Elsewhere };

void collect(const yaml::Tree& tree, int map, const QString& prefix, From from, QList<ConfigEntry>& entries)
{
    for (const int child : tree.node(map).children) {
        if (entries.size() >= mostEntries)
            return;
        const int keyNode = tree.node(child).key;
        const bool isMerge = tree.node(keyNode).text == u"<<" && tree.node(keyNode).style == Node::Style::Plain;
        const int value = tree.resolved(child);
        const From place = value == child ? from : From::Elsewhere;
        const QString key = prefix + tree.node(keyNode).text;
        if (tree.node(value).kind == Node::Kind::Map)
            collect(tree, value, isMerge ? prefix : key + u'.', place, entries);
        else if (!isMerge)
            entries.append({key, child, keyNode, prefix.isEmpty() && from == From::Here});
    }
}

} // namespace

ConfigSection configurationOf(const yaml::Tree& manifest)
{
    const QString kind = textOf(manifest, manifest.find(manifest.root(), u"kind"));
    int spec = manifest.find(manifest.root(), u"spec");
    if (kind == u"FlinkBlueGreenDeployment")
        spec = manifest.find(spec, {u"template"_s, u"spec"_s});
    else if (kind != u"FlinkDeployment" && kind != u"FlinkSessionJob")
        return {};
    ConfigSection section = configurationIn(manifest, manifest.find(spec, u"flinkConfiguration"));
    section.flinkVersion = textOf(manifest, manifest.find(spec, u"flinkVersion"));
    return section;
}

ConfigSection configurationIn(const yaml::Tree& tree, int map)
{
    ConfigSection section;
    map = tree.resolved(map);
    if (map >= 0 && tree.node(map).kind == Node::Kind::Map)
        collect(tree, map, {}, From::Here, section.entries);
    return section;
}

} // namespace manifest
