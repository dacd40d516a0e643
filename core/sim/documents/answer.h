#pragma once

#include "core/sim/world/refusal.h"

#include <utility>
#include <variant>

namespace sim::documents {

/// Either what was asked for, or why the API server refuses it.
template <typename T>
class [[nodiscard]] Answer
{
public:
    Answer(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }
    Answer(Refusal refusal)
        : m_content(std::in_place_index<1>, std::move(refusal))
    {
    }

    explicit operator bool() const { return m_content.index() == 0; }

    const T& operator*() const& { return std::get<0>(m_content); }
    T& operator*() & { return std::get<0>(m_content); }
    T&& operator*() && { return std::get<0>(std::move(m_content)); }
    const T* operator->() const { return &std::get<0>(m_content); }
    T* operator->() { return &std::get<0>(m_content); }

    const Refusal& refusal() const { return std::get<1>(m_content); }

private:
    std::variant<T, Refusal> m_content;
};

} // namespace sim::documents
