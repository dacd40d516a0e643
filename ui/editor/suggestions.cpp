#include "ui/editor/suggestions.h"

#include "ui/editor/manifestedit.h"
#include "ui/editor/offsets.h"
#include "ui/theme/theme.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractListModel>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace editor {

namespace {

using manifest::Proposal;

constexpr int listWidth = 400;
constexpr int sideWidth = 340;
constexpr int mostRows = 10;
/// Fast typing needs no list for each letter.
constexpr auto pause = 30ms;

bool isWordLetter(QChar letter)
{
    return letter.isLetterOrNumber() || letter == u'.' || letter == u'-' || letter == u'_';
}

/// The name, and at the right the type or the default.
class ProposalDelegate : public widgets::CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter* painter, const QRect& place, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QString hint = index.data(Qt::UserRole).toString();
        painter->setFont(theme::font(theme::Type::Small));
        const int hintWidth = std::min(painter->fontMetrics().horizontalAdvance(hint) + 2, place.width() / 3);
        if (!isSelected)
            painter->setPen(theme::color(theme::Role::SecondaryText));
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(hint, Qt::ElideRight, hintWidth));
        QFont font = theme::font(theme::Type::Code);
        font.setStrikeOut(index.data(Qt::UserRole + 1).toBool());
        painter->setFont(font);
        painter->setPen(theme::color(isSelected ? theme::Role::SelectionText : theme::Role::Text));
        const QRect room = place.adjusted(0, 0, -hintWidth - theme::between, 0);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, room.width()));
    }
};

} // namespace

/// The proposals as rows.
class ProposalModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void show(const QList<Proposal>& proposals)
    {
        // Each list is another one: nothing of the one before is kept.
        beginResetModel();
        m_proposals = proposals;
        endResetModel();
    }
    int rowCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_proposals.size());
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        const Proposal& proposal = m_proposals[index.row()];
        if (role == Qt::DisplayRole)
            return proposal.text;
        if (role == Qt::UserRole)
            return proposal.kind == Proposal::Kind::Value && !proposal.defaultValue.isEmpty()
                       ? Suggestions::tr("default")
                       : proposal.type;
        if (role == Qt::UserRole + 1)
            return proposal.isDeprecated;
        return {};
    }

private:
    QList<Proposal> m_proposals;
};

Suggestions::Suggestions(ManifestEdit& edit, std::shared_ptr<const manifest::Catalogue> catalogue)
    : QFrame(&edit, Qt::ToolTip)
    , m_edit(edit)
    , m_catalogue(std::move(catalogue))
    , m_list(new QListView(this))
    , m_model(new ProposalModel(this))
    , m_side(new QWidget(this))
    , m_name(new widgets::PlainLabel({}, theme::Type::Strong, theme::Role::Text, m_side))
    , m_facts(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, m_side))
    , m_text(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::Text, m_side))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ProposalDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    auto* words = new QVBoxLayout(m_side);
    words->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between);
    words->setSpacing(theme::inside);
    for (widgets::PlainLabel* label : {m_name, m_facts, m_text}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        words->addWidget(label);
    }
    words->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(m_side);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] { offer(Reason::Typed); });
    connect(&m_edit, &ManifestEdit::typed, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_edit, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        const int at = m_edit.position();
        if (isVisible() && !m_isAccepting && (at < m_begin || at > m_end + 1))
            hide();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &Suggestions::describe);
    connect(m_list, &QListView::clicked, this, &Suggestions::accept);
    m_edit.installEventFilter(this);
    retranslate();
    hide();
}

void Suggestions::retranslate()
{
    m_list->setAccessibleName(tr("Proposals"));
}

void Suggestions::ask()
{
    offer(Reason::Asked);
}

void Suggestions::offer(Reason reason)
{
    const QString text = m_edit.text();
    const int position = m_edit.position();
    const QChar before = position > 0 ? text.at(position - 1) : QChar(u'\n');
    // Behind a blank one has typed no word yet, but behind "key: " its values are what one needs.
    const bool isWord = isWordLetter(before);
    const bool isBehindColon = position > 1 && before == u' ' && text.at(position - 2) == u':';
    if (m_edit.textCursor().hasSelection() || (reason == Reason::Typed && !isWord && !isBehindColon)) {
        hide();
        return;
    }
    const QByteArray bytes = text.toUtf8();
    const Offsets offsets(bytes);
    const manifest::Completion completion =
        manifest::completionAt(bytes, offsets.bytes(position), *m_catalogue, *m_schema);
    m_begin = static_cast<int>(offsets.units(completion.replaced.begin));
    m_end = static_cast<int>(offsets.units(completion.replaced.end));
    m_proposals = completion.proposals;
    const QString typed = text.mid(m_begin, position - m_begin);
    const bool isDone = m_proposals.size() == 1 && m_proposals.constFirst().text == typed;
    if (m_proposals.isEmpty() || (isDone && reason == Reason::Typed)) {
        hide();
        return;
    }
    m_model->show(m_proposals);
    place();
    QFrame::show();
    choose(0);
}

void Suggestions::choose(int row)
{
    m_list->setCurrentIndex(m_model->index(row, 0));
    describe();
}

void Suggestions::describe()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_proposals.size())
        return;
    const Proposal& proposal = m_proposals[row];
    QStringList facts;
    if (!proposal.type.isEmpty())
        facts.append(proposal.type);
    if (!proposal.defaultValue.isEmpty())
        facts.append(tr("default: %1").arg(proposal.defaultValue));
    if (proposal.isDeprecated)
        facts.append(tr("deprecated"));
    m_name->setText(proposal.configurationKey.isEmpty() ? proposal.text : proposal.configurationKey);
    m_facts->setText(facts.join(u" · "_s));
    m_facts->setVisible(!facts.isEmpty());
    const QString explanation =
        explanationOf && !proposal.configurationKey.isEmpty() ? explanationOf(proposal.configurationKey) : QString();
    m_text->setText(explanation);
    m_text->setVisible(!explanation.isEmpty());
    m_list->setAccessibleDescription(shownText());
}

QString Suggestions::shownText() const
{
    return QStringList{m_name->text(), m_facts->text(), m_text->text()}.join(u'\n');
}

/// What the longest of a few explanations needs, so that the list does not change its size from row to row.
int Suggestions::rowsOfTexts() const
{
    if (m_proposals.size() >= mostRows || !explanationOf)
        return mostRows;
    const QRect room(0, 0, sideWidth - 2 * theme::pageMargin, QWIDGETSIZE_MAX);
    int height = 0;
    for (const Proposal& proposal : m_proposals) {
        const QString text = explanationOf(proposal.configurationKey);
        height = std::max(height, m_text->fontMetrics().boundingRect(room, Qt::TextWordWrap, text).height());
    }
    // Above it stand its name and its facts.
    return std::clamp(height / theme::rowHeight() + 4, 1, mostRows);
}

/// Below the word, or above it where there is no room; the names stand below what is typed.
void Suggestions::place()
{
    const bool hasSide = std::any_of(m_proposals.begin(), m_proposals.end(),
                                     [](const Proposal& proposal) { return !proposal.configurationKey.isEmpty(); });
    m_side->setVisible(hasSide);
    m_list->setFixedWidth(hasSide ? listWidth : listWidth * 3 / 4);
    m_side->setFixedWidth(sideWidth);
    const int rows = std::clamp(static_cast<int>(m_proposals.size()), hasSide ? rowsOfTexts() : 1, mostRows);
    m_list->setFixedHeight(rows * theme::rowHeight());
    setFixedSize(m_list->width() + (hasSide ? sideWidth : 0) + 2, m_list->height() + 2);
    QTextCursor word(m_edit.document());
    word.setPosition(m_begin);
    const QRect line = m_edit.cursorRect(word);
    const QPoint corner = m_edit.viewport()->mapToGlobal(line.bottomLeft()) + QPoint(-theme::between, theme::inside);
    // A window may reach over several screens.
    const QRect room = m_edit.screen()->availableGeometry().united(m_edit.window()->geometry());
    QPoint at = corner;
    if (at.y() + height() > room.bottom())
        at.setY(corner.y() - line.height() - 2 * theme::inside - height());
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
    move(at);
}

void Suggestions::accept()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_proposals.size())
        return;
    const Proposal proposal = m_proposals[row];
    m_isAccepting = true;
    hide();
    const int end = std::max(m_end, m_edit.position());
    if (m_edit.apply({{m_begin, end, proposal.insert}})) {
        QTextCursor cursor(m_edit.document());
        cursor.setPosition(m_begin + static_cast<int>(proposal.insert.size()));
        m_edit.setTextCursor(cursor);
    }
    m_isAccepting = false;
    // Behind a key one wants its values.
    if (proposal.insert.endsWith(u": "))
        m_pause.start();
}

bool Suggestions::pressed(QKeyEvent* event)
{
    const int row = m_list->currentIndex().row();
    const auto last = static_cast<int>(m_proposals.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Down:
        choose(row == last ? 0 : row + 1);
        return true;
    case Qt::Key_Up:
        choose(row == 0 ? last : row - 1);
        return true;
    case Qt::Key_PageDown:
        choose(std::min(row + mostRows, last));
        return true;
    case Qt::Key_PageUp:
        choose(std::max(row - mostRows, 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (event->modifiers() != Qt::NoModifier)
            return false;
        accept();
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

bool Suggestions::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
        hide();
    if (isVisible() && event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return || key->key() == Qt::Key_Tab) {
            event->accept();
            return true;
        }
    }
    if (isVisible() && event->type() == QEvent::KeyPress && pressed(static_cast<QKeyEvent*>(event)))
        return true;
    return QFrame::eventFilter(watched, event);
}

void Suggestions::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(theme::color(theme::Role::Edge));
    painter.setBrush(theme::color(theme::Role::Raised));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void Suggestions::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace editor
