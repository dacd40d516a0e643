<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>theme::Text</name>
    <message>
        <source>Broken</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>주의</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>변경 중</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>확인 불가</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>일시 중지됨</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>미지정</translation>
    </message>
    <message>
        <source>DEVELOPMENT</source>
        <translation>개발</translation>
    </message>
    <message>
        <source>STAGING</source>
        <translation>스테이징</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>프로덕션</translation>
    </message>
    <message>
        <source>DEV</source>
        <translation>개발</translation>
    </message>
    <message>
        <source>STAGE</source>
        <translation>스테이징</translation>
    </message>
    <message>
        <source>PROD</source>
        <translation>프로덕션</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>연습</translation>
    </message>
</context>
</TS>
