#pragma once

#include "core/sim/api/host.h"

#include "tests/contract/support/side.h"
#include "tests/live/support/apiserver.h"

#include <array>
#include <memory>

namespace contract {

/// A real API server and a practice cluster with the same CRDs of the operator, both as nobody but the test uses them,
/// asked the same.
class ApiPair
{
public:
    enum Of { Real, Practice };

    /// `extraArguments` of kube-apiserver.
    explicit ApiPair(const QStringList& extraArguments = {});

    /// What kept one of them from serving; empty: both do.
    [[nodiscard]] QString start();
    [[nodiscard]] sim::Host& practice() { return *m_practice; }
    /// As admin.
    [[nodiscard]] const Side& side(Of of) const { return m_sides[of]; }
    [[nodiscard]] Heard hear(Of of, const Question& question) const { return ask(m_sides[of], question); }

    /// Asks both; what differs in status, media type, in what a refusal says, in shape; empty: nothing.
    [[nodiscard]] QString compare(const Question& question, const QStringList& mayDiffer = {}) const;
    [[nodiscard]] static QString compare(const Heard& real, const Heard& practice, const QStringList& mayDiffer = {});

private:
    [[nodiscard]] QString installDefinitions() const;

    live::ApiServer m_real;
    std::unique_ptr<sim::Host> m_practice;
    std::array<Side, 2> m_sides;
};

/// The JSON of a body of the tests, written with ' for ".
[[nodiscard]] QByteArray quoted(QByteArray text);

} // namespace contract
