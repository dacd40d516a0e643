#pragma once

#include "core/manifest/completion.h"

#include <QFrame>
#include <QTimer>

#include <functional>
#include <memory>

class QKeyEvent;
class QListView;

namespace widgets {
class PlainLabel;
}

namespace editor {

class ManifestEdit;
class ProposalModel;

/// What may be written at the cursor, in a list beside it: it comes while one types, or when asked for, and the
/// keyboard stays in the text.
class Suggestions : public QFrame
{
    Q_OBJECT
public:
    Suggestions(ManifestEdit& edit, std::shared_ptr<const manifest::Catalogue> catalogue);

    /// What a key of configuration is for; empty: nothing is told.
    std::function<QString(const QString& key)> explanationOf;
    /// Fields and their values are those it knows; at the beginning the bundled one.
    void setSchema(std::shared_ptr<const manifest::Schema> schema) { m_schema = std::move(schema); }

    void ask(); ///< also where nothing is typed yet
    const QList<manifest::Proposal>& proposals() const { return m_proposals; }
    void choose(int row);
    void accept();
    QString shownText() const; ///< of what is chosen: type, default and explanation

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Reason { Asked, Typed };
    void offer(Reason reason);
    bool pressed(QKeyEvent* event);
    void describe();
    int rowsOfTexts() const;
    void place();
    void retranslate();

    ManifestEdit& m_edit;
    std::shared_ptr<const manifest::Catalogue> m_catalogue;
    std::shared_ptr<const manifest::Schema> m_schema = manifest::Schema::bundled();
    QListView* m_list;
    ProposalModel* m_model;
    QWidget* m_side;
    widgets::PlainLabel* m_name;
    widgets::PlainLabel* m_facts;
    widgets::PlainLabel* m_text;
    QList<manifest::Proposal> m_proposals;
    QTimer m_pause;
    int m_begin = 0, m_end = 0; ///< what is replaced
    bool m_isAccepting = false;
};

} // namespace editor
