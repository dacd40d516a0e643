#pragma once

#include "ui/deployment/standing.h"

#include <QWidget>

class QAction;
class QPushButton;

namespace deployment {

/// What can be done with a deployment or a session job, as buttons and as a menu. What cannot be done now says why.
class OperationBar : public QWidget
{
    Q_OBJECT
public:
    using Verb = plans::Intent::Verb;

    explicit OperationBar(QWidget* parent);

    /// In the order of the menu; their texts have the keys behind a tab.
    QList<QAction*> actions() const;
    QAction* action(Verb verb) const;
    /// Also after a change of language.
    void present(const Standing& standing);

signals:
    void requested(plans::Intent::Verb verb);

protected:
    bool event(QEvent* event) override;

private:
    struct Entry
    {
        Verb verb;
        QAction* action;
        QPushButton* button; ///< null: it stands in the menu only
    };

    void add(Verb verb, const QString& icon, bool hasButton);
    bool isShown(Verb verb) const;
    void refresh();

    Standing m_standing;
    QList<Entry> m_entries;
    QPushButton* m_more;
};

} // namespace deployment
