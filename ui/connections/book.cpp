#include "ui/connections/book.h"

#include "core/kube/plugins.h"
#include "ui/connections/storedheader.h"

#include <QSettings>
#include <QUrl>

#include <algorithm>

namespace connections {

using namespace Qt::StringLiterals;

namespace {

const auto addedFilesKey = u"kubeconfig/added"_s;
constexpr QStringView endpointPrefix = u"endpoint:";

QStringList addedFiles()
{
    return QSettings().value(addedFilesKey).toStringList();
}

flink::Endpoint endpointAt(const QString& address)
{
    flink::Endpoint endpoint;
    endpoint.address = address;
    return endpoint;
}

} // namespace

QString contextId(const QString& contextName)
{
    return u"context:"_s + contextName;
}

QString endpointId(const QUrl& address)
{
    return endpointPrefix.toString() + address.toString();
}

bool Entry::isUsable() const
{
    return std::none_of(problems.begin(), problems.end(), [](const kube::Problem& problem) {
        return problem.severity == kube::Problem::Severity::Error;
    });
}

Book::Book(Sources sources, QObject* parent)
    : QObject(parent)
    , m_sources(std::move(sources))
    , m_plugins(std::make_shared<kube::Plugins>())
    , m_settingsFile(m_sources.settings)
{
    if (!m_sources.secrets)
        m_sources.secrets = std::make_shared<secrets::MemorySecretStore>();
    readSettings();
    followFiles();
}

Book::~Book()
{
    while (!m_open.empty())
        close(m_open.back()->id());
}

kube::PluginUse Book::pluginUse() const
{
    return {m_sources.approval, m_sources.searchPath ? m_sources.searchPath() : nullptr, m_plugins};
}

const Entry* Book::entry(const QString& id) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&id](const Entry& entry) { return entry.id() == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

flink::Connection* Book::connection(const QString& id) const
{
    const auto found = std::find_if(m_open.begin(), m_open.end(), [&id](const auto& open) { return open->id() == id; });
    return found == m_open.end() ? nullptr : found->get();
}

QList<flink::Connection*> Book::openConnections() const
{
    QList<flink::Connection*> all;
    for (const auto& open : m_open)
        all.append(open.get());
    return all;
}

void Book::readSettings()
{
    m_settingsProblem.reset();
    const base::Result<QList<flink::ConnectionSettings>> settings = m_settingsFile.read();
    if (settings)
        m_settings = *settings;
    else
        m_settingsProblem = settings.error();
}

void Book::followFiles()
{
    kube::KubeconfigFiles files = kube::kubeconfigFiles(m_sources.kubeconfig);
    if (m_sources.kubeconfig.isEmpty()) {
        files.untrusted = addedFiles();
        files.paths.append(files.untrusted);
        files.paths.removeDuplicates();
    }
    m_watcher = std::make_unique<kube::KubeconfigWatcher>(files);
    connect(m_watcher.get(), &kube::KubeconfigWatcher::changed, this, &Book::noteChanges);
    connect(m_watcher.get(), &kube::KubeconfigWatcher::problemsChanged, this, &Book::changed);
    makeEntries();
    emit changed();
}

void Book::noteChanges(const kube::KubeconfigChanges& changes)
{
    makeEntries();
    for (Entry& entry : m_entries) {
        const bool differs = changes.changed.contains(entry.id().mid(contextId({}).size()));
        if (differs)
            entry.openError.reset();
        if (differs && connection(entry.id()))
            entry.isOutdated = true;
    }
    emit changed();
}

Entry Book::entryOf(const kube::Kubeconfig& config, const kube::ContextEntry& context) const
{
    Entry entry;
    entry.settings = flink::settingsOf(m_settings, contextId(context.name), context.name);
    entry.file = context.file;
    entry.user = context.user;
    entry.nameSpace = context.nameSpace;
    if (const kube::ClusterEntry* cluster = config.cluster(context.cluster))
        entry.server = cluster->server;
    entry.authentication = config.authenticationOf(context.name);
    entry.problems = config.problemsOf(context.name);
    entry.isCurrent = config.currentContext == context.name;
    return entry;
}

void Book::makeEntries()
{
    const QList<Entry> before = std::exchange(m_entries, {});
    for (const kube::ContextEntry& context : kubeconfig().contexts)
        m_entries.append(entryOf(kubeconfig(), context));
    for (const kube::ContextEntry& context : std::as_const(m_practice.contexts)) {
        if (entry(contextId(context.name)))
            continue;
        m_entries.append(entryOf(m_practice, context));
        m_entries.last().isPractice = true;
        m_entries.last().isCurrent = false;
    }
    for (const flink::ConnectionSettings& settings : std::as_const(m_settings)) {
        if (!settings.id.startsWith(endpointPrefix))
            continue;
        Entry entry;
        entry.settings = settings;
        entry.type = flink::Connection::Type::Endpoint;
        entry.server = settings.id.mid(endpointPrefix.size());
        m_entries.append(entry);
    }
    for (Entry& entry : m_entries) {
        const auto same =
            std::find_if(before.begin(), before.end(), [&entry](const Entry& old) { return old.id() == entry.id(); });
        if (same == before.end())
            continue;
        entry.openError = same->openError;
        entry.isOutdated = same->isOutdated;
    }
}

flink::ConnectionSettings Book::inForce(const Entry& entry) const
{
    flink::ConnectionSettings settings = entry.settings;
    if (settings.nameSpaces.isEmpty() && m_sources.defaultNameSpaces)
        settings.nameSpaces = m_sources.defaultNameSpaces();
    return settings;
}

base::Result<std::unique_ptr<flink::Connection>> Book::make(const Entry& entry)
{
    if (entry.type == flink::Connection::Type::Endpoint) {
        const base::Result<flink::EndpointAccess> access = flink::accessTo(endpointOf(entry));
        if (!access)
            return access.error();
        return flink::Connection::toEndpoint(access->target.base, access->credentials, access->target.trust,
                                             entry.settings);
    }
    const QString context = entry.id().mid(contextId({}).size());
    const base::Result<kube::ContextAccess> access = kube::accessTo(kubeconfigOf(entry.id()), context, pluginUse());
    if (!access)
        return access.error();
    return flink::Connection::toContext(*access, inForce(entry));
}

base::Result<flink::Connection*> Book::open(const QString& id)
{
    if (flink::Connection* already = connection(id))
        return already;
    const auto entry =
        std::find_if(m_entries.begin(), m_entries.end(), [&id](const Entry& each) { return each.id() == id; });
    if (entry == m_entries.end())
        return base::Error{base::Error::Kind::Configuration, tr("There is no connection “%1”.").arg(id)};
    base::Result<std::unique_ptr<flink::Connection>> made = make(*entry);
    if (!made) {
        entry->openError = made.error();
        emit changed();
        return made.error();
    }
    entry->openError.reset();
    entry->isOutdated = false;
    m_open.push_back(*std::move(made));
    flink::Connection* connection = m_open.back().get();
    connect(connection, &flink::Connection::stateChanged, this, [this, connection] { emit stateChanged(connection); });
    connect(connection, &flink::Connection::warned, this,
            [this, connection](const QString& text) { emit warned(connection, text); });
    emit opened(connection);
    connection->open();
    emit changed();
    return connection;
}

void Book::close(const QString& id)
{
    const auto found = std::find_if(m_open.begin(), m_open.end(), [&id](const auto& open) { return open->id() == id; });
    if (found == m_open.end())
        return;
    emit aboutToClose(found->get());
    const std::unique_ptr<flink::Connection> closing = std::move(*found);
    m_open.erase(found);
    closing->disconnect(this);
    closing->close();
    emit changed();
}

void Book::reconnect(const QString& id)
{
    flink::Connection* open = connection(id);
    const Entry* known = entry(id);
    if (open && (!known || !known->isOutdated)) {
        open->reconnect();
        return;
    }
    close(id);
    // What stands in the way is kept with the entry.
    [[maybe_unused]] const auto opened = this->open(id);
}

void Book::openPinned()
{
    const QList<Entry> all = m_entries;
    for (const Entry& entry : all) {
        if (!entry.settings.pinned)
            continue;
        // What stands in the way is kept with the entry and shown on the page of connections.
        [[maybe_unused]] const auto opened = open(entry.id());
    }
}

void Book::keepSettings()
{
    m_settingsProblem.reset();
    const base::Result<base::Ok> written = m_settingsFile.write(m_settings);
    if (!written)
        m_settingsProblem = written.error();
}

void Book::setSettings(const flink::ConnectionSettings& settings)
{
    const auto known =
        std::find_if(m_settings.begin(), m_settings.end(),
                     [&settings](const flink::ConnectionSettings& each) { return each.id == settings.id; });
    if (known == m_settings.end())
        m_settings.append(settings);
    else
        *known = settings;
    keepSettings();
    makeEntries();
    if (flink::Connection* open = connection(settings.id))
        open->setSettings(inForce(*entry(settings.id)));
    emit changed();
}

base::Result<QString> Book::addEndpoint(const QString& address)
{
    const base::Result<flink::EndpointAccess> access = flink::accessTo(endpointAt(address.trimmed()));
    if (!access)
        return access.error();
    const QUrl url = access->target.base;
    const QString id = endpointId(url);
    if (!entry(id)) {
        flink::ConnectionSettings settings;
        settings.id = id;
        settings.name = url.authority() + url.path();
        setSettings(settings);
    }
    return id;
}

base::Result<QString> Book::addEndpoint(const QString& address, const http::Header& header, QObject* context,
                                        HeaderKept done)
{
    flink::Endpoint typed = endpointAt(address.trimmed());
    typed.headers = {QString::fromUtf8(header.first) + u": "_s + QString::fromUtf8(header.second)};
    const base::Result<flink::EndpointAccess> access = flink::accessTo(typed);
    if (!access)
        return access.error();
    const base::Result<QString> id = addEndpoint(address);
    if (!id)
        return id;
    close(*id);
    flink::ConnectionSettings settings = entry(*id)->settings;
    settings.headerName = QString::fromUtf8(header.first);
    setSettings(settings);
    m_sources.secrets->write(*id, header.second, context, std::move(done));
    return id;
}

void Book::examineSecrets(QObject* context, secrets::SecretStore::ExamineDone done)
{
    m_sources.secrets->examine(context, std::move(done));
}

flink::Endpoint Book::endpointOf(const Entry& entry) const
{
    flink::Endpoint endpoint = endpointAt(entry.server);
    if (!entry.settings.headerName.isEmpty())
        endpoint.credentials =
            std::make_shared<StoredHeader>(m_sources.secrets, entry.id(), entry.server, entry.settings.headerName);
    return endpoint;
}

base::Result<base::Ok> Book::addKubeconfig(const QString& path)
{
    const base::Result<kube::Kubeconfig> read = kube::readKubeconfig({{path}, true, {path}});
    if (!read)
        return read.error();
    if (read->contexts.isEmpty())
        return base::Error{base::Error::Kind::Configuration, tr("This file holds no contexts: %1").arg(path)};
    QStringList added = addedFiles();
    if (!added.contains(path))
        QSettings().setValue(addedFilesKey, added << path);
    followFiles();
    return base::Ok{};
}

const kube::Kubeconfig& Book::kubeconfigOf(const QString& id) const
{
    const Entry* known = entry(id);
    return known && known->isPractice ? m_practice : kubeconfig();
}

base::Result<base::Ok> Book::addPractice(const QString& kubeconfig)
{
    const base::Result<kube::Kubeconfig> read = kube::readKubeconfig({{kubeconfig}, true, {}});
    if (!read)
        return read.error();
    if (read->contexts.isEmpty())
        return base::Error{base::Error::Kind::Configuration, tr("This file holds no contexts: %1").arg(kubeconfig)};
    m_practice = *read;
    makeEntries();
    emit changed();
    return base::Ok{};
}

void Book::removePractice()
{
    const QList<Entry> before = m_entries;
    for (const Entry& entry : before) {
        if (entry.isPractice)
            close(entry.id());
    }
    m_practice = {};
    makeEntries();
    emit changed();
}

void Book::removeEndpoint(const QString& id)
{
    close(id);
    const Entry* known = entry(id);
    if (known && !known->settings.headerName.isEmpty())
        removeSecret(id, known->name());
    m_settings.removeIf([&id](const flink::ConnectionSettings& each) { return each.id == id; });
    keepSettings();
    makeEntries();
    emit changed();
}

void Book::removeSecret(const QString& id, const QString& name)
{
    m_sources.secrets->remove(id, this, [this, name](const base::Result<base::Ok>& removed) {
        if (removed)
            return;
        m_settingsProblem = removed.error();
        m_settingsProblem->message =
            tr("The request header of '%1' may still be in the keychain: %2").arg(name, removed.error().message);
        emit changed();
    });
}

} // namespace connections
