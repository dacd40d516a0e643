#pragma once

#include "core/base/health.h"
#include "ui/fleet/sortkey.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace fleet {

/// What one looks at in the fleet, under a name: which rows, and in which order.
struct SavedView
{
    QString name;
    QString filter;
    std::optional<base::Health> family; ///< the pressed tile
    QList<SortKey> sort;
    QStringList nameSpaces; ///< sorted; empty: all

    /// Whether both show the same, whatever they are called.
    bool showsTheSame(const SavedView& other) const;
    /// Whether everything is shown, in whatever order.
    bool showsAll() const { return filter.trimmed().isEmpty() && !family && nameSpaces.isEmpty(); }
    friend bool operator==(const SavedView&, const SavedView&) = default;
};

/// The views a user keeps, in the order he made them; they stand in the settings, and what cannot be read there is left
/// out.
class SavedViews : public QObject
{
    Q_OBJECT
public:
    static constexpr int longestName = 60;
    static constexpr int most = 40;

    explicit SavedViews(QObject* parent = nullptr);

    const QList<SavedView>& all() const { return m_all; }
    const SavedView* find(const QString& name) const; ///< null: there is none of this name
    /// Adds it, or takes the place of the one of its name. Nothing without a name, or beyond `most`.
    void save(const SavedView& view);
    /// Nothing when there is one of the new name.
    void rename(const QString& from, const QString& to);
    void remove(const QString& name);
    /// A name as it is kept: what is typed, made safe to show and not too long.
    static QString nameOf(const QString& typed);

signals:
    void changed();

private:
    void read();
    void write();

    QList<SavedView> m_all;
};

} // namespace fleet
