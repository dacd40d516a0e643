#include "core/sim/api/certificates.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace sim {

namespace {

template <auto Free>
struct Freeing
{
    template <typename T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freeing<X509_free>>;
using Memory = std::unique_ptr<BIO, Freeing<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freeing<X509_EXTENSION_free>>;

/// OpenSSL fails here only when the machine is out of memory or the library is broken.
template <typename T>
T demand(T result)
{
    if (!result)
        qFatal("OpenSSL cannot make a certificate");
    return result;
}

Key newKey()
{
    return Key(demand(EVP_EC_gen("P-256")));
}

QByteArray textOf(BIO* memory)
{
    char* start = nullptr;
    const auto size = BIO_get_mem_data(memory, &start);
    return QByteArray(start, size);
}

QByteArray pemOf(X509* certificate)
{
    const Memory memory(demand(BIO_new(BIO_s_mem())));
    demand(PEM_write_bio_X509(memory.get(), certificate));
    return textOf(memory.get());
}

QByteArray pemOf(EVP_PKEY* key)
{
    const Memory memory(demand(BIO_new(BIO_s_mem())));
    demand(PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr));
    return textOf(memory.get());
}

void setTime(ASN1_TIME* field, std::chrono::system_clock::time_point moment)
{
    demand(ASN1_TIME_set(field, std::chrono::system_clock::to_time_t(moment)));
}

void extend(X509* certificate, X509* issuer, int kind, const char* value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(demand(X509V3_EXT_conf_nid(nullptr, &context, kind, value)));
    demand(X509_add_ext(certificate, extension.get(), -1));
}

/// A certificate without extensions and signature; a random serial number tells two starts apart.
Certificate blank(const char* commonName, EVP_PKEY* key, const Validity& validity)
{
    Certificate certificate(demand(X509_new()));
    demand(X509_set_version(certificate.get(), X509_VERSION_3));
    std::uint64_t serial = 0;
    demand(RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial));
    demand(ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial >> 1));
    setTime(X509_getm_notBefore(certificate.get()), validity.from);
    setTime(X509_getm_notAfter(certificate.get()), validity.until);
    demand(X509_set_pubkey(certificate.get(), key));
    demand(X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(commonName), -1, -1, 0));
    return certificate;
}

} // namespace

struct Authority::Keys
{
    Key key;
    Certificate certificate;
};

Validity Validity::usual()
{
    using namespace std::chrono_literals;
    const auto now = std::chrono::system_clock::now();
    return {now - 1h, now + 365 * 24h};
}

Authority::Authority()
    : m_keys(std::make_unique<Keys>())
{
    auto key = newKey();
    auto certificate = blank("practice-cluster-ca", key.get(), Validity::usual());
    demand(X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get())));
    extend(certificate.get(), certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    extend(certificate.get(), certificate.get(), NID_key_usage, "critical,digitalSignature,keyCertSign,cRLSign");
    extend(certificate.get(), certificate.get(), NID_subject_key_identifier, "hash");
    demand(X509_sign(certificate.get(), key.get(), EVP_sha256()));
    *m_keys = {std::move(key), std::move(certificate)};
}

Authority::~Authority() = default;

QByteArray Authority::certificate() const
{
    return pemOf(m_keys->certificate.get());
}

Identity Authority::server(const Validity& validity) const
{
    const auto key = newKey();
    const auto certificate = blank("kube-apiserver", key.get(), validity);
    auto* issuer = m_keys->certificate.get();
    demand(X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer)));
    extend(certificate.get(), issuer, NID_key_usage, "critical,digitalSignature");
    extend(certificate.get(), issuer, NID_ext_key_usage, "serverAuth");
    extend(certificate.get(), issuer, NID_authority_key_identifier, "keyid");
    extend(certificate.get(), issuer, NID_subject_alt_name,
           "IP:127.0.0.1,DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc");
    demand(X509_sign(certificate.get(), m_keys->key.get(), EVP_sha256()));
    return {pemOf(certificate.get()), pemOf(key.get())};
}

} // namespace sim
