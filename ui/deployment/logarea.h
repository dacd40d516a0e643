#pragma once

#include "ui/deployment/logindex.h"

#include <QAbstractScrollArea>
#include <QHash>

namespace deployment {

/// Draws the lines of a LogBuffer that are in view and no others, wrapped or not. Follows the end until the user
/// scrolls away from it.
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
    void setWraps(bool wraps);
    /// Shows only lines of this severity and above; None: all.
    void setLeast(Severity least);
    /// What is found is marked; empty: nothing.
    void setSearch(const QString& text, SearchKind kind = SearchKind::Words);
    using Direction = LogIndex::Direction;
    /// Selects the next line with the search text, going round; false: none is found so far.
    bool findNext(Direction direction);
    QString selectedText() const; ///< as shown, made visible
    const LogIndex& index() const { return *m_index; }

signals:
    void followingChanged(bool following);
    void matchesChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// A line of the picture: a row, and which of the parts it is wrapped into.
    struct Place
    {
        qsizetype row = 0;
        int part = 0;

        friend auto operator<=>(const Place&, const Place&) = default;
    };

    int lineHeight() const;
    int timesWidth() const;
    int partsInView() const;
    /// The parts of a text as wide as the view; one when lines are not wrapped.
    QList<QStringView> partsOf(QStringView text) const;
    int partCount(qsizetype row) const;
    qreal advanceOf(char32_t character) const;
    QString shownText(const kube::LogLine& line) const;

    Place top() const;
    Place lastTop() const; ///< with the last row at the bottom edge
    Place moved(Place from, int parts) const;
    void setTop(const Place& place);
    void takeChange(qsizetype droppedRows);
    void updateBars();
    void layOutAnew();

    std::optional<qsizetype> rowAt(int y) const;
    void select(qsizetype row, bool extend);
    void paintRow(QPainter* painter, qsizetype row, QRect place);
    void paintMatches(QPainter* painter, const QString& text, const QList<QStringView>& parts, QPoint corner);
    bool moveByKey(const QKeyEvent& event);

    LogIndex* m_index;
    std::optional<qint64> m_anchor, m_current; ///< numbers of the selected lines
    std::optional<qint64> m_pinned;            ///< the line that stays on top while rows are read anew
    mutable QHash<char32_t, qreal> m_advances;
    int m_topPart = 0;
    int m_widest = 0;
    bool m_isFollowing = true, m_showsTimes = true, m_wraps = false, m_isAdjusting = false;
};

} // namespace deployment
