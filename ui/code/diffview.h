#pragma once

#include "ui/code/codeview.h"
#include "ui/code/difflines.h"

namespace code {

/// A comparison in one column: what goes, and what comes.
class DiffView : public CodeView
{
    Q_OBJECT
public:
    explicit DiffView(QWidget* parent = nullptr);

    void present(const QList<DiffLine>& lines);

protected:
    void changeEvent(QEvent* event) override;
    QString numberOf(const QTextBlock& block) const override;

private:
    void dress();

    QList<DiffLine> m_lines;
};

} // namespace code
