#include "core/base/linefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace base {

using namespace Qt::StringLiterals;

namespace {

/// A new file is there after a loss of power only when its folder has been written, too.
bool syncFolder(const QString& folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return false;
    const bool isWritten = ::fsync(handle) == 0;
    ::close(handle);
    return isWritten;
}

Error unwritable(const QString& why)
{
    return {Error::Kind::Configuration, why};
}

} // namespace

QString stateFolder()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (state.startsWith(u'/') ? state : QDir::homePath() + u"/.local/state"_s) + u"/drey"_s;
}

Result<Ok> appendLine(const QString& path, const QByteArray& line)
{
    const QString folder = QFileInfo(path).path();
    QDir().mkpath(folder);
    QFile file(path);
    const bool isNew = !file.exists();
    if (!file.open(QIODevice::ReadWrite | QIODevice::Append))
        return unwritable(file.errorString());
    if (isNew)
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    // A line that was cut off by a crash must not swallow this one.
    const bool isCutOff = file.size() > 0 && (!file.seek(file.size() - 1) || file.read(1) != "\n");
    const QByteArray text = (isCutOff ? "\n" : "") + line + '\n';
    if (file.write(text) != text.size() || !file.flush())
        return unwritable(file.errorString());
    if (::fsync(file.handle()) != 0 || (isNew && !syncFolder(folder)))
        return unwritable(QString::fromLocal8Bit(std::strerror(errno)));
    return Ok();
}

} // namespace base
