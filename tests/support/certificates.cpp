#include "tests/support/certificates.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace support {

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
}

} // namespace

QSslConfiguration Identity::serverTls() const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(certificate);
    tls.setPrivateKey(key);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

Authority::Authority(const QString& name)
    : m_folder(std::make_unique<QTemporaryDir>())
{
    m_usable = makeKey(u"ca"_s, 0) && run({u"req"_s, u"-x509"_s, u"-new"_s, u"-key"_s, file(u"ca.key"_s), u"-subj"_s,
                                           u"/CN="_s + name, u"-days"_s, u"20000"_s, u"-addext"_s,
                                           u"keyUsage=critical,keyCertSign,cRLSign"_s, u"-out"_s, file(u"ca.pem"_s)});
}

Authority::~Authority() = default;

bool Authority::isUsable() const
{
    return m_usable;
}

QSslCertificate Authority::certificate() const
{
    return QSslCertificate(pem());
}

QByteArray Authority::pem() const
{
    return contentOf(file(u"ca.pem"_s));
}

bool Authority::makeKey(const QString& name, int rsaBits) const
{
    QStringList arguments{u"genpkey"_s, u"-out"_s, file(name + u".key"_s), u"-algorithm"_s};
    if (rsaBits > 0)
        arguments << u"RSA"_s << u"-pkeyopt"_s << u"rsa_keygen_bits:%1"_s.arg(rsaBits);
    else
        arguments << u"EC"_s << u"-pkeyopt"_s << u"ec_paramgen_curve:P-256"_s;
    return run(arguments);
}

Identity Authority::issue(const CertificateContent& content) const
{
    const QString name = u"leaf%1"_s.arg(++m_count);
    writeConfiguration(content);
    const bool made =
        makeKey(name, content.rsaBits) &&
        run({u"req"_s, u"-new"_s, u"-key"_s, file(name + u".key"_s), u"-subj"_s, u"/CN="_s + content.commonName,
             u"-out"_s, file(name + u".csr"_s)}) &&
        run({u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, file(u"ca.cnf"_s), u"-in"_s, file(name + u".csr"_s),
             u"-cert"_s, file(u"ca.pem"_s), u"-keyfile"_s, file(u"ca.key"_s), u"-out"_s, file(name + u".pem"_s),
             u"-startdate"_s, content.from, u"-enddate"_s, content.to});
    return made ? read(name) : Identity();
}

Identity Authority::selfSigned(const CertificateContent& content) const
{
    const QString name = u"self%1"_s.arg(++m_count);
    QStringList arguments{u"req"_s,
                          u"-x509"_s,
                          u"-new"_s,
                          u"-key"_s,
                          file(name + u".key"_s),
                          u"-subj"_s,
                          u"/CN="_s + content.commonName,
                          u"-days"_s,
                          u"20000"_s,
                          u"-out"_s,
                          file(name + u".pem"_s)};
    if (!content.alternativeNames.isEmpty())
        arguments << u"-addext"_s << u"subjectAltName="_s + content.alternativeNames;
    const bool made = makeKey(name, content.rsaBits) && run(arguments);
    return made ? read(name) : Identity();
}

void Authority::writeConfiguration(const CertificateContent& content) const
{
    write(file(u"index.txt"_s), {});
    QByteArray text = "[ca]\ndefault_ca=here\n[here]\ndatabase=" + file(u"index.txt"_s).toUtf8() +
                      "\nrand_serial=yes\nnew_certs_dir=" + m_folder->path().toUtf8() +
                      "\ndefault_md=sha256\npolicy=any\nunique_subject=no\nx509_extensions=leaf\n"
                      "[any]\ncommonName=supplied\n[leaf]\nbasicConstraints=CA:FALSE\n";
    if (!content.alternativeNames.isEmpty())
        text += "subjectAltName=" + content.alternativeNames.toUtf8() + "\n";
    write(file(u"ca.cnf"_s), text);
}

Identity Authority::read(const QString& name) const
{
    Identity identity;
    identity.certificatePem = contentOf(file(name + u".pem"_s));
    identity.keyPem = contentOf(file(name + u".key"_s));
    identity.certificate = QSslCertificate(identity.certificatePem);
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        if (identity.key.isNull())
            identity.key = QSslKey(identity.keyPem, algorithm);
    }
    return identity;
}

QString Authority::file(const QString& name) const
{
    return m_folder->filePath(name);
}

bool Authority::run(const QStringList& arguments) const
{
    QProcess process;
    process.start(u"openssl"_s, arguments);
    return process.waitForFinished(20'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace support
