#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace workflow {

/// What was looked at before an operation, and what came of it.
struct Check
{
    enum class Verdict {
        Ok,
        Warn,
        Fail,    ///< the operation must not begin
        Unknown, ///< nobody could say; it counts as a warning
    };

    QString id; ///< kebab-case, stable: "savepoint-directory"
    Verdict verdict = Verdict::Unknown;
    QString message;      ///< translated, one sentence
    QString evidence;     ///< where it comes from, as it came: a path in the object, a number; safe to show
    QDateTime observedAt; ///< UTC; invalid: not observed

    friend bool operator==(const Check&, const Check&) = default;
};

/// What a step sends, as somebody would type it.
struct Sending
{
    QString method; ///< PATCH, POST, DELETE
    QString path;
    QJsonValue body;
    QString contentType;
    QString command; ///< the same by hand: kubectl …, curl …

    friend bool operator==(const Sending&, const Sending&) = default;
};

/// One step of a plan, as data: it can be shown before it is done, written down while it is, and be taken up later by
/// another process.
struct Step
{
    QString id;                   ///< unique within its plan, kebab-case: "take-savepoint"
    QString kind;                 ///< what the one who does it knows it by
    QString title;                ///< translated
    std::optional<Sending> sends; ///< nothing: it only waits
    QString waitsFor;             ///< translated: when it is done
    QString lostIfStoppedHere;    ///< translated: what it comes to when nobody goes on after this step; empty: nothing
    bool mayBeCancelled = true;   ///< before it has sent something
    QJsonObject details;          ///< what the one who does it has to know
    std::optional<std::chrono::milliseconds> expected = {}; ///< by earlier ones; nothing: not known

    friend bool operator==(const Step&, const Step&) = default;
};

/// How much of a yes an operation needs.
enum class Confirmation {
    Undo,     ///< it can be taken back: a few seconds to do so
    Dialog,   ///< the plan is read and agreed to
    TypeName, ///< state may be lost where it matters: the name of the object is typed
};

/// What is about to be done to one object.
struct Plan
{
    QString operation; ///< "savepoint", "upgrade", …: the verb of the command line
    QString context;   ///< name of the kubeconfig's context, or the address of an endpoint
    QString object;    ///< "FlinkDeployment payments/orders"
    QString uid;       ///< tells it from another one of the same name; a job's id where there is no Kubernetes
    QString title;     ///< translated: "Upgrade payments/orders"
    QString summary;   ///< translated: what will happen to the state, one or two sentences
    QList<Check> preflight;
    QList<Step> steps;
    std::optional<std::chrono::milliseconds> expected; ///< from beginning to end, by earlier ones; nothing: not known
    Confirmation confirmation = Confirmation::Dialog;
    QJsonObject before;  ///< spec of the object as it was, without secrets
    QJsonObject after;   ///< as it is meant to be; equal: the spec does not change
    QJsonObject details; ///< what holds for all steps

    bool isBlocked() const; ///< a check has failed
    friend bool operator==(const Plan&, const Plan&) = default;
};

/// Whether the second would do to the object what the first would.
bool isSameDeed(const Plan& first, const Plan& second);

/// What a plan rests on may be so old when it begins: then it is made anew first.
inline constexpr std::chrono::seconds oldPlan{30};

QString verdictWord(Check::Verdict verdict);         ///< "ok", "warn", "fail", "unknown"
QString confirmationWord(Confirmation confirmation); ///< "undo", "dialog", "typeName"
QJsonObject toJson(const Plan& plan);                ///< as command line and journal write it
Plan planOf(const QJsonObject& json);                ///< what is not there stays as it is made

} // namespace workflow
