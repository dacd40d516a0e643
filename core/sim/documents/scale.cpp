#include "core/sim/documents/scale.h"

#include "core/sim/documents/selectors.h"
#include "core/sim/world/path.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

/// Where a kind keeps the numbers of its scale.
struct Places
{
    QStringList wanted;
    QStringList present;
    QStringList selector; ///< empty: it has none
};

QStringList steps(const QJsonValue& path)
{
    return path.toString().split(u'.', Qt::SkipEmptyParts);
}

std::optional<Places> placesOf(const Kind& kind)
{
    if (!kind.resource->subresources.contains(u"scale"_s))
        return std::nullopt;
    if (!kind.isCustom())
        return Places{{u"spec"_s, u"replicas"_s}, {u"status"_s, u"replicas"_s}, {}};
    const auto& scale = kind.resource->scale;
    return Places{steps(scale.value("specReplicasPath"_L1)), steps(scale.value("statusReplicasPath"_L1)),
                  steps(scale.value("labelSelectorPath"_L1))};
}

QJsonValue valueAt(const QJsonObject& document, const QStringList& path)
{
    QJsonValue value = document;
    for (const auto& step : path)
        value = value[step];
    return value;
}

void setAt(QJsonObject& document, const QStringList& path, const QJsonValue& value)
{
    if (path.size() == 1) {
        document.insert(path.first(), value);
        return;
    }
    auto inner = document.value(path.first()).toObject();
    setAt(inner, path.sliced(1), value);
    document.insert(path.first(), inner);
}

} // namespace

Answer<QJsonObject> scaleOf(const Kind& kind, const QJsonObject& live)
{
    const auto places = placesOf(kind);
    if (!places)
        return Refusal{404, u"NotFound"_s, u"the server could not find the requested resource"_s};
    if (kind.isCustom() && !valueAt(live, places->wanted).isDouble()) {
        const auto why = u"the spec replicas field \".%1\" does not exist"_s.arg(places->wanted.join(u'.'));
        Refusal refusal{500, u"InternalError"_s, u"Internal error occurred: "_s + why};
        refusal.causes = {{{}, why, {}}};
        return refusal;
    }
    const auto metadata = live.value("metadata"_L1).toObject();
    QJsonObject kept;
    for (const auto name : {"name"_L1, "namespace"_L1, "uid"_L1, "resourceVersion"_L1, "creationTimestamp"_L1}) {
        if (metadata.contains(name))
            kept.insert(name, metadata.value(name));
    }
    QJsonObject spec;
    if (const auto wanted = valueAt(live, places->wanted).toInteger(); wanted != 0)
        spec.insert("replicas"_L1, wanted);
    QJsonObject status{{u"replicas"_s, valueAt(live, places->present).toInteger()}};
    const auto selector = kind.isCustom() ? valueAt(live, places->selector).toString()
                                          : selectorText(at(live, {u"spec", u"selector"}).toObject());
    if (!selector.isEmpty() && !(kind.isCustom() && places->selector.isEmpty()))
        status.insert("selector"_L1, selector);
    return QJsonObject{{u"kind"_s, u"Scale"_s},
                       {u"apiVersion"_s, u"autoscaling/v1"_s},
                       {u"metadata"_s, kept},
                       {u"spec"_s, spec},
                       {u"status"_s, status}};
}

QJsonObject withScale(const Kind& kind, QJsonObject live, qint64 replicas)
{
    if (const auto places = placesOf(kind))
        setAt(live, places->wanted, replicas);
    return live;
}

const Kind& scaleKind()
{
    static const auto kind = [] {
        Resource resource;
        resource.group = u"autoscaling"_s;
        resource.version = u"v1"_s;
        resource.kind = u"Scale"_s;
        resource.plural = u"scales"_s;
        resource.type = u"scales.autoscaling"_s;
        return kindOf(resource);
    }();
    return kind;
}

} // namespace sim::documents
