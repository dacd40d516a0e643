#include "ui/widgets/toasts.h"

#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace widgets {

using namespace std::chrono_literals;

namespace {

constexpr int toastWidth = 320;
constexpr int most = 3;
constexpr std::chrono::milliseconds lifetime{5'000};
constexpr std::chrono::milliseconds step{100};

// One notice: a three-pixel bar in the family's colour, a sentence, and for a while a way back.
class Toast : public QWidget
{
public:
    Toast(base::Health family, const QString& text, QWidget* parent)
        : QWidget(parent)
        , m_family(family)
        , m_column(new QVBoxLayout(this))
    {
        setFixedWidth(toastWidth);
        setAccessibleName(text);
        m_column->setContentsMargins(15, 10, theme::pageMargin, 10);
        auto* words = new PlainLabel(text, this);
        words->setWordWrap(true);
        m_column->addWidget(words);
    }

    QVBoxLayout* column() const { return m_column; }
    std::function<void()> onEnd;

    void end()
    {
        if (const auto last = std::exchange(onEnd, nullptr))
            last();
        hide();
        deleteLater();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme::color(theme::Role::Edge));
        painter.setBrush(theme::color(theme::Role::Raised));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::controlRadius,
                                theme::controlRadius);
        painter.fillRect(QRect(1, 1, 3, height() - 2), theme::status(m_family).glyph);
    }

private:
    base::Health m_family;
    QVBoxLayout* m_column;
};

} // namespace

Toasts::Toasts(QWidget* window)
    : QWidget(window)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::between);
    window->installEventFilter(this);
    hide();
}

Toasts::~Toasts()
{
    // What is left goes with its parent, without telling it.
    const QList<QWidget*> left = findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
    for (QWidget* toast : left)
        toast->disconnect(this);
}

void Toasts::notify(base::Health family, const QString& text)
{
    auto* toast = new Toast(family, text, this);
    add(toast);
    QTimer::singleShot(lifetime, toast, [toast] { toast->end(); });
}

void Toasts::withdraw(const QString& text)
{
    for (int i = m_column->count() - 1; i >= 0; --i) {
        auto* toast = static_cast<Toast*>(m_column->itemAt(i)->widget());
        if (!toast->onEnd && toast->accessibleName() == text)
            toast->end();
    }
}

void Toasts::showCancellable(const QString& text, QObject* context, std::function<void()> then)
{
    auto* toast = new Toast(base::Health::Changing, text, this);
    toast->onEnd = [alive = QPointer<QObject>(context), then = std::move(then)] {
        if (alive)
            then();
    };
    auto* bar = new QProgressBar(toast);
    bar->setTextVisible(false);
    bar->setRange(0, static_cast<int>(lifetime / step));
    bar->setValue(bar->maximum());
    bar->setAccessibleName(tr("Time left to cancel"));
    auto* cancel = new QPushButton(tr("Cancel"), toast);
    auto* row = new QHBoxLayout;
    row->addWidget(bar, 1);
    row->addWidget(cancel);
    toast->column()->addLayout(row);
    auto* timer = new QTimer(toast);
    QObject::connect(timer, &QTimer::timeout, toast, [toast, bar] {
        bar->setValue(bar->value() - 1);
        if (bar->value() == 0)
            toast->end();
    });
    QObject::connect(cancel, &QPushButton::clicked, toast, [toast] {
        toast->onEnd = nullptr;
        toast->end();
    });
    add(toast);
    timer->start(step);
}

int Toasts::count() const
{
    return m_column->count();
}

void Toasts::add(QWidget* toast)
{
    while (m_column->count() >= most) {
        QWidget* oldest = m_column->itemAt(0)->widget();
        m_column->removeWidget(oldest);
        static_cast<Toast*>(oldest)->end();
    }
    m_column->addWidget(toast);
    connect(toast, &QObject::destroyed, this, &Toasts::place);
    toast->show();
    show();
    place();
}

void Toasts::place()
{
    setVisible(m_column->count() > 0);
    m_column->activate();
    const QSize size = m_column->sizeHint();
    constexpr int fromEdge = 20;
    constexpr int aboveStatusBar = 36;
    const QSize room = parentWidget()->size();
    setGeometry(room.width() - size.width() - fromEdge, room.height() - size.height() - aboveStatusBar, size.width(),
                size.height());
    raise();
}

bool Toasts::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && count() > 0)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace widgets
