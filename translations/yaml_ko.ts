<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>yaml::Text</name>
    <message>
        <source>The text cannot be read as YAML at line %1, column %2: %3</source>
        <translation>%1행 %2열에서 YAML로 읽을 수 없습니다: %3</translation>
    </message>
    <message>
        <source>An alias refers to the value it is part of.</source>
        <translation>별칭(alias)이 자신을 포함하는 값을 가리킵니다.</translation>
    </message>
    <message>
        <source>Aliases make the document larger than is allowed.</source>
        <translation>별칭(alias)을 펼치면 문서가 허용 크기를 넘습니다.</translation>
    </message>
    <message>
        <source>The document is nested deeper than %1 levels.</source>
        <translation>문서의 중첩이 %1단계를 넘습니다.</translation>
    </message>
    <message>
        <source>A key must be a text, not a list or a map.</source>
        <translation>키는 목록이나 맵이 아니라 텍스트여야 합니다.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; stands here twice.</source>
        <translation>&quot;%1&quot; 키가 두 번 나옵니다.</translation>
    </message>
    <message>
        <source>The text is not valid %1.</source>
        <translation>올바른 %1 텍스트가 아닙니다.</translation>
    </message>
    <message>
        <source>The control character U+%1 is not allowed.</source>
        <translation>제어 문자 U+%1 사용은 허용되지 않습니다.</translation>
    </message>
    <message>
        <source>The text is larger than %1 MiB.</source>
        <translation>텍스트가 %1 MiB보다 큽니다.</translation>
    </message>
    <message>
        <source>The text cannot be read as YAML: %1</source>
        <translation>YAML로 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>No value can begin here.</source>
        <translation>여기에서는 값을 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>Others share this value through an anchor: change it in the text.</source>
        <translation>이 값은 앵커를 통해 다른 곳과 함께 쓰입니다. 텍스트에서 바꾸세요.</translation>
    </message>
    <message>
        <source>Something else stands in this place: change it in the text.</source>
        <translation>이 자리에는 다른 것이 있습니다. 텍스트에서 바꾸세요.</translation>
    </message>
    <message>
        <source>This place is written in a way that only the text can change.</source>
        <translation>이 부분은 텍스트에서만 바꿀 수 있는 방식으로 쓰여 있습니다.</translation>
    </message>
    <message>
        <source>This value goes over several lines: change it in the text.</source>
        <translation>값이 여러 줄에 걸쳐 있습니다. 텍스트에서 바꾸세요.</translation>
    </message>
</context>
</TS>
