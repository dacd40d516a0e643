package drey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReducingState;
import org.apache.flink.api.common.state.ReducingStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/**
 * A small job with state of every sort, of which snapshots of every kind are taken: operator state (list, union,
 * broadcast), keyed state (value, list, map, reducing) and timers. Back end and checkpointing come from the
 * configuration it is run with.
 *
 * <p>Arguments, all optional: {@code --pause MILLIS} for each number before the exchange (10), {@code --delay MILLIS}
 * for each behind it (0): with a long one and no pause the channels in between fill up; {@code --padding BYTES} more of
 * state for each key and each subtask (0); {@code --endings yes}: with a source that ends, and one of which only the
 * first subtask ends.
 *
 * <p>Uses only what Flink 1.20 and Flink 2 both have.
 */
public final class SnapshotJob {
    private static final long KEYS = 8;

    private SnapshotJob() {}

    public static void main(final String[] arguments) throws Exception {
        final Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i].substring(2), arguments[i + 1]);
        }
        final long pause = Long.parseLong(given.getOrDefault("pause", "10"));
        final long delay = Long.parseLong(given.getOrDefault("delay", "0"));

        final int padding = Integer.parseInt(given.getOrDefault("padding", "0"));

        final StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        DataStream<Long> numbers = environment
                .fromSequence(1, Long.MAX_VALUE)
                .name("numbers")
                .uid("numbers")
                .map(new Remember(pause, padding))
                .name("remember")
                .uid("remember");
        if (given.containsKey("endings")) {
            numbers = numbers.union(ending(environment, "ended", 2), ending(environment, "half-ended", 1));
        }
        numbers.keyBy(number -> number % KEYS)
                .process(new Keep(delay, padding))
                .name("keep by key")
                .uid("keep-by-key")
                .sinkTo(new DiscardingSink<>())
                .name("nowhere")
                .uid("nowhere");
        environment.execute("snapshots");
    }

    /** A source whose first subtasks end after some seconds, and the others after minutes. */
    private static DataStream<Long> ending(
            final StreamExecutionEnvironment environment, final String name, final int subtasks) {
        // Long enough that each subtask has got its half before the first has done with it and asks for another.
        return environment
                .fromSequence(1, 6000)
                .name(name)
                .uid(name)
                .map(new Slow(subtasks))
                .name("slow " + name)
                .uid("slow-" + name);
    }

    /** Bytes that no back end can compress. */
    private static byte[] noise(final int length) {
        final byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static final class Slow extends RichMapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;
        private final int fast;

        Slow(final int fast) {
            this.fast = fast;
        }

        @Override
        public Long map(final Long number) throws Exception {
            Thread.sleep(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() < fast ? 1 : 100);
            return number;
        }
    }

    /** Operator state of the three modes: every subtask has some from the beginning. */
    private static final class Remember extends RichMapFunction<Long, Long> implements CheckpointedFunction {
        private static final long serialVersionUID = 1L;
        private final long pause;
        private final int padding;
        private long latest;
        private transient ListState<Long> split;
        private transient ListState<Long> union;
        private transient BroadcastState<String, byte[]> broadcast;

        Remember(final long pause, final int padding) {
            this.pause = pause;
            this.padding = padding;
        }

        @Override
        public void initializeState(final FunctionInitializationContext context) throws Exception {
            split = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("split", Long.class));
            union = context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>("union", Long.class));
            broadcast = context.getOperatorStateStore()
                    .getBroadcastState(new MapStateDescriptor<>("broadcast", String.class, byte[].class));
            broadcast.put("the same everywhere", noise(padding));
        }

        @Override
        public void snapshotState(final FunctionSnapshotContext context) throws Exception {
            split.update(List.of(latest, latest));
            union.update(List.of(latest));
        }

        @Override
        public Long map(final Long number) throws Exception {
            if (pause > 0) {
                Thread.sleep(pause);
            }
            latest = number;
            return number;
        }
    }

    /** Keyed state of four kinds, and a timer for each key that never fires. */
    private static final class Keep extends KeyedProcessFunction<Long, Long, Long> {
        private static final long serialVersionUID = 1L;
        private static final long NEVER = Long.MAX_VALUE - 1;
        private static final long PADDED = 4;
        private final long delay;
        private final int padding;
        private transient ValueState<Long> count;
        private transient ListState<Long> recent;
        private transient MapState<String, byte[]> named;
        private transient ReducingState<Long> sum;

        Keep(final long delay, final int padding) {
            this.delay = delay;
            this.padding = padding;
        }

        @Override
        public void open(final OpenContext context) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Long.class));
            recent = getRuntimeContext().getListState(new ListStateDescriptor<>("recent", Long.class));
            named = getRuntimeContext().getMapState(new MapStateDescriptor<>("named", String.class, byte[].class));
            sum = getRuntimeContext().getReducingState(new ReducingStateDescriptor<>("sum", Long::sum, Long.class));
        }

        @Override
        public void processElement(final Long number, final Context context, final Collector<Long> out)
                throws Exception {
            if (delay > 0) {
                Thread.sleep(delay);
            }
            final long before = count.value() == null ? 0 : count.value();
            count.update(before + 1);
            recent.update(List.of(number));
            if (before % PADDED == 0) {
                named.put("padding", noise(padding));
            }
            sum.add(number);
            context.timerService().registerProcessingTimeTimer(NEVER);
            out.collect(number);
        }
    }
}
