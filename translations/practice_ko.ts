<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>practice::CauseCard</name>
    <message>
        <source>What is the cause?</source>
        <translation>원인은 무엇일까요?</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong answer(s)</source>
        <translation>
            <numerusform>오답 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>This is it</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>This is not it</source>
        <translation>오답</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>원인으로 지목</translation>
    </message>
</context>
<context>
    <name>practice::DebriefCard</name>
    <message>
        <source>Debrief</source>
        <translation>복기</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>무슨 일이 있었나</translation>
    </message>
    <message>
        <source>What was to be done</source>
        <translation>어떻게 해야 했나</translation>
    </message>
    <message>
        <source>Time to detect</source>
        <translation>감지까지 걸린 시간</translation>
    </message>
    <message>
        <source>Time to recover</source>
        <translation>복구까지 걸린 시간</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>%1 of 100</source>
        <translation>100점 중 %1점</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>the rehearsal</source>
        <translation>훈련</translation>
    </message>
</context>
<context>
    <name>practice::GoalsCard</name>
    <message>
        <source>Goal</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>%1 of %2 met</source>
        <translation>%2개 중 %1개 달성</translation>
    </message>
    <message>
        <source>met</source>
        <translation>달성</translation>
    </message>
    <message>
        <source>not met yet</source>
        <translation>미달성</translation>
    </message>
</context>
<context>
    <name>practice::HintsCard</name>
    <message>
        <source>Hints</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>%1 of %2 taken</source>
        <translation>%2개 중 %1개 확인</translation>
    </message>
    <message>
        <source>Show a hint</source>
        <translation>힌트 보기</translation>
    </message>
    <message>
        <source>Show another hint</source>
        <translation>다음 힌트 보기</translation>
    </message>
</context>
<context>
    <name>practice::PracticePage</name>
    <message>
        <source>Practice</source>
        <translation>연습</translation>
    </message>
    <message>
        <source>A simulated company with its own Kubernetes, operator and Flink inside this program. Pick an incident, find the cause, repair it with whatever you would use at work.</source>
        <translation>이 프로그램 안에서 가상 회사의 Kubernetes, Operator, Flink가 돌아갑니다. 장애를 하나 골라 원인을 찾고, 평소 업무에서 쓰는 도구로 복구하세요.</translation>
    </message>
    <message>
        <source>Open the fleet</source>
        <translation>전체 현황 열기</translation>
    </message>
    <message>
        <source>End the practice cluster</source>
        <translation>연습 클러스터 종료</translation>
    </message>
    <message>
        <source>It did not start.</source>
        <translation>시작하지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>practice::ScenarioList</name>
    <message numerus="yes">
        <source>%n rehearsal(s)</source>
        <translation>
            <numerusform>훈련 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Rehearsals</source>
        <translation>장애 훈련</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Filter the rehearsals</source>
        <translation>훈련 필터</translation>
    </message>
</context>
<context>
    <name>practice::ScenarioModel</name>
    <message>
        <source>being played</source>
        <translation>진행 중</translation>
    </message>
</context>
<context>
    <name>practice::Session</name>
    <message>
        <source>There is no rehearsal &apos;%1&apos;.</source>
        <translation>&apos;%1&apos; 훈련이 없습니다.</translation>
    </message>
    <message>
        <source>The practice cluster cannot be started: %1</source>
        <translation>연습 클러스터를 시작할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The kubeconfig of the practice cluster cannot be written to &apos;%1&apos;: %2</source>
        <translation>연습 클러스터의 kubeconfig를 &apos;%1&apos; 경로에 쓸 수 없습니다: %2</translation>
    </message>
</context>
<context>
    <name>practice::StoryCard</name>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>포기함</translation>
    </message>
    <message>
        <source>About to happen</source>
        <translation>곧 발생</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>복구됨</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Start the rehearsal</source>
        <translation>훈련 시작</translation>
    </message>
    <message>
        <source>Give up and show the solution</source>
        <translation>포기하고 정답 보기</translation>
    </message>
    <message>
        <source>Speed of the cluster&apos;s time</source>
        <translation>클러스터 시간 배속</translation>
    </message>
    <message>
        <source>Time runs %1 times as fast</source>
        <translation>시간이 %1배 빠르게 흐름</translation>
    </message>
    <message>
        <source>Open the deployment &apos;%1&apos;</source>
        <translation>&apos;%1&apos; 배포 열기</translation>
    </message>
    <message>
        <source>Something is about to happen.</source>
        <translation>곧 무슨 일이 생깁니다.</translation>
    </message>
    <message>
        <source>since it happened, by the cluster&apos;s clock</source>
        <translation>발생 후 경과(클러스터 시계 기준)</translation>
    </message>
    <message>
        <source>to recover, by the cluster&apos;s clock</source>
        <translation>만에 복구(클러스터 시계 기준)</translation>
    </message>
    <message>
        <source>Being set up</source>
        <translation>준비 중</translation>
    </message>
</context>
<context>
    <name>practice::Text</name>
    <message>
        <source>Easy</source>
        <translation>쉬움</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>어려움</translation>
    </message>
    <message>
        <source>Given up: no points.</source>
        <translation>포기했으므로 점수가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>−%1: %n hint(s) taken</source>
        <translation>
            <numerusform>−%1점: 힌트 %n개 확인</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>−%1: %n wrong answer(s)</source>
        <translation>
            <numerusform>−%1점: 오답 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>−%1: detected later than within %2</source>
        <translation>−%1점: 감지가 %2 안에 이루어지지 않음</translation>
    </message>
    <message>
        <source>−%1: recovered later than within %2</source>
        <translation>−%1점: 복구가 %2 안에 이루어지지 않음</translation>
    </message>
</context>
</TS>
