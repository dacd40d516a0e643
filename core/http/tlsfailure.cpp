#include "core/http/tlsfailure.h"

#include "core/base/visibletext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHostAddress>
#include <QSslKey>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace http {

/// The context of the texts below, always called by its whole name: in a function that returns a qualified type lupdate
/// would take it for another one.
struct TlsFailureText
{
    Q_DECLARE_TR_FUNCTIONS(http::TlsFailureText)
};

namespace {

bool isAnyOf(QSslError::SslError error, std::initializer_list<QSslError::SslError> all)
{
    return std::find(all.begin(), all.end(), error) != all.end();
}

std::optional<QSslError> firstOf(const QList<QSslError>& errors, std::initializer_list<QSslError::SslError> wanted)
{
    const auto found = std::find_if(errors.cbegin(), errors.cend(),
                                    [wanted](const QSslError& error) { return isAnyOf(error.error(), wanted); });
    return found == errors.cend() ? std::nullopt : std::optional(*found);
}

QString utc(const QDateTime& time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

QString skewHint(const Scene& scene)
{
    const QString now =
        http::TlsFailureText::tr("The clock of this computer says %1.").arg(utc(QDateTime::currentDateTimeUtc()));
    const qint64 seconds = scene.clockSkew.count();
    if (qAbs(seconds) <= 60)
        return now;
    return now + u' ' +
           http::TlsFailureText::tr("It differs from the server's by %n minute(s): set it right first.", nullptr,
                                    static_cast<int>(qAbs(seconds) / 60));
}

/// A name out of a certificate, which anybody can make.
QString shown(const QString& name)
{
    constexpr qsizetype longest = 512;
    return base::visibleText(name, longest);
}

QString expectedName(const Target& target)
{
    return target.trust.serverName.isEmpty() ? target.base.host() : target.trust.serverName;
}

/// What OpenSSL refuses without telling Qt why: keys below the strength that TLS libraries ask for today, and
/// signatures over digests that can be forged. Empty: neither.
QString weaknessOf(const QSslCertificate& certificate)
{
    const QSslKey key = certificate.publicKey();
    const bool isElliptic = key.algorithm() == QSsl::Ec;
    const int enough = isElliptic ? 224 : 2048;
    if (!key.isNull() && key.algorithm() != QSsl::Opaque && key.length() < enough)
        return http::TlsFailureText::tr("its key of %1 bits is too short").arg(key.length());
    const QString text = certificate.toText();
    for (const QStringView digest : {u"md5With", u"sha1With", u"ecdsa-with-SHA1"}) {
        if (text.contains(digest))
            return http::TlsFailureText::tr("its signature can be forged (MD5 or SHA-1)");
    }
    return {};
}

/// The clearest cause first: a certificate can have several faults.
QString certificateText(const QList<QSslError>& errors, const QSslCertificate& leaf, const Scene& scene)
{
    const QString place = placeOf(scene.target);
    const auto certificateOf = [&leaf](const QSslError& error) {
        return error.certificate().isNull() ? leaf : error.certificate();
    };
    if (const auto error = firstOf(errors, {QSslError::CertificateExpired}))
        return http::TlsFailureText::tr("The certificate of %1 expired on %2. %3")
            .arg(place, utc(certificateOf(*error).expiryDate()), skewHint(scene));
    if (const auto error = firstOf(errors, {QSslError::CertificateNotYetValid}))
        return http::TlsFailureText::tr("The certificate of %1 is valid only from %2. %3")
            .arg(place, utc(certificateOf(*error).effectiveDate()), skewHint(scene));
    if (firstOf(errors, {QSslError::SelfSignedCertificate}))
        return http::TlsFailureText::tr(
                   "The certificate of %1 is signed by itself, and it is not one of the trusted ones.")
            .arg(place);
    if (const auto error =
            firstOf(errors, {QSslError::SelfSignedCertificateInChain, QSslError::UnableToGetLocalIssuerCertificate,
                             QSslError::UnableToGetIssuerCertificate, QSslError::UnableToVerifyFirstCertificate,
                             QSslError::CertificateUntrusted})) {
        return http::TlsFailureText::tr("The certificate of %1 was issued by '%2', which is not a trusted authority.")
            .arg(place, shown(leaf.issuerDisplayName()));
    }
    if (firstOf(errors, {QSslError::HostNameMismatch}))
        return http::TlsFailureText::tr(
                   "The certificate of %1 is for %2, not for '%3'. If this is intended, set tls-server-name.")
            .arg(place, shown(namesIn(leaf).join(u", "_s)), expectedName(scene.target));
    if (firstOf(errors, {QSslError::CertificateRevoked}))
        return http::TlsFailureText::tr("The certificate of %1 has been revoked.").arg(place);
    for (const QSslError& error : errors) {
        const QSslCertificate weak = certificateOf(error);
        if (const QString weakness = weaknessOf(weak); !weakness.isEmpty())
            return http::TlsFailureText::tr("The certificate '%1' that %2 shows is too weak: %3. It must be made anew.")
                .arg(shown(weak.subjectDisplayName()), place, weakness);
    }
    return http::TlsFailureText::tr("The certificate of %1 is not acceptable: %2")
        .arg(place, errors.first().errorString());
}

bool matches(const QString& pattern, const QString& host)
{
    const bool isWild = pattern.startsWith(u"*.");
    return isWild ? host.section(u'.', 1) == pattern.mid(2) && !host.startsWith(u'.') : pattern == host;
}

bool isAlternativeName(const QString& host, const QSslCertificate& certificate)
{
    const auto names = certificate.subjectAlternativeNames();
    if (const QHostAddress address(host); !address.isNull()) {
        const QStringList all = names.values(QSsl::IpAddressEntry);
        return std::any_of(all.begin(), all.end(), [&address](const QString& each) {
            return QHostAddress(each).isEqual(address, QHostAddress::TolerantConversion);
        });
    }
    const QString wanted = QString::fromLatin1(QUrl::toAce(host)).toLower();
    const QStringList all = names.values(QSsl::DnsEntry);
    return std::any_of(all.begin(), all.end(),
                       [&wanted](const QString& each) { return matches(each.toLower(), wanted); });
}

/// For handshakes that ended before there was a certificate to judge, or after the other side judged ours.
QString handshakeText(const QString& words, const Scene& scene)
{
    const QString place = placeOf(scene.target);
    const auto says = [&words](std::initializer_list<QStringView> parts) {
        return std::any_of(parts.begin(), parts.end(),
                           [&words](QStringView part) { return words.contains(part, Qt::CaseInsensitive); });
    };
    if (says({u"wrong version number", u"packet length too long", u"http request"}))
        return http::TlsFailureText::tr("%1 does not speak TLS. Use http:// if that is meant, or another port.")
            .arg(place);
    if (says({u"unsupported protocol", u"protocol version"}))
        return http::TlsFailureText::tr("%1 speaks no version of TLS that is considered safe (1.2 or later).")
            .arg(place);
    if (says({u"certificate required", u"bad certificate", u"unknown ca", u"certificate unknown",
              u"certificate expired"}))
        return http::TlsFailureText::tr(
                   "%1 did not accept our client certificate, or asks for one that we do not have.")
            .arg(place);
    return http::TlsFailureText::tr("The secure connection to %1 could not be made.").arg(place);
}

} // namespace

std::optional<base::Error> nameFault(const QSslCertificate& certificate, const Scene& scene)
{
    if (scene.target.trust.verification == Trust::Verification::None || certificate.isNull() ||
        isAlternativeName(expectedName(scene.target), certificate))
        return {};
    base::Error fault =
        tlsFailure({QSslError(QSslError::HostNameMismatch, certificate)}, {certificate}, QString(), scene);
    if (certificate.subjectAlternativeNames().isEmpty())
        fault.message = http::TlsFailureText::tr(
                            "The certificate of %1 names '%2' as its common name only, which no longer counts. "
                            "It must be made anew, with that name among its alternative names.")
                            .arg(placeOf(scene.target), shown(namesIn(certificate).join(u", "_s))) +
                        u' ' + http::TlsFailureText::tr("SHA-256 fingerprint: %1").arg(fingerprintOf(certificate));
    return fault;
}

QString fingerprintOf(const QSslCertificate& certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

QStringList namesIn(const QSslCertificate& certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    std::sort(names.begin(), names.end());
    return names;
}

base::Error tlsFailure(const QList<QSslError>& errors, const QList<QSslCertificate>& chain, const QString& words,
                       const Scene& scene)
{
    base::Error result;
    result.kind = base::Error::Kind::Tls;
    if (errors.isEmpty()) {
        result.message = handshakeText(words, scene);
        result.detail = words;
        return result;
    }
    const QSslCertificate leaf = chain.isEmpty() ? errors.first().certificate() : chain.first();
    result.message = certificateText(errors, leaf, scene) + u' ' +
                     http::TlsFailureText::tr("SHA-256 fingerprint: %1").arg(fingerprintOf(leaf));
    QStringList lines;
    for (const QSslError& error : errors)
        lines += error.errorString();
    lines += u"subject: "_s + shown(leaf.subjectDisplayName());
    lines += u"issuer: "_s + shown(leaf.issuerDisplayName());
    lines += u"valid: %1 to %2"_s.arg(utc(leaf.effectiveDate()), utc(leaf.expiryDate()));
    result.detail = lines.join(u'\n');
    return result;
}

} // namespace http
