#include "core/secrets/keychain.h"
#include "core/secrets/secretstore.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace secrets {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(secrets::Text)
};

using base::Error;
using base::Result;

constexpr auto patience = 10s;
const auto service = "Drey";

Error errorOf(const QKeychain::Job& job)
{
    return {Error::Kind::Configuration, Text::tr("The keychain cannot be used: %1").arg(job.errorString()),
            u"QtKeychain %1"_s.arg(static_cast<int>(job.error()))};
}

/// One question to the keychain. Ends when it is answered, when the patience is over or when nobody waits any more; the
/// job itself cannot be stopped and ends on its own.
class Question : public QObject
{
public:
    /// What was found, or nothing: there is no such entry.
    using Found = std::optional<QByteArray>;
    using Done = std::function<void(const Result<Found>&)>;

    Question(QKeychain::Job* job, QObject* context, Done done)
        : QObject(context)
        , m_done(std::move(done))
    {
        job->setInsecureFallback(false);
        connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job* finished) { judge(*finished); });
        QTimer::singleShot(patience, this, [this] {
            end(Error{Error::Kind::Timeout,
                      Text::tr("The keychain gave no answer within %1 s. It may be waiting to be unlocked.")
                          .arg(patience.count())});
        });
        job->start();
    }

private:
    /// "Not found" is believed only of a keychain that has something to look into.
    void judge(const QKeychain::Job& job)
    {
        if (job.error() == QKeychain::NoError) {
            const auto* reading = qobject_cast<const QKeychain::ReadPasswordJob*>(&job);
            end(Found(reading ? reading->binaryData() : QByteArray()));
        } else if (job.error() != QKeychain::EntryNotFound) {
            end(errorOf(job));
        } else {
            examineKeychain(this, [this](const std::optional<Error>& problem) {
                if (problem)
                    end(*problem);
                else
                    end(Found());
            });
        }
    }

    void end(const Result<Found>& result)
    {
        if (m_ended)
            return;
        m_ended = true;
        deleteLater();
        m_done(result);
    }

    Done m_done;
    bool m_ended = false;
};

class KeychainSecretStore : public SecretStore
{
public:
    void examine(QObject* context, ExamineDone done) override { examineKeychain(context, std::move(done)); }

    void read(const QString& key, QObject* context, ReadDone done) override
    {
        if (m_session->value(key))
            return m_session->read(key, context, std::move(done));
        askIfThereIsOne(context, done, [key, context, done] {
            auto* job = new QKeychain::ReadPasswordJob(QLatin1StringView(service));
            job->setKey(key);
            new Question(job, context, done);
        });
    }

    void write(const QString& key, const QByteArray& secret, QObject* context, WriteDone done) override
    {
        const auto keepForSession = [session = m_session, key, secret, done](const Error& why) {
            session->setValue(key, secret);
            done(Kept{Kept::Place::ThisSession, why.message});
        };
        const auto keep = [session = m_session, key, secret, context, done, keepForSession] {
            auto* job = new QKeychain::WritePasswordJob(QLatin1StringView(service));
            job->setKey(key);
            job->setBinaryData(secret);
            new Question(job, context, [session, key, done, keepForSession](const Result<Question::Found>& result) {
                if (!result)
                    return keepForSession(result.error());
                session->drop(key);
                done(Kept{Kept::Place::Keychain, {}});
            });
        };
        askIfThereIsOne(context, keepForSession, keep);
    }

    void remove(const QString& key, QObject* context, RemoveDone done) override
    {
        m_session->drop(key);
        askIfThereIsOne(context, done, [key, context, done] {
            auto* job = new QKeychain::DeletePasswordJob(QLatin1StringView(service));
            job->setKey(key);
            new Question(job, context, [done](const Result<Question::Found>& result) {
                if (result)
                    done(base::Ok{});
                else
                    done(result.error());
            });
        });
    }

private:
    template <typename Refuse>
    static void askIfThereIsOne(QObject* context, Refuse refuse, std::function<void()> ask)
    {
        examineKeychain(context, [refuse, ask = std::move(ask)](const std::optional<Error>& problem) {
            if (problem)
                refuse(*problem);
            else
                ask();
        });
    }

    std::shared_ptr<MemorySecretStore> m_session = std::make_shared<MemorySecretStore>();
};

} // namespace

std::unique_ptr<SecretStore> keychainStore()
{
    return std::make_unique<KeychainSecretStore>();
}

} // namespace secrets
