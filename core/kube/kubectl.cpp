#include "core/kube/kubectl.h"

#include "core/base/visibletext.h"

#include <algorithm>

namespace kube {

using namespace Qt::StringLiterals;

namespace {

bool isHarmless(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
           u"-_./:@%+,"_s.contains(c);
}

/// bash's and zsh's $'…': every byte that is not plain ASCII as \xNN.
QString escaped(const QString& text)
{
    QString result = u"$'"_s;
    const QByteArray utf8 = text.toUtf8();
    for (const char byte : utf8) {
        const auto value = static_cast<unsigned char>(byte);
        if (byte == '\'' || byte == '\\')
            result += u'\\' + QString(QChar::fromLatin1(byte));
        else if (value < 0x20 || value > 0x7e)
            result += u"\\x%1"_s.arg(value, 2, 16, QChar(u'0'));
        else
            result += QChar::fromLatin1(byte);
    }
    return result + u'\'';
}

} // namespace

QString shellQuoted(const QString& text)
{
    if (!text.isEmpty() && std::all_of(text.begin(), text.end(), isHarmless))
        return text;
    const bool hasControls =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (hasControls || base::hasInvisible(text))
        return escaped(text);
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

QString kubectlCommand(const QString& context, const QString& nameSpace, const QStringList& arguments)
{
    QStringList words{u"kubectl"_s, u"--context"_s, shellQuoted(context)};
    if (!nameSpace.isEmpty())
        words << u"-n"_s << shellQuoted(nameSpace);
    for (const QString& argument : arguments)
        words.append(shellQuoted(argument));
    return words.join(u' ');
}

} // namespace kube
