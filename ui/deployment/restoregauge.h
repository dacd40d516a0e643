#pragma once

#include <QWidget>

#include <chrono>

namespace deployment {

/// The age of a state that could be restored, on a logarithmic scale from seconds to days, over the zones that tell
/// what replaying it costs: little, a nuisance, a risk.
class RestoreGauge : public QWidget
{
    Q_OBJECT
public:
    enum class Mark { Checkpoint, Savepoint }; ///< a disc, a diamond

    explicit RestoreGauge(QWidget* parent = nullptr);

    /// `name` stands above the mark, with the age; safe to show.
    void setMark(Mark mark, const QString& name, std::chrono::milliseconds age);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double at(std::chrono::milliseconds age) const; ///< x of an age
    QString ageWords() const;
    void paintScale(QPainter* painter, int top) const;
    void paintMark(QPainter* painter, int middle) const;

    Mark m_mark = Mark::Checkpoint;
    QString m_name;
    std::chrono::milliseconds m_age{0};
};

} // namespace deployment
