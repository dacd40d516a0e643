package drey;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * A small stateful job for the tests: counts an endless sequence by key and checkpoints all the while.
 *
 * <p>Arguments, all optional: {@code --name NAME}, {@code --checkpointEvery MILLIS} (2000), {@code --pause MILLIS} for
 * each number (10), {@code --keys N} (16), {@code --failAt NUMBER} (never) with {@code --failures N} (1): the job throws
 * at that number in its first N attempts, and may restart {@code --restarts N} times (3).
 *
 * <p>Uses only what Flink 1.20 and Flink 2 both have.
 */
public final class CountingJob {
    private CountingJob() {}

    public static void main(final String[] arguments) throws Exception {
        final Map<String, String> given = parse(arguments);
        final long pause = number(given, "pause", 10);
        final long keys = number(given, "keys", 16);

        final Configuration configuration = new Configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, (int) number(given, "restarts", 3));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));

        final StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.enableCheckpointing(number(given, "checkpointEvery", 2000));
        environment
                .fromSequence(1, Long.MAX_VALUE)
                .name("numbers")
                .uid("numbers")
                .map(new Throttle(pause, number(given, "failAt", -1), number(given, "failures", 1)))
                .name("throttle")
                .uid("throttle")
                .keyBy(number -> number % keys)
                .map(new Counter(keys))
                .name("count by key")
                .uid("count-by-key")
                .sinkTo(new DiscardingSink<>())
                .name("nowhere")
                .uid("nowhere");
        environment.execute(given.getOrDefault("name", "counting"));
    }

    private static Map<String, String> parse(final String[] arguments) {
        final Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("expected --name value, got " + arguments[i]);
            }
            given.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return given;
    }

    private static long number(final Map<String, String> given, final String name, final long fallback) {
        final String text = given.get(name);
        return text == null ? fallback : Long.parseLong(text);
    }

    /** Lets the numbers through one by one, and throws at one of them if it was told to. */
    private static final class Throttle extends RichMapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;
        private final long pause;
        private final long failAt;
        private final long failures;

        Throttle(final long pause, final long failAt, final long failures) {
            this.pause = pause;
            this.failAt = failAt;
            this.failures = failures;
        }

        @Override
        public Long map(final Long number) throws Exception {
            Thread.sleep(pause);
            if (number == failAt && getRuntimeContext().getTaskInfo().getAttemptNumber() < failures) {
                throw new IllegalStateException("told to fail at " + number);
            }
            return number;
        }
    }

    /**
     * The state worth a checkpoint: how often each key was seen. Two gauges prove what became of it: {@code number} is
     * the last of the sequence, {@code missing} how many more of its key there were before it than are counted (0: none
     * was lost, negative: some were counted twice).
     */
    private static final class Counter extends RichMapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;
        private final long keys;
        private transient ValueState<Long> seen;
        private transient volatile long number;
        private transient volatile long missing;

        Counter(final long keys) {
            this.keys = keys;
        }

        @Override
        public void open(final OpenContext context) {
            seen = getRuntimeContext().getState(new ValueStateDescriptor<>("seen", Long.class));
            getRuntimeContext().getMetricGroup().gauge("number", (Gauge<Long>) () -> number);
            getRuntimeContext().getMetricGroup().gauge("missing", (Gauge<Long>) () -> missing);
        }

        @Override
        public Long map(final Long next) throws Exception {
            final Long before = seen.value();
            final long now = before == null ? 1 : before + 1;
            seen.update(now);
            number = next;
            missing = (next - 1) / keys + 1 - now;
            return now;
        }
    }
}
