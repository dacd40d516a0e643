#pragma once

#include "core/manifest/lint.h"

#include <QSortFilterProxyModel>
#include <QTimer>
#include <QWidget>

#include <memory>

class QStackedWidget;

namespace widgets {
class Banner;
class ElidedLabel;
class EmptyState;
class GlyphLabel;
class PlainLabel;
class SearchField;
class Table;
} // namespace widgets

namespace editor {

class FolderModel;
struct FolderListing;

/// The manifests of a folder and how much is wrong in each: read and checked aside, looked at again while it is seen.
class FolderPage : public QWidget
{
    Q_OBJECT
public:
    /// `pause` lies between two looks at the disk.
    FolderPage(QString folder, std::shared_ptr<const manifest::Catalogue> catalogue,
               std::chrono::milliseconds pause = std::chrono::seconds(2), QWidget* parent = nullptr);
    ~FolderPage() override;

    const QString& folder() const { return m_folder; }
    FolderModel& model() { return *m_model; }
    widgets::Table& table() { return *m_table; }
    bool isBusy() const { return m_isLooking || m_isChecking; }
    void look(); ///< at the disk, now

signals:
    void openRequested(const QString& path);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void take(const FolderListing& listing);
    void checkNext();
    void showState();
    void openAt(const QModelIndex& index);

    QString m_folder;
    std::shared_ptr<const manifest::Linter> m_linter;
    QTimer m_pause;
    bool m_isLooking = false, m_isChecking = false, m_isCut = false, m_wasRead = false;
    QString m_problem;
    FolderModel* m_model;
    QSortFilterProxyModel* m_shown;
    widgets::ElidedLabel* m_path;
    widgets::GlyphLabel* m_summary;
    widgets::PlainLabel* m_note;
    widgets::SearchField* m_search;
    widgets::Table* m_table;
    widgets::EmptyState* m_empty;
    QStackedWidget* m_stack;
};

} // namespace editor
