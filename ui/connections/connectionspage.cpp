#include "ui/connections/connectionspage.h"

#include "core/base/visibletext.h"
#include "ui/connections/authwords.h"
#include "ui/connections/book.h"
#include "ui/connections/connectiontable.h"
#include "ui/connections/dialogs.h"
#include "ui/connections/doctorview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>

namespace connections {

using namespace Qt::StringLiterals;

namespace {

QStringList namesIn(const QString& typed)
{
    static const QRegularExpression between(u"[,\\s]+"_s);
    QStringList names = typed.split(between, Qt::SkipEmptyParts);
    names.removeDuplicates();
    return names;
}

QIcon swatch(const QColor& color)
{
    QPixmap pixmap(14, 14);
    pixmap.fill(color);
    return QIcon(pixmap);
}

} // namespace

ConnectionsPage::ConnectionsPage(Book& book, Clinic& clinic, QWidget* parent)
    : QWidget(parent)
    , m_book(book)
    , m_title(new widgets::PlainLabel({}, theme::Type::PageTitle, theme::Role::Text, this))
    , m_addEndpoint(new QPushButton(this))
    , m_addFile(new QPushButton(this))
    , m_problem(new widgets::Banner(this))
    , m_list(new widgets::Card(this))
    , m_table(new ConnectionTable(book, clinic, this))
    , m_none(new widgets::EmptyState(this))
    , m_details(new widgets::Card(this))
    , m_name(new QLineEdit(this))
    , m_environment(new QComboBox(this))
    , m_color(new QPushButton(this))
    , m_noColor(new QPushButton(this))
    , m_protected(new QCheckBox(this))
    , m_nameSpaces(new QLineEdit(this))
    , m_nameSpacesHint(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_pinned(new QCheckBox(this))
    , m_server(new widgets::PlainLabel({}, theme::Type::Code, theme::Role::Text, this))
    , m_signIn(new widgets::PlainLabel(this))
    , m_open(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_reconnect(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_doctor(new DoctorView(clinic, this))
{
    build();
    connectFields();
    retranslate();
}

void ConnectionsPage::build()
{
    m_problem->hide();
    m_addEndpoint->setIcon(theme::icon(u"endpoint"_s));
    m_addFile->setIcon(theme::icon(u"plus"_s));
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_addEndpoint);
    head->addWidget(m_addFile);
    m_list->setBodyMargins(1);
    m_none->setMinimumHeight(150);
    m_list->body()->addWidget(m_table);
    m_list->body()->addWidget(m_none);
    auto* lower = new QHBoxLayout;
    lower->setSpacing(theme::pageMargin);
    lower->addWidget(makeDetails(), 1);
    lower->addWidget(m_doctor, 1);
    auto* inside = new QWidget(this);
    auto* column = new QVBoxLayout(inside);
    column->addLayout(head);
    column->addWidget(m_problem);
    column->addWidget(m_list);
    column->addLayout(lower, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
}

QWidget* ConnectionsPage::makeDetails()
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(theme::between);
    grid->setColumnStretch(1, 1);
    auto* colors = new QWidget(this);
    auto* colorRow = new QHBoxLayout(colors);
    colorRow->setContentsMargins(0, 0, 0, 0);
    colorRow->addWidget(m_color);
    colorRow->addWidget(m_noColor);
    colorRow->addStretch();
    const QList<QWidget*> fields{m_server, m_signIn,    m_name,       m_environment,
                                 colors,   m_protected, m_nameSpaces, m_pinned};
    int row = 0;
    for (QWidget* field : fields) {
        auto* label = new widgets::PlainLabel({}, theme::Type::Body, theme::Role::SecondaryText, this);
        label->setMinimumHeight(theme::rowHeight());
        m_labels.append(label);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(field, row++, 1);
        if (field == m_nameSpaces)
            grid->addWidget(m_nameSpacesHint, row++, 1);
    }
    m_server->setWordWrap(true);
    m_server->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_nameSpacesHint->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_reconnect);
    buttons->addWidget(m_close);
    buttons->addStretch();
    buttons->addWidget(m_remove);
    m_open->setDefault(true);
    m_remove->setProperty("destructive", true);
    m_details->body()->addLayout(grid);
    m_details->body()->addStretch();
    m_details->body()->addSpacing(theme::between);
    m_details->body()->addLayout(buttons);
    return m_details;
}

void ConnectionsPage::connectFields()
{
    connect(m_addEndpoint, &QPushButton::clicked, this,
            [this] { askForEndpoint(m_book, this, [this](const QString& id) { emit openRequested(id); }); });
    connect(m_addFile, &QPushButton::clicked, this, [this] { askForKubeconfig(m_book, this); });
    connect(m_none, &widgets::EmptyState::actionRequested, this, [this] { askForKubeconfig(m_book, this); });
    connect(m_table, &ConnectionTable::currentChangedTo, this, &ConnectionsPage::showSelected);
    connect(m_table, &ConnectionTable::openRequested, this, &ConnectionsPage::openRequested);
    connect(m_table, &ConnectionTable::testRequested, this, &ConnectionsPage::select);
    connect(m_name, &QLineEdit::editingFinished, this, &ConnectionsPage::keep);
    connect(m_environment, &QComboBox::currentIndexChanged, this, &ConnectionsPage::keep);
    connect(m_protected, &QCheckBox::toggled, this, &ConnectionsPage::keep);
    connect(m_nameSpaces, &QLineEdit::editingFinished, this, &ConnectionsPage::keep);
    connect(m_pinned, &QCheckBox::toggled, this, &ConnectionsPage::keep);
    connect(m_color, &QPushButton::clicked, this, &ConnectionsPage::chooseColor);
    connect(m_noColor, &QPushButton::clicked, this, [this] {
        m_color->setProperty("chosen", QString());
        keep();
    });
    connect(m_open, &QPushButton::clicked, this, [this] { emit openRequested(m_table->currentId()); });
    connect(m_close, &QPushButton::clicked, this, [this] { m_book.close(m_table->currentId()); });
    connect(m_reconnect, &QPushButton::clicked, this, [this] { emit reconnectRequested(m_table->currentId()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_book.removeEndpoint(m_table->currentId()); });
    connect(&m_book, &Book::changed, this, &ConnectionsPage::refresh);
    connect(&m_book, &Book::stateChanged, this, &ConnectionsPage::showSelected);
}

void ConnectionsPage::select(const QString& id)
{
    m_table->select(id);
    m_table->setFocus();
}

void ConnectionsPage::retranslate()
{
    m_title->setText(tr("Connections"));
    m_addEndpoint->setText(tr("Open a Flink address…"));
    m_addFile->setText(tr("Add a kubeconfig…"));
    m_details->setTitle(tr("Settings"));
    const QStringList names{tr("Server"), tr("Sign-in"),    tr("Name"),       tr("Type"),
                            tr("Colour"), tr("Protection"), tr("Namespaces"), tr("Start")};
    for (qsizetype i = 0; i < names.size(); ++i)
        m_labels.at(i)->setText(names.at(i));
    m_name->setAccessibleName(names.at(2));
    m_environment->setAccessibleName(names.at(3));
    m_nameSpaces->setAccessibleName(names.at(6));
    m_showing = true;
    const int chosen = m_environment->currentIndex();
    m_environment->clear();
    m_environment->addItems({tr("Guess it from the name"), theme::word(base::Environment::Development),
                             theme::word(base::Environment::Staging), theme::word(base::Environment::Production)});
    m_environment->setCurrentIndex(chosen);
    m_showing = false;
    m_protected->setText(tr("Protected: Drey changes nothing here"));
    m_nameSpaces->setPlaceholderText(tr("all, if they may be listed"));
    m_nameSpacesHint->setText(
        tr("Watched when the whole cluster may not be listed; the context's own namespace always is."));
    m_pinned->setText(tr("Open when Drey starts"));
    m_noColor->setText(tr("As the type"));
    m_open->setText(tr("Open"));
    m_close->setText(tr("Disconnect"));
    m_reconnect->setText(tr("Reconnect"));
    m_remove->setText(tr("Remove"));
    refresh();
}

void ConnectionsPage::refresh()
{
    const bool any = !m_book.entries().isEmpty();
    m_table->setVisible(any);
    m_none->setVisible(!any);
    m_none->showNone(tr("No kubeconfig was found where kubectl looks for one."), tr("Add a kubeconfig…"));
    m_table->fitHeight();
    const std::optional<base::Error> problem = m_book.settingsProblem();
    m_problem->setVisible(problem.has_value());
    if (problem)
        m_problem->showMessage(base::Health::AtRisk, tr("Settings of connections could not be read or kept."),
                               base::visibleText(problem->message));
    if (any && m_table->currentId().isEmpty())
        m_table->select(m_book.entries().constFirst().id());
    showSelected();
}

void ConnectionsPage::showSelected()
{
    const Entry* entry = m_book.entry(m_table->currentId());
    m_details->setEnabled(entry != nullptr);
    if (!entry) {
        m_doctor->setConnection({}, {});
        return;
    }
    m_details->setSubtitle(base::visibleText(entry->name()));
    if (m_doctor->connectionId() != entry->id())
        m_doctor->setConnection(entry->id(), base::visibleText(entry->name()));
    showSettings(*entry);
}

void ConnectionsPage::showSettings(const Entry& entry)
{
    m_showing = true;
    const flink::ConnectionSettings& settings = entry.settings;
    const bool isEndpoint = entry.type == flink::Connection::Type::Endpoint;
    const bool isOpen = m_book.connection(entry.id()) != nullptr;
    m_server->setText(base::visibleText(entry.server));
    m_signIn->setText(isEndpoint ? headerText(settings.headerName) : authenticationText(entry.authentication));
    if (!m_name->hasFocus())
        m_name->setText(settings.name);
    m_environment->setCurrentIndex(static_cast<int>(settings.environment));
    m_protected->setChecked(settings.effectivelyProtected());
    if (!m_nameSpaces->hasFocus())
        m_nameSpaces->setText(settings.nameSpaces.join(u", "_s));
    m_nameSpaces->setEnabled(!isEndpoint);
    m_pinned->setChecked(settings.pinned);
    const QColor shown =
        settings.color.isEmpty() ? theme::environment(settings.effectiveEnvironment()).solid : QColor(settings.color);
    m_color->setProperty("chosen", settings.color);
    m_color->setIcon(swatch(shown));
    m_color->setText(settings.color.isEmpty() ? tr("Choose…") : settings.color);
    m_noColor->setEnabled(!settings.color.isEmpty());
    m_open->setEnabled(!isOpen && entry.isUsable());
    m_open->setVisible(!isOpen);
    m_close->setVisible(isOpen);
    m_reconnect->setVisible(isOpen);
    m_remove->setVisible(isEndpoint);
    m_showing = false;
}

void ConnectionsPage::keep()
{
    const Entry* entry = m_book.entry(m_table->currentId());
    if (m_showing || !entry)
        return;
    flink::ConnectionSettings settings = entry->settings;
    if (!m_name->text().trimmed().isEmpty())
        settings.name = m_name->text().trimmed();
    settings.environment = static_cast<base::Environment>(m_environment->currentIndex());
    // What equals the rule stays with the rule, so that a later change of the type takes the protection along.
    flink::ConnectionSettings byRule = settings;
    byRule.isProtected.reset();
    const bool typeChanged = settings.environment != entry->settings.environment;
    if (typeChanged || m_protected->isChecked() == byRule.effectivelyProtected())
        settings.isProtected.reset();
    else
        settings.isProtected = m_protected->isChecked();
    settings.nameSpaces = namesIn(m_nameSpaces->text());
    settings.pinned = m_pinned->isChecked();
    settings.color = m_color->property("chosen").toString();
    if (settings != entry->settings)
        m_book.setSettings(settings);
}

void ConnectionsPage::chooseColor()
{
    auto* dialog = new QColorDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QColor before(m_color->property("chosen").toString());
    if (before.isValid())
        dialog->setCurrentColor(before);
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor& color) {
        m_color->setProperty("chosen", color.name());
        keep();
    });
    dialog->open();
}

void ConnectionsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace connections
