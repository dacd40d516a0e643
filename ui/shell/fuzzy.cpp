#include "ui/shell/fuzzy.h"

#include <QString>

#include <algorithm>
#include <array>

namespace shell {

namespace {

constexpr char16_t firstSyllable = 0xAC00;
constexpr char16_t lastSyllable = 0xD7A3;
constexpr int syllablesPerConsonant = 588; // 21 vowels × 28 endings
constexpr std::array<char16_t, 19> consonants{u'ㄱ', u'ㄲ', u'ㄴ', u'ㄷ', u'ㄸ', u'ㄹ', u'ㅁ', u'ㅂ', u'ㅃ', u'ㅅ',
                                              u'ㅆ', u'ㅇ', u'ㅈ', u'ㅉ', u'ㅊ', u'ㅋ', u'ㅌ', u'ㅍ', u'ㅎ'};

bool isConsonant(QChar c)
{
    return c >= u'ㄱ' && c <= u'ㅎ';
}

bool beginsWord(QStringView text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text.at(at - 1);
    return !before.isLetterOrNumber() || (text.at(at).isUpper() && before.isLower());
}

bool same(QChar a, QChar b)
{
    return a.toCaseFolded() == b.toCaseFolded();
}

// A run of letters found together is worth more than letters here and there.
std::optional<int> fitAsSubsequence(QStringView query, QStringView text)
{
    int score = 0;
    int run = 0;
    qsizetype at = 0;
    for (const QChar wanted : query) {
        if (wanted.isSpace()) {
            run = 0;
            continue;
        }
        const qsizetype from = at;
        while (at < text.size() && !same(text.at(at), wanted))
            ++at;
        if (at == text.size())
            return std::nullopt;
        run = at == from ? run + 1 : 0;
        score += 1 + run * 3 + (beginsWord(text, at) ? 8 : 0);
        ++at;
    }
    return score;
}

} // namespace

QString leadingConsonants(QStringView text)
{
    QString leading;
    leading.reserve(text.size());
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        if (code < firstSyllable || code > lastSyllable)
            leading += c;
        else
            leading += QChar(consonants.at(static_cast<std::size_t>((code - firstSyllable) / syllablesPerConsonant)));
    }
    return leading;
}

std::optional<int> fit(QStringView query, QStringView text)
{
    const QStringView wanted = query.trimmed();
    if (wanted.isEmpty())
        return 0;
    const int brevity = -static_cast<int>(text.size()) / 8;
    const qsizetype whole = text.indexOf(wanted, 0, Qt::CaseInsensitive);
    if (whole >= 0)
        return 100 + static_cast<int>(wanted.size()) * 4 + (beginsWord(text, whole) ? 40 : 0) + (whole == 0 ? 20 : 0) +
               brevity;
    if (std::any_of(wanted.begin(), wanted.end(), isConsonant)) {
        const QString leading = leadingConsonants(text);
        QString letters = wanted.toString();
        letters.remove(u' ');
        const qsizetype at = QString(leading).remove(u' ').indexOf(letters);
        if (at >= 0)
            return 60 + static_cast<int>(letters.size()) * 4 + (at == 0 ? 20 : 0) + brevity;
    }
    // Letters strewn over a long text mean nothing: it takes word beginnings or runs.
    const std::optional<int> strewn = fitAsSubsequence(wanted, text);
    if (!strewn || *strewn < static_cast<int>(wanted.size()) * 3)
        return std::nullopt;
    return *strewn + brevity;
}

} // namespace shell
