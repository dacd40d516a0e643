#include "core/flink/jsonreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <unordered_map>

using namespace Qt::StringLiterals;
using base::Error;
using simdjson::ondemand::json_type;

namespace flink::json {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(flink::Text)
};

constexpr size_t mostShared = 4096;       ///< entries; then the pool starts anew
constexpr size_t longestShared = 256;     ///< bytes
constexpr qsizetype keptMemory = 1 << 20; ///< bytes

json_type typeOf(Value value)
{
    json_type type{};
    check(value.type().get(type));
    return type;
}

/// One escape of a JSON string after its backslash; `rest` begins with the letter.
char16_t unescaped(std::string_view& rest)
{
    const char letter = rest.front();
    rest.remove_prefix(1);
    switch (letter) {
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    case 'u':
        break;
    default:
        return char16_t(uchar(letter));
    }
    unsigned unit = QChar::ReplacementCharacter;
    const size_t digits = std::min<size_t>(4, rest.size());
    std::from_chars(rest.data(), rest.data() + digits, unit, 16);
    rest.remove_prefix(digits);
    return char16_t(unit);
}

/// For strings that simdjson refuses: lone surrogates become U+FFFD instead of costing the whole text.
QString repaired(std::string_view token)
{
    QString out;
    token = token.substr(1, token.size() < 2 ? 0 : token.size() - 2);
    while (!token.empty()) {
        const size_t plain = std::min(token.find('\\'), token.size());
        out += QString::fromUtf8(token.data(), qsizetype(plain));
        token.remove_prefix(plain);
        if (token.size() < 2)
            break;
        token.remove_prefix(1);
        out += QChar(unescaped(token));
    }
    for (qsizetype i = 0; i < out.size(); ++i) {
        if (out[i].isHighSurrogate() && i + 1 < out.size() && out[i + 1].isLowSurrogate())
            ++i;
        else if (out[i].isSurrogate())
            out[i] = QChar::ReplacementCharacter;
    }
    return out;
}

std::optional<qint64> integerOf(std::string_view digits)
{
    qint64 exact = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, exact);
    if (error == std::errc() && stop == end)
        return exact;
    double close = 0;
    const auto [stopped, failed] = std::from_chars(digits.data(), end, close);
    if (failed != std::errc() || stopped != end || !(std::abs(close) < 0x1p63))
        return {};
    return qint64(close);
}

/// Two to nine decimal digits at a fixed place; -1: there are none.
int digitsAt(std::string_view text, size_t position, size_t count)
{
    int value = 0;
    for (size_t i = position; i < position + count; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/// "+09:00", "-0330" or "Z" in seconds; a missing zone means UTC.
int offsetOf(std::string_view zone)
{
    if (zone.size() < 5 || (zone[0] != '+' && zone[0] != '-'))
        return 0;
    const int hours = std::max(0, digitsAt(zone, 1, 2));
    const int minutes = std::max(0, digitsAt(zone, zone[3] == ':' ? 4 : 3, 2));
    return (zone[0] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

/// "2026-11-21T13:57:58.521331794Z"; written by hand because QDateTime's parser is the slowest part of a long list.
QDateTime timeOf(std::string_view text)
{
    const int year = digitsAt(text, 0, 4), month = digitsAt(text, 5, 2), day = digitsAt(text, 8, 2);
    const int hour = digitsAt(text, 11, 2), minute = digitsAt(text, 14, 2), second = digitsAt(text, 17, 2);
    const QDate date(year, month, day);
    if (!date.isValid() || text[4] != '-' || text[7] != '-' || hour < 0 || hour > 23 || minute < 0 || minute > 59 ||
        second < 0 || second > 60)
        return {};
    qint64 milliseconds = 0;
    size_t end = 19;
    if (text.size() > end && text[end] == '.') {
        const size_t fraction = ++end;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9')
            ++end;
        for (size_t i = 0; i < 3; ++i)
            milliseconds = milliseconds * 10 + (fraction + i < end ? text[fraction + i] - '0' : 0);
    }
    const qint64 days = date.toJulianDay() - 2440588; // 1970-01-01
    const qint64 seconds = days * 86400 + hour * 3600 + minute * 60 + second - offsetOf(text.substr(end));
    return QDateTime::fromMSecsSinceEpoch(seconds * 1000 + milliseconds, Qt::UTC);
}

QDateTime timeOf(qint64 milliseconds)
{
    return milliseconds > 0 ? QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC) : QDateTime();
}

struct Hash : std::hash<std::string_view>
{
    using is_transparent = void;
};

} // namespace

std::string_view raw(Value value)
{
    std::string_view token = value.raw_json_token();
    while (!token.empty() && std::strchr(" \t\r\n", token.back()))
        token.remove_suffix(1);
    return token;
}

std::string_view view(Value value)
{
    std::string_view utf8;
    if (typeOf(value) != json_type::string || value.get_string().get(utf8) != simdjson::SUCCESS)
        return {};
    return utf8;
}

QString text(Value value)
{
    switch (typeOf(value)) {
    case json_type::string: {
        const std::string_view token = raw(value);
        std::string_view utf8;
        if (value.get_string().get(utf8) != simdjson::SUCCESS)
            return repaired(token);
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    }
    case json_type::number:
    case json_type::boolean: {
        const std::string_view token = raw(value);
        return QString::fromUtf8(token.data(), qsizetype(token.size()));
    }
    case json_type::null:
    case json_type::object:
    case json_type::array:
        break;
    }
    return {};
}

QString shared(std::string_view utf8)
{
    thread_local std::unordered_map<std::string, QString, Hash, std::equal_to<>> pool;
    const auto fresh = [&] { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); };
    if (utf8.empty() || utf8.size() > longestShared)
        return fresh();
    if (const auto known = pool.find(utf8); known != pool.end())
        return known->second;
    if (pool.size() >= mostShared)
        pool.clear();
    return pool.emplace(utf8, fresh()).first->second;
}

QString sharedText(Value value)
{
    if (typeOf(value) != json_type::string)
        return text(value);
    const std::string_view token = raw(value);
    std::string_view utf8;
    if (value.get_string().get(utf8) != simdjson::SUCCESS)
        return repaired(token);
    return shared(utf8);
}

qint64 integer(Value value, qint64 otherwise)
{
    switch (typeOf(value)) {
    case json_type::number:
        return integerOf(raw(value)).value_or(otherwise);
    case json_type::string:
        return integerOf(view(value)).value_or(otherwise);
    case json_type::boolean:
    case json_type::null:
    case json_type::object:
    case json_type::array:
        break;
    }
    return otherwise;
}

int number(Value value, int otherwise)
{
    using Limits = std::numeric_limits<int>;
    return int(std::clamp<qint64>(integer(value, otherwise), Limits::min(), Limits::max()));
}

bool truth(Value value, bool otherwise)
{
    const json_type type = typeOf(value);
    const std::string_view token = type == json_type::string ? view(value) : raw(value);
    return token == "true" ? true : token == "false" ? false : otherwise;
}

QDateTime time(Value value)
{
    const json_type type = typeOf(value);
    if (type == json_type::number)
        return timeOf(integerOf(raw(value)).value_or(0));
    const std::string_view written = type == json_type::string ? view(value) : std::string_view();
    if (const auto milliseconds = integerOf(written))
        return timeOf(*milliseconds);
    return timeOf(written);
}

QStringList texts(Value value)
{
    QStringList all;
    eachElement(value, [&](Value element) { all += sharedText(element); });
    return all;
}

simdjson::ondemand::object Buffers::open(std::string_view bytes)
{
    m_padded.resize(qsizetype(bytes.size() + simdjson::SIMDJSON_PADDING));
    char* copy = m_padded.data();
    std::ranges::copy(bytes, copy);
    std::memset(copy + bytes.size(), 0, simdjson::SIMDJSON_PADDING);
    check(m_parser.iterate(copy, bytes.size(), size_t(m_padded.size())).get(m_document));
    simdjson::ondemand::object root;
    check(m_document.get_object().get(root));
    return root;
}

void Buffers::tidy()
{
    if (m_padded.size() <= keptMemory)
        return;
    m_parser = simdjson::ondemand::parser();
    m_padded = QByteArray();
}

Buffers& buffers(Nesting nesting)
{
    thread_local Buffers outer, inner;
    return nesting == Nesting::Outer ? outer : inner;
}

Error malformedError(simdjson::error_code code)
{
    Error error;
    error.kind = Error::Kind::Decode;
    error.message = Text::tr("The server sent an object that is not valid JSON.");
    error.detail = QString::fromLatin1(simdjson::error_message(code));
    return error;
}

} // namespace flink::json
