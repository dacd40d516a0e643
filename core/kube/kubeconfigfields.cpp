#include "core/kube/kubeconfigfields.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace kube {

QString pathBeside(const QString& file, const QString& path)
{
    if (path.isEmpty() || QDir::isAbsolutePath(path))
        return path;
    return QDir::cleanPath(QFileInfo(file).absolutePath() + u'/' + path);
}

Fields::Fields(QJsonObject object, QString file, QList<Problem>& problems)
    : m_object(std::move(object))
    , m_file(std::move(file))
    , m_problems(problems)
{
}

void Fields::complain(const QString& message) const
{
    m_problems.append({Problem::Severity::Error, message});
}

QString Fields::text(const QString& key) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isArray() || value.isObject())
        complain(tr("\"%1\" must be a text, but it is a list or a map.").arg(key));
    return value.toString();
}

bool Fields::isTrue(const QString& key) const
{
    const QString value = text(key);
    if (!value.isEmpty() && value != u"true" && value != u"false")
        complain(tr("\"%1\" must be true or false.").arg(key));
    return value == u"true";
}

QByteArray Fields::base64(const QString& key) const
{
    QByteArray encoded = text(key).toUtf8();
    encoded.replace('\n', "").replace('\r', "").replace(' ', "").replace('\t', "");
    if (encoded.isEmpty())
        return {};
    const auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || encoded.size() % 4 != 0) {
        complain(tr("\"%1\" is not valid base64.").arg(key));
        return {};
    }
    return *decoded;
}

QString Fields::path(const QString& key) const
{
    return pathBeside(m_file, text(key));
}

QStringList Fields::textsOf(const QJsonValue& value, const QString& key) const
{
    QStringList texts;
    if (!value.isNull() && !value.isUndefined() && !value.isArray())
        complain(tr("\"%1\" must be a list.").arg(key));
    const QJsonArray items = value.toArray();
    for (const QJsonValue& item : items) {
        if (!item.isString() && !item.isNull())
            complain(tr("\"%1\" must be a list of texts.").arg(key));
        texts.append(item.toString());
    }
    return texts;
}

QStringList Fields::texts(const QString& key) const
{
    return textsOf(m_object.value(key), key);
}

QMap<QString, QString> Fields::textMap(const QString& key) const
{
    QMap<QString, QString> map;
    const QJsonObject from = object(key).value_or(QJsonObject());
    const Fields inner(from, m_file, m_problems);
    for (auto it = from.begin(); it != from.end(); ++it)
        map.insert(it.key(), inner.text(it.key()));
    return map;
}

QMap<QString, QStringList> Fields::textListMap(const QString& key) const
{
    QMap<QString, QStringList> map;
    const QJsonObject from = object(key).value_or(QJsonObject());
    for (auto it = from.begin(); it != from.end(); ++it)
        map.insert(it.key(), textsOf(it.value(), key));
    return map;
}

QList<QJsonObject> Fields::objects(const QString& key) const
{
    const QJsonValue value = m_object.value(key);
    if (!value.isNull() && !value.isUndefined() && !value.isArray())
        complain(tr("\"%1\" must be a list.").arg(key));
    QList<QJsonObject> objects;
    const QJsonArray items = value.toArray();
    for (const QJsonValue& item : items) {
        if (item.isObject())
            objects.append(item.toObject());
        else if (!item.isNull())
            complain(tr("\"%1\" holds something that is not an entry.").arg(key));
    }
    return objects;
}

std::optional<QJsonObject> Fields::object(const QString& key) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isObject())
        return value.toObject();
    // An empty scalar is how YAML writes "nothing here".
    if (!value.isNull() && !value.isUndefined())
        complain(tr("\"%1\" must be a map.").arg(key));
    return std::nullopt;
}

} // namespace kube
