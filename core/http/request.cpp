#include "core/http/request.h"

#include <QtAlgorithms>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace http {

QByteArray Answer::header(QByteArrayView name) const
{
    const auto found = std::find_if(headers.cbegin(), headers.cend(), [name](const Header& header) {
        return QByteArrayView(header.first).compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.cend() ? QByteArray() : found->second;
}

QString encodeSegment(const QString& segment)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(segment));
}

bool isSafeSegment(const QString& segment)
{
    return !segment.isEmpty() && segment != u"." && segment != u".." && !segment.contains(u'/') &&
           !segment.contains(u'%');
}

} // namespace http
