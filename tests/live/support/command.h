#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>

#include <chrono>

namespace live {

/// What a command said.
struct CommandOutput
{
    int exitCode = -1; ///< -1: it did not start, crashed, or did not end in time
    QByteArray output;
    QByteArray errors;

    /// One text for a test's failure.
    [[nodiscard]] QString report() const;
};

/// Runs a command to its end. `patience` is how long it may take; then it is killed.
[[nodiscard]] CommandOutput
runCommand(const QString& program, const QStringList& arguments, const QByteArray& input = {},
           const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment(),
           std::chrono::milliseconds patience = std::chrono::seconds(60));

} // namespace live
