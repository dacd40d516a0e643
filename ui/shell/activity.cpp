#include "ui/shell/activity.h"

#include "ui/shell/docktitle.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/timedisplay.h"

#include <QDateTime>
#include <QEvent>
#include <QListWidget>
#include <QStackedWidget>

namespace shell {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNotices = 200;

} // namespace

Activity::Activity(QWidget* parent)
    : QDockWidget(parent)
    , m_title(nullptr)
    , m_parts(new QStackedWidget(this))
    , m_noOperations(new widgets::EmptyState(this))
    , m_noProblems(new widgets::EmptyState(this))
    , m_noNotices(new widgets::EmptyState(this))
    , m_notices(new QListWidget(this))
    , m_noticePart(new QStackedWidget(this))
{
    setObjectName(u"activity"_s);
    m_title = new DockTitle(this);
    setTitleBarWidget(m_title);
    m_notices->setFrameShape(QFrame::NoFrame);
    m_notices->setItemDelegate(new widgets::CellDelegate(m_notices));
    m_notices->setSelectionMode(QAbstractItemView::SingleSelection);
    m_noticePart->addWidget(m_noNotices);
    m_noticePart->addWidget(m_notices);
    m_parts->addWidget(m_noOperations);
    m_parts->addWidget(m_noProblems);
    m_parts->addWidget(m_noticePart);
    m_parts->setBackgroundRole(QPalette::Base);
    m_parts->setAutoFillBackground(true);
    m_parts->setMinimumHeight(92);
    setWidget(m_parts);
    connect(m_title, &DockTitle::chosen, this, [this](int part) { showPart(static_cast<Part>(part)); });
    retranslate();
    showPart(Part::Operations);
}

void Activity::showPart(Part part)
{
    m_parts->setCurrentIndex(static_cast<int>(part));
    m_title->setChosen(static_cast<int>(part));
    if (part == Part::Notices && m_unread > 0) {
        m_unread = 0;
        emit noticesChanged();
    }
}

void Activity::note(base::Health family, const QString& text)
{
    auto* item = new QListWidgetItem(widgets::absoluteText(QDateTime::currentDateTimeUtc()) + u"   "_s + text);
    item->setData(widgets::cell::HealthRole, static_cast<int>(family));
    m_notices->insertItem(0, item);
    delete m_notices->takeItem(mostNotices);
    const bool seen = isVisible() && m_parts->currentIndex() == static_cast<int>(Part::Notices);
    if (!seen)
        ++m_unread;
    updateNotices();
    emit noticesChanged();
}

void Activity::updateNotices()
{
    m_noticePart->setCurrentIndex(m_notices->count() > 0 ? 1 : 0);
}

void Activity::retranslate()
{
    setWindowTitle(tr("Activity"));
    m_title->setParts({tr("Operations"), tr("Problems"), tr("Notifications")});
    m_noOperations->showNone(tr("No operation has been started in this session."));
    m_noProblems->showNone(tr("No problems have been found."));
    m_noNotices->showNone(tr("Nothing has been reported in this session."));
    m_notices->setAccessibleName(tr("Notifications"));
}

void Activity::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDockWidget::changeEvent(event);
}

} // namespace shell
