#include "ui/shell/palette.h"

#include "ui/shell/palettemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace shell {

namespace {

constexpr int widest = 640;
constexpr int rowsShown = 12;

} // namespace

Palette::Palette(QWidget* window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_line(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this))
    , m_model(new PaletteModel(this))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_line->setMinimumHeight(theme::buttonHeight() + 6);
    m_line->addAction(theme::icon(QStringLiteral("search"), theme::Role::SecondaryText), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 5);
    column->setSpacing(5);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(7, 7, 7, 0);
    head->addWidget(m_line);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    connect(m_line, &QLineEdit::textChanged, this, &Palette::search);
    connect(m_list, &QListView::clicked, this, &Palette::runAt);
}

void Palette::openWith(const QList<Offer>& offers, const QString& prompt)
{
    m_line->setPlaceholderText(prompt);
    m_line->setAccessibleName(prompt);
    setWindowTitle(prompt);
    m_list->setAccessibleName(tr("Matches"));
    m_nothing->setText(tr("Nothing matches."));
    m_model->setOffers(offers);
    m_line->clear();
    search({});
    place();
    open();
    m_line->setFocus();
}

QStringList Palette::shownTexts() const
{
    QStringList texts;
    for (int row = 0; row < m_model->rowCount(); ++row)
        texts.append(m_model->offerAt(row).text);
    return texts;
}

void Palette::place()
{
    const QRect window = parentWidget()->geometry();
    const int width = qMin(widest, window.width() - 40);
    const int rows = qBound(3, m_model->rowCount(), rowsShown);
    const int height = qMin((theme::rowHeight() + 4) * rows + m_line->minimumHeight() + 26, window.height() - 80);
    setFixedSize(width, height);
    const QPoint corner = parentWidget()->mapToGlobal(QPoint((window.width() - width) / 2, 64));
    move(corner);
}

void Palette::search(const QString& text)
{
    m_model->search(text, read ? read(text.trimmed()) : std::nullopt);
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
}

void Palette::runAt(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const Offer offer = m_model->offerAt(index.row());
    PaletteModel::remember(offer);
    accept();
    offer.run();
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int row = m_list->currentIndex().row();
    const int last = m_model->rowCount() - 1;
    int target = -1;
    switch (key) {
    case Qt::Key_Down:
        target = row < last ? row + 1 : 0;
        break;
    case Qt::Key_Up:
        target = row > 0 ? row - 1 : last;
        break;
    case Qt::Key_PageDown:
        target = qMin(row + rowsShown, last);
        break;
    case Qt::Key_PageUp:
        target = qMax(row - rowsShown, 0);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runAt(m_list->currentIndex());
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
    m_list->setCurrentIndex(m_model->index(target));
    return true;
}

void Palette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Role::Surface));
    painter.setPen(theme::color(theme::Role::Edge));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace shell
