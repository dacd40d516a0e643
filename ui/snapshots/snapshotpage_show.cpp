#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/snapshot/words.h"
#include "ui/snapshots/comparisonview.h"
#include "ui/snapshots/details.h"
#include "ui/snapshots/keys.h"
#include "ui/snapshots/listing.h"
#include "ui/snapshots/snapshotpage.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingrows.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/timedisplay.h"

#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

// What the page says: its head, its tabs, and the details of a row.
namespace snapshots {

using namespace Qt::StringLiterals;
using base::visibleText;

namespace {

/// How much, and of that what stands in the file itself and what this checkpoint wrote.
QString stateText(const snapshot::Metadata& metadata)
{
    const snapshot::Amount total = totalOf(metadata);
    QStringList more;
    if (total.inlineBytes > 0 && total.inlineBytes < total.bytes)
        more.append(SnapshotPage::tr("%1 in the metadata itself").arg(base::bytesText(total.inlineBytes)));
    if (total.checkpointedBytes < total.bytes)
        more.append(SnapshotPage::tr("%1 written anew").arg(base::bytesText(total.checkpointedBytes)));
    const QString size = base::bytesText(total.bytes);
    return more.isEmpty() ? SnapshotPage::tr("State: %1").arg(size)
                          : SnapshotPage::tr("State: %1 (%2)").arg(size, more.join(u", "_s));
}

} // namespace

void SnapshotPage::retranslate()
{
    m_compare->setText(tr("Compare with…"));
    m_again->setText(tr("Read again"));
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setAccessibleName(tr("Filter the rows of this part"));
    m_bar->setAccessibleName(tr("Parts of the page"));
    m_operatorList->table().setAccessibleName(tr("Operators of the snapshot"));
    m_operatorList->setNone(tr("This snapshot has no operators."));
    m_fileList->table().setAccessibleName(tr("Files of the snapshot"));
    m_fileList->setNone(tr("It refers to no other file: all state stands in the metadata itself."));
    m_loading->setSentence(tr("Reading the snapshot…"));
    m_mapping->setPlaceholderText(tr("Storage on this machine, e.g. s3://flink=/mnt/flink"));
    m_mapping->setAccessibleName(tr("Where storage lies on this machine"));
    m_lookThere->setText(tr("Look there"));
    m_operators.retranslate();
    m_files.retranslate();
    m_comparison->retranslate();
    showAll();
}

void SnapshotPage::showAll()
{
    showHead();
    showVerdict();
    const auto numbered = [](const QString& text, qsizetype count) {
        return tr("%1 (%2)", "a part of the page, how many are in it").arg(text, base::countText(count));
    };
    m_bar->setTabText(Operators, numbered(tr("Operators"), m_operators.rowCount()));
    m_bar->setTabText(Files, numbered(tr("Files"), m_files.rowCount()));
    m_bar->setTabText(Comparison, tr("Comparison"));
    const widgets::KeyCommand compare = keyCommand(u"snapshot.compare");
    m_compare->setEnabled(m_shown != nullptr);
    m_compare->setToolTip(m_problem ? tr("This snapshot cannot be read, so there is nothing to compare with.")
                                    : widgets::withKeys(compare.name(), compare));
    QWidget* front = m_loading;
    if (m_shown)
        front = m_content;
    else if (m_problem)
        front = m_empty;
    m_stack->setCurrentWidget(front);
}

void SnapshotPage::showHead()
{
    const QString path = m_shown ? m_shown->reading.location.metadata : m_path;
    m_place->setText(visibleText(path));
    m_copy->setText(path, tr("the path"));
    m_title->setText(m_shown ? titleOf(m_shown->reading.metadata) : title());
    m_facts->setText(facts());
    m_facts->setVisible(m_shown != nullptr);
    showMapping();
}

/// Files that lie beside their snapshot need no mapping.
void SnapshotPage::showMapping()
{
    m_mappingRow->setVisible(m_shown && !isSelfContained(m_shown->reading.metadata));
    const QString text = m_mapping->text().trimmed();
    const bool isSense = text.isEmpty() || snapshot::mappingOf(text);
    m_lookThere->setEnabled(isSense);
    m_lookThere->setToolTip(isSense ? QString() : tr("FROM=TO: a path as Flink has it, and a folder of this machine."));
}

QString SnapshotPage::facts() const
{
    if (!m_shown)
        return {};
    const snapshot::Metadata& metadata = m_shown->reading.metadata;
    QStringList parts{tr("Format %1").arg(metadata.version), stateText(metadata)};
    if (!metadata.files.isEmpty()) {
        const QString count = base::countText(metadata.files.size());
        const QString size = base::bytesText(m_shown->fileBytes);
        parts.append(m_shown->sharedFiles > 0
                         ? tr("Files: %1 with %2 (%3 shared)").arg(count, size, base::countText(m_shown->sharedFiles))
                         : tr("Files: %1 with %2").arg(count, size));
        parts.append(isSelfContained(metadata) ? tr("can be moved as a folder")
                                               : tr("absolute paths: not to be moved"));
    }
    for (const snapshot::MasterState& master : metadata.masterStates)
        parts.append(tr("Master hook %1: %2").arg(visibleText(master.name, 80), base::bytesText(master.bytes)));
    parts.append(tr("read %1").arg(widgets::absoluteText(m_shown->readAt)));
    return parts.join(u" · "_s);
}

void SnapshotPage::showVerdict()
{
    m_badge->setVisible(m_shown || m_problem);
    m_banner->hide();
    if (m_problem) {
        m_badge->setState(base::Health::Broken, tr("Unreadable"));
        m_empty->showUnreadable(visibleText(m_problem->message), visibleText(m_problem->detail), tr("Read again"));
    }
    if (!m_shown)
        return;
    const Verdict verdict = verdictOf(*m_shown);
    m_badge->setState(verdict.family, verdict.word);
    const bool isAboutFiles = verdict.family != base::Health::Healthy && m_files.rowCount() > 0;
    m_banner->showMessage(verdict.family, verdict.lead, verdict.rest, isAboutFiles ? tr("Show the files") : QString());
    m_banner->setVisible(!verdict.lead.isEmpty() || !verdict.rest.isEmpty());
}

QString SnapshotPage::subject() const
{
    const Part front = part();
    const int row = front == Operators ? m_operatorList->currentRow() : front == Files ? m_fileList->currentRow() : -1;
    if (row < 0)
        return title();
    return front == Operators ? nameOf(m_operators.operatorAt(row)) : m_files.pathAt(row).section(u'/', -1);
}

Details SnapshotPage::details() const
{
    if (const int row = m_operatorList->currentRow(); part() == Operators && row >= 0)
        return detailsOf(m_operators.operatorAt(row));
    if (const int row = m_fileList->currentRow(); part() == Files && row >= 0)
        return m_files.details(row);
    return {};
}

} // namespace snapshots
