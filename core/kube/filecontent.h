#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QString>

#include <chrono>
#include <optional>

namespace kube {

/// The content of a small file that others may replace at any time. Reads it again when the file looks different, or
/// when the last reading is old: a file system may hide a change. Only ordinary files: a pipe would make the program
/// wait.
class FileContent
{
public:
    FileContent(QString path, std::chrono::milliseconds longestAge);

    QString path() const { return m_path; }
    /// The content now; Configuration when it cannot be read.
    base::Result<QByteArray> read();
    /// The next read() asks the file system, whatever it says about times.
    void forget() { m_read.invalidate(); }

private:
    struct Stamp
    {
        QDateTime modified;
        qint64 size = -1;
        QString target; ///< where symbolic links lead: projected tokens are switched that way

        friend bool operator==(const Stamp&, const Stamp&) = default;
    };
    Stamp stamp() const;

    QString m_path;
    std::chrono::milliseconds m_longestAge;
    Stamp m_stamp;
    QElapsedTimer m_read;
    QByteArray m_content;
};

} // namespace kube
