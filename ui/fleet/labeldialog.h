#pragma once

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace fleet {

/// Asks which label is to become a column: one of the fleet's, or any that is typed.
class LabelDialog : public QDialog
{
    Q_OBJECT
public:
    explicit LabelDialog(const QStringList& keys, QWidget* parent = nullptr);

    QString key() const;

private:
    void narrow(const QString& typed);

    QStringList m_keys;
    QLineEdit* m_field;
    QListWidget* m_list;
    QPushButton* m_accept;
};

} // namespace fleet
