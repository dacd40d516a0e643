#include "tests/contract/support/countingjob.h"

using namespace Qt::StringLiterals;

namespace contract {

sim::flink::JobSpec countingJob()
{
    using namespace sim::flink;
    JobSpec spec;
    spec.name = u"counting"_s;
    spec.entryClass = u"drey.CountingJob"_s;
    Vertex source;
    source.chain = {{u"Source: numbers"_s, u"numbers"_s, Operator::State::Source}, {u"throttle"_s, u"throttle"_s}};
    source.capacity = 200;
    source.recordBytes = 13;
    source.feed.rate = 1e6;
    source.feed.hasEventTime = false;
    Vertex count;
    count.chain = {{u"count by key"_s, u"count-by-key"_s, Operator::State::Keyed, u"seen"_s},
                   {u"nowhere: Writer"_s, u"nowhere"_s}};
    count.capacity = 50'000;
    count.recordBytes = 13;
    count.stateBytesPerRecord = 1;
    count.stateLimit = 400;
    count.inputs = {{0, Ship::Hash}};
    spec.vertices = {source, count};
    return spec;
}

} // namespace contract
