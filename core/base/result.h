#pragma once

#include "core/base/error.h"

#include <utility>
#include <variant>

namespace base {

/// Either the value that was asked for, or the Error that stood in its way.
/// The names follow std::expected, so that it can take over when the toolchain has it.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_content(std::in_place_index<1>, std::move(error))
    {
    }

    explicit operator bool() const { return m_content.index() == 0; }

    const T& operator*() const& { return std::get<0>(m_content); }
    T& operator*() & { return std::get<0>(m_content); }
    T&& operator*() && { return std::get<0>(std::move(m_content)); }
    const T* operator->() const { return &std::get<0>(m_content); }
    T* operator->() { return &std::get<0>(m_content); }

    const Error& error() const { return std::get<1>(m_content); }

    friend bool operator==(const Result&, const Result&) = default;

private:
    std::variant<T, Error> m_content;
};

/// The value of something that has nothing to tell but that it worked.
struct Ok
{
    friend bool operator==(Ok, Ok) = default;
};

} // namespace base
