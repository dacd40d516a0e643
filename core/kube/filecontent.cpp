#include "core/kube/filecontent.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

constexpr qint64 longestContent = 1024 * 1024;

} // namespace

FileContent::FileContent(QString path, std::chrono::milliseconds longestAge)
    : m_path(std::move(path))
    , m_longestAge(longestAge)
{
}

FileContent::Stamp FileContent::stamp() const
{
    const QFileInfo info(m_path);
    return {info.lastModified(), info.size(), info.canonicalFilePath()};
}

base::Result<QByteArray> FileContent::read()
{
    const Stamp now = stamp();
    if (m_read.isValid() && !m_read.hasExpired(m_longestAge.count()) && now == m_stamp)
        return m_content;
    m_read.invalidate();
    QFile file(m_path);
    const bool isOrdinary = QFileInfo(m_path).isFile();
    if (!isOrdinary || !file.open(QIODevice::ReadOnly)) {
        const QString why = isOrdinary ? file.errorString() : Text::tr("it is not there, or not an ordinary file");
        return base::Error{base::Error::Kind::Configuration,
                           Text::tr("The file %1 cannot be read: %2").arg(m_path, why)};
    }
    QByteArray content = file.read(longestContent + 1);
    if (content.size() > longestContent)
        return base::Error{base::Error::Kind::TooLarge, Text::tr("The file %1 is larger than 1 MiB.").arg(m_path)};
    m_content = std::move(content);
    m_stamp = now;
    m_read.start();
    return m_content;
}

} // namespace kube
