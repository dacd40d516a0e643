#include "ui/shell/address.h"

#include <QStringList>
#include <QUrl>

namespace shell {

using namespace Qt::StringLiterals;

namespace {

QString encoded(const QString& part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part, ":"));
}

QString decoded(const QString& part)
{
    return QUrl::fromPercentEncoding(part.toUtf8());
}

} // namespace

QString Address::text() const
{
    switch (place) {
    case Place::Welcome:
        return u"drey://welcome"_s;
    case Place::Connections:
        return u"drey://connections"_s;
    case Place::Fleet:
        return u"drey://fleet"_s;
    case Place::Deployment:
        return u"drey://deployment/%1/%2/%3"_s.arg(encoded(connection), encoded(object.nameSpace),
                                                   encoded(object.name));
    case Place::Plan:
        return u"drey://plan/%1/%2/%3/%4"_s.arg(encoded(connection), encoded(object.nameSpace), encoded(object.name),
                                                encoded(verb)) +
               (kind.isEmpty() ? QString() : u'/' + encoded(kind));
    case Place::Batch:
        return u"drey://batch/%1"_s.arg(encoded(verb));
    case Place::History:
        return u"drey://operations"_s;
    case Place::Practice:
        return u"drey://practice"_s;
    case Place::Manifest:
        return u"drey://manifest/%1"_s.arg(encoded(file));
    case Place::Snapshot:
        return u"drey://snapshot/%1"_s.arg(encoded(file));
    case Place::Endpoint:
        return u"drey://endpoint/%1"_s.arg(encoded(connection));
    }
    return {};
}

std::optional<Address> Address::parse(const QString& text)
{
    constexpr QStringView scheme = u"drey://";
    if (!text.startsWith(scheme))
        return std::nullopt;
    const QStringList parts = text.mid(scheme.size()).split(u'/');
    const QString& place = parts.constFirst();
    if (place == u"welcome" && parts.size() == 1)
        return Address{Place::Welcome, {}, {}};
    if (place == u"connections" && parts.size() == 1)
        return Address{Place::Connections, {}, {}};
    if (place == u"fleet" && parts.size() == 1)
        return Address{Place::Fleet, {}, {}};
    if (place == u"practice" && parts.size() == 1)
        return Address{Place::Practice, {}, {}};
    if (place == u"operations" && parts.size() == 1)
        return Address{Place::History, {}, {}};
    if (place == u"batch" && parts.size() == 2 && !parts.at(1).isEmpty())
        return Address{Place::Batch, {}, {}, {}, decoded(parts.at(1))};
    // Without Kubernetes there is no namespace.
    if (place == u"plan" && (parts.size() == 5 || parts.size() == 6) && !parts.at(1).isEmpty() &&
        !parts.at(3).isEmpty() && !parts.at(4).isEmpty() && parts.at(2).isEmpty() == (parts.value(5) == u"Job"))
        return Address{Place::Plan, decoded(parts.at(1)), {decoded(parts.at(2)), decoded(parts.at(3))},
                       {},          decoded(parts.at(4)), decoded(parts.value(5))};
    if (place == u"deployment" && parts.size() == 4 && !parts.contains(QString()))
        return Address{Place::Deployment, decoded(parts.at(1)), {decoded(parts.at(2)), decoded(parts.at(3))}};
    if (place == u"manifest" && parts.size() == 2 && !parts.at(1).isEmpty())
        return Address{Place::Manifest, {}, {}, decoded(parts.at(1))};
    if (place == u"snapshot" && parts.size() == 2 && decoded(parts.at(1)).startsWith(u'/'))
        return Address{Place::Snapshot, {}, {}, decoded(parts.at(1))};
    if (place == u"endpoint" && parts.size() == 2 && !parts.at(1).isEmpty())
        return Address{Place::Endpoint, decoded(parts.at(1)), {}};
    return std::nullopt;
}

} // namespace shell
