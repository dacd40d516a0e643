#include "core/manifest/readable.h"

#include "core/manifest/rules.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(manifest::Text)
};

Finding unreadable(qsizetype offset, const QString& message)
{
    Finding finding = findingOf(u"DREY-Y001", Finding::Verdict::Schema, message);
    finding.span = {offset, offset};
    return finding;
}

/// Bytes of the character that begins there; 0: none does.
qsizetype characterAt(const QByteArray& text, qsizetype at)
{
    const auto byte = [&text, at](qsizetype ahead) {
        return at + ahead < text.size() ? static_cast<uchar>(text[at + ahead]) : uchar(0);
    };
    const uchar first = byte(0);
    if (first < 0x80)
        return 1;
    const qsizetype length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    // Too long a form, half of a surrogate pair, beyond U+10FFFF.
    const uchar least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const uchar most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    bool isWhole = first >= 0xC2 && first <= 0xF4 && byte(1) >= least && byte(1) <= most;
    for (qsizetype ahead = 2; ahead < length; ++ahead)
        isWhole = isWhole && (byte(ahead) & 0xC0) == 0x80;
    return isWhole ? length : 0;
}

/// The first byte that is no UTF-8; nothing: there is none.
std::optional<qsizetype> brokenByte(const QByteArray& text)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = characterAt(text, at);
        if (length == 0)
            return at;
        at += length;
    }
    return std::nullopt;
}

} // namespace

std::optional<Finding> problemOf(const QByteArray& text)
{
    const yaml::Limits limits;
    if (text.size() > limits.bytes)
        return unreadable(0, Text::tr("The text has %1 MiB; more than %2 MiB are no manifest and are not read.")
                                 .arg(text.size() / (1024 * 1024))
                                 .arg(limits.bytes / (1024 * 1024)));
    if (text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF"))
        return unreadable(0, Text::tr("The text is UTF-16: save it as UTF-8, which is what kubectl reads."));
    if (const qsizetype zero = text.indexOf('\0'); zero >= 0)
        return unreadable(zero, Text::tr("This is no text, but binary data."));
    if (const auto broken = brokenByte(text))
        return unreadable(*broken, Text::tr("This byte is no UTF-8: the text was saved in another encoding."));
    return std::nullopt;
}

// Tabs look like blanks, and the parser's own words do not tell them apart.
Finding faultFinding(const yaml::Tree::Fault& fault, const QByteArray& text)
{
    const qsizetype begin = fault.offset == 0 ? 0 : text.lastIndexOf('\n', fault.offset - 1) + 1;
    const qsizetype found = text.indexOf('\n', begin);
    const QByteArrayView line = QByteArrayView(text).sliced(begin, (found < 0 ? text.size() : found) - begin);
    const qsizetype content = line.size() - [&line] {
        QByteArrayView rest = line;
        while (!rest.isEmpty() && (rest.front() == ' ' || rest.front() == '\t'))
            rest = rest.sliced(1);
        return rest.size();
    }();
    if (const qsizetype tab = line.first(content).indexOf('\t'); tab >= 0)
        return unreadable(begin + tab, Text::tr("A tab indents this line; YAML allows blanks only."));
    return unreadable(fault.offset, Text::tr("This cannot be read as YAML: %1").arg(fault.what));
}

} // namespace manifest
