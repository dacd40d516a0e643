#pragma once

#include "ui/editor/clusters.h"
#include "ui/editor/document.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace plans {
class ApplyRecord;
}

namespace widgets {
class AgeLabel;
class Chip;
class PlainLabel;
} // namespace widgets

namespace editor {

class ChangeMarks;
class EditorPage;
class EffectPanel;
class Forecasts;
class LiveFacts;
class TargetChoice;

/// Holds the page of a manifest against the cluster that the user chose for it: its schemas and what runs there count
/// when the text is checked, and the effect of applying it stands beside the text.
class Targeting : public QObject
{
    Q_OBJECT
public:
    /// Belongs to the page; both others must outlive it.
    Targeting(EditorPage& page, Clusters& clusters, plans::ApplyRecord& record);
    ~Targeting() override;

    /// Empty: none is chosen.
    QString clusterId() const;
    void choose(const QString& id);
    const Clusters& clusters() const { return m_clusters; }
    void openChoice();
    void refresh();
    void showEffect(bool isShown);
    void showComparison();
    bool isEffectShown() const;
    /// Shows the plan of applying what stands in the text, to be agreed to.
    void apply();

    Forecasts& forecasts() { return *m_forecasts; }
    LiveFacts& facts() { return *m_facts; }
    EffectPanel& panel() { return *m_panel; }
    const ChangeMarks& marks() const { return *m_marks; }
    QString schemaText() const; ///< whose schemas count, without their age

signals:
    void changed(); ///< the cluster, or whether it is connected
    void notified(const QString& text);
    void applied(); ///< the record has grown

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void bind();
    void retranslate();
    void follow();
    void read();
    void take(const QList<Document>& documents);
    void showPlace();
    void judge();
    void mark();
    void showSchema();
    void widen();
    void goTo(const QStringList& path);
    void remember() const;
    void recall();

    EditorPage& m_page;
    Clusters& m_clusters;
    plans::ApplyRecord& m_record;
    QString m_chosen;
    LiveFacts* m_facts;
    Forecasts* m_forecasts;
    TargetChoice* m_choice;
    EffectPanel* m_panel;
    ChangeMarks* m_marks;
    widgets::Chip* m_shown;
    widgets::PlainLabel* m_schema;
    widgets::AgeLabel* m_schemaAge;
    QList<Document> m_documents; ///< of the text when it rested last
    QTimer m_rest;
    bool m_isReading = false;
    bool m_isReadAgain = false; ///< the text has changed while it was read
    bool m_isRecalled = false;
    QDateTime m_judgedBy; ///< when what counts now was heard; invalid: no cluster counts
};

} // namespace editor
