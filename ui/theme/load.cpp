#include "ui/theme/load.h"

#include "ui/theme/theme.h"

#include <algorithm>
#include <array>

namespace theme {

namespace {

using Ramp = std::array<QRgb, 6>;
constexpr Ramp light{0xf1ecec, 0xf7e2b5, 0xf2c066, 0xe69138, 0xc75a22, 0x5f1813};
constexpr Ramp dark{0x242931, 0x3d3319, 0x6b5420, 0xa5701f, 0xd9822b, 0xffb089};

std::size_t stepOf(double ratio)
{
    return std::size_t(std::clamp(ratio, 0.0, 1.0) * double(std::tuple_size_v<Ramp> - 1) + 0.5);
}

} // namespace

LoadColors loadColors()
{
    if (isDark())
        return {QColor(0xe59a3c), QColor(0x9a8cf0), QColor(0x363d48)};
    return {QColor(0xd9822b), QColor(0x5e4b9e), QColor(0xd3d9e2)};
}

QColor heat(double ratio)
{
    return QColor((isDark() ? dark : light).at(stepOf(ratio)));
}

QColor onHeat(double ratio)
{
    const QColor ground = heat(ratio);
    const int brightness = (ground.red() * 299 + ground.green() * 587 + ground.blue() * 114) / 1000;
    return brightness > 135 ? QColor(0x1a1f26) : QColor(0xf4f6f8);
}

} // namespace theme
