#include "ui/snapshots/examination.h"

#include "core/base/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

namespace snapshots {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(snapshots::Text)
};

using base::Result;
using snapshot::FileCheck;
using snapshot::Integrity;

/// As tr() counts.
int number(qsizetype count)
{
    return int(std::min<qsizetype>(count, std::numeric_limits<int>::max()));
}

qsizetype wrongLengths(const Integrity& integrity)
{
    return integrity.count(FileCheck::Verdict::TooShort) + integrity.count(FileCheck::Verdict::WrongLength);
}

/// What is odd about key groups, each in a sentence.
QStringList keyGroupTexts(const Examination& examination)
{
    QStringList texts;
    for (const snapshot::KeyGroupProblem& problem : examination.integrity->keyGroups)
        texts.append(base::visibleText(textOf(problem, examination.reading.metadata.operators[problem.index]), 400));
    return texts;
}

Verdict incomplete(const Examination& examination)
{
    const Integrity& integrity = *examination.integrity;
    const qsizetype missing = integrity.count(FileCheck::Verdict::Missing);
    const qsizetype wrong = wrongLengths(integrity);
    QStringList reasons;
    if (missing > 0)
        reasons.append(Text::tr("%n file(s) are not there.", nullptr, number(missing)));
    if (wrong > 0)
        reasons.append(Text::tr("%n file(s) do not have the length they must have.", nullptr, number(wrong)));
    reasons += keyGroupTexts(examination);
    const QString word = missing > 0 ? Text::tr("%n missing", nullptr, number(missing))
                         : wrong > 0 ? Text::tr("%n of the wrong length", nullptr, number(wrong))
                                     : Text::tr("Key groups are wrong");
    return {base::Health::Broken, word, Text::tr("This snapshot cannot be restored as it is."), reasons.join(u' ')};
}

Verdict undecided(const Examination& examination)
{
    const Integrity& integrity = *examination.integrity;
    const int unseen = number(integrity.count(FileCheck::Verdict::NotChecked));
    QStringList reasons;
    for (const QString& reason : integrity.notChecked)
        reasons.append(base::visibleText(reason, 400));
    return {base::Health::Unknown, Text::tr("%n not checked", nullptr, unseen),
            Text::tr("%n file(s) could not be looked at, which does not mean that they are missing.", nullptr, unseen),
            (reasons + keyGroupTexts(examination)).join(u' ')};
}

Verdict complete(const Examination& examination)
{
    Verdict verdict{base::Health::Healthy, Text::tr("Complete"), {}, keyGroupTexts(examination).join(u' ')};
    const Integrity& integrity = *examination.integrity;
    if (const auto moved = std::ranges::count(integrity.files, true, &FileCheck::isMoved); moved > 0) {
        verdict.family = base::Health::AtRisk;
        verdict.word = Text::tr("Complete, but moved");
        verdict.lead = Text::tr("%n file(s) lie beside the snapshot, but not where it says. Flink will look for them "
                                "where they were written.",
                                nullptr, number(moved));
    }
    return verdict;
}

} // namespace

Result<Examined> examine(const QString& path)
{
    auto reading = snapshot::read(path);
    if (!reading)
        return reading.error();
    auto examination = std::make_shared<Examination>();
    examination->reading = *std::move(reading);
    examination->readAt = QDateTime::currentDateTimeUtc();
    const snapshot::FileList& files = examination->reading.metadata.files;
    for (qsizetype i = 0; i < files.size(); ++i) {
        examination->fileBytes = snapshot::saturatedSum(examination->fileBytes, files.bytesAt(i));
        examination->sharedFiles += files.isSharedAt(i) ? 1 : 0;
    }
    return Examined(std::move(examination));
}

Examined verified(const Examined& examined, const QList<snapshot::PathMapping>& mappings)
{
    auto examination = std::make_shared<Examination>(*examined);
    examination->mappings = mappings;
    const snapshot::LocalFolder folder(examination->reading.location, mappings);
    snapshot::readKeyedStates(examination->reading.metadata, folder);
    examination->integrity = check(examination->reading.metadata, folder);
    return examination;
}

Result<Compared> compared(const Examined& before, const QString& otherPath)
{
    auto other = examine(otherPath);
    if (!other)
        return other.error();
    return Compared{*other, snapshot::compare(before->reading.metadata, (*other)->reading.metadata)};
}

Verdict verdictOf(const Examination& examination)
{
    if (!examination.integrity)
        return {base::Health::Changing, Text::tr("Looking for its files"), {}, {}};
    const std::optional<bool> isComplete = examination.integrity->isComplete();
    if (isComplete == false)
        return incomplete(examination);
    Verdict verdict = isComplete ? complete(examination) : undecided(examination);
    if (const qint64 more = examination.reading.metadata.properties.bytesAfter; more > 0) {
        verdict.rest = QStringList{verdict.rest, Text::tr("%n byte(s) follow where the metadata should end. Flink "
                                                          "leaves them unread.",
                                                          nullptr, number(more))}
                           .join(u' ')
                           .trimmed();
    }
    return verdict;
}

} // namespace snapshots
