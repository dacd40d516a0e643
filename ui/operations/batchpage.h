#pragma once

#include "ui/operations/batchmodel.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace widgets {
class ElidedLabel;
class GlyphLabel;
class ObjectTable;
class PlainLabel;
} // namespace widgets

namespace operations {

class ChecksView;
class OfferBar;
class OperationButtons;
class StepsView;

/// The same for several objects on one page: their plans, one agreement that is as strict as the strictest needs it,
/// and what becomes of each.
class BatchPage : public QWidget
{
    Q_OBJECT
public:
    /// Takes the batch.
    explicit BatchPage(std::unique_ptr<Batch> batch, QWidget* parent = nullptr);
    ~BatchPage() override;

    Batch& batch() { return *m_batch; }
    QString title() const;
    QString kubectl() const; ///< what it sends, as commands
    /// Looks again, unless it was agreed to.
    void refresh() { m_batch->check(); }
    /// As the button does.
    void act();

signals:
    void changed(); ///< title
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeDetail();
    QWidget* makeFoot();
    void present();
    void presentDetail();
    void presentFoot();
    QString phrase() const; ///< what is typed where state may be lost: "suspend 3"
    QString reason() const; ///< why it may not begin yet; empty: it may
    void askFirst();
    void retranslate();

    std::unique_ptr<Batch> m_batch;
    BatchModel m_model;
    widgets::ElidedLabel* m_title;
    widgets::PlainLabel* m_about;
    widgets::ObjectTable* m_table;
    widgets::ElidedLabel* m_name;
    OperationButtons* m_buttons;
    OfferBar* m_offers;
    QStackedWidget* m_parts = nullptr;
    ChecksView* m_checks;
    StepsView* m_steps;
    widgets::GlyphLabel* m_sign;
    widgets::PlainLabel* m_reason;
    widgets::PlainLabel* m_demand;
    QLineEdit* m_typed;
    QPushButton* m_commands;
    QPushButton* m_again;
    QPushButton* m_leave;
    QPushButton* m_close;
    QPushButton* m_act;
};

} // namespace operations
