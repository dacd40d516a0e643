#pragma once

#include <QByteArray>

namespace kube {

/// Cuts a stream of bytes into whole lines, wherever its chunks end. Of a line longer than `longestLine` only the
/// beginning is kept, marked by cutMark in front.
class LineBuffer
{
public:
    static constexpr char cutMark = '\x01'; ///< no JSON begins with it

    LineBuffer(qsizetype longestLine, qsizetype keptOfCutLine)
        : m_longestLine(longestLine)
        , m_keptOfCutLine(keptOfCutLine)
    {
    }

    void append(QByteArrayView chunk);
    bool hasLines() const { return m_lineStart > 0; }
    qsizetype size() const { return m_bytes.size(); }
    /// Everything up to the last line break.
    QByteArray takeLines();
    /// Everything, the unfinished line included.
    QByteArray takeAll();
    /// Counts the unfinished line as whole when its braces and quotes are closed: its line break may come much later.
    void finishClosedObject();

private:
    void appendUnfinished(QByteArrayView part);

    qsizetype m_longestLine, m_keptOfCutLine;
    QByteArray m_bytes;
    qsizetype m_lineStart = 0; ///< where the unfinished line begins
    bool m_isSkipping = false; ///< the rest of a line that is too long
};

} // namespace kube
