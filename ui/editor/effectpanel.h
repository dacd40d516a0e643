#pragma once

#include "ui/editor/comparison.h"
#include "ui/editor/forecasts.h"

#include <QWidget>

class QButtonGroup;
class QListWidget;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace widgets {
class AgeLabel;
class Banner;
class Chip;
class CopyButton;
class EmptyState;
class LoadingRows;
class PlainLabel;
} // namespace widgets

namespace editor {

class DiffView;
class EffectView;

/// What applying the document under the cursor would do, and that of the other documents in a line each; or the same
/// as a comparison of two texts.
class EffectPanel : public QWidget
{
    Q_OBJECT
public:
    explicit EffectPanel(Forecasts& forecasts, QWidget* parent = nullptr);

    enum class Face { Effect, Comparison };
    void showFace(Face face);
    Face face() const;
    void setAgainst(Against against);
    const EffectView& effect() const { return *m_effect; }
    const DiffView& comparison() const { return *m_diff; }
    QString sourceText() const; ///< where what is shown comes from, without its age
    QString state() const;      ///< what stands there in its place; empty: it is shown
    QPushButton* applyButton() const { return m_apply; }
    /// Puts what would be different onto the clipboard, as a patch for kubectl. Nothing happens where nothing would be.
    void copyPatch();

signals:
    void chosen(const QStringList& path);    ///< of the document under the cursor
    void documentChosen(qsizetype position); ///< its beginning in the text
    void refreshRequested();
    void clusterWanted(); ///< to choose one, or to connect to it
    void applyRequested();
    void faceChanged();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeFoot();
    QWidget* makeComparison();
    void retranslate();
    void refresh();
    void fillDocuments();
    void showForecast(const Forecast& forecast);
    void showComparison(const Forecast& forecast);
    void showPatch(const Forecast* forecast);
    void showEmpty();
    void showFoot(const Forecast* forecast);

    Forecasts& m_forecasts;
    widgets::Chip* m_asEffect;
    widgets::Chip* m_asComparison;
    QButtonGroup* m_faces;
    widgets::CopyButton* m_patch;
    QToolButton* m_again;
    QListWidget* m_documents;
    widgets::Banner* m_note;
    QStackedWidget* m_stack;
    QScrollArea* m_scroll;
    EffectView* m_effect;
    QWidget* m_choice = nullptr; ///< of what it is compared with
    DiffView* m_diff;
    QButtonGroup* m_against;
    QStackedWidget* m_diffStack;
    widgets::PlainLabel* m_noDiff;
    widgets::EmptyState* m_empty;
    widgets::LoadingRows* m_loading;
    widgets::PlainLabel* m_source;
    widgets::AgeLabel* m_age;
    QPushButton* m_apply;
};

} // namespace editor
