<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>settings::KeyTable</name>
    <message>
        <source>Changed by you</source>
        <translation>사용자가 변경함</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
</context>
<context>
    <name>settings::KeyboardPage</name>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>As Drey has them</source>
        <translation>Drey 기본값</translation>
    </message>
    <message>
        <source>For hands used to k9s</source>
        <translation>k9s 방식</translation>
    </message>
    <message>
        <source>Preset of keys</source>
        <translation>키 사전 설정</translation>
    </message>
    <message>
        <source>Search a command or a key</source>
        <translation>명령 또는 키 검색</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>명령과 키</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>키를 누르세요…</translation>
    </message>
    <message>
        <source>Keys to record</source>
        <translation>기록할 키</translation>
    </message>
    <message>
        <source>Record keys…</source>
        <translation>키 기록…</translation>
    </message>
    <message>
        <source>Add more keys…</source>
        <translation>키 추가…</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>키 없음</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>모두 초기화</translation>
    </message>
    <message>
        <source>Use them here</source>
        <translation>여기에 사용</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Keys for &quot;%1&quot;. Esc leaves it as it is.</source>
        <translation>&apos;%1&apos; 명령의 키를 누르세요. Esc 키를 누르면 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>%1 already belongs to: %2</source>
        <translation>%1 키는 이미 사용 중입니다: %2</translation>
    </message>
    <message>
        <source>Keys without Ctrl, Alt or Meta rest while you type.</source>
        <translation>Ctrl, Alt, Meta 없이 쓰는 키는 글자를 입력하는 동안 동작하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>settings::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>환경 설정</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>시각 표시</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Default namespaces</source>
        <translation>기본 네임스페이스</translation>
    </message>
    <message>
        <source>Credential plugins</source>
        <translation>자격 증명 플러그인</translation>
    </message>
    <message>
        <source>Relative (14m 12s)</source>
        <translation>상대(14분 12초)</translation>
    </message>
    <message>
        <source>Absolute (2026-09-15 02:58:01)</source>
        <translation>절대(2026-09-15 02:58:01)</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>현지 시각</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Find them as my shell does, if started from the desktop</source>
        <translation>바탕 화면에서 실행한 경우 셸의 PATH에서 찾기</translation>
    </message>
    <message>
        <source>Only the PATH Drey was started with</source>
        <translation>Drey를 실행한 PATH에서만 찾기</translation>
    </message>
    <message>
        <source>Always the login shell&apos;s PATH</source>
        <translation>항상 로그인 셸의 PATH에서 찾기</translation>
    </message>
    <message>
        <source>team-a, team-b</source>
        <translation>team-a, team-b</translation>
    </message>
    <message>
        <source>Watched where the whole cluster may not be listed, unless a connection names its own.</source>
        <translation>클러스터 전체 목록 권한이 없고 연결에 따로 지정한 네임스페이스가 없을 때 감시합니다.</translation>
    </message>
    <message>
        <source>Programs such as aws or kubelogin that a kubeconfig names for signing in. Asking the login shell runs your start-up files. In force for connections opened from now on.</source>
        <translation>kubeconfig에 지정된 로그인용 프로그램(aws, kubelogin 등)입니다. 로그인 셸에서 찾으면 셸의 시작 파일이 실행됩니다. 이후에 여는 연결부터 적용됩니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>환경 설정 페이지</translation>
    </message>
    <message>
        <source>General</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>키보드</translation>
    </message>
</context>
<context>
    <name>settings::Text</name>
    <message>
        <source>As the system</source>
        <translation>시스템 설정</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
</context>
</TS>
