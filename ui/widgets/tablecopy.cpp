#include "ui/widgets/tablecopy.h"

#include "ui/widgets/cells.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace widgets {

using namespace Qt::StringLiterals;

namespace {

QString exactText(const QAbstractItemModel& model, int row, int column)
{
    const QModelIndex index = model.index(row, column);
    const QVariant exact = index.data(cell::ExactRole);
    return exact.isValid() ? exact.toString() : index.data(Qt::DisplayRole).toString();
}

QString title(const QAbstractItemModel& model, int column)
{
    return model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
}

/// Spreadsheets read these first characters as the beginning of a formula, even behind blanks; some also their wide
/// forms.
QString withoutFormula(const QString& text)
{
    const QString trimmed = text.trimmed();
    const bool isFormula = !trimmed.isEmpty() && u"=+-@＝＋－＠"_s.contains(trimmed.front());
    bool isNumber = false;
    trimmed.toDouble(&isNumber);
    const bool isHidden = !text.isEmpty() && u"\t\r\n"_s.contains(text.front());
    return (isFormula && !isNumber) || isHidden ? u'\'' + text : text;
}

QString oneLine(QString text)
{
    for (const QChar c : {u'\t', u'\r', u'\n'})
        text.replace(c, u' ');
    return text;
}

QString markdownCell(const QString& text)
{
    QString result = oneLine(text).toHtmlEscaped();
    for (const QChar c : u"\\`*_[]|"_s)
        result.replace(c, u'\\' + QString(c));
    return result;
}

template <typename Cell>
QString line(const QList<int>& columns, const QString& separator, Cell cell)
{
    QStringList cells;
    for (const int column : columns)
        cells.append(cell(column));
    return cells.join(separator);
}

/// A label may be called like a column of ours: neither may take the other's place.
QString freeName(const QJsonObject& object, const QString& title)
{
    QString name = title;
    for (int i = 2; object.contains(name); ++i)
        name = u"%1 (%2)"_s.arg(title).arg(i);
    return name;
}

QString json(const QAbstractItemModel& model, const QList<int>& rows, const QList<int>& columns)
{
    QJsonArray array;
    for (const int row : rows) {
        QJsonObject object;
        for (const int column : columns)
            object.insert(freeName(object, title(model, column)), exactText(model, row, column));
        array.append(object);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Indented));
}

} // namespace

QString csvCell(const QString& text)
{
    QString safe = withoutFormula(text);
    // Beside the comma what other countries part cells with: an unquoted one would begin a cell of its own.
    const bool isPlain = std::none_of(safe.begin(), safe.end(), [](QChar c) { return u",;\"\t\r\n"_s.contains(c); });
    if (isPlain)
        return safe;
    return u'"' + safe.replace(u'"', u"\"\""_s) + u'"';
}

QString copyText(const QAbstractItemModel& model, const QList<int>& rows, const QList<int>& columns, CopyForm form)
{
    const auto titleOf = [&](int column) { return title(model, column); };
    QString result;
    switch (form) {
    case CopyForm::Json:
        return json(model, rows, columns);
    case CopyForm::Text:
        break;
    case CopyForm::Csv:
        result = line(columns, u","_s, [&](int column) { return csvCell(titleOf(column)); }) + u"\r\n"_s;
        break;
    case CopyForm::Markdown:
        result = u"| "_s + line(columns, u" | "_s, [&](int column) { return markdownCell(titleOf(column)); }) +
                 u" |\n|"_s + u" --- |"_s.repeated(columns.size()) + u'\n';
        break;
    }
    for (const int row : rows) {
        const auto exact = [&](int column) { return exactText(model, row, column); };
        if (form == CopyForm::Csv)
            result += line(columns, u","_s, [&](int column) { return csvCell(exact(column)); }) + u"\r\n"_s;
        else if (form == CopyForm::Markdown)
            result +=
                u"| "_s + line(columns, u" | "_s, [&](int column) { return markdownCell(exact(column)); }) + u" |\n"_s;
        else
            result +=
                line(columns, u"\t"_s, [&](int column) { return withoutFormula(oneLine(exact(column))); }) + u'\n';
    }
    if (form == CopyForm::Text && rows.size() <= 1)
        result.chop(result.endsWith(u'\n') ? 1 : 0);
    return result;
}

} // namespace widgets
