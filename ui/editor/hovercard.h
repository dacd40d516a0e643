#pragma once

#include "ui/editor/problem.h"

#include <QFrame>

class QVBoxLayout;

namespace editor {

/// What a field or a key is, in words.
struct HoverTopic
{
    QString name;  ///< empty: nothing is known of the place
    QString facts; ///< type, default, since when
    QString text;  ///< what it is for
};

/// A card beside a place of the text: what is wrong there, what the key is, and what would mend it. It goes when the
/// mouse leaves both; with the keyboard in it, it stays until Escape.
class HoverCard : public QFrame
{
    Q_OBJECT
public:
    explicit HoverCard(QWidget* owner);

    enum class Focus { Leave, Take };
    /// `place` is the lower left corner of what it is about, on the screen; `line` its height.
    void present(const QList<Problem>& problems, const HoverTopic& topic, const QPoint& place, int line, Focus focus);
    QString text() const; ///< all that stands on it

signals:
    void fixChosen(const editor::Problem& problem);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addProblem(const Problem& problem);
    void addTopic(const HoverTopic& topic);
    void addFixes(const QList<Problem>& problems);
    void addLine();
    void place(const QPoint& corner, int line);

    QWidget* m_owner;
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
    QStringList m_texts;
};

} // namespace editor
