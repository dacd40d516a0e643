<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>editor::AppliedModel</name>
    <message>
        <source>Fields of others were taken over.</source>
        <translation>다른 관리자의 필드를 넘겨받았습니다.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>적용 대상</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>클러스터</translation>
    </message>
    <message>
        <source>When</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
</context>
<context>
    <name>editor::ApplyDialog</name>
    <message>
        <source>not looked at yet</source>
        <translation>아직 확인 전</translation>
    </message>
    <message>
        <source>being rehearsed</source>
        <translation>모의 적용 중</translation>
    </message>
    <message>
        <source>being applied</source>
        <translation>적용 중</translation>
    </message>
    <message>
        <source>would be refused</source>
        <translation>거부 예정</translation>
    </message>
    <message>
        <source>changed meanwhile</source>
        <translation>그사이 변경됨</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>변경 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>변경 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>검토 후 적용</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Fields of others</source>
        <translation>다른 관리자의 필드</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경 내용</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>영향</translation>
    </message>
    <message>
        <source>What would be different, line by line</source>
        <translation>줄 단위 변경 비교</translation>
    </message>
    <message>
        <source>In the cluster</source>
        <translation>클러스터 현재 값</translation>
    </message>
    <message>
        <source>Last reconciled</source>
        <translation>마지막 조정</translation>
    </message>
    <message>
        <source>Last stable</source>
        <translation>마지막 안정</translation>
    </message>
    <message>
        <source>Rehearse again</source>
        <translation>다시 모의 적용</translation>
    </message>
    <message>
        <source>The job may lose its state</source>
        <translation>작업 상태가 사라져도 됩니다</translation>
    </message>
    <message>
        <source>Apply %1 to %2</source>
        <translation>&apos;%2&apos; 클러스터에 %1 적용</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n document(s) to %1</source>
        <translation>
            <numerusform>&apos;%1&apos; 클러스터에 문서 %n개 적용</numerusform>
        </translation>
    </message>
    <message>
        <source>Rehearsing on the server</source>
        <translation>서버에서 모의 적용 중</translation>
    </message>
    <message>
        <source>Plan: nothing is done yet</source>
        <translation>계획: 아직 아무것도 바꾸지 않았습니다</translation>
    </message>
    <message>
        <source>Applying</source>
        <translation>적용 중</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Asking the cluster</source>
        <translation>클러스터에 묻는 중</translation>
    </message>
    <message>
        <source>What the operator would do could not be told: %1</source>
        <translation>Operator의 동작 확인 불가: %1</translation>
    </message>
    <message>
        <source>A new object is made.</source>
        <translation>새 객체를 만듭니다.</translation>
    </message>
    <message>
        <source>The cluster holds all of it already.</source>
        <translation>클러스터에 이미 모두 반영되어 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of the object change.</source>
        <translation>
            <numerusform>객체의 값 %n개가 바뀝니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not known what this would do.</source>
        <translation>무엇이 바뀌는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The cluster would refuse it:</source>
        <translation>클러스터가 거부합니다:</translation>
    </message>
    <message>
        <source>Look at it once more:</source>
        <translation>다시 확인하세요:</translation>
    </message>
    <message>
        <source>The object has changed since you agreed, and so has what applying would do. Nothing was done; below is the plan as it is now.</source>
        <translation>동의한 뒤 객체가 바뀌어 적용 결과도 달라졌습니다. 아직 아무것도 바꾸지 않았습니다. 아래는 지금의 계획입니다.</translation>
    </message>
    <message>
        <source>Not applied:</source>
        <translation>적용하지 않음:</translation>
    </message>
    <message>
        <source>One before it was not done, so this one was not begun.</source>
        <translation>앞 문서가 적용되지 않아 시작하지 않았습니다.</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>다른 관리자</translation>
    </message>
    <message>
        <source>belongs to %1</source>
        <translation>소유: %1</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n field(s)</source>
        <translation>
            <numerusform>필드 %n개의 소유권 넘겨받기</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would be different.</source>
        <translation>달라지는 것이 없습니다.</translation>
    </message>
    <message>
        <source>No spec of this object was ever stable.</source>
        <translation>이 객체는 안정 상태였던 spec이 없습니다.</translation>
    </message>
    <message>
        <source>State is dropped: type %1 to go on.</source>
        <translation>상태를 버립니다. 계속하려면 &apos;%1&apos; 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>State is dropped: tick that you know.</source>
        <translation>상태를 버립니다. 확인란을 선택하세요.</translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation>&apos;%1&apos; 이름 입력</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Apply on %1</source>
        <translation>%1에 적용</translation>
    </message>
    <message>
        <source>the kubectl command</source>
        <translation>kubectl 명령</translation>
    </message>
    <message>
        <source>Nobody knows what becomes of the state: type %1 to go on.</source>
        <translation>상태가 어떻게 되는지 알 수 없습니다. 계속하려면 &apos;%1&apos; 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>Nobody knows what becomes of the state: tick that you know.</source>
        <translation>상태가 어떻게 되는지 알 수 없습니다. 확인란을 선택해야 합니다.</translation>
    </message>
</context>
<context>
    <name>editor::ApplyRun</name>
    <message>
        <source>The connection was closed before the cluster had answered.</source>
        <translation>클러스터가 응답하기 전에 연결이 닫혔습니다.</translation>
    </message>
    <message>
        <source>There is no connection to this cluster any more.</source>
        <translation>이 클러스터와의 연결이 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>This cluster is protected: Drey writes nothing to it. The protection is taken off on the page of connections.</source>
        <translation>보호된 클러스터라서 Drey가 아무것도 쓰지 않습니다. 보호는 연결 페이지에서 해제합니다.</translation>
    </message>
    <message>
        <source>The cluster is being asked what would be done.</source>
        <translation>무엇이 바뀌는지 클러스터에 묻는 중입니다.</translation>
    </message>
    <message>
        <source>Everything is applied.</source>
        <translation>모두 적용했습니다.</translation>
    </message>
    <message>
        <source>The cluster would refuse this.</source>
        <translation>클러스터가 거부할 내용입니다.</translation>
    </message>
    <message>
        <source>Fields belong to somebody else: take them over, or take them out of the manifest.</source>
        <translation>다른 관리자가 소유한 필드가 있습니다. 소유권을 넘겨받거나 매니페스트에서 빼세요.</translation>
    </message>
    <message>
        <source>It is applied, and was seen in the cluster as generation %1.</source>
        <translation>적용했고, 클러스터에서 generation %1 상태를 확인했습니다.</translation>
    </message>
    <message>
        <source>It is applied, but could not be looked at afterwards: %1</source>
        <translation>적용했지만 적용 후 상태를 확인하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The cluster held all of it already.</source>
        <translation>클러스터에 이미 모두 반영되어 있었습니다.</translation>
    </message>
    <message>
        <source>It was taken, and somebody has changed it again since: look who keeps this object.</source>
        <translation>반영되었지만 그 뒤 다른 쪽에서 다시 바꿨습니다. 이 객체를 누가 관리하는지 확인하세요.</translation>
    </message>
    <message>
        <source>It was refused, and nothing was done: %1</source>
        <translation>거부되었고 바뀐 것은 없습니다: %1</translation>
    </message>
    <message>
        <source>It was not sent, and nothing was done: %1</source>
        <translation>보내지 않았고 바뀐 것은 없습니다: %1</translation>
    </message>
    <message>
        <source>Nobody knows whether it was done: %1 Look at the object before you try again.</source>
        <translation>적용 여부 확인 불가: %1 다시 시도하기 전에 객체를 확인하세요.</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>적용됨</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>변경 없음</translation>
    </message>
    <message>
        <source>changed again by others</source>
        <translation>다른 쪽에서 다시 변경</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>보내지 않음</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>확인 불가</translation>
    </message>
    <message>
        <source>It is applied, and was seen in the cluster.</source>
        <translation>적용했고, 클러스터에서 확인했습니다.</translation>
    </message>
</context>
<context>
    <name>editor::ChangeRow</name>
    <message>
        <source>%1, in the cluster already</source>
        <translation>%1, 클러스터에 이미 있음</translation>
    </message>
    <message>
        <source>last stable: %1</source>
        <translation>마지막 안정: %1</translation>
    </message>
</context>
<context>
    <name>editor::ClassBadge</name>
    <message>
        <source>NO CHANGE</source>
        <translation>변경 없음</translation>
    </message>
    <message>
        <source>NEW</source>
        <translation>새 객체</translation>
    </message>
</context>
<context>
    <name>editor::EditorPage</name>
    <message>
        <source>What was pasted has a line that is too long for an editor. Nothing was put in.</source>
        <translation>붙여넣은 내용에 편집기가 다룰 수 없을 만큼 긴 줄이 있습니다. 아무것도 붙여넣지 않았습니다.</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>매니페스트</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Show or hide the outline</source>
        <translation>개요 표시/숨기기</translation>
    </message>
    <message>
        <source>Do every fix that keeps the meaning, in one step that can be undone</source>
        <translation>의미가 바뀌지 않는 수정을 모두 한 번에 적용합니다. 한 번에 되돌릴 수 있습니다</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>오류 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>경고 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>참고 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>검증 중</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>문제 없음</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>다음 문제</translation>
    </message>
    <message>
        <source>Fix all that is safe (%1)</source>
        <translation>안전한 수정 모두 적용 (%1)</translation>
    </message>
    <message>
        <source>Fix all that is safe</source>
        <translation>안전한 수정 모두 적용</translation>
    </message>
    <message>
        <source>Checked in %1 ms</source>
        <translation>검증 %1 ms</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>%1행 %2열</translation>
    </message>
    <message>
        <source>mixed line ends</source>
        <translation>줄 끝 혼합</translation>
    </message>
    <message>
        <source>Flink %1</source>
        <translation>Flink %1</translation>
    </message>
    <message>
        <source>The keys of this document are held against this version of Flink.</source>
        <translation>이 문서의 키를 이 Flink 버전에 맞춰 검증합니다.</translation>
    </message>
    <message>
        <source>There is no problem in this manifest.</source>
        <translation>이 매니페스트에는 문제가 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is wrong here</source>
        <translation>이 위치에는 문제 없음</translation>
    </message>
    <message>
        <source>No fix is known for this</source>
        <translation>빠른 수정 없음</translation>
    </message>
    <message>
        <source>This file cannot be edited. %1 Nothing in it was changed.</source>
        <translation>이 파일을 편집할 수 없습니다. %1 파일은 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>New manifest</source>
        <translation>새 매니페스트</translation>
    </message>
    <message>
        <source>%1 ●</source>
        <comment>a file that is not saved</comment>
        <translation>%1 ●</translation>
    </message>
    <message>
        <source>Save the manifest</source>
        <translation>매니페스트 저장</translation>
    </message>
    <message>
        <source>Manifests (*.yaml *.yml)</source>
        <translation>매니페스트 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>저장하지 못함</translation>
    </message>
    <message>
        <source>Save under another name…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>The file has changed</source>
        <translation>파일이 바뀜</translation>
    </message>
    <message>
        <source>Another program has changed &apos;%1&apos; since it was read. Saving now would replace what it wrote.</source>
        <translation>파일을 읽은 뒤 다른 프로그램이 &apos;%1&apos; 파일을 바꾸었습니다. 지금 저장하면 그 내용을 덮어씁니다.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>덮어쓰기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>저장하지 않은 변경</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has changes that are not saved.</source>
        <translation>&apos;%1&apos; 파일에 저장하지 않은 변경이 있습니다.</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>변경 버리기</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was changed by another program and read again.</source>
        <translation>다른 프로그램이 &apos;%1&apos; 파일을 바꾸어 다시 읽었습니다.</translation>
    </message>
    <message>
        <source>Another program has changed this file.</source>
        <translation>다른 프로그램이 이 파일을 바꾸었습니다.</translation>
    </message>
    <message>
        <source>Your changes are kept. Saving asks before anything is replaced; what you wrote can be had back with Undo.</source>
        <translation>작성한 변경은 그대로 있습니다. 저장할 때는 덮어쓰기 전에 확인하며, 파일의 내용을 불러와도 되돌리기로 작성한 내용을 복구할 수 있습니다.</translation>
    </message>
    <message>
        <source>Show the file&apos;s version</source>
        <translation>파일 내용 불러오기</translation>
    </message>
    <message>
        <source>This file does not exist any more.</source>
        <translation>이 파일은 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>The text is kept here. Saving writes the file anew.</source>
        <translation>내용은 여기에 그대로 있습니다. 저장하면 파일을 다시 만듭니다.</translation>
    </message>
    <message>
        <source>This file can no longer be read as text.</source>
        <translation>이 파일을 더 이상 텍스트로 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The text is kept here. Saving asks before anything is replaced.</source>
        <translation>내용은 여기에 그대로 있습니다. 저장할 때 덮어쓰기 전에 확인합니다.</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>기본값: %1</translation>
    </message>
    <message>
        <source>no default</source>
        <translation>기본값 없음</translation>
    </message>
    <message>
        <source>since Flink %1</source>
        <translation>Flink %1부터</translation>
    </message>
    <message>
        <source>since operator %1</source>
        <translation>Operator %1부터</translation>
    </message>
    <message>
        <source>read by the operator</source>
        <translation>Operator가 읽음</translation>
    </message>
    <message>
        <source>Its name is %1 now.</source>
        <translation>지금 이름은 %1입니다.</translation>
    </message>
    <message>
        <source>There is no text to paste.</source>
        <translation>붙여넣을 텍스트가 없습니다.</translation>
    </message>
    <message>
        <source>It was pasted as it is: there was nothing to repair.</source>
        <translation>복구할 것이 없어 그대로 붙여넣었습니다.</translation>
    </message>
    <message>
        <source>It was pasted as it is: no manifest was found in it.</source>
        <translation>매니페스트를 찾지 못해 그대로 붙여넣었습니다.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>양식</translation>
    </message>
    <message>
        <source>Show or hide the form of this document</source>
        <translation>이 문서의 양식 표시/숨기기</translation>
    </message>
    <message>
        <source>Open already</source>
        <translation>이미 열려 있음</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is open on another page, which may hold changes of its own. Nothing was saved: choose another name, or close that page first.</source>
        <translation>&apos;%1&apos; 파일이 다른 페이지에 열려 있고, 그곳에 저장하지 않은 변경이 있을 수 있습니다. 아무것도 저장하지 않았습니다. 다른 이름을 고르거나 그 페이지를 먼저 닫으세요.</translation>
    </message>
    <message>
        <source>Show that page</source>
        <translation>그 페이지 보기</translation>
    </message>
</context>
<context>
    <name>editor::EffectPanel</name>
    <message>
        <source>Effect</source>
        <translation>영향</translation>
    </message>
    <message>
        <source>What applying it would do</source>
        <translation>적용하면 일어나는 일</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>변경 비교</translation>
    </message>
    <message>
        <source>What would be different, line by line</source>
        <translation>줄 단위 변경 비교</translation>
    </message>
    <message>
        <source>Ask the cluster again</source>
        <translation>클러스터에 다시 묻기</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Last reconciled</source>
        <translation>마지막 조정</translation>
    </message>
    <message>
        <source>Last stable</source>
        <translation>마지막 안정</translation>
    </message>
    <message>
        <source>In the cluster</source>
        <translation>클러스터 현재 값</translation>
    </message>
    <message>
        <source>Review and apply…</source>
        <translation>검토 후 적용…</translation>
    </message>
    <message>
        <source>Asking the cluster</source>
        <translation>클러스터에 묻는 중</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>아직 확인 전</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>연결되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>This is what was heard last.</source>
        <translation>마지막으로 확인한 내용입니다.</translation>
    </message>
    <message>
        <source>It could not be asked again.</source>
        <translation>다시 확인하지 못했습니다.</translation>
    </message>
    <message>
        <source>The document cannot be read now.</source>
        <translation>지금은 문서를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>This is of its last readable text.</source>
        <translation>마지막으로 읽을 수 있던 내용 기준입니다.</translation>
    </message>
    <message>
        <source>No spec of this object was ever stable.</source>
        <translation>이 객체는 안정 상태였던 spec이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing would be different.</source>
        <translation>달라지는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Choose a cluster to see what applying this manifest would do there.</source>
        <translation>클러스터를 선택하면 이 매니페스트를 적용했을 때의 영향을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Choose a cluster…</source>
        <translation>클러스터 선택…</translation>
    </message>
    <message>
        <source>%1 is not connected.</source>
        <translation>&apos;%1&apos; 클러스터에 연결되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>There is no manifest of the Flink operator in this text.</source>
        <translation>이 텍스트에는 Flink Operator의 매니페스트가 없습니다.</translation>
    </message>
    <message>
        <source>Put the cursor into a manifest of the Flink operator to see its effect.</source>
        <translation>Flink Operator의 매니페스트에 커서를 두면 영향을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>This document cannot be read: see its problems.</source>
        <translation>이 문서를 읽을 수 없습니다. 문제 목록을 확인하세요.</translation>
    </message>
    <message>
        <source>Nothing is asked of any cluster.</source>
        <translation>클러스터에 아무것도 묻지 않습니다.</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>&apos;%1&apos; 클러스터에 묻는 중</translation>
    </message>
    <message>
        <source>Dry run on %1</source>
        <translation>&apos;%1&apos; 클러스터 모의 적용(dry-run)</translation>
    </message>
    <message>
        <source>Laid over the object on %1</source>
        <translation>&apos;%1&apos; 클러스터의 객체에 겹쳐 계산</translation>
    </message>
    <message>
        <source>the changes as a patch</source>
        <translation>변경 사항을 패치로</translation>
    </message>
</context>
<context>
    <name>editor::EffectView</name>
    <message>
        <source>This edit is</source>
        <translation>이 편집은</translation>
    </message>
    <message>
        <source>Starts from</source>
        <translation>복구 지점</translation>
    </message>
    <message>
        <source>At stake</source>
        <translation>위험</translation>
    </message>
    <message>
        <source>Session jobs</source>
        <translation>세션 작업</translation>
    </message>
    <message>
        <source>Operator says</source>
        <translation>Operator 메시지</translation>
    </message>
    <message>
        <source>The operator has not taken up the object&apos;s present state yet.</source>
        <translation>Operator가 객체의 현재 상태를 아직 반영하지 않았습니다.</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>다른 관리자</translation>
    </message>
    <message>
        <source>%1 belongs to %2.</source>
        <translation>%1 필드의 소유자: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) against what the operator took up last</source>
        <translation>
            <numerusform>Operator가 마지막으로 반영한 값과 다른 항목 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>The comparison shows all of them.</source>
        <translation>전체는 변경 비교에서 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>editor::FindBar</name>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>바꿀 내용</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>모두 바꾸기</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>정규식</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>대소문자 구분</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>이전 결과</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>다음 결과</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>This is no regular expression.</source>
        <translation>올바른 정규식이 아닙니다.</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>없음</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n건 바꿈</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>editor::FolderModel</name>
    <message>
        <source>Checking</source>
        <translation>검증 중</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>검증 안 됨</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>No object</source>
        <translation>오브젝트 없음</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>문제 없음</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Objects in it</source>
        <translation>담긴 오브젝트</translation>
    </message>
</context>
<context>
    <name>editor::FolderPage</name>
    <message numerus="yes">
        <source>%n manifest(s)</source>
        <translation>
            <numerusform>매니페스트 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>오류 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>경고 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>checking</source>
        <translation>검증 중</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n are shown.</source>
        <translation>
            <numerusform>처음 %n개만 표시됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no YAML files in this folder.</source>
        <translation>이 폴더에는 YAML 파일이 없습니다.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Manifests of this folder</source>
        <translation>이 폴더의 매니페스트</translation>
    </message>
</context>
<context>
    <name>editor::FormPanel</name>
    <message>
        <source>%1, a session cluster: it has no job of its own</source>
        <translation>%1, 세션 클러스터: 자체 작업이 없습니다</translation>
    </message>
    <message>
        <source>Here is no object yet. Begin with a template, or write its kind.</source>
        <translation>아직 오브젝트가 없습니다. 템플릿으로 시작하거나 kind를 적으세요.</translation>
    </message>
    <message>
        <source>There is no form for %1. The operator&apos;s four kinds have one.</source>
        <translation>%1에는 양식이 없습니다. 양식은 Operator의 네 가지 종류에만 있습니다.</translation>
    </message>
    <message>
        <source>The form comes back when this document can be read.</source>
        <translation>이 문서를 읽을 수 있게 되면 양식이 다시 표시됩니다.</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>오브젝트</translation>
    </message>
    <message>
        <source>Image and version</source>
        <translation>이미지와 버전</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>자원</translation>
    </message>
    <message>
        <source>State and checkpoints</source>
        <translation>상태와 체크포인트</translation>
    </message>
    <message>
        <source>High availability</source>
        <translation>고가용성</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>스냅샷</translation>
    </message>
    <message>
        <source>Blue/green change</source>
        <translation>블루/그린 전환</translation>
    </message>
    <message>
        <source>Line %1 cannot be read.</source>
        <translation>%1번째 줄을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 The form shows what it last was.</source>
        <translation>%1 양식에는 마지막으로 읽은 값이 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>editor::FormRow</name>
    <message>
        <source>not set</source>
        <translation>설정 안 함</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1 (기본값)</translation>
    </message>
    <message>
        <source>Show it in the text</source>
        <translation>텍스트에서 보기</translation>
    </message>
    <message>
        <source>%1: line %2</source>
        <translation>%1: %2번째 줄</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>한 줄에 하나씩</translation>
    </message>
    <message>
        <source>%1 The text is unchanged.</source>
        <translation>%1 텍스트는 바뀌지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>editor::Keys</name>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation>다른 이름으로 저장</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>다음 문제</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>이전 문제</translation>
    </message>
    <message>
        <source>Fixes for this place</source>
        <translation>이 위치의 빠른 수정</translation>
    </message>
    <message>
        <source>Fix all that is safe</source>
        <translation>안전한 수정 모두 적용</translation>
    </message>
    <message>
        <source>Explain this place</source>
        <translation>이 위치 설명</translation>
    </message>
    <message>
        <source>Complete the word</source>
        <translation>자동 완성</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>찾아 바꾸기</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>다음 결과</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>이전 결과</translation>
    </message>
    <message>
        <source>Go to a line</source>
        <translation>줄로 이동</translation>
    </message>
    <message>
        <source>Show or hide the outline</source>
        <translation>개요 표시/숨기기</translation>
    </message>
    <message>
        <source>Make the lines comments, or text again</source>
        <translation>줄을 주석으로 만들기/되돌리기</translation>
    </message>
    <message>
        <source>Move the lines up</source>
        <translation>줄을 위로 이동</translation>
    </message>
    <message>
        <source>Move the lines down</source>
        <translation>줄을 아래로 이동</translation>
    </message>
    <message>
        <source>Fold or unfold what stands here</source>
        <translation>이 위치 접기/펼치기</translation>
    </message>
    <message>
        <source>Fold or unfold everything</source>
        <translation>모두 접기/펼치기</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>매니페스트</translation>
    </message>
    <message>
        <source>Paste from a web page</source>
        <translation>웹 페이지에서 붙여넣기</translation>
    </message>
    <message>
        <source>From the text to the form, and back</source>
        <translation>텍스트와 양식 사이 이동</translation>
    </message>
    <message>
        <source>Show a field of the form in the text</source>
        <translation>양식의 필드를 텍스트에서 보기</translation>
    </message>
    <message>
        <source>Choose the cluster it is held against</source>
        <translation>대조할 클러스터 선택</translation>
    </message>
    <message>
        <source>Show or hide the effect</source>
        <translation>영향 보이기/숨기기</translation>
    </message>
    <message>
        <source>Show the diff with its effects</source>
        <translation>영향이 표시된 변경 비교</translation>
    </message>
    <message>
        <source>Review and apply</source>
        <translation>검토 후 적용</translation>
    </message>
    <message>
        <source>Copy the changes as a patch</source>
        <translation>변경 사항을 패치로 복사</translation>
    </message>
</context>
<context>
    <name>editor::ManifestFile</name>
    <message>
        <source>There is no file &apos;%1&apos;.</source>
        <translation>&apos;%1&apos; 파일이 없습니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no file.</source>
        <translation>&apos;%1&apos; 경로는 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be read: %2</source>
        <translation>&apos;%1&apos; 파일을 읽지 못했습니다: %2</translation>
    </message>
    <message>
        <source>The file has been changed by another program.</source>
        <translation>다른 프로그램이 파일을 바꾸었습니다.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be written: %2. Nothing of it was changed.</source>
        <translation>&apos;%1&apos; 파일에 쓰지 못했습니다: %2. 파일은 바뀌지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>editor::OutlineView</name>
    <message>
        <source>Outline</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>문서 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind and name</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>문제 %n건</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>editor::PasteDialog</name>
    <message>
        <source>Paste from a web page</source>
        <translation>웹 페이지에서 붙여넣기</translation>
    </message>
    <message>
        <source>As it was pasted</source>
        <translation>붙여넣은 그대로</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>복구한 결과</translation>
    </message>
    <message>
        <source>Insert what was repaired</source>
        <translation>복구한 결과 넣기</translation>
    </message>
    <message>
        <source>Insert as it was pasted</source>
        <translation>그대로 넣기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>What was done, and what to look at</source>
        <translation>바꾼 내용과 확인할 곳</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1번째 줄: %2</translation>
    </message>
    <message>
        <source>→ indented anew</source>
        <translation>→ 들여쓰기 변경</translation>
    </message>
    <message>
        <source>~ characters changed</source>
        <translation>~ 문자 변경</translation>
    </message>
    <message>
        <source>− left out</source>
        <translation>− 제외</translation>
    </message>
    <message>
        <source>+ put in</source>
        <translation>+ 추가</translation>
    </message>
    <message>
        <source>to look at</source>
        <translation>확인 필요</translation>
    </message>
</context>
<context>
    <name>editor::ProblemModel</name>
    <message>
        <source>line %1</source>
        <translation>%1행</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>수정</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
</context>
<context>
    <name>editor::Question</name>
    <message>
        <source>Go to a line</source>
        <translation>줄로 이동</translation>
    </message>
    <message>
        <source>Line, 1 to %1</source>
        <translation>줄 번호, 1~%1</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>이동</translation>
    </message>
</context>
<context>
    <name>editor::Suggestions</name>
    <message>
        <source>default</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>제안</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>기본값: %1</translation>
    </message>
    <message>
        <source>deprecated</source>
        <translation>지원 중단 예정</translation>
    </message>
</context>
<context>
    <name>editor::TargetChoice</name>
    <message>
        <source>%1, not connected</source>
        <translation>%1, 연결 안 됨</translation>
    </message>
    <message>
        <source>No cluster: offline</source>
        <translation>클러스터 없음: 오프라인</translation>
    </message>
    <message>
        <source>No cluster is known: add one on the page of connections</source>
        <translation>알려진 클러스터가 없습니다. 연결 페이지에서 추가하세요</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>오프라인</translation>
    </message>
    <message>
        <source>The cluster this manifest is held against; it is protected: nothing is written to it</source>
        <translation>이 매니페스트를 대조하는 클러스터. 보호되어 있어 아무것도 쓰지 않습니다</translation>
    </message>
    <message>
        <source>The cluster this manifest is held against and applied to</source>
        <translation>이 매니페스트를 대조하고 적용하는 클러스터</translation>
    </message>
    <message>
        <source>Cluster: %1</source>
        <translation>클러스터: %1</translation>
    </message>
</context>
<context>
    <name>editor::Targeting</name>
    <message>
        <source>Schema: operator %1, as it came with Drey</source>
        <translation>스키마: Drey에 포함된 Operator %1</translation>
    </message>
    <message>
        <source>%1; asking %2</source>
        <translation>%1, &apos;%2&apos; 클러스터에 묻는 중</translation>
    </message>
    <message>
        <source>%1; %2 is not connected</source>
        <translation>%1, &apos;%2&apos; 클러스터 연결 안 됨</translation>
    </message>
    <message>
        <source>%1; %2 did not tell its own</source>
        <translation>%1, &apos;%2&apos; 클러스터의 스키마 확인 불가</translation>
    </message>
    <message>
        <source>Schema: %1, read</source>
        <translation>스키마: &apos;%1&apos; 클러스터, 읽은 시각</translation>
    </message>
    <message>
        <source>Schema: %1, not connected any more, read</source>
        <translation>스키마: &apos;%1&apos; 클러스터(연결 끊김), 읽은 시각</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>영향</translation>
    </message>
    <message>
        <source>Show or hide what applying it would do</source>
        <translation>적용했을 때의 영향을 보이거나 숨깁니다</translation>
    </message>
    <message>
        <source>Choose the cluster first that it is to be applied to.</source>
        <translation>적용할 클러스터를 먼저 선택하세요.</translation>
    </message>
    <message>
        <source>%1 is not connected.</source>
        <translation>&apos;%1&apos; 클러스터에 연결되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>There is nothing to apply.</source>
        <translation>적용할 내용이 없습니다.</translation>
    </message>
    <message>
        <source>A document cannot be read: mend its syntax first.</source>
        <translation>읽을 수 없는 문서가 있습니다. 먼저 문법을 고치세요.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>새 값</translation>
    </message>
    <message>
        <source>was %1</source>
        <comment>the value before</comment>
        <translation>이전 값 %1</translation>
    </message>
</context>
<context>
    <name>editor::Text</name>
    <message>
        <source>The file has %1 MiB. More than %2 MiB are no manifest and are not opened.</source>
        <translation>파일 크기가 %1 MiB입니다. %2 MiB를 넘으면 매니페스트로 보지 않고 열지 않습니다.</translation>
    </message>
    <message>
        <source>The file is UTF-16. Save it as UTF-8, which is what kubectl reads.</source>
        <translation>파일이 UTF-16입니다. kubectl이 읽는 UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>This is no text, but binary data.</source>
        <translation>텍스트가 아니라 바이너리 데이터입니다.</translation>
    </message>
    <message>
        <source>Line %1 is no UTF-8: the file was saved in another encoding.</source>
        <translation>%1행이 UTF-8이 아닙니다. 파일이 다른 인코딩으로 저장되었습니다.</translation>
    </message>
    <message>
        <source>A line of this file is longer than %1 characters; it is no manifest and is not opened.</source>
        <translation>이 파일에 %1자보다 긴 줄이 있습니다. 매니페스트로 보지 않고 열지 않습니다.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>애플리케이션</translation>
    </message>
    <message>
        <source>one job with a cluster of its own</source>
        <translation>작업 하나와 전용 클러스터</translation>
    </message>
    <message>
        <source>Session cluster</source>
        <translation>세션 클러스터</translation>
    </message>
    <message>
        <source>a cluster that waits for jobs</source>
        <translation>작업을 기다리는 클러스터</translation>
    </message>
    <message>
        <source>Session job</source>
        <translation>세션 작업</translation>
    </message>
    <message>
        <source>a job for a session cluster</source>
        <translation>세션 클러스터에서 실행하는 작업</translation>
    </message>
    <message>
        <source>Savepoint</source>
        <translation>세이브포인트</translation>
    </message>
    <message>
        <source>FlinkStateSnapshot of a running job</source>
        <translation>실행 중인 작업의 FlinkStateSnapshot</translation>
    </message>
    <message>
        <source>Blue/green deployment</source>
        <translation>블루/그린 배포</translation>
    </message>
    <message>
        <source>a new version comes up beside the old one</source>
        <translation>기존 버전 옆에서 새 버전을 시작</translation>
    </message>
    <message>
        <source>High availability</source>
        <translation>고가용성</translation>
    </message>
    <message>
        <source>a job that survives its JobManager</source>
        <translation>JobManager를 잃어도 계속하는 작업</translation>
    </message>
    <message>
        <source>Autoscaling</source>
        <translation>오토스케일링</translation>
    </message>
    <message>
        <source>the operator follows the load</source>
        <translation>Operator가 부하에 맞춰 조정</translation>
    </message>
    <message>
        <source>Production baseline</source>
        <translation>프로덕션 기본 구성</translation>
    </message>
    <message>
        <source>state, recovery, metrics and limits</source>
        <translation>상태, 복구, 메트릭, 자원 설정</translation>
    </message>
    <message>
        <source>This folder does not exist any more.</source>
        <translation>이 폴더는 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>This folder cannot be read: the permission is missing.</source>
        <translation>이 폴더를 읽을 수 없습니다. 권한이 없습니다.</translation>
    </message>
    <message>
        <source>This file cannot be read: %1</source>
        <translation>이 파일을 읽을 수 없습니다: %1</translation>
    </message>
</context>
</TS>
