#pragma once

#include "core/base/error.h"

#include <QDialog>

class QLayout;
class QLineEdit;

namespace widgets {
class Banner;
class PlainLabel;
} // namespace widgets

namespace connections {

class Book;

/// A Flink REST address to type, and a request header for a gateway in front of it; kept open until both are usable.
class EndpointDialog : public QDialog
{
    Q_OBJECT
public:
    explicit EndpointDialog(Book& book, QWidget* parent = nullptr);

    QString id() const { return m_id; } ///< of the opened connection, after accept

private:
    QLayout* makeFields();
    QLayout* makeButtons();
    void tryAddress();
    void keepHeader();
    void openKept(const QString& id);
    void tell(const base::Error& error);

    Book& m_book;
    QLineEdit *m_address, *m_headerName, *m_headerValue;
    widgets::PlainLabel* m_place; ///< where the value will be kept
    bool m_isPlaceTold = false;   ///< the user knows that it is kept for this session only
    widgets::Banner* m_problem;
    QString m_id;
};

} // namespace connections
