#include "tests/support/kubeobjects.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace support {

namespace {

QByteArray quoted(const QString& text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

} // namespace

QByteArray KubeObject::json() const
{
    return R"({"apiVersion":"flink.apache.org/v1beta1","kind":"FlinkDeployment","metadata":{"generation":1,"name":)" +
           quoted(name) + R"(,"namespace":)" + quoted(nameSpace) + R"(,"resourceVersion":)" + quoted(version) +
           R"(,"uid":)" + quoted(uid.isEmpty() ? u"uid-"_s + name : uid) + R"(},"spec":{"value":)" + quoted(value) +
           "}}";
}

QByteArray listJson(const QList<KubeObject>& objects, const QString& version, const QString& continueToken)
{
    QByteArrayList items;
    for (const KubeObject& object : objects)
        items.append(object.json());
    return R"({"apiVersion":"flink.apache.org/v1beta1","items":[)" + items.join(',') +
           R"(],"kind":"FlinkDeploymentList","metadata":{"continue":)" + quoted(continueToken) +
           R"(,"resourceVersion":)" + quoted(version) + "}}";
}

QByteArray eventJson(const QByteArray& type, const KubeObject& object)
{
    return R"({"type":")" + type + R"(","object":)" + object.json() + "}\n";
}

QByteArray bookmarkJson(const QString& version)
{
    return R"({"type":"BOOKMARK","object":{"kind":"FlinkDeployment","apiVersion":"flink.apache.org/v1beta1","metadata":{"resourceVersion":)" +
           quoted(version) + R"(,"creationTimestamp":null}}})" + "\n";
}

QByteArray statusJson(int code, const QString& reason, const QString& message, const QByteArray& details)
{
    return R"({"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":)" + quoted(message) +
           R"(,"reason":)" + quoted(reason) + R"(,"details":)" + details + R"(,"code":)" + QByteArray::number(code) +
           "}";
}

QByteArray errorEventJson(int code, const QString& reason)
{
    return R"({"type":"ERROR","object":)" + statusJson(code, reason) + "}\n";
}

kube::Decode valueDecoder()
{
    return [](QByteArrayView json, kube::Item& item) {
        const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()));
        const QString value = document["spec"_L1]["value"_L1].toString();
        if (!document.isObject() || value == u"undecodable") {
            item.problem = u"cannot be decoded"_s;
            return;
        }
        item.value = std::make_shared<const QString>(value);
    };
}

QString valueOf(const kube::Item& item)
{
    return item.value ? *std::static_pointer_cast<const QString>(item.value) : QString();
}

WatchRecorder::WatchRecorder(kube::Watch& watch)
{
    connect(&watch, &kube::Watch::listed, this, [this](const QList<kube::Item>& items) {
        told.append(u"listed %1"_s.arg(items.size()));
        m_items.clear();
        for (const kube::Item& item : items)
            m_items.insert(item.key, item);
    });
    connect(&watch, &kube::Watch::pageArrived, this,
            [this](const QList<kube::Item>& items) { told.append(u"page %1"_s.arg(items.size())); });
    connect(&watch, &kube::Watch::applied, this, [this](const QList<kube::Item>& items) {
        for (const kube::Item& item : items) {
            told.append(u"applied "_s + item.key.name + u'@' + item.resourceVersion);
            m_items.insert(item.key, item);
        }
    });
    connect(&watch, &kube::Watch::deleted, this, [this](const QList<kube::Item>& items) {
        for (const kube::Item& item : items) {
            told.append(u"deleted "_s + item.key.name);
            m_items.remove(item.key);
        }
    });
    connect(&watch, &kube::Watch::stateChanged, this, [this](kube::Watch::State state) { states.append(state); });
}

QStringList WatchRecorder::names() const
{
    QStringList names;
    for (const kube::Item& item : m_items)
        names.append(item.key.name + u'@' + item.resourceVersion);
    std::ranges::sort(names);
    return names;
}

kube::WatchTimes quickTimes()
{
    kube::WatchTimes times;
    times.firstPause = 1ms;
    times.longestPause = 4ms;
    times.restartPause = 1ms;
    times.forbiddenPause = 1ms;
    times.goneTypePause = 1ms;
    times.pollPause = 1ms;
    times.shortLife = 0ms;
    times.longLife = 0ms;
    return times;
}

} // namespace support
