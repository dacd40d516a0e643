#include "ui/shell/page.h"

#include <QWidget>

namespace shell {

Page::Page(Address address, QWidget* widget, QObject* parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_widget(widget)
{
    if (widget->focusPolicy() == Qt::NoFocus && !widget->focusProxy())
        widget->setFocusPolicy(Qt::ClickFocus);
}

void Page::setAddress(const Address& address)
{
    if (m_address == address)
        return;
    m_address = address;
    emit changed();
}

Page::~Page()
{
    delete m_widget;
}

} // namespace shell
