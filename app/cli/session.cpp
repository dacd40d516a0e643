#include "app/cli/session.h"

#include "app/cli/verbs.h"
#include "core/base/visibletext.h"
#include "core/yaml/yaml.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

#include <unistd.h>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli::Text)
};

constexpr int longestTimeout = 24 * 3600;

void write(FILE* where, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), where);
    std::fflush(where);
}

} // namespace

ExitCode exitCodeOf(const base::Error& error)
{
    using Kind = base::Error::Kind;
    switch (error.kind) {
    case Kind::Network:
    case Kind::Tls:
    case Kind::Timeout:
    case Kind::TooManyRequests:
        return ExitCode::Unreachable;
    case Kind::OutcomeUnknown:
        return ExitCode::Unknown;
    case Kind::Protected:
    case Kind::Credentials:
    case Kind::Unauthorized:
    case Kind::Forbidden:
        return ExitCode::NotPermitted;
    case Kind::Configuration:
        return ExitCode::Usage;
    case Kind::Server:
        // A gateway that does not reach what is behind it.
        return error.httpStatus >= 502 && error.httpStatus <= 504 ? ExitCode::Unreachable : ExitCode::Failed;
    case Kind::Cancelled:
    case Kind::NotFound:
    case Kind::Conflict:
    case Kind::Gone:
    case Kind::Invalid:
    case Kind::TooLarge:
    case Kind::Decode:
        return ExitCode::Failed;
    }
    return ExitCode::Failed;
}

Session::Session(Invocation invocation, QObject* parent)
    : QObject(parent)
    , m_invocation(std::move(invocation))
{
    const bool mayColor =
        isatty(STDOUT_FILENO) == 1 && !qEnvironmentVariableIsSet("NO_COLOR") && qEnvironmentVariable("TERM") != u"dumb";
    if (mayColor && !m_invocation.has(u"no-color"_s))
        m_colors = Colors::On;
}

Session::~Session()
{
    // In the reverse order of their making: clients outlive what talks through them.
    while (!m_held.empty())
        m_held.pop_back();
}

void Session::start()
{
    int seconds = 60;
    if (m_invocation.has(u"timeout"_s)) {
        bool isNumber = false;
        seconds = m_invocation.value(u"timeout"_s).toInt(&isNumber);
        if (!isNumber || seconds < 1 || seconds > longestTimeout)
            return fail(
                ExitCode::Usage,
                Text::tr("'%1' is no number of seconds for '--timeout'.").arg(m_invocation.value(u"timeout"_s)));
    }
    QTimer::singleShot(std::chrono::seconds(seconds), this, [this, seconds] {
        if (m_timeIsUp)
            return m_timeIsUp();
        fail(ExitCode::Unreachable, Text::tr("There was no complete answer within %n second(s).", nullptr, seconds));
    });
    m_invocation.verb->run(*this);
}

void Session::warn(const QString& text)
{
    if (!m_warnings.contains(text))
        m_warnings.append(text);
}

void Session::tell(const QString& text) const
{
    write(stderr, text + u'\n');
}

void Session::say(const QString& text) const
{
    write(stdout, text);
}

void Session::answer(const QJsonObject& json, const std::function<QString()>& table, ExitCode code)
{
    if (m_isFinished)
        return;
    QJsonObject complete = json;
    complete.insert(u"warnings"_s, QJsonArray::fromStringList(m_warnings));
    switch (m_invocation.format()) {
    case Format::Json:
        write(stdout, QString::fromUtf8(QJsonDocument(complete).toJson()));
        break;
    case Format::Yaml:
        write(stdout, QString::fromUtf8(yaml::write(complete)));
        break;
    case Format::Table:
        write(stdout, table());
        for (const QString& warning : std::as_const(m_warnings))
            tell(Text::tr("Warning: %1").arg(base::visibleText(warning)));
        break;
    }
    finish(code);
}

void Session::print(const QString& text, ExitCode code)
{
    if (m_isFinished)
        return;
    write(stdout, text);
    finish(code);
}

void Session::fail(const base::Error& error)
{
    if (m_isFinished)
        return;
    tell(base::visibleText(error.message));
    // The whole Status of an API server says nothing more to a person.
    if (!error.detail.isEmpty() && !error.detail.startsWith(u'{'))
        tell(base::visibleText(error.detail, 4096, base::Lines::Keep));
    finish(exitCodeOf(error));
}

void Session::fail(ExitCode code, const QString& message)
{
    if (m_isFinished)
        return;
    tell(message);
    finish(code);
}

void Session::finish(ExitCode code)
{
    m_isFinished = true;
    emit finished(int(code));
}

} // namespace cli
