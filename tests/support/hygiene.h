#pragma once

#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

namespace support {

/// First line of every init(), because Qt forgets it after each test function: a warning of Qt or of ours fails the
/// test, and no setting of the user is touched.
inline void keepClean()
{
    QStandardPaths::setTestModeEnabled(true);
    // What Qt's off-screen platform says of windows of a fixed size and of pop-ups is not about us.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
}

} // namespace support
