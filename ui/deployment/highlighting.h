#pragma once

class QTextDocument;

namespace deployment {

/// Colours YAML in `document` for as long as it lives, and changes with the theme. One of two implementations is
/// compiled in: over KSyntaxHighlighting, or a plain one that knows keys, comments and strings.
void highlightYaml(QTextDocument* document);

} // namespace deployment
