#include "core/sim/api/query.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

QString decoded(QByteArray text)
{
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

} // namespace

Query::Query(const QByteArray& text)
{
    for (const auto& pair : text.split('&')) {
        if (pair.isEmpty())
            continue;
        const auto equals = pair.indexOf('=');
        const auto name = decoded(equals < 0 ? pair : pair.first(equals));
        m_values[name] += equals < 0 ? QString() : decoded(pair.sliced(equals + 1));
    }
}

QString Query::value(const QString& name) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? QString() : found->second.first();
}

QStringList Query::values(const QString& name) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? QStringList() : found->second;
}

bool Query::isSet(const QString& name) const
{
    if (!contains(name))
        return false;
    const auto text = value(name).toLower();
    return text != u"false" && text != u"0" && !(text.isEmpty() && name != u"watch" && name != u"follow");
}

} // namespace sim
