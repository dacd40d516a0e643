#include "ui/fleet/labeldialog.h"

#include "core/base/visibletext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace fleet {

namespace {

constexpr int keyRole = Qt::UserRole;
constexpr int longestKey = 317;
constexpr int mostShown = 200; ///< typing finds the others

} // namespace

LabelDialog::LabelDialog(const QStringList& keys, QWidget* parent)
    : QDialog(parent)
    , m_keys(keys)
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_accept(new QPushButton(tr("Add the column"), this))
{
    setWindowTitle(tr("Column of a label"));
    auto* label = new widgets::PlainLabel(tr("Key of the label"), theme::Type::Strong, theme::Role::Text, this);
    label->setBuddy(m_field);
    m_field->setAccessibleName(label->text());
    m_field->setPlaceholderText(QStringLiteral("app.kubernetes.io/part-of"));
    m_field->setMaxLength(longestKey);
    m_list->setAccessibleName(tr("Labels of the deployments"));
    m_accept->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->addWidget(label);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    resize(460, 380);
    connect(m_field, &QLineEdit::textChanged, this, &LabelDialog::narrow);
    connect(m_list, &QListWidget::currentItemChanged, this, [this] { m_accept->setEnabled(!key().isEmpty()); });
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    narrow({});
}

QString LabelDialog::key() const
{
    const QListWidgetItem* chosen = m_list->currentItem();
    return chosen ? chosen->data(keyRole).toString() : m_field->text().trimmed();
}

/// What is typed stands for itself unless a label of the list is chosen.
void LabelDialog::narrow(const QString& typed)
{
    const QString wanted = typed.trimmed();
    m_list->clear();
    for (const QString& key : std::as_const(m_keys)) {
        if (m_list->count() == mostShown || !key.contains(wanted, Qt::CaseInsensitive))
            continue;
        auto* item = new QListWidgetItem(base::visibleText(key, longestKey), m_list);
        item->setData(keyRole, key);
    }
    m_accept->setEnabled(!key().isEmpty());
}

} // namespace fleet
