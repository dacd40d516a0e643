#include "app/cli/snapshotreport.h"

#include "app/cli/shapes.h"
#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/snapshot/words.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

using base::bytesText;
using base::countText;
using base::visibleText;
using snapshot::Amount;
using snapshot::FileCheck;
using snapshot::KeyedForm;
using snapshot::Operator;
using snapshot::Properties;
using snapshot::ReferencedFile;
using snapshot::StateKind;
using Verdict = FileCheck::Verdict;

/// Of a page for people: who wants all of them asks for JSON.
constexpr qsizetype mostPaths = 20;

QString word(Properties::Type type)
{
    switch (type) {
    case Properties::Type::Unknown:
        return u"unknown"_s;
    case Properties::Type::Checkpoint:
        return u"checkpoint"_s;
    case Properties::Type::Savepoint:
        return u"savepoint"_s;
    }
    return {};
}

QJsonValue word(Properties::Format format)
{
    switch (format) {
    case Properties::Format::Unknown:
        return QJsonValue::Null;
    case Properties::Format::Canonical:
        return u"canonical"_s;
    case Properties::Format::Native:
        return u"native"_s;
    }
    return QJsonValue::Null;
}

QJsonValue word(KeyedForm form)
{
    switch (form) {
    case KeyedForm::None:
        return QJsonValue::Null;
    case KeyedForm::KeyGroups:
        return u"keyGroups"_s;
    case KeyedForm::Savepoint:
        return u"savepoint"_s;
    case KeyedForm::Incremental:
        return u"incremental"_s;
    case KeyedForm::Changelog:
        return u"changelog"_s;
    }
    return QJsonValue::Null;
}

QJsonValue orNull(std::optional<bool> answer)
{
    return answer ? QJsonValue(*answer) : QJsonValue(QJsonValue::Null);
}

QJsonObject amountJson(const Amount& amount)
{
    return {{u"handles"_s, amount.handles},
            {u"bytes"_s, amount.bytes},
            {u"inlineBytes"_s, amount.inlineBytes},
            {u"checkpointedBytes"_s, amount.checkpointedBytes}};
}

QJsonObject keyedJson(const Operator& of)
{
    QJsonObject json = amountJson(keyedOf(of));
    json.insert(u"form"_s, word(of.keyedForm));
    QJsonArray names, types;
    for (const snapshot::KeyedState& state : of.keyedStates) {
        names.append(state.name);
        types.append(state.type);
    }
    json.insert(u"states"_s, names);
    json.insert(u"stateTypes"_s, types);
    return json;
}

QJsonObject operatorStateJson(const Operator& of)
{
    QJsonArray names;
    for (const snapshot::OperatorStateName& state : of.operatorStates)
        names.append(state.name);
    QJsonObject json = amountJson(operatorStateOf(of));
    json.insert(u"states"_s, names);
    return json;
}

QJsonObject operatorJson(const Operator& of)
{
    const Amount total = totalOf(of);
    return {{u"id"_s, of.id},
            {u"uid"_s, shapes::text(of.uid)},
            {u"name"_s, shapes::text(of.name)},
            {u"parallelism"_s, of.parallelism},
            {u"maxParallelism"_s, of.maxParallelism},
            {u"stateBytes"_s, total.bytes},
            {u"checkpointedBytes"_s, total.checkpointedBytes},
            {u"subtasks"_s, of.subtaskCount},
            {u"finishedSubtasks"_s, of.finishedSubtasks},
            {u"finished"_s, of.isFinished},
            {u"coordinator"_s, amountJson(of.amount(StateKind::Coordinator))},
            {u"keyed"_s, keyedJson(of)},
            {u"operatorState"_s, operatorStateJson(of)},
            {u"channelState"_s, amountJson(channelsOf(of))}};
}

QJsonObject fileJson(const ReferencedFile& file, const FileCheck& found)
{
    const bool isThere = found.verdict != Verdict::Missing && found.verdict != Verdict::NotChecked;
    const QJsonValue exists = found.verdict == Verdict::NotChecked ? QJsonValue(QJsonValue::Null) : QJsonValue(isThere);
    return {{u"path"_s, file.path},
            {u"bytes"_s, file.bytes},
            {u"shared"_s, file.isShared},
            {u"exists"_s, exists},
            {u"actualBytes"_s, isThere ? QJsonValue(found.actualBytes) : QJsonValue(QJsonValue::Null)},
            {u"relative"_s, file.base == ReferencedFile::Base::Relative},
            {u"exact"_s, file.length == ReferencedFile::Length::Exact},
            {u"references"_s, file.references},
            {u"moved"_s, found.isMoved}};
}

/// The paths of which `isWanted` holds.
template <typename Wanted>
QStringList pathsOf(const SnapshotReport& report, Wanted isWanted)
{
    QStringList paths;
    for (qsizetype i = 0; i < report.integrity.files.size(); ++i) {
        if (isWanted(report.integrity.files[i]))
            paths.append(report.metadata.files.at(i).path);
    }
    return paths;
}

bool isOfWrongSize(const FileCheck& file)
{
    return file.verdict == Verdict::TooShort || file.verdict == Verdict::WrongLength;
}

bool isMissing(const FileCheck& file)
{
    return file.verdict == Verdict::Missing;
}

bool isNotChecked(const FileCheck& file)
{
    return file.verdict == Verdict::NotChecked;
}

QJsonObject verifyJson(const SnapshotReport& report)
{
    const auto list = [&report](auto isWanted) { return QJsonArray::fromStringList(pathsOf(report, isWanted)); };
    QJsonArray keyGroups;
    for (const snapshot::KeyGroupProblem& problem : report.integrity.keyGroups) {
        if (problem.isFatal())
            keyGroups.append(textOf(problem, report.metadata.operators[problem.index]));
    }
    const QJsonArray notChecked = report.isVerified ? list(isNotChecked) : QJsonArray();
    return {{u"complete"_s, orNull(completenessOf(report))},
            {u"missing"_s, list(isMissing)},
            {u"wrongSize"_s, list(isOfWrongSize)},
            {u"notChecked"_s, notChecked},
            {u"notCheckedBecause"_s, QJsonArray::fromStringList(report.integrity.notChecked)},
            {u"keyGroups"_s, keyGroups}};
}

QString or0(const Amount& amount)
{
    return amount.handles == 0 ? u"–"_s : bytesText(amount.bytes);
}

QString operatorTable(const QList<Operator>& operators, Colors colors)
{
    Table table({Text::tr("Operator"), Text::tr("Operator id"), Text::tr("Parallelism"), Text::tr("Max parallelism"),
                 Text::tr("State"), Text::tr("Keyed"), Text::tr("Operator state"), Text::tr("In flight"),
                 Text::tr("Coordinator")});
    for (int column = 2; column <= 8; ++column)
        table.alignRight(column);
    for (const Operator& each : operators)
        table.add({operatorTitle(each), each.id, QString::number(each.parallelism),
                   QString::number(each.maxParallelism), or0(totalOf(each)), or0(keyedOf(each)),
                   or0(operatorStateOf(each)), or0(channelsOf(each)), or0(each.amount(StateKind::Coordinator))});
    return table.text(colors);
}

/// A line for each operator whose states have names.
QString stateLines(const QList<Operator>& operators)
{
    QString text;
    for (const Operator& each : operators) {
        QStringList names;
        for (const snapshot::KeyedState& state : each.keyedStates)
            names.append(u"%1 (%2)"_s.arg(visibleText(state.name, 80), visibleText(state.type, 20)));
        for (const snapshot::OperatorStateName& state : each.operatorStates)
            names.append(visibleText(state.name, 80));
        const QString title = each.uid.isEmpty() && each.name.isEmpty() ? each.id : operatorTitle(each);
        if (!names.isEmpty())
            text += Text::tr("States of %1: %2").arg(title, visibleText(names.join(u", "_s), 1024)) + u'\n';
    }
    return text.isEmpty() ? text : text + u'\n';
}

QString sizeText(const SnapshotReport& report)
{
    const Amount total = totalOf(report.metadata);
    QString text = Text::tr("State: %1, of which %2 stand in the metadata itself.")
                       .arg(bytesText(total.bytes), bytesText(total.inlineBytes)) +
                   u'\n';
    if (total.checkpointedBytes < total.bytes)
        text += Text::tr("This checkpoint itself wrote %1 of it.").arg(bytesText(total.checkpointedBytes)) + u'\n';
    qsizetype shared = 0;
    qint64 bytes = 0;
    for (qsizetype i = 0; i < report.metadata.files.size(); ++i) {
        const ReferencedFile file = report.metadata.files.at(i);
        shared += file.isShared ? 1 : 0;
        bytes = snapshot::saturatedSum(bytes, file.bytes);
    }
    if (report.metadata.files.isEmpty())
        return text + Text::tr("It refers to no other file.") + u'\n';
    text += Text::tr("Files: %1 with %2, of which %3 may be shared with other checkpoints.")
                .arg(countText(report.metadata.files.size()), bytesText(bytes), countText(shared)) +
            u'\n';
    if (isSelfContained(report.metadata))
        return text + Text::tr("All paths are relative: the folder can be moved as it is.") + u'\n';
    return text + Text::tr("Paths are absolute: Flink looks for these files where they were written.") + u'\n';
}

QString pathLines(const QString& title, const QStringList& paths)
{
    if (paths.isEmpty())
        return {};
    QString text = title + u'\n';
    for (const QString& path : paths.first(std::min(paths.size(), mostPaths)))
        text += u"  "_s + visibleText(path, 400) + u'\n';
    if (paths.size() > mostPaths)
        text += u"  "_s + Text::tr("… and %n more", nullptr, int(paths.size() - mostPaths)) + u'\n';
    return text;
}

QString verdictText(const SnapshotReport& report)
{
    const auto complete = completenessOf(report);
    if (complete == true)
        return Text::tr("Complete: every file is there with its length.");
    if (complete == false)
        return Text::tr("Incomplete: this snapshot cannot be restored as it is.");
    return report.isVerified ? Text::tr("Not known: what could be looked at is right, but not everything could.")
                             : Text::tr("Its files were not looked for; --verify does.");
}

QString verifyText(const SnapshotReport& report)
{
    QString text = verdictText(report) + u'\n';
    for (const snapshot::KeyGroupProblem& problem : report.integrity.keyGroups)
        text += textOf(problem, report.metadata.operators[problem.index]) + u'\n';
    if (!report.isVerified)
        return text;
    text += pathLines(Text::tr("Missing:"), pathsOf(report, isMissing));
    text += pathLines(Text::tr("Of the wrong length:"), pathsOf(report, isOfWrongSize));
    text += pathLines(Text::tr("Not looked at:"), pathsOf(report, isNotChecked));
    for (const QString& reason : report.integrity.notChecked)
        text += visibleText(reason, 400) + u'\n';
    return text;
}

} // namespace

std::optional<bool> completenessOf(const SnapshotReport& report)
{
    const auto complete = report.integrity.isComplete();
    return report.isVerified || complete == false ? complete : std::nullopt;
}

QString operatorTitle(const Operator& of)
{
    return visibleText(!of.uid.isEmpty() ? of.uid : !of.name.isEmpty() ? of.name : u"–"_s, 48);
}

QJsonObject snapshotHeadJson(const SnapshotReport& report)
{
    const Amount total = totalOf(report.metadata);
    return {{u"path"_s, report.path},
            {u"metadata"_s, report.location.metadata},
            {u"version"_s, report.metadata.version},
            {u"checkpointId"_s, report.metadata.checkpointId},
            {u"type"_s, word(report.metadata.properties.type)},
            {u"format"_s, word(report.metadata.properties.format)},
            {u"createdBy"_s, QJsonValue::Null},
            {u"totalBytes"_s, total.bytes},
            {u"checkpointedBytes"_s, total.checkpointedBytes},
            {u"inlineBytes"_s, total.inlineBytes},
            {u"selfContained"_s, isSelfContained(report.metadata)}};
}

QJsonObject snapshotJson(const SnapshotReport& report)
{
    QJsonArray operators, files, masters;
    for (const Operator& each : report.metadata.operators)
        operators.append(operatorJson(each));
    for (qsizetype i = 0; i < report.metadata.files.size(); ++i)
        files.append(fileJson(report.metadata.files.at(i), report.integrity.files.value(i)));
    for (const snapshot::MasterState& master : report.metadata.masterStates)
        masters.append(QJsonObject{{u"name"_s, master.name}, {u"bytes"_s, master.bytes}});
    QJsonObject json = snapshotHeadJson(report);
    json.insert(u"kind"_s, u"Snapshot"_s);
    json.insert(u"operators"_s, operators);
    json.insert(u"masterStates"_s, masters);
    json.insert(u"files"_s, files);
    json.insert(u"verify"_s, verifyJson(report));
    return json;
}

QString snapshotText(const SnapshotReport& report, Colors colors)
{
    QString text = titleOf(report.metadata) + u'\n' + visibleText(report.location.metadata, 1024) + u'\n' +
                   Text::tr("Format %1 of the metadata").arg(report.metadata.version) + u"\n\n"_s;
    if (!report.metadata.operators.isEmpty())
        text += operatorTable(report.metadata.operators, colors) + u'\n' + stateLines(report.metadata.operators);
    for (const snapshot::MasterState& master : report.metadata.masterStates)
        text += Text::tr("Master hook %1: %2").arg(visibleText(master.name, 80), bytesText(master.bytes)) + u'\n';
    return text + sizeText(report) + u'\n' + verifyText(report);
}

} // namespace cli
