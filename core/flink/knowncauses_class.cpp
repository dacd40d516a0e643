#include "core/flink/knowncausecards.h"

#include <QtGlobal>

#include <array>

namespace flink {

namespace {

constexpr std::array<CauseCard, 5> table{{
    {"entry-class-not-found",
     R"(entry point class .* was not found|does not contain a main|No .main.class. (attribute|manifest)|Neither a .Main-Class.)",
     R"(entry point class .* was not found)", QT_TRANSLATE_NOOP("flink::KnownCause", "Entry class not in the jar"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The jar has no class of the name that the deployment gives, or no main "
                                            "method in it. The JobManager restarts in a loop; the deployment does "
                                            "not become FAILED."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Compare spec.job.entryClass with the content of the jar: unzip -l JAR"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Correct entryClass or the jar. Do not delete the ConfigMaps of high "
                                            "availability meanwhile: the corrected deployment goes on from there.")},
    {"java-version",
     R"(UnsupportedClassVersionError|InaccessibleObjectException|does not .?opens? .* to unnamed module)", nullptr,
     QT_TRANSLATE_NOOP("flink::KnownCause", "Java version does not fit"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The job was compiled for a newer Java than the image runs, or a library "
                                            "reaches into Java's own classes, which newer Java versions forbid."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Class file version 61 is Java 17, 55 Java 11, 52 Java 8. Compare with "
                                            "the Java of the image (flink:...-java17)."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Use an image with the Java of the build, or compile for the older one. "
                                            "Against closed modules add --add-opens to env.java.opts.all.")},
    {"class-initialisation-failed", R"(ExceptionInInitializerError|Could not initialize class (?!org\.rocksdb))",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Class could not be initialised"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The code that runs once when a class is loaded failed. The first time "
                                            "the reason is told; afterwards Java only says that the class cannot be "
                                            "used."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look for the first ExceptionInInitializerError of this class in the log "
                                            "of the TaskManager: its cause is the reason."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Cure that reason: usually a missing file or setting, a native library, "
                                            "or a library of another version. The TaskManager has to start anew, "
                                            "since Java does not try again.")},
    {"class-conflict",
     R"(^java\.lang\.(NoSuchMethodError|NoSuchFieldError|AbstractMethodError|IncompatibleClassChangeError|LinkageError|VerifyError)|ClassCastException: .*cannot be cast to .*(ClassLoader|loader)|ClassCastException: .*class (\S+) cannot be cast to class \1)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Two versions of a library meet"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A class was compiled against another version of a library than the one "
                                            "that is loaded, or the same class was loaded twice, by Flink and by the "
                                            "job."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "The message names class and method. Look for it in the job's jar and in "
                                            "/opt/flink/lib: mvn dependency:tree shows who brings it."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Keep Flink's own libraries out of the job's jar (provided), use "
                                            "connectors made for this Flink release, and relocate the library that "
                                            "conflicts. classloader.parent-first-patterns.additional lets a class "
                                            "come from Flink only.")},
    {"class-not-found",
     R"(^java\.lang\.(ClassNotFoundException|NoClassDefFoundError(?!: Could not initialize))|Could not find any factory for identifier|Could not find a suitable table factory|No ExecutorFactory found)",
     nullptr, QT_TRANSLATE_NOOP("flink::KnownCause", "Class not found"),
     QT_TRANSLATE_NOOP("flink::KnownCause", "A class is neither in the job's jar nor in Flink's lib folder: a "
                                            "connector or format is missing or was declared as provided."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Look for the class in the jar (unzip -l) and in /opt/flink/lib. For SQL "
                                            "the message lists the factories that are there."),
     QT_TRANSLATE_NOOP("flink::KnownCause", "Build the connector into the job's jar, or put it into /opt/flink/lib "
                                            "of the image, in the version made for this Flink release.")},
}};

} // namespace

std::span<const CauseCard> classCards()
{
    return table;
}

} // namespace flink
