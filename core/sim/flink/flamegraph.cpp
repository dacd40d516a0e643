#include "core/sim/flink/flamegraph.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sim::flink {

namespace {

constexpr int samplesOfSubtask = 100;
const QString runtime = u"org.apache.flink.streaming.runtime."_s;

Frame& child(Frame& parent, const QString& name)
{
    const auto known = std::ranges::find(parent.children, name, &Frame::name);
    if (known != parent.children.end())
        return *known;
    parent.children.push_back({name, 0});
    return parent.children.back();
}

void add(Frame& root, const QStringList& stack, int count)
{
    if (count <= 0)
        return;
    root.count += count;
    Frame* at = &root;
    for (const QString& name : stack) {
        at = &child(*at, name);
        at->count += count;
    }
}

QStringList mailbox()
{
    return {u"java.lang.Thread.run:829"_s,
            u"org.apache.flink.runtime.taskmanager.Task.run:574"_s,
            u"org.apache.flink.runtime.taskmanager.Task.doRun:759"_s,
            u"org.apache.flink.runtime.taskmanager.Task.runWithSystemExitMonitoring:950"_s,
            runtime + u"tasks.StreamTask.invoke:909"_s,
            runtime + u"tasks.StreamTask.runMailboxLoop:974"_s,
            runtime + u"tasks.mailbox.MailboxProcessor.runMailboxLoop:229"_s};
}

QStringList working(const Vertex& vertex, const Operator& part)
{
    QStringList stack = mailbox() << runtime + u"tasks.StreamTask.processInput:638"_s
                                  << runtime + u"io.StreamOneInputProcessor.processInput:65"_s;
    if (vertex.isSource())
        stack << u"org.apache.flink.streaming.api.operators.SourceOperator.emitNext:443"_s;
    else
        stack << runtime + u"io.AbstractStreamTaskNetworkInput.emitNext:110"_s;
    QString name = part.name.section(u": "_s, -1);
    name.remove(u' ');
    stack << u"com.example.%1.invoke:48"_s.arg(name.left(1).toUpper() + name.mid(1).remove(u'-'));
    if (part.state == Operator::State::Keyed)
        stack << u"org.apache.flink.runtime.state.heap.HeapValueState.value:80"_s;
    return stack;
}

QStringList waiting(bool held)
{
    QStringList stack = mailbox();
    if (held)
        stack << runtime + u"tasks.StreamTask.processInput:655"_s
              << u"org.apache.flink.runtime.io.network.buffer.LocalBufferPool.requestMemorySegmentBlocking:382"_s;
    else
        stack << runtime + u"tasks.mailbox.MailboxProcessor.processMailsWhenDefaultActionUnavailable:350"_s
              << runtime + u"tasks.mailbox.TaskMailboxImpl.take:149"_s;
    return stack << u"java.util.concurrent.locks.LockSupport.park:211"_s << u"jdk.internal.misc.Unsafe.park:-2"_s;
}

} // namespace

Frame flameGraphOf(const Job& job, int vertex, const std::vector<int>& subtasks, SampledThreads which)
{
    const Vertex& spec = job.spec().vertices[std::size_t(vertex)];
    const VertexLoad& load = job.traffic().load()[std::size_t(vertex)];
    Frame root{u"root"_s, 0};
    for (const int index : subtasks) {
        const SubtaskLoad& subtask = load.subtasks[std::size_t(index)];
        const int busy = int(std::lround(subtask.busy * samplesOfSubtask));
        const int held = std::min(samplesOfSubtask - busy, int(std::lround(subtask.held * samplesOfSubtask)));
        if (which != SampledThreads::OffCpu) {
            const int parts = int(spec.chain.size());
            for (int i = 0; i < parts; ++i)
                add(root, working(spec, spec.chain[std::size_t(i)]), busy * (i + 1) / parts - busy * i / parts);
        }
        if (which != SampledThreads::OnCpu) {
            add(root, waiting(true), held);
            add(root, waiting(false), samplesOfSubtask - busy - held);
        }
    }
    return root;
}

} // namespace sim::flink
