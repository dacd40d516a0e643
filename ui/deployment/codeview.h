#pragma once

#include <QPlainTextEdit>

namespace widgets {
class PlainLabel;
class SearchField;
} // namespace widgets

namespace deployment {

/// Text in the code font with line numbers; read-only.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CodeView(QWidget* parent = nullptr);

    /// Marks all places of `text` and selects the next one from the cursor on, going round; false: there is none.
    bool find(const QString& text, QTextDocument::FindFlags flags = {});
    int matches() const { return m_matches; } ///< of the last find(), at most 1,000

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Gutter;

    int gutterWidth() const;
    void paintGutter(QPaintEvent* event);
    void makeRoom();
    void mark(const QString& text);

    Gutter* m_gutter;
    int m_matches = 0;
};

} // namespace deployment
