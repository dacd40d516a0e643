<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>manifest::Text</name>
    <message>
        <source>The operator sets %1 itself and refuses a manifest that does.</source>
        <translation>operator가 직접 설정하는 키입니다: %1. 매니페스트에서 설정하면 거부됩니다.</translation>
    </message>
    <message>
        <source>Flink %1 still reads %2, but it is deprecated and has no successor.</source>
        <translation>Flink %1에서 아직 읽기는 하지만 deprecated된 키입니다: %2. 대신할 키는 없습니다.</translation>
    </message>
    <message>
        <source>Flink %1 does not know %2 yet; it is read from %3 on.</source>
        <translation>Flink %1에는 아직 없는 키입니다: %2. Flink %3부터 읽습니다.</translation>
    </message>
    <message>
        <source>Flink %1 no longer reads %2; %3 was the last release that did.</source>
        <translation>Flink %1에서는 더 이상 읽지 않는 키입니다: %2. Flink %3까지만 읽었습니다.</translation>
    </message>
    <message>
        <source>No release of Flink or of the operator reads %1; it is ignored without a word.</source>
        <translation>Flink와 operator의 어떤 버전도 읽지 않는 키입니다: %1. 아무 경고 없이 무시됩니다.</translation>
    </message>
    <message>
        <source>What does its work is %1.</source>
        <translation>같은 역할을 하는 키: %1</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>혹시 찾으신 키: %1</translation>
    </message>
    <message>
        <source>%1 is the old name of %2, which is set, too: only the new one is read.</source>
        <translation>이전 이름 %1, 새 이름 %2: 둘 다 설정되어 있으면 새 이름만 읽습니다.</translation>
    </message>
    <message>
        <source>%1 is an old name; Flink %2 calls it %3.</source>
        <translation>이전 이름입니다: %1. Flink %2에서 쓰는 이름: %3</translation>
    </message>
    <message>
        <source>Rename it to %1</source>
        <translation>새 이름으로 바꾸기: %1</translation>
    </message>
    <message>
        <source>%1 and %2 cannot stand together in Flink %3: its configuration is a tree of YAML, where a key has either a value or keys below it.</source>
        <translation>Flink %3에서는 %1, %2 키를 함께 쓸 수 없습니다. 설정이 YAML 트리여서 한 키는 값이나 하위 키 중 하나만 가질 수 있습니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number of 32 bits.</source>
        <translation>32비트 정수가 아닙니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number.</source>
        <translation>정수가 아닙니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number.</source>
        <translation>숫자가 아닙니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is written as ISO 8601 says, which Flink reads from 2.1 on: use one number with one unit.</source>
        <translation>&quot;%1&quot;: ISO 8601 표기는 Flink 2.1부터 읽습니다. 숫자 하나와 단위 하나로 쓰십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no duration: one whole number with one unit, such as 500 ms, 30 s, 5 min, 1 h or 2 d.</source>
        <translation>기간이 아닙니다: &quot;%1&quot;. 정수 하나와 단위 하나로 쓰십시오. 예: 500 ms, 30 s, 5 min, 1 h, 2 d</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no memory size of Flink: one whole number with b, k, m, g or t (each 1024 times the one before), such as 512m or 4g.</source>
        <translation>Flink의 메모리 크기가 아닙니다: &quot;%1&quot;. 정수 하나와 b, k, m, g, t 중 하나로 쓰십시오(각 단위는 앞 단위의 1024배). 예: 512m, 4g</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither true nor false.</source>
        <translation>true도 false도 아닙니다: &quot;%1&quot;</translation>
    </message>
</context>
</TS>
