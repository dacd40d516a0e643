#include "ui/connections/approvaldialog.h"

#include "core/base/visibletext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <chrono>

namespace connections {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds armedAfter{500};

// One argument a line, numbered: what is run is a list, and blanks inside an argument must not look like several.
QString argumentLines(const QStringList& arguments)
{
    QStringList lines;
    for (qsizetype i = 0; i < arguments.size(); ++i)
        lines.append(u"%1  %2"_s.arg(i + 1).arg(base::visibleText(arguments.at(i))));
    return lines.join(u'\n');
}

} // namespace

ApprovalDialog::ApprovalDialog(const kube::PluginRun& run, QWidget* parent)
    : QDialog(parent)
    , m_no(new QPushButton(tr("Don't run"), this))
    , m_always(new QPushButton(tr("Always for exactly this"), this))
    , m_once(new QPushButton(run.command.isEmpty() ? tr("Allow") : tr("Run"), this))
{
    setWindowTitle(tr("Allow a program for signing in?"));
    auto* title = new widgets::PlainLabel(
        run.command.isEmpty()
            ? tr("A kubeconfig from elsewhere asks for something you should see.")
            : tr("The context “%1” signs in with a program. Run it?").arg(base::visibleText(run.contextName)),
        theme::Type::CardTitle, theme::Role::Text, this);
    title->setWordWrap(true);
    auto* facts = new QWidget(this);
    auto* grid = new QGridLayout(facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setColumnStretch(1, 1);
    addFacts(grid, run);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(facts);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_always);
    buttons->addWidget(m_once);
    buttons->addWidget(m_no);
    m_no->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->addWidget(title);
    for (const QString& concern : run.concerns) {
        auto* banner = new widgets::Banner(this);
        banner->showMessage(base::Health::AtRisk, base::visibleText(concern), {});
        column->addWidget(banner);
    }
    column->addWidget(scroll, 1);
    column->addSpacing(theme::between);
    column->addLayout(buttons);
    resize(620, 400);
    connect(m_no, &QPushButton::clicked, this, [this] { choose(Answer::No); });
    connect(m_once, &QPushButton::clicked, this, [this] { choose(Answer::Once); });
    connect(m_always, &QPushButton::clicked, this, [this] { choose(Answer::Always); });
    for (QPushButton* button : {m_no, m_always, m_once})
        button->setEnabled(false);
    m_arming.setSingleShot(true);
    connect(&m_arming, &QTimer::timeout, this, &ApprovalDialog::arm);
    m_arming.start(armedAfter);
}

void ApprovalDialog::addFacts(QGridLayout* grid, const kube::PluginRun& run)
{
    QWidget* parent = grid->parentWidget();
    int row = 0;
    const auto add = [&](const QString& name, const QString& value) {
        auto* shown = new widgets::PlainLabel(value, theme::Type::Code, theme::Role::Text, parent);
        shown->setWordWrap(true);
        shown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        grid->addWidget(new widgets::PlainLabel(name, theme::Type::Body, theme::Role::SecondaryText, parent), row, 0,
                        Qt::AlignTop);
        grid->addWidget(shown, row++, 1);
    };
    const QString none = tr("none");
    if (!run.command.isEmpty()) {
        add(tr("Program"), base::visibleText(run.command));
        add(tr("Found at"), run.resolvedCommand.isEmpty() ? tr("not found in %1").arg(base::visibleText(run.searchPath))
                                                          : base::visibleText(run.resolvedCommand));
        add(tr("Arguments"), run.arguments.isEmpty() ? none : argumentLines(run.arguments));
        add(tr("Variables set"),
            run.environmentNames.isEmpty() ? none : base::visibleText(run.environmentNames.join(u", "_s)));
    }
    add(tr("Asked for by"), base::visibleText(run.file));
    add(tr("For the server"), base::visibleText(run.server));
    grid->setRowStretch(row, 1);
}

void ApprovalDialog::arm()
{
    for (QPushButton* button : {m_no, m_always, m_once})
        button->setEnabled(true);
    m_no->setFocus();
}

void ApprovalDialog::choose(Answer answer)
{
    m_answer = answer;
    if (answer == Answer::No)
        reject();
    else
        accept();
}

} // namespace connections
