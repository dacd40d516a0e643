<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>http::AnswerText</name>
    <message>
        <source>%1 sends us on to another path (%2), which is never followed.</source>
        <translation>&apos;%1&apos; 서버가 다른 경로(%2)로 리디렉션합니다. 리디렉션은 따라가지 않습니다.</translation>
    </message>
    <message>
        <source>%1 sends us on to &apos;%2&apos; (%3), which is never followed. A login page or a gateway may stand in between.</source>
        <translation>&apos;%1&apos; 서버가 &apos;%2&apos; 호스트(%3)로 리디렉션합니다. 리디렉션은 따라가지 않습니다. 중간에 로그인 페이지나 게이트웨이가 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 does not accept the credentials (401).</source>
        <translation>&apos;%1&apos; 서버가 인증 정보를 받아들이지 않습니다(401).</translation>
    </message>
    <message>
        <source>%1 does not permit this (403).</source>
        <translation>&apos;%1&apos; 서버에서 이 작업을 할 권한이 없습니다(403).</translation>
    </message>
    <message>
        <source>%1 knows nothing at this address (404).</source>
        <translation>&apos;%1&apos; 서버의 이 주소에는 아무것도 없습니다(404).</translation>
    </message>
    <message>
        <source>%1 asks us to slow down (429).</source>
        <translation>&apos;%1&apos; 서버가 요청을 줄이라고 합니다(429).</translation>
    </message>
    <message>
        <source>%1 is not available at the moment (%2).</source>
        <translation>&apos;%1&apos; 서버를 지금 사용할 수 없습니다(%2).</translation>
    </message>
    <message>
        <source>%1 answered with status %2.</source>
        <translation>&apos;%1&apos; 서버가 상태 코드 %2번으로 응답했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer differs from the server&apos;s by %n minute(s), which makes credentials fail.</source>
        <translation>
            <numerusform>이 컴퓨터의 시계가 서버와 %n분 차이 나서 인증이 실패할 수 있습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>http::FailureText</name>
    <message>
        <source>The proxy %1 asks for a user name and a password (407). Put them into the address of the proxy.</source>
        <translation>&apos;%1&apos; 프록시에서 사용자 이름과 비밀번호를 요구합니다(407). 프록시 주소에 넣으세요.</translation>
    </message>
    <message>
        <source>The proxy %1 refused the connection. Check that it runs and that its address is right.</source>
        <translation>&apos;%1&apos; 프록시에서 연결을 거부했습니다. 프록시가 실행 중인지, 주소가 맞는지 확인하세요.</translation>
    </message>
    <message>
        <source>The name of the proxy %1 could not be found. Check its address.</source>
        <translation>&apos;%1&apos; 프록시의 이름을 찾지 못했습니다. 주소를 확인하세요.</translation>
    </message>
    <message>
        <source>The proxy %1 did not let us through to %2.</source>
        <translation>&apos;%1&apos; 프록시에서 &apos;%2&apos; 서버로 연결해 주지 않았습니다.</translation>
    </message>
    <message>
        <source>The name &apos;%1&apos; could not be found. Check the address, the name service and the VPN. Asked for: %2</source>
        <translation>&apos;%1&apos; 이름을 찾지 못했습니다. 주소와 DNS, VPN을 확인하세요. 연결 대상: %2</translation>
    </message>
    <message>
        <source>%1 refused the connection. Nothing listens there, or a firewall forbids it.</source>
        <translation>&apos;%1&apos; 서버가 연결을 거부했습니다. 그 포트를 쓰는 프로그램이 없거나 방화벽이 막고 있습니다.</translation>
    </message>
    <message>
        <source>%1 closed the connection before its answer was complete.</source>
        <translation>&apos;%1&apos; 서버가 응답을 끝내기 전에 연결을 닫았습니다.</translation>
    </message>
    <message>
        <source>%1 does not answer in HTTP. Is this the right port?</source>
        <translation>&apos;%1&apos; 서버의 응답이 HTTP가 아닙니다. 포트가 맞는지 확인하세요.</translation>
    </message>
    <message>
        <source>No answer from %1: the connection failed.</source>
        <translation>&apos;%1&apos; 서버의 응답이 없습니다. 연결에 실패했습니다.</translation>
    </message>
    <message>
        <source>No connection to %1 was free within %2 s.</source>
        <translation>&apos;%1&apos; 서버로 가는 연결이 %2초 안에 비지 않았습니다.</translation>
    </message>
    <message>
        <source>No secure connection to %1 through the proxy %2 within %3 s.</source>
        <translation>&apos;%2&apos; 프록시를 거쳐 &apos;%1&apos; 서버에 보안 연결을 맺지 못했습니다(%3초 초과).</translation>
    </message>
    <message>
        <source>No connection to %1 within %2 s. It may be down, or a firewall drops the packets.</source>
        <translation>&apos;%1&apos; 서버에 %2초 안에 연결하지 못했습니다. 서버가 꺼져 있거나 방화벽이 패킷을 버리고 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 has sent nothing for %2 s.</source>
        <translation>&apos;%1&apos; 서버가 %2초 동안 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 did not complete its answer within %2 s.</source>
        <translation>&apos;%1&apos; 서버가 %2초 안에 응답을 끝내지 못했습니다.</translation>
    </message>
    <message>
        <source>The answer of %1 to this request never came. It may or may not have taken effect: check before you repeat it.</source>
        <translation>&apos;%1&apos; 서버의 응답이 오지 않았습니다. 이 요청이 반영되었는지 확인되지 않았으므로, 다시 보내기 전에 상태를 확인하세요.</translation>
    </message>
    <message>
        <source>The compressed answer of %1 is damaged. A proxy on the way may have changed it.</source>
        <translation>&apos;%1&apos; 서버의 압축된 응답이 손상되었습니다. 중간의 프록시가 바꾸었을 수 있습니다.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 and was cut off.</source>
        <translation>&apos;%1&apos; 서버의 응답이 한도(%2)보다 커서 읽기를 멈췄습니다.</translation>
    </message>
    <message>
        <source>%1 is protected: nothing was sent. Lift the protection in its connection to change something there.</source>
        <translation>&apos;%1&apos; 연결은 보호되어 있어 아무것도 보내지 않았습니다. 변경하려면 연결 설정에서 보호를 해제하세요.</translation>
    </message>
    <message>
        <source>The connection to %1 is made anew.</source>
        <translation>&apos;%1&apos; 서버에 다시 연결합니다.</translation>
    </message>
</context>
<context>
    <name>http::ProbeText</name>
    <message>
        <source>The name &apos;%1&apos; could not be found. Check the address, the name service and the VPN.</source>
        <translation>&apos;%1&apos; 이름을 찾지 못했습니다. 주소와 DNS, VPN을 확인하세요.</translation>
    </message>
    <message>
        <source>The name service gave no answer for &apos;%1&apos;.</source>
        <translation>&apos;%1&apos; 이름에 대해 DNS가 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>No TCP connection to %1.</source>
        <translation>&apos;%1&apos; 주소에 TCP로 연결하지 못했습니다.</translation>
    </message>
    <message>
        <source>No TCP connection to the proxy at %1.</source>
        <translation>&apos;%1&apos; 주소의 프록시에 TCP로 연결하지 못했습니다.</translation>
    </message>
    <message>
        <source>%1 does not answer. It may be down, or a firewall drops the packets.</source>
        <translation>&apos;%1&apos; 주소가 응답하지 않습니다. 서버가 꺼져 있거나 방화벽이 패킷을 버리고 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 is not reached over https.</source>
        <translation>&apos;%1&apos; 서버에는 https로 연결하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>http::ProxyText</name>
    <message>
        <source>The proxy %1 is itself reached over https, which is not supported. Use an http or socks5 proxy.</source>
        <translation>&apos;%1&apos; 프록시의 주소가 https로 되어 있어 사용할 수 없습니다. http 또는 socks5 프록시를 사용하세요.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not the address of a proxy. Use http://host:port or socks5://host:port.</source>
        <translation>&apos;%1&apos; 값은 프록시 주소가 아닙니다. http://host:port 또는 socks5://host:port 형식으로 쓰세요.</translation>
    </message>
</context>
<context>
    <name>http::TlsFailureText</name>
    <message>
        <source>The clock of this computer says %1.</source>
        <translation>이 컴퓨터의 현재 시각: %1.</translation>
    </message>
    <message numerus="yes">
        <source>It differs from the server&apos;s by %n minute(s): set it right first.</source>
        <translation>
            <numerusform>서버의 시계와 %n분 차이 납니다. 먼저 시계를 맞추세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate of %1 expired on %2. %3</source>
        <translation>&apos;%1&apos; 서버의 인증서가 만료되었습니다(만료 시각: %2). %3</translation>
    </message>
    <message>
        <source>The certificate of %1 is valid only from %2. %3</source>
        <translation>&apos;%1&apos; 서버의 인증서는 아직 유효하지 않습니다(유효 시작: %2). %3</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by itself, and it is not one of the trusted ones.</source>
        <translation>&apos;%1&apos; 서버의 인증서는 자체 서명된 것이며, 신뢰 목록에 없습니다.</translation>
    </message>
    <message>
        <source>The certificate of %1 was issued by &apos;%2&apos;, which is not a trusted authority.</source>
        <translation>&apos;%1&apos; 서버의 인증서를 발급한 &apos;%2&apos; 기관은 신뢰 목록에 없습니다.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for %2, not for &apos;%3&apos;. If this is intended, set tls-server-name.</source>
        <translation>&apos;%1&apos; 서버의 인증서는 &apos;%3&apos; 이름이 아니라 다음 이름에 대한 것입니다: %2. 의도한 것이라면 tls-server-name을 지정하세요.</translation>
    </message>
    <message>
        <source>The certificate of %1 has been revoked.</source>
        <translation>&apos;%1&apos; 서버의 인증서가 폐기되었습니다.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not acceptable: %2</source>
        <translation>&apos;%1&apos; 서버의 인증서를 받아들일 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 does not speak TLS. Use http:// if that is meant, or another port.</source>
        <translation>&apos;%1&apos; 서버는 TLS를 쓰지 않습니다. http:// 주소가 맞는지, 포트가 맞는지 확인하세요.</translation>
    </message>
    <message>
        <source>%1 speaks no version of TLS that is considered safe (1.2 or later).</source>
        <translation>&apos;%1&apos; 서버는 안전한 TLS 버전(1.2 이상)을 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 did not accept our client certificate, or asks for one that we do not have.</source>
        <translation>&apos;%1&apos; 서버가 클라이언트 인증서를 받아들이지 않았거나, 설정되지 않은 클라이언트 인증서를 요구합니다.</translation>
    </message>
    <message>
        <source>The secure connection to %1 could not be made.</source>
        <translation>&apos;%1&apos; 서버와 보안 연결을 맺지 못했습니다.</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint: %1</source>
        <translation>SHA-256 지문: %1</translation>
    </message>
    <message>
        <source>its signature can be forged (MD5 or SHA-1)</source>
        <translation>위조할 수 있는 서명(MD5 또는 SHA-1)</translation>
    </message>
    <message>
        <source>The certificate &apos;%1&apos; that %2 shows is too weak: %3. It must be made anew.</source>
        <translation>&apos;%2&apos; 서버가 제시한 &apos;%1&apos; 인증서가 너무 약합니다: %3. 인증서를 다시 발급해야 합니다.</translation>
    </message>
    <message>
        <source>The certificate of %1 names &apos;%2&apos; as its common name only, which no longer counts. It must be made anew, with that name among its alternative names.</source>
        <translation>&apos;%1&apos; 서버의 인증서는 &apos;%2&apos; 이름을 일반 이름(CN)에만 적고 있어 더 이상 인정되지 않습니다. 이 이름을 대체 이름(SAN)에 넣어 인증서를 다시 발급해야 합니다.</translation>
    </message>
    <message>
        <source>its key of %1 bits is too short</source>
        <translation>%1비트 키는 너무 짧음</translation>
    </message>
</context>
<context>
    <name>http::WireText</name>
    <message>
        <source>The credentials contain a control character and cannot be sent. Check where they come from.</source>
        <translation>인증 정보에 제어 문자가 들어 있어 보낼 수 없습니다. 인증 정보의 출처를 확인하세요.</translation>
    </message>
    <message>
        <source>A header of this connection contains a control character and cannot be sent.</source>
        <translation>이 연결의 헤더에 제어 문자가 들어 있어 보낼 수 없습니다.</translation>
    </message>
    <message>
        <source>Qt %1 cannot send the header %2 more than once, so nothing was sent. Act as one group instead of several, or use Drey with a Qt before 6.8.</source>
        <translation>이 Qt(%1)로는 %2 헤더를 두 번 이상 보낼 수 없어 아무것도 보내지 않았습니다. 그룹을 하나만 지정하거나 6.8 이전의 Qt로 Drey를 사용하세요.</translation>
    </message>
</context>
</TS>
