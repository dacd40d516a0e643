#pragma once

#include "tests/support/recordings.h"

#include "core/sim/operator/status.h"
#include "core/sim/world/path.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace support {

/// One state of a resource that differs from the one before, as the recordings list them.
struct StoryState
{
    double seconds = 0;
    QString resource; ///< Deployment/orders
    QStringList fields;
};

inline QString dash(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("-") : text;
}

inline QString pathKind(const QString& path)
{
    if (path == sim::op::lastStateMarker)
        return QStringLiteral("LAST_STATE");
    return path.contains(QLatin1String("/savepoint-")) ? QStringLiteral("savepoint")
           : path.contains(QLatin1String("/chk-"))     ? QStringLiteral("checkpoint")
                                                       : dash(path);
}

inline QString errorText(const QString& error)
{
    if (error.isEmpty())
        return QStringLiteral("-");
    const QJsonObject json = QJsonDocument::fromJson(error.toUtf8()).object();
    QString text = error;
    if (!json.isEmpty()) {
        text = json[QStringLiteral("type")].toString().section(u'.', -1) + QStringLiteral(": ") +
               json[QStringLiteral("message")].toString();
        const QString reason = sim::at(json, {u"additionalMetadata", u"reason"}).toString();
        if (!reason.isEmpty())
            text += QStringLiteral(" [") + reason + u']';
    }
    static const QRegularExpression pod(QStringLiteral("\\b(?:orders|sess)-[a-z0-9]{8,10}-[a-z0-9]{5}(?![a-z0-9])"));
    static const QRegularExpression uid(QStringLiteral("\\([0-9a-f]{8}-[0-9a-f-]{27}\\)"));
    static const QRegularExpression volume(
        QStringLiteral("volume \"(?:pod-template|flink-config)-volume\" : configmap \"(?:pod-template|flink-config)-"));
    static const QRegularExpression job(QStringLiteral("[0-9a-f]{32}"));
    return text.replace(pod, QStringLiteral("POD"))
        .replace(uid, QStringLiteral("(UID)"))
        .replace(volume, QStringLiteral("volume \"VOLUME-volume\" : configmap \"VOLUME-"))
        .replace(job, QStringLiteral("JOBID"))
        .replace(u'\n', QStringLiteral("\\n"));
}

/// Generations count from the story's first: what was edited before it does not matter.
inline QList<StoryState> fromFirstGeneration(QList<StoryState> all)
{
    int first = 0;
    for (StoryState& state : all) {
        if (state.fields.size() < 8)
            continue;
        if (first == 0)
            first = state.fields[4].toInt();
        for (const qsizetype i : {4, 5}) {
            if (state.fields[i] != QStringLiteral("-"))
                state.fields[i] = QString::number(state.fields[i].toInt() - first);
        }
    }
    return all;
}

/// Two states that take turns count once: how often depends on the phase of the operator's timer.
inline QList<StoryState> withoutRepetitions(QList<StoryState> all)
{
    for (qsizetype i = 0; i + 3 < all.size();) {
        if (all[i].fields == all[i + 2].fields && all[i + 1].fields == all[i + 3].fields)
            all.remove(i + 2, 2);
        else
            ++i;
    }
    return all;
}

/// Of two objects that share a name here, one that goes and one that begins in the same moment: which of them is seen
/// first is luck.
inline QList<StoryState> goneFirst(QList<StoryState> all)
{
    constexpr double moment = 0.5;
    const QStringList gone{QStringLiteral("DELETED")};
    for (qsizetype i = 1; i < all.size(); ++i) {
        if (all[i].fields != gone || !all[i].resource.endsWith(QLatin1String("-MILLIS")))
            continue;
        qsizetype to = i;
        while (to > 0 && all[to - 1].fields != gone && all[i].seconds - all[to - 1].seconds < moment)
            --to;
        all.move(i, to);
    }
    return all;
}

inline QList<StoryState> recorded(const QString& name, const QString& resource)
{
    QFile file(QStringLiteral(DREY_RECORDINGS "/operator/") + name + QStringLiteral(".txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recording %s", qPrintable(name));
    QList<StoryState> found;
    for (const QByteArray& text : file.readAll().split('\n')) {
        const QStringList parts = QString::fromUtf8(text).split(u'\t');
        if (parts.size() > 2 && parts[1] == resource)
            found.append({parts[0].toDouble(), parts[1], parts.mid(2)});
    }
    return found;
}

} // namespace support
