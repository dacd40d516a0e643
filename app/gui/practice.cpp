#include "app/gui/practice.h"

#include "core/base/visibletext.h"
#include "core/flink/connection.h"
#include "ui/connections/book.h"
#include "ui/practice/practicepage.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/keymap.h"
#include "ui/widgets/searchfield.h"

#include <algorithm>

namespace gui {

using namespace Qt::StringLiterals;
using shell::Address;

namespace {

/// The fleet as it is when nobody rehearses anything: two of it are sick.
const auto plainFleet = u"company"_s;

} // namespace

Practice::Practice(connections::Book& book, practice::Source source)
    : m_book(book)
    , m_session(std::move(source))
{
    connect(&m_session, &practice::Session::opened, this, &Practice::connectTo);
    connect(&m_session, &practice::Session::begun, this, &Practice::arrive);
    connect(&m_session, &practice::Session::failed, this, [this] {
        if (!m_window)
            return;
        m_window->withdraw(m_notice);
        m_window->notify(base::Health::Broken, m_session.problem());
    });
    connect(&m_session, &practice::Session::aboutToEnd, &m_book, &connections::Book::removePractice);
    connect(&m_session, &practice::Session::changed, this, &Practice::showNote);
    connect(&m_book, &connections::Book::opened, this, &Practice::follow);
}

// The window is gone by now; the contexts must be before the cluster is.
Practice::~Practice()
{
    m_session.end();
}

void Practice::setWindow(shell::MainWindow* window)
{
    m_window = window;
    connect(window, &shell::MainWindow::practiceRequested, this, &Practice::open);
}

int Practice::incidents() const
{
    const auto& all = m_session.scenarios();
    return static_cast<int>(std::count_if(
        all.begin(), all.end(), [](const practice::Scenario& scenario) { return !scenario.suspects.isEmpty(); }));
}

QString Practice::connectionId() const
{
    const QList<connections::Entry>& all = m_book.entries();
    const auto found =
        std::find_if(all.begin(), all.end(), [](const connections::Entry& entry) { return entry.isPractice; });
    return found == all.end() ? QString() : found->id();
}

void Practice::connectTo()
{
    const auto added = m_book.addPractice(m_session.kubeconfig());
    if (!added && m_window)
        m_window->notify(base::Health::Broken, base::visibleText(added.error().message));
}

void Practice::begin(const QString& scenario, std::optional<Address::Place> then)
{
    QStringList taken;
    for (const connections::Entry& entry : m_book.entries())
        taken.append(flink::contextNameOf(entry.id()));
    m_then = then;
    if (!m_session.isOpen() && !m_session.isStarting() && m_session.scenario(scenario))
        m_window->notify(base::Health::Changing, m_notice = tr("The practice cluster is being set up."));
    m_session.play(scenario, taken);
}

void Practice::arrive()
{
    m_window->withdraw(m_notice);
    const auto opened = m_book.open(connectionId());
    if (!opened)
        m_window->notify(base::Health::Broken, base::visibleText(opened.error().message));
    else if (m_then)
        m_window->go({*m_then, {}, {}});
}

void Practice::open()
{
    if (!m_session.isOpen())
        begin(plainFleet, Address::Place::Fleet);
    else if (m_book.open(connectionId()))
        m_window->go({Address::Place::Fleet, {}, {}});
}

void Practice::play(const QString& scenario)
{
    if (scenario.isEmpty())
        open();
    else
        begin(scenario, Address::Place::Practice);
}

void Practice::follow(flink::Connection* connection)
{
    if (connection->id() != connectionId() || !connection->deployments())
        return;
    connect(connection->deployments(), &flink::ObjectsBase::changed, this, &Practice::tellDeployments);
    tellDeployments();
}

void Practice::tellDeployments()
{
    const flink::Connection* open = m_book.connection(connectionId());
    if (m_page)
        m_page->setDeployments(open && open->deployments() ? open->deployments()->keys() : QList<kube::ObjectKey>());
}

void Practice::showNote()
{
    const practice::Scenario* played = m_session.current();
    if (!m_window)
        return;
    if (!played || played->suspects.isEmpty()) {
        m_window->setPracticeNote({});
        return;
    }
    using Stage = practice::Progress::Stage;
    if (m_session.isGivenUp())
        m_window->setPracticeNote(tr("%1: given up", "title of a rehearsal").arg(played->title));
    else if (m_session.progress().stage == Stage::Recovered)
        m_window->setPracticeNote(tr("%1: recovered", "title of a rehearsal").arg(played->title));
    else
        m_window->setPracticeNote(played->title);
}

void Practice::wirePage()
{
    using practice::PracticePage;
    connect(m_page, &PracticePage::playRequested, this,
            [this](const QString& scenario) { begin(scenario, std::nullopt); });
    connect(m_page, &PracticePage::fleetRequested, this, &Practice::open);
    connect(m_page, &PracticePage::endRequested, &m_session, &practice::Session::end);
    connect(m_page, &PracticePage::openRequested, this, [this](const kube::ObjectKey& deployment) {
        if (m_book.open(connectionId()))
            m_window->go({Address::Place::Deployment, connectionId(), deployment});
    });
}

shell::Page* Practice::makePage()
{
    m_page = new practice::PracticePage(m_session);
    wirePage();
    auto* page = new shell::Page({Address::Place::Practice, {}, {}}, m_page);
    page->title = [] { return tr("Practice"); };
    page->iconName = u"practice"_s;
    page->connections = [this] {
        return m_book.connection(connectionId()) ? QStringList{connectionId()} : QStringList();
    };
    page->keys = [] {
        return QList<shell::Key>{{widgets::allKeysText(widgets::focusKeys()), tr("Filter the rehearsals")},
                                 {u"Enter"_s, tr("Start the selected rehearsal")}};
    };
    connect(&m_book, &connections::Book::changed, page, &shell::Page::changed);
    tellDeployments();
    return page;
}

} // namespace gui
