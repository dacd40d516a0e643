#pragma once

#include <QSyntaxHighlighter>

namespace deployment {

/// Sets the calls of the user's own program in a stack trace apart: they are strong, those of Flink and of libraries
/// step back, and the heads of exceptions have the colour of failures.
class TraceHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit TraceHighlighter(QTextDocument* document);

protected:
    void highlightBlock(const QString& text) override;
};

} // namespace deployment
