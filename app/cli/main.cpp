#include "app/cli/invocation.h"
#include "app/cli/language.h"
#include "app/cli/pages.h"
#include "app/cli/session.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

int printed(FILE* where, const QString& text, cli::ExitCode code)
{
    std::fputs(text.toUtf8().constData(), where);
    return int(code);
}

int run(QCoreApplication& application)
{
    const QStringList words = application.arguments().mid(1);
    cli::Languages languages(application);
    languages.choose(words);
    const cli::Parsed parsed = cli::parse(words);
    if (parsed.problem)
        return printed(stderr, *parsed.problem + u'\n' + cli::usageLine() + u'\n', cli::ExitCode::Usage);
    const cli::Invocation& invocation = parsed.invocation;
    if (invocation.has(u"version"_s))
        return printed(stdout, u"dreyctl "_s + application.applicationVersion() + u'\n', cli::ExitCode::Done);
    if (invocation.has(u"help"_s))
        return printed(stdout, invocation.verb ? cli::verbPage(*invocation.verb) : cli::overviewPage(),
                       cli::ExitCode::Done);

    cli::Session session(invocation);
    // The end may come before the event loop begins.
    QObject::connect(&session, &cli::Session::finished, &application, &QCoreApplication::exit, Qt::QueuedConnection);
    session.start();
    return application.exec();
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    application.setApplicationName(u"dreyctl"_s);
    application.setApplicationVersion(QStringLiteral(DREY_VERSION));
    return run(application);
}
