#pragma once

#include <QByteArray>
#include <QStringView>

#include <concepts>

namespace sim::flink {

/// Writes JSON as Flink's Jackson does: fields in the order they are given, whole doubles with ".0", NaN as a string.
/// QJsonObject sorts its keys and forgets whether a number was whole.
class Json
{
public:
    Json& object();
    Json& array();
    /// Closes the innermost object or array.
    Json& end();
    Json& key(QStringView name);

    template <std::integral T>
    Json& value(T number)
    {
        if constexpr (std::same_as<T, bool>)
            return raw(number ? "true" : "false");
        else
            return raw(QByteArray::number(qint64(number)));
    }
    Json& value(double number);
    Json& value(QStringView text);
    Json& null() { return raw("null"); }
    /// A value that is JSON already.
    Json& raw(const QByteArray& json);

    template <typename T>
    Json& field(QStringView name, const T& content)
    {
        return key(name).value(content);
    }
    Json& object(QStringView name) { return key(name).object(); }
    Json& array(QStringView name) { return key(name).array(); }

    /// What was written.
    const QByteArray& bytes() const { return m_bytes; }

private:
    Json& open(char bracket);
    void separate();

    QByteArray m_bytes;
    QByteArray m_closers;
    bool m_first = true;
};

/// A double as Java prints it: 6268.0, 0.2, 1.308525E7, NaN.
QByteArray javaDouble(double number);

} // namespace sim::flink
