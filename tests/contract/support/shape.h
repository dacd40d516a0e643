#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <functional>

namespace contract {

/// How an answer is looked at when two servers are compared.
struct Look
{
    enum class Arrays {
        OneByOne, ///< the third element is compared with the third
        AsOne,    ///< all elements together have the shape of one
    };

    Arrays arrays = Arrays::OneByOne;
    /// The name that a key of a map goes by, where keys are ids: "<id>".
    std::function<QString(const QString& key)> nameOf = [](const QString& key) { return key; };
    /// Keys whose text is one of an enumeration: compared as it stands.
    QStringList enumerations = {};
};

/// Every way into a document with the type of what is there, sorted; whatever it holds, but for enumerations.
[[nodiscard]] QStringList shapeOf(const QJsonValue& document, const Look& look = {});

/// What only one of two shapes has, as one text for a test's failure; empty: they are the same. Ways that begin with
/// one of `mayDiffer` do not count.
[[nodiscard]] QString difference(const QStringList& practice, const QStringList& real,
                                 const QStringList& mayDiffer = {});

} // namespace contract
