<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>cli::Text</name>
    <message numerus="yes">
        <source>There was no complete answer within %n second(s).</source>
        <translation>
            <numerusform>There was no complete answer within %n second.</numerusform>
            <numerusform>There was no complete answer within %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s) did not answer in time; --timeout gives them longer.</source>
        <translation>
            <numerusform>%n deployment did not answer in time; --timeout gives it longer.</numerusform>
            <numerusform>%n deployments did not answer in time; --timeout gives them longer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) fixed.</source>
        <translation>
            <numerusform>%n finding fixed.</numerusform>
            <numerusform>%n findings fixed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be looked at, which does not mean that they are missing. Look where they were written, or say with --map FROM=TO where they lie on this machine.</source>
        <translation>
            <numerusform>%n file could not be looked at, which does not mean that it is missing. Look where it was written, or say with --map FROM=TO where it lies on this machine.</numerusform>
            <numerusform>%n files could not be looked at, which does not mean that they are missing. Look where they were written, or say with --map FROM=TO where they lie on this machine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) lie beside the snapshot, but not where it says. Flink will look for them where they were written.</source>
        <translation>
            <numerusform>%n file lies beside the snapshot, but not where it says. Flink will look for it where it was written.</numerusform>
            <numerusform>%n files lie beside the snapshot, but not where it says. Flink will look for them where they were written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) follow where the metadata should end. Flink leaves them unread.</source>
        <translation>
            <numerusform>%n byte follows where the metadata should end. Flink leaves it unread.</numerusform>
            <numerusform>%n bytes follow where the metadata should end. Flink leaves them unread.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>code::CodeView</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>connections::Text</name>
    <message numerus="yes">
        <source>%n deployments</source>
        <translation>
            <numerusform>%n deployment</numerusform>
            <numerusform>%n deployments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>connections::WelcomePage</name>
    <message numerus="yes">
        <source>%n contexts</source>
        <translation>
            <numerusform>%n context</numerusform>
            <numerusform>%n contexts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kubeconfig files</source>
        <translation>
            <numerusform>%n kubeconfig file</numerusform>
            <numerusform>%n kubeconfig files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) to rehearse.</source>
        <translation>
            <numerusform>%n incident to rehearse.</numerusform>
            <numerusform>%n incidents to rehearse.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deployment::CheckpointTexts</name>
    <message numerus="yes">
        <source>%n failure(s) tolerated</source>
        <translation>
            <numerusform>%n failure tolerated</numerusform>
            <numerusform>%n failures tolerated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deployment::CheckpointsTab</name>
    <message numerus="yes">
        <source>The last %n failed.</source>
        <translation>
            <numerusform>The last one failed.</numerusform>
            <numerusform>The last %n failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deployment::DeploymentPage</name>
    <message numerus="yes">
        <source>%n TaskManager(s)</source>
        <translation>
            <numerusform>%n TaskManager</numerusform>
            <numerusform>%n TaskManagers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deployment::FailureStrip</name>
    <message numerus="yes">
        <source>%n exception(s), the first %1, the last %2.</source>
        <translation>
            <numerusform>%n exception, the first %1, the last %2.</numerusform>
            <numerusform>%n exceptions, the first %1, the last %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the selected group.</source>
        <translation>
            <numerusform>%n in the selected group.</numerusform>
            <numerusform>%n in the selected group.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exception(s), the last %1.</source>
        <translation>
            <numerusform>%n exception, at %1.</numerusform>
            <numerusform>%n exceptions, the last %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deployment::HistoryChart</name>
    <message numerus="yes">
        <source>%n checkpoint(s), the last at %1, at most %2.</source>
        <translation>
            <numerusform>%n checkpoint, the last at %1, at most %2.</numerusform>
            <numerusform>%n checkpoints, the last at %1, at most %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n failed.</numerusform>
            <numerusform>%n failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deployment::JobNumbers</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deployment::LogView</name>
    <message numerus="yes">
        <source>%n line(s) found</source>
        <translation>
            <numerusform>%n line found</numerusform>
            <numerusform>%n lines found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deployment::OverviewTab</name>
    <message numerus="yes">
        <source>%n pod(s), watch</source>
        <translation>
            <numerusform>%n pod, watch</numerusform>
            <numerusform>%n pods, watch</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deployment::YamlTab</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>editor::ApplyDialog</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n document(s) to %1</source>
        <translation>
            <numerusform>Apply %n document to %1</numerusform>
            <numerusform>Apply %n documents to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of the object change.</source>
        <translation>
            <numerusform>%n value of the object changes.</numerusform>
            <numerusform>%n values of the object change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n field(s)</source>
        <translation>
            <numerusform>Take over %n field</numerusform>
            <numerusform>Take over %n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>editor::EditorPage</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>editor::EffectView</name>
    <message numerus="yes">
        <source>%n change(s) against what the operator took up last</source>
        <translation>
            <numerusform>%n change against what the operator took up last</numerusform>
            <numerusform>%n changes against what the operator took up last</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>editor::FindBar</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>editor::FolderPage</name>
    <message numerus="yes">
        <source>%n manifest(s)</source>
        <translation>
            <numerusform>%n manifest</numerusform>
            <numerusform>%n manifests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n are shown.</source>
        <translation>
            <numerusform>Only the first is shown.</numerusform>
            <numerusform>Only the first %n are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>editor::OutlineView</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleet::CellText</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleet::FilterBar</name>
    <message numerus="yes">
        <source>%1 · %n change(s) wait</source>
        <translation>
            <numerusform>%1 · %n change waits</numerusform>
            <numerusform>%1 · %n changes wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleet::FleetPage</name>
    <message numerus="yes">
        <source>Open %n deployment(s)</source>
        <translation>
            <numerusform>Open %n deployment</numerusform>
            <numerusform>Open %n deployments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fleet::TileBar</name>
    <message numerus="yes">
        <source>%n not confirmed</source>
        <comment>count of deployments</comment>
        <translation>
            <numerusform>%n not confirmed</numerusform>
            <numerusform>%n not confirmed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Operations</name>
    <message numerus="yes">
        <source>%n operation(s) were interrupted. Continue them, or go on by hand.</source>
        <translation>
            <numerusform>%n operation was interrupted. Continue it, or go on by hand.</numerusform>
            <numerusform>%n operations were interrupted. Continue them, or go on by hand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Pages</name>
    <message numerus="yes">
        <source>%1 (%n deployment(s))…</source>
        <translation>
            <numerusform>%1 (%n deployment)…</numerusform>
            <numerusform>%1 (%n deployments)…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>health::Text</name>
    <message numerus="yes">
        <source>The last %n checkpoint(s) failed.</source>
        <translation>
            <numerusform>The last checkpoint failed.</numerusform>
            <numerusform>The last %n checkpoints failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of containers</source>
        <translation>
            <numerusform>%n of containers</numerusform>
            <numerusform>%n of containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n TaskManager(s)</source>
        <translation>
            <numerusform>%n TaskManager</numerusform>
            <numerusform>%n TaskManagers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Flink counts %n restart(s).</source>
        <translation>
            <numerusform>Flink counts %n restart.</numerusform>
            <numerusform>Flink counts %n restarts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n TaskManager(s) were killed because they ran out of memory, and the job restarts.</source>
        <translation>
            <numerusform>%n TaskManager was killed because it ran out of memory, and the job restarts.</numerusform>
            <numerusform>%n TaskManagers were killed because they ran out of memory, and the job restarts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n TaskManager(s) were killed because they ran out of memory.</source>
        <translation>
            <numerusform>%n TaskManager was killed because it ran out of memory.</numerusform>
            <numerusform>%n TaskManagers were killed because they ran out of memory.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The image of %n TaskManager(s) cannot be pulled.</source>
        <translation>
            <numerusform>The image of %n TaskManager cannot be pulled.</numerusform>
            <numerusform>The image of %n TaskManagers cannot be pulled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n TaskManager(s) crash again and again.</source>
        <translation>
            <numerusform>%n TaskManager crashes again and again.</numerusform>
            <numerusform>%n TaskManagers crash again and again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No node has room for %n TaskManager(s).</source>
        <translation>
            <numerusform>No node has room for %n TaskManager.</numerusform>
            <numerusform>No node has room for %n TaskManagers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n TaskManager(s) were evicted from their node.</source>
        <translation>
            <numerusform>%n TaskManager was evicted from its node.</numerusform>
            <numerusform>%n TaskManagers were evicted from their node.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pod %1: restarted %n time(s), exit code %2</source>
        <translation>
            <numerusform>Pod %1: restarted once, exit code %2</numerusform>
            <numerusform>Pod %1: restarted %n times, exit code %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>http::AnswerText</name>
    <message numerus="yes">
        <source>The clock of this computer differs from the server&apos;s by %n minute(s), which makes credentials fail.</source>
        <translation>
            <numerusform>The clock of this computer differs from the server&apos;s by %n minute, which makes credentials fail.</numerusform>
            <numerusform>The clock of this computer differs from the server&apos;s by %n minutes, which makes credentials fail.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>http::TlsFailureText</name>
    <message numerus="yes">
        <source>It differs from the server&apos;s by %n minute(s): set it right first.</source>
        <translation>
            <numerusform>It differs from the server&apos;s by %n minute: set it right first.</numerusform>
            <numerusform>It differs from the server&apos;s by %n minutes: set it right first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>manifest::Text</name>
    <message numerus="yes">
        <source>Wrote plain blanks in %n line(s).</source>
        <translation>
            <numerusform>Wrote plain blanks in %n line.</numerusform>
            <numerusform>Wrote plain blanks in %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote plain quotes in %n line(s).</source>
        <translation>
            <numerusform>Wrote plain quotes in %n line.</numerusform>
            <numerusform>Wrote plain quotes in %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote plain dashes in %n line(s).</source>
        <translation>
            <numerusform>Wrote plain dashes in %n line.</numerusform>
            <numerusform>Wrote plain dashes in %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote blanks for tabs in %n line(s).</source>
        <translation>
            <numerusform>Wrote blanks for tabs in %n line.</numerusform>
            <numerusform>Wrote blanks for tabs in %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took line numbers off %n line(s).</source>
        <translation>
            <numerusform>Took line numbers off %n line.</numerusform>
            <numerusform>Took line numbers off %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took the marks in front off %n line(s).</source>
        <translation>
            <numerusform>Took the marks in front off %n line.</numerusform>
            <numerusform>Took the marks in front off %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out %n line(s) of a shell.</source>
        <translation>
            <numerusform>Left out %n line of a shell.</numerusform>
            <numerusform>Left out %n lines of a shell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out %n mark(s) of code blocks.</source>
        <translation>
            <numerusform>Left out %n mark of code blocks.</numerusform>
            <numerusform>Left out %n marks of code blocks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out %n line(s) of text around the manifests.</source>
        <translation>
            <numerusform>Left out %n line of text around the manifests.</numerusform>
            <numerusform>Left out %n lines of text around the manifests.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put &quot;---&quot; in front of %n document(s).</source>
        <translation>
            <numerusform>Put &quot;---&quot; in front of %n document.</numerusform>
            <numerusform>Put &quot;---&quot; in front of %n documents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n line(s) to the left.</source>
        <translation>
            <numerusform>Moved %n line to the left.</numerusform>
            <numerusform>Moved %n lines to the left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rebuilt the indentation of %n line(s).</source>
        <translation>
            <numerusform>Rebuilt the indentation of %n line.</numerusform>
            <numerusform>Rebuilt the indentation of %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>operations::BatchPage</name>
    <message numerus="yes">
        <source>%1: %n deployment(s)</source>
        <translation>
            <numerusform>%1: %n deployment</numerusform>
            <numerusform>%1: %n deployments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plans::Looking</name>
    <message numerus="yes">
        <source>%n pod(s) of it are still there.</source>
        <translation>
            <numerusform>%n pod of it is still there.</numerusform>
            <numerusform>%n pods of it are still there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plans::Text</name>
    <message numerus="yes">
        <source>no restart for %n second(s)</source>
        <translation>
            <numerusform>no restart for %n second</numerusform>
            <numerusform>no restart for %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n attempt(s) failed.</source>
        <translation>
            <numerusform>The last attempt failed.</numerusform>
            <numerusform>The last %n attempts failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are missing or have another length.</source>
        <translation>
            <numerusform>One file is missing or has another length.</numerusform>
            <numerusform>%n files are missing or have another length.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Flink keeps %n checkpoint(s) of this job and has completed newer ones: this one may be deleted already.</source>
        <translation>
            <numerusform>Flink keeps %n checkpoint of this job and has completed newer ones: this one may be deleted already.</numerusform>
            <numerusform>Flink keeps %n checkpoints of this job and has completed newer ones: this one may be deleted already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The operator made the savepoint itself, %n day(s) ago, and deletes such ones when they are older than kubernetes.operator.savepoint.history.max.age (a day, unless told).</source>
        <translation>
            <numerusform>The operator made the savepoint itself, %n day ago, and deletes such ones when they are older than kubernetes.operator.savepoint.history.max.age (a day, unless told).</numerusform>
            <numerusform>The operator made the savepoint itself, %n days ago, and deletes such ones when they are older than kubernetes.operator.savepoint.history.max.age (a day, unless told).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>practice::CauseCard</name>
    <message numerus="yes">
        <source>%n wrong answer(s)</source>
        <translation>
            <numerusform>%n wrong answer</numerusform>
            <numerusform>%n wrong answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>practice::ScenarioList</name>
    <message numerus="yes">
        <source>%n rehearsal(s)</source>
        <translation>
            <numerusform>%n rehearsal</numerusform>
            <numerusform>%n rehearsals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>practice::Text</name>
    <message numerus="yes">
        <source>−%1: %n hint(s) taken</source>
        <translation>
            <numerusform>−%1: %n hint taken</numerusform>
            <numerusform>−%1: %n hints taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>−%1: %n wrong answer(s)</source>
        <translation>
            <numerusform>−%1: %n wrong answer</numerusform>
            <numerusform>−%1: %n wrong answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell::MainWindow</name>
    <message numerus="yes">
        <source>%n connections</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n namespaces</source>
        <translation>
            <numerusform>%n namespace</numerusform>
            <numerusform>%n namespaces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell::StatusStrip</name>
    <message numerus="yes">
        <source>%n watches</source>
        <translation>
            <numerusform>%n watch</numerusform>
            <numerusform>%n watches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell::TopBar</name>
    <message numerus="yes">
        <source>Notifications: %n unread</source>
        <translation>
            <numerusform>Notifications: %n unread</numerusform>
            <numerusform>Notifications: %n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snapshots::OperatorSheet</name>
    <message numerus="yes">
        <source>%n subtask(s) finished</source>
        <translation>
            <numerusform>%n subtask finished</numerusform>
            <numerusform>%n subtasks finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n handle(s)</source>
        <translation>
            <numerusform>%1 in %n handle</numerusform>
            <numerusform>%1 in %n handles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snapshots::Text</name>
    <message numerus="yes">
        <source>%n file(s) are not there.</source>
        <translation>
            <numerusform>%n file is not there.</numerusform>
            <numerusform>%n files are not there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) do not have the length they must have.</source>
        <translation>
            <numerusform>%n file does not have the length it must have.</numerusform>
            <numerusform>%n files do not have the length they must have.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the wrong length</source>
        <translation>
            <numerusform>%n of the wrong length</numerusform>
            <numerusform>%n of the wrong length</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <translation>
            <numerusform>%n not checked</numerusform>
            <numerusform>%n not checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be looked at, which does not mean that they are missing.</source>
        <translation>
            <numerusform>%n file could not be looked at, which does not mean that it is missing.</numerusform>
            <numerusform>%n files could not be looked at, which does not mean that they are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) lie beside the snapshot, but not where it says. Flink will look for them where they were written.</source>
        <translation>
            <numerusform>%n file lies beside the snapshot, but not where it says. Flink will look for it where it was written.</numerusform>
            <numerusform>%n files lie beside the snapshot, but not where it says. Flink will look for them where they were written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) follow where the metadata should end. Flink leaves them unread.</source>
        <translation>
            <numerusform>%n byte follows where the metadata should end. Flink leaves it unread.</numerusform>
            <numerusform>%n bytes follow where the metadata should end. Flink leaves them unread.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::EmptyState</name>
    <message numerus="yes">
        <source>The filter hides all %n entries.</source>
        <translation>
            <numerusform>The filter hides all %n entries.</numerusform>
            <numerusform>The filter hides all %n entries.</numerusform>
        </translation>
    </message>
</context>
</TS>
