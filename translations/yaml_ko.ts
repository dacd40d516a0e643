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
        <source>A colon stands here where no key can end. Put the value in quotation marks if the colon is part of it; otherwise look at the indentation of this line and the one before.</source>
        <translation>키가 끝날 수 없는 자리에 콜론이 있습니다. 콜론이 값의 일부라면 값을 따옴표로 묶고, 아니라면 이 행과 앞 행의 들여쓰기를 확인하세요.</translation>
    </message>
    <message>
        <source>No key can begin here: look at the indentation of this line and the one before.</source>
        <translation>여기서는 키가 시작될 수 없습니다. 이 행과 앞 행의 들여쓰기를 확인하세요.</translation>
    </message>
    <message>
        <source>No item of a list can begin here. Put each &quot;- &quot; in a line of its own, below the key of the list.</source>
        <translation>여기서는 목록의 항목이 시작될 수 없습니다. 각 &quot;- &quot;를 목록의 키 아래에 한 행씩 따로 쓰세요.</translation>
    </message>
    <message>
        <source>A &quot;{&quot; is not closed: a &quot;}&quot; is missing, or a comma between two of its entries.</source>
        <translation>&quot;{&quot;가 닫히지 않았습니다. &quot;}&quot;가 없거나 두 항목 사이에 쉼표가 없습니다.</translation>
    </message>
    <message>
        <source>A &quot;[&quot; is not closed: a &quot;]&quot; is missing, or a comma between two of its items.</source>
        <translation>&quot;[&quot;가 닫히지 않았습니다. &quot;]&quot;가 없거나 두 항목 사이에 쉼표가 없습니다.</translation>
    </message>
    <message>
        <source>A key with a colon was expected here, as in the lines before: look at the indentation, and for a colon that is missing.</source>
        <translation>앞 행들처럼 콜론이 붙은 키가 와야 하는 자리입니다. 들여쓰기와 빠진 콜론이 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>An item of the list before was expected here: it begins with &quot;- &quot; in the same column as the others.</source>
        <translation>앞 목록의 항목이 와야 하는 자리입니다. 항목은 다른 항목과 같은 열에서 &quot;- &quot;로 시작합니다.</translation>
    </message>
    <message>
        <source>A text in quotation marks is not closed: the mark at its end is missing.</source>
        <translation>따옴표로 시작한 텍스트가 닫히지 않았습니다. 끝의 따옴표가 없습니다.</translation>
    </message>
    <message>
        <source>A text in quotation marks is not closed before the next document begins: the mark at its end is missing.</source>
        <translation>따옴표로 시작한 텍스트가 다음 문서가 시작되기 전에 닫히지 않았습니다. 끝의 따옴표가 없습니다.</translation>
    </message>
    <message>
        <source>This character cannot stand in a text without quotation marks. Put the text in quotation marks.</source>
        <translation>따옴표 없는 텍스트에는 이 문자를 쓸 수 없습니다. 텍스트를 따옴표로 묶으세요.</translation>
    </message>
    <message>
        <source>A tab indents this line; YAML allows blanks only.</source>
        <translation>이 행은 탭으로 들여쓰기되어 있습니다. YAML에서는 공백만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>A &quot;}&quot; or &quot;]&quot; stands here that closes nothing. Remove it, or put the text in quotation marks.</source>
        <translation>아무것도 닫지 않는 &quot;}&quot; 또는 &quot;]&quot;가 있습니다. 지우거나 텍스트를 따옴표로 묶으세요.</translation>
    </message>
    <message>
        <source>No value can begin with this character. Put the value in quotation marks.</source>
        <translation>값은 이 문자로 시작할 수 없습니다. 값을 따옴표로 묶으세요.</translation>
    </message>
    <message>
        <source>In double quotation marks &quot;\%1&quot; means nothing. Write &quot;\\&quot; for a backslash, or use single quotation marks.</source>
        <translation>큰따옴표 안에서 의미가 없는 표기입니다: &quot;\%1&quot;. 백슬래시는 &quot;\\&quot;로 쓰거나 작은따옴표를 쓰세요.</translation>
    </message>
    <message>
        <source>The code of a character behind a backslash has too few digits, or one that is none.</source>
        <translation>백슬래시 뒤의 문자 코드에 자릿수가 모자라거나 숫자가 아닌 문자가 있습니다.</translation>
    </message>
    <message>
        <source>There is no character with the code %1.</source>
        <translation>다음 코드의 문자는 없습니다: %1</translation>
    </message>
    <message>
        <source>Behind &quot;|&quot; or &quot;&gt;&quot; only a digit, &quot;+&quot;, &quot;-&quot; or a comment may stand. Begin the text in the next line.</source>
        <translation>&quot;|&quot;나 &quot;&gt;&quot; 뒤에는 숫자, &quot;+&quot;, &quot;-&quot;, 주석만 올 수 있습니다. 텍스트는 다음 행에서 시작하세요.</translation>
    </message>
    <message>
        <source>The digit behind &quot;|&quot; or &quot;&gt;&quot; says how far the text is indented; it cannot be 0.</source>
        <translation>&quot;|&quot;나 &quot;&gt;&quot; 뒤의 숫자는 텍스트의 들여쓰기 폭이며 0일 수 없습니다.</translation>
    </message>
    <message>
        <source>No anchor before this place has the name of this alias. Put the value in quotation marks if it is no alias.</source>
        <translation>이 별칭(alias)과 이름이 같은 앵커(anchor)가 앞에 없습니다. 별칭이 아니라면 값을 따옴표로 묶으세요.</translation>
    </message>
    <message>
        <source>Behind &quot;*&quot; the name of an anchor is missing. Put the value in quotation marks if it is no alias.</source>
        <translation>&quot;*&quot; 뒤에 앵커(anchor) 이름이 없습니다. 별칭(alias)이 아니라면 값을 따옴표로 묶으세요.</translation>
    </message>
    <message>
        <source>Behind &quot;&amp;&quot; the name of an anchor is missing. Put the value in quotation marks if it is none.</source>
        <translation>&quot;&amp;&quot; 뒤에 앵커(anchor) 이름이 없습니다. 앵커가 아니라면 값을 따옴표로 묶으세요.</translation>
    </message>
    <message>
        <source>The name of an alias has a character that it cannot have. Put the value in quotation marks if it is no alias.</source>
        <translation>별칭(alias) 이름에 쓸 수 없는 문자가 있습니다. 별칭이 아니라면 값을 따옴표로 묶으세요.</translation>
    </message>
    <message>
        <source>The name of an anchor has a character that it cannot have. Put the value in quotation marks if it is none.</source>
        <translation>앵커(anchor) 이름에 쓸 수 없는 문자가 있습니다. 앵커가 아니라면 값을 따옴표로 묶으세요.</translation>
    </message>
    <message>
        <source>An alias stands for a value: it can have no tag and no anchor of its own.</source>
        <translation>별칭(alias)은 값을 대신하므로 자신의 태그나 앵커(anchor)를 가질 수 없습니다.</translation>
    </message>
    <message>
        <source>A value can have one anchor only.</source>
        <translation>값에는 앵커(anchor)를 하나만 붙일 수 있습니다.</translation>
    </message>
    <message>
        <source>A value can have one tag only. Put it in quotation marks if &quot;!&quot; is part of it.</source>
        <translation>값에는 태그를 하나만 붙일 수 있습니다. &quot;!&quot;가 값의 일부라면 따옴표로 묶으세요.</translation>
    </message>
    <message>
        <source>The tag has a character that it cannot have. Put the value in quotation marks if &quot;!&quot; is part of it.</source>
        <translation>태그에 쓸 수 없는 문자가 있습니다. &quot;!&quot;가 값의 일부라면 값을 따옴표로 묶으세요.</translation>
    </message>
    <message>
        <source>Behind &quot;!&quot; the name of the tag is missing. Put the value in quotation marks if &quot;!&quot; is part of it.</source>
        <translation>&quot;!&quot; 뒤에 태그 이름이 없습니다. &quot;!&quot;가 값의 일부라면 값을 따옴표로 묶으세요.</translation>
    </message>
    <message>
        <source>A tag that begins with &quot;!&lt;&quot; needs a &quot;&gt;&quot; at its end.</source>
        <translation>&quot;!&lt;&quot;로 시작하는 태그는 &quot;&gt;&quot;로 끝나야 합니다.</translation>
    </message>
    <message>
        <source>&quot;%YAML&quot; takes one version. Remove the line: Kubernetes needs none.</source>
        <translation>&quot;%YAML&quot;에는 버전을 하나만 씁니다. Kubernetes에는 필요 없으므로 이 행을 지우세요.</translation>
    </message>
    <message>
        <source>There is no version %1 of YAML. Remove the line: Kubernetes needs none.</source>
        <translation>YAML에 %1 버전은 없습니다. Kubernetes에는 필요 없으므로 이 행을 지우세요.</translation>
    </message>
    <message>
        <source>This version of YAML is not known. Remove the line: Kubernetes needs none.</source>
        <translation>알 수 없는 YAML 버전입니다. Kubernetes에는 필요 없으므로 이 행을 지우세요.</translation>
    </message>
    <message>
        <source>&quot;%YAML&quot; stands here for the second time. Remove the line.</source>
        <translation>&quot;%YAML&quot;이 두 번째로 나옵니다. 이 행을 지우세요.</translation>
    </message>
    <message>
        <source>&quot;%TAG&quot; takes two words. Remove the line: Kubernetes needs none.</source>
        <translation>&quot;%TAG&quot;에는 단어 두 개를 씁니다. Kubernetes에는 필요 없으므로 이 행을 지우세요.</translation>
    </message>
    <message>
        <source>&quot;%TAG&quot; stands here for the second time. Remove the line.</source>
        <translation>&quot;%TAG&quot;가 두 번째로 나옵니다. 이 행을 지우세요.</translation>
    </message>
    <message>
        <source>The parser stopped here and says: &quot;%1&quot;.</source>
        <translation>여기서 읽기가 중단되었습니다. 파서의 메시지: &quot;%1&quot;</translation>
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
    <message>
        <source>A carriage return stands alone here. Lines end with LF or with CR and LF.</source>
        <translation>여기에 캐리지 리턴(CR)만 있습니다. 줄은 LF 또는 CR LF로 끝나야 합니다.</translation>
    </message>
    <message>
        <source>Behind this key a colon is missing.</source>
        <translation>이 키 뒤에 콜론이 없습니다.</translation>
    </message>
    <message>
        <source>In front of this colon a key is missing.</source>
        <translation>이 콜론 앞에 키가 없습니다.</translation>
    </message>
    <message>
        <source>Behind a tag or an anchor a blank is missing.</source>
        <translation>태그나 앵커 뒤에 공백이 없습니다.</translation>
    </message>
</context>
</TS>
