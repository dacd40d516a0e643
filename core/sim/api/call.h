#pragma once

#include "core/sim/api/negotiation.h"
#include "core/sim/api/requestinfo.h"
#include "core/sim/documents/kinds.h"
#include "core/sim/world/world.h"

namespace sim {

/// One request on its way through the API server: who asks, for what, and where the answer goes.
struct Call
{
    Request request; ///< with the user that was found
    Query query;
    RequestInfo info;
    ResourcePointer resource = {}; ///< null for paths that are no resource
    Answer answer;

    void reply(const QJsonObject& document, int status = 200) const;
    void refuse(const Refusal& refusal) const;
    /// Refuses and answers nothing when the Accept header asks for what is not served.
    std::optional<Form> form() const;
    /// What the parameters of a write are called in errors: CreateOptions…
    QString options() const;
    /// For Write: user and, with dryRun=All, the mode. Nothing: dryRun is something else, and that was answered.
    std::optional<Write> write() const;
};

/// A Status of a refusal as an answer.
Reply refusalReply(const Refusal& refusal);
/// What a Go server says of a path it does not know.
Reply unknownPathReply();

} // namespace sim
