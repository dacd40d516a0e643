#include "app/gui/application.h"
#include "tests/tour/tour.h"
#include "ui/editor/applydialog.h"
#include "ui/editor/checker.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/effectpanel.h"
#include "ui/editor/manifestedit.h"
#include "ui/editor/targeting.h"
#include "ui/shell/activity.h"
#include "ui/shell/mainwindow.h"

#include <QCheckBox>
#include <QTest>

#include <algorithm>

namespace tour {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize smallWindow{1024, 640};
constexpr int longestWait = 20'000; // ms

/// What somebody would change on a Monday: the image, the size, a key, and one that nobody has to wait for.
const QByteArray release = R"(apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
  name: payment-settlement
  namespace: payments   # 결제 정산, 담당: 정산플랫폼팀
spec:
  image: registry.hanbit.example/flink/payment-settlement:1.20-r9
  flinkConfiguration:
    kubernetes.operator.savepoint.history.max.count: "5"
    state.checkpoints.num-retained: "4"
  job:
    parallelism: 8
---
apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
  name: payment-authorize
  namespace: payments
spec:
  flinkConfiguration:
    kubernetes.operator.savepoint.history.max.count: "5"
)";

const QByteArray small = R"(apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
  name: payment-authorize
  namespace: payments
spec:
  flinkConfiguration:
    state.checkpoints.num-retained: "%1"
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settlement-rules
  namespace: payments
data:
  limit: "%1000000"
)";

const QByteArray redeployment = R"(apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
  name: payment-authorize
  namespace: payments
spec:
  job:
    initialSavepointPath: s3://hanbit-flink/savepoints/authorize/sp-7
    savepointRedeployNonce: 7
)";

} // namespace

/// The page of a manifest that is held against this cluster, once all is heard.
editor::Targeting* Tour::aim(const QString& context, const QByteArray& text)
{
    editor::EditorPage* page = openManifest(u"release.yaml"_s, text);
    auto* targeting = page->findChild<editor::Targeting*>();
    targeting->choose(u"context:"_s + context);
    targeting->panel().showFace(editor::EffectPanel::Face::Effect);
    const auto isHeard = [targeting] {
        const auto& all = targeting->forecasts().all();
        return !all.isEmpty() && std::ranges::all_of(all, [](const editor::Forecast& one) {
            return one.prospect && !one.isAsked && !one.isBehind();
        });
    };
    (void)QTest::qWaitFor([&] { return isHeard() && !page->checker().isBusy(); }, longestWait);
    return targeting;
}

editor::ApplyDialog* Tour::planApplying(const QString& context, const QByteArray& text)
{
    aim(context, text)->apply();
    auto* dialog = m_drey.window().findChild<editor::ApplyDialog*>();
    (void)QTest::qWaitFor([dialog] { return dialog->run().stage() == editor::ApplyRun::Stage::Asking; }, longestWait);
    return dialog;
}

void Tour::addEffect()
{
    const auto production = u"prod-seoul"_s;
    m_stops.push_back({u"editor-effect"_s, [this, production] { aim(production, release); }});
    m_stops.push_back({u"editor-diff"_s, [this, production] { aim(production, release)->showComparison(); }});
    m_stops.push_back({u"editor-effect-small"_s, [this, production] {
                           m_drey.window().resize(smallWindow);
                           aim(production, release);
                       }});
    m_stops.push_back({u"editor-effect-offline"_s, [this] {
                           editor::Targeting* targeting = aim(u"dev-local"_s, release);
                           targeting->choose({});
                           targeting->showEffect(true);
                       }});
}

void Tour::addApply()
{
    const auto staging = u"stage-seoul"_s;
    m_stops.push_back({u"editor-apply"_s, [this, staging] {
                           QByteArray text = small;
                           planApplying(staging, text.replace("%1", "4"));
                       }});
    m_stops.push_back({u"editor-apply-protected"_s, [this] { planApplying(u"prod-seoul"_s, release); }});
    m_stops.push_back({u"editor-apply-conflict"_s, [this, staging] { planApplying(staging, release); }});
    m_stops.push_back({u"editor-apply-state"_s, [this, staging] { planApplying(staging, redeployment); }});
    m_stops.push_back(
        {u"editor-apply-outcome"_s, [this, staging] {
             static int round = 10;
             QByteArray text = small;
             editor::ApplyDialog* dialog = planApplying(staging, text.replace("%1", QByteArray::number(++round)));
             dialog->run().agree();
             (void)QTest::qWaitFor([dialog] { return dialog->run().stage() == editor::ApplyRun::Stage::Over; },
                                   longestWait);
             m_drey.window().activity().show();
             m_drey.window().activity().showPart(shell::Activity::Part::Applied);
         }});
    m_stops.push_back({u"editor-applied"_s, [this, staging] {
                           aim(staging, release);
                           m_drey.window().activity().show();
                           m_drey.window().activity().showPart(shell::Activity::Part::Applied);
                       }});
}

} // namespace tour
