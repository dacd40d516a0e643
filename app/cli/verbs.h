#pragma once

#include <QString>
#include <QStringList>

#include <span>

namespace cli {

class Session;

/// An option, of one verb or of all.
struct Option
{
    const char* name;              ///< long, without dashes
    char letter;                   ///< short; 0: none
    const char* value;             ///< what its value is called in help; null: a flag
    const char* help;              ///< untranslated, context cli::Verbs
    const char* choices = nullptr; ///< allowed values, separated by blanks; null: any
};

/// One verb of the command line. This table drives parsing, help, the manual page and the completion.
struct Verb
{
    const char* name;
    const char* arguments; ///< "[NAME]", "ID": in capitals a value, else a choice "a|b|c"; brackets: may be left out;
                           ///< dots behind the last one: as many as you like
    const char* summary;   ///< untranslated, context cli::Verbs
    const char* examples[2];
    std::span<const Option> options; ///< besides the global ones
    void (*run)(Session& session);

    int mostArguments() const;
    int fewestArguments() const;
    QStringList choices(int argument) const; ///< empty: any text
};

std::span<const Verb> verbs();
std::span<const Option> globalOptions();
const Verb* verbNamed(const QString& name);
const Option* optionNamed(const Verb* verb, const QString& name);
const Option* optionWithLetter(const Verb* verb, char letter);

} // namespace cli
