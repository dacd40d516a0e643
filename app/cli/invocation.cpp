#include "app/cli/invocation.h"

#include "app/cli/verbs.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

/// Takes words from the front until the command line is understood or makes no sense.
class Parser
{
public:
    explicit Parser(QStringList words)
        : m_words(std::move(words))
    {
    }

    Parsed run()
    {
        m_verb = findVerb();
        while (!m_words.isEmpty() && !m_parsed.problem)
            take(m_words.takeFirst());
        if (!m_parsed.problem)
            checkArguments();
        return m_parsed;
    }

private:
    /// The verb decides which options there are, and they may stand before it.
    const Verb* findVerb() const
    {
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            const QString& word = m_words.at(i);
            if (!word.startsWith(u'-'))
                return verbNamed(word);
            if (const Option* option = optionOfAny(word); option && option->value && isAlone(word))
                ++i; // its value
        }
        return nullptr;
    }

    static bool isAlone(const QString& word)
    {
        return word.startsWith(u"--") ? !word.contains(u'=') : word.size() == 2;
    }

    static const Option* optionOfAny(const QString& word)
    {
        for (const Verb& verb : verbs()) {
            const Option* option = word.startsWith(u"--") ? optionNamed(&verb, word.mid(2).section(u'=', 0, 0))
                                                          : optionWithLetter(&verb, word.right(1).at(0).toLatin1());
            if (option)
                return option;
        }
        return nullptr;
    }

    void take(const QString& word)
    {
        if (m_onlyArguments || word == u"-" || !word.startsWith(u'-'))
            takeArgument(word);
        else if (word == u"--")
            m_onlyArguments = true;
        else if (word.startsWith(u"--"))
            takeLong(word.mid(2));
        else
            takeShort(word.mid(1));
    }

    void takeArgument(const QString& word)
    {
        Invocation& invocation = m_parsed.invocation;
        if (invocation.verb) {
            invocation.arguments.append(word);
            return;
        }
        if (word == u"help") {
            invocation.options[u"help"_s] = {QString()};
            return;
        }
        invocation.verb = verbNamed(word);
        if (!invocation.verb)
            m_parsed.problem = Text::tr("There is no verb '%1'.").arg(word);
    }

    void takeLong(const QString& text)
    {
        const bool hasValue = text.contains(u'=');
        const QString name = text.section(u'=', 0, 0);
        const Option* option = optionNamed(m_verb, name);
        if (!option)
            m_parsed.problem = Text::tr("There is no option '--%1'.").arg(name);
        else if (hasValue && !option->value)
            m_parsed.problem = Text::tr("The option '--%1' takes no value.").arg(name);
        else if (hasValue)
            keep(*option, text.section(u'=', 1));
        else
            keepNext(*option);
    }

    void takeShort(const QString& text)
    {
        const Option* option = optionWithLetter(m_verb, text.at(0).toLatin1());
        if (!option)
            m_parsed.problem = Text::tr("There is no option '-%1'.").arg(text.at(0));
        else if (option->value && text.size() > 1)
            keep(*option, text.mid(text.at(1) == u'=' ? 2 : 1));
        else if (text.size() > 1) {
            keep(*option, {});
            m_words.prepend(u"-"_s + text.mid(1));
        } else
            keepNext(*option);
    }

    void keepNext(const Option& option)
    {
        if (!option.value)
            keep(option, {});
        else if (m_words.isEmpty())
            m_parsed.problem = Text::tr("The option '--%1' needs a value.").arg(QLatin1StringView(option.name));
        else
            keep(option, m_words.takeFirst());
    }

    void keep(const Option& option, const QString& value)
    {
        const QString name = QString::fromLatin1(option.name);
        const QStringList choices =
            QString::fromLatin1(option.choices ? option.choices : "").split(u' ', Qt::SkipEmptyParts);
        if (!choices.isEmpty() && !choices.contains(value))
            m_parsed.problem =
                Text::tr("'%1' is no value for '--%2'. Choose one of: %3").arg(value, name, choices.join(u", "_s));
        m_parsed.invocation.options[name].append(value);
    }

    void checkArguments()
    {
        const Invocation& invocation = m_parsed.invocation;
        const bool wantsHelp = invocation.has(u"help"_s) || invocation.has(u"version"_s);
        if (wantsHelp)
            return;
        if (!invocation.verb) {
            m_parsed.problem = Text::tr("A verb is missing.");
            return;
        }
        const qsizetype count = invocation.arguments.size();
        for (qsizetype i = 0; i < count && !m_parsed.problem; ++i) {
            const QStringList choices = invocation.verb->choices(int(i));
            if (!choices.isEmpty() && !choices.contains(invocation.arguments.at(i)))
                m_parsed.problem = Text::tr("'%1' is not known to '%2'. Choose one of: %3")
                                       .arg(invocation.arguments.at(i), QLatin1StringView(invocation.verb->name),
                                            choices.join(u", "_s));
        }
        if (!m_parsed.problem && count < invocation.verb->fewestArguments())
            m_parsed.problem =
                Text::tr("Something is missing after '%1': %2")
                    .arg(QLatin1StringView(invocation.verb->name), QLatin1StringView(invocation.verb->arguments));
        else if (!m_parsed.problem && count > invocation.verb->mostArguments())
            m_parsed.problem = Text::tr("'%1' is more than '%2' understands.")
                                   .arg(invocation.arguments.last(), QLatin1StringView(invocation.verb->name));
    }

    QStringList m_words;
    const Verb* m_verb = nullptr;
    Parsed m_parsed;
    bool m_onlyArguments = false;
};

} // namespace

Format Invocation::format() const
{
    const QString wanted = values(u"output"_s).isEmpty() ? QString() : values(u"output"_s).last();
    return wanted == u"json" ? Format::Json : wanted == u"yaml" ? Format::Yaml : Format::Table;
}

Parsed parse(const QStringList& arguments)
{
    return Parser(arguments).run();
}

} // namespace cli
