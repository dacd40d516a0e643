#include "core/http/client.h"
#include "tests/support/byteserver.h"
#include "tests/support/httpprobes.h"
#include "tests/support/hygiene.h"

#include <atomic>
#include <cstring>

#include <dlfcn.h>
#include <netdb.h>

using namespace Qt::StringLiterals;
using support::Exchange;
using support::readOf;
using support::Received;

namespace {

constexpr const char* nameUnderTest = "cluster.drey-test.example";

std::atomic<const char*> knownAs = nullptr; ///< the address of the name; null: there is no such name
std::atomic<int> lookUps = 0;

} // namespace

/// The name service of this program: one name is ours, the others are the system's. Qt asks from another thread.
extern "C" Q_DECL_EXPORT int getaddrinfo(const char* name, const char* service, const addrinfo* hints,
                                         addrinfo** result)
{
    using Function = int (*)(const char*, const char*, const addrinfo*, addrinfo**);
    static const auto system = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "getaddrinfo"));
    if (!name || std::strcmp(name, nameUnderTest) != 0)
        return system(name, service, hints, result);
    ++lookUps;
    const char* address = knownAs;
    return address ? system(address, service, hints, result) : EAI_NONAME;
}

/// Names that cannot be found, and can be later.
class HttpNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { support::keepClean(); }

    void case28_reachesAHostWhoseNameIsFoundLater();
};

void HttpNamesTest::case28_reachesAHostWhoseNameIsFoundLater()
{
    support::ByteServer server;
    server.onRequest([](Exchange& exchange) { exchange.reply(200, "here"); });
    QVERIFY(server.listen());
    http::Target target = support::targetOf(server);
    target.base.setHost(QString::fromLatin1(nameUnderTest));
    http::Client client(target, nullptr);
    for (int i = 0; i < 2; ++i) {
        Received lost(client, readOf(u"/"_s));
        QTRY_VERIFY(lost.isDone());
        QVERIFY(!lost.succeeded());
        QCOMPARE(lost.error().kind, base::Error::Kind::Network);
        QVERIFY2(lost.error().message.contains(QLatin1StringView(nameUnderTest)), lost.problem());
    }
    QVERIFY(lookUps > 0);
    QCOMPARE(server.connections(), 0);

    knownAs = "127.0.0.1";
    Received found(client, readOf(u"/"_s));
    QTRY_VERIFY(found.isDone());
    QVERIFY2(found.succeeded(), found.problem());
    QCOMPARE(found.answer().body, "here");
}

QTEST_GUILESS_MAIN(HttpNamesTest)
#include "tst_httpnames.moc"
