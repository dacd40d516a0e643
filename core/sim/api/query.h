#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>

namespace sim {

/// The parameters of a URL, decoded as a Go server decodes them (a plus is a space).
class Query
{
public:
    explicit Query(const QByteArray& text);

    bool contains(const QString& name) const { return m_values.contains(name); }
    /// The first value; empty: it is missing or empty.
    QString value(const QString& name) const;
    QStringList values(const QString& name) const;
    /// As Go reads a parameter: missing, empty, "false" and "0" are false.
    bool isSet(const QString& name) const;

private:
    std::map<QString, QStringList> m_values;
};

} // namespace sim
