#pragma once

#include "core/base/health.h"
#include "core/manifest/effect.h"

#include <QWidget>

class QPainter;

namespace editor {

/// The family that says how much a change asks of a job.
base::Health familyOf(manifest::ChangeClass weight);
/// The same of a whole edit; a refusal is broken.
base::Health familyOf(const manifest::Effect& effect);
/// "UPGRADE", "NEW", …: what stands on the badge of a whole edit.
QString wordOf(const manifest::Effect& effect);

/// How much one change asks of the job, in the operator's own word on the colours of its family.
class ClassBadge : public QWidget
{
    Q_OBJECT
public:
    explicit ClassBadge(QWidget* parent = nullptr);

    void setClass(manifest::ChangeClass weight);
    /// Of a whole edit.
    void setEffect(const manifest::Effect& effect);
    QString text() const { return m_text; }

    /// For those who draw it within something else.
    static QSize sizeOf(const QString& text);
    static void paint(QPainter* painter, const QRect& place, base::Health family, const QString& text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void show(base::Health family, const QString& text);

    base::Health m_family = base::Health::Unknown;
    QString m_text;
};

} // namespace editor
