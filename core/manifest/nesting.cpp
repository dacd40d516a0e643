#include "core/manifest/nesting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

using Form = NestingFrame::Form;
using Kind = Shape::Kind;

// What speaks against a place. Two places whose prices differ by less than what an unknown key costs are both possible.
constexpr double perLevel = 0.1;    ///< the innermost of equal places wins
constexpr double freeKey = 0.5;     ///< a map takes any key
constexpr double anyKey = 1;        ///< nobody knows what it takes
constexpr double wantedOutside = 2; ///< a free key that is a field of something around it
constexpr double emptyObject = 4;   ///< "spec:" with nothing in it
constexpr double emptyAny = 1.5;
constexpr double strangeConfig = 5; ///< no key of Flink looks like that
constexpr double leavesBlock = 3;   ///< a text goes on unless something speaks against it
constexpr double incomplete = 3;    ///< an item without what every such item has
constexpr double wrongValue = 6;
constexpr double unknownField = 8;
constexpr double standsTwice = 12;

const Shape anything;

bool isOf(const Shape& shape, std::initializer_list<Kind> kinds)
{
    return std::find(kinds.begin(), kinds.end(), shape.kind) != kinds.end();
}

bool isWord(const QString& value)
{
    return value == u"true" || value == u"false";
}

bool isNumber(const QString& value)
{
    bool isNumber = false;
    value.toDouble(&isNumber);
    return isNumber;
}

/// Names that requests and limits know.
bool isResource(const QString& key)
{
    return key == u"cpu" || key == u"memory" || key == u"storage" || key == u"ephemeral-storage" || key == u"pods" ||
           key.startsWith(u"hugepages-") || key.contains(u'/');
}

/// What makes no sense without one of these keys.
QStringList neededIn(const QString& type)
{
    static const QHash<QString, QStringList> needed{
        {u"VolumeMount"_s, {u"mountPath"_s}}, {u"ContainerPort"_s, {u"containerPort"_s}},
        {u"ServicePort"_s, {u"port"_s}},      {u"EnvVar"_s, {u"value"_s, u"valueFrom"_s}},
        {u"KeyToPath"_s, {u"path"_s}},        {u"PolicyRule"_s, {u"verbs"_s}},
        {u"MetricSpec"_s, {u"type"_s}},       {u"AlertingRule"_s, {u"expr"_s}}};
    return needed.value(type);
}

/// "horizontalPodAutoscaler" is no field of anything, but everybody knows what it holds.
QString typeOf(const QString& key)
{
    return key.isEmpty() ? QString() : key.front().toUpper() + key.sliced(1) + u"Spec"_s;
}

} // namespace

Nesting::Nesting(const RebuildBasis& basis)
    : m_catalogue(basis.catalogue)
    , m_schema(*Schema::bundled())
    , m_operatorMinor(basis.operatorMinor)
    , m_root(basis.root)
{
    NestingFrame root;
    root.form = Form::Map;
    root.shape = &m_root;
    m_frames.push_back(root);
}

size_t Nesting::hashOf(int index) const
{
    const NestingFrame& own = frame(index);
    return qHashMulti(own.parentsHash, own.line, int(own.form), own.usedSum, own.count);
}

QString Nesting::pathOf(int index) const
{
    QString path;
    for (int at = index; frame(at).parent >= 0; at = frame(at).parent) {
        const QString& name = frame(at).name;
        path.prepend(path.isEmpty() || path.startsWith(u'[') ? name : name + u'.');
    }
    return path;
}

bool Nesting::hasKey(const NestingFrame& frame, const QString& key) const
{
    const size_t hash = qHash(key);
    for (int at = frame.used; at >= 0; at = m_used[static_cast<size_t>(at)].before) {
        const Used& used = m_used[static_cast<size_t>(at)];
        if (used.hash == hash && used.key == key)
            return true;
    }
    return false;
}

const Field* Nesting::fieldIn(const Shape& holder, const QString& key) const
{
    return holder.kind == Kind::Object ? m_schema.field(holder.type, key, m_operatorMinor) : nullptr;
}

const Shape& Nesting::shapeIn(const Shape& holder, const QString& key) const
{
    if (key == u"<<")
        return holder;
    if (const Field* field = fieldIn(holder, key))
        return field->shape;
    if (holder.kind == Kind::Map)
        return *holder.item;
    const auto known = m_namedShapes.find(key);
    if (known != m_namedShapes.end())
        return known->second;
    const QString type = typeOf(key);
    return m_namedShapes.emplace(key, m_schema.hasType(type) ? Shape{Kind::Object, type, {}, {}} : Shape{})
        .first->second;
}

/// 0: such a value may stand there.
double Nesting::valueCost(const Shape& shape, const PastedLine& line)
{
    if (shape.kind == Kind::Any || line.value.startsWith(u'*'))
        return 0;
    const bool isCollection = isOf(shape, {Kind::Object, Kind::List, Kind::Map});
    if (line.opens)
        return isCollection ? 0 : line.kind == PastedLine::Kind::Item ? 1 : wrongValue;
    if (line.isBlock)
        return shape.kind == Kind::String ? 0 : wrongValue;
    if (line.value.startsWith(u'['))
        return shape.kind == Kind::List ? 0 : wrongValue;
    if (line.value.startsWith(u'{'))
        return isOf(shape, {Kind::Object, Kind::Map}) ? 0 : wrongValue;
    if (isCollection)
        return line.value == u"null" || line.value == u"~" ? freeKey : wrongValue;
    if (shape.kind == Kind::Integer || shape.kind == Kind::Number)
        return isNumber(line.value) ? 0 : 1; // "1000m" is a frequent slip
    return shape.kind == Kind::Boolean && !isWord(line.value) ? 1 : 0;
}

/// Whether something around the frame has such a field, and not yet.
bool Nesting::isWantedOutside(int index, const PastedLine& line) const
{
    for (int at = frame(index).parent; at >= 0; at = frame(at).parent) {
        const Field* field = fieldIn(*frame(at).shape, line.key);
        if (field && valueCost(field->shape, line) == 0 && !hasKey(frame(at), line.key))
            return true;
    }
    return false;
}

Nesting::Price Nesting::configPrice(const NestingFrame& frame, const PastedLine& line) const
{
    const QString key = frame.prefix + line.key;
    if (line.opens)
        return m_catalogue.isGroup(key)       ? Price{perLevel, {}}
               : m_catalogue.isKnownName(key) ? Price{emptyAny, {}}
                                              : Price{wrongValue, Unsure::Why::WrongValue};
    if (m_catalogue.isKnownName(key) || (frame.prefix.isEmpty() && isOpenPrefix(key)))
        return {};
    if (!frame.prefix.isEmpty())
        return {leavesBlock, {}};
    if (line.key.contains(u'.') || line.key == u"<<")
        return {freeKey, {}};
    return {strangeConfig, Unsure::Why::UnknownField};
}

Nesting::Price Nesting::fieldPrice(int index, const PastedLine& line) const
{
    const NestingFrame& own = frame(index);
    if (own.isConfig)
        return configPrice(own, line);
    if (line.key == u"<<")
        return {};
    const double value = valueCost(shapeIn(*own.shape, line.key), line);
    const auto why = value >= wrongValue ? std::optional(Unsure::Why::WrongValue) : std::nullopt;
    const double outside = isWantedOutside(index, line) ? wantedOutside : 0;
    switch (own.shape->kind) {
    case Kind::Object:
        if (!m_schema.hasType(own.shape->type))
            return {anyKey + outside, {}};
        if (!fieldIn(*own.shape, line.key))
            return {unknownField, Unsure::Why::UnknownField};
        return {value, why};
    case Kind::Map: {
        const bool isStrange = own.shape->item->kind == Kind::Quantity && !isResource(line.key);
        return {value + outside + (isStrange ? emptyObject : freeKey), why};
    }
    case Kind::Any:
        return {anyKey + outside, {}};
    default:
        return {wrongValue, Unsure::Why::WrongValue};
    }
}

Nesting::Price Nesting::keyPrice(int index, const PastedLine& line, bool leaves) const
{
    const NestingFrame& own = frame(index);
    Price price = fieldPrice(index, line);
    if (leaves && !fieldIn(*own.shape, line.key) && !line.isBlock)
        price.cost += leavesBlock;
    if (line.key != u"<<" && hasKey(own, line.key))
        return {standsTwice + price.cost, Unsure::Why::StandsTwice};
    return price;
}

Nesting::Price Nesting::itemPrice(int index, const PastedLine& line) const
{
    const NestingFrame& own = frame(index);
    const bool isList = own.form == Form::List || isOf(*own.shape, {Kind::List, Kind::Any});
    const double cost = isList ? 0 : wrongValue;
    const auto why = isList ? std::nullopt : std::optional(Unsure::Why::WrongValue);
    const Shape& item = own.shape->kind == Kind::List ? *own.shape->item : anything;
    if (line.key.isEmpty()) {
        const double value = valueCost(item, line);
        return {cost + value, value >= wrongValue ? Unsure::Why::WrongValue : why};
    }
    if (!isOf(item, {Kind::Object, Kind::Map, Kind::Any}))
        return {cost + wrongValue, Unsure::Why::WrongValue};
    const bool isKnown = item.kind != Kind::Object || m_schema.field(item.type, line.key, m_operatorMinor);
    if (!isKnown)
        return {cost + unknownField, Unsure::Why::UnknownField};
    return {cost + valueCost(shapeIn(item, line.key), line), why};
}

Nesting::Price Nesting::textPrice(int index, const PastedLine& line) const
{
    if (line.kind != PastedLine::Kind::Key)
        return {};
    const int holder = frame(index).parent;
    const bool isSibling = line.isBlock && holder >= 0 && frame(holder).shape->kind == Kind::Map;
    return {isSibling || isWantedOutside(index, line) ? strangeConfig : 0, {}};
}

Nesting::Price Nesting::closingPrice(int index) const
{
    const NestingFrame& own = frame(index);
    if (own.form == Form::Map && own.shape->kind == Kind::Object) {
        const QStringList needed = neededIn(own.shape->type);
        const bool isWhole =
            needed.isEmpty() || hasKey(own, u"<<"_s) ||
            std::any_of(needed.begin(), needed.end(), [&](const QString& key) { return hasKey(own, key); });
        return {isWhole ? perLevel : incomplete, {}};
    }
    if (own.form != Form::Unset)
        return {perLevel, {}};
    return {perLevel + (own.shape->kind == Kind::Any ? emptyAny : emptyObject), {}};
}

int Nesting::push(NestingFrame frame)
{
    m_frames.push_back(std::move(frame));
    return static_cast<int>(m_frames.size()) - 1;
}

NestingFrame Nesting::withUsed(NestingFrame frame, const QString& key)
{
    const size_t hash = qHash(key);
    m_used.push_back({hash, key, frame.used});
    frame.used = static_cast<int>(m_used.size()) - 1;
    frame.usedSum += hash | 1;
    ++frame.count;
    return frame;
}

/// What a key or a dash opens, or the frame itself where its value stands beside it.
int Nesting::opened(const NestingFrame& parent, int parentIndex, const PastedLine& line, int number, const Shape* shape)
{
    if (!line.opens && !line.isBlock)
        return parentIndex;
    NestingFrame child;
    child.parent = parentIndex;
    child.form = line.isBlock ? Form::Block : Form::Unset;
    child.shape = shape;
    child.name = line.key;
    child.line = number;
    child.column = parent.column + 2;
    child.listColumn = parent.column;
    child.isConfig = parent.isConfig || line.key == u"flinkConfiguration";
    if (parent.isConfig)
        child.prefix = parent.prefix + line.key + u'.';
    child.parentsHash = hashOf(parentIndex);
    return push(std::move(child));
}

int Nesting::withKey(int index, const PastedLine& line, int number)
{
    NestingFrame own = withUsed(frame(index), line.key);
    own.form = Form::Map;
    const Shape* shape = own.isConfig ? &anything : &shapeIn(*own.shape, line.key);
    const int taken = push(own);
    return opened(own, taken, line, number, shape);
}

int Nesting::withItem(int index, const PastedLine& line, int number)
{
    NestingFrame list = frame(index);
    list.form = Form::List;
    const int place = list.count++;
    const int taken = push(list);
    const bool holdsText = line.key.isEmpty() && !line.opens && !line.isBlock;
    if (holdsText)
        return taken;
    NestingFrame item;
    item.parent = taken;
    item.shape = list.shape->kind == Kind::List ? list.shape->item.get() : &anything;
    item.form = line.key.isEmpty() ? (line.isBlock ? Form::Block : Form::Unset) : Form::Map;
    item.name = u"[%1]"_s.arg(place);
    item.line = number;
    item.column = list.listColumn + line.keyColumn;
    item.listColumn = item.column;
    item.parentsHash = hashOf(taken);
    const int own = push(item);
    return line.key.isEmpty() ? own : withKey(own, line, number);
}

int Nesting::withText(int index)
{
    NestingFrame block = frame(index);
    ++block.count;
    return push(std::move(block));
}

} // namespace manifest
