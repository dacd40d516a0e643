<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>manifest::Rules</name>
    <message>
        <source>Not readable as YAML</source>
        <translation>YAML로 읽을 수 없음</translation>
    </message>
    <message>
        <source>The document cannot be read, so nothing else is known about it. The place is where reading stopped; the cause often stands in the line before: a missing colon, indentation that does not match, a tab, or a quotation mark that was not closed.</source>
        <translation>문서를 읽지 못해 나머지는 확인할 수 없습니다. 표시한 곳은 읽기가 멈춘 위치이며, 원인은 바로 앞줄에 있을 때가 많습니다: 빠진 콜론, 맞지 않는 들여쓰기, 탭, 닫지 않은 따옴표.</translation>
    </message>
    <message>
        <source>Key that stands twice</source>
        <translation>두 번 나오는 키</translation>
    </message>
    <message>
        <source>YAML forbids it. Some readers take the first value and others the last; kubectl refuses such a file. Keep the value that is meant.</source>
        <translation>YAML이 금지합니다. 첫 값을 쓰는 도구도 있고 마지막 값을 쓰는 도구도 있으며, kubectl은 이런 파일을 거부합니다. 뜻한 값 하나만 남기세요.</translation>
    </message>
    <message>
        <source>Key that nobody reads</source>
        <translation>아무도 읽지 않는 키</translation>
    </message>
    <message>
        <source>Neither Flink nor the operator knows such a key, and neither says so: the setting has no effect. Pages on the web spread many names that never existed.</source>
        <translation>Flink도 Operator도 모르는 키이며, 둘 다 아무 말 없이 무시합니다. 설정에 효과가 없습니다. 웹에는 한 번도 존재한 적 없는 이름이 많이 퍼져 있습니다.</translation>
    </message>
    <message>
        <source>Key that was removed</source>
        <translation>제거된 키</translation>
    </message>
    <message>
        <source>Older releases of Flink read this key; the one that is asked about ignores it without a word.</source>
        <translation>이전 Flink 릴리스는 이 키를 읽었지만, 지금 기준이 되는 릴리스는 아무 말 없이 무시합니다.</translation>
    </message>
    <message>
        <source>Key of a later release</source>
        <translation>더 새 릴리스의 키</translation>
    </message>
    <message>
        <source>This release of Flink does not know the key yet and ignores it without a word. Where the option existed under an older name, that one has to be used.</source>
        <translation>이 Flink 릴리스는 아직 이 키를 모르며 아무 말 없이 무시합니다. 같은 옵션의 옛 이름이 있으면 그 이름을 써야 합니다.</translation>
    </message>
    <message>
        <source>Old name of a key</source>
        <translation>키의 옛 이름</translation>
    </message>
    <message>
        <source>The key is still read, but has a new name. On Flink 2 old names are often the prefix of newer keys, and then the deployment fails.</source>
        <translation>아직 읽히지만 새 이름이 있습니다. Flink 2에서는 옛 이름이 새 키의 접두사가 되는 경우가 많아 배포가 실패합니다.</translation>
    </message>
    <message>
        <source>Key that will go</source>
        <translation>곧 없어질 키</translation>
    </message>
    <message>
        <source>The option is deprecated and nothing takes its place under another name: it will be removed with a later release, as most such options were with Flink 2.0.</source>
        <translation>지원 중단 예정이며 다른 이름의 후속 키가 없습니다. Flink 2.0에서 대부분 그랬듯 이후 릴리스에서 제거됩니다.</translation>
    </message>
    <message>
        <source>Key that belongs to the operator</source>
        <translation>Operator가 정하는 키</translation>
    </message>
    <message>
        <source>The operator derives this setting from the resource itself and refuses a manifest that sets it: &quot;Forbidden Flink config key&quot;. Remove it.</source>
        <translation>Operator가 리소스에서 직접 정하는 설정이며, 매니페스트가 지정하면 &quot;Forbidden Flink config key&quot; 오류로 거부합니다. 삭제하세요.</translation>
    </message>
    <message>
        <source>Key that is the beginning of another</source>
        <translation>다른 키의 앞부분인 키</translation>
    </message>
    <message>
        <source>Flink 2 reads its configuration as a tree. The operator accepts such a manifest and then never deploys it: &quot;Overlapping key prefixes detected&quot;. Use the present names.</source>
        <translation>Flink 2는 설정을 트리로 읽습니다. Operator는 이런 매니페스트를 받아들인 뒤 끝내 배포하지 못합니다: &quot;Overlapping key prefixes detected&quot;. 현재 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>Both names of one option</source>
        <translation>한 옵션의 두 이름</translation>
    </message>
    <message>
        <source>Of several names of one option Flink reads the present one, and the others in an order that nobody sees. Keep one of them.</source>
        <translation>한 옵션에 이름이 여럿이면 Flink는 현재 이름을 먼저 읽고, 나머지는 보이지 않는 순서로 읽습니다. 하나만 남기세요.</translation>
    </message>
    <message>
        <source>Value that Flink cannot read</source>
        <translation>Flink가 읽을 수 없는 값</translation>
    </message>
    <message>
        <source>The value is not of the option&apos;s type. Flink fails when it reads the option: at the start, or later, when the code that asks for it runs.</source>
        <translation>값이 옵션의 형식에 맞지 않습니다. Flink는 이 옵션을 읽을 때 실패합니다. 시작할 때일 수도 있고, 나중에 해당 코드가 실행될 때일 수도 있습니다.</translation>
    </message>
    <message>
        <source>Lost indentation</source>
        <translation>사라진 들여쓰기</translation>
    </message>
    <message>
        <source>Some web pages lose the blanks at the beginning of lines when text is copied from them. In YAML they say what belongs to what, so the manifest means something else, or nothing. Copy it again from its source.</source>
        <translation>웹 페이지에서 복사하면 줄 앞의 공백이 사라질 때가 있습니다. YAML에서는 그 공백이 소속을 정하므로, 매니페스트의 뜻이 달라지거나 없어집니다. 원본에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>Field that does not exist</source>
        <translation>없는 필드</translation>
    </message>
    <message>
        <source>Under strict validation, as kubectl asks for it, the API server refuses the manifest: &quot;unknown field&quot;. Without it the field is dropped without a word.</source>
        <translation>kubectl이 요청하는 엄격한 검증에서는 API 서버가 "unknown field" 오류로 매니페스트를 거부합니다. 엄격한 검증이 아니면 필드를 아무 말 없이 버립니다.</translation>
    </message>
    <message>
        <source>Value of the wrong type</source>
        <translation>형식이 틀린 값</translation>
    </message>
    <message>
        <source>The API server refuses the manifest. Numbers must not stand in quotation marks, and a text that looks like a number or like true must: cpu: 0.5, but value: &quot;8081&quot;.</source>
        <translation>API 서버가 매니페스트를 거부합니다. 숫자는 따옴표로 감싸면 안 되고, 숫자나 true처럼 보이는 텍스트는 감싸야 합니다: cpu: 0.5, 하지만 value: "8081".</translation>
    </message>
    <message>
        <source>Value that is none of those allowed</source>
        <translation>허용되지 않는 값</translation>
    </message>
    <message>
        <source>The field is an enumeration, and the API server refuses any other value. A release of Flink is written v1_20.</source>
        <translation>정해진 값만 쓸 수 있는 필드이며, API 서버는 다른 값을 거부합니다. Flink 릴리스는 v1_20처럼 씁니다.</translation>
    </message>
    <message>
        <source>Part of a later release of the operator</source>
        <translation>더 새 Operator 릴리스의 항목</translation>
    </message>
    <message>
        <source>The resource definitions of the operator&apos;s release that is asked about do not know it yet. Mind that helm upgrade does not update them: they have to be applied by hand.</source>
        <translation>기준이 되는 Operator 릴리스의 리소스 정의(CRD)는 아직 이 항목을 모릅니다. helm upgrade는 CRD를 갱신하지 않으므로 직접 적용해야 합니다.</translation>
    </message>
    <message>
        <source>Kind that does not exist</source>
        <translation>없는 종류</translation>
    </message>
    <message>
        <source>The group flink.apache.org has FlinkDeployment, FlinkSessionJob, FlinkStateSnapshot and FlinkBlueGreenDeployment, and no other kinds.</source>
        <translation>flink.apache.org 그룹에는 FlinkDeployment, FlinkSessionJob, FlinkStateSnapshot, FlinkBlueGreenDeployment만 있습니다.</translation>
    </message>
    <message>
        <source>Part that every object needs</source>
        <translation>모든 객체에 필요한 항목</translation>
    </message>
    <message>
        <source>Without it the API server cannot even tell what the object is, or what to call it.</source>
        <translation>없으면 API 서버는 객체가 무엇인지, 이름이 무엇인지조차 알 수 없습니다.</translation>
    </message>
</context>
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
    <message>
        <source>%1 and %2 are both old names of %3: only one of them is read.</source>
        <translation>%1 키와 %2 키는 모두 %3 키의 옛 이름입니다. 둘 중 하나만 읽힙니다.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>The text has %1 MiB; more than %2 MiB are no manifest and are not read.</source>
        <translation>텍스트가 %1 MiB입니다. %2 MiB가 넘으면 매니페스트로 보지 않으며 읽지 않습니다.</translation>
    </message>
    <message>
        <source>The text is UTF-16: save it as UTF-8, which is what kubectl reads.</source>
        <translation>UTF-16 텍스트입니다. kubectl이 읽는 UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>This is no text, but binary data.</source>
        <translation>텍스트가 아니라 바이너리 데이터입니다.</translation>
    </message>
    <message>
        <source>This byte is no UTF-8: the text was saved in another encoding.</source>
        <translation>이 바이트는 UTF-8이 아닙니다. 텍스트가 다른 인코딩으로 저장되었습니다.</translation>
    </message>
    <message>
        <source>A tab indents this line; YAML allows blanks only.</source>
        <translation>이 줄은 탭으로 들여썼습니다. YAML은 공백만 허용합니다.</translation>
    </message>
    <message>
        <source>%1 stands here for the second time.</source>
        <translation>%1 키가 여기에 두 번째로 나옵니다.</translation>
    </message>
    <message>
        <source>error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>info</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>Rules of dreyctl lint</source>
        <translation>dreyctl lint 규칙</translation>
    </message>
    <message>
        <source>Made by &quot;dreyctl generate rules&quot; from the table that the program itself uses.</source>
        <translation>프로그램이 쓰는 표에서 &quot;dreyctl generate rules&quot; 명령으로 만든 페이지입니다.</translation>
    </message>
    <message>
        <source>This cannot be read as YAML: %1</source>
        <translation>YAML로 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The indentation is lost: what belongs below metadata stands beside it.</source>
        <translation>들여쓰기가 사라졌습니다. metadata 아래에 있어야 할 것이 옆에 있습니다.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 또는 false</translation>
    </message>
    <message>
        <source>a number or a text</source>
        <translation>숫자나 텍스트</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>The operator knows %1 from 1.%2 on.</source>
        <translation>Operator는 1.%2 버전부터 '%1' 값을 압니다.</translation>
    </message>
    <message>
        <source>The operator has no kind %1.</source>
        <translation>Operator에는 '%1' 종류가 없습니다.</translation>
    </message>
    <message>
        <source>%1 needs apiVersion: flink.apache.org/v1beta1.</source>
        <translation>%1 리소스에는 apiVersion: flink.apache.org/v1beta1 줄이 필요합니다.</translation>
    </message>
    <message>
        <source>%1 needs a name: metadata.name.</source>
        <translation>%1 리소스에는 이름(metadata.name)이 필요합니다.</translation>
    </message>
    <message>
        <source>%1 needs a spec.</source>
        <translation>%1 리소스에는 spec이 필요합니다.</translation>
    </message>
    <message>
        <source>There is no field %1 here.</source>
        <translation>여기에는 '%1' 필드가 없습니다.</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>이렇게 쓰기: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no quantity of Kubernetes.</source>
        <translation>"%1" 값은 Kubernetes 수량이 아닙니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of: %2.</source>
        <translation>"%1" 값은 다음 중 하나가 아닙니다: %2.</translation>
    </message>
    <message>
        <source>%1 takes %2.</source>
        <translation>'%1' 필드에 쓸 수 있는 것: %2.</translation>
    </message>
</context>
</TS>
