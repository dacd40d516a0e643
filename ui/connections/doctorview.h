#pragma once

#include "ui/widgets/card.h"

class QPushButton;

namespace widgets {
class CopyButton;
class PlainLabel;
} // namespace widgets

namespace connections {

class Clinic;

/// The examination of one connection, step by step, each with what was found and how long it took.
class DoctorView : public widgets::Card
{
    Q_OBJECT
public:
    explicit DoctorView(Clinic& clinic, QWidget* parent = nullptr);

    /// Empty: none.
    void setConnection(const QString& id, const QString& name);
    QString connectionId() const { return m_id; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();
    QWidget* makeRows();

    Clinic& m_clinic;
    QString m_id, m_name;
    QWidget* m_rows = nullptr;
    QPushButton* m_test;
    widgets::CopyButton* m_copy;
    widgets::PlainLabel* m_hint;
};

} // namespace connections
