#include "core/yaml/syntaxwords.h"

#include "core/base/visibletext.h"

#include <QCoreApplication>

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;

namespace yaml {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(yaml::Text)
};

/// More of what the parser quotes helps nobody.
constexpr qsizetype mostQuoted = 60;

struct Words
{
    std::string_view parsers; ///< the beginning of what it says
    const char* ours;         ///< %1: the rest of it
};

namespace error = YAML::ErrorMsg;

const Words all[] = {
    {error::MAP_VALUE, QT_TRANSLATE_NOOP("yaml::Text", "A colon stands here where no key can end. Put the value in "
                                                       "quotation marks if the colon is part of it; otherwise look "
                                                       "at the indentation of this line and the one before.")},
    {error::MAP_KEY, QT_TRANSLATE_NOOP("yaml::Text", "No key can begin here: look at the indentation of this line "
                                                     "and the one before.")},
    {error::BLOCK_ENTRY, QT_TRANSLATE_NOOP("yaml::Text", "No item of a list can begin here. Put each \"- \" in a line "
                                                         "of its own, below the key of the list.")},
    {error::END_OF_MAP_FLOW, QT_TRANSLATE_NOOP("yaml::Text", "A \"{\" is not closed: a \"}\" is missing, or a comma "
                                                             "between two of its entries.")},
    {error::END_OF_SEQ_FLOW, QT_TRANSLATE_NOOP("yaml::Text", "A \"[\" is not closed: a \"]\" is missing, or a comma "
                                                             "between two of its items.")},
    {error::END_OF_MAP, QT_TRANSLATE_NOOP("yaml::Text", "A key with a colon was expected here, as in the lines "
                                                        "before: look at the indentation, and for a colon that is "
                                                        "missing.")},
    {error::END_OF_SEQ, QT_TRANSLATE_NOOP("yaml::Text", "An item of the list before was expected here: it begins "
                                                        "with \"- \" in the same column as the others.")},
    {error::EOF_IN_SCALAR, QT_TRANSLATE_NOOP("yaml::Text", "A text in quotation marks is not closed: the mark at its "
                                                           "end is missing.")},
    {error::DOC_IN_SCALAR, QT_TRANSLATE_NOOP("yaml::Text", "A text in quotation marks is not closed before the next "
                                                           "document begins: the mark at its end is missing.")},
    {error::CHAR_IN_SCALAR, QT_TRANSLATE_NOOP("yaml::Text", "This character cannot stand in a text without quotation "
                                                            "marks. Put the text in quotation marks.")},
    {error::TAB_IN_INDENTATION, QT_TRANSLATE_NOOP("yaml::Text", "A tab indents this line; YAML allows blanks only.")},
    {error::FLOW_END, QT_TRANSLATE_NOOP("yaml::Text", "A \"}\" or \"]\" stands here that closes nothing. Remove it, "
                                                      "or put the text in quotation marks.")},
    {error::UNKNOWN_TOKEN, QT_TRANSLATE_NOOP("yaml::Text", "No value can begin with this character. Put the value in "
                                                           "quotation marks.")},
    {error::INVALID_ESCAPE, QT_TRANSLATE_NOOP("yaml::Text", "In double quotation marks \"\\%1\" means nothing. Write "
                                                            "\"\\\\\" for a backslash, or use single quotation "
                                                            "marks.")},
    {error::INVALID_HEX, QT_TRANSLATE_NOOP("yaml::Text", "The code of a character behind a backslash has too few "
                                                         "digits, or one that is none.")},
    {error::INVALID_UNICODE, QT_TRANSLATE_NOOP("yaml::Text", "There is no character with the code %1.")},
    {error::CHAR_IN_BLOCK, QT_TRANSLATE_NOOP("yaml::Text", "Behind \"|\" or \">\" only a digit, \"+\", \"-\" or a "
                                                           "comment may stand. Begin the text in the next line.")},
    {error::ZERO_INDENT_IN_BLOCK, QT_TRANSLATE_NOOP("yaml::Text", "The digit behind \"|\" or \">\" says how far the "
                                                                  "text is indented; it cannot be 0.")},
    {error::UNKNOWN_ANCHOR, QT_TRANSLATE_NOOP("yaml::Text", "No anchor before this place has the name of this alias. "
                                                            "Put the value in quotation marks if it is no alias.")},
    {error::ALIAS_NOT_FOUND, QT_TRANSLATE_NOOP("yaml::Text", "Behind \"*\" the name of an anchor is missing. Put the "
                                                             "value in quotation marks if it is no alias.")},
    {error::ANCHOR_NOT_FOUND, QT_TRANSLATE_NOOP("yaml::Text", "Behind \"&\" the name of an anchor is missing. Put the "
                                                              "value in quotation marks if it is none.")},
    {error::CHAR_IN_ALIAS, QT_TRANSLATE_NOOP("yaml::Text", "The name of an alias has a character that it cannot "
                                                           "have. Put the value in quotation marks if it is no "
                                                           "alias.")},
    {error::CHAR_IN_ANCHOR, QT_TRANSLATE_NOOP("yaml::Text", "The name of an anchor has a character that it cannot "
                                                            "have. Put the value in quotation marks if it is none.")},
    {error::ALIAS_CONTENT, QT_TRANSLATE_NOOP("yaml::Text", "An alias stands for a value: it can have no tag and no "
                                                           "anchor of its own.")},
    {error::MULTIPLE_ANCHORS, QT_TRANSLATE_NOOP("yaml::Text", "A value can have one anchor only.")},
    {error::MULTIPLE_TAGS, QT_TRANSLATE_NOOP("yaml::Text", "A value can have one tag only. Put it in quotation marks "
                                                           "if \"!\" is part of it.")},
    {error::CHAR_IN_TAG_HANDLE, QT_TRANSLATE_NOOP("yaml::Text", "The tag has a character that it cannot have. Put "
                                                                "the value in quotation marks if \"!\" is part of "
                                                                "it.")},
    {error::TAG_WITH_NO_SUFFIX, QT_TRANSLATE_NOOP("yaml::Text", "Behind \"!\" the name of the tag is missing. Put "
                                                                "the value in quotation marks if \"!\" is part of "
                                                                "it.")},
    {error::END_OF_VERBATIM_TAG, QT_TRANSLATE_NOOP("yaml::Text", "A tag that begins with \"!<\" needs a \">\" at its "
                                                                 "end.")},
    {error::YAML_DIRECTIVE_ARGS, QT_TRANSLATE_NOOP("yaml::Text", "\"%YAML\" takes one version. Remove the line: "
                                                                 "Kubernetes needs none.")},
    {error::YAML_VERSION, QT_TRANSLATE_NOOP("yaml::Text", "There is no version %1 of YAML. Remove the line: "
                                                          "Kubernetes needs none.")},
    {error::YAML_MAJOR_VERSION, QT_TRANSLATE_NOOP("yaml::Text", "This version of YAML is not known. Remove the line: "
                                                                "Kubernetes needs none.")},
    {error::REPEATED_YAML_DIRECTIVE, QT_TRANSLATE_NOOP("yaml::Text", "\"%YAML\" stands here for the second time. "
                                                                     "Remove the line.")},
    {error::TAG_DIRECTIVE_ARGS, QT_TRANSLATE_NOOP("yaml::Text", "\"%TAG\" takes two words. Remove the line: "
                                                                "Kubernetes needs none.")},
    {error::REPEATED_TAG_DIRECTIVE, QT_TRANSLATE_NOOP("yaml::Text", "\"%TAG\" stands here for the second time. "
                                                                    "Remove the line.")},
};

} // namespace

QString syntaxWords(const std::string& parsersWords)
{
    const auto isMeant = [&parsersWords](const Words& words) { return parsersWords.starts_with(words.parsers); };
    const auto* const found = std::find_if(std::begin(all), std::end(all), isMeant);
    const std::string rest = found == std::end(all) ? parsersWords : parsersWords.substr(found->parsers.size());
    QString quoted = base::visibleText(QString::fromStdString(rest), mostQuoted, base::Lines::Join);
    while (quoted.startsWith(u':') || quoted.startsWith(u' '))
        quoted.remove(0, 1);
    if (found == std::end(all))
        return Text::tr("The parser stopped here and says: \"%1\".").arg(quoted);
    return Text::tr(found->ours).replace(u"%1"_s, quoted);
}

} // namespace yaml
