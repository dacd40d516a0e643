#include "core/sim/operator/settings.h"

using namespace Qt::StringLiterals;

namespace sim::op {

QString versionText(Release release)
{
    switch (release) {
    case Release::V1_7:
        return u"1.7.0"_s;
    case Release::V1_12:
        return u"1.12.1"_s;
    case Release::V1_15:
        return u"1.15.0"_s;
    case Release::V1_16:
        return u"1.16.0"_s;
    }
    return {};
}

bool hasSnapshotResources(Release release)
{
    return release >= Release::V1_12;
}
bool hasRedeployNonce(Release release)
{
    return release >= Release::V1_12;
}
bool hasAutoscalerResetNonce(Release release)
{
    return release >= Release::V1_12;
}
bool hasObservedGeneration(Release release)
{
    return release >= Release::V1_12;
}
bool rollsBackToSavepoints(Release release)
{
    return release >= Release::V1_12;
}
bool failsForLoss(Release release)
{
    return release >= Release::V1_12;
}
bool hasRecoveryFailures(Release release)
{
    return release < Release::V1_12;
}
bool forgetsStoppedJobs(Release release)
{
    return release >= Release::V1_12;
}
bool tellsOfSubmissions(Release release)
{
    return release >= Release::V1_12;
}
bool hasStateSize(Release release)
{
    return release >= Release::V1_12;
}
bool hasConditions(Release release)
{
    return release >= Release::V1_15;
}
bool hasBlueGreen(Release release)
{
    return release >= Release::V1_15;
}
bool hasJobExceptionEvents(Release release)
{
    return release >= Release::V1_12;
}
bool checksOverlappingKeys(Release release)
{
    return release >= Release::V1_12;
}
bool checksArtifactSchemes(Release release)
{
    return release >= Release::V1_15;
}
bool checksStoppedClusters(Release release)
{
    return release >= Release::V1_15;
}
bool readsMountErrors(Release release)
{
    return release >= Release::V1_12;
}
bool namesContainers(Release release)
{
    return release >= Release::V1_12;
}
bool hasResourceRequests(Release release)
{
    return release >= Release::V1_16;
}
bool writesSpecBack(Release release)
{
    return release < Release::V1_12;
}
bool requiresHaForLastState(Release release)
{
    return release < Release::V1_12;
}

QStringList supportedFlinkVersions(Release release)
{
    switch (release) {
    case Release::V1_7:
        return {u"v1_13"_s, u"v1_14"_s, u"v1_15"_s, u"v1_16"_s, u"v1_17"_s, u"v1_18"_s, u"v1_19"_s};
    case Release::V1_12:
        return {u"v1_15"_s, u"v1_16"_s, u"v1_17"_s, u"v1_18"_s, u"v1_19"_s, u"v1_20"_s, u"v2_0"_s};
    case Release::V1_15:
        return {u"v1_15"_s, u"v1_16"_s, u"v1_17"_s, u"v1_18"_s, u"v1_19"_s,
                u"v1_20"_s, u"v2_0"_s,  u"v2_1"_s,  u"v2_2"_s};
    case Release::V1_16:
        return {u"v1_15"_s, u"v1_16"_s, u"v1_17"_s, u"v1_18"_s, u"v1_19"_s, u"v1_20"_s,
                u"v2_0"_s,  u"v2_1"_s,  u"v2_2"_s,  u"v2_3"_s,  u"v2_4"_s};
    }
    return {};
}

QStringList knownFlinkVersions(Release release)
{
    if (release == Release::V1_7)
        return {u"v1_13"_s, u"v1_14"_s, u"v1_15"_s, u"v1_16"_s, u"v1_17"_s, u"v1_18"_s, u"v1_19"_s};
    QStringList known{u"v1_20"_s, u"v1_13"_s, u"v1_14"_s, u"v1_15"_s, u"v1_16"_s,
                      u"v1_17"_s, u"v1_18"_s, u"v1_19"_s, u"v2_0"_s};
    if (release >= Release::V1_15)
        known += {u"v2_1"_s, u"v2_2"_s, u"v2_3"_s, u"v2_4"_s};
    return known;
}

} // namespace sim::op
