#include "ui/fleet/filterbar.h"

#include "ui/fleet/viewbar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/timedisplay.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace fleet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using widgets::TimeDisplay;

namespace {

constexpr auto typingPause = 120ms;
constexpr int longestFilter = 2000;

} // namespace

FilterBar::FilterBar(SavedViews& views, QWidget* page)
    : QWidget(page)
    , m_field(new widgets::SearchField(widgets::SearchField::Purpose::Filter, page, this))
    , m_views(new ViewBar(views, this))
    , m_problem(new widgets::PlainLabel(this))
    , m_shown(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
    , m_time(new QPushButton(theme::icon(u"clock"_s), {}, this))
    , m_columns(new QPushButton(theme::icon(u"columns"_s), {}, this))
    , m_copy(new QToolButton(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::inside);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::between);
    line->addWidget(m_field, 3);
    line->addWidget(m_views);
    line->addWidget(m_shown);
    line->addStretch(1);
    line->addWidget(m_time);
    line->addWidget(m_columns);
    line->addWidget(m_copy);
    column->addLayout(line);
    column->addWidget(m_problem);
    m_field->setMaxLength(longestFilter);
    m_problem->setFamily(base::Health::AtRisk);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_columns->setMenu(new QMenu(m_columns));
    m_copy->setIcon(theme::icon(u"copy"_s));
    m_copy->setProperty("bordered", true);
    m_copy->setFixedHeight(theme::buttonHeight());

    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(m_field, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &FilterBar::edited);
    connect(m_field, &QLineEdit::returnPressed, this, &FilterBar::left);
    connect(m_field, &widgets::SearchField::abandoned, this, &FilterBar::left);
    if (auto* display = TimeDisplay::instance()) {
        connect(m_time, &QPushButton::clicked, display, [display] {
            display->setForm(display->form() == TimeDisplay::Form::Relative ? TimeDisplay::Form::Absolute
                                                                            : TimeDisplay::Form::Relative);
        });
        connect(display, &TimeDisplay::changed, this, &FilterBar::retranslate);
    } else {
        m_time->hide();
    }
    retranslate();
}

void FilterBar::setTable(widgets::ObjectTable* table)
{
    connect(m_columns->menu(), &QMenu::aboutToShow, table, [this, table] {
        m_columns->menu()->clear();
        qDeleteAll(m_columns->menu()->findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
        table->fillColumnsMenu(m_columns->menu());
    });
    connect(m_copy, &QToolButton::clicked, table, [this, table] {
        auto* menu = new QMenu(m_copy);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        table->fillCopyMenu(menu);
        menu->popup(m_copy->mapToGlobal(QPoint(0, m_copy->height())));
    });
}

void FilterBar::setText(const QString& text)
{
    m_field->setText(text);
    m_pause.stop();
    emit edited();
}

QString FilterBar::text() const
{
    return m_field->text();
}

void FilterBar::showProblems(const Query& query)
{
    QStringList problems;
    for (const Query::Problem& problem : query.problems())
        problems.append(problem.message);
    m_problem->setText(problems.join(u'\n'));
    m_problem->setVisible(!problems.isEmpty());
}

void FilterBar::showCounts(const Counts& counts, int waiting)
{
    const QLocale locale;
    const QString shown = tr("%1 of %2 shown").arg(locale.toString(counts.shown), locale.toString(counts.total));
    m_shown->setText(waiting > 0 ? tr("%1 · %n change(s) wait", nullptr, waiting).arg(shown) : shown);
}

void FilterBar::setNarrow(bool narrow)
{
    m_time->setVisible(!narrow && TimeDisplay::instance());
    m_views->setNarrow(narrow);
}

void FilterBar::retranslate()
{
    const bool isRelative = !TimeDisplay::instance() || TimeDisplay::instance()->form() == TimeDisplay::Form::Relative;
    m_field->setPlaceholderText(tr("Filter: words, status:restarting, ckpt-age>10m, ns:pay*, ctx:prod-*"));
    m_field->setAccessibleName(tr("Filter of the fleet"));
    m_field->setToolTip(
        tr("Words match anywhere. Fields: %1.\nCommas separate alternatives, * stands for anything, - excludes.")
            .arg(Query::fields().join(u", "_s)));
    m_time->setText(isRelative ? tr("Relative time") : tr("Absolute time"));
    m_time->setToolTip(tr("Switch between ages and points in time"));
    m_columns->setText(tr("Columns"));
    m_copy->setToolTip(tr("Copy the selected rows, or all"));
    m_copy->setAccessibleName(tr("Copy"));
}

void FilterBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace fleet
