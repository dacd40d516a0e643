#include "app/gui/application.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gui::Text)
};

gui::StartOptions parse(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("Desktop manager for Apache Flink on Kubernetes"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption kubeconfig(u"kubeconfig"_s, Text::tr("Read only this kubeconfig file."), u"FILE"_s);
    const QCommandLineOption context(u"context"_s, Text::tr("Open this context."), u"NAME"_s);
    const QCommandLineOption endpoint(u"endpoint"_s, Text::tr("Open this Flink REST address."), u"URL"_s);
    parser.addOptions({kubeconfig, context, endpoint});
    parser.process(application);
    return {parser.value(kubeconfig), parser.value(context), parser.value(endpoint)};
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"drey"_s);
    QApplication::setApplicationDisplayName(u"Drey"_s);
    QApplication::setOrganizationName(u"drey"_s);
    QApplication::setApplicationVersion(QStringLiteral(DREY_VERSION));
    QApplication::setDesktopFileName(u"io.github.drey.Drey"_s);
    const gui::StartOptions options = parse(application);
    gui::Application drey(application, options);
    drey.start();
    return QApplication::exec();
}
