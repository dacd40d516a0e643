#include "core/manifest/ownership.h"

#include "core/base/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

using Tool = Keeper::Tool;
using Habit = Keeper::Habit;

class Signs
{
public:
    explicit Signs(const QJsonObject& metadata)
        : m_metadata(metadata)
        , m_labels(metadata.value(u"labels").toObject())
        , m_annotations(metadata.value(u"annotations").toObject())
    {
    }

    QList<Keeper> read()
    {
        argo();
        flux();
        owners();
        helm();
        kustomize();
        managers();
        if (m_annotations.contains(u"kubectl.kubernetes.io/last-applied-configuration"))
            add({Tool::Kubectl, Habit::Forgets, {}, u"kubectl.kubernetes.io/last-applied-configuration"_s});
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const Keeper& left, const Keeper& right) { return left.tool < right.tool; });
        return m_found;
    }

private:
    void add(const Keeper& keeper)
    {
        const bool isKnown = std::ranges::any_of(m_found, [&](const Keeper& one) { return one.tool == keeper.tool; });
        // Of several objects that own this one each counts.
        if (!isKnown || keeper.tool == Tool::Owner)
            m_found.append(keeper);
    }

    QString label(QStringView key) const { return m_labels.value(key).toString(); }
    QString annotation(QStringView key) const { return m_annotations.value(key).toString(); }

    void argo()
    {
        if (const QString id = annotation(u"argocd.argoproj.io/tracking-id"); !id.isEmpty())
            add({Tool::ArgoCd, Habit::Undoes, id.section(u':', 0, 0), u"argocd.argoproj.io/tracking-id"_s});
        for (const QString& name :
             {label(u"argocd.argoproj.io/instance"), annotation(u"argocd.argoproj.io/instance")}) {
            if (!name.isEmpty())
                add({Tool::ArgoCd, Habit::Undoes, name, u"argocd.argoproj.io/instance"_s});
        }
    }

    void flux()
    {
        for (const QString& prefix : {u"kustomize.toolkit.fluxcd.io/"_s, u"helm.toolkit.fluxcd.io/"_s}) {
            const QString name = label(prefix + u"name"_s);
            if (name.isEmpty())
                continue;
            const bool isOff =
                annotation(prefix + u"reconcile"_s) == u"disabled" || label(prefix + u"reconcile"_s) == u"disabled";
            const QString nameSpace = label(prefix + u"namespace"_s);
            add({Tool::Flux, isOff ? Habit::Tolerates : Habit::Undoes,
                 nameSpace.isEmpty() ? name : nameSpace + u'/' + name, prefix + u"name"_s});
        }
    }

    void owners()
    {
        const QJsonArray references = m_metadata.value(u"ownerReferences").toArray();
        for (const QJsonValue& reference : references) {
            const QString kind = reference[u"kind"].toString();
            if (kind == u"FlinkBlueGreenDeployment" || reference[u"controller"].toBool())
                add({Tool::Owner, Habit::Undoes, kind + u' ' + reference[u"name"].toString(),
                     u"metadata.ownerReferences"_s});
        }
    }

    void helm()
    {
        const QString release = annotation(u"meta.helm.sh/release-name");
        if (!release.isEmpty())
            add({Tool::Helm, Habit::Forgets, release, u"meta.helm.sh/release-name"_s});
        else if (label(u"app.kubernetes.io/managed-by") == u"Helm")
            add({Tool::Helm, Habit::Forgets, {}, u"app.kubernetes.io/managed-by"_s});
    }

    void kustomize()
    {
        if (label(u"app.kubernetes.io/managed-by").startsWith(u"kustomize"))
            add({Tool::Kustomize, Habit::Forgets, {}, u"app.kubernetes.io/managed-by"_s});
        for (const QStringView key : {u"config.kubernetes.io/origin", u"alpha.config.kubernetes.io/transformations"}) {
            if (m_annotations.contains(key))
                add({Tool::Kustomize, Habit::Forgets, {}, key.toString()});
        }
    }

    void managers()
    {
        const QJsonArray entries = m_metadata.value(u"managedFields").toArray();
        for (const QJsonValue& entry : entries) {
            const QString name = entry[u"manager"].toString(), subresource = entry[u"subresource"].toString();
            const QString sign = u"metadata.managedFields: "_s + name;
            if (subresource == u"scale")
                add({Tool::Autoscaler, Habit::Undoes, name, sign});
            if (!subresource.isEmpty())
                continue;
            if (name.startsWith(u"argocd"))
                add({Tool::ArgoCd, Habit::Undoes, {}, sign});
            else if (name == u"kustomize-controller" || name == u"helm-controller" || name == u"flux")
                add({Tool::Flux, Habit::Undoes, {}, sign});
            else if (name == u"helm")
                add({Tool::Helm, Habit::Forgets, {}, sign});
            else if (name == u"kubectl-client-side-apply" || name == u"kubectl")
                add({Tool::Kubectl, Habit::Forgets, {}, sign});
        }
    }

    const QJsonObject m_metadata, m_labels, m_annotations;
    QList<Keeper> m_found;
};

QString undoneText(const QString& tool, const QString& name)
{
    return name.isEmpty()
               ? Text::tr("%1 keeps this object: what you change will be changed back.").arg(tool)
               : Text::tr("%1 keeps this object (%2): what you change will be changed back.").arg(tool, name);
}

QString forgottenText(const QString& tool, const QString& name)
{
    return name.isEmpty()
               ? Text::tr("%1 wrote this object: its next use overwrites what you change.").arg(tool)
               : Text::tr("%1 wrote this object (%2): its next use overwrites what you change.").arg(tool, name);
}

bool reaches(const QJsonValue& fields, const QStringList& path)
{
    QJsonObject at = fields.toObject();
    for (const QString& step : path) {
        if (step.startsWith(u'['))
            return true;
        const QJsonValue below = at.value(u"f:"_s + step);
        if (below.isUndefined())
            return false;
        // An empty set: the whole value belongs to that manager.
        if (below.toObject().isEmpty())
            return true;
        at = below.toObject();
    }
    return true;
}

} // namespace

QList<Keeper> keepersOf(const QJsonObject& metadata)
{
    return Signs(metadata).read();
}

QString toolName(Keeper::Tool tool)
{
    switch (tool) {
    case Tool::ArgoCd:
        return u"Argo CD"_s;
    case Tool::Flux:
        return u"Flux"_s;
    case Tool::Helm:
        return u"Helm"_s;
    case Tool::Kustomize:
        return u"Kustomize"_s;
    case Tool::Kubectl:
        return u"kubectl"_s;
    case Tool::Owner:
    case Tool::Autoscaler:
        break;
    }
    return {};
}

QString keeperText(const Keeper& keeper)
{
    const QString name = base::visibleText(keeper.name, 256);
    if (keeper.tool == Tool::Owner)
        return Text::tr("This object was made by another one (%1), which changes it again: change that one.").arg(name);
    if (keeper.tool == Tool::Autoscaler)
        return Text::tr("The number of TaskManagers is set through the scale subresource (%1), as a "
                        "HorizontalPodAutoscaler does: it will be set again.")
            .arg(name);
    switch (keeper.habit) {
    case Habit::Undoes:
        return undoneText(toolName(keeper.tool), name);
    case Habit::Forgets:
        return forgottenText(toolName(keeper.tool), name);
    case Habit::Tolerates:
        return Text::tr("%1 keeps this object (%2), but was told to leave it alone for now.")
            .arg(toolName(keeper.tool), name);
    }
    return {};
}

QStringList managersOf(const QJsonArray& managedFields, const QStringList& path)
{
    QStringList managers;
    for (const QJsonValue& entry : managedFields) {
        const QString name = entry[u"manager"].toString();
        if (!name.isEmpty() && !managers.contains(name) && reaches(entry[u"fieldsV1"], path))
            managers.append(name);
    }
    return managers;
}

} // namespace manifest
