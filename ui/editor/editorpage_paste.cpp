#include "core/base/background.h"
#include "core/manifest/lint.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/manifestedit.h"
#include "ui/editor/pastedialog.h"

#include <QClipboard>
#include <QGuiApplication>

namespace editor {

void EditorPage::pastePage()
{
    const QString pasted = QGuiApplication::clipboard()->text();
    if (pasted.trimmed().isEmpty()) {
        emit notified(tr("There is no text to paste."));
        return;
    }
    const int minor = manifest::Linter::operatorReleases().constLast().section(u'.', 1, 1).toInt();
    base::inBackground(
        this,
        [catalogue = m_catalogue, text = pasted.toUtf8(), minor] {
            return manifest::repaired(text, *catalogue, minor);
        },
        [this, pasted](const manifest::RepairedText& repaired) { offer(pasted, repaired); });
}

void EditorPage::offer(const QString& pasted, const manifest::RepairedText& repaired)
{
    const auto insert = [this](const QString& text) {
        m_edit->put(text);
        m_edit->setFocus(Qt::OtherFocusReason);
    };
    if (repaired.repairs.isEmpty() && repaired.doubts.isEmpty()) {
        insert(pasted);
        emit notified(repaired.documents > 0 ? tr("It was pasted as it is: there was nothing to repair.")
                                             : tr("It was pasted as it is: no manifest was found in it."));
        return;
    }
    auto* dialog = new PasteDialog(pasted, repaired, this);
    dialog->setObjectName(QStringLiteral("paste"));
    dialog->ask(insert);
}

} // namespace editor
