#pragma once

#include "ui/snapshots/details.h"
#include "ui/snapshots/filesheet.h"
#include "ui/snapshots/operatorsheet.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace widgets {
class Badge;
class Banner;
class CopyButton;
class ElidedLabel;
class EmptyState;
class LoadingRows;
class PlainLabel;
class SearchField;
} // namespace widgets

namespace snapshots {

class ComparisonView;
class Listing;

/// A checkpoint or savepoint of this machine: what it is, whether it is whole, its operators and files, and how another
/// one differs. Read and looked for aside; what was shown stays until the new is there.
class SnapshotPage : public QWidget
{
    Q_OBJECT
public:
    enum Part { Operators, Files, Comparison, PartCount };

    /// `path`: its folder or its `_metadata`.
    explicit SnapshotPage(QString path, QWidget* parent = nullptr);
    ~SnapshotPage() override;

    const QString& path() const { return m_path; }
    QString title() const; ///< the name of its folder
    void reload();
    bool isBusy() const; ///< something is read or looked for
    void compareWith(const QString& path);
    void setPart(Part part);
    Part part() const;
    void run(const QString& command); ///< of keyCommands()
    Listing& listing(Part part);

    /// What the current row of the part in front is, and all that is known of it.
    QString subject() const;
    Details details() const;

signals:
    void changed(); ///< the verdict, or what is compared
    void detailsChanged();
    void otherWanted(); ///< to compare with

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    QWidget* makeHead();
    void makeTables();
    void connectParts();
    void bindKeys();
    void retranslate();
    void lookForFiles(const Examined& examined);
    void lookThere(); ///< where the mapping says
    void showMapping();
    void enter(Part part); ///< with the keyboard
    void focusPart();
    void fail(const base::Error& error);
    void end(); ///< of reading
    void present(const Examined& examined);
    void showAll();
    void showHead();
    void showVerdict();
    QString facts() const;

    QString m_path;
    Examined m_shown;                     ///< null: not read, or not readable
    std::optional<base::Error> m_problem; ///< why not
    QList<snapshot::PathMapping> m_mappings;
    bool m_isReading = false, m_isReadWanted = false;
    OperatorSheet m_operators;
    FileSheet m_files;
    widgets::ElidedLabel* m_place;
    widgets::ElidedLabel* m_title;
    widgets::Badge* m_badge;
    widgets::CopyButton* m_copy;
    QPushButton* m_compare;
    QPushButton* m_again;
    widgets::PlainLabel* m_facts;
    widgets::Banner* m_banner;
    QWidget* m_mappingRow;
    QLineEdit* m_mapping;
    QPushButton* m_lookThere;
    QTabBar* m_bar;
    widgets::SearchField* m_search;
    QStackedWidget* m_parts;
    Listing* m_operatorList;
    Listing* m_fileList;
    ComparisonView* m_comparison;
    QStackedWidget* m_stack;
    QWidget* m_content;
    widgets::EmptyState* m_empty;
    widgets::LoadingRows* m_loading;
};

} // namespace snapshots
