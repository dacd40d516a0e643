#pragma once

#include "ui/widgets/keymap.h"

#include <QLineEdit>

namespace widgets {

/// A field for a filter or search, with a sign at the left and a cross to empty it. A key ("/" unless changed)
/// within `scope` moves the keyboard here unless a text has it; Escape empties, then gives the keyboard back.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    enum class Purpose { Search, Filter };

    /// `scope`: the page inside which the key works; the key is drawn in the empty field. Null: no key.
    explicit SearchField(Purpose purpose, QWidget* scope, QWidget* parent = nullptr);

signals:
    void abandoned(); ///< Escape in an empty field

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_hasKey; ///< the key comes here
};

/// Whether the keyboard is now in something that takes text, where single keys must not be commands.
bool isTyping();
/// The keys that lead into the search field of a page.
KeyCommand focusKeys();

} // namespace widgets
