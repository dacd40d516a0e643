#include "core/kube/objecthead.h"

#include <QList>

namespace kube {

namespace {

/// Walks through JSON that ends somewhere, and tells the strings at "type" and "object.metadata.*".
class HeadReader
{
public:
    explicit HeadReader(QByteArrayView text)
        : m_text(text)
    {
    }

    ObjectHead read()
    {
        while (m_position < m_text.size() && m_depth >= 0)
            step();
        return m_head;
    }

private:
    static constexpr qsizetype deepest = 3;

    void step()
    {
        const char c = m_text[m_position++];
        if (c == '"') {
            takeString();
        } else if (c == '{' || c == '[') {
            ++m_depth;
            m_isValue = c == '[';
        } else if (c == '}' || c == ']') {
            --m_depth;
        } else if (c == ':') {
            m_isValue = true;
        } else if (c == ',') {
            m_isValue = false;
        }
    }

    void takeString()
    {
        const qsizetype begin = m_position;
        while (m_position < m_text.size() && m_text[m_position] != '"')
            m_position += m_text[m_position] == '\\' ? 2 : 1;
        if (m_position >= m_text.size())
            return; // cut off
        const QByteArrayView string = m_text.sliced(begin, m_position - begin);
        ++m_position;
        if (m_depth < 1 || m_depth > deepest)
            return;
        if (m_isValue)
            takeValue(string);
        else
            m_path[m_depth - 1] = string;
    }

    void takeValue(QByteArrayView value)
    {
        if (m_depth == 1 && m_path[0] == "type")
            m_head.type = value.toByteArray();
        if (m_depth != deepest || m_path[0] != "object" || m_path[1] != "metadata")
            return;
        if (m_path[2] == "name")
            m_head.item.key.name = QString::fromUtf8(value);
        else if (m_path[2] == "namespace")
            m_head.item.key.nameSpace = QString::fromUtf8(value);
        else if (m_path[2] == "uid")
            m_head.item.uid = QString::fromUtf8(value);
        else if (m_path[2] == "resourceVersion")
            m_head.item.resourceVersion = QString::fromUtf8(value);
    }

    QByteArrayView m_text;
    qsizetype m_position = 0, m_depth = 0;
    bool m_isValue = false;
    QByteArrayView m_path[deepest];
    ObjectHead m_head;
};

} // namespace

ObjectHead readHead(QByteArrayView beginning)
{
    return HeadReader(beginning).read();
}

} // namespace kube
