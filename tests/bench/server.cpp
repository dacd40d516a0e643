// The server of the benchmarks: speaks enough of the Kubernetes API over HTTPS (HTTP/1.1) for kubectl and Drey to list,
// watch and follow logs, from memory, a thread a connection. It must never be what is measured: "drey-bench" states its
// own speed.
#include "tests/bench/objects.h"

#include <openssl/ssl.h>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <utility>

namespace {

using Clock = std::chrono::steady_clock;

struct Options
{
    int objects = 10'000;
    std::string shape, certificate, key;
    int lifetimeSeconds = 300;
};

// Set by a POST to /bench/…: what running watches and log streams send each second; 0: as fast as the receiver reads.
std::atomic<int> watchRate{-1};
std::atomic<int> logRate{-1};
std::atomic<std::uint64_t> version{1000};
std::atomic<std::uint64_t> eventsSent{0};

// Of FlinkDeployment, as its definition lists them.
constexpr std::string_view columns =
    R"([{"name":"Name","type":"string","format":"name"},{"name":"Job Status","type":"string"},)"
    R"({"name":"Lifecycle State","type":"string"}])";

std::int64_t epochMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

struct Request
{
    std::string method, path, query, accept;

    bool asks(std::string_view part) const { return query.find(part) != std::string::npos; }
    int number(std::string_view name, int otherwise) const
    {
        const std::size_t at = query.find(name);
        return at == std::string::npos ? otherwise : std::atoi(query.c_str() + at + name.size());
    }
};

class Connection
{
public:
    Connection(SSL* ssl, const bench::Objects& objects)
        : m_ssl(ssl)
        , m_objects(objects)
    {
    }

    void serve()
    {
        Request request;
        while (read(request))
            answer(request);
    }

private:
    bool read(Request& request)
    {
        std::size_t end = std::string::npos;
        while ((end = m_input.find("\r\n\r\n")) == std::string::npos) {
            char buffer[4096];
            const int got = SSL_read(m_ssl, buffer, sizeof buffer);
            if (got <= 0)
                return false;
            m_input.append(buffer, static_cast<std::size_t>(got));
        }
        const std::string head = m_input.substr(0, end + 2);
        const std::size_t body = contentLength(head);
        while (m_input.size() < end + 4 + body) {
            char buffer[4096];
            const int got = SSL_read(m_ssl, buffer, sizeof buffer);
            if (got <= 0)
                return false;
            m_input.append(buffer, static_cast<std::size_t>(got));
        }
        m_input.erase(0, end + 4 + body);

        const std::size_t space = head.find(' ');
        const std::size_t second = head.find(' ', space + 1);
        request.method = head.substr(0, space);
        const std::string target = head.substr(space + 1, second - space - 1);
        const std::size_t question = target.find('?');
        request.path = target.substr(0, question);
        request.query = question == std::string::npos ? "" : target.substr(question + 1);
        request.accept = header(head, "accept");
        return true;
    }

    static std::string header(const std::string& head, std::string_view name)
    {
        std::size_t at = head.find("\r\n");
        while (at != std::string::npos && at + 2 < head.size()) {
            const std::size_t start = at + 2;
            if (strncasecmp(head.c_str() + start, name.data(), name.size()) == 0 && head[start + name.size()] == ':')
                return head.substr(start + name.size() + 1, head.find("\r\n", start) - start - name.size() - 1);
            at = head.find("\r\n", start);
        }
        return {};
    }

    static std::size_t contentLength(const std::string& head)
    {
        return static_cast<std::size_t>(std::atol(header(head, "content-length").c_str()));
    }

    bool write(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const int sent =
                SSL_write(m_ssl, bytes.data(), static_cast<int>(std::min<std::size_t>(bytes.size(), 1 << 20)));
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    bool reply(std::string_view body, std::string_view type = "application/json", std::string_view status = "200 OK")
    {
        std::string head = "HTTP/1.1 " + std::string(status) + "\r\nContent-Type: " + std::string(type) +
                           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n";
        return write(head) && write(body);
    }

    bool startStream(std::string_view type)
    {
        return write("HTTP/1.1 200 OK\r\nContent-Type: " + std::string(type) +
                     "\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    bool chunk(const std::string& bytes)
    {
        char size[24];
        std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
        return write(size) && write(bytes) && write("\r\n");
    }

    void answer(const Request& request)
    {
        const std::string& path = request.path;
        if (path.starts_with("/bench/"))
            control(request);
        else if (path == "/version")
            reply(R"({"major":"1","minor":"33","gitVersion":"v1.33.0"})");
        else if (path == "/livez" || path == "/readyz")
            reply("ok", "text/plain");
        else if (path == "/api")
            reply(R"({"kind":"APIVersions","versions":["v1"]})");
        else if (path == "/apis")
            reply(
                R"({"kind":"APIGroupList","apiVersion":"v1","groups":[{"name":"flink.apache.org","versions":[{"groupVersion":)"
                R"("flink.apache.org/v1beta1","version":"v1beta1"}],"preferredVersion":{"groupVersion":"flink.apache.org/v1beta1",)"
                R"("version":"v1beta1"}}]})");
        else if (path == "/api/v1")
            reply(
                R"({"kind":"APIResourceList","groupVersion":"v1","resources":[{"name":"pods","singularName":"pod","namespaced":true,)"
                R"("kind":"Pod","verbs":["get","list","watch"]},{"name":"pods/log","namespaced":true,"kind":"Pod","verbs":["get"]}]})");
        else if (path == "/apis/flink.apache.org/v1beta1")
            reply(
                R"({"kind":"APIResourceList","apiVersion":"v1","groupVersion":"flink.apache.org/v1beta1","resources":[{"name":)"
                R"("flinkdeployments","singularName":"flinkdeployment","namespaced":true,"kind":"FlinkDeployment","verbs":)"
                R"(["get","list","watch"],"shortNames":["flinkdep"]}]})");
        else if (path.find("selfsubjectaccessreviews") != std::string::npos)
            reply(R"({"kind":"SelfSubjectAccessReview","status":{"allowed":true}})", "application/json", "201 Created");
        else if (path.ends_with("/log"))
            log(request);
        else if (request.asks("watch=true") || request.asks("watch=1"))
            watch(request);
        else if (path.ends_with("/flinkdeployments"))
            list(request);
        else
            reply(R"({"kind":"List","apiVersion":"v1","metadata":{"resourceVersion":"1000"},"items":[]})");
    }

    void control(const Request& request)
    {
        const std::size_t slash = request.path.rfind('/');
        const int value = std::atoi(request.path.c_str() + slash + 1);
        if (request.path.starts_with("/bench/watch-rate/"))
            watchRate = value;
        else if (request.path.starts_with("/bench/log-rate/"))
            logRate = value;
        reply(R"({"eventsSent":)" + std::to_string(eventsSent.load()) + "}");
    }

    // A page is written before it is asked for, so that its making is not measured: whoever has got one asks for the
    // next.
    struct Page
    {
        int from = 0, limit = 0;
        bool table = false;

        friend bool operator==(const Page&, const Page&) = default;
    };

    void list(const Request& request)
    {
        const Page wanted{request.number("continue=", 0), std::max(1, request.number("limit=", m_objects.count())),
                          request.accept.find("as=Table") != std::string::npos};
        if (m_prepared != wanted)
            prepare(wanted);
        reply(m_body);
        if (wanted.from + wanted.limit < m_objects.count())
            prepare({wanted.from + wanted.limit, wanted.limit, wanted.table});
    }

    void prepare(const Page& page)
    {
        m_prepared = page;
        const int to = std::min(m_objects.count(), page.from + page.limit);
        const std::string position = R"("metadata":{"resourceVersion":"1000","continue":")" +
                                     (to < m_objects.count() ? std::to_string(to) : std::string()) + R"("})";
        m_body.clear();
        if (page.table)
            m_body += R"({"kind":"Table","apiVersion":"meta.k8s.io/v1",)" + position + R"(,"columnDefinitions":)" +
                      std::string(columns) + R"(,"rows":[)";
        else
            m_body += R"({"apiVersion":"flink.apache.org/v1beta1","items":[)";
        for (int index = page.from; index < to; ++index) {
            if (index > page.from)
                m_body += ',';
            (page.table ? m_objects.row() : m_objects.object()).append(m_body, index, 1000, epochMs());
        }
        m_body += page.table ? "]}" : "],\"kind\":\"FlinkDeploymentList\"," + position + "}";
    }

    // Sends `send(count)` items a tick so that `rate` a second go out; stops when the receiver is gone or the rate
    // negative again.
    void atRate(const std::atomic<int>& rate, const std::function<bool(int)>& send)
    {
        auto last = Clock::now();
        double owed = 0;
        while (true) {
            const int wanted = rate;
            if (wanted == 0) {
                if (!send(50))
                    return;
                continue;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(wanted > 0 ? 2 : 20));
            const auto now = Clock::now();
            if (wanted > 0)
                owed += std::chrono::duration<double>(now - last).count() * wanted;
            last = now;
            if (owed >= 1) {
                const int count = static_cast<int>(std::min(owed, 1000.0));
                if (!send(count))
                    return;
                owed -= count;
            } else if (wanted < 0 && SSL_pending(m_ssl) == 0 && closedByPeer()) {
                return;
            }
        }
    }

    bool closedByPeer() const
    {
        char byte = 0;
        return recv(SSL_get_fd(m_ssl), &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
    }

    void watch(const Request& request)
    {
        if (!startStream("application/json"))
            return;
        if (!request.path.ends_with("/flinkdeployments")) {
            const std::atomic<int> never{-1};
            return atRate(never, [](int) { return true; });
        }
        const bool table = request.accept.find("as=Table") != std::string::npos;
        int next = 0;
        bool first = true;
        std::string out;
        atRate(watchRate, [&](int count) {
            out.clear();
            for (int i = 0; i < count; ++i) {
                out += R"({"type":"MODIFIED","object":)";
                const std::uint64_t now = ++version;
                if (table) {
                    // Only the first event of a watch says the columns.
                    out += R"({"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":")" +
                           std::to_string(now) + R"("},"columnDefinitions":)";
                    out += std::exchange(first, false) ? columns : "null";
                    out += R"(,"rows":[)";
                    m_objects.row().append(out, next, now, epochMs());
                    out += "]}";
                } else {
                    m_objects.object().append(out, next, now, epochMs());
                }
                out += "}\n";
                next = (next + 1) % m_objects.count();
            }
            eventsSent += static_cast<std::uint64_t>(count);
            return chunk(out);
        });
    }

    void log(const Request&)
    {
        if (!startStream("text/plain"))
            return;
        std::uint64_t number = 0;
        std::string out;
        atRate(logRate, [&](int count) {
            out.clear();
            char stamp[48];
            const auto now = std::chrono::system_clock::now();
            const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
            std::tm utc{};
            gmtime_r(&seconds, &utc);
            const std::size_t length = std::strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%S", &utc);
            for (int i = 0; i < count; ++i) {
                char line[160];
                const int size = std::snprintf(
                    line, sizeof line, "%.*s.%09lluZ INFO  org.apache.flink.runtime.checkpoint - line %llu\n",
                    static_cast<int>(length), stamp, static_cast<unsigned long long>(number % 1'000'000'000),
                    static_cast<unsigned long long>(number));
                ++number;
                out.append(line, static_cast<std::size_t>(size));
            }
            return chunk(out);
        });
    }

    SSL* m_ssl;
    const bench::Objects& m_objects;
    std::string m_input;
    std::string m_body; ///< of the page that is prepared; keeps its memory from page to page
    Page m_prepared;
};

int listenOnLoopback(std::uint16_t& port)
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(listener, 64) != 0 ||
        getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        return -1;
    port = ntohs(address.sin_port);
    return listener;
}

void serveConnection(SSL_CTX* context, int socket, const bench::Objects& objects)
{
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    SSL* ssl = SSL_new(context);
    SSL_set_fd(ssl, socket);
    if (SSL_accept(ssl) == 1)
        Connection(ssl, objects).serve();
    SSL_free(ssl);
    close(socket);
}

Options parse(int argc, char* argv[])
{
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        if (name == "--objects")
            options.objects = std::atoi(argv[i + 1]);
        else if (name == "--shape")
            options.shape = argv[i + 1];
        else if (name == "--cert")
            options.certificate = argv[i + 1];
        else if (name == "--key")
            options.key = argv[i + 1];
        else if (name == "--lifetime")
            options.lifetimeSeconds = std::atoi(argv[i + 1]);
    }
    return options;
}

} // namespace

int main(int argc, char* argv[])
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::signal(SIGPIPE, SIG_IGN);
    const Options options = parse(argc, argv);
    alarm(static_cast<unsigned>(options.lifetimeSeconds));

    std::ifstream file(options.shape);
    const std::string shape((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    SSL_CTX* context = SSL_CTX_new(TLS_server_method());
    std::uint16_t port = 0;
    const int listener = listenOnLoopback(port);
    if (shape.empty() || listener < 0 ||
        SSL_CTX_use_certificate_chain_file(context, options.certificate.c_str()) != 1 ||
        SSL_CTX_use_PrivateKey_file(context, options.key.c_str(), SSL_FILETYPE_PEM) != 1) {
        std::fprintf(stderr, "drey-bench-server: needs --shape, --cert and --key\n");
        return 2;
    }
    const bench::Objects objects(shape, options.objects);
    std::printf("%u\n", static_cast<unsigned>(port));
    std::fflush(stdout);
    while (true) {
        const int socket = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket >= 0)
            std::thread(serveConnection, context, socket, std::cref(objects)).detach();
    }
}
