#pragma once

#include "core/sim/documents/answer.h"
#include "core/sim/documents/kinds.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <optional>

namespace sim::documents {

enum class FieldValidation { Ignore, Warn, Strict };
/// Through which door a document comes: the object itself, its /status, or its /scale.
enum class Door { Main, Status, Scale };
enum class BodyForm { Json, Yaml };
enum class PatchType { Json, Merge, Strategic, Apply };

/// The parameter `fieldValidation`; empty means Warn. Other words are refused as the server refuses them; `options` is
/// CreateOptions, UpdateOptions or PatchOptions.
Answer<FieldValidation> fieldValidationOf(const QString& parameter,
                                          const QString& options = QStringLiteral("PatchOptions"));
/// The parameters `dryRun`: All is the only word there is.
std::optional<Refusal> refuseDryRun(const QStringList& parameters, const QString& options);
/// By Content-Type, with or without parameters. Anything else, and a strategic patch of a custom resource, is refused
/// with 415 and the list of what is accepted.
Answer<PatchType> patchTypeOf(const QByteArray& contentType, const Kind& kind);

/// What mutating webhooks say of `after`, which is to stand where `before` does; that is empty for a create.
using Mutation = std::function<std::optional<Refusal>(const QJsonObject& before, const QJsonObject& after)>;

/// What a request that writes says besides its path.
struct WriteRequest
{
    QByteArray body;
    QString ns = {};   ///< of the path; empty for kinds without namespace
    QString name = {}; ///< of the path; empty for a create
    /// The parameter `fieldManager`. Empty: the first word of the user agent is taken, as the server does.
    QString fieldManager = {};
    QByteArray userAgent = {};
    FieldValidation fieldValidation = FieldValidation::Warn;
    bool isForced = false; ///< the parameter `force`; server-side apply only
    Door door = Door::Main;
    QDateTime now = {}; ///< stands in managedFields
    /// Five characters for metadata.generateName.
    QString nameSuffix = {};
    /// Asked before the schema is: the server calls its webhooks with what it has not validated yet. Empty: nobody.
    Mutation mutation = {};
    BodyForm form = BodyForm::Json; ///< of a whole object; what server-side apply sends may be either
};

/// A document that may be stored as it is: pruned, with its defaults, validated, with metadata.managedFields (so that
/// Objects shall not work them out again). What only a registry can give (uid, creationTimestamp, a service's address)
/// is not in it.
struct Written
{
    QJsonObject object;
    QStringList warnings = {}; ///< texts for Warning: 299 headers
    /// The field manager that was recorded.
    QString manager = {};
};

/// POST of a collection.
Answer<Written> created(const Kind& kind, const WriteRequest& request);
/// PUT. The answer's metadata.resourceVersion is that of the request's body; empty when it named none.
Answer<Written> replaced(const Kind& kind, const QJsonObject& live, const WriteRequest& request);
/// PATCH of what exists. Server-side apply of what does not exist: an empty `live`. An answer that equals `live`
/// changes nothing and needs no write.
Answer<Written> patched(const Kind& kind, const QJsonObject& live, PatchType type, const WriteRequest& request);

/// metadata.managedFields of `after` for a write by `manager` that is no apply (a controller of this process writes
/// without a request). `before` is empty for a create.
void trackUpdate(const Kind& kind, const QJsonObject& before, QJsonObject& after, Door door, const QString& manager,
                 const QDateTime& now);

/// Both API groups of events serve the same objects; they are stored in the form of the core group. Other kinds stay as
/// they are.
QJsonObject served(const Kind& kind, const QJsonObject& stored);
/// And back.
QJsonObject stored(const Kind& kind, const QJsonObject& served);

/// What GET /scale answers; a refusal when the kind has none.
Answer<QJsonObject> scaleOf(const Kind& kind, const QJsonObject& live);

} // namespace sim::documents
