#include "core/secrets/keychain.h"
#include "core/secrets/secretstore.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QPointer>
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
    using Done = std::function<void(const Result<QKeychain::Job*>&)>;

    Question(QKeychain::Job* job, QObject* context, Done done)
        : QObject(context)
        , m_done(std::move(done))
    {
        job->setInsecureFallback(false);
        connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job* finished) { end(judged(finished)); });
        QTimer::singleShot(patience, this, [this] {
            end(Error{Error::Kind::Timeout,
                      Text::tr("The keychain gave no answer within %1 s. It may be waiting to be unlocked.")
                          .arg(patience.count())});
        });
        job->start();
    }

private:
    /// "Not found" is believed only of a keychain that has something to look into.
    static Result<QKeychain::Job*> judged(QKeychain::Job* job)
    {
        if (job->error() == QKeychain::NoError)
            return job;
        if (job->error() != QKeychain::EntryNotFound)
            return errorOf(*job);
        if (const auto problem = keychainProblem())
            return *problem;
        return job;
    }

    void end(const Result<QKeychain::Job*>& result)
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
    void read(const QString& key, QObject* context, ReadDone done) override
    {
        const auto kept = m_session->value(key);
        if (kept || refuses(context, done)) {
            if (kept)
                m_session->read(key, context, std::move(done));
            return;
        }
        auto* job = new QKeychain::ReadPasswordJob(QLatin1StringView(service));
        job->setKey(key);
        new Question(job, context, [job, done = std::move(done)](const Result<QKeychain::Job*>& result) {
            if (!result)
                done(result.error());
            else if (job->error() == QKeychain::EntryNotFound)
                done(std::optional<QByteArray>());
            else
                done(std::optional(job->binaryData()));
        });
    }

    void write(const QString& key, const QByteArray& secret, QObject* context, WriteDone done) override
    {
        if (const auto problem = keychainProblem()) {
            keepForSession(key, secret, problem->message, context, std::move(done));
            return;
        }
        auto* job = new QKeychain::WritePasswordJob(QLatin1StringView(service));
        job->setKey(key);
        job->setBinaryData(secret);
        new Question(job, context,
                     [session = m_session, key, secret, done = std::move(done)](const Result<QKeychain::Job*>& result) {
                         if (!result) {
                             session->setValue(key, secret);
                             done(Kept{Kept::Place::ThisSession, result.error().message});
                             return;
                         }
                         session->drop(key);
                         done(Kept{Kept::Place::Keychain, {}});
                     });
    }

    void remove(const QString& key, QObject* context, RemoveDone done) override
    {
        m_session->drop(key);
        if (refuses(context, done))
            return;
        auto* job = new QKeychain::DeletePasswordJob(QLatin1StringView(service));
        job->setKey(key);
        new Question(job, context, [done = std::move(done)](const Result<QKeychain::Job*>& result) {
            if (result)
                done(base::Ok{});
            else
                done(result.error());
        });
    }

private:
    /// Tells the problem of the keychain, if it has one.
    template <typename Done>
    static bool refuses(QObject* context, const Done& done)
    {
        const auto problem = keychainProblem();
        if (problem)
            QMetaObject::invokeMethod(
                context, [done, error = *problem] { done(error); }, Qt::QueuedConnection);
        return problem.has_value();
    }

    void keepForSession(const QString& key, const QByteArray& secret, const QString& why, QObject* context,
                        WriteDone done)
    {
        m_session->setValue(key, secret);
        const Kept kept{Kept::Place::ThisSession, why};
        QMetaObject::invokeMethod(
            context, [done = std::move(done), kept] { done(kept); }, Qt::QueuedConnection);
    }

    std::shared_ptr<MemorySecretStore> m_session = std::make_shared<MemorySecretStore>();
};

} // namespace

std::unique_ptr<SecretStore> keychainStore()
{
    return std::make_unique<KeychainSecretStore>();
}

} // namespace secrets
