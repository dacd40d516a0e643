#pragma once

#include "tests/contract/support/diary.h"
#include "tests/live/support/podcluster.h"

#include <QTemporaryDir>

#include <array>
#include <memory>

namespace contract {

class PracticeOperator;

/// A real cluster with the Flink operator and a practice one of the same release, both told the same by kubectl and
/// watched by the product.
class OperatorPair
{
public:
    enum Of { Real, Practice };

    OperatorPair();
    ~OperatorPair();
    Q_DISABLE_COPY_MOVE(OperatorPair)

    /// Raises both; what kept one of them from it; empty: both serve.
    [[nodiscard]] QString start();

    /// Both are told the same in the namespace team-a; what differs between what they answer, or, where it shall
    /// succeed, what went wrong.
    enum class Wanted { Success, Refusal };
    [[nodiscard]] QString tell(const QStringList& kubectl, Wanted wanted = Wanted::Success) const;
    [[nodiscard]] QString tell(Of of, const QStringList& kubectl) const;
    /// A story begins.
    void begin();
    /// Until the object of that name is in a state that begins with these words, on both, and has been in another one
    /// since the story began; what it is where it does not come; empty: it came.
    [[nodiscard]] QString become(const QString& name, const QString& words) const;
    /// The same for any condition of one side.
    [[nodiscard]] bool comeTrue(const std::function<bool(Of of)>& holds) const;

    /// How the story differs: the states an object went through, in their order. `luck`: beginnings of states that one
    /// of them may pass through without the other.
    [[nodiscard]] QString compareStates(const QString& name, const QStringList& luck = {}) const;
    /// The messages of status.error.
    [[nodiscard]] QString compareErrors(const QStringList& mayDiffer = {}) const;
    /// What the operator said since the story began: type, reason and message of each event about its own resources.
    [[nodiscard]] QString compareEvents(const QStringList& mayDiffer = {}) const;
    /// Every value of a resource, but for those that are each cluster's own.
    [[nodiscard]] QString compareResource(const QString& kindAndName, const QStringList& mayDiffer = {}) const;
    /// What the operator and Flink have made for the deployment: names, labels, owners, finalizers, ports, keys of
    /// data.
    [[nodiscard]] QString compareChildren(const QString& deployment, const QStringList& mayDiffer = {}) const;

    [[nodiscard]] const Diary& diary(Of of) const { return *m_diaries[of]; }
    [[nodiscard]] QJsonObject object(Of of, const QString& kindAndName) const;

private:
    [[nodiscard]] live::CommandOutput kubectl(Of of, const QStringList& arguments) const;
    [[nodiscard]] QJsonArray list(Of of, const QStringList& arguments) const;
    [[nodiscard]] QMap<QString, int> eventsOf(Of of) const;
    [[nodiscard]] QStringList childrenOf(Of of, const QString& deployment) const;

    live::PodCluster m_real;
    QTemporaryDir m_folder;
    std::unique_ptr<PracticeOperator> m_practice;
    std::array<QString, 2> m_kubeconfigs;
    std::array<std::unique_ptr<Diary>, 2> m_diaries;
    std::array<QMap<QString, int>, 2> m_eventsBefore; ///< how often each was told
};

} // namespace contract
