#pragma once

#include "ui/practice/cluster.h"

#include <QStringList>

namespace practice {

/// What a rehearsal was worth, of 100.
struct Score
{
    int points = 100;
    QStringList deductions; ///< translated, each with what it cost; empty: none
};

/// How it came to its end.
enum class Ending { Recovered, GivenUp };

/// Pure. Help and wrong answers cost, and time beyond what somebody practised needs at this difficulty. Who gave up has
/// no points.
Score scoreOf(const Progress& progress, int difficulty, Ending ending);

/// A duration on a watch: "04:12", "1:04:12".
QString watchText(Duration duration);

} // namespace practice
