#pragma once

#include "core/kube/decoding.h"

#include <QObject>

namespace kube {

/// Reads one collection once, page by page; the next page is on its way while one is decoded. Pages grow while they
/// come quickly and are small; those that are too large are made smaller. A continue token that has grown old begins it
/// anew once, then without pages. The token a server offers in a 410 is never used: it would mix two points in time.
class Listing : public QObject
{
    Q_OBJECT
public:
    /// `from`: not older than this resourceVersion; empty: the most recent. Destroying it aborts.
    Listing(Api& api, Collection collection, Decode decode, QString from, QObject* parent = nullptr);

    /// Of its first page; the others are paced by their answers.
    void setPriority(http::Priority priority) { m_priority = priority; }
    void start();
    /// Says nothing more and asks nothing more: it may outlive its Api until the event loop deletes it.
    void abandon() { m_isOver = true; }

signals:
    void heard(); ///< the server answered a page
    void pageArrived(const QList<kube::Item>& items);
    /// The whole list; last signal.
    void finished(const QList<kube::Item>& items, const QString& resourceVersion);
    void failed(const base::Error& error); ///< last signal; what arrived in pages is not complete

private:
    struct Step ///< one page on its way through the decoder
    {
        int round = 0;
        bool isFirst = false;
        QString next; ///< what its ends promise to follow; empty: nothing, or it could not be told yet
    };

    void begin();
    void request(const QString& continueToken);
    void decode(http::Answer answer);
    void goOn(const QString& continueToken);
    void take(const Step& step, ListPage page);
    void takeNext(const Step& step, const ListPage& page);
    void retryOrFail(const base::Error& error);

    Api& m_api;
    const Collection m_collection;
    const Decode m_decode;
    const QString m_from;
    QList<Item> m_items;
    QByteArray m_memory;       ///< of the last page that was read
    QString m_resourceVersion; ///< of the first page: the base for a watch
    QString m_continueToken;   ///< of the last request
    QString m_waiting;         ///< the next one, while enough pages are being decoded
    http::Priority m_priority = http::Priority::Paging;
    int m_pageSize;            ///< 0: everything at once
    bool m_mayGrow = true;     ///< the pages
    int m_restarts = 0;        ///< because of continue tokens
    int m_round = 0;           ///< how often it began
    int m_decoding = 0;        ///< pages
    bool m_isLastSeen = false; ///< no page will follow
    bool m_looksAhead = true;
    bool m_isOver = false;
};

/// The continue token of a list as far as its first and last bytes tell, without reading its items; empty: none, or not
/// to be had so cheaply. Only decodePage() knows for sure.
QString promisedToken(QByteArrayView body);

/// The Error for a collection whose parts could lead elsewhere.
base::Error unsafeCollection();

/// Reads one collection once, the whole list at the end. Callbacks as http::Client::send.
void listOnce(Api& api, const Collection& collection, const Decode& decode, http::Priority priority, QObject* context,
              std::function<void(base::Result<QList<Item>>)> done);

/// The decoded ones among `items`, which were decoded as T.
template <typename T>
QList<T> valuesOf(const QList<Item>& items)
{
    QList<T> values;
    for (const Item& item : items) {
        if (item.value)
            values.append(*std::static_pointer_cast<const T>(item.value));
    }
    return values;
}

} // namespace kube
