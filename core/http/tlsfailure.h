#pragma once

#include "core/base/error.h"
#include "core/http/failure.h"

#include <QSslCertificate>
#include <QSslError>

namespace http {

/// Why the secure channel was not made: one text for each cause, with the names, dates and the fingerprint it is about.
/// `words` is what the TLS library said, for the causes that have no certificate.
base::Error tlsFailure(const QList<QSslError>& errors, const QList<QSslCertificate>& chain, const QString& words,
                       const Scene& scene);

/// "AB:CD:…", SHA-256.
QString fingerprintOf(const QSslCertificate& certificate);
/// All names a certificate vouches for; the common name only when it has no alternative names.
QStringList namesIn(const QSslCertificate& certificate);

} // namespace http
