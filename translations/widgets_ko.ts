<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>widgets::CopyButton</name>
    <message>
        <source>Copy %1</source>
        <translation>%1 복사</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사했습니다</translation>
    </message>
</context>
<context>
    <name>widgets::EmptyState</name>
    <message>
        <source>You are not permitted to see this.</source>
        <translation>볼 수 있는 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Missing right: %1</source>
        <translation>필요한 권한: %1</translation>
    </message>
    <message>
        <source>Last contact: %1</source>
        <translation>마지막 응답: %1</translation>
    </message>
    <message>
        <source>There was no contact yet.</source>
        <translation>아직 응답을 받지 못했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %n entries.</source>
        <translation>
            <numerusform>필터 때문에 %n개 항목이 모두 숨겨졌습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>필터 지우기</translation>
    </message>
</context>
<context>
    <name>widgets::EnvironmentChip</name>
    <message>
        <source>Environment: %1</source>
        <translation>환경: %1</translation>
    </message>
</context>
<context>
    <name>widgets::KeyMap</name>
    <message>
        <source>Everywhere</source>
        <translation>모든 곳</translation>
    </message>
    <message>
        <source>On pages</source>
        <translation>페이지</translation>
    </message>
</context>
<context>
    <name>widgets::LoadingRows</name>
    <message>
        <source>Loading</source>
        <translation>불러오는 중</translation>
    </message>
</context>
<context>
    <name>widgets::ObjectTable</name>
    <message>
        <source>Copy cell</source>
        <translation>셀 복사</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>이름 복사</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>행 복사</translation>
    </message>
    <message>
        <source>Copy rows as CSV</source>
        <translation>행을 CSV로 복사</translation>
    </message>
    <message>
        <source>Copy rows as Markdown</source>
        <translation>행을 Markdown으로 복사</translation>
    </message>
    <message>
        <source>Copy rows as JSON</source>
        <translation>행을 JSON으로 복사</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Copy this cell</source>
        <translation>이 셀 복사</translation>
    </message>
</context>
<context>
    <name>widgets::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Filter or search the page</source>
        <translation>페이지 필터 또는 검색</translation>
    </message>
</context>
<context>
    <name>widgets::StaleBanner</name>
    <message>
        <source>Not connected yet.</source>
        <translation>아직 연결되지 않았습니다.</translation>
    </message>
    <message>
        <source>Disconnected %1.</source>
        <translation>연결 끊김: %1.</translation>
    </message>
</context>
<context>
    <name>widgets::Table</name>
    <message>
        <source>Copy from the current row</source>
        <translation>현재 행에서 복사</translation>
    </message>
</context>
<context>
    <name>widgets::Text</name>
    <message>
        <source>Never seen</source>
        <translation>확인된 적 없음</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>absolute time, relative time</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>widgets::Tile</name>
    <message>
        <source>Show only these</source>
        <translation>이 상태만 표시</translation>
    </message>
</context>
<context>
    <name>widgets::Toasts</name>
    <message>
        <source>Time left to cancel</source>
        <translation>취소할 수 있는 남은 시간</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
</TS>
