#include "ui/connections/welcomepage.h"

#include "core/base/visibletext.h"
#include "ui/connections/book.h"
#include "ui/connections/clinic.h"
#include "ui/connections/connectionmodel.h"
#include "ui/connections/connectiontable.h"
#include "ui/connections/dialogs.h"
#include "ui/connections/doctorview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keycap.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace connections {

using namespace Qt::StringLiterals;

namespace {

constexpr int outerMargin = 34;

QPushButton* linkButton(QWidget* parent)
{
    auto* button = new QPushButton(parent);
    button->setFlat(true);
    button->setProperty("link", true);
    button->setProperty("small", true);
    return button;
}

widgets::Card* wayCard(const QString& icon, widgets::PlainLabel* title, widgets::PlainLabel* text, QPushButton* button,
                       QWidget* parent)
{
    auto* card = new widgets::Card(parent);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::pageMargin);
    auto* sign = new QPushButton(card);
    sign->setIcon(theme::icon(icon, theme::Role::Accent));
    sign->setIconSize(QSize(18, 18));
    sign->setFlat(true);
    sign->setFocusPolicy(Qt::NoFocus);
    sign->setAttribute(Qt::WA_TransparentForMouseEvents);
    sign->setFixedSize(22, 22);
    auto* words = new QVBoxLayout;
    words->setSpacing(3);
    words->addWidget(title);
    words->addWidget(text);
    words->addSpacing(theme::inside);
    words->addWidget(button, 0, Qt::AlignLeft);
    text->setWordWrap(true);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    card->body()->addLayout(row);
    card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return card;
}

} // namespace

WelcomePage::WelcomePage(Book& book, Clinic& clinic, QWidget* parent)
    : QWidget(parent)
    , m_book(book)
    , m_clinic(clinic)
    , m_title(new widgets::PlainLabel({}, theme::Type::PageTitle, theme::Role::Text, this))
    , m_subtitle(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
    , m_connections(new widgets::Card(this))
    , m_table(new ConnectionTable(book, clinic, this))
    , m_none(new widgets::EmptyState(this))
    , m_guess(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_types(linkButton(this))
    , m_add(new QPushButton(this))
    , m_doctor(new DoctorView(clinic, this))
    , m_practiceTitle(new widgets::PlainLabel({}, theme::Type::CardTitle, theme::Role::Text, this))
    , m_practiceText(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
    , m_practice(new QPushButton(this))
    , m_endpointTitle(new widgets::PlainLabel({}, theme::Type::CardTitle, theme::Role::Text, this))
    , m_endpointText(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
    , m_endpoint(new QPushButton(this))
    , m_manifestTitle(new widgets::PlainLabel({}, theme::Type::CardTitle, theme::Role::Text, this))
    , m_manifestText(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
    , m_manifest(new QPushButton(this))
    , m_fileTitle(new widgets::PlainLabel({}, theme::Type::CardTitle, theme::Role::Text, this))
    , m_fileText(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
    , m_file(new QPushButton(this))
    , m_problem(new widgets::Banner(this))
{
    build();
    const auto addFile = [this] { askForKubeconfig(m_book, this); };
    const auto addEndpoint = [this] {
        askForEndpoint(m_book, this, [this](const QString& id) { emit openRequested(id); });
    };
    connect(m_add, &QPushButton::clicked, this, addFile);
    connect(m_file, &QPushButton::clicked, this, addFile);
    connect(m_practice, &QPushButton::clicked, this, &WelcomePage::practiceRequested);
    connect(m_manifest, &QPushButton::clicked, this, &WelcomePage::manifestRequested);
    connect(m_endpoint, &QPushButton::clicked, this, addEndpoint);
    connect(m_none, &widgets::EmptyState::actionRequested, this, addFile);
    connect(m_types, &QPushButton::clicked, this, &WelcomePage::connectionsRequested);
    connect(m_table, &ConnectionTable::openRequested, this, &WelcomePage::openRequested);
    connect(m_table, &ConnectionTable::testRequested, &m_clinic, &Clinic::examine);
    connect(m_table, &ConnectionTable::currentChangedTo, this, &WelcomePage::showSelected);
    connect(&m_book, &Book::changed, this, &WelcomePage::refresh);
    retranslate();
}

void WelcomePage::build()
{
    makeConnectionsCard();
    m_problem->hide();
    auto* lower = new QHBoxLayout;
    lower->setSpacing(14);
    lower->addWidget(m_doctor, 4);
    lower->addWidget(makeWays(), 3);
    auto* inside = new QWidget(this);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(outerMargin, 20, outerMargin, theme::pageMargin);
    column->setSpacing(14);
    column->addWidget(makeHead());
    column->addWidget(m_problem);
    column->addWidget(m_connections);
    column->addLayout(lower, 1);
    column->addWidget(makeFoot());
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
}

QWidget* WelcomePage::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    auto* sign = new QLabel(head);
    sign->setTextFormat(Qt::PlainText);
    sign->setPixmap(theme::applicationIcon().pixmap(QSize(44, 44), devicePixelRatioF()));
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_title);
    m_subtitle->setWordWrap(true);
    words->addWidget(m_subtitle);
    m_choices = new QHBoxLayout;
    m_choices->setSpacing(theme::between);
    row->addWidget(sign);
    row->addLayout(words, 1);
    row->addLayout(m_choices);
    return head;
}

void WelcomePage::addChoice(widgets::PlainLabel* label, QWidget* choice)
{
    m_choices->addSpacing(theme::between);
    m_choices->addWidget(label);
    m_choices->addWidget(choice);
}

void WelcomePage::makeConnectionsCard()
{
    m_add->setIcon(theme::icon(u"plus"_s));
    m_add->setProperty("small", true);
    m_connections->addHeaderWidget(m_add);
    m_connections->setBodyMargins(0);
    m_connections->body()->setSpacing(0);
    m_none->setMinimumHeight(150);
    m_connections->body()->addWidget(m_table);
    m_connections->body()->addWidget(m_none);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme::pageMargin, 2, theme::pageMargin, 4);
    foot->addWidget(m_guess);
    foot->addWidget(m_types);
    foot->addStretch();
    m_connections->body()->addLayout(foot);
}

QWidget* WelcomePage::makeWays()
{
    auto* ways = new QWidget(this);
    auto* column = new QVBoxLayout(ways);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_endpoint->setIcon(theme::icon(u"endpoint"_s));
    m_file->setIcon(theme::icon(u"folder"_s));
    m_manifest->setIcon(theme::icon(u"document"_s));
    column->addWidget(wayCard(u"practice"_s, m_practiceTitle, m_practiceText, m_practice, ways));
    column->addWidget(wayCard(u"endpoint"_s, m_endpointTitle, m_endpointText, m_endpoint, ways));
    column->addWidget(wayCard(u"edit"_s, m_manifestTitle, m_manifestText, m_manifest, ways));
    column->addWidget(wayCard(u"document"_s, m_fileTitle, m_fileText, m_file, ways));
    column->addStretch();
    return ways;
}

QWidget* WelcomePage::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::between);
    const auto add = [this, foot, row](const QString& keys, const char* text) {
        auto* hint = new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, foot);
        m_hints.append({hint, text});
        row->addWidget(new widgets::KeyCap(keys, foot));
        row->addWidget(hint);
        row->addSpacing(theme::between);
    };
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P).toString(QKeySequence::NativeText), QT_TR_NOOP("commands"));
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L).toString(QKeySequence::NativeText), QT_TR_NOOP("connections"));
    add(QKeySequence(Qt::Key_F1).toString(QKeySequence::NativeText), QT_TR_NOOP("keys of this view"));
    add(u"/"_s, QT_TR_NOOP("filter"));
    row->addStretch();
    return foot;
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("Welcome to Drey"));
    setRehearsals(m_rehearsals);
    m_subtitle->setText(tr("One window onto Apache Flink on Kubernetes. It uses your kubeconfig, installs nothing, and "
                           "sends nothing anywhere."));
    m_connections->setTitle(tr("Connections found"));
    m_add->setText(tr("Add a kubeconfig…"));
    m_guess->setText(
        tr("Drey guesses the type from the name. Production connections are protected: Drey changes nothing there."));
    m_types->setText(tr("Change types"));
    m_practiceTitle->setText(tr("Practice cluster"));
    m_practice->setText(tr("Open the practice cluster"));
    m_endpointTitle->setText(tr("Flink without Kubernetes"));
    m_endpointText->setText(tr("Look at one Flink cluster through its REST address: jobs, checkpoints, exceptions."));
    m_endpoint->setText(tr("Open a Flink address…"));
    m_manifestTitle->setText(tr("Manifests"));
    m_manifestText->setText(
        tr("Write and check the YAML of deployments and jobs. Drey knows every key of every Flink version."));
    m_manifest->setText(tr("Open a manifest…"));
    m_fileTitle->setText(tr("Another kubeconfig"));
    m_fileText->setText(tr("Drey reads the files kubectl reads. Programs they name for signing in run only after you "
                           "have seen and allowed them."));
    m_file->setText(tr("Choose a file…"));
    for (const auto& [label, text] : std::as_const(m_hints))
        label->setText(tr(text));
    refresh();
}

void WelcomePage::setRehearsals(int count)
{
    m_rehearsals = count;
    const QString what =
        tr("A small company's Flink with its operator, simulated in this program. Break it, repair it, lose nothing.");
    m_practiceText->setText(count > 0 ? tr("%1 %2", "what it is, what there is to rehearse")
                                            .arg(what, tr("%n incident(s) to rehearse.", nullptr, count))
                                      : what);
}

void WelcomePage::refresh()
{
    const bool any = !m_book.entries().isEmpty();
    m_table->setVisible(any);
    m_none->setVisible(!any);
    m_none->showNone(tr("No kubeconfig was found where kubectl looks for one."), tr("Add a kubeconfig…"));
    m_guess->setVisible(any);
    m_types->setVisible(any);
    m_table->fitHeight();
    const auto contexts = static_cast<int>(m_book.kubeconfig().contexts.size());
    const auto files = static_cast<int>(m_book.kubeconfig().files.size());
    const QString found = tr("%1 in %2", "contexts, files")
                              .arg(tr("%n contexts", nullptr, contexts), tr("%n kubeconfig files", nullptr, files));
    m_connections->setSubtitle(contexts > 0 ? found : QString());
    // Who has nothing to open is not to look for the way in.
    m_practice->setDefault(!any);
    m_practice->setIcon(theme::icon(u"play"_s, any ? theme::Role::Text : theme::Role::OnAccent));
    QStringList problems;
    const QList<kube::Problem> fileProblems = m_book.fileProblems();
    for (const kube::Problem& problem : fileProblems)
        problems.append(base::visibleText(problem.message));
    if (m_book.settingsProblem())
        problems.append(base::visibleText(m_book.settingsProblem()->message));
    m_problem->setVisible(!problems.isEmpty());
    if (!problems.isEmpty())
        m_problem->showMessage(base::Health::AtRisk, tr("Not everything could be read."), problems.join(u'\n'));
    if (any && m_table->currentId().isEmpty())
        m_table->select(m_book.entries().constFirst().id());
    showSelected();
}

void WelcomePage::showSelected()
{
    const Entry* entry = m_book.entry(m_table->currentId());
    if (entry)
        m_doctor->setConnection(entry->id(), base::visibleText(entry->name()));
    else
        m_doctor->setConnection({}, {});
}

void WelcomePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace connections
