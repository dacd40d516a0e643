#include "core/kube/decoding.h"

#include "core/kube/linebuffer.h"
#include "core/kube/objecthead.h"
#include "core/kube/status.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <simdjson.h>

#include <string_view>
#include <utility>

using namespace Qt::StringLiterals;
namespace json = simdjson::ondemand;

namespace kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

/// simdjson reads this much behind the end.
constexpr qsizetype padding = simdjson::SIMDJSON_PADDING;

QString stringOf(json::value value)
{
    std::string_view text;
    return value.get_string().get(text) == simdjson::SUCCESS ? QString::fromUtf8(text.data(), qsizetype(text.size()))
                                                             : QString();
}

bool isKey(const json::field& field, std::string_view name)
{
    return field.key() == name;
}

/// The few fields of metadata that make an item; anything else is skipped.
simdjson::error_code readMetadata(json::value value, Item& item)
{
    json::object metadata;
    if (value.get_object().get(metadata) != simdjson::SUCCESS)
        return simdjson::SUCCESS; // null, or of a foreign type: as if it were not there
    for (auto entry : metadata) {
        json::field field;
        if (const auto error = std::move(entry).get(field))
            return error;
        if (isKey(field, "name"))
            item.key.name = stringOf(field.value());
        else if (isKey(field, "namespace"))
            item.key.nameSpace = stringOf(field.value());
        else if (isKey(field, "uid"))
            item.uid = stringOf(field.value());
        else if (isKey(field, "resourceVersion"))
            item.resourceVersion = stringOf(field.value());
    }
    return simdjson::SUCCESS;
}

/// The object's own bytes, and its name as far as it has one.
simdjson::error_code readObject(json::value value, Item& item, std::string_view& raw)
{
    json::object object;
    if (const auto error = value.get_object().get(object))
        return error;
    if (const auto error = object.raw_json().get(raw))
        return error;
    bool isEmpty = false;
    if (const auto error = object.reset().get(isEmpty))
        return error;
    for (auto entry : object) {
        json::field field;
        if (const auto error = std::move(entry).get(field))
            return error;
        if (isKey(field, "metadata")) {
            if (const auto error = readMetadata(field.value(), item))
                return error;
        }
    }
    return simdjson::SUCCESS;
}

void decodeValue(Item& item, std::string_view raw, const Decode& decode)
{
    if (qsizetype(raw.size()) > largestObject)
        item.problem = Text::tr("This object is too large to show.");
    else
        item.value = decode(QByteArrayView(raw.data(), qsizetype(raw.size())).trimmed(), &item.problem);
}

simdjson::error_code readItems(json::value value, const Decode& decode, QList<Item>& items)
{
    json::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS)
        return simdjson::SUCCESS; // null means empty
    for (auto entry : array) {
        json::value object;
        if (const auto error = std::move(entry).get(object))
            return error;
        Item item;
        std::string_view raw;
        if (const auto error = readObject(object, item, raw))
            return error;
        if (item.key.name.isEmpty())
            continue; // nothing could refer to it
        decodeValue(item, raw, decode);
        items.append(std::move(item));
    }
    return simdjson::SUCCESS;
}

simdjson::error_code readListMetadata(json::value value, ListPage& page)
{
    json::object metadata;
    if (value.get_object().get(metadata) != simdjson::SUCCESS)
        return simdjson::SUCCESS;
    for (auto entry : metadata) {
        json::field field;
        if (const auto error = std::move(entry).get(field))
            return error;
        if (isKey(field, "resourceVersion"))
            page.resourceVersion = stringOf(field.value());
        else if (isKey(field, "continue"))
            page.continueToken = stringOf(field.value());
    }
    return simdjson::SUCCESS;
}

simdjson::error_code readPage(const QByteArray& padded, qsizetype size, const Decode& decode, ListPage& page)
{
    json::parser parser;
    json::document document;
    if (const auto error = parser.iterate(padded.constData(), size_t(size), size_t(padded.size())).get(document))
        return error;
    json::object list;
    if (const auto error = document.get_object().get(list))
        return error;
    bool isList = false;
    for (auto entry : list) {
        json::field field;
        if (const auto error = std::move(entry).get(field))
            return error;
        if (isKey(field, "items")) {
            isList = true;
            if (const auto error = readItems(field.value(), decode, page.items))
                return error;
        } else if (isKey(field, "metadata")) {
            isList = true;
            if (const auto error = readListMetadata(field.value(), page))
                return error;
        }
    }
    return isList ? simdjson::SUCCESS : simdjson::INCORRECT_TYPE;
}

/// One line of a watch.
struct Event
{
    QByteArray type;
    Item item;
    std::string_view raw; ///< of the object
};

simdjson::error_code readEvent(json::parser& parser, QByteArrayView line, size_t capacity, Event& event)
{
    json::document document;
    if (const auto error = parser.iterate(line.data(), size_t(line.size()), capacity).get(document))
        return error;
    json::object envelope;
    if (const auto error = document.get_object().get(envelope))
        return error;
    for (auto entry : envelope) {
        json::field field;
        if (const auto error = std::move(entry).get(field))
            return error;
        if (isKey(field, "type")) {
            event.type = stringOf(field.value()).toUtf8();
        } else if (isKey(field, "object")) {
            if (readObject(field.value(), event.item, event.raw) != simdjson::SUCCESS)
                return simdjson::INCORRECT_TYPE;
        }
    }
    return simdjson::SUCCESS;
}

/// Reads lines one after the other into a batch.
class EventReader
{
public:
    EventReader(const Decode& decode, QString label)
        : m_decode(decode)
        , m_label(std::move(label))
    {
    }

    EventBatch read(QByteArray lines)
    {
        const qsizetype size = lines.size();
        lines.append(padding, '\0');
        const QByteArrayView all(lines);
        for (qsizetype begin = 0; begin < size && m_batch.trouble == EventBatch::Trouble::None;) {
            const qsizetype found = all.indexOf('\n', begin);
            const bool isWhole = found >= 0 && found < size;
            const qsizetype end = isWhole ? found : size;
            const QByteArrayView line = all.sliced(begin, end - begin).trimmed();
            if (!line.isEmpty())
                readLine(line, size_t(all.end() - line.begin()), isWhole);
            begin = end + 1;
        }
        return std::move(m_batch);
    }

private:
    void readLine(QByteArrayView line, size_t capacity, bool isWhole)
    {
        if (line.startsWith(LineBuffer::cutMark))
            return takeHead(readHead(line.sliced(1)));
        Event event;
        auto error = readEvent(m_parser, line, capacity, event);
        QByteArray repaired;
        if (error == simdjson::UTF8_ERROR) {
            repaired = QString::fromUtf8(line).toUtf8();
            const auto size = size_t(repaired.size());
            repaired.append(padding, '\0');
            event = {};
            error = readEvent(m_parser, QByteArrayView(repaired).first(qsizetype(size)), size + padding, event);
        }
        if (error == simdjson::SUCCESS)
            take(event);
        else if (isWhole)
            fail(EventBatch::Trouble::Nonsense, line);
    }

    void take(Event& event)
    {
        if (event.type == "ERROR")
            return takeError(event.raw);
        const bool isBookmark = event.type == "BOOKMARK";
        const bool isDeletion = event.type == "DELETED";
        if (!isBookmark && !isDeletion && event.type != "ADDED" && event.type != "MODIFIED")
            return fail(EventBatch::Trouble::Nonsense, event.type);
        if (!isBookmark && event.item.key.name.isEmpty())
            return fail(EventBatch::Trouble::Nonsense, QByteArrayView(event.raw.data(), qsizetype(event.raw.size())));

        if (!event.item.resourceVersion.isEmpty())
            m_batch.resourceVersion = event.item.resourceVersion;
        if (isBookmark) {
            m_batch.hasBookmark = true;
            return;
        }
        if (!isDeletion)
            decodeValue(event.item, event.raw, m_decode);
        add(isDeletion ? EventRun::Kind::Deleted : EventRun::Kind::Applied, std::move(event.item));
    }

    void takeHead(ObjectHead head)
    {
        if (head.item.key.name.isEmpty())
            return; // the next list will tell
        if (!head.item.resourceVersion.isEmpty())
            m_batch.resourceVersion = head.item.resourceVersion;
        head.item.problem = Text::tr("This object is too large to show.");
        add(head.type == "DELETED" ? EventRun::Kind::Deleted : EventRun::Kind::Applied, std::move(head.item));
    }

    void add(EventRun::Kind kind, Item item)
    {
        ++m_batch.events;
        if (m_batch.runs.isEmpty() || m_batch.runs.last().kind != kind)
            m_batch.runs.append(EventRun{.kind = kind, .items = {}});
        m_batch.runs.last().items.append(std::move(item));
    }

    void takeError(std::string_view raw)
    {
        const QByteArray object(raw.data(), qsizetype(raw.size()));
        m_batch.error = errorOfStatus(QJsonDocument::fromJson(object).object(), 0, m_label);
        m_batch.trouble =
            m_batch.error.kind == base::Error::Kind::Gone ? EventBatch::Trouble::Expired : EventBatch::Trouble::Failed;
    }

    void fail(EventBatch::Trouble trouble, QByteArrayView quoted)
    {
        m_batch.trouble = trouble;
        m_batch.error = notAnAnswer(quoted, m_label);
    }

    const Decode& m_decode;
    const QString m_label;
    json::parser m_parser;
    EventBatch m_batch;
};

} // namespace

base::Result<ListPage> decodePage(QByteArray body, const Decode& decode, const QString& label)
{
    const qsizetype size = body.size();
    body.append(padding, '\0');
    ListPage page;
    auto error = readPage(body, size, decode, page);
    if (error == simdjson::UTF8_ERROR) {
        QByteArray repaired = QString::fromUtf8(body.first(size)).toUtf8();
        const qsizetype repairedSize = repaired.size();
        repaired.append(padding, '\0');
        page = {};
        error = readPage(repaired, repairedSize, decode, page);
    }
    if (error != simdjson::SUCCESS)
        return notAnAnswer(QByteArrayView(body).first(size), label);
    return page;
}

EventBatch decodeEvents(QByteArray lines, const Decode& decode, const QString& label)
{
    return EventReader(decode, label).read(std::move(lines));
}

} // namespace kube
