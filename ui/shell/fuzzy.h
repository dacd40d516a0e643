#pragma once

#include <QStringView>

#include <optional>

namespace shell {

/// How well `query` fits `text`: its letters in order, without case; runs and beginnings of words count more, a shorter
/// text more. Queries of Korean consonants alone match the leading consonants of syllables ("ㅊㅋ" finds 체크포인트).
/// Higher is better; nothing when it does not fit. An empty query fits everything with 0.
std::optional<int> fit(QStringView query, QStringView text);

/// The leading consonant of each Hangul syllable; other letters as they are.
QString leadingConsonants(QStringView text);

} // namespace shell
