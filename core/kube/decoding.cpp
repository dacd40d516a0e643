#include "core/kube/decoding.h"

#include "core/kube/linebuffer.h"
#include "core/kube/objecthead.h"
#include "core/kube/status.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <simdjson.h>

#include <algorithm>
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

QString tooLarge()
{
    return Text::tr("This object is too large to show.");
}

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

/// The name of an object whose decoder did not tell it.
simdjson::error_code readName(std::string_view object, Item& item)
{
    json::parser parser;
    json::document document;
    const simdjson::padded_string padded(object);
    if (const auto error = parser.iterate(padded).get(document))
        return error;
    json::object fields;
    if (const auto error = document.get_object().get(fields))
        return error;
    for (auto entry : fields) {
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

/// `raw` is an object's own bytes. Fails where they are no object.
simdjson::error_code readObject(std::string_view raw, const Decode& decode, Item& item)
{
    if (qsizetype(raw.size()) > largestObject)
        item.problem = tooLarge();
    else
        decode(QByteArrayView(raw.data(), qsizetype(raw.size())).trimmed(), item);
    return item.key.name.isEmpty() ? readName(raw, item) : simdjson::SUCCESS;
}

simdjson::error_code readItems(json::value value, const Decode& decode, QList<Item>& items)
{
    json::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS)
        return simdjson::SUCCESS; // null means empty
    constexpr qsizetype usualPage = 512;
    items.reserve(usualPage);
    for (auto entry : array) {
        json::object object;
        if (const auto error = std::move(entry).get_object().get(object))
            return error;
        std::string_view raw;
        if (const auto error = object.raw_json().get(raw))
            return error;
        Item item;
        if (const auto error = readObject(raw, decode, item))
            return error;
        if (!item.key.name.isEmpty()) // else nothing could refer to it
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
    // The tables of a parser are several times as large as its document, and most pages are of one size.
    constexpr qsizetype largestKept = 8 * 1024 * 1024;
    thread_local json::parser kept;
    json::parser own;
    json::parser& parser = size > largestKept ? own : kept;
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
    QByteArrayView type;
    std::string_view raw;  ///< of the object
    bool isSliced = false; ///< nobody has looked yet whether this is one object
};

/// Takes a line apart that is written as API servers write it, `{"type":"ADDED","object":{…}}`, without reading it.
bool slice(QByteArrayView line, Event& event)
{
    constexpr QByteArrayView begin = "{\"type\":\"", middle = "\",\"object\":", end = "}}";
    constexpr qsizetype longestBegin = 40;
    if (!line.startsWith(begin) || !line.endsWith(end))
        return false;
    const qsizetype found = line.first(std::min(line.size(), longestBegin)).indexOf(middle);
    if (found < 0)
        return false;
    event.type = line.sliced(begin.size(), found - begin.size());
    const QByteArrayView object = line.sliced(found + middle.size()).chopped(1);
    event.raw = {object.data(), size_t(object.size())};
    event.isSliced = true;
    return object.startsWith("{") && !event.type.contains('\\');
}

/// The same for any other JSON. What `event` refers to lives as long as the line and the parser's last document.
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
            std::string_view type;
            if (field.value().get_string().get(type) == simdjson::SUCCESS)
                event.type = QByteArrayView(type.data(), qsizetype(type.size()));
        } else if (isKey(field, "object")) {
            json::object object;
            if (const auto error = field.value().get_object().get(object))
                return error;
            if (const auto error = object.raw_json().get(event.raw))
                return error;
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
        if (isWhole && slice(line, event) && take(event) == simdjson::SUCCESS)
            return;
        event = {};
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
            error = take(event);
        if (error != simdjson::SUCCESS && isWhole)
            fail(EventBatch::Trouble::Nonsense, line);
    }

    /// Does nothing if it fails.
    simdjson::error_code take(const Event& event)
    {
        if (event.type == "ERROR") {
            takeError(event.raw);
            return simdjson::SUCCESS;
        }
        const bool isBookmark = event.type == "BOOKMARK";
        const bool isDeletion = event.type == "DELETED";
        const bool isChange = event.type == "ADDED" || event.type == "MODIFIED";
        if (!isBookmark && !isDeletion && !isChange) {
            fail(EventBatch::Trouble::Nonsense, event.type);
            return simdjson::SUCCESS;
        }
        Item item;
        if (const auto error = isChange ? readObject(event.raw, m_decode, item) : readName(event.raw, item))
            return error;
        if (event.isSliced && isChange && !item.value)
            return simdjson::INCORRECT_TYPE;
        if (!isBookmark && item.key.name.isEmpty()) {
            fail(EventBatch::Trouble::Nonsense, QByteArrayView(event.raw.data(), qsizetype(event.raw.size())));
            return simdjson::SUCCESS;
        }
        if (!item.resourceVersion.isEmpty())
            m_batch.resourceVersion = item.resourceVersion;
        if (isBookmark)
            m_batch.hasBookmark = true;
        else
            add(isDeletion ? EventRun::Kind::Deleted : EventRun::Kind::Applied, std::move(item));
        return simdjson::SUCCESS;
    }

    void takeHead(ObjectHead head)
    {
        if (head.item.key.name.isEmpty())
            return; // the next list will tell
        if (!head.item.resourceVersion.isEmpty())
            m_batch.resourceVersion = head.item.resourceVersion;
        head.item.problem = tooLarge();
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
    constexpr qsizetype largestReused = 7 * 1024 * 1024; // what is larger is not the rule, and given back at once
    if (body.capacity() <= largestReused)
        page.memory = std::move(body);
    return page;
}

EventBatch decodeEvents(QByteArray lines, const Decode& decode, const QString& label)
{
    return EventReader(decode, label).read(std::move(lines));
}

} // namespace kube
