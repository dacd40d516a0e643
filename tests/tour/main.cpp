#include "app/gui/application.h"
#include "tests/tour/clustertour.h"
#include "tests/tour/tour.h"
#include "tests/tour/world.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char* argv[])
{
    // Nothing of the user's own settings is read or changed.
    const QTemporaryDir home;
    for (const char* variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        qputenv(variable, home.filePath(QString::fromLatin1(variable)).toUtf8());
    qputenv("XDG_RUNTIME_DIR", home.path().toUtf8());
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"drey"_s);
    QApplication::setOrganizationName(u"drey"_s);

    const QStringList arguments = QApplication::arguments();
    const QString folder = arguments.value(1, u"build/tour"_s);
    // As somebody reads who has chosen larger letters: drey-tour FOLDER VIEWS PERCENT.
    if (const int percent = arguments.value(3).toInt(); percent > 0) {
        QFont font(u"Inter"_s);
        font.setPointSizeF(9.75 * percent / 100);
        QApplication::setFont(font);
    }
    // Of a real cluster, with the kubeconfig kubectl would use: drey-tour FOLDER --cluster CONTEXT.
    if (arguments.value(2) == u"--cluster") {
        gui::Application drey(application, {qEnvironmentVariable("KUBECONFIG"), {}, {}, std::nullopt, {}});
        drey.start();
        return QDir().mkpath(folder) && tour::ClusterTour(drey, folder).walk(arguments.value(3)) ? 0 : 1;
    }
    tour::World world;
    const QString kubeconfig = home.filePath(u"config"_s);
    if (const QString problem = world.begin(kubeconfig); !QDir().mkpath(folder) || !problem.isEmpty()) {
        std::fprintf(stderr, "The tour cannot begin: no folder %s, or no clusters. %s\n", qPrintable(folder),
                     qPrintable(problem));
        return 1;
    }
    gui::Application drey(application, {kubeconfig, {}, {}, std::nullopt, practice::simulated()});
    drey.start();
    return tour::Tour(drey, world, folder, arguments.value(2)).walk() ? 0 : 1;
}
