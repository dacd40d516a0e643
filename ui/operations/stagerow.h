#pragma once

#include "core/base/health.h"

#include <QWidget>

namespace operations {

/// The way of an operation in seven words, the one it is at marked. Where there is no room for all it shows that one.
class StageRow : public QWidget
{
    Q_OBJECT
public:
    enum class Stage { Intent, Preflight, Plan, Confirm, Execute, Verify, Record };

    explicit StageRow(QWidget* parent = nullptr);

    /// `family`: how it does there: broken stands for a halt.
    void setStage(Stage stage, base::Health family);
    Stage stage() const { return m_stage; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    static QStringList words();
    QString shortText() const;
    int widthOf(int stage) const;
    void describe();

    Stage m_stage = Stage::Intent;
    base::Health m_family = base::Health::Changing;
};

} // namespace operations
