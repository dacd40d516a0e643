#include "ui/deployment/tab.h"

#include "core/base/visibletext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingrows.h"
#include "ui/widgets/objecttable.h"

#include <QHeaderView>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace deployment {

QString problemText(const base::Error& problem)
{
    return base::visibleText(problem.message, 1024);
}

Tab::Tab(Subject& subject, QWidget* parent)
    : QWidget(parent)
    , m_subject(subject)
    , m_column(new QVBoxLayout(this))
    , m_stack(new QStackedLayout)
    , m_staleRow(new QWidget(this))
    , m_stale(new widgets::StaleBanner(m_staleRow))
    , m_empty(new widgets::EmptyState(this))
    , m_loading(new widgets::LoadingRows(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    auto* margin = new QVBoxLayout(m_staleRow);
    margin->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, 0);
    margin->addWidget(m_stale);
    m_column->addWidget(m_staleRow);
    m_column->addLayout(m_stack, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_loading);
    m_staleRow->hide();
    connect(m_empty, &widgets::EmptyState::actionRequested, this, [this] { m_subject.refresh(); });
}

void Tab::setContent(QWidget* content)
{
    m_content = content;
    m_stack->addWidget(content);
    m_stack->setCurrentWidget(m_loading);
}

void Tab::showContent()
{
    m_stack->setCurrentWidget(m_content);
}

void Tab::showLoading()
{
    m_staleRow->hide();
    const flink::Connection& connection = m_subject.connection();
    m_loading->setSentence(connection.state().kind == flink::ConnectionState::Kind::Connecting
                               ? tr("Connecting to %1…").arg(base::visibleText(connection.settings().name, 128))
                               : tr("Waiting for the first answer…"));
    m_stack->setCurrentWidget(m_loading);
}

void Tab::showNone(const QString& sentence)
{
    m_empty->showNone(sentence);
    m_stack->setCurrentWidget(m_empty);
}

void Tab::showProblem(const base::Error& problem, const QDateTime& lastSeen, const QString& verb)
{
    m_staleRow->hide();
    if (problem.kind == base::Error::Kind::Forbidden)
        m_empty->showNotPermitted(verb, tr("Try again"));
    else
        m_empty->showUnreachable(problemText(problem), lastSeen, tr("Try again"));
    m_stack->setCurrentWidget(m_empty);
}

bool Tab::settle(bool isKnown, const QDateTime& observedAt, const std::optional<base::Error>& problem,
                 const QString& verb)
{
    if (!isKnown) {
        if (problem)
            showProblem(*problem, observedAt, verb);
        else
            showLoading();
        return false;
    }
    m_staleRow->setVisible(problem.has_value());
    if (problem)
        m_stale->showStale(observedAt, problemText(*problem));
    showContent();
    return true;
}

bool Tab::settle(const kube::StoreBase& store, const QString& verb)
{
    return settle(store.isComplete(), store.watch().lastContact(), store.watch().lastError(), verb);
}

widgets::ObjectTable* Tab::makeTable(const QString& name, QAbstractItemModel* model, QWidget* parent)
{
    auto* table = new widgets::ObjectTable(name, parent);
    table->setModel(model);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    return table;
}

} // namespace deployment
