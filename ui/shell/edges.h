#pragma once

#include "core/base/environment.h"

#include <QObject>

#include <array>

class QWidget;

namespace shell {

/// The environment along the window's edge: production on four sides, staging on top, development dashed on top.
class Edges : public QObject
{
    Q_OBJECT
public:
    static constexpr int thickness = 3; ///< device independent pixels

    explicit Edges(QWidget* window);

    void setEnvironment(base::Environment environment);
    base::Environment environment() const { return m_environment; }
    /// The sides that are drawn now: top, right, bottom, left.
    std::array<bool, 4> shown() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QWidget* m_window;
    base::Environment m_environment = base::Environment::Unset;
    std::array<QWidget*, 4> m_sides{};
};

} // namespace shell
