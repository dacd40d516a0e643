<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>plans::Applying</name>
    <message>
        <source>The object has changed meanwhile, and so has what applying would do.</source>
        <translation>그 사이 리소스가 변경되어 적용 결과도 달라졌습니다.</translation>
    </message>
</context>
<context>
    <name>plans::CandidateSearch</name>
    <message>
        <source>Snapshot resources could not be listed: %1</source>
        <translation>스냅샷 리소스를 조회할 수 없었습니다: %1</translation>
    </message>
    <message>
        <source>The metadata of high availability could not be looked for: %1</source>
        <translation>고가용성 메타데이터를 찾아볼 수 없었습니다: %1</translation>
    </message>
    <message>
        <source>Flink could not be asked for its checkpoints: %1</source>
        <translation>Flink에 체크포인트를 물어볼 수 없었습니다: %1</translation>
    </message>
    <message>
        <source>The pods could not be listed: %1</source>
        <translation>파드 목록을 조회하지 못했습니다: %1</translation>
    </message>
</context>
<context>
    <name>plans::FlinkLooking</name>
    <message>
        <source>Flink does not know the job any more.</source>
        <translation>Flink가 이 작업을 더 이상 알지 못합니다.</translation>
    </message>
    <message>
        <source>This version of Drey does not know such a step (%1).</source>
        <translation>이 버전의 Drey는 이런 단계(%1)를 알지 못합니다.</translation>
    </message>
    <message>
        <source>The job has ended meanwhile: it is %1.</source>
        <translation>그사이 작업이 끝났습니다. Job 상태는 %1입니다.</translation>
    </message>
    <message>
        <source>Flink is making it.</source>
        <translation>Flink가 만드는 중입니다.</translation>
    </message>
    <message>
        <source>Checkpoint %1.</source>
        <translation>체크포인트 %1.</translation>
    </message>
    <message>
        <source>Flink has made it; its statistics do not tell of it yet.</source>
        <translation>Flink가 만들었으나 통계에는 아직 나타나지 않습니다.</translation>
    </message>
    <message>
        <source>Flink has forgotten the request, as a JobManager does that starts anew, and tells of nothing that was made since. Nobody can say whether it was completed: look into the directory, or ask again.</source>
        <translation>JobManager가 새로 시작하면 그러듯 Flink가 이 요청을 잊었고, 그 뒤에 만들어진 것도 없다고 합니다. 완료되었는지는 알 수 없습니다. 디렉터리를 확인하거나 다시 요청하세요.</translation>
    </message>
    <message>
        <source>The job is %1.</source>
        <translation>Job 상태는 %1입니다.</translation>
    </message>
    <message>
        <source>The job has ended as %1. The savepoint: %2</source>
        <translation>작업이 %1 상태로 끝났습니다. 세이브포인트: %2</translation>
    </message>
    <message>
        <source>Somebody else has required another parallelism meanwhile.</source>
        <translation>그사이 다른 누군가가 다른 병렬도를 요구했습니다.</translation>
    </message>
    <message>
        <source>All its tasks run.</source>
        <translation>모든 태스크가 실행 중입니다.</translation>
    </message>
    <message>
        <source>It waits for slots: %1</source>
        <translation>슬롯을 기다리는 중: %1</translation>
    </message>
    <message>
        <source>Job %1</source>
        <translation>작업 %1</translation>
    </message>
    <message>
        <source>The job is %1: %2</source>
        <translation>Job 상태는 %1입니다: %2</translation>
    </message>
    <message>
        <source>It has restored %1 instead of %2.</source>
        <translation>예정한 지점(%2)이 아니라 다른 지점(%1)에서 복원했습니다.</translation>
    </message>
    <message>
        <source>Flink does not tell yet from what it has restored.</source>
        <translation>Flink가 어디에서 복원했는지 아직 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>The job runs, but it has restored nothing: it started empty.</source>
        <translation>작업은 실행 중이지만 아무것도 복원하지 않았습니다. 빈 상태로 시작했습니다.</translation>
    </message>
</context>
<context>
    <name>plans::Looking</name>
    <message>
        <source>This version of Drey does not know such a step (%1).</source>
        <translation>이 버전의 Drey는 이런 단계(%1)를 알지 못합니다.</translation>
    </message>
    <message>
        <source>%1 was deleted meanwhile.</source>
        <translation>그사이 &apos;%1&apos; 객체가 삭제되었습니다.</translation>
    </message>
    <message>
        <source>%1 was deleted and made anew meanwhile.</source>
        <translation>그사이 &apos;%1&apos; 객체가 삭제되고 새로 만들어졌습니다.</translation>
    </message>
    <message>
        <source>Flink does not answer yet.</source>
        <translation>Flink가 아직 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Generation %1.</source>
        <translation>generation %1.</translation>
    </message>
    <message>
        <source>Somebody has changed the object since this was planned. Nothing was sent: look at it, and plan anew.</source>
        <translation>계획을 세운 뒤 누군가 오브젝트를 변경했습니다. 아무것도 보내지 않았습니다. 확인한 뒤 다시 계획하세요.</translation>
    </message>
    <message>
        <source>Somebody has changed the object again: it does not say any more what was planned.</source>
        <translation>누군가 오브젝트를 다시 변경했습니다. 계획한 내용과 다릅니다.</translation>
    </message>
    <message>
        <source>The operator reports: %1</source>
        <translation>Operator의 보고: %1</translation>
    </message>
    <message>
        <source>The job is being stopped.</source>
        <translation>작업을 중지하는 중입니다.</translation>
    </message>
    <message>
        <source>There is still: %1</source>
        <translation>아직 남아 있음: %1</translation>
    </message>
    <message>
        <source>It is suspended, but the operator names no savepoint.</source>
        <translation>일시 중지되었지만 Operator가 세이브포인트를 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>It can be resumed from %1.</source>
        <translation>%1에서 재개할 수 있습니다.</translation>
    </message>
    <message>
        <source>The operator has rolled it back: the spec that was stable before runs, the object says the new one.</source>
        <translation>Operator가 롤백했습니다. 오브젝트에는 새 spec이 있지만 이전에 안정적이던 spec이 실행 중입니다.</translation>
    </message>
    <message>
        <source>Flink has no such job yet.</source>
        <translation>Flink에 아직 이 작업이 없습니다.</translation>
    </message>
    <message>
        <source>The run from before is still there.</source>
        <translation>이전 실행이 아직 남아 있습니다.</translation>
    </message>
    <message>
        <source>Job %1.</source>
        <translation>Job %1.</translation>
    </message>
    <message>
        <source>The job has failed, and nothing restarts it.</source>
        <translation>작업이 실패했고 다시 시작하는 것이 없습니다.</translation>
    </message>
    <message>
        <source>The job is %1, %2 of %3 tasks run.</source>
        <translation>Job 상태는 %1, 태스크 %3개 중 %2개가 실행 중입니다.</translation>
    </message>
    <message>
        <source>Pod %1 finds no node: %2</source>
        <translation>&apos;%1&apos; 파드를 배치할 노드가 없습니다: %2</translation>
    </message>
    <message>
        <source>Pod %1</source>
        <translation>파드 %1</translation>
    </message>
    <message>
        <source>It does not start. %1</source>
        <translation>시작되지 않습니다. %1</translation>
    </message>
    <message>
        <source>The JobManager is not ready yet.</source>
        <translation>JobManager가 아직 준비되지 않았습니다.</translation>
    </message>
    <message>
        <source>Flink %1 answers.</source>
        <translation>Flink %1 버전이 응답합니다.</translation>
    </message>
    <message>
        <source>The job runs, but it has restored nothing: it started empty.</source>
        <translation>작업은 실행 중이지만 아무것도 복원하지 않았습니다. 빈 상태로 시작했습니다.</translation>
    </message>
    <message>
        <source>Nothing was restored.</source>
        <translation>복원한 것이 없습니다.</translation>
    </message>
    <message>
        <source>It has restored %1 instead of %2.</source>
        <translation>예정한 지점(%2)이 아니라 다른 지점(%1)에서 복원했습니다.</translation>
    </message>
    <message>
        <source>Restored from %1.</source>
        <translation>%1에서 복원했습니다.</translation>
    </message>
    <message>
        <source>The job does not checkpoint.</source>
        <translation>작업이 체크포인트를 만들지 않습니다.</translation>
    </message>
    <message>
        <source>Checkpoint %1.</source>
        <translation>체크포인트 %1.</translation>
    </message>
    <message>
        <source>Checkpoint %1 failed: %2</source>
        <translation>체크포인트 %1 실패: %2</translation>
    </message>
    <message>
        <source>None has completed yet.</source>
        <translation>아직 완료된 것이 없습니다.</translation>
    </message>
    <message>
        <source>The job is gone again.</source>
        <translation>작업이 다시 사라졌습니다.</translation>
    </message>
    <message>
        <source>It has not restarted.</source>
        <translation>재시작하지 않았습니다.</translation>
    </message>
    <message>
        <source>It has restarted; the time begins anew.</source>
        <translation>재시작했습니다. 시간을 처음부터 다시 잽니다.</translation>
    </message>
    <message>
        <source>Somebody has deleted the FlinkStateSnapshot; its files may be there or not.</source>
        <translation>누군가 FlinkStateSnapshot을 삭제했습니다. 파일은 남아 있을 수도, 없을 수도 있습니다.</translation>
    </message>
    <message>
        <source>It is complete; its path is not known yet.</source>
        <translation>완료되었습니다. 경로는 아직 알 수 없습니다.</translation>
    </message>
    <message>
        <source>It is complete; the operator does not know its path.</source>
        <translation>완료되었습니다. Operator가 경로를 알지 못합니다.</translation>
    </message>
    <message>
        <source>The operator says FAILED, and not why.</source>
        <translation>Operator가 FAILED라고만 하고 이유는 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>The operator has given it up: the job does not run. %1</source>
        <translation>Operator가 포기했습니다. 작업이 실행 중이 아닙니다. %1</translation>
    </message>
    <message>
        <source>An attempt failed: %1</source>
        <translation>시도가 실패했습니다: %1</translation>
    </message>
    <message>
        <source>Flink is at it.</source>
        <translation>Flink가 처리하는 중입니다.</translation>
    </message>
    <message>
        <source>The operator has not begun yet.</source>
        <translation>Operator가 아직 시작하지 않았습니다.</translation>
    </message>
    <message>
        <source>Held by: %1</source>
        <translation>삭제를 막고 있는 항목: %1</translation>
    </message>
    <message>
        <source>job %1</source>
        <translation>Job %1</translation>
    </message>
    <message>
        <source>The job runs on as it is; its savepoint may be failing, which the operator tries for ever. It reports: %1 Wait, take the change back, or let the job go on from its last checkpoint instead (upgradeMode last-state).</source>
        <translation>작업은 그대로 실행 중이며 세이브포인트가 실패하고 있을 수 있습니다. Operator는 계속 다시 시도합니다. 보고: %1 기다리거나, 변경을 되돌리거나, 마지막 체크포인트에서 이어 가게 하세요(upgradeMode last-state).</translation>
    </message>
    <message>
        <source>%1 A quota of the namespace is full: %2.</source>
        <translation>%1 네임스페이스 쿼터가 가득 찼습니다: %2.</translation>
    </message>
    <message>
        <source>Flink does not tell of the savepoint yet.</source>
        <translation>Flink가 아직 세이브포인트를 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>The operator has recorded %1, Flink still tells of %2.</source>
        <translation>Operator가 기록한 값은 %1, Flink가 아직 알려 주는 값은 %2입니다.</translation>
    </message>
    <message>
        <source>The operator has given it up.</source>
        <translation>Operator가 포기했습니다.</translation>
    </message>
    <message>
        <source>Flink does not answer.</source>
        <translation>Flink가 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Somebody else has made %1 anew, without the snapshot to start from.</source>
        <translation>다른 누군가가 시작할 스냅샷 없이 &apos;%1&apos; 객체를 새로 만들었습니다.</translation>
    </message>
    <message>
        <source>The operator has given the transition up: %1</source>
        <translation>Operator가 전환을 포기했습니다: %1</translation>
    </message>
    <message>
        <source>A savepoint of the active colour is being made.</source>
        <translation>활성 색의 세이브포인트를 만드는 중입니다.</translation>
    </message>
    <message>
        <source>No pod of %1 is left.</source>
        <translation>&apos;%1&apos; 배포의 파드가 남아 있지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) of it are still there.</source>
        <translation>
            <numerusform>파드 %n개가 아직 남아 있습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plans::Neighbourhood</name>
    <message>
        <source>%1 could not be looked at: %2</source>
        <translation>&apos;%1&apos; 리소스를 확인하지 못했습니다: %2</translation>
    </message>
</context>
<context>
    <name>plans::Outlook</name>
    <message>
        <source>The metadata of high availability could not be looked for: %1</source>
        <translation>고가용성 메타데이터를 확인하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The JobManager could not be looked at: %1</source>
        <translation>JobManager를 확인하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The session cluster could not be looked at: %1</source>
        <translation>세션 클러스터를 확인하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Its session jobs could not be listed: %1</source>
        <translation>세션 작업 목록을 가져오지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Flink could not be asked for its checkpoints: %1</source>
        <translation>Flink의 체크포인트를 확인하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The change could not be rehearsed, so it was only laid over the object: %1</source>
        <translation>변경을 미리 실행해 볼 수 없어 오브젝트에 겹쳐 보기만 했습니다: %1</translation>
    </message>
</context>
<context>
    <name>plans::Text</name>
    <message>
        <source>&apos;%1&apos; cannot be the name of an object.</source>
        <translation>&apos;%1&apos; 값은 리소스 이름으로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>This cluster knows no %1.</source>
        <translation>이 클러스터에 없는 종류입니다: %1</translation>
    </message>
    <message>
        <source>A manifest needs apiVersion, kind and metadata.name.</source>
        <translation>매니페스트에는 apiVersion, kind, metadata.name이 필요합니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be an apiVersion.</source>
        <translation>&apos;%1&apos; 값은 apiVersion으로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>What is about to be applied cannot be written down in &apos;%1&apos;, so nothing was done: %2</source>
        <translation>적용할 내용을 &apos;%1&apos; 파일에 기록할 수 없어 아무것도 하지 않았습니다: %2</translation>
    </message>
    <message>
        <source>The cluster did not tell how its Flink kinds are made: the schemas that come with Drey count.</source>
        <translation>클러스터에서 Flink 리소스의 스키마를 가져오지 못해 Drey에 포함된 스키마를 사용했습니다.</translation>
    </message>
    <message>
        <source>The change holds values that are kept in no file. Plan it anew.</source>
        <translation>변경에 파일로 보관하지 않는 값이 들어 있습니다. 다시 계획하세요.</translation>
    </message>
    <message>
        <source>Ask for a savepoint</source>
        <translation>세이브포인트 요청</translation>
    </message>
    <message>
        <source>Ask for a checkpoint</source>
        <translation>체크포인트 요청</translation>
    </message>
    <message>
        <source>the FlinkStateSnapshot &apos;%1&apos; is there</source>
        <translation>FlinkStateSnapshot &apos;%1&apos; 생성됨</translation>
    </message>
    <message>
        <source>The savepoint is made</source>
        <translation>세이브포인트 생성</translation>
    </message>
    <message>
        <source>The checkpoint is made</source>
        <translation>체크포인트 생성</translation>
    </message>
    <message>
        <source>the operator reports it as COMPLETED</source>
        <translation>Operator가 COMPLETED로 보고</translation>
    </message>
    <message>
        <source>the operator reports the one of this nonce</source>
        <translation>Operator가 이 nonce의 결과를 보고</translation>
    </message>
    <message>
        <source>the object says it</source>
        <translation>오브젝트에 반영됨</translation>
    </message>
    <message>
        <source>Nothing: the operator goes on by itself.</source>
        <translation>없음: Operator가 알아서 계속합니다.</translation>
    </message>
    <message>
        <source>The operator takes it up</source>
        <translation>Operator가 변경을 받아들임</translation>
    </message>
    <message>
        <source>what it has reconciled last is the new spec</source>
        <translation>Operator가 마지막으로 조정한 spec이 새 spec</translation>
    </message>
    <message>
        <source>the job has stopped with a savepoint, and the new spec is reconciled</source>
        <translation>작업이 세이브포인트와 함께 중지되고 새 spec이 조정됨</translation>
    </message>
    <message>
        <source>The session cluster is ready</source>
        <translation>세션 클러스터 준비</translation>
    </message>
    <message>
        <source>Flink answers, and all pods are ready</source>
        <translation>Flink가 응답하고 모든 파드가 준비됨</translation>
    </message>
    <message>
        <source>The job runs</source>
        <translation>작업 실행</translation>
    </message>
    <message>
        <source>Flink reports a new run with all its tasks</source>
        <translation>Flink가 모든 태스크와 함께 새 실행을 보고</translation>
    </message>
    <message>
        <source>It starts empty</source>
        <translation>빈 상태로 시작</translation>
    </message>
    <message>
        <source>Its state is there</source>
        <translation>상태 복원</translation>
    </message>
    <message>
        <source>Flink reports that nothing was restored</source>
        <translation>Flink가 복원한 것이 없다고 보고</translation>
    </message>
    <message>
        <source>Flink reports from what it has restored</source>
        <translation>Flink가 무엇에서 복원했는지 보고</translation>
    </message>
    <message>
        <source>The first new checkpoint</source>
        <translation>첫 새 체크포인트</translation>
    </message>
    <message>
        <source>Flink has completed one since the job runs</source>
        <translation>작업 실행 후 Flink가 하나를 완료</translation>
    </message>
    <message>
        <source>It keeps running</source>
        <translation>계속 실행</translation>
    </message>
    <message numerus="yes">
        <source>no restart for %n second(s)</source>
        <translation>
            <numerusform>%n초 동안 재시작 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspend the job</source>
        <translation>작업 일시 중지</translation>
    </message>
    <message>
        <source>Nothing runs any more</source>
        <translation>실행 중인 것 없음</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 삭제</translation>
    </message>
    <message>
        <source>the API server has taken the deletion</source>
        <translation>API 서버가 삭제를 받아들임</translation>
    </message>
    <message>
        <source>The cluster, its high-availability metadata and what the operator knows of its savepoints go away; files of checkpoints and savepoints stay.</source>
        <translation>클러스터와 고가용성 메타데이터, Operator가 아는 세이브포인트 정보가 사라집니다. 체크포인트와 세이브포인트 파일은 남습니다.</translation>
    </message>
    <message>
        <source>It is gone</source>
        <translation>삭제 완료</translation>
    </message>
    <message>
        <source>neither the object nor its pods are there</source>
        <translation>오브젝트와 파드가 모두 없음</translation>
    </message>
    <message>
        <source>Resume the job</source>
        <translation>작업 재개</translation>
    </message>
    <message>
        <source>Ask for a restart</source>
        <translation>재시작 요청</translation>
    </message>
    <message>
        <source>Start anew from the snapshot</source>
        <translation>스냅샷에서 새로 시작</translation>
    </message>
    <message>
        <source>Write the earlier spec</source>
        <translation>이전 spec 쓰기</translation>
    </message>
    <message>
        <source>Write the new spec</source>
        <translation>새 spec 쓰기</translation>
    </message>
    <message>
        <source>Savepoint of %1</source>
        <translation>%1 세이브포인트</translation>
    </message>
    <message>
        <source>Checkpoint of %1</source>
        <translation>%1 체크포인트</translation>
    </message>
    <message>
        <source>Suspend %1</source>
        <translation>%1 일시 중지</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>%1 재개</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 재시작</translation>
    </message>
    <message>
        <source>Upgrade %1</source>
        <translation>%1 업그레이드</translation>
    </message>
    <message>
        <source>Rescale %1</source>
        <translation>%1 병렬도 변경</translation>
    </message>
    <message>
        <source>Roll %1 back</source>
        <translation>%1 롤백</translation>
    </message>
    <message>
        <source>Redeploy %1</source>
        <translation>%1 재배포</translation>
    </message>
    <message>
        <source>The job goes on while it is made.</source>
        <translation>만드는 동안 작업은 계속 실행됩니다.</translation>
    </message>
    <message>
        <source>A savepoint is taken first; then the cluster and all that the operator knows of it go away.</source>
        <translation>먼저 세이브포인트를 만든 다음, 클러스터와 Operator가 아는 모든 정보가 사라집니다.</translation>
    </message>
    <message>
        <source>The job is cancelled without a savepoint; the cluster and all that the operator knows of it go away.</source>
        <translation>세이브포인트 없이 작업을 취소하며, 클러스터와 Operator가 아는 모든 정보가 사라집니다.</translation>
    </message>
    <message>
        <source>It starts from: %1.</source>
        <translation>시작 지점: %1.</translation>
    </message>
    <message>
        <source>You have the rights that are needed.</source>
        <translation>필요한 권한이 있습니다.</translation>
    </message>
    <message>
        <source>You may not: %1.</source>
        <translation>권한이 없습니다: %1.</translation>
    </message>
    <message>
        <source>Not allowed, or not known whether it is: %1. Less can be seen of what happens.</source>
        <translation>권한이 없거나 확인할 수 없습니다: %1. 진행 상황을 덜 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The context takes changes.</source>
        <translation>이 컨텍스트는 변경을 허용합니다.</translation>
    </message>
    <message>
        <source>The context &apos;%1&apos; is protected: nothing is sent to it.</source>
        <translation>&apos;%1&apos; 컨텍스트는 보호되어 있어 아무것도 보내지 않습니다.</translation>
    </message>
    <message>
        <source>No other operation of Drey is at it.</source>
        <translation>진행 중인 다른 작업 내역이 없습니다.</translation>
    </message>
    <message>
        <source>Operation %1 (%2) is still open: continue it or abandon it first.</source>
        <translation>작업 내역 %1(%2) 항목이 아직 열려 있습니다. 먼저 이어서 하거나 포기하세요.</translation>
    </message>
    <message>
        <source>Nothing changes it back by itself.</source>
        <translation>저절로 되돌리는 것이 없습니다.</translation>
    </message>
    <message>
        <source>It is a session cluster without a job of its own.</source>
        <translation>자체 작업이 없는 세션 클러스터입니다.</translation>
    </message>
    <message>
        <source>The job is suspended.</source>
        <translation>작업이 일시 중지되어 있습니다.</translation>
    </message>
    <message>
        <source>Flink does not answer; the operator saw the job as %1.</source>
        <translation>Flink가 응답하지 않습니다. Operator가 본 Job 상태는 %1입니다.</translation>
    </message>
    <message>
        <source>Flink knows no job of the id that the operator names.</source>
        <translation>Flink에 Operator가 말하는 ID의 작업이 없습니다.</translation>
    </message>
    <message>
        <source>The job runs with all its tasks.</source>
        <translation>작업이 모든 태스크와 함께 실행 중입니다.</translation>
    </message>
    <message>
        <source>%1 of %2 tasks run: a savepoint needs all of them.</source>
        <translation>태스크 %2개 중 %1개만 실행 중입니다. 세이브포인트에는 모든 태스크가 필요합니다.</translation>
    </message>
    <message>
        <source>The job is %1.</source>
        <translation>Job 상태는 %1입니다.</translation>
    </message>
    <message>
        <source>Flink could not be asked for its checkpoints.</source>
        <translation>Flink에 체크포인트를 물어볼 수 없었습니다.</translation>
    </message>
    <message>
        <source>No checkpoint has completed since the JobManager came up.</source>
        <translation>JobManager가 시작된 뒤 완료된 체크포인트가 없습니다.</translation>
    </message>
    <message>
        <source>The job does not checkpoint.</source>
        <translation>작업이 체크포인트를 만들지 않습니다.</translation>
    </message>
    <message>
        <source>Checkpoint %1 completed %2 ago: %3 in %4.</source>
        <translation>체크포인트 %1: %2 전에 완료됨, %3, %4 소요.</translation>
    </message>
    <message numerus="yes">
        <source>The last %n attempt(s) failed.</source>
        <translation>
            <numerusform>마지막 %n회 시도가 실패했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The ConfigMaps of high availability could not be listed.</source>
        <translation>고가용성 ConfigMap을 조회할 수 없었습니다.</translation>
    </message>
    <message>
        <source>The metadata of high availability is there.</source>
        <translation>고가용성 메타데이터가 있습니다.</translation>
    </message>
    <message>
        <source>High availability is on, and its metadata is gone.</source>
        <translation>고가용성이 켜져 있지만 메타데이터가 없습니다.</translation>
    </message>
    <message>
        <source>There is no metadata of high availability, and none is needed.</source>
        <translation>고가용성 메타데이터가 없으며 필요하지도 않습니다.</translation>
    </message>
    <message>
        <source>Savepoints have a directory.</source>
        <translation>세이브포인트 디렉터리가 있습니다.</translation>
    </message>
    <message>
        <source>No directory for savepoints is set (execution.checkpointing.savepoint-dir), unless the operator&apos;s own configuration does it.</source>
        <translation>세이브포인트 디렉터리(execution.checkpointing.savepoint-dir)가 없습니다. Operator 자체 설정에 있을 수는 있습니다.</translation>
    </message>
    <message>
        <source>The server would refuse it: %1</source>
        <translation>서버가 거부할 것입니다: %1</translation>
    </message>
    <message>
        <source>It could not be rehearsed on the server.</source>
        <translation>서버에서 미리 실행해 볼 수 없었습니다.</translation>
    </message>
    <message>
        <source>The server and its webhooks would take it.</source>
        <translation>서버와 웹훅이 받아들일 것입니다.</translation>
    </message>
    <message>
        <source>The operator reports: %1</source>
        <translation>Operator의 보고: %1</translation>
    </message>
    <message>
        <source>The operator has not taken up an earlier change yet.</source>
        <translation>Operator가 이전 변경을 아직 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>A savepoint is under way already; the operator waits for it.</source>
        <translation>이미 세이브포인트가 진행 중이며 Operator가 기다리고 있습니다.</translation>
    </message>
    <message>
        <source>The object is being deleted.</source>
        <translation>오브젝트가 삭제되는 중입니다.</translation>
    </message>
    <message>
        <source>A session cluster has no job of its own: name its session job.</source>
        <translation>세션 클러스터에는 자체 작업이 없습니다. 세션 작업을 지정하세요.</translation>
    </message>
    <message>
        <source>It is suspended already.</source>
        <translation>이미 일시 중지되어 있습니다.</translation>
    </message>
    <message>
        <source>It is not suspended.</source>
        <translation>일시 중지되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>There is no snapshot to start from.</source>
        <translation>시작할 스냅샷이 없습니다.</translation>
    </message>
    <message>
        <source>The operator has recorded no spec that was stable.</source>
        <translation>Operator가 기록한 안정적인 spec이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing would change: the object says all of that already.</source>
        <translation>바뀌는 것이 없습니다. 오브젝트에 이미 모두 반영되어 있습니다.</translation>
    </message>
    <message>
        <source>Its storage cannot be reached from this machine.</source>
        <translation>이 컴퓨터에서 저장소에 접근할 수 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are missing or have another length.</source>
        <translation>
            <numerusform>파일 %n개가 없거나 길이가 다릅니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Flink</source>
        <translation>Flink</translation>
    </message>
    <message>
        <source>high availability</source>
        <translation>고가용성</translation>
    </message>
    <message>
        <source>operator status</source>
        <translation>Operator 상태</translation>
    </message>
    <message>
        <source>FlinkStateSnapshot</source>
        <translation>FlinkStateSnapshot</translation>
    </message>
    <message>
        <source>history of Drey</source>
        <translation>Drey 기록</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>저장소</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>온전함</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>확인 안 됨</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>손상됨</translation>
    </message>
    <message>
        <source>the operator reports it as suspended, and no job runs</source>
        <translation>Operator가 일시 중지로 보고하고 실행 중인 작업이 없음</translation>
    </message>
    <message>
        <source>Recover %1</source>
        <translation>%1 복구</translation>
    </message>
    <message>
        <source>The job runs: there is nothing to recover. To start it from elsewhere, redeploy it.</source>
        <translation>작업이 실행 중이라 복구할 것이 없습니다. 다른 지점에서 시작하려면 재배포하세요.</translation>
    </message>
    <message>
        <source>The quotas of the namespace could not be listed.</source>
        <translation>네임스페이스의 쿼터를 조회할 수 없었습니다.</translation>
    </message>
    <message>
        <source>No quota of the namespace is full.</source>
        <translation>가득 찬 네임스페이스 쿼터가 없습니다.</translation>
    </message>
    <message>
        <source>A quota of the namespace is full: new pods may have to wait until old ones are gone.</source>
        <translation>네임스페이스 쿼터가 가득 찼습니다. 기존 파드가 사라질 때까지 새 파드가 기다려야 할 수 있습니다.</translation>
    </message>
    <message>
        <source>The image has no tag of its own: what runs can change unseen.</source>
        <translation>이미지에 고유한 태그가 없습니다. 실행되는 내용이 모르는 사이에 바뀔 수 있습니다.</translation>
    </message>
    <message>
        <source>The tag sounds like Flink %1.%2, and flinkVersion is %3.</source>
        <translation>태그는 Flink %1.%2처럼 보이지만 flinkVersion은 %3입니다.</translation>
    </message>
    <message>
        <source>Whether the image can be pulled is not known before a pod tries.</source>
        <translation>이미지를 가져올 수 있는지는 파드가 시도하기 전에는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The operator resumes from its newest savepoint.</source>
        <translation>Operator가 가장 최근 세이브포인트에서 재개합니다.</translation>
    </message>
    <message>
        <source>The operator would resume from %1, and the newest savepoint is %2: state would be lost, or the job would not start.</source>
        <translation>Operator가 %1에서 재개하려 하지만 가장 최근 세이브포인트는 %2입니다. 상태를 잃거나 작업이 시작되지 않을 수 있습니다.</translation>
    </message>
    <message>
        <source>neither the object is there, nor does its job run</source>
        <translation>객체가 없고 그 작업도 실행되지 않음</translation>
    </message>
    <message>
        <source>The object stays deleted; this journal has it, as it is made anew.</source>
        <translation>객체가 삭제된 채로 남습니다. 새로 만들 내용은 이 기록에 있습니다.</translation>
    </message>
    <message>
        <source>Make %1 anew</source>
        <translation>%1 새로 만들기</translation>
    </message>
    <message>
        <source>the object is there, with the snapshot to start from</source>
        <translation>시작할 스냅샷과 함께 객체가 있음</translation>
    </message>
    <message>
        <source>The object is deleted and made anew, for its operator starts a job from a chosen snapshot in no other way.</source>
        <translation>이 Operator는 다른 방법으로는 고른 스냅샷에서 작업을 시작하지 못하므로, 객체를 삭제하고 새로 만듭니다.</translation>
    </message>
    <message>
        <source>The object has to be deleted and made anew, and holds values that look like secrets: nobody would have them if Drey were stopped in between. Move them to a Secret, or do it by hand.</source>
        <translation>객체를 삭제하고 새로 만들어야 하는데 비밀로 보이는 값이 들어 있습니다. 그 사이에 Drey가 멈추면 그 값은 아무 데도 남지 않습니다. 값을 Secret으로 옮기거나 직접 진행하세요.</translation>
    </message>
    <message>
        <source>The object is deleted and made anew: its uid, its status and what the operator recorded of its savepoints go away.</source>
        <translation>객체를 삭제하고 새로 만듭니다. uid와 상태, Operator가 기록한 세이브포인트 정보는 사라집니다.</translation>
    </message>
    <message>
        <source>Flink reports job %1 as RUNNING.</source>
        <translation>Flink가 &apos;%1&apos; 작업을 RUNNING으로 보고합니다.</translation>
    </message>
    <message>
        <source>There is no JobManager pod.</source>
        <translation>JobManager 파드가 없습니다.</translation>
    </message>
    <message>
        <source>JobManager pod %1 is not ready: %2</source>
        <translation>JobManager 파드 &apos;%1&apos;의 준비가 끝나지 않았습니다: %2</translation>
    </message>
    <message>
        <source>The metadata of high availability is gone: no ConfigMap points to a checkpoint.</source>
        <translation>HA 메타데이터가 사라졌습니다: 체크포인트를 가리키는 ConfigMap이 없습니다.</translation>
    </message>
    <message>
        <source>Flink reports job %1 as %2.</source>
        <translation>Flink가 보고한 &apos;%1&apos; 작업의 상태: %2</translation>
    </message>
    <message>
        <source>Flink answers, and has no such job.</source>
        <translation>Flink는 응답하지만 해당 작업이 없습니다.</translation>
    </message>
    <message>
        <source>The operator has seen the job as %1.</source>
        <translation>Operator가 마지막으로 본 Job 상태는 %1입니다.</translation>
    </message>
    <message>
        <source>What is wrong cannot be told from here.</source>
        <translation>무엇이 문제인지 지금 근거로는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The job runs: there is nothing to recover.</source>
        <translation>작업이 실행 중이므로 복구할 것이 없습니다.</translation>
    </message>
    <message>
        <source>The job has failed; its cluster is there.</source>
        <translation>작업이 실패했습니다. 클러스터는 살아 있습니다.</translation>
    </message>
    <message>
        <source>The cluster is lost: no JobManager works.</source>
        <translation>클러스터를 잃었습니다: 동작하는 JobManager가 없습니다.</translation>
    </message>
    <message>
        <source>The state it would start from is damaged.</source>
        <translation>시작할 때 사용할 상태가 손상되었습니다.</translation>
    </message>
    <message>
        <source>Should Flink not be able to start from it, Drey goes on by itself with the next: %1.</source>
        <translation>Flink가 여기서 시작하지 못하면 Drey가 다음 후보로 자동으로 계속합니다: %1.</translation>
    </message>
    <message>
        <source>The snapshot, or a file of it, is not there.</source>
        <translation>스냅샷 또는 그 파일이 없습니다.</translation>
    </message>
    <message>
        <source>The snapshot cannot be read.</source>
        <translation>스냅샷을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The snapshot does not fit the job.</source>
        <translation>스냅샷이 작업과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The storage does not let Flink read the snapshot.</source>
        <translation>스토리지가 Flink의 스냅샷 읽기를 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>기다리기</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as it can.</source>
        <translation>가능해지면 저절로 이어집니다.</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>롤백…</translation>
    </message>
    <message>
        <source>The spec from before is written, and the job starts with it.</source>
        <translation>이전 spec을 다시 쓰고 그것으로 작업을 시작합니다.</translation>
    </message>
    <message>
        <source>Take the change back…</source>
        <translation>변경 되돌리기…</translation>
    </message>
    <message>
        <source>The spec from before is written, and the job goes on as it was.</source>
        <translation>이전 spec을 다시 쓰고 작업은 그대로 이어집니다.</translation>
    </message>
    <message>
        <source>Let it run…</source>
        <translation>계속 실행…</translation>
    </message>
    <message>
        <source>The suspension is taken back, and the job goes on, or starts again.</source>
        <translation>일시 중지를 되돌립니다. 작업은 이어지거나 다시 시작됩니다.</translation>
    </message>
    <message>
        <source>The restart is asked for no more, and the job goes on as it was.</source>
        <translation>재시작 요청을 되돌리고 작업은 그대로 이어집니다.</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint…</source>
        <translation>마지막 체크포인트에서 이어 가기…</translation>
    </message>
    <message>
        <source>The change stays, and the job is restored from its last checkpoint instead of a savepoint (upgradeMode: last-state).</source>
        <translation>변경은 그대로 두고, 세이브포인트 대신 마지막 체크포인트에서 작업을 복원합니다(upgradeMode: last-state).</translation>
    </message>
    <message>
        <source>Recover…</source>
        <translation>복구…</translation>
    </message>
    <message>
        <source>The job starts from another snapshot: all that are known are looked at.</source>
        <translation>다른 스냅샷에서 작업을 시작합니다. 알려진 스냅샷을 모두 살펴봅니다.</translation>
    </message>
    <message>
        <source>Try again…</source>
        <translation>다시 시도…</translation>
    </message>
    <message>
        <source>The same is planned anew.</source>
        <translation>같은 것을 다시 계획합니다.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>It is looked what has become of it, and it goes on from there.</source>
        <translation>어떻게 되었는지 확인하고 거기서 이어 갑니다.</translation>
    </message>
    <message>
        <source>It would need values that look like secrets, and the journal has none of them: set them by hand.</source>
        <translation>비밀로 보이는 값이 필요하지만 기록에는 없습니다. 직접 설정하세요.</translation>
    </message>
    <message>
        <source>The other colour comes</source>
        <translation>다른 색 시작</translation>
    </message>
    <message>
        <source>the operator reports the transition to %1</source>
        <translation>Operator가 &apos;%1&apos; 색으로 전환되었다고 보고함</translation>
    </message>
    <message>
        <source>The colour before it is gone</source>
        <translation>이전 색 종료</translation>
    </message>
    <message>
        <source>%1 is active, and no pod of %2 is left</source>
        <translation>&apos;%1&apos; 색이 활성이고 &apos;%2&apos; 색의 파드가 남아 있지 않음</translation>
    </message>
    <message>
        <source>A transition is under way already.</source>
        <translation>이미 전환이 진행 중입니다.</translation>
    </message>
    <message>
        <source>This change would not start the other colour: apply it to the object instead.</source>
        <translation>이 변경은 다른 색을 시작하지 않습니다. 대신 객체에 적용하세요.</translation>
    </message>
    <message>
        <source>%1 is active. %2 starts beside it: for a while there must be room for both.</source>
        <translation>&apos;%1&apos; 색이 활성입니다. &apos;%2&apos; 색이 그 옆에서 시작하므로 한동안 둘 다 실행할 여유가 있어야 합니다.</translation>
    </message>
    <message>
        <source>Flink knows the request of the id %1</source>
        <translation>Flink가 ID %1의 요청을 앎</translation>
    </message>
    <message>
        <source>Flink reports it as completed, and its statistics tell of it</source>
        <translation>Flink가 완료로 보고하고 통계에도 나타남</translation>
    </message>
    <message>
        <source>The job has ended</source>
        <translation>작업 종료</translation>
    </message>
    <message>
        <source>Drain the job and stop it with a savepoint</source>
        <translation>작업을 드레인(drain)하고 세이브포인트와 함께 중지</translation>
    </message>
    <message>
        <source>Stop the job with a savepoint</source>
        <translation>세이브포인트와 함께 작업 중지</translation>
    </message>
    <message>
        <source>Nothing: Flink goes on by itself.</source>
        <translation>없음: Flink가 알아서 계속합니다.</translation>
    </message>
    <message>
        <source>Flink reports it as FINISHED</source>
        <translation>Flink가 FINISHED로 보고</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>작업 취소</translation>
    </message>
    <message>
        <source>Flink cancels it</source>
        <translation>Flink가 취소함</translation>
    </message>
    <message>
        <source>What it has worked on since its last checkpoint.</source>
        <translation>마지막 체크포인트 이후에 처리한 내용.</translation>
    </message>
    <message>
        <source>Flink reports it as CANCELED</source>
        <translation>Flink가 CANCELED로 보고</translation>
    </message>
    <message>
        <source>Require another parallelism</source>
        <translation>다른 병렬도 요구</translation>
    </message>
    <message>
        <source>Flink has taken the requirements</source>
        <translation>Flink가 요구 사항을 받아들임</translation>
    </message>
    <message>
        <source>It runs with that parallelism</source>
        <translation>그 병렬도로 실행</translation>
    </message>
    <message>
        <source>all tasks run, as many as are required</source>
        <translation>요구한 수의 태스크가 모두 실행됨</translation>
    </message>
    <message>
        <source>Run the jar from the snapshot</source>
        <translation>스냅샷에서 jar 실행</translation>
    </message>
    <message>
        <source>Flink has a job of the id %1</source>
        <translation>Flink에 ID %1의 작업이 있음</translation>
    </message>
    <message>
        <source>Flink reports it with all its tasks</source>
        <translation>Flink가 모든 태스크와 함께 보고</translation>
    </message>
    <message>
        <source>A new job is started with the uploaded jar, from: %1.</source>
        <translation>업로드된 jar로 새 작업을 다음에서 시작합니다: %1.</translation>
    </message>
    <message>
        <source>The job is restarted from its last checkpoint by its adaptive scheduler, as soon as there are slots for it.</source>
        <translation>슬롯이 생기는 대로 adaptive scheduler가 마지막 체크포인트에서 작업을 다시 시작합니다.</translation>
    </message>
    <message>
        <source>The job is cancelled without a savepoint.</source>
        <translation>세이브포인트 없이 작업을 취소합니다.</translation>
    </message>
    <message>
        <source>The job works off what it has, makes a savepoint and ends. It is not meant to be resumed from that savepoint: its windows and timers have fired.</source>
        <translation>작업이 남은 데이터를 모두 처리하고 세이브포인트를 만든 뒤 끝납니다. 윈도우와 타이머가 이미 실행되므로 그 세이브포인트에서 재개하면 안 됩니다.</translation>
    </message>
    <message>
        <source>The job makes a savepoint and ends; it can be started from there.</source>
        <translation>작업이 세이브포인트를 만들고 끝나며, 거기서 다시 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>The job has not ended: stop it first.</source>
        <translation>작업이 끝나지 않았습니다. 먼저 중지하세요.</translation>
    </message>
    <message>
        <source>There is no snapshot to start from: name one with --from.</source>
        <translation>시작할 스냅샷이 없습니다. --from으로 지정하세요.</translation>
    </message>
    <message>
        <source>The cluster&apos;s jars could not be asked for: only a session cluster that takes jars (web.submit.enable) starts a job.</source>
        <translation>클러스터의 jar를 물어보지 못했습니다. jar를 받는(web.submit.enable) 세션 클러스터만 작업을 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>No jar has been uploaded.</source>
        <translation>업로드된 jar가 없습니다.</translation>
    </message>
    <message>
        <source>Which of the uploaded jars? Name one with --jar.</source>
        <translation>업로드된 jar 중 어느 것입니까? --jar로 지정하세요.</translation>
    </message>
    <message>
        <source>The job has ended already: it is %1.</source>
        <translation>작업이 이미 끝났습니다. Job 상태는 %1입니다.</translation>
    </message>
    <message>
        <source>The job has no vertex &apos;%1&apos;.</source>
        <translation>작업에 &apos;%1&apos; 버텍스가 없습니다.</translation>
    </message>
    <message>
        <source>Nothing would change: that is required already.</source>
        <translation>바뀌는 것이 없습니다. 이미 그렇게 요구되어 있습니다.</translation>
    </message>
    <message>
        <source>Which Flink it is could not be asked.</source>
        <translation>어떤 Flink인지 물어보지 못했습니다.</translation>
    </message>
    <message>
        <source>Flink %1 answers.</source>
        <translation>Flink %1 버전이 응답합니다.</translation>
    </message>
    <message>
        <source>Flink %1 cannot be asked for this: checkpoints take 1.17, another parallelism 1.18.</source>
        <translation>Flink %1에는 요청할 수 없습니다. 체크포인트 요청은 1.17, 병렬도 조정은 1.18부터 됩니다.</translation>
    </message>
    <message>
        <source>The endpoint &apos;%1&apos; is protected: nothing is sent to it.</source>
        <translation>&apos;%1&apos; 엔드포인트는 보호되어 있어 아무것도 보내지 않습니다.</translation>
    </message>
    <message>
        <source>The endpoint takes changes.</source>
        <translation>엔드포인트가 변경을 받습니다.</translation>
    </message>
    <message>
        <source>The Flink operator seems to keep this cluster: it may start the job again, or lose track of it. Choose its context, and name the deployment instead.</source>
        <translation>Flink Operator가 관리하는 클러스터로 보입니다. Operator가 작업을 다시 시작하거나 상태를 놓칠 수 있습니다. 대신 컨텍스트를 선택하고 배포 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>There are slots for it.</source>
        <translation>슬롯이 충분합니다.</translation>
    </message>
    <message>
        <source>Free slots in the cluster: %1. The job waits until there are enough.</source>
        <translation>클러스터의 남은 슬롯: %1. 충분해질 때까지 작업이 기다립니다.</translation>
    </message>
    <message>
        <source>Flink does not know the job any more.</source>
        <translation>Flink가 이 작업을 더 이상 알지 못합니다.</translation>
    </message>
    <message>
        <source>It cannot stop with a savepoint now; &apos;delete --no-savepoint&apos; ends it all the same.</source>
        <translation>지금은 세이브포인트와 함께 중지할 수 없습니다. &apos;delete --no-savepoint&apos;로는 끝낼 수 있습니다.</translation>
    </message>
    <message>
        <source>No directory for savepoints is set (execution.checkpointing.savepoint-dir): name one with --to-directory.</source>
        <translation>세이브포인트 디렉터리(execution.checkpointing.savepoint-dir)가 없습니다. --to-directory로 지정하세요.</translation>
    </message>
    <message>
        <source>Whether a directory for savepoints is set could not be asked.</source>
        <translation>세이브포인트 디렉터리가 설정되어 있는지 물어보지 못했습니다.</translation>
    </message>
    <message>
        <source>The slots of the cluster could not be asked for.</source>
        <translation>클러스터의 슬롯을 물어보지 못했습니다.</translation>
    </message>
    <message>
        <source>It takes %1 slots, and %2 are there: it goes on as it is until there are more.</source>
        <translation>슬롯 %1개가 필요하나 %2개뿐입니다. 더 생길 때까지 지금 그대로 실행됩니다.</translation>
    </message>
    <message>
        <source>The job has an adaptive scheduler.</source>
        <translation>작업이 adaptive scheduler를 씁니다.</translation>
    </message>
    <message>
        <source>The parallelism of a running job changes only with the adaptive scheduler (jobmanager.scheduler: adaptive). Stop it with a savepoint, and start it from there with another one.</source>
        <translation>실행 중인 작업의 병렬도는 adaptive scheduler(jobmanager.scheduler: adaptive)에서만 바뀝니다. 세이브포인트와 함께 중지하고, 거기서 다른 병렬도로 시작하세요.</translation>
    </message>
    <message>
        <source>Flink deletes the checkpoints of this job when it is cancelled, this one among them.</source>
        <translation>이 작업의 체크포인트는 작업이 취소될 때 Flink가 삭제하며, 이 체크포인트도 포함됩니다.</translation>
    </message>
    <message numerus="yes">
        <source>Flink keeps %n checkpoint(s) of this job and has completed newer ones: this one may be deleted already.</source>
        <translation>
            <numerusform>Flink는 이 작업의 체크포인트를 %n개만 보관하고 더 새로운 것이 완료되었으므로, 이 체크포인트는 이미 삭제되었을 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The checkpoint it starts from is kept.</source>
        <translation>시작할 때 사용할 체크포인트는 보관됩니다.</translation>
    </message>
    <message numerus="yes">
        <source>The operator made the savepoint itself, %n day(s) ago, and deletes such ones when they are older than kubernetes.operator.savepoint.history.max.age (a day, unless told).</source>
        <translation>
            <numerusform>이 세이브포인트는 Operator가 %n일 전에 직접 만든 것이며, kubernetes.operator.savepoint.history.max.age(기본 1일)보다 오래되면 Operator가 삭제합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody deletes the savepoint it starts from, as far as is known.</source>
        <translation>시작할 때 사용할 세이브포인트를 삭제하는 주체는 알려진 바 없습니다.</translation>
    </message>
    <message>
        <source>Transition of %1</source>
        <translation>%1 전환</translation>
    </message>
    <message>
        <source>None of its operators is one of this job: it is of another one.</source>
        <translation>이 작업의 연산자가 하나도 없습니다. 다른 작업의 것입니다.</translation>
    </message>
    <message>
        <source>The job as Flink has it does not take it up.</source>
        <translation>Flink에 있는 현재 작업이 이를 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>It is known from storage alone, under another job&apos;s id: make sure that it is of this job.</source>
        <translation>다른 Job ID 아래의 스토리지에서만 발견되었습니다. 이 작업의 것인지 확인하세요.</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>불확실</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>맞지 않음</translation>
    </message>
    <message>
        <source>The operator drains the job and stops it with a last savepoint: its windows and timers fire, and it is not meant to be resumed from there. Then the object is deleted, and the cluster and all that the operator knows of it go away.</source>
        <translation>Operator가 작업을 드레인하고 마지막 세이브포인트와 함께 중지합니다. 윈도우와 타이머가 실행되므로 그 세이브포인트에서 재개하면 안 됩니다. 그런 다음 오브젝트가 삭제되고, 클러스터와 Operator가 알고 있는 정보가 모두 사라집니다.</translation>
    </message>
    <message>
        <source>Only a job that runs can be drained: this one would not stop with a savepoint.</source>
        <translation>실행 중인 작업만 드레인할 수 있습니다. 이 작업은 세이브포인트와 함께 중지되지 않습니다.</translation>
    </message>
</context>
</TS>
