#include "ui/practice/practicepage.h"

#include "ui/practice/causecard.h"
#include "ui/practice/debriefcard.h"
#include "ui/practice/goalscard.h"
#include "ui/practice/hintscard.h"
#include "ui/practice/scenariolist.h"
#include "ui/practice/storycard.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

/// In widths of a letter of the body font, so that larger letters get more room.
constexpr int listLetters = 44;
constexpr int stackBelowLetters = 110;
constexpr int pairLetters = 90;

} // namespace

PracticePage::PracticePage(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new widgets::PlainLabel({}, theme::Type::PageTitle, theme::Role::Text, this))
    , m_subtitle(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
    , m_fleet(new QPushButton(this))
    , m_end(new QPushButton(this))
    , m_problem(new widgets::Banner(this))
    , m_list(new ScenarioList(session, this))
    , m_story(new StoryCard(session, this))
    , m_goals(new GoalsCard(session, this))
    , m_cause(new CauseCard(session, this))
    , m_hints(new HintsCard(session, this))
    , m_debrief(new DebriefCard(session, this))
    , m_scroll(new QScrollArea(this))
{
    build();
    const auto play = [this] {
        if (!m_list->selected().isEmpty())
            emit playRequested(m_list->selected());
    };
    connect(m_list, &ScenarioList::selectedChanged, this, &PracticePage::refresh);
    connect(m_list, &ScenarioList::startRequested, this, [this, play] {
        const Scenario* played = m_session.current();
        if (!played || played->name != m_list->selected())
            play();
    });
    connect(m_story, &StoryCard::startRequested, this, play);
    connect(m_story, &StoryCard::openRequested, this, &PracticePage::openRequested);
    connect(m_fleet, &QPushButton::clicked, this, &PracticePage::fleetRequested);
    connect(m_end, &QPushButton::clicked, this, &PracticePage::endRequested);
    connect(&m_session, &Session::changed, this, &PracticePage::refresh);
    setFocusProxy(&m_list->view());
    retranslate();
}

void PracticePage::build()
{
    m_problem->hide();
    auto* inside = new QWidget;
    auto* right = new QVBoxLayout(inside);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(theme::pageMargin);
    right->addWidget(m_story);
    right->addWidget(m_debrief);
    m_pair = new QBoxLayout(QBoxLayout::LeftToRight);
    m_pair->setSpacing(theme::pageMargin);
    m_pair->addWidget(m_goals, 1);
    m_pair->addWidget(m_cause, 1);
    right->addLayout(m_pair);
    right->addWidget(m_hints);
    right->addStretch(1);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    m_sides = new QBoxLayout(QBoxLayout::LeftToRight);
    m_sides->setSpacing(theme::pageMargin);
    m_sides->addWidget(m_list);
    m_sides->addWidget(m_scroll, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin, theme::pageMargin);
    column->setSpacing(theme::pageMargin);
    column->addWidget(makeHead());
    column->addWidget(m_problem);
    column->addLayout(m_sides, 1);
}

QWidget* PracticePage::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::between);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    m_subtitle->setWordWrap(true);
    m_fleet->setIcon(theme::icon(u"fleet"_s));
    row->addLayout(words, 1);
    row->addWidget(m_fleet);
    row->addWidget(m_end);
    return head;
}

void PracticePage::setDeployments(const QList<kube::ObjectKey>& deployments)
{
    m_story->setDeployments(deployments);
}

void PracticePage::showDebrief()
{
    m_scroll->ensureWidgetVisible(m_debrief, 0, 0);
}

void PracticePage::retranslate()
{
    m_title->setText(tr("Practice"));
    m_subtitle->setText(
        tr("A simulated company with its own Kubernetes, operator and Flink inside this program. Pick an "
           "incident, find the cause, repair it with whatever you would use at work."));
    m_fleet->setText(tr("Open the fleet"));
    m_end->setText(tr("End the practice cluster"));
    refresh();
}

void PracticePage::refresh()
{
    // What is begun comes to the front, wherever it was begun.
    const Scenario* played = m_session.current();
    const QString name = played ? played->name : QString();
    if (name != m_followed) {
        m_followed = name;
        if (!name.isEmpty())
            m_list->select(name);
    }
    m_problem->setVisible(!m_session.problem().isEmpty());
    if (!m_session.problem().isEmpty())
        m_problem->showMessage(base::Health::Broken, tr("It did not start."), m_session.problem());
    m_fleet->setVisible(m_session.isOpen());
    m_end->setVisible(m_session.isOpen());
    const Scenario* chosen = m_session.scenario(m_list->selected());
    m_scroll->setVisible(chosen);
    if (!chosen)
        return;
    m_story->showScenario(*chosen);
    const bool isPlayed = chosen == played && !m_session.isStarting();
    m_goals->setVisible(isPlayed && !m_session.progress().goals.isEmpty());
    m_cause->setVisible(isPlayed && !chosen->suspects.isEmpty());
    m_hints->setVisible(isPlayed && !chosen->hints.isEmpty());
    m_debrief->setVisible(isPlayed && m_session.isOver() && !chosen->suspects.isEmpty());
}

/// What does not fit beside each other stands under each other.
void PracticePage::layOut()
{
    const int letter = qMax(1, fontMetrics().averageCharWidth());
    const bool isStacked = width() < stackBelowLetters * letter;
    m_sides->setDirection(isStacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_list->setMaximumWidth(isStacked ? QWIDGETSIZE_MAX : listLetters * letter);
    m_list->setMinimumWidth(isStacked ? 0 : listLetters * letter);
    m_list->setMaximumHeight(isStacked ? height() / 3 : QWIDGETSIZE_MAX);
    const int room = width() - (isStacked ? 0 : listLetters * letter);
    m_pair->setDirection(room < pairLetters * letter ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void PracticePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void PracticePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        layOut();
    QWidget::changeEvent(event);
}

} // namespace practice
