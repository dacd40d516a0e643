#include "ui/editor/manifestfile.h"

#include "core/base/background.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace editor {

namespace {

using base::Error;
using base::Result;

/// Programs write a file in several steps.
constexpr auto pause = 100ms;

struct Read
{
    QByteArray bytes;
    std::optional<FileText> content;
    std::optional<Error> problem;
    bool isGone = false;
};

Error failed(const QString& what)
{
    return {Error::Kind::Configuration, what};
}

Read readFile(const QString& path)
{
    const QFileInfo about(path);
    Read read;
    if (!about.exists()) {
        read.isGone = true;
        read.problem = failed(ManifestFile::tr("There is no file '%1'.").arg(QDir::toNativeSeparators(path)));
        return read;
    }
    // What has no end, such as a pipe, is not waited for.
    if (!about.isFile()) {
        read.problem = failed(ManifestFile::tr("'%1' is no file.").arg(QDir::toNativeSeparators(path)));
        return read;
    }
    if (about.size() > FileText::mostBytes) {
        read.problem = FileText::tooLarge(about.size());
        return read;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        read.problem =
            failed(ManifestFile::tr("'%1' cannot be read: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
        return read;
    }
    read.bytes = file.read(FileText::mostBytes + 1);
    const Result<FileText> content = FileText::read(read.bytes);
    if (content)
        read.content = *content;
    else
        read.problem = content.error();
    return read;
}

/// What is in the file now, or nothing where it is none or unreadable.
std::optional<QByteArray> bytesOf(const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(FileText::mostBytes + 1);
}

std::optional<Error> writeFile(const QString& path, const QByteArray& bytes, const std::optional<QByteArray>& expected)
{
    if (expected) {
        const auto now = bytesOf(path);
        if (now && *now != *expected)
            return Error{Error::Kind::Conflict, ManifestFile::tr("The file has been changed by another program.")};
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return std::nullopt;
    return failed(ManifestFile::tr("'%1' cannot be written: %2. Nothing of it was changed.")
                      .arg(QDir::toNativeSeparators(path), file.errorString()));
}

} // namespace

ManifestFile::ManifestFile(QObject* parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    const auto soon = [this] { m_pause.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, soon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, soon);
    connect(&m_pause, &QTimer::timeout, this, &ManifestFile::look);
}

void ManifestFile::take(const QString& path, const FileText& content)
{
    m_path = path;
    m_content = content;
    m_bytes = content.bytesOf(content.text());
    m_isGone = m_isOther = false;
    watch();
}

/// A file that is replaced is another one to the watcher, so its folder is watched, too.
void ManifestFile::watch()
{
    const QStringList before = m_watcher.files() + m_watcher.directories();
    QStringList wanted;
    if (!m_path.isEmpty()) {
        wanted.append(QFileInfo(m_path).absolutePath());
        if (QFileInfo::exists(m_path))
            wanted.append(m_path);
    }
    if (before == wanted)
        return;
    if (!before.isEmpty())
        m_watcher.removePaths(before);
    if (!wanted.isEmpty())
        m_watcher.addPaths(wanted);
}

void ManifestFile::open(const QString& path, std::function<void(const Result<FileText>&)> done)
{
    base::inBackground(
        this, [path] { return readFile(path); },
        [this, path, done = std::move(done)](const Read& read) {
            if (read.content)
                take(path, *read.content);
            done(read.content ? Result<FileText>(*read.content) : Result<FileText>(*read.problem));
        });
}

void ManifestFile::save(const QString& path, const QString& text, Other other,
                        std::function<void(const std::optional<Error>&)> done)
{
    m_isSaving = true;
    const QByteArray bytes = m_content.bytesOf(text);
    std::optional<QByteArray> expected;
    if (other == Other::Keep && path == m_path)
        expected = m_bytes;
    base::inBackground(
        this, [path, bytes, expected] { return writeFile(path, bytes, expected); },
        [this, path, bytes, done = std::move(done)](const std::optional<Error>& problem) {
            m_isSaving = false;
            // What was written can be read, but for a line that has grown too long meanwhile.
            const Result<FileText> content = FileText::read(bytes);
            if (!problem && content)
                take(path, *content);
            done(problem);
        });
}

void ManifestFile::accept(const FileText& content)
{
    take(m_path, content);
}

void ManifestFile::look()
{
    if (m_path.isEmpty() || m_isLooking)
        return;
    if (m_isSaving) {
        m_pause.start();
        return;
    }
    m_isLooking = true;
    base::inBackground(
        this, [path = m_path] { return readFile(path); },
        [this, path = m_path](const Read& read) {
            m_isLooking = false;
            if (path != m_path || m_isSaving)
                return m_pause.start();
            watch();
            const bool wasGone = std::exchange(m_isGone, read.isGone);
            const bool isOther = read.isGone || read.problem || read.bytes != m_bytes;
            const bool wasOther = std::exchange(m_isOther, isOther);
            if (read.isGone && !wasGone)
                emit disappeared();
            else if (read.problem && !read.isGone)
                emit unreadable(*read.problem);
            else if (read.content && isOther)
                emit changed(*read.content);
            else if (wasOther && !isOther)
                emit settled();
        });
}

} // namespace editor
