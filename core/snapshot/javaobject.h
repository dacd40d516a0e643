#pragma once

#include "core/snapshot/bytereader.h"

#include <QString>

#include <vector>

namespace snapshot {

struct JavaField;

/// What java.io.ObjectOutputStream wrote, as far as it can be told without the classes. Only texts and names are kept.
struct JavaValue
{
    enum class Kind { Null, Text, Object, Enum, Other };

    Kind kind = Kind::Null;
    QString className;             ///< of an Object or Enum
    QString text;                  ///< of a Text; the name of an Enum's constant
    std::vector<JavaField> fields; ///< of an Object that is written here, not referred to; those that are no primitives

    /// The field of this name, or one that is Null.
    const JavaValue& field(QStringView name) const;
};

struct JavaField
{
    QString name;
    JavaValue value;
};

/// Reads one whole object with the stream's header. What stands behind it is left.
JavaValue readJavaObject(ByteReader& in);

} // namespace snapshot
