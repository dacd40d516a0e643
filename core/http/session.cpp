#include "core/http/session.h"

#include "core/http/proxy.h"
#include "core/http/warnings.h"

#include <QLocale>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace http {

namespace {

/// A server that warns in ever new words is not listened to for ever.
constexpr qsizetype mostWarnings = 64;

base::Result<Pool> newPool(const Target& target)
{
    auto made = connectionPool(target);
    if (!made)
        return made.error();
    // It may lose its last user inside a signal of one of its own replies.
    return Pool((*std::move(made)).release(), [](QNetworkAccessManager* pool) { pool->deleteLater(); });
}

} // namespace

Session::Session(Target where, std::shared_ptr<CredentialSource> credentials)
    : target(std::move(where))
    , gate(std::move(credentials))
{
}

base::Result<Pool> Session::sharedPool(const Credential& credential)
{
    const bool isSame = m_shownCertificates == credential.certificateChain && m_roots == credential.authorities;
    if (m_shared && isSame)
        return m_shared;
    const base::Result<Pool> made = newPool(target);
    if (made) {
        m_shared = *made;
        m_isHttp2 = false;
        m_lastTaken.invalidate();
        m_shownCertificates = credential.certificateChain;
        m_roots = credential.authorities;
    }
    return made;
}

void Session::present(const Credential& credential)
{
    const bool isOther = m_presented && *m_presented != credential.certificateChain;
    m_presented = credential.certificateChain;
    if (isOther)
        QMetaObject::invokeMethod(this, &Session::certificateReplaced, Qt::QueuedConnection);
}

bool Session::isPresented(const Credential& credential) const
{
    return !m_presented || *m_presented == credential.certificateChain;
}

base::Result<Pool> Session::ownPool() const
{
    return newPool(target);
}

void Session::retire(const Pool& pool)
{
    if (m_shared == pool)
        m_shared.reset();
}

void Session::distrust(const Pool& pool, const base::Error& error)
{
    retire(pool);
    emit distrusted(pool, error);
}

void Session::noteHttp2(const Pool& pool)
{
    if (pool == m_shared)
        m_isHttp2 = true;
}

void Session::noteTaken(const Pool& pool)
{
    if (pool == m_shared)
        m_lastTaken.start();
}

std::optional<std::chrono::milliseconds> Session::sinceTaken(const Pool& pool) const
{
    if (pool != m_shared || !m_lastTaken.isValid())
        return {};
    return std::chrono::milliseconds(m_lastTaken.elapsed());
}

void Session::reconnect()
{
    m_shared.reset();
    emit dropAll();
}

void Session::setLimits(const Limits& fresh)
{
    limits = fresh;
    m_interactive = Budget(limits.interactive);
    m_view = Budget(limits.view);
    m_background = Budget(limits.background);
    m_streams = Budget(limits.streams);
}

std::chrono::milliseconds Session::admit(Priority priority)
{
    switch (priority) {
    case Priority::Interactive:
        return m_interactive.take();
    case Priority::View:
        return m_view.take();
    case Priority::Background:
        return m_background.take();
    case Priority::Paging:
        return std::chrono::milliseconds(0);
    }
    Q_UNREACHABLE();
}

void Session::setTrust(const Trust& trust)
{
    target.trust = trust;
    m_shared.reset(); // its connections were judged by the old rules
}

Scene Session::scene() const
{
    const base::Result<QNetworkProxy> proxy = proxyFor(target);
    return {target, proxy ? *proxy : QNetworkProxy(QNetworkProxy::NoProxy), m_clockSkew};
}

void Session::learn(const Answer& answer, Effect effect)
{
    if (const QDateTime date = dateOf(answer); date.isValid())
        m_clockSkew = std::chrono::seconds(answer.receivedAt.secsTo(date));
    pass(warningsOf(answer), effect);
}

void Session::pass(const QStringList& warnings, Effect effect)
{
    const QPointer<Session> alive(this);
    for (const QString& text : warnings) {
        const bool isNew = !m_toldWarnings.contains(text) && m_toldWarnings.size() < mostWarnings;
        if (isNew)
            m_toldWarnings.insert(text);
        if (isNew || effect == Effect::Write)
            emit warned(text);
        if (!alive)
            return;
    }
}

QDateTime dateOf(const Answer& answer)
{
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(answer.header("Date")), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

} // namespace http
