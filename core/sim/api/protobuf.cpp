#include "core/sim/api/protobuf.h"

#include <QJsonArray>

#include <span>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

struct Field;
using Fields = std::span<const Field>;

/// How one field of a message is written as JSON.
struct Field
{
    /// In JSON the fields of Inlined stand beside those of the message around it.
    enum class Type { Text, Texts, Integer, Message, Messages, Inlined, TextMap, BytesMap, QuantityMap, IntOrText };

    quint64 number;
    QLatin1StringView name;
    Type type = Type::Text;
    Fields fields = {}; ///< of Message, Messages and Inlined
};
using Type = Field::Type;

/// Of one message, repeated ones and entries of maps counted one by one; a config map may have many.
constexpr int mostFields = 20'000;

// Numbers from the .proto files of the Kubernetes API; fields that kubectl does not send are left out.
constexpr Field metadataFields[] = {{1, "name"_L1},
                                    {2, "generateName"_L1},
                                    {3, "namespace"_L1},
                                    {11, "labels"_L1, Type::TextMap},
                                    {12, "annotations"_L1, Type::TextMap}};
constexpr Field resourceFields[] = {{1, "namespace"_L1}, {2, "verb"_L1},        {3, "group"_L1}, {4, "version"_L1},
                                    {5, "resource"_L1},  {6, "subresource"_L1}, {7, "name"_L1}};
constexpr Field pathFields[] = {{1, "path"_L1}, {2, "verb"_L1}};
constexpr Field accessFields[] = {{1, "resourceAttributes"_L1, Type::Message, resourceFields},
                                  {2, "nonResourceAttributes"_L1, Type::Message, pathFields}};
constexpr Field rulesFields[] = {{1, "namespace"_L1}};
constexpr Field conditionFields[] = {{1, "uid"_L1}, {2, "resourceVersion"_L1}};

constexpr Field accessReview[] = {{1, "metadata"_L1, Type::Message, metadataFields},
                                  {2, "spec"_L1, Type::Message, accessFields}};
constexpr Field rulesReview[] = {{2, "spec"_L1, Type::Message, rulesFields}};
constexpr Field bare[] = {{1, "metadata"_L1, Type::Message, metadataFields}};
constexpr Field configMap[] = {{1, "metadata"_L1, Type::Message, metadataFields},
                               {2, "data"_L1, Type::TextMap},
                               {3, "binaryData"_L1, Type::BytesMap}};
constexpr Field secret[] = {{1, "metadata"_L1, Type::Message, metadataFields},
                            {2, "data"_L1, Type::BytesMap},
                            {3, "type"_L1},
                            {4, "stringData"_L1, Type::TextMap}};
constexpr Field selector[] = {{1, "matchLabels"_L1, Type::TextMap}};
constexpr Field containerPort[] = {{1, "name"_L1}, {3, "containerPort"_L1, Type::Integer}, {4, "protocol"_L1}};
constexpr Field variable[] = {{1, "name"_L1}, {2, "value"_L1}};
constexpr Field container[] = {{1, "name"_L1},
                               {2, "image"_L1},
                               {3, "command"_L1, Type::Texts},
                               {4, "args"_L1, Type::Texts},
                               {5, "workingDir"_L1},
                               {6, "ports"_L1, Type::Messages, containerPort},
                               {7, "env"_L1, Type::Messages, variable},
                               {14, "imagePullPolicy"_L1}};
constexpr Field podSpec[] = {{2, "containers"_L1, Type::Messages, container},
                             {3, "restartPolicy"_L1},
                             {6, "dnsPolicy"_L1},
                             {8, "serviceAccountName"_L1}};
constexpr Field pod[] = {{1, "metadata"_L1, Type::Message, metadataFields}, {2, "spec"_L1, Type::Message, podSpec}};
constexpr Field deploymentSpec[] = {{1, "replicas"_L1, Type::Integer},
                                    {2, "selector"_L1, Type::Message, selector},
                                    {3, "template"_L1, Type::Message, pod}};
constexpr Field deployment[] = {{1, "metadata"_L1, Type::Message, metadataFields},
                                {2, "spec"_L1, Type::Message, deploymentSpec}};
constexpr Field servicePort[] = {{1, "name"_L1},
                                 {2, "protocol"_L1},
                                 {3, "port"_L1, Type::Integer},
                                 {4, "targetPort"_L1, Type::IntOrText},
                                 {5, "nodePort"_L1, Type::Integer}};
constexpr Field serviceSpec[] = {{1, "ports"_L1, Type::Messages, servicePort},
                                 {2, "selector"_L1, Type::TextMap},
                                 {3, "clusterIP"_L1},
                                 {4, "type"_L1},
                                 {10, "externalName"_L1}};
constexpr Field service[] = {{1, "metadata"_L1, Type::Message, metadataFields},
                             {2, "spec"_L1, Type::Message, serviceSpec}};
constexpr Field rule[] = {{1, "verbs"_L1, Type::Texts},
                          {2, "apiGroups"_L1, Type::Texts},
                          {3, "resources"_L1, Type::Texts},
                          {4, "resourceNames"_L1, Type::Texts},
                          {5, "nonResourceURLs"_L1, Type::Texts}};
constexpr Field quotaSpec[] = {{1, "hard"_L1, Type::QuantityMap}, {2, "scopes"_L1, Type::Texts}};
constexpr Field quota[] = {{1, "metadata"_L1, Type::Message, metadataFields}, {2, "spec"_L1, Type::Message, quotaSpec}};
constexpr Field backendPort[] = {{1, "name"_L1}, {2, "number"_L1, Type::Integer}};
constexpr Field backendService[] = {{1, "name"_L1}, {2, "port"_L1, Type::Message, backendPort}};
constexpr Field backend[] = {{4, "service"_L1, Type::Message, backendService}};
constexpr Field ingressPath[] = {{1, "path"_L1}, {2, "backend"_L1, Type::Message, backend}, {3, "pathType"_L1}};
constexpr Field httpRule[] = {{1, "paths"_L1, Type::Messages, ingressPath}};
constexpr Field ruleValue[] = {{1, "http"_L1, Type::Message, httpRule}};
constexpr Field ingressRule[] = {{1, "host"_L1}, {2, {}, Type::Inlined, ruleValue}};
constexpr Field ingressTls[] = {{1, "hosts"_L1, Type::Texts}, {2, "secretName"_L1}};
constexpr Field ingressSpec[] = {{1, "defaultBackend"_L1, Type::Message, backend},
                                 {2, "tls"_L1, Type::Messages, ingressTls},
                                 {3, "rules"_L1, Type::Messages, ingressRule},
                                 {4, "ingressClassName"_L1}};
constexpr Field ingress[] = {{1, "metadata"_L1, Type::Message, metadataFields},
                             {2, "spec"_L1, Type::Message, ingressSpec}};
constexpr Field role[] = {{1, "metadata"_L1, Type::Message, metadataFields}, {2, "rules"_L1, Type::Messages, rule}};
constexpr Field subject[] = {{1, "kind"_L1}, {2, "apiGroup"_L1}, {3, "name"_L1}, {4, "namespace"_L1}};
constexpr Field roleReference[] = {{1, "apiGroup"_L1}, {2, "kind"_L1}, {3, "name"_L1}};
constexpr Field roleBinding[] = {{1, "metadata"_L1, Type::Message, metadataFields},
                                 {2, "subjects"_L1, Type::Messages, subject},
                                 {3, "roleRef"_L1, Type::Message, roleReference}};
constexpr Field deleteOptions[] = {{1, "gracePeriodSeconds"_L1, Type::Integer},
                                   {2, "preconditions"_L1, Type::Message, conditionFields},
                                   {4, "propagationPolicy"_L1},
                                   {5, "dryRun"_L1, Type::Texts}};

std::optional<Fields> fieldsOf(QStringView kind)
{
    if (kind == u"SelfSubjectAccessReview")
        return accessReview;
    if (kind == u"SelfSubjectRulesReview")
        return rulesReview;
    if (kind == u"SelfSubjectReview" || kind == u"Namespace" || kind == u"ServiceAccount")
        return bare;
    if (kind == u"ConfigMap")
        return configMap;
    if (kind == u"Secret")
        return secret;
    if (kind == u"DeleteOptions")
        return deleteOptions;
    if (kind == u"Deployment")
        return deployment;
    if (kind == u"Pod")
        return pod;
    if (kind == u"Service")
        return service;
    if (kind == u"ResourceQuota")
        return quota;
    if (kind == u"Ingress")
        return ingress;
    if (kind == u"Role" || kind == u"ClusterRole")
        return role;
    if (kind == u"RoleBinding" || kind == u"ClusterRoleBinding")
        return roleBinding;
    return std::nullopt;
}

/// Reads the wire format from front to back; after a fault it stays at the end and says so.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    bool isAtEnd() const { return m_bytes.isEmpty(); }
    bool hasFailed() const { return m_failed; }

    quint64 varint()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64 && !m_bytes.isEmpty(); shift += 7) {
            const auto byte = static_cast<quint8>(m_bytes.front());
            m_bytes = m_bytes.sliced(1);
            value |= quint64(byte & 0x7f) << shift;
            if ((byte & 0x80) == 0)
                return value;
        }
        fail();
        return 0;
    }
    QByteArrayView block() { return take(varint()); }
    QByteArrayView take(quint64 size)
    {
        if (size > quint64(m_bytes.size())) {
            fail();
            return {};
        }
        const auto taken = m_bytes.first(qsizetype(size));
        m_bytes = m_bytes.sliced(qsizetype(size));
        return taken;
    }
    void fail()
    {
        m_failed = true;
        m_bytes = {};
    }

private:
    QByteArrayView m_bytes;
    bool m_failed = false;
};

/// One field of a message as it stands there.
struct Token
{
    quint64 number = 0;
    quint64 value = 0;
    QByteArrayView block = {};
};

Token next(Reader& reader)
{
    const auto tag = reader.varint();
    Token token{tag >> 3};
    switch (tag & 7) {
    case 0:
        token.value = reader.varint();
        break;
    case 1:
        reader.take(8);
        break;
    case 2:
        token.block = reader.block();
        break;
    case 5:
        reader.take(4);
        break;
    default:
        reader.fail();
    }
    return token;
}

std::pair<QString, QByteArray> entryOf(QByteArrayView bytes)
{
    Reader reader(bytes);
    std::pair<QString, QByteArray> entry;
    while (!reader.isAtEnd()) {
        const auto token = next(reader);
        if (token.number == 1)
            entry.first = QString::fromUtf8(token.block);
        else if (token.number == 2)
            entry.second = token.block.toByteArray();
    }
    return entry;
}

/// An IntOrString: 1 says which it is, 2 the number, 3 the text.
QJsonValue intOrText(QByteArrayView bytes)
{
    Reader reader(bytes);
    bool isText = false;
    qint64 number = 0;
    QString text;
    while (!reader.isAtEnd()) {
        const auto token = next(reader);
        if (token.number == 1)
            isText = token.value == 1;
        else if (token.number == 2)
            number = qint64(token.value);
        else if (token.number == 3)
            text = QString::fromUtf8(token.block);
    }
    return isText ? QJsonValue(text) : QJsonValue(number);
}

/// A resource.Quantity: its first field is the text.
QString quantity(QByteArrayView bytes)
{
    return entryOf(bytes).first;
}

QJsonValue entryValue(Type type, const QByteArray& bytes)
{
    if (type == Type::BytesMap)
        return QString::fromLatin1(bytes.toBase64());
    return type == Type::QuantityMap ? quantity(bytes) : QString::fromUtf8(bytes);
}

std::optional<QJsonObject> message(QByteArrayView bytes, Fields fields);

template <typename T>
void append(QJsonObject& object, QLatin1StringView name, const T& value)
{
    auto list = object.take(name).toArray();
    list.append(value);
    object.insert(name, list);
}

QJsonObject joined(QJsonObject object, const QJsonObject& other)
{
    for (auto member = other.begin(); member != other.end(); ++member)
        object.insert(member.key(), member.value());
    return object;
}

void insertField(QJsonObject& object, const Field& field, const Token& token, bool& isWhole)
{
    const auto text = QString::fromUtf8(token.block);
    switch (field.type) {
    case Type::Text:
        if (!text.isEmpty())
            object.insert(field.name, text);
        break;
    case Type::Texts:
        append(object, field.name, text);
        break;
    case Type::IntOrText:
        object.insert(field.name, intOrText(token.block));
        break;
    case Type::Integer:
        object.insert(field.name, qint64(token.value));
        break;
    case Type::TextMap:
    case Type::BytesMap:
    case Type::QuantityMap: {
        const auto [key, value] = entryOf(token.block);
        auto map = object.take(field.name).toObject();
        map.insert(key, entryValue(field.type, value));
        object.insert(field.name, map);
        break;
    }
    case Type::Message:
    case Type::Messages:
    case Type::Inlined: {
        const auto inner = message(token.block, field.fields);
        isWhole = isWhole && inner;
        if (field.type == Type::Inlined)
            object = inner ? joined(object, *inner) : object;
        else if (field.type == Type::Messages)
            append(object, field.name, inner.value_or(QJsonObject()));
        else
            object.insert(field.name, inner.value_or(QJsonObject()));
    }
    }
}

std::optional<QJsonObject> message(QByteArrayView bytes, Fields known)
{
    Reader reader(bytes);
    QJsonObject object;
    bool isWhole = true;
    for (int fields = 0; !reader.isAtEnd(); ++fields) {
        if (fields == mostFields)
            return std::nullopt;
        const auto token = next(reader);
        for (const auto& field : known) {
            if (field.number == token.number)
                insertField(object, field, token, isWhole);
        }
    }
    return isWhole && !reader.hasFailed() ? std::optional(object) : std::nullopt;
}

constexpr Field typeFields[] = {{1, "apiVersion"_L1}, {2, "kind"_L1}};

} // namespace

bool isProtobuf(const QByteArray& contentType)
{
    return contentType.startsWith("application/vnd.kubernetes.protobuf");
}

std::optional<QJsonObject> fromProtobuf(const QByteArray& body)
{
    // Four bytes of magic, then runtime.Unknown: 1 the type, 2 the message itself.
    static const QByteArray magic("k8s\0", 4);
    if (!body.startsWith(magic))
        return std::nullopt;
    Reader reader(QByteArrayView(body).sliced(magic.size()));
    QJsonObject type;
    QByteArrayView raw;
    while (!reader.isAtEnd()) {
        const auto token = next(reader);
        if (token.number == 1)
            type = message(token.block, typeFields).value_or(QJsonObject());
        else if (token.number == 2)
            raw = token.block;
    }
    const auto fields = fieldsOf(type.value("kind"_L1).toString());
    if (reader.hasFailed() || !fields)
        return std::nullopt;
    auto document = message(raw, *fields);
    if (!document)
        return std::nullopt;
    document->insert("apiVersion"_L1, type.value("apiVersion"_L1));
    document->insert("kind"_L1, type.value("kind"_L1));
    return document;
}

} // namespace sim
