#pragma once

#include <QStringList>

#include <initializer_list>
#include <span>

namespace manifest {

/// Options whose type is an enumeration, with all their names, and the words Flink takes. Those of a family of
/// implementations also take the name of a class, which has a dot.
struct Words
{
    std::initializer_list<QStringView> keys;
    QStringView words;
    QStringView since; ///< of Flink, for the words behind the bar
    bool isFamily;
};

std::span<const Words> enumerations();

} // namespace manifest
