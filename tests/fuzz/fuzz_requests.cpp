#include "tests/fuzz/input.h"

#include "core/sim/api/api.h"
#include "core/sim/api/bootstrap.h"
#include "core/sim/api/registry.h"
#include "core/sim/api/serverrequest.h"

#include <QJsonDocument>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr sim::Instant start{std::chrono::sys_days(std::chrono::year(2026) / 1 / 2)};
constexpr int mostRequests = 8;
constexpr std::uint32_t headerLimit = 64 * 1024;

/// Takes a stream and keeps nothing of it.
class NoSink : public sim::Sink
{
public:
    void write(const QByteArray& bytes) override { fuzz::promise(m_isOpen && !bytes.isNull()); }
    void end() override
    {
        fuzz::promise(m_isOpen);
        m_isOpen = false;
    }
    bool isOpen() const override { return m_isOpen; }

private:
    bool m_isOpen = true;
};

/// An API server as the practice cluster has it, with an administrator.
struct Server
{
    Server()
        : world(start, 1)
        , wall(start)
        , api(world, wall)
        , registry(world, api.kinds())
    {
        sim::bootstrap(world, sim::documents::OperatorRelease::V1_15, u"default"_s);
        api.users().add("admin", sim::adminUser());
    }

    void answer(sim::Request request)
    {
        if (sim::header(request.headers, "Authorization").isEmpty())
            request.headers.emplaceBack("Authorization", "Bearer admin");
        const auto answers = std::make_shared<int>(0);
        api.handle(request, [answers](const sim::Reply& reply) {
            fuzz::promise(++*answers == 1);
            fuzz::promise(reply.status >= 200 && reply.status < 600);
            if (sim::header(reply.headers, "Content-Type") == "application/json" && !reply.stream)
                fuzz::promise(QJsonDocument::fromJson(reply.body).isObject());
            if (reply.stream)
                reply.stream(std::make_shared<NoSink>());
        });
        // Some wait for a revision, at most so long.
        wall.advance(std::chrono::seconds(5));
        world.clock.advance(std::chrono::seconds(5));
        fuzz::promise(*answers == 1);
    }

    sim::World world;
    sim::Clock wall;
    sim::Api api;
    sim::Registry registry;
};

} // namespace

/// What comes over the wire, one request behind the other: each is answered once, with a status, and JSON is JSON.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    boost::asio::const_buffer rest(data, size);
    std::unique_ptr<Server> server;
    for (int i = 0; i < mostRequests && rest.size() > 0; ++i) {
        sim::WireParser parser;
        parser.eager(true);
        parser.header_limit(headerLimit);
        boost::beast::error_code error;
        rest += parser.put(rest, error);
        if (!error && !parser.is_done())
            parser.put_eof(error);
        if (error || !parser.is_done())
            return 0;
        if (!server)
            server = std::make_unique<Server>();
        server->answer(sim::requestOf(parser.get()));
    }
    return 0;
}
