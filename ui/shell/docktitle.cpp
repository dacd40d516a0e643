#include "ui/shell/docktitle.h"

#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace shell {

using namespace Qt::StringLiterals;

namespace {

// A word one can press: semibold when chosen, nothing around it.
class Word : public QAbstractButton
{
public:
    explicit Word(QWidget* parent)
        : QAbstractButton(parent)
    {
        setCheckable(true);
        setAutoExclusive(true);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(theme::font(theme::Type::Strong));
        return {metrics.horizontalAdvance(text()) + 12, metrics.height() + 6};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (theme::showsFocus(this)) {
            painter.setPen(QPen(theme::color(theme::Role::Focus), 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::controlRadius, theme::controlRadius);
        }
        painter.setFont(theme::font(isChecked() ? theme::Type::Strong : theme::Type::Body));
        painter.setPen(theme::color(isChecked() || underMouse() ? theme::Role::Text : theme::Role::SecondaryText));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

QToolButton* smallButton(const QString& icon, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(theme::icon(icon, theme::Role::SecondaryText));
    button->setIconSize(QSize(12, 12));
    button->setAutoRaise(true);
    button->setFixedSize(22, 22);
    return button;
}

} // namespace

DockTitle::DockTitle(QDockWidget* dock)
    : QWidget(dock)
    , m_dock(dock)
    , m_words(new QHBoxLayout)
    , m_title(new widgets::ElidedLabel(dock->windowTitle(), theme::Type::Strong, theme::Role::Text, this))
    , m_float(smallButton(u"float"_s, this))
    , m_close(smallButton(u"close"_s, this))
{
    m_words->setSpacing(0);
    m_words->addWidget(m_title);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::between, 2, theme::inside, 2);
    row->setSpacing(0);
    row->addLayout(m_words);
    row->addStretch();
    row->addWidget(m_float);
    row->addWidget(m_close);
    setMinimumHeight(qMax(28, fontMetrics().height() + 8));
    connect(m_float, &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
    connect(m_close, &QToolButton::clicked, dock, &QDockWidget::close);
    connect(dock, &QDockWidget::windowTitleChanged, m_title, &QLabel::setText);
    retranslate();
}

void DockTitle::setParts(const QStringList& words)
{
    m_title->setVisible(words.isEmpty());
    while (m_parts.size() < words.size()) {
        auto* word = new Word(this);
        const int part = static_cast<int>(m_parts.size());
        m_words->addWidget(word);
        m_parts.append(word);
        connect(word, &QAbstractButton::clicked, this, [this, part] { emit chosen(part); });
    }
    for (qsizetype i = 0; i < words.size(); ++i) {
        m_parts.at(i)->setText(words.at(i));
        m_parts.at(i)->updateGeometry();
    }
}

void DockTitle::setChosen(int part)
{
    m_parts.at(part)->setChecked(true);
}

void DockTitle::retranslate()
{
    m_float->setToolTip(tr("Detach or attach"));
    m_float->setAccessibleName(m_float->toolTip());
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(m_close->toolTip());
}

void DockTitle::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Role::Raised));
    painter.setPen(theme::color(theme::Role::Border));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void DockTitle::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace shell
