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

/// Ends the test function when a part is missing: as not run, or as failed when the run insists on them.
#define DREY_NEEDS_LIVE(...)                                                                                           \
    do {                                                                                                               \
        const QString dreyMissing = live::cache::missing(QStringList{__VA_ARGS__});                                    \
        if (!dreyMissing.isEmpty() && live::cache::isRequired())                                                       \
            QFAIL(qPrintable(QStringLiteral("not run: ") + dreyMissing));                                              \
        if (!dreyMissing.isEmpty())                                                                                    \
            QSKIP(qPrintable(QStringLiteral("not run: ") + dreyMissing));                                              \
    } while (false)
