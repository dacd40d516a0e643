#include "tests/live/support/workfolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

constexpr auto prefix = "drey-live-"_L1;

/// A test program that was killed could not remove its folders; the next one does.
void removeFoldersOfTheDead()
{
    QDir temporary = QDir::temp();
    const QStringList folders = temporary.entryList({prefix + u"*"_s}, QDir::Dirs);
    for (const QString& folder : folders) {
        const QString owner = folder.section(u'-', 2, 2);
        if (!owner.isEmpty() && !QFile::exists(u"/proc/"_s + owner))
            QDir(temporary.filePath(folder)).removeRecursively();
    }
}

QString pattern(const QString& purpose)
{
    removeFoldersOfTheDead();
    return QDir::temp().filePath(u"%1%2-%3-XXXXXX"_s.arg(prefix).arg(QCoreApplication::applicationPid()).arg(purpose));
}

} // namespace

namespace live {

WorkFolder::WorkFolder(const QString& purpose)
    : m_folder(pattern(purpose))
{
}

QString WorkFolder::subfolder(const QString& name) const
{
    QDir(m_folder.path()).mkpath(name);
    return file(name);
}

bool WorkFolder::write(const QString& name, const QByteArray& content) const
{
    QFile target(file(name));
    return target.open(QIODevice::WriteOnly) && target.write(content) == content.size();
}

} // namespace live
