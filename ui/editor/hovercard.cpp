#include "ui/editor/hovercard.h"

#include "ui/editor/severity.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

constexpr int widest = 520;
constexpr qsizetype mostProblems = 4; ///< more of them at one place would fill the screen
constexpr int glyphSize = 14;

widgets::PlainLabel* paragraph(const QString& text, theme::Type type, theme::Role role, QWidget* parent)
{
    auto* label = new widgets::PlainLabel(text, type, role, parent);
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

HoverCard::HoverCard(QWidget* owner)
    : QFrame(owner, Qt::ToolTip)
    , m_owner(owner)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
    setFocusPolicy(Qt::StrongFocus);
    hide();
    owner->installEventFilter(this);
}

void HoverCard::present(const QList<Problem>& problems, const HoverTopic& topic, const QPoint& corner, int line,
                        Focus focus)
{
    delete std::exchange(m_content, nullptr);
    m_texts.clear();
    if (problems.isEmpty() && topic.name.isEmpty()) {
        hide();
        return;
    }
    m_content = new QWidget(this);
    auto* inside = new QVBoxLayout(m_content);
    inside->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between);
    inside->setSpacing(theme::between);
    for (const Problem& problem : problems.first(std::min(problems.size(), mostProblems)))
        addProblem(problem);
    if (!topic.name.isEmpty())
        addTopic(topic);
    addFixes(problems);
    m_column->addWidget(m_content);
    setAccessibleName(text());
    place(corner, line);
    QFrame::show();
    if (focus == Focus::Take) {
        activateWindow();
        setFocus(Qt::PopupFocusReason);
    }
}

QString HoverCard::text() const
{
    return m_texts.join(u'\n');
}

void HoverCard::addProblem(const Problem& problem)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::between);
    auto* glyph = new QLabel(m_content);
    glyph->setTextFormat(Qt::PlainText);
    glyph->setPixmap(severityIcon(problem.finding.severity).pixmap(QSize(glyphSize, glyphSize), devicePixelRatioF()));
    row->addWidget(glyph, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(paragraph(problem.finding.message, theme::Type::Strong, theme::Role::Text, m_content));
    m_texts.append(problem.finding.message);
    if (!problem.finding.explanation.isEmpty() && problem.finding.explanation != problem.finding.message) {
        words->addWidget(
            paragraph(problem.finding.explanation, theme::Type::Body, theme::Role::SecondaryText, m_content));
        m_texts.append(problem.finding.explanation);
    }
    row->addLayout(words, 1);
    auto* rule =
        new widgets::PlainLabel(problem.finding.rule, theme::Type::Small, theme::Role::SecondaryText, m_content);
    row->addWidget(rule, 0, Qt::AlignTop);
    static_cast<QVBoxLayout*>(m_content->layout())->addLayout(row);
}

void HoverCard::addLine()
{
    auto* column = static_cast<QVBoxLayout*>(m_content->layout());
    if (column->count() > 0)
        column->addWidget(new widgets::Line(m_content));
}

void HoverCard::addTopic(const HoverTopic& topic)
{
    addLine();
    auto* column = static_cast<QVBoxLayout*>(m_content->layout());
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(paragraph(topic.name, theme::Type::Code, theme::Role::Text, m_content));
    if (!topic.facts.isEmpty())
        words->addWidget(paragraph(topic.facts, theme::Type::Small, theme::Role::SecondaryText, m_content));
    if (!topic.text.isEmpty())
        words->addWidget(paragraph(topic.text, theme::Type::Body, theme::Role::Text, m_content));
    column->addLayout(words);
    for (const QString& text : {topic.name, topic.facts, topic.text})
        m_texts.append(text);
}

void HoverCard::addFixes(const QList<Problem>& problems)
{
    auto* column = static_cast<QVBoxLayout*>(m_content->layout());
    bool isFirst = true;
    for (const Problem& problem : problems) {
        if (problem.edits.isEmpty())
            continue;
        if (std::exchange(isFirst, false))
            addLine();
        auto* button = new QPushButton(theme::icon(u"wrench"_s), problem.finding.fix->title, m_content);
        button->setProperty("small", true);
        button->setFlat(true);
        button->setProperty("link", true);
        column->addWidget(button, 0, Qt::AlignLeft);
        m_texts.append(button->text());
        connect(button, &QPushButton::clicked, this, [this, problem] {
            hide();
            emit fixChosen(problem);
        });
    }
}

/// Below the line, or above it where there is no room; always on the screen.
void HoverCard::place(const QPoint& corner, int line)
{
    setFixedWidth(widest);
    m_content->layout()->activate();
    const int natural = m_content->layout()->hasHeightForWidth() ? m_content->layout()->totalHeightForWidth(widest - 2)
                                                                 : m_content->sizeHint().height();
    setFixedHeight(natural + 2);
    const QScreen* screen = m_owner->screen();
    const QRect room = screen->availableGeometry();
    QPoint at = corner;
    if (at.y() + height() > room.bottom())
        at.setY(corner.y() - line - height());
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
    at.setY(std::max(at.y(), room.top()));
    move(at);
}

void HoverCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(theme::color(theme::Role::Edge));
    painter.setBrush(theme::color(theme::Role::Raised));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void HoverCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        m_owner->activateWindow();
        m_owner->setFocus(Qt::PopupFocusReason);
        return;
    }
    QFrame::keyPressEvent(event);
}

void HoverCard::leaveEvent(QEvent* event)
{
    if (!isAncestorOf(focusWidget()) && !hasFocus())
        hide();
    QFrame::leaveEvent(event);
}

bool HoverCard::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::Wheel:
    case QEvent::MouseButtonPress:
    case QEvent::Hide:
        hide();
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace editor
