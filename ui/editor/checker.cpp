#include "ui/editor/checker.h"

#include "core/base/background.h"
#include "ui/editor/offsets.h"
#include "ui/editor/outline.h"

#include <QElapsedTimer>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <limits>

namespace editor {

using namespace std::chrono_literals;

namespace {

/// Between two checks as much time goes by as the last one took, yet not more than this.
constexpr std::chrono::milliseconds longestPause = 300ms;

/// Up to here a check takes about as long as the way to another thread and back.
constexpr qsizetype smallText = 20'000, smallChange = 100; // units

/// More than any text has.
constexpr qsizetype wholeText = std::numeric_limits<int>::max();

qsizetype moved(qsizetype place, qsizetype position, qsizetype removed, qsizetype added)
{
    if (place <= position)
        return place;
    return place >= position + removed ? place + added - removed : position + added;
}

Problem problemOf(const manifest::Finding& finding, const Offsets& offsets)
{
    Problem problem{offsets.units(finding.span.begin), offsets.units(finding.span.end), finding, {}, false};
    if (!finding.fix)
        return problem;
    problem.isSafe = finding.fix->isSafe;
    for (const manifest::Edit& edit : finding.fix->edits)
        problem.edits.append(
            {offsets.units(edit.span.begin), offsets.units(edit.span.end), QString::fromUtf8(edit.text)});
    return problem;
}

void change(QString& text, const QList<TextChange>& changes)
{
    for (const TextChange& change : changes)
        text.replace(change.position, std::min(change.removed, text.size()), change.added);
}

} // namespace

QString rawText(const QTextDocument& document)
{
    // toPlainText() makes ordinary blanks of those that do not break.
    QString text = document.toRawText();
    text.replace(QChar(QChar::ParagraphSeparator), u'\n');
    return text;
}

QString rawText(const QTextDocument& document, int position, int size)
{
    const int end = std::min(position + size, document.characterCount() - 1);
    QString text;
    for (QTextBlock block = document.findBlock(position); block.isValid() && block.position() < end;
         block = block.next()) {
        const QString line = block.text() + u'\n';
        const int begin = std::max(position - block.position(), 0);
        text += QStringView(line).sliced(begin, std::min(end - block.position(), block.length()) - begin);
    }
    return text;
}

Checked checkedText(const QString& text, const manifest::Linter& linter, manifest::LintMemory& memory)
{
    QElapsedTimer timer;
    timer.start();
    Checked found;
    const QByteArray bytes = text.toUtf8();
    const Offsets offsets(bytes);
    const QList<manifest::LintedDocument> documents = linter.documents(bytes, memory);
    QList<yaml::Span> spans;
    for (const manifest::LintedDocument& document : documents) {
        spans.append(document.span);
        found.documents.append({offsets.units(document.span.begin), offsets.units(document.span.end), document.kind,
                                document.flinkRelease});
        for (const manifest::Finding& finding : document.findings)
            found.problems.append(problemOf(finding, offsets));
    }
    found.reused = memory.reused();
    found.outline = outlineOf(bytes, spans, offsets);
    found.folds = code::foldsOf(text);
    found.took = std::chrono::microseconds(timer.nsecsElapsed() / 1000);
    return found;
}

void shift(QList<Problem>& problems, qsizetype position, qsizetype removed, qsizetype added)
{
    const qsizetype end = position + removed;
    for (Problem& problem : problems) {
        const bool isTouched = std::any_of(problem.edits.begin(), problem.edits.end(), [&](const TextEdit& edit) {
            return position <= edit.end && end >= edit.begin;
        });
        if (isTouched)
            problem.edits.clear();
        for (TextEdit& edit : problem.edits) {
            edit.begin = moved(edit.begin, position, removed, added);
            edit.end = moved(edit.end, position, removed, added);
        }
        // What is put in right before moves the place; what is put in right behind does not make it longer.
        const bool isBefore = end <= problem.begin;
        problem.end = isBefore ? problem.end + added - removed : moved(problem.end, position, removed, added);
        problem.begin = isBefore ? problem.begin + added - removed : moved(problem.begin, position, removed, added);
    }
}

Checker::Checker(QTextDocument& text, std::shared_ptr<const manifest::Linter> linter, QObject* parent)
    : QObject(parent)
    , m_text(text)
    , m_linter(std::move(linter))
    , m_memory(std::make_shared<manifest::LintMemory>())
    , m_copy(std::make_shared<QString>(rawText(text)))
    , m_size(m_copy->size())
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Checker::run);
    connect(&m_text, &QTextDocument::contentsChange, this, &Checker::note);
}

Checker::~Checker() = default;

/// Copying the text at each key would take longer than all else that a key does: the copy is changed as the text was.
void Checker::note(int position, int removed, int added)
{
    // Qt counts the end of the last paragraph at times.
    TextChange change{position, std::min<qsizetype>(removed, m_size - position), rawText(m_text, position, added)};
    m_size += change.added.size() - change.removed;
    m_changes.append(change);
    if (m_size != m_text.characterCount() - 1) {
        m_size = m_text.characterCount() - 1;
        m_changes.append({0, wholeText, rawText(m_text)});
    }
    if (m_isRunning)
        m_isOutdated = true;
    else
        runSoon();
}

/// What is painted comes first: a timer without a pause waits for it, too.
void Checker::runSoon()
{
    const std::chrono::nanoseconds gone(m_sinceLast.isValid() ? m_sinceLast.nsecsElapsed() : 0);
    const auto pause = std::chrono::ceil<std::chrono::milliseconds>(m_took - gone);
    m_pause.start(std::clamp<std::chrono::milliseconds>(pause, 0ms, longestPause));
}

void Checker::setLinter(std::shared_ptr<const manifest::Linter> linter)
{
    m_linter = std::move(linter);
    startAnew();
}

void Checker::startAnew()
{
    m_memory = std::make_shared<manifest::LintMemory>();
    if (m_isRunning)
        m_isOutdated = true;
    else
        runSoon();
}

/// Whether the next check will take no longer than the last one, and that was short.
bool Checker::isQuick() const
{
    qsizetype changed = 0;
    for (const TextChange& change : m_changes)
        changed += change.removed + change.added.size();
    return m_used == m_memory && m_took <= m_budget && m_size <= smallText && changed <= smallChange;
}

void Checker::run()
{
    m_isOutdated = false;
    if (isQuick()) {
        change(*m_copy, std::exchange(m_changes, {}));
        finish(checkedText(*m_copy, *m_linter, *m_memory));
        return;
    }
    m_isRunning = true;
    m_used = m_memory;
    base::inBackground(
        this,
        [copy = m_copy, changes = std::exchange(m_changes, {}), linter = m_linter, memory = m_memory] {
            change(*copy, changes);
            return checkedText(*copy, *linter, *memory);
        },
        [this](Checked found) { finish(std::move(found)); });
}

void Checker::finish(Checked found)
{
    m_isRunning = false;
    m_took = found.took;
    m_sinceLast.start();
    for (const TextChange& change : std::as_const(m_changes)) {
        const qsizetype added = change.added.size();
        shift(found.problems, change.position, change.removed, added);
        for (OutlinePart& part : found.outline)
            part.begin = moved(part.begin, change.position, change.removed, added);
        for (CheckedDocument& document : found.documents) {
            document.begin = moved(document.begin, change.position, change.removed, added);
            document.end = moved(document.end, change.position, change.removed, added);
        }
    }
    found.isCurrent = m_changes.isEmpty();
    if (m_isOutdated)
        runSoon();
    emit checked(found);
}

} // namespace editor
