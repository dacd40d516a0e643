#pragma once

#include "core/flink/pollbudget.h"
#include "core/http/client.h"
#include "core/kube/api.h"
#include "core/kube/store.h"

#include <QHash>

#include <memory>
#include <utility>

namespace flink {

/// What talks to the server; shared with observers and stores that are still held when the connection is gone.
struct Line
{
    Line(http::Target target, std::shared_ptr<http::CredentialSource> credentials)
        : client(std::move(target), std::move(credentials))
        , api(kube::httpApi(client))
    {
        // A screenful of deployments, each polled twice a minute, takes seven requests a second by itself.
        http::Limits limits;
        limits.background = {10, 20};
        client.setLimits(limits);
    }

    http::Client client;
    std::unique_ptr<kube::Api> api;
    std::shared_ptr<PollBudget> budget = std::make_shared<PollBudget>();
};

template <typename T, typename... Arguments>
std::shared_ptr<T> onLine(const std::shared_ptr<Line>& line, Arguments&&... arguments)
{
    return std::shared_ptr<T>(new T(std::forward<Arguments>(arguments)...), [line](T* object) { delete object; });
}

template <typename T>
std::shared_ptr<T> alive(QHash<kube::ObjectKey, std::weak_ptr<T>>& known, const kube::ObjectKey& key)
{
    known.removeIf([](auto entry) { return entry.value().expired(); });
    return known.value(key).lock();
}

template <typename T, typename Do>
void eachAlive(const QHash<kube::ObjectKey, std::weak_ptr<T>>& known, Do act)
{
    const QList<std::weak_ptr<T>> all = known.values();
    for (const auto& one : all) {
        if (const auto held = one.lock())
            act(*held);
    }
}

} // namespace flink
