#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace flink {
struct ConnectionSettings;
}
namespace widgets {
class Banner;
class Card;
class EmptyState;
class PlainLabel;
} // namespace widgets

namespace connections {

class Book;
class Clinic;
class ConnectionTable;
class DoctorView;
struct Entry;

/// All connections, what each is used for and may do, and how it is.
class ConnectionsPage : public QWidget
{
    Q_OBJECT
public:
    ConnectionsPage(Book& book, Clinic& clinic, QWidget* parent = nullptr);

    void select(const QString& id);
    ConnectionTable& table() { return *m_table; }

signals:
    void openRequested(const QString& id);
    void reconnectRequested(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* makeDetails();
    void connectFields();
    void retranslate();
    void refresh();
    void showSelected();
    void showSettings(const Entry& entry);
    void keep();
    void chooseColor();

    Book& m_book;
    widgets::PlainLabel* m_title;
    QPushButton* m_addEndpoint;
    QPushButton* m_addFile;
    widgets::Banner* m_problem;
    widgets::Card* m_list;
    ConnectionTable* m_table;
    widgets::EmptyState* m_none;
    widgets::Card* m_details;
    QList<widgets::PlainLabel*> m_labels;
    QLineEdit* m_name;
    QComboBox* m_environment;
    QPushButton* m_color;
    QPushButton* m_noColor;
    QCheckBox* m_protected;
    QLineEdit* m_nameSpaces;
    widgets::PlainLabel* m_nameSpacesHint;
    QCheckBox* m_pinned;
    widgets::PlainLabel* m_server;
    widgets::PlainLabel* m_signIn;
    QPushButton* m_open;
    QPushButton* m_close;
    QPushButton* m_reconnect;
    QPushButton* m_remove;
    DoctorView* m_doctor;
    bool m_showing = false; ///< fields are being filled, not edited
};

} // namespace connections
