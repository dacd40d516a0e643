#include "core/kube/certificates.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

using base::Error;

Error unusable(const QString& message)
{
    return {Error::Kind::Configuration, message};
}

/// Object identifiers of key types that OpenSSL knows but Qt does not load, as they stand in a PKCS#8 key (RFC 8410).
QString foreignKeyType(const QByteArray& der)
{
    const QByteArray start = der.left(32);
    if (start.contains("\x06\x03\x2b\x65\x70"))
        return u"Ed25519"_s;
    if (start.contains("\x06\x03\x2b\x65\x71"))
        return u"Ed448"_s;
    if (start.contains("\x06\x03\x2b\x65\x6e"))
        return u"X25519"_s;
    return {};
}

QByteArray derOf(const QByteArray& pem, const QByteArray& label)
{
    const QByteArray begin = "-----BEGIN " + label + "-----";
    const qsizetype start = pem.indexOf(begin);
    const qsizetype end = pem.indexOf("-----END " + label + "-----", start);
    if (start < 0 || end < 0)
        return {};
    return QByteArray::fromBase64(pem.mid(start + begin.size(), end - start - begin.size()));
}

QString whyUnusable(const QByteArray& pem, const QString& source)
{
    if (pem.contains("BEGIN ENCRYPTED PRIVATE KEY") || pem.contains("Proc-Type: 4,ENCRYPTED"))
        return Text::tr("The client key of %1 is encrypted with a passphrase, which is not supported.").arg(source);
    if (pem.contains("BEGIN OPENSSH PRIVATE KEY"))
        return Text::tr("The client key of %1 is in the format of OpenSSH; a PEM key is needed.").arg(source);
    const QString type = foreignKeyType(derOf(pem, "PRIVATE KEY"));
    if (!type.isEmpty())
        return Text::tr("The client key of %1 has the unsupported key type %2. Use an RSA or an ECDSA key.")
            .arg(source, type);
    if (pem.contains("BEGIN DSA PRIVATE KEY"))
        return Text::tr("The client key of %1 has the unsupported key type %2. Use an RSA or an ECDSA key.")
            .arg(source, u"DSA"_s);
    return Text::tr("The client key of %1 is not a private key in PEM format.").arg(source);
}

} // namespace

base::Result<QList<QSslCertificate>> readAuthorities(const QByteArray& pem, const QString& source)
{
    if (pem.trimmed().isEmpty())
        return QList<QSslCertificate>();
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    if (certificates.isEmpty())
        return unusable(Text::tr("The certificate authority of %1 holds no certificate in PEM format.").arg(source));
    return certificates;
}

base::Result<KeyPair> readKeyPair(const QByteArray& certificatePem, const QByteArray& keyPem, const QString& source)
{
    KeyPair pair;
    pair.chain = QSslCertificate::fromData(certificatePem, QSsl::Pem);
    if (pair.chain.isEmpty())
        return unusable(Text::tr("The client certificate of %1 holds no certificate in PEM format.").arg(source));
    pair.key = QSslKey(keyPem, QSsl::Rsa);
    if (pair.key.isNull())
        pair.key = QSslKey(keyPem, QSsl::Ec);
    if (pair.key.isNull())
        return unusable(whyUnusable(keyPem, source));
    return pair;
}

} // namespace kube
