#include "ui/graph/words.h"

#include "core/base/quantity.h"
#include "core/base/visibletext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace graph {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(graph::Text)
};

} // namespace

QString percent(const std::optional<double>& ratio)
{
    return ratio ? base::percentText(*ratio) : u"–"_s;
}

QString rate(const std::optional<double>& perSecond)
{
    return perSecond ? Text::tr("%1/s", "records in a second").arg(base::compactCount(qint64(*perSecond + 0.5)))
                     : u"–"_s;
}

QString bytesRate(const std::optional<double>& perSecond)
{
    return perSecond ? Text::tr("%1/s", "bytes in a second").arg(base::bytesText(qint64(*perSecond))) : u"–"_s;
}

QString watermarkLag(const flink::GraphVertex& vertex, const QDateTime& now)
{
    if (!vertex.watermarkMs)
        return u"–"_s;
    const qint64 behind = now.toMSecsSinceEpoch() - *vertex.watermarkMs;
    const QString age = base::compactAge(std::chrono::milliseconds(std::abs(behind)));
    return (behind < 0 ? u"+"_s : u"−"_s) + age;
}

QString describe(const flink::GraphVertex& vertex)
{
    const QString name = base::visibleText(vertex.name, 200);
    return Text::tr("%1, parallelism %2, %3. Busy %4, backpressured %5, idle %6. In %7, out %8.")
        .arg(name, QString::number(vertex.parallelism), base::visibleText(vertex.state, 40), percent(vertex.busy.most),
             percent(vertex.backpressured.most), percent(vertex.idle.most))
        .arg(rate(vertex.recordsIn), rate(vertex.recordsOut));
}

} // namespace graph
