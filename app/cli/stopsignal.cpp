#include "app/cli/stopsignal.h"

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace cli {

namespace {

volatile std::sig_atomic_t writingEnd = -1;

/// All a handler may do is write a byte.
void wake(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(int(writingEnd), &byte, 1);
}

void handleWith(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGHUP, &action, nullptr);
}

} // namespace

StopSignal::StopSignal(QObject* parent)
    : QObject(parent)
{
    if (::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier.setSocket(m_pipe[0]);
    m_notifier.setEnabled(true);
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier.setEnabled(false);
        emit received();
    });
    writingEnd = m_pipe[1];
    handleWith(wake);
}

StopSignal::~StopSignal()
{
    handleWith(SIG_DFL);
    m_notifier.setEnabled(false);
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

} // namespace cli
