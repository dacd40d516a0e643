#pragma once

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QPushButton;

namespace widgets {
class PlainLabel;
}

namespace fleet {

/// Asks for the name of a saved view.
class ViewNameDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Purpose { Save, Rename };

    /// `taken`: the names there are. Saving under one of them replaces it, and says so; renaming to one is not
    /// possible.
    ViewNameDialog(Purpose purpose, const QString& name, const QStringList& taken, QWidget* parent = nullptr);

    QString name() const;

private:
    void judge();

    Purpose m_purpose;
    QString m_before;
    QStringList m_taken;
    QLineEdit* m_field;
    widgets::PlainLabel* m_remark;
    QPushButton* m_accept;
};

} // namespace fleet
