#include "core/kube/serverurl.h"

#include "core/base/visibletext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

bool hasTlsField(const ClusterEntry& cluster)
{
    return cluster.insecureSkipTlsVerify || !cluster.tlsServerName.isEmpty() ||
           !cluster.certificateAuthority.isEmpty() || !cluster.certificateAuthorityData.isEmpty();
}

} // namespace

base::Result<QUrl> serverUrl(const ClusterEntry& cluster)
{
    QString text = cluster.server.trimmed();
    if (!text.contains(u"://"_s))
        text.prepend(hasTlsField(cluster) ? u"https://"_s : u"http://"_s);
    QUrl url(text, QUrl::StrictMode);
    const bool knownScheme = url.scheme() == u"https" || url.scheme() == u"http";
    const QString withoutUser = cluster.server.section(u'@', -1); // a password may stand there
    if (!url.isValid() || url.host().isEmpty() || !knownScheme) {
        return base::Error{base::Error::Kind::Configuration,
                           Text::tr("The server address \"%1\" of the cluster \"%2\" is not an http or https address.")
                               .arg(base::visibleText(withoutUser, 200), base::visibleText(cluster.name, 200))};
    }
    url.setUserInfo({});
    url.setQuery(QString());
    url.setFragment({});
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return url;
}

} // namespace kube
