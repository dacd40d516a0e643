#pragma once

#include "core/base/health.h"
#include "ui/code/codeview.h"
#include "ui/editor/pastediff.h"

namespace editor {

/// One side of a text that was repaired: its lines with what became of them, in colour and sign.
class PasteSide : public code::CodeView
{
    Q_OBJECT
public:
    /// `doubts`: lines somebody should look at, from 1.
    PasteSide(const QString& text, const QList<PastedMark>& marks, const QSet<int>& doubts, QWidget* parent);

    const QList<PastedMark>& lineMarks() const { return m_marks; }
    /// Scrolls so that what is seen here is what the other side shows.
    void follow(const PasteSide& other);
    void goToLine(int line); ///< from 1

signals:
    void scrolled(); ///< by the user, not by follow()

protected:
    int markWidth() const override;
    void paintMark(QPainter* painter, const QTextBlock& block, const QRect& place) override;
    void changeEvent(QEvent* event) override;

private:
    void dress();
    std::optional<base::Health> familyOf(int line) const;

    QList<PastedMark> m_marks;
    QSet<int> m_doubts;
    bool m_isFollowing = false;
};

} // namespace editor
