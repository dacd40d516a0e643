#include "app/cli/verbs.h"

#include "app/cli/commands.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr std::array<Option, 17> global{{
    {"kubeconfig", 0, "FILE",
     QT_TRANSLATE_NOOP("cli::Verbs", "the only kubeconfig to read, instead of KUBECONFIG or ~/.kube/config")},
    {"context", 0, "NAME", QT_TRANSLATE_NOOP("cli::Verbs", "the context to use, instead of the current one")},
    {"namespace", 'n', "NS", QT_TRANSLATE_NOOP("cli::Verbs", "the namespace to look in, instead of the context's own")},
    {"all-namespaces", 'A', nullptr, QT_TRANSLATE_NOOP("cli::Verbs", "look in all namespaces")},
    {"endpoint", 0, "URL", QT_TRANSLATE_NOOP("cli::Verbs", "ask this Flink REST address instead of a context")},
    {"header", 0, "'NAME: VALUE'",
     QT_TRANSLATE_NOOP("cli::Verbs", "send this header to the endpoint; may be repeated")},
    {"cacert", 0, "FILE",
     QT_TRANSLATE_NOOP("cli::Verbs", "trust only these certificate authorities (PEM) at the endpoint")},
    {"cert", 0, "FILE", QT_TRANSLATE_NOOP("cli::Verbs", "client certificate (PEM) for the endpoint")},
    {"key", 0, "FILE", QT_TRANSLATE_NOOP("cli::Verbs", "private key (PEM) of the client certificate")},
    {"output", 'o', "FORMAT", QT_TRANSLATE_NOOP("cli::Verbs", "table, json or yaml"), "table json yaml"},
    {"lang", 0, "LANGUAGE", QT_TRANSLATE_NOOP("cli::Verbs", "en or ko, instead of the language of the environment"),
     "en ko"},
    {"no-color", 0, nullptr, QT_TRANSLATE_NOOP("cli::Verbs", "no colours, also on a terminal")},
    {"yes", 0, nullptr,
     QT_TRANSLATE_NOOP("cli::Verbs", "ask nothing and take yes for an answer; a protected context stays protected")},
    {"allow-exec", 0, nullptr,
     QT_TRANSLATE_NOOP("cli::Verbs", "let the kubeconfig's credential plugin run this time, without asking")},
    {"timeout", 0, "SECONDS", QT_TRANSLATE_NOOP("cli::Verbs", "give up after so long (exit code 3), 60 unless told")},
    {"help", 'h', nullptr, QT_TRANSLATE_NOOP("cli::Verbs", "explain the verb, with examples")},
    {"version", 0, nullptr, QT_TRANSLATE_NOOP("cli::Verbs", "print the version")},
}};

constexpr Option deploymentOption{
    "deployment", 0, "NAME",
    QT_TRANSLATE_NOOP("cli::Verbs", "the Flink cluster of this FlinkDeployment, through the API server")};

constexpr std::array<Option, 1> clusterOptions{{deploymentOption}};
constexpr std::array<Option, 2> checkpointOptions{
    {deploymentOption,
     {"since", 0, "AGE",
      QT_TRANSLATE_NOOP("cli::Verbs", "only checkpoints triggered in this time: 90s, 15m, 6h, 7d")}}};
constexpr std::array<Option, 2> graphOptions{
    {deploymentOption,
     {"output", 'o', "FORMAT", QT_TRANSLATE_NOOP("cli::Verbs", "table, json, yaml, or dot for Graphviz"),
      "table json yaml dot"}}};
constexpr std::array<Option, 1> getOptions{
    {{"ask", 0, nullptr,
      QT_TRANSLATE_NOOP("cli::Verbs",
                        "ask the Flink of each deployment and for its pods, too; always done for one NAME")}}};

constexpr std::array<Option, 6> lintOptions{
    {{"flink-version", 0, "VERSION",
      QT_TRANSLATE_NOOP("cli::Verbs",
                        "the Flink that is to read it, v1_20 or 1.20, instead of what each document says")},
     {"operator-version", 0, "VERSION",
      QT_TRANSLATE_NOOP("cli::Verbs", "the release of the Flink operator, 1.10 to 1.16, instead of the newest")},
     {"live", 0, nullptr,
      QT_TRANSLATE_NOOP("cli::Verbs",
                        "hold them against a cluster, too: its schemas, and what it runs under the same names")},
     {"fix", 0, nullptr,
      QT_TRANSLATE_NOOP("cli::Verbs", "write what can be mended without changing what it means into the files")},
     {"extract", 0, nullptr,
      QT_TRANSLATE_NOOP("cli::Verbs",
                        "look at the manifests and the Flink keys within pages of text, such as Markdown")},
     {"output", 'o', "FORMAT", QT_TRANSLATE_NOOP("cli::Verbs", "table, json, yaml or sarif"),
      "table json yaml sarif"}}};

constexpr Option mapOption{
    "map", 0, "FROM=TO",
    QT_TRANSLATE_NOOP("cli::Verbs",
                      "what was recorded below FROM, as s3://bucket/flink, lies in the folder TO; may be repeated")};

constexpr std::array<Option, 5> snapshotOptions{
    {deploymentOption,
     {"job", 0, "ID",
      QT_TRANSLATE_NOOP("cli::Verbs", "compare with this job, which --endpoint or --deployment tells of")},
     {"verify", 0, nullptr,
      QT_TRANSLATE_NOOP("cli::Verbs", "look for every file of an inspected snapshot, and at its length")},
     {"deep", 0, nullptr, QT_TRANSLATE_NOOP("cli::Verbs", "look into its files, too, for the names of keyed states")},
     mapOption}};

constexpr Option planOption{"plan", 0, nullptr,
                            QT_TRANSLATE_NOOP("cli::Verbs", "print preflight and steps, and change nothing")};
constexpr Option noWaitOption{
    "no-wait", 0, nullptr,
    QT_TRANSLATE_NOOP("cli::Verbs", "end when the first request was taken; 'dreyctl operations continue' follows it")};
constexpr Option protectedOption{
    "allow-protected", 0, "NAME",
    QT_TRANSLATE_NOOP("cli::Verbs", "send it although the context of this name, or the endpoint, is protected")};
constexpr Option stateDirOption{
    "state-dir", 0, "DIR", QT_TRANSLATE_NOOP("cli::Verbs", "keep the journal here, instead of $XDG_STATE_HOME/drey")};
constexpr Option sessionJobOption{"session-job", 0, nullptr,
                                  QT_TRANSLATE_NOOP("cli::Verbs", "NAME is a FlinkSessionJob")};
constexpr Option timeoutOption{
    "timeout", 0, "SECONDS",
    QT_TRANSLATE_NOOP("cli::Verbs",
                      "leave it as it is after so long (exit code 6); unless told it is followed to its end")};
constexpr Option settleOption{
    "settle", 0, "SECONDS",
    QT_TRANSLATE_NOOP("cli::Verbs", "it is done when the job has run so long without a restart, 60 unless told")};

constexpr Option directoryOption{
    "to-directory", 0, "DIR",
    QT_TRANSLATE_NOOP("cli::Verbs", "where the savepoint goes, at an endpoint; instead of the configured directory")};

constexpr Option drainOption{
    "drain", 0, nullptr,
    QT_TRANSLATE_NOOP("cli::Verbs",
                      "let it work off what it has; it is not to be resumed from that savepoint (suspend: only at an "
                      "endpoint)")};

constexpr std::array<Option, 3> operationsOptions{{timeoutOption, protectedOption, stateDirOption}};
constexpr std::array<Option, 7> plainOptions{
    {timeoutOption, planOption, noWaitOption, protectedOption, stateDirOption, sessionJobOption, settleOption}};
constexpr Option formatOption{"format", 0, "FORMAT",
                              QT_TRANSLATE_NOOP("cli::Verbs", "canonical or native, instead of the configured one"),
                              "canonical native"};
constexpr std::array<Option, 8> savepointOptions{{timeoutOption, planOption, noWaitOption, protectedOption,
                                                  stateDirOption, sessionJobOption, directoryOption, formatOption}};
constexpr std::array<Option, 10> suspendOptions{{timeoutOption, planOption, noWaitOption, protectedOption,
                                                 stateDirOption, sessionJobOption, settleOption, directoryOption,
                                                 formatOption, drainOption}};
constexpr std::array<Option, 8> fromOptions{
    {timeoutOption,
     planOption,
     noWaitOption,
     protectedOption,
     stateDirOption,
     sessionJobOption,
     settleOption,
     {"from", 0, "PATH", QT_TRANSLATE_NOOP("cli::Verbs", "start from this savepoint or checkpoint")}}};
constexpr std::array<Option, 13> resumeOptions{
    {timeoutOption,
     planOption,
     noWaitOption,
     protectedOption,
     stateDirOption,
     sessionJobOption,
     settleOption,
     {"from", 0, "PATH", QT_TRANSLATE_NOOP("cli::Verbs", "start from this savepoint or checkpoint")},
     {"jar", 0, "JAR", QT_TRANSLATE_NOOP("cli::Verbs", "at an endpoint: run this uploaded jar, by id or name")},
     {"entry-class", 0, "CLASS", QT_TRANSLATE_NOOP("cli::Verbs", "at an endpoint: the class whose main() is run")},
     {"program-arg", 0, "ARG",
      QT_TRANSLATE_NOOP("cli::Verbs",
                        "at an endpoint: an argument of the program; may be repeated, is kept in no file")},
     {"parallelism", 0, "N", QT_TRANSLATE_NOOP("cli::Verbs", "at an endpoint: of the job as a whole")},
     {"allow-non-restored-state", 0, nullptr,
      QT_TRANSLATE_NOOP("cli::Verbs", "at an endpoint: drop state that the program has no operator for")}}};
constexpr std::array<Option, 10> recoverOptions{
    {timeoutOption,
     planOption,
     noWaitOption,
     protectedOption,
     stateDirOption,
     sessionJobOption,
     settleOption,
     mapOption,
     {"candidate", 0, "N", QT_TRANSLATE_NOOP("cli::Verbs", "start from this one of the list, instead of the best, 1")},
     {"empty", 0, nullptr, QT_TRANSLATE_NOOP("cli::Verbs", "start without any state, whatever there is")}}};
constexpr std::array<Option, 8> rollbackOptions{
    {timeoutOption,
     planOption,
     noWaitOption,
     protectedOption,
     stateDirOption,
     sessionJobOption,
     settleOption,
     {"to", 0, "stable|ID",
      QT_TRANSLATE_NOOP("cli::Verbs", "the spec that was stable last, or the one before this operation")}}};
constexpr std::array<Option, 9> deleteOptions{
    {timeoutOption,
     planOption,
     noWaitOption,
     protectedOption,
     stateDirOption,
     sessionJobOption,
     directoryOption,
     drainOption,
     {"no-savepoint", 0, nullptr, QT_TRANSLATE_NOOP("cli::Verbs", "take no savepoint first: its state is lost")}}};
constexpr std::array<Option, 9> rescaleOptions{
    {timeoutOption,
     planOption,
     noWaitOption,
     protectedOption,
     stateDirOption,
     sessionJobOption,
     settleOption,
     {"parallelism", 0, "N", QT_TRANSLATE_NOOP("cli::Verbs", "of the job as a whole")},
     {"vertex", 0, "ID=N", QT_TRANSLATE_NOOP("cli::Verbs", "of this vertex; may be repeated")}}};
constexpr std::array<Option, 14> upgradeOptions{
    {timeoutOption,
     planOption,
     noWaitOption,
     protectedOption,
     stateDirOption,
     sessionJobOption,
     settleOption,
     {"filename", 'f', "FILE", QT_TRANSLATE_NOOP("cli::Verbs", "what the spec of this manifest says")},
     {"image", 0, "IMAGE", QT_TRANSLATE_NOOP("cli::Verbs", "another image")},
     {"jar", 0, "URI", QT_TRANSLATE_NOOP("cli::Verbs", "another jar")},
     {"flink-version", 0, "VERSION", QT_TRANSLATE_NOOP("cli::Verbs", "another Flink, as v1_20")},
     {"parallelism", 0, "N", QT_TRANSLATE_NOOP("cli::Verbs", "of the job as a whole")},
     {"set", 0, "PATH=VALUE",
      QT_TRANSLATE_NOOP("cli::Verbs", "any value of the spec: spec.taskManager.replicas=3; may be repeated")},
     {"mode", 0, "MODE", QT_TRANSLATE_NOOP("cli::Verbs", "the upgradeMode from now on"),
      "savepoint last-state stateless"}}};

constexpr std::array<Option, 13> blueGreenOptions{
    {timeoutOption,
     planOption,
     noWaitOption,
     protectedOption,
     stateDirOption,
     settleOption,
     {"filename", 'f', "FILE", QT_TRANSLATE_NOOP("cli::Verbs", "what the spec of this manifest says")},
     {"image", 0, "IMAGE", QT_TRANSLATE_NOOP("cli::Verbs", "another image")},
     {"jar", 0, "URI", QT_TRANSLATE_NOOP("cli::Verbs", "another jar")},
     {"flink-version", 0, "VERSION", QT_TRANSLATE_NOOP("cli::Verbs", "another Flink, as v1_20")},
     {"parallelism", 0, "N", QT_TRANSLATE_NOOP("cli::Verbs", "of the job as a whole")},
     {"set", 0, "PATH=VALUE",
      QT_TRANSLATE_NOOP("cli::Verbs", "any value of the spec: spec.taskManager.replicas=3; may be repeated")},
     {"mode", 0, "MODE", QT_TRANSLATE_NOOP("cli::Verbs", "the upgradeMode from now on"),
      "savepoint last-state stateless"}}};

constexpr std::array<Option, 6> practiceOptions{
    {{"scenario", 0, "NAME",
      QT_TRANSLATE_NOOP("cli::Verbs", "what is to happen in it, one of \"dreyctl practice list\"")},
     {"kubeconfig-out", 0, "FILE",
      QT_TRANSLATE_NOOP("cli::Verbs", "write the kubeconfig here; it is removed at the end")},
     {"port", 0, "N", QT_TRANSLATE_NOOP("cli::Verbs", "listen on this port of 127.0.0.1, instead of any free one")},
     {"seed", 0, "N", QT_TRANSLATE_NOOP("cli::Verbs", "the same seed gives the same cluster")},
     {"speed", 0, "N",
      QT_TRANSLATE_NOOP("cli::Verbs", "seconds of the cluster in one second; 0 stops its time, 1000 is the most")},
     {"operator-version", 0, "VERSION", QT_TRANSLATE_NOOP("cli::Verbs", "the release of the Flink operator to play"),
      "1.7 1.12 1.15 1.16"}}};

constexpr std::array<Verb, 27> table{{
    {"contexts",
     "",
     QT_TRANSLATE_NOOP("cli::Verbs", "List the contexts of the kubeconfig and what is wrong with them."),
     {"dreyctl contexts", "dreyctl contexts --kubeconfig team.yaml -o json"},
     {},
     listContexts},
    {"doctor",
     "",
     QT_TRANSLATE_NOOP("cli::Verbs",
                       "Test a context or an endpoint step by step, from its name to its Flink deployments."),
     {"dreyctl doctor --context prod-seoul", "dreyctl doctor --endpoint https://flink.example.com"},
     {},
     examine},
    {"get",
     "deployments|sessionjobs|snapshots|bluegreen [NAME]",
     QT_TRANSLATE_NOOP("cli::Verbs", "List Flink deployments, session jobs, snapshots or blue/green deployments."),
     {"dreyctl get deployments -A --ask", "dreyctl get snapshots -n payments -o json"},
     getOptions,
     get},
    {"describe",
     "deployment NAME",
     QT_TRANSLATE_NOOP(
         "cli::Verbs",
         "Show one deployment: what each source says of it, how old that is, and what it would restore from."),
     {"dreyctl describe deployment orders -n payments", "dreyctl describe deployment orders -o yaml"},
     {},
     describe},
    {"jobs",
     "",
     QT_TRANSLATE_NOOP("cli::Verbs", "List the jobs of a Flink cluster."),
     {"dreyctl jobs --endpoint http://localhost:8081", "dreyctl jobs --deployment orders -n payments -o json"},
     clusterOptions,
     listJobs},
    {"job",
     "ID",
     QT_TRANSLATE_NOOP("cli::Verbs", "Show one job with its vertices."),
     {"dreyctl job 87c67fdf93b515b347e2de50360963b2 --endpoint http://localhost:8081",
      "dreyctl job 87c67fdf93b515b347e2de50360963b2 --deployment orders -o json"},
     clusterOptions,
     showJob},
    {"checkpoints",
     "ID",
     QT_TRANSLATE_NOOP("cli::Verbs", "List the checkpoints Flink remembers of a job."),
     {"dreyctl checkpoints 87c67fdf93b515b347e2de50360963b2 --deployment orders",
      "dreyctl checkpoints 87c67fdf93b515b347e2de50360963b2 --endpoint http://localhost:8081 --since 1h -o json"},
     checkpointOptions,
     listCheckpoints},
    {"exceptions",
     "ID",
     QT_TRANSLATE_NOOP("cli::Verbs", "List the failures Flink remembers of a job, equal ones together."),
     {"dreyctl exceptions 87c67fdf93b515b347e2de50360963b2 --deployment orders",
      "dreyctl exceptions 87c67fdf93b515b347e2de50360963b2 --endpoint http://localhost:8081 -o json"},
     clusterOptions,
     listExceptions},
    {"graph",
     "NAME",
     QT_TRANSLATE_NOOP("cli::Verbs",
                       "Show what a job is made of and what holds it up: the job of the deployment NAME, or with "
                       "--endpoint or --deployment the job of that ID."),
     {"dreyctl graph orders -n shop",
      "dreyctl graph 87c67fdf93b515b347e2de50360963b2 --endpoint http://localhost:8081 -o dot"},
     graphOptions,
     showGraph},
    {"lint",
     "FILE...",
     QT_TRANSLATE_NOOP("cli::Verbs", "Find what is wrong with manifests, without a cluster unless --live is given: "
                                     "files, all .yaml in a folder, or - for "
                                     "standard input. Errors and warnings end with 1, remarks alone with 0."),
     {"dreyctl lint deploy/ --flink-version v1_20", "dreyctl lint - -o sarif < rendered.yaml"},
     lintOptions,
     lint},
    {"effect",
     "FILE",
     QT_TRANSLATE_NOOP("cli::Verbs",
                       "Show what applying a manifest would do to the job that runs: which changes upgrade it, how the "
                       "operator would stop it and from where it would start again. Changes nothing. 1: it would be "
                       "refused."),
     {"dreyctl effect orders.yaml --context prod-seoul", "dreyctl effect - -n payments -o json < orders.yaml"},
     {},
     effect},
    {"savepoint",
     "NAME",
     QT_TRANSLATE_NOOP("cli::Verbs", "Make a savepoint of a job that goes on, and end with its path."),
     {"dreyctl savepoint orders -n payments --yes", "dreyctl savepoint orders --format native --plan -o json"},
     savepointOptions,
     operate},
    {"checkpoint",
     "NAME",
     QT_TRANSLATE_NOOP("cli::Verbs", "Make a checkpoint now."),
     {"dreyctl checkpoint orders -n payments --yes", "dreyctl checkpoint orders --plan"},
     plainOptions,
     operate},
    {"suspend",
     "NAME",
     QT_TRANSLATE_NOOP("cli::Verbs", "Stop a job so that it can be resumed, as its upgradeMode says."),
     {"dreyctl suspend orders -n payments --yes",
      "dreyctl suspend 87c67fdf93b515b347e2de50360963b2 --endpoint http://localhost:8081 --plan"},
     suspendOptions,
     operate},
    {"resume",
     "NAME",
     QT_TRANSLATE_NOOP("cli::Verbs", "Start a suspended job again, from where it stopped or from a snapshot."),
     {"dreyctl resume orders -n payments --yes",
      "dreyctl resume orders --from s3://flink/savepoints/savepoint-61fb25-39061a54c58a --plan"},
     resumeOptions,
     operate},
    {"restart",
     "NAME",
     QT_TRANSLATE_NOOP("cli::Verbs", "Stop a job and start it again as it is."),
     {"dreyctl restart orders -n payments --yes", "dreyctl restart orders --plan"},
     plainOptions,
     operate},
    {"upgrade",
     "NAME",
     QT_TRANSLATE_NOOP("cli::Verbs", "Change the spec of a job, and see to it that it goes on from its state."),
     {"dreyctl upgrade orders --image registry.example.com/orders:2.4 --plan",
      "dreyctl upgrade orders -f orders.yaml --mode savepoint --yes"},
     upgradeOptions,
     operate},
    {"rescale",
     "NAME",
     QT_TRANSLATE_NOOP("cli::Verbs", "Change the parallelism of a job, or of some of its vertices."),
     {"dreyctl rescale orders --parallelism 8 --plan",
      "dreyctl rescale orders --vertex cbc357ccb763df2852fee8c4fc7d55f2=4 --yes"},
     rescaleOptions,
     operate},
    {"rollback",
     "NAME",
     QT_TRANSLATE_NOOP("cli::Verbs", "Go back to an earlier spec."),
     {"dreyctl rollback orders --plan", "dreyctl rollback orders --to 20260915T025801Z-3f2a9c --yes"},
     rollbackOptions,
     operate},
    {"redeploy",
     "NAME",
     QT_TRANSLATE_NOOP("cli::Verbs", "Cancel the job as it is, and start it from a snapshot."),
     {"dreyctl redeploy orders --from s3://flink/savepoints/savepoint-61fb25-39061a54c58a --plan",
      "dreyctl redeploy orders --from s3://flink/checkpoints/a1/chk-42 --yes"},
     fromOptions,
     operate},
    {"recover",
     "NAME",
     QT_TRANSLATE_NOOP("cli::Verbs",
                       "List all that a broken job could be started from, the best first, and start it from there."),
     {"dreyctl recover orders --plan", "dreyctl recover orders --candidate 2 --yes"},
     recoverOptions,
     operate},
    {"bluegreen",
     "NAME status|transition",
     QT_TRANSLATE_NOOP("cli::Verbs", "Show both colours of a blue/green deployment, or change it and follow the "
                                     "transition to the other one."),
     {"dreyctl bluegreen orders status -n payments",
      "dreyctl bluegreen orders transition --image registry.example.com/orders:2.4 --plan"},
     blueGreenOptions,
     blueGreen},
    {"delete",
     "NAME",
     QT_TRANSLATE_NOOP("cli::Verbs", "Take a last savepoint, then delete a deployment or session job."),
     {"dreyctl delete orders -n payments --plan", "dreyctl delete orders --no-savepoint --yes"},
     deleteOptions,
     operate},
    {"operations",
     "[list|show|continue|abandon] [ID]",
     QT_TRANSLATE_NOOP(
         "cli::Verbs",
         "List what was done, show one operation, go on with one that was interrupted, or hand it over to yourself."),
     {"dreyctl operations", "dreyctl operations continue 20260915T025801Z-3f2a9c"},
     operationsOptions,
     operations},
    {"snapshot",
     "inspect|compare PATH [OTHER]",
     QT_TRANSLATE_NOOP(
         "cli::Verbs",
         "Read a checkpoint or savepoint without Flink: its operators, state and files, and with --verify "
         "whether it is complete (1: it is not, 6: not all could be looked at). Or compare two, or one with a job: "
         "1 says that it cannot simply be restored there, 6 that the job does not tell enough."),
     {"dreyctl snapshot inspect /flink-data/savepoint-61fb25-39061a54c58a --verify",
      "dreyctl snapshot compare chk-42 --job 87c67fdf93b515b347e2de50360963b2 --deployment orders"},
     snapshotOptions,
     readSnapshot},
    {"practice",
     "serve|list",
     QT_TRANSLATE_NOOP("cli::Verbs",
                       "Run a practice cluster on this machine until stopped, kubectl and Drey work on it; or "
                       "list what can be rehearsed in it."),
     {"dreyctl practice serve --scenario operator-down --kubeconfig-out practice.yaml",
      "dreyctl practice list -o json"},
     practiceOptions,
     practice},
    {"generate",
     "man|completion|rules|keys",
     QT_TRANSLATE_NOOP(
         "cli::Verbs",
         "Print the manual page, the completion for bash, or the page of lint's rules or of Flink's keys."),
     {"dreyctl generate man > dreyctl.1", "dreyctl generate completion > /etc/bash_completion.d/dreyctl"},
     {},
     generate},
}};

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

template <typename Matches>
const Option* find(const Verb* verb, Matches matches)
{
    if (verb) { // which may allow more than all do
        const auto own = std::ranges::find_if(verb->options, matches);
        if (own != verb->options.end())
            return &*own;
    }
    const auto found = std::ranges::find_if(global, matches);
    return found == global.end() ? nullptr : &*found;
}

} // namespace

int Verb::mostArguments() const
{
    return QLatin1StringView(arguments).endsWith(QLatin1StringView("...")) ? std::numeric_limits<int>::max()
                                                                           : int(words(arguments).size());
}

int Verb::fewestArguments() const
{
    const QStringList all = words(arguments);
    return int(std::ranges::count_if(all, [](const QString& word) { return !word.startsWith(u'['); }));
}

QStringList Verb::choices(int argument) const
{
    QString word = words(arguments).value(argument);
    word.remove(u'[').remove(u']');
    return word == word.toUpper() ? QStringList() : word.split(u'|');
}

std::span<const Verb> verbs()
{
    return table;
}

std::span<const Option> globalOptions()
{
    return global;
}

const Verb* verbNamed(const QString& name)
{
    const auto found =
        std::ranges::find_if(table, [&](const Verb& verb) { return name == QLatin1StringView(verb.name); });
    return found == table.end() ? nullptr : &*found;
}

const Option* optionNamed(const Verb* verb, const QString& name)
{
    return find(verb, [&](const Option& option) { return name == QLatin1StringView(option.name); });
}

const Option* optionWithLetter(const Verb* verb, char letter)
{
    return letter == 0 ? nullptr : find(verb, [=](const Option& option) { return option.letter == letter; });
}

} // namespace cli
