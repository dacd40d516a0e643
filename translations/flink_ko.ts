<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>flink::ClusterCheck</name>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>only in the namespace %1</source>
        <translation>&apos;%1&apos; 네임스페이스에서만</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>확인 불가: %1</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>no: %1</source>
        <translation>아니요: %1</translation>
    </message>
    <message>
        <source>You may not see Flink deployments, neither everywhere nor in the namespace %1. Not permitted: %2</source>
        <translation>Flink 배포를 볼 권한이 없습니다. 전체 네임스페이스와 &apos;%1&apos; 네임스페이스 모두 해당합니다. 권한 없음: %2</translation>
    </message>
    <message>
        <source>Not permitted: %1</source>
        <translation>권한 없음: %1</translation>
    </message>
    <message>
        <source>The server did not answer every question about rights.</source>
        <translation>서버가 권한에 관한 일부 질문에 답하지 않았습니다.</translation>
    </message>
    <message>
        <source>All that is needed, some of it only in the namespace %1.</source>
        <translation>필요한 권한이 모두 있습니다. 일부는 &apos;%1&apos; 네임스페이스에만 있습니다.</translation>
    </message>
    <message>
        <source>All that is needed, in every namespace.</source>
        <translation>모든 네임스페이스에 필요한 권한이 있습니다.</translation>
    </message>
    <message>
        <source>Not installed: %1</source>
        <translation>설치되지 않음: %1</translation>
    </message>
    <message>
        <source>The resources of the Flink Kubernetes Operator are not installed in this cluster (%1).</source>
        <translation>이 클러스터에 Flink Kubernetes Operator의 리소스가 설치되어 있지 않습니다(%1).</translation>
    </message>
    <message>
        <source>No Deployment with the label app.kubernetes.io/name=flink-kubernetes-operator was found. The operator may not be installed, or under another label.</source>
        <translation>app.kubernetes.io/name=flink-kubernetes-operator 레이블이 있는 Deployment를 찾지 못했습니다. Operator가 설치되지 않았거나 다른 레이블을 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>version unknown, image %1</source>
        <translation>버전 확인 불가, 이미지 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, not running</source>
        <translation>%1: %2, 실행 중이 아님</translation>
    </message>
    <message>
        <source>%1 in %2, signing in by: %3</source>
        <translation>%1 (%2), 로그인 방식: %3</translation>
    </message>
    <message>
        <source>No credentials were sent: the server takes you for system:anonymous.</source>
        <translation>자격 증명을 보내지 않았습니다. 서버는 system:anonymous 사용자로 봅니다.</translation>
    </message>
    <message>
        <source>The server takes the credentials; it does not tell who you are to it.</source>
        <translation>서버가 자격 증명을 받아들입니다. 어떤 사용자인지는 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>로그인한 사용자: %1</translation>
    </message>
    <message>
        <source>Groups: %1</source>
        <translation>그룹: %1</translation>
    </message>
    <message>
        <source>Kubernetes %1</source>
        <translation>Kubernetes %1</translation>
    </message>
    <message>
        <source>%1. The clock of the server differs from the one here by %2 s: certificates and tokens may seem invalid.</source>
        <translation>%1. 서버의 시계가 이 컴퓨터와 %2초 다릅니다. 인증서와 토큰이 유효하지 않은 것처럼 보일 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>flink::Doctor</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>암호화</translation>
    </message>
    <message>
        <source>Kubeconfig</source>
        <translation>kubeconfig</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>CRDs</source>
        <translation>CRD</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Flink REST</source>
        <translation>Flink REST</translation>
    </message>
</context>
<context>
    <name>flink::EndpointCheck</name>
    <message>
        <source>Flink %1, TaskManagers: %2, running jobs: %3</source>
        <translation>Flink %1, TaskManager %2개, 실행 중인 작업 %3개</translation>
    </message>
</context>
<context>
    <name>flink::Text</name>
    <message>
        <source>The server sent an object that is not valid JSON.</source>
        <translation>서버가 올바르지 않은 JSON 객체를 보냈습니다.</translation>
    </message>
    <message>
        <source>The server sent an object without a name.</source>
        <translation>서버가 이름 없는 객체를 보냈습니다.</translation>
    </message>
    <message>
        <source>This is not the address of a Flink REST endpoint. Write it like http://localhost:8081.</source>
        <translation>Flink REST 엔드포인트의 주소가 아닙니다. http://localhost:8081처럼 쓰세요.</translation>
    </message>
    <message>
        <source>An address must not hold a user name or password. Use a header instead.</source>
        <translation>주소에 사용자 이름이나 비밀번호를 넣을 수 없습니다. 헤더를 쓰세요.</translation>
    </message>
    <message>
        <source>A header must be written as &apos;Name: value&apos;.</source>
        <translation>헤더는 &apos;이름: 값&apos; 형식으로 써야 합니다.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; could not be read.</source>
        <translation>&apos;%1&apos; 파일을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; holds no certificate in PEM format.</source>
        <translation>&apos;%1&apos; 파일에 PEM 형식의 인증서가 없습니다.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; holds no private key in PEM format that can be used without a passphrase.</source>
        <translation>&apos;%1&apos; 파일에 암호 없이 쓸 수 있는 PEM 형식의 개인 키가 없습니다.</translation>
    </message>
    <message>
        <source>A client certificate needs its private key, and the key its certificate.</source>
        <translation>클라이언트 인증서와 개인 키는 함께 지정해야 합니다.</translation>
    </message>
    <message>
        <source>An Authorization header is sent over https only: over http anybody on the way could read it.</source>
        <translation>Authorization 헤더는 https로만 보냅니다. http에서는 중간에서 누구든 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>This is not a name that Flink could have given.</source>
        <translation>Flink가 부여할 수 있는 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>The answer is not what Flink&apos;s REST interface promises.</source>
        <translation>응답이 Flink REST 인터페이스의 형식과 다릅니다.</translation>
    </message>
    <message>
        <source>The settings of your connections could not be read. Check the permissions of the file.</source>
        <translation>연결 설정을 읽지 못했습니다. 파일 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>The settings of your connections are damaged. Repair or remove the file.</source>
        <translation>연결 설정이 손상되었습니다. 파일을 고치거나 삭제하세요.</translation>
    </message>
    <message>
        <source>The settings of your connections could not be saved. Check the folder and the free space.</source>
        <translation>연결 설정을 저장하지 못했습니다. 폴더와 남은 공간을 확인하세요.</translation>
    </message>
    <message>
        <source>Neither Flink nor an API server, but a gateway or proxy on the way to %1 answered with status %2.</source>
        <translation>Flink나 API 서버가 아니라, %1 주소로 가는 경로의 게이트웨이 또는 프록시가 상태 코드 %2번으로 응답했습니다.</translation>
    </message>
    <message>
        <source>Flink&apos;s JobManager is not ready: %1</source>
        <translation>Flink JobManager가 아직 준비되지 않았습니다: %1</translation>
    </message>
    <message>
        <source>Flink answered: %1</source>
        <translation>Flink 응답: %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not permit reading Flink through the API server. It takes the right to get services/proxy in namespace &apos;%2&apos;.</source>
        <translation>&apos;%1&apos; 연결에는 API 서버를 통해 Flink를 읽을 권한이 없습니다. &apos;%2&apos; 네임스페이스의 services/proxy에 대한 get 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no service &apos;%2&apos; in namespace &apos;%3&apos;: Flink is not running there.</source>
        <translation>&apos;%1&apos; 연결의 &apos;%3&apos; 네임스페이스에 &apos;%2&apos; 서비스가 없습니다. Flink가 실행되고 있지 않습니다.</translation>
    </message>
    <message>
        <source>The API server of &apos;%1&apos; cannot reach service &apos;%2&apos; in namespace &apos;%3&apos;: no JobManager answers.</source>
        <translation>&apos;%1&apos; 연결의 API 서버가 &apos;%3&apos; 네임스페이스의 &apos;%2&apos; 서비스에 연결하지 못했습니다. 응답하는 JobManager가 없습니다.</translation>
    </message>
    <message>
        <source>At %1 a web page answered instead of Flink&apos;s REST interface. A gateway or login page may stand in between.</source>
        <translation>%1 주소에서 Flink REST 인터페이스 대신 웹 페이지가 응답했습니다. 게이트웨이나 로그인 페이지가 중간에 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Service &apos;%2&apos; in namespace &apos;%3&apos; of &apos;%1&apos; has no endpoints: no JobManager pod is ready.</source>
        <translation>&apos;%1&apos;의 네임스페이스 &apos;%3&apos;에 있는 서비스 &apos;%2&apos;에 엔드포인트가 없습니다. 준비된 JobManager 파드가 없습니다.</translation>
    </message>
    <message>
        <source>Flink has not answered for %1 s.</source>
        <translation>Flink가 %1초 동안 응답하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>flink::WayCheck</name>
    <message>
        <source>%1 is an address: there is no name to look up.</source>
        <translation>%1: 주소이므로 찾을 이름이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 takes connections.</source>
        <translation>%1: 연결을 받습니다.</translation>
    </message>
    <message>
        <source>The proxy %1 takes connections.</source>
        <translation>프록시(%1)가 연결을 받습니다.</translation>
    </message>
    <message>
        <source>Plain http: nothing is encrypted, and no credentials are sent.</source>
        <translation>http를 사용합니다. 통신이 암호화되지 않으며 자격 증명을 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Certificate: %1</source>
        <translation>인증서: %1</translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation>발급자: %1</translation>
    </message>
    <message>
        <source>For: %1</source>
        <translation>대상: %1</translation>
    </message>
    <message>
        <source>Valid from %1 to %2</source>
        <translation>유효 기간: %1 ~ %2</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256: %1</translation>
    </message>
    <message>
        <source>Cipher: %1</source>
        <translation>암호 방식: %1</translation>
    </message>
    <message>
        <source>%1, but the identity of the server is not checked.</source>
        <translation>%1, 단 서버의 신원을 확인하지 않습니다.</translation>
    </message>
    <message>
        <source>The certificate of the server expires at %1.</source>
        <translation>서버 인증서 만료 시각: %1</translation>
    </message>
    <message>
        <source>%1, the server is %2.</source>
        <translation>%1, 서버: %2</translation>
    </message>
</context>
</TS>
