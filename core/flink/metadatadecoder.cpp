#include "core/flink/metadatadecoder.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace flink {

using base::Error;
using json::Value;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(flink::Text)
};

constexpr size_t longestValue = 4096; ///< bytes of a label or annotation that is kept
constexpr size_t longestKey = 512;    ///< bytes; Kubernetes allows 317
constexpr qsizetype mostValues = 64;  ///< labels or annotations that are kept of one object
constexpr qsizetype mostOthers = 32;  ///< labels we do not understand are kept while there are fewer than this

/// Signs of who writes the spec, collected while reading; a GitOps tool outranks the hands that helped once.
struct Signs
{
    bool argo = false, flux = false, helm = false, kubectl = false;

    QString owner() const
    {
        return argo ? u"Argo CD"_s : flux ? u"Flux"_s : helm ? u"Helm"_s : kubectl ? u"kubectl"_s : QString();
    }
};

bool isUnderstood(std::string_view key)
{
    constexpr std::array<std::string_view, 13> prefixes{
        "app.kubernetes.io/",
        "argocd.argoproj.io/",
        "kustomize.toolkit.fluxcd.io/",
        "helm.toolkit.fluxcd.io/",
        "meta.helm.sh/",
        "flinkdeployment.flink.apache.org/",
        "snapshot.",
        "job-reference.",
        "flink/",
        "exception-timestamp",
        "task-name",
        "endpoint",
        "tm-id",
    };
    constexpr std::array<std::string_view, 3> names{"app", "component", "type"};
    return std::ranges::find(names, key) != names.end() ||
           std::ranges::any_of(prefixes, [&](std::string_view prefix) { return key.starts_with(prefix); });
}

void readSign(std::string_view key, std::string_view value, Signs& signs)
{
    if (key == "argocd.argoproj.io/tracking-id" || key == "argocd.argoproj.io/instance")
        signs.argo = true;
    else if (key.starts_with("kustomize.toolkit.fluxcd.io/") || key.starts_with("helm.toolkit.fluxcd.io/"))
        signs.flux = true;
    else if (key == "meta.helm.sh/release-name" || (key == "app.kubernetes.io/managed-by" && value == "Helm"))
        signs.helm = true;
    else if (key == "kubectl.kubernetes.io/last-applied-configuration")
        signs.kubectl = true;
}

void decodeMap(Value value, QMap<QString, QString>& map, qsizetype others, Signs& signs)
{
    json::eachField(value, [&](std::string_view key, Value entry) {
        const bool isKnown = isUnderstood(key);
        if (!isKnown && others == 0) {
            readSign(key, {}, signs);
            return;
        }
        const std::string_view written = json::view(entry);
        readSign(key, written, signs);
        if (written.size() <= longestValue && key.size() <= longestKey && map.size() < (isKnown ? mostValues : others))
            map.insert(json::shared(key), json::shared(written));
    });
}

void readManager(Value entry, Signs& signs)
{
    std::string_view manager, subresource;
    json::eachField(entry, [&](std::string_view key, Value value) {
        if (key == "manager")
            manager = json::view(value);
        else if (key == "subresource")
            subresource = json::view(value);
    });
    if (!subresource.empty())
        return;
    if (manager.starts_with("argocd"))
        signs.argo = true;
    else if (manager == "kustomize-controller" || manager == "helm-controller" || manager == "flux")
        signs.flux = true;
    else if (manager == "helm")
        signs.helm = true;
    else if (manager.starts_with("kubectl"))
        signs.kubectl = true;
}

/// Of a colour the name of what owns it (the blue/green controller sets the reference when it creates a colour).
QString blueGreenOf(Value references)
{
    QString owner;
    json::eachElement(references, [&](Value reference) {
        bool isBlueGreen = false;
        QString name;
        json::eachField(reference, [&](std::string_view key, Value value) {
            if (key == "kind")
                isBlueGreen = json::view(value) == "FlinkBlueGreenDeployment";
            else if (key == "name")
                name = json::text(value);
        });
        if (isBlueGreen)
            owner = name;
    });
    return owner;
}

} // namespace

void decodeMetadata(Value object, Metadata& metadata)
{
    Signs signs;
    json::eachField(object, [&](std::string_view key, Value value) {
        if (key == "name")
            metadata.name = json::text(value);
        else if (key == "namespace")
            metadata.nameSpace = json::sharedText(value);
        else if (key == "uid")
            metadata.uid = json::text(value);
        else if (key == "resourceVersion")
            metadata.resourceVersion = json::text(value);
        else if (key == "generation")
            metadata.generation = json::integer(value);
        else if (key == "creationTimestamp")
            metadata.createdAt = json::time(value);
        else if (key == "deletionTimestamp")
            metadata.deletedAt = json::time(value);
        else if (key == "finalizers")
            metadata.finalizers = json::texts(value);
        else if (key == "labels")
            decodeMap(value, metadata.labels, mostOthers, signs);
        else if (key == "annotations")
            decodeMap(value, metadata.annotations, 0, signs);
        else if (key == "ownerReferences")
            metadata.blueGreen = blueGreenOf(value);
        else if (key == "managedFields")
            json::eachElement(value, [&](Value entry) { readManager(entry, signs); });
    });
    metadata.owner = signs.owner();
}

Error namelessError()
{
    Error error;
    error.kind = Error::Kind::Decode;
    error.message = Text::tr("The server sent an object without a name.");
    return error;
}

} // namespace flink
