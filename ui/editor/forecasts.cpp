#include "ui/editor/forecasts.h"

#include "core/flink/connection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace editor {

using namespace std::chrono_literals;

namespace {

/// An operator writes the status of an object that changes several times a second.
constexpr auto restBetween = 2s;

} // namespace

plans::Outlook::Checkpoints checkpointsOver(flink::Connection& connection)
{
    return [&connection](const kube::ObjectKey& cluster, const QString& job, QObject* context,
                         std::function<void(base::Result<flink::CheckpointHistory>)> done) {
        connection.observer(cluster)->rest().checkpoints(job, context, std::move(done));
    };
}

Forecasts::Forecasts(QObject* parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(restBetween);
    connect(&m_pause, &QTimer::timeout, this, &Forecasts::askMoved);
}

Forecasts::~Forecasts() = default;

void Forecasts::setCluster(const Cluster& cluster)
{
    if (cluster == m_cluster)
        return;
    const bool isOther = cluster.id != m_cluster.id;
    const bool isReconnected = cluster.connection && cluster.connection != m_cluster.connection;
    if (cluster.connection != m_cluster.connection)
        m_outlook.reset();
    m_cluster = cluster;
    for (Forecast& forecast : m_all) {
        if (isOther)
            forecast = {forecast.document, {}, {}, {}, {}, {}, false};
        forecast.isAsked = isReconnected && !forecast.document.isBroken;
    }
    next();
    emit changed();
}

void Forecasts::setDocuments(const QList<Document>& documents)
{
    const QList<Forecast> before = std::exchange(m_all, {});
    for (const Document& document : documents) {
        if (!document.isOperators && !document.isBroken)
            continue;
        Forecast forecast;
        // What cannot be read now is most likely what stood in its place before.
        const auto known = document.isBroken ? std::ranges::find_if(before,
                                                                    [&](const Forecast& one) {
                                                                        return one.document.begin <= document.begin &&
                                                                               document.begin <= one.document.end;
                                                                    })
                                             : std::ranges::find_if(before, [&](const Forecast& one) {
                                                   return one.document.isSameObject(document);
                                               });
        if (known != before.end())
            forecast = *known;
        if (document.isBroken) {
            const Document last = forecast.document;
            forecast.document = document;
            forecast.document.kind = last.kind;
            forecast.document.nameSpace = last.nameSpace;
            forecast.document.name = last.name;
        } else {
            forecast.isAsked = forecast.isAsked || known == before.end() || document.manifest != forecast.manifest;
            forecast.document = document;
        }
        m_all.append(forecast);
    }
    m_current = std::clamp<int>(m_current, m_all.isEmpty() ? -1 : 0, static_cast<int>(m_all.size()) - 1);
    // An answer about what nobody asks any more is not waited for.
    if (const Forecast* open = asked(); m_outlook && (!open || open->document.manifest != m_question.manifest))
        m_outlook.reset();
    next();
    emit changed();
}

void Forecasts::setCurrent(int index)
{
    const int wanted = index < static_cast<int>(m_all.size()) ? index : -1;
    if (wanted == m_current)
        return;
    m_current = wanted;
    emit changed();
}

const Forecast* Forecasts::shown() const
{
    return m_current >= 0 && m_current < m_all.size() ? &m_all[m_current] : nullptr;
}

void Forecasts::refresh()
{
    for (Forecast& forecast : m_all)
        forecast.isAsked = !forecast.document.isBroken;
    m_outlook.reset();
    next();
    emit changed();
}

void Forecasts::note(const QString& kind, const kube::ObjectKey& key, const QString& version)
{
    for (Forecast& forecast : m_all) {
        const Document& document = forecast.document;
        const QString nameSpace = document.nameSpace.isEmpty() ? m_cluster.nameSpace : document.nameSpace;
        if (document.kind == kind && document.name == key.name && nameSpace == key.nameSpace)
            forecast.seenVersion = version;
    }
    if (!m_pause.isActive())
        m_pause.start();
}

/// Those whose object is another one than it was when they were told.
void Forecasts::askMoved()
{
    for (Forecast& forecast : m_all) {
        if (!forecast.prospect || !forecast.seenVersion || forecast.document.isBroken)
            continue;
        const QJsonObject live = forecast.prospect->live.value_or(QJsonObject());
        const bool isMoved = live[u"metadata"_s][u"resourceVersion"_s].toString() != *forecast.seenVersion;
        forecast.seenVersion.reset();
        forecast.isAsked = forecast.isAsked || isMoved;
    }
    next();
    emit changed();
}

Forecast* Forecasts::asked()
{
    const auto found = std::ranges::find_if(
        m_all, [this](const Forecast& one) { return one.isAsked && one.document.isSameObject(m_question); });
    return found == m_all.end() ? nullptr : &*found;
}

void Forecasts::next()
{
    kube::Api* api = m_cluster.connection ? m_cluster.connection->api() : nullptr;
    if (m_outlook || !api)
        return;
    const Forecast* wanted = shown();
    if (!wanted || !wanted->isAsked || wanted->document.isBroken) {
        const auto open =
            std::ranges::find_if(m_all, [](const Forecast& one) { return one.isAsked && !one.document.isBroken; });
        wanted = open == m_all.end() ? nullptr : &*open;
    }
    if (!wanted)
        return;
    m_question = wanted->document;
    m_outlook = std::make_unique<plans::Outlook>(*api, m_question.manifest, checkpointsOver(*m_cluster.connection));
    connect(m_outlook.get(), &plans::Outlook::finished, this, &Forecasts::take);
    connect(m_outlook.get(), &plans::Outlook::failed, this, &Forecasts::fail);
    m_outlook->start(m_cluster.nameSpace);
}

void Forecasts::take(const plans::Prospect& prospect)
{
    m_outlook.release()->deleteLater();
    if (Forecast* forecast = asked()) {
        forecast->prospect = prospect;
        forecast->manifest = m_question.manifest;
        forecast->effect = prospect.effectOf(m_question.manifest);
        forecast->error.reset();
        forecast->isAsked = false;
    }
    next();
    emit changed();
}

void Forecasts::fail(const base::Error& error)
{
    m_outlook.release()->deleteLater();
    if (Forecast* forecast = asked()) {
        forecast->error = error;
        forecast->isAsked = false;
    }
    next();
    emit changed();
}

} // namespace editor
