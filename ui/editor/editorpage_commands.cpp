#include "ui/editor/checker.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/findbar.h"
#include "ui/editor/hovercard.h"
#include "ui/editor/keys.h"
#include "ui/editor/manifestedit.h"
#include "ui/editor/question.h"
#include "ui/editor/severity.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QMenu>
#include <QPushButton>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace editor {

void EditorPage::bindKeys()
{
    const auto bind = [this](QStringView id, std::function<void()> act) {
        widgets::bindKeys(this, keyCommand(id), std::move(act));
    };
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
    bind(u"manifest.explain", [this] {
        const QRect place = m_edit->cursorRect();
        explainAt(m_edit->textCursor().selectionStart(), m_edit->viewport()->mapToGlobal(place.bottomLeft()), true);
    });
}

void EditorPage::bindTextKeys()
{
    const auto bind = [this](QStringView id, std::function<void()> act) {
        widgets::bindKeys(this, keyCommand(id), std::move(act));
    };
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

void EditorPage::explainAt(int position, const QPoint& place, bool takesFocus)
{
    m_hover->present(m_edit->problemsAt(position), {}, place + QPoint(0, theme::inside),
                     m_edit->cursorRect().height() + 2 * theme::inside,
                     takesFocus ? HoverCard::Focus::Take : HoverCard::Focus::Leave);
}

} // namespace editor
