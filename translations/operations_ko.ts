<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>operations::AgreeDialog</name>
    <message>
        <source>Confirm</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2에서 %1</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>&apos;%1&apos; 작업을 진행할까요?</translation>
    </message>
</context>
<context>
    <name>operations::Batch</name>
    <message>
        <source>It has begun.</source>
        <translation>시작했습니다.</translation>
    </message>
    <message>
        <source>The clusters are being asked.</source>
        <translation>클러스터에 묻고 있습니다.</translation>
    </message>
    <message>
        <source>None of them may begin.</source>
        <translation>시작할 수 있는 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>operations::BatchModel</name>
    <message>
        <source>checking</source>
        <translation>점검 중</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>불가</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>with warnings</source>
        <translation>경고 있음</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>시작하지 않음</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외됨</translation>
    </message>
    <message>
        <source>Its turn comes when another one is over.</source>
        <translation>다른 것이 끝나면 차례가 옵니다.</translation>
    </message>
    <message>
        <source>It has changed since it was planned, so that it has not begun.</source>
        <translation>계획한 뒤 바뀌어 시작하지 않았습니다.</translation>
    </message>
    <message>
        <source>It was taken back before its turn.</source>
        <translation>차례가 오기 전에 취소했습니다.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>What becomes of the state</source>
        <translation>상태의 행방</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>진행 상황</translation>
    </message>
</context>
<context>
    <name>operations::BatchPage</name>
    <message numerus="yes">
        <source>%1: %n deployment(s)</source>
        <translation>
            <numerusform>%1: 배포 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>State may be lost: type &apos;%1&apos; to go on.</source>
        <translation>상태를 잃을 수 있습니다. 계속하려면 &apos;%1&apos; 문구를 입력하세요.</translation>
    </message>
    <message>
        <source>Nothing is done yet. Those that are not possible are left out.</source>
        <translation>아직 아무것도 하지 않았습니다. 불가한 것은 제외됩니다.</translation>
    </message>
    <message>
        <source>%1 of %2 have succeeded, %3 have not, %4 wait for their turn.</source>
        <translation>%2개 중 성공 %1개, 실패 %3개, 대기 %4개입니다.</translation>
    </message>
    <message>
        <source>Type &apos;%1&apos; to go on</source>
        <translation>계속하려면 &apos;%1&apos; 문구를 입력하세요</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2에서 %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>It goes on without this page.</source>
        <translation>이 페이지를 닫아도 계속됩니다.</translation>
    </message>
    <message>
        <source>Each is looked at and planned by itself; at most %1 are under way at once. What becomes of one does not stop the others.</source>
        <translation>하나씩 따로 점검하고 계획하며, 한 번에 최대 %1개를 진행합니다. 하나가 실패해도 나머지는 멈추지 않습니다.</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>배포</translation>
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
        <source>Confirmation</source>
        <translation>확인 문구</translation>
    </message>
    <message>
        <source>Show kubectl</source>
        <translation>kubectl 보기</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>다시 점검</translation>
    </message>
    <message>
        <source>Leave out the rest</source>
        <translation>나머지 제외</translation>
    </message>
    <message>
        <source>What has not begun does not begin any more; what is under way goes on.</source>
        <translation>아직 시작하지 않은 것은 시작하지 않고, 진행 중인 것은 계속됩니다.</translation>
    </message>
</context>
<context>
    <name>operations::CandidateModel</name>
    <message>
        <source>last resort</source>
        <translation>최후의 수단</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>빈 상태로 시작</translation>
    </message>
    <message>
        <source>All state of the job is lost.</source>
        <translation>작업의 상태를 모두 잃습니다.</translation>
    </message>
    <message>
        <source>savepoint</source>
        <translation>세이브포인트</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>체크포인트</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>후보</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>What stands against it</source>
        <translation>문제점</translation>
    </message>
</context>
<context>
    <name>operations::CommandsDialog</name>
    <message>
        <source>The same by hand</source>
        <translation>직접 실행하는 명령</translation>
    </message>
    <message>
        <source>Drey also waits for each step and looks what came of it; these commands only send.</source>
        <translation>Drey는 단계마다 기다리며 결과를 확인하지만, 이 명령은 보내기만 합니다.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>the commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>operations::Desk</name>
    <message>
        <source>The practice cluster was closed.</source>
        <translation>연습 클러스터를 닫았습니다.</translation>
    </message>
    <message>
        <source>Drey is at it.</source>
        <translation>Drey가 진행하고 있습니다.</translation>
    </message>
    <message>
        <source>Another process is at it.</source>
        <translation>다른 프로세스가 진행하고 있습니다.</translation>
    </message>
    <message>
        <source>It is over.</source>
        <translation>이미 끝났습니다.</translation>
    </message>
    <message>
        <source>The context &apos;%1&apos; is not connected.</source>
        <translation>&apos;%1&apos; 컨텍스트에 연결되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The context &apos;%1&apos; is protected: nothing is sent to it.</source>
        <translation>&apos;%1&apos; 컨텍스트는 보호되어 있어 아무것도 보내지 않습니다.</translation>
    </message>
    <message>
        <source>There is no connection to this cluster any more.</source>
        <translation>이 클러스터와의 연결이 끊겼습니다.</translation>
    </message>
    <message>
        <source>Somebody goes on by hand.</source>
        <translation>사람이 직접 이어서 진행합니다.</translation>
    </message>
    <message>
        <source>Drey could not go on with %1: %2</source>
        <translation>&apos;%1&apos; 후보로 계속하지 못했습니다: %2</translation>
    </message>
    <message>
        <source>the preflight forbids it.</source>
        <translation>사전 점검을 통과하지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>operations::Dock</name>
    <message>
        <source>Nothing has been done yet. The operations of a deployment are on its page.</source>
        <translation>아직 작업 내역이 없습니다. 배포 페이지에서 작업을 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>작업 내역</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Shows it in the history of operations</source>
        <translation>작업 내역 기록에서 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>operations::Draft</name>
    <message>
        <source>There is no connection to this cluster any more.</source>
        <translation>이 클러스터와의 연결이 끊겼습니다.</translation>
    </message>
    <message>
        <source>Say first what is to become of it.</source>
        <translation>무엇을 할지 먼저 입력하세요.</translation>
    </message>
    <message>
        <source>The cluster is being asked.</source>
        <translation>클러스터에 묻고 있습니다.</translation>
    </message>
    <message>
        <source>It has begun.</source>
        <translation>이미 시작했습니다.</translation>
    </message>
</context>
<context>
    <name>operations::HistoryPage</name>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>보고서를 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Nothing has been done yet. The operations of a deployment are on its page.</source>
        <translation>아직 작업 내역이 없습니다. 배포 페이지에서 작업을 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>begun %1</source>
        <translation>시작 %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>소요 %1</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>보고서 저장</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>The report is saved: %1</source>
        <translation>보고서를 저장했습니다: %1</translation>
    </message>
    <message>
        <source>The report could not be saved: %1</source>
        <translation>보고서를 저장하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>History of operations</source>
        <translation>작업 내역 기록</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Filter the operations</source>
        <translation>작업 내역 필터</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>작업 내역</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown으로 복사</translation>
    </message>
    <message>
        <source>Save as Markdown…</source>
        <translation>Markdown으로 저장…</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>사전 점검</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>The spec did not change.</source>
        <translation>spec은 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>What was changed, line by line</source>
        <translation>줄 단위로 본 변경 내용</translation>
    </message>
</context>
<context>
    <name>operations::IntentForm</name>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Jar</source>
        <translation>Jar</translation>
    </message>
    <message>
        <source>Flink version</source>
        <translation>Flink 버전</translation>
    </message>
    <message>
        <source>Choose the snapshot to start from, or paste its path.</source>
        <translation>시작할 스냅샷을 선택하거나 경로를 붙여 넣으세요.</translation>
    </message>
    <message>
        <source>Change a value first.</source>
        <translation>값을 먼저 바꾸세요.</translation>
    </message>
    <message>
        <source>Parallelism</source>
        <translation>병렬도</translation>
    </message>
    <message>
        <source>Upgrade mode</source>
        <translation>업그레이드 모드</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>복구 지점</translation>
    </message>
    <message>
        <source>Path of a savepoint or retained checkpoint</source>
        <translation>세이브포인트 또는 보존된 체크포인트의 경로</translation>
    </message>
    <message>
        <source>Take a savepoint first</source>
        <translation>먼저 세이브포인트 생성</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>계획 세우기</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not of the form spec.path=value.</source>
        <translation>&apos;%1&apos; 값은 spec.경로=값 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>기타 필드</translation>
    </message>
    <message>
        <source>One a line: %1</source>
        <translation>한 줄에 하나씩: %1</translation>
    </message>
    <message>
        <source>Drain it: the last windows fire, and it is never to be resumed</source>
        <translation>Drain: 마지막 window를 모두 내보내며, 다시 재개하지 않습니다</translation>
    </message>
    <message>
        <source>A session cluster has no job of its own.</source>
        <translation>세션 클러스터에는 자체 작업이 없습니다.</translation>
    </message>
</context>
<context>
    <name>operations::OperationButtons</name>
    <message>
        <source>Hand over</source>
        <translation>직접 진행</translation>
    </message>
    <message>
        <source>Hand over &apos;%1&apos; to yourself?</source>
        <translation>&apos;%1&apos; 작업을 직접 이어서 진행할까요?</translation>
    </message>
    <message>
        <source>Drey writes down that somebody goes on by hand, and does not touch it any more. What was sent already stays as it is in the cluster.</source>
        <translation>사람이 직접 진행한다고 기록하고, Drey는 더 이상 손대지 않습니다. 이미 보낸 변경은 클러스터에 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Hand over to me</source>
        <translation>직접 진행</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>It ends at the next safe point.</source>
        <translation>다음 안전한 지점에서 끝납니다.</translation>
    </message>
    <message>
        <source>Ends it at the next safe point; nothing is undone.</source>
        <translation>다음 안전한 지점에서 끝냅니다. 되돌리는 것은 없습니다.</translation>
    </message>
    <message>
        <source>Looks what has become of it, and goes on from there.</source>
        <translation>어떻게 되었는지 확인하고 거기서부터 계속합니다.</translation>
    </message>
</context>
<context>
    <name>operations::OperationModel</name>
    <message>
        <source>cancelling</source>
        <translation>취소 중</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>작업 내역</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>소요</translation>
    </message>
    <message>
        <source>By</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>진행 상황</translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>막힘</translation>
    </message>
</context>
<context>
    <name>operations::PlanPage</name>
    <message>
        <source>State may be lost: type &apos;%1&apos; to go on.</source>
        <translation>상태를 잃을 수 있습니다. 계속하려면 &apos;%1&apos; 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>다시 점검</translation>
    </message>
    <message>
        <source>The cluster is asked once it is said what is to be done.</source>
        <translation>무엇을 할지 입력하면 클러스터에 묻습니다.</translation>
    </message>
    <message>
        <source>usually takes %1</source>
        <translation>보통 %1 걸립니다</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Type &apos;%1&apos; to go on</source>
        <translation>계속하려면 &apos;%1&apos; 입력</translation>
    </message>
    <message>
        <source>It begins in a moment.</source>
        <translation>잠시 후 시작합니다.</translation>
    </message>
    <message>
        <source>The plan is made anew before it begins.</source>
        <translation>시작하기 전에 계획을 다시 세웁니다.</translation>
    </message>
    <message>
        <source>It has changed since it was planned, so that it has not begun. Look at it again.</source>
        <translation>계획을 세운 뒤 달라져서 시작하지 않았습니다. 다시 살펴보세요.</translation>
    </message>
    <message>
        <source>It may not begin: %1</source>
        <translation>시작할 수 없습니다. %1</translation>
    </message>
    <message>
        <source>Nothing is done yet.</source>
        <translation>아직 아무것도 하지 않았습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2에서 %1</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>사전 점검</translation>
    </message>
    <message>
        <source>The cluster is being asked.</source>
        <translation>클러스터에 묻고 있습니다.</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>What becomes of the state</source>
        <translation>상태의 행방</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Change of the spec</source>
        <translation>spec 변경</translation>
    </message>
    <message>
        <source>What would be different, line by line</source>
        <translation>줄 단위로 본 달라질 내용</translation>
    </message>
    <message>
        <source>Show kubectl</source>
        <translation>kubectl 보기</translation>
    </message>
    <message>
        <source>Copy patch</source>
        <translation>패치 복사</translation>
    </message>
    <message>
        <source>Time left to cancel</source>
        <translation>취소할 수 있는 남은 시간</translation>
    </message>
    <message>
        <source>What it starts from</source>
        <translation>시작할 지점</translation>
    </message>
</context>
<context>
    <name>operations::RecoveryForm</name>
    <message>
        <source>There is no connection to this cluster any more.</source>
        <translation>이 클러스터와 더 이상 연결되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 찾기</translation>
    </message>
    <message>
        <source>It is being looked for.</source>
        <translation>찾는 중입니다.</translation>
    </message>
    <message>
        <source>Choose what to start from, or type the path of a snapshot that you know.</source>
        <translation>시작할 후보를 고르거나 알고 있는 스냅샷의 경로를 입력하세요.</translation>
    </message>
    <message>
        <source>It starts from the path below, which nobody has looked into.</source>
        <translation>아래 경로에서 시작합니다. 이 경로는 아직 확인되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 – the job would probably not start from it.</source>
        <translation>%1 – 여기서는 작업이 시작되지 않을 가능성이 큽니다.</translation>
    </message>
    <message>
        <source>It starts without any state, although there is something to restore.</source>
        <translation>복원할 것이 있는데도 상태 없이 시작합니다.</translation>
    </message>
    <message>
        <source>It starts without any state.</source>
        <translation>상태 없이 시작합니다.</translation>
    </message>
    <message>
        <source>FROM=TO: a path as Flink has it, and a folder of this machine.</source>
        <translation>FROM=TO: Flink가 쓰는 경로와 이 컴퓨터의 폴더입니다.</translation>
    </message>
    <message>
        <source>What it can be started from</source>
        <translation>시작할 수 있는 후보</translation>
    </message>
    <message>
        <source>Flink, the operator, high availability and storage are being asked.</source>
        <translation>Flink, Operator, 고가용성 메타데이터, 저장소에 묻는 중입니다.</translation>
    </message>
    <message>
        <source>Or the path of another savepoint or retained checkpoint</source>
        <translation>또는 다른 세이브포인트나 보존된 체크포인트의 경로</translation>
    </message>
    <message>
        <source>Path of another snapshot</source>
        <translation>다른 스냅샷의 경로</translation>
    </message>
    <message>
        <source>Storage on this machine, e.g. s3://flink=/mnt/flink</source>
        <translation>이 컴퓨터의 저장소, 예: s3://flink=/mnt/flink</translation>
    </message>
    <message>
        <source>Where storage lies on this machine</source>
        <translation>이 컴퓨터에서 저장소가 있는 곳</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>계획하기</translation>
    </message>
</context>
<context>
    <name>operations::StageRow</name>
    <message>
        <source>Intent</source>
        <translation>의도</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>사전 점검</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Execute</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Stage %1 of %2: %3</source>
        <translation>%2단계 중 %1단계: %3</translation>
    </message>
</context>
<context>
    <name>operations::StepsView</name>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Waits until</source>
        <translation>기다리는 조건</translation>
    </message>
    <message>
        <source>Lost if it stops here</source>
        <translation>여기서 멈추면 잃는 것</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>확인한 내용</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>소요</translation>
    </message>
    <message>
        <source>longer than usual</source>
        <translation>평소보다 오래 걸림</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>소요 시간</translation>
    </message>
</context>
<context>
    <name>operations::Text</name>
    <message>
        <source>Savepoint</source>
        <translation>세이브포인트</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>체크포인트</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>일시 중지</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>재개</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>재시작</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>업그레이드</translation>
    </message>
    <message>
        <source>Rescale</source>
        <translation>병렬도 조정</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>롤백</translation>
    </message>
    <message>
        <source>Redeploy</source>
        <translation>재배포</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>주의</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>확인 불가</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>보내는 중</translation>
    </message>
    <message>
        <source>sent, answer lost</source>
        <translation>보냄, 응답 없음</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>%2단계 중 %1단계: %3</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>소요</translation>
    </message>
    <message>
        <source>By</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>작업 내역</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>사전 점검</translation>
    </message>
    <message>
        <source>Change of the spec</source>
        <translation>spec 변경</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>보통 %1</translation>
    </message>
    <message>
        <source>%1 (longer than the usual %2)</source>
        <translation>%1 (보통 %2보다 오래 걸림)</translation>
    </message>
</context>
</TS>
