// What operations cost, at a practice cluster that runs as a program of its own: KUBECONFIG, whose time stands still.
//   plan-ms     from the click to the painted plan, the 95th of a hundred
//   survey-ms   the same questions to the cluster alone, their median
//   follow-percent of one core, for following fifty operations at once; idle-percent, for the same window without them
#include "app/gui/operations.h"
#include "app/gui/application.h"
#include "tests/bench/milestones.h"
#include "ui/operations/desk.h"
#include "ui/operations/planpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Place = shell::Address::Place;
using Stage = operations::Draft::Stage;

constexpr int longest = 30'000; // ms
const QString connectionId = u"context:practice"_s;
const kube::ObjectKey victim{u"payments"_s, u"payment-authorize"_s};

double percentile(QList<double> values, int percent)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? -1 : values.at(std::min(values.size() - 1, values.size() * percent / 100));
}

/// A request that is waited for.
QJsonObject answerTo(kube::Api& api, const http::Request& request)
{
    std::optional<QJsonObject> answer;
    QObject context;
    api.send(request, &context, [&](const base::Result<http::Answer>& got) {
        answer = got ? QJsonDocument::fromJson(got->body).object() : QJsonObject();
        if (!got)
            qWarning("%s", qPrintable(got.error().message));
    });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, longest);
    return answer.value_or(QJsonObject());
}

double clickToPlan(gui::Application& program)
{
    const shell::Address address{Place::Plan, connectionId, victim, {}, u"restart"_s};
    QElapsedTimer time;
    time.start();
    program.window().go(address);
    auto* page = qobject_cast<operations::PlanPage*>(program.window().currentPage()->widget());
    if (!page || !QTest::qWaitFor([page] { return page->draft().stage() == Stage::Planned; }, longest))
        return -1;
    page->repaint();
    const double took = double(time.nsecsElapsed()) / 1e6;
    program.window().workspace().close(program.window().currentPage());
    return took;
}

double surveyAlone(const plans::Site& site)
{
    plans::Intent intent;
    intent.verb = plans::Intent::Verb::Restart;
    intent.kind = u"FlinkDeployment"_s;
    intent.nameSpace = victim.nameSpace;
    intent.name = victim.name;
    QElapsedTimer time;
    time.start();
    plans::Surveying surveying(site, intent);
    bool isDone = false;
    QObject::connect(&surveying, &plans::Surveying::finished, qApp, [&] { isDone = true; });
    surveying.start();
    (void)QTest::qWaitFor([&] { return isDone; }, longest);
    return double(time.nsecsElapsed()) / 1e6;
}

/// A copy of the victim that no operator looks at, with an operation that waits for it to be taken up.
workflow::Plan waitingAt(kube::Api& api, const QJsonObject& like, int number)
{
    const QString name = u"copy-%1"_s.arg(number);
    QJsonObject spec = like[u"spec"_s].toObject();
    spec.insert(u"restartNonce"_s, 7);
    const QJsonObject copy{{u"apiVersion"_s, like[u"apiVersion"_s]},
                           {u"kind"_s, like[u"kind"_s]},
                           {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, victim.nameSpace}}},
                           {u"spec"_s, spec}};
    http::Request request;
    request.method = "POST";
    request.path =
        kube::Collection{.type = kube::flinkType(u"flinkdeployments"_s), .nameSpace = victim.nameSpace}.path();
    request.contentType = "application/json";
    request.body = QJsonDocument(copy).toJson();
    request.effect = http::Effect::Write;
    plans::SpecChange change;
    change.set({u"spec"_s, u"restartNonce"_s}, 7);
    workflow::Step step;
    step.id = step.kind = plans::stepkind::takenUp.toString();
    step.title = u"The operator takes it up"_s;
    step.details = {{u"change"_s, toJson(change)}};
    workflow::Plan plan;
    plan.operation = u"restart"_s;
    plan.context = u"practice"_s;
    plan.object = u"FlinkDeployment payments/"_s + name;
    plan.title = u"Restart payments/"_s + name;
    plan.uid = answerTo(api, request)[u"metadata"_s][u"uid"_s].toString();
    plan.steps = {step};
    plan.details = {
        {u"kind"_s, u"FlinkDeployment"_s}, {u"namespace"_s, victim.nameSpace}, {u"name"_s, name}, {u"cluster"_s, name}};
    return plan;
}

double processorPercent(std::chrono::seconds time)
{
    QTest::qWait(3'000);
    const double before = bench::processorMs();
    QTest::qWait(std::chrono::milliseconds(time).count());
    return (bench::processorMs() - before) / (double(time.count()) * 10);
}

bool begin(operations::Desk& desk, const workflow::Plan& plan)
{
    const auto opened = desk.journal().begin(plan);
    return bool(opened);
}

} // namespace

int main(int argc, char* argv[])
{
    const QTemporaryDir home;
    qputenv("XDG_STATE_HOME", home.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"drey"_s);
    QApplication::setApplicationName(u"drey-bench"_s);
    gui::StartOptions options;
    options.kubeconfig = QApplication::arguments().value(1);
    options.context = u"practice"_s;
    gui::Application program(application, options);
    program.start();
    operations::Desk& desk = program.operations().desk();
    if (!QTest::qWaitFor([&] { return desk.site(connectionId).has_value(); }, longest))
        return 1;
    const plans::Site site = *desk.site(connectionId);
    QTest::qWait(2'000);

    QList<double> painted, surveys;
    for (int i = 0; i < 100; ++i) {
        surveys.append(surveyAlone(site));
        painted.append(clickToPlan(program));
    }
    bench::report("plan-ms", percentile(painted, 95));
    bench::report("survey-ms", percentile(surveys, 50));

    program.window().showOperations();
    bench::report("idle-percent", processorPercent(20s));
    http::Request get;
    get.path = kube::ObjectPath{kube::flinkType(u"flinkdeployments"_s), victim.nameSpace, victim.name, {}}.path();
    const QJsonObject like = answerTo(*site.api, get);
    constexpr int operations = 50;
    int begun = 0;
    for (int i = 0; i < operations; ++i)
        begun += begin(desk, waitingAt(*site.api, like, i)) ? 1 : 0;
    desk.reload();
    (void)QTest::qWaitFor([&] { return desk.operations().size() == begun; }, longest);
    const QList<workflow::Operation> all = desk.operations();
    for (const workflow::Operation& operation : all) {
        if (const auto goes = desk.goOn(operation.id); !goes)
            qWarning("%s", qPrintable(goes.error().message));
    }
    bench::report("followed", double(desk.runningCount()));
    bench::report("follow-percent", processorPercent(20s));
    return 0;
}
