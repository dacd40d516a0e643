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
        <source>Applying could not be rehearsed, so the file was only laid over the object: %1</source>
        <translation>모의 적용(dry-run)을 하지 못해 파일 내용을 리소스에 겹쳐서 판단했습니다: %1</translation>
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
</context>
</TS>
