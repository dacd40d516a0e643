#pragma once

#include "core/manifest/explanations.h"
#include "core/manifest/schema.h"
#include "ui/editor/manifestfile.h"
#include "ui/editor/problem.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QHBoxLayout;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace manifest {
struct RepairedText;
}

namespace widgets {
class Banner;
class Chip;
class EmptyState;
class PlainLabel;
} // namespace widgets

namespace editor {

class Checker;
class FindBar;
class FormPanel;
class HoverCard;
struct HoverTopic;
class ManifestEdit;
class OutlineView;
class ProblemModel;
class Suggestions;

/// A manifest on the screen: its text, what is wrong with it, and its file.
class EditorPage : public QWidget
{
    Q_OBJECT
public:
    explicit EditorPage(std::shared_ptr<const manifest::Catalogue> catalogue, QWidget* parent = nullptr);
    ~EditorPage() override;

    /// Reads a file; what keeps it from being edited stands on the page.
    void open(const QString& path);
    /// A text without a file yet; `name` is proposed for it.
    void begin(const QString& text, const QString& name);

    const QString& path() const { return m_file.path(); } ///< empty: it has no file
    QString title() const;                                ///< the file's name, with a mark while something is not saved
    bool isUnsaved() const;
    bool isReadable() const { return m_isReadable; }
    void save();
    void saveAs();
    /// Whether another page has that file; not set: none has.
    std::function<bool(const QString& path)> isOpenElsewhere;
    /// Calls `then` when the page may be closed: at once, or after the user said what to do with what is not saved.
    void askBeforeClosing(std::function<void()> then);

    ManifestEdit& edit() { return *m_edit; }
    Checker& checker() { return *m_checker; }
    ProblemModel& problems() { return *m_problems; }
    void goToProblem(int row);
    void fixAll();
    /// Does what the keys of this command do.
    void run(const QString& commandId);
    /// Puts in what the clipboard holds, repaired after a look at it.
    void pastePage();
    /// Puts a part at the right of the text, for as long as it is shown.
    void addPanel(QWidget* panel);
    /// The document the cursor is in as a form beside the text.
    bool isFormShown() const;
    void setFormShown(bool isShown);
    FormPanel* form() const { return m_fields; } ///< null: it was never shown
    /// Puts a part before the buttons above the text.
    void addToHead(QWidget* part);
    /// Puts a part at the end of the line below the text.
    void addToFoot(QWidget* part);
    std::shared_ptr<const manifest::Catalogue> catalogue() const { return m_catalogue; }
    /// What is proposed, explained and shown as a form; at the beginning the bundled one counts. What is found wrong
    /// is up to the linter of the checker.
    void setSchema(std::shared_ptr<const manifest::Schema> schema);

signals:
    void changed();        ///< title, path, or whether it is saved
    void problemsWanted(); ///< the user wants to see their list
    void formShown(bool isShown);
    void otherPageWanted(const QString& path); ///< that has this file
    void notified(const QString& text);
    void checked(const editor::Checked& found);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* makeHead();
    QWidget* makeFoot();
    void bind(QStringView commandId, std::function<void()> act);
    void bindKeys();
    void bindTextKeys();
    void retranslate();
    void take(const Checked& found);
    QList<Problem> withLastKnown(const Checked& found) const;
    void fillProblems();
    void showCounts();
    void showForm(bool isShown);
    void enterForm();
    void showPlace();
    void showFixes(int position);
    void addFixes(QMenu* menu, int position);
    void openMenu(const QPoint& place);
    void showUnreadable(const base::Error& why);
    void present(const FileText& content);
    void meetChange(const FileText& content);
    void showConflict();
    void takeOthers();
    void saveTo(const QString& path, ManifestFile::Other other);
    void afterSaving(const QString& path, const std::optional<base::Error>& problem);
    void askToOverwrite(const QString& path);
    void chooseName();
    void saveAsChosen(const QString& path);
    HoverTopic topicAt(int position) const;
    QString explanationOf(const QString& key) const;
    void offer(const QString& pasted, const manifest::RepairedText& repaired);
    void explainAt(int position, const QPoint& place, bool takesFocus);

    std::shared_ptr<const manifest::Catalogue> m_catalogue;
    std::shared_ptr<const manifest::Schema> m_schema = manifest::Schema::bundled();
    std::shared_ptr<const manifest::Explanations> m_explanations;
    ManifestFile m_file;
    QString m_wanted; ///< the path that is, or was to be, opened
    QString m_name;   ///< of a text without a file
    bool m_isReadable = true;
    std::optional<FileText> m_others; ///< what another program wrote while there are changes here
    std::function<void()> m_afterSave;
    QHash<QString, std::function<void()>> m_acts; ///< of commands, by id
    QList<CheckedDocument> m_documents;
    std::chrono::microseconds m_took{};
    bool m_isChecked = false;
    QTimer m_placeSoon;
    qint64 m_picture = 0; ///< the key of the one beside the counts

    ManifestEdit* m_edit;
    Checker* m_checker;
    ProblemModel* m_problems;
    FindBar* m_find;
    OutlineView* m_outline;
    HoverCard* m_hover;
    Suggestions* m_suggestions;
    QHBoxLayout* m_head = nullptr;
    QHBoxLayout* m_foot = nullptr;
    QStackedWidget* m_stack;
    QSplitter* m_parts;
    widgets::EmptyState* m_unreadable;
    widgets::Banner* m_conflict;
    QToolButton* m_counts;
    widgets::Chip* m_release;
    widgets::Chip* m_outlineShown;
    widgets::Chip* m_fieldsShown;
    FormPanel* m_fields = nullptr;
    QPushButton* m_fixAll;
    QPushButton* m_save;
    widgets::PlainLabel* m_place;
    widgets::PlainLabel* m_form;
    widgets::PlainLabel* m_speed;
};

} // namespace editor
