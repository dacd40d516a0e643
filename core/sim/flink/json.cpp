#include "core/sim/flink/json.h"

#include <array>
#include <charconv>
#include <cmath>

namespace sim::flink {

Json& Json::object()
{
    return open('{');
}

Json& Json::array()
{
    return open('[');
}

Json& Json::end()
{
    m_bytes += m_closers.back();
    m_closers.chop(1);
    m_first = false;
    return *this;
}

Json& Json::key(QStringView name)
{
    separate();
    m_bytes += '"';
    m_bytes += name.toUtf8();
    m_bytes += "\":";
    m_first = true;
    return *this;
}

Json& Json::value(double number)
{
    return std::isnan(number) ? raw("\"NaN\"") : raw(javaDouble(number));
}

Json& Json::value(QStringView text)
{
    separate();
    m_bytes += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            m_bytes += '\\', m_bytes += c;
        else if (c == '\n')
            m_bytes += "\\n";
        else if (c == '\t')
            m_bytes += "\\t";
        else if (code < 0x20)
            m_bytes += "\\u00" + QByteArray::number(code, 16).rightJustified(2, '0');
        else
            m_bytes += c;
    }
    m_bytes += '"';
    m_first = false;
    return *this;
}

Json& Json::raw(const QByteArray& json)
{
    separate();
    m_bytes += json;
    m_first = false;
    return *this;
}

Json& Json::open(char bracket)
{
    separate();
    m_bytes += bracket;
    m_closers += bracket == '{' ? '}' : ']';
    m_first = true;
    return *this;
}

void Json::separate()
{
    if (!m_first)
        m_bytes += ',';
    m_first = true;
}

QByteArray javaDouble(double number)
{
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number > 0 ? "Infinity" : "-Infinity";
    if (number == 0)
        return "0.0";
    const double size = std::abs(number);
    const bool plain = size >= 1e-3 && size < 1e7;
    std::array<char, 400> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                       plain ? std::chars_format::fixed : std::chars_format::scientific);
    QByteArray text(buffer.data(), written.ptr - buffer.data());
    if (plain)
        return text.contains('.') ? text : text + ".0";
    const qsizetype e = text.indexOf('e');
    QByteArray mantissa = text.left(e);
    if (!mantissa.contains('.'))
        mantissa += ".0";
    return mantissa + 'E' + QByteArray::number(text.mid(e + 1).toInt());
}

} // namespace sim::flink
