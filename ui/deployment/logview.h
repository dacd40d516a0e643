#pragma once

#include "core/kube/logs.h"
#include "core/kube/watch.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QToolButton;

namespace widgets {
class Chip;
class ElidedLabel;
class SearchField;
} // namespace widgets

namespace deployment {

class LogArea;

/// The log of one container of a pod: follows it, or that of its life before the last restart; searched, and saved.
class LogView : public QWidget
{
    Q_OBJECT
public:
    explicit LogView(kube::Api& api, QWidget* parent = nullptr);
    ~LogView() override;

    /// Shows the log of this pod, its first container first; the same pod again changes nothing.
    void showPod(const kube::ObjectKey& pod, const QStringList& containers);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeTools();
    void retranslate();
    void start();
    void showState();
    void save();
    bool write(const QString& path, QString* problem) const;

    kube::Api& m_api;
    kube::ObjectKey m_pod;
    std::unique_ptr<kube::LogStream> m_stream;
    LogArea* m_area;
    QComboBox* m_containers;
    widgets::Chip* m_previous;
    widgets::Chip* m_follow;
    widgets::Chip* m_times;
    widgets::SearchField* m_search;
    QToolButton* m_save;
    widgets::ElidedLabel* m_state;
};

/// A name for a file made of a server's words: letters, digits, dots and dashes, never hidden, never an option, never
/// a device, at most 100 long.
QString safeFileName(const QString& text);

} // namespace deployment
