#include "app/gui/application.h"

#include "core/base/visibletext.h"
#include "core/snapshot/reading.h"

#include "ui/deployment/keys.h"
#include "ui/editor/keys.h"
#include "ui/fleet/keys.h"
#include "ui/shell/mainwindow.h"
#include "ui/snapshots/keys.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/table.h"

namespace gui {

namespace {

kube::PluginPath::LoginShell loginShell(settings::Preferences::PluginSearch search)
{
    switch (search) {
    case settings::Preferences::PluginSearch::Automatic:
        return kube::PluginPath::LoginShell::WhenWithoutTerminal;
    case settings::Preferences::PluginSearch::OwnPath:
        return kube::PluginPath::LoginShell::Never;
    case settings::Preferences::PluginSearch::LoginShell:
        return kube::PluginPath::LoginShell::Always;
    }
    return kube::PluginPath::LoginShell::WhenWithoutTerminal;
}

} // namespace

Application::Application(QApplication& application, StartOptions options)
    : m_options(std::move(options))
    , m_theme(application)
    , m_approval(std::make_shared<connections::WindowApproval>())
    , m_book(sources())
    , m_clinic(m_book)
    , m_practice(m_book, m_options.practice)
    , m_manifests(m_book, m_languages)
    , m_operations(m_book)
    , m_pages({m_book, m_clinic, m_preferences, m_practice, m_manifests, m_operations, m_snapshots})
{
    applyLanguage();
    m_theme.setScheme(m_preferences.scheme());
    applyTimes();
    openWhatWasAskedFor();
    m_keys.add(deployment::keyCommands() + fleet::keyCommands() + editor::keyCommands() + snapshots::keyCommands() +
               QList<widgets::KeyCommand>{widgets::focusKeys(), widgets::copyKeys()});
    m_keys.addPlaces(deployment::keyPlaces() + fleet::keyPlaces() + editor::keyPlaces() + snapshots::keyPlaces());
    m_window =
        std::make_unique<shell::MainWindow>(shell::MainWindow::Parts{m_book, m_preferences, m_languages, m_pages});
    m_pages.setWindow(m_window.get());
    m_practice.setWindow(m_window.get());
    m_manifests.setWindow(m_window.get());
    m_operations.setWindow(m_window.get());
    m_snapshots.setWindow(m_window.get());
    m_approval->setWindow(m_window.get());
    connect(&m_preferences, &settings::Preferences::languageChanged, this, &Application::applyLanguage);
    connect(&m_preferences, &settings::Preferences::schemeChanged, this,
            [this] { m_theme.setScheme(m_preferences.scheme()); });
    connect(&m_preferences, &settings::Preferences::timeChanged, this, &Application::applyTimes);
    connect(m_window.get(), &shell::MainWindow::filesDropped, this, &Application::openFiles);
    connect(m_window.get(), &shell::MainWindow::doctorRequested, &m_pages, &Pages::examine);
}

Application::~Application() = default;

connections::Book::Sources Application::sources() const
{
    connections::Book::Sources sources;
    sources.kubeconfig = m_options.kubeconfig;
    sources.approval = m_approval;
    sources.secrets = secrets::keychainStore();
    // One a setting, so that the login shell is asked once.
    auto known = std::make_shared<std::pair<settings::Preferences::PluginSearch, std::shared_ptr<kube::PluginPath>>>();
    sources.searchPath = [this, known] {
        const settings::Preferences::PluginSearch wanted = m_preferences.pluginSearch();
        if (!known->second || known->first != wanted)
            *known = {wanted, std::make_shared<kube::PluginPath>(loginShell(wanted))};
        return known->second;
    };
    sources.defaultNameSpaces = [this] { return m_preferences.defaultNameSpaces(); };
    return sources;
}

void Application::applyLanguage()
{
    m_languages.use(m_preferences.language());
    m_clinic.retranslate();
    m_practice.session().retranslate();
}

void Application::applyTimes()
{
    m_times.setForm(m_preferences.timeForm());
    m_times.setZone(m_preferences.timeZone());
}

void Application::openWhatWasAskedFor()
{
    if (!m_options.endpoint.isEmpty()) {
        const base::Result<QString> added = m_book.addEndpoint(m_options.endpoint);
        if (added)
            m_opened = *added;
        else
            m_problem = added.error();
    } else if (!m_options.context.isEmpty()) {
        m_opened = connections::contextId(m_options.context);
    } else {
        m_book.openPinned();
    }
    if (!m_opened.isEmpty()) {
        if (const auto opened = m_book.open(m_opened); !opened)
            m_problem = opened.error();
    }
    // Its first requests are on their way to the server while the window is built and painted.
    QCoreApplication::sendPostedEvents();
}

void Application::openFiles(const QStringList& paths)
{
    for (const QString& path : paths) {
        if (snapshot::isSnapshot(path))
            m_snapshots.open({path});
        else
            m_manifests.open({path});
    }
}

void Application::start()
{
    using Place = shell::Address::Place;
    m_window->show();
    if (m_problem)
        m_window->notify(base::Health::Broken, base::visibleText(m_problem->message));
    else if (!m_opened.isEmpty())
        m_pages.openConnection(m_opened);
    if (m_options.rehearsal)
        m_practice.play(*m_options.rehearsal);
    openFiles(m_options.files);
    if (!m_window->currentPage())
        m_window->go({m_book.openConnections().isEmpty() ? Place::Welcome : Place::Fleet, {}, {}});
}

} // namespace gui
