#pragma once

#include "ui/fleet/savedviews.h"

#include <QString>

#include <functional>
#include <vector>

namespace editor {
class ApplyDialog;
class EditorPage;
class Targeting;
} // namespace editor
namespace gui {
class Application;
}

namespace operations {
class PlanPage;
}

namespace snapshots {
class SnapshotPage;
}

namespace tour {

class World;

/// Leads the real window through its views over the clusters of the world, and writes a picture of each.
class Tour
{
public:
    /// `folder` exists. `only`: a part of the names of the pictures to take; empty: all.
    Tour(gui::Application& drey, World& world, QString folder, QString only);

    /// In both themes and both languages; prints the path of each picture. False: a picture could not be written.
    bool walk();

private:
    struct Stop
    {
        QString name;
        std::function<void()> arrive;
    };

    void addStops();
    void addPopups();
    void addStates();
    void addPractice();
    void addEditor();
    void write(const QString& name, const QByteArray& bytes);
    void addSnapshots();
    void writeSnapshots();
    snapshots::SnapshotPage* openSnapshot(const QString& path);
    snapshots::SnapshotPage* openCheckpoint(int id);
    void addEffect();
    void addApply();
    editor::EditorPage* openManifest(const QString& name);
    editor::EditorPage* openManifest(const QString& name, const QByteArray& text);
    editor::Targeting* aim(const QString& context, const QByteArray& text);
    editor::ApplyDialog* planApplying(const QString& context, const QByteArray& text);
    void addOperations();
    operations::PlanPage* openPlan(const QString& context, const QString& verb);
    operations::PlanPage* planUpgrade();
    void planRecovery();
    void settlePlan(operations::PlanPage& page);
    void operate();
    void getStuck();
    void planBatch();
    void showSessionJob();
    void showEndpointJob();
    void chooseJob();
    bool takePicture(const QString& name);
    void settle();
    void settleIn();
    void showFleet(const fleet::SavedView& view, const QStringList& labels);
    void showDeployment(int tab);
    void showDeployment(const kube::ObjectKey& key, int tab);
    void showGraph();
    void examine(const QString& connectionId);
    void openContexts();
    void rehearse();
    void closePopups();

    gui::Application& m_drey;
    World& m_world;
    QString m_folder, m_only, m_suffix;
    std::vector<Stop> m_stops;
};

} // namespace tour
