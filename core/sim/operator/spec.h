#pragma once

#include "core/sim/operator/settings.h"

#include <QJsonObject>
#include <QString>

#include <map>
#include <optional>

namespace sim::op {

/// The spec of a FlinkDeployment or FlinkSessionJob, nulls and managed fields left out.
using Spec = QJsonObject;
/// Configuration keys, flattened with dots.
using Configuration = std::map<QString, QString>;

enum class Kind { Deployment, SessionJob };
enum class JobState { Running, Suspended };
enum class UpgradeMode { Stateless, Savepoint, LastState };

QString text(JobState state);   ///< running, suspended
QString text(UpgradeMode mode); ///< stateless, savepoint, last-state
/// What nothing and what is unknown mean: stateless.
UpgradeMode upgradeModeFrom(QStringView text);

bool hasJob(const Spec& spec);
JobState jobState(const Spec& spec);
void setJobState(Spec& spec, JobState state);
UpgradeMode upgradeMode(const Spec& spec);
void setUpgradeMode(Spec& spec, UpgradeMode mode);
QString jobText(const Spec& spec, QStringView field);
std::optional<qint64> nonce(const Spec& spec, QStringView field); ///< of spec.job; nothing: null

/// spec.flinkConfiguration with nested maps flattened, lists joined with ';' and scalars as text.
Configuration flinkConfiguration(const Spec& spec);

/// What status.reconciliationStatus keeps of a spec.
struct Record
{
    Spec spec;
    bool firstDeployment = false;

    friend bool operator==(const Record&, const Record&) = default;
};

/// A text of recordText(), which is read once however often it is asked.
class KeptRecord
{
public:
    KeptRecord() = default;
    KeptRecord(const QString& text)
        : m_text(text)
    {
    }

    const QString& text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }
    /// Nothing: it is no such text.
    const std::optional<Record>& record() const;

    friend bool operator==(const KeptRecord& one, const KeptRecord& other) { return one.m_text == other.m_text; }

private:
    QString m_text;
    mutable std::optional<std::optional<Record>> m_record;
};

/// The JSON text of lastReconciledSpec and lastStableSpec, fields in the operator's order and with its nulls.
QString recordText(const Record& record, Kind kind, Release release, qint64 generation);
/// Reads such a text; nothing when it is none.
std::optional<Record> recordFrom(const QString& text);
/// The spec as it is read back from such a text: with what absent fields stand for, without what the operator does not
/// know.
Spec completed(const Spec& spec, Kind kind, Release release);
/// The same as the operator writes it to the resource where it does (writesSpecBack()).
Spec writtenBack(const Spec& spec, Kind kind, Release release);
/// The spec alone in the same form, as the blue/green record quotes it.
QString specText(const Spec& spec, Kind kind, Release release);

/// Drops nulls at any depth.
QJsonValue withoutNulls(const QJsonValue& value);

} // namespace sim::op
