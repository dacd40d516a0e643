#include "core/plans/colours.h"

namespace plans {

using namespace Qt::StringLiterals;

Colours coloursOf(const manifest::LiveObject& object)
{
    const QString blue = object.name + u"-blue"_s, green = object.name + u"-green"_s;
    const QString& state = object.blueGreenState;
    const bool isGreen = state.endsWith(u"_GREEN");
    const QString named = isGreen ? green : blue, unnamed = isGreen ? blue : green;
    if (state.startsWith(u"TRANSITIONING_TO_"))
        return {unnamed, named, true};
    if (state.startsWith(u"ACTIVE_") || state.startsWith(u"SAVEPOINTING_"))
        return {named, unnamed, state.startsWith(u"SAVEPOINTING_")};
    return {{}, blue, false};
}

QString stateOfColour(QStringView prefix, const QString& name)
{
    return prefix.toString() + name.section(u'-', -1).toUpper();
}

bool isGivenUp(const manifest::LiveObject& object)
{
    return object.jobState == u"FAILING" && !object.error.isEmpty();
}

} // namespace plans
