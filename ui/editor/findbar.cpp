#include "ui/editor/findbar.h"

#include "ui/editor/keys.h"
#include "ui/editor/manifestedit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace editor {

QString expandedReplacement(const QString& text, const QRegularExpressionMatch& match)
{
    QString expanded;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar one = text.at(i), next = i + 1 < text.size() ? text.at(i + 1) : QChar();
        const bool isMark = one == u'\\' || one == u'$';
        if (isMark && next >= u'0' && next <= u'9') {
            expanded += match.captured(next.digitValue());
            ++i;
        } else if (one == u'\\' && (next == u'n' || next == u't')) {
            expanded += next == u'n' ? u"\n" : u"\t";
            ++i;
        } else if (isMark && next == one) {
            expanded += one;
            ++i;
        } else {
            expanded += one;
        }
    }
    return expanded;
}

FindBar::FindBar(ManifestEdit& edit, QWidget* parent)
    : QWidget(parent)
    , m_edit(edit)
    , m_what(new QLineEdit(this))
    , m_with(new QLineEdit(this))
    , m_isExpression(new QToolButton(this))
    , m_isExact(new QToolButton(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_close(new QToolButton(this))
    , m_replace(new QPushButton(this))
    , m_replaceAll(new QPushButton(this))
    , m_count(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
{
    build();
    connect(m_what, &QLineEdit::textChanged, this, &FindBar::mark);
    connect(m_isExpression, &QToolButton::toggled, this, &FindBar::mark);
    connect(m_isExact, &QToolButton::toggled, this, &FindBar::mark);
    connect(m_next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(m_close, &QToolButton::clicked, this, &FindBar::leave);
    connect(m_replace, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(m_replaceAll, &QPushButton::clicked, this, &FindBar::replaceAll);
    retranslate();
    hide();
}

void FindBar::build()
{
    m_isExpression->setCheckable(true);
    m_isExpression->setText(u".*"_s);
    m_isExact->setCheckable(true);
    m_isExact->setText(u"Aa"_s);
    m_previous->setIcon(theme::icon(u"chevron-up"_s));
    m_next->setIcon(theme::icon(u"chevron-down"_s));
    m_close->setIcon(theme::icon(u"close"_s));
    for (QPushButton* button : {m_replace, m_replaceAll}) {
        button->setProperty("small", true);
        button->setAutoDefault(false);
    }
    auto* first = new QHBoxLayout;
    first->setSpacing(theme::inside);
    for (QToolButton* button : {m_isExact, m_isExpression, m_previous, m_next})
        first->addWidget(button);
    first->addWidget(m_count);
    first->addStretch(1);
    first->addWidget(m_close);
    auto* second = new QHBoxLayout;
    second->setSpacing(theme::inside);
    second->addWidget(m_replace);
    second->addWidget(m_replaceAll);
    second->addStretch(1);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(theme::pageMargin, theme::inside, theme::pageMargin, theme::inside);
    grid->setSpacing(theme::inside);
    grid->addWidget(m_what, 0, 0);
    grid->addLayout(first, 0, 1);
    grid->addWidget(m_with, 1, 0);
    grid->addLayout(second, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
}

void FindBar::retranslate()
{
    m_what->setPlaceholderText(tr("Find"));
    m_what->setAccessibleName(tr("Find"));
    m_with->setPlaceholderText(tr("Replace with"));
    m_with->setAccessibleName(tr("Replace with"));
    m_replace->setText(tr("Replace"));
    m_replaceAll->setText(tr("Replace all"));
    const auto name = [](QToolButton* button, const QString& text, const QString& tip) {
        button->setToolTip(tip);
        button->setAccessibleName(text);
    };
    name(m_isExpression, tr("Regular expression"), tr("Regular expression"));
    name(m_isExact, tr("Match case"), tr("Match case"));
    name(m_previous, tr("Previous match"),
         widgets::withKeys(tr("Previous match"), keyCommand(u"manifest.findPrevious")));
    name(m_next, tr("Next match"), widgets::withKeys(tr("Next match"), keyCommand(u"manifest.findNext")));
    name(m_close, tr("Close"), tr("Close"));
    showCount();
}

void FindBar::begin(Mode mode)
{
    const QString selected = m_edit.textCursor().selectedText();
    const bool isWord = !selected.isEmpty() && !selected.contains(QChar(QChar::ParagraphSeparator));
    for (QWidget* widget :
         {static_cast<QWidget*>(m_with), static_cast<QWidget*>(m_replace), static_cast<QWidget*>(m_replaceAll)})
        widget->setVisible(mode == Mode::Replace);
    show();
    if (isWord)
        m_what->setText(m_isExpression->isChecked() ? QRegularExpression::escape(selected) : selected);
    m_what->setFocus(Qt::ShortcutFocusReason);
    m_what->selectAll();
    mark();
}

QRegularExpression FindBar::expression() const
{
    const QString what = m_what->text();
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!m_isExact->isChecked())
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(m_isExpression->isChecked() ? what : QRegularExpression::escape(what), options);
}

/// From where the cursor is, so that typing on does not wander through the text.
void FindBar::mark()
{
    if (m_what->text().isEmpty() || !expression().isValid()) {
        m_edit.clearMatches();
    } else {
        QTextCursor cursor = m_edit.textCursor();
        cursor.setPosition(cursor.selectionStart());
        m_edit.setTextCursor(cursor);
        m_edit.find(expression());
    }
    showCount();
}

void FindBar::showCount()
{
    if (m_what->text().isEmpty())
        m_count->setText({});
    else if (!expression().isValid())
        m_count->setText(tr("This is no regular expression."));
    else if (m_edit.matches() == 0)
        m_count->setText(tr("not found"));
    else
        m_count->setText(tr("%n match(es)", nullptr, m_edit.matches()));
}

void FindBar::find(bool backward)
{
    if (!isVisible())
        return begin(Mode::Find);
    if (m_what->text().isEmpty() || !expression().isValid())
        return;
    m_edit.find(expression(), backward ? QTextDocument::FindBackward : QTextDocument::FindFlags());
    showCount();
}

void FindBar::findNext()
{
    find(false);
}

void FindBar::findPrevious()
{
    find(true);
}

QString FindBar::replacementFor(const QRegularExpressionMatch& match) const
{
    return m_isExpression->isChecked() ? expandedReplacement(m_with->text(), match) : m_with->text();
}

/// The match that is selected, and then the next one.
void FindBar::replaceOne()
{
    const QTextCursor cursor = m_edit.textCursor();
    const int offset = cursor.selectionStart() - m_edit.document()->findBlock(cursor.selectionStart()).position();
    const QString line = m_edit.document()->findBlock(cursor.selectionStart()).text();
    const QRegularExpressionMatch match = expression().match(line, offset);
    const bool isSelected = cursor.hasSelection() && match.hasMatch() && match.capturedStart() == offset &&
                            match.capturedLength() == cursor.selectionEnd() - cursor.selectionStart();
    if (isSelected)
        m_edit.apply({{cursor.selectionStart(), cursor.selectionEnd(), replacementFor(match)}});
    find(false);
}

void FindBar::replaceAll()
{
    const QRegularExpression wanted = expression();
    if (m_what->text().isEmpty() || !wanted.isValid())
        return;
    QList<TextEdit> edits;
    for (QTextBlock block = m_edit.document()->begin(); block.isValid(); block = block.next()) {
        auto matches = wanted.globalMatch(block.text());
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            if (match.capturedLength() > 0)
                edits.append({block.position() + match.capturedStart(), block.position() + match.capturedEnd(),
                              replacementFor(match)});
        }
    }
    m_edit.apply(edits);
    mark();
    m_count->setText(tr("%n replaced", nullptr, static_cast<int>(edits.size())));
}

void FindBar::leave()
{
    hide();
    m_edit.clearMatches();
    m_edit.setFocus(Qt::OtherFocusReason);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (isEnter && m_with->hasFocus())
        replaceOne();
    else if (isEnter)
        find(event->modifiers().testFlag(Qt::ShiftModifier));
    else
        QWidget::keyPressEvent(event);
}

void FindBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace editor
