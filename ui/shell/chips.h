#pragma once

#include <QAbstractButton>

namespace shell {

/// Looks like a search field and opens the palette; shows the keys that do the same.
class SearchStarter : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SearchStarter(QWidget* parent = nullptr);

    void setKeys(const QString& keys);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_keys;
};

/// Draws a key cap, right-aligned in `place`, and answers its width.
int paintKeyCap(QPainter* painter, const QRect& place, const QString& keys);

} // namespace shell
