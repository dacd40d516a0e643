#include "tests/fuzz/input.h"

#include "core/kube/execprotocol.h"
#include "core/kube/kubeconfigdecode.h"
#include "core/kube/serverurl.h"

using namespace Qt::StringLiterals;
using fuzz::show;

namespace {

void decodeFile(const QByteArray& text)
{
    const auto config = kube::decodeKubeconfig(text, u"/home/somebody/.kube/config"_s);
    if (!config) {
        show(config.error().message);
        return;
    }
    for (const kube::ClusterEntry& cluster : config->clusters) {
        if (const auto address = kube::serverUrl(cluster))
            fuzz::promise(address->isValid() && address->userInfo().isEmpty() && !address->host().isEmpty());
        (void)kube::readAuthorities(cluster.certificateAuthorityData, cluster.name);
    }
    for (const kube::UserEntry& user : config->users) {
        (void)kube::readKeyPair(user.clientCertificateData, user.clientKeyData, user.name);
        if (user.exec)
            (void)kube::execInfo(*user.exec, {}, {});
    }
}

void decodeCredential(const QByteArray& output)
{
    const auto credential = kube::decodeExecCredential(output, u"client.authentication.k8s.io/v1"_s);
    if (credential)
        fuzz::promise(!credential->token.contains('\n') && !credential->token.contains('\r'));
    else
        show(credential.error().message);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    decodeFile(bytes);
    decodeCredential(bytes);
    return 0;
}
