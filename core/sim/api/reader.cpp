#include "core/sim/api/reader.h"

#include "core/sim/api/listoptions.h"
#include "core/sim/api/view.h"
#include "core/sim/documents/table.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

using namespace std::chrono_literals;

/// How long a real server waits for a revision it has not seen.
constexpr auto freshnessWait = 3s;

/// Where a list goes on: the revision all pages show, and the last key of the page before.
struct Token
{
    qint64 revision = 0; ///< -1: whatever is newest
    QString after;

    QString text() const
    {
        const QJsonObject content{{u"v"_s, u"meta.k8s.io/v1"_s}, {u"rv"_s, revision}, {u"start"_s, after}};
        return QString::fromLatin1(QJsonDocument(content)
                                       .toJson(QJsonDocument::Compact)
                                       .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    }
    static std::optional<Token> read(const QString& text)
    {
        const auto bytes = QByteArray::fromBase64(text.toLatin1(), QByteArray::Base64UrlEncoding);
        const auto content = QJsonDocument::fromJson(bytes).object();
        if (content.value("v"_L1).toString() != u"meta.k8s.io/v1")
            return std::nullopt;
        return Token{content.value("rv"_L1).toInteger(), content.value("start"_L1).toString()};
    }
};

QString keyOf(const Stored& object)
{
    return object.ns() + u'/' + object.name();
}

Refusal staleToken(const QString& after)
{
    auto refusal = Refusal::tooOld(
        u"The provided continue parameter is too old to display a consistent list result. You can start a new list "
        u"without "
        u"the continue parameter, or use the continue token in this response to retrieve the remainder of the results. "
        u"Continuing with the provided token results in an inconsistent list - objects that were created, modified, or "
        u"deleted between the time the first chunk was returned and now may show up in the list."_s);
    refusal.continueToken = Token{-1, after}.text();
    return refusal;
}

Refusal tooNew(quint64 wanted, quint64 newest)
{
    Refusal refusal{504, u"Timeout"_s, u"Too large resource version: %1, current: %2"_s.arg(wanted).arg(newest)};
    refusal.causes = {{u"ResourceVersionTooLarge"_s, u"Too large resource version"_s, {}}};
    refusal.retryAfterSeconds = 1;
    return refusal;
}

} // namespace

Reader::Reader(World& world, Clock& wall, documents::Kinds& kinds)
    : m_world(world)
    , m_wall(wall)
    , m_kinds(kinds)
{
}

void Reader::get(const Call& call)
{
    const auto form = call.form();
    if (!form)
        return;
    const auto object = m_world.objects.find(call.resource->type, call.info.ns, call.info.name);
    if (object)
        replyWith(call, *form, *object);
    else
        call.refuse(Refusal::notFound(call.info.type(), call.info.name));
}

void Reader::replyWith(const Call& call, Form form, const Stored& object, int status, const QStringList& warnings)
{
    Reply reply;
    if (form == Form::Whole) {
        reply = Reply::json({}, status);
        reply.body = viewBytes(*call.resource, object);
    } else if (form == Form::MetadataOnly) {
        reply = Reply::json(documents::metadataOnly(viewOf(*call.resource, object.document())), status);
    } else {
        const auto rowObject = documents::rowObjectOf(call.query.value(u"includeObject"_s));
        if (!rowObject)
            return call.refuse(rowObject.refusal());
        const QJsonObject metadata{{u"resourceVersion"_s, QString::number(object.revision())}};
        reply =
            Reply::json(documents::table(m_kinds.of(*call.resource), {viewOf(*call.resource, object.document())},
                                         metadata, *rowObject, documents::Columns::Told, dateTime(m_world.clock.now())),
                        status);
    }
    for (const auto& warning : warnings) {
        auto quoted = warning.toUtf8();
        quoted.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " ");
        reply.headers += std::pair<QByteArray, QByteArray>("Warning", "299 - \"" + quoted + '"');
    }
    call.answer(reply);
}

void Reader::list(const Call& call)
{
    const auto form = call.form();
    if (!form)
        return;
    if (const auto refusal = refuseListOptions(call))
        return call.refuse(*refusal);
    const auto selection = Selection::of(call, m_kinds);
    if (!selection)
        return call.refuse(selection.refusal());
    quint64 revision = m_world.objects.revision();
    QString after;
    if (auto objects = objectsFor(call, revision, after))
        replyWithPage(call, *form, pageOf(call, *selection, std::move(*objects), revision, after));
}

std::optional<std::vector<Snapshot>> Reader::objectsFor(const Call& call, quint64& revision, QString& after)
{
    auto& objects = m_world.objects;
    const auto wanted = call.query.value(u"resourceVersion"_s);
    const auto match = call.query.value(u"resourceVersionMatch"_s);
    if (!call.query.value(u"continue"_s).isEmpty())
        return continued(call, revision, after);
    bool isNumber = true;
    const auto number = wanted.isEmpty() ? 0 : wanted.toULongLong(&isNumber);
    if (!isNumber) {
        call.refuse(Refusal::badRequest(
            u"invalid resource version: resourceVersion: Invalid value: \"%1\": strconv.ParseUint: parsing \"%1\": invalid syntax"_s
                .arg(wanted)));
        return std::nullopt;
    }
    if (number > objects.revision()) {
        waitForRevision(call, number);
        return std::nullopt;
    }
    const bool isExact = match == u"Exact" || (match.isEmpty() && number > 0 && call.query.contains(u"limit"_s));
    if (!isExact)
        return objects.list(call.resource->type, call.info.ns);
    auto past = objects.listAt(call.resource->type, call.info.ns, number);
    if (!past)
        call.refuse(Refusal::tooOld(u"The resourceVersion for the provided list is too old."_s));
    revision = number;
    return past;
}

std::optional<std::vector<Snapshot>> Reader::continued(const Call& call, quint64& revision, QString& after)
{
    auto& objects = m_world.objects;
    const auto token = Token::read(call.query.value(u"continue"_s));
    if (!token) {
        call.refuse(Refusal::badRequest(
            u"invalid continue token: continue key is not valid: server does not recognize this encoded version "_s));
        return std::nullopt;
    }
    const auto wanted = call.query.value(u"resourceVersion"_s);
    if (!wanted.isEmpty() && wanted != u"0") {
        call.refuse(Refusal::badRequest(u"specifying resource version is not allowed when using continue"_s));
        return std::nullopt;
    }
    after = token->after;
    if (token->revision < 0)
        return objects.list(call.resource->type, call.info.ns);
    revision = quint64(token->revision);
    auto past = objects.listAt(call.resource->type, call.info.ns, revision);
    if (!past)
        call.refuse(staleToken(after));
    return past;
}

void Reader::waitForRevision(const Call& call, quint64 wanted)
{
    m_wall.after(freshnessWait, [this, call, wanted] {
        if (m_world.objects.revision() >= wanted)
            list(call);
        else
            call.refuse(tooNew(wanted, m_world.objects.revision()));
    });
}

Reader::Page Reader::pageOf(const Call& call, const Selection& selection, std::vector<Snapshot> objects,
                            quint64 revision, const QString& after) const
{
    Page page;
    page.revision = revision;
    const auto limit = call.query.value(u"limit"_s).toLongLong();
    const auto resourceVersion = call.query.value(u"resourceVersion"_s);
    // A cache answers the oldest allowed revision whole, whatever the limit.
    const bool isPaged = limit > 0 && resourceVersion != u"0";
    auto next = objects.begin();
    if (!after.isEmpty())
        next = std::find_if(next, objects.end(), [&](const Snapshot& object) { return keyOf(*object) > after; });
    for (; next != objects.end() && (!isPaged || std::ssize(page.items) < limit); ++next) {
        if (selection.matches(**next))
            page.items.push_back(*next);
    }
    const bool isMore =
        std::any_of(next, objects.end(), [&](const Snapshot& object) { return selection.matches(*object); });
    page.metadata.insert(u"resourceVersion"_s, QString::number(revision));
    if (isMore)
        page.metadata.insert(u"continue"_s, Token{qint64(revision), keyOf(*page.items.back())}.text());
    if (isMore && selection.isEmpty())
        page.metadata.insert(u"remainingItemCount"_s, qint64(std::distance(next, objects.end())));
    return page;
}

void Reader::replyWithPage(const Call& call, Form form, const Page& page)
{
    const auto& resource = *call.resource;
    if (form == Form::Whole) {
        auto reply = Reply::json({});
        reply.body = "{\"apiVersion\":\"" + resource.apiVersion().toUtf8() + "\",\"items\":[";
        for (std::size_t i = 0; i < page.items.size(); ++i) {
            if (i > 0)
                reply.body += ',';
            reply.body += itemBytes(resource, *page.items[i]);
        }
        reply.body += "],\"kind\":\"" + resource.listKind.toUtf8() +
                      "\",\"metadata\":" + QJsonDocument(page.metadata).toJson(QJsonDocument::Compact) + "}\n";
        return call.answer(reply);
    }
    std::vector<QJsonObject> documents;
    for (const auto& item : page.items)
        documents.push_back(viewOf(resource, item->document()));
    if (form == Form::MetadataOnly)
        return call.reply(documents::metadataList(documents, page.metadata));
    const auto rowObject = documents::rowObjectOf(call.query.value(u"includeObject"_s));
    if (!rowObject)
        return call.refuse(rowObject.refusal());
    call.reply(documents::table(m_kinds.of(*call.resource), documents, page.metadata, *rowObject,
                                documents::Columns::Told, dateTime(m_world.clock.now())));
}

} // namespace sim
