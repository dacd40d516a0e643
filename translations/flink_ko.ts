<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Doctor::Private</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Secure channel</source>
        <translation>보안 채널</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>인증 정보</translation>
    </message>
    <message>
        <source>Server version</source>
        <translation>서버 버전</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>Flink resource types</source>
        <translation>Flink 리소스 종류</translation>
    </message>
    <message>
        <source>Flink operator</source>
        <translation>Flink Operator</translation>
    </message>
    <message>
        <source>Flink</source>
        <translation>Flink</translation>
    </message>
    <message>
        <source>An earlier step stands in the way.</source>
        <translation>앞 단계의 문제로 진행하지 않았습니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is %2.</source>
        <translation>&apos;%1&apos; 주소: %2</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>%1 주소에 연결했습니다.</translation>
    </message>
    <message>
        <source>Connected to the proxy %1.</source>
        <translation>프록시 %1 주소에 연결했습니다.</translation>
    </message>
    <message>
        <source>The connection is not encrypted: what is sent can be read on the way.</source>
        <translation>연결이 암호화되지 않습니다. 보내는 내용을 중간에서 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1, certificate of &apos;%2&apos; until %3</source>
        <translation>%1, &apos;%2&apos; 인증서, 만료 %3</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not verified: anybody could pretend to be this server.</source>
        <translation>서버 인증서를 검증하지 않습니다. 누구든 이 서버인 척할 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The server&apos;s certificate ends in %n day(s).</source>
        <translation>
            <numerusform>서버 인증서가 %n일 뒤 만료됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The context has no credentials: the server sees an anonymous user.</source>
        <translation>컨텍스트에 인증 정보가 없어 서버에는 익명 사용자로 보입니다.</translation>
    </message>
    <message>
        <source>A client certificate is ready.</source>
        <translation>클라이언트 인증서가 준비되었습니다.</translation>
    </message>
    <message>
        <source>A token or password is ready.</source>
        <translation>토큰 또는 비밀번호가 준비되었습니다.</translation>
    </message>
    <message>
        <source>Kubernetes %1</source>
        <translation>Kubernetes %1</translation>
    </message>
    <message>
        <source>You may not ask for the version.</source>
        <translation>버전을 조회할 권한이 없습니다.</translation>
    </message>
    <message>
        <source>You may not list the pods in &apos;%1&apos;.</source>
        <translation>&apos;%1&apos; 네임스페이스의 파드를 조회할 권한이 없습니다.</translation>
    </message>
    <message>
        <source>You may not reach Flink through the API server in &apos;%1&apos; (get services/proxy).</source>
        <translation>&apos;%1&apos; 네임스페이스에서 API 서버를 거쳐 Flink에 접근할 권한이 없습니다(get services/proxy).</translation>
    </message>
    <message>
        <source>You may list the Flink deployments of all namespaces.</source>
        <translation>모든 네임스페이스의 Flink 배포를 조회할 수 있습니다.</translation>
    </message>
    <message>
        <source>You may list the Flink deployments of &apos;%1&apos;, but not those of all namespaces.</source>
        <translation>&apos;%1&apos; 네임스페이스의 Flink 배포는 조회할 수 있지만 모든 네임스페이스는 조회할 수 없습니다.</translation>
    </message>
    <message>
        <source>You may not list Flink deployments, neither in all namespaces nor in &apos;%1&apos;.</source>
        <translation>모든 네임스페이스에서도 &apos;%1&apos; 네임스페이스에서도 Flink 배포를 조회할 권한이 없습니다.</translation>
    </message>
    <message>
        <source>The server did not tell what you may do.</source>
        <translation>서버에서 권한을 확인하지 못했습니다.</translation>
    </message>
    <message>
        <source>The resource types of the Flink operator are not installed on this cluster.</source>
        <translation>이 클러스터에 Flink Operator의 리소스 종류가 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>FlinkStateSnapshot is missing: the operator&apos;s types are older than 1.10.</source>
        <translation>FlinkStateSnapshot이 없습니다. Operator의 리소스 종류가 1.10보다 오래되었습니다.</translation>
    </message>
    <message>
        <source>flink.apache.org/%1</source>
        <translation>flink.apache.org/%1</translation>
    </message>
    <message>
        <source>You may not look for the operator: that needs the right to list deployments everywhere.</source>
        <translation>Operator를 찾을 권한이 없습니다. 모든 네임스페이스의 Deployment 조회 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>No operator was found by its usual label. Flink resources change nothing without one.</source>
        <translation>일반적인 레이블로 Operator를 찾지 못했습니다. Operator가 없으면 Flink 리소스를 바꿔도 적용되지 않습니다.</translation>
    </message>
    <message>
        <source>Version %1 in the namespace &apos;%2&apos;</source>
        <translation>버전 %1, 네임스페이스 &apos;%2&apos;</translation>
    </message>
    <message>
        <source>The operator %1 in the namespace &apos;%2&apos; is not ready.</source>
        <translation>&apos;%2&apos; 네임스페이스의 Operator(%1)가 준비되지 않았습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Flink %1, %n TaskManager(s)</source>
        <translation>
            <numerusform>Flink %1, TaskManager %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>The settings of your connections could not be read. Check the permissions of the file.</source>
        <translation>연결 설정을 읽지 못했습니다. 파일 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>The settings of your connections are damaged. Repair or remove the file.</source>
        <translation>연결 설정 파일이 손상되었습니다. 파일을 고치거나 지우세요.</translation>
    </message>
    <message>
        <source>The settings of your connections could not be saved. Check the folder and the free space.</source>
        <translation>연결 설정을 저장하지 못했습니다. 폴더와 여유 공간을 확인하세요.</translation>
    </message>
    <message>
        <source>Neither Flink nor an API server, but a gateway or proxy on the way to %1 answered with status %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flink&apos;s JobManager is not ready: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flink answered: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not permit reading Flink through the API server. It takes the right to get services/proxy in namespace &apos;%2&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no service &apos;%2&apos; in namespace &apos;%3&apos;: Flink is not running there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API server of &apos;%1&apos; cannot reach service &apos;%2&apos; in namespace &apos;%3&apos;: no JobManager answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1 a web page answered instead of Flink&apos;s REST interface. A gateway or login page may stand in between.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not what Flink&apos;s REST interface promises.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
