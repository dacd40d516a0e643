#include "ui/fleet/savedviews.h"

#include "core/base/visibletext.h"
#include "ui/fleet/celltext.h"

#include <QSettings>

#include <algorithm>

namespace fleet {

using namespace Qt::StringLiterals;

namespace {

const auto arrayKey = u"fleet/views"_s;
const auto nameKey = u"name"_s;
const auto filterKey = u"filter"_s;
const auto familyKey = u"family"_s;
const auto sortKey = u"sort"_s;
const auto nameSpacesKey = u"namespaces"_s;
constexpr qsizetype longestFilter = 2000;

std::optional<base::Health> familyOf(const QString& key)
{
    for (const base::Health family : {base::Health::Broken, base::Health::AtRisk, base::Health::Changing,
                                      base::Health::Unknown, base::Health::Suspended, base::Health::Healthy}) {
        if (CellText::key(family) == key)
            return family;
    }
    return {};
}

SavedView viewIn(const QSettings& settings)
{
    SavedView view;
    view.name = SavedViews::nameOf(settings.value(nameKey).toString());
    view.filter = settings.value(filterKey).toString().left(longestFilter);
    view.family = familyOf(settings.value(familyKey).toString());
    view.nameSpaces = settings.value(nameSpacesKey).toStringList();
    const QStringList keys = settings.value(sortKey).toStringList();
    for (const QString& key : keys) {
        if (const std::optional<SortKey> known = sortKeyOf(key))
            view.sort.append(*known);
    }
    return view;
}

} // namespace

bool SavedView::showsTheSame(const SavedView& other) const
{
    return filter.trimmed() == other.filter.trimmed() && family == other.family && sort == other.sort &&
           nameSpaces == other.nameSpaces;
}

SavedViews::SavedViews(QObject* parent)
    : QObject(parent)
{
    read();
}

QString SavedViews::nameOf(const QString& typed)
{
    return base::visibleText(typed.simplified(), longestName);
}

const SavedView* SavedViews::find(const QString& name) const
{
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [&](const SavedView& view) { return view.name == name; });
    return found == m_all.end() ? nullptr : &*found;
}

void SavedViews::save(const SavedView& view)
{
    SavedView kept = view;
    kept.name = nameOf(view.name);
    if (kept.name.isEmpty())
        return;
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [&](const SavedView& each) { return each.name == kept.name; });
    if (found != m_all.end())
        *found = kept;
    else if (m_all.size() < most)
        m_all.append(kept);
    write();
}

void SavedViews::rename(const QString& from, const QString& to)
{
    const QString name = nameOf(to);
    if (name.isEmpty() || find(name))
        return;
    for (SavedView& view : m_all) {
        if (view.name == from)
            view.name = name;
    }
    write();
}

void SavedViews::remove(const QString& name)
{
    m_all.removeIf([&](const SavedView& view) { return view.name == name; });
    write();
}

void SavedViews::read()
{
    QSettings settings;
    const int count = std::min(settings.beginReadArray(arrayKey), most);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const SavedView view = viewIn(settings);
        if (!view.name.isEmpty() && !find(view.name))
            m_all.append(view);
    }
    settings.endArray();
}

void SavedViews::write()
{
    QSettings settings;
    settings.remove(arrayKey);
    settings.beginWriteArray(arrayKey, int(m_all.size()));
    for (int i = 0; i < int(m_all.size()); ++i) {
        const SavedView& view = m_all.at(i);
        QStringList keys;
        for (const SortKey& key : view.sort)
            keys.append(textOf(key));
        settings.setArrayIndex(i);
        settings.setValue(nameKey, view.name);
        settings.setValue(filterKey, view.filter);
        if (view.family)
            settings.setValue(familyKey, CellText::key(*view.family));
        settings.setValue(sortKey, keys);
        settings.setValue(nameSpacesKey, view.nameSpaces);
    }
    settings.endArray();
    emit changed();
}

} // namespace fleet
