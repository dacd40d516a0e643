#include "core/sim/documents/typelibrary.h"

#include "core/sim/documents/types/types.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

using Type = Schema::Type;

struct Scalar
{
    QStringView word;
    Type type;
    QStringView format = {};
};

constexpr Scalar scalars[] = {
    {u"string", Type::String},
    {u"bytes", Type::Bytes, u"byte"},
    {u"time", Type::Time, u"date-time"},
    {u"microtime", Type::MicroTime, u"date-time"},
    {u"quantity", Type::Quantity},
    {u"intorstring", Type::IntOrString, u"int-or-string"},
    {u"int32", Type::Integer, u"int32"},
    {u"int64", Type::Integer, u"int64"},
    {u"integer", Type::Integer},
    {u"number", Type::Number},
    {u"double", Type::Number, u"double"},
    {u"boolean", Type::Boolean},
    {u"any", Type::Any},
    {u"pod", Type::Any},
};

/// What stands in the parentheses of WORD(…); nothing: it is another word.
std::optional<QStringList> argumentsOf(const QString& word, QStringView name)
{
    if (!word.startsWith(name) || !word.endsWith(u')') || word.size() <= name.size() || word[name.size()] != u'(')
        return std::nullopt;
    return word.sliced(name.size() + 1, word.size() - name.size() - 2).split(u',');
}

QJsonValue literal(const QString& text, Type type)
{
    switch (type) {
    case Type::Integer:
    case Type::Number:
        return text.toLongLong();
    case Type::Boolean:
        return text == u"true";
    case Type::Any:
    case Type::Object:
    case Type::Map:
        return QJsonObject();
    case Type::List:
        return QJsonArray();
    case Type::String:
    case Type::Bytes:
    case Type::Time:
    case Type::MicroTime:
    case Type::Quantity:
    case Type::IntOrString:
        break;
    }
    return text == u"\"\"" ? QString() : text;
}

Schema::Presence presenceOf(const QString& marks, const Schema& schema)
{
    if (marks.contains(u'^'))
        return Schema::Presence::Always;
    if (marks.contains(u'~'))
        return Schema::Presence::Null;
    if (marks.contains(u'*') || schema.type == Type::Object || schema.type == Type::Any)
        return Schema::Presence::AsGiven;
    return Schema::Presence::Nonzero;
}

} // namespace

/// Reads the text in two passes, because types refer to later ones.
class TypeReader
{
public:
    explicit TypeReader(TypeLibrary& library)
        : m_library(library)
    {
    }

    void readNames(const QString& text)
    {
        forEachLine(text, [this](const QString& words, const QString& description, bool isField) {
            if (!isField)
                addType(words, description);
        });
    }

    void readFields(const QString& text)
    {
        forEachLine(text, [this](const QString& words, const QString& description, bool isField) {
            if (isField)
                addField(words, description);
            else
                m_current = m_mutable.value(m_package + words.section(u' ', 0, 0));
        });
        for (auto* type : std::as_const(m_mutable)) {
            std::sort(type->fields.begin(), type->fields.end(),
                      [](const Schema::Field& a, const Schema::Field& b) { return a.name < b.name; });
        }
    }

private:
    template <typename Visit>
    void forEachLine(const QString& text, const Visit& visit)
    {
        for (const auto& line : text.split(u'\n', Qt::SkipEmptyParts)) {
            const auto colon = line.indexOf(u" : "_s);
            const auto words = colon < 0 ? line : line.first(colon);
            if (words.startsWith(u"package "))
                m_package = words.section(u' ', 1) + u'.';
            else
                visit(words.trimmed(), colon < 0 ? QString() : line.sliced(colon + 3), line.startsWith(u' '));
        }
    }

    void addType(const QString& words, const QString& description)
    {
        const auto parts = words.split(u' ');
        Schema schema;
        schema.type = Type::Object;
        schema.name = m_package + parts.first();
        schema.description = description;
        schema.merge = parts.contains(u"atomic"_s) ? Schema::Merge::Atomic : Schema::Merge::Granular;
        auto& added = m_library.m_store.add(std::move(schema));
        m_mutable.insert(added.name, &added);
        m_library.m_types.insert(added.name, &added);
        m_byShortName.insert(parts.first(), &added);
    }

    void addField(const QString& words, const QString& description)
    {
        const auto parts = words.split(u' ');
        auto name = parts.first();
        QString marks;
        while (QStringView(u"!^~*").contains(name.back())) {
            marks += name.back();
            name.chop(1);
        }
        Schema::Field field;
        field.name = name;
        field.description = description;
        field.isRequired = marks.contains(u'!');
        Schema own;
        const auto* named = resolve(parts.at(1), own);
        for (const auto& word : parts.sliced(2))
            modify(word, field, own, named ? named->type : own.type);
        // A modifier of a named type would change it for everyone else: only owned schemas have any.
        field.schema = named ? named : &m_library.m_store.add(own);
        field.presence = presenceOf(marks, *field.schema);
        m_current->fields.push_back(field);
    }

    static void modify(const QString& word, Schema::Field& field, Schema& own, Type type)
    {
        if (word == u"set")
            own.merge = Schema::Merge::Set;
        else if (word == u"atomic")
            own.merge = Schema::Merge::Atomic;
        else if (word == u"retain")
            field.isPatchRetained = true;
        else if (word.startsWith(u'='))
            field.fallback = literal(word.sliced(1), type);
        else if (const auto keys = argumentsOf(word, u"map")) {
            own.merge = Schema::Merge::Keyed;
            own.keys = *keys;
        } else if (const auto values = argumentsOf(word, u"in")) {
            own.allowed.emplace();
            for (const auto& value : *values)
                own.allowed->append(literal(value, Type::String));
        } else if (const auto key = argumentsOf(word, u"patch"); key || word == u"patch") {
            field.isPatchMerged = true;
            field.patchMergeKey = key ? key->first() : QString();
        }
    }

    /// Null, and `own` filled in, unless the word is the name of a type.
    const Schema* resolve(const QString& word, Schema& own)
    {
        if (word.startsWith(u'[') || word.startsWith(u'{')) {
            own.type = word.startsWith(u'[') ? Type::List : Type::Map;
            if (own.type == Type::List)
                own.merge = Schema::Merge::Atomic;
            Schema item;
            const auto* named = resolve(word.sliced(1, word.size() - 2), item);
            own.items = named ? named : &m_library.m_store.add(item);
            return nullptr;
        }
        for (const auto& scalar : scalars) {
            if (scalar.word == word) {
                own.type = scalar.type;
                own.format = scalar.format.toString();
                return nullptr;
            }
        }
        const auto* near = m_library.m_types.value(m_package + word);
        return near ? near : m_byShortName.value(word);
    }

    TypeLibrary& m_library;
    QString m_package;
    Schema* m_current = nullptr;
    QHash<QString, Schema*> m_mutable;
    QHash<QString, const Schema*> m_byShortName;
};

TypeLibrary::TypeLibrary(const std::vector<QString>& texts)
{
    TypeReader reader(*this);
    for (const auto& text : texts)
        reader.readNames(text);
    for (const auto& text : texts)
        reader.readFields(text);
}

const TypeLibrary& builtInTypes()
{
    static const TypeLibrary library({
        QString::fromUtf8(metaTypes),
        QString::fromUtf8(coreTypes),
        QString::fromUtf8(podsTypes),
        QString::fromUtf8(podpartsTypes),
        QString::fromUtf8(volumesTypes),
        QString::fromUtf8(workloadsTypes),
        QString::fromUtf8(clusterTypes),
        QString::fromUtf8(extensionsTypes),
    });
    return library;
}

} // namespace sim::documents
