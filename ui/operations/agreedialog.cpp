#include "ui/operations/agreedialog.h"

#include "core/base/visibletext.h"
#include "ui/operations/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/environmentchip.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace operations {

namespace {

constexpr int usualWidth = 480;

} // namespace

AgreeDialog::AgreeDialog(const workflow::Plan& plan, const Cluster& cluster, QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"agree"_s);
    setWindowTitle(tr("Confirm"));
    const auto wrapping = [this](const QString& text, theme::Type type, theme::Role role) {
        auto* label = new widgets::PlainLabel(text, type, role, this);
        label->setWordWrap(true);
        return label;
    };
    auto* where = new QHBoxLayout;
    where->setSpacing(theme::between);
    where->addWidget(new widgets::EnvironmentChip(cluster.environment, widgets::EnvironmentChip::Length::Long, this));
    where->addWidget(wrapping(base::visibleText(cluster.context, 120), theme::Type::Strong, theme::Role::Text), 1);
    auto* no = new QPushButton(tr("Cancel"), this);
    auto* yes = new QPushButton(this);
    const auto verb = plans::verbOf(plan.operation);
    yes->setObjectName(u"yes"_s);
    yes->setText(tr("%1 on %2").arg(verb ? verbText(*verb) : plan.operation, theme::word(cluster.environment)));
    yes->setAutoDefault(false);
    yes->setProperty("destructive", plan.operation == plans::verbWord(plans::Intent::Verb::Delete));
    no->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::between);
    buttons->addStretch(1);
    buttons->addWidget(no);
    buttons->addWidget(yes);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(theme::pageMargin);
    column->addLayout(where);
    column->addWidget(
        wrapping(tr("%1?").arg(base::visibleText(plan.title, 200)), theme::Type::CardTitle, theme::Role::Text));
    column->addWidget(wrapping(base::visibleText(plan.summary, 1000), theme::Type::Body, theme::Role::SecondaryText));
    column->addSpacing(theme::inside);
    column->addLayout(buttons);
    setMinimumWidth(qMin(usualWidth, parent ? parent->width() : usualWidth));
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(yes, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace operations
