#pragma once

#include <QDateTime>
#include <QWidget>

namespace deployment {

/// How many failures there were when, as a strip of bars: those of the chosen group stand out, and lines mark what
/// happened to the job meanwhile. It says the same in words to a screen reader and in its tooltips.
class FailureStrip : public QWidget
{
    Q_OBJECT
public:
    struct Failure
    {
        QString group;
        QDateTime at;

        friend bool operator==(const Failure&, const Failure&) = default;
    };
    struct Mark
    {
        QDateTime at;
        QString what;

        friend bool operator==(const Mark&, const Mark&) = default;
    };

    explicit FailureStrip(QWidget* parent = nullptr);

    /// Marks from long before the first failure are left out. Undated ones must not be given.
    void show(const QList<Failure>& failures, const QList<Mark>& marks, const QString& group);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Bar
    {
        int all = 0, chosen = 0;
    };
    QRect plot() const;
    int placeOf(const QDateTime& at) const; ///< in pixels
    QList<Bar> bars() const;
    void describe();
    void paintBars(QPainter* painter) const;
    void paintMarks(QPainter* painter) const;
    void paintTimes(QPainter* painter) const;

    QList<Failure> m_failures;
    QList<Mark> m_marks;
    QString m_group;
    QDateTime m_from, m_until;
};

} // namespace deployment
