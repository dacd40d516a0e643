#pragma once

#include "core/base/health.h"
#include "core/plans/outlook.h"

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace editor {

class WrappedText;

/// What applying one document comes to, in words: how much it asks of the job, how the operator goes about it, what the
/// job starts from, what is lost, who else keeps the object, and what nobody knows.
class EffectView : public QWidget
{
    Q_OBJECT
public:
    enum class Parts { All, WithoutChanges }; ///< nor fields of others
    explicit EffectView(Parts parts, QWidget* parent = nullptr);

    void present(const plans::Prospect& prospect, const manifest::Effect& effect);
    /// It is not what would happen now: all of it is faint.
    void setFaint(bool faint);
    QString text() const { return m_texts.join(u'\n'); } ///< all that stands on it

signals:
    void chosen(const QStringList& path); ///< a change

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addHead();
    void addFacts();
    void addChanges();
    void addNotes();
    void addNote(base::Health family, const QString& text);
    QString restoreWithAge() const;
    /// Null: there was nothing to say.
    WrappedText* addFact(QGridLayout* grid, const QString& name, const QString& value);
    void addSection(const QString& title);
    QWidget* makeChange(const manifest::Change& change);

    const Parts m_parts;
    plans::Prospect m_prospect;
    manifest::Effect m_effect;
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_rows = nullptr;
    WrappedText* m_restore = nullptr; ///< what the job starts from; null: it does not say
    QStringList m_texts;
    bool m_isFaint = false;
};

} // namespace editor
