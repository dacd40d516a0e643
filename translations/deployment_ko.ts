<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>deployment::CauseCard</name>
    <message>
        <source>No known cause</source>
        <translation>알려진 원인 없음</translation>
    </message>
    <message>
        <source>None of the known causes fits this exception. The calls of your own program, the strong lines of the stack trace, say where it began.</source>
        <translation>알려진 원인 중 이 예외에 맞는 것이 없습니다. 스택 트레이스에서 굵게 표시된 줄이 작업 코드의 호출이며, 문제가 시작된 곳을 알려 줍니다.</translation>
    </message>
    <message>
        <source>How to confirm</source>
        <translation>확인 방법</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>해결 방법</translation>
    </message>
    <message>
        <source>the known cause</source>
        <translation>알려진 원인</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>의미</translation>
    </message>
</context>
<context>
    <name>deployment::CheckpointDetailPanel</name>
    <message>
        <source>Task</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>소요 시간</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Align.</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Async</source>
        <translation>비동기</translation>
    </message>
    <message>
        <source>Tasks of the checkpoint</source>
        <translation>체크포인트의 태스크</translation>
    </message>
    <message>
        <source>Subtasks of the task</source>
        <translation>태스크의 서브태스크</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>조회 중</translation>
    </message>
    <message>
        <source>%1 of %2 subtasks</source>
        <translation>서브태스크 %2개 중 %1개</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>삭제됨</translation>
    </message>
    <message>
        <source>the path of the checkpoint</source>
        <translation>체크포인트 경로</translation>
    </message>
</context>
<context>
    <name>deployment::CheckpointTexts</name>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Triggered</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>소요 시간</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>전체 크기</translation>
    </message>
    <message>
        <source>Increment</source>
        <translation>증분</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Cause of failure</source>
        <translation>실패 원인</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>성공</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Savepoint</source>
        <translation>세이브포인트</translation>
    </message>
    <message>
        <source>Savepoint, %1</source>
        <translation>세이브포인트, %1</translation>
    </message>
    <message>
        <source>Unaligned checkpoint</source>
        <translation>Unaligned 체크포인트</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>체크포인트</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>삭제됨</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>주기 %1</translation>
    </message>
    <message>
        <source>no periodic checkpoints</source>
        <translation>주기적 체크포인트 없음</translation>
    </message>
    <message>
        <source>time-out %1</source>
        <translation>시간 초과 %1</translation>
    </message>
    <message>
        <source>pause at least %1</source>
        <translation>최소 간격 %1</translation>
    </message>
    <message>
        <source>unaligned</source>
        <translation>unaligned</translation>
    </message>
    <message>
        <source>aligned</source>
        <translation>aligned</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) tolerated</source>
        <translation>
            <numerusform>실패 %n회 허용</numerusform>
        </translation>
    </message>
    <message>
        <source>deleted when cancelled</source>
        <translation>취소 시 삭제</translation>
    </message>
    <message>
        <source>kept when cancelled</source>
        <translation>취소 시 보존</translation>
    </message>
    <message>
        <source>not retained</source>
        <translation>보존하지 않음</translation>
    </message>
</context>
<context>
    <name>deployment::CheckpointsTab</name>
    <message>
        <source>Checkpoints</source>
        <translation>체크포인트</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>소요 시간</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>전체 크기</translation>
    </message>
    <message>
        <source>read the jobs of Flink (services/proxy: get)</source>
        <translation>Flink 작업 조회(services/proxy: get)</translation>
    </message>
    <message>
        <source>There is no job whose checkpoints could be shown.</source>
        <translation>체크포인트를 표시할 작업이 없습니다.</translation>
    </message>
    <message>
        <source>read the checkpoints of Flink (services/proxy: get)</source>
        <translation>Flink 체크포인트 조회(services/proxy: get)</translation>
    </message>
    <message>
        <source>Checkpointing is off for this job: after a failure it starts empty.</source>
        <translation>이 작업은 체크포인트를 사용하지 않습니다. 장애가 나면 빈 상태로 시작합니다.</translation>
    </message>
    <message>
        <source>%1 completed · %2 failed · %3 in progress · %4 restored</source>
        <translation>성공 %1 · 실패 %2 · 진행 중 %3 · 복원 %4</translation>
    </message>
    <message>
        <source>Flink remembers the last %1 of %2</source>
        <translation>Flink는 %2건 중 최근 %1건만 기억합니다</translation>
    </message>
    <message>
        <source>No checkpoint has completed since the job started.</source>
        <translation>작업이 시작된 뒤 성공한 체크포인트가 없습니다.</translation>
    </message>
    <message>
        <source>No checkpoint has completed for %1.</source>
        <translation>%1째 성공한 체크포인트가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The last %n failed.</source>
        <translation>
            <numerusform>최근 %n회가 모두 실패했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The newest because: %2</source>
        <translation>%1 마지막 실패 원인: %2</translation>
    </message>
</context>
<context>
    <name>deployment::ConfigTab</name>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Filter keys and values</source>
        <translation>키와 값 필터</translation>
    </message>
    <message>
        <source>Filter of the configuration</source>
        <translation>설정 필터</translation>
    </message>
    <message>
        <source>read the configuration of Flink (services/proxy: get)</source>
        <translation>Flink 설정 조회(services/proxy: get)</translation>
    </message>
</context>
<context>
    <name>deployment::DeploymentPage</name>
    <message>
        <source>Flink %1</source>
        <translation>Flink %1</translation>
    </message>
    <message>
        <source>session cluster</source>
        <translation>세션 클러스터</translation>
    </message>
    <message numerus="yes">
        <source>%n TaskManager(s)</source>
        <translation>
            <numerusform>TaskManager %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>job shown: %1</source>
        <translation>표시 중인 작업: %1</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>This FlinkDeployment does not exist any more; this is how it was.</source>
        <translation>이 FlinkDeployment는 더 이상 없습니다. 마지막으로 확인한 내용을 표시합니다.</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>페이지 구성</translation>
    </message>
    <message>
        <source>%1?</source>
        <comment>a state that is not confirmed</comment>
        <translation>%1?</translation>
    </message>
</context>
<context>
    <name>deployment::EventsTab</name>
    <message>
        <source>Last seen</source>
        <translation>최근 발생</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>About</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>list and watch events in %1</source>
        <translation>%1: events 목록 조회와 감시(list, watch)</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>There are no events. A cluster forgets them after an hour.</source>
        <translation>이벤트가 없습니다. 클러스터는 이벤트를 한 시간 뒤에 지웁니다.</translation>
    </message>
</context>
<context>
    <name>deployment::ExceptionsTab</name>
    <message>
        <source>Task</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>TaskManager</source>
        <translation>TaskManager</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>예외</translation>
    </message>
    <message>
        <source>Stack trace</source>
        <translation>스택 트레이스</translation>
    </message>
    <message>
        <source>read the jobs of Flink (services/proxy: get)</source>
        <translation>Flink 작업 조회(services/proxy: get)</translation>
    </message>
    <message>
        <source>There is no job whose exceptions could be shown.</source>
        <translation>예외를 표시할 작업이 없습니다.</translation>
    </message>
    <message>
        <source>read the exceptions of Flink (services/proxy: get)</source>
        <translation>Flink 예외 조회(services/proxy: get)</translation>
    </message>
    <message>
        <source>Flink remembers no exception. After a restart of the JobManager it has forgotten earlier ones.</source>
        <translation>Flink가 기억하는 예외가 없습니다. JobManager가 재시작되면 이전 예외는 사라집니다.</translation>
    </message>
    <message>
        <source>Flink keeps only the last ones; there were more.</source>
        <translation>Flink는 최근 예외만 보관합니다. 이전 예외가 더 있었습니다.</translation>
    </message>
    <message>
        <source>the stack trace</source>
        <translation>스택 트레이스</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>근본 원인</translation>
    </message>
    <message>
        <source>Known cause</source>
        <translation>알려진 원인</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>처음 발생</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>마지막 발생</translation>
    </message>
    <message>
        <source>Job started</source>
        <translation>작업 시작</translation>
    </message>
    <message>
        <source>Spec changed</source>
        <translation>spec 변경</translation>
    </message>
    <message>
        <source>First seen %1 after the spec was changed.</source>
        <translation>spec 변경 %1 후 처음 발생했습니다.</translation>
    </message>
    <message>
        <source>First seen %1 after the job was started.</source>
        <translation>작업 시작 %1 후 처음 발생했습니다.</translation>
    </message>
</context>
<context>
    <name>deployment::FailureStrip</name>
    <message>
        <source>Exceptions over time</source>
        <translation>시간별 예외</translation>
    </message>
    <message numerus="yes">
        <source>%n exception(s), the first %1, the last %2.</source>
        <translation>
            <numerusform>예외 %n건, 처음 %1, 마지막 %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the selected group.</source>
        <translation>
            <numerusform>선택한 그룹 %n건.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exception(s), the last %1.</source>
        <translation>
            <numerusform>예외 %n건, 마지막 %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deployment::GraphTab</name>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Vertex</source>
        <translation>정점</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Parallelism</source>
        <translation>병렬도</translation>
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
        <source>Records in</source>
        <translation>입력 레코드</translation>
    </message>
    <message>
        <source>Records out</source>
        <translation>출력 레코드</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>워터마크</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Search vertices and operators</source>
        <translation>정점과 연산자 검색</translation>
    </message>
    <message>
        <source>Job graph</source>
        <translation>작업 그래프</translation>
    </message>
    <message>
        <source>Vertices of the job</source>
        <translation>작업의 정점</translation>
    </message>
    <message>
        <source>Fit the graph into view (0)</source>
        <translation>그래프를 화면에 맞추기 (0)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>확대 (+)</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>축소 (−)</translation>
    </message>
    <message>
        <source>read the jobs of Flink (services/proxy: get)</source>
        <translation>Flink 작업 읽기 (services/proxy: get)</translation>
    </message>
    <message>
        <source>There is no job whose graph could be shown.</source>
        <translation>그래프를 보여 줄 작업이 없습니다.</translation>
    </message>
    <message>
        <source>Flink has no graph of this job yet.</source>
        <translation>Flink에 아직 이 작업의 그래프가 없습니다.</translation>
    </message>
    <message>
        <source>Bottleneck: %1.</source>
        <translation>병목: %1.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>보기</translation>
    </message>
</context>
<context>
    <name>deployment::HistoryChart</name>
    <message>
        <source>No checkpoints.</source>
        <translation>체크포인트가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n checkpoint(s), the last at %1, at most %2.</source>
        <translation>
            <numerusform>체크포인트 %n개, 마지막 값 %1, 최대 %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>실패 %n회.</numerusform>
        </translation>
    </message>
    <message>
        <source>No checkpoints</source>
        <translation>체크포인트 없음</translation>
    </message>
</context>
<context>
    <name>deployment::JobNumbers</name>
    <message>
        <source>not asked yet</source>
        <translation>아직 조회하지 않음</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>실행 시간</translation>
    </message>
    <message>
        <source>no job</source>
        <translation>작업 없음</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>시작: %1</translation>
    </message>
    <message>
        <source>Checkpoint age</source>
        <translation>체크포인트 경과</translation>
    </message>
    <message>
        <source>checkpointing is off</source>
        <translation>체크포인트 사용 안 함</translation>
    </message>
    <message>
        <source>none completed</source>
        <translation>성공 없음</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>소요 시간 %1</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>주기 %1</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>체크포인트</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>성공</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>실패 %n회</numerusform>
        </translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>재시작</translation>
    </message>
    <message>
        <source>since JobManager start</source>
        <translation>JobManager 시작 이후</translation>
    </message>
    <message>
        <source>TaskManagers</source>
        <translation>TaskManager</translation>
    </message>
    <message>
        <source>%1 of %2 slots free</source>
        <translation>슬롯 %2개 중 %1개 여유</translation>
    </message>
</context>
<context>
    <name>deployment::JobsTab</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
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
        <source>Tasks</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>Session job</source>
        <translation>세션 작업</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>not in Flink</source>
        <translation>Flink에 없음</translation>
    </message>
    <message>
        <source>read the jobs of Flink (services/proxy: get)</source>
        <translation>Flink 작업 조회(services/proxy: get)</translation>
    </message>
    <message>
        <source>Flink runs no job and remembers none.</source>
        <translation>Flink에서 실행 중이거나 기억하는 작업이 없습니다.</translation>
    </message>
    <message>
        <source>Session job %1</source>
        <translation>세션 작업 %1</translation>
    </message>
    <message>
        <source>Select a session job to see what can be done with it.</source>
        <translation>세션 작업을 선택하면 할 수 있는 일이 표시됩니다.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>확인 불가</translation>
    </message>
    <message>
        <source>Select a job to see what can be done with it.</source>
        <translation>작업(job)을 선택하면 할 수 있는 조작이 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>deployment::Keys</name>
    <message>
        <source>Show the overview</source>
        <translation>개요 보기</translation>
    </message>
    <message>
        <source>Show the jobs</source>
        <translation>작업 보기</translation>
    </message>
    <message>
        <source>Show the checkpoints</source>
        <translation>체크포인트 보기</translation>
    </message>
    <message>
        <source>Show the exceptions</source>
        <translation>예외 보기</translation>
    </message>
    <message>
        <source>Show the pods and their logs</source>
        <translation>파드와 로그 보기</translation>
    </message>
    <message>
        <source>Show the events</source>
        <translation>이벤트 보기</translation>
    </message>
    <message>
        <source>Show the YAML</source>
        <translation>YAML 보기</translation>
    </message>
    <message>
        <source>Show the configuration</source>
        <translation>설정 보기</translation>
    </message>
    <message>
        <source>Next part of the page</source>
        <translation>페이지의 다음 탭</translation>
    </message>
    <message>
        <source>Previous part of the page</source>
        <translation>페이지의 이전 탭</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>로그 검색</translation>
    </message>
    <message>
        <source>Next match in the log</source>
        <translation>로그에서 다음 일치 항목</translation>
    </message>
    <message>
        <source>Previous match in the log</source>
        <translation>로그에서 이전 일치 항목</translation>
    </message>
    <message>
        <source>Follow the end of the log</source>
        <translation>로그 끝 따라가기</translation>
    </message>
    <message>
        <source>The log before the last restart</source>
        <translation>마지막 재시작 이전의 로그</translation>
    </message>
    <message>
        <source>Times beside the log&apos;s lines</source>
        <translation>로그 줄의 시각 표시</translation>
    </message>
    <message>
        <source>Wrap the log&apos;s lines</source>
        <translation>로그 줄 바꿈</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>로그 저장</translation>
    </message>
    <message>
        <source>Find in the YAML</source>
        <translation>YAML에서 찾기</translation>
    </message>
    <message>
        <source>Next match in the YAML</source>
        <translation>YAML에서 다음 일치 항목</translation>
    </message>
    <message>
        <source>Previous match in the YAML</source>
        <translation>YAML에서 이전 일치 항목</translation>
    </message>
    <message>
        <source>Fold or unfold what stands here</source>
        <translation>현재 위치 접기/펼치기</translation>
    </message>
    <message>
        <source>Fold or unfold everything</source>
        <translation>모두 접기/펼치기</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>배포</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Take a savepoint</source>
        <translation>세이브포인트 생성</translation>
    </message>
    <message>
        <source>Suspend or resume the job</source>
        <translation>작업 일시 중지 또는 재개</translation>
    </message>
    <message>
        <source>Restart the job</source>
        <translation>작업 재시작</translation>
    </message>
    <message>
        <source>Upgrade the deployment</source>
        <translation>배포 업그레이드</translation>
    </message>
    <message>
        <source>Roll the deployment back</source>
        <translation>배포 롤백</translation>
    </message>
    <message>
        <source>Show the job graph</source>
        <translation>작업 그래프 보기</translation>
    </message>
</context>
<context>
    <name>deployment::LogView</name>
    <message>
        <source>Follow</source>
        <translation>따라가기</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전 실행</translation>
    </message>
    <message>
        <source>The log of this container before its last restart</source>
        <translation>마지막 재시작 이전의 컨테이너 로그</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>로그 검색</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>컨테이너</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1줄</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>연결 중…</translation>
    </message>
    <message>
        <source>Interrupted, tried again: %1</source>
        <translation>연결이 끊겨 다시 시도합니다: %1</translation>
    </message>
    <message>
        <source>%1, the log has ended</source>
        <translation>%1, 로그 끝</translation>
    </message>
    <message>
        <source>Not readable: %1</source>
        <translation>읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>로그 저장</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>저장한 위치: %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>저장하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>줄 바꿈</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>모든 줄</translation>
    </message>
    <message>
        <source>DEBUG and above</source>
        <translation>DEBUG 이상</translation>
    </message>
    <message>
        <source>INFO and above</source>
        <translation>INFO 이상</translation>
    </message>
    <message>
        <source>WARN and above</source>
        <translation>WARN 이상</translation>
    </message>
    <message>
        <source>ERROR only</source>
        <translation>ERROR만</translation>
    </message>
    <message>
        <source>Least severity that is shown</source>
        <translation>표시할 최소 심각도</translation>
    </message>
    <message>
        <source>A line without a severity goes with the line before it.</source>
        <translation>심각도가 없는 줄은 바로 앞 줄의 심각도를 따릅니다.</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>정규식</translation>
    </message>
    <message>
        <source>Read the search as a regular expression</source>
        <translation>검색어를 정규식으로 해석</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>이전 일치 항목</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>다음 일치 항목</translation>
    </message>
    <message>
        <source>Stay at the end, also with End. Scrolling up pauses.</source>
        <translation>항상 끝을 보여 줍니다(End 키도 같음). 위로 스크롤하면 멈춥니다.</translation>
    </message>
    <message>
        <source>Show when each line was written</source>
        <translation>각 줄이 기록된 시각 표시</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>긴 줄 바꿈</translation>
    </message>
    <message>
        <source>Save all lines to a file…</source>
        <translation>모든 줄을 파일로 저장…</translation>
    </message>
    <message>
        <source>Return goes to earlier lines.</source>
        <translation>Enter 키를 누르면 이전 줄로 이동합니다.</translation>
    </message>
    <message>
        <source>not an expression</source>
        <translation>정규식 오류</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) found</source>
        <translation>
            <numerusform>%n줄 찾음</numerusform>
        </translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>검색 중…</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%2줄 중 %1줄</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 지연</translation>
    </message>
</context>
<context>
    <name>deployment::OperationBar</name>
    <message>
        <source>Savepoint</source>
        <translation>세이브포인트</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>체크포인트</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>일시 중지…</translation>
    </message>
    <message>
        <source>Resume…</source>
        <translation>재개…</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>재시작…</translation>
    </message>
    <message>
        <source>Upgrade…</source>
        <translation>업그레이드…</translation>
    </message>
    <message>
        <source>Rescale…</source>
        <translation>병렬도 조정…</translation>
    </message>
    <message>
        <source>Rollback…</source>
        <translation>롤백…</translation>
    </message>
    <message>
        <source>Redeploy from…</source>
        <translation>스냅샷에서 재배포…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Takes a savepoint; the job goes on.</source>
        <translation>세이브포인트를 생성합니다. 작업은 계속 실행됩니다.</translation>
    </message>
    <message>
        <source>Takes a checkpoint now; the job goes on.</source>
        <translation>지금 체크포인트를 생성합니다. 작업은 계속 실행됩니다.</translation>
    </message>
    <message>
        <source>Stops the job and keeps its state.</source>
        <translation>작업을 멈추고 상태를 보존합니다.</translation>
    </message>
    <message>
        <source>Starts the job again from the state it was suspended with.</source>
        <translation>일시 중지할 때의 상태에서 작업을 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Stops the job and starts it again with the same spec.</source>
        <translation>작업을 멈추고 같은 spec으로 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Another image, jar or Flink version.</source>
        <translation>이미지, jar 또는 Flink 버전을 바꿉니다.</translation>
    </message>
    <message>
        <source>Another parallelism.</source>
        <translation>병렬도를 바꿉니다.</translation>
    </message>
    <message>
        <source>Back to the spec that was stable last.</source>
        <translation>마지막으로 안정적이었던 spec으로 되돌립니다.</translation>
    </message>
    <message>
        <source>Starts the job anew from a snapshot of your choice.</source>
        <translation>선택한 스냅샷에서 작업을 새로 시작합니다.</translation>
    </message>
    <message>
        <source>It does not exist any more.</source>
        <translation>더 이상 존재하지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing is known of it yet.</source>
        <translation>아직 알려진 것이 없습니다.</translation>
    </message>
    <message>
        <source>This context is protected: Drey sends no change to it. The protection is taken off on the page of connections.</source>
        <translation>보호된 컨텍스트라서 Drey가 변경을 보내지 않습니다. 보호는 연결 페이지에서 해제합니다.</translation>
    </message>
    <message>
        <source>It is being deleted.</source>
        <translation>삭제되고 있습니다.</translation>
    </message>
    <message>
        <source>A session cluster has no job of its own.</source>
        <translation>세션 클러스터에는 자체 작업이 없습니다.</translation>
    </message>
    <message>
        <source>The job is suspended: there is nothing to take it of.</source>
        <translation>작업이 일시 중지되어 있어 생성할 대상이 없습니다.</translation>
    </message>
    <message>
        <source>It is suspended already.</source>
        <translation>이미 일시 중지되어 있습니다.</translation>
    </message>
    <message>
        <source>It is not suspended.</source>
        <translation>일시 중지되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The job is suspended: resume it instead.</source>
        <translation>작업이 일시 중지되어 있습니다. 재시작 대신 재개하세요.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>More operations</source>
        <translation>다른 작업 내역</translation>
    </message>
    <message>
        <source>Checkpoint, rescale, redeploy, delete</source>
        <translation>체크포인트, 병렬도 조정, 재배포, 삭제</translation>
    </message>
    <message>
        <source>Recover…</source>
        <translation>복구…</translation>
    </message>
    <message>
        <source>Starts a job that does not run any more from the best snapshot there is.</source>
        <translation>더 이상 실행되지 않는 작업을 남아 있는 가장 좋은 스냅샷에서 시작합니다.</translation>
    </message>
    <message>
        <source>Deletes it, with a savepoint first if you like.</source>
        <translation>삭제합니다. 원하면 먼저 세이브포인트를 만듭니다.</translation>
    </message>
    <message>
        <source>Stop with savepoint…</source>
        <translation>세이브포인트 생성 후 중지…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>취소…</translation>
    </message>
    <message>
        <source>Cancels the job, with a savepoint first if you like.</source>
        <translation>작업을 취소합니다. 원하면 먼저 세이브포인트를 만듭니다.</translation>
    </message>
    <message>
        <source>The job has ended.</source>
        <translation>작업이 끝났습니다.</translation>
    </message>
    <message>
        <source>Transition…</source>
        <translation>전환…</translation>
    </message>
    <message>
        <source>Another image, jar, Flink version or parallelism, through its blue/green deployment: the other colour takes over.</source>
        <translation>다른 이미지, jar, Flink 버전 또는 병렬도로 바꿉니다. Blue/Green 배포를 통해 다른 색이 이어받습니다.</translation>
    </message>
</context>
<context>
    <name>deployment::OverviewTab</name>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s), watch</source>
        <translation>
            <numerusform>파드 %n개, watch</numerusform>
        </translation>
    </message>
    <message>
        <source>watch</source>
        <translation>watch</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Nothing is known about it yet.</source>
        <translation>아직 확인된 내용이 없습니다.</translation>
    </message>
</context>
<context>
    <name>deployment::PlaceCard</name>
    <message>
        <source>Ended with</source>
        <translation>종료 이유</translation>
    </message>
    <message>
        <source>%1, exit %2</source>
        <translation>%1, 종료 코드 %2</translation>
    </message>
    <message>
        <source>Last warning</source>
        <translation>마지막 경고</translation>
    </message>
    <message>
        <source>Where it happened</source>
        <translation>발생 위치</translation>
    </message>
    <message>
        <source>at no task: on the JobManager or of the whole job</source>
        <translation>특정 태스크 없음: JobManager 또는 작업 전체</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>태스크</translation>
    </message>
    <message>
        <source>%1 of %2, attempt %3</source>
        <translation>%1/%2, %3번째 시도</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Subtask</source>
        <translation>서브태스크</translation>
    </message>
    <message>
        <source>TaskManager</source>
        <translation>TaskManager</translation>
    </message>
    <message>
        <source>%1 (the pod is gone)</source>
        <translation>%1(파드 없음)</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>The log of this TaskManager&apos;s pod</source>
        <translation>이 TaskManager 파드의 로그</translation>
    </message>
    <message>
        <source>Log before the restart</source>
        <translation>재시작 전 로그</translation>
    </message>
    <message>
        <source>The log of the container before its last restart</source>
        <translation>마지막 재시작 전 컨테이너의 로그</translation>
    </message>
</context>
<context>
    <name>deployment::PodsTab</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>파드</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>구성 요소</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>재시작</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Last end</source>
        <translation>마지막 종료</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>경과</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>파드</translation>
    </message>
    <message>
        <source>%1, exit %2</source>
        <translation>%1, 종료 코드 %2</translation>
    </message>
    <message>
        <source>list and watch pods in %1</source>
        <translation>%1: pods 목록 조회와 감시(list, watch)</translation>
    </message>
    <message>
        <source>There are no pods: nothing of this deployment runs.</source>
        <translation>파드가 없습니다. 이 배포에서 실행 중인 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>deployment::RestoreCard</name>
    <message>
        <source>Will it restore?</source>
        <translation>복원할 수 있습니까?</translation>
    </message>
    <message>
        <source>The next restart uses %1</source>
        <translation>다음 재시작에 사용: %1</translation>
    </message>
    <message>
        <source>Starts empty</source>
        <translation>빈 상태로 시작</translation>
    </message>
    <message>
        <source>Yes, but %1 old</source>
        <translation>예, 단 %1 경과</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>알 수 없음</translation>
    </message>
</context>
<context>
    <name>deployment::RestoreGauge</name>
    <message>
        <source>Age of the state to restore</source>
        <translation>복원할 상태의 경과 시간</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 전</translation>
    </message>
</context>
<context>
    <name>deployment::Tab</name>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>%1 연결 중…</translation>
    </message>
    <message>
        <source>Waiting for the first answer…</source>
        <translation>첫 응답 대기 중…</translation>
    </message>
</context>
<context>
    <name>deployment::Text</name>
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
</context>
<context>
    <name>deployment::TruthPanel</name>
    <message>
        <source>not reported</source>
        <translation>보고하지 않음</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>확인 불가</translation>
    </message>
    <message>
        <source>Sources disagree</source>
        <translation>출처마다 값이 다름</translation>
    </message>
    <message>
        <source>What the sources say</source>
        <translation>출처별 값</translation>
    </message>
    <message>
        <source>They agree as far as they are known.</source>
        <translation>확인된 범위에서는 값이 같습니다.</translation>
    </message>
</context>
<context>
    <name>deployment::YamlTab</name>
    <message>
        <source>The object could not be read: %1</source>
        <translation>객체를 읽지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>Show what the operator wrote into .status</source>
        <translation>Operator가 .status에 기록한 내용을 표시합니다</translation>
    </message>
    <message>
        <source>Managed fields</source>
        <translation>managedFields</translation>
    </message>
    <message>
        <source>Show who wrote which field, .metadata.managedFields</source>
        <translation>필드별 작성 주체(.metadata.managedFields)를 표시합니다</translation>
    </message>
    <message>
        <source>Find in the YAML</source>
        <translation>YAML에서 찾기</translation>
    </message>
    <message>
        <source>YAML, read-only</source>
        <translation>YAML, 읽기 전용</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>get and watch this FlinkDeployment in %1</source>
        <translation>%1: 이 FlinkDeployment 조회와 감시(get, watch)</translation>
    </message>
    <message>
        <source>This FlinkDeployment does not exist any more.</source>
        <translation>이 FlinkDeployment는 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>the YAML</source>
        <translation>YAML</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n건 일치</numerusform>
        </translation>
    </message>
    <message>
        <source>not found</source>
        <translation>찾지 못함</translation>
    </message>
    <message>
        <source>Fold or unfold everything</source>
        <translation>모두 접기/펼치기</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>모두 접기</translation>
    </message>
</context>
</TS>
