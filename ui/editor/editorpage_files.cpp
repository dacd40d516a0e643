#include "ui/editor/editorpage.h"
#include "ui/editor/manifestedit.h"
#include "ui/editor/question.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace editor {

using base::Error;
using base::Result;

void EditorPage::open(const QString& path)
{
    m_wanted = path;
    m_file.open(path, [this](const Result<FileText>& content) {
        if (content)
            present(*content);
        else
            showUnreadable(content.error());
    });
}

void EditorPage::begin(const QString& text, const QString& name)
{
    m_name = name;
    m_edit->begin(text);
    // Nobody has it yet.
    m_edit->document()->setModified(!text.isEmpty());
    emit changed();
}

void EditorPage::present(const FileText& content)
{
    m_isReadable = true;
    m_others.reset();
    m_conflict->hide();
    m_stack->setCurrentIndex(0);
    m_edit->begin(content.text());
    emit changed();
}

void EditorPage::showUnreadable(const Error& why)
{
    m_isReadable = false;
    m_unreadable->showNone(tr("This file cannot be edited. %1 Nothing in it was changed.").arg(why.message),
                           tr("Read it again"));
    m_stack->setCurrentIndex(1);
    emit changed();
}

QString EditorPage::title() const
{
    QString name = path().isEmpty() ? QFileInfo(m_wanted).fileName() : QFileInfo(path()).fileName();
    if (name.isEmpty())
        name = m_name.isEmpty() ? tr("New manifest") : m_name;
    return isUnsaved() ? tr("%1 ●", "a file that is not saved").arg(name) : name;
}

bool EditorPage::isUnsaved() const
{
    return m_isReadable && m_edit->document()->isModified();
}

void EditorPage::save()
{
    if (!m_isReadable)
        return;
    if (path().isEmpty())
        saveAs();
    else
        saveTo(path(), ManifestFile::Other::Keep);
}

void EditorPage::saveAs()
{
    if (m_isReadable)
        chooseName();
}

void EditorPage::chooseName()
{
    auto* dialog = new QFileDialog(this, tr("Save the manifest"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"yaml"_s);
    dialog->setNameFilters({tr("Manifests (*.yaml *.yml)"), tr("All files (*)")});
    if (path().isEmpty())
        dialog->selectFile(m_name.isEmpty() ? u"manifest.yaml"_s : m_name);
    else
        dialog->selectFile(path());
    connect(dialog, &QFileDialog::fileSelected, this, &EditorPage::saveAsChosen);
    connect(dialog, &QDialog::rejected, this, [this] { m_afterSave = nullptr; });
    dialog->open();
}

/// Two pages of one file would each take what the other writes for somebody else's.
void EditorPage::saveAsChosen(const QString& path)
{
    // The dialog has asked whether another file may be replaced.
    if (!isOpenElsewhere || !isOpenElsewhere(path))
        return saveTo(path, ManifestFile::Other::Overwrite);
    auto* question = new Question(tr("Open already"),
                                  tr("'%1' is open on another page, which may hold changes of its own. Nothing was "
                                     "saved: choose another name, or close that page first.")
                                      .arg(QFileInfo(path).fileName()),
                                  {tr("Save under another name…"), tr("Show that page"), tr("Cancel")}, this);
    question->ask([this, path](int answer) {
        if (answer == 0)
            return chooseName();
        m_afterSave = nullptr;
        if (answer == 1)
            emit otherPageWanted(path);
    });
}

void EditorPage::saveTo(const QString& path, ManifestFile::Other other)
{
    const int revision = m_edit->document()->revision();
    m_file.save(path, m_edit->text(), other, [this, path, revision](const std::optional<Error>& problem) {
        // What was typed meanwhile is not saved.
        if (!problem && m_edit->document()->revision() == revision)
            m_edit->document()->setModified(false);
        afterSaving(path, problem);
    });
}

void EditorPage::afterSaving(const QString& path, const std::optional<Error>& problem)
{
    if (problem && problem->kind == Error::Kind::Conflict)
        return askToOverwrite(path);
    const auto then = std::exchange(m_afterSave, nullptr);
    if (problem) {
        auto* question =
            new Question(tr("Not saved"), problem->message, {tr("Save under another name…"), tr("Close")}, this);
        question->ask([this](int answer) {
            if (answer == 0)
                chooseName();
        });
        return;
    }
    m_wanted = path;
    m_others.reset();
    m_conflict->hide();
    showPlace();
    emit changed();
    if (then && !isUnsaved())
        then();
}

void EditorPage::askToOverwrite(const QString& path)
{
    auto* question =
        new Question(tr("The file has changed"),
                     tr("Another program has changed '%1' since it was read. Saving now would replace what "
                        "it wrote.")
                         .arg(QFileInfo(path).fileName()),
                     {tr("Save under another name…"), tr("Replace it"), tr("Cancel")}, this);
    question->ask([this, path](int answer) {
        if (answer == 0)
            chooseName();
        else if (answer == 1)
            saveTo(path, ManifestFile::Other::Overwrite);
        else
            m_afterSave = nullptr;
    });
}

void EditorPage::askBeforeClosing(std::function<void()> then)
{
    if (!isUnsaved()) {
        then();
        return;
    }
    auto* question =
        new Question(tr("Unsaved changes"), tr("'%1' has changes that are not saved.").arg(title().remove(u" ●"_s)),
                     {tr("Save"), tr("Discard them"), tr("Cancel")}, this);
    question->ask([this, then = std::move(then)](int answer) {
        if (answer == 0) {
            m_afterSave = then;
            save();
        } else if (answer == 1) {
            m_edit->document()->setModified(false);
            then();
        }
    });
}

/// Another program wrote the file. Without changes here the text follows, as a step that can be undone.
void EditorPage::meetChange(const FileText& content)
{
    if (m_edit->document()->isModified() && content.text() != m_edit->text()) {
        m_others = content;
        showConflict();
        return;
    }
    m_file.accept(content);
    m_edit->become(content.text());
    m_edit->document()->setModified(false);
    m_others.reset();
    m_conflict->hide();
    showPlace();
    emit notified(tr("'%1' was changed by another program and read again.").arg(QFileInfo(path()).fileName()));
}

void EditorPage::showConflict()
{
    if (m_others)
        m_conflict->showMessage(base::Health::AtRisk, tr("Another program has changed this file."),
                                tr("Your changes are kept. Saving asks before anything is replaced; what you wrote can "
                                   "be had back with Undo."),
                                tr("Show the file's version"));
    else if (m_file.isGone())
        m_conflict->showMessage(base::Health::AtRisk, tr("This file does not exist any more."),
                                tr("The text is kept here. Saving writes the file anew."));
    else
        m_conflict->showMessage(base::Health::AtRisk, tr("This file can no longer be read as text."),
                                tr("The text is kept here. Saving asks before anything is replaced."));
    if (m_file.isGone())
        m_edit->document()->setModified(true);
    m_conflict->show();
}

void EditorPage::takeOthers()
{
    if (!m_others)
        return;
    const FileText others = *std::exchange(m_others, std::nullopt);
    m_file.accept(others);
    m_edit->become(others.text());
    m_edit->document()->setModified(false);
    m_conflict->hide();
    showPlace();
}

} // namespace editor
