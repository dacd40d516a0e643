#include "ui/editor/outline.h"

#include "core/manifest/sketch.h"
#include "ui/editor/offsets.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace editor {

namespace {

QString valueOf(const QByteArray& text, const manifest::Step& step)
{
    QByteArrayView value = QByteArrayView(text).sliced(step.value.begin, step.value.length());
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
        value = value.sliced(1, value.size() - 2);
    return QString::fromUtf8(value);
}

/// Keys that say what a document is rather than what is in it.
bool isHead(const QString& key)
{
    return key == u"apiVersion" || key == u"kind";
}

} // namespace

QList<OutlinePart> outlineOf(const QByteArray& text, const QList<yaml::Span>& documents, const Offsets& offsets)
{
    QList<OutlinePart> parts;
    for (const yaml::Span& document : documents) {
        const qsizetype head = parts.size();
        const QList<manifest::Step> steps = manifest::stepsOf(text, document);
        parts.append({0, offsets.units(steps.isEmpty() ? document.begin : steps.first().span.begin), {}, {}});
        QString top;
        int inner = 0; ///< the column of what stands right below the last one at the top
        for (const manifest::Step& step : steps) {
            if (step.isItem)
                continue;
            const qsizetype begin = offsets.units(step.span.begin);
            if (step.column == 0) {
                top = step.key;
                inner = 0;
                if (step.key == u"kind")
                    parts[head].title = valueOf(text, step);
                if (!isHead(step.key))
                    parts.append({1, begin, step.key, {}});
                continue;
            }
            inner = inner == 0 ? step.column : inner;
            if (step.column != inner)
                continue;
            if (top == u"metadata" && step.key == u"name")
                parts[head].name = valueOf(text, step);
            if (top == u"spec")
                parts.append({2, begin, step.key, {}});
        }
    }
    return parts;
}

} // namespace editor
