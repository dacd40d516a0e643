#include "ui/editor/effectview.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"
#include "ui/editor/changerow.h"
#include "ui/editor/classbadge.h"
#include "ui/editor/wrappedtext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

constexpr int noteGlyph = 14;
constexpr qreal faintness = 0.5;
/// More rows than that nobody reads; the comparison shows them all.
constexpr qsizetype mostChanges = 60;

} // namespace

EffectView::EffectView(Parts parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    if (auto* theme = theme::Theme::instance())
        connect(theme, &theme::Theme::changed, this, [this] {
            if (m_content)
                rebuild();
        });
}

void EffectView::present(const plans::Prospect& prospect, const manifest::Effect& effect)
{
    // Rows that somebody is about to press stay, if only the time has gone on.
    const bool isSame = m_content && effect == m_effect && prospect.target == m_prospect.target &&
                        prospect.conflicts == m_prospect.conflicts && prospect.doubts == m_prospect.doubts;
    m_prospect = prospect;
    m_effect = effect;
    if (!isSame)
        rebuild();
    else if (m_restore)
        m_restore->setText(restoreWithAge());
}

void EffectView::setFaint(bool faint)
{
    if (faint == m_isFaint)
        return;
    m_isFaint = faint;
    auto* veil = faint ? new QGraphicsOpacityEffect(this) : nullptr;
    if (veil)
        veil->setOpacity(faintness);
    setGraphicsEffect(veil);
}

void EffectView::rebuild()
{
    // A change that was just clicked is among it.
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_texts.clear();
    m_restore = nullptr;
    m_content = new QWidget(this);
    m_rows = new QVBoxLayout(m_content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(theme::between);
    addHead();
    addFacts();
    addNotes();
    if (m_parts == Parts::All)
        addChanges();
    m_column->addWidget(m_content);
}

void EffectView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && m_content)
        rebuild();
    QWidget::changeEvent(event);
}

void EffectView::addHead()
{
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::between);
    auto* lead = new widgets::PlainLabel(tr("This edit is"), theme::Type::CardTitle, theme::Role::Text, m_content);
    auto* badge = new ClassBadge(m_content);
    badge->setEffect(m_effect);
    head->addWidget(lead);
    head->addWidget(badge);
    head->addStretch(1);
    m_rows->addLayout(head);
    const QString reason = manifest::reasonText(m_effect);
    m_rows->addWidget(new WrappedText(reason, theme::Type::Body, theme::Role::Text, m_content));
    m_texts << badge->text() << reason;
}

QString EffectView::restoreWithAge() const
{
    const QString from = manifest::restoreText(m_effect);
    const auto& restore = m_effect.decision.restore;
    if (!restore || restore->completedAt <= 0)
        return from;
    const qint64 now = m_prospect.around.now;
    QString age = base::relativeTime(QDateTime::fromMSecsSinceEpoch(std::min(restore->completedAt, now)),
                                     QDateTime::fromMSecsSinceEpoch(now));
    // A number and its unit stay in one line.
    return u"%1 (%2)"_s.arg(from, age.replace(u' ', QChar(QChar::Nbsp)));
}

WrappedText* EffectView::addFact(QGridLayout* grid, const QString& name, const QString& value)
{
    if (value.isEmpty())
        return nullptr;
    auto* title = new widgets::PlainLabel(name, theme::Type::Small, theme::Role::SecondaryText, m_content);
    // It belongs to what stands below it, not above.
    title->setContentsMargins(0, grid->count() > 0 ? theme::inside : 0, 0, 0);
    grid->addWidget(title, grid->rowCount(), 0);
    auto* text = new WrappedText(value, theme::Type::Body, theme::Role::Text, m_content);
    grid->addWidget(text, grid->rowCount(), 0);
    m_texts << name + u": "_s + value;
    return text;
}

void EffectView::addFacts()
{
    auto* facts = new QWidget(m_content);
    auto* grid = new QGridLayout(facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    const int before = grid->rowCount();
    m_restore = addFact(grid, tr("Starts from"), restoreWithAge());
    addFact(grid, tr("At stake"), manifest::riskText(m_effect));
    addFact(grid, tr("Session jobs"), base::visibleText(m_effect.sessionJobs.join(u", "_s), 1024));
    addFact(grid, tr("Operator says"), base::visibleText(m_effect.operatorError, 1024));
    if (grid->rowCount() > before)
        m_rows->addWidget(facts);
    else
        delete facts;
}

void EffectView::addNote(base::Health family, const QString& text)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::between);
    auto* sign = new QLabel(m_content);
    sign->setPixmap(theme::glyph(theme::glyphOf(family), noteGlyph, devicePixelRatioF()));
    sign->setTextFormat(Qt::PlainText);
    sign->setContentsMargins(0, 2, 0, 0);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(new WrappedText(text, theme::Type::Body, theme::Role::Text, m_content), 1);
    m_rows->addLayout(row);
    m_texts << text;
}

void EffectView::addNotes()
{
    if (m_effect.isBehind)
        addNote(base::Health::Changing, tr("The operator has not taken up the object's present state yet."));
    // Where they can be decided about, they stand by themselves.
    const QList<kube::Cause> conflicts = m_parts == Parts::All ? m_prospect.conflicts : QList<kube::Cause>();
    for (const kube::Cause& conflict : conflicts) {
        const QString owner = conflict.manager.isEmpty() ? tr("somebody else") : conflict.manager;
        addNote(base::Health::AtRisk,
                tr("%1 belongs to %2.").arg(base::visibleText(manifest::pathText(conflict.path), 200), owner));
    }
    for (const manifest::Keeper& keeper : m_effect.keepers) {
        const bool isWarning = keeper.habit != manifest::Keeper::Habit::Tolerates;
        addNote(isWarning ? base::Health::AtRisk : base::Health::Unknown, manifest::keeperText(keeper));
    }
    const QStringList doubts = manifest::doubtTexts(m_effect) + m_prospect.doubts;
    for (const QString& doubt : doubts)
        addNote(base::Health::Unknown, doubt);
}

void EffectView::addSection(const QString& title)
{
    m_rows->addWidget(new widgets::Line(m_content));
    m_rows->addWidget(new WrappedText(title, theme::Type::CardTitle, theme::Role::Text, m_content));
}

QWidget* EffectView::makeChange(const manifest::Change& change)
{
    auto* row = new ChangeRow(change, m_content);
    connect(row, &QAbstractButton::clicked, this, [this, path = change.path] { emit chosen(path); });
    m_texts << row->accessibleName();
    return row;
}

void EffectView::addChanges()
{
    if (m_effect.changes.isEmpty())
        return;
    const auto count = static_cast<int>(m_effect.changes.size());
    addSection(tr("%n change(s) against what the operator took up last", nullptr, count));
    for (qsizetype i = 0; i < std::min(m_effect.changes.size(), mostChanges); ++i)
        m_rows->addWidget(makeChange(m_effect.changes[i]));
    if (m_effect.changes.size() > mostChanges)
        m_rows->addWidget(new WrappedText(tr("The comparison shows all of them."), theme::Type::Small,
                                          theme::Role::SecondaryText, m_content));
}

} // namespace editor
