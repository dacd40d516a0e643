#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;

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

/// The first page: which connections were found, how each is, and the ways in.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    WelcomePage(Book& book, Clinic& clinic, QWidget* parent = nullptr);

    /// Puts widgets to choose language and theme at the right of the title; takes them.
    void addChoice(widgets::PlainLabel* label, QWidget* choice);
    /// How many there are to play in the practice cluster.
    void setRehearsals(int count);
    ConnectionTable& table() { return *m_table; }

signals:
    void openRequested(const QString& id);
    void practiceRequested();    ///< open the practice cluster
    void connectionsRequested(); ///< the page where types are changed
    void manifestRequested();    ///< open a manifest

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* makeHead();
    QWidget* makeFoot();
    void makeConnectionsCard();
    QWidget* makeWays();
    void retranslate();
    void refresh();
    void showSelected();

    Book& m_book;
    Clinic& m_clinic;
    widgets::PlainLabel* m_title;
    widgets::PlainLabel* m_subtitle;
    QHBoxLayout* m_choices = nullptr;
    widgets::Card* m_connections;
    ConnectionTable* m_table;
    widgets::EmptyState* m_none;
    widgets::PlainLabel* m_guess;
    QPushButton* m_types;
    QPushButton* m_add;
    DoctorView* m_doctor;
    widgets::PlainLabel* m_practiceTitle;
    widgets::PlainLabel* m_practiceText;
    QPushButton* m_practice;
    widgets::PlainLabel* m_endpointTitle;
    widgets::PlainLabel* m_endpointText;
    QPushButton* m_endpoint;
    widgets::PlainLabel* m_manifestTitle;
    widgets::PlainLabel* m_manifestText;
    QPushButton* m_manifest;
    widgets::PlainLabel* m_fileTitle;
    widgets::PlainLabel* m_fileText;
    QPushButton* m_file;
    QList<std::pair<widgets::PlainLabel*, const char*>> m_hints;
    widgets::Banner* m_problem;
    int m_rehearsals = 0;
};

} // namespace connections
