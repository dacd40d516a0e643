<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>base::Text</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1바이트</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>duration</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>duration</comment>
        <translation>%1일 %2시간</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>duration</comment>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>duration</comment>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>duration</comment>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1ms</source>
        <comment>compact duration</comment>
        <translation>%1ms</translation>
    </message>
    <message>
        <source>%1d %2h</source>
        <comment>compact duration</comment>
        <translation>%1일 %2시간</translation>
    </message>
    <message>
        <source>%1h %2m</source>
        <comment>compact duration</comment>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1m %2s</source>
        <comment>compact duration</comment>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1s</source>
        <comment>compact duration</comment>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1d</source>
        <comment>compact age</comment>
        <translation>%1일</translation>
    </message>
    <message>
        <source>%1h</source>
        <comment>compact age</comment>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1m</source>
        <comment>compact age</comment>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1s</source>
        <comment>compact age</comment>
        <translation>%1초</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>방금</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 전</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1 후</translation>
    </message>
</context>
</TS>
