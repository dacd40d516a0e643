#include "ui/editor/checker.h"

#include "core/base/background.h"
#include "ui/editor/offsets.h"
#include "ui/editor/outline.h"

#include <QElapsedTimer>
#include <QTextDocument>

#include <algorithm>

namespace editor {

using namespace std::chrono_literals;

namespace {

/// Between two checks as much time goes by as the last one took, yet not more than this.
constexpr std::chrono::milliseconds longestPause = 300ms;

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

} // namespace

QString rawText(const QTextDocument& document)
{
    // toPlainText() makes ordinary blanks of those that do not break.
    QString text = document.toRawText();
    text.replace(QChar(QChar::ParagraphSeparator), u'\n');
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
    for (const manifest::LintedDocument& document : documents) {
        found.documents.append({offsets.units(document.span.begin), offsets.units(document.span.end), document.kind,
                                document.flinkRelease});
        for (const manifest::Finding& finding : document.findings)
            found.problems.append(problemOf(finding, offsets));
    }
    found.reused = memory.reused();
    found.outline = outlineOf(bytes, offsets);
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
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Checker::run);
    connect(&m_text, &QTextDocument::contentsChange, this, &Checker::note);
}

Checker::~Checker() = default;

void Checker::note(int position, int removed, int added)
{
    if (m_isRunning) {
        m_since.append({position, removed, added});
        m_isOutdated = true;
    } else {
        runSoon();
    }
}

void Checker::runSoon()
{
    const std::chrono::nanoseconds gone(m_sinceLast.isValid() ? m_sinceLast.nsecsElapsed() : 0);
    const auto pause = std::chrono::ceil<std::chrono::milliseconds>(m_took - gone);
    // At once where that may be: the text is painted meanwhile.
    if (pause <= 0ms)
        run();
    else
        m_pause.start(std::min<std::chrono::milliseconds>(pause, longestPause));
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

void Checker::run()
{
    m_isRunning = true;
    m_isOutdated = false;
    m_since.clear();
    base::inBackground(
        this,
        [text = rawText(m_text), linter = m_linter, memory = m_memory] { return checkedText(text, *linter, *memory); },
        [this](Checked found) { finish(std::move(found)); });
}

void Checker::finish(Checked found)
{
    m_isRunning = false;
    m_took = found.took;
    m_sinceLast.start();
    for (const Change& change : std::as_const(m_since)) {
        shift(found.problems, change.position, change.removed, change.added);
        for (OutlinePart& part : found.outline)
            part.begin = moved(part.begin, change.position, change.removed, change.added);
        for (CheckedDocument& document : found.documents) {
            document.begin = moved(document.begin, change.position, change.removed, change.added);
            document.end = moved(document.end, change.position, change.removed, change.added);
        }
    }
    found.isCurrent = m_since.isEmpty();
    if (m_isOutdated)
        runSoon();
    emit checked(found);
}

} // namespace editor
