#include "ui/editor/formpanel.h"

#include "core/base/background.h"
#include "core/base/visibletext.h"
#include "ui/editor/formrow.h"
#include "ui/editor/manifestedit.h"
#include "ui/editor/offsets.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

using manifest::FormField;
using Section = FormField::Section;

constexpr int widestName = 150;
constexpr int narrowest = 280;

} // namespace

FormPanel::FormPanel(ManifestEdit& edit, std::shared_ptr<const manifest::Catalogue> catalogue, QWidget* parent)
    : QWidget(parent)
    , m_edit(edit)
    , m_catalogue(std::move(catalogue))
    , m_title(new widgets::ElidedLabel({}, theme::Type::Strong, theme::Role::Text, this))
    , m_kind(new widgets::ElidedLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_fault(new widgets::Banner(this))
    , m_empty(new widgets::EmptyState(this))
    , m_scroll(new QScrollArea(this))
    , m_help(new QWidget(this))
    , m_helpName(new widgets::PlainLabel({}, theme::Type::Strong, theme::Role::Text, m_help))
    , m_helpText(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, m_help))
{
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(0);
    connect(&m_pause, &QTimer::timeout, this, &FormPanel::read);
    connect(m_edit.document(), &QTextDocument::contentsChange, this, &FormPanel::readSoon);
    connect(&m_edit, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        const int position = m_edit.position();
        if (position < m_read.document.begin || position > m_read.document.end)
            readSoon();
    });
}

void FormPanel::build()
{
    setMinimumWidth(narrowest);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between);
    head->setSpacing(0);
    head->addWidget(m_title);
    head->addWidget(m_kind);
    m_fault->hide();
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_helpName->setWordWrap(true);
    m_helpText->setWordWrap(true);
    m_helpText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* help = new QVBoxLayout(m_help);
    help->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between);
    help->setSpacing(2);
    help->addWidget(m_helpName);
    help->addWidget(m_helpText);
    m_help->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_fault);
    column->addWidget(new widgets::Line(this));
    column->addWidget(m_scroll, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_help);
    m_empty->hide();
}

FormRow* FormPanel::row(QStringView id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](FormRow* one) { return one->field().id == id; });
    return found == m_rows.end() ? nullptr : *found;
}

void FormPanel::setSchema(std::shared_ptr<const manifest::Schema> schema)
{
    m_schema = std::move(schema);
    readSoon();
}

void FormPanel::readSoon()
{
    if (!isVisible())
        return;
    if (m_isReading)
        m_isOutdated = true;
    else
        m_pause.start();
}

void FormPanel::read()
{
    m_isReading = true;
    m_isOutdated = false;
    base::inBackground(
        this,
        [text = m_edit.text(), position = m_edit.position(), catalogue = m_catalogue, schema = m_schema] {
            return readAt(text, position, *catalogue, schema);
        },
        [this](const Read& read) {
            m_isReading = false;
            if (m_isOutdated)
                return this->read();
            present(read);
            if (std::exchange(m_isWanted, false))
                enter();
        });
}

FormPanel::Read FormPanel::readAt(const QString& text, int position, const manifest::Catalogue& catalogue,
                                  const std::shared_ptr<const manifest::Schema>& schema)
{
    const QByteArray bytes = text.toUtf8();
    const Offsets offsets(bytes);
    Read read;
    read.form = manifest::formAt(bytes, offsets.bytes(position), catalogue, schema);
    read.document = {offsets.units(read.form.document.begin), offsets.units(read.form.document.end)};
    read.fault = offsets.units(read.form.faultOffset);
    for (const FormField& field : std::as_const(read.form.fields)) {
        if (field.span.end > 0)
            read.fields.insert(field.id, {offsets.units(field.span.begin), offsets.units(field.span.end)});
    }
    return read;
}

int FormPanel::lineAt(qsizetype position) const
{
    return m_edit.document()->findBlock(static_cast<int>(position)).blockNumber() + 1;
}

void FormPanel::present(const Read& read)
{
    if (!read.form.fault.isEmpty())
        return freeze(read);
    m_isFrozen = false;
    m_read = read;
    const manifest::Form& form = m_read.form;
    m_fault->hide();
    m_title->setText(base::visibleText(form.name.isEmpty() ? form.kind : form.name));
    m_kind->setText(form.isSession && form.isKnown
                        ? tr("%1, a session cluster: it has no job of its own").arg(form.kind)
                        : base::visibleText(form.name.isEmpty() ? QString() : form.kind));
    m_kind->setVisible(!m_kind->text().isEmpty());
    m_title->setVisible(form.isKnown);
    m_scroll->setVisible(form.isKnown);
    m_empty->setVisible(!form.isKnown);
    if (!form.isKnown) {
        m_help->hide();
        m_kind->hide();
        m_empty->showNone(
            form.kind.isEmpty()
                ? tr("Here is no object yet. Begin with a template, or write its kind.")
                : tr("There is no form for %1. The operator's four kinds have one.").arg(base::visibleText(form.kind)));
        return;
    }
    const bool isSame =
        m_rows.size() == form.fields.size() &&
        std::equal(m_rows.begin(), m_rows.end(), form.fields.begin(),
                   [](const FormRow* row, const FormField& field) { return row->field().id == field.id; });
    if (!isSame)
        rebuild();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const auto place = m_read.fields.constFind(form.fields[i].id);
        m_rows[i]->setFrozen(false);
        m_rows[i]->present(form.fields[i], place == m_read.fields.cend() ? 0 : lineAt(place->begin));
    }
    showProblems();
}

/// The values stay as they were, and nothing can be changed before the text can be read again.
void FormPanel::freeze(const Read& read)
{
    m_isFrozen = true;
    const bool isOther = read.document.begin != m_read.document.begin;
    if (isOther) {
        m_scroll->hide();
        m_help->hide();
        m_title->hide();
        m_kind->hide();
        m_empty->hide();
    }
    m_read.document = read.document;
    for (FormRow* row : std::as_const(m_rows))
        row->setFrozen(true);
    const QString why = read.form.fault.endsWith(u'.') ? read.form.fault : read.form.fault + u'.';
    m_fault->showMessage(base::Health::AtRisk, tr("Line %1 cannot be read.").arg(lineAt(read.fault)),
                         isOther ? why : tr("%1 The form shows what it last was.").arg(why));
    m_fault->show();
    if (isOther) {
        m_empty->showNone(tr("The form comes back when this document can be read."));
        m_empty->show();
        m_read = {};
        m_read.document = read.document;
    }
}

QString FormPanel::sectionName(Section section) const
{
    switch (section) {
    case Section::Object:
        return tr("Object");
    case Section::Program:
        return tr("Image and version");
    case Section::Job:
        return tr("Job");
    case Section::Resources:
        return tr("Resources");
    case Section::State:
        return tr("State and checkpoints");
    case Section::Recovery:
        return tr("High availability");
    case Section::Snapshot:
        return tr("Snapshot");
    case Section::Transition:
        return tr("Blue/green change");
    }
    return {};
}

void FormPanel::rebuild()
{
    m_rows.clear();
    m_help->hide();
    delete m_scroll->takeWidget();
    m_fields = new QWidget(m_scroll);
    auto* column = new QVBoxLayout(m_fields);
    column->setContentsMargins(theme::pageMargin, theme::between, theme::between, theme::pageMargin);
    column->setSpacing(theme::inside);
    std::optional<Section> section;
    for (const FormField& field : std::as_const(m_read.form.fields)) {
        if (section != field.section) {
            if (section)
                column->addSpacing(theme::between);
            column->addWidget(
                new widgets::PlainLabel(sectionName(field.section), theme::Type::Strong, theme::Role::Text, m_fields));
        }
        section = field.section;
        auto* row = new FormRow(field, m_fields);
        column->addWidget(row);
        m_rows.append(row);
        connect(row, &FormRow::changed, this, [this, row](const QString& value) { write(*row, value); });
        connect(row, &FormRow::entered, this, [this, row] { showHelp(*row); });
        connect(row, &FormRow::undoWanted, &m_edit, &QPlainTextEdit::undo);
        connect(row, &FormRow::redoWanted, &m_edit, &QPlainTextEdit::redo);
        connect(row, &FormRow::lineWanted, this, [this, row] {
            if (const auto place = m_read.fields.constFind(row->field().id); place != m_read.fields.cend())
                emit lineWanted(place->begin);
        });
    }
    column->addStretch(1);
    layOut();
    m_scroll->setWidget(m_fields);
    m_fields->show();
}

/// The names of all rows are one column.
void FormPanel::layOut()
{
    int width = 0;
    for (const FormRow* row : std::as_const(m_rows))
        width = std::max(width, row->nameWidth());
    for (FormRow* row : std::as_const(m_rows))
        row->setNameWidth(std::min(width, widestName));
}

void FormPanel::showHelp(const FormRow& row)
{
    const FormField& field = row.field();
    m_helpName->setText(field.configurationKey.isEmpty() ? field.path : field.configurationKey);
    m_helpText->setText(field.explanation);
    m_help->show();
    // What is told takes room from the fields.
    QTimer::singleShot(0, &row, [this, place = row.editor()] {
        layout()->activate();
        m_scroll->ensureWidgetVisible(place, 0, 2 * theme::between);
    });
}

void FormPanel::showProblems()
{
    if (m_isFrozen)
        return;
    QHash<QString, QList<Problem>> problems;
    for (const Problem& problem : m_edit.problems()) {
        if (problem.begin < m_read.document.begin || problem.begin > m_read.document.end)
            continue;
        const QStringList ids = manifest::fieldsAbout(m_read.form, problem.finding);
        for (const QString& id : ids)
            problems[id].append(problem);
    }
    for (FormRow* row : std::as_const(m_rows))
        row->setProblems(problems.value(row->field().id));
}

/// Into the text as it is now, which may be newer than what is shown.
void FormPanel::write(FormRow& row, const QString& value)
{
    const QByteArray bytes = m_edit.text().toUtf8();
    const Offsets offsets(bytes);
    const manifest::Form form = manifest::formAt(bytes, offsets.bytes(m_read.document.begin), *m_catalogue, m_schema);
    const FormField* field = manifest::fieldOf(form, row.field().id);
    if (!field || form.kind != m_read.form.kind || form.name != m_read.form.name)
        return readSoon();
    const auto edits = manifest::changeOf(bytes, form, *field, value);
    if (!edits)
        return row.refuse(edits.error().message);
    QList<TextEdit> changes;
    for (const manifest::Edit& edit : *edits)
        changes.append({offsets.units(edit.span.begin), offsets.units(edit.span.end), QString::fromUtf8(edit.text)});
    if (changes.isEmpty() || !m_edit.apply(changes))
        return readSoon();
    // One sees where it was written.
    const qsizetype begin = changes.first().begin + (changes.first().text.startsWith(u'\n') ? 1 : 0);
    QTextCursor cursor(m_edit.document());
    cursor.setPosition(static_cast<int>(std::min<qsizetype>(begin, m_edit.document()->characterCount() - 1)));
    m_edit.setTextCursor(cursor);
}

void FormPanel::enter()
{
    m_isWanted = isBusy();
    if (m_isWanted || m_rows.isEmpty() || m_isFrozen || m_scroll->isHidden())
        return;
    FormRow* wanted = m_rows.first();
    for (FormRow* row : std::as_const(m_rows)) {
        const auto place = m_read.fields.constFind(row->field().id);
        if (place != m_read.fields.cend() && place->begin <= m_edit.position() && m_edit.position() <= place->end)
            wanted = row;
    }
    wanted->editor()->setFocus(Qt::ShortcutFocusReason);
}

void FormPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    readSoon();
}

void FormPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_rows.clear(); // every word of them is another
        readSoon();
    }
    if (event->type() == QEvent::FontChange)
        layOut();
    QWidget::changeEvent(event);
}

} // namespace editor
