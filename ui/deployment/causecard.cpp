#include "ui/deployment/causecard.h"

#include "ui/theme/theme.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/elidedlabel.h"

#include <QVBoxLayout>

namespace deployment {

using namespace Qt::StringLiterals;

CauseCard::CauseCard(QWidget* parent)
    : Card(parent)
    , m_copy(new widgets::CopyButton(this))
    , m_meaning(addPart())
    , m_confirm(addPart())
    , m_action(addPart())
{
    addHeaderWidget(m_copy);
    body()->setSpacing(theme::inside);
}

CauseCard::Part CauseCard::addPart()
{
    const Part part{new widgets::PlainLabel({}, theme::Type::Strong, theme::Role::Text, this),
                    new widgets::PlainLabel({}, theme::Type::Body, theme::Role::Text, this)};
    part.heading->setWordWrap(true);
    part.text->setWordWrap(true);
    part.text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    part.text->setFocusPolicy(Qt::StrongFocus);
    if (body()->count() > 0)
        body()->addSpacing(theme::inside);
    body()->addWidget(part.heading);
    body()->addWidget(part.text);
    return part;
}

void CauseCard::fill(const Part& part, const QString& heading, const QString& text)
{
    part.heading->setText(heading);
    part.heading->setVisible(!heading.isEmpty() && !text.isEmpty());
    part.text->setText(text);
    part.text->setAccessibleName(heading.isEmpty() ? text : heading + u". "_s + text);
    part.text->setVisible(!text.isEmpty());
}

void CauseCard::showCause(const std::optional<flink::KnownCause>& cause)
{
    m_copy->setVisible(cause.has_value());
    if (!cause) {
        setTitle(tr("No known cause"));
        fill(m_meaning, {},
             tr("None of the known causes fits this exception. The calls of your own program, the strong lines of the "
                "stack trace, say where it began."));
        fill(m_confirm, {}, {});
        fill(m_action, {}, {});
        return;
    }
    setTitle(cause->title);
    fill(m_meaning, tr("What it means"), cause->meaning);
    fill(m_confirm, tr("How to confirm"), cause->confirm);
    fill(m_action, tr("What to do"), cause->action);
    const QStringList all{cause->title,   cause->meaning,   tr("How to confirm"),
                          cause->confirm, tr("What to do"), cause->action};
    m_copy->setText(all.join(u'\n'), tr("the known cause"));
}

} // namespace deployment
