#include "core/sim/documents/requestbody.h"

#include "core/sim/documents/body.h"
#include "core/sim/documents/causes.h"
#include "core/sim/documents/goprint.h"
#include "core/sim/world/path.h"
#include "core/yaml/yaml.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

QStringList notes(const QStringList& duplicates, const QStringList& unknown)
{
    QStringList texts;
    for (const auto& field : duplicates)
        texts += u"duplicate field \"%1\""_s.arg(field);
    for (const auto& field : unknown)
        texts += u"unknown field \"%1\""_s.arg(field);
    return texts;
}

Refusal unrecognized(const Kind& kind, const QString& why, const QByteArray& body)
{
    return Refusal::badRequest(u"the object provided is unrecognized (must be of type %1): %2 (%3)"_s.arg(
        kind.resource->kind, why, summaryOf(body)));
}

/// YAML, which holds JSON too, as the JSON it stands for.
ParsedJson parseYaml(const QByteArray& text)
{
    const auto read = yaml::read(text, yaml::Scalars::Typed);
    if (read)
        return {read->isEmpty() ? QJsonValue() : read->first()};
    static const QRegularExpression number(u"\\d+"_s);
    const auto line = number.match(read.error().detail).captured();
    return {{}, u"yaml: line %1: did not find expected node content"_s.arg(line.isEmpty() ? u"1"_s : line)};
}

/// A body that is no object at all.
Refusal unparsed(const Kind& kind, const ParsedJson& parsed, const QByteArray& body)
{
    auto error = parsed.error;
    if (error.isEmpty()) {
        error = u"json: cannot unmarshal %1 into Go value of type struct { APIVersion string "
                "\"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }"_s.arg(
                    goWord(parsed.value));
    }
    return unrecognized(kind, u"couldn't get version/kind; json parse error: "_s + error, body);
}

/// Nothing: the document is of the kind, or leaves open what it is.
std::optional<Refusal> refuseOtherKind(const Kind& kind, const QJsonObject& object, const QByteArray& body)
{
    const auto& resource = *kind.resource;
    const auto apiVersion = object.value("apiVersion"_L1).toString();
    const auto name = object.value("kind"_L1).toString();
    if (!kind.isCustom()) {
        if (!apiVersion.isEmpty() && apiVersion != resource.apiVersion()) {
            return Refusal::badRequest(
                u"%1 in version \"%2\" cannot be handled as a %3: no kind \"%1\" is registered for "
                "version \"%4\" in scheme \"pkg/runtime/scheme.go:110\""_s.arg(name, apiVersion.section(u'/', -1),
                                                                               resource.kind, apiVersion));
        }
        if (!name.isEmpty() && name != resource.kind) {
            const auto inside = resource.group.isEmpty() ? u"core"_s : resource.group.section(u'.', 0, 0);
            return Refusal::badRequest(
                u"%1 in version \"%2\" cannot be handled as a %3: converting (%2.%1) to (%4.%3): "
                "unknown conversion"_s.arg(name, resource.version, resource.kind, inside));
        }
        return std::nullopt;
    }
    if (name.isEmpty()) {
        const auto text = QString::fromUtf8(body);
        return unrecognized(kind, u"Object 'Kind' is missing in '%1'"_s.arg(text), body);
    }
    if (apiVersion != resource.apiVersion()) {
        return Refusal::badRequest(
            u"the API version in the data (%1) does not match the expected API version (%2)"_s.arg(
                apiVersion, resource.apiVersion()));
    }
    if (name != resource.kind) {
        return Refusal::invalid(resource.group, name, at(object, {u"metadata", u"name"}).toString(),
                                {cause::invalid(u"kind"_s, name, u"must be "_s + resource.kind)});
    }
    return std::nullopt;
}

QString decodingError(const Refusal& refusal)
{
    // "… cannot be handled as a KIND: WHY"; patches quote the document instead.
    const auto text = refusal.message;
    const auto mark = text.indexOf(u" cannot be handled as a "_s);
    const auto colon = mark < 0 ? -1 : text.indexOf(u": "_s, mark);
    return colon < 0 ? text : text.sliced(colon + 2);
}

Refusal unpatchable(const QString& shown, const QString& why)
{
    auto refusal = Refusal::invalid({}, {}, {}, {cause::invalidText(u"patch"_s, goQuoted(shown), why)});
    return refusal;
}

} // namespace

Answer<ReadBody> readObject(const Kind& kind, const WriteRequest& request)
{
    const bool isYaml = request.form == BodyForm::Yaml;
    const auto parsed = isYaml ? parseYaml(request.body) : parseJson(request.body);
    if (isYaml && !parsed.error.isEmpty())
        return unrecognized(kind, parsed.error, request.body);
    if (!parsed.error.isEmpty() || !parsed.value.isObject())
        return unparsed(kind, parsed, request.body);
    const auto object = parsed.value.toObject();
    if (auto refusal = refuseOtherKind(kind, object, request.body))
        return *refusal;
    auto decoded = decode(kind, object);
    if (!decoded)
        return decoded.refusal();
    if (request.fieldValidation == FieldValidation::Ignore)
        return ReadBody{decoded->object, {}, decoded->emptyMaps};
    const auto texts = notes(isYaml ? QStringList() : duplicateFields(request.body), decoded->unknown);
    if (request.fieldValidation == FieldValidation::Strict && !texts.isEmpty()) {
        return Refusal::badRequest(u"%1 in version \"%2\" cannot be handled as a %1: strict decoding error: %3"_s.arg(
            kind.resource->kind, kind.resource->version, texts.join(u", "_s)));
    }
    return ReadBody{decoded->object, texts, decoded->emptyMaps};
}

Answer<ReadBody> readPatched(const Kind& kind, const QJsonObject& patched, const WriteRequest& request,
                             const QString& shown)
{
    const auto apiVersion = patched.value("apiVersion"_L1).toString();
    const auto name = patched.value("kind"_L1).toString();
    if (apiVersion != kind.resource->apiVersion() || name != kind.resource->kind) {
        return unpatchable(shown, u"no kind \"%1\" is registered for version \"%2\" in scheme "
                                  "\"pkg/runtime/scheme.go:110\""_s.arg(name, apiVersion));
    }
    auto decoded = decode(kind, patched);
    if (!decoded)
        return unpatchable(shown, decodingError(decoded.refusal()));
    if (request.fieldValidation == FieldValidation::Ignore)
        return ReadBody{decoded->object, {}, decoded->emptyMaps};
    const auto texts = notes(duplicateFields(request.body), decoded->unknown);
    if (request.fieldValidation == FieldValidation::Strict && !texts.isEmpty())
        return unpatchable(shown, u"strict decoding error: "_s + texts.join(u", "_s));
    return ReadBody{decoded->object, texts, decoded->emptyMaps};
}

Answer<QJsonObject> readConfiguration(const Kind& kind, const WriteRequest& request)
{
    auto parsed = parseJson(request.body.isEmpty() ? QByteArray("{}") : request.body);
    const bool isYaml = !parsed.error.isEmpty();
    if (isYaml)
        parsed = parseYaml(request.body);
    if (!parsed.error.isEmpty())
        return Refusal::badRequest(u"error decoding YAML: error converting YAML to JSON: "_s + parsed.error);
    if (!parsed.value.isObject()) {
        return Refusal::badRequest(
            u"error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot "
            "unmarshal %1 into Go value of type map[string]interface {}"_s.arg(goWord(parsed.value)));
    }
    const auto duplicates = isYaml ? QStringList() : duplicateFields(request.body);
    if (!duplicates.isEmpty() && request.fieldValidation == FieldValidation::Strict) {
        return Refusal::badRequest(
            u"error strict decoding YAML: error converting YAML to JSON: yaml: unmarshal errors:\n  "
            "line 1: key %1 already set in map"_s.arg(goQuoted(duplicates.first().section(u'.', -1))));
    }
    const auto object = parsed.value.toObject();
    const auto apiVersion = object.value("apiVersion"_L1).toString();
    if (apiVersion != kind.resource->apiVersion() || object.value("kind"_L1).toString() != kind.resource->kind) {
        const auto shown = apiVersion.contains(u'/') ? apiVersion : u'/' + apiVersion;
        return Refusal::badRequest(
            u"invalid object type: %1, Kind=%2"_s.arg(shown, object.value("kind"_L1).toString()));
    }
    if (at(object, {u"metadata", u"managedFields"}).isArray())
        return Refusal::badRequest(u"metadata.managedFields must be nil"_s);
    return object;
}

Answer<QJsonArray> readOperations(const QByteArray& body)
{
    const auto parsed = parseJson(body);
    if (!parsed.error.isEmpty())
        return Refusal::badRequest(u"error decoding patch: "_s + parsed.error);
    if (!parsed.value.isArray()) {
        return Refusal::badRequest(
            u"error decoding patch: json: cannot unmarshal %1 into Go value of type []handlers.jsonPatchOp"_s.arg(
                goWord(parsed.value)));
    }
    return parsed.value.toArray();
}

Answer<QJsonObject> readMergePatch(const QByteArray& body)
{
    const auto parsed = parseJson(body);
    if (!parsed.error.isEmpty())
        return Refusal::badRequest(u"error decoding patch: "_s + parsed.error);
    if (!parsed.value.isObject()) {
        return Refusal::badRequest(
            u"error decoding patch: json: cannot unmarshal %1 into Go value of type map[string]interface {}"_s.arg(
                goWord(parsed.value)));
    }
    return parsed.value.toObject();
}

} // namespace sim::documents
