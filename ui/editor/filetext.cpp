#include "ui/editor/filetext.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <array>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(editor::Text)
};

using base::Error;
using base::Result;

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

QStringView written(FileText::Ending ending)
{
    switch (ending) {
    case FileText::Ending::Lf:
        return u"\n";
    case FileText::Ending::CrLf:
        return u"\r\n";
    case FileText::Ending::Cr:
        return u"\r";
    case FileText::Ending::Paragraph:
        return u"\u2029";
    }
    return u"\n";
}

int lineOf(const QByteArray& bytes, qsizetype offset)
{
    return static_cast<int>(bytes.first(offset).count('\n')) + 1;
}

Error unreadable(const QString& what)
{
    return {Error::Kind::Decode, what};
}

/// The first byte that is no UTF-8; the end, if there is none.
qsizetype brokenByte(const QByteArray& bytes)
{
    // Every prefix of good text is good but for a character cut at its end: halve until the place is found.
    qsizetype good = 0, bad = bytes.size();
    while (bad - good > 1) {
        const qsizetype middle = good + (bad - good) / 2;
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString decoded = decoder(QByteArrayView(bytes).first(middle));
        (decoder.hasError() ? bad : good) = middle;
    }
    return good;
}

/// What the text view would take for an end of line of its own.
bool hasInnerMarks(const QString& text)
{
    return text.contains(QChar(0xFDD0)) || text.contains(QChar(0xFDD1)) || text.contains(QChar(0));
}

} // namespace

bool hasEndlessLine(QStringView text)
{
    qsizetype begin = 0;
    while (begin < text.size()) {
        const qsizetype found = text.indexOf(u'\n', begin);
        const qsizetype end = found < 0 ? text.size() : found;
        if (end - begin > FileText::longestLine)
            return true;
        begin = end + 1;
    }
    return false;
}

Error FileText::tooLarge(qint64 bytes)
{
    return unreadable(Text::tr("The file has %1 MiB. More than %2 MiB are no manifest and are not opened.")
                          .arg(bytes / (1024 * 1024))
                          .arg(mostBytes / (1024 * 1024)));
}

Result<FileText> FileText::read(const QByteArray& bytes)
{
    if (bytes.size() > mostBytes)
        return tooLarge(bytes.size());
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        return unreadable(Text::tr("The file is UTF-16. Save it as UTF-8, which is what kubectl reads."));
    if (bytes.contains('\0'))
        return unreadable(Text::tr("This is no text, but binary data."));
    FileText file;
    file.m_hasByteOrderMark = bytes.startsWith(byteOrderMark);
    const QByteArray content = file.m_hasByteOrderMark ? bytes.sliced(byteOrderMark.size()) : bytes;
    // A second byte order mark would be dropped without a word.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder(content);
    if (decoder.hasError() || text.toUtf8() != content)
        return unreadable(Text::tr("Line %1 is no UTF-8: the file was saved in another encoding.")
                              .arg(lineOf(content, brokenByte(content))));
    if (hasInnerMarks(text))
        return unreadable(Text::tr("This is no text, but binary data."));
    file.takeEndings(text);
    if (hasEndlessLine(file.m_text))
        return unreadable(
            Text::tr("A line of this file is longer than %1 characters; it is no manifest and is not opened.")
                .arg(longestLine));
    return file;
}

void FileText::takeEndings(const QString& read)
{
    std::array<qsizetype, 4> counts{};
    m_text.reserve(read.size());
    for (qsizetype i = 0; i < read.size(); ++i) {
        const QChar unit = read.at(i);
        const bool isEnd = unit == u'\n' || unit == u'\r' || unit == QChar(QChar::ParagraphSeparator);
        m_text += isEnd ? QChar(u'\n') : unit;
        if (!isEnd)
            continue;
        Ending ending = unit == u'\n' ? Ending::Lf : unit == u'\r' ? Ending::Cr : Ending::Paragraph;
        if (ending == Ending::Cr && i + 1 < read.size() && read.at(i + 1) == u'\n') {
            ending = Ending::CrLf;
            ++i;
        }
        ++counts[static_cast<size_t>(ending)];
        m_endings.append(ending);
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    m_ending = *most > 0 ? static_cast<Ending>(most - counts.begin()) : Ending::Lf;
    if (*most == m_endings.size())
        m_endings.clear();
}

QByteArray FileText::bytesOf(const QString& edited) const
{
    QString text = edited;
    if (!m_endings.isEmpty()) {
        const QList<QStringView> before = QStringView(m_text).split(u'\n'), now = QStringView(edited).split(u'\n');
        const qsizetype most = std::min(before.size(), now.size());
        qsizetype head = 0, tail = 0;
        while (head < most && before[head] == now[head])
            ++head;
        while (tail < most - head && before[before.size() - 1 - tail] == now[now.size() - 1 - tail])
            ++tail;
        text.clear();
        for (qsizetype line = 0; line + 1 < now.size(); ++line) {
            const qsizetype fromEnd = now.size() - 1 - line;
            const bool isOld = line < head || fromEnd < tail;
            const qsizetype old = line < head ? line : before.size() - 1 - fromEnd;
            text += now[line];
            text += written(isOld ? m_endings.value(old, m_ending) : m_ending);
        }
        text += now.last();
    } else if (m_ending != Ending::Lf) {
        text.replace(u"\n"_s, written(m_ending).toString());
    }
    return (m_hasByteOrderMark ? byteOrderMark.toByteArray() : QByteArray()) + text.toUtf8();
}

} // namespace editor
