#include "core/secrets/keychain.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QFileInfo>

#include <array>

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

bool isOnBus(QDBusConnectionInterface& bus, const QString& service)
{
    return bus.isServiceRegistered(service) || bus.activatableServiceNames().value().contains(service);
}

/// A keychain that was never set up, or is locked without anyone to unlock it, has no default collection: it answers
/// "not found" to every question.
bool hasDefaultCollection()
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                       u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
    call.setArguments({u"default"_s});
    const QDBusMessage reply = QDBusConnection::sessionBus().call(call, QDBus::Block, busPatience);
    const QString path = reply.arguments().value(0).value<QDBusObjectPath>().path();
    return reply.type() == QDBusMessage::ReplyMessage && path != u"/"_s;
}

base::Error noKeychain(const QString& why)
{
    return {base::Error::Kind::Configuration, why};
}

} // namespace

std::optional<base::Error> keychainProblem()
{
    if (!hasSessionBus())
        return noKeychain(Text::tr("There is no keychain: this session has no D-Bus."));
    QDBusConnectionInterface* bus = QDBusConnection::sessionBus().interface();
    if (!bus)
        return noKeychain(Text::tr("There is no keychain: this session has no D-Bus."));
    for (const QString& wallet : {u"org.kde.kwalletd6"_s, u"org.kde.kwalletd5"_s}) {
        if (bus->isServiceRegistered(wallet))
            return std::nullopt;
    }
    if (!isOnBus(*bus, u"org.freedesktop.secrets"_s))
        return noKeychain(Text::tr("There is no keychain: install and start GNOME Keyring or KWallet."));
    if (!hasDefaultCollection())
        return noKeychain(Text::tr("The keychain is locked or not set up."));
    return std::nullopt;
}

} // namespace secrets
