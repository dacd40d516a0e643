#pragma once

#include "ui/shell/page.h"

#include <QDockWidget>

class QGridLayout;
class QStackedWidget;

namespace widgets {
class CopyButton;
class ElidedLabel;
class EmptyState;
class PlainLabel;
} // namespace widgets

namespace shell {

/// The dock at the right: the facts of what is selected on the page in front, and how kubectl would ask for it.
class Inspector : public QDockWidget
{
    Q_OBJECT
public:
    explicit Inspector(QWidget* parent = nullptr);

    /// Null: there is no page.
    void setPage(Page* page);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void fill(const QList<Fact>& facts);
    void retranslate();

    QPointer<Page> m_page;
    QStackedWidget* m_content;
    widgets::EmptyState* m_empty;
    widgets::ElidedLabel* m_subject;
    widgets::CopyButton* m_copy;
    QWidget* m_rows;
    QGridLayout* m_grid;
    widgets::PlainLabel* m_kubectlTitle;
    widgets::PlainLabel* m_kubectl;
    widgets::CopyButton* m_copyKubectl;
    QList<Fact> m_shown;
};

} // namespace shell
