#pragma once

#include "core/kube/decoding.h"
#include "core/kube/linebuffer.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace kube {

/// One open watch: cuts its bytes into events, decodes them in the background in order, and notices when nobody sends
/// any more.
class WatchStream : public QObject
{
    Q_OBJECT
public:
    enum class End {
        Clean,    ///< the server closed it, or its time is up
        Cut,      ///< the connection broke
        Refused,  ///< it was never opened: the error has the HTTP status
        Expired,  ///< 410 inside the stream
        Failed,   ///< another ERROR event
        Nonsense, ///< something that is no event
        Stuck,    ///< too long without a bookmark, though the server answers
        Deaf,     ///< the same right after it was taken up again: the position may lie in a future that never comes
        Dead,     ///< the server does not answer at all
    };

    struct Start
    {
        QString resourceVersion;
        bool isResumed = false;        ///< not straight from a list
        bool expectsBookmarks = false; ///< the server has sent some before, so that their absence tells
    };

    WatchStream(Api& api, Collection collection, Decode decode, const WatchTimes& times, Start start,
                QObject* parent = nullptr);

    void open();
    /// Says nothing more and uses nothing any more: it may outlive its Api until the event loop deletes it.
    void abandon();
    std::chrono::milliseconds lived() const { return std::chrono::milliseconds(m_age.elapsed()); }
    qsizetype events() const { return m_events; } ///< so far, bookmarks included

signals:
    void heard(); ///< the server proved to be there
    void opened();
    void decoded(const kube::EventBatch& batch);
    void ended(kube::WatchStream::End how, const base::Error& error); ///< last signal

private:
    void receive(const QByteArray& bytes);
    void decodeNext();
    void take(const EventBatch& batch);
    void dropStream();
    void closeWith(End how, const base::Error& error);
    void finish(End how, const base::Error& error);
    void checkSilence();
    void probe(const QString& path);
    void proved(std::chrono::milliseconds silentFor);

    Api& m_api;
    const Collection m_collection;
    const Decode m_decode;
    const WatchTimes m_times;
    const Start m_start;
    std::unique_ptr<http::Stream> m_stream;
    LineBuffer m_buffer;
    QTimer m_silence, m_deadline, m_settle;
    QElapsedTimer m_age, m_lastByte;
    qsizetype m_events = 0;
    bool m_isHeard = false;    ///< some bytes came
    bool m_isDecoding = false; ///< a batch is under way
    bool m_isPaused = false;
    bool m_isOver = false;
    std::optional<std::pair<End, base::Error>> m_closed; ///< waits for the last batch
};

} // namespace kube
