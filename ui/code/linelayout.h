#pragma once

#include <QPlainTextDocumentLayout>

namespace code {

/// Lays out and repaints only the lines that changed. Qt's own takes a line that is coloured anew for several and
/// paints everything in sight at each key.
class LineLayout : public QPlainTextDocumentLayout
{
public:
    explicit LineLayout(QTextDocument* document);

protected:
    void documentChanged(int from, int charsRemoved, int charsAdded) override;

private:
    int m_lines = 1; ///< of the document before
};

} // namespace code
