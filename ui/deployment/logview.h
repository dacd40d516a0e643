#pragma once

#include "core/kube/logs.h"
#include "core/kube/watch.h"

#include <QElapsedTimer>
#include <QWidget>

#include <memory>

class QComboBox;
class QToolButton;

namespace widgets {
class Chip;
class ElidedLabel;
class PlainLabel;
class SearchField;
} // namespace widgets

namespace deployment {

class LogArea;

/// The log of one container of a pod: follows it, or that of its life before the last restart; filtered by severity,
/// searched, and saved.
class LogView : public QWidget
{
    Q_OBJECT
public:
    explicit LogView(kube::Api& api, QWidget* parent = nullptr);
    ~LogView() override;

    /// Shows the log of this pod, its first container first; the same pod again changes nothing.
    void showPod(const kube::ObjectKey& pod, const QStringList& containers);
    void setInstance(kube::LogQuery::Instance instance);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeTools();
    void connectTools();
    void bindKeys();
    void retranslate();
    void retranslateSearch();
    void showKeys();
    void start();
    void takeLines();
    void search();
    void find(bool backward);
    void showState();
    void showMatches();
    QString linesText() const;
    QString lagText() const;
    void save();

    kube::Api& m_api;
    kube::ObjectKey m_pod;
    std::unique_ptr<kube::LogStream> m_stream;
    LogArea* m_area;
    QComboBox* m_containers;
    QComboBox* m_least;
    widgets::Chip* m_previous;
    widgets::Chip* m_follow;
    widgets::Chip* m_times;
    widgets::Chip* m_wrap;
    widgets::Chip* m_expression;
    widgets::SearchField* m_search;
    widgets::PlainLabel* m_found;
    QToolButton* m_earlier;
    QToolButton* m_later;
    QToolButton* m_save;
    widgets::ElidedLabel* m_state;
    qint64 m_followedSince = 0, m_newest = 0, m_arrivedAt = 0; ///< ms since 1970 UTC; 0: not yet
    QString m_note;                                            ///< what became of saving; told for a while
    QElapsedTimer m_sinceNote;
};

} // namespace deployment
