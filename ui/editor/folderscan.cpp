#include "ui/editor/folderscan.h"

#include "ui/editor/filetext.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(editor::Text)
};

bool isLeftOut(const QString& folder)
{
    return folder.startsWith(u'.') || folder == u"node_modules" || folder == u"target";
}

bool isManifest(const QString& name)
{
    return name.endsWith(u".yaml"_s, Qt::CaseInsensitive) || name.endsWith(u".yml"_s, Qt::CaseInsensitive);
}

class Walk
{
public:
    Walk(const QString& folder, const FolderLimits& limits)
        : m_root(folder)
        , m_limits(limits)
    {
    }

    FolderListing run()
    {
        const QFileInfo about(m_root.path());
        if (!about.isDir()) {
            m_listing.problem = Text::tr("This folder does not exist any more.");
        } else if (!about.isReadable()) {
            m_listing.problem = Text::tr("This folder cannot be read: the permission is missing.");
        } else {
            enter(about.absoluteFilePath(), 0);
            std::sort(m_listing.files.begin(), m_listing.files.end(),
                      [](const FolderFile& left, const FolderFile& right) { return left.name < right.name; });
        }
        return std::move(m_listing);
    }

private:
    void enter(const QString& folder, int depth)
    {
        const QString real = QFileInfo(folder).canonicalFilePath();
        if (real.isEmpty() || m_seen.contains(real))
            return;
        m_seen.insert(real);
        if (depth > m_limits.depth) {
            m_listing.isCut = true;
            return;
        }
        QStringList inner;
        QDirIterator found(folder, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
        while (found.hasNext()) {
            found.next();
            if (++m_entries > m_limits.entries || m_listing.files.size() >= m_limits.files) {
                m_listing.isCut = m_isFull = true;
                return;
            }
            const QFileInfo about = found.fileInfo();
            if (about.isDir() && !isLeftOut(about.fileName()))
                inner.append(about.absoluteFilePath());
            else if (about.isFile() && isManifest(about.fileName()))
                m_listing.files.append(
                    {m_root.relativeFilePath(about.absoluteFilePath()), about.size(), about.lastModified()});
        }
        inner.sort();
        for (const QString& one : std::as_const(inner)) {
            if (!m_isFull)
                enter(one, depth + 1);
        }
    }

    QDir m_root;
    FolderLimits m_limits;
    FolderListing m_listing;
    QSet<QString> m_seen; ///< as the disk has them
    qsizetype m_entries = 0;
    bool m_isFull = false; ///< nothing more is looked at
};

} // namespace

FolderListing filesIn(const QString& folder, const FolderLimits& limits)
{
    return Walk(folder, limits).run();
}

FolderFile checkedFile(const QString& folder, FolderFile file, const manifest::Linter& linter)
{
    file.isChecked = true;
    QFile content(QDir(folder).filePath(file.name));
    if (file.size > FileText::mostBytes) {
        file.fault = FileText::tooLarge(file.size).message;
        return file;
    }
    if (!content.open(QIODevice::ReadOnly)) {
        file.fault = Text::tr("This file cannot be read: %1").arg(content.errorString());
        return file;
    }
    const base::Result<FileText> text = FileText::read(content.read(FileText::mostBytes + 1));
    if (!text) {
        file.fault = text.error().message;
        return file;
    }
    const QList<manifest::LintedDocument> documents = linter.documents(text->text().toUtf8());
    for (const manifest::LintedDocument& document : documents) {
        if (!document.kind.isEmpty())
            file.objects.append(document.name.isEmpty() ? document.kind : document.kind + u' ' + document.name);
        for (const manifest::Finding& finding : document.findings) {
            using Severity = manifest::Finding::Severity;
            int& count = finding.severity == Severity::Error     ? file.errors
                         : finding.severity == Severity::Warning ? file.warnings
                                                                 : file.hints;
            ++count;
        }
    }
    return file;
}

} // namespace editor
