#include "core/sim/documents/causes.h"
#include "core/sim/documents/names.h"
#include "core/sim/documents/selectors.h"
#include "core/sim/world/path.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

using Operator = Requirement::Operator;

/// Reads a selector as the server does, and fails where it fails, in its words.
class SelectorReader
{
public:
    explicit SelectorReader(const QString& text)
        : m_text(text)
    {
    }

    QString error;

    std::vector<Requirement> read()
    {
        std::vector<Requirement> requirements;
        while (peek() != Token::End) {
            if (peek() != Token::Word && m_literal != u"!") {
                fail(u"found '%1', expected: !, identifier, or 'end of string'"_s.arg(m_literal));
                return {};
            }
            Requirement requirement;
            if (!readRequirement(requirement)) {
                error = u"unable to parse requirement: "_s + error;
                return {};
            }
            requirements.push_back(requirement);
            if (take() == Token::End)
                break;
            if (m_literal != u",") {
                fail(u"found '%1', expected: ',' or 'end of string'"_s.arg(m_literal));
                return {};
            }
            if (peek() != Token::Word && m_literal != u"!") {
                fail(u"found '%1', expected: identifier after ','"_s.arg(m_literal));
                return {};
            }
        }
        return requirements;
    }

private:
    enum class Token { End, Word, Sign };

    static bool isSign(QChar c) { return QStringView(u"=!(),<>").contains(c); }

    Token peek()
    {
        const auto at = m_at;
        const auto token = take();
        m_at = at;
        return token;
    }

    /// The next token; what it is stands in m_literal.
    Token take()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        m_literal.clear();
        if (m_at >= m_text.size())
            return Token::End;
        if (isSign(m_text[m_at])) {
            m_literal = m_text[m_at++];
            const bool canDouble = m_literal == u"=" || m_literal == u"!";
            if (canDouble && m_at < m_text.size() && m_text[m_at] == u'=')
                m_literal += m_text[m_at++];
            return Token::Sign;
        }
        while (m_at < m_text.size() && !isSign(m_text[m_at]) && !m_text[m_at].isSpace())
            m_literal += m_text[m_at++];
        return Token::Word;
    }

    bool fail(const QString& text)
    {
        error = text;
        return false;
    }

    bool readRequirement(Requirement& requirement)
    {
        auto token = take();
        const bool isAbsent = token == Token::Sign && m_literal == u"!";
        if (isAbsent)
            token = take();
        if (token != Token::Word)
            return fail(u"found '%1', expected: identifier"_s.arg(m_literal));
        requirement.key = m_literal;
        const auto wrong = qualifiedNameErrors(requirement.key);
        if (!wrong.isEmpty())
            return fail(u"<nil>: Invalid value: \"%1\": %2"_s.arg(requirement.key, wrong.join(u"; "_s)));
        const auto next = peek();
        if (isAbsent || next == Token::End || m_literal == u",") {
            requirement.operation = isAbsent ? Operator::Absent : Operator::Exists;
            return true;
        }
        return readOperator(requirement) && checkValues(requirement);
    }

    bool readOperator(Requirement& requirement)
    {
        take();
        const auto word = m_literal;
        if (word == u"in" || word == u"notin") {
            requirement.operation = word == u"in" ? Operator::In : Operator::NotIn;
            return readValues(requirement);
        }
        if (word == u"=" || word == u"==")
            requirement.operation = Operator::In;
        else if (word == u"!=")
            requirement.operation = Operator::NotIn;
        else if (word == u">")
            requirement.operation = Operator::Greater;
        else if (word == u"<")
            requirement.operation = Operator::Less;
        else
            return fail(u"found '%1', expected: in, notin, =, ==, !=, gt, lt"_s.arg(word));
        const auto next = peek();
        if (next == Token::End || m_literal == u",") {
            requirement.values = {QString()};
            return true;
        }
        if (take() != Token::Word)
            return fail(u"found '%1', expected: identifier"_s.arg(m_literal));
        requirement.values = {m_literal};
        return true;
    }

    bool readValues(Requirement& requirement)
    {
        take();
        if (m_literal != u"(")
            return fail(u"found '%1' expected: '('"_s.arg(m_literal));
        for (bool wantsValue = true;;) {
            const auto token = take();
            if (token == Token::Word && wantsValue) {
                requirement.values += m_literal;
                wantsValue = false;
            } else if (m_literal == u"," || m_literal == u")") {
                if (wantsValue)
                    requirement.values += QString();
                wantsValue = true;
                if (m_literal == u")")
                    return true;
            } else {
                return fail(u"found '%1', expected: ',' or ')'"_s.arg(m_literal));
            }
        }
    }

    bool checkValues(const Requirement& requirement)
    {
        const bool isNumber = requirement.operation == Operator::Greater || requirement.operation == Operator::Less;
        for (qsizetype at = 0; at < requirement.values.size(); ++at) {
            const auto& value = requirement.values[at];
            bool isWhole = false;
            value.toLongLong(&isWhole);
            if (isNumber && !isWhole) {
                return fail(u"values[%1]: Invalid value: \"%2\": for 'Gt', 'Lt' operators, the value must be an "
                            "integer"_s.arg(at)
                                .arg(value));
            }
            const auto wrong = labelValueErrors(value);
            if (!wrong.isEmpty()) {
                return fail(u"values[%1][%2]: Invalid value: \"%3\": %4"_s.arg(at).arg(requirement.key, value,
                                                                                       wrong.join(u"; "_s)));
            }
        }
        return true;
    }

    QString m_text;
    qsizetype m_at = 0;
    QString m_literal;
};

bool holds(const Requirement& requirement, const QJsonObject& labels)
{
    const auto value = labels.value(requirement.key);
    switch (requirement.operation) {
    case Operator::In:
        return value.isString() && requirement.values.contains(value.toString());
    case Operator::NotIn:
        return !value.isString() || !requirement.values.contains(value.toString());
    case Operator::Exists:
        return value.isString();
    case Operator::Absent:
        return !value.isString();
    case Operator::Greater:
    case Operator::Less: {
        bool isNumber = false;
        const auto number = value.toString().toLongLong(&isNumber);
        const auto bound = requirement.values.value(0).toLongLong();
        return isNumber && (requirement.operation == Operator::Greater ? number > bound : number < bound);
    }
    }
    return false;
}

} // namespace

Answer<LabelSelector> LabelSelector::parse(const QString& text)
{
    SelectorReader reader(text);
    LabelSelector selector;
    selector.m_requirements = reader.read();
    if (!reader.error.isEmpty())
        return Refusal::badRequest(reader.error);
    return selector;
}

LabelSelector LabelSelector::of(const QJsonObject& source)
{
    LabelSelector selector;
    const auto labels = source.value("matchLabels"_L1).toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label)
        selector.m_requirements.push_back({label.key(), Operator::In, {label.value().toString()}});
    for (const auto item : source.value("matchExpressions"_L1).toArray()) {
        const auto expression = item.toObject();
        Requirement requirement{expression.value("key"_L1).toString()};
        const auto word = expression.value("operator"_L1).toString();
        requirement.operation = word == u"In"       ? Operator::In
                                : word == u"NotIn"  ? Operator::NotIn
                                : word == u"Exists" ? Operator::Exists
                                                    : Operator::Absent;
        for (const auto value : expression.value("values"_L1).toArray())
            requirement.values += value.toString();
        selector.m_requirements.push_back(requirement);
    }
    return selector;
}

bool LabelSelector::matches(const QJsonObject& document) const
{
    return m_requirements.empty() || matchesLabels(at(document, {u"metadata", u"labels"}).toObject());
}

bool LabelSelector::matchesLabels(const QJsonObject& labels) const
{
    return std::all_of(m_requirements.begin(), m_requirements.end(),
                       [&](const Requirement& requirement) { return holds(requirement, labels); });
}

QString selectorText(const QJsonObject& selector)
{
    QStringList parts;
    const auto labels = selector.value("matchLabels"_L1).toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label)
        parts += label.key() + u'=' + label.value().toString();
    for (const auto item : selector.value("matchExpressions"_L1).toArray()) {
        const auto expression = item.toObject();
        const auto key = expression.value("key"_L1).toString();
        const auto word = expression.value("operator"_L1).toString();
        QStringList values;
        for (const auto value : expression.value("values"_L1).toArray())
            values += value.toString();
        if (word == u"In" || word == u"NotIn")
            parts += u"%1 %2 (%3)"_s.arg(key, word.toLower(), values.join(u','));
        else
            parts += word == u"Exists" ? key : u'!' + key;
    }
    return parts.join(u',');
}

} // namespace sim::documents
