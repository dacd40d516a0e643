#pragma once

#include "ui/editor/filetext.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace editor {

/// A file that is edited: reads it, writes it as a whole or not at all, and tells when somebody else changed it. Disks
/// may be slow: all of it happens aside.
class ManifestFile : public QObject
{
    Q_OBJECT
public:
    explicit ManifestFile(QObject* parent = nullptr);

    /// Empty: the text has no file yet.
    const QString& path() const { return m_path; }
    /// What was read or written last.
    const FileText& content() const { return m_content; }
    bool isGone() const { return m_isGone; } ///< it was deleted since

    /// Reads it; `done` says what keeps it from being edited.
    void open(const QString& path, std::function<void(const base::Result<FileText>&)> done);
    enum class Other { Keep, Overwrite }; ///< what somebody else wrote meanwhile
    /// Writes `text`. An error of kind Conflict: the file is not what was read last, and nothing was written.
    void save(const QString& path, const QString& text, Other other,
              std::function<void(const std::optional<base::Error>&)> done);
    /// The user knows what stands in the file now; it is the base of what comes.
    void accept(const FileText& content);

signals:
    /// Somebody else changed the file: its content now. Not told for changes of this object's own.
    void changed(const editor::FileText& content);
    /// It is no text any more that could be edited, or cannot be read.
    void unreadable(const base::Error& why);
    void disappeared();
    void settled(); ///< after one of these: it is again what was read or written last

private:
    void watch();
    void look();
    void take(const QString& path, const FileText& content);

    QString m_path;
    FileText m_content;
    QByteArray m_bytes; ///< of the file when it was read or written last
    QFileSystemWatcher m_watcher;
    QTimer m_pause;
    bool m_isGone = false;
    bool m_isOther = false; ///< than what was read or written last, or gone
    bool m_isSaving = false;
    bool m_isLooking = false;
};

} // namespace editor
