<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
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
