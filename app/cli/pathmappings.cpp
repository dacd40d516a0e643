#include "app/cli/pathmappings.h"

namespace cli {

std::optional<QList<snapshot::PathMapping>> mappingsOf(const QStringList& texts)
{
    QList<snapshot::PathMapping> mappings;
    for (const QString& text : texts) {
        const qsizetype at = text.lastIndexOf(u'=');
        if (at < 1 || at == text.size() - 1)
            return std::nullopt;
        mappings.append({text.first(at), text.sliced(at + 1)});
    }
    return mappings;
}

} // namespace cli
