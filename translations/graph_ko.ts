<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>graph::HeatStrip</name>
    <message>
        <source>Subtasks</source>
        <translation>서브태스크</translation>
    </message>
</context>
<context>
    <name>graph::Legend</name>
    <message>
        <source>Busy</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Backpressured</source>
        <translation>백프레셔</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>유휴</translation>
    </message>
</context>
<context>
    <name>graph::Text</name>
    <message>
        <source>Subtask %1: busy %2, backpressured %3, records %4, TaskManager %5</source>
        <translation>서브태스크 %1: 사용률 %2, 백프레셔 %3, 레코드 %4, TaskManager %5</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>측정값 없음</translation>
    </message>
    <message>
        <source>Backpr. %1</source>
        <translation>백프레셔 %1</translation>
    </message>
    <message>
        <source>Busy %1</source>
        <translation>사용 중 %1</translation>
    </message>
    <message>
        <source>Operators: %1</source>
        <translation>연산자: %1</translation>
    </message>
    <message>
        <source>wm %1</source>
        <comment>watermark</comment>
        <translation>워터마크 %1</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… 외 %1개</translation>
    </message>
    <message>
        <source>Bottleneck</source>
        <translation>병목</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>records in a second</comment>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>bytes in a second</comment>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>%1, parallelism %2, %3. Busy %4, backpressured %5, idle %6. In %7, out %8.</source>
        <translation>%1, 병렬도 %2, %3. 사용률 %4, 백프레셔 %5, 유휴 %6. 입력 %7, 출력 %8.</translation>
    </message>
</context>
<context>
    <name>graph::VertexPanel</name>
    <message>
        <source>Choose a vertex to see its subtasks.</source>
        <translation>정점을 고르면 서브태스크가 보입니다.</translation>
    </message>
    <message>
        <source>Backpressured: %1</source>
        <translation>백프레셔: %1</translation>
    </message>
    <message>
        <source>Parallelism: %1 of at most %2</source>
        <translation>병렬도: %1 (최대 %2)</translation>
    </message>
    <message>
        <source>Busy: %1, on average %2</source>
        <translation>사용률: %1, 평균 %2</translation>
    </message>
    <message>
        <source>In: %1, %2</source>
        <translation>입력: %1, %2</translation>
    </message>
    <message>
        <source>Out: %1, %2</source>
        <translation>출력: %1, %2</translation>
    </message>
    <message>
        <source>Watermark: %1</source>
        <translation>워터마크: %1</translation>
    </message>
    <message>
        <source>Subtasks by state: %1</source>
        <translation>상태별 서브태스크: %1</translation>
    </message>
    <message>
        <source>Why Drey names it the bottleneck</source>
        <translation>병목으로 판단한 근거</translation>
    </message>
    <message>
        <source>Subtasks: the one with the most records takes %1 times those of the others</source>
        <translation>서브태스크: 레코드가 가장 많은 하나가 나머지의 %1배를 받음</translation>
    </message>
    <message>
        <source>Subtasks</source>
        <translation>서브태스크</translation>
    </message>
    <message>
        <source>Pod: %1</source>
        <translation>파드: %1</translation>
    </message>
</context>
</TS>
