#include "ui/shell/edges.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QWidget>

namespace shell {

namespace {

class Side : public QWidget
{
public:
    explicit Side(QWidget* window)
        : QWidget(window)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

    void setEnvironment(base::Environment environment)
    {
        m_environment = environment;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const QColor solid = theme::environment(m_environment).solid;
        if (m_environment != base::Environment::Development) {
            painter.fillRect(rect(), solid);
            return;
        }
        constexpr int dash = 10;
        constexpr int gap = 6;
        for (int x = 0; x < width(); x += dash + gap)
            painter.fillRect(QRect(x, 0, dash, height()), solid);
    }

private:
    base::Environment m_environment = base::Environment::Unset;
};

} // namespace

Edges::Edges(QWidget* window)
    : QObject(window)
    , m_window(window)
{
    for (QWidget*& side : m_sides)
        side = new Side(window);
    window->installEventFilter(this);
    place();
}

std::array<bool, 4> Edges::shown() const
{
    switch (m_environment) {
    case base::Environment::Unset:
        return {false, false, false, false};
    case base::Environment::Development:
    case base::Environment::Staging:
        return {true, false, false, false};
    case base::Environment::Production:
        return {true, true, true, true};
    }
    return {};
}

void Edges::setEnvironment(base::Environment environment)
{
    m_environment = environment;
    place();
}

void Edges::place()
{
    const int width = m_window->width();
    const int height = m_window->height();
    const std::array<QRect, 4> places{QRect(0, 0, width, thickness), QRect(width - thickness, 0, thickness, height),
                                      QRect(0, height - thickness, width, thickness), QRect(0, 0, thickness, height)};
    const std::array<bool, 4> visible = shown();
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        static_cast<Side*>(m_sides.at(i))->setEnvironment(m_environment);
        m_sides.at(i)->setGeometry(places.at(i));
        m_sides.at(i)->setVisible(visible.at(i));
        m_sides.at(i)->raise();
    }
}

bool Edges::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::ChildAdded)
        place();
    return QObject::eventFilter(watched, event);
}

} // namespace shell
