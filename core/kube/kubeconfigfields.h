#pragma once

#include "core/kube/kubeconfig.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

namespace kube {

/// Reads the fields of one entry of a kubeconfig and gathers what is wrong with them. All scalars are text.
class Fields
{
    Q_DECLARE_TR_FUNCTIONS(kube::Fields)
public:
    Fields(QJsonObject object, QString file, QList<Problem>& problems);

    QString text(const QString& key) const;
    bool isTrue(const QString& key) const;       ///< only "true" and "false" are understood
    QByteArray base64(const QString& key) const; ///< line breaks inside are allowed
    QString path(const QString& key) const;      ///< absolute: relative ones belong to the folder of the file
    QStringList texts(const QString& key) const;
    QMap<QString, QString> textMap(const QString& key) const;
    QMap<QString, QStringList> textListMap(const QString& key) const;
    QList<QJsonObject> objects(const QString& key) const;
    std::optional<QJsonObject> object(const QString& key) const; ///< absent and null are nothing
    void complain(const QString& message) const;

private:
    QStringList textsOf(const QJsonValue& value, const QString& key) const;

    QJsonObject m_object;
    QString m_file;
    QList<Problem>& m_problems;
};

/// `path` as seen from the folder of `file`.
QString pathBeside(const QString& file, const QString& path);

} // namespace kube
