<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
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
