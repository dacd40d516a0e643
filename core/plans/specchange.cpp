#include "core/plans/specchange.h"

#include "core/yaml/tree.h"

#include "core/plans/applyrecord.h"

#include <algorithm>

namespace plans {

using namespace Qt::StringLiterals;

namespace {

QJsonValue at(const QJsonObject& object, const QStringList& path)
{
    QJsonValue value = object;
    for (const QString& step : path)
        value = value[step];
    return value;
}

QJsonObject with(QJsonObject object, const QStringList& path, const QJsonValue& to)
{
    const QString& first = path.first();
    if (path.size() > 1)
        object.insert(first, with(object.value(first).toObject(), path.sliced(1), to));
    else if (to.isUndefined())
        object.remove(first);
    else
        object.insert(first, to);
    return object;
}

QString pointer(const QStringList& path)
{
    QString text;
    for (QString step : path)
        text += u'/' + step.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
    return text;
}

void compare(const QJsonObject& before, const QJsonObject& after, const QStringList& path, SpecChange* change)
{
    QStringList keys = before.keys() + after.keys();
    keys.sort();
    keys.removeDuplicates();
    for (const QString& key : std::as_const(keys)) {
        const QJsonValue from = before.value(key), to = after.value(key);
        if (from == to)
            continue;
        if (from.isObject() && to.isObject())
            compare(from.toObject(), to.toObject(), path + QStringList(key), change);
        else
            change->set(path + QStringList(key), to);
    }
}

/// What withoutSecrets() leaves in place of a secret.
bool isHidden(const QJsonValue& value)
{
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        return std::any_of(items.begin(), items.end(), isHidden);
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return std::any_of(object.begin(), object.end(), isHidden);
    }
    return value.toString() == secretMask;
}

/// "spec.job.parallelism" or "spec.flinkConfiguration['state.backend.type']", step by step; empty: it is none.
QStringList stepsOf(QStringView path)
{
    QStringList steps;
    while (!path.isEmpty()) {
        if (path.startsWith(u"['")) {
            const qsizetype end = path.indexOf(u"']"_s);
            if (end < 0)
                return {};
            steps.append(path.sliced(2, end - 2).toString());
            path = path.sliced(end + 2);
        } else {
            const qsizetype end = qMin(path.indexOf(u'.') < 0 ? path.size() : path.indexOf(u'.'),
                                       path.indexOf(u'[') < 0 ? path.size() : path.indexOf(u'['));
            if (end == 0)
                return {};
            steps.append(path.first(end).toString());
            path = path.sliced(end);
        }
        if (path.startsWith(u'.'))
            path = path.sliced(1);
    }
    return steps.value(0) == u"spec" && steps.size() > 1 ? steps : QStringList();
}

/// As YAML reads it: 4 is a number, "4" a text. Flink's own keys have texts only.
QJsonValue valueOf(const QStringList& path, const QString& text)
{
    if (path.at(1) == u"flinkConfiguration" && path.size() > 2)
        return text;
    const auto parsed = yaml::Tree::parse(text.toUtf8());
    const auto* tree = std::get_if<yaml::Tree>(&parsed);
    return tree ? tree->value(tree->root()) : QJsonValue(text);
}

} // namespace

std::optional<SpecChange::Entry> entryOf(const QString& text)
{
    // A key in brackets may hold an equals sign no more than a path may.
    const qsizetype split = text.indexOf(u'=');
    const QStringList path = split > 0 ? stepsOf(QStringView(text).first(split)) : QStringList();
    return path.isEmpty() ? std::nullopt
                          : std::optional(SpecChange::Entry{path, valueOf(path, text.sliced(split + 1))});
}

bool SpecChange::isMasked() const
{
    return std::ranges::any_of(entries, [](const Entry& entry) { return isHidden(entry.to); });
}

bool SpecChange::isIn(const QJsonObject& object) const
{
    return std::ranges::all_of(entries, [&](const Entry& entry) { return at(object, entry.path) == entry.to; });
}

QJsonObject SpecChange::appliedTo(const QJsonObject& object) const
{
    QJsonObject changed = object;
    for (const Entry& entry : entries) {
        // What is not there need not be made to be taken away.
        if (!entry.to.isUndefined() || !at(changed, entry.path).isUndefined())
            changed = with(changed, entry.path, entry.to);
    }
    return changed;
}

SpecChange changeBetween(const QJsonObject& before, const QJsonObject& after, const QStringList& root)
{
    SpecChange change;
    compare(before, after, root, &change);
    return change;
}

QJsonArray jsonPatch(const QJsonObject& live, const SpecChange& change)
{
    const QJsonObject metadata = live[u"metadata"].toObject();
    QJsonArray patch{QJsonObject{{u"op"_s, u"test"_s}, {u"path"_s, u"/metadata/uid"_s}, {u"value"_s, metadata[u"uid"]}},
                     QJsonObject{{u"op"_s, u"test"_s},
                                 {u"path"_s, u"/metadata/generation"_s},
                                 {u"value"_s, metadata[u"generation"]}}};
    QJsonObject object = live;
    for (const SpecChange::Entry& entry : change.entries) {
        const QJsonValue now = at(object, entry.path);
        if (now == entry.to)
            continue;
        QStringList place = entry.path.first(1);
        while (place.size() < entry.path.size() && at(object, place).isObject())
            place.append(entry.path.at(place.size()));
        if (place.size() < entry.path.size()) { // the first map on the way that is not there
            const QJsonObject made = with({}, entry.path.sliced(place.size()), entry.to);
            patch.append(QJsonObject{{u"op"_s, u"add"_s}, {u"path"_s, pointer(place)}, {u"value"_s, made}});
        } else if (entry.to.isUndefined()) {
            patch.append(QJsonObject{{u"op"_s, u"remove"_s}, {u"path"_s, pointer(place)}});
        } else {
            patch.append(QJsonObject{{u"op"_s, u"add"_s}, {u"path"_s, pointer(place)}, {u"value"_s, entry.to}});
        }
        object = with(object, entry.path, entry.to);
    }
    return patch;
}

QJsonArray toJson(const SpecChange& change)
{
    QJsonArray entries;
    for (const SpecChange::Entry& entry : change.entries) {
        QJsonObject written{{u"path"_s, QJsonArray::fromStringList(entry.path)}};
        if (!entry.to.isUndefined())
            written.insert(u"to"_s, entry.to);
        entries.append(written);
    }
    return entries;
}

SpecChange specChangeOf(const QJsonArray& json)
{
    SpecChange change;
    for (const QJsonValue entry : json) {
        QStringList path;
        for (const QJsonValue step : entry[u"path"].toArray())
            path.append(step.toString());
        if (!path.isEmpty())
            change.set(path, entry[u"to"]);
    }
    return change;
}

} // namespace plans
