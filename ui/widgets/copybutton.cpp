#include "ui/widgets/copybutton.h"

#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QToolTip>

namespace widgets {

using namespace Qt::StringLiterals;

CopyButton::CopyButton(QWidget* parent)
    : QToolButton(parent)
{
    setIcon(theme::icon(u"copy"_s));
    setAutoRaise(true);
    setProperty("small", true);
    setFocusPolicy(Qt::StrongFocus);
    setEnabled(false);
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
}

void CopyButton::setText(const QString& text, const QString& what)
{
    m_text = text;
    setEnabled(!text.isEmpty());
    const QString sentence = tr("Copy %1").arg(what);
    setToolTip(sentence);
    setAccessibleName(sentence);
}

void CopyButton::copy()
{
    QGuiApplication::clipboard()->setText(m_text);
    QToolTip::showText(mapToGlobal(QPoint(0, height())), tr("Copied"), this);
    emit copiedText(m_text);
}

} // namespace widgets
