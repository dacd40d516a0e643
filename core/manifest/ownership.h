#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace manifest {

/// Something that keeps an object as it wants it, beside the one who edits it now.
struct Keeper
{
    enum class Tool {
        ArgoCd,     ///< writes it again from Git
        Flux,       ///< the same
        Helm,       ///< writes it again with the next release
        Kustomize,  ///< somebody applies it from an overlay
        Kubectl,    ///< somebody applies it from a file
        Owner,      ///< another object made it, and changes it again
        Autoscaler, ///< of pods: it sets the number of TaskManagers
    };
    enum class Habit {
        Undoes,    ///< what others change is changed back by itself
        Forgets,   ///< it is overwritten when somebody uses the tool again
        Tolerates, ///< it was told to leave this object alone
    };

    Tool tool = Tool::Kubectl;
    Habit habit = Habit::Undoes;
    QString name; ///< of the application, release or object, as it came; empty: not told
    QString sign; ///< label, annotation or manager that told

    friend bool operator==(const Keeper&, const Keeper&) = default;
};

/// Of an object's metadata as the API server sends it, the most powerful first; each tool once.
QList<Keeper> keepersOf(const QJsonObject& metadata);
/// "Argo CD", …: a proper name, not translated.
QString toolName(Keeper::Tool tool);
/// One sentence: who keeps the object, and what becomes of a change. Safe to show.
QString keeperText(const Keeper& keeper);

/// Managers that own a field, or something in it, by metadata.managedFields; `path` from the object's root, items of
/// lists as "[0]": of a list its owners as a whole.
QStringList managersOf(const QJsonArray& managedFields, const QStringList& path);

} // namespace manifest
