#pragma once

#include "core/kube/watch.h"

#include <QByteArray>

namespace kube {

/// What the beginning of a watch event says about its object, when the event is too long to be kept whole.
struct ObjectHead
{
    QByteArray type; ///< of the event: ADDED …
    Item item;       ///< its key is empty when the beginning does not tell the name
};

ObjectHead readHead(QByteArrayView beginning);

} // namespace kube
