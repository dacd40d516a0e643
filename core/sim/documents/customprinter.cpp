#include "core/sim/documents/goprint.h"
#include "core/sim/documents/jsonpath.h"
#include "core/sim/documents/printer.h"
#include "core/sim/documents/table.h"

using namespace Qt::StringLiterals;

namespace sim::documents {

namespace {

QJsonValue customCell(const QJsonValue& value, const QString& type, const QDateTime& now)
{
    if (value.isUndefined() || value.isNull())
        return QJsonValue::Null;
    if (type == u"string")
        return value.isString() ? value.toString() : goPrinted(value);
    if (type == u"integer")
        return value.isDouble() ? QJsonValue(value.toInteger(qint64(value.toDouble()))) : QJsonValue();
    if (type == u"number")
        return value.isDouble() ? value : QJsonValue();
    if (type == u"boolean")
        return value.isBool() ? value : QJsonValue();
    if (type != u"date" || !value.isString())
        return QJsonValue::Null;
    const auto time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? ageText(time, now) : u"<invalid>"_s;
}

QJsonArray customColumnsOf(const Kind& kind)
{
    if (!kind.resource->columns.isEmpty())
        return kind.resource->columns;
    return {
        QJsonObject{{u"name"_s, u"Age"_s}, {u"type"_s, u"date"_s}, {u"jsonPath"_s, u".metadata.creationTimestamp"_s}}};
}

QJsonArray customCells(const Kind& kind, const QJsonObject& document, const QDateTime& now)
{
    QJsonArray cells{nameOf(document)};
    for (const auto item : customColumnsOf(kind)) {
        const auto values = valuesAt(document, item[u"jsonPath"].toString());
        cells.append(customCell(values.value(0, QJsonValue(QJsonValue::Undefined)), item[u"type"].toString(), now));
    }
    return cells;
}

} // namespace

Printer customPrinter(const Kind& kind)
{
    Printer printer{{nameColumn()}, customCells};
    for (const auto item : customColumnsOf(kind)) {
        const auto column = item.toObject();
        const auto path = column.value("jsonPath"_L1).toString();
        printer.columns.push_back({column.value("name"_L1).toString(), column.value("type"_L1).toString(),
                                   column.value("description"_L1)
                                       .toString(u"Custom resource definition column (in JSONPath format): "_s + path),
                                   column.value("priority"_L1).toInt(), column.value("format"_L1).toString()});
    }
    return printer;
}

} // namespace sim::documents
