#include "ui/code/codeview.h"

#include "ui/code/linelayout.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>

namespace code {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostMarks = 1'000;
constexpr int foldMark = 12;

} // namespace

class CodeView::Gutter : public QWidget
{
public:
    explicit Gutter(CodeView* view)
        : QWidget(view)
        , m_view(view)
    {
        // All of it is painted: it can be scrolled as it is, and nothing has to be painted below it.
        setAttribute(Qt::WA_OpaquePaintEvent);
    }

protected:
    void paintEvent(QPaintEvent* event) override { m_view->paintGutter(event); }
    void mousePressEvent(QMouseEvent* event) override
    {
        if (event->button() == Qt::LeftButton)
            m_view->pressGutter(event->pos());
    }
    void wheelEvent(QWheelEvent* event) override { QCoreApplication::sendEvent(m_view->viewport(), event); }

private:
    CodeView* m_view;
};

CodeView::CodeView(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_gutter(new Gutter(this))
    , m_closedSign(theme::icon(u"chevron-right"_s, theme::Role::SecondaryText))
    , m_openSign(theme::icon(u"chevron-down"_s, theme::Role::SecondaryText))
{
    auto* text = new QTextDocument(this);
    text->setDocumentLayout(new LineLayout(text));
    setDocument(text);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(NoWrap);
    setFrameShape(QFrame::NoFrame);
    setFont(theme::font(theme::Type::Code));
    document()->setDocumentMargin(theme::inside);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeView::makeRoom);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect& rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    makeRoom();
}

int CodeView::gutterWidth() const
{
    const int digits = int(QString::number(std::max(1, blockCount())).size());
    return markWidth() + 2 * theme::between + fontMetrics().horizontalAdvance(u'9') * std::max(3, digits) + foldWidth();
}

int CodeView::foldWidth() const
{
    return m_folds.isEmpty() ? 0 : foldMark + theme::inside;
}

void CodeView::makeRoom()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    m_gutter->setGeometry(QRect(contentsRect().topLeft(), QSize(gutterWidth(), contentsRect().height())));
}

void CodeView::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    makeRoom();
}

QList<CodeView::Line> CodeView::linesIn(const QRect& rect) const
{
    QList<Line> lines;
    QTextBlock block = firstVisibleBlock();
    // blockBoundingGeometry() walks from the first line in sight to the one it is asked about.
    QPointF corner = blockBoundingGeometry(block).translated(contentOffset()).topLeft();
    for (; block.isValid() && corner.y() <= rect.bottom(); block = block.next()) {
        if (!block.isVisible())
            continue;
        const QRectF place(corner, blockBoundingRect(block).size());
        if (place.bottom() >= rect.top())
            lines.append({block, place});
        corner.ry() += place.height();
    }
    return lines;
}

void CodeView::paintGutter(QPaintEvent* event)
{
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), theme::color(theme::Role::Code));
    painter.setFont(font());
    for (const auto& [block, place] : linesIn(event->rect())) {
        const int right = m_gutter->width() - theme::between - foldWidth();
        if (markWidth() > 0)
            paintMark(&painter, block, QRect(0, int(place.top()), markWidth(), int(place.height())));
        painter.setPen(theme::color(theme::Role::SecondaryText));
        painter.drawText(QRectF(0, place.top(), right, fontMetrics().height()), Qt::AlignRight, numberOf(block));
        if (const Fold* fold = foldAt(block.blockNumber())) {
            const QRect sign(right + theme::inside, int(place.center().y()) - foldMark / 2, foldMark, foldMark);
            (isFolded(*fold) ? m_closedSign : m_openSign).paint(&painter, sign);
        }
    }
}

void CodeView::pressGutter(const QPoint& place)
{
    const QTextBlock block = cursorForPosition(QPoint(0, place.y())).block();
    if (place.x() < markWidth()) {
        markPressed(block);
        return;
    }
    if (const Fold* found = foldAt(block.blockNumber())) {
        const Fold fold = *found;
        setFolded(fold, !isFolded(fold));
    }
}

void CodeView::paintMark(QPainter*, const QTextBlock&, const QRect&) {}

void CodeView::markPressed(const QTextBlock&) {}

QString CodeView::numberOf(const QTextBlock& block) const
{
    return QString::number(block.blockNumber() + 1);
}

void CodeView::updateLines(qsizetype begin, qsizetype end)
{
    for (const auto& [block, place] : linesIn(viewport()->rect())) {
        if (block.position() > end || block.position() + block.length() <= begin)
            continue;
        const QRect line = place.toAlignedRect();
        viewport()->update(0, line.top(), viewport()->width(), line.height());
        m_gutter->update(0, line.top(), m_gutter->width(), line.height());
    }
}

void CodeView::setFormats(const QList<QTextEdit::ExtraSelection>& formats)
{
    if (formats.isEmpty() && m_formats.isEmpty())
        return;
    m_formats = formats;
    setExtraSelections(m_formats + m_marks);
}

void CodeView::mark(const QRegularExpression& wanted)
{
    m_marks.clear();
    QTextCursor cursor(document());
    while (m_marks.size() < mostMarks && !cursor.isNull() && wanted.isValid()) {
        cursor = document()->find(wanted, cursor);
        if (cursor.isNull())
            break;
        if (!cursor.hasSelection()) {
            cursor.movePosition(QTextCursor::NextCharacter);
            if (cursor.atEnd())
                break;
            continue;
        }
        QTextEdit::ExtraSelection mark;
        mark.cursor = cursor;
        mark.format.setBackground(theme::status(base::Health::AtRisk).background);
        m_marks.append(mark);
    }
    m_matches = int(m_marks.size());
    setExtraSelections(m_formats + m_marks);
}

void CodeView::clearMatches()
{
    m_marks.clear();
    m_matches = 0;
    setExtraSelections(m_formats);
}

bool CodeView::find(const QString& text, QTextDocument::FindFlags flags)
{
    if (text.isEmpty()) {
        clearMatches();
        return false;
    }
    return find(QRegularExpression(QRegularExpression::escape(text), QRegularExpression::CaseInsensitiveOption), flags);
}

bool CodeView::find(const QRegularExpression& wanted, QTextDocument::FindFlags flags)
{
    mark(wanted);
    if (m_matches == 0)
        return false;
    // The expression decides about case, not the flag, which Qt would otherwise put first.
    flags |= QTextDocument::FindCaseSensitively;
    const auto next = [&](QTextCursor from) {
        QTextCursor found = document()->find(wanted, from, flags);
        while (!found.isNull() && !found.hasSelection()) {
            const bool isBackward = flags.testFlag(QTextDocument::FindBackward);
            if (!found.movePosition(isBackward ? QTextCursor::PreviousCharacter : QTextCursor::NextCharacter))
                return QTextCursor();
            found = document()->find(wanted, found, flags);
        }
        return found;
    };
    QTextCursor found = next(textCursor());
    if (found.isNull()) {
        QTextCursor from(document());
        from.movePosition(flags.testFlag(QTextDocument::FindBackward) ? QTextCursor::End : QTextCursor::Start);
        found = next(from);
    }
    if (found.isNull())
        return false;
    reveal(found.blockNumber());
    setTextCursor(found);
    return true;
}

void CodeView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        makeRoom();
    if (event->type() != QEvent::PaletteChange)
        return;
    for (QTextEdit::ExtraSelection& mark : m_marks)
        mark.format.setBackground(theme::status(base::Health::AtRisk).background);
    setExtraSelections(m_formats + m_marks);
}

} // namespace code
