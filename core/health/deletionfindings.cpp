#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "core/health/situation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace health {

namespace {

using base::Health;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(health::Text)
};

/// The operator stops the job first, which may take a savepoint; longer than this, somebody should look.
constexpr auto deletionGrace = 300s;
/// A hostile object may have thousands.
constexpr qsizetype mostFinalizers = 5;

/// Whose turn it is: an object is gone only when everybody who wanted a word has taken away their finalizer.
QString finalizerSentence(const QString& finalizer)
{
    const QString shown = base::visibleText(finalizer, 200);
    if (finalizer.section(u'/', 0, 0).endsWith(u".flink.apache.org"))
        return Text::tr("It waits for the Flink operator, which takes away '%1' when it has cleaned up.").arg(shown);
    if (finalizer == u"foregroundDeletion")
        return Text::tr("It waits for Kubernetes to delete what belongs to it ('%1').").arg(shown);
    if (finalizer == u"orphan")
        return Text::tr("It waits for Kubernetes to let go of what belongs to it ('%1').").arg(shown);
    return Text::tr("It waits for whoever has set the finalizer '%1'.").arg(shown);
}

QStringList waitingFor(const QStringList& finalizers)
{
    QStringList sentences;
    for (const QString& finalizer : finalizers.first(std::min(finalizers.size(), mostFinalizers)))
        sentences.append(finalizerSentence(finalizer));
    if (finalizers.size() > mostFinalizers)
        sentences.append(Text::tr("Finalizers beyond these: %1.").arg(finalizers.size() - mostFinalizers));
    return sentences;
}

} // namespace

QList<Finding> deletionFindings(const Situation& situation)
{
    if (!situation.resource || !situation.resource->metadata.deletedAt.isValid())
        return {};
    const flink::Metadata& metadata = situation.resource->metadata;
    const QStringList evidence = waitingFor(metadata.finalizers);
    if (situation.isYoung(metadata.deletedAt, deletionGrace))
        return {{Health::Changing, Text::tr("The deployment is being deleted."), evidence}};
    return {{Health::AtRisk,
             Text::tr("The deployment has been waiting for %1 to be deleted.")
                 .arg(base::durationText(std::chrono::milliseconds(metadata.deletedAt.msecsTo(situation.now)))),
             evidence}};
}

} // namespace health
