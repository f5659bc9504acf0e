<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>workspace</name>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n failing</numerusform>
            <numerusform>%n failing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n degraded</source>
        <translation>
            <numerusform>%n degraded</numerusform>
            <numerusform>%n degraded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
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
        <source>A view needs a name of at most %n characters.</source>
        <translation>
            <numerusform>A view needs a name of at most %n characters.</numerusform>
            <numerusform>A view needs a name of at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more than %n views can be saved. Delete one first.</source>
        <translation>
            <numerusform>No more than %n views can be saved. Delete one first.</numerusform>
            <numerusform>No more than %n views can be saved. Delete one first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %n others</source>
        <translation>
            <numerusform>%1, %2 and %n other</numerusform>
            <numerusform>%1, %2 and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::AccessList</name>
    <message numerus="yes">
        <source>%Ln kind(s)</source>
        <translation>
            <numerusform>%Ln kind</numerusform>
            <numerusform>%Ln kinds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>showing %Ln</source>
        <translation>
            <numerusform>showing %Ln</numerusform>
            <numerusform>showing %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln kind(s) fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>The %Ln kind does not fit the filter. Escape clears it.</numerusform>
            <numerusform>None of %Ln kinds fits the filter. Escape clears it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ActionCenter</name>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation>
            <numerusform>%Ln object</numerusform>
            <numerusform>%Ln objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ActionPanel</name>
    <message numerus="yes">
        <source>… and %Ln more like it</source>
        <translation>
            <numerusform>… and %Ln more like it</numerusform>
            <numerusform>… and %Ln more like it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln held back by a disruption budget</source>
        <translation>
            <numerusform>%Ln held back by a disruption budget</numerusform>
            <numerusform>%Ln held back by a disruption budget</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ActionPlan</name>
    <message numerus="yes">
        <source>%1 %Ln %2 in %3</source>
        <comment>verb, number, kinds, cluster</comment>
        <translation>
            <numerusform>%1 %Ln %2 in %3</numerusform>
            <numerusform>%1 %Ln %2 in %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ActionRows</name>
    <message numerus="yes">
        <source>now %Ln replicas</source>
        <translation>
            <numerusform>now %Ln replica</numerusform>
            <numerusform>now %Ln replicas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ActionRun</name>
    <message numerus="yes">
        <source>%Ln pods were not evicted.</source>
        <translation>
            <numerusform>%Ln pod was not evicted.</numerusform>
            <numerusform>%Ln pods were not evicted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln old pods still have to go</source>
        <translation>
            <numerusform>%Ln old pod still has to go</numerusform>
            <numerusform>%Ln old pods still have to go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Apply</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s) to %1: %2?</source>
        <translation>
            <numerusform>Apply %n change to %1: %2?</numerusform>
            <numerusform>Apply %n changes to %1: %2?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n applied</source>
        <translation>
            <numerusform>%n applied</numerusform>
            <numerusform>%n applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not reached</source>
        <translation>
            <numerusform>%n not reached</numerusform>
            <numerusform>%n not reached</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::CanvasMenus</name>
    <message numerus="yes">
        <source>%Ln krates</source>
        <translation>
            <numerusform>%Ln krate</numerusform>
            <numerusform>%Ln krates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::CanvasParts</name>
    <message numerus="yes">
        <source>%Ln comments</source>
        <translation>
            <numerusform>%Ln comment</numerusform>
            <numerusform>%Ln comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::CanvasTree</name>
    <message numerus="yes">
        <source>%Ln windows</source>
        <translation>
            <numerusform>%Ln window</numerusform>
            <numerusform>%Ln windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln krates</source>
        <translation>
            <numerusform>%Ln krate</numerusform>
            <numerusform>%Ln krates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Changes</name>
    <message numerus="yes">
        <source>and %n more field(s)</source>
        <translation>
            <numerusform>and %n more field</numerusform>
            <numerusform>and %n more fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older change(s) are not kept.</source>
        <translation>
            <numerusform>%n older change is not kept.</numerusform>
            <numerusform>%n older changes are not kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ChangesContent</name>
    <message numerus="yes">
        <source>%n change(s) of %1 %2</source>
        <translation>
            <numerusform>%n change of %1 %2</numerusform>
            <numerusform>%n changes of %1 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::CollectionContent</name>
    <message numerus="yes">
        <source>showing %Ln</source>
        <translation>
            <numerusform>showing %Ln</numerusform>
            <numerusform>showing %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln objects fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>The only object does not fit the filter. Escape clears it.</numerusform>
            <numerusform>None of %Ln objects fits the filter. Escape clears it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::CollectionModel</name>
    <message numerus="yes">
        <source>%L1, %Ln failing</source>
        <translation>
            <numerusform>%L1, %Ln failing</numerusform>
            <numerusform>%L1, %Ln failing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::CommentPanel</name>
    <message numerus="yes">
        <source>Show %Ln earlier</source>
        <translation>
            <numerusform>Show %Ln earlier</numerusform>
            <numerusform>Show %Ln earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::CopyPanel</name>
    <message numerus="yes">
        <source>%Ln files copied</source>
        <translation>
            <numerusform>%Ln file copied</numerusform>
            <numerusform>%Ln files copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::DebugPanel</name>
    <message numerus="yes">
        <source>Take away %Ln</source>
        <translation>
            <numerusform>Take away %Ln</numerusform>
            <numerusform>Take away %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::DiffPane</name>
    <message numerus="yes">
        <source>%n lines added</source>
        <translation>
            <numerusform>%n line added</numerusform>
            <numerusform>%n lines added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines removed</source>
        <translation>
            <numerusform>%n line removed</numerusform>
            <numerusform>%n lines removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n unchanged lines</source>
        <translation>
            <numerusform>⋯ %n unchanged line</numerusform>
            <numerusform>⋯ %n unchanged lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::EventContent</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>showing %Ln</source>
        <translation>
            <numerusform>showing %Ln</numerusform>
            <numerusform>showing %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln event(s) fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>The only event does not fit the filter. Escape clears it.</numerusform>
            <numerusform>None of %Ln events fits the filter. Escape clears it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s), first %1, last %2; says %3</source>
        <translation>
            <numerusform>%Ln time, first %1, last %2; says %3</numerusform>
            <numerusform>%Ln times, first %1, last %2; says %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::FindBar</name>
    <message numerus="yes">
        <source>%n matches</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::FirstRunPage</name>
    <message numerus="yes">
        <source>%n context(s) found in %1. Choose one to begin with:</source>
        <translation>
            <numerusform>%n context found in %1. Choose one to begin with:</numerusform>
            <numerusform>%n contexts found in %1. Choose one to begin with:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n context(s), in %1 and through relays. Choose one to begin with:</source>
        <translation>
            <numerusform>%n context, in %1 and through relays. Choose one to begin with:</numerusform>
            <numerusform>%n contexts, in %1 and through relays. Choose one to begin with:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ForwardContent</name>
    <message numerus="yes">
        <source>None of %Ln forwards fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>The %Ln forward does not fit the filter. Escape clears it.</numerusform>
            <numerusform>None of %Ln forwards fits the filter. Escape clears it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln forwards</source>
        <translation>
            <numerusform>%Ln forward</numerusform>
            <numerusform>%Ln forwards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ForwardText</name>
    <message numerus="yes">
        <source>Live, %Ln connections</source>
        <translation>
            <numerusform>Live, %Ln connection</numerusform>
            <numerusform>Live, %Ln connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::GroupActions</name>
    <message numerus="yes">
        <source>Move %Ln krates</source>
        <translation>
            <numerusform>Move %Ln krate</numerusform>
            <numerusform>Move %Ln krates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Align %Ln krates</source>
        <translation>
            <numerusform>Align %Ln krate</numerusform>
            <numerusform>Align %Ln krates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Distribute %Ln krates</source>
        <translation>
            <numerusform>Distribute %Ln krate</numerusform>
            <numerusform>Distribute %Ln krates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tidy %Ln krates</source>
        <translation>
            <numerusform>Tidy %Ln krate</numerusform>
            <numerusform>Tidy %Ln krates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Minimise %Ln krates</source>
        <translation>
            <numerusform>Minimise %Ln krate</numerusform>
            <numerusform>Minimise %Ln krates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expand %Ln krates</source>
        <translation>
            <numerusform>Expand %Ln krate</numerusform>
            <numerusform>Expand %Ln krates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %Ln krates</source>
        <translation>
            <numerusform>Dismiss %Ln krate</numerusform>
            <numerusform>Dismiss %Ln krates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Health</name>
    <message numerus="yes">
        <source>%n node(s) not ready</source>
        <translation>
            <numerusform>%n node not ready</numerusform>
            <numerusform>%n nodes not ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failing</source>
        <translation>
            <numerusform>%Ln failing</numerusform>
            <numerusform>%Ln failing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s), all ready.</source>
        <translation>
            <numerusform>%n node, ready.</numerusform>
            <numerusform>%n nodes, all ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n node(s) not ready.</source>
        <translation>
            <numerusform>%1 of %n node not ready.</numerusform>
            <numerusform>%1 of %n nodes not ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) cordoned.</source>
        <translation>
            <numerusform>%n node cordoned.</numerusform>
            <numerusform>%n nodes cordoned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln object(s) that are open here is in trouble.</source>
        <translation>
            <numerusform>The only object that is open here is not in trouble.</numerusform>
            <numerusform>None of the %Ln objects that are open here is in trouble.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the %Ln object(s) that are open here: %1.</source>
        <translation>
            <numerusform>Of the %Ln object that is open here: %1.</numerusform>
            <numerusform>Of the %Ln objects that are open here: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n replica(s) are available.</source>
        <translation>
            <numerusform>%1 of %n replica is available.</numerusform>
            <numerusform>%1 of %n replicas are available.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A rollout is under way: %1 of %n replica(s) so far.</source>
        <translation>
            <numerusform>A rollout is under way: %1 of %n replica so far.</numerusform>
            <numerusform>A rollout is under way: %1 of %n replicas so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rollout got stuck: %1 of %n replica(s) are available and its deadline has passed.</source>
        <translation>
            <numerusform>The rollout got stuck: %1 of %n replica is available and its deadline has passed.</numerusform>
            <numerusform>The rollout got stuck: %1 of %n replicas are available and its deadline has passed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) run on nodes where they should not.</source>
        <translation>
            <numerusform>%n pod runs on a node where it should not.</numerusform>
            <numerusform>%n pods run on nodes where they should not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n completion(s) so far.</source>
        <translation>
            <numerusform>%1 of %n completion so far.</numerusform>
            <numerusform>%1 of %n completions so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 completions so far, %n pod(s) failed.</source>
        <translation>
            <numerusform>%1 of %2 completions so far, %n pod failed.</numerusform>
            <numerusform>%1 of %2 completions so far, %n pods failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The job gave up after %n failed pod(s).</source>
        <translation>
            <numerusform>The job gave up after %n failed pod.</numerusform>
            <numerusform>The job gave up after %n failed pods.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has no endpoints: none of the %n pod(s) that match is ready.</source>
        <translation>
            <numerusform>It has no endpoints: the only pod that matches is not ready.</numerusform>
            <numerusform>It has no endpoints: none of the %n pods that match is ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It wants more than its maximum of %n replica(s).</source>
        <translation>
            <numerusform>It wants more than its maximum of %n replica.</numerusform>
            <numerusform>It wants more than its maximum of %n replicas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln degraded</source>
        <translation>
            <numerusform>%Ln degraded</numerusform>
            <numerusform>%Ln degraded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending</source>
        <translation>
            <numerusform>%Ln pending</numerusform>
            <numerusform>%Ln pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n container(s) are ready.</source>
        <translation>
            <numerusform>%1 of %n container is ready.</numerusform>
            <numerusform>%1 of %n containers are ready.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n init container(s) are through.</source>
        <translation>
            <numerusform>%1 of %n init container is through.</numerusform>
            <numerusform>%1 of %n init containers are through.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of its %n pod(s), %1 fail.</source>
        <translation>
            <numerusform>Of its %n pod, %1 fails.</numerusform>
            <numerusform>Of its %n pods, %1 fail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of its %n pod(s), %1 need a look.</source>
        <translation>
            <numerusform>Of its %n pod, %1 needs a look.</numerusform>
            <numerusform>Of its %n pods, %1 need a look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n restart(s).</source>
        <translation>
            <numerusform>%1, %n restart.</numerusform>
            <numerusform>%1, %n restarts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Hints</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::HostPanel</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Inspect</name>
    <message numerus="yes">
        <source>fails after %n misses</source>
        <translation>
            <numerusform>fails after %n miss</numerusform>
            <numerusform>fails after %n misses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pods</source>
        <translation>
            <numerusform>%n pod</numerusform>
            <numerusform>%n pods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wanted</source>
        <translation>
            <numerusform>%n wanted</numerusform>
            <numerusform>%n wanted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::JournalContent</name>
    <message numerus="yes">
        <source>None of %Ln entries fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>The %Ln entry does not fit the filter. Escape clears it.</numerusform>
            <numerusform>None of %Ln entries fits the filter. Escape clears it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Kinds</name>
    <message numerus="yes">
        <source>%n namespaces</source>
        <translation>
            <numerusform>%n namespace</numerusform>
            <numerusform>%n namespaces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::KratePainter</name>
    <message numerus="yes">
        <source>%n windows</source>
        <translation>
            <numerusform>%n window</numerusform>
            <numerusform>%n windows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ListContent</name>
    <message numerus="yes">
        <source>%Ln namespaces</source>
        <translation>
            <numerusform>%Ln namespace</numerusform>
            <numerusform>%Ln namespaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marked</source>
        <translation>
            <numerusform>%Ln marked</numerusform>
            <numerusform>%Ln marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln object(s)</source>
        <translation>
            <numerusform>%Ln object</numerusform>
            <numerusform>%Ln objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::LocalVersions</name>
    <message numerus="yes">
        <source>%Ln versions are kept, which is all there is room for.</source>
        <translation>
            <numerusform>%Ln version is kept, which is all there is room for.</numerusform>
            <numerusform>%Ln versions are kept, which is all there is room for.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::LogContent</name>
    <message numerus="yes">
        <source>Log of %1, %n line(s): %2</source>
        <translation>
            <numerusform>Log of %1, %n line: %2</numerusform>
            <numerusform>Log of %1, %n lines: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Idle for %n minute(s)</source>
        <translation>
            <numerusform>Idle for %n minute</numerusform>
            <numerusform>Idle for %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), %1 read, %2 kept in memory</source>
        <translation>
            <numerusform>%n line, %1 read, %2 kept in memory</numerusform>
            <numerusform>%n lines, %1 read, %2 kept in memory</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n dropped</numerusform>
            <numerusform>%n dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated left out</source>
        <translation>
            <numerusform>%n repeated left out</numerusform>
            <numerusform>%n repeated left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lacks %n container(s) that are not followed: choose pods or one container.</source>
        <translation>
            <numerusform>%1 lacks %n container that is not followed: choose pods or one container.</numerusform>
            <numerusform>%1 lacks %n containers that are not followed: choose pods or one container.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lacks lines of %n container(s): %2</source>
        <translation>
            <numerusform>%1 lacks lines of %n container: %2</numerusform>
            <numerusform>%1 lacks lines of %n containers: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ManifestEditor</name>
    <message numerus="yes">
        <source>%n conflict(s) without a choice keep your lines.</source>
        <translation>
            <numerusform>%n conflict without a choice keeps your lines.</numerusform>
            <numerusform>%n conflicts without a choice keep your lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n object(s)</source>
        <translation>
            <numerusform>%1 · %n object</numerusform>
            <numerusform>%1 · %n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused and left out.</source>
        <translation>
            <numerusform>%n refused and left out.</numerusform>
            <numerusform>%n refused and left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict: decide first.</source>
        <translation>
            <numerusform>%n in conflict: decide first.</numerusform>
            <numerusform>%n in conflict: decide first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>Apply %n change</numerusform>
            <numerusform>Apply %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merged; at %n place(s) that both changed, yours stays.</source>
        <translation>
            <numerusform>Merged; at %n place that both changed, yours stays.</numerusform>
            <numerusform>Merged; at %n places that both changed, yours stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Notifier</name>
    <message numerus="yes">
        <source>No more than %n objects can be watched. Let go of some first.</source>
        <translation>
            <numerusform>No more than %n objects can be watched. Let go of some first.</numerusform>
            <numerusform>No more than %n objects can be watched. Let go of some first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more thing(s) happened to what you watch.</source>
        <translation>
            <numerusform>%n more thing happened to what you watch.</numerusform>
            <numerusform>%n more things happened to what you watch.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ObjectMaker</name>
    <message numerus="yes">
        <source>%Ln object(s) failed</source>
        <translation>
            <numerusform>%Ln object failed</numerusform>
            <numerusform>%Ln objects failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Opener</name>
    <message numerus="yes">
        <source>The first %1 of %Ln objects are open now; drag the others in parts.</source>
        <translation>
            <numerusform>The first %1 of %Ln objects are open now; drag the others in parts.</numerusform>
            <numerusform>The first %1 of %Ln objects are open now; drag the others in parts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::PastePanel</name>
    <message numerus="yes">
        <source>Paste %Ln line(s)?</source>
        <translation>
            <numerusform>Paste %Ln line?</numerusform>
            <numerusform>Paste %Ln lines?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::PeopleBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::PeopleDrawer</name>
    <message numerus="yes">
        <source>%n in this yard</source>
        <translation>
            <numerusform>%n in this yard</numerusform>
            <numerusform>%n in this yard</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Related</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::RelayDesk</name>
    <message numerus="yes">
        <source>%n cluster(s) came through %1. In use is %2.</source>
        <translation>
            <numerusform>%n cluster came through %1. In use is %2.</numerusform>
            <numerusform>%n clusters came through %1. In use is %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::RelayList</name>
    <message numerus="yes">
        <source>%n cluster(s): %1</source>
        <translation>
            <numerusform>%n cluster: %1</numerusform>
            <numerusform>%n clusters: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ReleaseContent</name>
    <message numerus="yes">
        <source>Release %1, revision %2, %n lines</source>
        <translation>
            <numerusform>Release %1, revision %2, %n line</numerusform>
            <numerusform>Release %1, revision %2, %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ReleaseList</name>
    <message numerus="yes">
        <source>%Ln release(s)</source>
        <translation>
            <numerusform>%Ln release</numerusform>
            <numerusform>%Ln releases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending</source>
        <translation>
            <numerusform>%Ln pending</numerusform>
            <numerusform>%Ln pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>showing %Ln</source>
        <translation>
            <numerusform>showing %Ln</numerusform>
            <numerusform>showing %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln release(s) fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>The %Ln release does not fit the filter. Escape clears it.</numerusform>
            <numerusform>None of %Ln releases fits the filter. Escape clears it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Rollback</name>
    <message numerus="yes">
        <source>%n object(s) change</source>
        <translation>
            <numerusform>%n object changes</numerusform>
            <numerusform>%n objects change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Secret</name>
    <message numerus="yes">
        <source>Valid until %1, %n day(s) more</source>
        <translation>
            <numerusform>Valid until %1, %n day more</numerusform>
            <numerusform>Valid until %1, %n days more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::SharingDesk</name>
    <message numerus="yes">
        <source>You are offline: %n change(s) wait to be sent.</source>
        <translation>
            <numerusform>You are offline: %n change waits to be sent.</numerusform>
            <numerusform>You are offline: %n changes wait to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours will never reach them.</source>
        <translation>
            <numerusform>%n change of yours will never reach them.</numerusform>
            <numerusform>%n changes of yours will never reach them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ShellContent</name>
    <message numerus="yes">
        <source>Typing into %Ln shell(s); Escape ends it.</source>
        <translation>
            <numerusform>Typing into %Ln shell; Escape ends it.</numerusform>
            <numerusform>Typing into %Ln shells; Escape ends it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::SpotlightPanel</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Alt+A search %Ln more contexts</source>
        <translation>
            <numerusform>Alt+A search %Ln more context</numerusform>
            <numerusform>Alt+A search %Ln more contexts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pins are the most</source>
        <translation>
            <numerusform>%Ln pin is the most</numerusform>
            <numerusform>%Ln pins are the most</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Sums</name>
    <message numerus="yes">
        <source>%Ln restart(s)</source>
        <translation>
            <numerusform>%Ln restart</numerusform>
            <numerusform>%Ln restarts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::TableContent</name>
    <message numerus="yes">
        <source>%Ln failing</source>
        <translation>
            <numerusform>%Ln failing</numerusform>
            <numerusform>%Ln failing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <translation>
            <numerusform>%Ln to look at</numerusform>
            <numerusform>%Ln to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending</source>
        <translation>
            <numerusform>%Ln pending</numerusform>
            <numerusform>%Ln pending</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::TimelineStrip</name>
    <message numerus="yes">
        <source>%1: %n line(s)</source>
        <translation>
            <numerusform>%1: %n line</numerusform>
            <numerusform>%1: %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::TopBar</name>
    <message numerus="yes">
        <source>%n krate(s)</source>
        <translation>
            <numerusform>%n krate</numerusform>
            <numerusform>%n krates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Topology</name>
    <message numerus="yes">
        <source>%n more pod(s)</source>
        <translation>
            <numerusform>%n more pod</numerusform>
            <numerusform>%n more pods</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::TopologyContent</name>
    <message numerus="yes">
        <source>and %n more pod(s)</source>
        <translation>
            <numerusform>and %n more pod</numerusform>
            <numerusform>and %n more pods</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::TreeContent</name>
    <message numerus="yes">
        <source>%Ln object(s)</source>
        <translation>
            <numerusform>%Ln object</numerusform>
            <numerusform>%Ln objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::VersionPanel</name>
    <message numerus="yes">
        <source>%Ln krate(s)</source>
        <translation>
            <numerusform>%Ln krate</numerusform>
            <numerusform>%Ln krates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::YamlContent</name>
    <message numerus="yes">
        <source>YAML of %1 %2, %n lines</source>
        <translation>
            <numerusform>YAML of %1 %2, %n line</numerusform>
            <numerusform>YAML of %1 %2, %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::YardActions</name>
    <message numerus="yes">
        <source>Open %Ln object(s)</source>
        <translation>
            <numerusform>Open %Ln object</numerusform>
            <numerusform>Open %Ln objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::YardDifference</name>
    <message numerus="yes">
        <source>%Ln krate(s) come back</source>
        <translation>
            <numerusform>%Ln krate comes back</numerusform>
            <numerusform>%Ln krates come back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln go</source>
        <translation>
            <numerusform>%Ln goes</numerusform>
            <numerusform>%Ln go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln move</source>
        <translation>
            <numerusform>%Ln moves</numerusform>
            <numerusform>%Ln move</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln show other windows</source>
        <translation>
            <numerusform>%Ln shows other windows</numerusform>
            <numerusform>%Ln show other windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::YardDocument</name>
    <message numerus="yes">
        <source>%n krates were made with a newer Krateyard. They are kept and not shown.</source>
        <translation>
            <numerusform>%n krate was made with a newer Krateyard. It is kept and not shown.</numerusform>
            <numerusform>%n krates were made with a newer Krateyard. They are kept and not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n krates were written by another program in a way that makes no sense here. They are kept and not shown.</source>
        <translation>
            <numerusform>%n krate was written by another program in a way that makes no sense here. It is kept and not shown.</numerusform>
            <numerusform>%n krates were written by another program in a way that makes no sense here. They are kept and not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n krates are more than a yard can show. They are kept.</source>
        <translation>
            <numerusform>%n krate is more than a yard can show. It is kept.</numerusform>
            <numerusform>%n krates are more than a yard can show. They are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n windows were written by another program in a way that makes no sense here. They are kept and not shown.</source>
        <translation>
            <numerusform>%n window was written by another program in a way that makes no sense here. It is kept and not shown.</numerusform>
            <numerusform>%n windows were written by another program in a way that makes no sense here. They are kept and not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comments were written by another program in a way that makes no sense here. They are kept and not shown.</source>
        <translation>
            <numerusform>%n comment was written by another program in a way that makes no sense here. It is kept and not shown.</numerusform>
            <numerusform>%n comments were written by another program in a way that makes no sense here. They are kept and not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::YardFile</name>
    <message numerus="yes">
        <source>%n krates could not be read.</source>
        <translation>
            <numerusform>%n krate could not be read.</numerusform>
            <numerusform>%n krates could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n windows could not be read.</source>
        <translation>
            <numerusform>%n window could not be read.</numerusform>
            <numerusform>%n windows could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::YardLibrary</name>
    <message numerus="yes">
        <source>A yard&apos;s name has at most %n characters.</source>
        <translation>
            <numerusform>A yard&apos;s name has at most %n characters.</numerusform>
            <numerusform>A yard&apos;s name has at most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::YardStore</name>
    <message numerus="yes">
        <source>%n changes of the yard could not be read.</source>
        <translation>
            <numerusform>%n change of the yard could not be read.</numerusform>
            <numerusform>%n changes of the yard could not be read.</numerusform>
        </translation>
    </message>
</context>
</TS>
