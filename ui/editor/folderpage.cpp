#include "ui/editor/folderpage.h"

#include "core/base/background.h"
#include "core/base/visibletext.h"
#include "ui/editor/foldermodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/table.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

/// Files that are checked in one go aside; between two goes what was found is shown.
constexpr qsizetype filesAtOnce = 8;

/// Rows whose name or objects hold every word; counts are ordered as numbers.
class Shown : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    QStringList words;

protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override
    {
        const FolderFile& file = files()[row];
        return std::all_of(words.begin(), words.end(), [&file](const QString& word) {
            return file.name.contains(word, Qt::CaseInsensitive) ||
                   file.objects.join(u' ').contains(word, Qt::CaseInsensitive);
        });
    }
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override
    {
        const FolderFile& one = files()[left.row()];
        const FolderFile& other = files()[right.row()];
        const auto gravity = [](const FolderFile& file) { return std::pair(file.errors, file.warnings); };
        switch (left.column()) {
        case FolderModel::StateColumn:
            return gravity(one) == gravity(other) ? one.name > other.name : gravity(one) < gravity(other);
        case FolderModel::ErrorsColumn:
            return one.errors < other.errors;
        case FolderModel::WarningsColumn:
            return one.warnings < other.warnings;
        default:
            return QString::localeAwareCompare(left.data().toString(), right.data().toString()) < 0;
        }
    }

private:
    const QList<FolderFile>& files() const { return static_cast<const FolderModel*>(sourceModel())->files(); }
};

} // namespace

FolderPage::FolderPage(QString folder, std::shared_ptr<const manifest::Catalogue> catalogue,
                       std::chrono::milliseconds pause, QWidget* parent)
    : QWidget(parent)
    , m_folder(std::move(folder))
    , m_linter(std::make_shared<const manifest::Linter>(std::move(catalogue)))
    , m_model(new FolderModel(this))
    , m_shown(new Shown(this))
    , m_path(new widgets::ElidedLabel({}, theme::Type::Code, theme::Role::SecondaryText, this))
    , m_summary(new widgets::GlyphLabel(this))
    , m_note(new widgets::PlainLabel({}, theme::Type::Small, theme::Role::SecondaryText, this))
    , m_search(new widgets::SearchField(widgets::SearchField::Purpose::Filter, this, this))
    , m_table(new widgets::Table(this))
    , m_empty(new widgets::EmptyState(this))
    , m_stack(new QStackedWidget(this))
{
    build();
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &FolderPage::look);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        auto* shown = static_cast<Shown*>(m_shown);
        shown->words = text.split(u' ', Qt::SkipEmptyParts);
        shown->invalidate();
        showState();
    });
    connect(m_search, &widgets::SearchField::abandoned, m_table, [this] { m_table->setFocus(); });
    connect(m_search, &QLineEdit::returnPressed, m_table, [this] {
        if (m_shown->rowCount() > 0) {
            m_table->setCurrentIndex(m_shown->index(0, FolderModel::NameColumn));
            m_table->setFocus();
        }
    });
    connect(m_table, &QAbstractItemView::activated, this, &FolderPage::openAt);
    connect(m_empty, &widgets::EmptyState::actionRequested, m_search, &QLineEdit::clear);
    retranslate();
}

FolderPage::~FolderPage() = default;

void FolderPage::build()
{
    m_shown->setSourceModel(m_model);
    m_table->setModel(m_shown);
    m_table->setItemDelegate(new widgets::CellDelegate(m_table));
    m_table->setItemDelegateForColumn(FolderModel::StateColumn, new widgets::StatusDelegate(m_table));
    for (const int column : {FolderModel::ErrorsColumn, FolderModel::WarningsColumn})
        m_table->setItemDelegateForColumn(column, new widgets::NumberDelegate(m_table));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(FolderModel::NameColumn, Qt::AscendingOrder);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(FolderModel::ObjectsColumn, QHeaderView::Stretch);
    m_path->setElideMode(Qt::ElideMiddle);
    m_summary->setPlain(true);
    m_search->setMaximumWidth(260);
    setFocusProxy(m_table);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme::pageMargin, theme::between, theme::pageMargin, theme::between);
    head->setSpacing(2 * theme::between);
    head->addWidget(m_summary);
    head->addWidget(m_path, 1);
    head->addWidget(m_note);
    head->addWidget(m_search, 1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(new widgets::Line(this));
    column->addWidget(m_stack, 1);
}

void FolderPage::look()
{
    if (m_isLooking)
        return;
    m_isLooking = true;
    base::inBackground(
        this, [folder = m_folder] { return filesIn(folder); },
        [this](const FolderListing& listing) {
            m_isLooking = false;
            take(listing);
        });
}

void FolderPage::take(const FolderListing& listing)
{
    const bool isFirst = !std::exchange(m_wasRead, true);
    m_isCut = listing.isCut;
    m_problem = listing.problem;
    m_model->setFiles(listing.files);
    if (isFirst) {
        m_table->resizeColumnsToContents();
        m_table->setColumnWidth(FolderModel::StateColumn, 5 * theme::rowHeight());
    }
    if (!m_table->currentIndex().isValid() && m_shown->rowCount() > 0)
        m_table->setCurrentIndex(m_shown->index(0, FolderModel::NameColumn));
    checkNext();
}

/// The next few that are not checked; nothing is done twice, and the user's thread is free meanwhile.
void FolderPage::checkNext()
{
    QList<FolderFile> next;
    for (const FolderFile& file : m_model->files()) {
        if (!file.isChecked && next.size() < filesAtOnce)
            next.append(file);
    }
    showState();
    if (next.isEmpty() || m_isChecking)
        return;
    m_isChecking = true;
    base::inBackground(
        this,
        [folder = m_folder, linter = m_linter, next] {
            QList<FolderFile> checked;
            for (const FolderFile& file : next) {
                FolderFile fresh;
                fresh.name = file.name;
                fresh.size = file.size;
                fresh.modified = file.modified;
                checked.append(checkedFile(folder, fresh, *linter));
            }
            return checked;
        },
        [this](const QList<FolderFile>& checked) {
            m_isChecking = false;
            for (const FolderFile& file : checked)
                m_model->setChecked(file);
            checkNext();
        });
}

void FolderPage::showState()
{
    const QList<FolderFile>& files = m_model->files();
    const auto sum = [&files](int FolderFile::*count) {
        return std::accumulate(files.begin(), files.end(), 0,
                               [count](int all, const FolderFile& file) { return all + file.*count; });
    };
    const int errors = sum(&FolderFile::errors), warnings = sum(&FolderFile::warnings);
    const bool isDone =
        m_wasRead && std::all_of(files.begin(), files.end(), [](const FolderFile& file) { return file.isChecked; });
    QStringList words{tr("%n manifest(s)", nullptr, static_cast<int>(files.size()))};
    if (errors > 0)
        words.append(tr("%n error(s)", nullptr, errors));
    if (warnings > 0)
        words.append(tr("%n warning(s)", nullptr, warnings));
    if (!isDone)
        words.append(tr("checking"));
    m_summary->setState(errors > 0     ? theme::Glyph::Broken
                        : warnings > 0 ? theme::Glyph::AtRisk
                        : isDone       ? theme::Glyph::Healthy
                                       : theme::Glyph::Unknown,
                        words.join(tr(", ")));
    m_summary->setVisible(m_problem.isEmpty() && !files.isEmpty());
    m_note->setText(m_isCut ? tr("Only the first %n are shown.", nullptr, static_cast<int>(files.size())) : QString());
    m_note->setVisible(m_isCut);
    if (!m_problem.isEmpty())
        m_empty->showNone(m_problem);
    else if (m_wasRead && files.isEmpty())
        m_empty->showNone(tr("There are no YAML files in this folder."));
    else if (m_shown->rowCount() == 0 && !files.isEmpty())
        m_empty->showFiltered(files.size());
    const bool isEmpty = !m_problem.isEmpty() || (m_wasRead && m_shown->rowCount() == 0);
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
}

void FolderPage::openAt(const QModelIndex& index)
{
    const QModelIndex source = m_shown->mapToSource(index);
    if (source.isValid())
        emit openRequested(QDir(m_folder).absoluteFilePath(m_model->files()[source.row()].name));
}

void FolderPage::retranslate()
{
    m_path->setText(base::visibleText(QDir::toNativeSeparators(m_folder)));
    m_search->setPlaceholderText(tr("Filter"));
    m_table->setAccessibleName(tr("Manifests of this folder"));
    showState();
}

void FolderPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    look();
    m_pause.start();
}

void FolderPage::hideEvent(QHideEvent* event)
{
    m_pause.stop();
    QWidget::hideEvent(event);
}

void FolderPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_model->forget();
        retranslate();
        checkNext();
    }
    QWidget::changeEvent(event);
}

} // namespace editor
