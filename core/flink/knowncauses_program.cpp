#include "core/flink/knowncausecards.h"

#include <QtGlobal>

#include <array>

namespace flink {

namespace {

constexpr std::array<CauseCard, 7> table{{
    {"jar-not-found",
     R"((JAR|[Jj]ar) file .*(does not exist|not found|cannot be (found|opened))|(FileNotFoundException|NoSuchFileException).*\.jar|Unable to fetch user artifact|Could not find (the )?user jar)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Jar of the job not found"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The jar that jarURI names is not there: not in the image for local://, "
                                            "not at the address for http or s3."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "List the folder in the image, or fetch the address from a pod."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Correct jarURI or build the jar into the image. Remote addresses work "
                                            "in application mode since Flink 1.19 only.")},
    {"serializer",
     R"(KryoException|com\.esotericsoftware\.kryo|Generic types have been disabled|could not be serialized|Could not serialize|Serialization trace)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Type cannot be serialised"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A record or state value could not be written or read by its serialiser. "
                                            "Flink falls back to Kryo for types that are no POJOs, and Kryo cannot "
                                            "handle all of them."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message or its serialisation trace names class and field. At start "
                                            "Flink logs which types are treated as generic."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Make the type a POJO (public, no-argument constructor, public or bean "
                                            "fields), use Avro, or give its TypeInformation. pipeline.generic-types: "
                                            "false finds such types when the job starts.")},
    {"function-not-serializable",
     R"(NotSerializableException|is not serializable\. The object probably contains|is not serializable)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Function is not serialisable"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A function holds a field that cannot be sent to the TaskManagers, such "
                                            "as a client, a connection or the class around it."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message names the class of the field."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Make the field transient and create it in open(), or make the function "
                                            "a static class.")},
    {"python-process",
     R"(Failed to create stage bundle factory|Python process exits with code|Cannot run program .*python|Error received from SDK harness|The Python (function|process)|pemja\.core\.PythonException)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Python process failed"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The process that runs Python functions could not start or ended, or the "
                                            "function itself threw an error."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message quotes the Python traceback, or the exit code. Exit code "
                                            "137 is a lack of memory."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Check that the image has Python and the packages (python.executable, "
                                            "python.requirements), in the versions this Flink supports. Python takes "
                                            "its memory from managed memory or beyond the heap: leave room for it.")},
    {"async-timeout", R"(Async function call has timed out|Async lookup .*timed? ?out)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Asynchronous call timed out"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A call of an asynchronous function was not answered in time, and the "
                                            "function has no timeout() of its own, so the job fails."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look at the latency of the called service, and at how many calls run at "
                                            "once (capacity)."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Override timeout() to answer with a default, raise the time-out or "
                                            "lower the capacity, and use a retry strategy.")},
    {"restart-strategy-exhausted", R"(Recovery is suppressed by)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "No restart left"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The job failed for good, because its restart strategy allows no further "
                                            "restart. What made it fail is the cause below."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message names the strategy and its numbers: NoRestart allows none, "
                                            "FixedDelay counts attempts, FailureRate failures in an interval."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Cure the cause, then restart the deployment (restartNonce): the job "
                                            "goes on from its last checkpoint. For jobs that are to run for ever use "
                                            "restart-strategy.type: exponential-delay.")},
    {"main-method-error",
     R"(The main method caused an error|Could not execute application|Could not generate the (job|execution) ?graph)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Program failed before the job started"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The main method of the program threw an exception, so there is no job "
                                            "yet: wrong arguments, a missing file or secret, or an error while the "
                                            "graph was built."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The cause below is the program's own. The log of the JobManager has all "
                                            "of it."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Cure it in the program or its arguments (spec.job.args). The deployment "
                                            "tries again by itself.")},
}};

} // namespace

std::span<const CauseCard> programCards()
{
    return table;
}

} // namespace flink
