#include "app/cli/consoleapproval.h"

#include "app/cli/session.h"
#include "core/base/visibletext.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimer>

#include <unistd.h>

#include <array>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

QString description(const kube::PluginRun& run)
{
    const QString command = run.resolvedCommand.isEmpty() ? run.command : run.resolvedCommand;
    QStringList lines;
    if (!command.isEmpty()) {
        lines << Text::tr("The kubeconfig '%1' wants a program to run for the context '%2':")
                     .arg(base::visibleText(run.file), base::visibleText(run.contextName));
        lines << u"  "_s + base::visibleText((QStringList(command) + run.arguments).join(u' '));
    }
    for (const QString& concern : run.concerns)
        lines << base::visibleText(concern);
    if (!run.environmentNames.isEmpty())
        lines << u"  "_s +
                     Text::tr("with these variables: %1").arg(base::visibleText(run.environmentNames.join(u", "_s)));
    lines << u"  "_s + Text::tr("for the server %1").arg(base::visibleText(run.server));
    return lines.join(u'\n');
}

/// What the terminal has ready after it became readable: one line, as terminals hand them over.
QString typedLine()
{
    std::array<char, 256> buffer{};
    const ssize_t count = read(STDIN_FILENO, buffer.data(), buffer.size());
    return count > 0 ? QString::fromUtf8(buffer.data(), qsizetype(count)).trimmed().toLower() : QString();
}

} // namespace

ConsoleApproval::ConsoleApproval(Session& session)
    : m_session(session)
{
}

void ConsoleApproval::ask(const kube::PluginRun& run, QObject* context, std::function<void(bool approved)> done)
{
    const bool isAllowed = m_session.invocation().has(u"allow-exec"_s) || m_approvals.isApproved(run);
    if (!isAllowed && isatty(STDIN_FILENO) == 1) {
        askAtTerminal(run, context, std::move(done));
        return;
    }
    if (!isAllowed) {
        m_session.tell(description(run));
        m_session.tell(Text::tr(
            "Nobody has allowed this. Repeat the command with --allow-exec, or allow it once in Drey's window."));
    }
    QTimer::singleShot(0, context, [isAllowed, done = std::move(done)] { done(isAllowed); });
}

void ConsoleApproval::askAtTerminal(const kube::PluginRun& run, QObject* context, std::function<void(bool)> done)
{
    m_session.tell(description(run));
    m_session.tell(Text::tr("Allow it? y: this time, a: always, anything else: no"));
    auto* input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, context);
    QObject::connect(input, &QSocketNotifier::activated, context, [this, input, run, done = std::move(done)] {
        input->setEnabled(false);
        input->deleteLater();
        const QString typed = typedLine();
        if (typed == u"a") {
            const auto kept = m_approvals.remember(run);
            if (!kept)
                m_session.tell(kept.error().message);
        }
        done(typed == u"y" || typed == u"a");
    });
}

} // namespace cli
