#pragma once

#include <QByteArray>
#include <QStringList>
#include <QtEndian>

namespace support {

/// A reader of _metadata of the tests' own, made after Flink's serializers and not after the code under test. Counts
/// what a file holds; stops at the first thing it does not know.
class FlinkMetadata
{
public:
    explicit FlinkMetadata(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        m_ok = number<qint32>() == 0x4960672D;
        version = number<qint32>();
        checkpoint = number<qint64>();
        m_ok = m_ok && number<qint32>() == 0;
        const int operators = number<qint32>();
        for (int i = 0; i < operators && m_ok; ++i)
            readOperator();
        properties = m_bytes.mid(m_at);
    }

    bool isWhole() const { return m_ok && properties.startsWith(QByteArray::fromHex("aced0005")); }

    int version = 0;
    qint64 checkpoint = 0;
    QByteArray properties;
    /// One line an operator, with the tags of its handles: "src par 2 max 128 coordinator 1 | 4:1 | 4:1"
    QStringList structure;
    struct File
    {
        QString path;
        qint64 size;
    };
    QList<File> files;
    qint64 keyed = 0;
    QList<std::pair<int, int>> groups;

private:
    template <typename T>
    T number()
    {
        if (m_at + qsizetype(sizeof(T)) > m_bytes.size()) {
            m_ok = false;
            return {};
        }
        const T value = qFromBigEndian<T>(m_bytes.constData() + m_at);
        m_at += qsizetype(sizeof(T));
        return value;
    }
    QByteArray raw(qsizetype size)
    {
        const QByteArray part = m_bytes.mid(m_at, size);
        m_ok = m_ok && size >= 0 && part.size() == size;
        m_at += size;
        return part;
    }
    QString utf() { return QString::fromUtf8(raw(number<quint16>())); }

    /// Tag and bytes of a stream.
    std::pair<int, qint64> stream()
    {
        const int tag = number<quint8>();
        qint64 size = 0;
        if (tag == 1) {
            utf();
            size = number<qint32>();
            raw(size);
        } else if (tag == 2) {
            size = number<qint64>();
            files.push_back({utf(), size});
        } else if (tag == 6) {
            const QString path = utf();
            size = number<qint64>();
            files.push_back({path, size});
        } else {
            m_ok = m_ok && tag == 0;
        }
        return {tag, size};
    }

    void readOperator()
    {
        QString line;
        if (version >= 5) {
            const QString name = utf();
            line = name + u' ' + utf() + u' ';
        }
        line += QString::fromLatin1(raw(16).toHex());
        line += QStringLiteral(" par %1").arg(number<qint32>());
        line += QStringLiteral(" max %1").arg(number<qint32>());
        line += QStringLiteral(" coordinator %1").arg(stream().first);
        const int subtasks = number<qint32>();
        for (int i = 0; i < subtasks && m_ok; ++i) {
            m_ok = m_ok && number<qint32>() == i;
            line += QStringLiteral(" | ");
            line += operatorState();
            line += operatorState();
            line += keyedState();
            line += keyedState();
            m_ok = m_ok && number<qint32>() == 0 && number<qint32>() == 0;
        }
        structure += line;
    }

    QString operatorState()
    {
        if (number<qint32>() == 0)
            return {};
        const int tag = number<quint8>();
        m_ok = m_ok && tag == 4;
        const int states = number<qint32>();
        QString text = QStringLiteral("4:");
        for (int i = 0; i < states; ++i) {
            text += utf() + u',';
            number<quint8>();
            // A source that was read from the beginning has as many splits as it likes.
            raw(8 * qsizetype(number<qint32>()));
        }
        return text + QString::number(stream().first);
    }

    QString keyedState()
    {
        const int tag = number<quint8>();
        if (tag == 0)
            return QStringLiteral(" -");
        QString text = QStringLiteral(" %1:").arg(tag);
        if (tag == 11) {
            m_ok = m_ok && number<qint64>() == checkpoint;
            utf();
            const int first = number<qint32>();
            groups.push_back({first, number<qint32>()});
            number<qint64>();
            keyed += stream().second;
            for (int list = 0; list < 2; ++list) {
                const int entries = number<qint32>();
                for (int i = 0; i < entries && m_ok; ++i) {
                    utf();
                    keyed += stream().second;
                }
            }
            utf();
            return text;
        }
        m_ok = m_ok && (tag == 7 || tag == 12);
        const int first = number<qint32>();
        const int count = number<qint32>();
        groups.push_back({first, count});
        text += QStringLiteral("%1+%2 ").arg(first).arg(count);
        raw(8 * qsizetype(count));
        const auto [streamTag, size] = stream();
        keyed += size;
        text += QString::number(streamTag);
        if (tag == 12)
            utf();
        return text;
    }

    QByteArray m_bytes;
    qsizetype m_at = 0;
    bool m_ok = true;
};

} // namespace support
