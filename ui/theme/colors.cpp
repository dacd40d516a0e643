#include "ui/theme/theme.h"

#include "ui/theme/current.h"

#include <array>

namespace theme {

namespace {

constexpr int roleCount = static_cast<int>(Role::Code) + 1;

struct Palette
{
    std::array<QRgb, roleCount> roles;               // in the order of Role
    std::array<std::array<QRgb, 4>, 6> families;     // in the order of base::Health: text, background, border, glyph
    std::array<std::array<QRgb, 3>, 4> environments; // in the order of base::Environment: solid, on solid, tint
};

constexpr Palette light{
    {0xe9ecf0, 0xffffff, 0xf4f6f8, 0xe1e5ea, 0xcdd3db, 0x788495, 0x1a1f26, 0x4c5765, 0x838d9b, 0x3f51c4, 0xffffff,
     0xdce1fa, 0x1a1f26, 0xeef1f6, 0x3f51c4, 0x3546b5, 0xe4e8ed, 0xf7f8fa},
    {{
        {0xa4260f, 0xfce6e1, 0xe39a8b, 0xaf2710},
        {0x7a4b00, 0xfdf0d3, 0xddb05a, 0xb37000},
        {0x0a5c97, 0xe0effa, 0x86b8dd, 0x1477bd},
        {0x4a5462, 0xeceef2, 0x9aa4b1, 0x66717f},
        {0x4a5462, 0xeceef2, 0xc3cad3, 0x66717f},
        {0x0b6b4c, 0xe1f3ec, 0x84c4ac, 0x14875f},
    }},
    {{
        {0xf4f6f8, 0x4c5765, 0xffffff},
        {0x2c6e7f, 0xffffff, 0xe1eff2},
        {0x7440b4, 0xffffff, 0xeee6f8},
        {0xa8125e, 0xffffff, 0xf9e3ee},
    }},
};
constexpr Palette dark{
    {0x15181d, 0x1b1f25, 0x242931, 0x101317, 0x363d48, 0x6e7988, 0xe4e8ed, 0xa9b3c0, 0x69737f, 0x8c9bff, 0x10131f,
     0x2e3766, 0xf1f3f8, 0x262c35, 0xa3afff, 0xa3afff, 0x2a3039, 0x181c21},
    {{
        {0xff9480, 0x421f19, 0x97473a, 0xfa6c52},
        {0xf2be5c, 0x352a12, 0x7d6224, 0xe5a52f},
        {0x72bdf5, 0x142c40, 0x2f628c, 0x4ba3e3},
        {0xb4bdc9, 0x272d35, 0x6e7988, 0x94a0ae},
        {0xb4bdc9, 0x272d35, 0x48515d, 0x94a0ae},
        {0x62d3a8, 0x15302a, 0x2d6b55, 0x3dbb8b},
    }},
    {{
        {0x242931, 0xa9b3c0, 0x1b1f25},
        {0x2a7a8c, 0xffffff, 0x183038},
        {0x8a5bd0, 0xffffff, 0x2c2140},
        {0xc23a80, 0xffffff, 0x431b30},
    }},
};
const Palette& palette()
{
    return current().dark ? dark : light;
}

} // namespace

QColor color(Role role)
{
    return QColor(palette().roles.at(static_cast<std::size_t>(role)));
}

StatusColors status(base::Health health)
{
    const auto& family = palette().families.at(static_cast<std::size_t>(health));
    return {QColor(family[0]), QColor(family[1]), QColor(family[2]), QColor(family[3])};
}

EnvironmentColors environment(base::Environment environment)
{
    const auto& colors = palette().environments.at(static_cast<std::size_t>(environment));
    return {QColor(colors[0]), QColor(colors[1]), QColor(colors[2])};
}

bool isDark()
{
    return current().dark;
}

} // namespace theme
