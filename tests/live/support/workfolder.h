#pragma once

#include <QString>
#include <QTemporaryDir>

namespace live {

/// The folder of one server, removed with this object.
class WorkFolder
{
public:
    explicit WorkFolder(const QString& purpose);

    [[nodiscard]] bool isValid() const { return m_folder.isValid(); }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    /// Makes the folder if it is not there.
    [[nodiscard]] QString subfolder(const QString& name) const;
    [[nodiscard]] bool write(const QString& name, const QByteArray& content) const;

private:
    QTemporaryDir m_folder;
};

} // namespace live
