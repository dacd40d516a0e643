#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <memory>

namespace sim {

/// One state of one object; never changes. The document is whole: apiVersion, kind, metadata with its resourceVersion.
class Stored
{
public:
    /// `changes`: how often the document was changed since it was made anew.
    Stored(QString type, QJsonObject document, quint64 revision, int changes = 0);

    const QString& type() const { return m_type; }
    const QString& ns() const { return m_namespace; }
    const QString& name() const { return m_name; }
    const QString& uid() const { return m_uid; }
    quint64 revision() const { return m_revision; }
    int changes() const { return m_changes; }
    QJsonObject document() const { return m_document; }
    /// The document as compact JSON; made once. Only for the thread of the practice cluster.
    const QByteArray& bytes() const;

    QJsonObject metadata() const;
    QJsonObject labels() const;
    bool isBeingDeleted() const;

private:
    QString m_type;
    QJsonObject m_document;
    QString m_namespace;
    QString m_name;
    QString m_uid;
    quint64 m_revision;
    int m_changes;
    mutable QByteArray m_bytes;
};

using Snapshot = std::shared_ptr<const Stored>;

/// Something that holds as long as this is kept.
using Subscription = std::shared_ptr<const void>;

} // namespace sim
