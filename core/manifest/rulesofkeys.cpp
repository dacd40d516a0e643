#include "core/manifest/ruletables.h"

#include <QCoreApplication>

#include <array>

namespace manifest {

namespace {

using enum Finding::Severity;

constexpr std::array<Rule, 23> table{{
    {"DREY-Y001", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Not readable as YAML"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The document cannot be read, so nothing else is known about it. The place is where reading "
                       "stopped; the cause often stands in the line before: a missing colon, indentation that does "
                       "not match, a tab, or a quotation mark that was not closed.")},
    {"DREY-Y002", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Key that stands twice"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "YAML forbids it. Some readers take the first value and others the last; kubectl refuses such "
                       "a file. Keep the value that is meant.")},
    {"DREY-Y003", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Lost indentation"),
     QT_TRANSLATE_NOOP(
         "manifest::Rules",
         "Some web pages lose the blanks at the beginning of lines when text is copied from them. In YAML they "
         "say what belongs to what, so the manifest means something else, or nothing. Copy it again "
         "from its source.")},
    {"DREY-Y004", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Word that is read as true or false"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "kubectl and the API server read YAML 1.1, where y, yes, on, n, no and off without quotation "
                       "marks are booleans; other programs take them for text. Write true or false, or put the word "
                       "in quotation marks.")},
    {"DREY-S001", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Field that does not exist"),
     QT_TRANSLATE_NOOP(
         "manifest::Rules",
         "Under strict validation, as kubectl asks for it, the API server refuses the manifest: \"unknown "
         "field\". Without it the field is dropped without a word.")},
    {"DREY-S002", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Value of the wrong type"),
     QT_TRANSLATE_NOOP(
         "manifest::Rules",
         "The API server refuses the manifest. Numbers must not stand in quotation marks, and a text that "
         "looks like a number or like true must: cpu: 0.5, but value: \"8081\".")},
    {"DREY-S003", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Value that is none of those allowed"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The field is an enumeration, and the API server refuses any other value. A release of Flink is "
                       "written v1_20.")},
    {"DREY-S004", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Part of a later release of the operator"),
     QT_TRANSLATE_NOOP(
         "manifest::Rules",
         "The resource definitions of the operator's release that is asked about do not know it yet. Mind "
         "that helm upgrade does not update them: they have to be applied by hand.")},
    {"DREY-S005", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Kind that does not exist"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The group flink.apache.org has FlinkDeployment, FlinkSessionJob, FlinkStateSnapshot and "
                       "FlinkBlueGreenDeployment, and no other kinds.")},
    {"DREY-S006", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Part that every object needs"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Without it the API server cannot even tell what the object is, or what to call it.")},
    {"DREY-S007", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Autoscaler within a deployment"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "A HorizontalPodAutoscaler is an object of its own, apiVersion autoscaling/v2, whose "
                       "scaleTargetRef names the FlinkDeployment. It only makes sense for standalone deployments "
                       "in reactive mode; others are scaled by job.autoscaler.enabled.")},
    {"DREY-S008", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Field that is missing"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The resource definitions of the cluster say that it must be there, and give no default for "
                       "it: the API server refuses the manifest.")},
    {"DREY-S009", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Item that stands twice"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The resource definitions of the cluster say what tells the items of this list apart, or that "
                       "the list is a set: the API server refuses a second item like that.")},
    {"DREY-K001", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Key that nobody reads"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Neither Flink nor the operator knows such a key, and neither says so: the setting has no "
                       "effect. Pages on the web spread many names that never existed.")},
    {"DREY-K002", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Key that was removed"),
     QT_TRANSLATE_NOOP(
         "manifest::Rules",
         "Older releases of Flink read this key; the one that is asked about ignores it without a word.")},
    {"DREY-K003", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Key of a later release"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "This release of Flink does not know the key yet and ignores it without a word. Where the "
                       "option existed under an older name, that one has to be used.")},
    {"DREY-K004", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Old name of a key"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The key is still read, but has a new name. On Flink 2 old names are often the prefix of newer "
                       "keys, and then the deployment fails.")},
    {"DREY-K005", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Key that will go"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The option is deprecated and nothing takes its place under another name: it will be removed "
                       "with a later release, as most such options were with Flink 2.0.")},
    {"DREY-K006", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Key that belongs to the operator"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The operator derives this setting from the resource itself and refuses a manifest that sets "
                       "it: \"Forbidden Flink config key\". Remove it.")},
    {"DREY-K007", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Key that is the beginning of another"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Flink 2 reads its configuration as a tree. The operator accepts such a manifest and then "
                       "never deploys it: \"Overlapping key prefixes detected\". Use the present names.")},
    {"DREY-K008", Warning, QT_TRANSLATE_NOOP("manifest::Rules", "Both names of one option"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "Of several names of one option Flink reads the present one, and the others in an order that "
                       "nobody sees. Keep one of them.")},
    {"DREY-V001", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Value that Flink cannot read"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The value is not of the option's type. Flink fails when it reads the option: at the start, or "
                       "later, when the code that asks for it runs.")},
    {"DREY-V002", Error, QT_TRANSLATE_NOOP("manifest::Rules", "Value that is no choice"),
     QT_TRANSLATE_NOOP("manifest::Rules",
                       "The option takes one of a few words, in any case. Flink fails when it reads another one, "
                       "or looks for a class of that name.")},
}};

} // namespace

std::span<const Rule> rulesOfKeys()
{
    return table;
}

} // namespace manifest
