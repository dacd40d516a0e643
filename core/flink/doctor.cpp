#include "core/flink/doctor.h"

#include "core/flink/clustercheck.h"
#include "core/flink/endpointcheck.h"
#include "core/flink/waycheck.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace flink {

namespace {

using Verdict = DoctorStep::Verdict;

int gravity(Verdict verdict)
{
    switch (verdict) {
    case Verdict::NotReached:
        return 0;
    case Verdict::Ok:
        return 1;
    case Verdict::Unknown:
        return 2;
    case Verdict::Warning:
        return 3;
    case Verdict::Failed:
        return 4;
    }
    Q_UNREACHABLE();
}

} // namespace

Finding Finding::failed(const base::Error& error)
{
    return {Verdict::Failed, error.message, error.detail};
}

Finding Finding::unknown(const base::Error& error)
{
    return {Verdict::Unknown, error.message, error.detail};
}

QString wordOf(DoctorStep::Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ok:
        return u"ok"_s;
    case Verdict::Warning:
        return u"warning"_s;
    case Verdict::Failed:
        return u"failed"_s;
    case Verdict::Unknown:
        return u"unknown"_s;
    case Verdict::NotReached:
        return u"notReached"_s;
    }
    Q_UNREACHABLE();
}

Doctor::Doctor(QString subject)
    : m_subject(std::move(subject))
{
}

Doctor::~Doctor() = default;

void Doctor::add(const QString& id, const QString& name, After failure, Look look)
{
    m_steps.append({.id = id, .name = name});
    m_afterFailure.push_back(failure);
    m_looks.push_back(std::move(look));
}

void Doctor::addWay(WayCheck& way)
{
    add(u"dns"_s, tr("Name"), After::Stop, [&way](auto done) { way.resolve(std::move(done)); });
    add(u"tcp"_s, tr("Network"), After::Stop, [&way](auto done) { way.connectTcp(std::move(done)); });
    add(u"tls"_s, tr("Encryption"), After::Stop, [&way](auto done) { way.handshake(std::move(done)); });
}

std::unique_ptr<Doctor> Doctor::forContext(const kube::Kubeconfig& config, const QString& contextName,
                                           const kube::PluginUse& use, const QString& nameSpace)
{
    std::unique_ptr<Doctor> doctor(new Doctor(contextName));
    auto* way = new WayCheck(doctor.get());
    auto* cluster = new ClusterCheck(*way, nameSpace, doctor.get());
    for (const kube::Problem& problem : config.problems)
        doctor->m_warnings.append(problem.message);
    doctor->add(u"kubeconfig"_s, tr("Kubeconfig"), After::Stop,
                [=](auto done) { cluster->readContext(config, contextName, use, std::move(done)); });
    doctor->addWay(*way);
    doctor->add(u"signIn"_s, tr("Sign-in"), After::Stop, [=](auto done) { cluster->signIn(std::move(done)); });
    doctor->add(u"version"_s, tr("Version"), After::GoOn, [=](auto done) { cluster->askVersion(std::move(done)); });
    doctor->add(u"rights"_s, tr("Rights"), After::GoOn, [=](auto done) { cluster->askRights(std::move(done)); });
    doctor->add(u"crds"_s, tr("CRDs"), After::GoOn, [=](auto done) { cluster->askTypes(std::move(done)); });
    doctor->add(u"operator"_s, tr("Operator"), After::GoOn, [=](auto done) { cluster->askOperator(std::move(done)); });
    return doctor;
}

std::unique_ptr<Doctor> Doctor::forEndpoint(const Endpoint& endpoint)
{
    std::unique_ptr<Doctor> doctor(new Doctor(endpoint.address));
    auto* way = new WayCheck(doctor.get());
    auto* check = new EndpointCheck(*way, doctor.get());
    doctor->add(u"address"_s, tr("Address"), After::Stop,
                [=](auto done) { check->readAddress(endpoint, std::move(done)); });
    doctor->addWay(*way);
    doctor->add(u"rest"_s, tr("Flink REST"), After::GoOn, [=](auto done) { check->askOverview(std::move(done)); });
    return doctor;
}

void Doctor::start()
{
    if (m_clock.isValid())
        return;
    run(0);
}

void Doctor::run(int index)
{
    if (index == m_steps.size()) {
        finish();
        return;
    }
    m_clock.start();
    emit stepStarted(index);
    // Queued: a step that knows its answer at once must not nest into the next.
    m_looks[static_cast<size_t>(index)]([this, index](const Finding& finding) {
        QMetaObject::invokeMethod(
            this, [this, index, finding] { take(index, finding); }, Qt::QueuedConnection);
    });
}

void Doctor::take(int index, const Finding& finding)
{
    DoctorStep& step = m_steps[index];
    step.verdict = finding.verdict;
    step.message = finding.message;
    step.detail = finding.detail;
    step.duration = std::chrono::milliseconds(m_clock.elapsed());
    emit stepFinished(index);
    const bool stops = finding.verdict == Verdict::Failed && m_afterFailure[static_cast<size_t>(index)] == After::Stop;
    if (stops)
        finish();
    else
        run(index + 1);
}

void Doctor::finish()
{
    m_finished = true;
    emit finished();
}

DoctorStep::Verdict Doctor::verdict() const
{
    Verdict worst = Verdict::NotReached;
    for (const DoctorStep& step : m_steps) {
        if (gravity(step.verdict) > gravity(worst))
            worst = step.verdict;
    }
    return worst;
}

QJsonObject Doctor::toJson() const
{
    QJsonArray items;
    for (const DoctorStep& step : m_steps) {
        items.append(QJsonObject{{u"id"_s, step.id},
                                 {u"verdict"_s, wordOf(step.verdict)},
                                 {u"message"_s, step.message},
                                 {u"detail"_s, step.detail},
                                 {u"durationMs"_s, static_cast<qint64>(step.duration.count())}});
    }
    return {{u"kind"_s, u"DoctorReport"_s},
            {u"context"_s, m_subject},
            {u"items"_s, items},
            {u"warnings"_s, QJsonArray::fromStringList(m_warnings)}};
}

} // namespace flink
