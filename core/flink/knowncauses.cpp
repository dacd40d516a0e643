#include "core/flink/knowncauses.h"

#include "core/flink/knowncausecards.h"
#include "core/flink/stacktrace.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace flink {

namespace {

/// A card with its patterns made ready; built once.
struct Recogniser
{
    const CauseCard* card;
    QRegularExpression pattern, beneath;
};

QList<Recogniser> recognisersOfAllCards()
{
    QList<Recogniser> all;
    for (const auto& table : {classCards(), memoryCards(), clusterCards(), stateCards(), checkpointCards(),
                              connectorCards(), programCards()}) {
        for (const CauseCard& card : table)
            all.append({&card, QRegularExpression(QString::fromLatin1(card.pattern)),
                        QRegularExpression(QString::fromLatin1(card.beneath))});
    }
    return all;
}

const QList<Recogniser>& recognisers()
{
    static const QList<Recogniser> all = recognisersOfAllCards();
    return all;
}

QString text(const char* source)
{
    return QCoreApplication::translate("flink::KnownCause", source);
}

KnownCause translated(const CauseCard& card)
{
    return {QString::fromLatin1(card.id), text(card.title), text(card.meaning), text(card.confirm), text(card.action)};
}

QString headOf(const TraceCause& cause)
{
    return cause.type + u": "_s + cause.message;
}

/// @param around the head of the exception that this one caused; empty: it is the outermost
bool recognises(const Recogniser& one, const QString& head, const QString& around)
{
    if (one.pattern.match(head).hasMatch())
        return true;
    return one.card->beneath && !around.isEmpty() && one.beneath.match(around).hasMatch();
}

} // namespace

std::optional<KnownCause> knownCauseOf(const QString& stackTrace)
{
    const QList<TraceCause> causes = causesOf(stackTrace);
    for (qsizetype depth = causes.size() - 1; depth >= 0; --depth) {
        const QString head = headOf(causes[depth]);
        const QString around = depth > 0 ? headOf(causes[depth - 1]) : QString();
        for (const Recogniser& one : recognisers()) {
            if (recognises(one, head, around))
                return translated(*one.card);
        }
    }
    return {};
}

std::optional<KnownCause> knownCause(QStringView id)
{
    for (const Recogniser& one : recognisers()) {
        if (id == QLatin1StringView(one.card->id))
            return translated(*one.card);
    }
    return {};
}

QList<KnownCause> knownCauses()
{
    QList<KnownCause> all;
    for (const Recogniser& one : recognisers())
        all.append(translated(*one.card));
    return all;
}

} // namespace flink
