#pragma once

#include <QString>
#include <QStringList>

/// What `tests/live/fetch` has fetched and built.
namespace live::cache {

/// `part` is one of `tests/live/fetch --list`.
[[nodiscard]] QString folder(const QString& part);

/// Empty when all parts are there, else why not.
[[nodiscard]] QString missing(const QStringList& parts);

/// In `.ci/run` nothing may be skipped.
[[nodiscard]] bool isRequired();

} // namespace live::cache

/// Ends the test function unless `obstacle` is empty: as not run, or as failed when the run insists on it.
#define DREY_NOT_RUN_IF(obstacle)                                                                                      \
    do {                                                                                                               \
        const QString dreyObstacle = obstacle;                                                                         \
        if (!dreyObstacle.isEmpty() && live::cache::isRequired())                                                      \
            QFAIL(qPrintable(QStringLiteral("not run: ") + dreyObstacle));                                             \
        if (!dreyObstacle.isEmpty())                                                                                   \
            QSKIP(qPrintable(QStringLiteral("not run: ") + dreyObstacle));                                             \
    } while (false)

/// Ends it when one of the named parts is missing.
#define DREY_NEEDS_LIVE(...) DREY_NOT_RUN_IF(live::cache::missing(QStringList{__VA_ARGS__}))
