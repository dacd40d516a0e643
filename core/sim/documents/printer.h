#pragma once

#include "core/sim/documents/kinds.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace sim::documents {

struct Column
{
    QString name;
    QString type;
    QString description;
    int priority = 0; ///< above 0: only in wide tables
    QString format = {};
};

/// How the objects of a kind stand in a table.
struct Printer
{
    std::vector<Column> columns;
    QJsonArray (*cells)(const Kind& kind, const QJsonObject& document, const QDateTime& now) = nullptr;
    /// The conditions of a row: that the object is done. Null: none has any.
    QJsonArray (*conditions)(const QJsonObject& document) = nullptr;
};

Printer printerOf(const Kind& kind);
Printer podPrinter();
Printer nodePrinter();
/// Of endpoints, endpoint slices and ingresses; without columns for others.
Printer networkPrinter(const Kind& kind);
/// By the columns of the definition; without any, the age.
Printer customPrinter(const Kind& kind);

/// The name column every table begins with.
Column nameColumn();
Column ageColumn();
QString nameOf(const QJsonObject& document);
/// The age of a document; <unknown> for one without a time of creation.
QString ageOf(const QJsonObject& document, const QDateTime& now);
/// How long ago a time of a document was; <unknown> when there is none.
QString agoOf(const QJsonValue& time, const QDateTime& now);
/// A text, or <none> for nothing.
QString orNone(const QString& text);

} // namespace sim::documents
