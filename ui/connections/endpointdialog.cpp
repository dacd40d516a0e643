#include "ui/connections/endpointdialog.h"

#include "ui/connections/book.h"
#include "ui/connections/dialogs.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace connections {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(connections::Text)
};

} // namespace

EndpointDialog::EndpointDialog(Book& book, QWidget* parent)
    : QDialog(parent)
    , m_book(book)
    , m_address(new QLineEdit(this))
    , m_problem(new widgets::Banner(this))
{
    setWindowTitle(tr("Open a Flink address"));
    auto* label =
        new widgets::PlainLabel(tr("Address of a JobManager's REST"), theme::Type::Strong, theme::Role::Text, this);
    label->setBuddy(m_address);
    m_address->setAccessibleName(label->text());
    m_address->setPlaceholderText(QStringLiteral("http://localhost:8081"));
    auto* hint = new widgets::PlainLabel(
        tr("Drey reads what Flink's own web page shows: jobs, checkpoints, exceptions. No Kubernetes is needed."),
        theme::Type::Small, theme::Role::SecondaryText, this);
    hint->setWordWrap(true);
    m_problem->hide();
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* open = new QPushButton(tr("Open"), this);
    open->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(open);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->addWidget(label);
    column->addWidget(m_address);
    column->addWidget(hint);
    column->addWidget(m_problem);
    column->addSpacing(theme::between);
    column->addLayout(buttons);
    setMinimumWidth(460);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(open, &QPushButton::clicked, this, &EndpointDialog::tryAddress);
}

void EndpointDialog::tryAddress()
{
    const base::Result<QString> id = m_book.addEndpoint(m_address->text());
    if (!id) {
        m_problem->showMessage(base::Health::Broken, id.error().message, id.error().detail);
        m_problem->show();
        return;
    }
    const base::Result<flink::Connection*> opened = m_book.open(*id);
    if (!opened) {
        m_problem->showMessage(base::Health::Broken, opened.error().message, opened.error().detail);
        m_problem->show();
        return;
    }
    m_id = *id;
    accept();
}

void askForEndpoint(Book& book, QWidget* parent, std::function<void(const QString& id)> then)
{
    auto* dialog = new EndpointDialog(book, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent, [dialog, then = std::move(then)] { then(dialog->id()); });
    dialog->open();
}

void askForKubeconfig(Book& book, QWidget* parent)
{
    auto* dialog = new QFileDialog(parent, Text::tr("Add a kubeconfig file"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, &book, [&book, parent](const QString& file) {
        const base::Result<base::Ok> added = book.addKubeconfig(file);
        if (added)
            return;
        auto* problem = new QDialog(parent);
        problem->setAttribute(Qt::WA_DeleteOnClose);
        problem->setWindowTitle(Text::tr("Add a kubeconfig file"));
        auto* banner = new widgets::Banner(problem);
        banner->showMessage(base::Health::Broken, Text::tr("This file was not added."), added.error().message);
        auto* close = new QPushButton(Text::tr("Close"), problem);
        close->setDefault(true);
        QObject::connect(close, &QPushButton::clicked, problem, &QDialog::accept);
        auto* column = new QVBoxLayout(problem);
        column->addWidget(banner);
        column->addWidget(close, 0, Qt::AlignRight);
        problem->setMinimumWidth(420);
        problem->open();
    });
    dialog->open();
}

} // namespace connections
