#include "core/secrets/keychain.h"

#include "core/base/background.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace secrets {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(secrets::Text)
};

constexpr int busPatience = 2'000; // ms; a local daemon answers in a few

/// Without one, Qt and libsecret would start a bus of their own that nobody else knows and that stays behind.
bool hasSessionBus()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !folder.isEmpty() && QFileInfo::exists(folder + u"/bus"_s);
}

/// A question to the bus itself or to a service on it. Plain messages may be sent from any thread.
QVariant askBus(const QString& service, const QString& path, const QString& interface, const QString& method,
                const QVariantList& arguments = {})
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, method);
    call.setArguments(arguments);
    const QDBusMessage reply = QDBusConnection::sessionBus().call(call, QDBus::Block, busPatience);
    return reply.type() == QDBusMessage::ReplyMessage ? reply.arguments().value(0) : QVariant();
}

QVariant askDaemon(const QString& method, const QVariantList& arguments = {})
{
    return askBus(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, method, arguments);
}

bool isRunning(const QString& service)
{
    return askDaemon(u"NameHasOwner"_s, {service}).toBool();
}

bool isOnBus(const QString& service)
{
    return isRunning(service) || askDaemon(u"ListActivatableNames"_s).toStringList().contains(service);
}

/// A keychain that was never set up, or is locked without anyone to unlock it, has no default collection: it answers
/// "not found" to every question.
bool hasDefaultCollection()
{
    const QVariant collection = askBus(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                       u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s, {u"default"_s});
    return collection.isValid() && collection.value<QDBusObjectPath>().path() != u"/"_s;
}

base::Error noKeychain(const QString& why)
{
    return {base::Error::Kind::Configuration, why};
}

std::optional<base::Error> problem()
{
    if (!hasSessionBus() || !QDBusConnection::sessionBus().isConnected())
        return noKeychain(Text::tr("There is no keychain: this session has no D-Bus."));
    if (isRunning(u"org.kde.kwalletd6"_s) || isRunning(u"org.kde.kwalletd5"_s))
        return std::nullopt;
    if (!isOnBus(u"org.freedesktop.secrets"_s))
        return noKeychain(Text::tr("There is no keychain: install and start GNOME Keyring or KWallet."));
    if (!hasDefaultCollection())
        return noKeychain(Text::tr("The keychain is locked or not set up."));
    return std::nullopt;
}

} // namespace

void examineKeychain(QObject* context, std::function<void(std::optional<base::Error>)> done)
{
    // Each answer of the bus is waited for, so none of it in the thread of the window.
    base::inBackground(context, problem, std::move(done));
}

} // namespace secrets
