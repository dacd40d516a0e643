#include "app/gui/application.h"
#include "tests/tour/tour.h"
#include "ui/editor/checker.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/findbar.h"
#include "ui/editor/folderpage.h"
#include "ui/editor/formpanel.h"
#include "ui/editor/manifestedit.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileInfo>
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

const QByteArray snapshot = R"(apiVersion: flink.apache.org/v1beta1
kind: FlinkStateSnapshot
metadata:
  name: before-upgrade
spec:
  jobReference:
    kind: FlinkDeployment
    name: payment-settlement
  savepoint:
    path: s3://namdo-flink/savepoints/manual
)";

/// As a blog shows it to one who copies it: no indentation, quotes of a typesetter, text around it.
const QByteArray pastedPage = R"(배포 예시는 다음과 같습니다.
apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
name: word-count
spec:
image: flink:1.20
flinkVersion: v1_20
flinkConfiguration:
taskmanager.numberOfTaskSlots: “2”
serviceAccount: flink
jobManager:
resource:
memory: 2048m
cpu: 1
taskManager:
resource:
memory: 2048m
cpu: 1
job:
jarURI: local:///opt/flink/examples/streaming/WordCount.jar
parallelism: 2
upgradeMode: savepoint
args:
– --input
– s3://namdo/words
이제 적용합니다.
$ kubectl apply -f word-count.yaml
)";

} // namespace

void Tour::write(const QString& name, const QByteArray& bytes)
{
    const QString path = QDir(m_folder).absoluteFilePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

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
    write(name, text);
    m_drey.manifests().open({path});
    auto* page = qobject_cast<editor::EditorPage*>(m_drey.window().currentPage()->widget());
    (void)QTest::qWaitFor([page] { return !page->path().isEmpty() && !page->checker().isBusy(); }, longestWait);
    page->edit().become(QString::fromUtf8(text));
    (void)QTest::qWaitFor([page] { return !page->checker().isBusy(); }, longestWait);
    page->edit().document()->setModified(false);
    page->findChild<editor::FindBar*>()->hide();
    page->setFormShown(false);
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
                           page->run(u"manifest.fixes"_s);
                       }});
    m_stops.push_back({u"editor-completion"_s, [this, manifest] {
                           editor::EditorPage* page = openManifest(manifest);
                           page->edit().goTo(page->edit().text().indexOf(u"    state.backend:") - 1);
                           QTest::keyClick(&page->edit(), Qt::Key_Return);
                           QTest::keyClicks(&page->edit(), u"execution.checkpointing.t"_s);
                           (void)QTest::qWaitFor([page] { return !page->checker().isBusy(); }, longestWait);
                           QTest::keyClick(&page->edit(), Qt::Key_Space, Qt::ControlModifier);
                       }});
    m_stops.push_back({u"editor-form"_s, [this, manifest] {
                           editor::EditorPage* page = openManifest(manifest);
                           page->setFormShown(true);
                           page->edit().goTo(page->edit().text().indexOf(u"taskmanager.numberOfTaskSlots"));
                           (void)QTest::qWaitFor([page] { return !page->form()->isBusy(); }, longestWait);
                           QTest::keyClick(&page->edit(), Qt::Key_F4);
                       }});
    m_stops.push_back({u"editor-form-broken"_s, [this, manifest] {
                           editor::EditorPage* page = openManifest(manifest);
                           page->setFormShown(true);
                           (void)QTest::qWaitFor([page] { return !page->form()->isBusy(); }, longestWait);
                           page->edit().goTo(page->edit().text().indexOf(u"flinkVersion"));
                           QTest::keyClicks(&page->edit(), u"["_s);
                           (void)QTest::qWaitFor([page] { return !page->checker().isBusy(); }, longestWait);
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
    m_stops.push_back({u"editor-conflict"_s, [this, manifest] {
                           editor::EditorPage* page = openManifest(manifest);
                           QTest::keyClicks(&page->edit(), u"# "_s);
                           QTest::qWait(1100); // the file's time tells changes apart by seconds on some disks
                           write(manifest, QByteArray(settlement).replace("4096m", "6144m"));
                           auto* bar = page->findChild<widgets::Banner*>();
                           (void)QTest::qWaitFor([bar] { return bar->isVisible(); }, longestWait);
                       }});
    m_stops.push_back({u"editor-paste"_s, [this, manifest] {
                           editor::EditorPage* page = openManifest(manifest);
                           QGuiApplication::clipboard()->setText(QString::fromUtf8(pastedPage));
                           page->pastePage();
                           (void)QTest::qWaitFor([page] { return page->findChild<QDialog*>(u"paste"_s); }, longestWait);
                       }});
    m_stops.push_back({u"editor-folder"_s, [this] {
                           write(u"deploy/settlement.yaml"_s, settlement);
                           write(u"deploy/base/snapshot.yaml"_s, snapshot);
                           write(u"deploy/overlays/prod/patch.yml"_s,
                                 "apiVersion: v1\nkind: ConfigMap\ndata: {a: [b}\n");
                           write(u"deploy/overlays/prod/values.yaml"_s, "replicas: 3\n");
                           m_drey.manifests().open({QDir(m_folder).absoluteFilePath(u"deploy"_s)});
                           auto* page = qobject_cast<editor::FolderPage*>(m_drey.window().currentPage()->widget());
                           (void)QTest::qWaitFor([page] { return !page->isBusy(); }, longestWait);
                       }});
    m_stops.push_back({u"editor-small"_s, [this, manifest] {
                           m_drey.window().resize(smallWindow);
                           openManifest(manifest);
                       }});
}

} // namespace tour
