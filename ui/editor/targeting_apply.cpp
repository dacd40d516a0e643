#include "core/base/visibletext.h"
#include "core/manifest/finding.h"
#include "ui/editor/applydialog.h"
#include "ui/editor/checker.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/livefacts.h"
#include "ui/editor/manifestedit.h"
#include "ui/editor/targeting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace editor {

void Targeting::apply()
{
    const Cluster& cluster = m_facts->cluster();
    if (cluster.id.isEmpty()) {
        emit notified(tr("Choose the cluster first that it is to be applied to."));
        openChoice();
        return;
    }
    if (!cluster.connection) {
        emit notified(tr("%1 is not connected.").arg(base::visibleText(cluster.name, 80)));
        return;
    }
    // What stands there now, and not what stood there when the text rested last.
    const QList<Document> documents = documentsOf(m_page.edit().text());
    const auto broken = std::ranges::find_if(documents, &Document::isBroken);
    if (documents.isEmpty() || broken != documents.end()) {
        emit notified(documents.isEmpty() ? tr("There is nothing to apply.")
                                          : tr("A document cannot be read: mend its syntax first."));
        if (broken != documents.end())
            m_page.edit().goTo(broken->begin);
        return;
    }
    auto* dialog = new ApplyDialog(m_clusters, cluster, documents, m_page.path(), m_record, &m_page);
    connect(dialog, &ApplyDialog::applied, this, [this] {
        refresh();
        emit applied();
    });
    dialog->open();
}

} // namespace editor
