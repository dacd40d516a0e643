#include "app/gui/choices.h"

#include "ui/connections/welcomepage.h"
#include "ui/settings/preferencechoice.h"
#include "ui/widgets/elidedlabel.h"

namespace gui {

void addChoices(connections::WelcomePage& welcome, settings::Preferences& preferences)
{
    using Choice = settings::PreferenceChoice;
    for (const Choice::What what : {Choice::What::Language, Choice::What::Scheme}) {
        auto* choice = new Choice(what, preferences, &welcome);
        welcome.addChoice(choice->label(), choice);
    }
}

} // namespace gui
