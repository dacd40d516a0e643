#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace widgets {

/// Short notices at the bottom right of a window, at most three. Never the only place for an error.
class Toasts : public QWidget
{
    Q_OBJECT
public:
    explicit Toasts(QWidget* window);
    ~Toasts() override;

    void notify(base::Health family, const QString& text);
    /// What was notified holds no longer; nothing happens when it is not shown any more.
    void withdraw(const QString& text);
    /// Waits five seconds with a bar, then runs `then`; a click on Cancel drops it. Pushed out by newer ones, it runs
    /// at once.
    void showCancellable(const QString& text, QObject* context, std::function<void()> then);
    int count() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void add(QWidget* toast);
    void place();

    QVBoxLayout* m_column;
};

} // namespace widgets
