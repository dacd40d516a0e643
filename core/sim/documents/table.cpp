#include "core/sim/documents/table.h"

#include "core/sim/documents/printer.h"
#include "core/sim/world/path.h"

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 year = 365 * day;

QString pair(qint64 seconds, qint64 large, QStringView largeWord, qint64 small, QStringView smallWord)
{
    const auto rest = seconds % large / small;
    const auto text = QString::number(seconds / large) + largeWord.toString();
    return rest == 0 ? text : text + QString::number(rest) + smallWord.toString();
}

QJsonArray columnsOf(const Printer& printer)
{
    QJsonArray columns;
    for (const auto& column : printer.columns) {
        columns.append(QJsonObject{{u"name"_s, column.name},
                                   {u"type"_s, column.type},
                                   {u"format"_s, column.format},
                                   {u"description"_s, column.description},
                                   {u"priority"_s, column.priority}});
    }
    return columns;
}

QJsonValue objectOf(const QJsonObject& document, RowObject rowObject)
{
    switch (rowObject) {
    case RowObject::None:
        return QJsonValue::Null;
    case RowObject::Metadata:
        return metadataOnly(document);
    case RowObject::Object:
        return document;
    }
    return {};
}

} // namespace

Answer<RowObject> rowObjectOf(const QString& parameter)
{
    if (parameter.isEmpty() || parameter == u"Metadata")
        return RowObject::Metadata;
    if (parameter == u"None")
        return RowObject::None;
    if (parameter == u"Object")
        return RowObject::Object;
    return Refusal::badRequest(
        u"Unable to convert to Table as requested: includeObject: Invalid value: \"%1\": must be "
        "'Metadata', 'Object', 'None', or empty"_s.arg(parameter));
}

QJsonObject table(const Kind& kind, const std::vector<QJsonObject>& documents, const QJsonObject& listMetadata,
                  RowObject rowObject, Columns columns, const QDateTime& now)
{
    const auto printer = printerOf(kind);
    QJsonArray rows;
    for (const auto& document : documents) {
        QJsonObject row{{u"cells"_s, printer.cells(kind, document, now)}, {u"object"_s, objectOf(document, rowObject)}};
        const auto conditions = printer.conditions ? printer.conditions(document) : QJsonArray();
        if (!conditions.isEmpty())
            row.insert("conditions"_L1, conditions);
        rows.append(row);
    }
    // Without columns their place is null, as Go writes a list nobody filled.
    const auto told = columns == Columns::Told ? QJsonValue(columnsOf(printer)) : QJsonValue();
    return {{u"kind"_s, u"Table"_s},
            {u"apiVersion"_s, u"meta.k8s.io/v1"_s},
            {u"metadata"_s, listMetadata},
            {u"columnDefinitions"_s, told},
            {u"rows"_s, rows}};
}

QJsonObject metadataOnly(const QJsonObject& document)
{
    return {{u"kind"_s, u"PartialObjectMetadata"_s},
            {u"apiVersion"_s, u"meta.k8s.io/v1"_s},
            {u"metadata"_s, document.value("metadata"_L1)}};
}

QJsonObject metadataList(const std::vector<QJsonObject>& documents, const QJsonObject& listMetadata)
{
    QJsonArray items;
    for (const auto& document : documents)
        items.append(metadataOnly(document));
    return {{u"kind"_s, u"PartialObjectMetadataList"_s},
            {u"apiVersion"_s, u"meta.k8s.io/v1"_s},
            {u"metadata"_s, listMetadata},
            {u"items"_s, items.isEmpty() ? QJsonValue() : QJsonValue(items)}};
}

QString ageText(const QDateTime& since, const QDateTime& now)
{
    const auto seconds = since.secsTo(now);
    if (seconds < -1)
        return u"<invalid>"_s;
    if (seconds < 2 * minute)
        return QString::number(std::max<qint64>(0, seconds)) + u's';
    if (seconds < 10 * minute)
        return pair(seconds, minute, u"m", 1, u"s");
    if (seconds < 3 * hour)
        return QString::number(seconds / minute) + u'm';
    if (seconds < 8 * hour)
        return pair(seconds, hour, u"h", minute, u"m");
    if (seconds < 2 * day)
        return QString::number(seconds / hour) + u'h';
    if (seconds < 8 * day)
        return pair(seconds, day, u"d", hour, u"h");
    if (seconds < 2 * year)
        return QString::number(seconds / day) + u'd';
    if (seconds < 8 * year)
        return pair(seconds, year, u"y", day, u"d");
    return QString::number(seconds / year) + u'y';
}

Column nameColumn()
{
    return {u"Name"_s, u"string"_s, u"Name of the object, unique in its namespace."_s, 0, u"name"_s};
}

Column ageColumn()
{
    return {u"Age"_s, u"string"_s, u"How long ago the object was created."_s};
}

QString nameOf(const QJsonObject& document)
{
    return at(document, {u"metadata", u"name"}).toString();
}

QString ageOf(const QJsonObject& document, const QDateTime& now)
{
    return agoOf(at(document, {u"metadata", u"creationTimestamp"}), now);
}

QString agoOf(const QJsonValue& time, const QDateTime& now)
{
    const auto moment = QDateTime::fromString(time.toString(), Qt::ISODateWithMs);
    return moment.isValid() ? ageText(moment, now) : u"<unknown>"_s;
}

QString orNone(const QString& text)
{
    return text.isEmpty() ? u"<none>"_s : text;
}

} // namespace sim::documents
