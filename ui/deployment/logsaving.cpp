#include "ui/deployment/logsaving.h"

#include "core/base/background.h"

#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

QString write(const QList<QString>& lines, const QString& path)
{
    QSaveFile file(path);
    bool isGood = file.open(QIODevice::WriteOnly);
    for (qsizetype i = 0; isGood && i < lines.size(); ++i)
        isGood = file.write(lines.at(i).toUtf8() + '\n') >= 0;
    isGood = isGood && file.commit();
    return isGood ? QString() : file.errorString();
}

} // namespace

QString safeFileName(const QString& text)
{
    QString result;
    for (const QChar c : text.left(100)) {
        const bool isPlain =
            (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'-';
        result += isPlain ? c : u'_';
    }
    while (result.startsWith(u'.') || result.startsWith(u'-'))
        result.remove(0, 1);
    static const QRegularExpression device(u"^(con|prn|aux|nul|com\\d|lpt\\d)(\\.|$)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (device.match(result).hasMatch()) // a file share of Windows takes these for devices
        result = u'_' + result.left(99);
    return result.isEmpty() ? u"log"_s : result;
}

void saveLog(const kube::LogBuffer& log, const QString& path, QObject* context,
             std::function<void(const QString& problem)> done)
{
    QList<QString> lines;
    lines.reserve(log.size());
    for (qsizetype i = 0; i < log.size(); ++i)
        lines.append(log.at(i).text);
    base::inBackground(
        context, [lines = std::move(lines), path] { return write(lines, path); }, std::move(done));
}

qint64 lagOf(qint64 lineTime, qint64 followedSince, qint64 arrivedAt)
{
    if (lineTime <= 0 || followedSince <= 0 || lineTime < followedSince)
        return 0;
    return std::max<qint64>(0, arrivedAt - lineTime);
}

} // namespace deployment
