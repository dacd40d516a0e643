#pragma once

#include "core/flink/deployment.h"
#include "core/flink/jsonreader.h"

namespace flink {

/// Reads `metadata`, with the owner told by labels, annotations and managedFields. For .cpp files only.
void decodeMetadata(json::Value value, Metadata& metadata);

/// The error for an object that nothing can be told about, because it has no name.
base::Error namelessError();

/// Frames every decoder: reads the fields of one object into T, which needs metadata.name.
template <typename T, typename Field>
base::Result<T> decodeNamed(QByteArrayView bytes, Field field)
{
    T decoded;
    const base::Result<base::Ok> read = json::decode(bytes, [&](std::string_view key, json::Value value) {
        if (key == "metadata")
            decodeMetadata(value, decoded.metadata);
        else
            field(decoded, key, value);
    });
    if (!read)
        return read.error();
    if (decoded.metadata.name.isEmpty())
        return namelessError();
    return decoded;
}

/// The same decoder, keeping the whole object beside what was understood of it.
template <typename T>
base::Result<T> withDocument(base::Result<T> decoded, QByteArrayView bytes)
{
    if (decoded)
        decoded->document = bytes.toByteArray();
    return decoded;
}

} // namespace flink
