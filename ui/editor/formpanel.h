#pragma once

#include "core/manifest/form.h"
#include "ui/editor/problem.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <memory>

class QScrollArea;
class QVBoxLayout;

namespace widgets {
class Banner;
class EmptyState;
class ElidedLabel;
class PlainLabel;
} // namespace widgets

namespace editor {

class FormRow;
class ManifestEdit;

/// The document the cursor is in as a form. The text is the truth: what is changed here is written there at once, in
/// one step that can be undone, and what is typed there is shown here.
class FormPanel : public QWidget
{
    Q_OBJECT
public:
    FormPanel(ManifestEdit& edit, std::shared_ptr<const manifest::Catalogue> catalogue, QWidget* parent);

    /// Its fields are those it knows; at the beginning the bundled one.
    void setSchema(std::shared_ptr<const manifest::Schema> schema);
    /// Null: it is not shown now.
    FormRow* row(QStringView id) const;
    const QList<FormRow*>& rows() const { return m_rows; }
    bool isBusy() const { return m_isReading || m_pause.isActive(); }
    bool isFrozen() const { return m_isFrozen; } ///< the document cannot be read; what is shown is what was known last
    /// Gives the keyboard to the field of the place the cursor is at, or to the first.
    void enter();
    /// What is wrong has changed.
    void showProblems();

signals:
    void lineWanted(qsizetype position); ///< in the text

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Range
    {
        qsizetype begin = 0, end = 0;
    };
    /// A form with its places as editors count them.
    struct Read
    {
        manifest::Form form;
        Range document;
        QHash<QString, Range> fields;
        qsizetype fault = 0;
    };

    static Read readAt(const QString& text, int position, const manifest::Catalogue& catalogue,
                       const std::shared_ptr<const manifest::Schema>& schema);
    void build();
    void readSoon();
    void read();
    void present(const Read& read);
    void freeze(const Read& read);
    void rebuild();
    void layOut();
    void showHelp(const FormRow& row);
    void write(FormRow& row, const QString& value);
    QString sectionName(manifest::FormField::Section section) const;
    int lineAt(qsizetype position) const;

    ManifestEdit& m_edit;
    std::shared_ptr<const manifest::Catalogue> m_catalogue;
    std::shared_ptr<const manifest::Schema> m_schema = manifest::Schema::bundled();
    Read m_read; ///< the last that could be read
    QTimer m_pause;
    bool m_isReading = false, m_isOutdated = false, m_isFrozen = false;
    bool m_isWanted = false; ///< the keyboard, as soon as there are fields
    QList<FormRow*> m_rows;
    widgets::ElidedLabel* m_title;
    widgets::ElidedLabel* m_kind;
    widgets::Banner* m_fault;
    widgets::EmptyState* m_empty;
    QScrollArea* m_scroll;
    QWidget* m_fields = nullptr;
    QWidget* m_help;
    widgets::PlainLabel* m_helpName;
    widgets::PlainLabel* m_helpText;
};

} // namespace editor
