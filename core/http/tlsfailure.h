#pragma once

#include "core/base/error.h"
#include "core/http/failure.h"

#include <QSslCertificate>
#include <QSslError>

#include <optional>

namespace http {

/// Why the secure channel was not made: one text for each cause, with the names, dates and the fingerprint it is about.
/// `words` is what the TLS library said, for the causes that have no certificate.
base::Error tlsFailure(const QList<QSslError>& errors, const QList<QSslCertificate>& chain, const QString& words,
                       const Scene& scene);

/// Qt takes the common name of a certificate for a name of the server, which the rules of the web forbid since long, as
/// does kubectl. The Error for a certificate whose alternative names do not include the server; absent: they do, or the
/// target asks for no verification.
std::optional<base::Error> nameFault(const QSslCertificate& certificate, const Scene& scene);

/// "AB:CD:…", SHA-256.
QString fingerprintOf(const QSslCertificate& certificate);
/// All names a certificate vouches for; the common name only when it has no alternative names.
QStringList namesIn(const QSslCertificate& certificate);

} // namespace http
