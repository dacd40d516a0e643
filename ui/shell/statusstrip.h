#pragma once

#include <QWidget>

class QAbstractButton;
class QHBoxLayout;

namespace connections {
class Book;
}
namespace widgets {
class ElidedLabel;
class PlainLabel;
} // namespace widgets

namespace shell {

/// The line at the bottom: how each connection is, what is protected, and the clock.
class StatusStrip : public QWidget
{
    Q_OBJECT
public:
    explicit StatusStrip(connections::Book& book, QWidget* parent = nullptr);

    /// What holds for the page in front.
    void setProtected(bool isProtected);
    void refresh();

signals:
    void zoneToggled();
    void connectionClicked(const QString& id);
    void signInCancelled();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showConnections();
    void showClock();

    connections::Book& m_book;
    QHBoxLayout* m_connections;
    QList<QAbstractButton*> m_dots;
    QAbstractButton* m_cancel; ///< of a sign-in that waits
    widgets::ElidedLabel* m_none;
    widgets::PlainLabel* m_watches;
    QWidget* m_shieldSign;
    widgets::ElidedLabel* m_shield;
    QAbstractButton* m_clock;
    bool m_isProtected = false;
};

} // namespace shell
