#include "ui/theme/practice.h"

#include "ui/theme/current.h"

#include <QCoreApplication>

namespace theme {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(theme::Text)
};

} // namespace

EnvironmentColors practiceColors()
{
    if (current().dark)
        return {QColor(0x6d7622), QColor(0xffffff), QColor(0x2b2e14)};
    return {QColor(0x5f680c), QColor(0xffffff), QColor(0xf2f4da)};
}

QString practiceWord()
{
    return Text::tr("PRACTICE");
}

} // namespace theme
