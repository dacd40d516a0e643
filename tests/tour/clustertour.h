#pragma once

#include "core/kube/watch.h"

#include <QString>

namespace gui {
class Application;
}

namespace tour {

/// Leads the real window through what runs in a real cluster, and writes a picture of each: live-NAME.png.
class ClusterTour
{
public:
    /// `drey` was started with the cluster's kubeconfig; `folder` exists.
    ClusterTour(gui::Application& drey, QString folder);

    /// Opens `context`, shows the fleet and every deployment, and of the first application all its tabs, light in
    /// English and dark in Korean; prints the path of each picture. False: the cluster does not answer, or a picture
    /// could not be written.
    bool walk(const QString& context);

private:
    bool showDeployment(const QString& connection, const kube::ObjectKey& key, bool withTabs);
    bool takePicture(const QString& name);

    gui::Application& m_drey;
    QString m_folder, m_suffix;
};

} // namespace tour
