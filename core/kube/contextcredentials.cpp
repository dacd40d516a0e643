#include "core/kube/contextcredentials.h"

#include "core/kube/certificates.h"
#include "core/kube/identity.h"
#include "core/kube/pluginquestion.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kube::Text)
};

using base::Error;
using base::Result;

constexpr auto longestTokenAge = 60s;
constexpr auto longestCertificateAge = 5min;

Error credentialsError(Error error)
{
    error.kind = Error::Kind::Credentials;
    return error;
}

std::optional<FileContent> fileUnlessData(const QString& path, const QByteArray& data, std::chrono::milliseconds age)
{
    if (path.isEmpty() || !data.isEmpty())
        return std::nullopt;
    return FileContent(path, age);
}

} // namespace

ContextCredentials::ContextCredentials(CredentialParts parts)
    : m_parts(std::move(parts))
{
    const UserEntry& user = m_parts.user;
    if (!user.tokenFile.isEmpty())
        m_tokenFile.emplace(user.tokenFile, longestTokenAge);
    m_certificateFile = fileUnlessData(user.clientCertificate, user.clientCertificateData, longestCertificateAge);
    m_keyFile = fileUnlessData(user.clientKey, user.clientKeyData, longestCertificateAge);
    m_authorityFile = fileUnlessData(m_parts.cluster.certificateAuthority, m_parts.cluster.certificateAuthorityData,
                                     longestCertificateAge);
    if (m_parts.concerns.isEmpty() && m_authorityFile) {
        // What the target was made from: only a change is told.
        if (const Result<QByteArray> first = m_authorityFile->read())
            m_lastAuthority = *first;
    }
    if (needsPlugin()) {
        // The policy is part of who may share a run.
        m_plugin = m_parts.plugins->plugin(pluginKey(m_parts), *user.exec, m_parts.times);
    }
}

ContextCredentials::~ContextCredentials() = default;

bool ContextCredentials::hasFixedIdentity() const
{
    const UserEntry& user = m_parts.user;
    return !user.token.isEmpty() || !user.tokenFile.isEmpty() || !user.username.isEmpty() || !user.password.isEmpty() ||
           !user.clientCertificate.isEmpty() || !user.clientCertificateData.isEmpty();
}

bool ContextCredentials::needsPlugin() const
{
    return m_parts.isSecure && m_parts.user.exec && !hasFixedIdentity();
}

void ContextCredentials::obtain(QObject* context, Done done)
{
    m_waiting.push_back({context, std::move(done)});
    if (!m_preparing)
        proceed();
}

void ContextCredentials::proceed()
{
    const bool mustAsk = !m_parts.concerns.isEmpty() && m_approved.isEmpty();
    if (!m_plugin) {
        if (mustAsk)
            askOrRun({});
        else
            answer(compose());
        return;
    }
    if (m_plugin->cached() && !m_approved.isEmpty()) {
        const bool refresh = m_plugin->wantsRefresh();
        answer(compose());
        if (refresh)
            prepareRun();
        return;
    }
    if (const auto failure = m_plugin->pausedBy())
        answer(*failure);
    else
        prepareRun();
}

void ContextCredentials::prepareRun()
{
    m_preparing = true;
    m_parts.searchPath->obtain(this, [this](const QString& searchPath) { askOrRun(searchPath); });
}

void ContextCredentials::askOrRun(const QString& searchPath)
{
    const PluginRun run = describePluginRun(m_parts, searchPath);
    if (const auto error = m_plugin ? pluginObstacle(m_parts, run) : std::nullopt) {
        m_plugin->fail(*error);
        fail(*error);
    } else if (run.fingerprint == m_approved) {
        runPlugin(run);
    } else if (run.fingerprint == m_denied || !m_parts.approval) {
        fail(pluginNotApproved(run));
    } else {
        ask(run);
    }
}

void ContextCredentials::ask(const PluginRun& run)
{
    m_preparing = true;
    m_parts.approval->ask(run, this, [this, run](bool approved) {
        (approved ? m_approved : m_denied) = run.fingerprint;
        if (!approved)
            fail(pluginNotApproved(run));
        else if (m_plugin && !m_plugin->cached())
            runPlugin(run);
        else
            answer(compose());
    });
}

void ContextCredentials::runPlugin(const PluginRun& run)
{
    m_plugin->run(run.resolvedCommand, pluginEnvironment(m_parts, run.searchPath), this,
                  [this](const Result<PluginCredential>& credential) {
                      if (credential)
                          answer(compose());
                      else
                          fail(credential.error());
                  });
}

/// A failed refresh in the background is no failure as long as the old credential holds.
void ContextCredentials::fail(const Error& error)
{
    const bool stillGood = m_plugin && !m_approved.isEmpty() && m_plugin->cached();
    answer(stillGood ? compose() : Result<Credential>(error));
}

void ContextCredentials::answer(const Result<Credential>& result)
{
    m_preparing = false;
    // Queued: nobody is called back from within his own call.
    for (Waiting& one : std::exchange(m_waiting, {})) {
        if (one.context)
            QMetaObject::invokeMethod(
                one.context, [done = std::move(one.done), result] { done(result); }, Qt::QueuedConnection);
    }
}

void ContextCredentials::reject(const http::Credential& credential)
{
    if (credential.generation != m_generation)
        return;
    for (std::optional<FileContent>* file : {&m_tokenFile, &m_certificateFile, &m_keyFile, &m_authorityFile}) {
        if (*file)
            (*file)->forget();
    }
    if (m_plugin)
        m_plugin->reject(m_pluginSerial);
}

Result<http::Credential> ContextCredentials::compose()
{
    Credential credential;
    Result<QList<http::Header>> headers = impersonationHeaders(m_parts.user);
    if (!headers)
        return headers.error();
    credential.headers = *std::move(headers);
    if (m_parts.isSecure) {
        addAuthorities(credential);
        if (auto error = addCertificate(credential))
            return *error;
        if (auto error = addAuthorization(credential))
            return *error;
        if (auto error = addPlugin(credential))
            return *error;
    }
    count(credential);
    return credential;
}

std::optional<Error> ContextCredentials::addCertificate(Credential& credential)
{
    const UserEntry& user = m_parts.user;
    if (user.clientCertificate.isEmpty() && user.clientCertificateData.isEmpty())
        return std::nullopt;
    const Result<QByteArray> certificate = m_certificateFile ? m_certificateFile->read() : user.clientCertificateData;
    const Result<QByteArray> key = m_keyFile ? m_keyFile->read() : user.clientKeyData;
    std::optional<Error> problem;
    if (!certificate || !key) {
        problem = certificate ? key.error() : certificate.error();
    } else if (const Result<KeyPair> pair =
                   readKeyPair(*certificate, *key, Text::tr("the user \"%1\"").arg(user.name))) {
        m_keyPair = *pair;
    } else {
        problem = pair.error();
    }
    // Half of a rotation: the pair that worked is better than none.
    if (m_keyPair.isNull() && problem)
        return credentialsError(*problem);
    credential.certificateChain = m_keyPair.chain;
    credential.privateKey = m_keyPair.key;
    return std::nullopt;
}

Result<QByteArray> ContextCredentials::tokenAuthorization()
{
    const UserEntry& user = m_parts.user;
    const QString source = Text::tr("the user \"%1\"").arg(user.name);
    if (m_tokenFile) {
        const Result<QByteArray> content = m_tokenFile->read();
        const Result<QByteArray> token = content ? headerToken(QString::fromUtf8(*content), m_tokenFile->path())
                                                 : Result<QByteArray>(content.error());
        if (token)
            m_token = *token;
        else if (m_token.isEmpty() && user.token.isEmpty())
            return credentialsError(token.error());
        if (!m_token.isEmpty())
            return "Bearer " + m_token;
    }
    const Result<QByteArray> token = headerToken(user.token, source);
    if (!token)
        return token.error();
    return "Bearer " + *token;
}

std::optional<Error> ContextCredentials::addAuthorization(Credential& credential)
{
    const UserEntry& user = m_parts.user;
    if (!user.token.isEmpty() || m_tokenFile) {
        const Result<QByteArray> token = tokenAuthorization();
        if (!token)
            return token.error();
        credential.authorization = *token;
    } else if (!user.username.isEmpty() || !user.password.isEmpty()) {
        credential.authorization = "Basic " + (user.username + u':' + user.password).toUtf8().toBase64();
    } else if (user.authProvider) {
        const Result<QByteArray> token = oidcAuthorization(*user.authProvider);
        if (!token)
            return token.error();
        credential.authorization = *token;
    }
    return std::nullopt;
}

std::optional<Error> ContextCredentials::addPlugin(Credential& credential)
{
    if (!m_plugin)
        return std::nullopt;
    const auto cached = m_plugin->cached();
    if (!cached)
        return Error{Error::Kind::Credentials,
                     Text::tr("The credential of the plugin expired before it could be used.")};
    if (!cached->token.isEmpty())
        credential.authorization = "Bearer " + cached->token;
    if (!cached->keyPair.isNull()) {
        credential.certificateChain = cached->keyPair.chain;
        credential.privateKey = cached->keyPair.key;
    }
    if (m_plugin->cameExpired())
        credential.warning =
            Text::tr("The credential plugin returned a credential that had already expired. Check the clock.");
    return std::nullopt;
}

/// Tells new roots only when the file changed; one that cannot be read or understood changes nothing.
void ContextCredentials::addAuthorities(Credential& credential)
{
    if (m_authorityFile) {
        const Result<QByteArray> now = m_authorityFile->read();
        const bool isNew = now && (*now != m_lastAuthority || (!m_parts.concerns.isEmpty() && !m_authorities));
        if (isNew) {
            if (const auto roots = readAuthorities(*now, m_authorityFile->path())) {
                m_lastAuthority = *now;
                m_authorities = *roots;
            }
        }
    }
    credential.authorities = m_authorities;
}

void ContextCredentials::count(Credential& credential)
{
    Identity now{credential.authorization, credential.certificateChain, credential.privateKey, credential.authorities};
    if (m_generation == 0 || !(now == m_identity)) {
        ++m_generation;
        m_identity = std::move(now);
    }
    m_pluginSerial = m_plugin ? m_plugin->serial() : 0;
    credential.generation = m_generation;
}

} // namespace kube
