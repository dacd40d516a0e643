#include "app/gui/application.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gui::Text)
};

/// The options of the program; those of Qt are taken out by QApplication.
class Options
{
public:
    Options()
    {
        m_parser.setApplicationDescription(Text::tr("Desktop manager for Apache Flink on Kubernetes"));
        m_parser.addOptions({m_kubeconfig, m_context, m_endpoint, m_practice});
        m_parser.addPositionalArgument(u"FILE"_s, Text::tr("Manifests, folders of them, or snapshots to open."),
                                       u"[FILE…]"_s);
        m_parser.addPositionalArgument(u"SCENARIO"_s, Text::tr("With --practice: the rehearsal to begin with."),
                                       u"| --practice [SCENARIO]"_s);
    }

    /// Ends the program when it was asked something that takes no screen to answer.
    void answerWithoutScreen(int argc, char* argv[])
    {
        const QCoreApplication console(argc, argv);
        m_parser.parse(QCoreApplication::arguments());
        if (m_parser.isSet(m_help))
            m_parser.showHelp();
        if (m_parser.isSet(m_version))
            m_parser.showVersion();
    }

    gui::StartOptions read(const QApplication& application)
    {
        m_parser.process(application);
        const QStringList words = m_parser.positionalArguments();
        const bool isPractice = m_parser.isSet(m_practice);
        if (isPractice && words.size() > 1)
            m_parser.showHelp(EXIT_FAILURE);
        gui::StartOptions options{m_parser.value(m_kubeconfig), m_parser.value(m_context), m_parser.value(m_endpoint)};
        options.practice = practice::simulated();
        if (isPractice)
            options.rehearsal = words.value(0);
        else
            options.files = words;
        return options;
    }

private:
    QCommandLineParser m_parser;
    QCommandLineOption m_help = m_parser.addHelpOption();
    QCommandLineOption m_version = m_parser.addVersionOption();
    QCommandLineOption m_kubeconfig{u"kubeconfig"_s, Text::tr("Read only this kubeconfig file."), u"FILE"_s};
    QCommandLineOption m_context{u"context"_s, Text::tr("Open this context."), u"NAME"_s};
    QCommandLineOption m_practice{u"practice"_s, Text::tr("Open the practice cluster.")};
    QCommandLineOption m_endpoint{u"endpoint"_s, Text::tr("Open this Flink REST address."), u"URL"_s};
};

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication::setApplicationName(u"drey"_s);
    QCoreApplication::setOrganizationName(u"drey"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DREY_VERSION));
    Options options;
    options.answerWithoutScreen(argc, argv);

    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"Drey"_s);
    QApplication::setDesktopFileName(u"io.github.drey.Drey"_s);
    gui::Application drey(application, options.read(application));
    drey.start();
    return QApplication::exec();
}
