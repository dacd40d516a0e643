#include "ui/practice/debriefcard.h"

#include "core/base/visibletext.h"
#include "ui/practice/score.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flowlayout.h"

#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

namespace practice {

using namespace Qt::StringLiterals;

namespace {

widgets::PlainLabel* wrapped(const QString& text, theme::Type type, theme::Role role, QWidget* parent)
{
    auto* label = new widgets::PlainLabel(text, type, role, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QWidget* number(const QString& title, const QString& value, QWidget* parent)
{
    auto* whole = new QWidget(parent);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 24, 0);
    column->setSpacing(1);
    column->addWidget(new widgets::PlainLabel(title, theme::Type::Body, theme::Role::SecondaryText, whole));
    column->addWidget(new widgets::PlainLabel(value, theme::Type::BigNumber, theme::Role::Text, whole));
    whole->setAccessibleName(u"%1: %2"_s.arg(title, value));
    return whole;
}

QString taken(const std::optional<Duration>& duration)
{
    return duration ? watchText(*duration) : u"–"_s;
}

} // namespace

DebriefCard::DebriefCard(Session& session, QWidget* parent)
    : Card(parent)
    , m_session(session)
{
    connect(&session, &Session::changed, this, &DebriefCard::refresh);
    refresh();
}

/// The cluster goes on after the end, what is told is how it ended: whoever asks for it waits for the cluster.
void DebriefCard::refresh()
{
    if (!m_session.isOver() || !m_session.current()) {
        m_progress.scenario.clear();
        return;
    }
    const Progress& progress = m_session.progress();
    if (m_progress.scenario == progress.scenario && m_progress.detected == progress.detected &&
        m_progress.recovered == progress.recovered)
        return;
    m_debrief = m_session.debrief();
    m_progress = progress;
    fill();
}

void DebriefCard::fill()
{
    setTitle(tr("Debrief"));
    delete m_content;
    m_content = new QWidget(this);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::between);
    body()->addWidget(m_content);
    addNumbers(m_session.current()->difficulty);
    addParagraph(tr("What it was"), m_debrief.cause);
    addParagraph(tr("What was to be done"), m_debrief.cure);
    addTimeline(m_debrief.timeline);
}

void DebriefCard::addNumbers(int difficulty)
{
    const Score score = scoreOf(m_progress, difficulty, m_session.isGivenUp() ? Ending::GivenUp : Ending::Recovered);
    auto* numbers = new QWidget(m_content);
    auto* row = new widgets::FlowLayout(numbers);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::between);
    row->addWidget(number(tr("Time to detect"), taken(m_progress.detected), numbers));
    row->addWidget(number(tr("Time to recover"), taken(m_progress.recovered), numbers));
    row->addWidget(number(tr("Score"), m_session.isGivenUp() ? u"–"_s : tr("%1 of 100").arg(score.points), numbers));
    m_content->layout()->addWidget(numbers);
    if (!score.deductions.isEmpty())
        m_content->layout()->addWidget(
            wrapped(score.deductions.join(u" · "_s), theme::Type::Body, theme::Role::SecondaryText, m_content));
}

void DebriefCard::addParagraph(const QString& title, const QString& text)
{
    if (text.isEmpty())
        return;
    m_content->layout()->addWidget(new widgets::PlainLabel(title, theme::Type::Strong, theme::Role::Text, m_content));
    m_content->layout()->addWidget(wrapped(text, theme::Type::Body, theme::Role::Text, m_content));
}

void DebriefCard::addTimeline(const QList<sim::practice::Deed>& deeds)
{
    if (deeds.isEmpty())
        return;
    m_content->layout()->addWidget(
        new widgets::PlainLabel(tr("Timeline"), theme::Type::Strong, theme::Role::Text, m_content));
    auto* table = new QWidget(m_content);
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(theme::inside);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const sim::practice::Deed& deed : deeds) {
        const Duration after = deed.at - m_progress.begun;
        const QString when = (after < Duration(0) ? u"−"_s : u"+"_s) + watchText(std::chrono::abs(after));
        const QString who = deed.who.isEmpty() ? tr("the rehearsal") : base::visibleText(deed.who);
        grid->addWidget(new widgets::PlainLabel(when, theme::Type::Code, theme::Role::SecondaryText, table), row, 0,
                        Qt::AlignTop | Qt::AlignRight);
        grid->addWidget(new widgets::PlainLabel(who, theme::Type::Body, theme::Role::SecondaryText, table), row, 1,
                        Qt::AlignTop);
        grid->addWidget(wrapped(base::visibleText(deed.what, 512), theme::Type::Body, theme::Role::Text, table), row++,
                        2);
    }
    m_content->layout()->addWidget(table);
}

void DebriefCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_progress.scenario.clear();
        refresh();
    }
    Card::changeEvent(event);
}

} // namespace practice
