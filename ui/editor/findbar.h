#pragma once

#include <QRegularExpression>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QToolButton;

namespace widgets {
class PlainLabel;
}

namespace editor {

class ManifestEdit;

/// Finds and replaces in the text above it.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    FindBar(ManifestEdit& edit, QWidget* parent);

    enum class Mode { Find, Replace };
    /// Shows itself with what is selected as the word to find.
    void begin(Mode mode);
    void findNext();
    void findPrevious();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void find(bool backward);
    void mark();
    void replaceOne();
    void replaceAll();
    void leave();
    QRegularExpression expression() const;
    QString replacementFor(const QRegularExpressionMatch& match) const;
    void showCount();

    ManifestEdit& m_edit;
    QLineEdit* m_what;
    QLineEdit* m_with;
    QToolButton* m_isExpression;
    QToolButton* m_isExact;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_close;
    QPushButton* m_replace;
    QPushButton* m_replaceAll;
    widgets::PlainLabel* m_count;
};

/// `text` with \1, $1, \n and \t in it resolved; \\ and $$ are themselves.
QString expandedReplacement(const QString& text, const QRegularExpressionMatch& match);

} // namespace editor
