#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <simdjson.h>

#include <string_view>

/// How the decoders of this room read JSON: forward, once, typed, and forgiving: a field of another type than its
/// promise counts as absent, numbers and texts stand in for each other. Only broken JSON ends a decoding. For .cpp
/// files only.
namespace flink::json {

using Value = simdjson::ondemand::value;

/// Thrown where the bytes are no JSON; caught by decode() and decodeNested().
struct Malformed
{
    simdjson::error_code code;
};

inline void check(simdjson::error_code code)
{
    if (code != simdjson::SUCCESS)
        throw Malformed{code};
}

/// Empty for anything but a text, a number or a truth value.
QString text(Value value);
/// The same for texts that many objects share (namespaces, states, images): equal ones share their memory.
QString sharedText(Value value);
/// Of a text only, without a copy; valid until the next decoding. Empty for anything else, and for broken escapes.
std::string_view view(Value value);
/// Exact over the whole range; also "12" and 12.0. `otherwise` for anything else.
qint64 integer(Value value, qint64 otherwise = 0);
/// The same, cut to the range of int.
int number(Value value, int otherwise = 0);
bool truth(Value value, bool otherwise = false);
/// RFC 3339, or milliseconds since 1970 as number or text (0 and less: never). UTC; invalid for anything else.
QDateTime time(Value value);
QStringList texts(Value value);
/// The token as it stands there, without blanks around it: for comparing and for measuring.
std::string_view raw(Value value);

QString shared(std::string_view utf8);

/// Calls `field(key, value)` for each field. Of equal keys the last one counts.
template <typename Field>
void eachField(simdjson::ondemand::object object, Field field)
{
    for (auto found : object) {
        simdjson::ondemand::field entry;
        check(std::move(found).get(entry));
        std::string_view key;
        if (entry.unescaped_key().get(key) != simdjson::SUCCESS)
            key = {};
        field(key, entry.value());
    }
}

/// The same for a value, when it is an object.
template <typename Field>
void eachField(Value value, Field field)
{
    simdjson::ondemand::object object;
    const simdjson::error_code code = value.get_object().get(object);
    if (code == simdjson::INCORRECT_TYPE)
        return;
    check(code);
    eachField(object, field);
}

/// Calls `element(value)` for each element, when `value` is an array.
template <typename Element>
void eachElement(Value value, Element element)
{
    simdjson::ondemand::array array;
    const simdjson::error_code code = value.get_array().get(array);
    if (code == simdjson::INCORRECT_TYPE)
        return;
    check(code);
    for (auto found : array) {
        Value entry;
        check(std::move(found).get(entry));
        element(entry);
    }
}

/// Memory that one decoding after the other uses anew, one a thread and nesting.
class Buffers
{
public:
    /// The document's root; throws Malformed unless it is one object.
    simdjson::ondemand::object open(std::string_view bytes);
    /// Gives memory back after an unusually large document.
    void tidy();

private:
    simdjson::ondemand::parser m_parser;
    simdjson::ondemand::document m_document;
    QByteArray m_padded;
};
enum class Nesting { Outer, Inner };
Buffers& buffers(Nesting nesting);

base::Error malformedError(simdjson::error_code code);

/// Reads the fields of one object, through `field(key, value)`.
template <typename Field>
base::Result<base::Ok> decode(QByteArrayView bytes, Field field)
{
    Buffers& memory = buffers(Nesting::Outer);
    base::Result<base::Ok> result{base::Ok{}};
    try {
        eachField(memory.open({bytes.data(), size_t(bytes.size())}), field);
    } catch (const Malformed& malformed) {
        result = malformedError(malformed.code);
    }
    memory.tidy();
    return result;
}

/// Hands the object that stands as text inside another to `read(object)`. False: it is no JSON object, or broken as far
/// as it was read.
template <typename Read>
bool withNested(std::string_view text, Read read)
{
    Buffers& memory = buffers(Nesting::Inner);
    bool whole = true;
    try {
        read(memory.open(text));
    } catch (const Malformed&) {
        whole = false;
    }
    memory.tidy();
    return whole;
}

/// The same through `field(key, value)` for each field.
template <typename Field>
bool decodeNested(std::string_view text, Field field)
{
    return withNested(text, [&](simdjson::ondemand::object object) { eachField(object, field); });
}

} // namespace flink::json
