<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>snapshots::ChangeSheet</name>
    <message>
        <source>Change</source>
        <translation>변경</translation>
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
        <source>Parallelism</source>
        <translation>병렬도</translation>
    </message>
    <message>
        <source>Max parallelism</source>
        <translation>최대 병렬도</translation>
    </message>
    <message>
        <source>State there</source>
        <translation>저쪽 상태</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>이쪽에만</translation>
    </message>
    <message>
        <source>Keyed state cannot be restored with another max parallelism.</source>
        <translation>최대 병렬도가 다르면 키 상태를 복원할 수 없습니다.</translation>
    </message>
    <message>
        <source>Only there</source>
        <translation>저쪽에만</translation>
    </message>
    <message>
        <source>This snapshot does not have this operator.</source>
        <translation>이 스냅샷에 없는 연산자입니다.</translation>
    </message>
    <message>
        <source>Another parallelism does not stand in the way of a restore.</source>
        <translation>병렬도가 달라도 복원할 수 있습니다.</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>같음</translation>
    </message>
    <message>
        <source>The other snapshot does not have this operator and its state.</source>
        <translation>다른 스냅샷에 이 연산자와 상태가 없습니다.</translation>
    </message>
    <message>
        <source>The other snapshot does not have this operator, which has no state.</source>
        <translation>다른 스냅샷에 없는 연산자입니다. 상태는 없습니다.</translation>
    </message>
</context>
<context>
    <name>snapshots::ComparisonView</name>
    <message>
        <source>%1 (%2)</source>
        <comment>files, bytes</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>다른 스냅샷 선택…</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>이쪽: %1</translation>
    </message>
    <message>
        <source>There: %1</source>
        <translation>저쪽: %1</translation>
    </message>
    <message>
        <source>Files in both: %1, only here: %2, only there: %3</source>
        <translation>양쪽에 있는 파일: %1, 이쪽에만: %2, 저쪽에만: %3</translation>
    </message>
    <message>
        <source>What differs in another snapshot, and whether one can be restored where the other was made, is shown here.</source>
        <translation>다른 스냅샷과의 차이, 서로의 자리에서 복원할 수 있는지를 여기에 보여 줍니다.</translation>
    </message>
    <message>
        <source>This snapshot cannot be read, so there is nothing to compare with.</source>
        <translation>이 스냅샷을 읽을 수 없어 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>Reading the other snapshot…</source>
        <translation>다른 스냅샷을 읽는 중…</translation>
    </message>
    <message>
        <source>Differences by operator</source>
        <translation>연산자별 차이</translation>
    </message>
    <message>
        <source>Neither has an operator.</source>
        <translation>양쪽 모두 연산자가 없습니다.</translation>
    </message>
</context>
<context>
    <name>snapshots::FileSheet</name>
    <message>
        <source>Missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Too short</source>
        <translation>짧음</translation>
    </message>
    <message>
        <source>Wrong length</source>
        <translation>길이 다름</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>확인 불가</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>확인 중</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>다른 위치</translation>
    </message>
    <message>
        <source>There</source>
        <translation>있음</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>확인 결과</translation>
    </message>
    <message>
        <source>Path as recorded</source>
        <translation>기록된 경로</translation>
    </message>
    <message>
        <source>Looked for at</source>
        <translation>확인한 위치</translation>
    </message>
    <message>
        <source>Recorded size</source>
        <translation>기록된 크기</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>실제 크기</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>공유</translation>
    </message>
    <message>
        <source>Two handles name different lengths of it.</source>
        <translation>핸들 2개가 이 파일의 길이를 서로 다르게 기록했습니다.</translation>
    </message>
    <message>
        <source>Its storage cannot be looked into from here.</source>
        <translation>여기에서는 이 저장소를 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>At least %1: handles take parts of it.</source>
        <translation>최소 %1. 핸들이 파일의 일부를 사용합니다.</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>공유</translation>
    </message>
    <message>
        <source>Flink may use it for other checkpoints, too.</source>
        <translation>Flink가 다른 체크포인트에도 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>Of this snapshot alone.</source>
        <translation>이 스냅샷만 사용합니다.</translation>
    </message>
    <message>
        <source>Handles</source>
        <translation>핸들</translation>
    </message>
</context>
<context>
    <name>snapshots::Keys</name>
    <message>
        <source>Show the operators</source>
        <translation>연산자 보기</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>파일 보기</translation>
    </message>
    <message>
        <source>Show the comparison</source>
        <translation>비교 보기</translation>
    </message>
    <message>
        <source>Next part of the page</source>
        <translation>페이지의 다음 부분</translation>
    </message>
    <message>
        <source>Previous part of the page</source>
        <translation>페이지의 이전 부분</translation>
    </message>
    <message>
        <source>Compare with another snapshot…</source>
        <translation>다른 스냅샷과 비교…</translation>
    </message>
    <message>
        <source>Sort by the current column</source>
        <translation>현재 열로 정렬</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>스냅샷</translation>
    </message>
</context>
<context>
    <name>snapshots::OperatorSheet</name>
    <message>
        <source>Operator</source>
        <translation>연산자</translation>
    </message>
    <message>
        <source>Operator id</source>
        <translation>연산자 ID</translation>
    </message>
    <message>
        <source>Parallelism</source>
        <translation>병렬도</translation>
    </message>
    <message>
        <source>Max parallelism</source>
        <translation>최대 병렬도</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Keyed state</source>
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
        <source>Names of states</source>
        <translation>상태 이름</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>종료됨</translation>
    </message>
    <message numerus="yes">
        <source>%n subtask(s) finished</source>
        <translation>
            <numerusform>서브태스크 %n개 종료됨</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n handle(s)</source>
        <translation>
            <numerusform>%1, 핸들 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>bytes in so many handles</comment>
        <translation>%1 (%2개)</translation>
    </message>
    <message>
        <source>How much, and in how many handles</source>
        <translation>크기와 핸들 수</translation>
    </message>
</context>
<context>
    <name>snapshots::SnapshotPage</name>
    <message>
        <source>Compare with…</source>
        <translation>비교…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Filter the rows of this part</source>
        <translation>이 부분의 행 필터</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>페이지의 부분</translation>
    </message>
    <message>
        <source>Operators of the snapshot</source>
        <translation>스냅샷의 연산자</translation>
    </message>
    <message>
        <source>This snapshot has no operators.</source>
        <translation>이 스냅샷에는 연산자가 없습니다.</translation>
    </message>
    <message>
        <source>Files of the snapshot</source>
        <translation>스냅샷의 파일</translation>
    </message>
    <message>
        <source>It refers to no other file: all state stands in the metadata itself.</source>
        <translation>다른 파일을 참조하지 않습니다. 모든 상태가 메타데이터 안에 있습니다.</translation>
    </message>
    <message>
        <source>Reading the snapshot…</source>
        <translation>스냅샷을 읽는 중…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a part of the page, how many are in it</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>연산자</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>the path</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>상태: %1</translation>
    </message>
    <message>
        <source>Files: %1 with %2</source>
        <translation>파일: %1개, %2</translation>
    </message>
    <message>
        <source>can be moved as a folder</source>
        <translation>폴더째 옮길 수 있음</translation>
    </message>
    <message>
        <source>Master hook %1: %2</source>
        <translation>마스터 훅 %1: %2</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>읽은 시각 %1</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>파일 보기</translation>
    </message>
    <message>
        <source>%1 in the metadata itself</source>
        <translation>메타데이터 안에 %1</translation>
    </message>
    <message>
        <source>%1 written anew</source>
        <translation>새로 쓴 크기 %1</translation>
    </message>
    <message>
        <source>State: %1 (%2)</source>
        <translation>상태: %1 (%2)</translation>
    </message>
    <message>
        <source>This snapshot cannot be read, so there is nothing to compare with.</source>
        <translation>이 스냅샷을 읽을 수 없어 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>Format %1</source>
        <translation>형식 %1</translation>
    </message>
    <message>
        <source>Files: %1 with %2 (%3 shared)</source>
        <translation>파일: %1개, %2 (공유 %3개)</translation>
    </message>
    <message>
        <source>absolute paths: not to be moved</source>
        <translation>절대 경로라 옮길 수 없음</translation>
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
        <source>Look there</source>
        <translation>그곳에서 찾기</translation>
    </message>
    <message>
        <source>FROM=TO: a path as Flink has it, and a folder of this machine.</source>
        <translation>FROM=TO: Flink가 쓰는 경로와 이 컴퓨터의 폴더입니다.</translation>
    </message>
</context>
<context>
    <name>snapshots::Text</name>
    <message>
        <source>key groups, in full</source>
        <translation>키 그룹, 전체</translation>
    </message>
    <message>
        <source>savepoint format, for every state backend</source>
        <translation>세이브포인트 형식(모든 상태 백엔드)</translation>
    </message>
    <message>
        <source>files of the state backend</source>
        <translation>상태 백엔드의 파일</translation>
    </message>
    <message>
        <source>changelog</source>
        <translation>변경 로그(changelog)</translation>
    </message>
    <message>
        <source>list, split among subtasks</source>
        <translation>목록, 서브태스크에 나누어 배분</translation>
    </message>
    <message>
        <source>list, whole for each subtask</source>
        <translation>목록, 서브태스크마다 전체</translation>
    </message>
    <message>
        <source>broadcast</source>
        <translation>브로드캐스트</translation>
    </message>
    <message>
        <source>all have finished</source>
        <translation>모두 종료됨</translation>
    </message>
    <message>
        <source>%1, of which %2 have finished</source>
        <translation>%1개(종료됨 %2개)</translation>
    </message>
    <message>
        <source>Operator id</source>
        <translation>연산자 ID</translation>
    </message>
    <message>
        <source>uid</source>
        <translation>uid</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Parallelism</source>
        <translation>병렬도</translation>
    </message>
    <message>
        <source>Max parallelism</source>
        <translation>최대 병렬도</translation>
    </message>
    <message>
        <source>Subtasks</source>
        <translation>서브태스크</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Keyed state kept as</source>
        <translation>키 상태 저장 방식</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not there.</source>
        <translation>
            <numerusform>파일 %n개가 없습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) do not have the length they must have.</source>
        <translation>
            <numerusform>파일 %n개의 길이가 기록과 다릅니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n개 없음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the wrong length</source>
        <translation>
            <numerusform>%n개 길이 다름</numerusform>
        </translation>
    </message>
    <message>
        <source>Key groups are wrong</source>
        <translation>키 그룹 오류</translation>
    </message>
    <message>
        <source>This snapshot cannot be restored as it is.</source>
        <translation>이 스냅샷은 이대로 복원할 수 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <translation>
            <numerusform>%n개 확인 불가</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be looked at, which does not mean that they are missing.</source>
        <translation>
            <numerusform>파일 %n개를 확인하지 못했습니다. 없다는 뜻은 아닙니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>완전함</translation>
    </message>
    <message>
        <source>Complete, but moved</source>
        <translation>완전함, 위치 다름</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) lie beside the snapshot, but not where it says. Flink will look for them where they were written.</source>
        <translation>
            <numerusform>파일 %n개가 기록된 위치가 아니라 스냅샷 옆에 있습니다. Flink는 기록된 위치에서 찾습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for its files</source>
        <translation>파일 확인 중</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) follow where the metadata should end. Flink leaves them unread.</source>
        <translation>
            <numerusform>메타데이터가 끝나야 할 곳 뒤에 %n바이트가 더 있습니다. Flink는 이 부분을 읽지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keyed state</source>
        <translation>키 상태</translation>
    </message>
    <message>
        <source>Operator state</source>
        <translation>연산자 상태</translation>
    </message>
</context>
</TS>
