#pragma once

#include <QJsonValue>
#include <QString>

namespace sim::documents {

/// A value as Go prints it with %v: map[a:1 b:[x y]].
QString goPrinted(const QJsonValue& value);
/// A text as Go quotes it with %q.
QString goQuoted(const QString& text);

} // namespace sim::documents
