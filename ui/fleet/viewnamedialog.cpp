#include "ui/fleet/viewnamedialog.h"

#include "ui/fleet/savedviews.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace fleet {

ViewNameDialog::ViewNameDialog(Purpose purpose, const QString& name, const QStringList& taken, QWidget* parent)
    : QDialog(parent)
    , m_purpose(purpose)
    , m_before(name)
    , m_taken(taken)
    , m_field(new QLineEdit(name, this))
    , m_remark(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_accept(new QPushButton(purpose == Purpose::Save ? tr("Save") : tr("Rename"), this))
{
    setWindowTitle(purpose == Purpose::Save ? tr("Save the view") : tr("Rename the view"));
    auto* label = new widgets::PlainLabel(tr("Name of the view"), theme::Type::Strong, theme::Role::Text, this);
    label->setBuddy(m_field);
    m_field->setAccessibleName(label->text());
    m_field->setMaxLength(SavedViews::longestName);
    m_field->selectAll();
    m_remark->setWordWrap(true);
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
    column->addWidget(m_remark);
    column->addSpacing(theme::between);
    column->addLayout(buttons);
    setMinimumWidth(420);
    connect(m_field, &QLineEdit::textChanged, this, &ViewNameDialog::judge);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    judge();
}

QString ViewNameDialog::name() const
{
    return SavedViews::nameOf(m_field->text());
}

void ViewNameDialog::judge()
{
    const bool isTaken = m_taken.contains(name()) && name() != m_before;
    const bool isSave = m_purpose == Purpose::Save;
    if (name().isEmpty())
        m_remark->setText(tr("A view needs a name."));
    else if (isTaken && !isSave)
        m_remark->setText(tr("There is a view of this name already."));
    else if (isSave && m_taken.contains(name()))
        m_remark->setText(tr("The view of this name will show what is shown now."));
    else
        m_remark->setText(isSave ? tr("The filter, the pressed tile, the order and the namespaces are kept.")
                                 : QString());
    m_accept->setEnabled(!name().isEmpty() && (isSave || !isTaken));
}

} // namespace fleet
