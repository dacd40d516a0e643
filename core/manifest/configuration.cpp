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

void collect(const yaml::Tree& tree, int map, const QString& prefix, QList<ConfigEntry>& entries)
{
    for (const int child : tree.node(map).children) {
        const int keyNode = tree.node(child).key;
        const QString key = prefix + tree.node(keyNode).text;
        const int value = tree.resolved(child);
        // Below an alias or a merge key its text stands elsewhere.
        const bool isNested = tree.node(value).kind == Node::Kind::Map && value == child;
        if (isNested)
            collect(tree, value, key + u'.', entries);
        else
            entries.append({key, child, keyNode, prefix.isEmpty()});
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
    ConfigSection section;
    section.flinkVersion = textOf(manifest, manifest.find(spec, u"flinkVersion"));
    const int configuration = manifest.resolved(manifest.find(spec, u"flinkConfiguration"));
    if (configuration >= 0 && manifest.node(configuration).kind == Node::Kind::Map)
        collect(manifest, configuration, {}, section.entries);
    return section;
}

} // namespace manifest
