#include "ui/practice/storycard.h"

#include "core/base/visibletext.h"
#include "ui/practice/scenariomodel.h"
#include "ui/practice/score.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flowlayout.h"

#include <QEvent>
#include <QPushButton>
#include <QRegularExpression>
#include <QTimer>
#include <QVBoxLayout>

namespace practice {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto clockStep = 500ms;
constexpr std::array<double, 3> speeds{1, 10, 60};

} // namespace

QList<kube::ObjectKey> namedIn(const QString& text, const QList<kube::ObjectKey>& deployments)
{
    QList<kube::ObjectKey> named;
    for (const kube::ObjectKey& key : deployments) {
        const QRegularExpression word(u"(?<![\\w-])%1(?![\\w]|-\\w)"_s.arg(QRegularExpression::escape(key.name)),
                                      QRegularExpression::DontCaptureOption);
        if (word.match(text).hasMatch())
            named.append(key);
    }
    return named;
}

StoryCard::StoryCard(Session& session, QWidget* parent)
    : Card(parent)
    , m_session(session)
    , m_stage(new widgets::Badge(this))
    , m_difficulty(new widgets::Chip(widgets::Chip::Kind::Mark, this))
    , m_story(new widgets::PlainLabel(this))
    , m_links(new QWidget(this))
    , m_elapsed(new widgets::PlainLabel({}, theme::Type::BigNumber, theme::Role::Text, this))
    , m_clockHint(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
    , m_speedLabel(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
    , m_clock(new QWidget(this))
    , m_start(new QPushButton(this))
    , m_giveUp(new QPushButton(this))
{
    build();
    connect(m_start, &QPushButton::clicked, this, &StoryCard::startRequested);
    connect(m_giveUp, &QPushButton::clicked, &m_session, &Session::giveUp);
    connect(&m_session, &Session::changed, this, &StoryCard::refresh);
    auto* ticks = new QTimer(this);
    connect(ticks, &QTimer::timeout, this, [this] {
        if (isVisible())
            showClock();
    });
    ticks->start(clockStep);
}

void StoryCard::build()
{
    addHeaderWidget(m_stage);
    addHeaderWidget(m_difficulty);
    m_story->setWordWrap(true);
    m_story->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* links = new widgets::FlowLayout(m_links);
    links->setContentsMargins(0, 0, 0, 0);
    links->setSpacing(theme::between);
    auto* clock = new widgets::FlowLayout(m_clock);
    clock->setContentsMargins(0, 0, 0, 0);
    clock->setSpacing(theme::between);
    clock->addWidget(m_elapsed);
    clock->addWidget(m_clockHint);
    auto* paces = new QWidget(m_clock);
    auto* row = new QHBoxLayout(paces);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::inside);
    row->addWidget(m_speedLabel);
    clock->addWidget(paces);
    for (const double speed : speeds) {
        auto* chip = new widgets::Chip(widgets::Chip::Kind::Toggle, u"%1×"_s.arg(speed), m_clock);
        chip->setCheckable(true);
        connect(chip, &QAbstractButton::clicked, this, [this, speed] { m_session.setSpeed(speed); });
        m_speeds.append({chip, speed});
        row->addWidget(chip);
    }
    auto* actions = new QWidget(this);
    auto* buttons = new widgets::FlowLayout(actions);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(theme::between);
    m_start->setIcon(theme::icon(u"play"_s));
    buttons->addWidget(m_start);
    buttons->addWidget(m_giveUp);
    body()->setSpacing(theme::pageMargin);
    body()->addWidget(m_story);
    body()->addWidget(m_links);
    body()->addWidget(m_clock);
    body()->addWidget(actions);
}

void StoryCard::showScenario(const Scenario& scenario)
{
    m_scenario = scenario;
    refresh();
}

void StoryCard::setDeployments(const QList<kube::ObjectKey>& deployments)
{
    m_deployments = deployments;
    refresh();
}

void StoryCard::refresh()
{
    setTitle(m_scenario.title);
    m_difficulty->setText(difficultyWord(m_scenario.difficulty));
    m_story->setText(m_scenario.story);
    showStage();
    showActions();
    showAffected();
    showClock();
}

void StoryCard::showStage()
{
    const bool isPlayed = m_session.current() && m_session.current()->name == m_scenario.name;
    const bool hasGoal = !m_scenario.suspects.isEmpty();
    m_stage->setVisible(isPlayed);
    m_clock->setVisible(isPlayed && !m_session.isStarting());
    m_elapsed->setVisible(hasGoal);
    m_clockHint->setVisible(hasGoal);
    if (!isPlayed)
        return;
    if (m_session.isStarting())
        m_stage->setState(base::Health::Changing, tr("Being set up"));
    else if (!hasGoal)
        m_stage->setState(base::Health::Healthy, tr("Running"));
    else if (m_session.isGivenUp())
        m_stage->setState(base::Health::Suspended, tr("Given up"));
    else if (m_session.progress().stage == Progress::Stage::Preparing)
        m_stage->setState(base::Health::Changing, tr("About to happen"));
    else if (m_session.progress().stage == Progress::Stage::Incident)
        m_stage->setState(base::Health::Broken, tr("Incident"));
    else
        m_stage->setState(base::Health::Healthy, tr("Recovered"));
}

void StoryCard::showActions()
{
    const bool isPlayed = m_session.current() && m_session.current()->name == m_scenario.name;
    m_start->setText(isPlayed ? tr("Start again") : tr("Start the rehearsal"));
    m_start->setDefault(!isPlayed);
    m_start->setEnabled(!m_session.isStarting());
    m_start->setIcon(
        theme::icon(isPlayed ? u"refresh"_s : u"play"_s, isPlayed ? theme::Role::Text : theme::Role::OnAccent));
    m_giveUp->setText(tr("Give up and show the solution"));
    m_giveUp->setVisible(isPlayed && !m_session.isStarting() && !m_scenario.suspects.isEmpty() && !m_session.isOver());
    m_speedLabel->setText(tr("Speed of the cluster's time"));
    for (const auto& [chip, speed] : std::as_const(m_speeds)) {
        chip->setChecked(speed == m_session.speed());
        chip->setAccessibleName(tr("Time runs %1 times as fast").arg(speed));
    }
}

void StoryCard::showAffected()
{
    const bool isPlayed = m_session.current() && m_session.current()->name == m_scenario.name;
    const QList<kube::ObjectKey> affected =
        isPlayed ? namedIn(m_scenario.story, m_deployments) : QList<kube::ObjectKey>();
    m_links->setVisible(!affected.isEmpty());
    if (affected == m_affected)
        return;
    m_affected = affected;
    qDeleteAll(m_links->findChildren<QPushButton*>(Qt::FindDirectChildrenOnly));
    for (const kube::ObjectKey& key : affected) {
        auto* link = new QPushButton(theme::icon(u"deployment"_s), base::visibleText(key.name), m_links);
        link->setProperty("small", true);
        link->setAccessibleName(tr("Open the deployment '%1'").arg(base::visibleText(key.name)));
        connect(link, &QPushButton::clicked, this, [this, key] { emit openRequested(key); });
        m_links->layout()->addWidget(link);
    }
}

void StoryCard::showClock()
{
    m_elapsed->setText(watchText(m_session.elapsed()));
    switch (m_session.progress().stage) {
    case Progress::Stage::Preparing:
        m_clockHint->setText(tr("Something is about to happen."));
        return;
    case Progress::Stage::Incident:
        m_clockHint->setText(tr("since it happened, by the cluster's clock"));
        return;
    case Progress::Stage::Recovered:
        m_clockHint->setText(tr("to recover, by the cluster's clock"));
        return;
    }
}

void StoryCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Card::changeEvent(event);
}

} // namespace practice
