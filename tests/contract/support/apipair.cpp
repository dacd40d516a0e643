#include "tests/contract/support/apipair.h"

#include "core/sim/documents/definitions.h"

#include "tests/contract/support/managers.h"
#include "tests/contract/support/shape.h"
#include "tests/live/support/waiting.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace contract {

namespace {

/// What of a Status has a meaning: reason, message, causes. Ids and revisions are each server's own.
QJsonObject meaningOf(const QJsonObject& status)
{
    static const QRegularExpression uid(u"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"_s);
    static const QRegularExpression record(u"record \\(\\d+\\)"_s);
    QJsonObject meaning;
    for (const auto& key : {u"status"_s, u"reason"_s, u"code"_s})
        meaning.insert(key, status.value(key));
    meaning.insert(u"message"_s,
                   status.value(u"message"_s).toString().replace(uid, u"UID"_s).replace(record, u"record (N)"_s));
    auto details = status.value(u"details"_s).toObject();
    details.remove(u"uid"_s);
    meaning.insert(u"details"_s, details);
    return meaning;
}

QString text(const QJsonObject& document)
{
    return QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Compact));
}

} // namespace

QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

ApiPair::ApiPair(const QStringList& extraArguments)
    : m_real(extraArguments)
{
}

QString ApiPair::start()
{
    if (!m_real.start())
        return m_real.problem();
    sim::HostOptions alone; // as the real API server beside it
    alone.hasControllers = false;
    m_practice = std::make_unique<sim::Host>(alone);
    if (!m_practice->problem().isEmpty())
        return m_practice->problem();
    auto url = m_real.url().toString();
    while (url.endsWith(u'/'))
        url.chop(1);
    m_sides[Real] = {url, m_real.token(live::ApiServer::User::Admin).toUtf8(), m_real.certificateAuthority()};
    m_sides[Practice] = {m_practice->server(), m_practice->adminToken(), m_practice->authority()};
    return installDefinitions();
}

QString ApiPair::installDefinitions() const
{
    for (const auto& definition : sim::documents::flinkDefinitions(sim::documents::OperatorRelease::V1_15)) {
        const auto name = definition[u"metadata"][u"name"].toString();
        const auto target = u"/apis/apiextensions.k8s.io/v1/customresourcedefinitions/"_s + name;
        const auto applied =
            hear(Real, {"PATCH", target + u"?fieldManager=contract&force=true"_s,
                        QJsonDocument(definition).toJson(QJsonDocument::Compact), "application/apply-patch+yaml"});
        if (applied.status >= 300)
            return QString::fromUtf8(applied.body);
        const auto list = u"/apis/flink.apache.org/v1beta1/"_s + name.section(u'.', 0, 0);
        if (!live::comesTrue([&] { return hear(Real, {.target = list}).status == 200; }, 30s))
            return name + u" is not served"_s;
    }
    return {};
}

QString ApiPair::compare(const Question& question, const QStringList& mayDiffer) const
{
    return compare(hear(Real, question), hear(Practice, question), mayDiffer);
}

QString ApiPair::compare(const Heard& real, const Heard& practice, const QStringList& mayDiffer)
{
    if (real.status == 0)
        return u"the real one does not answer"_s;
    if (practice.status != real.status)
        return u"status %1 instead of %2: %3\ninstead of: %4"_s.arg(practice.status)
            .arg(real.status)
            .arg(QString::fromUtf8(practice.body.left(1000)), QString::fromUtf8(real.body.left(1000)));
    if (practice.mediaType() != real.mediaType())
        return u"media type %1 instead of %2"_s.arg(QString::fromUtf8(practice.mediaType()),
                                                    QString::fromUtf8(real.mediaType()));
    if (real.json().value(u"status"_s) == u"Failure"_s) {
        const auto said = meaningOf(practice.json());
        const auto wanted = meaningOf(real.json());
        return said == wanted ? QString() : u"says: %1\ninstead of: %2"_s.arg(text(said), text(wanted));
    }
    if (real.value().isNull())
        return practice.body == real.body
                   ? QString()
                   : u"says: %1\ninstead of: %2"_s.arg(QString::fromUtf8(practice.body.left(1000)),
                                                       QString::fromUtf8(real.body.left(1000)));
    const auto shape = [](const Heard& heard) { return shapeOf(withSortedManagers(heard.value())); };
    return difference(shape(practice), shape(real), mayDiffer);
}

} // namespace contract
