#include "ui/practice/scenariolist.h"

#include "ui/practice/scenariodelegate.h"
#include "ui/practice/scenariomodel.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/searchfield.h"

#include <QEvent>
#include <QListView>
#include <QVBoxLayout>

namespace practice {

using namespace Qt::StringLiterals;

ScenarioList::ScenarioList(Session& session, QWidget* page)
    : Card(page)
    , m_session(session)
    , m_model(new ScenarioModel(session, this))
    , m_filter(new ScenarioFilter(this))
    , m_search(new widgets::SearchField(widgets::SearchField::Purpose::Filter, page, this))
    , m_view(new QListView(this))
    , m_none(new widgets::EmptyState(this))
{
    m_filter->setSourceModel(m_model);
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new ScenarioDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* head = new QWidget(this);
    auto* rows = new QVBoxLayout(head);
    rows->setContentsMargins(theme::between, theme::between, theme::between, theme::between);
    rows->setSpacing(theme::between);
    rows->addWidget(m_search);
    auto* chips = new widgets::FlowLayout;
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(theme::inside);
    for (int difficulty = 1; difficulty <= 3; ++difficulty) {
        auto* chip = new widgets::Chip(widgets::Chip::Kind::Toggle, head);
        chip->setCheckable(true);
        connect(chip, &QAbstractButton::toggled, this, &ScenarioList::narrow);
        chips->addWidget(chip);
        m_difficulties.append(chip);
    }
    rows->addLayout(chips);
    setBodyMargins(1);
    body()->setSpacing(0);
    body()->addWidget(head);
    body()->addWidget(new widgets::Line(this));
    body()->addWidget(m_view, 1);
    body()->addWidget(m_none, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ScenarioList::narrow);
    connect(m_search, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_search, &widgets::SearchField::abandoned, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_none, &widgets::EmptyState::actionRequested, this, [this] {
        m_search->clear();
        for (widgets::Chip* chip : std::as_const(m_difficulties))
            chip->setChecked(false);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ScenarioList::selectedChanged);
    connect(m_view, &QListView::activated, this, &ScenarioList::startRequested);
    retranslate();
    m_view->setCurrentIndex(m_filter->index(0, 0));
}

QString ScenarioList::selected() const
{
    return m_view->currentIndex().data(ScenarioModel::NameRole).toString();
}

void ScenarioList::select(const QString& name)
{
    const QModelIndexList found = m_model->match(m_model->index(0), ScenarioModel::NameRole, name, 1, Qt::MatchExactly);
    if (!found.isEmpty())
        m_view->setCurrentIndex(m_filter->mapFromSource(found.constFirst()));
}

void ScenarioList::narrow()
{
    QSet<int> wanted;
    for (qsizetype i = 0; i < m_difficulties.size(); ++i) {
        if (m_difficulties.at(i)->isChecked())
            wanted.insert(static_cast<int>(i) + 1);
    }
    m_filter->setDifficulties(wanted);
    m_filter->setWords(m_search->text());
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_filter->index(0, 0));
    showCount();
}

void ScenarioList::showCount()
{
    const int shown = m_filter->rowCount();
    const int all = m_model->rowCount();
    setSubtitle(shown == all ? tr("%n rehearsal(s)", nullptr, all) : tr("%1 of %2").arg(shown).arg(all));
    m_view->setVisible(shown > 0);
    m_none->setVisible(shown == 0);
    m_none->showFiltered(all);
}

void ScenarioList::retranslate()
{
    setTitle(tr("Rehearsals"));
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setAccessibleName(tr("Filter the rehearsals"));
    m_view->setAccessibleName(tr("Rehearsals"));
    for (qsizetype i = 0; i < m_difficulties.size(); ++i)
        m_difficulties.at(i)->setText(difficultyWord(static_cast<int>(i) + 1));
    showCount();
}

void ScenarioList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

} // namespace practice
