#pragma once

namespace connections {
class WelcomePage;
}
namespace settings {
class Preferences;
}

namespace gui {

/// Puts the choice of language and theme on the welcome page.
void addChoices(connections::WelcomePage& welcome, settings::Preferences& preferences);

} // namespace gui
