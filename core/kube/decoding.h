#pragma once

#include "core/base/result.h"
#include "core/kube/watch.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kube {

/// An object larger than this is not decoded, only named: etcd itself holds no more than about 1.5 MiB.
constexpr qsizetype largestObject = 16 * 1024 * 1024;

/// One page of a list.
struct ListPage
{
    QList<Item> items;
    QString resourceVersion; ///< empty: the server keeps none, so that the collection cannot be watched
    QString continueToken;   ///< empty: the last page
    QByteArray memory;       ///< what the page was read from, to be used anew; empty: too much to be kept
};

/// Decodes one page of a list; pure, for the background. Decode: the body is no list. `label` names the context in
/// errors.
base::Result<ListPage> decodePage(QByteArray body, const Decode& decode, const QString& label);

/// Events of the same kind that followed each other.
struct EventRun
{
    enum class Kind { Applied, Deleted };

    Kind kind = Kind::Applied;
    QList<Item> items; ///< of deleted ones the value is null
};

/// Some lines of a watch, decoded.
struct EventBatch
{
    enum class Trouble {
        None,
        Expired,  ///< the position is too old: list again
        Failed,   ///< any other ERROR event
        Nonsense, ///< a line that is no event
    };

    QList<EventRun> runs;
    QString resourceVersion; ///< of the last event; empty: none told any
    qsizetype events = 0;    ///< without bookmarks
    bool hasBookmark = false;
    Trouble trouble = Trouble::None;
    base::Error error; ///< of the trouble; what came after it was not read
};

/// Decodes lines of a watch; pure, for the background. The last line may lack its line break: if it is no whole event,
/// it is dropped.
EventBatch decodeEvents(QByteArray lines, const Decode& decode, const QString& label);

} // namespace kube
