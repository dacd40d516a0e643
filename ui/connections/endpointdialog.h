#pragma once

#include <QDialog>

class QLineEdit;

namespace widgets {
class Banner;
}

namespace connections {

class Book;

/// A Flink REST address to type, kept open until it is one.
class EndpointDialog : public QDialog
{
    Q_OBJECT
public:
    explicit EndpointDialog(Book& book, QWidget* parent = nullptr);

    QString id() const { return m_id; } ///< of the opened connection, after accept

private:
    void tryAddress();

    Book& m_book;
    QLineEdit* m_address;
    widgets::Banner* m_problem;
    QString m_id;
};

} // namespace connections
