#include "core/manifest/schema.h"

#include "core/manifest/distance.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

QStringList linesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the schemas are not part of the program");
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

Shape shapeOf(const QString& text)
{
    using Kind = Shape::Kind;
    static const QHash<QString, Kind> scalars{{u"any"_s, Kind::Any},
                                              {u"string"_s, Kind::String},
                                              {u"integer"_s, Kind::Integer},
                                              {u"number"_s, Kind::Number},
                                              {u"boolean"_s, Kind::Boolean},
                                              {u"quantity"_s, Kind::Quantity},
                                              {u"intOrString"_s, Kind::IntOrString}};
    const QString head = text.section(u':', 0, 0), rest = text.section(u':', 1);
    if (head == u"object")
        return {Kind::Object, rest, {}, {}};
    if (head == u"list" || head == u"map")
        return {head == u"list" ? Kind::List : Kind::Map, {}, std::make_shared<const Shape>(shapeOf(rest)), {}};
    return {scalars.value(head, Kind::Any), {}, {}, {}};
}

bool holds(const Field& field, int operatorMinor)
{
    return field.first <= operatorMinor && (field.last == 0 || operatorMinor <= field.last);
}

} // namespace

QString wordOf(const Shape& shape)
{
    switch (shape.kind) {
    case Shape::Kind::String:
        return u"string"_s;
    case Shape::Kind::Integer:
        return u"integer"_s;
    case Shape::Kind::Number:
        return u"number"_s;
    case Shape::Kind::Boolean:
        return u"boolean"_s;
    case Shape::Kind::Quantity:
        return u"Quantity"_s;
    case Shape::Kind::IntOrString:
        return u"IntOrString"_s;
    case Shape::Kind::Object:
        return shape.type.contains(u'.') ? u"object"_s : shape.type;
    case Shape::Kind::List:
        return shape.item ? u"[]%1"_s.arg(wordOf(*shape.item)) : u"[]"_s;
    case Shape::Kind::Map:
        return shape.item ? u"map[string]%1"_s.arg(wordOf(*shape.item)) : u"map"_s;
    case Shape::Kind::Any:
        break;
    }
    return {};
}

std::shared_ptr<const Schema> Schema::bundled()
{
    static const std::shared_ptr<const Schema> schema = [] {
        auto made = std::make_shared<Schema>(ofCore());
        for (const QString& line : linesOf(u":/schemas/flink.tsv"_s))
            made->readFlink(line);
        return made;
    }();
    return schema;
}

Schema Schema::ofCore()
{
    Schema schema;
    for (const QString& table : {u":/schemas/core.tsv"_s, u":/schemas/companions.tsv"_s}) {
        for (const QString& line : linesOf(table))
            schema.readCore(line);
    }
    return schema;
}

void Schema::readFlink(const QString& line)
{
    const QStringList cells = line.split(u'\t');
    Field field{cells.value(1), shapeOf(cells.value(2)), cells.value(3).toInt(), cells.value(4).toInt()};
    field.shape.values = cells.value(5).split(u' ', Qt::SkipEmptyParts);
    m_types[cells.value(0)].append(field);
}

void Schema::readCore(const QString& line)
{
    const QStringList fields = line.section(u'\t', 1).split(u' ', Qt::SkipEmptyParts);
    for (const QString& field : fields)
        m_types[line.section(u'\t', 0, 0)].append({field.section(u'=', 0, 0), shapeOf(field.section(u'=', 1)), 0, 0});
}

const Field* Schema::field(const QString& type, const QString& name, int operatorMinor) const
{
    const auto fields = m_types.constFind(type);
    if (fields == m_types.cend())
        return nullptr;
    const auto found = std::find_if(fields->begin(), fields->end(), [&](const Field& field) {
        return field.name == name && holds(field, operatorMinor);
    });
    return found == fields->end() ? nullptr : &*found;
}

int Schema::firstRelease(const QString& type, const QString& name) const
{
    const QList<Field> fields = m_types.value(type);
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == name; });
    return found == fields.end() ? 0 : found->first;
}

QStringList Schema::fields(const QString& type, int operatorMinor) const
{
    QStringList names;
    const QList<Field> fields = m_types.value(type);
    for (const Field& field : fields) {
        if (holds(field, operatorMinor))
            names.append(field.name);
    }
    names.sort();
    return names;
}

QStringList Schema::values(const Shape& shape, int operatorMinor)
{
    QStringList values;
    for (const QString& value : shape.values) {
        if (value.section(u'@', 1).toInt() <= operatorMinor)
            values.append(value.section(u'@', 0, 0));
    }
    return values;
}

QString nearestOf(const QString& word, const QStringList& words)
{
    // Case is the most frequent slip; half of a word is another word.
    int least = std::max(2, static_cast<int>(word.size()) / 2);
    QString nearest;
    for (const QString& other : words) {
        const int away = distance(word.toLower(), other.toLower(), least);
        if (away < least) {
            least = away;
            nearest = other;
        }
    }
    return nearest;
}

} // namespace manifest
