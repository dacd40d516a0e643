#include "ui/snapshots/filesheet.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"

#include <algorithm>

namespace snapshots {

using namespace Qt::StringLiterals;
using base::visibleText;
using snapshot::FileCheck;
using snapshot::ReferencedFile;

namespace {

constexpr qsizetype longestPath = 2048;

} // namespace

void FileSheet::show(const Examined& examined)
{
    const bool isSame = examined && m_examined && examined->reading.location == m_examined->reading.location &&
                        examined->reading.metadata.files == m_examined->reading.metadata.files;
    const int count = examined ? int(examined->reading.metadata.files.size()) : 0;
    exchange(isSame ? Rows::Same : Rows::Other, count, [&] {
        m_examined = examined;
        m_folder.reset();
        m_states = QList<State>(count, State::Looking);
        if (!examined)
            return;
        m_folder = std::make_unique<snapshot::LocalFolder>(examined->reading.location, examined->mappings);
        if (examined->integrity)
            std::ranges::transform(examined->integrity->files, m_states.begin(), stateOf);
    });
}

FileCheck FileSheet::checkAt(int row) const
{
    return m_examined->integrity ? m_examined->integrity->files.value(row) : FileCheck();
}

FileSheet::State FileSheet::stateOf(const FileCheck& check)
{
    switch (check.verdict) {
    case FileCheck::Verdict::Missing:
        return State::Missing;
    case FileCheck::Verdict::TooShort:
        return State::TooShort;
    case FileCheck::Verdict::WrongLength:
        return State::WrongLength;
    case FileCheck::Verdict::NotChecked:
        return State::NotChecked;
    case FileCheck::Verdict::Right:
        break;
    }
    return check.isMoved ? State::Moved : State::Right;
}

QString FileSheet::pathAt(int row) const
{
    return visibleText(files().at(row).path, longestPath);
}

QString FileSheet::placeAt(int row) const
{
    const ReferencedFile file = files().at(row);
    const QString place = checkAt(row).isMoved ? m_folder->copyOf(file.path) : m_folder->placeOf(file.path, file.base);
    return visibleText(place, longestPath);
}

QString FileSheet::foundText(int row) const
{
    switch (m_states.at(row)) {
    case State::Missing:
        return tr("Missing");
    case State::TooShort:
        return tr("Too short");
    case State::WrongLength:
        return tr("Wrong length");
    case State::NotChecked:
        return tr("Not checked");
    case State::Looking:
        return tr("Looking");
    case State::Moved:
        return tr("Elsewhere");
    case State::Right:
        return tr("There");
    }
    return {};
}

QList<Title> FileSheet::titles() const
{
    constexpr auto right = Title::Align::Right;
    return {{u"found"_s, tr("Found")},
            {u"path"_s, tr("Path as recorded")},
            {u"place"_s, tr("Looked for at")},
            {u"bytes"_s, tr("Recorded size"), right},
            {u"actual"_s, tr("Actual size"), right},
            {u"shared"_s, tr("Shared")}};
}

Cell FileSheet::cell(int row, int column) const
{
    const ReferencedFile file = files().at(row);
    const FileCheck check = checkAt(row);
    switch (column) {
    case FoundColumn: {
        const State state = m_states.at(row);
        const auto glyph = state < State::NotChecked    ? theme::Glyph::Broken
                           : state == State::NotChecked ? theme::Glyph::Unknown
                           : state == State::Looking    ? theme::Glyph::Changing
                           : state == State::Moved      ? theme::Glyph::AtRisk
                                                        : theme::Glyph::Healthy;
        return {foundText(row),
                {},
                file.isContradictory ? tr("Two handles name different lengths of it.") : QString(),
                {},
                glyph};
    }
    case PathColumn:
        return {pathAt(row), file.path};
    case PlaceColumn: {
        const QString place = placeAt(row);
        return place.isEmpty() ? Cell{u"–"_s, {}, tr("Its storage cannot be looked into from here.")} : Cell{place};
    }
    case BytesColumn: {
        Cell cell = bytesCell(file.bytes);
        if (file.length == ReferencedFile::Length::AtLeast) {
            cell.text.prepend(u"≥ "_s);
            cell.hint = tr("At least %1: handles take parts of it.").arg(cell.hint);
        }
        return cell;
    }
    case ActualColumn: {
        const State state = m_states.at(row);
        const bool isThere = state != State::Missing && state != State::NotChecked && state != State::Looking;
        return isThere ? bytesCell(check.actualBytes) : Cell{u"–"_s, {}, foundText(row)};
    }
    default:
        return {file.isShared ? tr("shared") : u"–"_s,
                {},
                file.isShared ? tr("Flink may use it for other checkpoints, too.") : tr("Of this snapshot alone.")};
    }
}

bool FileSheet::isLess(int column, int left, int right) const
{
    switch (column) {
    case FoundColumn:
        return m_states[left] < m_states[right];
    case BytesColumn:
        return files().bytesAt(left) < files().bytesAt(right);
    case ActualColumn:
        return checkAt(left).actualBytes < checkAt(right).actualBytes;
    case SharedColumn:
        return files().isSharedAt(left) < files().isSharedAt(right);
    default: // they lie as they are called
        return files().pathAt(left) < files().pathAt(right);
    }
}

Details FileSheet::details(int row) const
{
    const ReferencedFile file = files().at(row);
    const QString place = placeAt(row);
    Details details{{tr("Found"), foundText(row)}, {tr("Path as recorded"), pathAt(row)}};
    if (!place.isEmpty())
        details.append({tr("Looked for at"), place});
    details.append({tr("Recorded size"), cell(row, BytesColumn).hint});
    details.append({tr("Actual size"), cell(row, ActualColumn).hint});
    details.append({tr("Handles"), base::countText(file.references)});
    details.append({tr("Shared"), cell(row, SharedColumn).hint});
    return details;
}

QString FileSheet::searched(int row) const
{
    return files().at(row).path + u' ' + foundText(row);
}

} // namespace snapshots
