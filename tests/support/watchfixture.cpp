#include "tests/support/watchfixture.h"

using namespace Qt::StringLiterals;

namespace support {

void WatchFixture::begin()
{
    m_api = std::make_unique<FakeApi>();
}

void WatchFixture::end()
{
    m_seen.reset();
    m_watch.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_api.reset();
}

void WatchFixture::dropAll()
{
    m_seen.reset();
    m_watch.reset();
    m_api.reset();
}

kube::Watch& WatchFixture::makeWatch(kube::WatchTimes times)
{
    const kube::Collection collection{.type = kube::flinkType(u"flinkdeployments"_s)};
    m_watch = std::make_unique<kube::Watch>(*m_api, collection, valueDecoder(), times);
    m_seen = std::make_unique<WatchRecorder>(*m_watch);
    return *m_watch;
}

void WatchFixture::startFollowing(kube::WatchTimes times)
{
    makeWatch(times).start();
    m_api->answer(listJson({{u"a"_s, u"3"_s}, {u"b"_s, u"5"_s}}, u"10"_s));
    openStream(1);
}

void WatchFixture::openStream(qsizetype count)
{
    QTRY_VERIFY(m_api->streams.size() >= count);
    QVERIFY(m_api->stream());
    m_api->stream()->open();
}

void WatchFixture::change(const QString& version)
{
    m_api->stream()->send(eventJson("MODIFIED", {u"a"_s, version}));
    QTRY_VERIFY(m_seen->names().contains(u"a@"_s + version));
}

} // namespace support
