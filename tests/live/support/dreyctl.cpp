#include "tests/live/support/dreyctl.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace live {

Dreyctl::Dreyctl(const QString& kubeconfig)
    : m_home(u"dreyctl"_s)
{
    m_environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_environment.insert(u"HOME"_s, m_home.subfolder(u"home"_s));
    m_environment.insert(u"KUBECONFIG"_s, kubeconfig.isEmpty() ? m_home.file(u"no-kubeconfig"_s) : kubeconfig);
    // Where a sanitizer or coverage tool is to write.
    for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "LLVM_PROFILE_FILE"}) {
        if (qEnvironmentVariableIsSet(name))
            m_environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
    }
}

Said Dreyctl::ask(const QStringList& arguments, std::chrono::milliseconds longest) const
{
    Said said;
    said.command = run(arguments + QStringList{u"-o"_s, u"json"_s, u"--lang"_s, u"en"_s}, longest);
    said.json = QJsonDocument::fromJson(said.command.output).object();
    return said;
}

CommandOutput Dreyctl::run(const QStringList& arguments, std::chrono::milliseconds longest) const
{
    return runCommand(QStringLiteral(LIVE_DREYCTL), arguments, {}, m_environment, longest);
}

bool Dreyctl::start(ChildProcess& process, const QStringList& arguments) const
{
    return process.start(QStringLiteral(LIVE_DREYCTL), arguments, m_environment);
}

QString Dreyctl::journalFolder() const
{
    return m_environment.value(u"HOME"_s) + u"/.local/state/drey/operations"_s;
}

} // namespace live
