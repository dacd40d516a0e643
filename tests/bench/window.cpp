// The window that is measured: the real one, from the same parts as drey's, with eyes on it. One scenario a run:
//   start | list KUBECONFIG ROWS | watch KUBECONFIG ROWS SECONDS | idle KUBECONFIG ROWS SECONDS | log KUBECONFIG LINES
//   SECONDS
#include "app/gui/application.h"
#include "core/kube/logs.h"
#include "tests/bench/frames.h"
#include "tests/bench/milestones.h"
#include "ui/deployment/logarea.h"
#include "ui/fleet/fleetpage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QFile>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What kind of a row the list scenario filters for, so that a filter and a sort are part of what is measured.
const auto filterText = u"status:running"_s;
/// As much as the log view of a pod keeps.
constexpr qint64 keptOfALog = 32LL * 1024 * 1024;

fleet::FleetPage* fleetPage(gui::Application& program)
{
    return program.window().findChild<fleet::FleetPage*>();
}

/// Runs `done` once the table knows `rows` deployments, has filtered and sorted them, and has been painted with them.
void whenListed(gui::Application& program, int rows, const std::function<void()>& done)
{
    auto* poll = new QTimer(&program);
    QObject::connect(poll, &QTimer::timeout, &program, [&program, rows, done, poll] {
        fleet::FleetPage* page = fleetPage(program);
        if (!page || page->model().counts().total < rows || page->model().rowCount() == 0)
            return;
        poll->deleteLater();
        poll->stop();
        page->repaint();
        done();
    });
    poll->start(2ms);
}

void measureList(gui::Application& program, int rows)
{
    auto* poll = new QTimer(&program);
    QObject::connect(poll, &QTimer::timeout, &program, [&program, poll] {
        if (fleet::FleetPage* page = fleetPage(program)) {
            page->setFilterText(filterText);
            poll->deleteLater();
        }
    });
    poll->start(1ms);
    whenListed(program, rows, [] {
        bench::report("listed", bench::sinceStart());
        // Memory of pages under way is given back a moment later; what stays is what counts.
        QTimer::singleShot(1500ms, qApp, [] {
            bench::report("resident-listed", bench::residentMiB());
            QApplication::quit();
        });
    });
}

void measureWatch(gui::Application& program, int rows, std::chrono::seconds time)
{
    whenListed(program, rows, [&program, time] {
        const flink::Connection* connection = program.book().openConnections().value(0);
        auto* frames = new bench::Frames(*fleetPage(program), *connection->deployments(), &program);
        QTimer::singleShot(2s, frames, &bench::Frames::start);
        QTimer::singleShot(2s + time, frames, [frames] {
            frames->reportAll();
            QApplication::quit();
        });
    });
}

void measureIdle(gui::Application& program, int rows, std::chrono::seconds time)
{
    whenListed(program, rows, [time] {
        QTimer::singleShot(5s, qApp, [time] {
            const double processor = bench::processorMs();
            const qint64 switches = bench::wakeUps();
            QTimer::singleShot(time, qApp, [processor, switches, time] {
                const double seconds = double(time.count());
                bench::report("processor-percent", (bench::processorMs() - processor) / (seconds * 10));
                bench::report("wake-ups", double(bench::wakeUps() - switches) / seconds);
                QApplication::quit();
            });
        });
    });
}

void measureLog(gui::Application& program, std::chrono::seconds time)
{
    auto* poll = new QTimer(&program);
    QObject::connect(poll, &QTimer::timeout, &program, [&program, poll, time] {
        const flink::Connection* connection = program.book().openConnections().value(0);
        if (!connection || !connection->api())
            return;
        poll->deleteLater();
        poll->stop();
        auto* area = new deployment::LogArea;
        auto* stream = new kube::LogStream(*connection->api(), {.nameSpace = u"team-1"_s, .pod = u"bench-pod"_s},
                                           keptOfALog, {}, &program);
        area->setBuffer(&stream->lines());
        area->setFollowing(true);
        QObject::connect(stream, &kube::LogStream::received, area, &deployment::LogArea::linesCame);
        area->resize(1200, 700);
        area->show();
        stream->start();
        auto* frames = new bench::LogFrames(*stream, &program);
        QTimer::singleShot(5s, frames, &bench::LogFrames::start);
        QTimer::singleShot(5s + time, frames, [frames, area] {
            frames->reportAll();
            delete area;
            QApplication::quit();
        });
    });
    poll->start(50ms);
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"drey"_s);
    QApplication::setApplicationName(u"drey-bench"_s);
    const QStringList arguments = QApplication::arguments().mid(1);
    const QString scenario = arguments.value(0);
    gui::StartOptions options;
    if (scenario != u"start") {
        options.kubeconfig = arguments.value(1);
        options.context = u"bench"_s;
    } else {
        options.kubeconfig = QFile::exists(arguments.value(1)) ? arguments.value(1) : QString();
    }
    gui::Application program(application, options);
    auto* paint = new bench::FirstPaint(&program.window());
    const int rows = arguments.value(2).toInt();
    const std::chrono::seconds time(arguments.value(3).toInt());
    if (scenario == u"start")
        QObject::connect(paint, &bench::FirstPaint::painted, &application, &QApplication::quit);
    else if (scenario == u"list")
        measureList(program, rows);
    else if (scenario == u"watch")
        measureWatch(program, rows, time);
    else if (scenario == u"idle")
        measureIdle(program, rows, time);
    else if (scenario == u"log")
        measureLog(program, time);
    else
        return 2;
    program.start();
    return QApplication::exec();
}
