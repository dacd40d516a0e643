#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

namespace sim {

/// A certificate with its key, both PEM. The keys are elliptic (P-256): made in a millisecond.
struct Identity
{
    QByteArray certificate;
    QByteArray key;
};

/// From when until when a certificate is good, in real time: clients compare with their own clock.
struct Validity
{
    std::chrono::system_clock::time_point from;
    std::chrono::system_clock::time_point until;

    /// From an hour ago, for a year.
    static Validity usual();
};

/// The certificate authority of one practice cluster; made anew at each start, its key is in memory only.
class Authority
{
public:
    Authority();
    ~Authority();
    Authority(const Authority&) = delete;
    Authority& operator=(const Authority&) = delete;

    /// PEM, for kubeconfigs.
    QByteArray certificate() const;
    /// For 127.0.0.1, localhost and the names an API server has inside a cluster.
    Identity server(const Validity& validity = Validity::usual()) const;

private:
    struct Keys;
    std::unique_ptr<Keys> m_keys;
};

} // namespace sim
