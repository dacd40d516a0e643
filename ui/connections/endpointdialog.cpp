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

#include <memory>

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
    , m_headerName(new QLineEdit(this))
    , m_headerValue(new QLineEdit(this))
    , m_place(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_problem(new widgets::Banner(this))
{
    setWindowTitle(tr("Open a Flink address"));
    m_problem->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->addLayout(makeFields());
    column->addWidget(m_problem);
    column->addSpacing(theme::between);
    column->addLayout(makeButtons());
    setMinimumWidth(460);
    m_book.examineSecrets(this, [this](const std::optional<base::Error>& problem) {
        m_isPlaceTold = problem.has_value();
        m_place->setText(problem ? tr("The value is forgotten when Drey ends. %1").arg(problem->message)
                                 : tr("The value is kept in your keychain, never in a file of Drey."));
    });
}

QLayout* EndpointDialog::makeFields()
{
    auto* label =
        new widgets::PlainLabel(tr("Address of a JobManager's REST"), theme::Type::Strong, theme::Role::Text, this);
    label->setBuddy(m_address);
    m_address->setAccessibleName(label->text());
    m_address->setPlaceholderText(QStringLiteral("http://localhost:8081"));
    auto* hint = new widgets::PlainLabel(
        tr("Drey reads what Flink's own web page shows: jobs, checkpoints, exceptions. No Kubernetes is needed."),
        theme::Type::Small, theme::Role::SecondaryText, this);
    auto* header = new widgets::PlainLabel(tr("Request header, if a gateway in front of it wants one"),
                                           theme::Type::Strong, theme::Role::Text, this);
    header->setBuddy(m_headerName);
    m_headerName->setAccessibleName(tr("Name of the header"));
    m_headerName->setPlaceholderText(QStringLiteral("Authorization"));
    m_headerValue->setAccessibleName(tr("Value of the header"));
    m_headerValue->setPlaceholderText(tr("Value"));
    m_headerValue->setEchoMode(QLineEdit::Password);
    for (widgets::PlainLabel* text : {hint, m_place})
        text->setWordWrap(true);
    auto* line = new QHBoxLayout;
    line->addWidget(m_headerName, 2);
    line->addWidget(m_headerValue, 3);
    auto* column = new QVBoxLayout;
    for (QWidget* part : std::initializer_list<QWidget*>{label, m_address, hint})
        column->addWidget(part);
    column->addSpacing(theme::between);
    column->addWidget(header);
    column->addLayout(line);
    column->addWidget(m_place);
    return column;
}

QLayout* EndpointDialog::makeButtons()
{
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* open = new QPushButton(tr("Open"), this);
    open->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(open);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(open, &QPushButton::clicked, this, &EndpointDialog::tryAddress);
    return buttons;
}

void EndpointDialog::tell(const base::Error& error)
{
    m_problem->showMessage(base::Health::Broken, error.message, error.detail);
    m_problem->show();
}

void EndpointDialog::tryAddress()
{
    if (!m_headerName->text().trimmed().isEmpty() || !m_headerValue->text().isEmpty())
        return keepHeader();
    const base::Result<QString> id = m_book.addEndpoint(m_address->text());
    if (id)
        openKept(*id);
    else
        tell(id.error());
}

void EndpointDialog::keepHeader()
{
    const http::Header header(m_headerName->text().trimmed().toUtf8(), m_headerValue->text().toUtf8());
    const auto id = std::make_shared<QString>();
    const base::Result<QString> added =
        m_book.addEndpoint(m_address->text(), header, this, [this, id](const base::Result<secrets::Kept>& kept) {
            if (!kept)
                return tell(kept.error());
            const bool isNews = kept->place == secrets::Kept::Place::ThisSession && !m_isPlaceTold;
            if (!isNews)
                return openKept(*id);
            m_isPlaceTold = true;
            m_problem->showMessage(base::Health::AtRisk, tr("The value is forgotten when Drey ends. Open it so?"),
                                   kept->reason);
            m_problem->show();
        });
    if (added)
        *id = *added;
    else
        tell(added.error());
}

void EndpointDialog::openKept(const QString& id)
{
    const base::Result<flink::Connection*> opened = m_book.open(id);
    if (!opened)
        return tell(opened.error());
    m_id = id;
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
