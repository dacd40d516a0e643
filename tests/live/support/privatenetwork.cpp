#include "tests/live/support/privatenetwork.h"

#include <QByteArray>

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace live {

namespace {

/// In /proc/self.
bool writeAbout(const char* file, const QByteArray& text)
{
    const int descriptor = ::open(file, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool isWritten = ::write(descriptor, text.constData(), size_t(text.size())) == text.size();
    ::close(descriptor);
    return isWritten;
}

/// With root's rights, or where everybody may make user namespaces.
bool unshareNetwork()
{
    const QByteArray user = QByteArray::number(::getuid());
    const QByteArray group = QByteArray::number(::getgid());
    if (::unshare(CLONE_NEWNET) == 0)
        return true;
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
        return false;
    // Without these maps nobody would own the files of whoever runs the tests.
    return writeAbout("/proc/self/setgroups", "deny") && writeAbout("/proc/self/uid_map", user + ' ' + user + " 1\n") &&
           writeAbout("/proc/self/gid_map", group + ' ' + group + " 1\n");
}

bool bringUp(int control, const char* device, const char* address)
{
    ifreq request{};
    std::strncpy(request.ifr_name, device, IFNAMSIZ - 1);
    if (address) {
        sockaddr_in place{};
        place.sin_family = AF_INET;
        if (::inet_pton(AF_INET, address, &place.sin_addr) != 1)
            return false;
        std::memcpy(&request.ifr_addr, &place, sizeof(place));
        if (::ioctl(control, SIOCSIFADDR, &request) != 0)
            return false;
    }
    if (::ioctl(control, SIOCGIFFLAGS, &request) != 0)
        return false;
    request.ifr_flags = static_cast<short>(request.ifr_flags | IFF_UP);
    return ::ioctl(control, SIOCSIFFLAGS, &request) == 0;
}

} // namespace

QString enterPrivateNetwork(const char* address)
{
    if (!unshareNetwork())
        return u"needs root (a private network: %1)"_s.arg(QString::fromLocal8Bit(std::strerror(errno)));
    const int control = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const bool isUp = control >= 0 && bringUp(control, "lo", nullptr) && bringUp(control, "lo:0", address);
    const QString why = QString::fromLocal8Bit(std::strerror(errno));
    if (control >= 0)
        ::close(control);
    return isUp ? QString() : u"needs root (addresses of a private network: %1)"_s.arg(why);
}

} // namespace live
