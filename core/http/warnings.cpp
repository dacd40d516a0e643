#include "core/http/warnings.h"

#include "core/base/visibletext.h"

using namespace Qt::StringLiterals;

namespace http {

namespace {

constexpr qsizetype mostTexts = 16;
constexpr qsizetype longestText = 512;
constexpr qsizetype longestHeader = 64 * 1024;

/// Reads `299 - "text" "date", 299 …`, which is also what several headers of one name are joined to.
class Reader
{
public:
    explicit Reader(QByteArrayView header)
        : m_rest(header.first(std::min(header.size(), longestHeader)))
    {
    }

    /// The next warning as code and text; false: there is none, or it is not written as it should be.
    bool next(QByteArray& code, QByteArray& text)
    {
        while (!m_rest.isEmpty() && (m_rest.front() == ',' || isBlank(m_rest.front())))
            m_rest = m_rest.sliced(1);
        code = word();
        word(); // who warns
        if (code.isEmpty() || !quoted(text))
            return false;
        skipBlanks();
        QByteArray date;
        quoted(date);
        skipBlanks();
        return m_rest.isEmpty() || m_rest.front() == ',';
    }

private:
    static bool isBlank(char c) { return c == ' ' || c == '\t'; }

    void skipBlanks()
    {
        while (!m_rest.isEmpty() && isBlank(m_rest.front()))
            m_rest = m_rest.sliced(1);
    }

    QByteArray word()
    {
        qsizetype length = 0;
        while (length < m_rest.size() && !isBlank(m_rest[length]) && m_rest[length] != '"' && m_rest[length] != ',')
            ++length;
        const QByteArray found = m_rest.first(length).toByteArray();
        m_rest = m_rest.sliced(length);
        skipBlanks();
        return found;
    }

    bool quoted(QByteArray& text)
    {
        if (m_rest.isEmpty() || m_rest.front() != '"')
            return false;
        text.clear();
        for (qsizetype i = 1; i < m_rest.size(); ++i) {
            if (m_rest[i] == '"') {
                m_rest = m_rest.sliced(i + 1);
                return true;
            }
            if (m_rest[i] == '\\' && ++i == m_rest.size())
                return false;
            text += m_rest[i];
        }
        return false;
    }

    QByteArrayView m_rest;
};

} // namespace

QStringList warningsOf(const Answer& answer)
{
    QStringList texts;
    for (const auto& [name, value] : answer.headers) {
        if (name.compare("Warning", Qt::CaseInsensitive) != 0)
            continue;
        Reader reader(value);
        QByteArray code, words;
        while (texts.size() < mostTexts && reader.next(code, words)) {
            const QString text = base::visibleText(QString::fromUtf8(words).trimmed(), longestText);
            if (code == "299" && !text.isEmpty() && !texts.contains(text))
                texts.append(text);
        }
    }
    return texts;
}

} // namespace http
