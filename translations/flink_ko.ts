<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
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
        <source>This is not a name that Flink could have given.</source>
        <translation>Flink가 부여할 수 있는 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>The answer is not what Flink&apos;s REST interface promises.</source>
        <translation>응답이 Flink REST 인터페이스의 형식과 다릅니다.</translation>
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
        <translation>'%1' 연결에는 API 서버를 통해 Flink를 읽을 권한이 없습니다. '%2' 네임스페이스의 services/proxy에 대한 get 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no service &apos;%2&apos; in namespace &apos;%3&apos;: Flink is not running there.</source>
        <translation>'%1' 연결의 '%3' 네임스페이스에 '%2' 서비스가 없습니다. Flink가 실행되고 있지 않습니다.</translation>
    </message>
    <message>
        <source>The API server of &apos;%1&apos; cannot reach service &apos;%2&apos; in namespace &apos;%3&apos;: no JobManager answers.</source>
        <translation>'%1' 연결의 API 서버가 '%3' 네임스페이스의 '%2' 서비스에 연결하지 못했습니다. 응답하는 JobManager가 없습니다.</translation>
    </message>
    <message>
        <source>At %1 a web page answered instead of Flink&apos;s REST interface. A gateway or login page may stand in between.</source>
        <translation>%1 주소에서 Flink REST 인터페이스 대신 웹 페이지가 응답했습니다. 게이트웨이나 로그인 페이지가 중간에 있을 수 있습니다.</translation>
    </message>
</context>
</TS>
