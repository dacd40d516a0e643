#include "app/gui/application.h"
#include "tests/tour/tour.h"
#include "ui/editor/checker.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/findbar.h"
#include "ui/editor/manifestedit.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTest>

namespace tour {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize smallWindow{1024, 640};
constexpr int longestWait = 15'000; // ms

/// As somebody would have it who has read an old guide.
const QByteArray settlement = R"(apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
  name: payment-settlement
  namespace: payments   # 결제 정산, 담당: 정산플랫폼팀
spec:
  image: registry.namdo.example/payment-settlement:4.17.2
  flinkVersion: v1_20
  serviceAccount: flink
  flinkConfiguration:
    job.autoscaler.enable: "true"
    state.backend: rocksdb
    taskmanager.memory.managed.size: "1536"
    taskmanager.numberOfTaskSlots: "2"
    execution.checkpointing.interval: 1min
    execution.checkpointing.min-pause: 30s
    high-availability.type: kubernetes
    high-availability.storageDir: s3://namdo-flink/ha/payment-settlement
    execution.checkpointing.dir: s3://namdo-flink/checkpoints/payment-settlement
    execution.checkpointing.savepoint-dir: s3://namdo-flink/savepoints/payment-settlement
  podTemplate:
    spec:
      containers:
        - name: flink-main-container
          env:
            - name: ENABLE_BUILT_IN_PLUGINS
              value: flink-s3-fs-presto-1.20.1.jar
  jobManager:
    resource: {memory: 2048m, cpu: 1}
  taskManager:
    resource:
      memory: 4096m
      cpu: 2
  job:
    jarURI: local:///opt/flink/usrlib/settlement.jar
    paralelism: 8
    upgradeMode: last-state
    state: running
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settlement-rules
data:
  rules.json: |
    {"limit": 1000000, "currency": "KRW"}
)";

} // namespace

editor::EditorPage* Tour::openManifest(const QString& name)
{
    editor::EditorPage* page = openManifest(name, settlement);
    page->edit().goToLine(12);
    m_drey.window().showProblems();
    return page;
}

editor::EditorPage* Tour::openManifest(const QString& name, const QByteArray& text)
{
    const QString path = QDir(m_folder).absoluteFilePath(name);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    file.close();
    m_drey.manifests().open({path});
    auto* page = qobject_cast<editor::EditorPage*>(m_drey.window().currentPage()->widget());
    (void)QTest::qWaitFor([page] { return !page->path().isEmpty() && !page->checker().isBusy(); }, longestWait);
    page->edit().become(QString::fromUtf8(text));
    (void)QTest::qWaitFor([page] { return !page->checker().isBusy(); }, longestWait);
    page->edit().document()->setModified(false);
    page->findChild<editor::FindBar*>()->hide();
    page->edit().clearMatches();
    m_drey.window().activateWindow();
    page->edit().setFocus();
    return page;
}

void Tour::addEditor()
{
    const auto manifest = u"settlement.yaml"_s;
    m_stops.push_back({u"editor"_s, [this, manifest] { openManifest(manifest); }});
    m_stops.push_back({u"editor-hover"_s, [this, manifest] {
                           editor::EditorPage* page = openManifest(manifest);
                           page->edit().goTo(page->edit().text().indexOf(u"state.backend:") + 3);
                           QTest::keyClick(&page->edit(), Qt::Key_F2);
                       }});
    m_stops.push_back({u"editor-fixes"_s, [this, manifest] {
                           editor::EditorPage* page = openManifest(manifest);
                           page->edit().goTo(page->edit().text().indexOf(u"paralelism"));
                           QTest::keyClick(&page->edit(), Qt::Key_F2);
                       }});
    m_stops.push_back({u"editor-completion"_s, [this, manifest] {
                           editor::EditorPage* page = openManifest(manifest);
                           page->edit().goTo(page->edit().text().indexOf(u"    state.backend:") - 1);
                           QTest::keyClick(&page->edit(), Qt::Key_Return);
                           QTest::keyClicks(&page->edit(), u"execution.checkpointing.t"_s);
                           (void)QTest::qWaitFor([page] { return !page->checker().isBusy(); }, longestWait);
                           QTest::keyClick(&page->edit(), Qt::Key_Space, Qt::ControlModifier);
                       }});
    m_stops.push_back({u"editor-replace"_s, [this, manifest] {
                           editor::EditorPage* page = openManifest(manifest);
                           QTest::keyClick(&page->edit(), Qt::Key_H, Qt::ControlModifier);
                           QTest::keyClicks(QApplication::focusWidget(), u"execution"_s);
                       }});
    m_stops.push_back({u"editor-templates"_s, [this, manifest] {
                           openManifest(manifest);
                           m_drey.manifests().chooseTemplate();
                       }});
    m_stops.push_back({u"editor-small"_s, [this, manifest] {
                           m_drey.window().resize(smallWindow);
                           openManifest(manifest);
                       }});
}

} // namespace tour
