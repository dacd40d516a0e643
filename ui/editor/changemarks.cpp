#include "ui/editor/changemarks.h"

#include "ui/editor/classbadge.h"
#include "ui/editor/manifestedit.h"
#include "ui/theme/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

/// What ran gives way to the text where there is less room than this behind the line.
constexpr int leastRoom = 60;

} // namespace

ChangeMarks::ChangeMarks(ManifestEdit& edit)
    : QWidget(&edit)
    , m_edit(edit)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    edit.viewport()->installEventFilter(this);
    connect(&edit, &QPlainTextEdit::updateRequest, this, [this](const QRect&, int dy) {
        if (!m_marks.isEmpty() && (dy != 0 || isVisible()))
            update();
    });
    connect(edit.horizontalScrollBar(), &QScrollBar::valueChanged, this, [this] { update(); });
    place();
    hide();
}

void ChangeMarks::present(const QList<Mark>& marks)
{
    m_marks = marks;
    setVisible(!marks.isEmpty());
    place();
    update();
}

void ChangeMarks::place()
{
    setGeometry(m_edit.viewport()->geometry());
}

bool ChangeMarks::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        place();
    return QWidget::eventFilter(watched, event);
}

void ChangeMarks::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    for (const Mark& mark : m_marks) {
        if (!mark.place.block().isVisible())
            continue;
        QTextCursor end = mark.place;
        end.movePosition(QTextCursor::EndOfBlock);
        const QRect line = m_edit.cursorRect(end);
        if (!line.intersects(QRect(line.left(), event->rect().top(), 1, event->rect().height())))
            continue;
        const QString word = manifest::classWord(mark.weight);
        const QSize size = ClassBadge::sizeOf(word);
        const int height = std::min(size.height(), line.height());
        const QRect badge(width() - size.width() - theme::between, line.top() + (line.height() - height) / 2,
                          size.width(), height);
        // The text is what is edited: nothing is painted over it.
        if (line.right() + theme::between > badge.left())
            continue;
        ClassBadge::paint(&painter, badge, familyOf(mark.weight), word);
        const int room = badge.left() - line.right() - 3 * theme::between;
        if (mark.was.isEmpty() || room < leastRoom)
            continue;
        painter.setFont(theme::font(theme::Type::Small));
        painter.setPen(theme::color(theme::Role::SecondaryText));
        const QRect before(badge.left() - theme::between - room, line.top(), room, line.height());
        painter.drawText(before, Qt::AlignRight | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(mark.was, Qt::ElideRight, room));
    }
}

} // namespace editor
