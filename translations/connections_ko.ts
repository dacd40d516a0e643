<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>connections::ApprovalDialog</name>
    <message>
        <source>Don&apos;t run</source>
        <translation>실행 안 함</translation>
    </message>
    <message>
        <source>Always for exactly this</source>
        <translation>이 내용 그대로는 항상 허용</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>허용</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Allow a program for signing in?</source>
        <translation>로그인용 프로그램을 허용할까요?</translation>
    </message>
    <message>
        <source>A kubeconfig from elsewhere asks for something you should see.</source>
        <translation>외부에서 받은 kubeconfig의 요청입니다. 내용을 확인하세요.</translation>
    </message>
    <message>
        <source>The context “%1” signs in with a program. Run it?</source>
        <translation>&apos;%1&apos; 컨텍스트는 프로그램으로 로그인합니다. 실행할까요?</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Found at</source>
        <translation>찾은 위치</translation>
    </message>
    <message>
        <source>not found in %1</source>
        <translation>다음 경로에서 찾지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>인수</translation>
    </message>
    <message>
        <source>Variables set</source>
        <translation>설정하는 환경 변수</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>요청한 파일</translation>
    </message>
    <message>
        <source>For the server</source>
        <translation>대상 서버</translation>
    </message>
</context>
<context>
    <name>connections::Book</name>
    <message>
        <source>There is no connection “%1”.</source>
        <translation>&apos;%1&apos; 연결이 없습니다.</translation>
    </message>
    <message>
        <source>This file holds no contexts: %1</source>
        <translation>이 파일에 컨텍스트가 없습니다: %1</translation>
    </message>
    <message>
        <source>The request header of &apos;%1&apos; may still be in the keychain: %2</source>
        <translation>&apos;%1&apos; 연결의 요청 헤더가 키체인에 남아 있을 수 있습니다: %2</translation>
    </message>
</context>
<context>
    <name>connections::ConnectionModel</name>
    <message>
        <source>added by you</source>
        <translation>직접 추가</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>진단</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>What Drey found</source>
        <translation>확인한 내용</translation>
    </message>
    <message>
        <source>From</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>this program</source>
        <translation>이 프로그램</translation>
    </message>
</context>
<context>
    <name>connections::ConnectionTable</name>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
</context>
<context>
    <name>connections::ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Open a Flink address…</source>
        <translation>Flink 주소 열기…</translation>
    </message>
    <message>
        <source>Add a kubeconfig…</source>
        <translation>kubeconfig 추가…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>보호</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>네임스페이스</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Guess it from the name</source>
        <translation>이름으로 추정</translation>
    </message>
    <message>
        <source>Protected: Drey changes nothing here</source>
        <translation>보호됨: Drey에서 아무것도 변경하지 않습니다</translation>
    </message>
    <message>
        <source>all, if they may be listed</source>
        <translation>목록 권한이 있으면 전체</translation>
    </message>
    <message>
        <source>Watched when the whole cluster may not be listed; the context&apos;s own namespace always is.</source>
        <translation>클러스터 전체 목록 권한이 없을 때 감시합니다. 컨텍스트의 네임스페이스는 항상 포함됩니다.</translation>
    </message>
    <message>
        <source>Open when Drey starts</source>
        <translation>Drey를 시작할 때 열기</translation>
    </message>
    <message>
        <source>As the type</source>
        <translation>환경 색 사용</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>연결 끊기</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>다시 연결</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>No kubeconfig was found where kubectl looks for one.</source>
        <translation>kubectl이 찾는 위치에 kubeconfig가 없습니다.</translation>
    </message>
    <message>
        <source>Settings of connections could not be read or kept.</source>
        <translation>연결 설정을 읽거나 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
</context>
<context>
    <name>connections::DoctorView</name>
    <message>
        <source>not reached</source>
        <translation>진행하지 않음</translation>
    </message>
    <message>
        <source>not tested yet</source>
        <translation>아직 진단하지 않음</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>진단 중…</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>다시 진단</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>진단</translation>
    </message>
    <message>
        <source>the report</source>
        <translation>진단 결과</translation>
    </message>
    <message>
        <source>Select a connection to test it.</source>
        <translation>진단할 연결을 선택하세요.</translation>
    </message>
    <message>
        <source>Connection doctor</source>
        <translation>연결 진단</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>간단히</translation>
    </message>
</context>
<context>
    <name>connections::EndpointDialog</name>
    <message>
        <source>Open a Flink address</source>
        <translation>Flink 주소 열기</translation>
    </message>
    <message>
        <source>Address of a JobManager&apos;s REST</source>
        <translation>JobManager REST 주소</translation>
    </message>
    <message>
        <source>Drey reads what Flink&apos;s own web page shows: jobs, checkpoints, exceptions. No Kubernetes is needed.</source>
        <translation>Flink 웹 화면에 나오는 작업, 체크포인트, 예외를 읽습니다. Kubernetes가 없어도 됩니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>The value is forgotten when Drey ends. %1</source>
        <translation>값은 Drey를 종료하면 사라집니다. %1</translation>
    </message>
    <message>
        <source>The value is kept in your keychain, never in a file of Drey.</source>
        <translation>값은 키체인에만 보관하고 Drey의 파일에는 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>Request header, if a gateway in front of it wants one</source>
        <translation>요청 헤더(앞단 게이트웨이가 요구하는 경우)</translation>
    </message>
    <message>
        <source>Name of the header</source>
        <translation>헤더 이름</translation>
    </message>
    <message>
        <source>Value of the header</source>
        <translation>헤더 값</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>The value is forgotten when Drey ends. Open it so?</source>
        <translation>값은 Drey를 종료하면 사라집니다. 이대로 열까요?</translation>
    </message>
</context>
<context>
    <name>connections::StoredHeader</name>
    <message>
        <source>The value of the request header &apos;%1&apos; is not known: %2</source>
        <translation>요청 헤더 &apos;%1&apos;의 값을 확인할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>The value of the request header &apos;%1&apos; is not kept any more. Open the address again to type it.</source>
        <translation>요청 헤더 &apos;%1&apos;의 값이 더 이상 보관되어 있지 않습니다. 주소를 다시 열어 입력하세요.</translation>
    </message>
</context>
<context>
    <name>connections::Text</name>
    <message>
        <source>client certificate</source>
        <translation>클라이언트 인증서</translation>
    </message>
    <message>
        <source>token</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>token from a file</source>
        <translation>파일의 토큰</translation>
    </message>
    <message>
        <source>user name and password</source>
        <translation>사용자 이름과 비밀번호</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>OpenID Connect</source>
        <translation>OpenID Connect</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Flink REST</source>
        <translation>Flink REST</translation>
    </message>
    <message numerus="yes">
        <source>%n deployments</source>
        <translation>
            <numerusform>배포 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>닫힘</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>연결 중</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열림</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>No sign-in</source>
        <translation>로그인 실패</translation>
    </message>
    <message>
        <source>No right</source>
        <translation>권한 없음</translation>
    </message>
    <message>
        <source>No operator</source>
        <translation>Operator 없음</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>연결할 수 없음</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>준비되지 않음</translation>
    </message>
    <message>
        <source>Ready, with doubts</source>
        <translation>준비됨(확인 필요)</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>변경됨</translation>
    </message>
    <message>
        <source>Its kubeconfig has changed: reconnect to use it.</source>
        <translation>kubeconfig가 바뀌었습니다. 적용하려면 다시 연결하세요.</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>사용할 수 없음</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>진단 중</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>확인 전</translation>
    </message>
    <message>
        <source>Add a kubeconfig file</source>
        <translation>kubeconfig 파일 추가</translation>
    </message>
    <message>
        <source>This file was not added.</source>
        <translation>이 파일을 추가하지 못했습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>request header %1</source>
        <translation>요청 헤더 %1</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>로그인 중</translation>
    </message>
    <message>
        <source>Waiting for sign-in: the credential plugin has not answered yet. It may have opened a browser.</source>
        <translation>로그인 대기 중: 자격 증명 플러그인이 아직 응답하지 않았습니다. 브라우저가 열려 있을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>connections::WelcomePage</name>
    <message>
        <source>commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>keys of this view</source>
        <translation>이 화면의 단축키</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Welcome to Drey</source>
        <translation>Drey 시작하기</translation>
    </message>
    <message>
        <source>One window onto Apache Flink on Kubernetes. It uses your kubeconfig, installs nothing, and sends nothing anywhere.</source>
        <translation>Kubernetes의 Apache Flink를 한 창에서 봅니다. 기존 kubeconfig를 사용하고, 아무것도 설치하거나 외부로 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Connections found</source>
        <translation>발견한 연결</translation>
    </message>
    <message>
        <source>Add a kubeconfig…</source>
        <translation>kubeconfig 추가…</translation>
    </message>
    <message>
        <source>Drey guesses the type from the name. Production connections are protected: Drey changes nothing there.</source>
        <translation>환경은 이름으로 추정합니다. 프로덕션 연결은 보호되며 Drey에서 아무것도 변경하지 않습니다.</translation>
    </message>
    <message>
        <source>Change types</source>
        <translation>환경 변경</translation>
    </message>
    <message>
        <source>Flink without Kubernetes</source>
        <translation>Kubernetes 없이 Flink 보기</translation>
    </message>
    <message>
        <source>Look at one Flink cluster through its REST address: jobs, checkpoints, exceptions.</source>
        <translation>REST 주소로 Flink 클러스터 하나의 작업, 체크포인트, 예외를 봅니다.</translation>
    </message>
    <message>
        <source>Open a Flink address…</source>
        <translation>Flink 주소 열기…</translation>
    </message>
    <message>
        <source>Another kubeconfig</source>
        <translation>다른 kubeconfig</translation>
    </message>
    <message>
        <source>Drey reads the files kubectl reads. Programs they name for signing in run only after you have seen and allowed them.</source>
        <translation>kubectl과 같은 파일을 읽습니다. 파일에 지정된 로그인용 프로그램은 내용을 확인하고 허용한 뒤에만 실행합니다.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>파일 선택…</translation>
    </message>
    <message>
        <source>No kubeconfig was found where kubectl looks for one.</source>
        <translation>kubectl이 찾는 위치에 kubeconfig가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n contexts</source>
        <translation>
            <numerusform>컨텍스트 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything could be read.</source>
        <translation>일부를 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>contexts, files</comment>
        <translation>%1(%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n kubeconfig files</source>
        <translation>
            <numerusform>kubeconfig 파일 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Practice cluster</source>
        <translation>연습 클러스터</translation>
    </message>
    <message>
        <source>Open the practice cluster</source>
        <translation>연습 클러스터 열기</translation>
    </message>
    <message>
        <source>A small company&apos;s Flink with its operator, simulated in this program. Break it, repair it, lose nothing.</source>
        <translation>작은 회사의 Flink와 Operator를 이 프로그램 안에서 재현합니다. 망가뜨리고 고쳐 봐도 잃을 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what it is, what there is to rehearse</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) to rehearse.</source>
        <translation>
            <numerusform>훈련할 장애 %n건이 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Manifests</source>
        <translation>매니페스트</translation>
    </message>
    <message>
        <source>Write and check the YAML of deployments and jobs. Drey knows every key of every Flink version.</source>
        <translation>배포와 작업의 YAML을 작성하고 검증합니다. Drey는 모든 Flink 버전의 모든 키를 알고 있습니다.</translation>
    </message>
    <message>
        <source>Open a manifest…</source>
        <translation>매니페스트 열기…</translation>
    </message>
</context>
</TS>
