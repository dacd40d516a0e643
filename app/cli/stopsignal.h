#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>

namespace cli {

/// Tells that the user or the system wants the program to end (SIGINT, SIGTERM, SIGHUP), so that it can end cleanly.
/// Only one at a time.
class StopSignal : public QObject
{
    Q_OBJECT
public:
    explicit StopSignal(QObject* parent = nullptr);
    ~StopSignal() override;

signals:
    void received();

private:
    std::array<int, 2> m_pipe{-1, -1};
    QSocketNotifier m_notifier{QSocketNotifier::Read};
};

} // namespace cli
