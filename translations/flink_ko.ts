<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>flink::Text</name>
    <message>
        <source>The server sent an object that is not valid JSON.</source>
        <translation>서버가 올바르지 않은 JSON 객체를 보냈습니다.</translation>
    </message>
    <message>
        <source>The server sent an object without a name.</source>
        <translation>서버가 이름 없는 객체를 보냈습니다.</translation>
    </message>
</context>
</TS>
