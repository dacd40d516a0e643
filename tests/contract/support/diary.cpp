#include "tests/contract/support/diary.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace contract {

Diary::Diary(const kube::ContextAccess& access)
    : m_connection(flink::Connection::toContext(access, flink::settingsOf({}, u"context:contract"_s, u"contract"_s)))
{
    connect(m_connection->deployments(), &flink::ObjectsBase::changed, this, &Diary::look);
    connect(m_connection->sessionJobs(), &flink::ObjectsBase::changed, this, &Diary::look);
    m_connection->open();
    begin();
}

Diary::~Diary() = default;

void Diary::begin()
{
    m_timer.start();
    m_states.clear();
    m_errors.clear();
    m_report.clear();
    look();
}

QStringList Diary::errors() const
{
    QStringList sorted = m_errors;
    sorted.sort();
    return sorted;
}

void Diary::look()
{
    QStringList there;
    for (const kube::ObjectKey& key : m_connection->deployments()->keys()) {
        const auto known = m_connection->deployments()->value(key);
        if (!known)
            continue;
        there.append(key.name);
        note(key.name, known->status,
             QStringList{known->status.lifecycleState, known->jobManagerStatus,
                         known->isSession() ? QString() : known->status.jobState, known->status.reconciliationState}
                 .join(u'/'));
    }
    for (const kube::ObjectKey& key : m_connection->sessionJobs()->keys()) {
        const auto known = m_connection->sessionJobs()->value(key);
        if (!known)
            continue;
        there.append(key.name);
        note(key.name, known->status,
             QStringList{known->status.lifecycleState, known->status.jobState, known->status.reconciliationState}.join(
                 u'/'));
    }
    for (auto states = m_states.begin(); states != m_states.end(); ++states) {
        if (!there.contains(states.key()) && states->last() != u"gone") {
            states->append(u"gone"_s);
            m_report.append(u"%1 s  %2 gone"_s.arg(double(m_timer.elapsed()) / 1000, 5, 'f', 1).arg(states.key()));
        }
    }
}

void Diary::note(const QString& name, const flink::OperatorStatus& status, const QString& state)
{
    const QString trouble =
        status.error ? withoutChance(u"%1: %2"_s.arg(status.error->type.section(u'.', -1), status.error->message))
                     : QString();
    const bool isNewTrouble = !trouble.isEmpty() && !m_errors.contains(trouble);
    if (isNewTrouble)
        m_errors.append(trouble);
    QStringList& states = m_states[name];
    const bool isNewState = states.isEmpty() || states.last() != state;
    if (isNewState)
        states.append(state);
    if (isNewState || isNewTrouble)
        m_report.append(u"%1 s  %2 %3 %4"_s.arg(double(m_timer.elapsed()) / 1000, 5, 'f', 1)
                            .arg(name, state, isNewTrouble ? trouble : QString()));
}

QString withoutChance(QString text)
{
    static const QList<std::pair<QRegularExpression, QString>> words{
        {QRegularExpression(u"savepoint-[0-9a-f]{6}-[0-9a-f]{12}"_s), u"savepoint-ID"_s},
        {QRegularExpression(u"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"_s), u"UID"_s},
        {QRegularExpression(u"\\b[0-9a-f]{32}\\b"_s), u"ID"_s},
        {QRegularExpression(u"\\b\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[.,\\d]*Z?"_s), u"TIME"_s},
        {QRegularExpression(u"\\b\\d{13}\\b"_s), u"MILLIS"_s},
        {QRegularExpression(u"\\b([a-z]+)-[a-z0-9]{8,10}-[a-z0-9]{5}(?![a-z0-9])"_s), u"\\1-POD"_s},
        {QRegularExpression(u"chk-\\d+"_s), u"chk-N"_s},
        {QRegularExpression(u"back-off \\d+m?\\d*s"_s), u"back-off PAUSE"_s},
        {QRegularExpression(u"checkpointID-\\d+"_s), u"checkpointID-N"_s},
        {QRegularExpression(u"\\b10\\.\\d+\\.\\d+\\.\\d+\\b"_s), u"ADDRESS"_s},
    };
    for (const auto& [pattern, word] : words)
        text.replace(pattern, word);
    return text;
}

} // namespace contract
