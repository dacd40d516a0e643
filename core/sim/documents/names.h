#pragma once

#include <QString>
#include <QStringList>

/// What names may look like, with the words of the API server for those that do not. An empty answer: nothing is wrong.
namespace sim::documents {

QStringList subdomainErrors(const QString& name);
QStringList labelErrors(const QString& name);
/// Names of services: they start with a letter.
QStringList serviceNameErrors(const QString& name);
/// Names that stand in paths and are otherwise free: roles and their bindings.
QStringList pathSegmentErrors(const QString& name);
/// Keys of labels and annotations, names of finalizers: example.com/MyName
QStringList qualifiedNameErrors(const QString& name);
QStringList labelValueErrors(const QString& value);
QStringList configKeyErrors(const QString& key);
/// Names of ports, for numbers see portErrors.
QStringList portNameErrors(const QString& name);

} // namespace sim::documents
