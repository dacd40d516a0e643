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
    [[nodiscard]] live::FlinkCluster& real() { return m_real; }
    [[nodiscard]] PracticeFlink& practice() { return *m_practice; }

    /// From now on `{name}` in a question stands for what it is on each side, and in an error for the name.
    void name(const QString& name, const QString& real, const QString& practice);
    /// Uploads the program to both: {jar}.
    [[nodiscard]] QString upload();
    /// Runs it on both under the same id, {job}; what went wrong. Arguments: see the job; the practice cluster takes
    /// none.
    [[nodiscard]] QString run(const QString& id, const QStringList& arguments);
    /// Until the text at `way` (a.b.c) of that answer is `wanted` on both.
    [[nodiscard]] bool becomes(const QString& target, const QString& way, const QStringList& wanted);

    enum Of { Real, Practice };
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

/// The value at a.b.c.
[[nodiscard]] QJsonValue valueAt(const QJsonValue& document, const QString& way);

} // namespace contract
