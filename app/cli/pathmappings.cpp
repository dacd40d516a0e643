#include "app/cli/pathmappings.h"

namespace cli {

std::optional<QList<snapshot::PathMapping>> mappingsOf(const QStringList& texts)
{
    QList<snapshot::PathMapping> mappings;
    for (const QString& text : texts) {
        const std::optional<snapshot::PathMapping> mapping = snapshot::mappingOf(text);
        if (!mapping)
            return std::nullopt;
        mappings.append(*mapping);
    }
    return mappings;
}

} // namespace cli
