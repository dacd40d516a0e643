#pragma once

class QTextDocument;

namespace code {

/// Colours YAML in `document` for as long as it lives, and changes with the theme. Hangul and other wide characters get
/// the spacing that makes each exactly two cells of the code font.
void highlightYaml(QTextDocument* document);

} // namespace code
