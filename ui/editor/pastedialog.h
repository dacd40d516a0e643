#pragma once

#include "core/manifest/repair.h"

#include <QDialog>

#include <functional>

class QListWidget;

namespace editor {

class PasteSide;

/// Shows what was pasted beside what was made of it, and asks which of them is wanted.
class PasteDialog : public QDialog
{
    Q_OBJECT
public:
    PasteDialog(const QString& pasted, const manifest::RepairedText& repaired, QWidget* parent);

    /// Shows it; `chosen` is told the text that is wanted, and nothing when the dialog is closed.
    void ask(std::function<void(const QString&)> chosen);

private:
    QWidget* makeSide(PasteSide* view, const QString& title);
    QWidget* makeLegend();
    void fill(const manifest::RepairedText& repaired);
    void goToDoubt();

    QString m_pasted, m_repaired;
    QString m_wanted;
    PasteSide* m_before;
    PasteSide* m_after;
    QListWidget* m_list;
};

} // namespace editor
