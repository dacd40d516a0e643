#pragma once

#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <utility>

namespace manifest {

/// What a field may hold.
struct Shape
{
    enum class Kind { Any, String, Integer, Number, Boolean, Quantity, IntOrString, Object, List, Map };

    Kind kind = Kind::Any;
    QString type;                      ///< of an Object
    std::shared_ptr<const Shape> item; ///< of a List or a Map
    QStringList values;                ///< of an enumeration, in that release; empty: any
    bool isNeverNull = false;          ///< null is refused; otherwise nobody knows
    /// Of a List: what tells its items apart, fields with what counts where one is missing (undefined: nothing does).
    QList<std::pair<QString, QJsonValue>> keys = {};
    bool isSet = false; ///< of a List: no item may stand in it twice
};

/// A word for it, as the documentation of Kubernetes has it: string, []Container, map[string]string; empty: any.
QString wordOf(const Shape& shape);

/// A field as a release of the operator knows it.
struct Field
{
    QString name;
    Shape shape;
    int first = 0; ///< the release 1.x it came with; 0: all know it
    int last = 0;  ///< 0: no end
};

/// The operator's four kinds and the pods within them, by release of the operator; and the plain kinds that travel with
/// them, and Prometheus' files, as types of their names. Made of resources/schemas.
class Schema
{
public:
    static std::shared_ptr<const Schema> bundled();
    /// What every release knows of types that are not the operator's own: to add a cluster's to.
    static Schema ofCore();
    void add(const QString& type, const Field& field) { m_types[type].append(field); }

    void require(const QString& type, const QString& field) { m_required[type].append(field); }
    /// The fields that an object of that type must have.
    QStringList required(const QString& type) const { return m_required.value(type); }

    bool hasType(const QString& type) const { return m_types.contains(type); }
    /// The field as that release (the 15 of 1.15) knows it; null: it does not.
    const Field* field(const QString& type, const QString& name, int operatorMinor) const;
    /// The first release that knows it; 0: none does.
    int firstRelease(const QString& type, const QString& name) const;
    /// All names that the release knows, sorted.
    QStringList fields(const QString& type, int operatorMinor) const;
    /// Values of an enumeration that the release knows; empty: it is none.
    static QStringList values(const Shape& shape, int operatorMinor);

private:
    void readFlink(const QString& line);
    void readCore(const QString& line);

    QHash<QString, QList<Field>> m_types;
    QHash<QString, QStringList> m_required;
};

/// The one of these that is written most like it; empty: none is near.
QString nearestOf(const QString& word, const QStringList& words);

} // namespace manifest
