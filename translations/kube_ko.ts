<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>kube::Fields</name>
    <message>
        <source>&quot;%1&quot; must be a text, but it is a list or a map.</source>
        <translation>&quot;%1&quot; 값은 텍스트여야 하는데 목록이나 맵입니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be true or false.</source>
        <translation>&quot;%1&quot; 값은 true 또는 false여야 합니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not valid base64.</source>
        <translation>&quot;%1&quot; 값이 올바른 base64가 아닙니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list.</source>
        <translation>&quot;%1&quot; 값은 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list of texts.</source>
        <translation>&quot;%1&quot; 값은 텍스트 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds something that is not an entry.</source>
        <translation>&quot;%1&quot; 목록에 항목이 아닌 값이 있습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a map.</source>
        <translation>&quot;%1&quot; 값은 맵이어야 합니다.</translation>
    </message>
</context>
<context>
    <name>kube::KubeconfigWatcher</name>
    <message>
        <source>%1 is gone, empty or broken. What it held before is still shown.</source>
        <translation>%1 파일이 없어졌거나 비었거나 손상되었습니다. 이전 내용을 계속 표시합니다.</translation>
    </message>
</context>
<context>
    <name>kube::Text</name>
    <message>
        <source>The context &quot;%1&quot; cannot be used: %2</source>
        <translation>&quot;%1&quot; 컨텍스트를 사용할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>It reads the file %1.</source>
        <translation>%1 파일을 읽습니다.</translation>
    </message>
    <message>
        <source>It sends everything through the proxy %1.</source>
        <translation>모든 통신을 프록시(%1)로 보냅니다.</translation>
    </message>
    <message>
        <source>It does not check the identity of the server.</source>
        <translation>서버의 신원을 확인하지 않습니다.</translation>
    </message>
    <message>
        <source>It sends the content of the file %1 to the server %2 as a token.</source>
        <translation>%1 파일의 내용을 서버(%2)에 토큰으로 보냅니다.</translation>
    </message>
    <message>
        <source>the user &quot;%1&quot;</source>
        <translation>사용자 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Your approval could not be saved: you will be asked again. Check the folder and the free space.</source>
        <translation>승인을 저장하지 못했습니다. 다음에 다시 묻습니다. 폴더와 남은 공간을 확인하세요.</translation>
    </message>
    <message>
        <source>The client key of %1 is encrypted with a passphrase, which is not supported.</source>
        <translation>클라이언트 키(%1)가 암호로 보호되어 있습니다. 이런 키는 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>The client key of %1 is in the format of OpenSSH; a PEM key is needed.</source>
        <translation>클라이언트 키(%1)가 OpenSSH 형식입니다. PEM 키가 필요합니다.</translation>
    </message>
    <message>
        <source>The client key of %1 has the unsupported key type %2. Use an RSA or an ECDSA key.</source>
        <translation>클라이언트 키(%1)의 종류를 지원하지 않습니다(%2). RSA 또는 ECDSA 키를 사용하세요.</translation>
    </message>
    <message>
        <source>The client key of %1 is not a private key in PEM format.</source>
        <translation>클라이언트 키(%1)가 PEM 형식의 개인 키가 아닙니다.</translation>
    </message>
    <message>
        <source>The certificate authority of %1 holds no certificate in PEM format.</source>
        <translation>인증 기관(%1)에 PEM 형식의 인증서가 없습니다.</translation>
    </message>
    <message>
        <source>The client certificate of %1 holds no certificate in PEM format.</source>
        <translation>클라이언트 인증서(%1)에 PEM 형식의 인증서가 없습니다.</translation>
    </message>
    <message>
        <source>The credential of the plugin expired before it could be used.</source>
        <translation>플러그인의 자격 증명이 사용되기 전에 만료되었습니다.</translation>
    </message>
    <message>
        <source>The credential plugin returned a credential that had already expired. Check the clock.</source>
        <translation>자격 증명 플러그인이 이미 만료된 자격 증명을 돌려주었습니다. 시계를 확인하세요.</translation>
    </message>
    <message>
        <source>This object is too large to show.</source>
        <translation>객체가 너무 커서 표시할 수 없습니다.</translation>
    </message>
    <message>
        <source>The credential plugin %1 could not be started: %2</source>
        <translation>자격 증명 플러그인(%1)을 시작하지 못했습니다: %2</translation>
    </message>
    <message>
        <source>The credential plugin %1 crashed.</source>
        <translation>자격 증명 플러그인(%1)이 비정상 종료되었습니다.</translation>
    </message>
    <message>
        <source>The credential plugin %1 gave no answer within %2 s and was ended. If it waits for a sign-in, run it once in a terminal.</source>
        <translation>자격 증명 플러그인(%1)이 %2초 안에 응답하지 않아 종료했습니다. 로그인을 기다리는 것이라면 터미널에서 한 번 실행하세요.</translation>
    </message>
    <message>
        <source>The credential plugin %1 printed more than 1 MiB and was ended.</source>
        <translation>자격 증명 플러그인(%1)이 1 MiB 넘게 출력하여 종료했습니다.</translation>
    </message>
    <message>
        <source>The credential plugin %1 failed with exit code %2.</source>
        <translation>자격 증명 플러그인(%1)이 실패했습니다(종료 코드 %2).</translation>
    </message>
    <message>
        <source>The credential plugin printed nothing.</source>
        <translation>자격 증명 플러그인이 아무것도 출력하지 않았습니다.</translation>
    </message>
    <message>
        <source>The credential plugin did not print a credential. Its output begins: %1</source>
        <translation>자격 증명 플러그인이 자격 증명을 출력하지 않았습니다. 출력의 앞부분: %1</translation>
    </message>
    <message>
        <source>The credential plugin gave the expiration time &quot;%1&quot;, which is not a time.</source>
        <translation>자격 증명 플러그인이 돌려준 만료 시각 &quot;%1&quot; 값은 시각이 아닙니다.</translation>
    </message>
    <message>
        <source>The credential plugin gave a client certificate without its key.</source>
        <translation>자격 증명 플러그인이 키 없이 클라이언트 인증서만 돌려주었습니다.</translation>
    </message>
    <message>
        <source>The credential plugin gave a client key without its certificate.</source>
        <translation>자격 증명 플러그인이 인증서 없이 클라이언트 키만 돌려주었습니다.</translation>
    </message>
    <message>
        <source>the credential plugin</source>
        <translation>자격 증명 플러그인</translation>
    </message>
    <message>
        <source>The credential plugin printed the kind &quot;%1&quot; instead of ExecCredential.</source>
        <translation>자격 증명 플러그인이 ExecCredential 대신 &quot;%1&quot; 종류를 출력했습니다.</translation>
    </message>
    <message>
        <source>The credential plugin answered in the API version &quot;%1&quot;, but the kubeconfig asks for %2.</source>
        <translation>자격 증명 플러그인은 API 버전 &quot;%1&quot; 형식으로 응답했지만 kubeconfig에는 다른 버전(%2)이 지정되어 있습니다.</translation>
    </message>
    <message>
        <source>The credential plugin printed an ExecCredential without a status.</source>
        <translation>자격 증명 플러그인이 status 없는 ExecCredential을 출력했습니다.</translation>
    </message>
    <message>
        <source>The token of %1 is empty.</source>
        <translation>토큰(%1)이 비어 있습니다.</translation>
    </message>
    <message>
        <source>The token of %1 holds control characters, which could forge a header.</source>
        <translation>토큰(%1)에 제어 문자가 있어 헤더가 위조될 수 있습니다.</translation>
    </message>
    <message>
        <source>The credential plugin gave neither a token nor a client certificate.</source>
        <translation>자격 증명 플러그인이 토큰도 클라이언트 인증서도 돌려주지 않았습니다.</translation>
    </message>
    <message>
        <source>it is not there, or not an ordinary file</source>
        <translation>파일이 없거나 일반 파일이 아닙니다</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2</source>
        <translation>%1 파일을 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>The file %1 is larger than 1 MiB.</source>
        <translation>%1 파일이 1 MiB보다 큽니다.</translation>
    </message>
    <message>
        <source>The impersonation of the user &quot;%1&quot; holds control characters, which could forge a header.</source>
        <translation>&quot;%1&quot; 사용자의 가장(impersonation) 설정에 제어 문자가 있어 헤더가 위조될 수 있습니다.</translation>
    </message>
    <message>
        <source>It is not renewed here: sign in with kubectl, or let kubelogin take over (kubelogin as a credential plugin).</source>
        <translation>여기서는 갱신하지 않습니다. kubectl로 로그인하거나 kubelogin을 자격 증명 플러그인으로 사용하세요.</translation>
    </message>
    <message>
        <source>The OIDC sign-in of this user holds no id-token.</source>
        <translation>이 사용자의 OIDC 로그인 정보에 id-token이 없습니다.</translation>
    </message>
    <message>
        <source>the OIDC sign-in</source>
        <translation>OIDC 로그인</translation>
    </message>
    <message>
        <source>The id-token of this user is not a token of OIDC.</source>
        <translation>이 사용자의 id-token이 OIDC 토큰이 아닙니다.</translation>
    </message>
    <message>
        <source>The OIDC sign-in of this user expired at %1.</source>
        <translation>이 사용자의 OIDC 로그인이 만료되었습니다(%1).</translation>
    </message>
    <message>
        <source>%1 is a directory, not a kubeconfig file.</source>
        <translation>%1 경로는 kubeconfig 파일이 아니라 디렉터리입니다.</translation>
    </message>
    <message>
        <source>The kubeconfig file %1 cannot be read: %2</source>
        <translation>kubeconfig 파일(%1)을 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>The kubeconfig file %1 is larger than 32 MiB.</source>
        <translation>kubeconfig 파일(%1)이 32 MiB보다 큽니다.</translation>
    </message>
    <message>
        <source>%1 can be read by other users of this machine. Make it private: chmod 600</source>
        <translation>%1 파일을 이 컴퓨터의 다른 사용자가 읽을 수 있습니다. 권한을 제한하세요: chmod 600</translation>
    </message>
    <message>
        <source>The kubeconfig file %1 does not exist.</source>
        <translation>kubeconfig 파일(%1)이 없습니다.</translation>
    </message>
    <message>
        <source>None of the files named by KUBECONFIG exists: %1</source>
        <translation>KUBECONFIG에 지정된 파일이 하나도 없습니다: %1</translation>
    </message>
    <message>
        <source>The file %1 (%2) cannot be read.</source>
        <translation>%1 파일(%2)을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>&quot;proxy-url&quot; must be an http or socks5 address, but is &quot;%1&quot;.</source>
        <translation>&quot;proxy-url&quot; 값은 http 또는 socks5 주소여야 합니다. 현재 값: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Proxies that are themselves reached over https are not supported (&quot;proxy-url&quot;).</source>
        <translation>https로 접속하는 프록시는 지원하지 않습니다(&quot;proxy-url&quot;).</translation>
    </message>
    <message>
        <source>The cluster &quot;%1&quot; has no server address.</source>
        <translation>&quot;%1&quot; 클러스터에 서버 주소가 없습니다.</translation>
    </message>
    <message>
        <source>The server is reached over http: nothing is encrypted and no credentials are sent.</source>
        <translation>서버에 http로 접속합니다. 통신이 암호화되지 않으며 자격 증명을 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Both &quot;certificate-authority&quot; and &quot;certificate-authority-data&quot; are set; keep one.</source>
        <translation>&quot;certificate-authority&quot;와 &quot;certificate-authority-data&quot;가 모두 설정되어 있습니다. 하나만 남기세요.</translation>
    </message>
    <message>
        <source>A certificate authority is set together with &quot;insecure-skip-tls-verify&quot;; keep one.</source>
        <translation>인증 기관과 &quot;insecure-skip-tls-verify&quot;가 함께 설정되어 있습니다. 하나만 남기세요.</translation>
    </message>
    <message>
        <source>The identity of the server is not checked (&quot;insecure-skip-tls-verify&quot;).</source>
        <translation>서버의 신원을 확인하지 않습니다(&quot;insecure-skip-tls-verify&quot;).</translation>
    </message>
    <message>
        <source>Both &quot;client-certificate&quot; and &quot;client-certificate-data&quot; are set; keep one.</source>
        <translation>&quot;client-certificate&quot;와 &quot;client-certificate-data&quot;가 모두 설정되어 있습니다. 하나만 남기세요.</translation>
    </message>
    <message>
        <source>Both &quot;client-key&quot; and &quot;client-key-data&quot; are set; keep one.</source>
        <translation>&quot;client-key&quot;와 &quot;client-key-data&quot;가 모두 설정되어 있습니다. 하나만 남기세요.</translation>
    </message>
    <message>
        <source>A client certificate is set without its key.</source>
        <translation>클라이언트 인증서는 있지만 키가 없습니다.</translation>
    </message>
    <message>
        <source>The credential plugin has no command.</source>
        <translation>자격 증명 플러그인에 command가 없습니다.</translation>
    </message>
    <message>
        <source>The credential plugin has no apiVersion.</source>
        <translation>자격 증명 플러그인에 apiVersion이 없습니다.</translation>
    </message>
    <message>
        <source>The credential plugin uses the API version v1alpha1, which was removed. Update the plugin and set its apiVersion to client.authentication.k8s.io/v1beta1 (for EKS: aws eks update-kubeconfig).</source>
        <translation>자격 증명 플러그인이 제거된 API 버전 v1alpha1을 사용합니다. 플러그인을 업데이트하고 apiVersion을 client.authentication.k8s.io/v1beta1로 바꾸세요(EKS: aws eks update-kubeconfig).</translation>
    </message>
    <message>
        <source>The credential plugin has the unknown apiVersion &quot;%1&quot;.</source>
        <translation>자격 증명 플러그인의 apiVersion &quot;%1&quot; 값을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The credential plugin has no &quot;interactiveMode&quot;, which kubectl requires; IfAvailable is assumed.</source>
        <translation>자격 증명 플러그인에 kubectl이 요구하는 &quot;interactiveMode&quot;가 없습니다. IfAvailable로 간주합니다.</translation>
    </message>
    <message>
        <source>The credential plugin wants a terminal (&quot;interactiveMode: Always&quot;) and cannot be run from here. Run it once in a terminal, or set IfAvailable.</source>
        <translation>자격 증명 플러그인이 터미널을 요구하여(&quot;interactiveMode: Always&quot;) 여기서 실행할 수 없습니다. 터미널에서 한 번 실행하거나 IfAvailable로 설정하세요.</translation>
    </message>
    <message>
        <source>An environment variable of the credential plugin has no name.</source>
        <translation>자격 증명 플러그인의 환경 변수에 이름이 없습니다.</translation>
    </message>
    <message>
        <source>The sign-in method gcp was removed from Kubernetes clients. Install gke-gcloud-auth-plugin and run: gcloud container clusters get-credentials CLUSTER</source>
        <translation>로그인 방식 gcp는 Kubernetes 클라이언트에서 제거되었습니다. gke-gcloud-auth-plugin을 설치하고 실행하세요: gcloud container clusters get-credentials CLUSTER</translation>
    </message>
    <message>
        <source>The sign-in method azure was removed from Kubernetes clients. Install kubelogin and run: kubelogin convert-kubeconfig</source>
        <translation>로그인 방식 azure는 Kubernetes 클라이언트에서 제거되었습니다. kubelogin을 설치하고 실행하세요: kubelogin convert-kubeconfig</translation>
    </message>
    <message>
        <source>The sign-in method &quot;%1&quot; is not known.</source>
        <translation>&quot;%1&quot; 로그인 방식을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>More than one sign-in method is set: a token, and a user name with a password.</source>
        <translation>로그인 방식이 둘 이상 설정되어 있습니다: 토큰, 그리고 사용자 이름과 비밀번호.</translation>
    </message>
    <message>
        <source>A credential plugin and an auth-provider are set together; keep one.</source>
        <translation>자격 증명 플러그인과 auth-provider가 함께 설정되어 있습니다. 하나만 남기세요.</translation>
    </message>
    <message>
        <source>&quot;as-groups&quot;, &quot;as-uid&quot; and &quot;as-user-extra&quot; need a user in &quot;as&quot;.</source>
        <translation>&quot;as-groups&quot;, &quot;as-uid&quot;, &quot;as-user-extra&quot;를 쓰려면 &quot;as&quot;에 사용자가 있어야 합니다.</translation>
    </message>
    <message>
        <source>There is no context &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; 컨텍스트가 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid namespace.</source>
        <translation>&quot;%1&quot; 값은 올바른 네임스페이스가 아닙니다.</translation>
    </message>
    <message>
        <source>The context names no cluster.</source>
        <translation>컨텍스트에 클러스터가 지정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The cluster &quot;%1&quot; is not defined.</source>
        <translation>&quot;%1&quot; 클러스터가 정의되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The user &quot;%1&quot; is not defined.</source>
        <translation>&quot;%1&quot; 사용자가 정의되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>&quot;interactiveMode&quot; must be Never, IfAvailable or Always.</source>
        <translation>&quot;interactiveMode&quot; 값은 Never, IfAvailable, Always 중 하나여야 합니다.</translation>
    </message>
    <message>
        <source>An entry of %1 has no name.</source>
        <translation>%1 목록의 항목에 이름이 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is defined more than once in %2.</source>
        <translation>%2 목록에 &quot;%1&quot; 항목이 두 번 이상 정의되어 있습니다.</translation>
    </message>
    <message>
        <source>The kubeconfig file %1 cannot be used: %2</source>
        <translation>kubeconfig 파일(%1)을 사용할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>its apiVersion is &quot;%1&quot;, not v1.</source>
        <translation>apiVersion이 v1이 아닙니다(&quot;%1&quot;).</translation>
    </message>
    <message>
        <source>its kind is &quot;%1&quot;, not Config.</source>
        <translation>kind가 Config가 아닙니다(&quot;%1&quot;).</translation>
    </message>
    <message>
        <source>it is not a map of settings.</source>
        <translation>설정 맵이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 holds several documents; only the first one is used.</source>
        <translation>%1 파일에 문서가 여러 개 있습니다. 첫 번째 문서만 사용합니다.</translation>
    </message>
    <message>
        <source>%1 sends pages of a list without an end.</source>
        <translation>%1 서버가 목록의 페이지를 끝없이 보냅니다.</translation>
    </message>
    <message>
        <source>%1 holds more objects of this type than Drey can show.</source>
        <translation>%1 서버에 이 종류의 객체가 Drey가 표시할 수 있는 것보다 많습니다.</translation>
    </message>
    <message>
        <source>No credential plugin is run because the policy in %1 cannot be read: %2</source>
        <translation>%1 파일의 정책을 읽을 수 없어 자격 증명 플러그인을 실행하지 않습니다: %2</translation>
    </message>
    <message>
        <source>Your policy in %1 forbids all credential plugins (DenyAll).</source>
        <translation>%1 파일의 정책이 모든 자격 증명 플러그인을 금지합니다(DenyAll).</translation>
    </message>
    <message>
        <source>No credential plugin is run because %1 names the unknown policy &quot;%2&quot;.</source>
        <translation>%1 파일에 알 수 없는 정책 &quot;%2&quot; 값이 있어 자격 증명 플러그인을 실행하지 않습니다.</translation>
    </message>
    <message>
        <source>Your policy in %1 is Allowlist, but the list is empty.</source>
        <translation>%1 파일의 정책이 Allowlist인데 목록이 비어 있습니다.</translation>
    </message>
    <message>
        <source>Your policy in %1 does not allow the credential plugin %2. Add it to credentialPluginAllowlist.</source>
        <translation>%1 파일의 정책이 자격 증명 플러그인(%2)을 허용하지 않습니다. credentialPluginAllowlist에 추가하세요.</translation>
    </message>
    <message>
        <source>The credential plugin %1 was not found.</source>
        <translation>자격 증명 플러그인(%1)을 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>It was looked for in: %1</source>
        <translation>찾아본 위치: %1</translation>
    </message>
    <message>
        <source>The credential plugin %1 needs a terminal (&quot;interactiveMode: Always&quot;). Run it once in a terminal, or set IfAvailable.</source>
        <translation>자격 증명 플러그인(%1)에 터미널이 필요합니다(&quot;interactiveMode: Always&quot;). 터미널에서 한 번 실행하거나 IfAvailable로 설정하세요.</translation>
    </message>
    <message>
        <source>What the kubeconfig file %1 asks for was not approved, so nothing was read or sent.</source>
        <translation>kubeconfig 파일(%1)의 요청이 승인되지 않아 아무것도 읽거나 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The credential plugin %1 was not run because it was not approved. Open the connection again to be asked again.</source>
        <translation>승인되지 않아 자격 증명 플러그인(%1)을 실행하지 않았습니다. 연결을 다시 열면 다시 묻습니다.</translation>
    </message>
    <message>
        <source>The server address &quot;%1&quot; of the cluster &quot;%2&quot; is not an http or https address.</source>
        <translation>&quot;%2&quot; 클러스터의 서버 주소 &quot;%1&quot; 값은 http 또는 https 주소가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 does not accept your credentials: %2</source>
        <translation>%1 서버가 자격 증명을 받아들이지 않습니다: %2</translation>
    </message>
    <message>
        <source>You are not permitted to do this on %1: %2</source>
        <translation>%1 서버에서 이 작업을 할 권한이 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 does not have this: %2</source>
        <translation>%1 서버에 해당 항목이 없습니다: %2</translation>
    </message>
    <message>
        <source>The object on %1 is not as expected: %2</source>
        <translation>%1 서버의 객체가 예상과 다릅니다: %2</translation>
    </message>
    <message>
        <source>%1 no longer remembers this position, the list is read again: %2</source>
        <translation>%1 서버에 이 위치의 기록이 남아 있지 않아 목록을 다시 읽습니다: %2</translation>
    </message>
    <message>
        <source>%1 refused the request as not valid: %2</source>
        <translation>%1 서버가 올바르지 않은 요청으로 거부했습니다: %2</translation>
    </message>
    <message>
        <source>%1 has too much to do and asks to wait: %2</source>
        <translation>%1 서버가 바빠서 기다려 달라고 합니다: %2</translation>
    </message>
    <message>
        <source>This is too large for %1: %2</source>
        <translation>%1 서버에 보내기에는 너무 큽니다: %2</translation>
    </message>
    <message>
        <source>%1 reported an error: %2</source>
        <translation>%1 서버가 오류를 보고했습니다: %2</translation>
    </message>
    <message>
        <source>%1 answered with error %2: %3</source>
        <translation>%1 서버가 오류 %2 상태로 응답했습니다: %3</translation>
    </message>
    <message>
        <source>The namespace or pod is not a name that can be asked for.</source>
        <translation>네임스페이스 또는 파드의 이름이 올바르지 않아 요청할 수 없습니다.</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>이유 없음</translation>
    </message>
    <message>
        <source>Something between you and %1 answered with a web page. Is there a login portal or a proxy on the way?</source>
        <translation>%1 서버까지의 경로 중간에서 웹 페이지로 응답했습니다. 로그인 포털이나 프록시가 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>The answer of %1 was cut off or is not JSON. It is asked again.</source>
        <translation>%1 서버의 응답이 잘렸거나 JSON이 아닙니다. 다시 요청합니다.</translation>
    </message>
    <message>
        <source>The namespace or type is not a name that can be asked for.</source>
        <translation>네임스페이스 또는 종류의 이름이 올바르지 않아 요청할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 ends the watch as soon as it is opened.</source>
        <translation>%1 서버가 watch를 열자마자 끝냅니다.</translation>
    </message>
    <message>
        <source>%1 has been silent for too long. The connection is made anew.</source>
        <translation>%1 서버가 너무 오래 응답하지 않아 연결을 다시 맺습니다.</translation>
    </message>
    <message>
        <source>Fields of this object on %1 are managed by somebody else: %2</source>
        <translation>&apos;%1&apos; 서버에 있는 이 객체의 일부 필드를 다른 관리자가 관리합니다: %2</translation>
    </message>
    <message>
        <source>The object on %1 has changed since it was read. Look at it again before you change it: %2</source>
        <translation>&apos;%1&apos; 서버의 객체가 읽은 뒤에 변경되었습니다. 변경하기 전에 다시 확인하세요: %2</translation>
    </message>
    <message>
        <source>The object on %1 was deleted meanwhile, and another one has its name: %2</source>
        <translation>&apos;%1&apos; 서버의 객체가 그사이 삭제되었고 같은 이름의 다른 객체가 있습니다: %2</translation>
    </message>
    <message>
        <source>%1 has an object of this name already: %2</source>
        <translation>&apos;%1&apos; 서버에 같은 이름의 객체가 이미 있습니다: %2</translation>
    </message>
    <message>
        <source>The namespace is being deleted on %1, so nothing can be made in it any more: %2</source>
        <translation>&apos;%1&apos; 서버에서 네임스페이스를 삭제하고 있어 더 이상 아무것도 만들 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 does not know some of these fields, or found them twice: %2</source>
        <translation>&apos;%1&apos; 서버가 모르는 필드이거나 두 번 적힌 필드가 있습니다: %2</translation>
    </message>
    <message>
        <source>%1 cannot try this without doing it, because an admission webhook does not take part: %2</source>
        <translation>admission 웹훅이 모의 적용(dry-run)을 지원하지 않아 &apos;%1&apos; 서버에서 미리 시험할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>The sign-in with %1 was cancelled. Reconnect to sign in.</source>
        <translation>%1 로그인이 취소되었습니다. 로그인하려면 다시 연결하세요.</translation>
    </message>
    <message>
        <source>A webhook of %1 does not let this through: %2</source>
        <translation>&apos;%1&apos; 컨텍스트의 웹훅이 요청을 거부했습니다: %2</translation>
    </message>
    <message>
        <source>The namespace on %1 has no room for this: %2</source>
        <translation>&apos;%1&apos; 컨텍스트의 네임스페이스 할당량(quota)을 초과했습니다: %2</translation>
    </message>
</context>
</TS>
