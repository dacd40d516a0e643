#include "ui/editor/formrow.h"

#include "ui/editor/keys.h"
#include "ui/editor/severity.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/tooltip.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

using manifest::FormField;
using Kind = FormField::Kind;
using Severity = manifest::Finding::Severity;

/// Lines of a list that are seen without scrolling.
constexpr int seenLines = 3;
constexpr qsizetype mostProblems = 2;

QString oneLine(QString text)
{
    return text.replace(u'\n', u' ');
}

} // namespace

FormRow::FormRow(const FormField& field, QWidget* parent)
    : QWidget(parent)
    , m_field(field)
    , m_grid(new QGridLayout(this))
    , m_name(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
    , m_place(new QToolButton(this))
    , m_trouble(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme::between);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
    m_name->setWordWrap(true);
    m_place->setAutoRaise(true);
    m_place->setFocusPolicy(Qt::ClickFocus); // Ctrl+Enter does the same without a stop of its own
    m_place->setFixedSize(fontMetrics().horizontalAdvance(u"00000"_s), theme::smallButtonHeight());
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    makeEditor();
    if (isLong()) {
        m_grid->addWidget(m_name, 0, 0, 1, 2, Qt::AlignVCenter);
        m_grid->addWidget(m_place, 0, 2, Qt::AlignVCenter);
        m_grid->addWidget(m_editor, 1, 0, 1, 3);
    } else {
        m_name->setMinimumHeight(theme::buttonHeight());
        m_grid->addWidget(m_name, 0, 0, Qt::AlignTop);
        m_grid->addWidget(m_editor, 0, 1, Qt::AlignTop);
        m_grid->addWidget(m_place, 0, 2, Qt::AlignVCenter);
    }
    m_grid->addWidget(m_trouble, 2, isLong() ? 0 : 1, 1, isLong() ? 3 : 2);
    m_name->setBuddy(m_editor);
    m_editor->installEventFilter(this);
    connect(m_place, &QToolButton::clicked, this, &FormRow::lineWanted);
    present(field, 0);
}

/// Addresses and lists need the whole width; their name stands above.
bool FormRow::isLong() const
{
    return m_field.kind == Kind::Text || m_field.kind == Kind::Lines;
}

void FormRow::makeEditor()
{
    if (m_field.kind == Kind::Choice || m_field.kind == Kind::Truth)
        makeChoice();
    else if (m_field.kind == Kind::Lines)
        makeLines();
    else
        makeLine();
}

void FormRow::makeLine()
{
    m_line = new QLineEdit(this);
    m_line->setMinimumHeight(theme::buttonHeight());
    m_editor = m_line;
    connect(m_line, &QLineEdit::textEdited, this, &FormRow::check);
    connect(m_line, &QLineEdit::editingFinished, this, &FormRow::commit);
}

void FormRow::makeChoice()
{
    m_choice = new QComboBox(this);
    m_choice->setMinimumHeight(theme::buttonHeight());
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(8);
    m_choice->setFocusPolicy(Qt::StrongFocus);
    m_editor = m_choice;
    connect(m_choice, &QComboBox::activated, this, &FormRow::commit);
}

void FormRow::makeLines()
{
    m_lines = new QPlainTextEdit(this);
    m_lines->setTabChangesFocus(true);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setFixedHeight(seenLines * m_lines->fontMetrics().lineSpacing() + 3 * theme::between);
    m_editor = m_lines;
    connect(m_lines, &QPlainTextEdit::textChanged, this, &FormRow::check);
}

QString FormRow::absentText() const
{
    return m_field.otherwise.isEmpty() ? tr("not set") : tr("%1 (default)").arg(m_field.otherwise);
}

/// What counts where nothing is written comes first; then what may be, and what is but may not.
void FormRow::fillChoice()
{
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItem(absentText(), QString());
    for (const QString& choice : std::as_const(m_field.choices))
        m_choice->addItem(choice, choice);
    if (m_choice->findData(m_field.value) < 0)
        m_choice->addItem(m_field.value, m_field.value);
    m_choice->setCurrentIndex(m_choice->findData(m_field.value));
}

void FormRow::putBack()
{
    if (m_choice) {
        fillChoice();
    } else if (m_line) {
        m_line->setText(oneLine(m_field.value));
        m_line->setCursorPosition(0);
        m_line->setModified(false);
    } else {
        const QSignalBlocker quiet(m_lines);
        m_lines->setPlainText(m_field.value);
        m_lines->document()->setModified(false);
    }
    m_refusal.clear();
    showTrouble();
}

bool FormRow::isBeingTyped() const
{
    return (m_line && m_line->isModified() && m_line->hasFocus()) ||
           (m_lines && m_lines->document()->isModified() && m_lines->hasFocus());
}

void FormRow::present(const FormField& field, int line)
{
    const bool isSame = field.value == m_field.value;
    m_field = field;
    if (!(isSame && isBeingTyped()))
        putBack();
    fill();
    m_place->setText(line > 0 ? QString::number(line) : QString());
    m_place->setEnabled(line > 0);
    m_place->setToolTip(line > 0 ? widgets::withKeys(tr("Show it in the text"), keyCommand(u"manifest.fieldLine"))
                                 : QString());
    m_place->setAccessibleName(line > 0 ? tr("%1: line %2").arg(field.label).arg(line) : QString());
}

void FormRow::fill()
{
    const bool isByHand = m_field.standing == FormField::Standing::ByHand;
    m_name->setText(m_field.label);
    m_name->setRole(m_field.standing == FormField::Standing::Absent ? theme::Role::SecondaryText : theme::Role::Text);
    m_editor->setAccessibleName(m_field.label);
    if (m_line) {
        m_line->setPlaceholderText(absentText());
        m_line->setReadOnly(isByHand);
    } else if (m_lines) {
        m_lines->setPlaceholderText(tr("one a line"));
        m_lines->setReadOnly(isByHand);
    } else {
        m_choice->setEnabled(!isByHand && !m_isFrozen);
    }
    m_editor->setEnabled(!m_isFrozen && !(m_choice && isByHand));
    showTrouble();
}

void FormRow::setFrozen(bool isFrozen)
{
    m_isFrozen = isFrozen;
    fill();
}

QString FormRow::shownValue() const
{
    if (m_choice)
        return m_choice->currentData().toString();
    return m_line ? m_line->text() : m_lines->toPlainText();
}

void FormRow::check()
{
    const QString value = shownValue();
    m_refusal = manifest::problemOf(m_field, m_lines ? value : value.trimmed());
    showTrouble();
}

void FormRow::commit()
{
    if (m_isFrozen || m_field.standing == FormField::Standing::ByHand)
        return;
    if ((m_line && !m_line->isModified()) || (m_lines && !m_lines->document()->isModified()))
        return;
    QString value = shownValue();
    if (m_line) {
        value = value.trimmed();
    } else if (m_lines) {
        QStringList lines = value.split(u'\n');
        lines.removeAll(QString());
        value = lines.join(u'\n');
    }
    check();
    if (!m_refusal.isEmpty())
        return;
    if (value == m_field.value)
        return putBack();
    if (m_line)
        m_line->setModified(false);
    else if (m_lines)
        m_lines->document()->setModified(false);
    emit changed(value);
}

void FormRow::refuse(const QString& why)
{
    m_refusal = why;
    showTrouble();
}

void FormRow::setProblems(const QList<Problem>& problems)
{
    m_problems = problems;
    std::stable_sort(m_problems.begin(), m_problems.end(), [](const Problem& left, const Problem& right) {
        return left.finding.severity < right.finding.severity;
    });
    showTrouble();
}

/// What cannot be written, or else what is wrong with what is written, or else why only the text can change it.
void FormRow::showTrouble()
{
    QString text;
    std::optional<Severity> severity;
    if (!m_refusal.isEmpty()) {
        text = tr("%1 The text is unchanged.").arg(m_refusal);
        severity = Severity::Error;
    } else if (!m_problems.isEmpty()) {
        QStringList messages;
        for (const Problem& problem : m_problems.first(std::min(m_problems.size(), mostProblems)))
            messages.append(problem.finding.message);
        text = messages.join(u'\n');
        severity = m_problems.first().finding.severity;
    } else if (m_field.standing == FormField::Standing::ByHand) {
        text = m_field.why;
    }
    m_trouble->setText(text);
    m_trouble->setVisible(!text.isEmpty());
    if (severity == Severity::Error)
        m_trouble->setFamily(base::Health::Broken);
    else if (severity == Severity::Warning)
        m_trouble->setFamily(base::Health::AtRisk);
    else
        m_trouble->setRole(theme::Role::SecondaryText);
    m_editor->setAccessibleDescription(text);
}

QString FormRow::problemText() const
{
    return m_trouble->text();
}

int FormRow::nameWidth() const
{
    return isLong() ? 0 : fontMetrics().horizontalAdvance(m_field.label) + theme::inside;
}

void FormRow::setNameWidth(int width)
{
    if (!isLong())
        m_name->setFixedWidth(width);
}

bool FormRow::takeKey(QKeyEvent* event)
{
    if (widgets::matches(*event, keyCommand(u"manifest.fieldLine"))) {
        commit();
        emit lineWanted();
        return true;
    }
    if (event->key() == Qt::Key_Escape && (m_line || m_lines)) {
        putBack();
        return true;
    }
    const bool canUndo = (m_line && m_line->isUndoAvailable()) || (m_lines && m_lines->document()->isUndoAvailable());
    const bool canRedo = (m_line && m_line->isRedoAvailable()) || (m_lines && m_lines->document()->isRedoAvailable());
    if (event->matches(QKeySequence::Undo) && !canUndo) {
        emit undoWanted();
        return true;
    }
    if (event->matches(QKeySequence::Redo) && !canRedo) {
        emit redoWanted();
        return true;
    }
    return false;
}

bool FormRow::eventFilter(QObject* watched, QEvent* event)
{
    // Scrolling over the form must not change what it is scrolled over.
    if (event->type() == QEvent::Wheel && m_choice) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::FocusIn)
        emit entered();
    if (event->type() == QEvent::FocusOut && m_lines)
        commit();
    if (event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent*>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void FormRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        showTrouble();
    QWidget::changeEvent(event);
}

} // namespace editor
