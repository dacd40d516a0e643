#pragma once

#include "app/cli/invocation.h"
#include "app/cli/screen.h"
#include "core/base/result.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>

namespace cli {

/// One run of one verb: its command line, its output, its end. The context object of all its requests.
class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(Invocation invocation, QObject* parent = nullptr);
    ~Session() override;

    const Invocation& invocation() const { return m_invocation; }
    Colors colors() const { return m_colors; } ///< of stdout

    /// Starts the verb; finished() follows.
    void start();

    /// Keeps what the verb needs alive until its end.
    template <typename T>
    T& keep(std::shared_ptr<T> held)
    {
        m_held.push_back(held);
        return *held;
    }

    /// What to do when time is up, instead of failing: to answer with what there is.
    void whenTimeIsUp(std::function<void()> answer) { m_timeIsUp = std::move(answer); }

    /// A remark beside the answer: in its "warnings", or on stderr.
    void warn(const QString& text);
    /// Something on stderr, now.
    void tell(const QString& text) const;
    /// Something on stdout, now, before the end.
    void say(const QString& text) const;
    /// The one answer of a verb, in the format that was asked for; `table` makes the text for people. Then the end.
    void answer(const QJsonObject& json, const std::function<QString()>& table, ExitCode code = ExitCode::Done);
    /// Plain text on stdout, then the end.
    void print(const QString& text, ExitCode code = ExitCode::Done);
    /// The error on stderr, then the end with the code of its kind.
    void fail(const base::Error& error);
    void fail(ExitCode code, const QString& message);

signals:
    void finished(int code); ///< once

private:
    void finish(ExitCode code);

    Invocation m_invocation;
    Colors m_colors = Colors::Off;
    QStringList m_warnings;
    std::function<void()> m_timeIsUp;
    bool m_isFinished = false;
    std::vector<std::shared_ptr<void>> m_held;
};

ExitCode exitCodeOf(const base::Error& error);

} // namespace cli
