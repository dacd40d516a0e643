#include "core/kube/linebuffer.h"

#include <utility>

namespace kube {

namespace {

bool isClosedObject(QByteArrayView text)
{
    qsizetype depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return depth == 0 && !inString;
}

} // namespace

void LineBuffer::append(QByteArrayView chunk)
{
    if (m_isSkipping) {
        const qsizetype end = chunk.indexOf('\n');
        if (end < 0)
            return;
        m_isSkipping = false;
        chunk = chunk.sliced(end + 1);
    }
    const qsizetype last = chunk.lastIndexOf('\n');
    if (last >= 0) {
        m_bytes.append(chunk.first(last + 1));
        m_lineStart = m_bytes.size();
    }
    appendUnfinished(chunk.sliced(last + 1));
}

void LineBuffer::appendUnfinished(QByteArrayView part)
{
    m_bytes.append(part);
    if (m_bytes.size() - m_lineStart <= m_longestLine)
        return;
    m_bytes.truncate(m_lineStart + m_keptOfCutLine);
    m_bytes.insert(m_lineStart, cutMark);
    m_bytes.append('\n');
    m_bytes.squeeze();
    m_lineStart = m_bytes.size();
    m_isSkipping = true;
}

QByteArray LineBuffer::takeLines()
{
    if (m_lineStart == m_bytes.size()) {
        m_lineStart = 0;
        return std::exchange(m_bytes, {});
    }
    QByteArray lines = m_bytes.first(m_lineStart);
    m_bytes.remove(0, std::exchange(m_lineStart, 0));
    return lines;
}

QByteArray LineBuffer::takeAll()
{
    m_lineStart = 0;
    return std::exchange(m_bytes, {});
}

void LineBuffer::finishClosedObject()
{
    const QByteArrayView unfinished = QByteArrayView(m_bytes).sliced(m_lineStart);
    if (unfinished.trimmed().endsWith('}') && isClosedObject(unfinished)) {
        m_bytes.append('\n');
        m_lineStart = m_bytes.size();
    }
}

} // namespace kube
