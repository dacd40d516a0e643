#include "core/sim/flink/version.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace sim::flink {

namespace {

struct Release
{
    int major;
    int minor;
    QStringView number;
    QStringView commit;
    QStringView commitAt;
};

constexpr std::array<Release, 7> releases{{
    {1, 18, u"1.18.1", u"a8c8b1c", u"2023-12-19T22:17:36+01:00"},
    {1, 19, u"1.19.3", u"d0d1b8d", u"2025-06-23T10:04:37+02:00"},
    {1, 20, u"1.20.4", u"f6265b2", u"2026-04-16T22:34:59+02:00"},
    {2, 0, u"2.0.2", u"c1e9d7a", u"2026-04-20T10:11:02+02:00"},
    {2, 1, u"2.1.2", u"91ab3f0", u"2026-05-02T09:40:51+02:00"},
    {2, 2, u"2.2.0", u"5a33689", u"2025-11-27T02:56:12+01:00"},
    {2, 3, u"2.3.0", u"e7d20c4", u"2026-06-08T15:20:33+02:00"},
}};

} // namespace

int Version::metadataVersion() const
{
    if (isAtLeast(2, 1))
        return 6;
    return isAtLeast(2, 0) ? 5 : 4;
}

Version Version::of(QStringView line)
{
    QString text = line.toString();
    text.replace(u'_', u'.').remove(u'v');
    const QStringList parts = text.split(u'.');
    const int major = parts.value(0).toInt();
    const int minor = parts.value(1).toInt();
    const Release* found = &releases[2];
    for (const Release& release : releases) {
        if (release.major == major && release.minor == minor)
            found = &release;
    }
    return {found->major, found->minor, found->number.toString(), found->commit.toString(), found->commitAt.toString()};
}

} // namespace sim::flink
