#include "core/sim/documents/schema.h"

#include <algorithm>

namespace sim::documents {

const Schema::Field* Schema::field(QStringView fieldName) const
{
    const auto found = std::lower_bound(fields.begin(), fields.end(), fieldName,
                                        [](const Field& field, QStringView wanted) { return field.name < wanted; });
    return found != fields.end() && found->name == fieldName ? &*found : nullptr;
}

const Schema* Schema::member(QStringView memberName) const
{
    switch (type) {
    case Type::Object:
        if (const auto* found = field(memberName))
            return found->schema;
        return keepsUnknown ? &anything() : nullptr;
    case Type::Map:
        return items;
    case Type::Any:
        return &anything();
    case Type::List:
    case Type::String:
    case Type::Bytes:
    case Type::Time:
    case Type::MicroTime:
    case Type::Quantity:
    case Type::IntOrString:
    case Type::Integer:
    case Type::Number:
    case Type::Boolean:
        break;
    }
    return nullptr;
}

bool Schema::isScalar() const
{
    return type != Type::Any && type != Type::Object && type != Type::Map && type != Type::List;
}

Schema& SchemaStore::add(Schema schema)
{
    return m_schemas.emplace_back(std::move(schema));
}

const Schema& anything()
{
    static const Schema schema;
    return schema;
}

} // namespace sim::documents
