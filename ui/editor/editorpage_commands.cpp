#include "core/manifest/topic.h"
#include "ui/editor/checker.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/findbar.h"
#include "ui/editor/hovercard.h"
#include "ui/editor/keys.h"
#include "ui/editor/manifestedit.h"
#include "ui/editor/offsets.h"
#include "ui/editor/question.h"
#include "ui/editor/suggestions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QMenu>
#include <QPushButton>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace editor {

void EditorPage::bind(QStringView commandId, std::function<void()> act)
{
    m_acts.insert(commandId.toString(), act);
    widgets::bindKeys(this, keyCommand(commandId), std::move(act));
}

void EditorPage::run(const QString& commandId)
{
    if (const auto act = m_acts.value(commandId))
        act();
}

void EditorPage::bindKeys()
{
    const auto jump = [this](int step) {
        if (!m_edit->goToProblem(step))
            emit notified(tr("There is no problem in this manifest."));
        m_edit->setFocus(Qt::OtherFocusReason);
    };
    bind(u"manifest.save", [this] { save(); });
    bind(u"manifest.saveAs", [this] { saveAs(); });
    bind(u"manifest.nextProblem", [jump] { jump(1); });
    bind(u"manifest.previousProblem", [jump] { jump(-1); });
    bind(u"manifest.fixes", [this] { showFixes(m_edit->textCursor().selectionStart()); });
    bind(u"manifest.fixAll", [this] { fixAll(); });
    bind(u"manifest.complete", [this] { m_suggestions->ask(); });
    bind(u"manifest.explain", [this] {
        const QRect place = m_edit->cursorRect();
        explainAt(m_edit->textCursor().selectionStart(), m_edit->viewport()->mapToGlobal(place.bottomLeft()), true);
    });
}

void EditorPage::bindTextKeys()
{
    bind(u"manifest.find", [this] { m_find->begin(FindBar::Mode::Find); });
    bind(u"manifest.replace", [this] { m_find->begin(FindBar::Mode::Replace); });
    bind(u"manifest.findNext", [this] { m_find->findNext(); });
    bind(u"manifest.findPrevious", [this] { m_find->findPrevious(); });
    bind(u"manifest.goToLine", [this] {
        askForLine(this, m_edit->textCursor().blockNumber() + 1, m_edit->blockCount(), [this](int line) {
            m_edit->goToLine(line);
            m_edit->setFocus(Qt::OtherFocusReason);
        });
    });
    bind(u"manifest.outline", [this] { m_outlineShown->toggle(); });
    bind(u"manifest.form", [this] { enterForm(); });
    bind(u"manifest.pastePage", [this] { pastePage(); });
    bind(u"manifest.comment", [this] { m_edit->toggleComment(); });
    bind(u"manifest.moveUp", [this] { m_edit->moveLines(-1); });
    bind(u"manifest.moveDown", [this] { m_edit->moveLines(1); });
    bind(u"manifest.fold", [this] { m_edit->toggleFoldAtCursor(); });
    bind(u"manifest.foldAll", [this] { m_edit->toggleAllFolds(); });
}

void EditorPage::goToProblem(int row)
{
    if (row < 0 || row >= m_edit->problems().size())
        return;
    const Problem& problem = m_edit->problems()[row];
    m_edit->goTo(problem.begin);
    m_edit->setFocus(Qt::OtherFocusReason);
}

void EditorPage::fixAll()
{
    m_edit->apply(m_edit->safeEdits());
}

/// What would mend this place, or else its line.
void EditorPage::addFixes(QMenu* menu, int position)
{
    QList<Problem> here = m_edit->problemsAt(position);
    if (here.isEmpty())
        here = m_edit->problemsInLine(m_edit->document()->findBlock(position).blockNumber());
    for (const Problem& problem : std::as_const(here)) {
        if (problem.edits.isEmpty())
            continue;
        QAction* fix =
            menu->addAction(theme::icon(u"wrench"_s), QString(problem.finding.fix->title).replace(u'&', u"&&"_s));
        connect(fix, &QAction::triggered, this,
                [this, edits = problem.edits, revision = m_edit->document()->revision()] {
                    if (m_edit->document()->revision() == revision)
                        m_edit->apply(edits);
                });
    }
    if (menu->isEmpty()) {
        QAction* none = menu->addAction(here.isEmpty() ? tr("Nothing is wrong here") : tr("No fix is known for this"));
        none->setEnabled(false);
    }
    menu->addSeparator();
    QAction* all = menu->addAction(m_fixAll->text());
    all->setEnabled(m_fixAll->isEnabled());
    connect(all, &QAction::triggered, this, &EditorPage::fixAll);
}

void EditorPage::showFixes(int position)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"fixes"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addFixes(menu, position);
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(position);
    menu->popup(m_edit->viewport()->mapToGlobal(m_edit->cursorRect(cursor).bottomLeft()));
    menu->setActiveAction(menu->actions().constFirst());
}

void EditorPage::openMenu(const QPoint& place)
{
    QMenu* menu = m_edit->createStandardContextMenu(place);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    addFixes(menu, m_edit->cursorForPosition(place).position());
    menu->popup(m_edit->viewport()->mapToGlobal(place));
}

/// As the document the cursor is in reads the key.
QString EditorPage::explanationOf(const QString& key) const
{
    QString version;
    for (const CheckedDocument& document : m_documents) {
        if (document.begin <= m_edit->position() && m_edit->position() <= document.end)
            version = document.flinkRelease;
    }
    return m_explanations->of(key, *m_catalogue,
                              m_catalogue->release(version).value_or(int(m_catalogue->releases().size()) - 1));
}

HoverTopic EditorPage::topicAt(int position) const
{
    const QByteArray bytes = m_edit->text().toUtf8();
    const auto topic = manifest::topicAt(bytes, Offsets(bytes).bytes(position), *m_catalogue, *m_schema);
    if (!topic)
        return {};
    QStringList facts;
    if (!topic->type.isEmpty())
        facts.append(topic->type);
    if (!topic->defaultValue.isEmpty())
        facts.append(tr("default: %1").arg(topic->defaultValue));
    else if (topic->isConfiguration && topic->verdict.option)
        facts.append(tr("no default"));
    if (!topic->since.isEmpty())
        facts.append(topic->isConfiguration ? tr("since Flink %1").arg(topic->since)
                                            : tr("since operator %1").arg(topic->since));
    if (topic->verdict.option && topic->verdict.option->reader == manifest::ConfigOption::Reader::Operator)
        facts.append(tr("read by the operator"));
    if (!topic->values.isEmpty())
        facts.append(topic->values.join(u" | "_s));
    const QString& replacement = topic->verdict.replacement;
    QString text = topic->isConfiguration ? explanationOf(topic->name) : QString();
    if (!replacement.isEmpty())
        text = tr("Its name is %1 now.").arg(replacement) + (text.isEmpty() ? QString() : u'\n' + text);
    return {topic->name, facts.join(u" · "_s), text};
}

void EditorPage::explainAt(int position, const QPoint& place, bool takesFocus)
{
    const QList<Problem> problems = m_edit->problemsAt(position);
    HoverTopic topic = topicAt(position);
    // A finding about a key tells what it is for, too.
    const QString purpose = topic.text.section(u'\n', -1);
    if (std::ranges::any_of(
            problems, [&purpose](const Problem& problem) { return problem.finding.explanation.contains(purpose); }))
        topic.text.clear();
    m_hover->present(problems, topic, place + QPoint(0, theme::inside),
                     m_edit->cursorRect().height() + 2 * theme::inside,
                     takesFocus ? HoverCard::Focus::Take : HoverCard::Focus::Leave);
}

} // namespace editor
