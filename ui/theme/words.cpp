#include "ui/theme/theme.h"

#include <QCoreApplication>

namespace theme {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(theme::Text)
};

} // namespace

QString word(base::Health health)
{
    switch (health) {
    case base::Health::Broken:
        return Text::tr("Broken");
    case base::Health::AtRisk:
        return Text::tr("At risk");
    case base::Health::Changing:
        return Text::tr("Changing");
    case base::Health::Unknown:
        return Text::tr("Unknown");
    case base::Health::Suspended:
        return Text::tr("Suspended");
    case base::Health::Healthy:
        return Text::tr("Healthy");
    }
    return {};
}

QString word(base::Environment environment)
{
    switch (environment) {
    case base::Environment::Unset:
        return Text::tr("not set");
    case base::Environment::Development:
        return Text::tr("DEVELOPMENT");
    case base::Environment::Staging:
        return Text::tr("STAGING");
    case base::Environment::Production:
        return Text::tr("PRODUCTION");
    }
    return {};
}

QString shortWord(base::Environment environment)
{
    switch (environment) {
    case base::Environment::Unset:
        return {};
    case base::Environment::Development:
        return Text::tr("DEV");
    case base::Environment::Staging:
        return Text::tr("STAGE");
    case base::Environment::Production:
        return Text::tr("PROD");
    }
    return {};
}

} // namespace theme
