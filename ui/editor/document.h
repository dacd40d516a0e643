#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace editor {

/// A document of a text, as what it means.
struct Document
{
    qsizetype begin = 0, end = 0; ///< UTF-16 units of the text
    qsizetype head = 0;           ///< its first key
    QString kind, nameSpace, name;
    QJsonObject manifest;     ///< empty: it cannot be read
    bool isBroken = false;    ///< it cannot be read
    bool isOperators = false; ///< of a kind the operator looks after

    bool isSameObject(const Document& other) const
    {
        return kind == other.kind && nameSpace == other.nameSpace && name == other.name;
    }
    friend bool operator==(const Document&, const Document&) = default;
};

/// Pure: the documents of a text, in its order; those that say nothing are left out.
QList<Document> documentsOf(const QString& text);

/// Where that path of a document stands in the text, or the nearest part around it that is written; a path of
/// flinkConfiguration also where its key is nested. Nothing of it is written: the document's beginning.
qsizetype placeOf(const QString& text, const Document& document, const QStringList& path);

/// Where exactly these paths of a document stand in the text; -1: that one does not.
QList<qsizetype> placesOf(const QString& text, const Document& document, const QList<QStringList>& paths);

/// The same of a text that is one document: the line, from 0; -1: not that very path, but a part around it at best.
QList<int> linesOf(const QByteArray& document, const QList<QStringList>& paths);

} // namespace editor
