#include "core/manifest/form.h"

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

bool isBelow(const QString& path, const QString& above)
{
    return path.startsWith(above + u'.') || path.startsWith(above + u'[');
}

bool isAbout(const Finding& finding, const FormField& field)
{
    const bool isKey = !field.configurationKey.isEmpty() &&
                       (finding.key == field.configurationKey || finding.missing == field.configurationKey);
    const bool isPlace = finding.path == field.path || isBelow(finding.path, field.path);
    return isKey || isPlace || finding.missing == field.path;
}

/// Of all that is wrong with a whole document, its first field knows no more than the others.
bool isWhole(const QString& path)
{
    return path.isEmpty() || path == u"metadata" || path == u"spec" || path == u"spec.template" ||
           path == u"spec.template.spec";
}

} // namespace

QStringList fieldsAbout(const Form& form, const Finding& finding)
{
    QStringList ids;
    for (const FormField& field : form.fields) {
        if (isAbout(finding, field))
            ids.append(field.id);
    }
    if (!ids.isEmpty())
        return ids;
    const QString& place = finding.missing.isEmpty() ? finding.path : finding.missing;
    for (const FormField& field : form.fields) {
        if (!isWhole(place) && isBelow(field.path, place))
            return {field.id};
    }
    return {};
}

} // namespace manifest
