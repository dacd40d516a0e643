#pragma once

#include "core/flink/deployment.h"
#include "core/plans/intent.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace operations {

/// What an object says now, as far as the form begins with it.
struct Present
{
    std::optional<QString> image, flinkVersion; ///< nothing: one of its kind has none
    std::optional<flink::JobSpec> job;          ///< nothing: it has none, or nothing is known of it
    bool isSession = false;                     ///< it is known to have none

    static Present of(const flink::Deployment* deployment); ///< null: nothing is known of it
    static Present of(const flink::SessionJob* job);
};

/// Asks what an upgrade, another size, a new start or a deletion needs to know, beginning with what is there now.
class IntentForm : public QWidget
{
    Q_OBJECT
public:
    IntentForm(plans::Intent intent, Present present, const QStringList& snapshots, QWidget* parent = nullptr);

    /// With what was filled in; only what is other than now.
    plans::Intent intent() const;
    /// Translated: what is still to be said; empty: nothing.
    QString missing() const;

signals:
    void submitted(); ///< and nothing is missing

protected:
    void changeEvent(QEvent* event) override;

private:
    void addText(const QStringList& path, const QString& now);
    void addParallelism();
    void addModes();
    void addFields();
    void addSnapshots(const QStringList& snapshots);
    QCheckBox* addOption(const QString& name, bool isOn);
    void refresh();
    void retranslate();
    void submit();

    const plans::Intent m_intent;
    const Present m_present;
    QFormLayout* m_form;
    struct Text
    {
        QStringList path;
        QString now;
        QLineEdit* edit;
    };
    QList<Text> m_texts;
    QSpinBox* m_parallelism = nullptr;
    QComboBox* m_mode = nullptr;
    QPlainTextEdit* m_fields = nullptr; ///< "spec.path=value", a line each
    QComboBox* m_snapshot = nullptr;
    QCheckBox* m_withSavepoint = nullptr;
    QCheckBox* m_drains = nullptr;
    QPushButton* m_submit;
};

} // namespace operations
