#pragma once

#include "core/base/result.h"
#include "core/kube/api.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace kube {

/// Namespace and name of an object within its collection.
struct ObjectKey
{
    QString nameSpace, name;

    friend bool operator==(const ObjectKey&, const ObjectKey&) = default;
    friend size_t qHash(const ObjectKey& key, size_t seed = 0) { return qHashMulti(seed, key.nameSpace, key.name); }
};

/// One object as it came off the wire, decoded by its type's decoder.
struct Item
{
    ObjectKey key;
    QString uid, resourceVersion;
    std::shared_ptr<const void> value; ///< null: this one object could not be decoded; `problem` says why
    QString problem;
};

/// Decodes one object into `item`: its value, or the problem. Where it reads the metadata anyhow it tells the key, uid
/// and resourceVersion, too; where it leaves the name empty they are read for it. Pure: runs off the GUI thread. `json`
/// is followed by at least 64 readable bytes.
using Decode = std::function<void(QByteArrayView json, Item& item)>;

/// A type's decoder as one of any type. A T that keeps its `metadata` tells nameSpace, name, uid and resourceVersion.
template <typename T>
Decode erased(base::Result<T> (*decode)(QByteArrayView json))
{
    return [decode](QByteArrayView json, Item& item) {
        base::Result<T> decoded = decode(json);
        if (!decoded) {
            item.problem = decoded.error().message;
            return;
        }
        const auto value = std::make_shared<const T>(*std::move(decoded));
        if constexpr (requires { value->metadata.uid; }) {
            item.key = {value->metadata.nameSpace, value->metadata.name};
            item.uid = value->metadata.uid;
            item.resourceVersion = value->metadata.resourceVersion;
        }
        item.value = value;
    };
}

/// The pauses and limits of a watch; tests shorten them.
struct WatchTimes
{
    std::chrono::milliseconds firstPause{800}, longestPause{30'000};
    std::chrono::milliseconds healthyAfter{120'000};                ///< resets the pause
    std::chrono::seconds shortestTimeout{240}, longestTimeout{360}; ///< timeoutSeconds, chosen at random
    std::chrono::milliseconds silentBeforeProbe{90'000}, silentBeforeRestart{180'000};
    std::chrono::milliseconds probeLimit{10'000};
    std::chrono::milliseconds hardMargin{15'000}; ///< beyond timeoutSeconds
    std::chrono::milliseconds longLife{5'000};    ///< a watch that ended cleanly later is opened again at once
    std::chrono::milliseconds restartPause{2'200},
        restartPatience{120'000};               ///< an absent server is tried so often, at first
    std::chrono::milliseconds shortLife{1'000}; ///< a watch that ended sooner, empty, is suspicious
    std::chrono::milliseconds forbiddenPause{60'000}, goneTypePause{30'000}, pollPause{20'000};
    std::chrono::milliseconds relistAfter{45 * 60'000};     ///< plus up to a third at random
    std::chrono::milliseconds relistAfterSleep{5 * 60'000}; ///< retryNow() after a longer silence lists anew
};

/// Follows one collection for as long as it lives: lists it page by page, watches it from there, and lists again when
/// the server has forgotten the position. Emits whole snapshots and small differences in order; never an empty view on
/// trouble.
class Watch : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,
        Listing,
        Following,
        Waiting,      ///< after trouble; lastError() and nextAttempt() tell
        Polling,      ///< the server lets us list but not watch
        NotPermitted, ///< 403; tried again slowly
        TypeMissing,  ///< 404 of the type itself: the CRD is not installed
    };
    Q_ENUM(State)

    Watch(Api& api, Collection collection, Decode decode, WatchTimes times = {}, QObject* parent = nullptr);
    ~Watch() override;

    void start();
    void stop();
    /// Tries now, from the last position: after sleep, a change of network, a click on "retry". Does nothing when
    /// stopped.
    void retryNow();

    const Collection& collection() const; ///< its version follows the server's when that one is no longer served
    State state() const;
    QDateTime lastContact() const; ///< UTC; when the server last proved to be there for this watch; invalid: never
    std::optional<base::Error> lastError() const; ///< why it is not simply following
    QDateTime nextAttempt() const;                ///< invalid while an attempt is under way
    int attempt() const;                          ///< failures in a row

signals:
    /// The complete collection as of now: everything not in it is gone.
    void listed(const QList<kube::Item>& items);
    /// While a first list of many pages is still coming in: what there is so far, to show early.
    void pageArrived(const QList<kube::Item>& items);
    void applied(const QList<kube::Item>& items);
    void deleted(const QList<kube::Item>& items);
    void stateChanged(kube::Watch::State state);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace kube
