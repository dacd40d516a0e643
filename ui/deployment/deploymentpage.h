#pragma once

#include "core/plans/intent.h"
#include "ui/deployment/subject.h"

#include <QWidget>

class QAction;
class QTabBar;
class QStackedWidget;

namespace widgets {
class Badge;
class Chip;
class CopyButton;
class ElidedLabel;
class PlainLabel;
class StaleBanner;
} // namespace widgets

namespace deployment {

class OperationBar;
class Tab;

/// All of one FlinkDeployment, or of the cluster behind a bare Flink address: what it is and how it does in the title,
/// the rest in tabs.
class DeploymentPage : public QWidget
{
    Q_OBJECT
public:
    /// `connection` must outlive this.
    DeploymentPage(flink::Connection& connection, const kube::ObjectKey& key, QWidget* parent = nullptr);
    ~DeploymentPage() override;

    Subject& subject() { return m_subject; }
    QString title() const { return m_subject.name(); }
    base::Health health() const { return m_subject.verdict().health; }
    QString kubectl() const; ///< the command that shows the same; empty for an endpoint
    void refresh();

    int tabCount() const { return int(m_tabs.size()); }
    int currentTab() const;
    void setCurrentTab(int index);
    QStringList tabTitles() const;
    /// What can be done to it; none of an endpoint.
    QList<QAction*> operations() const;

signals:
    void changed(); ///< title or health
    /// Of itself, or of a session job at its cluster.
    void operationRequested(plans::Intent::Verb verb, const QString& kind, const kube::ObjectKey& object);
    void refused(const QString& why); ///< what a key asked for cannot be done now

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeHead();
    void makeTabs();
    void addTab(Tab* tab);
    void makeShortcuts();
    void switchTo(int index);
    void act(plans::Intent::Verb verb);
    void retranslate();
    void showAll();
    void showHead();
    QString facts() const;
    QString breadcrumb() const;

    Subject m_subject;
    QList<Tab*> m_tabs;
    widgets::ElidedLabel* m_path;
    widgets::ElidedLabel* m_facts;
    widgets::ElidedLabel* m_name;
    widgets::Badge* m_badge;
    widgets::CopyButton* m_copy;
    widgets::Chip* m_owner;
    widgets::StaleBanner* m_gone;
    OperationBar* m_operations = nullptr; ///< null: of an endpoint
    QTabBar* m_bar;
    QStackedWidget* m_stack;
};

} // namespace deployment
