#include "tests/live/support/command.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace live {

QString CommandOutput::report() const
{
    constexpr qsizetype enough = 2000;
    return u"exit code %1\n%2\n%3"_s.arg(QString::number(exitCode), QString::fromUtf8(errors.right(enough)),
                                         QString::fromUtf8(output.left(enough)));
}

CommandOutput runCommand(const QString& program, const QStringList& arguments, const QByteArray& input,
                         const QProcessEnvironment& environment, std::chrono::milliseconds patience)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(static_cast<int>(patience.count()))) {
        const QByteArray why = process.errorString().toUtf8();
        process.kill();
        process.waitForFinished();
        return {
            .exitCode = -1, .output = process.readAllStandardOutput(), .errors = process.readAllStandardError() + why};
    }
    return {.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .output = process.readAllStandardOutput(),
            .errors = process.readAllStandardError()};
}

} // namespace live
