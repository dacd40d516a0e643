#pragma once

#include "core/base/result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslKey>

namespace kube {

/// A client certificate with its intermediates, and the key that belongs to it.
struct KeyPair
{
    QList<QSslCertificate> chain;
    QSslKey key;

    bool isNull() const { return chain.isEmpty(); }
};

/// The certificates of a PEM text; an empty text is an empty list, which trusts nothing. `source` names it in errors.
base::Result<QList<QSslCertificate>> readAuthorities(const QByteArray& pem, const QString& source);

/// RSA (PKCS#1, PKCS#8) and elliptic curve keys (SEC1, PKCS#8), not encrypted; other types are named in the error.
base::Result<KeyPair> readKeyPair(const QByteArray& certificatePem, const QByteArray& keyPem, const QString& source);

} // namespace kube
