#include "ui/connections/connectionmodel.h"

#include "core/base/visibletext.h"
#include "ui/connections/book.h"
#include "ui/connections/clinic.h"
#include "ui/connections/connectionstatus.h"
#include "ui/theme/practice.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/tooltip.h"

#include <QDir>

namespace connections {

using namespace Qt::StringLiterals;

namespace {

QString shortPath(const QString& path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + u'/') ? u"~"_s + path.mid(home.size()) : path;
}

} // namespace

ConnectionModel::ConnectionModel(Book& book, Clinic& clinic, QObject* parent)
    : QAbstractTableModel(parent)
    , m_book(book)
    , m_clinic(clinic)
{
    connect(&book, &Book::changed, this, &ConnectionModel::sync);
    connect(&book, &Book::stateChanged, this, [this](const flink::Connection* connection) { touch(connection->id()); });
    connect(&clinic, &Clinic::changed, this, &ConnectionModel::touch);
    sync();
}

// Entries come and go by id, so that selection and scroll survive a kubeconfig that is read anew.
void ConnectionModel::sync()
{
    QStringList wanted;
    for (const Entry& entry : m_book.entries())
        wanted.append(entry.id());
    for (int row = static_cast<int>(m_ids.size()) - 1; row >= 0; --row) {
        if (wanted.contains(m_ids.at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_ids.removeAt(row);
        endRemoveRows();
    }
    for (const QString& id : std::as_const(wanted)) {
        if (m_ids.contains(id))
            continue;
        const int row = static_cast<int>(m_ids.size());
        beginInsertRows({}, row, row);
        m_ids.append(id);
        endInsertRows();
    }
    if (!m_ids.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

void ConnectionModel::touch(const QString& id)
{
    const int row = rowOf(id);
    if (row >= 0)
        emit dataChanged(index(row, 0), index(row, columns - 1));
}

QString ConnectionModel::idAt(int row) const
{
    return m_ids.value(row);
}

int ConnectionModel::rowOf(const QString& id) const
{
    return static_cast<int>(m_ids.indexOf(id));
}

void ConnectionModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    sync();
}

int ConnectionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int ConnectionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ConnectionModel::data(const QModelIndex& index, int role) const
{
    const Entry* entry = m_book.entry(idAt(index.row()));
    if (!entry)
        return {};
    const auto column = static_cast<Column>(index.column());
    if (column == Type && role == widgets::cell::EnvironmentRole && !entry->isPractice)
        return static_cast<int>(entry->settings.effectiveEnvironment());
    if (column == State && role == widgets::cell::HealthRole)
        return static_cast<int>(statusOf(*entry, m_book, m_clinic).family);
    if (column == Found && role == Qt::ToolTipRole)
        return widgets::plainToolTip(statusOf(*entry, m_book, m_clinic).found);
    if (column == From && role == Qt::ToolTipRole)
        return widgets::plainToolTip(entry->file.isEmpty() ? entry->server : entry->file);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case State:
        return statusOf(*entry, m_book, m_clinic).word;
    case Name:
        return base::visibleText(entry->name());
    case Type:
        return entry->isPractice ? theme::practiceWord() : theme::word(entry->settings.effectiveEnvironment());
    case Found:
        return statusOf(*entry, m_book, m_clinic).found;
    case From:
        if (entry->isPractice)
            return tr("this program");
        return entry->file.isEmpty() ? tr("added by you") : base::visibleText(shortPath(entry->file));
    case Action:
        if (isSigningIn(m_book, entry->id()))
            return tr("Cancel");
        return m_book.connection(entry->id()) ? tr("Show") : entry->isUsable() ? tr("Open") : tr("Test");
    }
    return {};
}

QVariant ConnectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case State:
        return tr("Connection");
    case Name:
        return tr("Context");
    case Type:
        return tr("Type");
    case Found:
        return tr("What Drey found");
    case From:
        return tr("From");
    case Action:
        return {};
    }
    return {};
}

} // namespace connections
