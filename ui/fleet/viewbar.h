#pragma once

#include "ui/fleet/savedviews.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace widgets {
class Chip;
}

namespace fleet {

/// The saved views as chips beside the filter, "All" first; the one that is shown is lit. Those there is no room for
/// are in the menu behind them, with what can be done to views.
class ViewBar : public QWidget
{
    Q_OBJECT
public:
    /// `views` must live longer.
    ViewBar(SavedViews& views, QWidget* parent = nullptr);

    /// What the table shows now: lights its chip, and is what a view is saved as.
    void setShown(const SavedView& shown);
    void setNarrow(bool narrow); ///< no chips, the menu only
    /// By number: 0 is all, the first saved view 1; nothing beyond the last.
    void choose(int number);
    void askToSave();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(const fleet::SavedView& view); ///< without a name: all

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    widgets::Chip* makeChip();
    void rebuild();
    void light();
    void layOut();
    void fillMenu();
    void fillChanges(QMenu* menu, const QString& name);
    void askForAnotherName(const QString& name);
    void retranslate();
    int litNumber() const; ///< -1: what is shown is no view

    SavedViews& m_views;
    SavedView m_shown;
    QList<widgets::Chip*> m_chips; ///< "All" and one a view
    QToolButton* m_more;
    QMenu* m_menu;
    bool m_isNarrow = false;
};

} // namespace fleet
