#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace cli {

struct Verb;

/// What the process ends with; scripts rely on these numbers.
enum class ExitCode {
    Done = 0,
    Findings = 1, ///< lint, verify, doctor found something
    Usage = 2,
    Unreachable = 3,
    NotPermitted = 4,
    Failed = 5,  ///< the operation failed
    Unknown = 6, ///< the outcome could not be established
};

enum class Format { Table, Json, Yaml };

/// A command line that was understood.
struct Invocation
{
    const Verb* verb = nullptr;         ///< null: help, a version, a page
    QStringList arguments;              ///< of the verb, without its name
    QMap<QString, QStringList> options; ///< by long name; flags have one empty value

    bool has(const QString& option) const { return options.contains(option); }
    QString value(const QString& option) const { return options.value(option).value(0); } ///< empty: not given
    QStringList values(const QString& option) const { return options.value(option); }
    Format format() const;
};

/// Either an invocation or, translated, what is wrong with the command line.
struct Parsed
{
    Invocation invocation;
    std::optional<QString> problem;
};
/// `arguments` without the program's name.
Parsed parse(const QStringList& arguments);

} // namespace cli
