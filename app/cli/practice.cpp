#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "app/cli/stopsignal.h"
#include "core/base/visibletext.h"
#include "core/sim/api/api.h"
#include "core/sim/api/host.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

#include <cmath>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

constexpr double fastest = 1000;

/// The value of an option that is a number from 0 to `most`; nothing: the session has failed.
template <typename Number>
std::optional<Number> number(Session& session, const QString& option, Number otherwise, Number most)
{
    if (!session.invocation().has(option))
        return otherwise;
    const auto text = session.invocation().value(option);
    bool isNumber = false;
    const auto value = text.toDouble(&isNumber);
    const bool isWhole = std::is_floating_point_v<Number> || value == std::floor(value);
    if (isNumber && isWhole && value >= 0 && value <= double(most))
        return Number(value);
    session.fail(ExitCode::Usage, Text::tr("'%1' is no value for '--%2'.").arg(text, option));
    return std::nullopt;
}

sim::documents::OperatorRelease release(const QString& version)
{
    using sim::documents::OperatorRelease;
    if (version == u"1.7")
        return OperatorRelease::V1_7;
    if (version == u"1.12")
        return OperatorRelease::V1_12;
    return version == u"1.16" ? OperatorRelease::V1_16 : OperatorRelease::V1_15;
}

std::optional<sim::HostOptions> optionsOf(Session& session)
{
    sim::HostOptions options;
    const auto port = number<int>(session, u"port"_s, 0, 65535);
    // What a double counts exactly.
    const auto seed = port ? number<qint64>(session, u"seed"_s, 1, Q_INT64_C(1) << 53) : std::nullopt;
    const auto speed = seed ? number<double>(session, u"speed"_s, 1, fastest) : std::nullopt;
    if (!speed)
        return std::nullopt;
    options.port = *port;
    options.seed = quint64(*seed);
    options.speed = *speed;
    options.release = release(session.invocation().value(u"operator-version"_s));
    return options;
}

/// Where the kubeconfig goes when nobody says: a folder of the user's own that is emptied with the session.
QString usualPath(const sim::Host& host)
{
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const auto name = u"drey-practice-%1.kubeconfig"_s.arg(QUrl(host.server()).port());
    return QDir(folder.isEmpty() ? QDir::tempPath() : folder).filePath(name);
}

/// A practice cluster that ends with the session, and takes its kubeconfig along: the token in it is worth nothing
/// then.
class Serving
{
public:
    explicit Serving(const sim::HostOptions& options)
        : host(options)
    {
    }
    ~Serving() { QFile::remove(kubeconfig); }
    Serving(const Serving&) = delete;
    Serving& operator=(const Serving&) = delete;

    sim::Host host;
    QString kubeconfig;
    StopSignal stop;
};

QJsonArray namespacesOf(sim::Host& host)
{
    QJsonArray names;
    host.run([&](sim::World& world, sim::Api&) {
        for (const auto& ns : world.objects.list(sim::type::namespaces))
            names.append(ns->name());
    });
    return names;
}

} // namespace

void practice(Session& session)
{
    const auto options = optionsOf(session);
    if (!options)
        return;
    const auto serving = std::make_shared<Serving>(*options);
    auto& host = serving->host;
    if (!host.problem().isEmpty()) {
        session.fail(ExitCode::Failed, Text::tr("The practice cluster cannot listen on port %1: %2")
                                           .arg(QString::number(options->port), base::visibleText(host.problem())));
        return;
    }
    const auto named = session.invocation().value(u"kubeconfig-out"_s);
    const auto path = named.isEmpty() ? usualPath(host) : QFileInfo(named).absoluteFilePath();
    if (const auto problem = sim::writeKubeconfig(path, host.kubeconfig())) {
        session.fail(ExitCode::Failed,
                     Text::tr("'%1' cannot be written: %2").arg(base::visibleText(path), base::visibleText(*problem)));
        return;
    }
    serving->kubeconfig = path;
    session.keep(serving);
    session.whenTimeIsUp([] {});
    QObject::connect(&serving->stop, &StopSignal::received, &session, [&session] { session.print({}); });
    const QJsonObject line{{u"kind"_s, u"Practice"_s},
                           {u"server"_s, host.server()},
                           {u"kubeconfig"_s, path},
                           {u"namespaces"_s, namespacesOf(host)},
                           {u"seed"_s, qint64(options->seed)}};
    session.say(QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)) + u'\n');
}

} // namespace cli
