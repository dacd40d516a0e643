#pragma once

#include "core/sim/world/log.h"
#include "core/sim/world/objects.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <map>

namespace sim {

/// Who asks, as authentication found out.
struct User
{
    QString name;
    QString uid = {};
    QStringList groups = {};

    friend bool operator==(const User&, const User&) = default;
};

/// Names are compared without case.
using Headers = QList<std::pair<QByteArray, QByteArray>>;
/// The first of that name; empty: there is none.
QByteArray header(const Headers& headers, QByteArrayView name);

/// A request of HTTP, as it reaches the one who answers.
struct Request
{
    QByteArray method = "GET";
    QString path;          ///< decoded, begins with a slash
    QByteArray query = {}; ///< as it came, without the question mark
    Headers headers = {};
    QByteArray body = {};
    User user = {};
};

/// Where an answer of open length goes. Whoever writes holds it; dropping it without end() cuts the connection.
class Sink
{
public:
    virtual ~Sink() = default;
    virtual void write(const QByteArray& bytes) = 0;
    virtual void end() = 0;
    /// The other side is still there.
    virtual bool isOpen() const = 0;
};

struct Reply
{
    int status = 200;
    Headers headers = {};
    QByteArray body = {};
    /// When set, the body comes through the sink, in pieces, after the headers.
    std::function<void(std::shared_ptr<Sink>)> stream = {};
    /// When set there is no answer at all: what a proxy says of the connection ("connect: connection refused").
    QString failure = {};

    static Reply json(const QJsonObject& document, int status = 200);
    static Reply text(const QByteArray& text, int status = 200);
    static Reply unreachable(const QString& why);
};

/// Takes one answer, at once or later by the Clock.
using Answer = std::function<void(Reply)>;
using Handler = std::function<void(const Request&, const Answer&)>;

struct ContainerUsage
{
    QString container;
    qint64 cpuNanoCores = 0;
    qint64 memoryBytes = 0;
};

/// What metrics.k8s.io says of a pod.
struct PodUsage
{
    Instant at;
    Duration window = std::chrono::seconds(15);
    QList<ContainerUsage> containers;
};

/// What runs in the pods: who answers on their ports, what they wrote, what they use.
class Services
{
public:
    using UsageSource = std::function<std::optional<PodUsage>(const QString& ns, const QString& pod)>;
    enum class Run { Current, Previous };

    explicit Services(const Objects& objects);

    /// The pod's condition Ready.
    static bool isReady(const QJsonObject& pod);
    /// Whether labels have all that a service's selector asks for; an empty one asks for nothing and gets nothing.
    static bool isChosen(const QJsonObject& labels, const QJsonObject& selector);
    /// The port of a container by name or number; 0: there is none.
    static int containerPort(const QJsonObject& pod, const QJsonValue& wanted);
    /// `handler` answers on a port of a pod, until the answer is dropped. The last one registered wins.
    Subscription serve(const QString& ns, const QString& pod, int port, Handler handler);

    /// The ways of services/proxy and pods/proxy. `port` is a number, a name, or empty where there is only one. The
    /// answer is called once, or never if the backend never answers. A service leads to one of the ready pods its
    /// selector chooses; a Refusal stands for what the API server itself says.
    std::optional<Refusal> callService(const QString& ns, const QString& service, const QString& port,
                                       const Request& request, const Answer& answer) const;
    std::optional<Refusal> callPod(const QString& ns, const QString& pod, const QString& port, const Request& request,
                                   const Answer& answer) const;

    /// What the container of that name writes, now or in the run before; null: forgets it.
    void setLog(const QString& ns, const QString& pod, const QString& container, Run run, std::shared_ptr<Log> log);
    /// Null: there is none.
    std::shared_ptr<Log> log(const QString& ns, const QString& pod, const QString& container, Run run) const;

    void setUsage(UsageSource source) { m_usage = std::move(source); }
    /// Nothing: nobody knows (yet).
    std::optional<PodUsage> usage(const QString& ns, const QString& pod) const;

private:
    struct Backend
    {
        Handler handler;
    };

    Snapshot endpoint(const Stored& service) const;
    void call(const Stored& pod, int port, const Request& request, const Answer& answer) const;

    const Objects& m_objects;
    std::map<QString, std::weak_ptr<const Backend>> m_backends;
    std::map<QString, std::shared_ptr<Log>> m_logs;
    UsageSource m_usage;
};

} // namespace sim
