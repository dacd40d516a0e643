#include "core/sim/api/api.h"
#include "core/sim/api/host.h"
#include "core/sim/practice/practice.h"
#include "core/sim/world/path.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace {

constexpr int deployments = 10'000;
constexpr int changes = 25'000;
const QString path = u"/apis/flink.apache.org/v1beta1/flinkdeployments"_s;

std::unique_ptr<QNetworkReply> get(QNetworkAccessManager& manager, const sim::Host& host, const QString& target)
{
    QNetworkRequest request(QUrl(host.server() + target));
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromData(host.authority()));
    request.setSslConfiguration(tls);
    request.setRawHeader("Authorization", "Bearer " + host.adminToken());
    request.setRawHeader("Accept-Encoding", "identity");
    return std::unique_ptr<QNetworkReply>(manager.get(request));
}

QByteArray whole(QNetworkReply& reply)
{
    QEventLoop loop;
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply.isFinished())
        loop.exec();
    return reply.readAll();
}

double processorMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1e6;
}

void fill(sim::World& world, const QByteArray& model)
{
    auto bytes = model;
    auto document = QJsonDocument::fromJson(bytes.replace("@NOW@", "1767225600000")).object();
    const auto status = document.value(u"status");
    if (!status.isObject())
        qFatal("the model of a deployment makes no sense");
    sim::put(document, {u"metadata", u"namespace"}, u"default"_s);
    for (int i = 0; i < deployments; ++i) {
        sim::put(document, {u"metadata", u"name"}, u"orders-%1"_s.arg(i));
        if (const auto made = world.objects.create(sim::type::flinkDeployments, document); !made)
            qFatal("%s", qPrintable(made.refusal().message));
        const auto told =
            world.objects.change(sim::type::flinkDeployments, u"default"_s, u"orders-%1"_s.arg(i), sim::Part::Status,
                                 [&](QJsonObject& made) { made.insert(u"status"_s, status); });
        if (!told)
            qFatal("%s", qPrintable(told.refusal().message));
    }
}

void measureStart()
{
    QList<qint64> times;
    for (int i = 0; i < 9; ++i) {
        QElapsedTimer timer;
        timer.start();
        const sim::Host host(sim::HostOptions{});
        QNetworkAccessManager manager;
        whole(*get(manager, host, u"/readyz"_s));
        times += timer.elapsed();
    }
    std::sort(times.begin(), times.end());
    std::printf("start to first answer: median %lld ms, worst %lld ms (goal 200)\n", times[4], times.last());
}

/// The whole fleet with its past, until a client has read it.
void measureCompany()
{
    QList<qint64> times;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        sim::practice::Practice practice(sim::HostOptions{}, u"company"_s);
        QNetworkAccessManager manager;
        const auto body = whole(*get(manager, practice.host(), path));
        times += timer.elapsed();
        if (!body.contains("payment-authorize"))
            qFatal("the company has no fleet");
    }
    std::sort(times.begin(), times.end());
    std::printf("start to the company's fleet: median %lld ms, worst %lld ms\n", times[2], times.last());
}

void measureList(sim::Host& host)
{
    QNetworkAccessManager manager;
    for (const auto round : {"first", "second"}) {
        QElapsedTimer timer;
        timer.start();
        const auto body = whole(*get(manager, host, path));
        std::printf("%d FlinkDeployments in one list, %s time: %lld ms, %.1f MB\n", deployments, round, timer.elapsed(),
                    double(body.size()) / 1e6);
    }
}

/// As many changes of a status as the thread can make while one client watches.
void measureWatch(sim::Host& host)
{
    QNetworkAccessManager manager;
    const auto watch = get(manager, host, path + u"?watch=true&resourceVersion=999999999"_s);
    qint64 lines = 0;
    QEventLoop loop;
    QObject::connect(watch.get(), &QNetworkReply::readyRead, &loop, [&] {
        lines += watch->readAll().count('\n');
        if (lines >= changes)
            loop.quit();
    });
    QTimer::singleShot(300, &loop, &QEventLoop::quit);
    loop.exec();
    QElapsedTimer timer;
    timer.start();
    double busy = 0;
    // In bursts, so that the thread comes to writing what it has to say.
    for (int burst = 0; burst < changes / 100; ++burst) {
        host.post([burst, &busy](sim::World& world, sim::Api&) {
            const auto before = processorMs();
            for (int i = burst * 100; i < burst * 100 + 100; ++i) {
                const auto changed = world.objects.change(
                    sim::type::flinkDeployments, u"default"_s, u"orders-%1"_s.arg(i % deployments), sim::Part::Status,
                    [i](QJsonObject& document) {
                        sim::put(document, {u"status", u"jobStatus", u"updateTime"}, QString::number(i));
                    });
                if (!changed)
                    qFatal("%s", qPrintable(changed.refusal().message));
            }
            busy += processorMs() - before;
        });
    }
    if (lines < changes)
        loop.exec();
    const auto elapsed = std::max<qint64>(1, timer.elapsed());
    std::printf("%d watch events to one client: %lld ms, %lld events/s (goal 5000), %.0f ms of it for making them\n",
                changes, elapsed, changes * 1000LL / elapsed, busy);
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    QFile model(QStringLiteral(DREY_BENCH_DEPLOYMENT));
    if (!model.open(QIODevice::ReadOnly))
        qFatal("the model of a deployment is missing");
    measureStart();
    measureCompany();
    sim::HostOptions options;
    options.limits.unsentBytes = 512 * 1024 * 1024;
    QElapsedTimer timer;
    timer.start();
    sim::Host host(options, [bytes = model.readAll()](sim::World& world, sim::Api&) { fill(world, bytes); });
    std::printf("%d FlinkDeployments made: %lld ms\n", deployments, timer.elapsed());
    measureList(host);
    measureWatch(host);
}
