#pragma once

#include <QWidget>

class QAbstractButton;
class QDockWidget;
class QHBoxLayout;
class QToolButton;

namespace widgets {
class ElidedLabel;
}

namespace shell {

/// The bar above a dock: its title or the plain words of its parts, and at the right float and close.
class DockTitle : public QWidget
{
    Q_OBJECT
public:
    explicit DockTitle(QDockWidget* dock);

    /// One word for each part instead of the title; the chosen one is semibold.
    void setParts(const QStringList& words);
    void setChosen(int part);

signals:
    void chosen(int part);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QDockWidget* m_dock;
    QHBoxLayout* m_words;
    widgets::ElidedLabel* m_title;
    QList<QAbstractButton*> m_parts;
    QToolButton* m_float;
    QToolButton* m_close;
};

} // namespace shell
