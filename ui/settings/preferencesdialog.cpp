#include "ui/settings/preferencesdialog.h"

#include "ui/settings/keyboardpage.h"
#include "ui/settings/preferencechoice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/keymap.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace settings {

using namespace Qt::StringLiterals;

namespace {

void fill(QComboBox* box, const QStringList& texts)
{
    const QSignalBlocker quiet(box);
    const int chosen = box->currentIndex();
    box->clear();
    box->addItems(texts);
    box->setCurrentIndex(chosen);
}

} // namespace

PreferencesDialog::PreferencesDialog(Preferences& preferences, QWidget* parent)
    : QDialog(parent)
    , m_preferences(preferences)
    , m_pluginHint(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_nameSpacesHint(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_language(new QComboBox(this))
    , m_scheme(new QComboBox(this))
    , m_form(new QComboBox(this))
    , m_zone(new QComboBox(this))
    , m_nameSpaces(new QLineEdit(this))
    , m_plugins(new QComboBox(this))
    , m_bar(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_close(new QPushButton(this))
{
    build();
    retranslate();
    showValues();
    connect(m_language, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_preferences.setLanguage(static_cast<Preferences::Language>(index)); });
    connect(m_scheme, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_preferences.setScheme(static_cast<theme::Scheme>(index)); });
    connect(m_form, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_preferences.setTimeForm(static_cast<widgets::TimeDisplay::Form>(index)); });
    connect(m_zone, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_preferences.setTimeZone(static_cast<widgets::TimeDisplay::Zone>(index)); });
    connect(m_nameSpaces, &QLineEdit::editingFinished, this,
            [this] { m_preferences.setDefaultNameSpaces(namesIn(m_nameSpaces->text())); });
    connect(m_plugins, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_preferences.setPluginSearch(static_cast<Preferences::PluginSearch>(index)); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    // The window's own menus change these, too.
    connect(&m_preferences, &Preferences::languageChanged, this, &PreferencesDialog::showValues);
    connect(&m_preferences, &Preferences::schemeChanged, this, &PreferencesDialog::showValues);
    connect(&m_preferences, &Preferences::timeChanged, this, &PreferencesDialog::showValues);
}

void PreferencesDialog::showPage(Page page)
{
    m_bar->setCurrentIndex(static_cast<int>(page));
}

QWidget* PreferencesDialog::makeGeneral()
{
    auto* general = new QWidget(this);
    auto* grid = new QGridLayout(general);
    grid->setContentsMargins(20, 18, 20, 0);
    grid->setHorizontalSpacing(theme::pageMargin * 2);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(1, 1);
    const QList<QWidget*> fields{m_language, m_scheme, m_form, m_zone, m_nameSpaces, m_plugins};
    int row = 0;
    for (QWidget* field : fields) {
        auto* label = new widgets::PlainLabel(this);
        label->setBuddy(field);
        m_labels.append(label);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row++, 1);
        if (field == m_nameSpaces)
            grid->addWidget(m_nameSpacesHint, row++, 1);
        if (field == m_plugins)
            grid->addWidget(m_pluginHint, row++, 1);
    }
    m_pluginHint->setWordWrap(true);
    m_nameSpacesHint->setWordWrap(true);
    grid->setRowStretch(row, 1);
    return general;
}

void PreferencesDialog::build()
{
    m_bar->setDocumentMode(true);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_pages->addWidget(makeGeneral());
    m_bar->addTab({});
    if (widgets::KeyMap* map = widgets::KeyMap::instance()) {
        m_pages->addWidget(new KeyboardPage(*map, this));
        m_bar->addTab({});
    }
    connect(m_bar, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(20, 0, 20, 16);
    buttons->addStretch();
    buttons->addWidget(m_close);
    m_close->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(new widgets::Line(this));
    column->addWidget(m_pages, 1);
    column->addSpacing(16);
    column->addLayout(buttons);
    setMinimumWidth(640);
    resize(sizeHint().expandedTo(QSize(680, 600)));
}

void PreferencesDialog::retranslate()
{
    setWindowTitle(tr("Preferences"));
    m_bar->setAccessibleName(tr("Pages of the preferences"));
    m_bar->setTabText(0, tr("General"));
    m_bar->setTabText(1, tr("Keyboard"));
    const QStringList names{
        tr("Language"), tr("Theme"), tr("Times"), tr("Time zone"), tr("Default namespaces"), tr("Credential plugins")};
    const QList<QWidget*> fields{m_language, m_scheme, m_form, m_zone, m_nameSpaces, m_plugins};
    for (qsizetype i = 0; i < names.size(); ++i) {
        m_labels.at(i)->setText(names.at(i));
        fields.at(i)->setAccessibleName(names.at(i));
    }
    fill(m_language, languageNames());
    fill(m_scheme, schemeNames());
    fill(m_form, {tr("Relative (14m 12s)"), tr("Absolute (2026-09-15 02:58:01)")});
    fill(m_zone, {tr("Local time"), tr("UTC")});
    fill(m_plugins, {tr("Find them as my shell does, if started from the desktop"),
                     tr("Only the PATH Drey was started with"), tr("Always the login shell's PATH")});
    m_nameSpaces->setPlaceholderText(tr("team-a, team-b"));
    m_nameSpacesHint->setText(
        tr("Watched where the whole cluster may not be listed, unless a connection names its own."));
    m_pluginHint->setText(
        tr("Programs such as aws or kubelogin that a kubeconfig names for signing in. Asking the login shell runs "
           "your start-up files. In force for connections opened from now on."));
    m_close->setText(tr("Close"));
}

void PreferencesDialog::showValues()
{
    const auto select = [](QComboBox* box, int index) {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(index);
    };
    select(m_language, static_cast<int>(m_preferences.language()));
    select(m_scheme, static_cast<int>(m_preferences.scheme()));
    select(m_form, static_cast<int>(m_preferences.timeForm()));
    select(m_zone, static_cast<int>(m_preferences.timeZone()));
    select(m_plugins, static_cast<int>(m_preferences.pluginSearch()));
    m_nameSpaces->setText(m_preferences.defaultNameSpaces().join(u", "_s));
}

void PreferencesDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace settings
