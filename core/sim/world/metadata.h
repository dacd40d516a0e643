#pragma once

#include "core/sim/world/objects.h"

/// The rules an API server keeps about metadata, as functions of documents.
namespace sim {

/// What a new object's metadata is, whatever the client put there.
QJsonObject newMetadata(const Resource& resource, QJsonObject asked, const QString& uid, Instant now);

/// `asked` with what a client cannot change through the main door: the fields of the system, and status where that has
/// a door of its own.
QJsonObject withKeptFields(const Resource& resource, const QJsonObject& before, QJsonObject asked);
/// `before` with the status (and the managedFields) of `asked`.
QJsonObject withStatus(const Resource& resource, QJsonObject before, const QJsonObject& asked);

/// A copy that holds nothing but its members. Qt keeps the bytes of strings that were replaced in an object, and every
/// copy of it carries them along: what is written again and again must be made anew.
QJsonObject fresh(const QJsonObject& object);
/// The same through all levels: objects and arrays in it are made anew, too.
QJsonValue madeAnew(const QJsonValue& value);

/// The same but for the times in managedFields: then nothing is written.
bool areSame(const QJsonObject& before, const QJsonObject& after);
/// Adds one to metadata.generation when anything but metadata and status differs.
void countGeneration(const Resource& resource, const QJsonObject& before, QJsonObject& after);

/// An object that is being deleted gets no new finalizers.
std::optional<Refusal> refuseNewFinalizers(const Resource& resource, const QJsonObject& before,
                                           const QJsonObject& after);
std::optional<Refusal> refuseDeletion(const Resource& resource, const Stored& present,
                                      const std::optional<QString>& uid, const std::optional<QString>& resourceVersion);
/// Writes down that the object shall go: deletionTimestamp, grace, and the finalizers of the propagation.
void markDeletion(const Resource& resource, QJsonObject& document, const Deletion& deletion, Instant now);
/// It is being deleted, and nothing holds it any more.
bool isFinished(const Resource& resource, const QJsonObject& document);

inline constexpr QStringView foregroundFinalizer = u"foregroundDeletion";
inline constexpr QStringView orphanFinalizer = u"orphan";

} // namespace sim
