#include "ui/code/diffview.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace code {

namespace {

QString signOf(DiffLine::Kind kind)
{
    switch (kind) {
    case DiffLine::Kind::Added:
        return u"+ "_s;
    case DiffLine::Kind::Removed:
        return u"− "_s;
    case DiffLine::Kind::Same:
        break;
    }
    return u"  "_s;
}

} // namespace

DiffView::DiffView(QWidget* parent)
    : CodeView(parent)
{
}

void DiffView::present(const QList<DiffLine>& lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    QStringList texts;
    for (const DiffLine& line : lines)
        texts.append(signOf(line.kind) + line.text);
    setPlainText(texts.join(u'\n'));
    dress();
}

void DiffView::dress()
{
    QList<QTextEdit::ExtraSelection> formats;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].kind == DiffLine::Kind::Same)
            continue;
        const bool isAdded = m_lines[i].kind == DiffLine::Kind::Added;
        QTextEdit::ExtraSelection line;
        line.format.setBackground(theme::status(isAdded ? base::Health::Healthy : base::Health::Broken).background);
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        line.cursor = QTextCursor(document()->findBlockByNumber(static_cast<int>(i)));
        formats.append(line);
    }
    setFormats(formats);
}

QString DiffView::numberOf(const QTextBlock& block) const
{
    if (block.blockNumber() >= m_lines.size())
        return {};
    const DiffLine& line = m_lines[block.blockNumber()];
    const int number = line.kind == DiffLine::Kind::Removed ? line.before : line.after;
    return number > 0 ? QString::number(number) : QString();
}

void DiffView::changeEvent(QEvent* event)
{
    CodeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

} // namespace code
