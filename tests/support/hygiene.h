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
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

} // namespace support
