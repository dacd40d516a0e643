#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>

#include <memory>

namespace support {

/// A certificate with its key, as a server or a client shows it.
struct Identity
{
    QSslCertificate certificate;
    QSslKey key;
    QByteArray certificatePem, keyPem;

    /// For ByteServer::useTls().
    QSslConfiguration serverTls() const;
};

/// What is in a certificate. Times as openssl writes them: YYYYMMDDhhmmssZ.
struct CertificateContent
{
    QString commonName = QStringLiteral("localhost");
    QString alternativeNames = QStringLiteral("DNS:localhost,IP:127.0.0.1"); ///< empty: none
    QString from = QStringLiteral("20200101000000Z");
    QString to = QStringLiteral("20991231235959Z");
    int rsaBits = 0; ///< 0: an elliptic key
};

/// A certificate authority for one test, made with the openssl program in a folder of its own.
class Authority
{
public:
    explicit Authority(const QString& name = QStringLiteral("Test Authority"));
    ~Authority();

    bool isUsable() const; ///< false: no openssl, or it failed; the test cannot run
    QSslCertificate certificate() const;
    QByteArray pem() const;

    Identity issue(const CertificateContent& content = {}) const;
    /// Signed by its own key.
    Identity selfSigned(const CertificateContent& content = {}) const;

private:
    bool run(const QStringList& arguments) const;
    QString file(const QString& name) const;
    void writeConfiguration(const CertificateContent& content) const;
    bool makeKey(const QString& name, int rsaBits) const;
    Identity read(const QString& name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    mutable int m_count = 0;
    bool m_usable = false;
};

} // namespace support
