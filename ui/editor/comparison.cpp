#include "ui/editor/comparison.h"

#include "core/yaml/yaml.h"
#include "ui/editor/document.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

using manifest::Change;

QStringList linesOfYaml(const QJsonObject& object)
{
    QStringList lines = QString::fromUtf8(yaml::write(object)).split(u'\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

/// `value` with what stands at that path replaced; undefined: taken out. Items of lists are "[0]".
QJsonValue with(const QJsonValue& value, const QStringList& path, const QJsonValue& now)
{
    if (path.isEmpty())
        return now;
    const QString& step = path.first();
    if (step.startsWith(u'[')) {
        QJsonArray list = value.toArray();
        const qsizetype index = std::max(0, QStringView(step).mid(1, step.size() - 2).toInt());
        const QJsonValue item = with(list.at(index), path.sliced(1), now);
        if (index < list.size())
            item.isUndefined() ? list.removeAt(index) : list.replace(index, item);
        else if (!item.isUndefined())
            list.append(item);
        return list;
    }
    QJsonObject object = value.toObject();
    const QJsonValue inner = with(object.value(step), path.sliced(1), now);
    if (inner.isUndefined())
        object.remove(step);
    else
        object.insert(step, inner);
    return object;
}

QJsonObject withChanges(QJsonObject object, QList<Change> changes)
{
    // Of a list the last ones are taken out first, so that the others keep their numbers.
    std::stable_sort(changes.begin(), changes.end(), [](const Change& left, const Change& right) {
        return left.to.isUndefined() && right.to.isUndefined() && left.path > right.path;
    });
    for (const Change& change : std::as_const(changes))
        object = with(object, change.path, change.to).toObject();
    return object;
}

/// Keys of the configuration as the operator reads them, and as the changes name them.
QJsonObject flattened(QJsonObject spec)
{
    const QJsonValue configuration = spec.value(u"flinkConfiguration");
    if (!configuration.isObject())
        return spec;
    QJsonObject flat;
    for (const auto& [key, value] : manifest::flatConfiguration(configuration))
        flat.insert(key, value);
    spec.insert(u"flinkConfiguration"_s, flat);
    return spec;
}

/// A document with that spec where its kind has it.
QJsonObject wrapped(const QJsonObject& spec, bool isBlueGreen)
{
    if (isBlueGreen)
        return {{u"spec"_s, QJsonObject{{u"template"_s, QJsonObject{{u"spec"_s, spec}}}}}};
    return {{u"spec"_s, spec}};
}

void nameChanges(QList<DiffLine>& lines, const QByteArray& before, const QByteArray& after,
                 const QList<Change>& changes)
{
    QList<QStringList> paths;
    for (const Change& change : changes)
        paths.append(change.path);
    const QList<int> old = linesOf(before, paths), now = linesOf(after, paths);
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const bool isGone = changes[i].to.isUndefined();
        const int number = (isGone ? old[i] : now[i]) + 1;
        const auto line = std::ranges::find_if(lines, [&](const DiffLine& one) {
            return one.kind != DiffLine::Kind::Same && number > 0 && (isGone ? one.before : one.after) == number;
        });
        if (line == lines.end())
            continue;
        line->weight = std::max(line->weight.value_or(changes[i].weight), changes[i].weight);
        line->path = changes[i].path;
        line->isWaiting = changes[i].isWaiting;
    }
}

/// As few lines as tell the difference, without the classes of the changes.
QList<DiffLine> differences(const QStringList& before, const QStringList& after)
{
    QList<DiffLine> lines;
    const QList<code::DiffLine> plain = code::condensed(code::diffOf(before, after));
    for (const code::DiffLine& line : plain)
        lines.append({line, {}, {}, false});
    return lines;
}

} // namespace

QList<DiffLine> comparisonOf(const QJsonObject& before, const QJsonObject& after)
{
    return differences(before.isEmpty() ? QStringList() : linesOfYaml(before), linesOfYaml(after));
}

std::optional<QList<DiffLine>> comparisonOf(const plans::Prospect& prospect, const QJsonObject& manifest,
                                            Against against)
{
    const auto live = prospect.live ? manifest::LiveObject::from(*prospect.live) : std::nullopt;
    if (!live)
        return comparisonOf(QJsonObject(), plans::applicable(manifest));
    const manifest::Effect effect = prospect.effectOf(manifest);
    const QJsonObject wanted = manifest::specOf(prospect.wantedOf(manifest));
    QJsonObject base = live->spec;
    QList<Change> changes;
    if (against == Against::Reconciled) {
        base = live->reconciled.value_or(live->spec);
        changes = effect.changes;
    } else if (against == Against::Stable) {
        if (!live->stable)
            return std::nullopt;
        base = *live->stable;
    }
    if (against != Against::Reconciled)
        changes = manifest::changesBetween(live->kind, base, wanted);
    const bool isBlueGreen = live->kind == manifest::Subject::Kind::BlueGreen;
    const QJsonObject before = wrapped(flattened(base), isBlueGreen);
    const QJsonObject after = withChanges(before, changes);
    QList<DiffLine> lines = differences(linesOfYaml(before), linesOfYaml(after));
    nameChanges(lines, yaml::write(before), yaml::write(after), changes);
    return lines;
}

} // namespace editor
