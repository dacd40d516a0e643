#pragma once

#include "core/base/environment.h"
#include "ui/shell/connectionwords.h"

#include <QWidget>

class QToolButton;

namespace widgets {
class DropChip;
class GlyphLabel;
} // namespace widgets

namespace shell {

class Commands;
class SearchStarter;

/// The bar below the menus: where one is, what one looks for, how fresh it is.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(const Commands& commands, QWidget* parent = nullptr);

    /// `text`: the context's name or how many there are.
    void setContext(const QString& text, base::Environment environment);
    void setNameSpaces(const QString& text);
    void setFreshness(const Statement& statement);
    void setNotices(int unread);
    void setOperations(int running); ///< how many are under way
    void setLanguage(const QString& code);
    /// Below 1100 px the chip of the namespaces goes.
    void setNarrow(bool narrow);
    QWidget* contextChip() const;
    QWidget* nameSpaceChip() const;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void retranslate();

    QToolButton* m_back;
    QToolButton* m_forward;
    widgets::DropChip* m_context;
    widgets::DropChip* m_nameSpaces;
    SearchStarter* m_search;
    widgets::GlyphLabel* m_freshness;
    int m_running = 0;
    QToolButton* m_operations;
    QToolButton* m_bell;
    QToolButton* m_language;
};

} // namespace shell
