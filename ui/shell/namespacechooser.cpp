#include "ui/shell/namespacechooser.h"

#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchfield.h"

#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace shell {

NameSpaceChooser::NameSpaceChooser(QWidget* window)
    : QDialog(window, Qt::Popup)
    , m_search(new widgets::SearchField(widgets::SearchField::Purpose::Search, nullptr, this))
    , m_list(new QListWidget(this))
    , m_all(new QPushButton(this))
    , m_hint(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
{
    m_list->setFrameShape(QFrame::NoFrame);
    m_hint->setWordWrap(true);
    m_all->setAutoDefault(false); // Enter takes what was typed
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    column->setSpacing(theme::between);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_hint);
    column->addWidget(m_all);
    setFixedSize(300, 340);
    connect(m_search, &QLineEdit::textChanged, this, &NameSpaceChooser::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &NameSpaceChooser::addTyped);
    connect(m_search, &widgets::SearchField::abandoned, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemChanged, this, &NameSpaceChooser::tell);
    connect(m_all, &QPushButton::clicked, this, [this] {
        emit chosenChanged({});
        accept();
    });
}

void NameSpaceChooser::openWith(const QStringList& known, const QStringList& chosen, const QPoint& below)
{
    m_search->setPlaceholderText(tr("Search, or type a name and press Enter"));
    m_search->setAccessibleName(tr("Search for a namespace"));
    m_list->setAccessibleName(tr("Namespaces"));
    m_hint->setText(tr("None chosen: all are shown."));
    m_all->setText(tr("Show all namespaces"));
    QStringList all = known + chosen;
    all.removeDuplicates();
    all.sort();
    m_list->clear();
    for (const QString& name : std::as_const(all))
        add(name, chosen.contains(name));
    m_search->clear();
    move(below);
    open();
    m_search->setFocus();
}

void NameSpaceChooser::add(const QString& name, bool checked)
{
    const QSignalBlocker quiet(m_list);
    auto* item = new QListWidgetItem(name, m_list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
}

void NameSpaceChooser::filter(const QString& text)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(!m_list->item(row)->text().contains(text, Qt::CaseInsensitive));
}

void NameSpaceChooser::addTyped()
{
    const QString name = m_search->text().trimmed();
    if (name.isEmpty())
        return;
    const QList<QListWidgetItem*> known = m_list->findItems(name, Qt::MatchExactly);
    if (known.isEmpty())
        add(name, true);
    else
        known.constFirst()->setCheckState(Qt::Checked);
    m_search->clear();
    tell();
}

void NameSpaceChooser::tell()
{
    QStringList chosen;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            chosen.append(m_list->item(row)->text());
    }
    emit chosenChanged(chosen);
}

void NameSpaceChooser::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Role::Surface));
    painter.setPen(theme::color(theme::Role::Edge));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace shell
