<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>fleet::CellText</name>
    <message>
        <source>Health</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>배포</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Job state</source>
        <translation>Job 상태</translation>
    </message>
    <message>
        <source>Flink</source>
        <translation>Flink</translation>
    </message>
    <message>
        <source>Par.</source>
        <comment>parallelism, a narrow column</comment>
        <translation>병렬도</translation>
    </message>
    <message>
        <source>Checkpoint age</source>
        <translation>체크포인트 경과</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>재시작</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>관리 주체</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>수명 주기</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>작업 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Not seen yet.</source>
        <translation>아직 확인하지 못했습니다.</translation>
    </message>
    <message>
        <source>Seen %1.</source>
        <translation>확인 시각: %1</translation>
    </message>
    <message>
        <source>Last completed checkpoint: %1
Source: Flink REST, seen %2</source>
        <translation>마지막으로 완료된 체크포인트: %1
출처: Flink REST, 확인 시각: %2</translation>
    </message>
    <message>
        <source>A session cluster has no checkpoints of its own.</source>
        <translation>세션 클러스터에는 자체 체크포인트가 없습니다.</translation>
    </message>
    <message>
        <source>Flink reports no completed checkpoint.</source>
        <translation>Flink가 보고한 완료된 체크포인트가 없습니다.</translation>
    </message>
    <message>
        <source>%1
Sources disagree: open the deployment to compare them.</source>
        <translation>%1
출처마다 값이 다릅니다. 배포를 열어 비교하세요.</translation>
    </message>
    <message>
        <source>%1
Source: %2</source>
        <translation>%1
출처: %2</translation>
    </message>
    <message>
        <source>%1 restarts since the JobManager started.
Source: Flink REST</source>
        <translation>JobManager 시작 이후 재시작 %1회
출처: Flink REST</translation>
    </message>
    <message>
        <source>The operator last applied a changed spec:
%1</source>
        <translation>Operator가 변경된 spec을 마지막으로 적용한 시각:
%1</translation>
    </message>
    <message>
        <source>%1?</source>
        <comment>a state that is not confirmed</comment>
        <translation>%1?</translation>
    </message>
    <message>
        <source>Not known: Flink&apos;s REST has not answered about this row yet.</source>
        <translation>확인 불가: 이 행에 대한 Flink REST 응답이 아직 없습니다.</translation>
    </message>
    <message>
        <source>This deployment does not have the label %1.</source>
        <translation>이 배포에는 &apos;%1&apos; 레이블이 없습니다.</translation>
    </message>
</context>
<context>
    <name>fleet::ColumnMenu</name>
    <message>
        <source>Sort in ascending order</source>
        <translation>오름차순 정렬</translation>
    </message>
    <message>
        <source>Sort in descending order</source>
        <translation>내림차순 정렬</translation>
    </message>
    <message>
        <source>Then sort by it, too</source>
        <translation>다음 정렬 기준으로 추가</translation>
    </message>
    <message>
        <source>Sort by it no longer</source>
        <translation>정렬 기준에서 제외</translation>
    </message>
    <message>
        <source>Turn its order round</source>
        <translation>정렬 순서 뒤집기</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>다음만 표시</translation>
    </message>
    <message>
        <source>Filter by it no longer</source>
        <translation>이 열의 필터 해제</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>이 열 숨기기</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>%1 미만</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>%1 초과</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>확인 불가</translation>
    </message>
    <message>
        <source>Show only “%1”</source>
        <translation>&apos;%1&apos;만 표시</translation>
    </message>
    <message>
        <source>Leave out “%1”</source>
        <translation>&apos;%1&apos; 제외</translation>
    </message>
    <message>
        <source>Show only the namespace “%1”</source>
        <translation>&apos;%1&apos; 네임스페이스만 표시</translation>
    </message>
    <message>
        <source>Column “%1”</source>
        <translation>&apos;%1&apos; 열</translation>
    </message>
    <message>
        <source>Another label…</source>
        <translation>다른 레이블…</translation>
    </message>
</context>
<context>
    <name>fleet::FilterBar</name>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%2개 중 %1개 표시</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n change(s) wait</source>
        <translation>
            <numerusform>%1 · 변경 %n건 대기 중</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: words, status:restarting, ckpt-age&gt;10m, ns:pay*, ctx:prod-*</source>
        <translation>필터: 단어, status:restarting, ckpt-age&gt;10m, ns:pay*, ctx:prod-*</translation>
    </message>
    <message>
        <source>Filter of the fleet</source>
        <translation>전체 현황 필터</translation>
    </message>
    <message>
        <source>Words match anywhere. Fields: %1.
Commas separate alternatives, * stands for anything, - excludes.</source>
        <translation>단어는 어디에 있든 일치합니다. 필드: %1.
쉼표는 여러 값 중 하나, *는 임의의 문자열, -는 제외를 뜻합니다.</translation>
    </message>
    <message>
        <source>Relative time</source>
        <translation>상대 시간</translation>
    </message>
    <message>
        <source>Absolute time</source>
        <translation>절대 시간</translation>
    </message>
    <message>
        <source>Switch between ages and points in time</source>
        <translation>경과 시간과 시각 표시 전환</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all</source>
        <translation>선택한 행 또는 전체 복사</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
</context>
<context>
    <name>fleet::FleetModel</name>
    <message>
        <source>sorted in ascending order</source>
        <translation>오름차순 정렬됨</translation>
    </message>
    <message>
        <source>sorted in descending order</source>
        <translation>내림차순 정렬됨</translation>
    </message>
    <message>
        <source>%1, as number %2</source>
        <translation>%1, %2번째 기준</translation>
    </message>
    <message>
        <source>%1
Click sorts by it, Shift+click by it after the others.</source>
        <translation>%1
클릭하면 이 열로 정렬하고, Shift+클릭하면 정렬 기준에 추가합니다.</translation>
    </message>
</context>
<context>
    <name>fleet::FleetPage</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>연결…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>배포 목록</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>레이블</translation>
    </message>
    <message numerus="yes">
        <source>Open %n deployment(s)</source>
        <translation>
            <numerusform>배포 %n개 열기</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleet::Keys</name>
    <message>
        <source>Sort by the current column</source>
        <translation>현재 열로 정렬</translation>
    </message>
    <message>
        <source>Then sort by the current column, too</source>
        <translation>현재 열을 정렬 기준에 추가</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>전체 현황</translation>
    </message>
    <message>
        <source>Show the whole fleet</source>
        <translation>전체 현황 모두 표시</translation>
    </message>
    <message>
        <source>Show saved view 1</source>
        <translation>저장된 보기 1 표시</translation>
    </message>
    <message>
        <source>Show saved view 2</source>
        <translation>저장된 보기 2 표시</translation>
    </message>
    <message>
        <source>Show saved view 3</source>
        <translation>저장된 보기 3 표시</translation>
    </message>
    <message>
        <source>Show saved view 4</source>
        <translation>저장된 보기 4 표시</translation>
    </message>
    <message>
        <source>Show saved view 5</source>
        <translation>저장된 보기 5 표시</translation>
    </message>
    <message>
        <source>Show saved view 6</source>
        <translation>저장된 보기 6 표시</translation>
    </message>
    <message>
        <source>Show saved view 7</source>
        <translation>저장된 보기 7 표시</translation>
    </message>
    <message>
        <source>Show saved view 8</source>
        <translation>저장된 보기 8 표시</translation>
    </message>
    <message>
        <source>Show saved view 9</source>
        <translation>저장된 보기 9 표시</translation>
    </message>
</context>
<context>
    <name>fleet::LabelDialog</name>
    <message>
        <source>Add the column</source>
        <translation>열 추가</translation>
    </message>
    <message>
        <source>Column of a label</source>
        <translation>레이블 열</translation>
    </message>
    <message>
        <source>Key of the label</source>
        <translation>레이블 키</translation>
    </message>
    <message>
        <source>Labels of the deployments</source>
        <translation>배포의 레이블</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>fleet::Query</name>
    <message>
        <source>A closing quotation mark is missing.</source>
        <translation>닫는 따옴표가 없습니다.</translation>
    </message>
    <message>
        <source>There is no field &apos;%1&apos;. Fields: %2.</source>
        <translation>&apos;%1&apos; 필드는 없습니다. 사용할 수 있는 필드: %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; needs a value.</source>
        <translation>&apos;%1&apos; 뒤에 값이 필요합니다.</translation>
    </message>
    <message>
        <source>The field &apos;%1&apos; holds text and cannot be compared: write %1:value.</source>
        <translation>&apos;%1&apos; 필드는 텍스트라서 크기를 비교할 수 없습니다. %1:값 형식으로 쓰세요.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; needs a duration such as 90s, 10m, 2h or 3d.</source>
        <translation>&apos;%1&apos; 조건에는 90s, 10m, 2h, 3d 같은 기간이 필요합니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; needs a number.</source>
        <translation>&apos;%1&apos; 조건에는 숫자가 필요합니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; needs a label: write label:team or label:team=value.</source>
        <translation>&apos;%1&apos; 항목에 레이블이 필요합니다. label:team 또는 label:team=값 형식으로 입력하세요.</translation>
    </message>
</context>
<context>
    <name>fleet::RowBuilder</name>
    <message>
        <source>No longer current: %1</source>
        <translation>더 이상 최신 값이 아닙니다: %1</translation>
    </message>
    <message>
        <source>This object could not be read: %1</source>
        <translation>이 객체를 읽지 못했습니다: %1</translation>
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
</context>
<context>
    <name>fleet::Situation</name>
    <message>
        <source>%1 does not accept the credentials.</source>
        <translation>%1: 자격 증명이 거부되었습니다.</translation>
    </message>
    <message>
        <source>%1: listing flinkdeployments is not permitted.</source>
        <translation>%1: flinkdeployments 목록을 볼 권한이 없습니다.</translation>
    </message>
    <message>
        <source>%1: the Flink operator&apos;s resource types are not installed.</source>
        <translation>%1: Flink Operator의 리소스 종류(CRD)가 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1: 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 is closed.</source>
        <translation>%1: 연결이 닫혀 있습니다.</translation>
    </message>
    <message>
        <source>No connection is open. Connect to a context or a Flink address to see its deployments.</source>
        <translation>열린 연결이 없습니다. 컨텍스트나 Flink 주소에 연결하면 배포가 표시됩니다.</translation>
    </message>
    <message>
        <source>There are no Flink deployments here.</source>
        <translation>Flink 배포가 없습니다.</translation>
    </message>
    <message>
        <source>list flinkdeployments in %1</source>
        <translation>%1: flinkdeployments 목록 조회(list)</translation>
    </message>
</context>
<context>
    <name>fleet::TileBar</name>
    <message>
        <source>need help now</source>
        <translation>즉시 조치 필요</translation>
    </message>
    <message>
        <source>may fail next</source>
        <translation>장애 가능성 있음</translation>
    </message>
    <message>
        <source>on their way</source>
        <translation>변경 진행 중</translation>
    </message>
    <message>
        <source>no current word</source>
        <translation>최신 정보 없음</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>count of deployments</comment>
        <translation>%1개 중</translation>
    </message>
    <message>
        <source>on purpose</source>
        <translation>의도된 중지</translation>
    </message>
    <message numerus="yes">
        <source>%n not confirmed</source>
        <comment>count of deployments</comment>
        <translation>
            <numerusform>미확인 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleet::ViewBar</name>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Saved views: choose, save, rename, delete</source>
        <translation>저장된 보기: 선택, 저장, 이름 변경, 삭제</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>저장된 보기</translation>
    </message>
    <message>
        <source>Save what is shown as a view…</source>
        <translation>현재 화면을 보기로 저장…</translation>
    </message>
    <message>
        <source>Change a view</source>
        <translation>보기 변경</translation>
    </message>
    <message>
        <source>Set to what is shown now</source>
        <translation>현재 화면으로 바꾸기</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 변경…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Everything, without a filter</source>
        <translation>필터 없이 전체 표시</translation>
    </message>
</context>
<context>
    <name>fleet::ViewNameDialog</name>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 변경</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>보기 저장</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>보기 이름 변경</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>보기 이름</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>보기 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>There is a view of this name already.</source>
        <translation>같은 이름의 보기가 이미 있습니다.</translation>
    </message>
    <message>
        <source>The view of this name will show what is shown now.</source>
        <translation>같은 이름의 보기가 현재 화면으로 바뀝니다.</translation>
    </message>
    <message>
        <source>The filter, the pressed tile, the order and the namespaces are kept.</source>
        <translation>필터, 선택한 타일, 정렬, 네임스페이스가 저장됩니다.</translation>
    </message>
</context>
</TS>
