#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace editor {

/// The text of a file as an editor shows it, and how its bytes are made of it again: what the user did not touch is
/// written as it was read.
class FileText
{
public:
    /// How a line ends; a text may mix them.
    enum class Ending : quint8 { Lf, CrLf, Cr, Paragraph };
    /// What an editor of lines can hold and still answer.
    static constexpr qint64 mostBytes = 8 * 1024 * 1024;
    static constexpr qsizetype longestLine = 20'000; ///< UTF-16 units

    FileText() = default;
    /// An error says what keeps the bytes from being edited as text: encoding, size, binary data, an endless line.
    static base::Result<FileText> read(const QByteArray& bytes);
    /// The error for a file of that size, which need not be read for it.
    static base::Error tooLarge(qint64 bytes);

    const QString& text() const { return m_text; } ///< lines end with a line feed
    /// The bytes of a text that was made of this one: lines at its beginning and at its end that are still the same
    /// keep their endings, what is new gets the ending most lines have.
    QByteArray bytesOf(const QString& edited) const;
    Ending ending() const { return m_ending; } ///< that most lines have
    bool isMixed() const { return !m_endings.isEmpty(); }
    bool hasByteOrderMark() const { return m_hasByteOrderMark; }

private:
    void takeEndings(const QString& read);

    QString m_text;
    QList<Ending> m_endings; ///< one a line; empty: all are alike
    Ending m_ending = Ending::Lf;
    bool m_hasByteOrderMark = false;
};

/// Whether an editor can hold these lines.
bool hasEndlessLine(QStringView text);

} // namespace editor
