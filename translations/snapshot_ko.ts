<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>snapshot::Text</name>
    <message>
        <source>the header</source>
        <translation>머리글</translation>
    </message>
    <message>
        <source>the state of a master hook</source>
        <translation>마스터 훅의 상태</translation>
    </message>
    <message>
        <source>an operator</source>
        <translation>연산자</translation>
    </message>
    <message>
        <source>the state of an operator&apos;s coordinator</source>
        <translation>연산자 코디네이터의 상태</translation>
    </message>
    <message>
        <source>a subtask</source>
        <translation>서브태스크</translation>
    </message>
    <message>
        <source>operator state</source>
        <translation>연산자 상태</translation>
    </message>
    <message>
        <source>keyed state</source>
        <translation>키 상태</translation>
    </message>
    <message>
        <source>a range of key groups</source>
        <translation>키 그룹 범위</translation>
    </message>
    <message>
        <source>the shared files of an incremental checkpoint</source>
        <translation>증분 체크포인트의 공유 파일</translation>
    </message>
    <message>
        <source>the files of its own of an incremental checkpoint</source>
        <translation>증분 체크포인트의 전용 파일</translation>
    </message>
    <message>
        <source>a changelog</source>
        <translation>변경 로그(changelog)</translation>
    </message>
    <message>
        <source>data in flight</source>
        <translation>전송 중인 데이터</translation>
    </message>
    <message>
        <source>the place of some state</source>
        <translation>상태의 위치</translation>
    </message>
    <message>
        <source>the properties of the checkpoint</source>
        <translation>체크포인트 속성</translation>
    </message>
    <message>
        <source>The metadata have version %1, of a Flink newer than those whose snapshots can be read here (versions 2 to 6, Flink 1.3 to 2.3). Look for a newer Drey.</source>
        <translation>메타데이터 버전이 %1입니다. 읽을 수 있는 버전(2~6, Flink 1.3~2.3)보다 새로운 Flink의 스냅샷입니다. 새로운 Drey를 사용하세요.</translation>
    </message>
    <message>
        <source>The metadata have version %1. Versions 2 to 6 can be read, those of Flink 1.3 to 2.3.</source>
        <translation>메타데이터 버전이 %1입니다. 읽을 수 있는 버전은 2~6(Flink 1.3~2.3)입니다.</translation>
    </message>
    <message>
        <source>The metadata end at byte %1, where %2 was expected to go on: the file was cut short.</source>
        <translation>메타데이터가 %1바이트 위치에서 끝납니다. %2 부분이 이어져야 하므로 잘린 파일입니다.</translation>
    </message>
    <message>
        <source>These are no metadata of a Flink snapshot: they would begin with 4960672d, not with %1.</source>
        <translation>Flink 스냅샷의 메타데이터가 아닙니다. 4960672d 값으로 시작해야 하지만 %1 값으로 시작합니다.</translation>
    </message>
    <message>
        <source>At byte %1 of the metadata, in %2, a length from 0 to %3 was expected; there stands %4.</source>
        <translation>메타데이터 %1바이트 위치의 %2 부분에 0~%3 범위의 길이가 와야 하지만 %4 값이 있습니다.</translation>
    </message>
    <message>
        <source>At byte %1 of the metadata, in %2, the kind of a handle was expected; %3 is not known.</source>
        <translation>메타데이터 %1바이트 위치의 %2 부분에 핸들 종류가 와야 하지만 %3 값은 알 수 없는 종류입니다.</translation>
    </message>
    <message>
        <source>At byte %1 of the metadata, in %2, there stands %3, which cannot be.</source>
        <translation>메타데이터 %1바이트 위치의 %2 부분에 %3 값이 있습니다. 있을 수 없는 값입니다.</translation>
    </message>
    <message>
        <source>At byte %1 of the metadata, in %2, a text was expected; the bytes there are none.</source>
        <translation>메타데이터 %1바이트 위치의 %2 부분에 텍스트가 와야 하지만 텍스트가 아닌 바이트가 있습니다.</translation>
    </message>
    <message>
        <source>At byte %1 of the metadata, in %2, handles stand within handles deeper than %3 levels.</source>
        <translation>메타데이터 %1바이트 위치의 %2 부분에서 핸들의 중첩이 %3단계를 넘습니다.</translation>
    </message>
    <message>
        <source>At byte %1 of the metadata, in %2, there is more than a file of this size can mean. Flink does not write such metadata.</source>
        <translation>메타데이터 %1바이트 위치의 %2 부분에 이 크기의 파일에 담길 수 없는 양이 있습니다. Flink가 쓰는 메타데이터가 아닙니다.</translation>
    </message>
    <message>
        <source>The metadata cannot be read: %1</source>
        <translation>메타데이터를 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Operator &apos;%1&apos;: two subtasks have the key groups %2.</source>
        <translation>&apos;%1&apos; 연산자: 서브태스크 2개가 키 그룹 %2 범위를 함께 가지고 있습니다.</translation>
    </message>
    <message>
        <source>Operator &apos;%1&apos;: the key groups %2 go beyond the max parallelism of %3.</source>
        <translation>&apos;%1&apos; 연산자: 키 그룹 %2 범위가 최대 병렬도(%3)를 넘습니다.</translation>
    </message>
    <message>
        <source>Operator &apos;%1&apos;: nobody has the key groups %2.</source>
        <translation>&apos;%1&apos; 연산자: 키 그룹 %2 범위를 가진 서브태스크가 없습니다.</translation>
    </message>
    <message>
        <source>Operator &apos;%1&apos;: the parallelism %2 is above the max parallelism %3; Flink refuses such a snapshot.</source>
        <translation>&apos;%1&apos; 연산자: 병렬도(%2)가 최대 병렬도(%3)보다 큽니다. Flink는 이런 스냅샷을 거부합니다.</translation>
    </message>
    <message>
        <source>Operator &apos;%1&apos;: the subtasks of the key groups %2 recorded no keyed state.</source>
        <translation>&apos;%1&apos; 연산자: 키 그룹 %2 범위의 서브태스크가 키 상태를 기록하지 않았습니다.</translation>
    </message>
    <message>
        <source>Storage of the kind &apos;%1&apos; cannot be looked into from here.</source>
        <translation>&apos;%1&apos; 종류의 저장소는 여기에서 확인할 수 없습니다.</translation>
    </message>
    <message>
        <source>The folder &apos;%1&apos; is not on this machine.</source>
        <translation>&apos;%1&apos; 폴더가 이 컴퓨터에 없습니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; lies in a storage that cannot be read from here yet (%2). Copy the folder of the snapshot to this machine and name it.</source>
        <translation>&apos;%1&apos; 경로는 아직 여기에서 읽을 수 없는 저장소(%2)에 있습니다. 스냅샷 폴더를 이 컴퓨터로 복사한 뒤 그 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>There is no snapshot at &apos;%1&apos;: nothing is there.</source>
        <translation>&apos;%1&apos; 경로에 스냅샷이 없습니다. 아무것도 없는 경로입니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds no _metadata. Flink writes this file last: the snapshot was not completed, or is still being written.</source>
        <translation>&apos;%1&apos; 폴더에 _metadata 파일이 없습니다. Flink가 마지막에 쓰는 파일이므로, 스냅샷이 완료되지 않았거나 아직 쓰는 중입니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no file.</source>
        <translation>&apos;%1&apos; 경로는 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be read: %2</source>
        <translation>&apos;%1&apos; 파일을 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Checkpoint %1</source>
        <translation>체크포인트 %1</translation>
    </message>
    <message>
        <source>Savepoint %1, canonical</source>
        <translation>세이브포인트 %1, canonical</translation>
    </message>
    <message>
        <source>Savepoint %1, native</source>
        <translation>세이브포인트 %1, native</translation>
    </message>
    <message>
        <source>Savepoint %1</source>
        <translation>세이브포인트 %1</translation>
    </message>
    <message>
        <source>Snapshot %1, of a Flink that did not record what kind</source>
        <translation>스냅샷 %1, 종류를 기록하지 않는 버전의 Flink에서 생성</translation>
    </message>
    <message>
        <source>Both have the same operators with the same max parallelism: either can be restored where the other was made.</source>
        <translation>두 스냅샷의 연산자와 최대 병렬도가 같습니다. 서로의 자리에서 복원할 수 있습니다.</translation>
    </message>
    <message>
        <source>Operators have another max parallelism: keyed state cannot be restored where it differs.</source>
        <translation>최대 병렬도가 다른 연산자가 있습니다. 최대 병렬도가 다른 곳에서는 키 상태를 복원할 수 없습니다.</translation>
    </message>
    <message>
        <source>They have different operators: Flink restores one where the other was made only if state may be left out (allowNonRestoredState).</source>
        <translation>연산자가 서로 다릅니다. 상태를 버리도록 허용(allowNonRestoredState)해야만 Flink가 한쪽을 다른 쪽의 자리에서 복원합니다.</translation>
    </message>
    <message>
        <source>The job runs it with parallelism %1, above the max parallelism %2 of the snapshot: Flink refuses.</source>
        <translation>작업의 병렬도(%1)가 스냅샷의 최대 병렬도(%2)보다 큽니다. Flink가 복원을 거부합니다.</translation>
    </message>
    <message>
        <source>The snapshot has max parallelism %1, the job %2, which is not what Flink chooses by itself: it refuses, unless the job took it over from the state it began with.</source>
        <translation>최대 병렬도가 스냅샷은 %1, 작업은 %2이며, 작업의 값은 Flink가 스스로 정하는 값이 아닙니다. 작업이 시작할 때 복원한 상태에서 넘겨받은 값이 아니라면 Flink가 복원을 거부합니다.</translation>
    </message>
    <message>
        <source>The snapshot has max parallelism %1, the job %2. If Flink chose the job&apos;s, it takes that of the snapshot; if somebody set it, it refuses. The job does not tell which.</source>
        <translation>최대 병렬도가 스냅샷은 %1, 작업은 %2입니다. 작업의 값을 Flink가 정했다면 스냅샷의 값을 따르고, 사용자가 지정했다면 복원을 거부합니다. 어느 쪽인지는 작업이 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>The job does not tell its parallelism or max parallelism.</source>
        <translation>작업이 병렬도나 최대 병렬도를 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Compatible: the job takes up every operator that has state. Whether it still reads its types, only Flink can tell.</source>
        <translation>호환됩니다. 상태가 있는 모든 연산자가 작업에 있습니다. 상태의 타입까지 맞는지는 Flink만 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Only if state may be left out (allowNonRestoredState): the job does not have all operators of the snapshot that have state.</source>
        <translation>상태를 버리도록 허용(allowNonRestoredState)해야 복원됩니다. 스냅샷에서 상태가 있는 연산자 중 일부가 작업에 없습니다.</translation>
    </message>
    <message>
        <source>Incompatible: Flink refuses to restore this snapshot in this job.</source>
        <translation>호환되지 않습니다. Flink가 이 작업에서 이 스냅샷의 복원을 거부합니다.</translation>
    </message>
    <message>
        <source>Not known: nothing speaks against it, but the job does not tell enough.</source>
        <translation>확인 불가: 문제는 발견되지 않았지만 작업이 알려 주는 정보가 부족합니다.</translation>
    </message>
    <message>
        <source>The job has it, with the same max parallelism.</source>
        <translation>작업에 있으며 최대 병렬도가 같습니다.</translation>
    </message>
    <message>
        <source>It has no state: nothing of it is to be restored.</source>
        <translation>상태가 없어 복원할 것이 없습니다.</translation>
    </message>
    <message>
        <source>The job does not have it: its state is left out.</source>
        <translation>작업에 없는 연산자입니다. 상태가 제외됩니다.</translation>
    </message>
    <message>
        <source>No vertex of the job begins with it. It may stand further on in a chain, which Flink&apos;s REST does not tell, or be gone.</source>
        <translation>이 연산자로 시작하는 작업의 vertex가 없습니다. 체인 안쪽에 있을 수도 있고(Flink REST가 알려 주지 않음) 없어졌을 수도 있습니다.</translation>
    </message>
    <message>
        <source>They differ in operators without state alone: either can be restored where the other was made.</source>
        <translation>상태가 없는 연산자만 다릅니다. 서로의 자리에서 복원할 수 있습니다.</translation>
    </message>
</context>
</TS>
