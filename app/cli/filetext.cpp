#include "app/cli/filetext.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using base::Error;

/// What a reader takes in before it knows that it is too much.
constexpr qint64 mostBytes = 64 * 1024 * 1024;

Error unreadable(const QString& path, const QString& why)
{
    return {Error::Kind::Configuration, Text::tr("'%1' cannot be read: %2").arg(path, why)};
}

} // namespace

base::Result<QByteArray> fileText(const QString& path)
{
    QFile file(path);
    const bool isOpen = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return unreadable(path, file.errorString());
    const QByteArray text = file.read(mostBytes);
    if (file.error() != QFileDevice::NoError)
        return unreadable(path, file.errorString());
    return text;
}

} // namespace cli
