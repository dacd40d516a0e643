#pragma once

#include "tests/contract/support/practiceflink.h"
#include "tests/contract/support/side.h"
#include "tests/live/support/flinkcluster.h"

#include <QMap>

#include <array>
#include <memory>

namespace contract {

/// A real Flink session cluster and a practice one of the same version and with the same program, asked the same.
class FlinkPair
{
public:
    /// `version` as 1.20.4. Both have one TaskManager of two slots.
    FlinkPair(const QString& version, const QMap<QString, QString>& configuration = {});

    /// What kept one of them from serving; empty: both do.
    [[nodiscard]] QString start();
    [[nodiscard]] PracticeFlink& practice() { return *m_practice; }

    /// From now on `{name}` in a question stands for what it is on each side, and in an error for the name.
    void name(const QString& name, const QString& real, const QString& practice);
    /// Uploads the program to both: {jar}.
    [[nodiscard]] QString upload();
    /// Runs it on both under the same id, {job}; what went wrong. Arguments: see the job; the practice cluster takes
    /// none. What the job sets itself is stronger than `configuration`.
    [[nodiscard]] QString run(const QString& id, const QStringList& arguments, const QJsonObject& configuration = {});
    /// Until the text at `way` (a.b.c) of that answer is `wanted` on both.
    [[nodiscard]] bool becomes(const QString& target, const QString& way, const QStringList& wanted);

    /// Until every task of the job runs on both, and not the job alone.
    [[nodiscard]] bool runsWhole();
    /// Until the job has completed two checkpoints on both.
    [[nodiscard]] bool completesCheckpoints();
    /// {checkpoint}
    void nameLatestCheckpoint();
    /// What stands at `way` of that answer, each change once, until it is one of `last`.
    enum Of { Real, Practice };
    [[nodiscard]] QStringList follow(Of of, const QString& target, const QString& way, const QStringList& last) const;
    /// Asks both to begin something; what differs, else nothing, and {trigger} is what they call it.
    [[nodiscard]] QString trigger(const Question& question);
    /// The states the job has been in on that side, sorted.
    [[nodiscard]] QStringList visited(Of of) const;
    [[nodiscard]] Heard hear(Of of, Question question) const;
    /// What differs between the answers in status, media type, in what an error says and in shape; empty: nothing.
    [[nodiscard]] QString compare(const Question& question, const QStringList& mayDiffer = {}) const;
    /// The same for two answers that were heard.
    [[nodiscard]] QString compare(const Heard& real, const Heard& practice, const QStringList& mayDiffer = {}) const;

private:
    [[nodiscard]] QStringList errorsOf(Of of, const Heard& heard) const;

    live::FlinkCluster m_real;
    QString m_version;
    QMap<QString, QString> m_configuration;
    std::unique_ptr<PracticeFlink> m_practice;
    std::array<Side, 2> m_sides;
    std::array<QMap<QString, QString>, 2> m_names;
};

/// One entry of a request for other resources.
[[nodiscard]] QByteArray boundsOf(const QString& vertex, int lower, int upper);
/// The value at a.b.c.
[[nodiscard]] QJsonValue valueAt(const QJsonValue& document, const QString& way);

} // namespace contract
