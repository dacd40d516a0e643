#include "tests/contract/support/randomwrites.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace contract {

namespace {

const QStringList words{u"a"_s, u"b"_s, u"c"_s, u"d.e"_s, u"f-1"_s};

QByteArray bytes(const QJsonValue& value)
{
    return (value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject()))
        .toJson(QJsonDocument::Compact);
}

QString escaped(QString step)
{
    return step.replace(u"~"_s, u"~0"_s).replace(u"/"_s, u"~1"_s);
}

} // namespace

RandomWrites::RandomWrites(Kind kind, quint32 seed)
    : m_kind(kind)
    , m_name(u"r%1"_s.arg(seed))
    , m_random(seed)
{
}

QString RandomWrites::word()
{
    return words[below(int(words.size()))];
}

QJsonObject RandomWrites::map(int most)
{
    QJsonObject result;
    for (int left = below(most + 1); left > 0; --left)
        result.insert(word(), word());
    return result;
}

QJsonObject RandomWrites::metadata()
{
    QJsonObject result;
    if (below(2) == 0)
        result.insert(u"labels"_s, map(3));
    if (below(2) == 0)
        result.insert(u"annotations"_s, map(3));
    return result;
}

QJsonObject RandomWrites::container(const QString& name)
{
    QJsonObject result{{u"name"_s, name}, {u"image"_s, word()}};
    if (below(2) == 0) {
        QJsonArray variables;
        for (const auto& variable : {u"X"_s, u"Y"_s, u"Z"_s}) {
            if (below(2) == 0)
                variables.append(QJsonObject{{u"name"_s, variable}, {u"value"_s, word()}});
        }
        result.insert(u"env"_s, variables);
    }
    if (below(3) == 0)
        result.insert(u"args"_s, QJsonArray{word(), word()});
    if (below(3) == 0)
        result.insert(u"ports"_s, QJsonArray{QJsonObject{{u"containerPort"_s, 8081 + below(3)}, {u"name"_s, u"p"_s}}});
    return result;
}

/// Some of what the object may hold, besides its name.
QJsonObject RandomWrites::content()
{
    QJsonObject document{{u"metadata"_s, metadata()}};
    if (m_kind == Kind::ConfigMap) {
        document.insert(u"data"_s, map(5));
        return document;
    }
    QJsonObject spec;
    if (m_kind == Kind::Deployment) {
        QJsonArray containers{container(u"main"_s)};
        if (below(2) == 0)
            containers.append(container(u"side"_s));
        QJsonObject pod{{u"containers"_s, containers}};
        if (below(2) == 0)
            pod.insert(u"nodeSelector"_s, map(2));
        spec = {
            {u"replicas"_s, below(4)},
            {u"selector"_s, QJsonObject{{u"matchLabels"_s, QJsonObject{{u"app"_s, u"x"_s}}}}},
            {u"template"_s, QJsonObject{{u"metadata"_s, QJsonObject{{u"labels"_s, QJsonObject{{u"app"_s, u"x"_s}}}}},
                                        {u"spec"_s, pod}}}};
    } else {
        spec = {{u"image"_s, word()}, {u"flinkVersion"_s, u"v1_20"_s}};
        QJsonObject job{{u"parallelism"_s, below(5)},
                        {u"upgradeMode"_s, below(2) == 0 ? u"savepoint"_s : u"stateless"_s}};
        if (below(2) == 0)
            job.insert(u"args"_s, QJsonArray{word(), word()});
        if (below(3) > 0)
            spec.insert(u"job"_s, job);
        if (below(2) == 0)
            spec.insert(u"flinkConfiguration"_s, map(4));
        if (below(2) == 0)
            spec.insert(u"podTemplate"_s,
                        QJsonObject{{u"spec"_s, QJsonObject{{u"containers"_s, QJsonArray{container(u"main"_s)}}}}});
    }
    document.insert(u"spec"_s, spec);
    return document;
}

/// Some members taken away, in a merge patch: null.
QJsonObject RandomWrites::withHoles(const QJsonObject& object)
{
    QJsonObject result;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const auto draw = below(5);
        // What must be there stays; this is about merging, not about what is refused.
        const bool isNeeded = member.key() == u"selector" || member.key() == u"template" ||
                              member.key() == u"containers" || member.key() == u"metadata" || member.key() == u"spec" ||
                              member.key() == u"name" || member.key() == u"labels";
        if (draw == 0 && !isNeeded)
            result.insert(member.key(), QJsonValue::Null);
        else if (draw > 1 || isNeeded)
            result.insert(member.key(), member->isObject() ? QJsonValue(withHoles(member->toObject())) : *member);
    }
    return result;
}

QJsonArray RandomWrites::operations()
{
    const auto root = m_kind == Kind::ConfigMap ? u"/data"_s : u"/metadata/annotations"_s;
    QJsonArray result{QJsonObject{{u"op"_s, u"add"_s}, {u"path"_s, root}, {u"value"_s, QJsonObject{{u"a"_s, word()}}}}};
    for (int left = 1 + below(4); left > 0; --left) {
        const auto to = root + u'/' + escaped(word());
        const auto from = root + u'/' + escaped(word());
        switch (below(5)) {
        case 0:
            result.append(QJsonObject{{u"op"_s, u"remove"_s}, {u"path"_s, to}});
            break;
        case 1:
            result.append(QJsonObject{{u"op"_s, u"copy"_s}, {u"from"_s, from}, {u"path"_s, to}});
            break;
        case 2:
            result.append(QJsonObject{{u"op"_s, u"test"_s}, {u"path"_s, root + u"/a"_s}, {u"value"_s, word()}});
            break;
        default:
            result.append(QJsonObject{{u"op"_s, u"add"_s}, {u"path"_s, to}, {u"value"_s, word()}});
        }
    }
    return result;
}

QJsonObject RandomWrites::strategic()
{
    QJsonArray containers;
    switch (below(4)) {
    case 0:
        containers = {QJsonObject{{u"$patch"_s, u"delete"_s}, {u"name"_s, u"side"_s}}};
        break;
    case 1:
        containers = {container(u"main"_s), QJsonObject{{u"$patch"_s, u"replace"_s}}};
        break;
    case 2:
        containers = {container(u"side"_s), container(u"main"_s)};
        break;
    default:
        containers = {QJsonObject{{u"name"_s, u"main"_s},
                                  {u"env"_s, QJsonArray{QJsonObject{{u"$patch"_s, u"delete"_s}, {u"name"_s, u"X"_s}},
                                                        QJsonObject{{u"name"_s, u"Y"_s}, {u"value"_s, word()}}}}}};
    }
    const QJsonObject pod{{u"containers"_s, containers}};
    return {{u"spec"_s, QJsonObject{{u"template"_s, QJsonObject{{u"spec"_s, pod}}}}}};
}

QJsonObject RandomWrites::named(QJsonObject document) const
{
    document.insert(u"apiVersion"_s, m_kind == Kind::ConfigMap    ? u"v1"_s
                                     : m_kind == Kind::Deployment ? u"apps/v1"_s
                                                                  : u"flink.apache.org/v1beta1"_s);
    document.insert(u"kind"_s, m_kind == Kind::ConfigMap    ? u"ConfigMap"_s
                               : m_kind == Kind::Deployment ? u"Deployment"_s
                                                            : u"FlinkDeployment"_s);
    auto metadata = document.value(u"metadata"_s).toObject();
    metadata.insert(u"name"_s, m_name);
    document.insert(u"metadata"_s, metadata);
    return document;
}

QString RandomWrites::collection() const
{
    switch (m_kind) {
    case Kind::ConfigMap:
        return u"/api/v1/namespaces/random/configmaps"_s;
    case Kind::Deployment:
        return u"/apis/apps/v1/namespaces/random/deployments"_s;
    case Kind::FlinkDeployment:
        break;
    }
    return u"/apis/flink.apache.org/v1beta1/namespaces/random/flinkdeployments"_s;
}

Question RandomWrites::first()
{
    return {"POST", collection() + u"?fieldManager=maker"_s, bytes(named(content())), "application/json"};
}

Question RandomWrites::next()
{
    const auto target = collection() + u'/' + m_name;
    const auto manager = u"?fieldManager=m%1"_s.arg(below(3));
    switch (below(m_kind == Kind::Deployment ? 5 : 4)) {
    case 0:
        return {"PATCH", target + manager, bytes(withHoles(content())), "application/merge-patch+json"};
    case 1:
        return {"PATCH", target + manager, bytes(operations()), "application/json-patch+json"};
    case 2:
    case 3: {
        const auto force = below(2) == 0 ? u"&force=true"_s : QString();
        return {"PATCH", target + manager + force, bytes(named(content())), "application/apply-patch+yaml"};
    }
    default:
        return {"PATCH", target + manager, bytes(strategic()), "application/strategic-merge-patch+json"};
    }
}

} // namespace contract
