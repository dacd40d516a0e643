#pragma once

#include <QTimer>
#include <QWidget>

namespace widgets {

/// Stands where rows will be while a first list is coming in: still bars of a row's height, drawn only when it takes
/// longer than a moment.
class LoadingRows : public QWidget
{
    Q_OBJECT
public:
    explicit LoadingRows(QWidget* parent = nullptr);

    void setSentence(const QString& sentence); ///< what is waited for; stands above the bars
    QString sentence() const { return m_sentence; }

protected:
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QTimer m_delay;
    QString m_sentence;
};

} // namespace widgets
