<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>flink::ClusterCheck</name>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>only in the namespace %1</source>
        <translation>&apos;%1&apos; 네임스페이스에서만</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>확인 불가: %1</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>no: %1</source>
        <translation>아니요: %1</translation>
    </message>
    <message>
        <source>You may not see Flink deployments, neither everywhere nor in the namespace %1. Not permitted: %2</source>
        <translation>Flink 배포를 볼 권한이 없습니다. 전체 네임스페이스와 &apos;%1&apos; 네임스페이스 모두 해당합니다. 권한 없음: %2</translation>
    </message>
    <message>
        <source>Not permitted: %1</source>
        <translation>권한 없음: %1</translation>
    </message>
    <message>
        <source>The server did not answer every question about rights.</source>
        <translation>서버가 권한에 관한 일부 질문에 답하지 않았습니다.</translation>
    </message>
    <message>
        <source>All that is needed, some of it only in the namespace %1.</source>
        <translation>필요한 권한이 모두 있습니다. 일부는 &apos;%1&apos; 네임스페이스에만 있습니다.</translation>
    </message>
    <message>
        <source>All that is needed, in every namespace.</source>
        <translation>모든 네임스페이스에 필요한 권한이 있습니다.</translation>
    </message>
    <message>
        <source>Not installed: %1</source>
        <translation>설치되지 않음: %1</translation>
    </message>
    <message>
        <source>The resources of the Flink Kubernetes Operator are not installed in this cluster (%1).</source>
        <translation>이 클러스터에 Flink Kubernetes Operator의 리소스가 설치되어 있지 않습니다(%1).</translation>
    </message>
    <message>
        <source>No Deployment with the label app.kubernetes.io/name=flink-kubernetes-operator was found. The operator may not be installed, or under another label.</source>
        <translation>app.kubernetes.io/name=flink-kubernetes-operator 레이블이 있는 Deployment를 찾지 못했습니다. Operator가 설치되지 않았거나 다른 레이블을 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>version unknown, image %1</source>
        <translation>버전 확인 불가, 이미지 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, not running</source>
        <translation>%1: %2, 실행 중이 아님</translation>
    </message>
    <message>
        <source>%1 in %2, signing in by: %3</source>
        <translation>%1 (%2), 로그인 방식: %3</translation>
    </message>
    <message>
        <source>No credentials were sent: the server takes you for system:anonymous.</source>
        <translation>자격 증명을 보내지 않았습니다. 서버는 system:anonymous 사용자로 봅니다.</translation>
    </message>
    <message>
        <source>The server takes the credentials; it does not tell who you are to it.</source>
        <translation>서버가 자격 증명을 받아들입니다. 어떤 사용자인지는 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>로그인한 사용자: %1</translation>
    </message>
    <message>
        <source>Groups: %1</source>
        <translation>그룹: %1</translation>
    </message>
    <message>
        <source>Kubernetes %1</source>
        <translation>Kubernetes %1</translation>
    </message>
    <message>
        <source>%1. The clock of the server differs from the one here by %2 s: certificates and tokens may seem invalid.</source>
        <translation>%1. 서버의 시계가 이 컴퓨터와 %2초 다릅니다. 인증서와 토큰이 유효하지 않은 것처럼 보일 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>flink::Doctor</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>암호화</translation>
    </message>
    <message>
        <source>Kubeconfig</source>
        <translation>kubeconfig</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>CRDs</source>
        <translation>CRD</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Flink REST</source>
        <translation>Flink REST</translation>
    </message>
</context>
<context>
    <name>flink::EndpointCheck</name>
    <message>
        <source>Flink %1, TaskManagers: %2, running jobs: %3</source>
        <translation>Flink %1, TaskManager %2개, 실행 중인 작업 %3개</translation>
    </message>
</context>
<context>
    <name>flink::KnownCause</name>
    <message>
        <source>Object storage throttles</source>
        <translation>객체 저장소의 요청 제한</translation>
    </message>
    <message>
        <source>The object storage refused requests because there were too many in a short time. Many subtasks writing many small files at once do that.</source>
        <translation>짧은 시간에 요청이 너무 많아 객체 저장소가 거부했습니다. 여러 서브태스크가 작은 파일을 한꺼번에 쓸 때 발생합니다.</translation>
    </message>
    <message>
        <source>Look at the storage&apos;s own metrics for 503 answers, and at the number of files of a checkpoint.</source>
        <translation>저장소의 메트릭에서 503 응답을, 체크포인트에서 파일 수를 확인하세요.</translation>
    </message>
    <message>
        <source>Write fewer files: raise execution.checkpointing.data-inline-threshold (state.storage.fs.memory-threshold before 1.20; at most 1 MB), turn on file merging with execution.checkpointing.file-merging.enabled (since 1.20), take checkpoints less often, and spread the paths (s3.entropy.key).</source>
        <translation>파일 수를 줄이세요. execution.checkpointing.data-inline-threshold(1.20 전에는 state.storage.fs.memory-threshold, 최대 1 MB)를 올리고, execution.checkpointing.file-merging.enabled(1.20부터)로 파일 병합을 켜고, 체크포인트 주기를 늘리고, 경로를 분산하세요(s3.entropy.key).</translation>
    </message>
    <message>
        <source>No file system for this scheme</source>
        <translation>지원하지 않는 파일 시스템 스킴</translation>
    </message>
    <message>
        <source>Flink has no implementation for the scheme of a path, such as s3 or abfs: its plugin is not in the image.</source>
        <translation>s3, abfs 같은 경로의 스킴을 처리할 구현이 없습니다. 이미지에 플러그인이 없습니다.</translation>
    </message>
    <message>
        <source>List /opt/flink/plugins in the container: each file system has a folder of its own there.</source>
        <translation>컨테이너의 /opt/flink/plugins를 확인하세요. 파일 시스템마다 폴더가 따로 있습니다.</translation>
    </message>
    <message>
        <source>Put the plugin into the image, or let the start script do it by the environment variable ENABLE_BUILT_IN_PLUGINS. A file system in lib or in the job&apos;s jar does not replace the plugin. Check the spelling of the scheme.</source>
        <translation>플러그인을 이미지에 넣거나 환경 변수 ENABLE_BUILT_IN_PLUGINS로 시작 스크립트가 설치하게 하세요. lib나 작업 jar 안의 파일 시스템은 플러그인을 대신하지 못합니다. 스킴의 철자도 확인하세요.</translation>
    </message>
    <message>
        <source>Storage refuses access</source>
        <translation>저장소 접근 거부</translation>
    </message>
    <message>
        <source>The file system or object storage refused a request: the credentials are missing, wrong or expired, or they lack a right for this path.</source>
        <translation>파일 시스템이나 객체 저장소가 요청을 거부했습니다. 자격 증명이 없거나 잘못되었거나 만료되었거나, 이 경로에 대한 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Look at the message for bucket or path, and which identity the pod has: service account, mounted secret, s3.access-key.</source>
        <translation>메시지의 버킷이나 경로와 파드의 신원(서비스 계정, 마운트된 Secret, s3.access-key)을 확인하세요.</translation>
    </message>
    <message>
        <source>Give the identity read, write, list and delete rights for checkpoint, savepoint and high availability directories. On volumes check owner and fsGroup.</source>
        <translation>해당 신원에 체크포인트, 세이브포인트, 고가용성 디렉터리의 읽기, 쓰기, 목록, 삭제 권한을 주세요. 볼륨이라면 소유자와 fsGroup을 확인하세요.</translation>
    </message>
    <message>
        <source>Bucket does not exist</source>
        <translation>버킷 없음</translation>
    </message>
    <message>
        <source>The object storage has no bucket or container of this name at this endpoint.</source>
        <translation>객체 저장소의 이 엔드포인트에 해당 이름의 버킷이나 컨테이너가 없습니다.</translation>
    </message>
    <message>
        <source>Compare the name in the path with the buckets of the account, and s3.endpoint with the region.</source>
        <translation>경로의 이름을 계정의 버킷과, s3.endpoint를 리전과 비교하세요.</translation>
    </message>
    <message>
        <source>Create the bucket or correct path, s3.endpoint, or turn on path-style access, which most storages that are not Amazon&apos;s need.</source>
        <translation>버킷을 만들거나 경로나 s3.endpoint를 고치세요. Amazon이 아닌 저장소에서는 대부분 path-style 접근을 켜야 합니다.</translation>
    </message>
    <message>
        <source>Storage cannot be written</source>
        <translation>저장소에 쓸 수 없음</translation>
    </message>
    <message>
        <source>A folder or file of a checkpoint or savepoint could not be created: the volume is not mounted in all pods, is read-only, or does not belong to the user of Flink.</source>
        <translation>체크포인트나 세이브포인트의 폴더나 파일을 만들지 못했습니다. 볼륨이 모든 파드에 마운트되지 않았거나, 읽기 전용이거나, Flink 사용자의 소유가 아닙니다.</translation>
    </message>
    <message>
        <source>Look into the folder from a shell in the pod: who owns it, and does JobManager see the same volume as the TaskManagers?</source>
        <translation>파드의 셸에서 폴더를 확인하세요. 소유자는 누구인지, JobManager와 TaskManager가 같은 볼륨을 보는지 확인하세요.</translation>
    </message>
    <message>
        <source>Mount the same writable volume in all pods (podTemplate) with a fsGroup of 9999, or use object storage. Check execution.checkpointing.dir and execution.checkpointing.savepoint-dir.</source>
        <translation>쓰기 가능한 같은 볼륨을 fsGroup 9999로 모든 파드에 마운트하거나(podTemplate) 객체 저장소를 쓰세요. execution.checkpointing.dir과 execution.checkpointing.savepoint-dir도 확인하세요.</translation>
    </message>
    <message>
        <source>Checkpoint did not finish in time</source>
        <translation>제한 시간 안에 끝나지 않은 체크포인트</translation>
    </message>
    <message>
        <source>A checkpoint took longer than its time-out. Usually barriers wait behind backpressured data (alignment), sometimes the upload of large state is slow.</source>
        <translation>체크포인트가 제한 시간보다 오래 걸렸습니다. 대개 배리어가 백프레셔에 밀린 데이터 뒤에서 기다리며(정렬), 큰 상태의 업로드가 느린 경우도 있습니다.</translation>
    </message>
    <message>
        <source>Look at the subtasks of the checkpoint: a long start delay or alignment means backpressure, a long asynchronous part means state or storage.</source>
        <translation>체크포인트의 서브태스크를 확인하세요. 시작 지연이나 정렬이 길면 백프레셔, 비동기 구간이 길면 상태나 저장소가 원인입니다.</translation>
    </message>
    <message>
        <source>Cure the slow operator first. Unaligned checkpoints (execution.checkpointing.unaligned.enabled) or smaller buffers (taskmanager.network.memory.buffer-debloat.enabled) let barriers pass; incremental checkpoints upload less. Raise execution.checkpointing.timeout only if long checkpoints are acceptable.</source>
        <translation>느린 연산자부터 해결하세요. 비정렬 체크포인트(execution.checkpointing.unaligned.enabled)나 더 작은 버퍼(taskmanager.network.memory.buffer-debloat.enabled)로 배리어가 빨리 지나가고, 증분 체크포인트는 업로드를 줄입니다. execution.checkpointing.timeout은 긴 체크포인트를 허용할 수 있을 때만 올리세요.</translation>
    </message>
    <message>
        <source>Checkpoint declined</source>
        <translation>거부된 체크포인트</translation>
    </message>
    <message>
        <source>A task could not take part in the checkpoint: it was not running yet, was finishing, or failed while taking its snapshot.</source>
        <translation>태스크가 체크포인트에 참여하지 못했습니다. 아직 실행 전이거나, 끝나는 중이거나, 스냅샷 도중 실패했습니다.</translation>
    </message>
    <message>
        <source>Look for a further cause below, and at the state of all vertices at that moment: a checkpoint or savepoint needs all of them running.</source>
        <translation>아래쪽에 다른 원인이 있는지, 그 시각 모든 버텍스의 상태가 어땠는지 확인하세요. 체크포인트와 세이브포인트는 모두 실행 중이어야 합니다.</translation>
    </message>
    <message>
        <source>Wait until all tasks run and try again. If one operator always declines, its snapshotState() throws: the TaskManager&apos;s log has the reason. Finished sources need execution.checkpointing.checkpoints-after-tasks-finish (on by default; before 1.20 its name ends in .enabled).</source>
        <translation>모든 태스크가 실행된 뒤 다시 시도하세요. 한 연산자가 계속 거부한다면 snapshotState()가 예외를 던지는 것이며, 이유는 TaskManager 로그에 있습니다. 끝난 소스가 있다면 execution.checkpointing.checkpoints-after-tasks-finish(기본으로 켜짐, 1.20 전에는 이름이 .enabled로 끝남)가 필요합니다.</translation>
    </message>
    <message>
        <source>Too many checkpoints failed in a row</source>
        <translation>연속된 체크포인트 실패 허용 횟수 초과</translation>
    </message>
    <message>
        <source>More checkpoints failed one after the other than the job tolerates, so it restarts. The failed checkpoints are the cause, not this exception.</source>
        <translation>작업이 허용하는 횟수보다 많은 체크포인트가 연속으로 실패해 작업이 재시작됩니다. 원인은 이 예외가 아니라 실패한 체크포인트입니다.</translation>
    </message>
    <message>
        <source>The message and the page of checkpoints name why the last ones failed.</source>
        <translation>메시지와 체크포인트 화면에서 마지막 체크포인트가 실패한 이유를 확인하세요.</translation>
    </message>
    <message>
        <source>Cure the reason of the failed checkpoints. execution.checkpointing.tolerable-failed-checkpoints (0 by default) only decides how many may fail before the job restarts.</source>
        <translation>체크포인트가 실패한 원인을 해결하세요. execution.checkpointing.tolerable-failed-checkpoints(기본 0)는 재시작 전에 몇 번까지 허용할지만 정합니다.</translation>
    </message>
    <message>
        <source>Snapshot of a task failed</source>
        <translation>태스크 스냅샷 실패</translation>
    </message>
    <message>
        <source>A subtask could not write its part of the checkpoint, or the JobManager could not write its metadata.</source>
        <translation>서브태스크가 체크포인트의 자기 몫을 쓰지 못했거나 JobManager가 메타데이터를 쓰지 못했습니다.</translation>
    </message>
    <message>
        <source>A cause below this one names the reason; without one, the log of the TaskManager has it at this moment.</source>
        <translation>아래쪽 원인에 이유가 있습니다. 없다면 그 시각의 TaskManager 로그에 있습니다.</translation>
    </message>
    <message>
        <source>Look at the storage first (rights, space, throttling), then at snapshotState() of the operator that is named.</source>
        <translation>먼저 저장소(권한, 공간, 요청 제한)를, 다음으로 표시된 연산자의 snapshotState()를 확인하세요.</translation>
    </message>
    <message>
        <source>Quota of the namespace used up</source>
        <translation>네임스페이스 할당량 소진</translation>
    </message>
    <message>
        <source>Kubernetes refused a pod because the quota of the namespace has no room for it. Refused TaskManagers leave no pod and no event; JobManager waits and asks again.</source>
        <translation>네임스페이스의 할당량에 여유가 없어 Kubernetes가 파드를 거부했습니다. 거부된 TaskManager는 파드도 이벤트도 남기지 않으며 JobManager가 계속 다시 요청합니다.</translation>
    </message>
    <message>
        <source>Look at the ResourceQuota of the namespace: the message names what was requested, used and limited.</source>
        <translation>네임스페이스의 ResourceQuota를 확인하세요. 메시지에 요청량, 사용량, 제한이 있습니다.</translation>
    </message>
    <message>
        <source>Have the quota raised, or lower parallelism, memory or CPU. Flink goes on by itself as soon as there is room.</source>
        <translation>할당량을 올리거나 병렬도, 메모리, CPU를 줄이세요. 여유가 생기면 Flink가 스스로 진행합니다.</translation>
    </message>
    <message>
        <source>Service account without a right</source>
        <translation>서비스 계정 권한 부족</translation>
    </message>
    <message>
        <source>The API server refused a request of Flink, because the service account of the pods lacks a right.</source>
        <translation>파드의 서비스 계정에 권한이 없어 API 서버가 Flink의 요청을 거부했습니다.</translation>
    </message>
    <message>
        <source>The message names verb, resource and account. Ask with: kubectl auth can-i VERB RESOURCE --as system:serviceaccount:NAMESPACE:ACCOUNT</source>
        <translation>메시지에 동작, 리소스, 계정이 있습니다. 다음 명령으로 확인하세요: kubectl auth can-i VERB RESOURCE --as system:serviceaccount:NAMESPACE:ACCOUNT</translation>
    </message>
    <message>
        <source>Bind the role that the operator&apos;s chart creates (pods, configmaps, services, deployments) to the account in spec.serviceAccount, or correct the account&apos;s name (kubernetes.service-account).</source>
        <translation>Operator 차트가 만드는 역할(pods, configmaps, services, deployments)을 spec.serviceAccount의 계정에 연결하거나 계정 이름(kubernetes.service-account)을 고치세요.</translation>
    </message>
    <message>
        <source>JobManager lost or no longer the leader</source>
        <translation>JobManager 손실 또는 리더십 상실</translation>
    </message>
    <message>
        <source>The JobManager was lost, or it could not renew its leadership in time and gave it up. A slow API server, a long garbage collection or a CPU limit that throttles it is enough.</source>
        <translation>JobManager를 잃었거나 제때 리더십을 갱신하지 못해 내려놓았습니다. 느린 API 서버, 긴 가비지 컬렉션, CPU 제한에 의한 스로틀링만으로도 발생합니다.</translation>
    </message>
    <message>
        <source>Look at the restarts of the JobManager&apos;s pod and at its previous log for &quot;renew&quot; or &quot;leadership&quot;, and at the load of the API server at that moment.</source>
        <translation>JobManager 파드의 재시작 횟수와 이전 로그의 &quot;renew&quot;, &quot;leadership&quot;을 확인하고, 그 시각의 API 서버 부하를 보세요.</translation>
    </message>
    <message>
        <source>Give the JobManager more CPU and memory. Where the API server is slow at times, raise high-availability.kubernetes.leader-election.renew-deadline and high-availability.kubernetes.leader-election.lease-duration together. With high availability the job goes on from its last checkpoint.</source>
        <translation>JobManager의 CPU와 메모리를 늘리세요. API 서버가 가끔 느리다면 high-availability.kubernetes.leader-election.renew-deadline과 high-availability.kubernetes.leader-election.lease-duration을 함께 올리세요. 고가용성이 설정되어 있으면 작업은 마지막 체크포인트에서 이어집니다.</translation>
    </message>
    <message>
        <source>Connection to ZooKeeper lost</source>
        <translation>ZooKeeper 연결 끊김</translation>
    </message>
    <message>
        <source>Flink lost its session with ZooKeeper, which holds leadership and pointers to checkpoints.</source>
        <translation>리더십과 체크포인트 포인터를 보관하는 ZooKeeper와의 세션이 끊겼습니다.</translation>
    </message>
    <message>
        <source>Look at the ZooKeeper servers&apos; own health and at pauses of the JobManager (garbage collection) at that moment.</source>
        <translation>ZooKeeper 서버의 상태와 그 시각의 JobManager 멈춤(가비지 컬렉션)을 확인하세요.</translation>
    </message>
    <message>
        <source>Bring ZooKeeper back to health. Against short pauses raise high-availability.zookeeper.client.session-timeout and set high-availability.zookeeper.client.tolerate-suspended-connections.</source>
        <translation>ZooKeeper를 정상으로 되돌리세요. 짧은 멈춤이 원인이라면 high-availability.zookeeper.client.session-timeout을 올리고 high-availability.zookeeper.client.tolerate-suspended-connections를 켜세요.</translation>
    </message>
    <message>
        <source>TaskManager no longer answers</source>
        <translation>응답하지 않는 TaskManager</translation>
    </message>
    <message>
        <source>The JobManager heard nothing from a TaskManager for too long: it died, is stuck in a garbage collection, or the network between them is cut.</source>
        <translation>JobManager가 너무 오래 TaskManager의 응답을 받지 못했습니다. 종료되었거나, 가비지 컬렉션에 멈춰 있거나, 네트워크가 끊긴 경우입니다.</translation>
    </message>
    <message>
        <source>Look whether the pod is gone (OOMKilled, evicted, node lost) and read its previous log. If it still runs, look at garbage collection times and CPU throttling.</source>
        <translation>파드가 사라졌는지(OOMKilled, 축출, 노드 손실) 확인하고 이전 로그를 읽으세요. 실행 중이라면 GC 시간과 CPU 스로틀링을 확인하세요.</translation>
    </message>
    <message>
        <source>Cure the cause in the pod. Only for pauses that cannot be avoided raise heartbeat.timeout (50 s by default): a real loss is then noticed later.</source>
        <translation>파드의 원인부터 해결하세요. 피할 수 없는 멈춤일 때만 heartbeat.timeout(기본 50초)을 올리세요. 그만큼 실제 손실도 늦게 발견합니다.</translation>
    </message>
    <message>
        <source>TaskManager pod ended</source>
        <translation>TaskManager 파드 종료</translation>
    </message>
    <message>
        <source>The pod of a TaskManager ended: deleted, evicted, its node drained or lost, or its process exited. The statuses in the message give exit codes where Kubernetes still knew them.</source>
        <translation>TaskManager의 파드가 끝났습니다. 삭제, 축출, 노드 드레인이나 손실, 프로세스 종료 중 하나입니다. Kubernetes가 알고 있었다면 메시지의 상태에 종료 코드가 있습니다.</translation>
    </message>
    <message>
        <source>Look at the events of the pod and its node at that moment, and at the previous container&apos;s log. Empty statuses mean that the whole pod was deleted.</source>
        <translation>그 시각의 파드와 노드 이벤트, 이전 컨테이너의 로그를 확인하세요. 상태가 비어 있으면 파드 전체가 삭제된 것입니다.</translation>
    </message>
    <message>
        <source>If it was planned (a drain, a node upgrade) there is nothing to do: the job restarts from its last checkpoint. Against evictions set requests to what is used and give the pods a priority class.</source>
        <translation>계획된 일(드레인, 노드 업그레이드)이라면 할 일이 없습니다. 작업은 마지막 체크포인트에서 재시작합니다. 축출이라면 요청량을 실제 사용량에 맞추고 파드에 우선순위 클래스를 지정하세요.</translation>
    </message>
    <message>
        <source>Not enough slots</source>
        <translation>슬롯 부족</translation>
    </message>
    <message>
        <source>The job needs more slots than its TaskManagers offer, and none were added in time.</source>
        <translation>작업에 필요한 슬롯이 TaskManager가 제공하는 것보다 많고, 제때 추가되지 않았습니다.</translation>
    </message>
    <message>
        <source>Look for TaskManager pods that are Pending (FailedScheduling), or that are missing altogether because a quota refuses them. In a session cluster other jobs may hold the slots.</source>
        <translation>Pending(FailedScheduling) 상태이거나 할당량 때문에 아예 없는 TaskManager 파드를 확인하세요. 세션 클러스터에서는 다른 작업이 슬롯을 쓰고 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Make room in the cluster, lower the parallelism, or raise taskmanager.numberOfTaskSlots together with memory. If TaskManagers only start slowly, raise slot.request.timeout. Check slotmanager.number-of-slots.max.</source>
        <translation>클러스터에 여유를 만들거나, 병렬도를 낮추거나, 메모리와 함께 taskmanager.numberOfTaskSlots를 올리세요. TaskManager의 시작이 느리기만 하다면 slot.request.timeout을 올리세요. slotmanager.number-of-slots.max도 확인하세요.</translation>
    </message>
    <message>
        <source>Connection between TaskManagers lost</source>
        <translation>TaskManager 사이의 연결 끊김</translation>
    </message>
    <message>
        <source>A subtask lost the connection to the one it reads from. Nearly always the other TaskManager died first: this is what its neighbours saw.</source>
        <translation>서브태스크가 데이터를 읽던 상대와의 연결을 잃었습니다. 거의 항상 상대 TaskManager가 먼저 종료되었고, 이것은 이웃이 본 결과입니다.</translation>
    </message>
    <message>
        <source>The message names the other TaskManager: look at its pod, its previous container and at earlier exceptions at the same moment.</source>
        <translation>메시지에 상대 TaskManager가 있습니다. 그 파드와 이전 컨테이너, 같은 시각의 앞선 예외를 확인하세요.</translation>
    </message>
    <message>
        <source>Cure what ended the other TaskManager. If all pods lived on, look for network trouble; slow starts are helped by taskmanager.network.request-backoff.max.</source>
        <translation>상대 TaskManager가 끝난 원인을 해결하세요. 모든 파드가 살아 있었다면 네트워크를 확인하세요. 시작이 느린 경우에는 taskmanager.network.request-backoff.max가 도움이 됩니다.</translation>
    </message>
    <message>
        <source>Message larger than the RPC frame</source>
        <translation>RPC 프레임보다 큰 메시지</translation>
    </message>
    <message>
        <source>A message between JobManager and TaskManager is larger than allowed, often a large accumulator, a long union list of state or a huge plan.</source>
        <translation>JobManager와 TaskManager 사이의 메시지가 허용 크기보다 큽니다. 큰 어큐뮬레이터, 긴 유니언 리스트 상태, 매우 큰 실행 계획이 흔한 원인입니다.</translation>
    </message>
    <message>
        <source>The message tells size and limit.</source>
        <translation>메시지에 크기와 제한이 있습니다.</translation>
    </message>
    <message>
        <source>Send less: keep large objects out of functions, accumulators and union list state. Or raise pekko.framesize (akka.framesize before Flink 1.18).</source>
        <translation>보내는 양을 줄이세요. 함수, 어큐뮬레이터, 유니언 리스트 상태에 큰 객체를 두지 마세요. 또는 pekko.framesize(Flink 1.18 전에는 akka.framesize)를 올리세요.</translation>
    </message>
    <message>
        <source>Request inside Flink timed out</source>
        <translation>Flink 내부 요청 시간 초과</translation>
    </message>
    <message>
        <source>One process of Flink asked another and got no answer in time, because the other was busy, paused or gone.</source>
        <translation>Flink의 한 프로세스가 다른 프로세스에 요청했지만 제때 답을 받지 못했습니다. 상대가 바쁘거나 멈췄거나 사라진 경우입니다.</translation>
    </message>
    <message>
        <source>Look at garbage collection and CPU throttling of the JobManager and TaskManagers at that moment.</source>
        <translation>그 시각의 JobManager와 TaskManager의 가비지 컬렉션과 CPU 스로틀링을 확인하세요.</translation>
    </message>
    <message>
        <source>Give the slow process more CPU or memory; for very large jobs raise pekko.ask.timeout (akka.ask.timeout before Flink 1.18).</source>
        <translation>느린 프로세스에 CPU나 메모리를 더 주세요. 매우 큰 작업이라면 pekko.ask.timeout(Flink 1.18 전에는 akka.ask.timeout)을 올리세요.</translation>
    </message>
    <message>
        <source>Task did not stop when cancelled</source>
        <translation>취소해도 멈추지 않는 태스크</translation>
    </message>
    <message>
        <source>A subtask did not react to its cancellation, so the TaskManager ended itself to be rid of it.</source>
        <translation>서브태스크가 취소에 반응하지 않아 TaskManager가 스스로 종료했습니다.</translation>
    </message>
    <message>
        <source>The TaskManager&apos;s log shows where the stuck thread stood: usually a blocking call without a time-out.</source>
        <translation>TaskManager 로그에 멈춘 스레드의 위치가 있습니다. 대개 제한 시간이 없는 블로킹 호출입니다.</translation>
    </message>
    <message>
        <source>Give blocking calls in your functions a time-out and let them be interrupted. If close() rightly needs long, raise task.cancellation.timeout.</source>
        <translation>함수의 블로킹 호출에 제한 시간을 두고 인터럽트에 반응하게 하세요. close()가 정말 오래 걸린다면 task.cancellation.timeout을 올리세요.</translation>
    </message>
    <message>
        <source>Kafka refuses the client</source>
        <translation>Kafka의 클라이언트 거부</translation>
    </message>
    <message>
        <source>The broker did not accept the credentials, or the user may not use this topic, group or transactional id.</source>
        <translation>브로커가 자격 증명을 받아들이지 않았거나, 사용자에게 이 토픽, 그룹, 트랜잭션 id에 대한 권한이 없습니다.</translation>
    </message>
    <message>
        <source>The class tells which: SaslAuthentication is the login, TopicAuthorization, GroupAuthorization and TransactionalIdAuthorization are missing rights. Try the same user with Kafka&apos;s own tools.</source>
        <translation>클래스 이름으로 구분합니다. SaslAuthentication은 로그인, TopicAuthorization, GroupAuthorization, TransactionalIdAuthorization은 권한 부족입니다. 같은 사용자로 Kafka 도구를 실행해 보세요.</translation>
    </message>
    <message>
        <source>Correct security.protocol, sasl.mechanism and sasl.jaas.config, or have the rights granted: read and describe on the topic and group, for exactly-once sinks write and describe on the transactional id prefix.</source>
        <translation>security.protocol, sasl.mechanism, sasl.jaas.config를 고치거나 권한을 받으세요. 토픽과 그룹의 읽기와 조회, exactly-once 싱크라면 트랜잭션 id 접두사의 쓰기와 조회 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>Kafka topic or partition unknown</source>
        <translation>Kafka 토픽 또는 파티션 없음</translation>
    </message>
    <message>
        <source>The broker knows no such topic or partition: the name is wrong, it was deleted or made anew, or the client speaks to another cluster.</source>
        <translation>브로커에 해당 토픽이나 파티션이 없습니다. 이름이 잘못되었거나, 삭제 후 다시 만들어졌거나, 다른 클러스터에 연결되어 있습니다.</translation>
    </message>
    <message>
        <source>List the topics with the same bootstrap servers and user.</source>
        <translation>같은 부트스트랩 서버와 사용자로 토픽 목록을 확인하세요.</translation>
    </message>
    <message>
        <source>Create the topic or correct its name and bootstrap.servers. If it was made anew with fewer partitions, the offsets in the state fit no more: start from an earlier snapshot or give the source a new uid.</source>
        <translation>토픽을 만들거나 이름과 bootstrap.servers를 고치세요. 더 적은 파티션으로 다시 만들었다면 상태의 오프셋이 더는 맞지 않으므로 이전 스냅샷에서 시작하거나 소스에 새 uid를 주세요.</translation>
    </message>
    <message>
        <source>Kafka offset no longer there</source>
        <translation>Kafka에 남아 있지 않은 오프셋</translation>
    </message>
    <message>
        <source>The offset to go on from is not in the topic any more: retention deleted the records while the job stood still or started from an old snapshot.</source>
        <translation>이어서 읽을 오프셋이 토픽에 없습니다. 작업이 멈춰 있거나 오래된 스냅샷에서 시작하는 동안 보존 기간이 지나 레코드가 삭제되었습니다.</translation>
    </message>
    <message>
        <source>Compare the age of the snapshot with the retention of the topic (retention.ms, retention.bytes).</source>
        <translation>스냅샷의 경과 시간과 토픽의 보존 설정(retention.ms, retention.bytes)을 비교하세요.</translation>
    </message>
    <message>
        <source>The records between are lost to the job. Choose where to go on (auto.offset.reset or the starting offsets of the source) and backfill from elsewhere. Keep retention longer than the longest stand-still.</source>
        <translation>그 사이의 레코드는 작업에서 손실됩니다. 이어서 읽을 위치(auto.offset.reset 또는 소스의 시작 오프셋)를 정하고 다른 곳에서 다시 채우세요. 보존 기간을 가장 긴 중단 시간보다 길게 두세요.</translation>
    </message>
    <message>
        <source>Kafka transaction lost or fenced</source>
        <translation>Kafka 트랜잭션 손실 또는 차단(fenced)</translation>
    </message>
    <message>
        <source>A transaction of an exactly-once sink was ended by the broker: it ran out of time before the next checkpoint, or another producer uses the same transactional id.</source>
        <translation>exactly-once 싱크의 트랜잭션을 브로커가 끝냈습니다. 다음 체크포인트 전에 시간이 초과되었거나 다른 프로듀서가 같은 트랜잭션 id를 쓰고 있습니다.</translation>
    </message>
    <message>
        <source>Compare transaction.timeout.ms of the sink with the longest time between two checkpoints including restarts, and with transaction.max.timeout.ms of the broker (15 minutes). Look for a second job with the same transactional id prefix.</source>
        <translation>싱크의 transaction.timeout.ms를 재시작을 포함한 체크포인트 사이의 가장 긴 시간, 브로커의 transaction.max.timeout.ms(15분)와 비교하세요. 같은 트랜잭션 id 접두사를 쓰는 다른 작업이 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>Set transaction.timeout.ms above checkpoint interval plus the longest outage, but not above the broker&apos;s transaction.max.timeout.ms; give each job a prefix of its own. Data of an expired transaction is lost for good.</source>
        <translation>transaction.timeout.ms를 체크포인트 주기와 가장 긴 중단 시간의 합보다 크게, 브로커의 transaction.max.timeout.ms 이하로 설정하고 작업마다 다른 접두사를 쓰세요. 만료된 트랜잭션의 데이터는 복구할 수 없습니다.</translation>
    </message>
    <message>
        <source>Record too large for Kafka</source>
        <translation>Kafka에 보내기에 너무 큰 레코드</translation>
    </message>
    <message>
        <source>A record is larger than the producer (max.request.size, 1 MB, before compression) or the broker (max.message.bytes of the topic, after compression) takes.</source>
        <translation>레코드가 프로듀서(max.request.size, 1 MB, 압축 전)나 브로커(토픽의 max.message.bytes, 압축 후)의 제한보다 큽니다.</translation>
    </message>
    <message>
        <source>The message tells which: &quot;when serialized&quot; is the producer, &quot;the server will accept&quot; is the broker.</source>
        <translation>메시지로 구분합니다. &quot;when serialized&quot;는 프로듀서, &quot;the server will accept&quot;는 브로커입니다.</translation>
    </message>
    <message>
        <source>Find out why a record grew (a window or list that collects too much). Else raise max.request.size at the sink and max.message.bytes at the topic. Compressing helps only against max.message.bytes of the broker.</source>
        <translation>레코드가 커진 이유(너무 많이 모으는 윈도나 리스트)를 찾으세요. 아니라면 싱크의 max.request.size와 토픽의 max.message.bytes를 올리세요. 압축은 브로커의 max.message.bytes에만 도움이 됩니다.</translation>
    </message>
    <message>
        <source>Kafka offsets could not be committed</source>
        <translation>Kafka 오프셋을 커밋하지 못함</translation>
    </message>
    <message>
        <source>The consumer group was rebalanced or the coordinator was away while offsets were committed. Flink&apos;s source does not depend on it: its offsets are in the checkpoints; only lag monitors see old ones.</source>
        <translation>오프셋을 커밋하는 동안 컨슈머 그룹이 리밸런스되었거나 코디네이터가 없었습니다. Flink 소스의 오프셋은 체크포인트에 있으므로 영향이 없고, 지연 모니터만 이전 값을 봅니다.</translation>
    </message>
    <message>
        <source>Look for other consumers with the same group.id: two jobs or a tool that share it disturb each other.</source>
        <translation>같은 group.id를 쓰는 다른 컨슈머를 확인하세요. 작업이나 도구가 함께 쓰면 서로 방해합니다.</translation>
    </message>
    <message>
        <source>Give each job a group.id of its own. If your own consumer throws it, lower max.poll.records or raise max.poll.interval.ms.</source>
        <translation>작업마다 다른 group.id를 쓰세요. 직접 만든 컨슈머에서 발생한다면 max.poll.records를 낮추거나 max.poll.interval.ms를 올리세요.</translation>
    </message>
    <message>
        <source>Kafka does not answer in time</source>
        <translation>제때 응답하지 않는 Kafka</translation>
    </message>
    <message>
        <source>The client reached no broker in time: brokers are down or overloaded, a listener announces an address that the pods cannot reach, or the network is cut.</source>
        <translation>클라이언트가 제때 브로커에 연결하지 못했습니다. 브로커가 중단되었거나 과부하이거나, 리스너가 파드에서 접근할 수 없는 주소를 알리거나, 네트워크가 끊겼습니다.</translation>
    </message>
    <message>
        <source>From a pod of the job, connect to the bootstrap servers and to the addresses the brokers announce (advertised.listeners). Look at the brokers&apos; health at that moment.</source>
        <translation>작업의 파드에서 부트스트랩 서버와 브로커가 알리는 주소(advertised.listeners)에 연결해 보고, 그 시각의 브로커 상태를 확인하세요.</translation>
    </message>
    <message>
        <source>Restore brokers and network. For short outages let the producer try longer (delivery.timeout.ms, request.timeout.ms). NotEnoughReplicas needs brokers back, or min.insync.replicas lowered.</source>
        <translation>브로커와 네트워크를 복구하세요. 짧은 중단이라면 프로듀서가 더 오래 시도하게 하세요(delivery.timeout.ms, request.timeout.ms). NotEnoughReplicas는 브로커가 돌아오거나 min.insync.replicas를 낮춰야 해결됩니다.</translation>
    </message>
    <message>
        <source>Schema registry refuses or lacks a schema</source>
        <translation>스키마 레지스트리의 거부 또는 없는 스키마</translation>
    </message>
    <message>
        <source>The schema registry does not know the schema or subject, or refuses a new version that does not fit the older ones.</source>
        <translation>스키마 레지스트리에 스키마나 subject가 없거나, 이전 버전과 맞지 않는 새 버전을 거부했습니다.</translation>
    </message>
    <message>
        <source>The message has the registry&apos;s error code: 40401 subject, 40403 schema unknown, 409 incompatible. Ask the registry for the subject&apos;s versions.</source>
        <translation>메시지에 레지스트리의 오류 코드가 있습니다. 40401은 없는 subject, 40403은 없는 스키마, 409는 비호환입니다. 레지스트리에서 subject의 버전을 확인하세요.</translation>
    </message>
    <message>
        <source>Point the job to the right registry, register the schema, or change it in a compatible way (new fields with defaults).</source>
        <translation>작업이 올바른 레지스트리를 가리키게 하거나, 스키마를 등록하거나, 호환되게 바꾸세요(새 필드에는 기본값).</translation>
    </message>
    <message>
        <source>Record cannot be read</source>
        <translation>읽을 수 없는 레코드</translation>
    </message>
    <message>
        <source>A record in the source does not have the format that the job expects. It comes again after each restart, so the job fails in a loop.</source>
        <translation>소스의 레코드가 작업이 기대하는 형식이 아닙니다. 재시작할 때마다 다시 읽으므로 작업이 반복해서 실패합니다.</translation>
    </message>
    <message>
        <source>Read the record at the offset that the message or the log names, and compare it with the schema.</source>
        <translation>메시지나 로그에 있는 오프셋의 레코드를 읽고 스키마와 비교하세요.</translation>
    </message>
    <message>
        <source>Skip or divert such records: json.ignore-parse-errors or the like of the format, or a deserialiser of your own that catches and writes them to a side output. Then cure the producer.</source>
        <translation>이런 레코드를 건너뛰거나 따로 보내세요. json.ignore-parse-errors 같은 포맷의 설정을 쓰거나, 예외를 잡아 사이드 출력으로 보내는 역직렬화기를 만드세요. 그다음 보내는 쪽을 고치세요.</translation>
    </message>
    <message>
        <source>Null in a column that takes none</source>
        <translation>NULL을 허용하지 않는 열의 NULL</translation>
    </message>
    <message>
        <source>A SQL job wrote null into a column that is declared NOT NULL.</source>
        <translation>SQL 작업이 NOT NULL로 선언된 열에 NULL을 썼습니다.</translation>
    </message>
    <message>
        <source>The message names the column. Look which input or outer join leaves it empty.</source>
        <translation>메시지에 열 이름이 있습니다. 어떤 입력이나 외부 조인이 값을 비우는지 확인하세요.</translation>
    </message>
    <message>
        <source>Fill or filter it in the query, declare the column nullable, or set table.exec.sink.not-null-enforcer to drop such rows.</source>
        <translation>쿼리에서 값을 채우거나 걸러 내고, 열을 NULL 허용으로 선언하거나, table.exec.sink.not-null-enforcer로 이런 행을 버리게 하세요.</translation>
    </message>
    <message>
        <source>Database refuses a statement or connection</source>
        <translation>데이터베이스의 문장 또는 연결 거부</translation>
    </message>
    <message>
        <source>A database behind JDBC refused a connection or statement: credentials, a missing table, a broken constraint, too many connections, or a time-out.</source>
        <translation>JDBC 데이터베이스가 연결이나 문장을 거부했습니다. 자격 증명, 없는 테이블, 제약 조건 위반, 너무 많은 연결, 시간 초과가 원인입니다.</translation>
    </message>
    <message>
        <source>The innermost message is the database&apos;s own, often with its SQL state. Look at its log at that moment.</source>
        <translation>가장 안쪽 메시지가 데이터베이스의 메시지이며 SQL state가 함께 있는 경우가 많습니다. 그 시각의 데이터베이스 로그를 확인하세요.</translation>
    </message>
    <message>
        <source>Cure what the database names. Count connections: each subtask holds its own, so the parallelism of the sink is limited by the database. Write upserts, so that a restart repeats without conflicts.</source>
        <translation>데이터베이스가 알리는 문제를 해결하세요. 서브태스크마다 연결을 하나씩 쓰므로 싱크의 병렬도는 데이터베이스의 연결 수에 제한됩니다. 재시작으로 반복되어도 충돌하지 않도록 upsert로 쓰세요.</translation>
    </message>
    <message>
        <source>TLS handshake failed</source>
        <translation>TLS 핸드셰이크 실패</translation>
    </message>
    <message>
        <source>Two sides could not agree on an encrypted connection: a certificate is unknown, expired or for another name, or one side speaks plain text.</source>
        <translation>암호화된 연결을 맺지 못했습니다. 인증서를 모르거나, 만료되었거나, 다른 이름의 것이거나, 한쪽이 평문으로 통신합니다.</translation>
    </message>
    <message>
        <source>PKIX path means an unknown issuer, NotSslRecord plain text on a TLS port. Look at the certificate with: openssl s_client -connect HOST:PORT</source>
        <translation>PKIX path는 모르는 발급자, NotSslRecord는 TLS 포트의 평문 통신입니다. 다음 명령으로 인증서를 확인하세요: openssl s_client -connect HOST:PORT</translation>
    </message>
    <message>
        <source>Mount a truststore with the issuer and point the client to it, renew the certificate, or use the right port. Inside Flink check security.ssl.internal.truststore.</source>
        <translation>발급자가 든 truststore를 마운트해 클라이언트가 가리키게 하거나, 인증서를 갱신하거나, 올바른 포트를 쓰세요. Flink 내부 통신이라면 security.ssl.internal.truststore를 확인하세요.</translation>
    </message>
    <message>
        <source>Host name not found</source>
        <translation>호스트 이름을 찾을 수 없음</translation>
    </message>
    <message>
        <source>A name could not be resolved: it is misspelt, the service does not exist in this namespace, or the cluster&apos;s DNS did not answer.</source>
        <translation>이름을 해석하지 못했습니다. 철자가 틀렸거나, 이 네임스페이스에 서비스가 없거나, 클러스터 DNS가 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>From a pod of the job: getent hosts NAME. If other names fail too, look at CoreDNS.</source>
        <translation>작업의 파드에서 확인하세요: getent hosts NAME. 다른 이름도 실패하면 CoreDNS를 확인하세요.</translation>
    </message>
    <message>
        <source>Correct the name (SERVICE.NAMESPACE.svc for another namespace) or bring the cluster&apos;s DNS back to health.</source>
        <translation>이름을 고치거나(다른 네임스페이스라면 SERVICE.NAMESPACE.svc) 클러스터 DNS를 정상으로 되돌리세요.</translation>
    </message>
    <message>
        <source>Server not reachable</source>
        <translation>연결할 수 없는 서버</translation>
    </message>
    <message>
        <source>A server was found but takes no connection: it is down, listens on another port, or a network policy stands between.</source>
        <translation>서버를 찾았지만 연결을 받지 않습니다. 중단되었거나, 다른 포트를 쓰거나, 네트워크 정책이 막고 있습니다.</translation>
    </message>
    <message>
        <source>The message has host and port. Try it from a pod of the job, and look whether the service has endpoints.</source>
        <translation>메시지에 호스트와 포트가 있습니다. 작업의 파드에서 연결해 보고 서비스에 엔드포인트가 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>Start the server, correct host and port, or let the network policy allow the pods of Flink.</source>
        <translation>서버를 시작하거나, 호스트와 포트를 고치거나, 네트워크 정책에서 Flink 파드를 허용하세요.</translation>
    </message>
    <message>
        <source>Container killed for its memory (OOMKilled)</source>
        <translation>메모리 초과로 종료된 컨테이너(OOMKilled)</translation>
    </message>
    <message>
        <source>The processes in the container used more memory than its limit, and the kernel killed them. Java itself did not notice: usually native memory of RocksDB, direct buffers or a Python process grew beyond what was planned.</source>
        <translation>컨테이너의 프로세스가 메모리 제한보다 많이 사용해 커널이 강제로 종료했습니다. Java는 이를 알지 못합니다. 대개 RocksDB의 네이티브 메모리, 다이렉트 버퍼, Python 프로세스가 계획보다 커진 경우입니다.</translation>
    </message>
    <message>
        <source>Look at the pod&apos;s last state for the reason OOMKilled and exit code 137, and compare the container&apos;s memory with taskmanager.memory.process.size. The heap in the metrics is far from full.</source>
        <translation>파드의 마지막 상태에서 OOMKilled와 종료 코드 137을 확인하고, 컨테이너 메모리를 taskmanager.memory.process.size와 비교하세요. 메트릭의 힙에는 여유가 있습니다.</translation>
    </message>
    <message>
        <source>Give more room outside the heap: raise taskmanager.memory.jvm-overhead.fraction together with taskmanager.memory.jvm-overhead.max, which caps it at 1 GB unless it is changed, or raise taskmanager.memory.process.size. Keep state.backend.rocksdb.memory.managed on.</source>
        <translation>힙 밖의 여유를 늘리세요. taskmanager.memory.jvm-overhead.fraction과 함께 기본 상한이 1 GB인 taskmanager.memory.jvm-overhead.max를 올리거나 taskmanager.memory.process.size를 올리세요. state.backend.rocksdb.memory.managed는 켜 두세요.</translation>
    </message>
    <message>
        <source>Nearly all time spent on garbage collection</source>
        <translation>가비지 컬렉션에 거의 모든 시간 사용</translation>
    </message>
    <message>
        <source>Java spent almost all of its time on garbage collection and freed hardly anything: the heap is as good as full.</source>
        <translation>Java가 시간을 거의 모두 가비지 컬렉션에 썼지만 메모리를 거의 확보하지 못했습니다. 힙이 사실상 가득 찬 상태입니다.</translation>
    </message>
    <message>
        <source>Look at the heap and the garbage collection time of this TaskManager before the failure: used memory stays at its maximum after each collection.</source>
        <translation>장애 전 해당 TaskManager의 힙과 GC 시간을 확인하세요. GC 후에도 사용량이 최댓값에서 내려오지 않습니다.</translation>
    </message>
    <message>
        <source>Raise taskmanager.memory.task.heap.size or taskmanager.memory.process.size, or keep less on the heap: state in RocksDB, smaller windows, no caches in functions. A heap dump names what fills it.</source>
        <translation>taskmanager.memory.task.heap.size 또는 taskmanager.memory.process.size를 올리거나 힙에 두는 양을 줄이세요. 상태를 RocksDB로 옮기고, 윈도를 줄이고, 함수 안의 캐시를 없애세요. 힙 덤프로 무엇이 힙을 채우는지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Metaspace exhausted</source>
        <translation>메타스페이스 부족</translation>
    </message>
    <message>
        <source>There is no room left for loaded classes. Either the job needs many of them, or a session cluster keeps the classes of jobs that ended because a thread or driver still holds on to them.</source>
        <translation>로드한 클래스를 둘 공간이 없습니다. 작업에 클래스가 많이 필요하거나, 세션 클러스터에서 끝난 작업의 클래스를 스레드나 드라이버가 계속 붙잡고 있습니다.</translation>
    </message>
    <message>
        <source>Look at the metaspace metric: when it grows with each submission or restart of a job, classes leak.</source>
        <translation>메타스페이스 메트릭을 확인하세요. 작업을 제출하거나 재시작할 때마다 늘어나면 클래스 누수입니다.</translation>
    </message>
    <message>
        <source>Raise taskmanager.memory.jvm-metaspace.size. Against a leak, put drivers and libraries that start threads into the lib folder of the image, or run each job as its own application.</source>
        <translation>taskmanager.memory.jvm-metaspace.size를 올리세요. 누수라면 스레드를 시작하는 드라이버와 라이브러리를 이미지의 lib 폴더에 두거나 작업마다 애플리케이션 모드로 실행하세요.</translation>
    </message>
    <message>
        <source>Direct memory exhausted</source>
        <translation>다이렉트 메모리 부족</translation>
    </message>
    <message>
        <source>Buffers outside the heap reached the limit of Java. Connectors, clients and the network stack allocate them.</source>
        <translation>힙 밖의 버퍼가 Java의 제한에 도달했습니다. 커넥터, 클라이언트, 네트워크 계층이 이 메모리를 사용합니다.</translation>
    </message>
    <message>
        <source>Look at the direct memory metric of the TaskManager, and at the frames for the library that asked for the buffer.</source>
        <translation>TaskManager의 다이렉트 메모리 메트릭을 보고, 프레임에서 버퍼를 요청한 라이브러리를 확인하세요.</translation>
    </message>
    <message>
        <source>Raise taskmanager.memory.task.off-heap.size when your program or a connector needs the buffers, or taskmanager.memory.framework.off-heap.size when Flink itself does.</source>
        <translation>프로그램이나 커넥터가 버퍼를 쓴다면 taskmanager.memory.task.off-heap.size를, Flink가 쓴다면 taskmanager.memory.framework.off-heap.size를 올리세요.</translation>
    </message>
    <message>
        <source>No more threads</source>
        <translation>스레드를 더 만들 수 없음</translation>
    </message>
    <message>
        <source>The system refused another thread. The limit of processes of the container or node is reached, rarely its memory.</source>
        <translation>시스템이 새 스레드를 거부했습니다. 컨테이너나 노드의 프로세스 수 제한에 도달했으며, 메모리가 원인인 경우는 드뭅니다.</translation>
    </message>
    <message>
        <source>Take a thread dump of the TaskManager: hundreds of threads of the same name show who starts them. Compare with the pid limit of the node.</source>
        <translation>TaskManager의 스레드 덤프를 확인하세요. 같은 이름의 스레드가 수백 개 있으면 그것을 시작한 곳이 원인입니다. 노드의 pid 제한과 비교하세요.</translation>
    </message>
    <message>
        <source>Close clients in close() of your functions and share pools between subtasks. If the threads are needed, have the pid limit of the pods raised.</source>
        <translation>함수의 close()에서 클라이언트를 닫고 서브태스크끼리 풀을 공유하세요. 꼭 필요한 스레드라면 파드의 pid 제한을 올려야 합니다.</translation>
    </message>
    <message>
        <source>Heap exhausted</source>
        <translation>힙 메모리 부족</translation>
    </message>
    <message>
        <source>The heap of the process is full. On a TaskManager that is state of the hashmap back end, large windows, records or caches of your functions.</source>
        <translation>프로세스의 힙이 가득 찼습니다. TaskManager에서는 hashmap 상태 백엔드의 상태, 큰 윈도, 큰 레코드, 함수 안의 캐시가 원인입니다.</translation>
    </message>
    <message>
        <source>Look at the heap metric before the failure: a steady climb is growing state or a leak, a sudden jump is one large record or a skewed key.</source>
        <translation>장애 전 힙 메트릭을 확인하세요. 꾸준히 올라가면 커지는 상태나 누수이고, 갑자기 뛰면 큰 레코드나 키 쏠림입니다.</translation>
    </message>
    <message>
        <source>Raise taskmanager.memory.task.heap.size (on a JobManager jobmanager.memory.heap.size), use RocksDB for large state, give state a time to live, and look for skewed keys.</source>
        <translation>taskmanager.memory.task.heap.size를 올리고(JobManager는 jobmanager.memory.heap.size), 큰 상태에는 RocksDB를 쓰고, 상태에 TTL을 설정하고, 키 쏠림을 확인하세요.</translation>
    </message>
    <message>
        <source>Not enough managed memory</source>
        <translation>관리 메모리 부족</translation>
    </message>
    <message>
        <source>A back end, a batch operator or Python asked for managed memory that the slot does not have.</source>
        <translation>상태 백엔드, 배치 연산자 또는 Python이 슬롯에 남은 것보다 많은 관리 메모리를 요청했습니다.</translation>
    </message>
    <message>
        <source>The message tells how many bytes were asked for and how many remained; the TaskManager page shows managed memory for each slot.</source>
        <translation>메시지에 요청한 바이트와 남은 바이트가 있습니다. TaskManager 화면에서 슬롯별 관리 메모리를 확인하세요.</translation>
    </message>
    <message>
        <source>Raise taskmanager.memory.managed.fraction or taskmanager.memory.managed.size, or run fewer slots on a TaskManager (taskmanager.numberOfTaskSlots). A size of 0 leaves nothing for RocksDB and Python.</source>
        <translation>taskmanager.memory.managed.fraction 또는 taskmanager.memory.managed.size를 올리거나 TaskManager의 슬롯 수(taskmanager.numberOfTaskSlots)를 줄이세요. 크기가 0이면 RocksDB와 Python이 쓸 메모리가 없습니다.</translation>
    </message>
    <message>
        <source>Not enough network buffers</source>
        <translation>네트워크 버퍼 부족</translation>
    </message>
    <message>
        <source>The job has more channels between its subtasks than the TaskManager has buffers for. The need grows with the square of the parallelism at each shuffle.</source>
        <translation>서브태스크 사이의 채널이 TaskManager의 버퍼보다 많습니다. 셔플마다 필요한 양은 병렬도의 제곱으로 늘어납니다.</translation>
    </message>
    <message>
        <source>The message tells how many buffers were required and how many there are.</source>
        <translation>메시지에 필요한 버퍼 수와 사용할 수 있는 버퍼 수가 있습니다.</translation>
    </message>
    <message>
        <source>Raise taskmanager.memory.network.fraction; check that taskmanager.memory.network.max does not cap it (1 GB before Flink 1.17). Fewer slots on a TaskManager or a lower parallelism help too.</source>
        <translation>taskmanager.memory.network.fraction을 올리고 taskmanager.memory.network.max가 상한이 되지 않는지 확인하세요(Flink 1.17 전 기본값 1 GB). TaskManager의 슬롯 수나 병렬도를 줄여도 도움이 됩니다.</translation>
    </message>
    <message>
        <source>Memory settings that contradict each other</source>
        <translation>서로 맞지 않는 메모리 설정</translation>
    </message>
    <message>
        <source>The sizes and fractions of memory do not add up, so the process refuses to start.</source>
        <translation>메모리의 크기와 비율이 서로 맞지 않아 프로세스가 시작되지 않습니다.</translation>
    </message>
    <message>
        <source>The message names the two values that do not fit together.</source>
        <translation>메시지에 서로 맞지 않는 두 값이 있습니다.</translation>
    </message>
    <message>
        <source>Set one total only, taskmanager.memory.process.size (the operator sets it from resource.memory), and take out single sizes that do not fit into it.</source>
        <translation>전체 크기는 taskmanager.memory.process.size 하나만 설정하고(Operator가 resource.memory로 설정함), 그 안에 들어가지 않는 개별 크기는 삭제하세요.</translation>
    </message>
    <message>
        <source>Entry class not in the jar</source>
        <translation>jar에 없는 진입 클래스</translation>
    </message>
    <message>
        <source>The jar has no class of the name that the deployment gives, or no main method in it. The JobManager restarts in a loop; the deployment does not become FAILED.</source>
        <translation>배포에 지정한 이름의 클래스가 jar에 없거나 main 메서드가 없습니다. JobManager가 반복해서 재시작하며, 배포는 FAILED가 되지 않습니다.</translation>
    </message>
    <message>
        <source>Compare spec.job.entryClass with the content of the jar: unzip -l JAR</source>
        <translation>spec.job.entryClass를 jar의 내용과 비교하세요: unzip -l JAR</translation>
    </message>
    <message>
        <source>Correct entryClass or the jar. Do not delete the ConfigMaps of high availability meanwhile: the corrected deployment goes on from there.</source>
        <translation>entryClass 또는 jar를 고치세요. 그동안 고가용성 ConfigMap을 삭제하지 마세요. 고친 배포는 거기에서 이어집니다.</translation>
    </message>
    <message>
        <source>Jar of the job not found</source>
        <translation>작업의 jar를 찾을 수 없음</translation>
    </message>
    <message>
        <source>The jar that jarURI names is not there: not in the image for local://, not at the address for http or s3.</source>
        <translation>jarURI의 jar가 없습니다. local://이라면 이미지에, http나 s3라면 해당 주소에 없습니다.</translation>
    </message>
    <message>
        <source>List the folder in the image, or fetch the address from a pod.</source>
        <translation>이미지의 폴더를 확인하거나 파드에서 주소를 받아 보세요.</translation>
    </message>
    <message>
        <source>Correct jarURI or build the jar into the image. Remote addresses work in application mode since Flink 1.19 only.</source>
        <translation>jarURI를 고치거나 jar를 이미지에 넣으세요. 애플리케이션 모드에서 원격 주소는 Flink 1.19부터 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Java version does not fit</source>
        <translation>맞지 않는 Java 버전</translation>
    </message>
    <message>
        <source>The job was compiled for a newer Java than the image runs, or a library reaches into Java&apos;s own classes, which newer Java versions forbid.</source>
        <translation>작업이 이미지의 Java보다 새 버전으로 컴파일되었거나, 새 Java가 금지하는 내부 클래스를 라이브러리가 사용합니다.</translation>
    </message>
    <message>
        <source>Class file version 61 is Java 17, 55 Java 11, 52 Java 8. Compare with the Java of the image (flink:...-java17).</source>
        <translation>클래스 파일 버전 61은 Java 17, 55는 Java 11, 52는 Java 8입니다. 이미지의 Java(flink:...-java17)와 비교하세요.</translation>
    </message>
    <message>
        <source>Use an image with the Java of the build, or compile for the older one. Against closed modules add --add-opens to env.java.opts.all.</source>
        <translation>빌드와 같은 Java의 이미지를 쓰거나 더 낮은 버전으로 컴파일하세요. 닫힌 모듈이 문제라면 env.java.opts.all에 --add-opens를 추가하세요.</translation>
    </message>
    <message>
        <source>Two versions of a library meet</source>
        <translation>라이브러리 버전 충돌</translation>
    </message>
    <message>
        <source>A class was compiled against another version of a library than the one that is loaded, or the same class was loaded twice, by Flink and by the job.</source>
        <translation>클래스가 실제로 로드된 것과 다른 버전의 라이브러리로 컴파일되었거나, 같은 클래스가 Flink와 작업에서 두 번 로드되었습니다.</translation>
    </message>
    <message>
        <source>The message names class and method. Look for it in the job&apos;s jar and in /opt/flink/lib: mvn dependency:tree shows who brings it.</source>
        <translation>메시지에 클래스와 메서드가 있습니다. 작업의 jar와 /opt/flink/lib에서 찾아보세요. mvn dependency:tree로 어디에서 들어오는지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Keep Flink&apos;s own libraries out of the job&apos;s jar (provided), use connectors made for this Flink release, and relocate the library that conflicts. classloader.parent-first-patterns.additional lets a class come from Flink only.</source>
        <translation>Flink 라이브러리는 작업 jar에서 제외하고(provided), 이 Flink 릴리스용 커넥터를 쓰고, 충돌하는 라이브러리는 relocation하세요. classloader.parent-first-patterns.additional로 클래스를 Flink에서만 가져오게 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Class not found</source>
        <translation>클래스를 찾을 수 없음</translation>
    </message>
    <message>
        <source>A class is neither in the job&apos;s jar nor in Flink&apos;s lib folder: a connector or format is missing or was declared as provided.</source>
        <translation>클래스가 작업의 jar에도 Flink의 lib 폴더에도 없습니다. 커넥터나 포맷이 빠졌거나 provided로 선언되었습니다.</translation>
    </message>
    <message>
        <source>Look for the class in the jar (unzip -l) and in /opt/flink/lib. For SQL the message lists the factories that are there.</source>
        <translation>jar(unzip -l)와 /opt/flink/lib에서 클래스를 찾아보세요. SQL이라면 메시지에 사용할 수 있는 factory 목록이 있습니다.</translation>
    </message>
    <message>
        <source>Build the connector into the job&apos;s jar, or put it into /opt/flink/lib of the image, in the version made for this Flink release.</source>
        <translation>이 Flink 릴리스용 버전의 커넥터를 작업 jar에 넣거나 이미지의 /opt/flink/lib에 두세요.</translation>
    </message>
    <message>
        <source>Type cannot be serialised</source>
        <translation>직렬화할 수 없는 타입</translation>
    </message>
    <message>
        <source>A record or state value could not be written or read by its serialiser. Flink falls back to Kryo for types that are no POJOs, and Kryo cannot handle all of them.</source>
        <translation>레코드나 상태의 값을 직렬화기가 쓰거나 읽지 못했습니다. POJO가 아닌 타입에는 Kryo가 쓰이며, Kryo가 모든 타입을 처리하지는 못합니다.</translation>
    </message>
    <message>
        <source>The message or its serialisation trace names class and field. At start Flink logs which types are treated as generic.</source>
        <translation>메시지나 직렬화 추적(serialization trace)에 클래스와 필드가 있습니다. 시작할 때 Flink가 generic으로 처리하는 타입을 로그에 남깁니다.</translation>
    </message>
    <message>
        <source>Make the type a POJO (public, no-argument constructor, public or bean fields), use Avro, or give its TypeInformation. pipeline.generic-types: false finds such types when the job starts.</source>
        <translation>타입을 POJO로 만들거나(public, 인자 없는 생성자, public 필드 또는 빈), Avro를 쓰거나, TypeInformation을 지정하세요. pipeline.generic-types: false를 쓰면 작업을 시작할 때 이런 타입을 찾을 수 있습니다.</translation>
    </message>
    <message>
        <source>Function is not serialisable</source>
        <translation>직렬화할 수 없는 함수</translation>
    </message>
    <message>
        <source>A function holds a field that cannot be sent to the TaskManagers, such as a client, a connection or the class around it.</source>
        <translation>함수에 TaskManager로 보낼 수 없는 필드가 있습니다. 클라이언트, 연결, 바깥 클래스 등입니다.</translation>
    </message>
    <message>
        <source>The message names the class of the field.</source>
        <translation>메시지에 필드의 클래스가 있습니다.</translation>
    </message>
    <message>
        <source>Make the field transient and create it in open(), or make the function a static class.</source>
        <translation>필드를 transient로 만들고 open()에서 생성하거나, 함수를 static 클래스로 만드세요.</translation>
    </message>
    <message>
        <source>Python process failed</source>
        <translation>Python 프로세스 실패</translation>
    </message>
    <message>
        <source>The process that runs Python functions could not start or ended, or the function itself threw an error.</source>
        <translation>Python 함수를 실행하는 프로세스가 시작하지 못했거나 끝났거나, 함수 자체가 오류를 던졌습니다.</translation>
    </message>
    <message>
        <source>The message quotes the Python traceback, or the exit code. Exit code 137 is a lack of memory.</source>
        <translation>메시지에 Python traceback 또는 종료 코드가 있습니다. 종료 코드 137은 메모리 부족입니다.</translation>
    </message>
    <message>
        <source>Check that the image has Python and the packages (python.executable, python.requirements), in the versions this Flink supports. Python takes its memory from managed memory or beyond the heap: leave room for it.</source>
        <translation>이미지에 Python과 패키지가 이 Flink가 지원하는 버전으로 있는지 확인하세요(python.executable, python.requirements). Python은 관리 메모리나 힙 밖의 메모리를 쓰므로 여유를 두세요.</translation>
    </message>
    <message>
        <source>Asynchronous call timed out</source>
        <translation>비동기 호출 시간 초과</translation>
    </message>
    <message>
        <source>A call of an asynchronous function was not answered in time, and the function has no timeout() of its own, so the job fails.</source>
        <translation>비동기 함수의 호출이 제때 응답을 받지 못했고, 함수에 timeout()이 없어 작업이 실패했습니다.</translation>
    </message>
    <message>
        <source>Look at the latency of the called service, and at how many calls run at once (capacity).</source>
        <translation>호출한 서비스의 지연 시간과 동시에 실행되는 호출 수(capacity)를 확인하세요.</translation>
    </message>
    <message>
        <source>Override timeout() to answer with a default, raise the time-out or lower the capacity, and use a retry strategy.</source>
        <translation>timeout()을 재정의해 기본값으로 답하거나, 제한 시간을 올리거나 capacity를 낮추고, 재시도 전략을 쓰세요.</translation>
    </message>
    <message>
        <source>No restart left</source>
        <translation>재시작 횟수 소진</translation>
    </message>
    <message>
        <source>The job failed for good, because its restart strategy allows no further restart. What made it fail is the cause below.</source>
        <translation>재시작 전략이 더는 재시작을 허용하지 않아 작업이 완전히 실패했습니다. 실패의 원인은 아래쪽 예외입니다.</translation>
    </message>
    <message>
        <source>The message names the strategy and its numbers: NoRestart allows none, FixedDelay counts attempts, FailureRate failures in an interval.</source>
        <translation>메시지에 전략과 숫자가 있습니다. NoRestart는 재시작을 허용하지 않고, FixedDelay는 시도 횟수를, FailureRate는 기간 안의 실패를 셉니다.</translation>
    </message>
    <message>
        <source>Cure the cause, then restart the deployment (restartNonce): the job goes on from its last checkpoint. For jobs that are to run for ever use restart-strategy.type: exponential-delay.</source>
        <translation>원인을 해결한 뒤 배포를 재시작하세요(restartNonce). 작업은 마지막 체크포인트에서 이어집니다. 계속 실행할 작업에는 restart-strategy.type: exponential-delay를 쓰세요.</translation>
    </message>
    <message>
        <source>Program failed before the job started</source>
        <translation>작업 시작 전 프로그램 실패</translation>
    </message>
    <message>
        <source>The main method of the program threw an exception, so there is no job yet: wrong arguments, a missing file or secret, or an error while the graph was built.</source>
        <translation>프로그램의 main 메서드가 예외를 던져 아직 작업이 없습니다. 잘못된 인자, 없는 파일이나 Secret, 그래프를 만드는 중의 오류가 원인입니다.</translation>
    </message>
    <message>
        <source>The cause below is the program&apos;s own. The log of the JobManager has all of it.</source>
        <translation>아래쪽 원인은 프로그램 자신의 예외입니다. 전체 내용은 JobManager 로그에 있습니다.</translation>
    </message>
    <message>
        <source>Cure it in the program or its arguments (spec.job.args). The deployment tries again by itself.</source>
        <translation>프로그램이나 인자(spec.job.args)를 고치세요. 배포는 스스로 다시 시도합니다.</translation>
    </message>
    <message>
        <source>Max parallelism changed or exceeded</source>
        <translation>최대 병렬도 변경 또는 초과</translation>
    </message>
    <message>
        <source>Keyed state is divided into as many key groups as the max parallelism, for good. The new program asks for another one, or for a parallelism above it.</source>
        <translation>키 상태는 최대 병렬도만큼의 키 그룹으로 고정되어 나뉩니다. 새 프로그램이 다른 최대 병렬도를 요구하거나 병렬도가 최대 병렬도보다 큽니다.</translation>
    </message>
    <message>
        <source>The message names the operator and both numbers.</source>
        <translation>메시지에 연산자와 두 숫자가 있습니다.</translation>
    </message>
    <message>
        <source>Set pipeline.max-parallelism (or setMaxParallelism of the operator) back to the number of the snapshot, and do not exceed it with the parallelism. Another number needs a start with empty state or a rewrite of the savepoint by the State Processor API.</source>
        <translation>pipeline.max-parallelism(또는 연산자의 setMaxParallelism)을 스냅샷의 값으로 되돌리고, 병렬도가 이 값을 초과하지 않게 하세요. 다른 값을 쓰려면 빈 상태로 시작하거나 State Processor API로 세이브포인트를 다시 써야 합니다.</translation>
    </message>
    <message>
        <source>State of an operator that is no longer in the program</source>
        <translation>프로그램에 없는 연산자의 상태</translation>
    </message>
    <message>
        <source>The snapshot holds state of an operator that the new program does not have: it was removed, or its uid changed. Without a uid each change of the graph changes it.</source>
        <translation>스냅샷에 새 프로그램에 없는 연산자의 상태가 있습니다. 연산자가 삭제되었거나 uid가 바뀌었습니다. uid를 지정하지 않으면 그래프가 바뀔 때마다 달라집니다.</translation>
    </message>
    <message>
        <source>The message names the operator&apos;s id. Compare the operators of the snapshot with those of the program.</source>
        <translation>메시지에 연산자 id가 있습니다. 스냅샷의 연산자와 프로그램의 연산자를 비교하세요.</translation>
    </message>
    <message>
        <source>If the operator was removed on purpose, set allowNonRestoredState: true in spec.job (--allowNonRestoredState; execution.state-recovery.ignore-unclaimed-state since 1.20): its state is dropped. Otherwise give the operator back its old uid.</source>
        <translation>의도한 삭제라면 spec.job에 allowNonRestoredState: true를 설정하세요(--allowNonRestoredState, 1.20부터 execution.state-recovery.ignore-unclaimed-state). 해당 상태는 버려집니다. 아니라면 연산자에 이전 uid를 다시 지정하세요.</translation>
    </message>
    <message>
        <source>State does not fit the new serializer</source>
        <translation>새 직렬화기와 호환되지 않는 상태</translation>
    </message>
    <message>
        <source>The type of a state changed in a way that Flink cannot read the old bytes with: a changed key type, a class that is no POJO (so Kryo was used), removed or retyped fields.</source>
        <translation>상태의 타입이 Flink가 이전 데이터를 읽을 수 없게 바뀌었습니다. 키 타입이 바뀌었거나, POJO가 아니어서 Kryo를 쓰던 클래스이거나, 필드가 삭제되거나 타입이 바뀐 경우입니다.</translation>
    </message>
    <message>
        <source>The message names the old and the new serializer, the frames and the exceptions above show which operator.</source>
        <translation>메시지에 이전 직렬화기와 새 직렬화기가 있고, 프레임과 바깥쪽 예외에서 연산자를 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Restore the old type, or give the new state another name and fill it anew. For types that evolve use POJOs or Avro, and keep state away from Kryo (pipeline.generic-types: false finds such types early).</source>
        <translation>이전 타입으로 되돌리거나 새 상태에 다른 이름을 주고 다시 채우세요. 바뀔 타입에는 POJO나 Avro를 쓰고 상태에 Kryo를 쓰지 마세요(pipeline.generic-types: false로 이런 타입을 미리 찾을 수 있음).</translation>
    </message>
    <message>
        <source>Snapshot to restore from not found</source>
        <translation>복원할 스냅샷을 찾을 수 없음</translation>
    </message>
    <message>
        <source>There is no checkpoint or savepoint at the given path: it was deleted or moved, the path is misspelt, or this cluster reads another bucket or volume.</source>
        <translation>지정한 경로에 체크포인트나 세이브포인트가 없습니다. 삭제되거나 이동되었거나, 경로가 잘못되었거나, 클러스터가 다른 버킷이나 볼륨을 읽고 있습니다.</translation>
    </message>
    <message>
        <source>List the folder: a snapshot has a file named _metadata. Compare the path with the configured directories.</source>
        <translation>폴더를 확인하세요. 스냅샷에는 _metadata 파일이 있습니다. 경로를 설정된 디렉터리와 비교하세요.</translation>
    </message>
    <message>
        <source>Choose another restore point of the job. Against a repeat keep more checkpoints (execution.checkpointing.num-retained) and let no lifecycle rule of the bucket delete what Flink still needs.</source>
        <translation>작업의 다른 복구 지점을 선택하세요. 재발을 막으려면 체크포인트를 더 보존하고(execution.checkpointing.num-retained) 버킷의 수명 주기 규칙이 Flink가 쓰는 파일을 삭제하지 않게 하세요.</translation>
    </message>
    <message>
        <source>Metadata of high availability missing</source>
        <translation>고가용성 메타데이터 없음</translation>
    </message>
    <message>
        <source>The ConfigMaps of high availability point to files in high-availability.storageDir that are gone or unreadable, or the ConfigMaps themselves were deleted.</source>
        <translation>고가용성 ConfigMap이 가리키는 high-availability.storageDir의 파일이 없거나 읽을 수 없거나, ConfigMap 자체가 삭제되었습니다.</translation>
    </message>
    <message>
        <source>Compare the ConfigMaps of the cluster with the files in the storage directory.</source>
        <translation>클러스터의 ConfigMap과 저장소 디렉터리의 파일을 비교하세요.</translation>
    </message>
    <message>
        <source>Restore by hand: find the newest checkpoint or savepoint in storage, set initialSavepointPath and raise savepointRedeployNonce. Never delete the ConfigMaps or the storage directory of a job that is to go on.</source>
        <translation>직접 복구하세요. 저장소에서 가장 최근 체크포인트나 세이브포인트를 찾아 initialSavepointPath에 지정하고 savepointRedeployNonce를 올리세요. 계속 실행할 작업의 ConfigMap이나 저장소 디렉터리는 절대 삭제하지 마세요.</translation>
    </message>
    <message>
        <source>File of a checkpoint missing</source>
        <translation>체크포인트 파일 없음</translation>
    </message>
    <message>
        <source>A file that a checkpoint refers to is gone. Incremental checkpoints share files with earlier ones, so deleting an old folder damages new checkpoints.</source>
        <translation>체크포인트가 참조하는 파일이 없습니다. 증분 체크포인트는 이전 체크포인트와 파일을 공유하므로 오래된 폴더를 삭제하면 새 체크포인트가 손상됩니다.</translation>
    </message>
    <message>
        <source>Check the files of the checkpoint with the snapshot reader: it lists those that are missing.</source>
        <translation>스냅샷 화면에서 체크포인트의 파일을 확인하세요. 없는 파일이 표시됩니다.</translation>
    </message>
    <message>
        <source>Restore from a snapshot whose files are all there. Do not let a lifecycle rule or a clean-up script delete files below the checkpoint directory of a job that lives.</source>
        <translation>파일이 모두 있는 스냅샷에서 복원하세요. 수명 주기 규칙이나 정리 스크립트가 살아 있는 작업의 체크포인트 디렉터리를 삭제하지 않게 하세요.</translation>
    </message>
    <message>
        <source>Native library of RocksDB not loadable</source>
        <translation>RocksDB 네이티브 라이브러리를 불러올 수 없음</translation>
    </message>
    <message>
        <source>RocksDB unpacks its native library into a temporary folder and loads it from there; that failed. The folder is full or mounted noexec, the image has no glibc (Alpine), or the processor&apos;s architecture does not fit.</source>
        <translation>RocksDB는 네이티브 라이브러리를 임시 폴더에 풀고 불러오는데 이 과정이 실패했습니다. 폴더가 가득 찼거나 noexec로 마운트되었거나, 이미지에 glibc가 없거나(Alpine), 프로세서 아키텍처가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Look at the inner causes and at the image and architecture of the node.</source>
        <translation>안쪽 예외와 이미지, 노드의 아키텍처를 확인하세요.</translation>
    </message>
    <message>
        <source>Use an image on Debian or Ubuntu for the architecture of the node, and let io.tmp.dirs point to a writable volume that allows execution.</source>
        <translation>노드 아키텍처에 맞는 Debian 또는 Ubuntu 기반 이미지를 쓰고, io.tmp.dirs가 실행을 허용하는 쓰기 가능한 볼륨을 가리키게 하세요.</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>디스크 가득 참</translation>
    </message>
    <message>
        <source>The volume behind a local folder is full: state of RocksDB, spilled data, logs or temporary files of the job.</source>
        <translation>로컬 폴더의 볼륨이 가득 찼습니다. RocksDB 상태, 디스크로 내려간 데이터, 로그, 작업의 임시 파일이 원인입니다.</translation>
    </message>
    <message>
        <source>Look at the ephemeral storage of the pod and the node. RocksDB keeps its state below state.backend.rocksdb.localdir, else below io.tmp.dirs.</source>
        <translation>파드와 노드의 임시 저장소를 확인하세요. RocksDB 상태는 state.backend.rocksdb.localdir에, 없으면 io.tmp.dirs에 저장됩니다.</translation>
    </message>
    <message>
        <source>Mount a larger volume and let state.backend.rocksdb.localdir and io.tmp.dirs point to it. Give state a time to live if it grows without end.</source>
        <translation>더 큰 볼륨을 마운트하고 state.backend.rocksdb.localdir과 io.tmp.dirs가 그곳을 가리키게 하세요. 상태가 끝없이 늘어난다면 TTL을 설정하세요.</translation>
    </message>
    <message>
        <source>Error of RocksDB</source>
        <translation>RocksDB 오류</translation>
    </message>
    <message>
        <source>RocksDB could not read or write its local files: a damaged file, too many open files or a failing volume.</source>
        <translation>RocksDB가 로컬 파일을 읽거나 쓰지 못했습니다. 손상된 파일, 너무 많이 열린 파일, 볼륨 장애가 원인입니다.</translation>
    </message>
    <message>
        <source>The message names status and file. Look at the node&apos;s events and at other pods on it.</source>
        <translation>메시지에 상태와 파일이 있습니다. 노드의 이벤트와 같은 노드의 다른 파드를 확인하세요.</translation>
    </message>
    <message>
        <source>Let the job restart: the state is loaded anew from the last checkpoint. If it returns on one node only, take that node out. Too many open files: limit state.backend.rocksdb.files.open.</source>
        <translation>작업을 재시작하면 마지막 체크포인트에서 상태를 다시 불러옵니다. 한 노드에서만 반복되면 그 노드를 제외하세요. 열린 파일이 너무 많다면 state.backend.rocksdb.files.open을 제한하세요.</translation>
    </message>
    <message>
        <source>In-flight data cannot be read</source>
        <translation>전송 중 데이터를 읽을 수 없음</translation>
    </message>
    <message>
        <source>Records between two subtasks could not be read. After a restore from an unaligned checkpoint that is in-flight data that no longer fits the program; otherwise a serializer that writes more or less than it reads.</source>
        <translation>두 서브태스크 사이의 레코드를 읽지 못했습니다. 비정렬 체크포인트에서 복원한 뒤라면 프로그램과 더는 맞지 않는 전송 중 데이터이고, 아니라면 읽는 양과 쓰는 양이 다른 직렬화기가 원인입니다.</translation>
    </message>
    <message>
        <source>Look whether the job was restored from an unaligned checkpoint, and whether types or the partitioning between these operators changed.</source>
        <translation>비정렬 체크포인트에서 복원했는지, 연산자 사이의 타입이나 파티셔닝이 바뀌었는지 확인하세요.</translation>
    </message>
    <message>
        <source>Restore from a savepoint, which holds no in-flight data, or drop it for that one checkpoint with execution.state-recovery.without-channel-state.checkpoint-id (since 1.20): these records are lost. Correct the serializer if it is your own.</source>
        <translation>전송 중 데이터가 없는 세이브포인트에서 복원하거나, 그 체크포인트만 execution.state-recovery.without-channel-state.checkpoint-id(1.20부터)로 버리세요. 해당 레코드는 손실됩니다. 직접 만든 직렬화기라면 고치세요.</translation>
    </message>
    <message>
        <source>State too large to be kept in the JobManager</source>
        <translation>JobManager에 보관하기에 너무 큰 상태</translation>
    </message>
    <message>
        <source>Without a checkpoint directory the state goes to the memory of the JobManager, at most 5 MB for each state.</source>
        <translation>체크포인트 디렉터리가 없으면 상태가 JobManager의 메모리에 저장되며, 상태마다 최대 5 MB입니다.</translation>
    </message>
    <message>
        <source>Look at the configuration: there is no execution.checkpointing.dir (state.checkpoints.dir before 1.20).</source>
        <translation>설정을 확인하세요. execution.checkpointing.dir(1.20 전에는 state.checkpoints.dir)이 없습니다.</translation>
    </message>
    <message>
        <source>Set execution.checkpointing.dir to storage that all pods reach.</source>
        <translation>모든 파드가 접근할 수 있는 저장소를 execution.checkpointing.dir에 설정하세요.</translation>
    </message>
    <message>
        <source>Job counts as finished (job result store)</source>
        <translation>이미 끝난 것으로 기록된 작업(job result store)</translation>
    </message>
    <message>
        <source>An entry in the job result store says that this job id has already ended, or the store cannot be written. It lies in the storage directory of high availability unless job-result-store.storage-path is set.</source>
        <translation>job result store에 이 작업 id가 이미 끝났다는 항목이 있거나 저장소에 쓸 수 없습니다. job-result-store.storage-path를 설정하지 않으면 고가용성 저장소 디렉터리에 있습니다.</translation>
    </message>
    <message>
        <source>List the job-result-store folder below high-availability.storageDir: entries are JSON files named after job ids, those that end in _DIRTY were not cleaned up.</source>
        <translation>high-availability.storageDir 아래의 job-result-store 폴더를 확인하세요. 항목은 작업 id 이름의 JSON 파일이며, _DIRTY로 끝나는 것은 정리되지 않은 항목입니다.</translation>
    </message>
    <message>
        <source>If the job really is to run again, remove the entry of its id, or start it under another job id. If the folder cannot be written, correct its rights.</source>
        <translation>작업을 정말 다시 실행해야 한다면 해당 id의 항목을 삭제하거나 다른 작업 id로 시작하세요. 폴더에 쓸 수 없다면 권한을 고치세요.</translation>
    </message>
    <message>
        <source>Job is already there</source>
        <translation>이미 있는 작업</translation>
    </message>
    <message>
        <source>The cluster already has a job of this id, running or ended. In application mode with high availability the id is fixed, so a second start meets the first.</source>
        <translation>클러스터에 같은 id의 작업이 실행 중이거나 끝난 상태로 있습니다. 고가용성을 쓰는 애플리케이션 모드에서는 id가 고정되어 두 번째 시작이 첫 번째와 충돌합니다.</translation>
    </message>
    <message>
        <source>List the jobs of the cluster by id.</source>
        <translation>클러스터의 작업을 id로 확인하세요.</translation>
    </message>
    <message>
        <source>If the first one runs, there is nothing to start. If it has ended, redeploy with savepointRedeployNonce, so that it gets a new id.</source>
        <translation>첫 번째가 실행 중이면 새로 시작할 것이 없습니다. 끝났다면 새 id를 받도록 savepointRedeployNonce로 재배포하세요.</translation>
    </message>
    <message>
        <source>Server answers too slowly</source>
        <translation>너무 느린 서버 응답</translation>
    </message>
    <message>
        <source>A server took the connection but did not answer in time. The job fails because nothing catches it, and usually meets the same server again after the restart.</source>
        <translation>서버가 연결은 받았지만 제때 응답하지 않았습니다. 예외를 처리하는 코드가 없어 작업이 실패하며, 재시작한 뒤에도 대개 같은 서버를 만납니다.</translation>
    </message>
    <message>
        <source>The strong frames show which call it was. Look at that server&apos;s latency and errors at this moment, and at pauses of the TaskManager.</source>
        <translation>굵은 프레임에서 어떤 호출인지 알 수 있습니다. 그 시각의 서버 지연 시간과 오류, TaskManager의 멈춤을 확인하세요.</translation>
    </message>
    <message>
        <source>Let the call try again with growing pauses instead of failing the job, make it asynchronous, and set its time-out to what the server really needs. Fewer parallel calls relieve a server that is overloaded.</source>
        <translation>작업을 실패시키지 말고 간격을 늘려 가며 다시 호출하고, 비동기로 바꾸고, 제한 시간을 서버에 필요한 만큼 설정하세요. 과부하된 서버라면 병렬 호출을 줄이세요.</translation>
    </message>
    <message>
        <source>Snapshot of another state backend</source>
        <translation>다른 상태 백엔드의 스냅샷</translation>
    </message>
    <message>
        <source>The snapshot was taken with another state backend than the job has now. Checkpoints and native savepoints fit only the back end that wrote them.</source>
        <translation>스냅샷을 만들 때의 상태 백엔드가 지금과 다릅니다. 체크포인트와 native 세이브포인트는 만든 백엔드에서만 복원할 수 있습니다.</translation>
    </message>
    <message>
        <source>The message names both kinds of handles. Compare state.backend.type with what the job had when the snapshot was taken.</source>
        <translation>메시지에 두 핸들의 종류가 있습니다. state.backend.type을 스냅샷을 만들 때의 설정과 비교하세요.</translation>
    </message>
    <message>
        <source>Set state.backend.type (state.backend before Flink 1.17) back, take a savepoint in canonical format, change the back end, and restore from that savepoint.</source>
        <translation>state.backend.type(Flink 1.17 전에는 state.backend)을 되돌리고, canonical 형식으로 세이브포인트를 만든 뒤, 백엔드를 바꾸고 그 세이브포인트에서 복원하세요.</translation>
    </message>
    <message>
        <source>Snapshot cannot be read</source>
        <translation>읽을 수 없는 스냅샷</translation>
    </message>
    <message>
        <source>The file _metadata is damaged, cut off, no snapshot at all, or written by a newer Flink.</source>
        <translation>_metadata 파일이 손상되었거나, 잘렸거나, 스냅샷이 아니거나, 더 새로운 Flink가 쓴 것입니다.</translation>
    </message>
    <message>
        <source>Open it with the snapshot reader: it tells version and where reading fails. Compare its size with other snapshots of the job.</source>
        <translation>스냅샷 화면에서 열어 보세요. 버전과 읽기에 실패한 위치를 알려 줍니다. 크기를 작업의 다른 스냅샷과 비교하세요.</translation>
    </message>
    <message>
        <source>Choose another restore point. A snapshot of a newer Flink can only be read by that version or a later one.</source>
        <translation>다른 복구 지점을 선택하세요. 더 새로운 Flink의 스냅샷은 그 버전 이상에서만 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>State could not be restored</source>
        <translation>상태를 복원하지 못함</translation>
    </message>
    <message>
        <source>A task could not load its part of the snapshot: a file is cut off or unreadable, or the program or its state backend no longer fits.</source>
        <translation>태스크가 스냅샷에서 자기 몫을 불러오지 못했습니다. 파일이 잘렸거나 읽을 수 없거나, 프로그램이나 상태 백엔드가 더는 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The message names the operator and subtask; the innermost exception is what it met. Check the files of the snapshot with the snapshot reader.</source>
        <translation>메시지에 연산자와 서브태스크가 있고, 가장 안쪽 예외가 실제 문제입니다. 스냅샷 화면에서 파일을 확인하세요.</translation>
    </message>
    <message>
        <source>Restore from another snapshot whose files are whole. If all fail in the same way, compare program, Flink version and state.backend.type with those of the run that wrote them.</source>
        <translation>파일이 온전한 다른 스냅샷에서 복원하세요. 모두 똑같이 실패하면 프로그램, Flink 버전, state.backend.type을 스냅샷을 쓴 실행과 비교하세요.</translation>
    </message>
    <message>
        <source>Class could not be initialised</source>
        <translation>클래스 초기화 실패</translation>
    </message>
    <message>
        <source>The code that runs once when a class is loaded failed. The first time the reason is told; afterwards Java only says that the class cannot be used.</source>
        <translation>클래스를 로드할 때 한 번 실행되는 코드가 실패했습니다. 처음에는 이유가 함께 나오지만 그다음부터는 클래스를 쓸 수 없다고만 나옵니다.</translation>
    </message>
    <message>
        <source>Look for the first ExceptionInInitializerError of this class in the log of the TaskManager: its cause is the reason.</source>
        <translation>TaskManager 로그에서 이 클래스의 첫 ExceptionInInitializerError를 찾으세요. 그 원인이 이유입니다.</translation>
    </message>
    <message>
        <source>Cure that reason: usually a missing file or setting, a native library, or a library of another version. The TaskManager has to start anew, since Java does not try again.</source>
        <translation>이유를 해결하세요. 대개 없는 파일이나 설정, 네이티브 라이브러리, 다른 버전의 라이브러리입니다. Java는 다시 시도하지 않으므로 TaskManager를 새로 시작해야 합니다.</translation>
    </message>
</context>
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
    <message>
        <source>This is not the address of a Flink REST endpoint. Write it like http://localhost:8081.</source>
        <translation>Flink REST 엔드포인트의 주소가 아닙니다. http://localhost:8081처럼 쓰세요.</translation>
    </message>
    <message>
        <source>An address must not hold a user name or password. Use a header instead.</source>
        <translation>주소에 사용자 이름이나 비밀번호를 넣을 수 없습니다. 헤더를 쓰세요.</translation>
    </message>
    <message>
        <source>A header must be written as &apos;Name: value&apos;.</source>
        <translation>헤더는 &apos;이름: 값&apos; 형식으로 써야 합니다.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; could not be read.</source>
        <translation>&apos;%1&apos; 파일을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; holds no certificate in PEM format.</source>
        <translation>&apos;%1&apos; 파일에 PEM 형식의 인증서가 없습니다.</translation>
    </message>
    <message>
        <source>The file &apos;%1&apos; holds no private key in PEM format that can be used without a passphrase.</source>
        <translation>&apos;%1&apos; 파일에 암호 없이 쓸 수 있는 PEM 형식의 개인 키가 없습니다.</translation>
    </message>
    <message>
        <source>A client certificate needs its private key, and the key its certificate.</source>
        <translation>클라이언트 인증서와 개인 키는 함께 지정해야 합니다.</translation>
    </message>
    <message>
        <source>An Authorization header is sent over https only: over http anybody on the way could read it.</source>
        <translation>Authorization 헤더는 https로만 보냅니다. http에서는 중간에서 누구든 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>This is not a name that Flink could have given.</source>
        <translation>Flink가 부여할 수 있는 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>The answer is not what Flink&apos;s REST interface promises.</source>
        <translation>응답이 Flink REST 인터페이스의 형식과 다릅니다.</translation>
    </message>
    <message>
        <source>The settings of your connections could not be read. Check the permissions of the file.</source>
        <translation>연결 설정을 읽지 못했습니다. 파일 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>The settings of your connections are damaged. Repair or remove the file.</source>
        <translation>연결 설정이 손상되었습니다. 파일을 고치거나 삭제하세요.</translation>
    </message>
    <message>
        <source>The settings of your connections could not be saved. Check the folder and the free space.</source>
        <translation>연결 설정을 저장하지 못했습니다. 폴더와 남은 공간을 확인하세요.</translation>
    </message>
    <message>
        <source>Neither Flink nor an API server, but a gateway or proxy on the way to %1 answered with status %2.</source>
        <translation>Flink나 API 서버가 아니라, %1 주소로 가는 경로의 게이트웨이 또는 프록시가 상태 코드 %2번으로 응답했습니다.</translation>
    </message>
    <message>
        <source>Flink&apos;s JobManager is not ready: %1</source>
        <translation>Flink JobManager가 아직 준비되지 않았습니다: %1</translation>
    </message>
    <message>
        <source>Flink answered: %1</source>
        <translation>Flink 응답: %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not permit reading Flink through the API server. It takes the right to get services/proxy in namespace &apos;%2&apos;.</source>
        <translation>&apos;%1&apos; 연결에는 API 서버를 통해 Flink를 읽을 권한이 없습니다. &apos;%2&apos; 네임스페이스의 services/proxy에 대한 get 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no service &apos;%2&apos; in namespace &apos;%3&apos;: Flink is not running there.</source>
        <translation>&apos;%1&apos; 연결의 &apos;%3&apos; 네임스페이스에 &apos;%2&apos; 서비스가 없습니다. Flink가 실행되고 있지 않습니다.</translation>
    </message>
    <message>
        <source>The API server of &apos;%1&apos; cannot reach service &apos;%2&apos; in namespace &apos;%3&apos;: no JobManager answers.</source>
        <translation>&apos;%1&apos; 연결의 API 서버가 &apos;%3&apos; 네임스페이스의 &apos;%2&apos; 서비스에 연결하지 못했습니다. 응답하는 JobManager가 없습니다.</translation>
    </message>
    <message>
        <source>At %1 a web page answered instead of Flink&apos;s REST interface. A gateway or login page may stand in between.</source>
        <translation>%1 주소에서 Flink REST 인터페이스 대신 웹 페이지가 응답했습니다. 게이트웨이나 로그인 페이지가 중간에 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Service &apos;%2&apos; in namespace &apos;%3&apos; of &apos;%1&apos; has no endpoints: no JobManager pod is ready.</source>
        <translation>&apos;%1&apos;의 네임스페이스 &apos;%3&apos;에 있는 서비스 &apos;%2&apos;에 엔드포인트가 없습니다. 준비된 JobManager 파드가 없습니다.</translation>
    </message>
    <message>
        <source>Flink has not answered for %1 s.</source>
        <translation>Flink가 %1초 동안 응답하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>flink::WayCheck</name>
    <message>
        <source>%1 is an address: there is no name to look up.</source>
        <translation>%1: 주소이므로 찾을 이름이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 takes connections.</source>
        <translation>%1: 연결을 받습니다.</translation>
    </message>
    <message>
        <source>The proxy %1 takes connections.</source>
        <translation>프록시(%1)가 연결을 받습니다.</translation>
    </message>
    <message>
        <source>Plain http: nothing is encrypted, and no credentials are sent.</source>
        <translation>http를 사용합니다. 통신이 암호화되지 않으며 자격 증명을 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Certificate: %1</source>
        <translation>인증서: %1</translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation>발급자: %1</translation>
    </message>
    <message>
        <source>For: %1</source>
        <translation>대상: %1</translation>
    </message>
    <message>
        <source>Valid from %1 to %2</source>
        <translation>유효 기간: %1 ~ %2</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256: %1</translation>
    </message>
    <message>
        <source>Cipher: %1</source>
        <translation>암호 방식: %1</translation>
    </message>
    <message>
        <source>%1, but the identity of the server is not checked.</source>
        <translation>%1, 단 서버의 신원을 확인하지 않습니다.</translation>
    </message>
    <message>
        <source>The certificate of the server expires at %1.</source>
        <translation>서버 인증서 만료 시각: %1</translation>
    </message>
    <message>
        <source>%1, the server is %2.</source>
        <translation>%1, 서버: %2</translation>
    </message>
</context>
</TS>
