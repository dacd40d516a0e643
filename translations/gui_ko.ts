<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>gui::Manifests</name>
    <message>
        <source>Open a manifest</source>
        <translation>매니페스트 열기</translation>
    </message>
    <message>
        <source>Manifests (*.yaml *.yml)</source>
        <translation>매니페스트 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Which template?</source>
        <translation>어떤 템플릿을 사용할까요?</translation>
    </message>
    <message>
        <source>This manifest was closed without being saved.</source>
        <translation>이 매니페스트는 저장하지 않고 닫았습니다.</translation>
    </message>
    <message>
        <source>Open a folder of manifests</source>
        <translation>매니페스트 폴더 열기</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>매니페스트</translation>
    </message>
</context>
<context>
    <name>gui::Operations</name>
    <message>
        <source>%1: left as it is, for its connection was closed. Continue it from the list of operations.</source>
        <translation>%1: 연결이 닫혀 그대로 두었습니다. 작업 내역 목록에서 계속할 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) were interrupted. Continue them, or go on by hand.</source>
        <translation>
            <numerusform>작업 내역 %n건이 중단되었습니다. 계속하거나 직접 이어서 진행하세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 begins in a moment.</source>
        <translation>잠시 후 시작합니다: %1</translation>
    </message>
    <message>
        <source>%1 has not begun: %2</source>
        <translation>시작하지 못했습니다: %1. %2</translation>
    </message>
    <message>
        <source>The connection of this page is not open: %1</source>
        <translation>이 페이지의 연결이 열려 있지 않습니다: %1</translation>
    </message>
    <message>
        <source>This address names no operation that can be planned here.</source>
        <translation>이 주소에는 여기서 계획할 수 있는 작업 내역이 없습니다.</translation>
    </message>
    <message>
        <source>History of operations</source>
        <translation>작업 내역 기록</translation>
    </message>
    <message>
        <source>Select the deployments in the fleet first.</source>
        <translation>먼저 전체 현황에서 배포를 선택하세요.</translation>
    </message>
    <message>
        <source>%1 is stuck. What can be done about it stands in the list of operations.</source>
        <translation>%1: 막혀 있습니다. 할 수 있는 일은 작업 내역 목록에 있습니다.</translation>
    </message>
</context>
<context>
    <name>gui::Pages</name>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>이름 복사</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>선택한 행 복사</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>시작 페이지</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Open the selected connection</source>
        <translation>선택한 연결 열기</translation>
    </message>
    <message>
        <source>Copy the current cell</source>
        <translation>현재 셀 복사</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>전체 현황</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>네임스페이스</translation>
    </message>
    <message>
        <source>Job state</source>
        <translation>Job 상태</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>출처</translation>
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
        <source>Parallelism</source>
        <translation>병렬도</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>관리 주체</translation>
    </message>
    <message>
        <source>The connection of this page is not open: %1</source>
        <translation>이 페이지의 연결이 열려 있지 않습니다: %1</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>미확인</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>고정 해제</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>주소 복사</translation>
    </message>
    <message>
        <source>Copy the kubectl command</source>
        <translation>kubectl 명령 복사</translation>
    </message>
    <message>
        <source>Unpin &apos;%1&apos;</source>
        <translation>&apos;%1&apos; 고정 해제</translation>
    </message>
    <message>
        <source>Pin &apos;%1&apos;</source>
        <translation>&apos;%1&apos; 고정</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Fleet view</source>
        <translation>현황 보기</translation>
    </message>
    <message>
        <source>Show the whole fleet</source>
        <translation>전체 현황 모두 표시</translation>
    </message>
    <message>
        <source>Show the view &apos;%1&apos;</source>
        <translation>&apos;%1&apos; 보기 표시</translation>
    </message>
    <message>
        <source>Save what is shown as a view…</source>
        <translation>현재 화면을 보기로 저장…</translation>
    </message>
    <message>
        <source>Add the column of a label…</source>
        <translation>레이블 열 추가…</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>작업 내역</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n deployment(s))…</source>
        <translation>
            <numerusform>%1 (배포 %n개)…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Select one or more deployments first.</source>
        <translation>먼저 배포를 하나 이상 선택하세요.</translation>
    </message>
</context>
<context>
    <name>gui::Practice</name>
    <message>
        <source>%1: given up</source>
        <comment>title of a rehearsal</comment>
        <translation>%1: 포기함</translation>
    </message>
    <message>
        <source>%1: recovered</source>
        <comment>title of a rehearsal</comment>
        <translation>%1: 복구됨</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>연습</translation>
    </message>
    <message>
        <source>Filter the rehearsals</source>
        <translation>훈련 필터</translation>
    </message>
    <message>
        <source>Start the selected rehearsal</source>
        <translation>선택한 훈련 시작</translation>
    </message>
    <message>
        <source>The practice cluster is being set up.</source>
        <translation>연습 클러스터를 준비하고 있습니다.</translation>
    </message>
</context>
<context>
    <name>gui::Snapshots</name>
    <message>
        <source>Snapshot</source>
        <translation>스냅샷</translation>
    </message>
    <message>
        <source>Open a snapshot</source>
        <translation>스냅샷 열기</translation>
    </message>
    <message>
        <source>Metadata of snapshots (*_metadata)</source>
        <translation>스냅샷의 메타데이터 (*_metadata)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Compare with which snapshot?</source>
        <translation>어느 스냅샷과 비교할까요?</translation>
    </message>
</context>
<context>
    <name>gui::Text</name>
    <message>
        <source>Desktop manager for Apache Flink on Kubernetes</source>
        <translation>Kubernetes의 Apache Flink를 위한 데스크톱 관리 도구</translation>
    </message>
    <message>
        <source>Read only this kubeconfig file.</source>
        <translation>이 kubeconfig 파일만 읽습니다.</translation>
    </message>
    <message>
        <source>Open this context.</source>
        <translation>이 컨텍스트를 엽니다.</translation>
    </message>
    <message>
        <source>Open this Flink REST address.</source>
        <translation>이 Flink REST 주소를 엽니다.</translation>
    </message>
    <message>
        <source>With --practice: the rehearsal to begin with.</source>
        <translation>--practice와 함께: 처음 시작할 훈련.</translation>
    </message>
    <message>
        <source>Open the practice cluster.</source>
        <translation>연습 클러스터를 엽니다.</translation>
    </message>
    <message>
        <source>Manifests, folders of them, or snapshots to open.</source>
        <translation>열 매니페스트나 매니페스트 폴더, 스냅샷.</translation>
    </message>
</context>
</TS>
