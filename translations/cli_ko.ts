<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>cli::Text</name>
    <message>
        <source>The kubeconfig &apos;%1&apos; wants a program to run for the context &apos;%2&apos;:</source>
        <translation>kubeconfig &apos;%1&apos; 파일이 &apos;%2&apos; 컨텍스트에 다음 프로그램 실행을 요구합니다:</translation>
    </message>
    <message>
        <source>with these variables: %1</source>
        <translation>환경 변수: %1</translation>
    </message>
    <message>
        <source>for the server %1</source>
        <translation>대상 서버: %1</translation>
    </message>
    <message>
        <source>No context was found.</source>
        <translation>컨텍스트가 없습니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>클러스터</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>네임스페이스</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>인증 방식</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>There is no deployment &apos;%1&apos; in the namespace &apos;%2&apos;.</source>
        <translation>&apos;%2&apos; 네임스페이스에 &apos;%1&apos; 배포가 없습니다.</translation>
    </message>
    <message>
        <source>no pointer</source>
        <translation>포인터 없음</translation>
    </message>
    <message>
        <source>The events are not known: %1</source>
        <translation>이벤트 확인 불가: %1</translation>
    </message>
    <message>
        <source>The pods are not known: %1</source>
        <translation>파드 확인 불가: %1</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>보고하지 않음</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>확인 불가</translation>
    </message>
    <message>
        <source>Operator status</source>
        <translation>Operator 상태</translation>
    </message>
    <message>
        <source>Flink REST</source>
        <translation>Flink REST</translation>
    </message>
    <message>
        <source>Kubernetes pods</source>
        <translation>Kubernetes 파드</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>확인 시각</translation>
    </message>
    <message>
        <source>The sources disagree. %1</source>
        <translation>출처마다 값이 다릅니다. %1</translation>
    </message>
    <message>
        <source>Would it restore? %1</source>
        <translation>복원 가능 여부: %1</translation>
    </message>
    <message>
        <source>Flink was not heard: %1</source>
        <translation>Flink 응답을 받지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>경과</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>A name needs a namespace: leave out --all-namespaces.</source>
        <translation>이름을 지정할 때는 네임스페이스가 하나여야 합니다. --all-namespaces 옵션을 빼세요.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be a name.</source>
        <translation>&apos;%1&apos; 값은 이름으로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>look</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>소요</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no job id: these are 32 hexadecimal digits. &apos;dreyctl jobs&apos; lists them.</source>
        <translation>&apos;%1&apos; 값은 Job ID가 아닙니다. Job ID는 16진수 32자리이며 &apos;dreyctl jobs&apos; 명령으로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>This Flink cluster has no jobs.</source>
        <translation>이 Flink 클러스터에는 작업이 없습니다.</translation>
    </message>
    <message>
        <source>Job id</source>
        <translation>Job ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>소요 시간</translation>
    </message>
    <message>
        <source>Tasks running</source>
        <translation>실행 중인 태스크</translation>
    </message>
    <message>
        <source>Vertex</source>
        <translation>연산자</translation>
    </message>
    <message>
        <source>Parallelism</source>
        <translation>병렬도</translation>
    </message>
    <message>
        <source>Records in</source>
        <translation>입력 레코드</translation>
    </message>
    <message>
        <source>Records out</source>
        <translation>출력 레코드</translation>
    </message>
    <message>
        <source>Flink remembers no checkpoint of this job.</source>
        <translation>Flink에 이 작업의 체크포인트 기록이 없습니다.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Triggered</source>
        <translation>시작 시각</translation>
    </message>
    <message>
        <source>State size</source>
        <translation>상태 크기</translation>
    </message>
    <message>
        <source>Path or failure</source>
        <translation>경로 또는 실패 사유</translation>
    </message>
    <message>
        <source>Checkpointing is off for this job.</source>
        <translation>이 작업은 체크포인트가 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>Flink remembers no failure of this job. After the loss of its JobManager that proves nothing.</source>
        <translation>Flink에 이 작업의 실패 기록이 없습니다. JobManager가 교체된 뒤라면 실패가 없었다는 뜻은 아닙니다.</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>마지막 발생</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>근본 원인</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>TaskManager</source>
        <translation>TaskManager</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no time for &apos;--since&apos;. Write it like 90s, 15m, 6h or 7d.</source>
        <translation>&apos;%1&apos; 값은 &apos;--since&apos; 옵션의 기간이 아닙니다. 90s, 15m, 6h, 7d처럼 쓰세요.</translation>
    </message>
    <message>
        <source>Flink has forgotten older failures.</source>
        <translation>Flink에 더 오래된 실패 기록은 남아 있지 않습니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; could not be understood: %2</source>
        <translation>&apos;%1&apos; 리소스를 해석하지 못했습니다: %2</translation>
    </message>
    <message>
        <source>There is no &apos;%1&apos; here.</source>
        <translation>여기에 &apos;%1&apos; 리소스가 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>찾은 항목이 없습니다.</translation>
    </message>
    <message>
        <source>The last checkpoint of &apos;%1&apos; is not known: %2</source>
        <translation>&apos;%1&apos; 배포의 마지막 체크포인트 확인 불가: %2</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>수명 주기</translation>
    </message>
    <message>
        <source>Flink</source>
        <translation>Flink</translation>
    </message>
    <message>
        <source>Last checkpoint</source>
        <translation>마지막 체크포인트</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>There is no verb &apos;%1&apos;.</source>
        <translation>&apos;%1&apos; 명령이 없습니다.</translation>
    </message>
    <message>
        <source>There is no option &apos;--%1&apos;.</source>
        <translation>&apos;--%1&apos; 옵션이 없습니다.</translation>
    </message>
    <message>
        <source>The option &apos;--%1&apos; takes no value.</source>
        <translation>&apos;--%1&apos; 옵션에는 값을 줄 수 없습니다.</translation>
    </message>
    <message>
        <source>There is no option &apos;-%1&apos;.</source>
        <translation>&apos;-%1&apos; 옵션이 없습니다.</translation>
    </message>
    <message>
        <source>The option &apos;--%1&apos; needs a value.</source>
        <translation>&apos;--%1&apos; 옵션에는 값이 필요합니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no value for &apos;--%2&apos;. Choose one of: %3</source>
        <translation>&apos;%1&apos; 값은 &apos;--%2&apos; 옵션에 쓸 수 없습니다. 다음 중에서 고르세요: %3</translation>
    </message>
    <message>
        <source>A verb is missing.</source>
        <translation>명령이 빠졌습니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not known to &apos;%2&apos;. Choose one of: %3</source>
        <translation>&apos;%2&apos; 명령에 &apos;%1&apos; 값은 쓸 수 없습니다. 다음 중에서 고르세요: %3</translation>
    </message>
    <message>
        <source>Something is missing after &apos;%1&apos;: %2</source>
        <translation>&apos;%1&apos; 뒤에 빠진 값이 있습니다: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is more than &apos;%2&apos; understands.</source>
        <translation>&apos;%2&apos; 명령에 &apos;%1&apos; 값은 남습니다.</translation>
    </message>
    <message>
        <source>done, or nothing found</source>
        <translation>완료, 또는 문제 없음</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>문제 발견</translation>
    </message>
    <message>
        <source>the command line makes no sense</source>
        <translation>명령줄 오류</translation>
    </message>
    <message>
        <source>unreachable, or no answer in time</source>
        <translation>연결할 수 없음, 또는 시간 초과</translation>
    </message>
    <message>
        <source>not permitted</source>
        <translation>권한 없음</translation>
    </message>
    <message>
        <source>the operation failed</source>
        <translation>작업 실패</translation>
    </message>
    <message>
        <source>the outcome is unknown; the message says how to look</source>
        <translation>결과 확인 불가(확인 방법은 메시지에 표시)</translation>
    </message>
    <message>
        <source>Usage: dreyctl VERB [ARGUMENTS] [OPTIONS]. &apos;dreyctl --help&apos; lists the verbs.</source>
        <translation>사용법: dreyctl 명령 [인자] [옵션]. 명령 목록은 &apos;dreyctl --help&apos; 참고.</translation>
    </message>
    <message>
        <source>dreyctl: Apache Flink on Kubernetes from a terminal</source>
        <translation>dreyctl: 터미널에서 다루는 Kubernetes의 Apache Flink</translation>
    </message>
    <message>
        <source>Verbs:</source>
        <translation>명령:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>옵션:</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>종료 코드:</translation>
    </message>
    <message>
        <source>&apos;dreyctl VERB --help&apos; shows examples.</source>
        <translation>예제는 &apos;dreyctl 명령 --help&apos; 참고.</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>예제:</translation>
    </message>
    <message>
        <source>Options of this verb:</source>
        <translation>이 명령의 옵션:</translation>
    </message>
    <message>
        <source>Apache Flink on Kubernetes from a terminal</source>
        <translation>터미널에서 다루는 Kubernetes의 Apache Flink</translation>
    </message>
    <message>
        <source>No context is chosen: the kubeconfig names no current one. Use --context or --endpoint.</source>
        <translation>선택한 컨텍스트가 없습니다. kubeconfig에 현재 컨텍스트가 없으니 --context 또는 --endpoint 옵션을 쓰세요.</translation>
    </message>
    <message>
        <source>There is no context &apos;%1&apos;. &apos;dreyctl contexts&apos; lists them.</source>
        <translation>&apos;%1&apos; 컨텍스트가 없습니다. 목록은 &apos;dreyctl contexts&apos; 명령으로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Choose one of --namespace and --all-namespaces.</source>
        <translation>--namespace와 --all-namespaces 중 하나만 쓰세요.</translation>
    </message>
    <message>
        <source>Choose one of --endpoint and --deployment.</source>
        <translation>--endpoint와 --deployment 중 하나만 쓰세요.</translation>
    </message>
    <message>
        <source>Which Flink cluster? Use --endpoint URL or --deployment NAME.</source>
        <translation>Flink 클러스터가 지정되지 않았습니다. --endpoint URL 또는 --deployment NAME 옵션을 쓰세요.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be the name of a deployment.</source>
        <translation>&apos;%1&apos; 값은 배포 이름으로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>주의</translation>
    </message>
    <message>
        <source>changing</source>
        <translation>변경 중</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>확인 불가</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>일시 중지됨</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>Nobody has allowed this. Repeat the command with --allow-exec, or allow it once in Drey&apos;s window.</source>
        <translation>아직 허용되지 않은 프로그램입니다. --allow-exec 옵션을 붙여 다시 실행하거나 Drey 창에서 한 번 허용하세요.</translation>
    </message>
    <message>
        <source>Allow it? y: this time, a: always, anything else: no</source>
        <translation>허용할까요? y: 이번만, a: 항상, 그 밖: 거부</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>확인 안 함</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no number of seconds for &apos;--timeout&apos;.</source>
        <translation>&apos;%1&apos; 값은 &apos;--timeout&apos; 옵션의 초 단위 숫자가 아닙니다.</translation>
    </message>
    <message numerus="yes">
        <source>There was no complete answer within %n second(s).</source>
        <translation>
            <numerusform>%n초 안에 응답이 끝나지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>경고: %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not know the type %2: it comes with the Flink operator since version 1.14.</source>
        <translation>&apos;%1&apos;에는 %2 타입이 없습니다. Flink Operator 1.14부터 제공됩니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not know the type %2: it comes with the Flink operator since version 1.10.</source>
        <translation>&apos;%1&apos;에는 %2 타입이 없습니다. Flink Operator 1.10부터 제공됩니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not know the type %2: the Flink operator is not installed.</source>
        <translation>&apos;%1&apos;에는 %2 타입이 없습니다. Flink Operator가 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>&apos;?&apos; marks what not all sources have confirmed; --ask asks Flink and the pods.</source>
        <translation>&apos;?&apos; 표시는 모든 출처에서 확인하지 않은 상태입니다. --ask를 쓰면 Flink와 파드에도 확인합니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s) did not answer in time; --timeout gives them longer.</source>
        <translation>
            <numerusform>배포 %n개가 시간 안에 응답하지 않았습니다. --timeout으로 시간을 늘릴 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no value for &apos;--%2&apos;.</source>
        <translation>&apos;--%2&apos;에 쓸 수 없는 값입니다: &apos;%1&apos;</translation>
    </message>
    <message>
        <source>The practice cluster cannot listen on port %1: %2</source>
        <translation>연습용 클러스터를 열 수 없습니다. 포트: %1, 원인: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be written: %2</source>
        <translation>파일을 쓸 수 없습니다: &apos;%1&apos; (%2)</translation>
    </message>
    <message>
        <source>%1 Lost again: %2</source>
        <translation>%1 다시 벗어남: %2</translation>
    </message>
    <message>
        <source>%1 Reached: %2</source>
        <translation>%1 달성: %2</translation>
    </message>
    <message>
        <source>%1 Recovered.</source>
        <translation>%1 복구되었습니다.</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>난이도</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>There is no scenario &apos;%1&apos;. See &quot;dreyctl practice list&quot;.</source>
        <translation>&apos;%1&apos; 시나리오가 없습니다. 목록은 &quot;dreyctl practice list&quot; 명령으로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no release of Flink that is known. Known are: %2</source>
        <translation>&apos;%1&apos; 값은 알려진 Flink 릴리스가 아닙니다. 알려진 릴리스: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no release of the operator that is known. Known are: %2</source>
        <translation>&apos;%1&apos; 값은 알려진 Operator 릴리스가 아닙니다. 알려진 릴리스: %2</translation>
    </message>
    <message>
        <source>Standard input (&apos;-&apos;) is read alone, without other files.</source>
        <translation>표준 입력(&apos;-&apos;)은 다른 파일 없이 단독으로만 읽습니다.</translation>
    </message>
    <message>
        <source>&apos;--fix -&apos; writes the mended text to standard output; there is no room for a report.</source>
        <translation>&apos;--fix -&apos; 옵션은 고친 텍스트를 표준 출력에 씁니다. 보고서를 함께 출력할 수 없습니다.</translation>
    </message>
    <message>
        <source>error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>info</source>
        <translation>참고</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) fixed.</source>
        <translation>
            <numerusform>문제 %n건을 고쳤습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no manifest in it.</source>
        <translation>매니페스트가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>문서 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found in %1.</source>
        <translation>%1에서 문제를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Found in %1: errors %2, warnings %3, remarks %4.</source>
        <translation>%1에서 찾은 문제: 오류 %2건, 경고 %3건, 참고 %4건.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>&apos;--fix&apos; changes manifests, not the pages they stand in: leave out &apos;--extract&apos;.</source>
        <translation>&apos;--fix&apos; 옵션은 매니페스트만 고치며, 매니페스트가 들어 있는 페이지는 고치지 않습니다. &apos;--extract&apos; 옵션을 빼세요.</translation>
    </message>
    <message>
        <source>A %1 is none of the operator&apos;s kinds: it is left out.</source>
        <translation>Operator가 관리하는 종류가 아니어서 제외했습니다: %1</translation>
    </message>
    <message>
        <source>There is no manifest of the Flink operator in it.</source>
        <translation>Flink Operator의 매니페스트가 없습니다.</translation>
    </message>
    <message>
        <source>CLASS</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>FIELD</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>FROM</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>TO</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>STABLE</source>
        <translation>안정 상태</translation>
    </message>
    <message>
        <source>Starts from</source>
        <translation>복구 지점</translation>
    </message>
    <message>
        <source>At stake</source>
        <translation>위험</translation>
    </message>
    <message>
        <source>Session jobs</source>
        <translation>세션 작업</translation>
    </message>
    <message>
        <source>The operator reports</source>
        <translation>Operator 보고</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>%1 belongs to %2.</source>
        <translation>%1 필드의 소유자: %2</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>확인 불가</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be read: %2</source>
        <translation>&apos;%1&apos; 파일을 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Held against what runs on %1, by the schemas that come with Drey.</source>
        <translation>&apos;%1&apos; 컨텍스트에서 실행 중인 리소스와 비교했습니다. 스키마는 Drey에 포함된 것을 사용했습니다.</translation>
    </message>
    <message>
        <source>Held against what runs on %1, by that cluster&apos;s own schemas.</source>
        <translation>&apos;%1&apos; 컨텍스트에서 실행 중인 리소스와 비교했습니다. 스키마는 그 클러스터의 것을 사용했습니다.</translation>
    </message>
    <message>
        <source>%1 Detected: somebody has set to work on what is affected.</source>
        <translation>%1 감지: 영향을 받은 대상에 조치가 시작되었습니다.</translation>
    </message>
    <message>
        <source>there is a file already, and it is no kubeconfig of a practice cluster</source>
        <translation>파일이 이미 있으며, 연습 클러스터의 kubeconfig가 아닙니다</translation>
    </message>
    <message>
        <source>Press Enter for a hint.</source>
        <translation>힌트를 보려면 Enter 키를 누르세요.</translation>
    </message>
    <message>
        <source>What it was: %1</source>
        <translation>원인: %1</translation>
    </message>
    <message>
        <source>What was to be done: %1</source>
        <translation>해결 방법: %1</translation>
    </message>
    <message>
        <source>Detected after %1, recovered after %2, hints taken: %3.</source>
        <translation>감지까지 %1, 복구까지 %2, 사용한 힌트: %3개.</translation>
    </message>
    <message>
        <source>There is no hint left.</source>
        <translation>남은 힌트가 없습니다.</translation>
    </message>
    <message>
        <source>Hint %1 of %2: %3</source>
        <translation>힌트 %1/%2: %3</translation>
    </message>
    <message>
        <source>same</source>
        <translation>같음</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>변경됨</translation>
    </message>
    <message>
        <source>added</source>
        <translation>추가됨</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>제거됨</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>연산자</translation>
    </message>
    <message>
        <source>Operator id</source>
        <translation>연산자 ID</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Max parallelism</source>
        <translation>최대 병렬도</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Keyed</source>
        <translation>키 상태</translation>
    </message>
    <message>
        <source>Operator state</source>
        <translation>연산자 상태</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>전송 중</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>코디네이터</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1개(%2)</translation>
    </message>
    <message>
        <source>Files in both: %1, only in the first: %2, only in the second: %3</source>
        <translation>양쪽 모두에 있는 파일: %1, 첫 번째에만: %2, 두 번째에만: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be looked at, which does not mean that they are missing. Look where they were written, or say with --map FROM=TO where they lie on this machine.</source>
        <translation>
            <numerusform>파일 %n개를 확인할 수 없었습니다. 없다는 뜻은 아닙니다. 파일이 쓰인 곳에서 확인하거나, 이 컴퓨터의 어디에 있는지 --map FROM=TO 옵션으로 알려 주세요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) lie beside the snapshot, but not where it says. Flink will look for them where they were written.</source>
        <translation>
            <numerusform>파일 %n개가 기록된 위치가 아니라 스냅샷 옆에 있습니다. Flink는 처음 쓰인 위치에서 파일을 찾습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) follow where the metadata should end. Flink leaves them unread.</source>
        <translation>
            <numerusform>메타데이터가 끝나야 할 위치 뒤에 %n바이트가 더 있습니다. Flink는 이 부분을 읽지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>&apos;inspect&apos; looks at one snapshot; &apos;compare&apos; at two.</source>
        <translation>&apos;inspect&apos; 명령은 스냅샷 1개를, &apos;compare&apos; 명령은 2개를 읽습니다.</translation>
    </message>
    <message>
        <source>&apos;--map&apos; needs FROM=TO: a path as it was recorded, and a folder of this machine.</source>
        <translation>&apos;--map&apos; 옵션에는 FROM=TO 형식이 필요합니다. 기록된 경로와 이 컴퓨터의 폴더를 쓰세요.</translation>
    </message>
    <message>
        <source>State: %1, of which %2 stand in the metadata itself.</source>
        <translation>상태: %1, 그중 메타데이터 자체에 있는 양: %2</translation>
    </message>
    <message>
        <source>This checkpoint itself wrote %1 of it.</source>
        <translation>이 체크포인트가 직접 쓴 양: %1</translation>
    </message>
    <message>
        <source>It refers to no other file.</source>
        <translation>다른 파일을 참조하지 않습니다.</translation>
    </message>
    <message>
        <source>Files: %1 with %2, of which %3 may be shared with other checkpoints.</source>
        <translation>파일: %1개(%2), 그중 %3개는 다른 체크포인트와 공유될 수 있습니다.</translation>
    </message>
    <message>
        <source>All paths are relative: the folder can be moved as it is.</source>
        <translation>모든 경로가 상대 경로이므로 폴더를 그대로 옮길 수 있습니다.</translation>
    </message>
    <message>
        <source>Paths are absolute: Flink looks for these files where they were written.</source>
        <translation>경로가 절대 경로이므로 Flink는 처음 쓰인 위치에서 파일을 찾습니다.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete: every file is there with its length.</source>
        <translation>완전함: 모든 파일이 있고 길이가 맞습니다.</translation>
    </message>
    <message>
        <source>Incomplete: this snapshot cannot be restored as it is.</source>
        <translation>불완전함: 이 상태로는 스냅샷을 복원할 수 없습니다.</translation>
    </message>
    <message>
        <source>Not known: what could be looked at is right, but not everything could.</source>
        <translation>확인 불가: 확인한 파일은 모두 올바르지만, 확인할 수 없는 파일이 있습니다.</translation>
    </message>
    <message>
        <source>Its files were not looked for; --verify does.</source>
        <translation>파일을 확인하지 않았습니다. --verify 옵션으로 확인합니다.</translation>
    </message>
    <message>
        <source>Missing:</source>
        <translation>없는 파일:</translation>
    </message>
    <message>
        <source>Of the wrong length:</source>
        <translation>길이가 다른 파일:</translation>
    </message>
    <message>
        <source>Not looked at:</source>
        <translation>확인하지 못한 파일:</translation>
    </message>
    <message>
        <source>Format %1 of the metadata</source>
        <translation>메타데이터 형식 %1</translation>
    </message>
    <message>
        <source>Master hook %1: %2</source>
        <translation>마스터 훅 %1: %2</translation>
    </message>
    <message>
        <source>&apos;compare&apos; looks for no files: leave out &apos;--verify&apos;, &apos;--deep&apos; and &apos;--map&apos;.</source>
        <translation>&apos;compare&apos; 명령은 파일을 찾지 않습니다. &apos;--verify&apos;, &apos;--deep&apos;, &apos;--map&apos; 옵션을 빼세요.</translation>
    </message>
    <message>
        <source>States of %1: %2</source>
        <translation>&apos;%1&apos; 연산자의 상태: %2</translation>
    </message>
    <message>
        <source>State may be lost.</source>
        <translation>상태를 잃을 수 있습니다.</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>사전 점검</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>At stake: %1</source>
        <translation>위험: %1</translation>
    </message>
    <message>
        <source>Usually takes %1.</source>
        <translation>보통 %1 걸립니다.</translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation>아직 작업 내역이 없습니다.</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>OPERATION</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>OBJECT</source>
        <translation>오브젝트</translation>
    </message>
    <message>
        <source>CONTEXT</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>BEGUN</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>TOOK</source>
        <translation>소요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no number of seconds for &apos;--settle&apos;.</source>
        <translation>&apos;%1&apos; 값은 &apos;--settle&apos;에 쓸 수 있는 초 단위 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no parallelism.</source>
        <translation>&apos;%1&apos; 값은 병렬도가 아닙니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not of the form spec.path=value.</source>
        <translation>&apos;%1&apos; 값은 spec.path=value 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>What is to be changed? See &apos;dreyctl %1 --help&apos;.</source>
        <translation>무엇을 변경할까요? &apos;dreyctl %1 --help&apos;를 참고하세요.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not the manifest of %2 &apos;%3&apos;.</source>
        <translation>&apos;%1&apos; 파일은 %2 &apos;%3&apos;의 매니페스트가 아닙니다.</translation>
    </message>
    <message>
        <source>There is no operation &apos;%1&apos; with a spec to go back to.</source>
        <translation>되돌아갈 spec이 있는 작업 내역 &apos;%1&apos; 항목이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was done: the preflight forbids it.</source>
        <translation>사전 점검에서 막혀 아무것도 하지 않았습니다.</translation>
    </message>
    <message>
        <source>Nobody is there to agree to it. Repeat the command with --yes, or with --plan.</source>
        <translation>동의할 사람이 없습니다. --yes 또는 --plan을 붙여 다시 실행하세요.</translation>
    </message>
    <message>
        <source>Type the name &apos;%1&apos; to go on; anything else: no.</source>
        <translation>계속하려면 &apos;%1&apos; 이름을 입력하세요. 그 밖의 입력: 아니요</translation>
    </message>
    <message>
        <source>Go on? y: yes, anything else: no</source>
        <translation>계속할까요? y: 예, 그 밖의 입력: 아니요</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>아무것도 하지 않았습니다.</translation>
    </message>
    <message>
        <source>Operation %1</source>
        <translation>작업 내역 %1</translation>
    </message>
    <message>
        <source>It is cancelled at the next safe point. Once more: leave it as it is.</source>
        <translation>다음 안전 지점에서 취소합니다. 한 번 더 누르면 그대로 두고 나갑니다.</translation>
    </message>
    <message>
        <source>It is left as it is. Look at it with &apos;dreyctl operations show %1&apos;, go on with &apos;dreyctl operations continue %1&apos;.</source>
        <translation>그대로 두었습니다. &apos;dreyctl operations show %1&apos;로 확인하고 &apos;dreyctl operations continue %1&apos;로 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>The outcome is unknown. Look with &apos;dreyctl operations show %1&apos;, go on with &apos;dreyctl operations continue %1&apos;.</source>
        <translation>결과를 확인할 수 없습니다. &apos;dreyctl operations show %1&apos;로 확인하고 &apos;dreyctl operations continue %1&apos;로 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>There is no operation &apos;%1&apos;.</source>
        <translation>작업 내역 &apos;%1&apos; 항목이 없습니다.</translation>
    </message>
    <message>
        <source>Somebody goes on by hand.</source>
        <translation>누군가 직접 이어서 처리합니다.</translation>
    </message>
    <message>
        <source>It was begun in the context &apos;%1&apos;: choose it with --context.</source>
        <translation>컨텍스트 &apos;%1&apos;에서 시작한 작업 내역입니다. --context로 선택하세요.</translation>
    </message>
    <message>
        <source>Which operation? &apos;dreyctl operations&apos; lists them.</source>
        <translation>어느 작업 내역인가요? &apos;dreyctl operations&apos;로 목록을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The list takes no operation.</source>
        <translation>목록에는 작업 내역을 지정하지 않습니다.</translation>
    </message>
    <message>
        <source>VERDICT</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>COMPLETED</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>STATE SIZE</source>
        <translation>상태 크기</translation>
    </message>
    <message>
        <source>KNOWN FROM</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>PROBLEM</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Nobody knows of a snapshot to start from. With --empty it starts without its state; with &apos;dreyctl redeploy&apos; from one that you know.</source>
        <translation>시작할 스냅샷을 아무도 알지 못합니다. --empty를 쓰면 상태 없이 시작하고, &apos;dreyctl redeploy&apos;를 쓰면 알고 있는 스냅샷에서 시작합니다.</translation>
    </message>
    <message>
        <source>There is no candidate &apos;%1&apos;.</source>
        <translation>후보 &apos;%1&apos; 항목이 없습니다.</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>no state</source>
        <translation>상태 없음</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외됨</translation>
    </message>
    <message>
        <source>The snapshot has format %1 of the metadata, which Flink %2 does not read.</source>
        <translation>스냅샷의 메타데이터 형식은 %1이며, Flink %2 버전은 이 형식을 읽지 못합니다.</translation>
    </message>
    <message>
        <source>In the job</source>
        <translation>작업에서</translation>
    </message>
    <message>
        <source>Vertex of the job</source>
        <translation>작업의 연산자(vertex)</translation>
    </message>
    <message>
        <source>Vertices of the job that begin with an operator the snapshot does not have: %1</source>
        <translation>스냅샷에 없는 연산자로 시작하는 작업의 vertex: %1</translation>
    </message>
    <message>
        <source>Job %1 (%2), %3</source>
        <translation>작업 %1 (%2), %3</translation>
    </message>
    <message>
        <source>A job belongs to &apos;compare&apos;; &apos;inspect&apos; asks no Flink.</source>
        <translation>작업은 &apos;compare&apos; 명령에 지정합니다. &apos;inspect&apos; 명령은 Flink에 묻지 않습니다.</translation>
    </message>
    <message>
        <source>The version of this Flink is not known: %1</source>
        <translation>이 Flink의 버전을 확인하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>&apos;compare&apos; needs two snapshots, or one and a job (&apos;--job ID&apos;).</source>
        <translation>&apos;compare&apos; 명령에는 스냅샷 2개 또는 스냅샷 1개와 작업(&apos;--job ID&apos;)이 필요합니다.</translation>
    </message>
    <message>
        <source>Flink could not start from it. Going on with the next: %1</source>
        <translation>Flink가 여기서 시작하지 못했습니다. 다음 후보로 계속합니다: %1</translation>
    </message>
    <message>
        <source>What can be done about it:</source>
        <translation>할 수 있는 일:</translation>
    </message>
    <message>
        <source>Ctrl+C ends this one at a safe point first.</source>
        <translation>먼저 Ctrl+C로 이 작업 내역을 안전한 지점에서 끝내세요.</translation>
    </message>
    <message>
        <source>The API server answered with something else.</source>
        <translation>API 서버가 예상과 다른 응답을 보냈습니다.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>&apos;%1&apos; 값을 읽지 못했습니다: %2</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>활성</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; changes a custom resource, and there is none at an endpoint. There, a job takes these: savepoint, checkpoint, suspend, resume, rescale, delete.</source>
        <translation>&apos;%1&apos; 명령은 커스텀 리소스를 바꾸는데 엔드포인트에는 커스텀 리소스가 없습니다. 엔드포인트의 작업에는 savepoint, checkpoint, suspend, resume, rescale, delete를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>&apos;--%1&apos; has no meaning at an endpoint.</source>
        <translation>&apos;--%1&apos; 옵션은 엔드포인트에서 의미가 없습니다.</translation>
    </message>
    <message>
        <source>It was begun at the endpoint &apos;%1&apos;: choose it with --endpoint.</source>
        <translation>엔드포인트 &apos;%1&apos;에서 시작한 작업 내역입니다. --endpoint로 선택하세요.</translation>
    </message>
    <message>
        <source>&apos;--%1&apos; is for a job at an endpoint: use it with --endpoint.</source>
        <translation>&apos;--%1&apos; 옵션은 엔드포인트의 작업에 씁니다. --endpoint와 함께 쓰세요.</translation>
    </message>
    <message>
        <source>Meanwhile it has changed; nothing was done. This is what would be done now:</source>
        <translation>그 사이에 바뀌어서 아무것도 하지 않았습니다. 지금 실행하면 다음과 같습니다:</translation>
    </message>
    <message>
        <source>None of these can be trusted without somebody looking at it. Choose one with --candidate, or start without its state with --empty.</source>
        <translation>확인 없이 믿을 수 있는 후보가 없습니다. --candidate로 하나를 고르거나 --empty로 상태 없이 시작하세요.</translation>
    </message>
    <message>
        <source>&apos;--drain&apos; and &apos;--no-savepoint&apos; exclude each other.</source>
        <translation>&apos;--drain&apos;과 &apos;--no-savepoint&apos;는 함께 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Known cause</source>
        <translation>알려진 원인</translation>
    </message>
    <message>
        <source>Several jobs run there. Choose one: dreyctl graph ID --deployment %1</source>
        <translation>여러 작업이 실행 중입니다. 하나를 고르세요: dreyctl graph ID --deployment %1</translation>
    </message>
    <message>
        <source>Flink names edges of vertices that it does not list; they are left out (%1).</source>
        <translation>Flink 답변에 목록에 없는 정점의 간선이 있어 뺐습니다(%1개).</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Backpressured</source>
        <translation>백프레셔</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>유휴</translation>
    </message>
    <message>
        <source>Records in/s</source>
        <translation>입력 레코드/초</translation>
    </message>
    <message>
        <source>Records out/s</source>
        <translation>출력 레코드/초</translation>
    </message>
    <message>
        <source>No vertex holds up the others.</source>
        <translation>다른 정점을 지연시키는 정점이 없습니다.</translation>
    </message>
    <message>
        <source>Flink has measured nothing here yet, so nothing can be said of a bottleneck.</source>
        <translation>Flink에 아직 측정값이 없어 병목을 판단할 수 없습니다.</translation>
    </message>
    <message>
        <source>Bottleneck: %1.</source>
        <translation>병목: %1.</translation>
    </message>
</context>
<context>
    <name>cli::Verbs</name>
    <message>
        <source>the only kubeconfig to read, instead of KUBECONFIG or ~/.kube/config</source>
        <translation>KUBECONFIG나 ~/.kube/config 대신 읽을 kubeconfig 파일</translation>
    </message>
    <message>
        <source>the context to use, instead of the current one</source>
        <translation>현재 컨텍스트 대신 사용할 컨텍스트</translation>
    </message>
    <message>
        <source>the namespace to look in, instead of the context&apos;s own</source>
        <translation>컨텍스트의 네임스페이스 대신 조회할 네임스페이스</translation>
    </message>
    <message>
        <source>look in all namespaces</source>
        <translation>모든 네임스페이스 조회</translation>
    </message>
    <message>
        <source>ask this Flink REST address instead of a context</source>
        <translation>컨텍스트 대신 조회할 Flink REST 주소</translation>
    </message>
    <message>
        <source>send this header to the endpoint; may be repeated</source>
        <translation>엔드포인트로 보낼 헤더(여러 번 지정 가능)</translation>
    </message>
    <message>
        <source>trust only these certificate authorities (PEM) at the endpoint</source>
        <translation>엔드포인트에서 신뢰할 인증 기관(PEM)</translation>
    </message>
    <message>
        <source>client certificate (PEM) for the endpoint</source>
        <translation>엔드포인트용 클라이언트 인증서(PEM)</translation>
    </message>
    <message>
        <source>private key (PEM) of the client certificate</source>
        <translation>클라이언트 인증서의 개인 키(PEM)</translation>
    </message>
    <message>
        <source>table, json or yaml</source>
        <translation>table, json, yaml 중 하나</translation>
    </message>
    <message>
        <source>en or ko, instead of the language of the environment</source>
        <translation>환경의 언어 대신 en 또는 ko</translation>
    </message>
    <message>
        <source>no colours, also on a terminal</source>
        <translation>터미널에서도 색 없이 출력</translation>
    </message>
    <message>
        <source>ask nothing and take yes for an answer; a protected context stays protected</source>
        <translation>묻지 않고 모두 예로 처리(보호된 컨텍스트는 그대로 보호됨)</translation>
    </message>
    <message>
        <source>let the kubeconfig&apos;s credential plugin run this time, without asking</source>
        <translation>kubeconfig의 인증 플러그인을 이번 한 번 묻지 않고 실행</translation>
    </message>
    <message>
        <source>give up after so long (exit code 3), 60 unless told</source>
        <translation>이 시간이 지나면 중단(종료 코드 3), 기본값 60</translation>
    </message>
    <message>
        <source>explain the verb, with examples</source>
        <translation>명령 설명과 예제</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>버전 출력</translation>
    </message>
    <message>
        <source>the Flink cluster of this FlinkDeployment, through the API server</source>
        <translation>API 서버를 거쳐 조회할 FlinkDeployment의 Flink 클러스터</translation>
    </message>
    <message>
        <source>only checkpoints triggered in this time: 90s, 15m, 6h, 7d</source>
        <translation>이 기간에 시작한 체크포인트만: 90s, 15m, 6h, 7d</translation>
    </message>
    <message>
        <source>List the contexts of the kubeconfig and what is wrong with them.</source>
        <translation>kubeconfig의 컨텍스트와 그 문제를 나열합니다.</translation>
    </message>
    <message>
        <source>Test a context or an endpoint step by step, from its name to its Flink deployments.</source>
        <translation>컨텍스트나 엔드포인트를 이름 조회부터 Flink 배포까지 단계별로 진단합니다.</translation>
    </message>
    <message>
        <source>List Flink deployments, session jobs, snapshots or blue/green deployments.</source>
        <translation>Flink 배포, 세션 작업, 스냅샷, 블루/그린 배포를 나열합니다.</translation>
    </message>
    <message>
        <source>Show one deployment: what each source says of it, how old that is, and what it would restore from.</source>
        <translation>배포 하나를 출처별 상태, 경과, 복구 지점과 함께 보여 줍니다.</translation>
    </message>
    <message>
        <source>List the jobs of a Flink cluster.</source>
        <translation>Flink 클러스터의 작업을 나열합니다.</translation>
    </message>
    <message>
        <source>Show one job with its vertices.</source>
        <translation>작업 하나를 연산자와 함께 보여 줍니다.</translation>
    </message>
    <message>
        <source>List the checkpoints Flink remembers of a job.</source>
        <translation>Flink에 기록된 작업의 체크포인트를 나열합니다.</translation>
    </message>
    <message>
        <source>List the failures Flink remembers of a job, equal ones together.</source>
        <translation>Flink에 기록된 작업의 실패를 같은 것끼리 묶어 나열합니다.</translation>
    </message>
    <message>
        <source>ask the Flink of each deployment and for its pods, too; always done for one NAME</source>
        <translation>배포마다 Flink와 파드에도 확인합니다. NAME을 하나 지정하면 항상 확인합니다</translation>
    </message>
    <message>
        <source>write the kubeconfig here; it is removed at the end</source>
        <translation>이 경로에 kubeconfig를 씁니다. 종료할 때 삭제합니다</translation>
    </message>
    <message>
        <source>listen on this port of 127.0.0.1, instead of any free one</source>
        <translation>빈 포트 대신 127.0.0.1의 이 포트를 사용합니다</translation>
    </message>
    <message>
        <source>the same seed gives the same cluster</source>
        <translation>시드가 같으면 같은 클러스터가 만들어집니다</translation>
    </message>
    <message>
        <source>seconds of the cluster in one second; 0 stops its time, 1000 is the most</source>
        <translation>실제 1초 동안 흐르는 클러스터의 시간(초). 0이면 멈추고 최대값은 1000입니다</translation>
    </message>
    <message>
        <source>the release of the Flink operator to play</source>
        <translation>재현할 Flink Operator 릴리스</translation>
    </message>
    <message>
        <source>what is to happen in it, one of &quot;dreyctl practice list&quot;</source>
        <translation>재현할 시나리오(&quot;dreyctl practice list&quot; 목록의 이름)</translation>
    </message>
    <message>
        <source>Run a practice cluster on this machine until stopped, kubectl and Drey work on it; or list what can be rehearsed in it.</source>
        <translation>중지할 때까지 이 컴퓨터에서 연습용 클러스터를 실행하거나(kubectl과 Drey로 접속 가능) 연습할 수 있는 시나리오를 나열합니다.</translation>
    </message>
    <message>
        <source>the Flink that is to read it, v1_20 or 1.20, instead of what each document says</source>
        <translation>각 문서가 말하는 버전 대신 이 Flink 버전을 기준으로 봄: v1_20 또는 1.20</translation>
    </message>
    <message>
        <source>the release of the Flink operator, 1.10 to 1.16, instead of the newest</source>
        <translation>최신 릴리스 대신 이 Flink Operator 릴리스를 기준으로 봄: 1.10~1.16</translation>
    </message>
    <message>
        <source>write what can be mended without changing what it means into the files</source>
        <translation>뜻을 바꾸지 않고 고칠 수 있는 것을 파일에 바로 씀</translation>
    </message>
    <message>
        <source>table, json, yaml or sarif</source>
        <translation>table, json, yaml 또는 sarif</translation>
    </message>
    <message>
        <source>look at the manifests and the Flink keys within pages of text, such as Markdown</source>
        <translation>Markdown 같은 텍스트 페이지 안의 매니페스트와 Flink 키를 봄</translation>
    </message>
    <message>
        <source>Show what applying a manifest would do to the job that runs: which changes upgrade it, how the operator would stop it and from where it would start again. Changes nothing. 1: it would be refused.</source>
        <translation>매니페스트를 적용하면 실행 중인 작업이 어떻게 되는지 보여 줍니다. 어떤 변경이 업그레이드를 일으키는지, Operator가 작업을 어떻게 중지하고 어디에서 다시 시작하는지 알려 줍니다. 아무것도 바꾸지 않습니다. 1: 거부됩니다.</translation>
    </message>
    <message>
        <source>Print the manual page, the completion for bash, or the page of lint&apos;s rules or of Flink&apos;s keys.</source>
        <translation>매뉴얼 페이지, bash 자동 완성, lint 규칙 페이지 또는 Flink 키 페이지를 출력합니다.</translation>
    </message>
    <message>
        <source>hold them against a cluster, too: its schemas, and what it runs under the same names</source>
        <translation>클러스터와도 비교합니다: 클러스터의 스키마와 같은 이름으로 실행 중인 리소스</translation>
    </message>
    <message>
        <source>Find what is wrong with manifests, without a cluster unless --live is given: files, all .yaml in a folder, or - for standard input. Errors and warnings end with 1, remarks alone with 0.</source>
        <translation>매니페스트의 문제를 찾습니다. --live를 지정하지 않으면 클러스터가 필요 없습니다. 파일, 폴더 안의 모든 .yaml, 또는 표준 입력(-)을 받습니다. 오류와 경고가 있으면 1, 참고 사항만 있으면 0으로 끝납니다.</translation>
    </message>
    <message>
        <source>look for every file of an inspected snapshot, and at its length</source>
        <translation>inspect 대상 스냅샷의 모든 파일이 있는지, 길이가 맞는지 확인</translation>
    </message>
    <message>
        <source>what was recorded below FROM, as s3://bucket/flink, lies in the folder TO; may be repeated</source>
        <translation>FROM(예: s3://bucket/flink) 아래로 기록된 파일이 TO 폴더에 있음, 여러 번 지정 가능</translation>
    </message>
    <message>
        <source>look into its files, too, for the names of keyed states</source>
        <translation>키 상태의 이름을 찾기 위해 파일 내용도 확인</translation>
    </message>
    <message>
        <source>print preflight and steps, and change nothing</source>
        <translation>사전 점검과 단계를 출력하고 아무것도 변경하지 않음</translation>
    </message>
    <message>
        <source>end when the first request was taken; &apos;dreyctl operations continue&apos; follows it</source>
        <translation>첫 요청이 받아들여지면 끝냄. &apos;dreyctl operations continue&apos;로 이어서 확인</translation>
    </message>
    <message>
        <source>keep the journal here, instead of $XDG_STATE_HOME/drey</source>
        <translation>$XDG_STATE_HOME/drey 대신 여기에 작업 기록을 보관</translation>
    </message>
    <message>
        <source>NAME is a FlinkSessionJob</source>
        <translation>NAME은 FlinkSessionJob</translation>
    </message>
    <message>
        <source>it is done when the job has run so long without a restart, 60 unless told</source>
        <translation>재시작 없이 이만큼 실행되면 완료로 봄, 기본 60</translation>
    </message>
    <message>
        <source>canonical or native, instead of the configured one</source>
        <translation>설정된 형식 대신 canonical 또는 native</translation>
    </message>
    <message>
        <source>start from this savepoint or checkpoint</source>
        <translation>이 세이브포인트 또는 체크포인트에서 시작</translation>
    </message>
    <message>
        <source>the spec that was stable last, or the one before this operation</source>
        <translation>마지막으로 안정적이던 spec 또는 이 작업 내역 이전의 spec</translation>
    </message>
    <message>
        <source>take no savepoint first: its state is lost</source>
        <translation>먼저 세이브포인트를 만들지 않음: 상태를 잃음</translation>
    </message>
    <message>
        <source>of the job as a whole</source>
        <translation>작업 전체의 병렬도</translation>
    </message>
    <message>
        <source>of this vertex; may be repeated</source>
        <translation>이 버텍스의 병렬도. 여러 번 쓸 수 있음</translation>
    </message>
    <message>
        <source>what the spec of this manifest says</source>
        <translation>이 매니페스트의 spec 내용</translation>
    </message>
    <message>
        <source>another image</source>
        <translation>다른 이미지</translation>
    </message>
    <message>
        <source>another jar</source>
        <translation>다른 jar</translation>
    </message>
    <message>
        <source>another Flink, as v1_20</source>
        <translation>다른 Flink, 예: v1_20</translation>
    </message>
    <message>
        <source>any value of the spec: spec.taskManager.replicas=3; may be repeated</source>
        <translation>spec의 아무 값이나: spec.taskManager.replicas=3. 여러 번 쓸 수 있음</translation>
    </message>
    <message>
        <source>the upgradeMode from now on</source>
        <translation>앞으로 사용할 upgradeMode</translation>
    </message>
    <message>
        <source>Make a savepoint of a job that goes on, and end with its path.</source>
        <translation>실행 중인 작업의 세이브포인트를 만들고 그 경로로 끝냅니다.</translation>
    </message>
    <message>
        <source>Make a checkpoint now.</source>
        <translation>지금 체크포인트를 만듭니다.</translation>
    </message>
    <message>
        <source>Stop a job so that it can be resumed, as its upgradeMode says.</source>
        <translation>upgradeMode에 따라 재개할 수 있게 작업을 중지합니다.</translation>
    </message>
    <message>
        <source>Start a suspended job again, from where it stopped or from a snapshot.</source>
        <translation>일시 중지된 작업을 멈춘 지점이나 스냅샷에서 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Stop a job and start it again as it is.</source>
        <translation>작업을 중지하고 그대로 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Change the spec of a job, and see to it that it goes on from its state.</source>
        <translation>작업의 spec을 변경하고 상태를 이어 가는지 확인합니다.</translation>
    </message>
    <message>
        <source>Change the parallelism of a job, or of some of its vertices.</source>
        <translation>작업 또는 일부 버텍스의 병렬도를 변경합니다.</translation>
    </message>
    <message>
        <source>Go back to an earlier spec.</source>
        <translation>이전 spec으로 되돌립니다.</translation>
    </message>
    <message>
        <source>Cancel the job as it is, and start it from a snapshot.</source>
        <translation>작업을 그대로 취소하고 스냅샷에서 시작합니다.</translation>
    </message>
    <message>
        <source>Take a last savepoint, then delete a deployment or session job.</source>
        <translation>마지막 세이브포인트를 만든 뒤 deployment 또는 세션 작업을 삭제합니다.</translation>
    </message>
    <message>
        <source>List what was done, show one operation, go on with one that was interrupted, or hand it over to yourself.</source>
        <translation>작업 내역을 목록으로 보거나, 하나를 자세히 보거나, 중단된 것을 이어서 하거나, 직접 처리하도록 넘깁니다.</translation>
    </message>
    <message>
        <source>start from this one of the list, instead of the best, 1</source>
        <translation>가장 좋은 1번 대신 목록의 이 후보에서 시작</translation>
    </message>
    <message>
        <source>start without any state, whatever there is</source>
        <translation>무엇이 있든 상태 없이 시작</translation>
    </message>
    <message>
        <source>List all that a broken job could be started from, the best first, and start it from there.</source>
        <translation>고장 난 작업을 시작할 수 있는 후보를 좋은 순서로 보여 주고 거기서 시작합니다.</translation>
    </message>
    <message>
        <source>leave it as it is after so long (exit code 6); unless told it is followed to its end</source>
        <translation>이 시간이 지나면 그대로 두고 나감(종료 코드 6). 지정하지 않으면 끝까지 확인</translation>
    </message>
    <message>
        <source>compare with this job, which --endpoint or --deployment tells of</source>
        <translation>--endpoint 또는 --deployment 옵션으로 지정한 Flink의 이 작업과 비교</translation>
    </message>
    <message>
        <source>Read a checkpoint or savepoint without Flink: its operators, state and files, and with --verify whether it is complete (1: it is not, 6: not all could be looked at). Or compare two, or one with a job: 1 says that it cannot simply be restored there, 6 that the job does not tell enough.</source>
        <translation>Flink 없이 체크포인트나 세이브포인트를 읽습니다. 연산자, 상태, 파일을 보여 주고, --verify 옵션으로 완전한지 확인합니다(1: 불완전함, 6: 일부를 확인할 수 없음). 또는 두 스냅샷이나 스냅샷과 작업을 비교합니다. 1은 그 자리에서 그대로 복원할 수 없다는 뜻이고, 6은 작업이 알려 주는 정보가 부족하다는 뜻입니다.</translation>
    </message>
    <message>
        <source>Show both colours of a blue/green deployment, or change it and follow the transition to the other one.</source>
        <translation>Blue/Green 배포의 두 색을 보여 주거나, 변경한 뒤 다른 색으로 전환되는 과정을 따라갑니다.</translation>
    </message>
    <message>
        <source>send it although the context of this name, or the endpoint, is protected</source>
        <translation>이 이름의 컨텍스트나 엔드포인트가 보호되어 있어도 보냄</translation>
    </message>
    <message>
        <source>where the savepoint goes, at an endpoint; instead of the configured directory</source>
        <translation>엔드포인트에서 설정된 디렉터리 대신 세이브포인트를 둘 곳</translation>
    </message>
    <message>
        <source>at an endpoint: run this uploaded jar, by id or name</source>
        <translation>엔드포인트에서 실행할, 업로드된 jar의 ID 또는 이름</translation>
    </message>
    <message>
        <source>at an endpoint: the class whose main() is run</source>
        <translation>엔드포인트에서 main()을 실행할 클래스</translation>
    </message>
    <message>
        <source>at an endpoint: an argument of the program; may be repeated, is kept in no file</source>
        <translation>엔드포인트에서 프로그램에 줄 인수. 여러 번 쓸 수 있고 어느 파일에도 남지 않음</translation>
    </message>
    <message>
        <source>at an endpoint: of the job as a whole</source>
        <translation>엔드포인트에서 작업 전체의 병렬도</translation>
    </message>
    <message>
        <source>at an endpoint: drop state that the program has no operator for</source>
        <translation>엔드포인트에서 프로그램에 해당 연산자가 없는 상태를 버림</translation>
    </message>
    <message>
        <source>let it work off what it has; it is not to be resumed from that savepoint (suspend: only at an endpoint)</source>
        <translation>남은 데이터를 모두 처리하도록 드레인(drain). 그 세이브포인트에서 재개하면 안 됨 (suspend에서는 엔드포인트만 해당)</translation>
    </message>
    <message>
        <source>table, json, yaml, or dot for Graphviz</source>
        <translation>table, json, yaml 또는 Graphviz용 dot</translation>
    </message>
    <message>
        <source>Show what a job is made of and what holds it up: the job of the deployment NAME, or with --endpoint or --deployment the job of that ID.</source>
        <translation>작업의 구조와 병목을 보여 줍니다: 배포 NAME의 작업, 또는 --endpoint나 --deployment와 함께 쓰면 그 ID의 작업.</translation>
    </message>
</context>
</TS>
