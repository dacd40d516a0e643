#pragma once

#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

namespace support {

/// First line of every init(), because Qt forgets it after each test function: a warning of Qt or of ours fails the test, and no
/// setting of the user is touched.
inline void keepClean()
{
    QStandardPaths::setTestModeEnabled(true);
    // Qt's off-screen platform says this of every window of a fixed size.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
}

} // namespace support
