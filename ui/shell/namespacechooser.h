#pragma once

#include <QDialog>
#include <QStringList>

class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace widgets {
class PlainLabel;
class SearchField;
} // namespace widgets

namespace shell {

/// Chooses which namespaces are shown: those that are known, and any name one types.
class NameSpaceChooser : public QDialog
{
    Q_OBJECT
public:
    explicit NameSpaceChooser(QWidget* window);

    /// Nothing chosen means all.
    void openWith(const QStringList& known, const QStringList& chosen, const QPoint& below);

signals:
    void chosenChanged(const QStringList& chosen);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void filter(const QString& text);
    void addTyped();
    void add(const QString& name, bool checked);
    void tell();

    widgets::SearchField* m_search;
    QListWidget* m_list;
    QPushButton* m_all;
    widgets::PlainLabel* m_hint;
};

} // namespace shell
