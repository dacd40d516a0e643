<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>sim::Text</name>
    <message>
        <source>Nothing happens any more</source>
        <translation>변경해도 아무 일도 일어나지 않음</translation>
    </message>
    <message>
        <source>The orders team gave parcel-tracking a parallelism of 6 before the evening peak. Half an hour later it still runs with 4, without any error. Whoever tries to change a FlinkDeployment now is refused with an internal error. All jobs run.</source>
        <translation>주문 팀이 저녁 피크를 앞두고 parcel-tracking의 병렬도를 6으로 올렸습니다. 30분이 지났지만 오류도 없이 여전히 4로 실행 중입니다. 지금 FlinkDeployment를 변경하려고 하면 누구든 내부 오류로 거부됩니다. 모든 작업은 실행 중입니다.</translation>
    </message>
    <message>
        <source>Who carries out what stands in a FlinkDeployment? Compare generation and observedGeneration.</source>
        <translation>FlinkDeployment에 적힌 내용을 실제로 수행하는 것은 무엇일까요? generation과 observedGeneration을 비교해 보세요.</translation>
    </message>
    <message>
        <source>The refusal names the service that did not answer, and its namespace.</source>
        <translation>거부 메시지에 응답하지 않은 서비스와 그 네임스페이스가 나와 있습니다.</translation>
    </message>
    <message>
        <source>Look at the Deployment flink-kubernetes-operator in flink-operator: how many replicas does it want?</source>
        <translation>flink-operator 네임스페이스의 flink-kubernetes-operator Deployment가 원하는 레플리카 수를 확인하세요.</translation>
    </message>
    <message>
        <source>The new parallelism is not valid, and the operator ignores it.</source>
        <translation>새 병렬도가 올바르지 않아 Operator가 무시하고 있습니다.</translation>
    </message>
    <message>
        <source>The operator does not run: somebody scaled it to zero.</source>
        <translation>누군가 레플리카를 0으로 줄여 Operator가 실행되지 않습니다.</translation>
    </message>
    <message>
        <source>The namespace&apos;s quota leaves no room for more TaskManagers.</source>
        <translation>네임스페이스 쿼터가 부족해 TaskManager를 더 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>The API server is overloaded and loses requests.</source>
        <translation>API 서버가 과부하로 요청을 놓치고 있습니다.</translation>
    </message>
    <message>
        <source>The operator runs and is ready.</source>
        <translation>Operator가 실행 중이며 준비되었습니다.</translation>
    </message>
    <message>
        <source>parcel-tracking runs with the parallelism its team asked for.</source>
        <translation>parcel-tracking이 팀이 요청한 병렬도로 실행됩니다.</translation>
    </message>
    <message>
        <source>Maintenance scaled the operator&apos;s Deployment to 0 and forgot it there. Flink clusters do not need the operator to run, so nothing failed; but nobody reconciles, and its webhook, which every write of a Flink resource has to pass, has no endpoints.</source>
        <translation>점검 작업에서 Operator의 Deployment를 0으로 줄인 뒤 되돌리는 것을 잊었습니다. Flink 클러스터는 Operator 없이도 실행되므로 아무것도 실패하지 않았습니다. 하지만 reconcile을 수행할 주체가 없고, Flink 리소스에 대한 모든 쓰기가 거쳐야 하는 webhook에도 엔드포인트가 없습니다.</translation>
    </message>
    <message>
        <source>Scale flink-kubernetes-operator back to 1. It then takes up what it missed by itself: there is no need to touch the FlinkDeployment, and scaling or deleting Flink&apos;s own Deployment or pods would only have interrupted a job that was well. An alert on the operator&apos;s readiness, and on generations that nobody observes, would have told.</source>
        <translation>flink-kubernetes-operator를 다시 1로 늘리세요. 그러면 Operator가 놓친 변경을 스스로 이어서 처리하므로 FlinkDeployment를 건드릴 필요가 없습니다. Flink의 Deployment나 파드를 조정하거나 삭제했다면 정상인 작업만 중단되었을 것입니다. Operator의 준비 상태와, 관측되지 않은 generation에 대한 알림이 있었다면 미리 알 수 있었습니다.</translation>
    </message>
    <message>
        <source>The on-call may not do anything any more</source>
        <translation>당직자가 아무것도 할 수 없음</translation>
    </message>
    <message>
        <source>Since this morning whoever is on call for payments gets 403 Forbidden for everything in the namespace: the user practice-operator, whose context is in the kubeconfig. As administrator you still may.</source>
        <translation>오늘 아침부터 payments 당직자는 이 네임스페이스에서 무엇을 해도 403 Forbidden을 받습니다. 해당 사용자는 practice-operator이며 kubeconfig에 그 컨텍스트가 있습니다. 관리자 권한은 그대로입니다.</translation>
    </message>
    <message>
        <source>The refusal names the user, the verb and the namespace. What would give that right?</source>
        <translation>거부 메시지에 사용자, 동사(verb), 네임스페이스가 나와 있습니다. 그 권한은 무엇이 부여할까요?</translation>
    </message>
    <message>
        <source>Compare the RoleBindings in payments with the ClusterRole edit: nobody binds practice-operator.</source>
        <translation>payments의 RoleBinding과 ClusterRole edit를 비교해 보세요. practice-operator를 연결하는 바인딩이 없습니다.</translation>
    </message>
    <message>
        <source>The binding that gave the user his role was removed.</source>
        <translation>사용자에게 역할을 주던 바인딩이 삭제되었습니다.</translation>
    </message>
    <message>
        <source>The token has expired.</source>
        <translation>토큰이 만료되었습니다.</translation>
    </message>
    <message>
        <source>The role edit has lost its rules.</source>
        <translation>edit 역할의 규칙이 사라졌습니다.</translation>
    </message>
    <message>
        <source>The kubeconfig points to another cluster.</source>
        <translation>kubeconfig가 다른 클러스터를 가리킵니다.</translation>
    </message>
    <message>
        <source>practice-operator may work in payments again, and nowhere else.</source>
        <translation>practice-operator가 payments에서 다시 작업할 수 있고, 다른 곳에서는 할 수 없습니다.</translation>
    </message>
    <message>
        <source>A review of access rights removed the RoleBinding practice-operator from payments, because it did not know the name. A 401 would have meant the token; a 403 means a right.</source>
        <translation>접근 권한 점검에서 이름을 모른다는 이유로 payments의 RoleBinding practice-operator를 삭제했습니다. 401이라면 토큰 문제이고, 403은 권한 문제입니다.</translation>
    </message>
    <message>
        <source>Create the RoleBinding again: ClusterRole edit for the user practice-operator, in payments only. Binding him to cluster-admin ends the 403, too, and opens every other namespace and every secret to him.</source>
        <translation>RoleBinding을 다시 만드세요. payments에서만 사용자 practice-operator에게 ClusterRole edit를 연결합니다. cluster-admin에 연결해도 403은 사라지지만 다른 모든 네임스페이스와 시크릿까지 열립니다.</translation>
    </message>
    <message>
        <source>Nobody trusts the API server</source>
        <translation>아무도 API 서버를 신뢰하지 않음</translation>
    </message>
    <message>
        <source>All clients lost their connections at once and do not get in any more. The address answers, the network is fine, and everything in the cluster seems to run.</source>
        <translation>모든 클라이언트의 연결이 한꺼번에 끊긴 뒤 다시 들어가지 못합니다. 주소는 응답하고 네트워크도 정상이며, 클러스터 안은 모두 실행 중인 것으로 보입니다.</translation>
    </message>
    <message>
        <source>What exactly does the client say about the certificate? Look at its dates.</source>
        <translation>클라이언트가 인증서에 대해 정확히 뭐라고 하나요? 날짜를 확인하세요.</translation>
    </message>
    <message>
        <source>For once, go in without verification (insecure-skip-tls-verify, only for this): who renews the certificate? Look at the Deployment certificate-renewer in kube-system.</source>
        <translation>이번 한 번만 검증 없이 들어가세요(insecure-skip-tls-verify, 이 작업에만). 인증서는 누가 갱신할까요? kube-system의 certificate-renewer Deployment를 확인하세요.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired, because nobody renewed it.</source>
        <translation>아무도 갱신하지 않아 서버 인증서가 만료되었습니다.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is wrong.</source>
        <translation>이 컴퓨터의 시계가 틀립니다.</translation>
    </message>
    <message>
        <source>Somebody sits between client and server.</source>
        <translation>클라이언트와 서버 사이에서 누군가 가로채고 있습니다.</translation>
    </message>
    <message>
        <source>The tokens were revoked.</source>
        <translation>토큰이 폐기되었습니다.</translation>
    </message>
    <message>
        <source>The certificate is renewed, and who renews it runs.</source>
        <translation>인증서가 갱신되었고, 갱신하는 구성 요소가 실행 중입니다.</translation>
    </message>
    <message>
        <source>The certificate of the API server lived for ninety days and was renewed by certificate-renewer, which somebody had scaled to 0. Connections that stood went on until they were cut; every new one failed the handshake.</source>
        <translation>API 서버 인증서의 유효 기간은 90일이며 certificate-renewer가 갱신해 왔습니다. 누군가 이를 0으로 줄였습니다. 기존 연결은 끊길 때까지 유지되었지만 새 연결은 모두 핸드셰이크에서 실패했습니다.</translation>
    </message>
    <message>
        <source>Scale certificate-renewer to 1: it renews the certificate at once. To get in, the verification has to be skipped for this one step, on a network you trust; leaving it off afterwards would be the next incident.</source>
        <translation>certificate-renewer를 1로 늘리면 인증서를 바로 갱신합니다. 들어가려면 이 한 단계에서만, 신뢰할 수 있는 네트워크에서 검증을 건너뛰어야 합니다. 이후에도 꺼 두면 그것이 다음 장애가 됩니다.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>요청이 너무 많음</translation>
    </message>
    <message>
        <source>Everything that talks to the API server is slow or fails: 429 Too Many Requests, now and then a 500 from etcd. Lists come only after several attempts. The jobs run.</source>
        <translation>API 서버를 사용하는 모든 것이 느리거나 실패합니다. 429 Too Many Requests가 나오고 가끔 etcd에서 500이 옵니다. 목록은 여러 번 시도해야 나옵니다. 작업은 실행 중입니다.</translation>
    </message>
    <message>
        <source>The server defends itself. Who asks so much of it? What is new in the cluster?</source>
        <translation>서버가 스스로를 보호하고 있습니다. 누가 그렇게 많이 요청할까요? 클러스터에 새로 생긴 것은 무엇인가요?</translation>
    </message>
    <message>
        <source>Read the log of inventory-exporter in orders.</source>
        <translation>orders 네임스페이스의 inventory-exporter 로그를 읽어 보세요.</translation>
    </message>
    <message>
        <source>A client lists everything over and over and uses the server up.</source>
        <translation>한 클라이언트가 전체 목록을 끝없이 조회해 서버를 소진하고 있습니다.</translation>
    </message>
    <message>
        <source>etcd&apos;s disk has become slow.</source>
        <translation>etcd의 디스크가 느려졌습니다.</translation>
    </message>
    <message>
        <source>Drey itself asks too often.</source>
        <translation>Drey가 너무 자주 요청합니다.</translation>
    </message>
    <message>
        <source>The Flink operator reconciles without a pause.</source>
        <translation>Flink Operator가 쉬지 않고 reconcile합니다.</translation>
    </message>
    <message>
        <source>Nobody floods the API server any more.</source>
        <translation>API 서버에 요청을 쏟아붓는 클라이언트가 없습니다.</translation>
    </message>
    <message>
        <source>A new exporter of the orders team lists all pods of the cluster in a loop, without cache, watch or pause, from three replicas. The API server&apos;s fair queuing answers the others with 429 to stay alive.</source>
        <translation>주문 팀의 새 exporter가 레플리카 3개에서 캐시도, watch도, 간격도 없이 클러스터의 모든 파드를 반복 조회합니다. API 서버는 버티기 위해 공정 큐잉으로 나머지 요청에 429를 돌려줍니다.</translation>
    </message>
    <message>
        <source>Scale inventory-exporter to 0, retrying the request as Retry-After says until it passes. Scaling it down to 1 takes only a part of the load away. Its team has to use a watch, and a flow schema of its own would have kept the damage away from others.</source>
        <translation>inventory-exporter를 0으로 줄이세요. 통과할 때까지 Retry-After에 맞춰 재시도합니다. 1로 줄이면 부하의 일부만 줄어듭니다. 담당 팀은 watch를 사용해야 하고, 전용 FlowSchema가 있었다면 다른 클라이언트는 피해를 입지 않았을 것입니다.</translation>
    </message>
    <message>
        <source>Sometimes there is no answer</source>
        <translation>가끔 응답이 오지 않음</translation>
    </message>
    <message>
        <source>Half of all requests to the API server are never answered: no error, no refusal, just silence until the client gives up. The other half is as fast as ever. What is on the screen may be old.</source>
        <translation>API 서버로 보낸 요청의 절반이 응답을 받지 못합니다. 오류도 거부도 없이 클라이언트가 포기할 때까지 조용합니다. 나머지 절반은 평소처럼 빠릅니다. 화면에 보이는 값은 오래된 값일 수 있습니다.</translation>
    </message>
    <message>
        <source>Silence is not a refusal: something on the way swallows requests. What do they pass?</source>
        <translation>침묵은 거부가 아닙니다. 중간에서 무언가가 요청을 삼키고 있습니다. 요청은 무엇을 거쳐 갈까요?</translation>
    </message>
    <message>
        <source>Read the logs of the pods of api-gateway in kube-system, each of them.</source>
        <translation>kube-system의 api-gateway 파드 로그를 하나씩 읽어 보세요.</translation>
    </message>
    <message>
        <source>One of the gateway&apos;s pods accepts connections and forwards nothing.</source>
        <translation>게이트웨이 파드 하나가 연결은 받지만 아무것도 전달하지 않습니다.</translation>
    </message>
    <message>
        <source>The API server has too much to do.</source>
        <translation>API 서버의 할 일이 너무 많습니다.</translation>
    </message>
    <message>
        <source>The server&apos;s name resolves to two addresses, one of them dead.</source>
        <translation>서버 이름이 주소 두 개로 풀리는데 그중 하나가 죽었습니다.</translation>
    </message>
    <message>
        <source>A webhook does not answer and holds requests up.</source>
        <translation>webhook이 응답하지 않아 요청이 밀립니다.</translation>
    </message>
    <message>
        <source>No pod of the gateway swallows requests.</source>
        <translation>요청을 삼키는 게이트웨이 파드가 없습니다.</translation>
    </message>
    <message>
        <source>The connection table of one of the two gateway pods was full. It went on accepting connections, so its probe and its endpoint stayed well, but passed nothing on.</source>
        <translation>게이트웨이 파드 두 개 중 하나의 연결 테이블이 가득 찼습니다. 연결은 계속 받았으므로 프로브와 엔드포인트는 정상이었지만 아무것도 전달하지 못했습니다.</translation>
    </message>
    <message>
        <source>Delete the gateway pod that is stuck; its successor is well. Restarting Flink or the operator has nothing to do with it. Clients need time-outs and bookmarks to notice a silent connection; a readiness probe that goes the whole way would have taken the pod out.</source>
        <translation>멈춘 게이트웨이 파드를 삭제하면 새 파드는 정상입니다. Flink나 Operator 재시작은 관계가 없습니다. 클라이언트가 조용한 연결을 알아차리려면 시간 제한과 북마크가 필요하고, 끝까지 확인하는 readiness 프로브가 있었다면 그 파드는 빠졌을 것입니다.</translation>
    </message>
    <message>
        <source>The cluster lives in the past</source>
        <translation>과거에 사는 클러스터</translation>
    </message>
    <message>
        <source>Events seem to come from minutes ago as soon as they appear, ages are wrong, and nobody can say in which order things happened: logs of the cluster and of everything outside of it differ by minutes.</source>
        <translation>이벤트가 나타나자마자 몇 분 전 일로 표시되고 경과 시간도 맞지 않아, 무슨 일이 어떤 순서로 일어났는지 알 수 없습니다. 클러스터의 로그와 외부 로그가 몇 분씩 어긋납니다.</translation>
    </message>
    <message>
        <source>Compare the Date of an answer of the API server, or a fresh event&apos;s time, with your own clock.</source>
        <translation>API 서버 응답의 Date나 방금 생긴 이벤트의 시각을 자신의 시계와 비교해 보세요.</translation>
    </message>
    <message>
        <source>Who keeps the clocks of the nodes? Look at chrony in kube-system.</source>
        <translation>노드의 시계는 누가 맞출까요? kube-system의 chrony를 확인하세요.</translation>
    </message>
    <message>
        <source>The clocks of the cluster are not synchronised any more.</source>
        <translation>클러스터의 시계가 더 이상 동기화되지 않습니다.</translation>
    </message>
    <message>
        <source>The API server hands events out with a delay.</source>
        <translation>API 서버가 이벤트를 늦게 전달합니다.</translation>
    </message>
    <message>
        <source>The logs are in another time zone.</source>
        <translation>로그의 시간대가 다릅니다.</translation>
    </message>
    <message>
        <source>The cluster&apos;s clocks are synchronised.</source>
        <translation>클러스터의 시계가 동기화되었습니다.</translation>
    </message>
    <message>
        <source>chrony was scaled to 0 and the machines&apos; clocks have drifted seven minutes behind since. Leases, certificates, tokens and every age that is shown depend on them.</source>
        <translation>chrony가 0으로 줄어든 뒤 노드의 시계가 7분 늦어졌습니다. Lease, 인증서, 토큰과 화면의 모든 경과 시간이 여기에 달려 있습니다.</translation>
    </message>
    <message>
        <source>Scale chrony to 1; it steps the clocks at once. Never correct times in what you read instead: compare only times of the same clock until it is right.</source>
        <translation>chrony를 1로 늘리면 시계를 바로 맞춥니다. 읽은 시각을 머릿속에서 보정하지 말고, 맞춰질 때까지 같은 시계의 시각끼리만 비교하세요.</translation>
    </message>
    <message>
        <source>A quiet day</source>
        <translation>조용한 하루</translation>
    </message>
    <message>
        <source>Twelve Flink deployments in three namespaces, and nothing is wrong with any of them. To look around in, and to try things out.</source>
        <translation>네임스페이스 3개에 Flink 배포 12개가 있고 모두 정상입니다. 둘러보고 이것저것 시험해 보기 위한 환경입니다.</translation>
    </message>
    <message>
        <source>Nothing was wrong.</source>
        <translation>아무 문제도 없었습니다.</translation>
    </message>
    <message>
        <source>There was nothing to cure.</source>
        <translation>고칠 것이 없었습니다.</translation>
    </message>
    <message>
        <source>An ordinary day</source>
        <translation>평범한 하루</translation>
    </message>
    <message>
        <source>The fleet of a small company: twelve Flink deployments in three namespaces, two of them sick. Nobody takes the time.</source>
        <translation>작은 회사의 전체 현황입니다. 네임스페이스 3개에 Flink 배포 12개가 있고 그중 2개에 문제가 있습니다. 시간은 재지 않습니다.</translation>
    </message>
    <message>
        <source>parcel-tracking writes to a database that has become slow: the sink is the bottleneck, everything before it is held back, checkpoints run into their time-out, and the lag grows. merchant-rollup was given an image that the registry does not have.</source>
        <translation>parcel-tracking이 쓰는 데이터베이스가 느려졌습니다. 싱크가 병목이 되어 앞의 모든 연산자가 막히고, checkpoint는 시간 초과로 실패하며, 지연(lag)이 늘어납니다. merchant-rollup에는 레지스트리에 없는 이미지가 지정되었습니다.</translation>
    </message>
    <message>
        <source>Give merchant-rollup back the image it ran with. For parcel-tracking the database is to be made fast again, or the job needs more parallel sinks.</source>
        <translation>merchant-rollup은 이전에 실행하던 이미지로 되돌리세요. parcel-tracking은 데이터베이스를 다시 빠르게 하거나 싱크의 병렬도를 늘려야 합니다.</translation>
    </message>
    <message>
        <source>After the release nothing runs</source>
        <translation>릴리스 이후 아무것도 실행되지 않음</translation>
    </message>
    <message>
        <source>The orders team released order-lifecycle a few minutes ago. Since then the status of orders stands still. The pipeline is green: the manifest was applied.</source>
        <translation>주문 팀이 몇 분 전에 order-lifecycle을 릴리스했습니다. 그 뒤로 주문 상태가 멈췄습니다. 매니페스트가 적용되어 파이프라인은 성공으로 표시됩니다.</translation>
    </message>
    <message>
        <source>Is there a JobManager at all? Look at its pod.</source>
        <translation>JobManager가 있기는 한가요? 파드를 확인하세요.</translation>
    </message>
    <message>
        <source>The pod waits for its image. Which images of order-lifecycle have run before?</source>
        <translation>파드가 이미지를 기다리고 있습니다. 이전에 실행된 order-lifecycle 이미지는 무엇이었나요?</translation>
    </message>
    <message>
        <source>The new image is not in the registry.</source>
        <translation>새 이미지가 레지스트리에 없습니다.</translation>
    </message>
    <message>
        <source>The state of the job cannot be restored.</source>
        <translation>작업의 상태를 복원할 수 없습니다.</translation>
    </message>
    <message>
        <source>The nodes have no room for the JobManager.</source>
        <translation>노드에 JobManager를 둘 자리가 없습니다.</translation>
    </message>
    <message>
        <source>order-lifecycle runs again, from its state.</source>
        <translation>order-lifecycle이 기존 상태로 다시 실행됩니다.</translation>
    </message>
    <message>
        <source>The release named an image tag that was never pushed. With last-state the operator stops the old job before it starts the new one, and the new JobManager&apos;s pod cannot pull its image.</source>
        <translation>릴리스에 푸시된 적 없는 이미지 태그가 지정되었습니다. last-state에서는 Operator가 새 작업을 시작하기 전에 기존 작업을 멈추는데, 새 JobManager 파드가 이미지를 가져오지 못합니다.</translation>
    </message>
    <message>
        <source>Set spec.image back to the tag that ran before. The operator goes on from the newest checkpoint, which high availability keeps. Deleting the pod only pulls the same image again, and deleting the FlinkDeployment would have thrown away what points to the state.</source>
        <translation>spec.image를 이전 태그로 되돌리세요. Operator는 고가용성이 보관한 최신 체크포인트에서 이어서 실행합니다. 파드를 삭제해도 같은 이미지를 다시 가져올 뿐이고, FlinkDeployment를 삭제했다면 상태를 가리키는 정보까지 사라졌을 것입니다.</translation>
    </message>
    <message>
        <source>The new version does not take the old state</source>
        <translation>새 버전이 기존 상태를 받아들이지 않음</translation>
    </message>
    <message>
        <source>Version 4 of payment-settlement was rolled out. It was stopped with a savepoint and does not come up again. The books must be closed tonight, with all windows that were open.</source>
        <translation>payment-settlement 버전 4를 배포했습니다. 세이브포인트와 함께 멈춘 뒤 다시 올라오지 않습니다. 열려 있던 모든 윈도우를 포함해 오늘 밤 결산을 마쳐야 합니다.</translation>
    </message>
    <message>
        <source>The job fails before it runs. What does the exception say about the savepoint?</source>
        <translation>작업이 실행되기 전에 실패합니다. 예외는 세이브포인트에 대해 뭐라고 하나요?</translation>
    </message>
    <message>
        <source>An operator of the old program has no counterpart in the new one. Allowing unrestored state would drop it.</source>
        <translation>기존 프로그램의 연산자 하나가 새 프로그램에는 없습니다. 복원되지 않는 상태를 허용하면 그 상태를 버리게 됩니다.</translation>
    </message>
    <message>
        <source>The savepoint is whole; the program that wrote it can read it: jarURI and entryClass of before.</source>
        <translation>세이브포인트는 온전하며, 이를 만든 프로그램은 읽을 수 있습니다. 이전의 jarURI와 entryClass를 사용하세요.</translation>
    </message>
    <message>
        <source>The new program has changed the uid of an operator with state.</source>
        <translation>새 프로그램이 상태를 가진 연산자의 uid를 바꿨습니다.</translation>
    </message>
    <message>
        <source>The savepoint is incomplete.</source>
        <translation>세이브포인트가 불완전합니다.</translation>
    </message>
    <message>
        <source>The new version may not read the bucket of the savepoints.</source>
        <translation>새 버전이 세이브포인트 버킷을 읽을 권한이 없습니다.</translation>
    </message>
    <message>
        <source>The image of version 4 cannot be pulled.</source>
        <translation>버전 4의 이미지를 가져올 수 없습니다.</translation>
    </message>
    <message>
        <source>payment-settlement runs with the windows that were open.</source>
        <translation>payment-settlement가 열려 있던 윈도우를 가진 채 실행됩니다.</translation>
    </message>
    <message>
        <source>Version 4 renamed the uid of the window operator. Flink finds state in the savepoint that no operator claims, and refuses to start rather than to lose it.</source>
        <translation>버전 4에서 윈도우 연산자의 uid가 바뀌었습니다. Flink는 어떤 연산자도 요구하지 않는 상태를 세이브포인트에서 발견하고, 상태를 잃는 대신 시작을 거부합니다.</translation>
    </message>
    <message>
        <source>Roll back: the manifest of version 3 again, restored from the savepoint that the upgrade took. allowNonRestoredState makes the job RUNNING within a minute, but with empty windows: the money in them is missing from the books. Before an upgrade, compare the operators of the savepoint with those of the new job.</source>
        <translation>롤백하세요. 버전 3의 매니페스트를 다시 적용해 업그레이드가 만든 세이브포인트에서 복원합니다. allowNonRestoredState를 쓰면 1분 안에 RUNNING이 되지만 윈도우가 비어 그 안의 금액이 결산에서 빠집니다. 업그레이드 전에 세이브포인트의 연산자와 새 작업의 연산자를 비교하세요.</translation>
    </message>
    <message>
        <source>Flink 2.1 does not arrive</source>
        <translation>Flink 2.1로 바뀌지 않음</translation>
    </message>
    <message>
        <source>The logistics team moved address-normalize to Flink 2.1. The API server took the change, but the job still runs on the old version, and no event tells why.</source>
        <translation>물류 팀이 address-normalize를 Flink 2.1로 옮겼습니다. API 서버는 변경을 받았지만 작업은 여전히 이전 버전으로 실행되고, 이유를 알려 주는 이벤트도 없습니다.</translation>
    </message>
    <message>
        <source>The definitions of the resources know the version. Does the operator?</source>
        <translation>리소스 정의(CRD)는 그 버전을 알고 있습니다. Operator도 알고 있을까요?</translation>
    </message>
    <message>
        <source>Which Flink versions does the release in the operator&apos;s image support?</source>
        <translation>Operator 이미지의 릴리스는 어떤 Flink 버전을 지원하나요?</translation>
    </message>
    <message>
        <source>The operator is too old for that Flink version.</source>
        <translation>Operator가 그 Flink 버전을 지원하기에는 너무 오래되었습니다.</translation>
    </message>
    <message>
        <source>The operator does not run.</source>
        <translation>Operator가 실행되지 않습니다.</translation>
    </message>
    <message>
        <source>The image of Flink 2.1 cannot be pulled.</source>
        <translation>Flink 2.1 이미지를 가져올 수 없습니다.</translation>
    </message>
    <message>
        <source>address-normalize runs on Flink 2.1.</source>
        <translation>address-normalize가 Flink 2.1에서 실행됩니다.</translation>
    </message>
    <message>
        <source>The definitions were upgraded with the chart&apos;s new release, but Helm left the operator&apos;s Deployment at 1.12. That operator cannot even read a resource with flinkVersion v2_1, so it leaves it alone; its webhook, which would have refused it, is switched off here.</source>
        <translation>차트의 새 릴리스로 리소스 정의는 업그레이드되었지만 Operator의 Deployment는 1.12에 남았습니다. 이 Operator는 flinkVersion이 v2_1인 리소스를 읽지도 못해 그대로 둡니다. 거부했을 webhook은 여기서 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>Give the operator&apos;s Deployment the image of 1.15.0. Restarting the old operator changes nothing. Taking back the version would have been safe as well, but it is not what the team needs.</source>
        <translation>Operator의 Deployment에 1.15.0 이미지를 지정하세요. 오래된 Operator를 재시작해도 달라지지 않습니다. 버전을 되돌려도 안전하지만 팀이 원하는 결과는 아닙니다.</translation>
    </message>
    <message>
        <source>Pods that wait for a node</source>
        <translation>노드를 기다리는 파드</translation>
    </message>
    <message>
        <source>After the node maintenance of this morning several jobs do not run any more. The nodes themselves are reported as Ready, and there is hardly any load on them.</source>
        <translation>오늘 아침 노드 점검 이후 여러 작업이 실행되지 않습니다. 노드는 Ready로 보고되고 부하도 거의 없습니다.</translation>
    </message>
    <message>
        <source>What do the pods that wait say about the nodes?</source>
        <translation>기다리는 파드는 노드에 대해 뭐라고 하나요?</translation>
    </message>
    <message>
        <source>A node that is Ready can still refuse new pods: look at spec.unschedulable.</source>
        <translation>Ready인 노드도 새 파드를 거부할 수 있습니다. spec.unschedulable을 확인하세요.</translation>
    </message>
    <message>
        <source>The nodes were cordoned for maintenance and never released.</source>
        <translation>점검을 위해 cordon한 노드를 풀지 않았습니다.</translation>
    </message>
    <message>
        <source>The jobs request more memory than a node has.</source>
        <translation>작업이 노드보다 큰 메모리를 요청합니다.</translation>
    </message>
    <message>
        <source>A quota keeps the pods away.</source>
        <translation>쿼터가 파드를 막고 있습니다.</translation>
    </message>
    <message>
        <source>The kubelets do not start containers any more.</source>
        <translation>kubelet이 더 이상 컨테이너를 시작하지 않습니다.</translation>
    </message>
    <message>
        <source>No pod waits for a node.</source>
        <translation>노드를 기다리는 파드가 없습니다.</translation>
    </message>
    <message>
        <source>fraud-scoring and warehouse-inventory run.</source>
        <translation>fraud-scoring과 warehouse-inventory가 실행됩니다.</translation>
    </message>
    <message>
        <source>worker-b and worker-c were cordoned and drained for maintenance, and stayed cordoned. What ran there does not fit onto the one node that is left.</source>
        <translation>점검을 위해 worker-b와 worker-c를 cordon하고 drain한 뒤 그대로 두었습니다. 그곳에서 실행되던 파드는 남은 노드 하나에 다 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>Uncordon the nodes (spec.unschedulable). Restarting or deleting pods only makes new ones that wait, too; asking for fewer resources would hide the cause and slow the jobs down.</source>
        <translation>노드를 uncordon하세요(spec.unschedulable). 파드를 재시작하거나 삭제하면 똑같이 기다리는 새 파드가 생길 뿐입니다. 리소스 요청을 줄이면 원인이 가려지고 작업이 느려집니다.</translation>
    </message>
    <message>
        <source>Wider, but not running</source>
        <translation>넓혔더니 실행되지 않음</translation>
    </message>
    <message>
        <source>The payments team doubled the parallelism of payment-authorize for the sale. The job was stopped for it and has not run since. Payments wait.</source>
        <translation>결제 팀이 세일에 대비해 payment-authorize의 병렬도를 두 배로 올렸습니다. 이를 위해 작업을 멈춘 뒤 다시 실행되지 않고 있습니다. 결제가 밀리고 있습니다.</translation>
    </message>
    <message>
        <source>How many TaskManagers does the job need, and how many are there?</source>
        <translation>작업에 필요한 TaskManager는 몇 개이고, 실제로는 몇 개인가요?</translation>
    </message>
    <message>
        <source>The JobManager&apos;s log says why a pod was not created; so does the namespace&apos;s ResourceQuota.</source>
        <translation>파드를 만들지 못한 이유는 JobManager 로그와 네임스페이스의 ResourceQuota에 있습니다.</translation>
    </message>
    <message>
        <source>The namespace&apos;s quota leaves no room for all TaskManagers.</source>
        <translation>네임스페이스 쿼터가 부족해 TaskManager를 모두 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>The nodes are full.</source>
        <translation>노드가 가득 찼습니다.</translation>
    </message>
    <message>
        <source>The state cannot be dealt out to so many subtasks.</source>
        <translation>상태를 그렇게 많은 서브태스크로 나눌 수 없습니다.</translation>
    </message>
    <message>
        <source>The TaskManagers cannot pull their image.</source>
        <translation>TaskManager가 이미지를 가져오지 못합니다.</translation>
    </message>
    <message>
        <source>payment-authorize runs with the parallelism that its spec asks for.</source>
        <translation>payment-authorize가 spec에 지정된 병렬도로 실행됩니다.</translation>
    </message>
    <message>
        <source>The platform team has given the namespace a quota that fits what ran, but not what was added. Pods beyond it are refused at once and leave no trace but in the JobManager&apos;s log, while the job waits for slots until it times out.</source>
        <translation>플랫폼 팀이 기존 사용량에 맞춘 쿼터를 네임스페이스에 설정했지만 추가분은 반영되지 않았습니다. 쿼터를 넘는 파드는 바로 거부되어 JobManager 로그에만 흔적이 남고, 작업은 시간 초과까지 슬롯을 기다립니다.</translation>
    </message>
    <message>
        <source>Raise the quota (requests.cpu of payments-quota), or ask for less parallelism until that is granted. Restarting the job does not help: it asks for the same pods again.</source>
        <translation>쿼터(payments-quota의 requests.cpu)를 늘리거나, 승인될 때까지 병렬도를 낮추세요. 작업을 재시작해도 같은 파드를 다시 요청하므로 도움이 되지 않습니다.</translation>
    </message>
    <message>
        <source>A JobManager that does not stay</source>
        <translation>오래 버티지 못하는 JobManager</translation>
    </message>
    <message>
        <source>clickstream-sessions falls behind every few minutes and catches up again, only to fall behind once more. The job itself reports no exception that would explain it.</source>
        <translation>clickstream-sessions가 몇 분마다 뒤처졌다가 따라잡기를 반복합니다. 작업에는 이를 설명하는 예외가 없습니다.</translation>
    </message>
    <message>
        <source>How long has its JobManager been running, and how did the one before end?</source>
        <translation>JobManager는 얼마나 오래 실행되었고, 이전 JobManager는 어떻게 끝났나요?</translation>
    </message>
    <message>
        <source>The last state of the JobManager&apos;s container tells: OOMKilled. What has changed in the spec lately?</source>
        <translation>JobManager 컨테이너의 마지막 상태가 OOMKilled입니다. 최근 spec에서 무엇이 바뀌었나요?</translation>
    </message>
    <message>
        <source>The JobManager has too little memory and is killed.</source>
        <translation>JobManager의 메모리가 부족해 강제 종료됩니다.</translation>
    </message>
    <message>
        <source>A TaskManager has too little memory and is killed.</source>
        <translation>TaskManager의 메모리가 부족해 강제 종료됩니다.</translation>
    </message>
    <message>
        <source>Kafka delivers the clicks in bursts.</source>
        <translation>Kafka가 클릭 이벤트를 몰아서 전달합니다.</translation>
    </message>
    <message>
        <source>Checkpoints fail and restart the job.</source>
        <translation>체크포인트가 실패해 작업이 재시작됩니다.</translation>
    </message>
    <message>
        <source>clickstream-sessions runs, and its JobManager stays.</source>
        <translation>clickstream-sessions가 실행되고 JobManager가 유지됩니다.</translation>
    </message>
    <message>
        <source>To save money somebody cut the JobManager&apos;s memory to 700m. That is not enough for a job of this size: the container reaches its limit every few minutes and is killed. High availability brings the job back from its last checkpoint each time, which hides the cause and costs minutes of work.</source>
        <translation>비용을 줄이려고 누군가 JobManager 메모리를 700m으로 낮췄습니다. 이 정도 규모의 작업에는 부족해 컨테이너가 몇 분마다 한도에 도달해 강제 종료됩니다. 고가용성이 매번 마지막 체크포인트에서 작업을 되살리므로 원인이 가려지고, 그때마다 몇 분의 처리를 잃습니다.</translation>
    </message>
    <message>
        <source>Give the JobManager its 1600m again (spec.jobManager.resource.memory). Deleting the pod is only one more failover. Watch restarts of the container, not only the state of the job.</source>
        <translation>JobManager에 다시 1600m을 지정하세요(spec.jobManager.resource.memory). 파드를 삭제하면 장애 조치가 한 번 더 일어날 뿐입니다. 작업 상태뿐 아니라 컨테이너 재시작 횟수도 감시하세요.</translation>
    </message>
    <message>
        <source>The release that is refused</source>
        <translation>거부되는 릴리스</translation>
    </message>
    <message>
        <source>refund-matcher was to get a parallelism of 4 with today&apos;s release, because refunds pile up. The GitOps agent says it is out of sync and tries again every half minute. The job runs as before.</source>
        <translation>환불이 쌓여 오늘 릴리스에서 refund-matcher의 병렬도를 4로 올리려 했습니다. GitOps 에이전트는 동기화되지 않았다며 30초마다 다시 시도합니다. 작업은 이전처럼 실행 중입니다.</translation>
    </message>
    <message>
        <source>What does the agent&apos;s log, or the event at the ConfigMap refund-matcher-desired, say?</source>
        <translation>에이전트의 로그나 ConfigMap refund-matcher-desired의 이벤트는 뭐라고 하나요?</translation>
    </message>
    <message>
        <source>The operator&apos;s webhook validates each manifest. Which key must a user not set, because the operator does?</source>
        <translation>Operator의 webhook은 모든 매니페스트를 검증합니다. Operator가 정하므로 사용자가 지정하면 안 되는 키는 무엇인가요?</translation>
    </message>
    <message>
        <source>The manifest sets a configuration key that the operator forbids.</source>
        <translation>매니페스트가 Operator에서 금지한 설정 키를 지정합니다.</translation>
    </message>
    <message>
        <source>The webhook has no endpoints.</source>
        <translation>webhook에 엔드포인트가 없습니다.</translation>
    </message>
    <message>
        <source>The agent has lost its rights.</source>
        <translation>에이전트가 권한을 잃었습니다.</translation>
    </message>
    <message>
        <source>Another field manager owns the parallelism.</source>
        <translation>다른 필드 관리자가 병렬도를 소유하고 있습니다.</translation>
    </message>
    <message>
        <source>refund-matcher runs with a parallelism of 4.</source>
        <translation>refund-matcher가 병렬도 4로 실행됩니다.</translation>
    </message>
    <message>
        <source>The agent&apos;s manifest is accepted.</source>
        <translation>에이전트의 매니페스트가 받아들여집니다.</translation>
    </message>
    <message>
        <source>Together with the parallelism somebody set kubernetes.cluster-id in the manifest, copied from an old session script. The operator sets that key itself and its webhook refuses whoever gives another value, so the whole manifest was refused, the parallelism with it.</source>
        <translation>병렬도와 함께 오래된 세션 스크립트에서 복사한 kubernetes.cluster-id가 매니페스트에 들어갔습니다. 이 키는 Operator가 직접 정하며 webhook은 다른 값을 거부합니다. 그래서 병렬도를 포함한 매니페스트 전체가 거부되었습니다.</translation>
    </message>
    <message>
        <source>Take the key out of the manifest in the ConfigMap refund-matcher-desired; the agent does the rest. Patching the FlinkDeployment past the agent brings the parallelism, but leaves a manifest behind that the next release trips over. Switching the webhook off would have let the error through to the operator.</source>
        <translation>ConfigMap refund-matcher-desired의 매니페스트에서 그 키를 빼면 나머지는 에이전트가 처리합니다. 에이전트를 거치지 않고 FlinkDeployment를 패치하면 병렬도는 바뀌지만 다음 릴리스가 걸려 넘어질 매니페스트가 남습니다. webhook을 껐다면 오류가 Operator까지 전달되었을 것입니다.</translation>
    </message>
    <message>
        <source>The rehearsal begins.</source>
        <translation>연습을 시작합니다.</translation>
    </message>
    <message>
        <source>Reached: %1</source>
        <translation>달성: %1</translation>
    </message>
    <message>
        <source>Lost again: %1</source>
        <translation>다시 벗어남: %1</translation>
    </message>
    <message>
        <source>Everything is as it should be.</source>
        <translation>모든 것이 정상으로 돌아왔습니다.</translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation>힌트: %1</translation>
    </message>
    <message>
        <source>Named as the cause, rightly: %1</source>
        <translation>원인으로 지목(정답): %1</translation>
    </message>
    <message>
        <source>Named as the cause, wrongly: %1</source>
        <translation>원인으로 지목(오답): %1</translation>
    </message>
    <message>
        <source>Checkpoints run into their time-out</source>
        <translation>체크포인트 시간 초과</translation>
    </message>
    <message>
        <source>An alert says that refund-matcher has completed no checkpoint for some minutes. The job is RUNNING, and the operator calls it STABLE. Support reports that refunds are matched later and later. This morning the payments team shortened the time-out of checkpoints to 30 seconds, to hear of trouble sooner.</source>
        <translation>refund-matcher가 몇 분째 체크포인트를 완료하지 못했다는 알림이 왔습니다. 작업은 RUNNING이고 Operator도 STABLE이라고 합니다. 고객지원팀은 환불 매칭이 점점 늦어진다고 합니다. 오늘 아침 결제 팀은 문제를 빨리 알기 위해 체크포인트 시간 제한을 30초로 줄였습니다.</translation>
    </message>
    <message>
        <source>Look at the details of a failed checkpoint: which tasks never acknowledged it, and what does the time before that consist of?</source>
        <translation>실패한 체크포인트의 상세 정보를 보세요. 응답하지 않은 태스크는 무엇이고, 그때까지의 시간은 무엇으로 이루어져 있나요?</translation>
    </message>
    <message>
        <source>Barriers travel with the records. Which task is busy all the time, and what do the ones before it do?</source>
        <translation>배리어는 레코드와 함께 이동합니다. 계속 바쁜 태스크는 무엇이고, 그 앞의 태스크는 무엇을 하고 있나요?</translation>
    </message>
    <message>
        <source>match-by-payment waits for every call of the payment index, which answers more than ten times slower than yesterday. More subtasks wait side by side, and barriers need more time until they have caught up.</source>
        <translation>match-by-payment는 레코드마다 결제 인덱스의 응답을 기다리는데, 이 인덱스가 어제보다 10배 넘게 느립니다. 서브태스크가 많으면 더 많은 호출을 동시에 기다릴 수 있고, 따라잡을 때까지 배리어에는 시간이 더 필요합니다.</translation>
    </message>
    <message>
        <source>The object storage is slow, and the state cannot be uploaded in time.</source>
        <translation>오브젝트 스토리지가 느려 상태를 제때 업로드하지 못합니다.</translation>
    </message>
    <message>
        <source>One task is too slow: barriers wait in full buffers before it.</source>
        <translation>한 태스크가 너무 느려서 배리어가 그 앞의 가득 찬 버퍼에서 기다립니다.</translation>
    </message>
    <message>
        <source>The new time-out of 30 seconds is too short for a state of this size.</source>
        <translation>새 시간 제한 30초가 이 크기의 상태에 비해 너무 짧습니다.</translation>
    </message>
    <message>
        <source>A TaskManager is gone, and its subtasks cannot acknowledge.</source>
        <translation>TaskManager 하나가 사라져 그 서브태스크가 응답하지 못합니다.</translation>
    </message>
    <message>
        <source>refund-matcher completes checkpoints again.</source>
        <translation>refund-matcher가 다시 체크포인트를 완료합니다.</translation>
    </message>
    <message>
        <source>No task of refund-matcher is held up by another, and no record waits for more than a minute.</source>
        <translation>refund-matcher의 어떤 태스크도 다른 태스크 때문에 막히지 않고, 1분 넘게 기다리는 레코드가 없습니다.</translation>
    </message>
    <message>
        <source>The payment index answers more than ten times slower than usual. match-by-payment calls it for every record and cannot keep up: its input buffers are full, the sources are back-pressured, and a checkpoint barrier waits in the same queues as the records. Through full buffers that takes longer than the time-out, so no checkpoint completes, although state and storage are well.</source>
        <translation>결제 인덱스의 응답이 평소보다 10배 넘게 느립니다. match-by-payment는 레코드마다 인덱스를 호출하므로 따라가지 못합니다. 입력 버퍼가 가득 차고 소스에 백프레셔가 걸리며, 체크포인트 배리어도 레코드와 같은 큐에서 기다립니다. 가득 찬 버퍼를 통과하는 데 시간 제한보다 오래 걸리므로, 상태와 스토리지는 정상인데도 체크포인트가 완료되지 않습니다.</translation>
    </message>
    <message>
        <source>Give the slow task more subtasks: with a parallelism of 24 enough calls are under way at the same time to work the backlog off. Until that is done buffers stay full, so let checkpoints through meanwhile: a time-out of 10 minutes, or unaligned checkpoints. Either of these alone gets checkpoints through but not the records: the delay goes on growing. More tolerable failures only hide the alert. Once the index is fast again the parallelism can go back.</source>
        <translation>느린 태스크의 서브태스크를 늘리세요. 병렬도 24이면 충분한 호출이 동시에 진행되어 밀린 것을 처리합니다. 그때까지는 버퍼가 계속 가득 차 있으므로 그동안 체크포인트가 통과하게 하세요. 시간 제한을 10분으로 늘리거나 비정렬 체크포인트를 씁니다. 둘 중 하나만으로는 체크포인트는 통과하지만 레코드는 통과하지 못해 지연이 계속 커집니다. 허용 실패 횟수를 늘리는 것은 알림을 숨길 뿐입니다. 인덱스가 다시 빨라지면 병렬도를 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Tidied away</source>
        <translation>지나친 정리</translation>
    </message>
    <message>
        <source>A colleague ran a script that removes &quot;leftovers without an owner&quot; from the namespace payments. Now no payment is authorised: payment-authorize is FAILED, and the operator says that it has nothing to restore from. Every night a savepoint of it is taken with a FlinkStateSnapshot. Payments that were authorised since then are read again from Kafka; limits of cards must not begin at zero.</source>
        <translation>동료가 payments 네임스페이스에서 &quot;소유자 없는 찌꺼기&quot;를 지우는 스크립트를 실행했습니다. 지금은 결제가 승인되지 않습니다. payment-authorize는 FAILED이고 Operator는 복원할 것이 없다고 합니다. 매일 밤 FlinkStateSnapshot으로 세이브포인트를 만듭니다. 그 뒤에 승인된 결제는 Kafka에서 다시 읽지만, 카드 한도는 0부터 시작하면 안 됩니다.</translation>
    </message>
    <message>
        <source>Read the error of the FlinkDeployment to its end, and look which ConfigMaps of the job are left.</source>
        <translation>FlinkDeployment의 오류를 끝까지 읽고, 작업의 ConfigMap 중 무엇이 남아 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>Without the ConfigMaps of high availability nobody knows the last checkpoint. Which other snapshot of the job does the namespace know?</source>
        <translation>고가용성 ConfigMap이 없으면 마지막 체크포인트를 아무도 모릅니다. 네임스페이스가 알고 있는 작업의 다른 스냅샷은 무엇인가요?</translation>
    </message>
    <message>
        <source>Redeploy from the path in status of the FlinkStateSnapshot payment-authorize-nightly: initialSavepointPath, together with a new savepointRedeployNonce.</source>
        <translation>FlinkStateSnapshot payment-authorize-nightly의 status에 있는 경로로 재배포하세요: initialSavepointPath와 새 savepointRedeployNonce를 함께 설정합니다.</translation>
    </message>
    <message>
        <source>The ConfigMaps that lead to the last checkpoint were deleted.</source>
        <translation>마지막 체크포인트를 가리키는 ConfigMap이 삭제되었습니다.</translation>
    </message>
    <message>
        <source>The files of the last checkpoint were deleted.</source>
        <translation>마지막 체크포인트의 파일이 삭제되었습니다.</translation>
    </message>
    <message>
        <source>The service account may not read ConfigMaps any more.</source>
        <translation>서비스 계정이 더 이상 ConfigMap을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The image of the job is gone from the registry.</source>
        <translation>작업의 이미지가 레지스트리에서 사라졌습니다.</translation>
    </message>
    <message>
        <source>payment-authorize runs, and the operator has nothing to complain of.</source>
        <translation>payment-authorize가 실행되고 Operator에 오류가 없습니다.</translation>
    </message>
    <message>
        <source>It has taken up its state: it was restored from a snapshot of its own.</source>
        <translation>자신의 스냅샷에서 복원되어 상태를 이어받았습니다.</translation>
    </message>
    <message>
        <source>The script deleted the Deployment of the JobManager and the ConfigMaps of high availability, which carry no owner reference so that they survive a Deployment. They are the only place that says which checkpoint is the last. The operator wanted to recover the lost JobManager, found no HA metadata, and rightly refuses to begin without state: Manual restore required.</source>
        <translation>스크립트가 JobManager의 Deployment와 고가용성 ConfigMap을 삭제했습니다. 이 ConfigMap은 Deployment보다 오래 남도록 owner reference가 없습니다. 어느 체크포인트가 마지막인지 적힌 곳은 여기뿐입니다. Operator는 사라진 JobManager를 복구하려 했지만 HA 메타데이터를 찾지 못했고, 상태 없이 시작하기를 거부합니다: Manual restore required. 옳은 판단입니다.</translation>
    </message>
    <message>
        <source>Take a snapshot that is still known and good (the status of the FlinkStateSnapshot has its path) and set job.initialSavepointPath to it together with a new job.savepointRedeployNonce. A restartNonce changes nothing: it wants the last state, too. upgradeMode stateless makes everything green, and the job begins with empty card limits: the outage becomes a loss of data.</source>
        <translation>아직 알려져 있고 온전한 스냅샷을 고르세요. FlinkStateSnapshot의 status에 경로가 있습니다. job.initialSavepointPath를 그 경로로, job.savepointRedeployNonce를 새 값으로 함께 설정합니다. restartNonce는 마찬가지로 마지막 상태를 요구하므로 아무것도 바뀌지 않습니다. upgradeMode stateless는 모두 초록색으로 만들지만 카드 한도가 비어 있는 채로 시작합니다. 장애가 데이터 손실이 됩니다.</translation>
    </message>
    <message>
        <source>One subtask does all the work</source>
        <translation>서브태스크 하나가 일을 다 하는 상황</translation>
    </message>
    <message>
        <source>Since the morning the sessions on the dashboards of analytics are late, and it gets worse. clickstream-sessions is RUNNING without any exception. Somebody has already said that the job simply needs more TaskManagers. The team has had 4.3.1 of the job in the image since last week, not rolled out yet: it spreads clicks without a visitor over all subtasks.</source>
        <translation>오늘 아침부터 분석 대시보드의 세션 데이터가 늦고 점점 더 늦어집니다. clickstream-sessions는 예외 없이 RUNNING입니다. 이미 누군가는 TaskManager만 늘리면 된다고 말했습니다. 팀은 지난주부터 이미지에 4.3.1 버전을 넣어 두었지만 아직 배포하지 않았습니다. 이 버전은 방문자가 없는 클릭을 모든 서브태스크에 나눕니다.</translation>
    </message>
    <message>
        <source>How busy is session-window-30m on average, and how busy is its busiest subtask?</source>
        <translation>session-window-30m의 평균 바쁨과 가장 바쁜 서브태스크의 바쁨을 비교해 보세요.</translation>
    </message>
    <message>
        <source>Compare the records that each subtask of session-window-30m gets. All records of one key go to the same subtask, however many there are.</source>
        <translation>session-window-30m의 서브태스크별 레코드 수를 비교하세요. 같은 키의 레코드는 서브태스크가 몇 개든 모두 같은 서브태스크로 갑니다.</translation>
    </message>
    <message>
        <source>A crawler sends two thirds of all clicks without a visitor id: they share one key. The job has to partition differently, which clickstream-sessions-4.3.1.jar does.</source>
        <translation>크롤러가 전체 클릭의 3분의 2를 방문자 ID 없이 보내며, 이 클릭들은 키가 같습니다. 작업이 다른 방식으로 파티셔닝해야 하고, clickstream-sessions-4.3.1.jar가 그렇게 합니다.</translation>
    </message>
    <message>
        <source>Most of the records have the same key, and one subtask gets them all.</source>
        <translation>레코드 대부분의 키가 같아 한 서브태스크로 몰립니다.</translation>
    </message>
    <message>
        <source>There is more traffic than six subtasks can work off.</source>
        <translation>서브태스크 6개로 처리할 수 없을 만큼 트래픽이 많습니다.</translation>
    </message>
    <message>
        <source>One TaskManager is on a machine that is slower than the others.</source>
        <translation>TaskManager 하나가 다른 것보다 느린 머신에 있습니다.</translation>
    </message>
    <message>
        <source>The topic has fewer partitions than the source has subtasks.</source>
        <translation>토픽의 파티션 수가 소스의 서브태스크 수보다 적습니다.</translation>
    </message>
    <message>
        <source>No subtask of clickstream-sessions is at its limit any more.</source>
        <translation>clickstream-sessions의 어떤 서브태스크도 한계에 있지 않습니다.</translation>
    </message>
    <message>
        <source>No click waits for more than a minute before it is read.</source>
        <translation>1분 넘게 읽히지 않고 기다리는 클릭이 없습니다.</translation>
    </message>
    <message>
        <source>A crawler that sends no visitor id makes two thirds of all clicks. session-window-30m partitions by visitor, so all of them reach one subtask. That one is busy all the time while the others idle, and the whole job is as fast as its slowest subtask: the sources are back-pressured and the lag grows.</source>
        <translation>방문자 ID를 보내지 않는 크롤러가 전체 클릭의 3분의 2를 만듭니다. session-window-30m은 방문자로 파티셔닝하므로 이 클릭이 모두 한 서브태스크로 갑니다. 그 서브태스크는 계속 바쁘고 나머지는 놀고 있으며, 작업 전체의 속도는 가장 느린 서브태스크가 결정합니다. 소스에 백프레셔가 걸리고 지연(lag)이 커집니다.</translation>
    </message>
    <message>
        <source>Roll out the version that deals the clicks without a visitor out over all subtasks: local:///opt/flink/usrlib/clickstream-sessions-4.3.1.jar. State and operator ids are the same, so the job goes on from its last checkpoint. More parallelism does not help against a hot key: however many subtasks there are, one of them gets two thirds of all records. To block the crawler at the edge would help as well.</source>
        <translation>방문자가 없는 클릭을 모든 서브태스크에 나누는 버전을 배포하세요: local:///opt/flink/usrlib/clickstream-sessions-4.3.1.jar. 상태와 연산자 ID가 같으므로 작업은 마지막 체크포인트에서 이어집니다. 병렬도를 높여도 핫 키에는 소용이 없습니다. 서브태스크가 몇 개든 그중 하나가 레코드의 3분의 2를 받습니다. 엣지에서 크롤러를 차단하는 것도 도움이 됩니다.</translation>
    </message>
    <message>
        <source>The release that never begins</source>
        <translation>시작되지 않는 릴리스</translation>
    </message>
    <message>
        <source>The release of merchant-rollup (image 1.20-r8) has been waiting for a quarter of an hour: the old version runs on as if nothing had happened, the operator says Savepoint Error. Security has made the bucket hanbit-flink-state read-only for savepoints. They belong into s3://hanbit-flink-savepoints/analytics/merchant-rollup from now on. Checkpoints are not concerned.</source>
        <translation>merchant-rollup 릴리스(이미지 1.20-r8)가 15분째 기다리고 있습니다. 이전 버전은 아무 일 없다는 듯 실행 중이고 Operator는 Savepoint Error라고 합니다. 보안팀이 hanbit-flink-state 버킷의 세이브포인트를 읽기 전용으로 바꿨습니다. 앞으로 세이브포인트는 s3://hanbit-flink-savepoints/analytics/merchant-rollup에 두어야 합니다. 체크포인트는 해당되지 않습니다.</translation>
    </message>
    <message>
        <source>What does the operator do before it replaces a job with upgradeMode savepoint, and what does the error say of it?</source>
        <translation>upgradeMode가 savepoint인 작업을 교체하기 전에 Operator는 무엇을 하고, 오류는 그것을 어떻게 말하나요?</translation>
    </message>
    <message>
        <source>The savepoint of an upgrade is made by what runs now, with its configuration. Does a new directory in the specification help the job that is to be stopped?</source>
        <translation>업그레이드의 세이브포인트는 지금 실행 중인 것이 자신의 설정으로 만듭니다. 스펙의 새 디렉터리가 곧 중지될 작업에 도움이 될까요?</translation>
    </message>
    <message>
        <source>Change two things at once: the savepoint directory, and for this one upgrade upgradeMode last-state, which needs no savepoint.</source>
        <translation>두 가지를 함께 바꾸세요: 세이브포인트 디렉터리, 그리고 이번 업그레이드만 세이브포인트가 필요 없는 upgradeMode last-state.</translation>
    </message>
    <message>
        <source>Nothing can be written to the directory of the savepoints.</source>
        <translation>세이브포인트 디렉터리에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The savepoint does not become ready before its time-out.</source>
        <translation>세이브포인트가 시간 제한 안에 끝나지 않습니다.</translation>
    </message>
    <message>
        <source>The operator hangs and reconciles nothing.</source>
        <translation>Operator가 멈춰 아무것도 reconcile하지 않습니다.</translation>
    </message>
    <message>
        <source>The image 1.20-r8 cannot be pulled.</source>
        <translation>이미지 1.20-r8을 가져올 수 없습니다.</translation>
    </message>
    <message>
        <source>merchant-rollup runs with image 1.20-r8 and its state, and the operator has nothing to complain of.</source>
        <translation>merchant-rollup이 이미지 1.20-r8로 상태를 이어받아 실행되고 Operator에 오류가 없습니다.</translation>
    </message>
    <message>
        <source>Its savepoint directory can be written to, so the next release needs no trick.</source>
        <translation>세이브포인트 디렉터리에 쓸 수 있어 다음 릴리스에는 우회가 필요 없습니다.</translation>
    </message>
    <message>
        <source>With upgradeMode savepoint the operator stops the old job with a savepoint first. Its directory has become read-only, so every attempt fails. The operator leaves the healthy job alone and tries again at each reconciliation, for ever; it falls back to the last state only for jobs that do not run.</source>
        <translation>upgradeMode가 savepoint이면 Operator는 먼저 세이브포인트로 이전 작업을 중지합니다. 그 디렉터리가 읽기 전용이 되어 매번 실패합니다. Operator는 정상인 작업을 그대로 두고 reconcile할 때마다 끝없이 다시 시도합니다. 마지막 상태로 대신하는 것은 실행되지 않는 작업에만 해당합니다.</translation>
    </message>
    <message>
        <source>Set execution.checkpointing.savepoint-dir to the new bucket and, for this upgrade, job.upgradeMode to last-state: checkpoints still work, so the new version continues from the latest one. With the new directory alone nothing changes, for the savepoint is made by the running job, which knows the old directory only. upgradeMode stateless would get the release out and throw the state away.</source>
        <translation>execution.checkpointing.savepoint-dir을 새 버킷으로 설정하고, 이번 업그레이드는 job.upgradeMode를 last-state로 하세요. 체크포인트는 여전히 동작하므로 새 버전은 최신 체크포인트에서 이어집니다. 새 디렉터리만으로는 아무것도 바뀌지 않습니다. 세이브포인트는 이전 디렉터리만 아는 실행 중인 작업이 만들기 때문입니다. upgradeMode stateless는 릴리스를 내보내지만 상태를 버립니다.</translation>
    </message>
    <message>
        <source>The database behind the sink</source>
        <translation>싱크 뒤의 데이터베이스</translation>
    </message>
    <message>
        <source>Customers see the state of their orders minutes late. order-lifecycle runs without exceptions. The database team says: since the migration to the smaller machine, orders-db answers at most 900 statements a second, whoever sends them. The README of order-lifecycle knows one option of the program: --sink-batch-size N, rows that are written with one statement, 1 by default.</source>
        <translation>고객이 주문 상태를 몇 분씩 늦게 봅니다. order-lifecycle은 예외 없이 실행 중입니다. 데이터베이스 팀은 더 작은 머신으로 이전한 뒤로 orders-db가 누가 보내든 초당 최대 900개의 문장만 처리한다고 합니다. order-lifecycle의 README에는 프로그램 옵션이 하나 있습니다: --sink-batch-size N, 문장 하나로 쓰는 행의 수이며 기본값은 1입니다.</translation>
    </message>
    <message>
        <source>Which task is busy all the time? Every task before it is back-pressured, the ones after it idle.</source>
        <translation>계속 바쁜 태스크는 무엇인가요? 그 앞의 모든 태스크에는 백프레셔가 걸리고 뒤의 태스크는 유휴 상태입니다.</translation>
    </message>
    <message>
        <source>The sink waits for the database. What would more connections change about 900 statements a second?</source>
        <translation>싱크는 데이터베이스를 기다립니다. 연결을 늘리면 초당 900개라는 한계가 달라질까요?</translation>
    </message>
    <message>
        <source>Fewer, larger statements: spec.job.args with --sink-batch-size and 50.</source>
        <translation>문장을 줄이고 한 번에 많이 쓰게 하세요: spec.job.args에 --sink-batch-size와 50을 넣습니다.</translation>
    </message>
    <message>
        <source>Kafka delivers too slowly.</source>
        <translation>Kafka가 너무 느리게 전달합니다.</translation>
    </message>
    <message>
        <source>The state of the orders has grown, and RocksDB reads from disk.</source>
        <translation>주문 상태가 커져 RocksDB가 디스크에서 읽습니다.</translation>
    </message>
    <message>
        <source>The sink sends a statement for each row, and the database takes no more.</source>
        <translation>싱크가 행마다 문장을 하나씩 보내는데 데이터베이스가 그만큼 받지 못합니다.</translation>
    </message>
    <message>
        <source>The TaskManagers spend their time with garbage collection.</source>
        <translation>TaskManager가 가비지 컬렉션에 시간을 씁니다.</translation>
    </message>
    <message>
        <source>No task of order-lifecycle is held up by another.</source>
        <translation>order-lifecycle의 어떤 태스크도 다른 태스크 때문에 막히지 않습니다.</translation>
    </message>
    <message>
        <source>No order event waits for more than a minute before it is read.</source>
        <translation>1분 넘게 읽히지 않고 기다리는 주문 이벤트가 없습니다.</translation>
    </message>
    <message>
        <source>orders-db answers 900 statements a second in all. The sink of order-lifecycle writes each row with a statement of its own and needs more than three thousand. Its input buffers are full, and from there back to the source everything waits.</source>
        <translation>orders-db는 모두 합쳐 초당 900개의 문장을 처리합니다. order-lifecycle의 싱크는 행마다 문장을 하나씩 써서 초당 3천 개 넘게 필요합니다. 싱크의 입력 버퍼가 가득 차고, 거기서부터 소스까지 모두 기다립니다.</translation>
    </message>
    <message>
        <source>Write more rows with each statement: spec.job.args = [&quot;--sink-batch-size&quot;, &quot;50&quot;]. More parallelism does not help: the limit is the database&apos;s, and more writers only share it among themselves. A restart makes it worse, for the job has to catch up afterwards.</source>
        <translation>문장 하나로 더 많은 행을 쓰세요: spec.job.args = [&quot;--sink-batch-size&quot;, &quot;50&quot;]. 병렬도를 높여도 소용이 없습니다. 한계는 데이터베이스에 있고, 쓰는 쪽이 늘면 그 한계를 나눠 가질 뿐입니다. 재시작하면 나중에 따라잡을 양이 늘어 더 나빠집니다.</translation>
    </message>
    <message>
        <source>A release that does not come up</source>
        <translation>올라오지 않는 릴리스</translation>
    </message>
    <message>
        <source>The release of payment-settlement (image 1.20-r9) went as always: savepoint, stop, new version. But the new version does not start, and going back to the old image has not helped either. The storage team says that during the minute of the release a gateway of the object storage was exchanged. A savepoint of the job is taken every hour with a FlinkStateSnapshot. Nothing may be settled from an empty state.</source>
        <translation>payment-settlement 릴리스(이미지 1.20-r9)는 평소처럼 진행되었습니다: 세이브포인트, 중지, 새 버전. 그런데 새 버전이 시작되지 않고, 이전 이미지로 되돌려도 소용이 없었습니다. 스토리지 팀은 릴리스하던 그 시각에 오브젝트 스토리지의 게이트웨이를 교체했다고 합니다. 작업의 세이브포인트는 FlinkStateSnapshot으로 매시간 만들어집니다. 빈 상태에서 정산하면 안 됩니다.</translation>
    </message>
    <message>
        <source>The job is FAILED before any task runs. Which file could not be read?</source>
        <translation>태스크가 하나도 실행되기 전에 작업이 FAILED가 됩니다. 어떤 파일을 읽지 못했나요?</translation>
    </message>
    <message>
        <source>The savepoint of the upgrade is damaged. Which other ones are there, and since when?</source>
        <translation>업그레이드의 세이브포인트가 손상되었습니다. 다른 세이브포인트는 무엇이 있고 언제 만들어졌나요?</translation>
    </message>
    <message>
        <source>Redeploy from the path in status of the FlinkStateSnapshot payment-settlement-hourly: initialSavepointPath with a new savepointRedeployNonce.</source>
        <translation>FlinkStateSnapshot payment-settlement-hourly의 status에 있는 경로로 재배포하세요: initialSavepointPath와 새 savepointRedeployNonce를 설정합니다.</translation>
    </message>
    <message>
        <source>The new image contains a version that cannot read the old state.</source>
        <translation>새 이미지의 버전이 이전 상태를 읽지 못합니다.</translation>
    </message>
    <message>
        <source>The savepoint that the release wrote is damaged.</source>
        <translation>릴리스가 쓴 세이브포인트가 손상되었습니다.</translation>
    </message>
    <message>
        <source>The new version has a lower maximum parallelism than the state.</source>
        <translation>새 버전의 최대 병렬도가 상태의 것보다 낮습니다.</translation>
    </message>
    <message>
        <source>The credentials for the object storage have expired.</source>
        <translation>오브젝트 스토리지의 자격 증명이 만료되었습니다.</translation>
    </message>
    <message>
        <source>payment-settlement runs, and the operator has nothing to complain of.</source>
        <translation>payment-settlement가 실행되고 Operator에 오류가 없습니다.</translation>
    </message>
    <message>
        <source>It has taken up its state: it was restored from a readable snapshot of its own.</source>
        <translation>읽을 수 있는 자신의 스냅샷에서 복원되어 상태를 이어받았습니다.</translation>
    </message>
    <message>
        <source>The gateway that was being exchanged confirmed the upload of the savepoint&apos;s _metadata file and kept only its first half. The operator stopped the job with that savepoint and recorded it as the one to restore, so every attempt reads the same half file, with whatever image.</source>
        <translation>교체 중이던 게이트웨이가 세이브포인트의 _metadata 파일 업로드를 완료로 응답했지만 앞의 절반만 저장했습니다. Operator는 그 세이브포인트로 작업을 중지하고 복원할 것으로 기록했으므로, 어떤 이미지로 시도해도 같은 반쪽 파일을 읽습니다.</translation>
    </message>
    <message>
        <source>Restore the newest snapshot that can be read: set job.initialSavepointPath to the path of the hourly FlinkStateSnapshot and job.savepointRedeployNonce to a new number. Kafka replays what came since. A restartNonce, or the old image, restores the damaged savepoint again; upgradeMode stateless would settle from an empty state. To look into a savepoint before it is needed is cheap: its _metadata file says whether it is whole.</source>
        <translation>읽을 수 있는 가장 새로운 스냅샷을 복원하세요. job.initialSavepointPath를 매시간 만든 FlinkStateSnapshot의 경로로, job.savepointRedeployNonce를 새 숫자로 설정합니다. 그 뒤의 데이터는 Kafka에서 다시 읽습니다. restartNonce나 이전 이미지는 손상된 세이브포인트를 다시 복원하고, upgradeMode stateless는 빈 상태에서 정산합니다. 세이브포인트가 필요해지기 전에 들여다보는 일은 어렵지 않습니다. 온전한지는 _metadata 파일이 알려 줍니다.</translation>
    </message>
    <message>
        <source>Old files, still needed</source>
        <translation>오래되었지만 필요한 파일</translation>
    </message>
    <message>
        <source>To save cost somebody gave the bucket of the checkpoints a lifecycle rule for &quot;old&quot; files. For days nothing happened. Then a TaskManager of parcel-tracking was moved to another machine, and since then the job does not come back: it starts, fails and starts again. Savepoints of it are taken with a FlinkStateSnapshot; the rule does not cover their folder.</source>
        <translation>비용을 줄이려고 누군가 체크포인트 버킷에 &quot;오래된&quot; 파일을 지우는 수명 주기 규칙을 넣었습니다. 며칠 동안은 아무 일도 없었습니다. 그러다 parcel-tracking의 TaskManager가 다른 머신으로 옮겨졌고, 그 뒤로 작업이 돌아오지 않습니다. 시작했다가 실패하고 다시 시작하기를 반복합니다. 이 작업의 세이브포인트는 FlinkStateSnapshot으로 만들며, 규칙은 그 폴더에는 적용되지 않습니다.</translation>
    </message>
    <message>
        <source>In which state do the tasks fail, and which file does the root cause name?</source>
        <translation>태스크는 어떤 상태에서 실패하고, 근본 원인은 어떤 파일을 가리키나요?</translation>
    </message>
    <message>
        <source>An incremental checkpoint consists of files of many earlier ones, in the folder shared. The newest checkpoint may need the oldest file.</source>
        <translation>증분 체크포인트는 shared 폴더에 있는 여러 이전 체크포인트의 파일로 이루어집니다. 최신 체크포인트에 가장 오래된 파일이 필요할 수 있습니다.</translation>
    </message>
    <message>
        <source>Redeploy from the savepoint in status of the FlinkStateSnapshot parcel-tracking-weekly: initialSavepointPath with a new savepointRedeployNonce.</source>
        <translation>FlinkStateSnapshot parcel-tracking-weekly의 status에 있는 세이브포인트로 재배포하세요: initialSavepointPath와 새 savepointRedeployNonce를 설정합니다.</translation>
    </message>
    <message>
        <source>Files that the last checkpoint consists of were deleted.</source>
        <translation>마지막 체크포인트를 이루는 파일이 삭제되었습니다.</translation>
    </message>
    <message>
        <source>The new machine cannot reach the object storage.</source>
        <translation>새 머신이 오브젝트 스토리지에 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>The local disk of the TaskManager is full, and RocksDB cannot open.</source>
        <translation>TaskManager의 로컬 디스크가 가득 차 RocksDB를 열 수 없습니다.</translation>
    </message>
    <message>
        <source>The TaskManager loses its connection to the JobManager.</source>
        <translation>TaskManager와 JobManager의 연결이 끊깁니다.</translation>
    </message>
    <message>
        <source>parcel-tracking runs, and the operator has nothing to complain of.</source>
        <translation>parcel-tracking이 실행되고 Operator에 오류가 없습니다.</translation>
    </message>
    <message>
        <source>It has taken up its state from a snapshot that is whole, and completes checkpoints again.</source>
        <translation>온전한 스냅샷에서 상태를 이어받았고 다시 체크포인트를 완료합니다.</translation>
    </message>
    <message>
        <source>Incremental checkpoints share files: what RocksDB wrote once is referred to by every later checkpoint as long as it is valid, so a file in the folder shared can be both old and needed. The lifecycle rule deleted those files by their age. A running job does not notice, for its state is on the local disk of the TaskManagers; the first restore does: java.io.FileNotFoundException.</source>
        <translation>증분 체크포인트는 파일을 공유합니다. RocksDB가 한 번 쓴 파일은 유효한 동안 이후의 모든 체크포인트가 참조하므로, shared 폴더의 파일은 오래되었으면서 동시에 필요할 수 있습니다. 수명 주기 규칙은 파일을 나이로 지웠습니다. 실행 중인 작업의 상태는 TaskManager의 로컬 디스크에 있어 알아차리지 못하고, 처음 복원할 때 드러납니다: java.io.FileNotFoundException.</translation>
    </message>
    <message>
        <source>Restore a snapshot that owns its files: the savepoint of the FlinkStateSnapshot, with job.initialSavepointPath and a new job.savepointRedeployNonce, and remove the lifecycle rule. A restartNonce, or another machine, reads the same incomplete checkpoint again; older retained checkpoints need the same shared files.</source>
        <translation>파일을 공유하지 않는 스냅샷을 복원하세요. FlinkStateSnapshot의 세이브포인트를 job.initialSavepointPath와 새 job.savepointRedeployNonce로 지정하고, 수명 주기 규칙을 제거합니다. restartNonce나 다른 머신은 같은 불완전한 체크포인트를 다시 읽습니다. 더 오래된 보존된 체크포인트도 같은 공유 파일이 필요합니다.</translation>
    </message>
    <message>
        <source>It started well</source>
        <translation>시작은 좋았던 릴리스</translation>
    </message>
    <message>
        <source>merchant-rollup 3.0.0 keeps thirty days of each merchant instead of one, and for speed it keeps them on the heap: the release changed state.backend.type to hashmap. It started well. Some minutes later the rollups stop, the job restarts and fails again, and the operator does not complain. The thirty days are in a contract: 3.0.0 has to stay.</source>
        <translation>merchant-rollup 3.0.0은 가맹점마다 하루 대신 30일을 보관하고, 속도를 위해 힙에 둡니다. 릴리스에서 state.backend.type을 hashmap으로 바꿨습니다. 시작은 좋았습니다. 몇 분 뒤 집계가 멈추고 작업이 재시작과 실패를 반복하지만 Operator는 아무 말이 없습니다. 30일 보관은 계약 사항이므로 3.0.0을 유지해야 합니다.</translation>
    </message>
    <message>
        <source>What is the root cause of the newest exception, and how soon after a restart does it come?</source>
        <translation>최신 예외의 근본 원인은 무엇이고, 재시작한 뒤 얼마 만에 발생하나요?</translation>
    </message>
    <message>
        <source>How large was the last completed checkpoint, and how much heap has a TaskManager for its two slots?</source>
        <translation>마지막으로 완료된 체크포인트의 크기는 얼마이고, TaskManager의 슬롯 2개가 쓸 수 있는 힙은 얼마인가요?</translation>
    </message>
    <message>
        <source>State on the heap must fit into the heap: larger TaskManagers, or more of them with more parallelism.</source>
        <translation>힙에 두는 상태는 힙에 들어가야 합니다. TaskManager를 키우거나, 병렬도를 높여 수를 늘리세요.</translation>
    </message>
    <message>
        <source>A record that cannot be read makes the job fail again and again.</source>
        <translation>읽을 수 없는 레코드 때문에 작업이 계속 실패합니다.</translation>
    </message>
    <message>
        <source>The state has grown larger than the heap it is kept on.</source>
        <translation>상태가 그것을 두는 힙보다 커졌습니다.</translation>
    </message>
    <message>
        <source>The checkpoint that is restored is damaged.</source>
        <translation>복원하는 체크포인트가 손상되었습니다.</translation>
    </message>
    <message>
        <source>The containers exceed their memory limit and are killed.</source>
        <translation>컨테이너가 메모리 제한을 넘어 종료됩니다.</translation>
    </message>
    <message>
        <source>merchant-rollup 3.0.0 runs, and the operator has nothing to complain of.</source>
        <translation>merchant-rollup 3.0.0이 실행되고 Operator에 오류가 없습니다.</translation>
    </message>
    <message>
        <source>For five minutes no task has run out of heap, and checkpoints complete.</source>
        <translation>5분 동안 힙이 부족한 태스크가 없고 체크포인트가 완료됩니다.</translation>
    </message>
    <message>
        <source>With the hashmap back end all state lies as objects on the heap of the TaskManagers. 3.0.0 keeps thirty times as much, and after some minutes it is larger than the heap of two slots with 2 GiB in all: java.lang.OutOfMemoryError: Java heap space. After a restart the same state is read back, and there is as little room as before. The last checkpoint is complete and good.</source>
        <translation>hashmap 백엔드에서는 모든 상태가 TaskManager의 힙에 객체로 있습니다. 3.0.0은 30배를 보관하므로 몇 분 뒤에는 전체 2 GiB인 TaskManager의 슬롯 2개가 쓸 힙보다 커집니다: java.lang.OutOfMemoryError: Java heap space. 재시작하면 같은 상태를 다시 읽으므로 자리가 부족하기는 마찬가지입니다. 마지막 체크포인트는 온전합니다.</translation>
    </message>
    <message>
        <source>More heap for the state: spec.taskManager.resource.memory = 8192m. The last checkpoint is then restored and nothing is lost; a parallelism of 16, which spreads the state over eight TaskManagers, does the same. RocksDB would be the lasting answer for state that keeps growing, but a change of the back end needs a canonical savepoint, and a job that does not run cannot make one. A restart, or more managed memory, does not help: the hashmap back end uses none.</source>
        <translation>상태에 힙을 더 주세요: spec.taskManager.resource.memory = 8192m. 그러면 마지막 체크포인트가 복원되고 잃는 것이 없습니다. 상태를 TaskManager 8개로 나누는 병렬도 16도 같은 효과가 있습니다. 계속 커지는 상태에는 RocksDB가 오래가는 답이지만, 백엔드를 바꾸려면 canonical 세이브포인트가 필요하고 실행되지 않는 작업은 세이브포인트를 만들 수 없습니다. 재시작이나 관리 메모리 증가는 도움이 되지 않습니다. hashmap 백엔드는 관리 메모리를 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Up, down, up, down</source>
        <translation>늘렸다 줄였다</translation>
    </message>
    <message>
        <source>Since a partner delivers its payments in bundles of six minutes, fraud-scoring interrupts its work every few minutes: verdicts are missing for half a minute, then they come, then they are missing again. Yesterday the team tuned the autoscaler, to be quick. It is to stay on: at the weekend the traffic is a tenth.</source>
        <translation>한 파트너가 결제를 6분 단위로 묶어서 보내기 시작한 뒤로 fraud-scoring이 몇 분마다 멈춥니다. 30초 동안 판정이 없다가 나오고, 다시 없어집니다. 어제 팀은 빨리 반응하도록 오토스케일러를 조정했습니다. 주말 트래픽은 10분의 1이므로 오토스케일러는 켜 두어야 합니다.</translation>
    </message>
    <message>
        <source>What do the events of the FlinkDeployment have in common, and how far apart are they?</source>
        <translation>FlinkDeployment의 이벤트에는 어떤 공통점이 있고 간격은 얼마인가요?</translation>
    </message>
    <message>
        <source>Compare the length of one bundle with the window over which the autoscaler takes its averages, and with its pause after a rescaling.</source>
        <translation>묶음 하나의 길이를, 오토스케일러가 평균을 내는 구간과 병렬도 조정 뒤의 대기 시간과 비교하세요.</translation>
    </message>
    <message>
        <source>A metrics.window of 15 minutes and a stabilization.interval of 10 see the average of high and low; a wide utilization boundary leaves what is good enough alone.</source>
        <translation>metrics.window 15분과 stabilization.interval 10분이면 높을 때와 낮을 때의 평균을 봅니다. utilization boundary가 넓으면 충분히 좋은 상태는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The job crashes, and restarts with another parallelism by chance.</source>
        <translation>작업이 비정상 종료되고 우연히 다른 병렬도로 재시작됩니다.</translation>
    </message>
    <message>
        <source>The autoscaler follows each wave of the traffic.</source>
        <translation>오토스케일러가 트래픽의 출렁임을 일일이 따라갑니다.</translation>
    </message>
    <message>
        <source>TaskManagers come and go, and the adaptive scheduler follows.</source>
        <translation>TaskManager가 계속 바뀌고 adaptive 스케줄러가 그것을 따라갑니다.</translation>
    </message>
    <message>
        <source>Two people change the parallelism by turns.</source>
        <translation>두 사람이 번갈아 병렬도를 바꿉니다.</translation>
    </message>
    <message>
        <source>fraud-scoring has run for twenty minutes without being rescaled, with its autoscaler on.</source>
        <translation>fraud-scoring이 오토스케일러를 켠 채 20분 동안 병렬도 조정 없이 실행되었습니다.</translation>
    </message>
    <message>
        <source>The team had set metrics.window to 1 minute, stabilization.interval to 30 seconds and the utilization boundary to 0.05. The autoscaler therefore sees a bundle as lasting growth and scales up, sees the pause after it as lasting decline and scales down. Every rescaling restores the job from a checkpoint and costs half a minute of verdicts, more than the few percent of use it was about.</source>
        <translation>팀은 metrics.window를 1분, stabilization.interval을 30초, utilization boundary를 0.05로 설정했습니다. 그래서 오토스케일러는 묶음 하나를 지속적인 증가로 보고 늘리고, 그 뒤의 공백을 지속적인 감소로 보고 줄입니다. 조정할 때마다 작업은 체크포인트에서 복원되고 30초의 판정을 잃습니다. 몇 퍼센트의 사용률보다 비쌉니다.</translation>
    </message>
    <message>
        <source>Let it look further than one wave: job.autoscaler.metrics.window 15 m, job.autoscaler.stabilization.interval 10 m, job.autoscaler.scale-down.interval 1 h, job.autoscaler.target.utilization.boundary 0.4. The average of bundles and pauses is steady, and so is the parallelism. To switch the autoscaler off stops the swinging, too, and leaves nobody to scale at the weekend; a fixed parallelism in the specification is overridden at the next decision.</source>
        <translation>출렁임 하나보다 멀리 보게 하세요: job.autoscaler.metrics.window 15 m, job.autoscaler.stabilization.interval 10 m, job.autoscaler.scale-down.interval 1 h, job.autoscaler.target.utilization.boundary 0.4. 묶음과 공백의 평균은 일정하므로 병렬도도 일정합니다. 오토스케일러를 꺼도 출렁임은 멈추지만 주말에 조정할 주체가 없어집니다. 스펙의 고정 병렬도는 다음 결정에서 덮어써집니다.</translation>
    </message>
    <message>
        <source>Half an hour of Kafka is missing</source>
        <translation>사라진 Kafka 30분</translation>
    </message>
    <message>
        <source>Kafka was down for 25 minutes and is back since a moment ago. All jobs catch up, only order-lifecycle stays nearly half an hour behind: shops now send what they could not send before, far more than usual, for the rest of the day. Customer care needs the present state of the orders within the hour, and not one event may be left out.</source>
        <translation>Kafka가 25분 동안 중단되었다가 방금 복구되었습니다. 다른 작업은 모두 따라잡는데 order-lifecycle만 거의 30분 뒤처져 있습니다. 그동안 보내지 못한 것을 상점들이 지금 보내고 있어 오늘은 계속 평소보다 트래픽이 훨씬 많습니다. 고객센터는 한 시간 안에 주문의 현재 상태가 필요하고, 이벤트는 하나도 빠지면 안 됩니다.</translation>
    </message>
    <message>
        <source>At which rate does the lag shrink? Compare records consumed with records that arrive.</source>
        <translation>지연(lag)은 어떤 속도로 줄어드나요? 소비하는 레코드와 도착하는 레코드를 비교하세요.</translation>
    </message>
    <message>
        <source>Which task limits the job, and how many partitions has the topic?</source>
        <translation>작업의 한계가 되는 태스크는 무엇이고, 토픽의 파티션은 몇 개인가요?</translation>
    </message>
    <message>
        <source>Twelve partitions feed up to twelve subtasks: parallelism 12 until it has caught up.</source>
        <translation>파티션 12개는 서브태스크를 12개까지 채울 수 있습니다. 따라잡을 때까지 병렬도를 12로 올리세요.</translation>
    </message>
    <message>
        <source>The job has no reserve: at this traffic four subtasks can only just keep up.</source>
        <translation>작업에 여유가 없습니다. 이 트래픽에서 서브태스크 4개로는 간신히 따라가는 정도입니다.</translation>
    </message>
    <message>
        <source>The consumer lost its offsets and reads everything again.</source>
        <translation>컨슈머가 오프셋을 잃고 전부 다시 읽고 있습니다.</translation>
    </message>
    <message>
        <source>Some partitions of the topic are still without a leader.</source>
        <translation>토픽의 일부 파티션에 아직 리더가 없습니다.</translation>
    </message>
    <message>
        <source>The job restarts again and again and makes no progress.</source>
        <translation>작업이 계속 재시작되어 진행하지 못합니다.</translation>
    </message>
    <message>
        <source>order-lifecycle has caught up to within a minute, without leaving events out.</source>
        <translation>order-lifecycle이 이벤트를 빠뜨리지 않고 지연 1분 이내로 따라잡았습니다.</translation>
    </message>
    <message>
        <source>Its busiest task has a reserve of 10 percent.</source>
        <translation>가장 바쁜 태스크에 10퍼센트의 여유가 있습니다.</translation>
    </message>
    <message>
        <source>During the outage 25 minutes of events gathered in Kafka. The job survived, but under the rush after it the state machine is all but saturated: what it can do beyond the arriving records is a few percent, so catching up would take until night.</source>
        <translation>중단되는 동안 25분치 이벤트가 Kafka에 쌓였습니다. 작업은 살아남았지만, 이후 몰려든 트래픽에서 상태 머신이 거의 포화 상태입니다. 도착하는 레코드 외에 더 처리할 수 있는 양이 몇 퍼센트뿐이라 따라잡는 데 밤까지 걸립니다.</translation>
    </message>
    <message>
        <source>Scale out for the time being: parallelism 12, as many as the topic has partitions. The job goes on from its last checkpoint, loses a minute and works the backlog off in about a quarter of an hour; afterwards it can shrink again. Only to restart it helps nothing. To begin without state (upgradeMode stateless) jumps to the newest records: the lag vanishes at once, and with it all orders of the outage.</source>
        <translation>당분간 확장하세요. 토픽의 파티션 수만큼 병렬도 12로 올립니다. 작업은 마지막 체크포인트에서 이어지고, 1분 정도 멈춘 뒤 15분쯤이면 밀린 것을 처리합니다. 이후 다시 줄일 수 있습니다. 재시작만으로는 아무 도움이 되지 않습니다. 상태 없이 시작하면(upgradeMode stateless) 최신 레코드로 건너뜁니다. 지연은 바로 사라지지만 중단 시간의 주문도 모두 사라집니다.</translation>
    </message>
    <message>
        <source>Every restart leaves something behind</source>
        <translation>재시작할 때마다 남는 것</translation>
    </message>
    <message>
        <source>The yard system that dock-slotting asks for free docks answers too late once a minute: the job fails and restarts within seconds, and everybody has got used to it. Since today it does not stay with seconds: about every ten minutes a whole TaskManager ends. The yard system is being repaired, which takes until next week. Next to dock-slotting.jar the image holds dock-slotting-2.8.1.jar, whose notes say: closes its JDBC driver and its threads when a task ends.</source>
        <translation>dock-slotting이 빈 도크를 물어보는 야드 시스템이 1분에 한 번씩 너무 늦게 응답합니다. 작업은 실패하고 몇 초 안에 재시작되며, 모두 여기에 익숙해졌습니다. 그런데 오늘부터는 몇 초로 끝나지 않고 약 10분마다 TaskManager가 통째로 종료됩니다. 야드 시스템은 수리 중이며 다음 주까지 걸립니다. 이미지에는 dock-slotting.jar 옆에 dock-slotting-2.8.1.jar가 있고, 릴리스 노트에는 태스크가 끝나면 JDBC 드라이버와 스레드를 닫는다고 적혀 있습니다.</translation>
    </message>
    <message>
        <source>What does the last line of the log of a TaskManager say before it ends?</source>
        <translation>TaskManager가 종료되기 전 로그의 마지막 줄은 무엇인가요?</translation>
    </message>
    <message>
        <source>Follow Status.JVM.Memory.Metaspace.Used of a TaskManager over some restarts of the job.</source>
        <translation>작업이 몇 번 재시작되는 동안 TaskManager의 Status.JVM.Memory.Metaspace.Used를 지켜보세요.</translation>
    </message>
    <message>
        <source>Each restart loads the program&apos;s classes anew, and something keeps the old ones: the version that cleans up is 2.8.1.</source>
        <translation>재시작할 때마다 프로그램의 클래스를 새로 로드하는데, 무언가가 이전 클래스를 붙잡고 있습니다. 정리하는 버전은 2.8.1입니다.</translation>
    </message>
    <message>
        <source>Objects on the heap leak with each restart.</source>
        <translation>재시작할 때마다 힙의 객체가 누수됩니다.</translation>
    </message>
    <message>
        <source>Each restart leaves the program&apos;s classes behind in the metaspace.</source>
        <translation>재시작할 때마다 프로그램의 클래스가 메타스페이스에 남습니다.</translation>
    </message>
    <message>
        <source>The metaspace is too small for this program&apos;s classes.</source>
        <translation>이 프로그램의 클래스에 비해 메타스페이스가 너무 작습니다.</translation>
    </message>
    <message>
        <source>The yard system sends answers that are too large.</source>
        <translation>야드 시스템이 너무 큰 응답을 보냅니다.</translation>
    </message>
    <message>
        <source>Restarts leave no classes behind: three in one TaskManager, and its metaspace is as before.</source>
        <translation>재시작해도 클래스가 남지 않습니다. 한 TaskManager에서 3회 재시작해도 메타스페이스가 그대로입니다.</translation>
    </message>
    <message>
        <source>No TaskManager of dock-slotting has ended in the last ten minutes.</source>
        <translation>최근 10분 동안 종료된 dock-slotting의 TaskManager가 없습니다.</translation>
    </message>
    <message>
        <source>dock-slotting registers a JDBC driver and starts a thread, and both hold on to the class loader of the task that has ended. Flink loads the program&apos;s classes anew at every restart, so each one leaves about 28 MiB behind in the metaspace of the TaskManager. After six or seven restarts its 256 MiB are full, and Flink ends the process: java.lang.OutOfMemoryError: Metaspace.</source>
        <translation>dock-slotting은 JDBC 드라이버를 등록하고 스레드를 시작하는데, 둘 다 이미 끝난 태스크의 클래스 로더를 붙잡고 있습니다. Flink는 재시작할 때마다 프로그램의 클래스를 새로 로드하므로 매번 약 28 MiB가 TaskManager의 메타스페이스에 남습니다. 여섯 번에서 일곱 번 재시작하면 256 MiB가 가득 차고 Flink가 프로세스를 종료합니다: java.lang.OutOfMemoryError: Metaspace.</translation>
    </message>
    <message>
        <source>Roll out the version that cleans up after itself: jarURI local:///opt/flink/usrlib/dock-slotting-2.8.1.jar. The restarts go on until the yard system is repaired, but they cost seconds and nothing accumulates. A larger taskmanager.memory.jvm-metaspace.size only makes the fuse longer, and a restart of the whole deployment begins it again.</source>
        <translation>스스로 정리하는 버전을 배포하세요: jarURI local:///opt/flink/usrlib/dock-slotting-2.8.1.jar. 야드 시스템이 수리될 때까지 재시작은 계속되지만 몇 초면 끝나고 아무것도 쌓이지 않습니다. taskmanager.memory.jvm-metaspace.size를 늘리면 시간을 벌 뿐이고, 배포 전체를 재시작하면 처음부터 다시 시작될 뿐입니다.</translation>
    </message>
    <message>
        <source>TaskManagers that come and go</source>
        <translation>계속 바뀌는 TaskManager</translation>
    </message>
    <message>
        <source>After the release of warehouse-inventory 7.2.0 the stock levels in the shop are stale every few minutes. The job restarts again and again, and each time a TaskManager pod has another name than before. 7.2.0 cannot go back: the warehouse already sends the new compressed format that only this version reads.</source>
        <translation>warehouse-inventory 7.2.0을 배포한 뒤로 상점의 재고 수량이 몇 분마다 오래된 값으로 남습니다. 작업이 계속 재시작되고, 그때마다 TaskManager 파드의 이름이 바뀝니다. 7.2.0은 되돌릴 수 없습니다. 창고가 이미 이 버전만 읽을 수 있는 새 압축 형식으로 보내고 있습니다.</translation>
    </message>
    <message>
        <source>Look at the exceptions: with which exit code and for which reason did the TaskManager end?</source>
        <translation>예외를 보세요. TaskManager가 어떤 종료 코드와 이유로 끝났나요?</translation>
    </message>
    <message>
        <source>137 and OOMKilled: the kernel killed the container at its memory limit. Is the JVM&apos;s heap full, or is something outside of it?</source>
        <translation>137과 OOMKilled: 메모리 제한에 도달해 커널이 컨테이너를 종료했습니다. JVM 힙이 가득 찼나요, 아니면 힙 밖의 무언가인가요?</translation>
    </message>
    <message>
        <source>The decompression of 7.2.0 takes about 1 GiB of native memory in each TaskManager, which nobody has planned: more memory for the pod, or a larger part of it that Flink leaves alone.</source>
        <translation>7.2.0의 압축 해제는 TaskManager마다 약 1 GiB의 네이티브 메모리를 쓰는데 아무도 계획하지 않았습니다. 파드의 메모리를 늘리거나, Flink가 건드리지 않는 부분을 늘리세요.</translation>
    </message>
    <message>
        <source>The JVM&apos;s heap is too small for the new version.</source>
        <translation>새 버전에 비해 JVM 힙이 너무 작습니다.</translation>
    </message>
    <message>
        <source>The machine is out of memory and evicts pods.</source>
        <translation>머신의 메모리가 부족해 파드를 축출합니다.</translation>
    </message>
    <message>
        <source>Native memory outside of Flink&apos;s plan exceeds the limit of the container.</source>
        <translation>Flink의 계획에 없는 네이티브 메모리가 컨테이너의 제한을 넘습니다.</translation>
    </message>
    <message>
        <source>A liveness probe fails, and the kubelet restarts the container.</source>
        <translation>liveness 프로브가 실패해 kubelet이 컨테이너를 재시작합니다.</translation>
    </message>
    <message>
        <source>warehouse-inventory 7.2.0 runs, and the operator has nothing to complain of.</source>
        <translation>warehouse-inventory 7.2.0이 실행되고 Operator에 오류가 없습니다.</translation>
    </message>
    <message>
        <source>No TaskManager was killed for its memory in the last ten minutes.</source>
        <translation>최근 10분 동안 메모리 때문에 종료된 TaskManager가 없습니다.</translation>
    </message>
    <message>
        <source>warehouse-inventory 7.2.0 brings a native library for decompression, whose buffers take about 1 GiB in each TaskManager. Flink divides the pod&apos;s memory among heap, managed memory, network and overhead, and RocksDB uses what is its own: for another gibibyte there is no room. The container reaches its limit, the kernel kills it (137, OOMKilled), Flink asks for a new one, and after some minutes the same happens to that one.</source>
        <translation>warehouse-inventory 7.2.0에는 압축 해제용 네이티브 라이브러리가 들어 있고, 그 버퍼가 TaskManager마다 약 1 GiB를 씁니다. Flink는 파드의 메모리를 힙, 관리 메모리, 네트워크, 오버헤드로 나누고 RocksDB는 자기 몫을 쓰므로 1 GiB를 더 둘 자리가 없습니다. 컨테이너가 제한에 도달하면 커널이 종료하고(137, OOMKilled), Flink가 새 TaskManager를 요청하며, 몇 분 뒤 같은 일이 반복됩니다.</translation>
    </message>
    <message>
        <source>Give the TaskManagers room: spec.taskManager.resource.memory = 6144m. Better still, tell Flink of it as well with taskmanager.memory.task.off-heap.size = 1g, so that the plan adds up. A larger heap or other shares in a pod of the same size only move the moment. A restart only starts the clock again.</source>
        <translation>TaskManager에 여유를 주세요: spec.taskManager.resource.memory = 6144m. taskmanager.memory.task.off-heap.size = 1g로 Flink에도 알려 계획이 맞게 하면 더 좋습니다. 파드 크기는 그대로 두고 힙이나 다른 비율만 늘리면 시점이 바뀔 뿐입니다. 재시작은 시간을 처음으로 되돌릴 뿐입니다.</translation>
    </message>
</context>
</TS>
