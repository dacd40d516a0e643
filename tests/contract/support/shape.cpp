#include "tests/contract/support/shape.h"

#include "core/sim/documents/body.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace contract {

namespace {

void collect(const QJsonValue& value, const QString& way, const QString& key, const Look& look, QStringList& shape)
{
    auto line = way + u": "_s + sim::documents::goWord(value);
    if (value.isString() && look.enumerations.contains(key))
        line += u" "_s + value.toString();
    if ((value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty()))
        line += u", empty"_s;
    shape += line;
    const auto object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const auto name = look.nameOf(member.key());
        collect(member.value(), way + u'.' + name, name, look, shape);
    }
    const auto array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto index = look.arrays == Look::Arrays::AsOne ? u"[]"_s : u"[%1]"_s.arg(i);
        collect(array.at(i), way + index, key, look, shape);
    }
}

} // namespace

QStringList shapeOf(const QJsonValue& document, const Look& look)
{
    QStringList shape;
    collect(document, {}, {}, look, shape);
    shape.sort();
    shape.removeDuplicates();
    return shape;
}

QString difference(const QStringList& practice, const QStringList& real, const QStringList& mayDiffer)
{
    const auto only = [&](const QStringList& mine, const QStringList& other) {
        QStringList lines;
        for (const auto& line : mine) {
            const auto begins = [&line](const QString& way) { return line.startsWith(way); };
            if (!other.contains(line) && std::ranges::none_of(mayDiffer, begins))
                lines += line;
        }
        return lines.join(u"\n  "_s);
    };
    const auto missing = only(real, practice);
    const auto tooMuch = only(practice, real);
    if (missing.isEmpty() && tooMuch.isEmpty())
        return {};
    return u"missing:\n  %1\ntoo much:\n  %2"_s.arg(missing, tooMuch);
}

} // namespace contract
