#include "core/snapshot/javaobject.h"

#include <QList>

namespace snapshot {

namespace {

// java.io.ObjectStreamConstants.
constexpr quint16 magic = 0xACED;
constexpr quint16 version = 5;
constexpr qint32 firstHandle = 0x7E0000;
constexpr quint8 null = 0x70;
constexpr quint8 reference = 0x71;
constexpr quint8 classDescription = 0x72;
constexpr quint8 object = 0x73;
constexpr quint8 string = 0x74;
constexpr quint8 array = 0x75;
constexpr quint8 blockData = 0x77;
constexpr quint8 endOfBlock = 0x78;
constexpr quint8 longBlockData = 0x7A;
constexpr quint8 longString = 0x7C;
constexpr quint8 enumeration = 0x7E;
constexpr quint8 hasWriteMethod = 1;

constexpr int deepest = 32;
/// What one thing in memory takes, roughly.
constexpr qint64 memoryOfOne = 256;

/// A class as it is described in the stream.
struct Class
{
    struct Field
    {
        char type = 0; ///< of a descriptor: B C D F I J S Z, L or [
        QString name;
    };

    QString name;
    quint8 flags = 0;
    QList<Field> fields;
    qsizetype parent = -1; ///< index of its superclass; -1: none
};

/// What a later reference may mean.
struct Handle
{
    qsizetype classIndex = -1;
    JavaValue value; ///< without fields
};

class Reader
{
public:
    explicit Reader(ByteReader& in)
        : m_in(in)
    {
    }

    JavaValue value(int depth);

private:
    qsizetype describedClass(int depth);
    qsizetype newClass(int depth);
    JavaValue newObject(int depth);
    JavaValue newEnum(int depth);
    JavaValue newArray(int depth);
    JavaValue newText(qint64 length);
    void readFields(const Class& of, JavaValue& value, int depth);
    void readPrimitive(char type);
    void readAnnotations(int depth);
    const Handle* referred();
    qsizetype remember(Handle handle);
    bool isTooDeep(int depth);
    void refuse(quint8 tag) { m_in.failAt(m_in.offset() - 1, Fault::Kind::Tag, tag); }

    ByteReader& m_in;
    QList<Class> m_classes;
    std::vector<Handle> m_handles;
};

bool Reader::isTooDeep(int depth)
{
    if (depth > deepest)
        m_in.fail(Fault::Kind::Depth, 0, deepest);
    return !m_in.isGood();
}

qsizetype Reader::remember(Handle handle)
{
    if (m_in.keep(memoryOfOne))
        m_handles.push_back(std::move(handle));
    return qsizetype(m_handles.size()) - 1;
}

const Handle* Reader::referred()
{
    const qint64 begin = m_in.offset();
    const qint64 index = qint64(m_in.i32()) - firstHandle;
    if (index >= 0 && index < qint64(m_handles.size()))
        return &m_handles[size_t(index)];
    m_in.failAt(begin, Fault::Kind::Value, index);
    return nullptr;
}

JavaValue Reader::value(int depth)
{
    if (isTooDeep(depth))
        return {};
    const quint8 tag = m_in.u8();
    switch (tag) {
    case null:
        return {};
    case reference: {
        const Handle* handle = referred();
        return handle ? handle->value : JavaValue{};
    }
    case object:
        return newObject(depth);
    case enumeration:
        return newEnum(depth);
    case array:
        return newArray(depth);
    case string:
        return newText(m_in.u16());
    case longString:
        return newText(m_in.i64());
    default:
        refuse(tag);
        return {};
    }
}

/// Index of a class that is described here or was before; -1: none.
qsizetype Reader::describedClass(int depth)
{
    if (isTooDeep(depth))
        return -1;
    const quint8 tag = m_in.u8();
    if (tag == classDescription)
        return newClass(depth);
    if (tag == reference) {
        const Handle* handle = referred();
        return handle ? handle->classIndex : -1;
    }
    if (tag != null)
        refuse(tag);
    return -1;
}

qsizetype Reader::newClass(int depth)
{
    Class described;
    described.name = QString::fromUtf8(m_in.text());
    m_in.i64(); // serialVersionUID
    const qsizetype index = m_classes.size();
    m_classes.append(described);
    remember({index, {JavaValue::Kind::Other, {}, {}, {}}});
    described.flags = m_in.u8();
    const int count = m_in.u16();
    for (int i = 0; i < count && m_in.isGood(); ++i) {
        const char type = char(m_in.u8());
        described.fields.append({type, QString::fromUtf8(m_in.text())});
        m_in.keep(memoryOfOne);
        if (type == 'L' || type == '[')
            value(depth + 1); // the name of the field's class
    }
    readAnnotations(depth + 1);
    described.parent = describedClass(depth + 1);
    m_classes[index] = described;
    return index;
}

JavaValue Reader::newObject(int depth)
{
    const qint64 begin = m_in.offset();
    const qsizetype index = describedClass(depth + 1);
    if (index < 0) {
        m_in.failAt(begin, Fault::Kind::Value);
        return {};
    }
    JavaValue made{JavaValue::Kind::Object, m_classes[index].name, {}, {}};
    remember({-1, made});
    QList<qsizetype> ancestry;
    // As deep as they may be: a class can be made to be its own ancestor.
    for (qsizetype at = index; at >= 0 && m_in.isGood(); at = m_classes[at].parent) {
        ancestry.prepend(at);
        if (ancestry.size() > deepest)
            m_in.fail(Fault::Kind::Depth, 0, deepest);
    }
    for (const qsizetype at : std::as_const(ancestry)) {
        if (!m_in.isGood())
            break;
        const Class of = m_classes[at];
        readFields(of, made, depth);
        if (of.flags & hasWriteMethod)
            readAnnotations(depth + 1);
    }
    return made;
}

JavaValue Reader::newEnum(int depth)
{
    const qint64 begin = m_in.offset();
    const qsizetype index = describedClass(depth + 1);
    if (index < 0) {
        m_in.failAt(begin, Fault::Kind::Value);
        return {};
    }
    const qsizetype handle = remember({});
    JavaValue made{JavaValue::Kind::Enum, m_classes[index].name, value(depth + 1).text, {}};
    if (m_in.isGood())
        m_handles[size_t(handle)].value = made;
    return made;
}

JavaValue Reader::newArray(int depth)
{
    const qint64 begin = m_in.offset();
    const qsizetype index = describedClass(depth + 1);
    const QString name = index < 0 ? QString() : m_classes[index].name;
    if (name.size() < 2) {
        m_in.failAt(begin, Fault::Kind::Value);
        return {};
    }
    remember({-1, {JavaValue::Kind::Other, name, {}, {}}});
    const char type = name.at(1).toLatin1();
    const qint64 count = m_in.count(1);
    for (qint64 i = 0; i < count && m_in.isGood(); ++i) {
        if (type == 'L' || type == '[')
            value(depth + 1);
        else
            readPrimitive(type);
    }
    return {JavaValue::Kind::Other, name, {}, {}};
}

JavaValue Reader::newText(qint64 length)
{
    JavaValue made{JavaValue::Kind::Text, {}, QString::fromUtf8(m_in.shortText(length)), {}};
    remember({-1, made});
    return made;
}

void Reader::readFields(const Class& of, JavaValue& made, int depth)
{
    for (const Class::Field& field : of.fields) {
        if (!m_in.isGood())
            return;
        if (field.type != 'L' && field.type != '[')
            readPrimitive(field.type);
        else if (m_in.keep(memoryOfOne))
            made.fields.push_back({field.name, value(depth + 1)});
    }
}

void Reader::readPrimitive(char type)
{
    switch (type) {
    case 'B':
    case 'Z':
        return m_in.skip(1);
    case 'C':
    case 'S':
        return m_in.skip(2);
    case 'F':
    case 'I':
        return m_in.skip(4);
    case 'D':
    case 'J':
        return m_in.skip(8);
    default:
        m_in.fail(Fault::Kind::Value, type);
    }
}

/// What a class wrote beside its fields, to its end.
void Reader::readAnnotations(int depth)
{
    while (m_in.isGood()) {
        const quint8 tag = m_in.peek();
        if (tag == endOfBlock) {
            m_in.skip(1);
            return;
        }
        if (tag == blockData || tag == longBlockData) {
            m_in.skip(1);
            m_in.skip(tag == blockData ? m_in.u8() : m_in.i32());
        } else {
            value(depth);
        }
    }
}

} // namespace

const JavaValue& JavaValue::field(QStringView name) const
{
    static const JavaValue none;
    for (const JavaField& each : fields) {
        if (each.name == name)
            return each.value;
    }
    return none;
}

JavaValue readJavaObject(ByteReader& in)
{
    const qint64 begin = in.offset();
    const quint16 first = in.u16();
    const quint16 second = in.u16();
    if (first != magic || second != version)
        in.failAt(begin, Fault::Kind::Value, qint64(first) << 16 | second);
    return in.isGood() ? Reader(in).value(0) : JavaValue{};
}

} // namespace snapshot
