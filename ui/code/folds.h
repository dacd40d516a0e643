#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace code {

/// Lines of YAML that can be folded into their first one. Numbers count from 0.
struct Fold
{
    int first = 0, last = 0; ///< `first` stays to be seen; last > first
    QString path;            ///< the keys that lead here; the same after the text was read anew

    friend bool operator==(const Fold&, const Fold&) = default;
};

/// Pure: what can be folded, by indentation, in the order of the first lines. Items of a list may stand as far left as
/// the key they belong to; blank lines belong to what stands before them, except at its end.
QList<Fold> foldsOf(QStringView yaml);

} // namespace code
