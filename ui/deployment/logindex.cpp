#include "ui/deployment/logindex.h"

#include "core/base/background.h"
#include "core/base/visibletext.h"

#include <algorithm>
#include <utility>

namespace deployment {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype severityWithin = 160;
/// Lines read at once: few enough that the first results come soon.
constexpr qsizetype batchLines = 20'000;

bool hasWord(QStringView text, QStringView word)
{
    const qsizetype at = text.indexOf(word);
    if (at < 0)
        return false;
    const bool beginsHere = at == 0 || !text.at(at - 1).isLetterOrNumber();
    const qsizetype after = at + word.size();
    return beginsHere && (after >= text.size() || !text.at(after).isLetterOrNumber());
}

} // namespace

Severity severityOf(QStringView line)
{
    const QStringView start = line.left(severityWithin);
    if (hasWord(start, u"ERROR") || hasWord(start, u"FATAL") || hasWord(start, u"SEVERE"))
        return Severity::Error;
    if (hasWord(start, u"WARN") || hasWord(start, u"WARNING"))
        return Severity::Warning;
    if (hasWord(start, u"INFO"))
        return Severity::Info;
    return hasWord(start, u"DEBUG") || hasWord(start, u"TRACE") ? Severity::Debug : Severity::None;
}

QRegularExpression searchFor(const QString& text, SearchKind kind)
{
    if (text.isEmpty())
        return {};
    // PCRE2 gives up on a line after so many steps instead of trying for minutes.
    const QString pattern = kind == SearchKind::Expression ? text : QRegularExpression::escape(text);
    return QRegularExpression(u"(*LIMIT_MATCH=50000)"_s + pattern, QRegularExpression::CaseInsensitiveOption |
                                                                       QRegularExpression::UseUnicodePropertiesOption);
}

void LogIndex::setBuffer(const kube::LogBuffer* buffer)
{
    m_buffer = buffer;
    m_first = 0;
    restart(Rows::Clear);
}

void LogIndex::setLeast(Severity least)
{
    if (m_least == least)
        return;
    m_least = least;
    restart(Rows::Clear);
}

void LogIndex::setSearch(const QRegularExpression& search)
{
    m_search = search;
    m_isSearching = search.isValid() && !search.pattern().isEmpty();
    restart(Rows::Keep);
}

void LogIndex::restart(Rows rows)
{
    ++m_generation;
    m_isReading = false;
    m_next = m_first;
    m_last = Severity::None;
    if (rows == Rows::Clear)
        m_shown.clear();
    m_matches.clear();
    readNext();
    emit changed(0);
    emit matchesChanged();
}

void LogIndex::linesCame(qsizetype dropped)
{
    m_first += dropped;
    qsizetype droppedRows = m_least == Severity::None ? dropped : 0;
    while (!m_shown.empty() && m_shown.front() < m_first) {
        m_shown.pop_front();
        ++droppedRows;
    }
    const std::size_t before = m_matches.size();
    while (!m_matches.empty() && m_matches.front() < m_first)
        m_matches.pop_front();
    readNext();
    emit changed(droppedRows);
    if (m_matches.size() != before)
        emit matchesChanged();
}

void LogIndex::readNext()
{
    if (m_isReading || !needsReading() || !m_buffer)
        return;
    m_next = std::max(m_next, m_first);
    const qsizetype from = qsizetype(m_next - m_first);
    const qsizetype count = std::min(m_buffer->size() - from, batchLines);
    if (count <= 0)
        return;
    m_isReading = true;
    QList<QString> lines;
    lines.reserve(count);
    for (qsizetype i = 0; i < count; ++i)
        lines.append(m_buffer->at(from + i).text);
    const Batch batch{m_next, m_last, {}, {}};
    const auto search = m_isSearching ? std::optional(m_search) : std::nullopt;
    base::inBackground(
        this, [batch, lines = std::move(lines), least = m_least, search] { return read(batch, lines, least, search); },
        [this, generation = m_generation](const Batch& done) {
            if (generation == m_generation)
                take(done);
        });
}

/// Pure, for the background.
LogIndex::Batch LogIndex::read(Batch batch, const QList<QString>& lines, Severity least,
                               const std::optional<QRegularExpression>& search)
{
    for (const QString& line : lines) {
        const Severity own = severityOf(line);
        if (own != Severity::None)
            batch.last = own;
        const bool isShown = batch.last >= least;
        batch.isShown.append(isShown);
        // What is found is what one sees.
        const bool isPlain = !search || !isShown || !base::hasInvisible(line);
        const QString seen = isPlain ? line : base::visibleText(line, kube::longestLogLine);
        batch.isMatch.append(search && isShown && search->match(seen).hasMatch());
    }
    return batch;
}

void LogIndex::take(const Batch& batch)
{
    m_isReading = false;
    m_last = batch.last;
    m_next = batch.first + batch.isShown.size();
    const std::size_t before = m_matches.size();
    for (qsizetype i = 0; i < batch.isShown.size(); ++i) {
        const qint64 number = batch.first + i;
        if (number < m_first)
            continue;
        // A new search reads again what the filter knows already.
        const bool isNew = m_shown.empty() || m_shown.back() < number;
        if (m_least != Severity::None && batch.isShown.at(i) && isNew)
            m_shown.push_back(number);
        if (batch.isMatch.at(i))
            m_matches.push_back(number);
    }
    readNext();
    emit changed(0);
    if (m_matches.size() != before || !m_isReading)
        emit matchesChanged();
}

qsizetype LogIndex::rows() const
{
    if (m_least != Severity::None)
        return qsizetype(m_shown.size());
    return m_buffer ? m_buffer->size() : 0;
}

const kube::LogLine& LogIndex::line(qsizetype row) const
{
    return m_buffer->at(qsizetype(numberOf(row) - m_first));
}

qint64 LogIndex::numberOf(qsizetype row) const
{
    return m_least != Severity::None ? m_shown[static_cast<std::size_t>(row)] : m_first + row;
}

qsizetype LogIndex::rowOf(qint64 number) const
{
    if (m_least == Severity::None)
        return qsizetype(std::clamp<qint64>(number - m_first, 0, rows()));
    return qsizetype(std::lower_bound(m_shown.begin(), m_shown.end(), number) - m_shown.begin());
}

std::optional<qint64> LogIndex::nextMatch(std::optional<qint64> number, Direction direction) const
{
    if (m_matches.empty())
        return std::nullopt;
    if (direction == Direction::Forward) {
        const auto after = number ? std::upper_bound(m_matches.begin(), m_matches.end(), *number) : m_matches.begin();
        return after == m_matches.end() ? m_matches.front() : *after;
    }
    const auto from = number ? std::lower_bound(m_matches.begin(), m_matches.end(), *number) : m_matches.end();
    return from == m_matches.begin() ? m_matches.back() : *std::prev(from);
}

} // namespace deployment
