#pragma once

#include "core/kube/loglines.h"

#include <QAbstractScrollArea>

namespace deployment {

/// How urgent a line of a log says it is.
enum class Severity { None, Debug, Info, Warning, Error };
/// Read from the words log4j and logback write near the beginning of a line.
Severity severityOf(QStringView line);

/// Draws the lines of a LogBuffer that are in view and no others. Follows the end until the user scrolls away from it.
class LogArea : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit LogArea(QWidget* parent = nullptr);

    void setBuffer(const kube::LogBuffer* buffer); ///< null: empty; must live until replaced
    void linesCame(qsizetype added, qsizetype dropped);
    void setFollowing(bool following);
    bool isFollowing() const { return m_isFollowing; }
    void setShowsTimes(bool shows);
    /// Lines with `text` are marked; empty: none.
    void setSearch(const QString& text);
    enum class Direction { Forward, Backward };
    /// Selects the next line with the search text, going round; false: there is none.
    bool findNext(Direction direction);
    QString selectedText() const; ///< as shown, made visible

signals:
    void followingChanged(bool following);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int lineHeight() const;
    int timesWidth() const;
    qsizetype lineAt(int y) const;
    void updateBars();
    void select(qsizetype line, bool extend);
    void paintLine(QPainter* painter, qsizetype index, const QRect& place);
    QString shownText(const kube::LogLine& line) const;

    const kube::LogBuffer* m_buffer = nullptr;
    QString m_search;
    qsizetype m_anchor = -1, m_current = -1; ///< of the selected lines
    int m_widest = 0;
    bool m_isFollowing = true, m_showsTimes = true, m_isAdjusting = false;
};

} // namespace deployment
