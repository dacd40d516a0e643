#include "core/sim/practice/practice.h"
#include "app/cli/commands.h"
#include "app/cli/screen.h"
#include "app/cli/session.h"
#include "app/cli/stopsignal.h"
#include "core/base/visibletext.h"
#include "core/sim/api/api.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSocketNotifier>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <cmath>
#include <unistd.h>

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

/// "3:07": minutes and seconds of the cluster.
QString duration(sim::Duration duration)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration).count();
    return u"%1:%2"_s.arg(qint64(seconds / 60)).arg(qint64(seconds % 60), 2, 10, QLatin1Char('0'));
}

/// Tells what has changed since the last call, a line for each.
QStringList news(const sim::practice::Progress& before, const sim::practice::Progress& now)
{
    QStringList lines;
    const auto at = duration(now.now - now.begun);
    for (qsizetype i = 0; i < now.goals.size(); ++i) {
        const bool was = i < before.goals.size() && before.goals[i].isMet;
        if (now.goals[i].isMet != was)
            lines += was ? Text::tr("%1 Lost again: %2").arg(at, now.goals[i].text)
                         : Text::tr("%1 Reached: %2").arg(at, now.goals[i].text);
    }
    if (now.detected && !before.detected)
        lines += Text::tr("%1 Detected: somebody has set to work on what is affected.").arg(duration(*now.detected));
    if (now.recovered && !before.recovered)
        lines += Text::tr("%1 Recovered.").arg(duration(*now.recovered));
    return lines;
}

/// A practice cluster that ends with the session, and takes its kubeconfig along: the token in it is worth nothing
/// then.
class Serving : public QObject
{
public:
    Serving(Session& session, const sim::HostOptions& options, const QString& scenario)
        : practice(options, scenario)
        , m_session(session)
        , m_progress(practice.progress())
    {
        practice.setListener([this](const sim::practice::Progress& progress) {
            QMetaObject::invokeMethod(this, [this, progress] { show(progress); });
        });
    }
    ~Serving() override
    {
        practice.setListener({});
        if (isOwn(m_kubeconfig))
            QFile::remove(m_kubeconfig);
    }

    /// Writes it where nothing is, or what another session has left; what went wrong, in words.
    std::optional<QString> writeKubeconfig(const QString& path)
    {
        if (QFileInfo::exists(path) && !isOwn(path))
            return Text::tr("there is a file already, and it is no kubeconfig of a practice cluster");
        if (const auto problem = sim::writeKubeconfig(path, practice.host().kubeconfig()))
            return base::visibleText(*problem);
        m_kubeconfig = path;
        return std::nullopt;
    }
    /// What the one on call hears; then a hint for each line that is read, if somebody sits at the terminal.
    void tellStory(const sim::practice::Scenario& scenario)
    {
        m_scenario = scenario;
        if (scenario.hints.isEmpty())
            return;
        m_session.tell(u"\n"_s + scenario.title + u"\n\n"_s + scenario.story + u'\n');
        if (::isatty(STDIN_FILENO) == 0)
            return;
        m_session.tell(Text::tr("Press Enter for a hint."));
        m_lines = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
        connect(m_lines.get(), &QSocketNotifier::activated, this, &Serving::readLine);
    }
    /// What it was, and what was to be done; once.
    void tellDebrief()
    {
        if (m_isTold || m_scenario.hints.isEmpty())
            return;
        m_isTold = true;
        const auto debrief = practice.debrief();
        m_session.tell(u"\n"_s + Text::tr("What it was: %1").arg(debrief.cause));
        m_session.tell(Text::tr("What was to be done: %1").arg(debrief.cure));
        m_session.tell(Text::tr("Detected after %1, recovered after %2, hints taken: %3.")
                           .arg(m_progress.detected ? duration(*m_progress.detected) : u"–"_s,
                                m_progress.recovered ? duration(*m_progress.recovered) : u"–"_s)
                           .arg(m_progress.hintsTaken));
    }

    sim::practice::Practice practice;
    StopSignal stop;

private:
    static bool isOwn(const QString& path)
    {
        QFile file(path);
        return !path.isEmpty() && file.open(QIODevice::ReadOnly) && sim::isPracticeKubeconfig(file.read(4096));
    }

    void readLine()
    {
        std::array<char, 256> line{};
        if (::read(STDIN_FILENO, line.data(), line.size()) <= 0) {
            m_lines->setEnabled(false);
            return;
        }
        const int hint = practice.takeHint();
        m_session.tell(
            hint < 0
                ? Text::tr("There is no hint left.")
                : Text::tr("Hint %1 of %2: %3").arg(hint + 1).arg(m_scenario.hints.size()).arg(m_scenario.hints[hint]));
    }

    void show(const sim::practice::Progress& progress)
    {
        const auto lines = news(m_progress, progress);
        for (const auto& line : lines)
            m_session.tell(line);
        const bool isRecovered = progress.recovered && !m_progress.recovered;
        m_progress = progress;
        if (isRecovered)
            tellDebrief();
    }

    Session& m_session;
    sim::practice::Progress m_progress;
    sim::practice::Scenario m_scenario;
    QString m_kubeconfig;
    std::unique_ptr<QSocketNotifier> m_lines;
    bool m_isTold = false;
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

void listScenarios(Session& session)
{
    const auto scenarios = sim::practice::scenarios();
    QJsonArray items;
    for (const auto& scenario : scenarios)
        items.append(QJsonObject{{u"name"_s, scenario.name},
                                 {u"title"_s, scenario.title},
                                 {u"story"_s, scenario.story},
                                 {u"hints"_s, QJsonArray::fromStringList(scenario.hints)},
                                 {u"difficulty"_s, scenario.difficulty}});
    session.answer({{u"kind"_s, u"ScenarioList"_s}, {u"items"_s, items}}, [&] {
        Table table({Text::tr("Name"), Text::tr("Difficulty"), Text::tr("Title")});
        for (const auto& scenario : scenarios)
            table.add({scenario.name, QString::number(scenario.difficulty), scenario.title});
        return table.text(session.colors());
    });
}

/// The scenario that was asked for; nothing: there is none such, and the session has failed.
std::optional<sim::practice::Scenario> scenarioOf(Session& session)
{
    const auto name =
        session.invocation().has(u"scenario"_s) ? session.invocation().value(u"scenario"_s) : u"company"_s;
    const auto scenarios = sim::practice::scenarios();
    const auto found = std::ranges::find(scenarios, name, &sim::practice::Scenario::name);
    if (found != scenarios.end())
        return *found;
    session.fail(ExitCode::Usage,
                 Text::tr("There is no scenario '%1'. See \"dreyctl practice list\".").arg(base::visibleText(name)));
    return std::nullopt;
}

void serve(Session& session)
{
    const auto options = optionsOf(session);
    const auto scenario = options ? scenarioOf(session) : std::nullopt;
    if (!scenario)
        return;
    const auto serving = std::make_shared<Serving>(session, *options, scenario->name);
    if (!serving->practice.problem().isEmpty()) {
        session.fail(ExitCode::Failed,
                     Text::tr("The practice cluster cannot listen on port %1: %2")
                         .arg(QString::number(options->port), base::visibleText(serving->practice.problem())));
        return;
    }
    auto& host = serving->practice.host();
    const auto named = session.invocation().value(u"kubeconfig-out"_s);
    const auto path = named.isEmpty() ? usualPath(host) : QFileInfo(named).absoluteFilePath();
    if (const auto problem = serving->writeKubeconfig(path)) {
        session.fail(ExitCode::Failed, Text::tr("'%1' cannot be written: %2").arg(base::visibleText(path), *problem));
        return;
    }
    session.keep(serving);
    session.whenTimeIsUp([] {});
    QObject::connect(&serving->stop, &StopSignal::received, &session, [&session, serving = serving.get()] {
        serving->tellDebrief();
        session.print({});
    });
    const QJsonObject line{{u"kind"_s, u"Practice"_s},
                           {u"server"_s, host.server()},
                           {u"kubeconfig"_s, path},
                           {u"namespaces"_s, namespacesOf(host)},
                           {u"seed"_s, qint64(options->seed)}};
    session.say(QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)) + u'\n');
    serving->tellStory(*scenario);
}

} // namespace

void practice(Session& session)
{
    if (session.invocation().arguments.value(0) == u"list")
        listScenarios(session);
    else
        serve(session);
}

} // namespace cli
