#include "tests/tour/clustertour.h"

#include "app/gui/application.h"
#include "ui/deployment/deploymentpage.h"
#include "ui/shell/mainwindow.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

namespace tour {

using namespace Qt::StringLiterals;

namespace {

using Place = shell::Address::Place;
using Language = settings::Preferences::Language;

constexpr QSize window{1440, 900};
constexpr int longestWait = 30'000; // ms
/// Flink is asked every three seconds, and first what there is, then about it.
constexpr int untilFlinkWasAsked = 4'000; // ms
constexpr int untilDrawn = 1'500;         // ms

} // namespace

ClusterTour::ClusterTour(gui::Application& drey, QString folder)
    : m_drey(drey)
    , m_folder(std::move(folder))
{
}

bool ClusterTour::takePicture(const QString& name)
{
    const QString path = QDir(m_folder).filePath(u"live-%1-%2.png"_s.arg(name, m_suffix));
    const bool isWritten = m_drey.window().grab().save(path);
    std::fprintf(isWritten ? stdout : stderr, isWritten ? "%s\n" : "Not written: %s\n", qPrintable(path));
    return isWritten;
}

bool ClusterTour::showDeployment(const QString& connection, const kube::ObjectKey& key, bool withTabs)
{
    m_drey.window().go({Place::Deployment, connection, key});
    QTest::qWait(untilFlinkWasAsked);
    auto* page = qobject_cast<deployment::DeploymentPage*>(m_drey.window().currentPage()->widget());
    if (!page)
        return false;
    if (!withTabs)
        return takePicture(key.name);
    bool isGood = true;
    // Names of files are English whatever the language is.
    const QStringList tabs{u"overview"_s, u"jobs"_s,   u"checkpoints"_s, u"exceptions"_s,
                           u"pods"_s,     u"events"_s, u"yaml"_s,        u"config"_s};
    for (int tab = 0; tab < std::min(tabs.size(), page->tabTitles().size()); ++tab) {
        page->setCurrentTab(tab);
        QTest::qWait(untilDrawn);
        isGood = takePicture(key.name + u'-' + tabs.at(tab)) && isGood;
    }
    page->setCurrentTab(0);
    return isGood;
}

bool ClusterTour::walk(const QString& context)
{
    m_drey.window().resize(window);
    const QString id = connections::contextId(context);
    m_drey.pages().openConnection(id);
    const flink::Connection* connection = m_drey.book().connection(id);
    if (!connection || !QTest::qWaitFor([&] { return connection->deployments()->isComplete(); }, longestWait)) {
        std::fprintf(stderr, "The cluster does not answer as %s.\n", qPrintable(context));
        return false;
    }
    bool isGood = true;
    for (const auto& [language, scheme, suffix] : {std::tuple(Language::English, theme::Scheme::Light, u"light-en"_s),
                                                   std::tuple(Language::Korean, theme::Scheme::Dark, u"dark-ko"_s)}) {
        m_drey.preferences().setLanguage(language);
        m_drey.preferences().setScheme(scheme);
        m_suffix = suffix;
        m_drey.window().go({Place::Fleet, {}, {}});
        QTest::qWait(untilFlinkWasAsked);
        isGood = takePicture(u"cluster-fleet"_s) && isGood;
        bool isFirst = true;
        for (const kube::ObjectKey& key : connection->deployments()->keys()) {
            const auto known = connection->deployments()->value(key);
            const bool withTabs = known && !known->isSession() && std::exchange(isFirst, false);
            isGood = showDeployment(id, key, withTabs) && isGood;
        }
    }
    return isGood;
}

} // namespace tour
