#include "ui/editor/editorpage.h"

#include "ui/editor/checker.h"
#include "ui/editor/findbar.h"
#include "ui/editor/hovercard.h"
#include "ui/editor/keys.h"
#include "ui/editor/manifestedit.h"
#include "ui/editor/outlineview.h"
#include "ui/editor/problemmodel.h"
#include "ui/editor/suggestions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

constexpr int outlineWidth = 210;

/// As wide as it had to be so far: the page need not be laid out for another text at each key.
void showInPlace(QLabel* label, const QString& text)
{
    label->setText(text);
    const QSize wanted = label->sizeHint();
    if (wanted.width() > label->minimumWidth() || wanted.height() != label->minimumHeight())
        label->setFixedSize(std::max(wanted.width(), label->minimumWidth()), wanted.height());
}

} // namespace

EditorPage::EditorPage(std::shared_ptr<const manifest::Catalogue> catalogue, QWidget* parent)
    : QWidget(parent)
    , m_catalogue(std::move(catalogue))
    , m_explanations(manifest::Explanations::bundled())
    , m_edit(new ManifestEdit(this))
    , m_checker(new Checker(*m_edit->document(), std::make_shared<const manifest::Linter>(m_catalogue), this))
    , m_problems(new ProblemModel(this))
    , m_find(new FindBar(*m_edit, this))
    , m_outline(new OutlineView(this))
    , m_hover(new HoverCard(m_edit))
    , m_suggestions(new Suggestions(*m_edit, m_catalogue))
    , m_stack(new QStackedWidget(this))
    , m_parts(new QSplitter(Qt::Horizontal, this))
    , m_unreadable(new widgets::EmptyState(this))
    , m_conflict(new widgets::Banner(this))
    , m_counts(new QToolButton(this))
    , m_release(new widgets::Chip(widgets::Chip::Kind::Mark, this))
    , m_outlineShown(new widgets::Chip(widgets::Chip::Kind::Toggle, this))
    , m_fieldsShown(new widgets::Chip(widgets::Chip::Kind::Toggle, this))
    , m_fixAll(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_place(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_form(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_speed(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
{
    build();
    bindKeys();
    bindTextKeys();
    connect(m_checker, &Checker::checked, this, &EditorPage::take);
    connect(m_edit, &ManifestEdit::problemsMoved, this, &EditorPage::fillProblems);
    // What is typed is painted first.
    m_placeSoon.setSingleShot(true);
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, &m_placeSoon, qOverload<>(&QTimer::start));
    connect(&m_placeSoon, &QTimer::timeout, this, &EditorPage::showPlace);
    connect(m_edit->document(), &QTextDocument::modificationChanged, this, &EditorPage::changed);
    connect(m_edit, &ManifestEdit::refused, this, [this] {
        emit notified(tr("What was pasted has a line that is too long for an editor. Nothing was put in."));
    });
    connect(m_edit, &ManifestEdit::fixesWanted, this, &EditorPage::showFixes);
    connect(m_edit, &ManifestEdit::hovered, this,
            [this](int position, const QPoint& place) { explainAt(position, place, false); });
    connect(m_edit, &ManifestEdit::unhovered, m_hover, &QWidget::hide);
    connect(m_hover, &HoverCard::fixChosen, this, [this](const Problem& problem) { m_edit->apply(problem.edits); });
    connect(m_outline, &OutlineView::chosen, this, [this](qsizetype position) {
        m_edit->goTo(position);
        m_edit->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_file, &ManifestFile::changed, this, &EditorPage::meetChange);
    connect(&m_file, &ManifestFile::disappeared, this, &EditorPage::showConflict);
    connect(&m_file, &ManifestFile::unreadable, this, &EditorPage::showConflict);
    connect(&m_file, &ManifestFile::settled, this, [this] {
        m_others.reset();
        m_conflict->hide();
    });
    connect(m_conflict, &widgets::Banner::actionRequested, this, &EditorPage::takeOthers);
    connect(m_unreadable, &widgets::EmptyState::actionRequested, this, [this] { open(m_wanted); });
    if (theme::Theme* theme = theme::Theme::instance()) // the glyph in the head is a picture of one theme
        connect(theme, &theme::Theme::changed, this, &EditorPage::showCounts);
    m_suggestions->explanationOf = [this](const QString& key) { return explanationOf(key); };
    retranslate();
}

EditorPage::~EditorPage() = default;

void EditorPage::build()
{
    setFocusProxy(m_edit);
    m_edit->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_edit, &QWidget::customContextMenuRequested, this, &EditorPage::openMenu);
    m_conflict->hide();
    m_parts->addWidget(m_outline);
    m_parts->addWidget(m_edit);
    m_parts->setStretchFactor(1, 1);
    m_parts->setSizes({outlineWidth, 4 * outlineWidth});
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(1);
    m_outline->setMinimumWidth(120);
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_conflict);
    column->addWidget(m_parts, 1);
    column->addWidget(m_find);
    column->addWidget(makeFoot());
    m_stack->addWidget(content);
    m_stack->addWidget(m_unreadable);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
}

QWidget* EditorPage::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    m_head = row;
    row->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between);
    row->setSpacing(theme::between);
    m_counts->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_counts->setAutoRaise(true);
    m_outlineShown->setChecked(true);
    m_fixAll->setIcon(theme::icon(u"wrench"_s));
    m_save->setIcon(theme::icon(u"save"_s));
    row->addWidget(m_counts);
    row->addWidget(m_release);
    row->addStretch(1);
    row->addWidget(m_outlineShown);
    row->addWidget(m_fieldsShown);
    row->addWidget(m_fixAll);
    row->addWidget(m_save);
    connect(m_counts, &QToolButton::clicked, this, &EditorPage::problemsWanted);
    connect(m_outlineShown, &QAbstractButton::toggled, m_outline, &QWidget::setVisible);
    connect(m_fieldsShown, &QAbstractButton::toggled, this, &EditorPage::showForm);
    connect(m_fixAll, &QPushButton::clicked, this, &EditorPage::fixAll);
    connect(m_save, &QPushButton::clicked, this, &EditorPage::save);
    return head;
}

QWidget* EditorPage::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    m_foot = row;
    row->setContentsMargins(theme::pageMargin, 3, theme::pageMargin, 3);
    row->setSpacing(2 * theme::pageMargin);
    row->addWidget(m_place);
    row->addWidget(m_form);
    row->addWidget(m_speed);
    row->addStretch(1);
    return foot;
}

void EditorPage::addPanel(QWidget* panel)
{
    m_parts->addWidget(panel);
}

void EditorPage::addToHead(QWidget* part)
{
    m_head->insertWidget(m_head->indexOf(m_outlineShown), part);
}

void EditorPage::addToFoot(QWidget* part)
{
    m_foot->addWidget(part);
}

void EditorPage::retranslate()
{
    m_edit->setAccessibleName(tr("Manifest"));
    m_outlineShown->setText(tr("Outline"));
    m_outlineShown->setToolTip(widgets::withKeys(tr("Show or hide the outline"), keyCommand(u"manifest.outline")));
    m_fieldsShown->setText(tr("Form"));
    m_fieldsShown->setToolTip(
        widgets::withKeys(tr("Show or hide the form of this document"), keyCommand(u"manifest.form")));
    m_fixAll->setToolTip(widgets::withKeys(tr("Do every fix that keeps the meaning, in one step that can be undone"),
                                           keyCommand(u"manifest.fixAll")));
    m_save->setText(tr("Save"));
    m_save->setToolTip(widgets::withKeys(tr("Save"), keyCommand(u"manifest.save")));
    m_problems->retranslate();
    for (QWidget* label : {m_place, m_speed})
        label->setMinimumSize(0, 0);
    showCounts();
    showPlace();
    if (m_conflict->isVisibleTo(this))
        showConflict();
    emit changed();
}

void EditorPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_checker->startAnew();
    }
    QWidget::changeEvent(event);
}

void EditorPage::take(const Checked& found)
{
    m_isChecked = true;
    m_documents = found.documents;
    m_took = found.took;
    const QList<Problem> problems = withLastKnown(found);
    m_edit->setProblems(problems);
    if (found.isCurrent)
        m_edit->setFolds(found.folds);
    m_outline->present(found.outline, problems);
    m_outline->setPlace(m_edit->position());
    fillProblems();
    showCounts();
    showPlace();
    emit checked(found);
}

/// A document that cannot be read now, as one in the midst of a word, keeps what was found in it before.
QList<Problem> EditorPage::withLastKnown(const Checked& found) const
{
    const auto isFault = [](const Problem& problem) { return problem.finding.rule == u"DREY-Y001"; };
    QList<Problem> all = found.problems;
    for (const Problem& fault : found.problems) {
        if (!isFault(fault))
            continue;
        const auto broken =
            std::find_if(found.documents.begin(), found.documents.end(), [&fault](const CheckedDocument& document) {
                return document.begin <= fault.begin && fault.begin <= document.end;
            });
        if (broken == found.documents.end())
            continue;
        for (const Problem& known : m_edit->problems()) {
            if (!isFault(known) && known.begin >= broken->begin && known.end <= broken->end)
                all.append(known);
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Problem& left, const Problem& right) { return left.begin < right.begin; });
    return all;
}

void EditorPage::fillProblems()
{
    QList<ProblemModel::Row> rows;
    const QTextDocument& text = *m_edit->document();
    for (const Problem& problem : m_edit->problems()) {
        const QTextBlock block = text.findBlock(static_cast<int>(problem.begin));
        rows.append({problem.finding.severity, problem.finding.message,
                     problem.edits.isEmpty() ? QString() : problem.finding.fix->title, problem.finding.rule,
                     problem.finding.explanation, block.blockNumber() + 1,
                     static_cast<int>(problem.begin) - block.position() + 1});
    }
    m_problems->setRows(rows);
}

void EditorPage::showCounts()
{
    using Severity = manifest::Finding::Severity;
    const auto& all = m_edit->problems();
    const auto count = [&all](Severity severity) {
        return static_cast<int>(std::count_if(all.begin(), all.end(), [severity](const Problem& problem) {
            return problem.finding.severity == severity;
        }));
    };
    const int errors = count(Severity::Error), warnings = count(Severity::Warning), hints = count(Severity::Info);
    QStringList words;
    if (errors > 0)
        words.append(tr("%n error(s)", nullptr, errors));
    if (warnings > 0)
        words.append(tr("%n warning(s)", nullptr, warnings));
    if (hints > 0)
        words.append(tr("%n hint(s)", nullptr, hints));
    const bool isClean = words.isEmpty();
    m_counts->setText(!m_isChecked ? tr("Checking") : isClean ? tr("No problems") : words.join(tr(", ")));
    const theme::Glyph glyph = !m_isChecked   ? theme::Glyph::Unknown
                               : errors > 0   ? theme::Glyph::Broken
                               : warnings > 0 ? theme::Glyph::AtRisk
                                              : theme::Glyph::Healthy;
    const QPixmap picture = theme::glyph(glyph, 16, devicePixelRatioF());
    if (std::exchange(m_picture, picture.cacheKey()) != picture.cacheKey())
        m_counts->setIcon(QIcon(picture));
    m_counts->setToolTip(widgets::withKeys(tr("Next problem"), keyCommand(u"manifest.nextProblem")));
    m_counts->setAccessibleName(m_counts->text());
    const auto safe = static_cast<int>(std::count_if(
        all.begin(), all.end(), [](const Problem& problem) { return problem.isSafe && !problem.edits.isEmpty(); }));
    m_fixAll->setText(safe > 0 ? tr("Fix all that is safe (%1)").arg(safe) : tr("Fix all that is safe"));
    m_fixAll->setEnabled(safe > 0);
    showInPlace(m_speed, !m_isChecked
                             ? QString()
                             : tr("Checked in %1 ms").arg(QLocale().toString(double(m_took.count()) / 1000, 'f', 1)));
}

void EditorPage::showPlace()
{
    const QTextCursor cursor = m_edit->textCursor();
    showInPlace(m_place, tr("Line %1, column %2").arg(cursor.blockNumber() + 1).arg(cursor.positionInBlock() + 1));
    using Ending = FileText::Ending;
    const FileText& content = m_file.content();
    const QString ending = content.isMixed()                  ? tr("mixed line ends")
                           : content.ending() == Ending::CrLf ? u"CRLF"_s
                           : content.ending() == Ending::Cr   ? u"CR"_s
                                                              : u"LF"_s;
    m_form->setText(u"YAML · %1 · %2"_s.arg(content.hasByteOrderMark() ? u"UTF-8 BOM"_s : u"UTF-8"_s, ending));
    m_outline->setPlace(cursor.position());
    QString release;
    for (const CheckedDocument& document : std::as_const(m_documents)) {
        if (document.begin <= cursor.position() && cursor.position() <= document.end)
            release = document.flinkRelease;
    }
    m_release->setText(tr("Flink %1").arg(release));
    m_release->setToolTip(tr("The keys of this document are held against this version of Flink."));
    m_release->setVisible(!release.isEmpty());
}

} // namespace editor
