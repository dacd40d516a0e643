#pragma once

#include "core/plans/intent.h"
#include "ui/deployment/subject.h"

#include <QWidget>

class QAction;
class QPushButton;

namespace deployment {

/// What can be done with a deployment, as buttons and as a menu. Who cannot be done now says why.
class OperationBar : public QWidget
{
    Q_OBJECT
public:
    using Verb = plans::Intent::Verb;

    OperationBar(Subject& subject, QWidget* parent);

    /// In the order of the menu; their texts have the keys behind a tab.
    QList<QAction*> actions() const;
    QAction* action(Verb verb) const;
    /// The subject has changed, or the language.
    void refresh();

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
    bool isSuspended() const;

    Subject& m_subject;
    QList<Entry> m_entries;
    QPushButton* m_more;
};

/// Translated: why this cannot be done to the subject now, in a sentence; empty: it can be planned.
QString obstacleTo(plans::Intent::Verb verb, const Subject& subject);

} // namespace deployment
