#include "ui/connections/book.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QUrl>

#include <algorithm>
#include <chrono>

namespace connections {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto addedFilesKey = u"kubeconfig/added"_s;
constexpr QStringView endpointPrefix = u"endpoint:";

// Editors write a file in several steps.
constexpr std::chrono::milliseconds settling{300};

QStringList addedFiles()
{
    return QSettings().value(addedFilesKey).toStringList();
}

std::optional<QUrl> flinkAddress(const QString& typed)
{
    const QString trimmed = typed.trimmed();
    const QUrl url(trimmed.contains(u"://") ? trimmed : u"http://"_s + trimmed, QUrl::StrictMode);
    const bool known = url.scheme() == u"http" || url.scheme() == u"https";
    if (!url.isValid() || !known || url.host().isEmpty() || !url.userInfo().isEmpty())
        return std::nullopt;
    return url.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment);
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
    return std::none_of(problems.begin(), problems.end(),
                        [](const kube::Problem& problem) { return problem.severity == kube::Problem::Severity::Error; });
}

Book::Book(Sources sources, QObject* parent)
    : QObject(parent)
    , m_sources(std::move(sources))
    , m_settingsFile(m_sources.settings)
{
    m_reloading.setSingleShot(true);
    m_reloading.setInterval(settling);
    connect(&m_reloading, &QTimer::timeout, this, &Book::reload);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_reloading, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_reloading, qOverload<>(&QTimer::start));
    reload();
}

Book::~Book()
{
    while (!m_open.empty())
        close(m_open.back()->id());
}

std::shared_ptr<kube::PluginPath> Book::searchPath() const
{
    return m_sources.searchPath ? m_sources.searchPath() : nullptr;
}

const Entry* Book::entry(const QString& id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&id](const Entry& entry) { return entry.id() == id; });
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

void Book::reload()
{
    m_problem.reset();
    kube::KubeconfigFiles files = kube::kubeconfigFiles(m_sources.kubeconfig);
    if (m_sources.kubeconfig.isEmpty())
        files.paths.append(addedFiles());
    files.paths.removeDuplicates();
    files.untrusted = addedFiles();
    base::Result<kube::Kubeconfig> read = kube::readKubeconfig(files);
    if (read)
        m_kubeconfig = *std::move(read);
    else
        m_problem = read.error();
    const base::Result<QList<flink::ConnectionSettings>> settings = m_settingsFile.read();
    if (settings)
        m_settings = *settings;
    else
        m_problem = settings.error();
    watchFiles();
    makeEntries();
    emit changed();
}

// The folders, too: most programs replace a file instead of writing into it, and a file may come into being.
void Book::watchFiles()
{
    QStringList wanted;
    kube::KubeconfigFiles files = kube::kubeconfigFiles(m_sources.kubeconfig);
    for (const QString& path : files.paths + addedFiles()) {
        const QFileInfo info(path);
        if (info.exists())
            wanted.append(info.absoluteFilePath());
        if (info.dir().exists())
            wanted.append(info.absolutePath());
    }
    wanted.removeDuplicates();
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    for (const QString& path : watched) {
        if (!wanted.contains(path))
            m_watcher.removePath(path);
    }
    for (const QString& path : std::as_const(wanted)) {
        if (!watched.contains(path))
            m_watcher.addPath(path);
    }
}

Entry Book::entryOf(const kube::ContextEntry& context) const
{
    Entry entry;
    entry.settings = flink::settingsOf(m_settings, contextId(context.name), context.name);
    entry.file = context.file;
    entry.user = context.user;
    entry.nameSpace = context.nameSpace;
    if (const kube::ClusterEntry* cluster = m_kubeconfig.cluster(context.cluster))
        entry.server = cluster->server;
    entry.authentication = m_kubeconfig.authenticationOf(context.name);
    entry.problems = m_kubeconfig.problemsOf(context.name);
    entry.isCurrent = m_kubeconfig.currentContext == context.name;
    return entry;
}

void Book::makeEntries()
{
    const QList<Entry> before = std::exchange(m_entries, {});
    for (const kube::ContextEntry& context : std::as_const(m_kubeconfig.contexts))
        m_entries.append(entryOf(context));
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
        const auto same = std::find_if(before.begin(), before.end(), [&entry](const Entry& old) { return old.id() == entry.id(); });
        if (same != before.end())
            entry.openError = same->openError;
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
    if (entry.type == flink::Connection::Type::Endpoint)
        return flink::Connection::toEndpoint(QUrl(entry.server), nullptr, {}, entry.settings);
    const QString context = entry.id().mid(contextId({}).size());
    const base::Result<kube::ContextAccess> access = kube::accessTo(m_kubeconfig, context, m_sources.approval, searchPath());
    if (!access)
        return access.error();
    return flink::Connection::toContext(*access, inForce(entry));
}

base::Result<flink::Connection*> Book::open(const QString& id)
{
    if (flink::Connection* already = connection(id))
        return already;
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&id](const Entry& each) { return each.id() == id; });
    if (entry == m_entries.end())
        return base::Error{base::Error::Kind::Configuration, tr("There is no connection “%1”.").arg(id)};
    base::Result<std::unique_ptr<flink::Connection>> made = make(*entry);
    if (!made) {
        entry->openError = made.error();
        emit changed();
        return made.error();
    }
    entry->openError.reset();
    m_open.push_back(*std::move(made));
    flink::Connection* connection = m_open.back().get();
    connect(connection, &flink::Connection::stateChanged, this, [this, connection] { emit stateChanged(connection); });
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
    m_problem.reset();
    const base::Result<base::Ok> written = m_settingsFile.write(m_settings);
    if (!written)
        m_problem = written.error();
}

void Book::setSettings(const flink::ConnectionSettings& settings)
{
    const auto known = std::find_if(m_settings.begin(), m_settings.end(),
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
    const std::optional<QUrl> url = flinkAddress(address);
    if (!url)
        return base::Error{base::Error::Kind::Configuration,
                           tr("This is not an http or https address: “%1”. Example: http://flink.example:8081").arg(address)};
    const QString id = endpointId(*url);
    if (!entry(id)) {
        flink::ConnectionSettings settings;
        settings.id = id;
        settings.name = url->authority() + url->path();
        setSettings(settings);
    }
    return id;
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
    reload();
    return base::Ok{};
}

void Book::removeEndpoint(const QString& id)
{
    close(id);
    m_settings.removeIf([&id](const flink::ConnectionSettings& each) { return each.id == id; });
    keepSettings();
    makeEntries();
    emit changed();
}

} // namespace connections
