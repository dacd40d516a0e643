#include "ui/editor/severity.h"

#include <QCoreApplication>
#include <QIconEngine>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(editor::Text)
};

using Severity = manifest::Finding::Severity;

/// Painted at each size and in each theme.
class SeverityEngine : public QIconEngine
{
public:
    explicit SeverityEngine(Severity severity)
        : m_severity(severity)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        paintSeverity(painter, rect, m_severity);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return picture;
    }
    QIconEngine* clone() const override { return new SeverityEngine(m_severity); }

private:
    Severity m_severity;
};

} // namespace

theme::StatusColors severityColors(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return theme::status(base::Health::Broken);
    case Severity::Warning:
        return theme::status(base::Health::AtRisk);
    case Severity::Info:
        return theme::status(base::Health::Unknown);
    }
    return theme::status(base::Health::Unknown);
}

void paintSeverity(QPainter* painter, const QRect& place, Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return theme::paintGlyph(painter, place, theme::Glyph::Broken);
    case Severity::Warning:
        return theme::paintGlyph(painter, place, theme::Glyph::AtRisk);
    case Severity::Info:
        return theme::icon(u"info"_s, theme::Role::SecondaryText).paint(painter, place);
    }
}

QIcon severityIcon(Severity severity)
{
    return QIcon(new SeverityEngine(severity));
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Text::tr("Error");
    case Severity::Warning:
        return Text::tr("Warning");
    case Severity::Info:
        return Text::tr("Hint");
    }
    return {};
}

} // namespace editor
