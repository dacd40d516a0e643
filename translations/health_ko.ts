<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>health::Text</name>
    <message>
        <source>Last failure: %1</source>
        <translation>마지막 실패: %1</translation>
    </message>
    <message>
        <source>The interval is %1.</source>
        <translation>주기는 %1입니다.</translation>
    </message>
    <message>
        <source>No checkpoint has completed for %1, since the job started.</source>
        <translation>작업이 시작된 뒤 %1 동안 완료된 체크포인트가 없습니다.</translation>
    </message>
    <message>
        <source>The last checkpoint completed %1 ago.</source>
        <translation>마지막 체크포인트가 완료된 지 %1 지났습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The last %n checkpoint(s) failed.</source>
        <translation>
            <numerusform>체크포인트가 %n회 연속 실패했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no recent news of the deployment.</source>
        <translation>배포의 최근 상태를 받지 못했습니다.</translation>
    </message>
    <message>
        <source>The deployment could not be read.</source>
        <translation>배포를 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The operator reports no trouble; you may not ask Flink itself.</source>
        <translation>Operator가 보고한 문제는 없습니다. Flink를 직접 조회할 권한은 없습니다.</translation>
    </message>
    <message>
        <source>Flink does not answer.</source>
        <translation>Flink가 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Flink does not answer; the operator&apos;s last sample says it runs.</source>
        <translation>Flink가 응답하지 않습니다. Operator가 마지막으로 확인한 상태는 실행 중입니다.</translation>
    </message>
    <message>
        <source>There is no recent answer of Flink.</source>
        <translation>Flink의 최근 응답이 없습니다.</translation>
    </message>
    <message>
        <source>Flink has not been asked yet.</source>
        <translation>Flink를 아직 조회하지 않았습니다.</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>조회하지 않음</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 tasks run</source>
        <translation>%1 · 태스크 %3개 중 %2개 실행</translation>
    </message>
    <message>
        <source>no pods</source>
        <translation>파드 없음</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%2개 중 %1개 %3</translation>
    </message>
    <message>
        <source>%1 of %2 unschedulable</source>
        <translation>%2개 중 %1개 스케줄링 불가</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>%2개 중 %1개 준비됨</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>작업 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>no job</source>
        <translation>작업 없음</translation>
    </message>
    <message>
        <source>%1 (sticky)</source>
        <translation>%1(갱신되지 않음)</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>시작 시점</translation>
    </message>
    <message>
        <source>Job id</source>
        <translation>Job ID</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>재시작</translation>
    </message>
    <message numerus="yes">
        <source>%n of containers</source>
        <translation>
            <numerusform>컨테이너 %n회</numerusform>
        </translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Parallelism</source>
        <translation>병렬도</translation>
    </message>
    <message numerus="yes">
        <source>%n TaskManager(s)</source>
        <translation>
            <numerusform>TaskManager %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>checkpointing is off</source>
        <translation>체크포인트 꺼짐</translation>
    </message>
    <message>
        <source>none completed</source>
        <translation>완료된 것 없음</translation>
    </message>
    <message>
        <source>Last checkpoint</source>
        <translation>마지막 체크포인트</translation>
    </message>
    <message>
        <source>Newest exception: %1</source>
        <translation>최근 예외: %1</translation>
    </message>
    <message numerus="yes">
        <source>Flink counts %n restart(s).</source>
        <translation>
            <numerusform>Flink 집계 재시작 %n회</numerusform>
        </translation>
    </message>
    <message>
        <source>TaskManagers are killed because they run out of memory, and the job restarts.</source>
        <translation>TaskManager가 메모리 부족으로 종료되어 작업이 재시작됩니다.</translation>
    </message>
    <message>
        <source>The job restarts again and again.</source>
        <translation>작업이 반복해서 재시작됩니다.</translation>
    </message>
    <message>
        <source>The job is restarting.</source>
        <translation>작업이 재시작하고 있습니다.</translation>
    </message>
    <message>
        <source>TaskManagers were killed because they ran out of memory.</source>
        <translation>TaskManager가 메모리 부족으로 종료되었습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 tasks run.</source>
        <translation>태스크 %2개 중 %1개가 실행 중입니다.</translation>
    </message>
    <message>
        <source>The tasks of the job are being started.</source>
        <translation>작업의 태스크를 시작하고 있습니다.</translation>
    </message>
    <message>
        <source>The job waits for its tasks: TaskManagers or slots are missing.</source>
        <translation>TaskManager나 슬롯이 부족하여 작업의 태스크가 시작되지 못하고 있습니다.</translation>
    </message>
    <message>
        <source>The job has failed and does not restart.</source>
        <translation>작업이 실패했고 재시작하지 않습니다.</translation>
    </message>
    <message>
        <source>The job was cancelled.</source>
        <translation>작업이 취소되었습니다.</translation>
    </message>
    <message>
        <source>The job was cancelled, but not by the operator: its spec still wants it to run.</source>
        <translation>Operator가 아닌 다른 곳에서 작업을 취소했습니다. spec은 여전히 실행 상태를 요구합니다.</translation>
    </message>
    <message>
        <source>The job has finished, although its spec wants it to run.</source>
        <translation>spec은 실행 상태를 요구하지만 작업이 끝났습니다.</translation>
    </message>
    <message>
        <source>Operator status: job %1</source>
        <translation>Operator 상태: Job %1</translation>
    </message>
    <message>
        <source>The job is starting.</source>
        <translation>작업이 시작되고 있습니다.</translation>
    </message>
    <message>
        <source>The job is restarting, by the operator&apos;s last sample.</source>
        <translation>Operator가 마지막으로 확인한 상태로는 작업이 재시작하고 있습니다.</translation>
    </message>
    <message>
        <source>The operator does not find the job.</source>
        <translation>Operator가 작업을 찾지 못하고 있습니다.</translation>
    </message>
    <message>
        <source>The JobManager has lost its leadership.</source>
        <translation>JobManager가 리더 지위를 잃었습니다.</translation>
    </message>
    <message>
        <source>Flink runs, but knows nothing of the job.</source>
        <translation>Flink는 실행 중이지만 이 작업이 없습니다.</translation>
    </message>
    <message>
        <source>Flink says %1.</source>
        <translation>Flink 상태: %1</translation>
    </message>
    <message>
        <source>The job has been starting for %1.</source>
        <translation>작업이 %1째 시작 중입니다.</translation>
    </message>
    <message>
        <source>The job is being cancelled.</source>
        <translation>작업을 취소하고 있습니다.</translation>
    </message>
    <message>
        <source>Operator status: %1</source>
        <translation>Operator 상태: %1</translation>
    </message>
    <message>
        <source>The operator cannot bring the new spec into effect, and nothing runs.</source>
        <translation>Operator가 새 spec을 적용하지 못했고 실행 중인 것이 없습니다.</translation>
    </message>
    <message>
        <source>The JobManager is missing: nothing runs.</source>
        <translation>JobManager가 없어 실행 중인 것이 없습니다.</translation>
    </message>
    <message>
        <source>The JobManager does not start.</source>
        <translation>JobManager가 시작되지 않습니다.</translation>
    </message>
    <message>
        <source>Generation %1 is wanted, the operator has taken up %2.</source>
        <translation>요청한 generation은 %1, Operator가 반영한 generation은 %2입니다.</translation>
    </message>
    <message>
        <source>The newest change is not in effect: the operator reports an error.</source>
        <translation>Operator가 오류를 보고하여 최근 변경이 적용되지 않았습니다.</translation>
    </message>
    <message>
        <source>The operator reports an error.</source>
        <translation>Operator가 오류를 보고했습니다.</translation>
    </message>
    <message>
        <source>The operator has not taken up the newest change yet.</source>
        <translation>Operator가 최근 변경을 아직 반영하지 않았습니다.</translation>
    </message>
    <message>
        <source>The operator is going back to the last stable spec.</source>
        <translation>Operator가 마지막 안정 spec으로 롤백하고 있습니다.</translation>
    </message>
    <message>
        <source>The deployment is being created.</source>
        <translation>배포를 만들고 있습니다.</translation>
    </message>
    <message>
        <source>The operator is upgrading the deployment.</source>
        <translation>Operator가 배포를 업그레이드하고 있습니다.</translation>
    </message>
    <message>
        <source>The deployment is starting.</source>
        <translation>배포가 시작되고 있습니다.</translation>
    </message>
    <message>
        <source>Operator status: %1, JobManager %2</source>
        <translation>Operator 상태: %1, JobManager %2</translation>
    </message>
    <message>
        <source>Rolled back: the last stable spec runs, not the one that is written down.</source>
        <translation>롤백되었습니다. 작성된 spec이 아니라 마지막 안정 spec이 실행 중입니다.</translation>
    </message>
    <message>
        <source>The change has been under way for %1.</source>
        <translation>변경이 %1째 진행 중입니다.</translation>
    </message>
    <message>
        <source>The JobManager is being started.</source>
        <translation>JobManager를 시작하고 있습니다.</translation>
    </message>
    <message>
        <source>The job is to be suspended, but the operator reports an error.</source>
        <translation>작업을 일시 중지하려 하지만 Operator가 오류를 보고했습니다.</translation>
    </message>
    <message>
        <source>The job is being suspended.</source>
        <translation>작업을 일시 중지하고 있습니다.</translation>
    </message>
    <message>
        <source>It resumes from %1.</source>
        <translation>재개 시 복구 지점: %1</translation>
    </message>
    <message>
        <source>The operator names no path to resume from; with high availability the pointer is in its ConfigMaps.</source>
        <translation>Operator에 재개할 경로가 없습니다. 고가용성을 쓴다면 ConfigMap에 포인터가 있습니다.</translation>
    </message>
    <message>
        <source>The job is suspended on purpose.</source>
        <translation>작업이 의도적으로 일시 중지되었습니다.</translation>
    </message>
    <message>
        <source>The deployment is being deleted.</source>
        <translation>배포를 삭제하고 있습니다.</translation>
    </message>
    <message>
        <source>Pod %1: %2</source>
        <translation>파드 %1: %2</translation>
    </message>
    <message>
        <source>There is no JobManager pod, although the operator still reports it as ready.</source>
        <translation>Operator는 아직 준비됨으로 보고하지만 JobManager 파드가 없습니다.</translation>
    </message>
    <message>
        <source>The image of the JobManager cannot be pulled.</source>
        <translation>JobManager 이미지를 가져오지 못합니다.</translation>
    </message>
    <message>
        <source>The JobManager was killed because it ran out of memory.</source>
        <translation>JobManager가 메모리 부족으로 종료되었습니다.</translation>
    </message>
    <message>
        <source>The JobManager crashes again and again. Its log tells why.</source>
        <translation>JobManager가 반복해서 비정상 종료됩니다. 원인은 로그를 확인하세요.</translation>
    </message>
    <message>
        <source>No node has room for the JobManager.</source>
        <translation>JobManager를 배치할 수 있는 노드가 없습니다.</translation>
    </message>
    <message>
        <source>The JobManager is starting again.</source>
        <translation>JobManager가 다시 시작되고 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n TaskManager(s) were killed because they ran out of memory, and the job restarts.</source>
        <translation>
            <numerusform>TaskManager %n개가 메모리 부족으로 종료되어 작업이 재시작됩니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n TaskManager(s) were killed because they ran out of memory.</source>
        <translation>
            <numerusform>TaskManager %n개가 메모리 부족으로 종료되었습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The image of %n TaskManager(s) cannot be pulled.</source>
        <translation>
            <numerusform>TaskManager %n개의 이미지를 가져오지 못합니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n TaskManager(s) crash again and again.</source>
        <translation>
            <numerusform>TaskManager %n개가 반복해서 비정상 종료됩니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No node has room for %n TaskManager(s).</source>
        <translation>
            <numerusform>TaskManager %n개를 배치할 수 있는 노드가 없습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n TaskManager(s) were evicted from their node.</source>
        <translation>
            <numerusform>TaskManager %n개가 노드에서 축출되었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The state to restore is known by its path; its age is not.</source>
        <translation>복원할 상태의 경로는 확인했지만 경과 시간은 확인할 수 없습니다.</translation>
    </message>
    <message>
        <source>The newest state that is known to be complete is %1 old.</source>
        <translation>완료가 확인된 최신 상태는 %1 전의 것입니다.</translation>
    </message>
    <message>
        <source>A session cluster has no state of its own.</source>
        <translation>세션 클러스터에는 자체 상태가 없습니다.</translation>
    </message>
    <message>
        <source>The high-availability metadata points to checkpoint %1.</source>
        <translation>고가용성 메타데이터가 가리키는 체크포인트: %1</translation>
    </message>
    <message>
        <source>The operator finds no state to restore; look for checkpoints and savepoints on the storage.</source>
        <translation>Operator가 복원할 상태를 찾지 못했습니다. 저장소에서 체크포인트와 세이브포인트를 찾아보세요.</translation>
    </message>
    <message>
        <source>No checkpoint has completed yet: a restart would begin empty.</source>
        <translation>아직 완료된 체크포인트가 없습니다. 재시작하면 빈 상태로 시작합니다.</translation>
    </message>
    <message>
        <source>No source tells what would be restored.</source>
        <translation>무엇이 복원될지 알려 주는 출처가 없습니다.</translation>
    </message>
    <message>
        <source>The session cluster is ready.</source>
        <translation>세션 클러스터가 준비되었습니다.</translation>
    </message>
    <message>
        <source>The job has finished.</source>
        <translation>작업이 끝났습니다.</translation>
    </message>
    <message>
        <source>The job runs, and its checkpoints complete.</source>
        <translation>작업이 실행 중이며 체크포인트가 완료되고 있습니다.</translation>
    </message>
    <message>
        <source>The job runs.</source>
        <translation>작업이 실행 중입니다.</translation>
    </message>
    <message>
        <source>Flink answers; it has no job.</source>
        <translation>Flink는 응답하지만 작업이 없습니다.</translation>
    </message>
    <message>
        <source>The operator reports a running job; Flink itself was not asked.</source>
        <translation>Operator는 작업이 실행 중이라고 보고합니다. Flink는 직접 조회하지 않았습니다.</translation>
    </message>
    <message>
        <source>Drey shows each source as it is: none of them is wrong for certain.</source>
        <translation>어느 출처가 틀렸는지 확실하지 않아 그대로 보여 줍니다.</translation>
    </message>
    <message>
        <source>Drey trusts Flink REST and the pods: the operator only samples them, and its STABLE does not fall back on restarts.</source>
        <translation>Drey는 Flink REST와 파드를 믿습니다. Operator는 주기적으로만 확인하며, STABLE 표시는 재시작해도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Drey trusts Flink REST: the operator only samples it, and its STABLE does not fall back on restarts.</source>
        <translation>Drey는 Flink REST를 믿습니다. Operator는 주기적으로만 확인하며, STABLE 표시는 재시작해도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Drey trusts the pods: they are seen at once, while the operator&apos;s READY and STABLE outlive a dead JobManager.</source>
        <translation>Drey는 파드를 믿습니다. 파드는 바로 반영되지만 Operator의 READY와 STABLE은 JobManager가 죽어도 남습니다.</translation>
    </message>
    <message>
        <source>It waits for the Flink operator, which takes away &apos;%1&apos; when it has cleaned up.</source>
        <translation>Flink Operator가 정리를 마치고 &apos;%1&apos; finalizer를 제거하기를 기다립니다.</translation>
    </message>
    <message>
        <source>It waits for Kubernetes to delete what belongs to it (&apos;%1&apos;).</source>
        <translation>Kubernetes가 딸린 리소스를 삭제하기를 기다립니다(&apos;%1&apos;).</translation>
    </message>
    <message>
        <source>It waits for Kubernetes to let go of what belongs to it (&apos;%1&apos;).</source>
        <translation>Kubernetes가 딸린 리소스의 소유 관계를 끊기를 기다립니다(&apos;%1&apos;).</translation>
    </message>
    <message>
        <source>It waits for whoever has set the finalizer &apos;%1&apos;.</source>
        <translation>&apos;%1&apos; finalizer를 설정한 쪽이 제거하기를 기다립니다.</translation>
    </message>
    <message>
        <source>The deployment has been waiting for %1 to be deleted.</source>
        <translation>배포가 %1 동안 삭제를 기다리고 있습니다.</translation>
    </message>
    <message>
        <source>Finalizers beyond these: %1.</source>
        <translation>그 밖의 finalizer: %1개.</translation>
    </message>
    <message>
        <source>It resumes empty: its upgradeMode is stateless.</source>
        <translation>upgradeMode가 stateless이므로 빈 상태로 재개합니다.</translation>
    </message>
    <message>
        <source>Nothing, by design: with upgradeMode stateless the operator starts the job empty.</source>
        <translation>설계상 복원하지 않습니다. upgradeMode가 stateless이면 Operator가 작업을 빈 상태로 시작합니다.</translation>
    </message>
    <message>
        <source>Flink itself was not heard, or not in full.</source>
        <translation>Flink에서 직접 확인하지 못했거나 일부만 확인했습니다.</translation>
    </message>
    <message>
        <source>The pods were not seen.</source>
        <translation>파드를 확인하지 못했습니다.</translation>
    </message>
    <message>
        <source>This is the operator&apos;s word alone: Flink was not heard, and the pods were not seen.</source>
        <translation>Operator 상태만으로 판단했습니다. Flink와 파드는 확인하지 못했습니다.</translation>
    </message>
    <message>
        <source>The job ended when it was started, and the JobManager that came after it runs without the job. The log of the previous container tells why.</source>
        <translation>작업이 시작하자마자 끝났고, 그 뒤에 뜬 JobManager에는 작업이 없습니다. 이유는 이전 컨테이너의 로그에 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Pod %1: restarted %n time(s), exit code %2</source>
        <translation>
            <numerusform>파드 %1: %n회 재시작, 종료 코드 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Its busiest subtask is %1 busy, and what stands before it waits: it needs more subtasks, or less work a record.</source>
        <translation>가장 바쁜 서브태스크의 사용률이 %1이고 앞 단계는 기다리고 있습니다. 서브태스크를 늘리거나 레코드당 작업량을 줄여야 합니다.</translation>
    </message>
    <message>
        <source>This sink is %1 busy, and what stands before it waits: look at the system it writes to.</source>
        <translation>이 싱크의 사용률이 %1이고 앞 단계는 기다리고 있습니다. 쓰기 대상 시스템을 확인하세요.</translation>
    </message>
    <message>
        <source>One subtask is %1 busy, the subtasks on average %2: key skew, which more subtasks would not cure.</source>
        <translation>한 서브태스크의 사용률은 %1, 서브태스크 평균은 %2입니다. 키 쏠림이며, 서브태스크를 늘려도 나아지지 않습니다.</translation>
    </message>
    <message>
        <source>One subtask is %1 busy, the subtasks on average %2, with no more records than the others: look at the machine it runs on.</source>
        <translation>한 서브태스크의 사용률은 %1, 서브태스크 평균은 %2인데 레코드 수는 다른 서브태스크보다 많지 않습니다. 실행 중인 머신을 확인하세요.</translation>
    </message>
    <message>
        <source>This source delivers nothing, and what joins it with other input waits for its watermark.</source>
        <translation>이 소스에서 아무것도 들어오지 않아, 다른 입력과 합치는 단계가 워터마크를 기다리고 있습니다.</translation>
    </message>
    <message>
        <source>Busy: at most %1, on average %2.</source>
        <translation>사용률: 최대 %1, 평균 %2.</translation>
    </message>
    <message>
        <source>Backpressured up to %1: %2.</source>
        <translation>백프레셔 최대 %1: %2.</translation>
    </message>
    <message>
        <source>Slowest subtask: %1, in pod %2.</source>
        <translation>가장 느린 서브태스크: %1, 파드 %2.</translation>
    </message>
    <message>
        <source>Slowest subtask: %1, on TaskManager %2.</source>
        <translation>가장 느린 서브태스크: %1, TaskManager %2.</translation>
    </message>
    <message>
        <source>Slowest subtask: %1.</source>
        <translation>가장 느린 서브태스크: %1.</translation>
    </message>
    <message>
        <source>Records out: none; idle %1.</source>
        <translation>출력 레코드 없음, 유휴 %1.</translation>
    </message>
    <message>
        <source>Watermark %1 behind: %2.</source>
        <translation>워터마크 지연 %1: %2.</translation>
    </message>
    <message>
        <source>No watermark yet: %1.</source>
        <translation>아직 워터마크 없음: %1.</translation>
    </message>
    <message>
        <source>The subtask with the most records takes %1 times those of the others on average.</source>
        <translation>레코드가 가장 많은 서브태스크는 나머지 평균의 %1배를 받습니다.</translation>
    </message>
</context>
</TS>
