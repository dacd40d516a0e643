#include "ui/connections/authwords.h"

#include "core/base/visibletext.h"

#include <QCoreApplication>

namespace connections {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(connections::Text)
};

QString wordOf(const QString& kind)
{
    if (kind == u"clientCertificate")
        return Text::tr("client certificate");
    if (kind == u"token")
        return Text::tr("token");
    if (kind == u"tokenFile")
        return Text::tr("token from a file");
    if (kind == u"basic")
        return Text::tr("user name and password");
    if (kind == u"exec")
        return Text::tr("a program");
    if (kind == u"oidc")
        return Text::tr("OpenID Connect");
    if (kind == u"none")
        return Text::tr("none");
    return kind;
}

} // namespace

QString authenticationText(const QStringList& kinds)
{
    QStringList words;
    for (const QString& kind : kinds)
        words.append(wordOf(kind));
    return words.join(u", "_s);
}

QString headerText(const QString& headerName)
{
    return headerName.isEmpty() ? Text::tr("none")
                                : Text::tr("request header %1").arg(base::visibleText(headerName, 128));
}

} // namespace connections
