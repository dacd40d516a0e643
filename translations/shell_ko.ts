<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>shell::About</name>
    <message>
        <source>About Drey</source>
        <translation>Drey 정보</translation>
    </message>
    <message>
        <source>A desktop manager for Apache Flink on Kubernetes.</source>
        <translation>Kubernetes에서 실행되는 Apache Flink를 관리하는 데스크톱 프로그램입니다.</translation>
    </message>
    <message>
        <source>the versions</source>
        <translation>버전 정보</translation>
    </message>
    <message>
        <source>Licences of its parts</source>
        <translation>구성 요소의 라이선스</translation>
    </message>
    <message>
        <source>Apache Flink and Kubernetes are trademarks of their owners. Drey is not part of either project.</source>
        <translation>Apache Flink와 Kubernetes는 각 소유자의 상표입니다. Drey는 두 프로젝트에 속하지 않습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>shell::Activity</name>
    <message>
        <source>Activity</source>
        <translation>활동</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>작업 내역</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>No problems have been found.</source>
        <translation>발견된 문제가 없습니다.</translation>
    </message>
    <message>
        <source>Nothing has been reported in this session.</source>
        <translation>이번 세션에서 받은 알림이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing has been applied yet.</source>
        <translation>아직 적용한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Applied manifests</source>
        <translation>적용한 매니페스트</translation>
    </message>
</context>
<context>
    <name>shell::DockTitle</name>
    <message>
        <source>Detach or attach</source>
        <translation>분리 또는 다시 붙이기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>shell::Inspector</name>
    <message>
        <source>the name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>the kubectl command</source>
        <translation>kubectl 명령</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>상세 정보</translation>
    </message>
    <message>
        <source>Select a deployment to see its facts here.</source>
        <translation>배포를 선택하면 상세 정보가 여기에 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>shell::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>모든 화면</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>shell::MainWindow</name>
    <message>
        <source>connected again</source>
        <translation>다시 연결됨</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>연결 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n connections</source>
        <translation>
            <numerusform>연결 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>All namespaces</source>
        <translation>모든 네임스페이스</translation>
    </message>
    <message numerus="yes">
        <source>%n namespaces</source>
        <translation>
            <numerusform>네임스페이스 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 — Drey</source>
        <translation>%1 — Drey</translation>
    </message>
    <message>
        <source>Open a &amp;Flink address…</source>
        <translation>Flink 주소 열기(&amp;F)…</translation>
    </message>
    <message>
        <source>Add a &amp;kubeconfig file…</source>
        <translation>kubeconfig 파일 추가(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Close this page</source>
        <translation>이 페이지 닫기(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>종료(&amp;Q)</translation>
    </message>
    <message>
        <source>Copy the &amp;address of this page</source>
        <translation>이 페이지의 주소 복사(&amp;A)</translation>
    </message>
    <message>
        <source>Copy as a &amp;kubectl command</source>
        <translation>kubectl 명령으로 복사(&amp;K)</translation>
    </message>
    <message>
        <source>Search or run a &amp;command…</source>
        <translation>검색 또는 명령 실행(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>환경 설정(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Drey</source>
        <translation>Drey 정보(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Navigator</source>
        <translation>탐색기(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>상세 정보(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Operations</source>
        <translation>작업 내역(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>문제(&amp;P)</translation>
    </message>
    <message>
        <source>No&amp;tifications</source>
        <translation>알림(&amp;T)</translation>
    </message>
    <message>
        <source>Theme as the &amp;system</source>
        <translation>시스템 테마(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>밝은 테마(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>어두운 테마(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Absolute times</source>
        <translation>절대 시각 표시(&amp;A)</translation>
    </message>
    <message>
        <source>Times in &amp;UTC</source>
        <translation>시각을 UTC로 표시(&amp;U)</translation>
    </message>
    <message>
        <source>Switch to Korean or English</source>
        <translation>한국어 또는 영어로 전환</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>새로 고침(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>뒤로(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>앞으로(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;leet</source>
        <translation>전체 현황(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>연결(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Welcome</source>
        <translation>시작 페이지(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>다음 페이지(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>이전 페이지(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Switch the connection…</source>
        <translation>연결 전환(&amp;S)…</translation>
    </message>
    <message>
        <source>Choose &amp;namespaces…</source>
        <translation>네임스페이스 선택(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Reconnect</source>
        <translation>다시 연결(&amp;R)</translation>
    </message>
    <message>
        <source>Reconnect which connection?</source>
        <translation>어느 연결을 다시 연결할까요?</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>연결 끊기(&amp;D)</translation>
    </message>
    <message>
        <source>Disconnect which connection?</source>
        <translation>어느 연결을 끊을까요?</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>이동(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation>클러스터(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>도구(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>탐색기</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>열린 페이지</translation>
    </message>
    <message>
        <source>Connection, open</source>
        <translation>열린 연결</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Search for a command, a page, a deployment or a connection</source>
        <translation>명령, 페이지, 배포, 연결 검색</translation>
    </message>
    <message>
        <source>Open or switch to a connection</source>
        <translation>연결 열기 또는 전환</translation>
    </message>
    <message>
        <source>%1 warns: %2</source>
        <translation>&apos;%1&apos; 서버의 경고: %2</translation>
    </message>
    <message>
        <source>Keyboard &amp;shortcuts…</source>
        <translation>키보드 단축키(&amp;S)…</translation>
    </message>
    <message>
        <source>Cancel the s&amp;ign-in</source>
        <translation>로그인 취소(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>창(&amp;W)</translation>
    </message>
    <message>
        <source>Move the page to a new &amp;window</source>
        <translation>페이지를 새 창으로 이동(&amp;W)</translation>
    </message>
    <message>
        <source>Move the page &amp;back to the main window</source>
        <translation>페이지를 기본 창으로 되돌리기(&amp;B)</translation>
    </message>
    <message>
        <source>Move the page to the other &amp;side</source>
        <translation>페이지를 반대쪽으로 이동(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Go to the other side</source>
        <translation>반대쪽으로 가기(&amp;G)</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>이동: %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Open the &amp;practice cluster</source>
        <translation>연습 클러스터 열기(&amp;P)</translation>
    </message>
    <message>
        <source>Pr&amp;actice</source>
        <translation>연습(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Open a manifest…</source>
        <translation>매니페스트 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;New from a template…</source>
        <translation>템플릿으로 새로 만들기(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;under another name…</source>
        <translation>다른 이름으로 저장(&amp;U)…</translation>
    </message>
    <message>
        <source>Open a fol&amp;der of manifests…</source>
        <translation>매니페스트 폴더 열기(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Applied manifests</source>
        <translation>적용한 매니페스트(&amp;A)</translation>
    </message>
    <message>
        <source>History of &amp;operations</source>
        <translation>작업 내역 기록(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Deployment</source>
        <translation>배포(&amp;D)</translation>
    </message>
    <message>
        <source>Open a snaps&amp;hot…</source>
        <translation>스냅샷 열기(&amp;H)…</translation>
    </message>
</context>
<context>
    <name>shell::NameSpaceChooser</name>
    <message>
        <source>Search, or type a name and press Enter</source>
        <translation>검색하거나 이름을 입력하고 Enter</translation>
    </message>
    <message>
        <source>Search for a namespace</source>
        <translation>네임스페이스 검색</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>네임스페이스</translation>
    </message>
    <message>
        <source>None chosen: all are shown.</source>
        <translation>선택하지 않으면 모두 표시합니다.</translation>
    </message>
    <message>
        <source>Show all namespaces</source>
        <translation>모든 네임스페이스 표시</translation>
    </message>
</context>
<context>
    <name>shell::Navigator</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
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
        <source>Copy name</source>
        <translation>이름 복사</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>주소 복사</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Filter the navigator</source>
        <translation>탐색기 필터</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>탐색기</translation>
    </message>
</context>
<context>
    <name>shell::NavigatorModel</name>
    <message>
        <source>Fleet</source>
        <translation>전체 현황</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>고정됨</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>Flink endpoints</source>
        <translation>Flink 엔드포인트</translation>
    </message>
</context>
<context>
    <name>shell::PageWindow</name>
    <message>
        <source>%1 — Drey</source>
        <translation>%1 — Drey</translation>
    </message>
    <message>
        <source>Back to the main window</source>
        <translation>기본 창으로 되돌리기</translation>
    </message>
</context>
<context>
    <name>shell::Palette</name>
    <message>
        <source>Matches</source>
        <translation>검색 결과</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>일치하는 항목이 없습니다.</translation>
    </message>
</context>
<context>
    <name>shell::PracticeBand</name>
    <message>
        <source>A cluster inside this program. Nothing here is real; break it as you like.</source>
        <translation>이 프로그램 안의 클러스터입니다. 실제 시스템이 아니므로 마음껏 망가뜨려도 됩니다.</translation>
    </message>
    <message>
        <source>Not real on this page: %1</source>
        <comment>names of contexts</comment>
        <translation>이 화면에서 실제가 아닌 것: %1</translation>
    </message>
    <message>
        <source>Rehearsals</source>
        <translation>장애 훈련</translation>
    </message>
</context>
<context>
    <name>shell::StatusStrip</name>
    <message>
        <source>Protected: nothing can be changed</source>
        <translation>보호됨: 변경할 수 없음</translation>
    </message>
    <message>
        <source>No connection is open</source>
        <translation>열린 연결이 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n watches</source>
        <translation>
            <numerusform>watch %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more connections · %2</source>
        <translation>연결 %1개 더 있음 · %2</translation>
    </message>
    <message>
        <source>Time: %1. Press to switch between local time and UTC.</source>
        <translation>시각: %1. 누르면 현지 시각과 UTC를 전환합니다.</translation>
    </message>
    <message>
        <source>Switch between local time and UTC</source>
        <translation>현지 시각과 UTC 전환</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancel the sign-in</source>
        <translation>로그인 취소</translation>
    </message>
    <message>
        <source>End the program that waits for the sign-in</source>
        <translation>로그인을 기다리는 프로그램 종료</translation>
    </message>
</context>
<context>
    <name>shell::TabArea</name>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Open a page</source>
        <translation>페이지 열기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 닫기</translation>
    </message>
</context>
<context>
    <name>shell::Text</name>
    <message>
        <source>closed</source>
        <translation>닫힘</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>연결 중</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>reconnecting, attempt %1</source>
        <translation>다시 연결 중(%1회째)</translation>
    </message>
    <message>
        <source>no answer for %1</source>
        <translation>%1 동안 응답 없음</translation>
    </message>
    <message>
        <source>sign-in refused</source>
        <translation>로그인 거부됨</translation>
    </message>
    <message>
        <source>may not list deployments</source>
        <translation>배포 목록 권한 없음</translation>
    </message>
    <message>
        <source>Flink operator not installed</source>
        <translation>Flink Operator가 설치되지 않음</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>연결할 수 없음</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>연결되지 않음</translation>
    </message>
    <message>
        <source>Live · %1</source>
        <translation>실시간 · %1</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>연결 중</translation>
    </message>
    <message>
        <source>Stale · %1</source>
        <translation>오래된 값 · %1</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>다시 연결 중</translation>
    </message>
    <message>
        <source>Limited</source>
        <translation>일부 제한</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>연결 없음</translation>
    </message>
    <message>
        <source>%1 of %2 without a connection</source>
        <translation>%2개 중 %1개 연결 안 됨</translation>
    </message>
    <message>
        <source>waiting for sign-in, %1</source>
        <translation>로그인 대기 중, %1</translation>
    </message>
</context>
<context>
    <name>shell::TopBar</name>
    <message>
        <source>Connection: %1</source>
        <translation>연결: %1</translation>
    </message>
    <message>
        <source>Switch the connection</source>
        <translation>연결 전환</translation>
    </message>
    <message>
        <source>Namespaces: %1</source>
        <translation>네임스페이스: %1</translation>
    </message>
    <message>
        <source>Choose the namespaces that are shown</source>
        <translation>표시할 네임스페이스 선택</translation>
    </message>
    <message>
        <source>When the connections last answered</source>
        <translation>연결이 마지막으로 응답한 시점</translation>
    </message>
    <message numerus="yes">
        <source>Notifications: %n unread</source>
        <translation>
            <numerusform>알림: 읽지 않음 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>검색 또는 명령 실행</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>진행 중 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>작업 내역</translation>
    </message>
    <message>
        <source>Operations: %1</source>
        <translation>작업 내역: %1</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>언어 변경</translation>
    </message>
</context>
</TS>
