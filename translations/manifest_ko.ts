<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>manifest::Form</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>The name of the object, and the beginning of the names of everything the operator makes for it. Another name means another object: the one that runs stays as it is.</source>
        <translation>오브젝트의 이름이며, Operator가 만드는 모든 것의 이름이 이 이름으로 시작합니다. 이름을 바꾸면 다른 오브젝트가 되고, 실행 중인 것은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>네임스페이스</translation>
    </message>
    <message>
        <source>Where it lives. Without it whoever applies the file decides: kubectl takes the namespace of its context.</source>
        <translation>오브젝트가 속하는 네임스페이스입니다. 없으면 파일을 적용하는 쪽이 정하며, kubectl은 컨텍스트의 네임스페이스를 씁니다.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>The container image of the JobManager and the TaskManagers; its Flink must be of the version below. A tag that never moves makes restarts repeatable.</source>
        <translation>JobManager와 TaskManager의 컨테이너 이미지입니다. 이미지의 Flink는 아래 버전과 맞아야 합니다. 바뀌지 않는 태그를 쓰면 재시작 결과가 늘 같습니다.</translation>
    </message>
    <message>
        <source>Flink version</source>
        <translation>Flink 버전</translation>
    </message>
    <message>
        <source>Tells the operator how to speak to this Flink and which keys it reads; it must fit the image. The operator refuses a deployment without it.</source>
        <translation>Operator가 이 Flink와 통신하는 방식과 읽을 키를 정합니다. 이미지와 맞아야 하며, 없으면 Operator가 배포를 거부합니다.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>모드</translation>
    </message>
    <message>
        <source>native lets Flink start its TaskManagers itself, standalone runs a fixed number of them. It cannot be changed once the deployment exists.</source>
        <translation>native는 Flink가 TaskManager를 직접 띄우고, standalone은 정해진 수만큼 실행합니다. 배포가 만들어진 뒤에는 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>서비스 계정</translation>
    </message>
    <message>
        <source>The account of the pods. It must be allowed to make pods and ConfigMaps in its namespace; the operator refuses a deployment without one.</source>
        <translation>파드가 쓰는 계정입니다. 네임스페이스에 파드와 ConfigMap을 만들 권한이 있어야 하며, 없으면 Operator가 배포를 거부합니다.</translation>
    </message>
    <message>
        <source>Session cluster</source>
        <translation>세션 클러스터</translation>
    </message>
    <message>
        <source>The FlinkDeployment in the same namespace that runs this job. It cannot be changed later.</source>
        <translation>이 작업을 실행하는 같은 네임스페이스의 FlinkDeployment입니다. 나중에 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>Program (JAR)</source>
        <translation>프로그램(JAR)</translation>
    </message>
    <message>
        <source>Where the program is: local:///… in the image. From Flink 1.19 on, and for session jobs, also an address the cluster can read from, such as https:// or s3://.</source>
        <translation>프로그램의 위치입니다. 이미지 안에 있으면 local:///…로 씁니다. Flink 1.19부터와 세션 작업에서는 https://나 s3://처럼 클러스터가 읽을 수 있는 주소도 됩니다.</translation>
    </message>
    <message>
        <source>Main class</source>
        <translation>메인 클래스</translation>
    </message>
    <message>
        <source>The class whose main method builds the job. Without it the JAR&apos;s own manifest must name one.</source>
        <translation>main 메서드로 작업을 만드는 클래스입니다. 없으면 JAR의 매니페스트에 지정되어 있어야 합니다.</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>인자</translation>
    </message>
    <message>
        <source>What the program is told, one argument a line. Everybody who may read the object reads them: secrets do not belong here.</source>
        <translation>프로그램에 전달하는 인자를 한 줄에 하나씩 적습니다. 오브젝트를 읽을 수 있는 사람은 모두 볼 수 있으므로 비밀 값은 적지 마세요.</translation>
    </message>
    <message>
        <source>Parallelism</source>
        <translation>병렬도</translation>
    </message>
    <message>
        <source>How many subtasks each operator of the job has unless the program says otherwise. Parallelism divided by slots, rounded up, is the number of TaskManagers; where TaskManager replicas are set, they decide instead.</source>
        <translation>프로그램이 따로 정하지 않은 연산자의 서브태스크 수입니다. 병렬도를 슬롯 수로 나누고 올림한 값이 TaskManager 수가 됩니다. TaskManager 수를 직접 지정하면 그 값이 우선합니다.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>원하는 상태</translation>
    </message>
    <message>
        <source>What the job shall be: suspended stops it as the upgrade mode says, running lets it go on from there.</source>
        <translation>작업이 있어야 할 상태입니다. suspended는 업그레이드 방식에 따라 작업을 멈추고, running은 그 지점부터 다시 실행합니다.</translation>
    </message>
    <message>
        <source>Upgrade mode</source>
        <translation>업그레이드 방식</translation>
    </message>
    <message>
        <source>How a change is brought in: savepoint takes one first, last-state goes on from the last checkpoint, stateless drops all state. Nothing written means stateless.</source>
        <translation>변경을 반영하는 방식입니다. savepoint는 먼저 세이브포인트를 만들고, last-state는 마지막 체크포인트에서 이어서 실행하며, stateless는 상태를 모두 버립니다. 쓰지 않으면 stateless입니다.</translation>
    </message>
    <message>
        <source>Initial savepoint</source>
        <translation>최초 세이브포인트</translation>
    </message>
    <message>
        <source>The savepoint a job begins from. It counts at the first start only, and when the nonce for a redeployment from a savepoint is changed.</source>
        <translation>작업이 처음 시작할 때 복원할 세이브포인트입니다. 첫 시작과, 세이브포인트 재배포용 nonce를 바꿀 때만 쓰입니다.</translation>
    </message>
    <message>
        <source>Allow lost state</source>
        <translation>상태 유실 허용</translation>
    </message>
    <message>
        <source>Starts although the program has no place any more for some of the state, which is then lost. Meant for one upgrade that removes an operator; afterwards it hides mistakes.</source>
        <translation>프로그램에 더 이상 자리가 없는 상태가 있어도 시작하며, 그 상태는 사라집니다. 연산자를 없애는 업그레이드 한 번에만 쓰세요. 계속 켜 두면 실수가 드러나지 않습니다.</translation>
    </message>
    <message>
        <source>JobManager memory</source>
        <translation>JobManager 메모리</translation>
    </message>
    <message>
        <source>Memory of the JobManager&apos;s container. 2048m and 2g are binary, as Flink reads them; fractions such as 1.5Gi are refused.</source>
        <translation>JobManager 컨테이너의 메모리입니다. 2048m과 2g는 Flink가 읽는 2진 단위이며, 1.5Gi 같은 소수는 거부됩니다.</translation>
    </message>
    <message>
        <source>JobManager CPU</source>
        <translation>JobManager CPU</translation>
    </message>
    <message>
        <source>Cores of the JobManager&apos;s container, as a number: 0.5, not 500m.</source>
        <translation>JobManager 컨테이너의 코어 수입니다. 500m이 아니라 0.5처럼 숫자로 적습니다.</translation>
    </message>
    <message>
        <source>JobManager replicas</source>
        <translation>JobManager 수</translation>
    </message>
    <message>
        <source>How many JobManagers there are, one of which leads. More than one needs high availability.</source>
        <translation>JobManager의 수이며, 그중 하나가 리더입니다. 둘 이상이면 고가용성 설정이 필요합니다.</translation>
    </message>
    <message>
        <source>TaskManager memory</source>
        <translation>TaskManager 메모리</translation>
    </message>
    <message>
        <source>Memory of each TaskManager&apos;s container; heap, managed memory and network are derived from it. 2048m and 2g are binary, as Flink reads them; fractions are refused.</source>
        <translation>TaskManager 컨테이너마다의 메모리이며, 힙, 관리 메모리, 네트워크 메모리가 여기서 계산됩니다. 2048m과 2g는 Flink가 읽는 2진 단위이며, 소수는 거부됩니다.</translation>
    </message>
    <message>
        <source>TaskManager CPU</source>
        <translation>TaskManager CPU</translation>
    </message>
    <message>
        <source>Cores of each TaskManager&apos;s container, as a number: 0.5, not 500m. Its slots share them.</source>
        <translation>TaskManager 컨테이너마다의 코어 수입니다. 500m이 아니라 0.5처럼 숫자로 적습니다. 슬롯들이 이 코어를 나눠 씁니다.</translation>
    </message>
    <message>
        <source>TaskManager replicas</source>
        <translation>TaskManager 수</translation>
    </message>
    <message>
        <source>How many TaskManagers there are. Where it is set, the parallelism of the job is replicas times slots, whatever else is written.</source>
        <translation>TaskManager의 수입니다. 지정하면 다른 값과 관계없이 이 수와 슬롯 수를 곱한 값이 작업의 병렬도가 됩니다.</translation>
    </message>
    <message>
        <source>Slots per TaskManager</source>
        <translation>TaskManager당 슬롯</translation>
    </message>
    <message>
        <source>State backend</source>
        <translation>상태 백엔드</translation>
    </message>
    <message>
        <source>Checkpoint interval</source>
        <translation>체크포인트 주기</translation>
    </message>
    <message>
        <source>Checkpoint directory</source>
        <translation>체크포인트 위치</translation>
    </message>
    <message>
        <source>Savepoint directory</source>
        <translation>세이브포인트 위치</translation>
    </message>
    <message>
        <source>High availability</source>
        <translation>고가용성</translation>
    </message>
    <message>
        <source>Its directory</source>
        <translation>고가용성 위치</translation>
    </message>
    <message>
        <source>Kind of job</source>
        <translation>작업 종류</translation>
    </message>
    <message>
        <source>Whether the snapshot is of an application or of a session job; it lives in the same namespace.</source>
        <translation>애플리케이션의 스냅샷인지 세션 작업의 스냅샷인지 정합니다. 작업은 같은 네임스페이스에 있어야 합니다.</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>The name of the object whose job the snapshot is of.</source>
        <translation>스냅샷을 만들 작업을 가진 오브젝트의 이름입니다.</translation>
    </message>
    <message>
        <source>Savepoint path</source>
        <translation>세이브포인트 경로</translation>
    </message>
    <message>
        <source>Where the savepoint is written, or where one is that exists already. Without it the savepoint directory of the job counts.</source>
        <translation>세이브포인트를 쓸 위치, 또는 이미 있는 세이브포인트의 위치입니다. 없으면 작업의 세이브포인트 위치를 씁니다.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>CANONICAL can be restored with any state backend, NATIVE is written and restored much faster but only with the same one.</source>
        <translation>CANONICAL은 어떤 상태 백엔드로도 복원할 수 있고, NATIVE는 쓰기와 복원이 훨씬 빠르지만 같은 상태 백엔드로만 복원할 수 있습니다.</translation>
    </message>
    <message>
        <source>Delete its files, too</source>
        <translation>파일도 삭제</translation>
    </message>
    <message>
        <source>Whether deleting this object deletes the savepoint itself. With false the files stay and somebody else has to clean up.</source>
        <translation>이 오브젝트를 삭제할 때 세이브포인트도 삭제할지 정합니다. false이면 파일이 남으므로 따로 정리해야 합니다.</translation>
    </message>
    <message>
        <source>Exists already</source>
        <translation>이미 있음</translation>
    </message>
    <message>
        <source>Takes no savepoint but stands for one that is at the path already; jobs are not touched.</source>
        <translation>세이브포인트를 새로 만들지 않고 경로에 이미 있는 것을 나타냅니다. 작업에는 영향을 주지 않습니다.</translation>
    </message>
    <message>
        <source>Attempts after a failure</source>
        <translation>실패 시 재시도</translation>
    </message>
    <message>
        <source>How often a snapshot that failed is tried again: 0 never, -1 without end.</source>
        <translation>실패한 스냅샷을 다시 시도하는 횟수입니다. 0이면 다시 시도하지 않고, -1이면 끝없이 시도합니다.</translation>
    </message>
    <message>
        <source>Keep the old one for</source>
        <translation>이전 배포 유지 시간</translation>
    </message>
    <message>
        <source>How long the old deployment goes on beside the new one after that is stable. Both run and write meanwhile.</source>
        <translation>새 배포가 안정된 뒤에도 이전 배포를 함께 실행하는 시간입니다. 그동안 둘 다 실행되며 데이터를 씁니다.</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>중단까지의 시간</translation>
    </message>
    <message>
        <source>How long the new deployment may take to become stable before the change is given up and the old one goes on.</source>
        <translation>새 배포가 안정되기를 기다리는 시간입니다. 넘으면 전환을 중단하고 이전 배포를 계속 실행합니다.</translation>
    </message>
    <message>
        <source>Memory of the JobManager&apos;s container, as a quantity of Kubernetes: 2Gi or 2048Mi. Flink divides it up. Where only the limit is written, that counts.</source>
        <translation>JobManager 컨테이너의 메모리입니다. 2Gi나 2048Mi 같은 Kubernetes 수량으로 적으며 Flink가 나누어 씁니다. limits만 적혀 있으면 그 값이 쓰입니다.</translation>
    </message>
    <message>
        <source>JobManager memory limit</source>
        <translation>JobManager 메모리 한도</translation>
    </message>
    <message>
        <source>The most memory that the JobManager&apos;s container may take before it is killed; not less than its memory.</source>
        <translation>JobManager 컨테이너가 이보다 많은 메모리를 쓰면 종료됩니다. 메모리 값보다 작을 수 없습니다.</translation>
    </message>
    <message>
        <source>Cores of the JobManager&apos;s container, as a quantity of Kubernetes: 2, 0.5 or 500m. Where only the limit is written, that counts.</source>
        <translation>JobManager 컨테이너의 코어 수입니다. 2, 0.5, 500m 같은 Kubernetes 수량으로 적습니다. limits만 적혀 있으면 그 값이 쓰입니다.</translation>
    </message>
    <message>
        <source>JobManager CPU limit</source>
        <translation>JobManager CPU 한도</translation>
    </message>
    <message>
        <source>The most cores that the JobManager&apos;s container may use; beyond that it is slowed down.</source>
        <translation>JobManager 컨테이너가 쓸 수 있는 최대 코어 수입니다. 넘으면 느려집니다.</translation>
    </message>
    <message>
        <source>Memory of each TaskManager&apos;s container, as a quantity of Kubernetes: 2Gi or 2048Mi. Flink divides it up. Where only the limit is written, that counts.</source>
        <translation>각 TaskManager 컨테이너의 메모리입니다. 2Gi나 2048Mi 같은 Kubernetes 수량으로 적으며 Flink가 나누어 씁니다. limits만 적혀 있으면 그 값이 쓰입니다.</translation>
    </message>
    <message>
        <source>TaskManager memory limit</source>
        <translation>TaskManager 메모리 한도</translation>
    </message>
    <message>
        <source>The most memory that each TaskManager&apos;s container may take before it is killed; not less than its memory.</source>
        <translation>각 TaskManager 컨테이너가 이보다 많은 메모리를 쓰면 종료됩니다. 메모리 값보다 작을 수 없습니다.</translation>
    </message>
    <message>
        <source>Cores of each TaskManager&apos;s container, as a quantity of Kubernetes: 2, 0.5 or 500m. Where only the limit is written, that counts.</source>
        <translation>각 TaskManager 컨테이너의 코어 수입니다. 2, 0.5, 500m 같은 Kubernetes 수량으로 적습니다. limits만 적혀 있으면 그 값이 쓰입니다.</translation>
    </message>
    <message>
        <source>TaskManager CPU limit</source>
        <translation>TaskManager CPU 한도</translation>
    </message>
    <message>
        <source>The most cores that each TaskManager&apos;s container may use; beyond that it is slowed down.</source>
        <translation>각 TaskManager 컨테이너가 쓸 수 있는 최대 코어 수입니다. 넘으면 느려집니다.</translation>
    </message>
</context>
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
        <translation>kubectl이 요청하는 엄격한 검증에서는 API 서버가 &quot;unknown field&quot; 오류로 매니페스트를 거부합니다. 엄격한 검증이 아니면 필드를 아무 말 없이 버립니다.</translation>
    </message>
    <message>
        <source>Value of the wrong type</source>
        <translation>형식이 틀린 값</translation>
    </message>
    <message>
        <source>The API server refuses the manifest. Numbers must not stand in quotation marks, and a text that looks like a number or like true must: cpu: 0.5, but value: &quot;8081&quot;.</source>
        <translation>API 서버가 매니페스트를 거부합니다. 숫자는 따옴표로 감싸면 안 되고, 숫자나 true처럼 보이는 텍스트는 감싸야 합니다: cpu: 0.5, 하지만 value: &quot;8081&quot;.</translation>
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
    <message>
        <source>Stateless beside state</source>
        <translation>상태를 버리는 업그레이드</translation>
    </message>
    <message>
        <source>The manifest has directories for checkpoints or savepoints, but with upgradeMode stateless each change begins with empty state. Use savepoint or last-state.</source>
        <translation>체크포인트나 세이브포인트 경로가 있지만 upgradeMode가 stateless이면 변경할 때마다 빈 상태로 시작합니다. savepoint나 last-state를 쓰세요.</translation>
    </message>
    <message>
        <source>Object storage without its plugin</source>
        <translation>플러그인 없는 오브젝트 스토리지</translation>
    </message>
    <message>
        <source>Set ENABLE_BUILT_IN_PLUGINS for flink-main-container in podTemplate, for example flink-s3-fs-presto-1.20.3.jar, or use an image that has the plugin.</source>
        <translation>podTemplate의 flink-main-container에 ENABLE_BUILT_IN_PLUGINS를 설정하거나(예: flink-s3-fs-presto-1.20.3.jar), 플러그인이 든 이미지를 쓰세요.</translation>
    </message>
    <message>
        <source>last-state without high availability</source>
        <translation>고가용성 없는 last-state</translation>
    </message>
    <message>
        <source>The last checkpoint is then only known to the JobManager. If it does not answer, the upgrade stops with &quot;Manual restore required&quot;. Set high-availability.type: kubernetes.</source>
        <translation>마지막 체크포인트를 JobManager만 알게 됩니다. JobManager가 응답하지 않으면 업그레이드가 &quot;Manual restore required&quot; 오류로 멈춥니다. high-availability.type: kubernetes를 설정하세요.</translation>
    </message>
    <message>
        <source>Session cluster without high availability</source>
        <translation>고가용성 없는 세션 클러스터</translation>
    </message>
    <message>
        <source>When the JobManager restarts, it knows no jobs any more. Set high-availability.type: kubernetes and high-availability.storageDir.</source>
        <translation>JobManager가 재시작하면 작업을 모두 잊습니다. high-availability.type: kubernetes와 high-availability.storageDir를 설정하세요.</translation>
    </message>
    <message>
        <source>High availability without storage</source>
        <translation>저장소 없는 고가용성</translation>
    </message>
    <message>
        <source>Replicas and parallelism</source>
        <translation>replicas와 병렬도</translation>
    </message>
    <message>
        <source>With taskManager.replicas the parallelism is replicas times slots, and job.parallelism is ignored without a word. In native mode leave replicas out; in standalone mode leave parallelism out.</source>
        <translation>taskManager.replicas가 있으면 병렬도는 replicas × 슬롯 수가 되고 job.parallelism은 아무 말 없이 무시됩니다. native 모드에서는 replicas를, standalone 모드에서는 parallelism을 빼세요.</translation>
    </message>
    <message>
        <source>parallelism.default that is overwritten</source>
        <translation>덮어쓰이는 parallelism.default</translation>
    </message>
    <message>
        <source>The operator writes what job.parallelism, or replicas times slots, make of it. Leave it out.</source>
        <translation>Operator가 job.parallelism 또는 replicas × 슬롯 수로 덮어씁니다. 빼세요.</translation>
    </message>
    <message>
        <source>Parallelism above its maximum</source>
        <translation>최대값을 넘는 병렬도</translation>
    </message>
    <message>
        <source>Flink refuses the job. pipeline.max-parallelism cannot be changed later without losing the keyed state, so choose it generously: 720 has many divisors.</source>
        <translation>Flink가 작업을 거부합니다. pipeline.max-parallelism은 나중에 바꾸면 키 상태를 잃으므로 넉넉하게 정하세요. 720은 약수가 많습니다.</translation>
    </message>
    <message>
        <source>Directory without an interval</source>
        <translation>주기 없는 체크포인트 경로</translation>
    </message>
    <message>
        <source>Checkpoints are off unless an interval turns them on; only for last-state the operator adds one of 5 minutes.</source>
        <translation>주기를 정하지 않으면 체크포인트는 꺼져 있습니다. last-state일 때만 Operator가 5분 주기를 넣습니다.</translation>
    </message>
    <message>
        <source>Image of another release</source>
        <translation>다른 릴리스의 이미지</translation>
    </message>
    <message>
        <source>The operator speaks to Flink as flinkVersion says; another release in the image fails in ways that are hard to read.</source>
        <translation>Operator는 flinkVersion에 맞춰 Flink와 통신합니다. 이미지의 릴리스가 다르면 알아보기 어려운 방식으로 실패합니다.</translation>
    </message>
    <message>
        <source>Release of Flink on its way out</source>
        <translation>지원이 끝나 가는 Flink 릴리스</translation>
    </message>
    <message>
        <source>The operator has declared it deprecated; a later one will ignore the resource, even its deletion. Upgrade Flink first.</source>
        <translation>Operator가 지원 중단을 예고했습니다. 이후 Operator는 삭제 요청까지 포함해 이 리소스를 무시합니다. Flink를 먼저 업그레이드하세요.</translation>
    </message>
    <message>
        <source>Jar that is not in the image</source>
        <translation>이미지 안에 없는 jar</translation>
    </message>
    <message>
        <source>&quot;Only local is supported as schema for application mode&quot;. From 1.19 on Flink can fetch it.</source>
        <translation>&quot;Only local is supported as schema for application mode&quot; 오류가 납니다. Flink 1.19부터는 jar를 내려받을 수 있습니다.</translation>
    </message>
    <message>
        <source>State in a container</source>
        <translation>컨테이너 안의 상태</translation>
    </message>
    <message>
        <source>Checkpoints and savepoints must outlive the pods and be seen by all of them: object storage, HDFS, or a volume that is mounted by all.</source>
        <translation>체크포인트와 세이브포인트는 파드보다 오래 남고 모든 파드에서 보여야 합니다: 오브젝트 스토리지, HDFS, 또는 모두가 마운트하는 볼륨.</translation>
    </message>
    <message>
        <source>Very short window of metrics</source>
        <translation>너무 짧은 메트릭 구간</translation>
    </message>
    <message>
        <source>Scaling costs a restart; a window of a minute or two turns each peak into one.</source>
        <translation>병렬도 조정에는 재시작이 따릅니다. 1~2분 구간이면 순간 부하마다 재시작합니다.</translation>
    </message>
    <message>
        <source>Container that Flink does not run in</source>
        <translation>Flink가 실행되지 않는 컨테이너</translation>
    </message>
    <message>
        <source>Flink runs in flink-main-container. A container of another name becomes a sidecar of its own and what it sets does not reach Flink.</source>
        <translation>Flink는 flink-main-container에서 실행됩니다. 이름이 다른 컨테이너는 별도의 사이드카가 되며 그 설정은 Flink에 적용되지 않습니다.</translation>
    </message>
    <message>
        <source>Variable that nobody reads</source>
        <translation>아무도 읽지 않는 환경 변수</translation>
    </message>
    <message>
        <source>The scripts of Flink&apos;s image build the command line from the memory model and env.java.opts.*; never set -Xmx there: use taskmanager.memory.task.heap.size or jobmanager.memory.heap.size.</source>
        <translation>Flink 이미지의 스크립트는 메모리 모델과 env.java.opts.*로 명령줄을 만듭니다. 거기에 -Xmx를 넣지 말고 taskmanager.memory.task.heap.size나 jobmanager.memory.heap.size를 쓰세요.</translation>
    </message>
    <message>
        <source>Memory of a few bytes</source>
        <translation>몇 바이트뿐인 메모리</translation>
    </message>
    <message>
        <source>In resource.memory of the operator 2048m are MiB, but in a pod template Kubernetes reads the same text as 2.048 bytes: write 2048Mi.</source>
        <translation>Operator의 resource.memory에서 2048m은 MiB이지만, 파드 템플릿에서 Kubernetes는 같은 값을 2.048바이트로 읽습니다. 2048Mi로 쓰세요.</translation>
    </message>
    <message>
        <source>Resources that are overwritten</source>
        <translation>덮어쓰이는 리소스</translation>
    </message>
    <message>
        <source>The requests and limits of flink-main-container come from jobManager.resource and taskManager.resource. For limits above the requests use kubernetes.taskmanager.cpu.limit-factor and its like.</source>
        <translation>flink-main-container의 requests와 limits는 jobManager.resource와 taskManager.resource에서 나옵니다. limits를 requests보다 크게 하려면 kubernetes.taskmanager.cpu.limit-factor 같은 키를 쓰세요.</translation>
    </message>
    <message>
        <source>Pause as long as the interval</source>
        <translation>주기만큼 긴 대기 시간</translation>
    </message>
    <message>
        <source>execution.checkpointing.min-pause counts from the end of one checkpoint to the beginning of the next, so the real interval is the pause and what a checkpoint takes.</source>
        <translation>execution.checkpointing.min-pause는 한 체크포인트의 끝에서 다음 시작까지의 시간입니다. 실제 주기는 대기 시간에 체크포인트 소요 시간을 더한 값이 됩니다.</translation>
    </message>
    <message>
        <source>Short time-out of checkpoints</source>
        <translation>짧은 체크포인트 시간 제한</translation>
    </message>
    <message>
        <source>Unaligned checkpoints that are not used</source>
        <translation>쓰이지 않는 비정렬 체크포인트</translation>
    </message>
    <message>
        <source>With AT_LEAST_ONCE there is no alignment to skip.</source>
        <translation>AT_LEAST_ONCE에서는 건너뛸 정렬(alignment)이 없습니다.</translation>
    </message>
    <message>
        <source>Incremental checkpoints of the heap</source>
        <translation>힙 백엔드의 증분 체크포인트</translation>
    </message>
    <message>
        <source>Only rocksdb, and forst on Flink 2, can write what has changed alone.</source>
        <translation>바뀐 것만 쓰는 것은 rocksdb와 Flink 2의 forst만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>RocksDB setting without effect on memory</source>
        <translation>메모리에 효과가 없는 RocksDB 설정</translation>
    </message>
    <message>
        <source>With managed memory all column families of a slot share one cache and one write buffer manager, sized by taskmanager.memory.managed.*. Set that instead.</source>
        <translation>관리 메모리를 쓰면 슬롯의 모든 컬럼 패밀리가 캐시와 쓰기 버퍼를 함께 쓰며, 크기는 taskmanager.memory.managed.*로 정해집니다. 그 값을 설정하세요.</translation>
    </message>
    <message>
        <source>Large metaspace</source>
        <translation>큰 메타스페이스</translation>
    </message>
    <message>
        <source>Metaspace holds classes. What it gets, the heap and managed memory lose. Raise it only after an OutOfMemoryError: Metaspace.</source>
        <translation>메타스페이스에는 클래스가 들어갑니다. 늘린 만큼 힙과 관리 메모리가 줄어듭니다. OutOfMemoryError: Metaspace가 난 뒤에만 늘리세요.</translation>
    </message>
    <message>
        <source>Process size that is overridden</source>
        <translation>무시되는 프로세스 크기</translation>
    </message>
    <message>
        <source>The operator derives the process size from resource.memory, which wins. Keep one of them.</source>
        <translation>Operator는 resource.memory에서 프로세스 크기를 정하며 이 값이 우선합니다. 하나만 남기세요.</translation>
    </message>
    <message>
        <source>Few restarts for a whole life</source>
        <translation>평생 몇 번뿐인 재시작</translation>
    </message>
    <message>
        <source>The attempts of fixed-delay are not given back after a quiet time. exponential-delay forgets, or kubernetes.operator.job.restart.failed starts the job anew.</source>
        <translation>fixed-delay의 시도 횟수는 한동안 정상이어도 다시 채워지지 않습니다. exponential-delay는 횟수를 초기화하며, kubernetes.operator.job.restart.failed는 작업을 새로 시작합니다.</translation>
    </message>
    <message>
        <source>Settings of another restart strategy</source>
        <translation>다른 재시작 전략의 설정</translation>
    </message>
    <message>
        <source>Only the details of the strategy that is chosen are read.</source>
        <translation>선택한 전략의 세부 설정만 읽힙니다.</translation>
    </message>
    <message>
        <source>Reporter instead of its factory</source>
        <translation>팩토리 대신 쓴 리포터</translation>
    </message>
    <message>
        <source>Since Flink 1.17 reporters are made by factories alone; nothing is reported otherwise.</source>
        <translation>Flink 1.17부터 리포터는 팩토리로만 만들어집니다. 그렇지 않으면 아무 메트릭도 나오지 않습니다.</translation>
    </message>
    <message>
        <source>Reporter that does not start</source>
        <translation>시작되지 않는 리포터</translation>
    </message>
    <message>
        <source>A reporter starts by metrics.reporter.NAME.factory.class, such as org.apache.flink.metrics.prometheus.PrometheusReporterFactory. Its other settings alone do nothing.</source>
        <translation>리포터는 metrics.reporter.NAME.factory.class로 시작합니다(예: org.apache.flink.metrics.prometheus.PrometheusReporterFactory). 다른 설정만으로는 아무 일도 하지 않습니다.</translation>
    </message>
    <message>
        <source>Metrics that need a library</source>
        <translation>라이브러리가 필요한 메트릭</translation>
    </message>
    <message>
        <source>Flink logs an error and reports none of them without the jars of oshi-core in its lib folder.</source>
        <translation>lib 폴더에 oshi-core jar가 없으면 Flink는 오류를 로그에 남기고 이 메트릭을 내보내지 않습니다.</translation>
    </message>
    <message>
        <source>Settings of another kind of high availability</source>
        <translation>다른 방식의 고가용성 설정</translation>
    </message>
    <message>
        <source>They are read by the kind zookeeper alone.</source>
        <translation>zookeeper 방식에서만 읽힙니다.</translation>
    </message>
    <message>
        <source>Operator that does not start</source>
        <translation>시작되지 않는 Operator</translation>
    </message>
    <message>
        <source>Install the operator with its Helm chart: it brings the resource definitions, the webhook, the rights and the configuration that a few lines of YAML lack.</source>
        <translation>Operator는 Helm 차트로 설치하세요. YAML 몇 줄에는 없는 CRD, 웹훅, 권한, 설정이 모두 들어 있습니다.</translation>
    </message>
    <message>
        <source>Variable that the operator does not read</source>
        <translation>Operator가 읽지 않는 환경 변수</translation>
    </message>
    <message>
        <source>Without the right setting it watches all namespaces, or those it may see. Install it with its Helm chart.</source>
        <translation>맞는 설정이 없으면 모든 네임스페이스 또는 볼 수 있는 네임스페이스를 감시합니다. Helm 차트로 설치하세요.</translation>
    </message>
    <message>
        <source>Old operator</source>
        <translation>오래된 Operator</translation>
    </message>
    <message>
        <source>Each release of the operator knows the releases of Flink of its time: 1.7 up to 1.18, 1.10 up to 1.20, 1.13 up to 2.1.</source>
        <translation>Operator는 릴리스마다 그 시기의 Flink를 지원합니다: 1.7은 1.18까지, 1.10은 1.20까지, 1.13은 2.1까지.</translation>
    </message>
    <message>
        <source>Rights that do not suffice</source>
        <translation>부족한 권한</translation>
    </message>
    <message>
        <source>The operator needs flink.apache.org with all its kinds, their status and finalizers, events, deployments and their scale, ingresses, leases. Its Helm chart brings them.</source>
        <translation>Operator에는 flink.apache.org의 모든 종류와 그 status, finalizers, 그리고 events, deployments와 scale, ingresses, leases 권한이 필요합니다. Helm 차트에 들어 있습니다.</translation>
    </message>
    <message>
        <source>Configuration that nobody mounts</source>
        <translation>아무도 마운트하지 않는 설정</translation>
    </message>
    <message>
        <source>Defaults for all deployments belong into the operator&apos;s own configuration (defaultConfiguration in Helm), those of one into its flinkConfiguration.</source>
        <translation>모든 배포의 기본값은 Operator 설정(Helm의 defaultConfiguration)에, 한 배포의 값은 그 flinkConfiguration에 씁니다.</translation>
    </message>
    <message>
        <source>Scraping that finds nothing</source>
        <translation>아무것도 찾지 못하는 수집 설정</translation>
    </message>
    <message>
        <source>Discover pods (kubernetes_sd_configs, or a PodMonitor) by the label component, and add a container port called metrics in podTemplate.</source>
        <translation>component 레이블로 파드를 찾고(kubernetes_sd_configs 또는 PodMonitor), podTemplate에 이름이 metrics인 컨테이너 포트를 추가하세요.</translation>
    </message>
    <message>
        <source>Session job for an application cluster</source>
        <translation>애플리케이션 클러스터에 제출하는 세션 작업</translation>
    </message>
    <message>
        <source>&quot;Can not submit session job to application cluster&quot;. Leave spec.job out of the deployment, or the FlinkSessionJob away.</source>
        <translation>&quot;Can not submit session job to application cluster&quot; 오류가 납니다. 배포에서 spec.job을 빼거나 FlinkSessionJob을 없애세요.</translation>
    </message>
    <message>
        <source>Two autoscalers</source>
        <translation>두 개의 오토스케일러</translation>
    </message>
    <message>
        <source>Each undoes what the other did, and each change restarts the job. Keep job.autoscaler for native deployments, the HorizontalPodAutoscaler for reactive ones.</source>
        <translation>서로 상대의 변경을 되돌리며, 변경할 때마다 작업이 재시작합니다. native 배포에는 job.autoscaler를, reactive 배포에는 HorizontalPodAutoscaler를 남기세요.</translation>
    </message>
    <message>
        <source>Autoscaler of pods for a job that does not follow</source>
        <translation>작업이 따라가지 않는 파드 오토스케일러</translation>
    </message>
    <message>
        <source>The scale of a FlinkDeployment is taskManager.replicas. In native mode changing it is an upgrade with a stop; job.autoscaler.enabled knows the job.</source>
        <translation>FlinkDeployment의 scale은 taskManager.replicas입니다. native 모드에서 이 값을 바꾸면 작업을 멈추는 업그레이드가 됩니다. 작업을 아는 것은 job.autoscaler.enabled입니다.</translation>
    </message>
    <message>
        <source>Autoscaler within a deployment</source>
        <translation>배포 안에 쓴 오토스케일러</translation>
    </message>
    <message>
        <source>A HorizontalPodAutoscaler is an object of its own, apiVersion autoscaling/v2, whose scaleTargetRef names the FlinkDeployment. It only makes sense for standalone deployments in reactive mode; others are scaled by job.autoscaler.enabled.</source>
        <translation>HorizontalPodAutoscaler는 별도의 객체(apiVersion autoscaling/v2)이며 scaleTargetRef로 FlinkDeployment를 가리킵니다. reactive 모드의 standalone 배포에만 의미가 있고, 나머지는 job.autoscaler.enabled로 조정합니다.</translation>
    </message>
    <message>
        <source>Value that is no choice</source>
        <translation>선택지에 없는 값</translation>
    </message>
    <message>
        <source>The option takes one of a few words, in any case. Flink fails when it reads another one, or looks for a class of that name.</source>
        <translation>정해진 단어 중 하나만 쓸 수 있습니다(대소문자 무관). 다른 값이면 Flink가 읽을 때 실패하거나 그 이름의 클래스를 찾습니다.</translation>
    </message>
    <message>
        <source>Name that cannot be</source>
        <translation>쓸 수 없는 이름</translation>
    </message>
    <message>
        <source>The operator makes names of services and pods out of it, and those are limited to 63 characters: &quot;must consist of lower case alphanumeric characters or &apos;-&apos;, start with an alphabetic character, and end with an alphanumeric character&quot;.</source>
        <translation>Operator는 이 이름으로 서비스와 파드 이름을 만들며 그 길이는 63자로 제한됩니다: &quot;must consist of lower case alphanumeric characters or &apos;-&apos;, start with an alphabetic character, and end with an alphanumeric character&quot;.</translation>
    </message>
    <message>
        <source>No release of Flink</source>
        <translation>Flink 릴리스 없음</translation>
    </message>
    <message>
        <source>The operator must know which Flink it deploys, also where the image says it: &quot;Flink Version must be defined.&quot;</source>
        <translation>이미지에 나와 있더라도 Operator는 어떤 Flink를 배포하는지 알아야 합니다: &quot;Flink Version must be defined.&quot;</translation>
    </message>
    <message>
        <source>Release of Flink that is too old</source>
        <translation>너무 오래된 Flink 릴리스</translation>
    </message>
    <message>
        <source>The operator ignores such a resource altogether, even its deletion: &quot;Flink version is not supported by this operator version&quot;.</source>
        <translation>Operator는 삭제 요청까지 포함해 이 리소스를 무시합니다: &quot;Flink version is not supported by this operator version&quot;.</translation>
    </message>
    <message>
        <source>Rollback without high availability</source>
        <translation>고가용성 없는 롤백</translation>
    </message>
    <message>
        <source>To go back, the operator needs the metadata that only high availability keeps: &quot;HA must be enabled for rollback support.&quot;</source>
        <translation>되돌리려면 고가용성만이 보관하는 메타데이터가 필요합니다: &quot;HA must be enabled for rollback support.&quot;</translation>
    </message>
    <message>
        <source>Health check without recovery</source>
        <translation>복구 없는 상태 점검</translation>
    </message>
    <message>
        <source>An unhealthy cluster is healed by deploying it anew: &quot;Deployment recovery must be enabled for job health check support.&quot;</source>
        <translation>비정상 클러스터는 다시 배포해 복구합니다: &quot;Deployment recovery must be enabled for job health check support.&quot;</translation>
    </message>
    <message>
        <source>Ingress without an address</source>
        <translation>주소 없는 인그레스</translation>
    </message>
    <message>
        <source>The template must become a URL once {{name}} and {{namespace}} are filled in: &quot;Unable to process the Ingress template&quot;.</source>
        <translation>{{name}}과 {{namespace}}를 채우면 URL이 되어야 합니다: &quot;Unable to process the Ingress template&quot;.</translation>
    </message>
    <message>
        <source>Unknown file of the log configuration</source>
        <translation>없는 로그 설정 파일</translation>
    </message>
    <message>
        <source>The operator refuses other names: &quot;Invalid log config key&quot;.</source>
        <translation>Operator는 다른 이름을 거부합니다: &quot;Invalid log config key&quot;.</translation>
    </message>
    <message>
        <source>Stateful upgrade without checkpoints</source>
        <translation>체크포인트 없는 상태 유지 업그레이드</translation>
    </message>
    <message>
        <source>&quot;Checkpoint directory must be defined for last-state and savepoint upgrade modes&quot;. The default configuration of the operator may define it, too.</source>
        <translation>&quot;Checkpoint directory must be defined for last-state and savepoint upgrade modes&quot; 오류가 납니다. Operator의 기본 설정에 있을 수도 있습니다.</translation>
    </message>
    <message>
        <source>Savepoint without a directory</source>
        <translation>경로 없는 세이브포인트</translation>
    </message>
    <message>
        <source>&quot;Job could not be upgraded with savepoint while config key is not set&quot;. The default configuration of the operator may set it, too.</source>
        <translation>&quot;Job could not be upgraded with savepoint while config key is not set&quot; 오류가 납니다. Operator의 기본 설정에 있을 수도 있습니다.</translation>
    </message>
    <message>
        <source>No parallelism</source>
        <translation>병렬도 없음</translation>
    </message>
    <message>
        <source>&quot;Job parallelism must be larger than 0&quot;, unless taskManager.replicas decides it.</source>
        <translation>taskManager.replicas가 정하지 않으면 &quot;Job parallelism must be larger than 0&quot; 오류가 납니다.</translation>
    </message>
    <message>
        <source>No memory</source>
        <translation>메모리 없음</translation>
    </message>
    <message>
        <source>&quot;Resource memory must be defined&quot;, or the configuration must say enough to derive it, such as taskmanager.memory.process.size.</source>
        <translation>&quot;Resource memory must be defined&quot; 오류가 납니다. taskmanager.memory.process.size처럼 설정에서 계산할 수 있으면 괜찮습니다.</translation>
    </message>
    <message>
        <source>Amount that cannot be read</source>
        <translation>읽을 수 없는 양</translation>
    </message>
    <message>
        <source>The operator reads memory as Flink does (2048m are MiB, 2G are GiB), else as Kubernetes does, but never with a fraction: write 1536m, not 1.5Gi.</source>
        <translation>Operator는 메모리를 Flink 방식(2048m은 MiB, 2G는 GiB)으로, 아니면 Kubernetes 방식으로 읽습니다. 소수는 안 됩니다: 1.5Gi 대신 1536m으로 쓰세요.</translation>
    </message>
    <message>
        <source>Impossible resources</source>
        <translation>불가능한 리소스</translation>
    </message>
    <message>
        <source>From 1.16 on the operator checks resources.requests and limits: positive, readable, and no request above its limit.</source>
        <translation>Operator 1.16부터 resources.requests와 limits를 검사합니다: 양수이고, 읽을 수 있으며, requests가 limits를 넘지 않아야 합니다.</translation>
    </message>
    <message>
        <source>Impossible number of JobManagers</source>
        <translation>불가능한 JobManager 수</translation>
    </message>
    <message>
        <source>&quot;High availability should be enabled when starting standby JobManagers.&quot;</source>
        <translation>&quot;High availability should be enabled when starting standby JobManagers.&quot; 오류가 납니다.</translation>
    </message>
    <message>
        <source>Impossible number of TaskManagers</source>
        <translation>불가능한 TaskManager 수</translation>
    </message>
    <message>
        <source>&quot;TaskManager replicas should not be configured less than one.&quot;</source>
        <translation>&quot;TaskManager replicas should not be configured less than one.&quot; 오류가 납니다.</translation>
    </message>
    <message>
        <source>Redeployment without a path</source>
        <translation>경로 없는 재배포</translation>
    </message>
    <message>
        <source>When the nonce changes, the operator asks for the path: &quot;InitialSavepointPath must not be empty for savepoint redeployment&quot;.</source>
        <translation>nonce가 바뀌면 Operator가 경로를 요구합니다: &quot;InitialSavepointPath must not be empty for savepoint redeployment&quot;.</translation>
    </message>
    <message>
        <source>No service account</source>
        <translation>서비스 계정 없음</translation>
    </message>
    <message>
        <source>&quot;spec.serviceAccount must be defined. If you use helm, its value should be the same with the name of jobServiceAccount.&quot; That is flink unless it was changed.</source>
        <translation>&quot;spec.serviceAccount must be defined. If you use helm, its value should be the same with the name of jobServiceAccount.&quot; 오류가 납니다. 바꾸지 않았다면 flink입니다.</translation>
    </message>
    <message>
        <source>Setting of the autoscaler out of range</source>
        <translation>범위를 벗어난 오토스케일러 설정</translation>
    </message>
    <message>
        <source>The operator refuses it: &quot;The AutoScalerOption is invalid, it should be a value within the range&quot;.</source>
        <translation>Operator가 거부합니다: &quot;The AutoScalerOption is invalid, it should be a value within the range&quot;.</translation>
    </message>
    <message>
        <source>Window shorter than the operator looks</source>
        <translation>Operator 주기보다 짧은 구간</translation>
    </message>
    <message>
        <source>The autoscaler would never have two samples and never act; from 1.16 on the operator refuses it.</source>
        <translation>오토스케일러가 표본을 둘 이상 얻지 못해 끝내 동작하지 않습니다. Operator 1.16부터는 거부합니다.</translation>
    </message>
    <message>
        <source>Autoscaler that cannot work</source>
        <translation>동작할 수 없는 오토스케일러</translation>
    </message>
    <message>
        <source>The autoscaler reads the metrics of one job, from Flink 1.17 on; a session cluster has none of its own.</source>
        <translation>오토스케일러는 Flink 1.17부터 한 작업의 메트릭을 읽습니다. 세션 클러스터에는 자체 작업이 없습니다.</translation>
    </message>
    <message>
        <source>Session job without a job</source>
        <translation>job이 없는 세션 작업</translation>
    </message>
    <message>
        <source>&quot;The job spec should not be empty&quot;. A FlinkSessionJob is a job for a session cluster; what it runs stands in spec.job.</source>
        <translation>&quot;The job spec should not be empty&quot; 오류가 납니다. FlinkSessionJob은 세션 클러스터에서 실행하는 작업이며, 실행할 내용은 spec.job에 씁니다.</translation>
    </message>
    <message>
        <source>Session job without a cluster</source>
        <translation>클러스터가 없는 세션 작업</translation>
    </message>
    <message>
        <source>deploymentName names the FlinkDeployment in the same namespace that runs the job.</source>
        <translation>deploymentName은 작업을 실행할, 같은 네임스페이스의 FlinkDeployment 이름입니다.</translation>
    </message>
    <message>
        <source>Jar that the operator does not fetch</source>
        <translation>Operator가 내려받지 않는 jar</translation>
    </message>
    <message>
        <source>From 1.15 on the operator fetches jars of session jobs by the schemes of kubernetes.operator.user.artifacts.allowed-schemes only: https, unless its own configuration has more.</source>
        <translation>Operator 1.15부터 세션 작업의 jar는 kubernetes.operator.user.artifacts.allowed-schemes에 있는 방식으로만 내려받습니다. 기본은 https뿐입니다.</translation>
    </message>
    <message>
        <source>Snapshot of both kinds, or of none</source>
        <translation>둘 다이거나 둘 다 아닌 스냅샷</translation>
    </message>
    <message>
        <source>&quot;Exactly one of checkpoint or savepoint configurations has to be set.&quot;</source>
        <translation>&quot;Exactly one of checkpoint or savepoint configurations has to be set.&quot; 오류가 납니다.</translation>
    </message>
    <message>
        <source>Snapshot of nothing</source>
        <translation>대상이 없는 스냅샷</translation>
    </message>
    <message>
        <source>&quot;Job reference must be supplied for this snapshot&quot;, unless it describes a savepoint that exists already, by its path.</source>
        <translation>&quot;Job reference must be supplied for this snapshot&quot; 오류가 납니다. 이미 있는 세이브포인트를 경로로 가리키는 경우는 예외입니다.</translation>
    </message>
    <message>
        <source>Kubernetes or ZooKeeper hold pointers only; the metadata itself lies in high-availability.storageDir.</source>
        <translation>Kubernetes나 ZooKeeper에는 위치 정보만 있고, 메타데이터 자체는 high-availability.storageDir에 저장됩니다.</translation>
    </message>
    <message>
        <source>Checkpoints take longest under backpressure, when they are needed most. The usual time-out is 10 minutes.</source>
        <translation>체크포인트는 가장 필요한 백프레셔 상황에서 가장 오래 걸립니다. 보통은 10분입니다.</translation>
    </message>
    <message>
        <source>Ingress whose host is no name</source>
        <translation>이름이 아닌 Ingress 호스트</translation>
    </message>
    <message>
        <source>The operator takes it and then creates an Ingress that Kubernetes refuses, so the job runs and its page is not reachable. {{name}} and {{namespace}} are all that is filled in.</source>
        <translation>Operator는 이 값을 받아들이지만 만들어지는 Ingress를 Kubernetes가 거부하므로, 잡은 실행되어도 웹 UI에는 접속할 수 없습니다. 채워지는 것은 {{name}}과 {{namespace}}뿐입니다.</translation>
    </message>
    <message>
        <source>Another Flink after a suspension</source>
        <translation>일시 중지 후 다른 Flink 버전</translation>
    </message>
    <message>
        <source>&quot;Changing flinkVersion after last-state suspend is not allowed. Restore your cluster with the current flinkVersion and perform the version upgrade afterwards.&quot; Seen only with --live.</source>
        <translation>&quot;Changing flinkVersion after last-state suspend is not allowed. Restore your cluster with the current flinkVersion and perform the version upgrade afterwards.&quot; --live를 사용할 때만 확인됩니다.</translation>
    </message>
    <message>
        <source>Change of what it is</source>
        <translation>종류 변경</translation>
    </message>
    <message>
        <source>&quot;Cannot switch from session to job cluster&quot;, nor back, nor between native and standalone. Make another deployment instead. Seen only with --live.</source>
        <translation>&quot;Cannot switch from session to job cluster&quot;: 세션과 애플리케이션, native와 standalone은 서로 바꿀 수 없습니다. 새 배포를 만드세요. --live를 사용할 때만 확인됩니다.</translation>
    </message>
    <message>
        <source>Session job that is to move</source>
        <translation>다른 클러스터로 옮기는 세션 작업</translation>
    </message>
    <message>
        <source>&quot;The deploymentName can&apos;t be changed&quot;. Delete the job and make it anew for the other cluster, from a savepoint if it has state. Seen only with --live.</source>
        <translation>&quot;The deploymentName can&apos;t be changed&quot;. 작업을 삭제하고 다른 클러스터용으로 새로 만드세요. 상태가 있으면 세이브포인트에서 시작하세요. --live를 사용할 때만 확인됩니다.</translation>
    </message>
    <message>
        <source>Session job for an application</source>
        <translation>애플리케이션을 가리키는 세션 작업</translation>
    </message>
    <message>
        <source>&quot;Can not submit session job to application cluster&quot;. A session cluster is a FlinkDeployment without spec.job. Seen only with --live.</source>
        <translation>&quot;Can not submit session job to application cluster&quot;. 세션 클러스터는 spec.job이 없는 FlinkDeployment입니다. --live를 사용할 때만 확인됩니다.</translation>
    </message>
    <message>
        <source>Session cluster that is not there</source>
        <translation>없는 세션 클러스터</translation>
    </message>
    <message>
        <source>The operator accepts the job and waits for its cluster, without a word. Seen only with --live.</source>
        <translation>Operator는 작업을 받아들이고 아무 말 없이 클러스터를 기다립니다. --live를 사용할 때만 확인됩니다.</translation>
    </message>
    <message>
        <source>Word that is read as true or false</source>
        <translation>true나 false로 읽히는 단어</translation>
    </message>
    <message>
        <source>kubectl and the API server read YAML 1.1, where y, yes, on, n, no and off without quotation marks are booleans; other programs take them for text. Write true or false, or put the word in quotation marks.</source>
        <translation>kubectl과 API 서버는 YAML 1.1로 읽으므로 따옴표가 없는 y, yes, on, n, no, off는 불리언입니다. 다른 프로그램은 이를 텍스트로 읽습니다. true나 false로 쓰거나 단어를 따옴표로 묶으세요.</translation>
    </message>
    <message>
        <source>Field that is missing</source>
        <translation>없는 필드</translation>
    </message>
    <message>
        <source>The resource definitions of the cluster say that it must be there, and give no default for it: the API server refuses the manifest.</source>
        <translation>클러스터의 리소스 정의에서 필수이며 기본값이 없는 필드입니다. API 서버가 매니페스트를 거부합니다.</translation>
    </message>
    <message>
        <source>Item that stands twice</source>
        <translation>두 번 나오는 항목</translation>
    </message>
    <message>
        <source>The resource definitions of the cluster say what tells the items of this list apart, or that the list is a set: the API server refuses a second item like that.</source>
        <translation>클러스터의 리소스 정의가 이 목록의 항목을 구별하는 필드를 정하거나 목록을 집합으로 정하고 있습니다. API 서버는 같은 항목이 두 번 나오면 거부합니다.</translation>
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
        <translation>&quot;%1&quot;: ISO 8601 표기는 Flink 2.1부터 읽습니다. 숫자 하나와 단위 하나로 쓰세요.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no duration: one whole number with one unit, such as 500 ms, 30 s, 5 min, 1 h or 2 d.</source>
        <translation>기간이 아닙니다: &quot;%1&quot;. 정수 하나와 단위 하나로 쓰세요. 예: 500 ms, 30 s, 5 min, 1 h, 2 d</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no memory size of Flink: one whole number with b, k, m, g or t (each 1024 times the one before), such as 512m or 4g.</source>
        <translation>Flink의 메모리 크기가 아닙니다: &quot;%1&quot;. 정수 하나와 b, k, m, g, t 중 하나로 쓰세요(각 단위는 앞 단위의 1024배). 예: 512m, 4g</translation>
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
        <translation>Operator는 1.%2 버전부터 &apos;%1&apos; 값을 압니다.</translation>
    </message>
    <message>
        <source>The operator has no kind %1.</source>
        <translation>Operator에는 &apos;%1&apos; 종류가 없습니다.</translation>
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
        <translation>여기에는 &apos;%1&apos; 필드가 없습니다.</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>이렇게 쓰기: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no quantity of Kubernetes.</source>
        <translation>&quot;%1&quot; 값은 Kubernetes 수량이 아닙니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of: %2.</source>
        <translation>&quot;%1&quot; 값은 다음 중 하나가 아닙니다: %2.</translation>
    </message>
    <message>
        <source>%1 takes %2.</source>
        <translation>&apos;%1&apos; 필드에 쓸 수 있는 것: %2.</translation>
    </message>
    <message>
        <source>%1 replicas of %2 slots make a parallelism of %3; job.parallelism: %4 is ignored.</source>
        <translation>replicas %1개 × 슬롯 %2개로 병렬도는 %3입니다. job.parallelism: %4 값은 무시됩니다.</translation>
    </message>
    <message>
        <source>The operator overwrites parallelism.default: %1 with %2.</source>
        <translation>Operator가 parallelism.default를 덮어씁니다: %1 → %2.</translation>
    </message>
    <message>
        <source>The parallelism of %1 is more than pipeline.max-parallelism: %2.</source>
        <translation>병렬도 %1 값이 pipeline.max-parallelism: %2 값보다 큽니다.</translation>
    </message>
    <message>
        <source>Every change of the manifest throws the job&apos;s state away.</source>
        <translation>매니페스트를 바꿀 때마다 작업의 상태를 버립니다.</translation>
    </message>
    <message>
        <source>Without upgradeMode every change of the manifest throws the job&apos;s state away.</source>
        <translation>upgradeMode가 없으면 매니페스트를 바꿀 때마다 작업의 상태를 버립니다.</translation>
    </message>
    <message>
        <source>There is a directory for checkpoints, but no execution.checkpointing.interval: unless the program turns them on, none are taken.</source>
        <translation>체크포인트 경로는 있지만 execution.checkpointing.interval이 없습니다. 프로그램이 켜지 않는 한 체크포인트를 만들지 않습니다.</translation>
    </message>
    <message>
        <source>The operator 1.%1 still runs Flink %2, but will not for long.</source>
        <translation>Operator 1.%1 릴리스는 아직 Flink %2 버전을 실행하지만 곧 지원이 끝납니다.</translation>
    </message>
    <message>
        <source>The image holds Flink %1, but flinkVersion says %2.</source>
        <translation>이미지는 Flink %1 버전인데 flinkVersion은 %2 값입니다.</translation>
    </message>
    <message>
        <source>Flink&apos;s own image cannot read %1 until its plugin is enabled.</source>
        <translation>플러그인을 켜기 전에는 Flink 기본 이미지로 %1 경로를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>High availability needs high-availability.storageDir: Flink does not start without it.</source>
        <translation>고가용성에는 high-availability.storageDir가 필요합니다. 없으면 Flink가 시작하지 않습니다.</translation>
    </message>
    <message>
        <source>last-state without high availability works only while the JobManager answers.</source>
        <translation>고가용성 없는 last-state는 JobManager가 응답하는 동안에만 동작합니다.</translation>
    </message>
    <message>
        <source>Without high availability the jobs of a session cluster are lost with its JobManager.</source>
        <translation>고가용성이 없으면 JobManager와 함께 세션 클러스터의 작업도 사라집니다.</translation>
    </message>
    <message>
        <source>Before Flink 1.19 the jar of an application must lie in the image: local://, not %1://.</source>
        <translation>Flink 1.19 이전에는 애플리케이션의 jar가 이미지 안에 있어야 합니다: %1://이 아니라 local://입니다.</translation>
    </message>
    <message>
        <source>%1 lies within the container, where no volume is mounted: it is lost with the pod.</source>
        <translation>%1 경로는 볼륨이 마운트되지 않은 컨테이너 안에 있습니다. 파드와 함께 사라집니다.</translation>
    </message>
    <message>
        <source>%1 must be %2 or more.</source>
        <translation>&apos;%1&apos; 값은 %2 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>%1 must lie between %2 and %3.</source>
        <translation>&apos;%1&apos; 값은 %2 이상 %3 이하여야 합니다.</translation>
    </message>
    <message>
        <source>The window of metrics is shorter than the operator&apos;s interval of one minute.</source>
        <translation>메트릭 구간이 Operator 주기인 1분보다 짧습니다.</translation>
    </message>
    <message>
        <source>A window of metrics this short follows every peak; 15 minutes are usual.</source>
        <translation>이렇게 짧은 메트릭 구간은 순간 부하마다 반응합니다. 보통은 15분입니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no period: a time of day such as 09:00:00-18:00:00, a cron expression of 6 or 7 fields, or one of each joined by &amp;&amp;.</source>
        <translation>&quot;%1&quot; 값은 기간이 아닙니다. 09:00:00-18:00:00 같은 시간대, 필드 6~7개의 cron 식, 또는 둘을 &amp;&amp;로 이은 것을 쓰세요.</translation>
    </message>
    <message>
        <source>A session cluster cannot be scaled: the autoscaler works on jobs.</source>
        <translation>세션 클러스터는 조정할 수 없습니다. 오토스케일러는 작업을 대상으로 합니다.</translation>
    </message>
    <message>
        <source>The autoscaler needs Flink 1.17 or newer.</source>
        <translation>오토스케일러에는 Flink 1.17 이상이 필요합니다.</translation>
    </message>
    <message>
        <source>The container of the operator needs the argument &quot;operator&quot;: its image alone prints a help text and ends.</source>
        <translation>Operator 컨테이너에는 &quot;operator&quot; 인자가 필요합니다. 이미지만으로는 도움말을 출력하고 끝납니다.</translation>
    </message>
    <message>
        <source>The operator 1.%1 is years old and knows neither Flink 1.20 nor 2.</source>
        <translation>Operator 1.%1 릴리스는 몇 년 전 것이며 Flink 1.20도 2도 모릅니다.</translation>
    </message>
    <message>
        <source>The operator does not read WATCH_NAMESPACE; kubernetes.operator.watched.namespaces (watchNamespaces in Helm) does that.</source>
        <translation>Operator는 WATCH_NAMESPACE를 읽지 않습니다. kubernetes.operator.watched.namespaces(Helm의 watchNamespaces)를 쓰세요.</translation>
    </message>
    <message>
        <source>The operator may not read its own resources: a rule for flink.apache.org is missing.</source>
        <translation>Operator가 자기 리소스를 읽을 권한이 없습니다. flink.apache.org 규칙이 빠졌습니다.</translation>
    </message>
    <message>
        <source>No pod of the operator mounts this file: it makes its own from spec.flinkConfiguration.</source>
        <translation>Operator가 만드는 파드는 이 파일을 마운트하지 않습니다. Operator는 spec.flinkConfiguration에서 설정 파일을 따로 만듭니다.</translation>
    </message>
    <message>
        <source>There is no service %1: the service of a cluster is called NAME-rest and has port 8081 alone.</source>
        <translation>%1 서비스는 없습니다. 클러스터의 서비스 이름은 NAME-rest이며 포트는 8081뿐입니다.</translation>
    </message>
    <message>
        <source>No pod is labelled app: %1. The label app is the deployment&apos;s name; the processes have component: jobmanager and taskmanager.</source>
        <translation>app: %1 레이블이 있는 파드는 없습니다. app 레이블은 배포 이름이며, 프로세스 구분은 component: jobmanager, taskmanager입니다.</translation>
    </message>
    <message>
        <source>Both this and job.autoscaler scale the deployment; they work against each other.</source>
        <translation>이 객체와 job.autoscaler가 같은 배포를 함께 조정해 서로 충돌합니다.</translation>
    </message>
    <message>
        <source>Each time this scales, the job is stopped and upgraded: only a standalone deployment in reactive mode takes TaskManagers as they come.</source>
        <translation>조정할 때마다 작업을 멈추고 업그레이드합니다. TaskManager 수를 그대로 따라가는 것은 reactive 모드의 standalone 배포뿐입니다.</translation>
    </message>
    <message>
        <source>%1 has a job of its own; session jobs need a session cluster.</source>
        <translation>&apos;%1&apos; 배포에는 자체 작업이 있습니다. 세션 작업에는 세션 클러스터가 필요합니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no state backend of Flink %2; it has %3.</source>
        <translation>&quot;%1&quot; 값은 Flink %2 버전의 상태 백엔드가 아닙니다. 쓸 수 있는 값: %3.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is none of: %3.</source>
        <translation>%1: &quot;%2&quot; 값은 다음 중 하나가 아닙니다: %3.</translation>
    </message>
    <message>
        <source>The pause after a checkpoint is as long as the interval or longer: the interval never holds.</source>
        <translation>체크포인트 뒤 대기 시간이 주기와 같거나 더 깁니다. 주기가 지켜지지 않습니다.</translation>
    </message>
    <message>
        <source>A checkpoint that takes longer than %1 is dropped, and that happens under load.</source>
        <translation>%1 시간보다 오래 걸리는 체크포인트는 버려지며, 부하가 걸리면 그런 일이 생깁니다.</translation>
    </message>
    <message>
        <source>Unaligned checkpoints need the mode EXACTLY_ONCE; they are not used.</source>
        <translation>비정렬 체크포인트에는 EXACTLY_ONCE 모드가 필요합니다. 지금은 쓰이지 않습니다.</translation>
    </message>
    <message>
        <source>The backend hashmap has no incremental checkpoints; this does nothing.</source>
        <translation>hashmap 백엔드에는 증분 체크포인트가 없습니다. 이 설정은 효과가 없습니다.</translation>
    </message>
    <message>
        <source>While state.backend.rocksdb.memory.managed is on, as it is by default, %1 does not change how much memory RocksDB takes.</source>
        <translation>state.backend.rocksdb.memory.managed가 켜져 있으면(기본값) &apos;%1&apos; 키는 RocksDB의 메모리 사용량을 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>%1 of metaspace are taken from the heap; 256m are usual.</source>
        <translation>메타스페이스 %1만큼 힙이 줄어듭니다. 보통은 256m입니다.</translation>
    </message>
    <message>
        <source>%1.resource.memory: %2 overrides it.</source>
        <translation>%1.resource.memory: %2 값이 우선합니다.</translation>
    </message>
    <message>
        <source>After restarts: %1 the job has failed for good; the count never starts anew.</source>
        <translation>재시작 %1회 뒤 작업은 완전히 실패합니다. 횟수는 다시 세지 않습니다.</translation>
    </message>
    <message>
        <source>The restart strategy is another one; this does nothing.</source>
        <translation>재시작 전략이 다른 것이어서 이 설정은 효과가 없습니다.</translation>
    </message>
    <message>
        <source>The reporter %1 does not start: there is no %2.</source>
        <translation>&apos;%1&apos; 리포터가 시작되지 않습니다. &apos;%2&apos; 키가 없습니다.</translation>
    </message>
    <message>
        <source>Flink&apos;s own image lacks the library (oshi-core) this needs.</source>
        <translation>Flink 기본 이미지에는 필요한 라이브러리(oshi-core)가 없습니다.</translation>
    </message>
    <message>
        <source>%1 is a reporter, but a factory is asked for: %1Factory.</source>
        <translation>%1 클래스는 리포터입니다. 팩토리를 써야 합니다: %1Factory.</translation>
    </message>
    <message>
        <source>High availability is %1, not zookeeper; this does nothing.</source>
        <translation>고가용성 방식이 zookeeper가 아니라 &apos;%1&apos; 값이어서 이 설정은 효과가 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for it: at most 45 small letters, digits and dashes, beginning with a letter and not ending with a dash.</source>
        <translation>&quot;%1&quot; 이름은 쓸 수 없습니다. 소문자, 숫자, 하이픈으로 45자 이하이며, 문자로 시작하고 하이픈으로 끝나지 않아야 합니다.</translation>
    </message>
    <message>
        <source>There is no serviceAccount for the pods of Flink.</source>
        <translation>Flink 파드의 serviceAccount가 없습니다.</translation>
    </message>
    <message>
        <source>There is no flinkVersion.</source>
        <translation>flinkVersion이 없습니다.</translation>
    </message>
    <message>
        <source>The operator no longer supports Flink %1.</source>
        <translation>Operator가 더는 Flink %1 버전을 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>Rolling back needs high availability, which is off.</source>
        <translation>롤백에는 고가용성이 필요하지만 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>The health check needs kubernetes.operator.jm-deployment-recovery.enabled, which is off.</source>
        <translation>상태 점검에는 kubernetes.operator.jm-deployment-recovery.enabled가 필요하지만 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>The ingress has no template.</source>
        <translation>인그레스에 template이 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not become an address.</source>
        <translation>&quot;%1&quot; 값은 주소가 되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is no file of the log configuration: only log4j-console.properties and logback-console.xml are.</source>
        <translation>&apos;%1&apos; 파일은 로그 설정 파일이 아닙니다. log4j-console.properties와 logback-console.xml만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The upgrade mode %1 needs a directory for checkpoints: %2.</source>
        <translation>업그레이드 모드 %1 값에는 체크포인트 경로가 필요합니다: %2.</translation>
    </message>
    <message>
        <source>The job needs a parallelism of 1 or more.</source>
        <translation>작업의 병렬도는 1 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>savepointRedeployNonce redeploys from initialSavepointPath, which is missing.</source>
        <translation>savepointRedeployNonce는 initialSavepointPath에서 재배포하지만 그 값이 없습니다.</translation>
    </message>
    <message>
        <source>The upgrade mode savepoint needs a directory for savepoints: %1.</source>
        <translation>업그레이드 모드 savepoint에는 세이브포인트 경로가 필요합니다: %1.</translation>
    </message>
    <message>
        <source>A savepoint by nonce needs a directory for savepoints: %1.</source>
        <translation>nonce로 만드는 세이브포인트에는 세이브포인트 경로가 필요합니다: %1.</translation>
    </message>
    <message>
        <source>Periodic savepoints need a directory: %1.</source>
        <translation>주기적 세이브포인트에는 경로가 필요합니다: %1.</translation>
    </message>
    <message>
        <source>A checkpoint that is too old is replaced by a savepoint, which needs a directory: %1.</source>
        <translation>너무 오래된 체크포인트 대신 세이브포인트를 만들며, 그 경로가 필요합니다: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no amount of memory the operator reads: a whole number with a unit, such as 2048m, 2g or 2Gi.</source>
        <translation>&quot;%1&quot; 값은 Operator가 읽을 수 있는 메모리 양이 아닙니다. 2048m, 2g, 2Gi처럼 정수와 단위로 쓰세요.</translation>
    </message>
    <message>
        <source>The %1 has no memory: spec.%2.resource.memory.</source>
        <translation>%1 메모리가 없습니다: spec.%2.resource.memory.</translation>
    </message>
    <message>
        <source>%1 must be more than nothing.</source>
        <translation>&apos;%1&apos; 값은 0보다 커야 합니다.</translation>
    </message>
    <message>
        <source>More %1 is requested than the limit allows.</source>
        <translation>&apos;%1&apos; 요청이 limits보다 큽니다.</translation>
    </message>
    <message>
        <source>At least one JobManager is needed.</source>
        <translation>JobManager는 하나 이상 필요합니다.</translation>
    </message>
    <message>
        <source>More than one JobManager needs high availability, which is off.</source>
        <translation>JobManager를 둘 이상 쓰려면 고가용성이 필요하지만 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>At least one TaskManager is needed; without the field Flink decides.</source>
        <translation>TaskManager는 하나 이상 필요합니다. 필드를 빼면 Flink가 정합니다.</translation>
    </message>
    <message>
        <source>There is no deploymentName: which cluster runs the job?</source>
        <translation>deploymentName이 없습니다. 어느 클러스터가 작업을 실행합니까?</translation>
    </message>
    <message>
        <source>There is no job in it.</source>
        <translation>job이 없습니다.</translation>
    </message>
    <message>
        <source>The address of the jar needs a scheme: https.</source>
        <translation>jar 주소에 방식(https)이 필요합니다.</translation>
    </message>
    <message>
        <source>The operator fetches jars of session jobs by https only, not by %1, unless it was configured otherwise.</source>
        <translation>따로 설정하지 않으면 Operator는 세션 작업의 jar를 https로만 내려받습니다. &apos;%1&apos; 방식은 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>A snapshot is either a savepoint or a checkpoint: exactly one of them.</source>
        <translation>스냅샷은 세이브포인트나 체크포인트 중 정확히 하나입니다.</translation>
    </message>
    <message>
        <source>There is no jobReference: a snapshot of which job?</source>
        <translation>jobReference가 없습니다. 어느 작업의 스냅샷입니까?</translation>
    </message>
    <message>
        <source>A savepoint that exists already needs its path.</source>
        <translation>이미 있는 세이브포인트에는 경로가 필요합니다.</translation>
    </message>
    <message>
        <source>Flink does not run in the container %1, but in one called %2.</source>
        <translation>Flink는 &apos;%1&apos; 컨테이너가 아니라 &apos;%2&apos; 컨테이너에서 실행됩니다.</translation>
    </message>
    <message>
        <source>Flink&apos;s image does not read %1; options of the JVM belong into %2.</source>
        <translation>Flink 이미지는 &apos;%1&apos; 변수를 읽지 않습니다. JVM 옵션은 &apos;%2&apos; 키에 씁니다.</translation>
    </message>
    <message>
        <source>Flink sets %1 of its container itself, from resource.%1; this is overwritten.</source>
        <translation>Flink가 자기 컨테이너의 &apos;%1&apos; 값을 resource.%1 값으로 직접 정합니다. 여기 쓴 값은 덮어쓰입니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2 bytes: in Kubernetes m means thousandths.</source>
        <translation>&quot;%1&quot; 값은 %2바이트입니다. Kubernetes에서 m은 1000분의 1입니다.</translation>
    </message>
    <message>
        <source>There is no field horizontalPodAutoscaler: it is an object of its own.</source>
        <translation>horizontalPodAutoscaler 필드는 없습니다. 별도의 객체입니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no host name for an ingress.</source>
        <translation>&quot;%1&quot; 값은 Ingress의 호스트 이름으로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>the top level</source>
        <translation>최상위</translation>
    </message>
    <message>
        <source>It stands in: %1. It would also fit in: %2.</source>
        <translation>지금 위치: %1. 다른 가능한 위치: %2.</translation>
    </message>
    <message>
        <source>Nothing around it has a field %1; it was put into: %2.</source>
        <translation>둘러싼 항목 어디에도 &apos;%1&apos; 필드가 없습니다. 넣은 위치: %2.</translation>
    </message>
    <message>
        <source>%1 stands there twice: %2.</source>
        <translation>&apos;%1&apos; 필드가 같은 곳에 두 번 나옵니다. 위치: %2.</translation>
    </message>
    <message>
        <source>What stands here is of another kind than its place takes: %1.</source>
        <translation>이 위치에 맞지 않는 종류의 값입니다. 위치: %1.</translation>
    </message>
    <message>
        <source>It was taken for the rest of the text above.</source>
        <translation>윗줄 텍스트의 이어지는 부분으로 보았습니다.</translation>
    </message>
    <message>
        <source>Its indentation is lost.</source>
        <translation>들여쓰기가 사라졌습니다.</translation>
    </message>
    <message>
        <source>Nothing is known of what it may hold, so it stays as it is.</source>
        <translation>어떤 필드가 있는 종류인지 알 수 없어 그대로 두었습니다.</translation>
    </message>
    <message>
        <source>Something was left out here.</source>
        <translation>이 자리에서 생략된 내용이 있습니다.</translation>
    </message>
    <message>
        <source>The text of %1 lost its own indentation; nothing is known of what it may hold, so it stays as it is.</source>
        <translation>&apos;%1&apos; 안의 텍스트도 들여쓰기가 사라졌습니다. 구조를 알 수 없어 그대로 두었습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Wrote plain blanks in %n line(s).</source>
        <translation>
            <numerusform>%n개 줄의 특수 공백을 일반 공백으로 바꾸었습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote plain quotes in %n line(s).</source>
        <translation>
            <numerusform>%n개 줄의 둥근 따옴표를 곧은 따옴표로 바꾸었습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote plain dashes in %n line(s).</source>
        <translation>
            <numerusform>%n개 줄의 줄표를 하이픈으로 바꾸었습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote blanks for tabs in %n line(s).</source>
        <translation>
            <numerusform>%n개 줄의 탭을 공백으로 바꾸었습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took line numbers off %n line(s).</source>
        <translation>
            <numerusform>%n개 줄에서 줄 번호를 지웠습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took the marks in front off %n line(s).</source>
        <translation>
            <numerusform>%n개 줄에서 줄 앞의 표시를 지웠습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out %n line(s) of a shell.</source>
        <translation>
            <numerusform>셸에 입력한 %n개 줄을 뺐습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out %n mark(s) of code blocks.</source>
        <translation>
            <numerusform>코드 블록 표시 %n개를 뺐습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out %n line(s) of text around the manifests.</source>
        <translation>
            <numerusform>매니페스트 앞뒤의 텍스트 %n개 줄을 뺐습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put &quot;---&quot; in front of %n document(s).</source>
        <translation>
            <numerusform>문서 %n개 앞에 &quot;---&quot;를 넣었습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n line(s) to the left.</source>
        <translation>
            <numerusform>%n개 줄을 왼쪽으로 옮겼습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rebuilt the indentation of %n line(s).</source>
        <translation>
            <numerusform>%n개 줄의 들여쓰기를 다시 만들었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The operator hands the change on to the active colour; the job goes on.</source>
        <translation>Operator가 변경 사항을 활성 색상에 전달합니다. 작업은 계속 실행됩니다.</translation>
    </message>
    <message>
        <source>The operator takes note of the change without touching the job. It counts from the next upgrade on.</source>
        <translation>Operator가 작업을 건드리지 않고 변경 사항만 반영합니다. 다음 업그레이드부터 적용됩니다.</translation>
    </message>
    <message>
        <source>The job is suspended: the change takes effect when it is resumed.</source>
        <translation>작업이 일시 중지된 상태입니다. 변경 사항은 재개할 때 적용됩니다.</translation>
    </message>
    <message>
        <source>It is made suspended: nothing is deployed before spec.job.state is running.</source>
        <translation>일시 중지된 상태로 만들어집니다. spec.job.state 값이 running이 되기 전에는 아무것도 배포되지 않습니다.</translation>
    </message>
    <message>
        <source>The operator has this very spec already: nothing happens.</source>
        <translation>Operator가 이미 같은 spec을 반영했습니다. 아무 일도 일어나지 않습니다.</translation>
    </message>
    <message>
        <source>The operator triggers the snapshot once the job is running.</source>
        <translation>작업이 실행 중이면 Operator가 스냅샷을 생성합니다.</translation>
    </message>
    <message>
        <source>It is deployed for the first time and starts from initialSavepointPath; upgradeMode does not count yet.</source>
        <translation>처음 배포되며 initialSavepointPath에서 시작합니다. upgradeMode는 아직 적용되지 않습니다.</translation>
    </message>
    <message>
        <source>It is deployed for the first time and starts empty; upgradeMode does not count yet.</source>
        <translation>처음 배포되며 상태 없이 시작합니다. upgradeMode는 아직 적용되지 않습니다.</translation>
    </message>
    <message>
        <source>The release of Flink changes, and the metadata of high availability is not used across releases: the job is stopped with a savepoint, also with upgradeMode last-state.</source>
        <translation>Flink 버전이 바뀌며, 고가용성 메타데이터는 버전이 다르면 사용되지 않습니다. upgradeMode가 last-state여도 세이브포인트를 만들고 작업을 중지합니다.</translation>
    </message>
    <message>
        <source>The last checkpoint is older than kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age allows: the job is stopped with a savepoint instead.</source>
        <translation>마지막 체크포인트가 kubernetes.operator.job.upgrade.last-state.max.allowed.checkpoint.age 값보다 오래되었습니다. 대신 세이브포인트를 만들고 작업을 중지합니다.</translation>
    </message>
    <message>
        <source>A savepoint of the active colour is taken, the other colour starts from it, and only when that runs is the active one deleted.</source>
        <translation>활성 색상의 세이브포인트를 만들고 다른 색상이 그 지점에서 시작합니다. 새 색상이 실행된 뒤에야 기존 색상이 삭제됩니다.</translation>
    </message>
    <message>
        <source>The change is handed on to the active colour, which stops its job with a savepoint.</source>
        <translation>변경 사항이 활성 색상에 전달되고, 세이브포인트를 만든 뒤 작업이 중지됩니다.</translation>
    </message>
    <message>
        <source>The job runs and upgradeMode is savepoint: it is stopped with a savepoint, its cluster is deleted, and it starts again from there.</source>
        <translation>작업이 실행 중이고 upgradeMode가 savepoint입니다. 세이브포인트를 만들고 중지한 뒤 클러스터를 삭제하고, 그 지점에서 다시 시작합니다.</translation>
    </message>
    <message>
        <source>The job does not run, so no savepoint can be taken. The operator falls back to last-state: the cluster is deleted, the metadata of high availability stays, and the last checkpoint is restored.</source>
        <translation>작업이 실행 중이 아니어서 세이브포인트를 만들 수 없습니다. Operator가 last-state로 대체합니다. 클러스터는 삭제되고 고가용성 메타데이터는 유지되며 마지막 체크포인트가 복원됩니다.</translation>
    </message>
    <message>
        <source>The JobManager never started: it is deleted, and the job starts from the last checkpoint that the metadata of high availability names.</source>
        <translation>JobManager가 한 번도 시작되지 않았습니다. JobManager를 삭제하고 고가용성 메타데이터에 기록된 마지막 체크포인트에서 작업을 시작합니다.</translation>
    </message>
    <message>
        <source>The job does not run. Its cluster is deleted, the metadata of high availability stays, and the last checkpoint is restored.</source>
        <translation>작업이 실행 중이 아닙니다. 클러스터는 삭제되고 고가용성 메타데이터는 유지되며 마지막 체크포인트가 복원됩니다.</translation>
    </message>
    <message>
        <source>The job is resumed from the last checkpoint: it was suspended with last-state, and the metadata of high availability is there.</source>
        <translation>마지막 체크포인트에서 작업을 재개합니다. last-state로 일시 중지되었고 고가용성 메타데이터가 남아 있습니다.</translation>
    </message>
    <message>
        <source>The change is handed on to the active colour, which restores its last checkpoint.</source>
        <translation>변경 사항이 활성 색상에 전달되고 마지막 체크포인트가 복원됩니다.</translation>
    </message>
    <message>
        <source>upgradeMode is last-state: the cluster is deleted without a savepoint, the metadata of high availability stays, and the last completed checkpoint is restored.</source>
        <translation>upgradeMode가 last-state입니다. 세이브포인트 없이 클러스터를 삭제하고 고가용성 메타데이터는 유지하며, 마지막으로 완료된 체크포인트를 복원합니다.</translation>
    </message>
    <message>
        <source>The release of Flink changes and no savepoint can be taken: the job is cancelled, and its last checkpoint is restored.</source>
        <translation>Flink 버전이 바뀌는데 세이브포인트를 만들 수 없습니다. 작업을 취소하고 마지막 체크포인트를 복원합니다.</translation>
    </message>
    <message>
        <source>The job does not run, so no savepoint can be taken: it is cancelled, and its last checkpoint is restored.</source>
        <translation>작업이 실행 중이 아니어서 세이브포인트를 만들 수 없습니다. 작업을 취소하고 마지막 체크포인트를 복원합니다.</translation>
    </message>
    <message>
        <source>The job is cancelled over REST, and its last checkpoint is restored: the metadata of high availability is not used.</source>
        <translation>REST로 작업을 취소하고 마지막 체크포인트를 복원합니다. 고가용성 메타데이터는 사용되지 않습니다.</translation>
    </message>
    <message>
        <source>The job is resumed, but no savepoint was written down: it starts empty.</source>
        <translation>작업을 재개하지만 기록된 세이브포인트가 없어 상태 없이 시작합니다.</translation>
    </message>
    <message>
        <source>The job is resumed from what was written down when it was suspended.</source>
        <translation>일시 중지할 때 기록된 지점에서 작업을 재개합니다.</translation>
    </message>
    <message>
        <source>The JobManager never started: it is deleted, and the job starts empty, because no savepoint was written down.</source>
        <translation>JobManager가 한 번도 시작되지 않았습니다. JobManager를 삭제하며, 기록된 세이브포인트가 없어 작업이 상태 없이 시작합니다.</translation>
    </message>
    <message>
        <source>The JobManager never started: it is deleted, and the job starts from the same place once more.</source>
        <translation>JobManager가 한 번도 시작되지 않았습니다. JobManager를 삭제하고 같은 지점에서 작업을 다시 시작합니다.</translation>
    </message>
    <message>
        <source>The job has ended, and no checkpoint or savepoint of it is known: it starts empty.</source>
        <translation>작업이 종료되었고 알려진 체크포인트나 세이브포인트가 없습니다. 상태 없이 시작합니다.</translation>
    </message>
    <message>
        <source>The job has ended: the last checkpoint or savepoint that is known of it is restored.</source>
        <translation>작업이 종료되었습니다. 마지막으로 알려진 체크포인트 또는 세이브포인트를 복원합니다.</translation>
    </message>
    <message>
        <source>savepointRedeployNonce changes: the job is cancelled without a savepoint and starts from initialSavepointPath. There is no rollback.</source>
        <translation>savepointRedeployNonce가 바뀝니다. 세이브포인트 없이 작업을 취소하고 initialSavepointPath에서 시작합니다. 롤백은 없습니다.</translation>
    </message>
    <message>
        <source>The session cluster is deleted and made anew, with every job in it and without any savepoint.</source>
        <translation>세션 클러스터가 그 안의 모든 작업과 함께 세이브포인트 없이 삭제되고 새로 만들어집니다.</translation>
    </message>
    <message>
        <source>The other colour starts empty; when it runs, the active one is deleted.</source>
        <translation>다른 색상이 상태 없이 시작하고, 실행되면 기존 색상이 삭제됩니다.</translation>
    </message>
    <message>
        <source>The job is resumed without its state.</source>
        <translation>작업을 상태 없이 재개합니다.</translation>
    </message>
    <message>
        <source>upgradeMode is stateless: the job is cancelled, its metadata of high availability is deleted, and it starts empty.</source>
        <translation>upgradeMode가 stateless입니다. 작업을 취소하고 고가용성 메타데이터를 삭제한 뒤 상태 없이 시작합니다.</translation>
    </message>
    <message>
        <source>A savepoint is under way: the operator waits for it.</source>
        <translation>세이브포인트가 진행 중입니다. Operator가 끝나기를 기다립니다.</translation>
    </message>
    <message>
        <source>The session cluster is not ready: the operator waits for it.</source>
        <translation>세션 클러스터가 준비되지 않았습니다. Operator가 준비되기를 기다립니다.</translation>
    </message>
    <message>
        <source>The job is being cancelled: the operator waits for its end.</source>
        <translation>작업을 취소하는 중입니다. Operator가 끝나기를 기다립니다.</translation>
    </message>
    <message>
        <source>The job does not run, so no savepoint can be taken, and kubernetes.operator.job.upgrade.last-state-fallback.enabled is off: the operator waits until it runs.</source>
        <translation>작업이 실행 중이 아니어서 세이브포인트를 만들 수 없고, kubernetes.operator.job.upgrade.last-state-fallback.enabled도 꺼져 있습니다. Operator가 작업이 실행될 때까지 기다립니다.</translation>
    </message>
    <message>
        <source>The release of Flink changes, and the job can neither be saved nor cancelled now: the operator waits.</source>
        <translation>Flink 버전이 바뀌는데 지금은 세이브포인트를 만들 수도, 작업을 취소할 수도 없습니다. Operator가 기다립니다.</translation>
    </message>
    <message>
        <source>The last checkpoint is too old, but one is under way: the operator waits for it.</source>
        <translation>마지막 체크포인트가 너무 오래되었지만 새 체크포인트가 진행 중입니다. Operator가 끝나기를 기다립니다.</translation>
    </message>
    <message>
        <source>The job does not run, and there is neither a way to save it nor a reason to give it up: the operator waits.</source>
        <translation>작업이 실행 중이 아니며, 상태를 저장할 방법도 포기할 근거도 없습니다. Operator가 기다립니다.</translation>
    </message>
    <message>
        <source>The job has ended, and its last checkpoint is unknown. The operator gives up: &quot;Manual restore required.&quot; Set initialSavepointPath with a new savepointRedeployNonce.</source>
        <translation>작업이 종료되었고 마지막 체크포인트를 알 수 없습니다. Operator가 &quot;Manual restore required.&quot; 오류로 중단합니다. initialSavepointPath와 새 savepointRedeployNonce를 설정하세요.</translation>
    </message>
    <message>
        <source>The JobManager is gone, and there is no metadata of high availability to restore from. The operator gives up: &quot;Manual restore required.&quot; Set initialSavepointPath with a new savepointRedeployNonce.</source>
        <translation>JobManager가 없고 복원에 쓸 고가용성 메타데이터도 없습니다. Operator가 &quot;Manual restore required.&quot; 오류로 중단합니다. initialSavepointPath와 새 savepointRedeployNonce를 설정하세요.</translation>
    </message>
    <message>
        <source>The active colour is not ready, so the operator refuses the transition and marks the deployment as failing.</source>
        <translation>활성 색상이 준비되지 않아 Operator가 전환을 거부하고 배포를 FAILING으로 표시합니다.</translation>
    </message>
    <message>
        <source>It is refused, so nothing changes: the job goes on with the old spec.</source>
        <translation>거부되므로 아무것도 바뀌지 않습니다. 작업은 기존 spec으로 계속 실행됩니다.</translation>
    </message>
    <message>
        <source>The job is rescaled in place while it runs; if Flink refuses, it is upgraded instead.</source>
        <translation>작업이 실행 중인 채로 병렬도를 조정합니다. Flink가 거부하면 업그레이드로 처리됩니다.</translation>
    </message>
    <message>
        <source>All that the job did since that savepoint is lost. If the path cannot be read the job stays down.</source>
        <translation>그 세이브포인트 이후 작업이 처리한 내용이 모두 사라집니다. 경로를 읽을 수 없으면 작업은 중단된 채로 남습니다.</translation>
    </message>
    <message>
        <source>Every job of the cluster is stopped without a savepoint. The operator does not submit its session jobs again by itself.</source>
        <translation>클러스터의 모든 작업이 세이브포인트 없이 중지됩니다. Operator는 세션 작업을 스스로 다시 제출하지 않습니다.</translation>
    </message>
    <message>
        <source>All state of the job is lost, whether the new version works or not. Checkpoint files stay where they are, but only by hand does a job start from them.</source>
        <translation>새 버전의 성공 여부와 관계없이 작업의 모든 상태가 사라집니다. 체크포인트 파일은 남지만, 직접 지정해야만 그 지점에서 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>It stays suspended afterwards.</source>
        <translation>이후 일시 중지된 상태로 남습니다.</translation>
    </message>
    <message>
        <source>Nothing: the job restarts from its last checkpoint with the new parallelism.</source>
        <translation>잃는 것이 없습니다. 작업이 마지막 체크포인트에서 새 병렬도로 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Nothing: the active colour runs until the other one does.</source>
        <translation>잃는 것이 없습니다. 다른 색상이 실행될 때까지 활성 색상이 계속 실행됩니다.</translation>
    </message>
    <message>
        <source>If the savepoint fails, the job runs on as it is and the operator tries again for ever. If the new version does not start, the job stays down; its savepoint is kept.</source>
        <translation>세이브포인트가 실패하면 작업은 그대로 실행되고 Operator가 계속 재시도합니다. 새 버전이 시작되지 않으면 작업은 중단된 채로 남으며, 세이브포인트는 보존됩니다.</translation>
    </message>
    <message>
        <source>What was done since the last completed checkpoint is done again. If the new version does not start, the job stays down; the checkpoint is kept.</source>
        <translation>마지막으로 완료된 체크포인트 이후의 처리를 다시 수행합니다. 새 버전이 시작되지 않으면 작업은 중단된 채로 남으며, 체크포인트는 보존됩니다.</translation>
    </message>
    <message>
        <source>What was done since then is done again.</source>
        <translation>그 이후의 처리를 다시 수행합니다.</translation>
    </message>
    <message>
        <source>All state that the job had is lost.</source>
        <translation>작업이 가지고 있던 모든 상태가 사라집니다.</translation>
    </message>
    <message>
        <source>Whether the metadata of high availability is there could not be seen; it is taken for there. Without it the operator does something else.</source>
        <translation>고가용성 메타데이터가 있는지 확인할 수 없어 있는 것으로 보았습니다. 없으면 Operator가 다르게 동작합니다.</translation>
    </message>
    <message>
        <source>Whether the JobManager ever started could not be seen. If it never did, the operator deletes it and starts again.</source>
        <translation>JobManager가 시작된 적이 있는지 확인할 수 없습니다. 시작된 적이 없으면 Operator가 삭제하고 다시 시작합니다.</translation>
    </message>
    <message>
        <source>How old the last checkpoint is could not be asked; it is taken for young enough. Otherwise the operator takes a savepoint.</source>
        <translation>마지막 체크포인트가 언제 만들어졌는지 확인할 수 없어 충분히 최근인 것으로 보았습니다. 그렇지 않으면 Operator가 세이브포인트를 만듭니다.</translation>
    </message>
    <message>
        <source>Whether the session cluster is ready could not be seen; until it is, the operator does nothing.</source>
        <translation>세션 클러스터가 준비되었는지 확인할 수 없습니다. 준비되기 전에는 Operator가 아무것도 하지 않습니다.</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>변경 없음</translation>
    </message>
    <message>
        <source>job untouched</source>
        <translation>작업에 영향 없음</translation>
    </message>
    <message>
        <source>rescale</source>
        <translation>병렬도 조정</translation>
    </message>
    <message>
        <source>upgrade</source>
        <translation>업그레이드</translation>
    </message>
    <message>
        <source>redeployment</source>
        <translation>재배포</translation>
    </message>
    <message>
        <source>new object</source>
        <translation>새 리소스</translation>
    </message>
    <message>
        <source>a savepoint that is taken on the way</source>
        <translation>진행 중에 만드는 세이브포인트</translation>
    </message>
    <message>
        <source>the last savepoint</source>
        <translation>마지막 세이브포인트</translation>
    </message>
    <message>
        <source>the last completed checkpoint</source>
        <translation>마지막으로 완료된 체크포인트</translation>
    </message>
    <message>
        <source>the savepoint %1</source>
        <translation>세이브포인트 %1</translation>
    </message>
    <message>
        <source>the checkpoint %1</source>
        <translation>체크포인트 %1</translation>
    </message>
    <message>
        <source>%1 keeps this object: what you change will be changed back.</source>
        <translation>이 리소스의 관리 도구: %1. 변경해도 다시 되돌려집니다.</translation>
    </message>
    <message>
        <source>%1 keeps this object (%2): what you change will be changed back.</source>
        <translation>이 리소스의 관리 도구: %1(%2). 변경해도 다시 되돌려집니다.</translation>
    </message>
    <message>
        <source>%1 wrote this object: its next use overwrites what you change.</source>
        <translation>이 리소스를 작성한 도구: %1. 다음에 이 도구를 사용하면 변경 내용을 덮어씁니다.</translation>
    </message>
    <message>
        <source>%1 wrote this object (%2): its next use overwrites what you change.</source>
        <translation>이 리소스를 작성한 도구: %1(%2). 다음에 이 도구를 사용하면 변경 내용을 덮어씁니다.</translation>
    </message>
    <message>
        <source>This object was made by another one (%1), which changes it again: change that one.</source>
        <translation>이 리소스는 다른 리소스(%1)가 만들었으며 다시 변경됩니다. 그 리소스를 변경하세요.</translation>
    </message>
    <message>
        <source>The number of TaskManagers is set through the scale subresource (%1), as a HorizontalPodAutoscaler does: it will be set again.</source>
        <translation>TaskManager 수가 HorizontalPodAutoscaler처럼 scale 하위 리소스를 통해 설정됩니다(%1). 변경해도 다시 설정됩니다.</translation>
    </message>
    <message>
        <source>%1 keeps this object (%2), but was told to leave it alone for now.</source>
        <translation>이 리소스의 관리 도구: %1(%2). 지금은 관리하지 않도록 설정되어 있습니다.</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>기본값 %1</translation>
    </message>
    <message>
        <source>read by the operator</source>
        <translation>Operator가 읽음</translation>
    </message>
    <message>
        <source>Configuration keys</source>
        <translation>설정 키</translation>
    </message>
    <message>
        <source>Made by &quot;dreyctl generate keys&quot; from the texts that the program itself shows.</source>
        <translation>프로그램이 보여 주는 설명에서 &quot;dreyctl generate keys&quot; 명령으로 만든 페이지입니다.</translation>
    </message>
    <message>
        <source>The job runs in the cluster %1, and cannot be moved to another.</source>
        <translation>작업이 &apos;%1&apos; 클러스터에서 실행 중이며 다른 클러스터로 옮길 수 없습니다.</translation>
    </message>
    <message>
        <source>It was deployed with a job of its own and cannot become a session cluster.</source>
        <translation>작업이 있는 애플리케이션으로 배포되어 세션 클러스터로 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>It was deployed as a session cluster and cannot get a job of its own.</source>
        <translation>세션 클러스터로 배포되어 자체 작업을 가질 수 없습니다.</translation>
    </message>
    <message>
        <source>It was deployed in mode standalone and cannot become native.</source>
        <translation>standalone 모드로 배포되어 native로 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>It was deployed in mode native and cannot become standalone.</source>
        <translation>native 모드로 배포되어 standalone으로 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>It was suspended with last-state and can be resumed by Flink %1 only, not by %2.</source>
        <translation>last-state로 일시 중지되어 같은 Flink 버전(%1)으로만 재개할 수 있습니다. 지정한 버전: %2</translation>
    </message>
    <message>
        <source>savepointRedeployNonce changes, so that the job would be redeployed from initialSavepointPath, which is missing.</source>
        <translation>savepointRedeployNonce가 바뀌어 initialSavepointPath에서 재배포해야 하지만 경로가 없습니다.</translation>
    </message>
    <message>
        <source>There is no FlinkDeployment %1 in this namespace: the job waits for it.</source>
        <translation>이 네임스페이스에 &apos;%1&apos; FlinkDeployment가 없습니다. 생길 때까지 작업이 기다립니다.</translation>
    </message>
    <message>
        <source>%1 has a job of its own: it is no session cluster.</source>
        <translation>&apos;%1&apos; 배포에는 자체 작업이 있어 세션 클러스터가 아닙니다.</translation>
    </message>
    <message>
        <source>The upgrade mode %1 needs a directory for checkpoints, and neither the job nor its cluster names one.</source>
        <translation>업그레이드 모드 &apos;%1&apos;에는 체크포인트 디렉터리가 필요하지만, 작업과 클러스터 어디에도 지정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The upgrade mode savepoint needs a directory for savepoints, and neither the job nor its cluster names one.</source>
        <translation>업그레이드 모드 savepoint에는 세이브포인트 디렉터리가 필요하지만, 작업과 클러스터 어디에도 지정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>A savepoint by nonce needs a directory for savepoints, and neither the job nor its cluster names one.</source>
        <translation>nonce로 세이브포인트를 만들려면 세이브포인트 디렉터리가 필요하지만, 작업과 클러스터 어디에도 지정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The deployment is between its colours: while the savepoint is taken the operator waits with the change; after that it hands it on to the colour that is coming, which starts again from the same savepoint. A suspension waits until one colour is active.</source>
        <translation>배포가 두 색상 사이를 전환하는 중입니다. 세이브포인트를 만드는 동안에는 Operator가 변경을 보류하고, 그 뒤에는 새로 올라오는 색상에 변경을 전달하며 그 색상은 같은 세이브포인트에서 다시 시작합니다. 일시 중지는 한쪽 색상이 활성 상태가 될 때까지 기다립니다.</translation>
    </message>
    <message>
        <source>Without quotation marks %1 is read as %2.</source>
        <translation>따옴표가 없으면 다음과 같이 읽힙니다: %1 → %2</translation>
    </message>
    <message>
        <source>%1 is missing here.</source>
        <translation>여기에 다음 필드가 없습니다: %1</translation>
    </message>
    <message>
        <source>This stands in the list before.</source>
        <translation>목록의 앞부분에 같은 항목이 있습니다.</translation>
    </message>
    <message>
        <source>An item with the same %1 stands in the list before.</source>
        <translation>다음 값이 같은 항목이 목록의 앞부분에 있습니다: %1</translation>
    </message>
    <message>
        <source>It comes from a part of the text that others share, too: change it there.</source>
        <translation>다른 곳과 함께 쓰는 부분에서 온 값입니다. 그곳에서 바꾸세요.</translation>
    </message>
    <message>
        <source>One of these goes over several lines: change it in the text.</source>
        <translation>여러 줄에 걸친 항목이 있습니다. 텍스트에서 바꾸세요.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number from %2 on.</source>
        <translation>&quot;%1&quot; 값은 %2 이상의 정수가 아닙니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number above 0, such as 0.5 or 2.</source>
        <translation>&quot;%1&quot; 값은 0.5나 2 같은 0보다 큰 수가 아닙니다.</translation>
    </message>
    <message>
        <source>It is one of: %1.</source>
        <translation>다음 중 하나여야 합니다: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name: small letters, digits and dashes, a letter or digit at both ends.</source>
        <translation>&quot;%1&quot; 값은 이름으로 쓸 수 없습니다. 영문 소문자, 숫자, 하이픈만 쓰고 처음과 끝은 소문자나 숫자여야 합니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no memory size: a whole number with a unit, such as 2048m, 4g or 2Gi.</source>
        <translation>&quot;%1&quot; 값은 메모리 크기가 아닙니다. 2048m, 4g, 2Gi처럼 단위를 붙인 정수로 적으세요.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no quantity above 0, such as 2Gi or 2048Mi.</source>
        <translation>&quot;%1&quot;: 0보다 큰 수량이 아닙니다. 2Gi나 2048Mi처럼 적습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no quantity above 0, such as 0.5 or 500m.</source>
        <translation>&quot;%1&quot;: 0보다 큰 수량이 아닙니다. 0.5나 500m처럼 적습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is thousandths of a byte here. Mebibytes are %2.</source>
        <translation>&quot;%1&quot;: 여기서는 바이트의 1000분의 1 단위입니다. 메비바이트는 %2 형태로 적습니다.</translation>
    </message>
</context>
</TS>
