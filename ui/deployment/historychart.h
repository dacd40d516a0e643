#pragma once

#include <QDateTime>
#include <QWidget>

namespace deployment {

/// A small chart of one measure over the checkpoints Flink remembers: a line through completed ones, crosses where one
/// failed, an open ring for one in progress. Arrow keys and the pointer move along it.
class HistoryChart : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Completed, Failed, InProgress };
    struct Point
    {
        qint64 id = 0;
        QDateTime at;
        double value = 0;
        Kind kind = Kind::Completed;

        friend bool operator==(const Point&, const Point&) = default;
    };
    enum class Measure { Milliseconds, Bytes };

    explicit HistoryChart(Measure measure, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setPoints(const QList<Point>& points); ///< oldest first
    void setCurrent(qint64 id);                 ///< 0: none

    QSize sizeHint() const override { return {320, 168}; }
    QSize minimumSizeHint() const override { return {180, 140}; }

signals:
    void picked(qint64 id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRectF plot() const;
    QPointF position(int index) const;
    int nearest(qreal x) const;
    int indexOf(qint64 id) const;
    void paintFrame(QPainter* painter) const;
    void paintSeries(QPainter* painter) const;
    void paintCursor(QPainter* painter) const;
    void describe();

    QString format(double value) const;
    double niceTop(double most) const;

    Measure m_measure;
    QString m_title;
    QList<Point> m_points;
    double m_top = 0; ///< of the axis; 0: there is nothing to measure
    qint64 m_current = 0;
    int m_hovered = -1;
};

} // namespace deployment
