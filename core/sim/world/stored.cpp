#include "core/sim/world/stored.h"

#include "core/sim/world/path.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim {

Stored::Stored(QString type, QJsonObject document, quint64 revision, int changes)
    : m_type(std::move(type))
    , m_document(std::move(document))
    , m_revision(revision)
    , m_changes(changes)
{
    const auto metadata = m_document.value("metadata"_L1).toObject();
    m_namespace = metadata.value("namespace"_L1).toString();
    m_name = metadata.value("name"_L1).toString();
    m_uid = metadata.value("uid"_L1).toString();
}

const QByteArray& Stored::bytes() const
{
    if (m_bytes.isEmpty())
        m_bytes = QJsonDocument(m_document).toJson(QJsonDocument::Compact);
    return m_bytes;
}

QJsonObject Stored::metadata() const
{
    return m_document.value("metadata"_L1).toObject();
}

QJsonObject Stored::labels() const
{
    return at(m_document, {u"metadata", u"labels"}).toObject();
}

bool Stored::isBeingDeleted() const
{
    return at(m_document, {u"metadata", u"deletionTimestamp"}).isString();
}

} // namespace sim
