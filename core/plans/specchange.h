#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace plans {

/// Values of an object that are to be other ones, place by place.
struct SpecChange
{
    struct Entry
    {
        QStringList path; ///< members of maps from the object's root: {"spec", "job", "state"}
        QJsonValue to;    ///< undefined: it goes away; never null, which to the operator is the same

        friend bool operator==(const Entry&, const Entry&) = default;
    };

    QList<Entry> entries;

    void set(const QStringList& path, const QJsonValue& to)
    {
        entries.append({path, to.isNull() ? QJsonValue(QJsonValue::Undefined) : to});
    }
    bool isEmpty() const { return entries.isEmpty(); }
    /// Some of its values were left out when it was written down: it cannot be made any more, only be recognised in an
    /// object without secrets.
    bool isMasked() const;
    /// Whether an object says all of it already.
    bool isIn(const QJsonObject& object) const;
    /// The object with it.
    QJsonObject appliedTo(const QJsonObject& object) const;
    friend bool operator==(const SpecChange&, const SpecChange&) = default;
};

/// Of "spec.job.parallelism=4" or "spec.flinkConfiguration['state.backend.type']=rocksdb": the value as YAML reads it,
/// a text where it is one of flinkConfiguration; nothing: it is not of this form.
std::optional<SpecChange::Entry> entryOf(const QString& text);

/// What makes `after` of `before`; lists are replaced as a whole.
SpecChange changeBetween(const QJsonObject& before, const QJsonObject& after, const QStringList& root);

/// As a JSON patch (RFC 6902) that has an effect on exactly this object in exactly this generation: its uid and its
/// generation are tested first, and an operator's writes to the status disturb neither. Values that are there already
/// are left out; maps that are not there are made.
QJsonArray jsonPatch(const QJsonObject& live, const SpecChange& change);

/// To be written down: [{"path": […], "to": …}], what goes away without "to".
QJsonArray toJson(const SpecChange& change);
SpecChange specChangeOf(const QJsonArray& json);

} // namespace plans
