<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>workflow::Runner</name>
    <message>
        <source>Cancelled before &quot;%1&quot;. What was done before stays done.</source>
        <translation>&quot;%1&quot; 단계 전에 취소했습니다. 그 전에 한 일은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title of a step, why it failed</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>workflow::Text</name>
    <message>
        <source>The journal &apos;%1&apos; cannot be written, so nothing more is done: %2</source>
        <translation>작업 기록 &apos;%1&apos;에 쓸 수 없어 더 이상 진행하지 않습니다: %2</translation>
    </message>
    <message>
        <source>Another operation of Drey is at %1. Wait for its end, or continue or abandon it.</source>
        <translation>%1에 대해 다른 작업 내역이 진행 중입니다. 끝날 때까지 기다리거나, 그 작업 내역을 이어서 하거나 포기하세요.</translation>
    </message>
    <message>
        <source>Its journal &apos;%1&apos; does not begin with a plan.</source>
        <translation>&apos;%1&apos; 작업 기록은 계획으로 시작하지 않습니다.</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>폴더를 만들 수 없습니다</translation>
    </message>
    <message>
        <source>There is no operation &apos;%1&apos; in &apos;%2&apos;.</source>
        <translation>&apos;%2&apos; 폴더에 작업 내역 &apos;%1&apos; 항목이 없습니다.</translation>
    </message>
    <message>
        <source>Operation &apos;%1&apos; is over.</source>
        <translation>작업 내역 &apos;%1&apos; 항목은 이미 끝났습니다.</translation>
    </message>
    <message>
        <source>It was written by another version of Drey.</source>
        <translation>다른 버전의 Drey가 작성했습니다.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>성공</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>결과 확인 불가</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>직접 처리</translation>
    </message>
</context>
</TS>
