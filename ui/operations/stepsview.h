#pragma once

#include "core/workflow/operation.h"

#include <QWidget>

class QGridLayout;

namespace widgets {
class GlyphLabel;
class PlainLabel;
} // namespace widgets

namespace operations {

/// The steps of a plan, one below the other: before it begins with what each waits for and what is lost if it stops
/// there, then with how far each has come.
class StepsView : public QWidget
{
    Q_OBJECT
public:
    explicit StepsView(QWidget* parent = nullptr);

    void showPlan(const workflow::Plan& plan);
    void showOperation(const workflow::Operation& operation);
    void clear();
    /// Where the step that is under way stands; null: none is.
    QWidget* current() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Form { Plan, Operation };
    struct Row
    {
        widgets::PlainLabel* number;
        widgets::PlainLabel* title;
        widgets::PlainLabel* note;            ///< what it waits for, or what was seen last
        widgets::PlainLabel* loss = nullptr;  ///< of a plan
        widgets::GlyphLabel* state = nullptr; ///< of an operation
        widgets::PlainLabel* took = nullptr;  ///< of a plan: usually
    };

    void build(const QList<workflow::Step>& steps, Form form);
    void fill();
    void fill(Row& row, const workflow::Step& step, const workflow::StepRecord& record);
    void fillPlanned(Row& row, const workflow::Step& step);

    QWidget* m_content = nullptr;
    QList<Row> m_rows;
    QList<widgets::PlainLabel*> m_heads;
    workflow::Operation m_shown; ///< of a plan: without steps
    Form m_form = Form::Plan;
};

} // namespace operations
