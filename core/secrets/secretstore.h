#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace secrets {

/// Where a secret was put.
struct Kept
{
    enum class Place {
        Keychain,
        ThisSession, ///< in memory only, and gone when the program ends; `reason` says why
    };

    Place place = Place::Keychain;
    QString reason; ///< translated
};

/// Keeps secrets by key, e.g. "endpoint:http://flink:8081". Nothing is ever written to a file in the clear.
/// Callbacks come once, from the event loop, never after the death of their context.
class SecretStore
{
public:
    using ReadDone = std::function<void(base::Result<std::optional<QByteArray>>)>;
    using WriteDone = std::function<void(base::Result<Kept>)>;
    using RemoveDone = std::function<void(base::Result<base::Ok>)>;

    using ExamineDone = std::function<void(std::optional<base::Error>)>;

    virtual ~SecretStore() = default;

    /// Why what is written now would be kept for this session only; empty: it would stay.
    virtual void examine(QObject* context, ExamineDone done) = 0;
    /// No value: nothing is kept under this key. An Error: it is not known, e.g. the keychain is locked.
    virtual void read(const QString& key, QObject* context, ReadDone done) = 0;
    virtual void write(const QString& key, const QByteArray& secret, QObject* context, WriteDone done) = 0;
    /// Removing what is not there is no error.
    virtual void remove(const QString& key, QObject* context, RemoveDone done) = 0;
};

/// Keeps secrets for as long as it lives.
class MemorySecretStore : public SecretStore
{
public:
    /// `reason` is told with each write.
    explicit MemorySecretStore(QString reason = {});

    void examine(QObject* context, ExamineDone done) override;
    void read(const QString& key, QObject* context, ReadDone done) override;
    void write(const QString& key, const QByteArray& secret, QObject* context, WriteDone done) override;
    void remove(const QString& key, QObject* context, RemoveDone done) override;

    std::optional<QByteArray> value(const QString& key) const;
    void setValue(const QString& key, const QByteArray& secret) { m_secrets.insert(key, secret); }
    void drop(const QString& key) { m_secrets.remove(key); }

private:
    QString m_reason;
    QHash<QString, QByteArray> m_secrets;
};

/// Keeps secrets in the user's keychain (Secret Service or KWallet); where there is none that answers, for this session
/// only. Each question is given up after 10 s: a keychain may wait for a password nobody is asked for.
std::unique_ptr<SecretStore> keychainStore();

} // namespace secrets
