#include "core/kube/listing.h"

#include "core/base/background.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kube {

using base::Error;
using base::inBackground;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

constexpr int standardPage = 500; // what client-go and kube-rs ask for
/// A page that came so quickly and is so small is followed by one twice as large, up to so many objects: each page
/// costs a way to the server and back, and on a long list that is a third of the time.
constexpr std::chrono::milliseconds quickPage{100};
constexpr qsizetype smallPage = 4LL * 1024 * 1024;
constexpr int longestPage = 2000;
constexpr qint64 largestPage = 64LL * 1024 * 1024;
constexpr qint64 largestWhole = 512LL * 1024 * 1024;
constexpr qsizetype mostItems = 1'000'000;
constexpr qsizetype longestToken = 64 * 1024;
constexpr int mostDecoding = 2;

constexpr QByteArrayView metadataKey = "\"metadata\"";

/// Empty also where `json` is no whole document.
QString tokenOf(const QByteArray& json)
{
    return QJsonDocument::fromJson(json)[u"metadata"][u"continue"].toString();
}

Error endlessError(const QString& label)
{
    Error error;
    error.kind = Error::Kind::Decode;
    error.message = Text::tr("%1 sends pages of a list without an end.").arg(label);
    return error;
}

Error tooManyError(const QString& label)
{
    Error error;
    error.kind = Error::Kind::TooLarge;
    error.message = Text::tr("%1 holds more objects of this type than Drey can show.").arg(label);
    return error;
}

/// Of `{…,"items":[…],"kind":…,"metadata":{…}}`, in which order custom resources are sent.
QString tokenAtEnd(QByteArrayView body)
{
    const QByteArrayView tail = body.last(std::min(body.size(), 2 * longestToken));
    const qsizetype found = tail.lastIndexOf(metadataKey);
    return found < 0 ? QString() : tokenOf('{' + tail.sliced(found).toByteArray());
}

/// Of `{"kind":…,"metadata":{…},"items":[…]}`, in which order all other types are sent.
QString tokenAtBegin(QByteArrayView body)
{
    const qsizetype found = body.first(std::min(body.size(), 2 * longestToken)).indexOf("\"items\"");
    if (found < 0)
        return {};
    QByteArray head = body.first(found).trimmed().toByteArray();
    if (head.endsWith(','))
        head.chop(1);
    return tokenOf(head + '}');
}

} // namespace

QString promisedToken(QByteArrayView body)
{
    const QString atEnd = tokenAtEnd(body);
    return atEnd.isEmpty() ? tokenAtBegin(body) : atEnd;
}

Listing::Listing(Api& api, Collection collection, Decode decode, QString from, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_collection(std::move(collection))
    , m_decode(std::move(decode))
    , m_from(std::move(from))
    , m_pageSize(standardPage)
{
}

void Listing::start()
{
    begin();
}

void Listing::begin()
{
    ++m_round;
    m_items.clear();
    m_resourceVersion.clear();
    m_waiting.clear();
    m_decoding = 0;
    m_isLastSeen = false;
    request({});
}

void Listing::request(const QString& continueToken)
{
    m_continueToken = continueToken;
    http::Request page;
    page.path = m_collection.path();
    page.priority = continueToken.isEmpty() ? m_priority : http::Priority::Paging;
    page.silence = 60s;
    page.total = 0ms;
    page.maxBytes = m_pageSize > 0 ? largestPage : largestWhole;
    page.buffer = std::exchange(m_memory, {});
    if (!m_collection.labelSelector.isEmpty())
        addParameter(page.query, u"labelSelector"_s, m_collection.labelSelector);
    if (!m_collection.fieldSelector.isEmpty())
        addParameter(page.query, u"fieldSelector"_s, m_collection.fieldSelector);
    if (m_pageSize > 0)
        addParameter(page.query, u"limit"_s, QString::number(m_pageSize));
    if (!continueToken.isEmpty()) {
        // A resourceVersion beside a continue token is refused.
        addParameter(page.query, u"continue"_s, continueToken);
    } else if (!m_from.isEmpty()) {
        // Without the match, a limit would make it mean exactly this version.
        addParameter(page.query, u"resourceVersion"_s, m_from);
        addParameter(page.query, u"resourceVersionMatch"_s, u"NotOlderThan"_s);
    }
    m_api.send(page, this, [this, round = m_round](base::Result<http::Answer> answer) {
        if (m_isOver || round != m_round)
            return;
        if (answer)
            decode(*std::move(answer));
        else
            retryOrFail(answer.error());
    });
}

void Listing::decode(http::Answer answer)
{
    emit heard();
    if (m_isOver)
        return;
    if (m_mayGrow && m_pageSize > 0 && answer.took < quickPage && answer.body.size() <= smallPage)
        m_pageSize = std::min(2 * m_pageSize, longestPage);
    Step step{.round = m_round, .isFirst = m_continueToken.isEmpty(), .next = {}};
    if (m_looksAhead)
        step.next = promisedToken(answer.body);
    if (step.next == m_continueToken || step.next.size() > longestToken)
        step.next.clear();
    ++m_decoding;
    inBackground(
        this,
        [body = std::move(answer.body), decode = m_decode, label = m_api.label()]() mutable {
            return decodePage(std::move(body), decode, label);
        },
        [this, step](base::Result<ListPage> page) {
            if (m_isOver || step.round != m_round)
                return;
            if (page)
                take(step, *std::move(page));
            else
                emit failed(page.error());
        });
    if (!step.next.isEmpty())
        goOn(step.next);
}

void Listing::goOn(const QString& continueToken)
{
    if (m_decoding < mostDecoding)
        request(continueToken);
    else
        m_waiting = continueToken;
}

void Listing::take(const Step& step, ListPage page)
{
    --m_decoding;
    m_memory = std::move(page.memory);
    if (step.isFirst)
        m_resourceVersion = page.resourceVersion;
    m_items += page.items;
    if (m_items.size() > mostItems) {
        emit failed(tooManyError(m_api.label()));
        return;
    }
    takeNext(step, page);
    if (m_isOver || step.round != m_round)
        return;
    if (m_isLastSeen && m_decoding == 0)
        emit finished(m_items, m_resourceVersion);
    else
        emit pageArrived(page.items);
}

void Listing::takeNext(const Step& step, const ListPage& page)
{
    if (!m_waiting.isEmpty())
        request(std::exchange(m_waiting, {}));
    if (page.continueToken == step.next) {
        m_isLastSeen = m_isLastSeen || step.next.isEmpty();
        return;
    }
    if (!step.next.isEmpty()) {
        // Its head has told something else: a server to be read one page after the other.
        m_looksAhead = false;
        return begin();
    }
    if (page.continueToken == m_continueToken || page.continueToken.size() > longestToken) {
        m_isOver = true;
        emit failed(endlessError(m_api.label()));
        return;
    }
    goOn(page.continueToken);
}

void Listing::retryOrFail(const Error& error)
{
    using Kind = Error::Kind;
    const bool isTokenOld = !m_continueToken.isEmpty() && (error.kind == Kind::Gone || error.kind == Kind::Invalid);
    if (isTokenOld && m_restarts < 2) {
        m_pageSize = ++m_restarts == 2 ? 0 : standardPage;
        return begin();
    }
    // Only our own limit has no HTTP status of an error.
    if (error.kind == Kind::TooLarge && error.httpStatus < 400 && m_pageSize > 1) {
        m_pageSize = m_pageSize > 10 ? m_pageSize / 10 : 1;
        m_mayGrow = false;
        return begin();
    }
    emit failed(error);
}

Error unsafeCollection()
{
    Error error;
    error.kind = Error::Kind::Configuration;
    error.message = Text::tr("The namespace or type is not a name that can be asked for.");
    return error;
}

void listOnce(Api& api, const Collection& collection, const Decode& decode, http::Priority priority, QObject* context,
              std::function<void(base::Result<QList<Item>>)> done)
{
    if (!collection.isSafe()) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(unsafeCollection()); }, Qt::QueuedConnection);
        return;
    }
    auto* listing = new Listing(api, collection, decode, {}, context);
    listing->setPriority(priority);
    QObject::connect(listing, &Listing::failed, context, [listing, done](const Error& error) {
        listing->deleteLater();
        done(error);
    });
    QObject::connect(listing, &Listing::finished, context, [listing, done](const QList<Item>& items) {
        listing->deleteLater();
        done(items);
    });
    listing->start();
}

} // namespace kube
