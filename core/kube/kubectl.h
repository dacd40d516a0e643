#pragma once

#include <QString>
#include <QStringList>

namespace kube {

/// `text` as one word of a POSIX shell: as it is when no character in it means anything to one, else in single quotes.
/// Text with control or invisible characters is written as $'…' with escapes, so that a terminal it is pasted into gets
/// none of them.
QString shellQuoted(const QString& text);

/// The line that does with kubectl what `arguments` say: "kubectl --context prod -n payments get pods". Every part is
/// quoted where needed. An empty `nameSpace` is left out.
QString kubectlCommand(const QString& context, const QString& nameSpace, const QStringList& arguments);

} // namespace kube
