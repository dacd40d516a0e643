#include "ui/operations/candidatemodel.h"

#include "core/base/health.h"
#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/timedisplay.h"
#include "ui/widgets/tooltip.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace operations {

using base::Health;
using plans::Candidate;
using Verdict = Candidate::Verdict;

namespace {

Health familyOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Whole:
        return Health::Healthy;
    case Verdict::Unchecked:
        return Health::Unknown;
    case Verdict::Unsure:
        return Health::AtRisk;
    case Verdict::Damaged:
    case Verdict::Unfit:
        return Health::Broken;
    }
    return Health::Unknown;
}

} // namespace

CandidateModel::CandidateModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void CandidateModel::setCandidates(const QList<Candidate>& candidates)
{
    beginResetModel();
    m_candidates = candidates;
    endResetModel();
}

void CandidateModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const Candidate* CandidateModel::candidate(int row) const
{
    return row >= 0 && row < emptyRow() ? &m_candidates.at(row) : nullptr;
}

int CandidateModel::rowOf(const QString& path) const
{
    const auto found = std::ranges::find_if(
        m_candidates, [&](const Candidate& candidate) { return plans::isSamePlace(candidate.path, path); });
    return found == m_candidates.end() ? -1 : static_cast<int>(found - m_candidates.begin());
}

int CandidateModel::bestRow() const
{
    const auto found =
        std::ranges::find_if(m_candidates, [](const Candidate& candidate) { return candidate.isTrusted(); });
    return found == m_candidates.end() ? -1 : static_cast<int>(found - m_candidates.begin());
}

int CandidateModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : emptyRow() + 1;
}

int CandidateModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CandidateModel::textOf(const Candidate& candidate, int column)
{
    switch (column) {
    case VerdictColumn:
        return plans::verdictText(candidate.verdict);
    case NameColumn:
        return base::visibleText(candidate.path.section(u'/', -1, -1, QString::SectionSkipEmpty), 120);
    case CompletedColumn:
        return candidate.completedAt.isValid() ? widgets::timeText(candidate.completedAt) : u"–"_s;
    case SourcesColumn: {
        QStringList sources;
        for (const Candidate::Source source : candidate.sources)
            sources.append(plans::sourceText(source));
        return sources.join(u", "_s);
    }
    case SizeColumn:
        return candidate.bytes > 0 ? base::bytesText(candidate.bytes) : u"–"_s;
    case ProblemColumn:
        return base::visibleText(candidate.problem, 400);
    default:
        return {};
    }
}

QString CandidateModel::emptyText(int column)
{
    switch (column) {
    case VerdictColumn:
        return tr("last resort");
    case NameColumn:
        return tr("Start empty");
    case ProblemColumn:
        return tr("All state of the job is lost.");
    default:
        return u"–"_s;
    }
}

QVariant CandidateModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Candidate* shown = candidate(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return shown ? textOf(*shown, column) : emptyText(column);
    case widgets::cell::ExactRole:
    case Qt::ToolTipRole: {
        QString exact = shown ? textOf(*shown, column) : emptyText(column);
        if (shown && column == NameColumn)
            exact = base::visibleText(shown->path, 2000);
        return role == Qt::ToolTipRole ? widgets::plainToolTip(exact) : QVariant(exact);
    }
    case widgets::cell::HealthRole:
        if (column != VerdictColumn)
            return {};
        return static_cast<int>(shown ? familyOf(shown->verdict) : Health::AtRisk);
    case widgets::cell::SecondaryRole:
        if (column != NameColumn || !shown)
            return {};
        return shown->isSavepoint ? tr("savepoint") : tr("checkpoint");
    default:
        return {};
    }
}

QVariant CandidateModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == widgets::cell::KeyRole) {
        static const QStringList keys{u"verdict"_s, u"name"_s, u"completed"_s, u"sources"_s, u"size"_s, u"problem"_s};
        return keys.value(section);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case VerdictColumn:
        return tr("Verdict");
    case NameColumn:
        return tr("Candidate");
    case CompletedColumn:
        return tr("Completed");
    case SourcesColumn:
        return tr("Known from");
    case SizeColumn:
        return tr("State");
    case ProblemColumn:
        return tr("What stands against it");
    default:
        return {};
    }
}

} // namespace operations
