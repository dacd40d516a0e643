#pragma once

#include <QLayout>

namespace widgets {

/// Puts its items side by side and begins a new line where the width ends; never narrower than its widest item. An item
/// whose size policy expands takes what is left of its line.
class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    enum class Run { Measure, Place };
    int layOut(const QRect& rect, Run run) const;
    int placeLine(const QList<QLayoutItem*>& line, const QRect& rect, int y, Run run) const;

    QList<QLayoutItem*> m_items;
};

} // namespace widgets
