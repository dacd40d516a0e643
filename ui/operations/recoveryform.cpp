#include "ui/operations/recoveryform.h"

#include "core/base/visibletext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/loadingrows.h"
#include "ui/widgets/objecttable.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace operations {

using plans::Candidate;
using Verdict = Candidate::Verdict;

namespace {

constexpr int rowsInView = 7;

} // namespace

RecoveryForm::RecoveryForm(Desk& desk, QString clusterId, plans::Intent intent, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_clusterId(std::move(clusterId))
    , m_intent(std::move(intent))
    , m_table(new widgets::ObjectTable(u"candidates"_s, this))
    , m_loading(new widgets::LoadingRows)
    , m_empty(new widgets::EmptyState)
    , m_wrong(new widgets::PlainLabel({}, theme::Type::Strong, theme::Role::Text, this))
    , m_evidence(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_about(new widgets::PlainLabel(this))
    , m_doubts(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_path(new QLineEdit(this))
    , m_mapping(new QLineEdit(this))
    , m_again(new QPushButton(theme::icon(u"search"_s), {}, this))
    , m_submit(new QPushButton(this))
{
    using Column = CandidateModel::Column;
    m_table->setObjectName(u"candidates"_s);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setNameColumn(Column::NameColumn);
    m_table->setItemDelegateForColumn(Column::VerdictColumn, new widgets::StatusDelegate(m_table));
    m_table->setItemDelegateForColumn(Column::NameColumn,
                                      new widgets::NameDelegate(widgets::NameDelegate::Weight::Medium, m_table));
    m_table->setModel(&m_model);
    m_table->setDefaultColumns({128, 160, 85, 135, 62, 130});
    m_table->setStretchColumn(Column::ProblemColumn);
    auto* rows = new QWidget(this);
    rows->setMinimumHeight(rowsInView * 2 * fontMetrics().height());
    m_stack = new QStackedLayout(rows);
    for (QWidget* part : QList<QWidget*>{m_loading, m_empty, m_table})
        m_stack->addWidget(part);
    for (widgets::PlainLabel* label : {m_wrong, m_evidence, m_about, m_doubts}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_path->setObjectName(u"from"_s);
    m_mapping->setObjectName(u"mapping"_s);
    m_submit->setObjectName(u"plan"_s);
    for (QPushButton* button : {m_again, m_submit})
        button->setAutoDefault(false);
    auto* where = new QHBoxLayout;
    where->setSpacing(theme::between);
    where->addWidget(m_mapping, 1);
    where->addWidget(m_again);
    auto* wanted = new QHBoxLayout;
    wanted->setSpacing(theme::between);
    wanted->addWidget(m_path, 1);
    wanted->addWidget(m_submit);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::between);
    column->addWidget(m_wrong);
    column->addWidget(m_evidence);
    column->addWidget(rows, 1);
    column->addWidget(m_about);
    column->addWidget(m_doubts);
    column->addLayout(where);
    column->addLayout(wanted);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_isPicked = true;
        refresh();
    });
    connect(m_table, &widgets::ObjectTable::rowActivated, this, &RecoveryForm::submit);
    connect(m_path, &QLineEdit::textChanged, this, &RecoveryForm::refresh);
    connect(m_path, &QLineEdit::returnPressed, this, &RecoveryForm::submit);
    connect(m_mapping, &QLineEdit::textChanged, this, &RecoveryForm::refresh);
    connect(m_mapping, &QLineEdit::returnPressed, this, &RecoveryForm::search);
    connect(m_again, &QPushButton::clicked, this, &RecoveryForm::search);
    connect(m_empty, &widgets::EmptyState::actionRequested, this, &RecoveryForm::search);
    connect(m_submit, &QPushButton::clicked, this, &RecoveryForm::submit);
    retranslate();
    search();
}

RecoveryForm::~RecoveryForm() = default;

std::optional<QList<snapshot::PathMapping>> RecoveryForm::mappings() const
{
    const QString text = m_mapping->text().trimmed();
    if (text.isEmpty())
        return QList<snapshot::PathMapping>();
    const std::optional<snapshot::PathMapping> mapping = snapshot::mappingOf(text);
    return mapping ? std::optional(QList{*mapping}) : std::nullopt;
}

void RecoveryForm::search()
{
    const std::optional<plans::Site> site = m_desk.site(m_clusterId);
    const auto where = mappings();
    if (!where)
        return;
    if (!site)
        return fail({base::Error::Kind::Network, tr("There is no connection to this cluster any more."), {}});
    m_search = std::make_unique<plans::CandidateSearch>(*site, m_intent, *where);
    connect(m_search.get(), &plans::CandidateSearch::found, this, &RecoveryForm::take);
    connect(m_search.get(), &plans::CandidateSearch::failed, this, &RecoveryForm::fail);
    m_stack->setCurrentWidget(m_loading);
    m_search->start();
    refresh();
}

void RecoveryForm::take(const plans::CandidateFindings& findings)
{
    m_search.release()->deleteLater();
    const QString before = chosen() && m_isPicked ? chosen()->path : QString();
    m_model.setCandidates(findings.candidates);
    const int again = before.isEmpty() ? -1 : m_model.rowOf(before);
    const int row = again >= 0 ? again : m_model.bestRow();
    if (row >= 0)
        m_table->setCurrentIndex(m_model.index(row, CandidateModel::NameColumn));
    m_isPicked = again >= 0;
    m_diagnosis = findings.diagnosis;
    m_doubts->setText(base::visibleText(findings.doubts.join(u' '), 2000));
    m_stack->setCurrentWidget(m_table);
    refresh();
}

void RecoveryForm::fail(const base::Error& error)
{
    if (m_search)
        m_search.release()->deleteLater();
    m_empty->showUnreachable(base::visibleText(error.message), {}, tr("Look again"));
    m_stack->setCurrentWidget(m_empty);
    refresh();
}

const Candidate* RecoveryForm::chosen() const
{
    return m_model.candidate(m_table->currentIndex().row());
}

plans::Intent RecoveryForm::intent() const
{
    plans::Intent intent = m_intent;
    const QString typed = m_path->text().trimmed();
    if (!typed.isEmpty()) {
        intent.from = typed;
    } else if (const Candidate* candidate = chosen()) {
        intent.from = candidate->path;
        intent.fallbacks = plans::fallbacksAfter(m_model.candidates(), m_table->currentIndex().row());
    } else {
        intent.isEmpty = m_table->currentIndex().row() == m_model.emptyRow();
    }
    return intent;
}

QString RecoveryForm::missing() const
{
    if (isSearching() && m_path->text().trimmed().isEmpty())
        return tr("It is being looked for.");
    const plans::Intent wanted = intent();
    return wanted.from.isEmpty() && !wanted.isEmpty
               ? tr("Choose what to start from, or type the path of a snapshot that you know.")
               : QString();
}

void RecoveryForm::refresh()
{
    const Candidate* candidate = chosen();
    const bool isTyped = !m_path->text().trimmed().isEmpty();
    const bool isEmpty = m_table->currentIndex().row() == m_model.emptyRow() && m_stack->currentWidget() == m_table;
    if (isTyped)
        m_about->setText(tr("It starts from the path below, which nobody has looked into."));
    else if (candidate && (candidate->verdict == Verdict::Damaged || candidate->verdict == Verdict::Unfit))
        m_about->setText(tr("%1 – the job would probably not start from it.").arg(base::visibleText(candidate->path)));
    else if (candidate && candidate->verdict == Verdict::Unsure)
        m_about->setText(base::visibleText(candidate->path) + u'\n' + candidate->problem);
    else if (candidate)
        m_about->setText(base::visibleText(candidate->path));
    else if (isEmpty && m_model.emptyRow() > 0)
        m_about->setText(tr("It starts without any state, although there is something to restore."));
    else if (isEmpty)
        m_about->setText(tr("It starts without any state."));
    else
        m_about->setText(missing());
    m_wrong->setVisible(m_diagnosis.has_value());
    m_evidence->setVisible(m_diagnosis && !m_diagnosis->evidence.isEmpty());
    if (m_diagnosis) {
        m_wrong->setText(plans::diagnosisText(m_diagnosis->kind));
        m_evidence->setText(m_diagnosis->evidence.join(u'\n'));
    }
    m_doubts->setVisible(!m_doubts->text().isEmpty());
    m_again->setEnabled(!isSearching() && mappings().has_value());
    m_again->setToolTip(mappings() ? QString() : tr("FROM=TO: a path as Flink has it, and a folder of this machine."));
    const QString why = missing();
    m_submit->setEnabled(why.isEmpty());
    m_submit->setToolTip(why);
}

void RecoveryForm::retranslate()
{
    m_table->setAccessibleName(tr("What it can be started from"));
    m_loading->setSentence(tr("Flink, the operator, high availability and storage are being asked."));
    m_path->setPlaceholderText(tr("Or the path of another savepoint or retained checkpoint"));
    m_path->setAccessibleName(tr("Path of another snapshot"));
    m_mapping->setPlaceholderText(tr("Storage on this machine, e.g. s3://flink=/mnt/flink"));
    m_mapping->setAccessibleName(tr("Where storage lies on this machine"));
    m_again->setText(tr("Look again"));
    m_submit->setText(tr("Plan it"));
    m_model.retranslate();
    refresh();
}

void RecoveryForm::submit()
{
    if (missing().isEmpty())
        emit submitted();
}

void RecoveryForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace operations
