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
</context>
</TS>
