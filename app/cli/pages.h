#pragma once

#include <QString>

namespace cli {

struct Verb;

// The pages made from the table of verbs. All in the language of the program, but for the completion.
QString usageLine();
QString overviewPage();
QString verbPage(const Verb& verb);
QString manualPage(); ///< roff, section 1
QString bashCompletion();

} // namespace cli
