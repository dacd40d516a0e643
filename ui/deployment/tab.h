#pragma once

#include "ui/deployment/subject.h"

#include <QPointer>
#include <QWidget>

class QAbstractItemModel;
class QStackedLayout;
class QVBoxLayout;

namespace widgets {
class EmptyState;
class LoadingRows;
class ObjectTable;
class StaleBanner;
} // namespace widgets

namespace deployment {

/// One tab of a deployment's page: a banner when what it shows is old, its content, or why there is none.
class Tab : public QWidget
{
    Q_OBJECT
public:
    Tab(Subject& subject, QWidget* parent);

    virtual QString title() const = 0;
    virtual QString id() const = 0; ///< the same in every language: "pods"
    /// The subject has changed, or the language; called while the tab is shown.
    virtual void refresh() = 0;
    /// Ages have grown by a second.
    virtual void tick() {}

protected:
    Subject& subject() const { return m_subject; }
    /// Puts `content` between the banner and the edge of the page.
    void setContent(QWidget* content);

    void showContent();
    void showLoading();
    void showNone(const QString& sentence);
    /// No value and a problem: the page says why. `verb`: what is not permitted when that is the problem.
    void showProblem(const base::Error& problem, const QDateTime& lastSeen, const QString& verb);

    /// The rule of all tabs over one observed thing: content when there is one (dimmed by the banner when it is old),
    /// else the problem, else loading. True: there is content.
    template <typename T>
    bool settle(const base::Observed<T>& observed, const QString& verb)
    {
        return settle(observed.isKnown(), observed.observedAt, observed.problem, verb);
    }
    bool settle(bool isKnown, const QDateTime& observedAt, const std::optional<base::Error>& problem,
                const QString& verb);
    /// The same over a watched collection.
    bool settle(const kube::StoreBase& store, const QString& verb);

    /// A table as all tabs have it.
    static widgets::ObjectTable* makeTable(const QString& name, QAbstractItemModel* model, QWidget* parent);

private:
    Subject& m_subject;
    QVBoxLayout* m_column;
    QStackedLayout* m_stack;
    QWidget* m_staleRow;
    widgets::StaleBanner* m_stale;
    widgets::EmptyState* m_empty;
    widgets::LoadingRows* m_loading;
    QWidget* m_content = nullptr;
};

/// The words for what could not be read.
QString problemText(const base::Error& problem);

} // namespace deployment
