#include "ui/shell/practiceband.h"

#include "ui/shell/pagewindow.h"
#include "ui/theme/practice.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/environmentchip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

namespace shell {

using namespace Qt::StringLiterals;

namespace {

constexpr int stripeWidth = 5;

/// The word on its colour, inside the band.
class Word : public QWidget
{
public:
    explicit Word(QWidget* parent)
        : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return widgets::EnvironmentChip::practiceSize(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        widgets::EnvironmentChip::paintPractice(&painter, rect());
    }
    void changeEvent(QEvent* event) override
    {
        if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
            updateGeometry();
        QWidget::changeEvent(event);
    }
};

} // namespace

PracticeBand::PracticeBand(QWidget* parent)
    : QWidget(parent)
    , m_text(new widgets::ElidedLabel(this))
    , m_note(new widgets::ElidedLabel({}, theme::Type::Strong, theme::Role::Text, this))
    , m_open(new QPushButton(this))
{
    m_open->setProperty("small", true);
    m_open->setIcon(theme::icon(u"practice"_s));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::pageMargin, 3, theme::between, 3);
    row->setSpacing(theme::between);
    row->addWidget(new Word(this));
    row->addWidget(m_text, 3);
    row->addWidget(m_note, 2);
    row->addWidget(m_open);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(m_open, &QPushButton::clicked, this, &PracticeBand::pageRequested);
    if (theme::Theme* theme = theme::Theme::instance())
        connect(theme, &theme::Theme::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

void PracticeBand::setContexts(const QStringList& contexts, Page page)
{
    m_contexts = contexts;
    m_page = page;
    refresh();
}

void showPractice(PracticeBand& band, const Surroundings& surroundings)
{
    band.setContexts(surroundings.practice,
                     surroundings.isMixed ? PracticeBand::Page::Mixed : PracticeBand::Page::OnlyPractice);
}

void PracticeBand::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    refresh();
}

QString PracticeBand::text() const
{
    return accessibleName();
}

void PracticeBand::refresh()
{
    m_text->setText(m_page == Page::OnlyPractice
                        ? tr("A cluster inside this program. Nothing here is real; break it as you like.")
                        : tr("Not real on this page: %1", "names of contexts").arg(m_contexts.join(u", "_s)));
    m_open->setText(tr("Rehearsals"));
    const QString note = m_note->text();
    setAccessibleName(QStringList{theme::practiceWord(), m_text->text(), note}.join(u' ').trimmed());
    setVisible(!m_contexts.isEmpty());
}

void PracticeBand::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void PracticeBand::paintEvent(QPaintEvent*)
{
    const theme::EnvironmentColors colors = theme::practiceColors();
    QPainter painter(this);
    painter.fillRect(rect(), colors.tint);
    // Striped like the tape around what is not in service.
    const QRect tape(0, height() - 3, width(), 3);
    painter.setClipRect(tape);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath stripes;
    for (int x = -stripeWidth; x < width() + stripeWidth; x += 2 * stripeWidth) {
        stripes.moveTo(x, height());
        stripes.lineTo(x + stripeWidth, height());
        stripes.lineTo(x + stripeWidth + 3, tape.top());
        stripes.lineTo(x + 3, tape.top());
        stripes.closeSubpath();
    }
    painter.fillPath(stripes, colors.solid);
}

} // namespace shell
