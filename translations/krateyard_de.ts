<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>app</name>
    <message>
        <source>demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>my yard</source>
        <translation>Mein Yard</translation>
    </message>
    <message>
        <source>This is the demo cluster: nothing here is real. Give --kubeconfig or make a ~/.kube/config to see yours.</source>
        <translation>Dies ist der Demo-Cluster: Nichts hier ist echt. Mit --kubeconfig oder einer Datei ~/.kube/config sehen Sie Ihre eigenen Cluster.</translation>
    </message>
    <message>
        <source>No kubeconfig found: showing the demo cluster.
</source>
        <translation>Keine kubeconfig gefunden: Der Demo-Cluster wird gezeigt.
</translation>
    </message>
    <message>
        <source>Prints this and ends.</source>
        <translation>Gibt diese Hilfe aus und endet.</translation>
    </message>
    <message>
        <source>Prints the version and ends.</source>
        <translation>Gibt die Version aus und endet.</translation>
    </message>
    <message>
        <source>The kubeconfig to use instead of $KUBECONFIG or ~/.kube/config.</source>
        <translation>Die kubeconfig, die statt $KUBECONFIG oder ~/.kube/config verwendet wird.</translation>
    </message>
    <message>
        <source>The context to begin with.</source>
        <translation>Der Kontext, mit dem begonnen wird.</translation>
    </message>
    <message>
        <source>The namespace where --open names none.</source>
        <translation>Der Namespace, wenn --open keinen nennt.</translation>
    </message>
    <message>
        <source>Opens a collection or an object: kind[/namespace[/name]][:view], for example pods, deploy/shop or pod/shop/web-1:logs. May be given more than once.</source>
        <translation>Öffnet eine Liste oder ein Objekt: kind[/namespace[/name]][:view], zum Beispiel pods, deploy/shop oder pod/shop/web-1:logs. Darf mehrmals angegeben werden.</translation>
    </message>
    <message>
        <source>Starts a demo cluster and shows it.</source>
        <translation>Startet einen Demo-Cluster und zeigt ihn.</translation>
    </message>
    <message>
        <source>The file that keeps the yard.</source>
        <translation>Die Datei, in der der Yard gespeichert wird.</translation>
    </message>
    <message>
        <source>Uses the light theme.</source>
        <translation>Verwendet das helle Farbschema.</translation>
    </message>
    <message>
        <source>The zoom to begin with, 0.16 to 2.2.</source>
        <translation>Der Zoom zu Beginn, 0.16 bis 2.2.</translation>
    </message>
    <message>
        <source>The size of the window, for example 1600x1000.</source>
        <translation>Die Größe des Fensters, zum Beispiel 1600x1000.</translation>
    </message>
    <message>
        <source>Writes a picture once everything is shown, and ends.</source>
        <translation>Speichert ein Bild, sobald alles zu sehen ist, und endet.</translation>
    </message>
    <message>
        <source>“%1” is not understood. krateyard --help lists what is.</source>
        <translation>„%1“ ist unbekannt. krateyard --help zeigt, was möglich ist.</translation>
    </message>
    <message>
        <source>--zoom wants a number from 0.16 to 2.2.</source>
        <translation>--zoom erwartet eine Zahl von 0.16 bis 2.2.</translation>
    </message>
    <message>
        <source>--size wants width and height, for example 1600x1000.</source>
        <translation>--size erwartet Breite und Höhe, zum Beispiel 1600x1000.</translation>
    </message>
    <message>
        <source>Work on Kubernetes clusters on one large canvas.

  krateyard                the desktop
  krateyard demo           a demo cluster to try it on
  krateyard relay          a server without a screen</source>
        <translation>Auf einer großen Fläche an Kubernetes-Clustern arbeiten.

  krateyard                die Desktop-Anwendung
  krateyard demo           ein Demo-Cluster zum Ausprobieren
  krateyard relay          ein Server ohne Bildschirm</translation>
    </message>
    <message>
        <source>%1 has no contexts. Choose another file with --kubeconfig, or try --demo.</source>
        <translation>%1 enthält keine Kontexte. Wählen Sie mit --kubeconfig eine andere Datei oder versuchen Sie --demo.</translation>
    </message>
    <message>
        <source>%1 has no context “%2”. Used is “%3”.</source>
        <translation>%1 enthält keinen Kontext „%2“. Verwendet wird „%3“.</translation>
    </message>
</context>
<context>
    <name>app::DemoCluster</name>
    <message>
        <source>The demo cluster could not be started: %1</source>
        <translation>Der Demo-Cluster konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>The demo cluster ended before it was ready.</source>
        <translation>Der Demo-Cluster endete, bevor er bereit war.</translation>
    </message>
</context>
<context>
    <name>app::Screenshot</name>
    <message>
        <source>The picture could not be written to %1.</source>
        <translation>Das Bild konnte nicht nach %1 geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>workspace</name>
    <message>
        <source>The cluster cannot be reached. Krateyard keeps trying.</source>
        <translation>Der Cluster ist nicht erreichbar. Krateyard versucht es weiter.</translation>
    </message>
    <message>
        <source>The cluster does not answer. Krateyard keeps trying.</source>
        <translation>Der Cluster antwortet nicht. Krateyard versucht es weiter.</translation>
    </message>
    <message>
        <source>The secure connection was refused: %1</source>
        <translation>Die sichere Verbindung wurde abgelehnt: %1</translation>
    </message>
    <message>
        <source>The cluster did not accept your sign-in. Renew the credentials of this context, then try again.</source>
        <translation>Der Cluster hat Ihre Anmeldung nicht angenommen. Erneuern Sie die Zugangsdaten dieses Kontexts und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>You are not allowed to do this.</source>
        <translation>Dazu haben Sie keine Berechtigung.</translation>
    </message>
    <message>
        <source>You are not allowed to: %1</source>
        <translation>Dazu haben Sie keine Berechtigung: %1</translation>
    </message>
    <message>
        <source>The object does not exist any more.</source>
        <translation>Das Objekt gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Someone else changed the object first.</source>
        <translation>Jemand anderes hat das Objekt zuvor geändert.</translation>
    </message>
    <message>
        <source>The cluster no longer has this version.</source>
        <translation>Der Cluster hat diese Version nicht mehr.</translation>
    </message>
    <message>
        <source>The cluster found a mistake in the request: %1</source>
        <translation>Der Cluster hat einen Fehler in der Anfrage gefunden: %1</translation>
    </message>
    <message>
        <source>The cluster is busy and asked to wait.</source>
        <translation>Der Cluster ist ausgelastet und bittet um Geduld.</translation>
    </message>
    <message>
        <source>The cluster has a fault of its own: %1</source>
        <translation>Im Cluster selbst ist ein Fehler aufgetreten: %1</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer makes no sense. Is something in between?</source>
        <translation>Die Antwort des Clusters ist nicht zu verstehen. Ist etwas dazwischengeschaltet?</translation>
    </message>
    <message>
        <source>The cluster refused: %1</source>
        <translation>Der Cluster hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>no context</source>
        <translation>kein Kontext</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>nicht verwendbar</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>wird verbunden</translation>
    </message>
    <message>
        <source>The certificate of this cluster is not checked (insecure-skip-tls-verify): anybody in between can read along.</source>
        <translation>Das Zertifikat dieses Clusters wird nicht geprüft (insecure-skip-tls-verify): Wer dazwischensitzt, kann mitlesen.</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>%1 %2 has no pod now.</source>
        <translation>%1 %2 hat zurzeit keinen Pod.</translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n fehlerhaft</numerusform>
            <numerusform>%n fehlerhaft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n degraded</source>
        <translation>
            <numerusform>%n beeinträchtigt</numerusform>
            <numerusform>%n beeinträchtigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n wartend</numerusform>
            <numerusform>%n wartend</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>“%1” names no kind. Write kind/namespace/name, for example pod/shop/web-1:logs.</source>
        <translation>„%1“ nennt keine Art. Schreiben Sie kind/namespace/name, zum Beispiel pod/shop/web-1:logs.</translation>
    </message>
    <message>
        <source>“%1” names a view but no object. Write kind/namespace/name:view.</source>
        <translation>„%1“ nennt eine Ansicht, aber kein Objekt. Schreiben Sie kind/namespace/name:view.</translation>
    </message>
    <message>
        <source>The cluster of context “%1” knows no kind “%2”.</source>
        <translation>Der Cluster des Kontexts „%1“ kennt keine Art „%2“.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Lädt …</translation>
    </message>
    <message>
        <source>Read every 10 s</source>
        <translation>Alle 10 s gelesen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Connecting again…</source>
        <translation>Verbindet erneut …</translation>
    </message>
    <message>
        <source>Deleted; this was its last state</source>
        <translation>Gelöscht; dies war der letzte Zustand</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Reading %1 %2…</source>
        <translation>%1 %2 wird gelesen …</translation>
    </message>
    <message>
        <source>%1 %2 cannot be shown</source>
        <translation>%1 %2 kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Context “%1” (%2): %3 does not answer (%4). Is it running, is the network or VPN up? Krateyard keeps trying.</source>
        <translation>Kontext „%1“ (%2): %3 antwortet nicht (%4). Läuft der Server, sind Netz und VPN verbunden? Krateyard versucht es weiter.</translation>
    </message>
    <message>
        <source>Context “%1” (%2): %3</source>
        <translation>Kontext „%1“ (%2): %3</translation>
    </message>
    <message>
        <source>Signed in until %1; renewed by itself.</source>
        <translation>Angemeldet bis %1; wird von selbst erneuert.</translation>
    </message>
    <message>
        <source>Signed in until %1.</source>
        <translation>Angemeldet bis %1.</translation>
    </message>
    <message>
        <source>Signed in until %1, and nothing renews it.</source>
        <translation>Angemeldet bis %1, ohne Erneuerung.</translation>
    </message>
    <message>
        <source>Your sign-in to “%1” ends at %2 and nothing renews it. Get new credentials where you got these, and put them into %3.</source>
        <translation>Ihre Anmeldung bei „%1“ gilt bis %2 und wird nicht erneuert. Holen Sie neue Zugangsdaten dort, wo Sie diese bekommen haben, und tragen Sie sie in %3 ein.</translation>
    </message>
    <message>
        <source>The sign-in ended at %1.</source>
        <translation>Die Anmeldung galt bis %1.</translation>
    </message>
    <message>
        <source>Your sign-in to “%1” ended at %2. Get new credentials where you got the old ones, and put them into %3.</source>
        <translation>Ihre Anmeldung bei „%1“ galt bis %2. Holen Sie neue Zugangsdaten dort, wo Sie die alten bekommen haben, und tragen Sie sie in %3 ein.</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Changes</name>
    <message numerus="yes">
        <source>and %n more field(s)</source>
        <translation>
            <numerusform>und %n weiteres Feld</numerusform>
            <numerusform>und %n weitere Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(kein Wert)</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older change(s) are not kept.</source>
        <translation>
            <numerusform>%n ältere Änderung wurde nicht aufbewahrt.</numerusform>
            <numerusform>%n ältere Änderungen wurden nicht aufbewahrt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen since %1, when this object was opened.</source>
        <translation>Beobachtet seit %1, als dieses Objekt geöffnet wurde.</translation>
    </message>
</context>
<context>
    <name>workspace::ChangesContent</name>
    <message>
        <source>No change since %1</source>
        <translation>Keine Änderung seit %1</translation>
    </message>
    <message>
        <source>That is when this window was opened. What changes from now on appears here by itself, field by field.</source>
        <translation>Seitdem ist dieses Fenster geöffnet. Was sich von nun an ändert, erscheint hier von selbst, Feld für Feld.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of %1 %2</source>
        <translation>
            <numerusform>%n Änderung an %1 %2</numerusform>
            <numerusform>%n Änderungen an %1 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes of %1 %2</source>
        <translation>Änderungen an %1 %2</translation>
    </message>
</context>
<context>
    <name>workspace::CollectionContent</name>
    <message>
        <source>Last heard %1 ago</source>
        <translation>Zuletzt gehört vor %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failing</source>
        <translation>
            <numerusform>%Ln fehlerhaft</numerusform>
            <numerusform>%Ln fehlerhaft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <translation>
            <numerusform>%Ln auffällig</numerusform>
            <numerusform>%Ln auffällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending</source>
        <translation>
            <numerusform>%Ln wartend</numerusform>
            <numerusform>%Ln wartend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>showing %Ln</source>
        <translation>
            <numerusform>%Ln gezeigt</numerusform>
            <numerusform>%Ln gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>You may not list %1 in all namespaces</source>
        <translation>Sie dürfen %1 nicht in allen Namespaces auflisten</translation>
    </message>
    <message>
        <source>You may not list %1 here</source>
        <translation>Sie dürfen %1 hier nicht auflisten</translation>
    </message>
    <message>
        <source>%1 cannot be listed</source>
        <translation>%1: Auflisten nicht möglich</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 werden gelesen …</translation>
    </message>
    <message>
        <source>There are no %1</source>
        <translation>Es gibt keine %1</translation>
    </message>
    <message>
        <source>There are no %1 in %2</source>
        <translation>In %2 gibt es keine %1</translation>
    </message>
    <message>
        <source>New ones appear here by themselves.</source>
        <translation>Neue erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Keine Treffer</translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln objects fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>Das einzige Objekt passt nicht zum Filter. Escape löscht ihn.</numerusform>
            <numerusform>Keines der %Ln Objekte passt zum Filter. Escape löscht ihn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter, ns:name, label:app=web</source>
        <translation>Filter, ns:name, label:app=web</translation>
    </message>
    <message>
        <source>no access to %1</source>
        <translation>kein Zugriff auf %1</translation>
    </message>
    <message>
        <source>Choose namespaces that you have access to: the button above, or Alt+N.</source>
        <translation>Wählen Sie Namespaces, auf die Sie Zugriff haben: mit der Schaltfläche oben oder Alt+N.</translation>
    </message>
</context>
<context>
    <name>workspace::CollectionModel</name>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message numerus="yes">
        <source>%L1, %Ln failing</source>
        <translation>
            <numerusform>%L1, %Ln fällt aus</numerusform>
            <numerusform>%L1, %Ln fallen aus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ContentMaker</name>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindet mit %1 …</translation>
    </message>
    <message>
        <source>Your kubeconfig has no context “%1”. Add it, or close this window.</source>
        <translation>Ihre kubeconfig enthält keinen Kontext „%1“. Fügen Sie ihn hinzu oder schließen Sie dieses Fenster.</translation>
    </message>
    <message>
        <source>This window has no object.</source>
        <translation>Dieses Fenster hat kein Objekt.</translation>
    </message>
    <message>
        <source>%1 does not know the kind %2 (%3).</source>
        <translation>%1 kennt die Art %2 nicht (%3).</translation>
    </message>
    <message>
        <source>Looking for the pod…</source>
        <translation>Der Pod wird gesucht …</translation>
    </message>
    <message>
        <source>%1 does not know the kind %2.</source>
        <translation>%1 kennt die Art %2 nicht.</translation>
    </message>
</context>
<context>
    <name>workspace::DescribeContent</name>
    <message>
        <source>Description of %1 %2</source>
        <translation>Beschreibung von %1 %2</translation>
    </message>
</context>
<context>
    <name>workspace::EventContent</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln Warnung</numerusform>
            <numerusform>%Ln Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>showing %Ln</source>
        <translation>
            <numerusform>%Ln gezeigt</numerusform>
            <numerusform>%Ln gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>You may not see the events of all namespaces</source>
        <translation>Sie dürfen nicht die Ereignisse aller Namespaces sehen</translation>
    </message>
    <message>
        <source>The events cannot be read</source>
        <translation>Die Ereignisse können nicht gelesen werden</translation>
    </message>
    <message>
        <source>Reading events…</source>
        <translation>Ereignisse werden gelesen …</translation>
    </message>
    <message>
        <source>Nothing has happened lately</source>
        <translation>In letzter Zeit ist nichts geschehen</translation>
    </message>
    <message>
        <source>Clusters forget events, mostly after an hour. New ones appear here by themselves.</source>
        <translation>Cluster vergessen Ereignisse, meist nach einer Stunde. Neue erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Keine Treffer</translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln event(s) fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>Das einzige Ereignis passt nicht zum Filter. Escape löscht ihn.</numerusform>
            <numerusform>Keines der %Ln Ereignisse passt zum Filter. Escape löscht ihn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s), first %1, last %2; says %3</source>
        <translation>
            <numerusform>%Ln-mal, zuerst %1, zuletzt %2; gemeldet von %3</numerusform>
            <numerusform>%Ln-mal, zuerst %1, zuletzt %2; gemeldet von %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; says %2</source>
        <translation>%1; gemeldet von %2</translation>
    </message>
    <message>
        <source>Filter by reason, object, message</source>
        <translation>Nach Grund, Objekt, Meldung filtern</translation>
    </message>
    <message>
        <source>×%L1 in %2</source>
        <translation>×%L1 in %2</translation>
    </message>
    <message>
        <source>Choose namespaces that you have access to: the button above, or Alt+N.</source>
        <translation>Wählen Sie Namespaces, auf die Sie Zugriff haben: mit der Schaltfläche oben oder Alt+N.</translation>
    </message>
</context>
<context>
    <name>workspace::EventModel</name>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
</context>
<context>
    <name>workspace::Health</name>
    <message numerus="yes">
        <source>%n node(s) not ready</source>
        <translation>
            <numerusform>%n Node nicht bereit</numerusform>
            <numerusform>%n Nodes nicht bereit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failing</source>
        <translation>
            <numerusform>%Ln fehlerhaft</numerusform>
            <numerusform>%Ln fehlerhaft</numerusform>
        </translation>
    </message>
    <message>
        <source>The nodes may not be seen.</source>
        <translation>Die Nodes dürfen Sie nicht sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s), all ready.</source>
        <translation>
            <numerusform>%n Node, bereit.</numerusform>
            <numerusform>%n Nodes, alle bereit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n node(s) not ready.</source>
        <translation>
            <numerusform>%1 von %n Node nicht bereit.</numerusform>
            <numerusform>%1 von %n Nodes nicht bereit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) cordoned.</source>
        <translation>
            <numerusform>%n Node für neue Pods gesperrt.</numerusform>
            <numerusform>%n Nodes für neue Pods gesperrt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only nodes are counted while nothing of this cluster is open.</source>
        <translation>Solange nichts aus diesem Cluster geöffnet ist, werden nur die Nodes gezählt.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln object(s) that are open here is in trouble.</source>
        <translation>
            <numerusform>Das einzige hier geöffnete Objekt hat keine Probleme.</numerusform>
            <numerusform>Keines der %Ln hier geöffneten Objekte hat Probleme.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the %Ln object(s) that are open here: %1.</source>
        <translation>
            <numerusform>Von %Ln hier geöffneten Objekt: %1.</numerusform>
            <numerusform>Von %Ln hier geöffneten Objekten: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is not open is not counted.</source>
        <translation>Was nicht geöffnet ist, wird nicht gezählt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n replica(s) are available.</source>
        <translation>
            <numerusform>%1 von %n Replikat verfügbar.</numerusform>
            <numerusform>%1 von %n Replikaten verfügbar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A rollout is under way: %1 of %n replica(s) so far.</source>
        <translation>
            <numerusform>Ein Rollout läuft: bisher %1 von %n Replikat.</numerusform>
            <numerusform>Ein Rollout läuft: bisher %1 von %n Replikaten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rollout got stuck: %1 of %n replica(s) are available and its deadline has passed.</source>
        <translation>
            <numerusform>Der Rollout stockt: %1 von %n Replikat verfügbar, und die Frist ist abgelaufen.</numerusform>
            <numerusform>Der Rollout stockt: %1 von %n Replikaten verfügbar, und die Frist ist abgelaufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A quota of the namespace forbids more pods.</source>
        <translation>Ein Kontingent des Namespace lässt keine weiteren Pods zu.</translation>
    </message>
    <message>
        <source>The cluster refuses to make its pods.</source>
        <translation>Der Cluster lehnt es ab, die Pods anzulegen.</translation>
    </message>
    <message>
        <source>Its pods cannot be made.</source>
        <translation>Die Pods können nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Its rollout is paused.</source>
        <translation>Der Rollout ist angehalten.</translation>
    </message>
    <message>
        <source>It is scaled to nothing.</source>
        <translation>Ist auf null skaliert.</translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) run on nodes where they should not.</source>
        <translation>
            <numerusform>%n Pod läuft auf einem Node, auf dem er nicht laufen sollte.</numerusform>
            <numerusform>%n Pods laufen auf Nodes, auf denen sie nicht laufen sollten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n completion(s) so far.</source>
        <translation>
            <numerusform>Bisher %1 von %n Durchlauf abgeschlossen.</numerusform>
            <numerusform>Bisher %1 von %n Durchläufen abgeschlossen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 completions so far, %n pod(s) failed.</source>
        <translation>
            <numerusform>Bisher %1 von %2 Durchläufen abgeschlossen, %n Pod fehlgeschlagen.</numerusform>
            <numerusform>Bisher %1 von %2 Durchläufen abgeschlossen, %n Pods fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The job gave up after %n failed pod(s).</source>
        <translation>
            <numerusform>Der Job hat nach %n fehlgeschlagenen Pod aufgegeben.</numerusform>
            <numerusform>Der Job hat nach %n fehlgeschlagenen Pods aufgegeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The job took too long.</source>
        <translation>Der Job hat zu lange gedauert.</translation>
    </message>
    <message>
        <source>The job failed.</source>
        <translation>Der Job ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>It is suspended.</source>
        <translation>Ist ausgesetzt.</translation>
    </message>
    <message>
        <source>Its last run did not succeed; the last that did was at %1.</source>
        <translation>Der letzte Lauf ist nicht gelungen; der letzte erfolgreiche war am %1.</translation>
    </message>
    <message>
        <source>It has completed.</source>
        <translation>Ist abgeschlossen.</translation>
    </message>
    <message>
        <source>It has no endpoints: no pod matches its selector %1.</source>
        <translation>Hat keine Endpunkte: Kein Pod passt zum Selektor %1.</translation>
    </message>
    <message numerus="yes">
        <source>It has no endpoints: none of the %n pod(s) that match is ready.</source>
        <translation>
            <numerusform>Hat keine Endpunkte: Der einzige passende Pod ist nicht bereit.</numerusform>
            <numerusform>Hat keine Endpunkte: Keiner der %n passenden Pods ist bereit.</numerusform>
        </translation>
    </message>
    <message>
        <source>It waits for an address of a load balancer.</source>
        <translation>Wartet auf die Adresse eines Load-Balancers.</translation>
    </message>
    <message>
        <source>It leads to Services that do not exist: %1.</source>
        <translation>Führt zu Services, die es nicht gibt: %1.</translation>
    </message>
    <message>
        <source>Its volume cannot be provisioned.</source>
        <translation>Das Volume kann nicht bereitgestellt werden.</translation>
    </message>
    <message>
        <source>It gets its volume once a pod that uses it is scheduled.</source>
        <translation>Bekommt sein Volume, sobald ein Pod eingeplant ist, der es verwendet.</translation>
    </message>
    <message>
        <source>It waits for a volume.</source>
        <translation>Wartet auf ein Volume.</translation>
    </message>
    <message>
        <source>It waits for a volume of class %1.</source>
        <translation>Wartet auf ein Volume der Klasse %1.</translation>
    </message>
    <message>
        <source>No volume fits it and it names no storage class.</source>
        <translation>Kein Volume passt, und es ist keine StorageClass angegeben.</translation>
    </message>
    <message>
        <source>Its volume is gone.</source>
        <translation>Das Volume gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Its volume %1 is gone.</source>
        <translation>Das Volume %1 gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>It could not be reclaimed.</source>
        <translation>Konnte nicht zurückgewonnen werden.</translation>
    </message>
    <message>
        <source>The claim %1 is deleted; the volume waits to be reclaimed.</source>
        <translation>Der Claim %1 ist gelöscht; das Volume wartet auf die Rückgewinnung.</translation>
    </message>
    <message>
        <source>The node is not ready.</source>
        <translation>Der Node ist nicht bereit.</translation>
    </message>
    <message>
        <source>The node has not been heard of since %1.</source>
        <translation>Vom Node wurde seit %1 nichts mehr gehört.</translation>
    </message>
    <message>
        <source>The node is short of memory.</source>
        <translation>Dem Node fehlt Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>The node is short of disk space.</source>
        <translation>Dem Node fehlt Speicherplatz.</translation>
    </message>
    <message>
        <source>The node runs too many processes.</source>
        <translation>Auf dem Node laufen zu viele Prozesse.</translation>
    </message>
    <message>
        <source>The node&apos;s network is not set up.</source>
        <translation>Das Netz des Nodes ist nicht eingerichtet.</translation>
    </message>
    <message>
        <source>The node is cordoned: it takes no new pods.</source>
        <translation>Der Node ist gesperrt: Er nimmt keine neuen Pods an.</translation>
    </message>
    <message>
        <source>It is not %1.</source>
        <translation>Ist nicht %1.</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>Ist %1.</translation>
    </message>
    <message>
        <source>The namespace is being deleted.</source>
        <translation>Der Namespace wird gelöscht.</translation>
    </message>
    <message>
        <source>It cannot scale.</source>
        <translation>Kann nicht skalieren.</translation>
    </message>
    <message numerus="yes">
        <source>It wants more than its maximum of %n replica(s).</source>
        <translation>
            <numerusform>Möchte mehr als das Maximum von %n Replikat.</numerusform>
            <numerusform>Möchte mehr als das Maximum von %n Replikaten.</numerusform>
        </translation>
    </message>
    <message>
        <source>It gets no metrics to scale by.</source>
        <translation>Bekommt keine Metriken, nach denen skaliert wird.</translation>
    </message>
    <message>
        <source>It allows no disruption now: %1 of the %2 pods it needs are healthy.</source>
        <translation>Lässt zurzeit keine Unterbrechung zu: %1 von %2 nötigen Pods gesund.</translation>
    </message>
    <message>
        <source>It is used up: %1.</source>
        <translation>Ist ausgeschöpft: %1.</translation>
    </message>
    <message>
        <source>Its kind is not served yet.</source>
        <translation>Die Art wird noch nicht angeboten.</translation>
    </message>
    <message>
        <source>Its names are taken by another definition.</source>
        <translation>Die Namen sind von einer anderen Definition belegt.</translation>
    </message>
    <message>
        <source>Its controller has not seen the last change yet.</source>
        <translation>Der Controller hat die letzte Änderung noch nicht gesehen.</translation>
    </message>
    <message>
        <source>Its status is %1.</source>
        <translation>Der Status ist %1.</translation>
    </message>
    <message>
        <source>Pod %1: %2</source>
        <translation>Pod %1: %2</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Beeinträchtigt</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln degraded</source>
        <translation>
            <numerusform>%Ln beeinträchtigt</numerusform>
            <numerusform>%Ln beeinträchtigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending</source>
        <translation>
            <numerusform>%Ln wartend</numerusform>
            <numerusform>%Ln wartend</numerusform>
        </translation>
    </message>
    <message>
        <source>An init container</source>
        <translation>Ein Init-Container</translation>
    </message>
    <message>
        <source>A container</source>
        <translation>Ein Container</translation>
    </message>
    <message>
        <source>Init container %1</source>
        <translation>Init-Container %1</translation>
    </message>
    <message>
        <source>Container %1</source>
        <translation>Container %1</translation>
    </message>
    <message>
        <source>signal %1</source>
        <translation>Signal %1</translation>
    </message>
    <message>
        <source>it used more memory than its limit and was killed (OOMKilled, exit code %1)</source>
        <translation>Speicherlimit überschritten und deshalb beendet (OOMKilled, Exit-Code %1)</translation>
    </message>
    <message>
        <source>it ended by %1 (exit code %2)</source>
        <translation>durch %1 beendet (Exit-Code %2)</translation>
    </message>
    <message>
        <source>it ended with exit code %1</source>
        <translation>mit dem Exit-Code %1 beendet</translation>
    </message>
    <message>
        <source>it ended with exit code %1 (%2)</source>
        <translation>mit dem Exit-Code %1 beendet (%2)</translation>
    </message>
    <message>
        <source>%1 crashes again and again</source>
        <translation>%1 stürzt immer wieder ab</translation>
    </message>
    <message numerus="yes">
        <source>, %n restart(s)</source>
        <translation>
            <numerusform>, %n Neustart</numerusform>
            <numerusform>, %n Neustarts</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%1 failed: %2.</source>
        <translation>%1 ist fehlgeschlagen: %2.</translation>
    </message>
    <message>
        <source>%1 waits for an image that cannot be pulled.</source>
        <translation>%1 wartet auf ein Image, das nicht geholt werden kann.</translation>
    </message>
    <message>
        <source>%1 waits for image %2, which cannot be pulled.</source>
        <translation>%1 wartet auf das Image %2, das nicht geholt werden kann.</translation>
    </message>
    <message>
        <source>%1 fails its liveness probe and will be restarted.</source>
        <translation>%1 besteht die Liveness-Probe nicht und wird neu gestartet.</translation>
    </message>
    <message>
        <source>%1 fails its startup probe.</source>
        <translation>%1 besteht die Startup-Probe nicht.</translation>
    </message>
    <message>
        <source>%1 fails its readiness probe and gets no traffic.</source>
        <translation>%1 besteht die Readiness-Probe nicht und bekommt keine Anfragen.</translation>
    </message>
    <message>
        <source>%1 runs but is not ready (%2 of %3 are).</source>
        <translation>%1 läuft, ist aber nicht bereit (bereit: %2 von %3).</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n container(s) are ready.</source>
        <translation>
            <numerusform>%1 von %n Container bereit.</numerusform>
            <numerusform>%1 von %n Containern bereit.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is being deleted.</source>
        <translation>Wird gerade gelöscht.</translation>
    </message>
    <message>
        <source>It should have been gone at %1, but its finalizers hold it: %2.</source>
        <translation>Sollte seit %1 weg sein, wird aber von Finalizern festgehalten: %2.</translation>
    </message>
    <message>
        <source>It should have been gone at %1. Its node may be away, or a process does not end.</source>
        <translation>Sollte seit %1 weg sein. Vielleicht ist der Node nicht erreichbar, oder ein Prozess endet nicht.</translation>
    </message>
    <message>
        <source>%1 names an image that is no valid name.</source>
        <translation>%1 nennt ein Image mit ungültigem Namen.</translation>
    </message>
    <message>
        <source>%1 names the image “%2”, which is no valid name.</source>
        <translation>%1 nennt das Image „%2“, das ist kein gültiger Name.</translation>
    </message>
    <message>
        <source>%1 cannot be configured.</source>
        <translation>%1 kann nicht konfiguriert werden.</translation>
    </message>
    <message>
        <source>%1 cannot be started.</source>
        <translation>%1 kann nicht gestartet werden.</translation>
    </message>
    <message>
        <source>No node can take the pod.</source>
        <translation>Kein Node kann den Pod aufnehmen.</translation>
    </message>
    <message>
        <source>The pod is held back by its scheduling gates.</source>
        <translation>Der Pod wird von seinen Scheduling-Gates zurückgehalten.</translation>
    </message>
    <message>
        <source>The pod waits for the scheduler.</source>
        <translation>Der Pod wartet auf den Scheduler.</translation>
    </message>
    <message>
        <source>A volume cannot be mounted.</source>
        <translation>Ein Volume kann nicht eingebunden werden.</translation>
    </message>
    <message>
        <source>The pod&apos;s network or sandbox cannot be made.</source>
        <translation>Netz oder Sandbox des Pods können nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Its containers are being made.</source>
        <translation>Die Container werden angelegt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n init container(s) are through.</source>
        <translation>
            <numerusform>%1 von %n Init-Container durchgelaufen.</numerusform>
            <numerusform>%1 von %n Init-Containern durchgelaufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was evicted from its node.</source>
        <translation>Wurde von seinem Node verdrängt.</translation>
    </message>
    <message>
        <source>It had to make room for a pod that is more important.</source>
        <translation>Musste einem wichtigeren Pod Platz machen.</translation>
    </message>
    <message>
        <source>Its node is lost.</source>
        <translation>Der Node ist verloren.</translation>
    </message>
    <message>
        <source>Its node %1 is lost.</source>
        <translation>Der Node %1 ist verloren.</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>Ist fehlgeschlagen.</translation>
    </message>
    <message numerus="yes">
        <source>Of its %n pod(s), %1 fail.</source>
        <translation>
            <numerusform>Von seinem %n Pod fällt %1 aus.</numerusform>
            <numerusform>Von seinen %n Pods fallen %1 aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of its %n pod(s), %1 need a look.</source>
        <translation>
            <numerusform>Von seinem %n Pod braucht %1 einen Blick.</numerusform>
            <numerusform>Von seinen %n Pods brauchen %1 einen Blick.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Kinds</name>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>Describe</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>%n namespaces</source>
        <translation>
            <numerusform>%n Namespace</numerusform>
            <numerusform>%n Namespaces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::KratePainter</name>
    <message>
        <source>1 window</source>
        <translation>1 Fenster</translation>
    </message>
    <message numerus="yes">
        <source>%n windows</source>
        <translation>
            <numerusform>%n Fenster</numerusform>
            <numerusform>%n Fenster</numerusform>
        </translation>
    </message>
    <message>
        <source>All namespaces</source>
        <translation>Alle Namespaces</translation>
    </message>
</context>
<context>
    <name>workspace::ListContent</name>
    <message>
        <source>All namespaces</source>
        <translation>Alle Namespaces</translation>
    </message>
    <message numerus="yes">
        <source>%Ln namespaces</source>
        <translation>
            <numerusform>%Ln Namespace</numerusform>
            <numerusform>%Ln Namespaces</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Lädt …</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
</context>
<context>
    <name>workspace::LogBar</name>
    <message>
        <source>Choose the container</source>
        <translation>Container wählen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Information and lines without a level</source>
        <translation>Informationen und Zeilen ohne Stufe</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>Filter lines  /</source>
        <translation>Zeilen filtern  /</translation>
    </message>
    <message>
        <source>Wrap long lines  W</source>
        <translation>Lange Zeilen umbrechen  W</translation>
    </message>
    <message>
        <source>Time stamps  T</source>
        <translation>Zeitstempel  T</translation>
    </message>
    <message>
        <source>Log before the last restart  O</source>
        <translation>Log vor dem letzten Neustart  O</translation>
    </message>
    <message>
        <source>Go on reading  P</source>
        <translation>Weiterlesen  P</translation>
    </message>
    <message>
        <source>Pause  P</source>
        <translation>Anhalten  P</translation>
    </message>
</context>
<context>
    <name>workspace::LogContent</name>
    <message>
        <source>The container has not started yet.</source>
        <translation>Der Container ist noch nicht gestartet.</translation>
    </message>
    <message>
        <source>The log broke off. Reading on (attempt %1)…</source>
        <translation>Das Log ist abgebrochen. Es wird weitergelesen (Versuch %1) …</translation>
    </message>
    <message>
        <source>Paused. P reads on.</source>
        <translation>Angehalten. P liest weiter.</translation>
    </message>
    <message>
        <source>The log before the last restart. O shows the current one.</source>
        <translation>Das Log vor dem letzten Neustart. O zeigt das aktuelle.</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>Das Log ist zu Ende.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 gezeigt</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Im Log suchen</translation>
    </message>
    <message>
        <source>Show only lines with…</source>
        <translation>Nur Zeilen zeigen mit …</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Weiterlesen</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>Newest line</source>
        <translation>Neueste Zeile</translation>
    </message>
    <message>
        <source>No line matches.</source>
        <translation>Keine Zeile passt.</translation>
    </message>
    <message>
        <source>Nothing has been logged.</source>
        <translation>Es wurde nichts protokolliert.</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Das Log wird gelesen …</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>Waiting for the container</source>
        <translation>Wartet auf den Container</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Connecting again (%1)…</source>
        <translation>Verbindet erneut (%1) …</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message numerus="yes">
        <source>Log of %1, %n line(s): %2</source>
        <translation>
            <numerusform>Log von %1, %n Zeile: %2</numerusform>
            <numerusform>Log von %1, %n Zeilen: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::MainWindow</name>
    <message>
        <source>Krateyard</source>
        <translation>Krateyard</translation>
    </message>
    <message>
        <source>Fit all krates into view</source>
        <translation>Alle Krates zeigen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Change between dark and light</source>
        <translation>Zwischen dunkel und hell wechseln</translation>
    </message>
    <message>
        <source>Read the kubeconfig again</source>
        <translation>kubeconfig neu lesen</translation>
    </message>
    <message>
        <source>Quit Krateyard</source>
        <translation>Krateyard beenden</translation>
    </message>
    <message>
        <source>Use context %1</source>
        <translation>Kontext %1 verwenden</translation>
    </message>
    <message>
        <source>Find or type a namespace</source>
        <translation>Namespace suchen oder eingeben</translation>
    </message>
</context>
<context>
    <name>workspace::NamespaceList</name>
    <message>
        <source>All namespaces</source>
        <translation>Alle Namespaces</translation>
    </message>
</context>
<context>
    <name>workspace::NamespacePicker</name>
    <message>
        <source>Use “%1”</source>
        <translation>„%1“ verwenden</translation>
    </message>
    <message>
        <source>Choose namespaces</source>
        <translation>Namespaces wählen</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Namespaces</translation>
    </message>
    <message>
        <source>You may not list namespaces here: type the name of one you may use.</source>
        <translation>Sie dürfen Namespaces hier nicht auflisten: Geben Sie den Namen eines erlaubten ein.</translation>
    </message>
    <message>
        <source>Enter use the checked ones   Space check   Esc cancel</source>
        <translation>Enter markierte nehmen   Leertaste markieren   Esc abbrechen</translation>
    </message>
    <message>
        <source>Enter use this one   Space check several   Esc cancel</source>
        <translation>Enter diesen nehmen   Leertaste mehrere   Esc abbrechen</translation>
    </message>
</context>
<context>
    <name>workspace::NoticeBar</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>workspace::Overlays</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Drag to pan</source>
        <translation>Ziehen verschiebt</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Wheel to zoom</source>
        <translation>Mausrad zoomt</translation>
    </message>
    <message>
        <source>Z</source>
        <translation>Z</translation>
    </message>
    <message>
        <source>Maximise</source>
        <translation>Maximieren</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>This yard is empty</source>
        <translation>Dieser Yard ist leer</translation>
    </message>
    <message>
        <source>Press / to open something: a pod, a deployment, a whole namespace.</source>
        <translation>Mit / öffnen Sie etwas: einen Pod, ein Deployment, einen ganzen Namespace.</translation>
    </message>
    <message>
        <source>Or just begin to type its name.</source>
        <translation>Oder tippen Sie einfach den Namen.</translation>
    </message>
</context>
<context>
    <name>workspace::Related</name>
    <message>
        <source>owns</source>
        <translation>besitzt</translation>
    </message>
    <message>
        <source>runs on</source>
        <translation>läuft auf</translation>
    </message>
    <message>
        <source>runs as</source>
        <translation>läuft als</translation>
    </message>
    <message>
        <source>has priority</source>
        <translation>hat Priorität</translation>
    </message>
    <message>
        <source>has runtime</source>
        <translation>hat Laufzeit</translation>
    </message>
    <message>
        <source>mounts</source>
        <translation>bindet ein</translation>
    </message>
    <message>
        <source>reads environment from</source>
        <translation>liest Umgebung aus</translation>
    </message>
    <message>
        <source>pulls images with</source>
        <translation>holt Images mit</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>beansprucht</translation>
    </message>
    <message>
        <source>is bound to</source>
        <translation>ist gebunden an</translation>
    </message>
    <message>
        <source>is provisioned by</source>
        <translation>wird bereitgestellt von</translation>
    </message>
    <message>
        <source>sends to</source>
        <translation>sendet an</translation>
    </message>
    <message>
        <source>has the endpoints of</source>
        <translation>hat die Endpunkte von</translation>
    </message>
    <message>
        <source>points to</source>
        <translation>zeigt auf</translation>
    </message>
    <message>
        <source>routes to</source>
        <translation>leitet an</translation>
    </message>
    <message>
        <source>has its certificate from</source>
        <translation>hat das Zertifikat aus</translation>
    </message>
    <message>
        <source>is handled by</source>
        <translation>wird bearbeitet von</translation>
    </message>
    <message>
        <source>restricts</source>
        <translation>beschränkt</translation>
    </message>
    <message>
        <source>scales</source>
        <translation>skaliert</translation>
    </message>
    <message>
        <source>protects</source>
        <translation>schützt</translation>
    </message>
    <message>
        <source>grants</source>
        <translation>gewährt</translation>
    </message>
    <message>
        <source>grants to</source>
        <translation>gewährt an</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>hält</translation>
    </message>
    <message>
        <source> in %1</source>
        <translation> in %1</translation>
    </message>
    <message>
        <source> (does not exist)</source>
        <translation> (gibt es nicht)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>owned by</source>
        <translation>gehört zu</translation>
    </message>
</context>
<context>
    <name>workspace::ShellBar</name>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
</context>
<context>
    <name>workspace::ShellContent</name>
    <message>
        <source>Container %1</source>
        <translation>Container %1</translation>
    </message>
    <message>
        <source>The connection is too slow: what was typed did not fit.</source>
        <translation>Die Verbindung ist zu langsam: Die Eingabe passte nicht mehr hinein.</translation>
    </message>
    <message>
        <source>This container has no shell.</source>
        <translation>Dieser Container hat keine Shell.</translation>
    </message>
    <message>
        <source>The connection to the shell was lost.</source>
        <translation>Die Verbindung zur Shell ist verloren gegangen.</translation>
    </message>
    <message>
        <source>The shell has ended.</source>
        <translation>Die Shell wurde beendet.</translation>
    </message>
    <message>
        <source>The shell has ended with exit code %1.</source>
        <translation>Die Shell wurde mit dem Exit-Code %1 beendet.</translation>
    </message>
    <message>
        <source>Starting a shell…</source>
        <translation>Eine Shell wird gestartet …</translation>
    </message>
    <message>
        <source>Exit code %1.</source>
        <translation>Exit-Code %1.</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Shell in %1: %2</source>
        <translation>Shell in %1: %2</translation>
    </message>
</context>
<context>
    <name>workspace::SpotlightPanel</name>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No name has these letters in this order.</source>
        <translation>Kein Name enthält diese Buchstaben in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>Tippen, um zu suchen</translation>
    </message>
    <message>
        <source>A kind such as pod or svc and Tab narrows it down.</source>
        <translation>Eine Art wie pod oder svc und Tab grenzt die Suche ein.</translation>
    </message>
    <message>
        <source>Tab: only %1</source>
        <translation>Tab: nur %1</translation>
    </message>
    <message>
        <source>Opened recently</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln gefunden</numerusform>
            <numerusform>%Ln gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter open   Alt+Y YAML   Alt+D describe   Alt+L logs   Alt+S shell   Esc close</source>
        <translation>Enter öffnen   Alt+Y YAML   Alt+D Describe   Alt+L Logs   Alt+S Shell   Esc schließen</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>Spotlight</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find objects, krates, namespaces, commands</source>
        <translation>Objekte, Krates, Namespaces, Befehle finden</translation>
    </message>
    <message>
        <source>Find a %1</source>
        <translation>%1 finden</translation>
    </message>
</context>
<context>
    <name>workspace::TextPane</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>workspace::TopBar</name>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Search   /</source>
        <translation>Suchen   /</translation>
    </message>
    <message>
        <source>Find and open anything (/)</source>
        <translation>Alles finden und öffnen (/)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Change between dark and light</source>
        <translation>Zwischen dunkel und hell wechseln</translation>
    </message>
    <message>
        <source>No cluster ▾</source>
        <translation>Kein Cluster ▾</translation>
    </message>
    <message>
        <source>Choose the cluster that new krates show</source>
        <translation>Den Cluster wählen, den neue Krates zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n krate(s)</source>
        <translation>
            <numerusform>%n Krate</numerusform>
            <numerusform>%n Krates</numerusform>
        </translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Cluster %1, user %2, namespace %3</source>
        <translation>Cluster %1, Benutzer %2, Namespace %3</translation>
    </message>
    <message>
        <source>No contexts in %1</source>
        <translation>Keine Kontexte in %1</translation>
    </message>
</context>
<context>
    <name>workspace::WindowPainter</name>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
</context>
<context>
    <name>workspace::YamlContent</name>
    <message numerus="yes">
        <source>YAML of %1 %2, %n lines</source>
        <translation>
            <numerusform>YAML von %1 %2, %n Zeile</numerusform>
            <numerusform>YAML von %1 %2, %n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::YardActions</name>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
    <message>
        <source>Resize window</source>
        <translation>Fenstergröße ändern</translation>
    </message>
    <message>
        <source>Move krate</source>
        <translation>Krate verschieben</translation>
    </message>
    <message>
        <source>Minimise krate</source>
        <translation>Krate minimieren</translation>
    </message>
    <message>
        <source>Expand krate</source>
        <translation>Krate aufklappen</translation>
    </message>
    <message>
        <source>Dismiss krate</source>
        <translation>Krate schließen</translation>
    </message>
    <message>
        <source>Choose namespaces</source>
        <translation>Namespaces wählen</translation>
    </message>
</context>
<context>
    <name>workspace::YardCanvas</name>
    <message>
        <source>Yard</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>The canvas with krates and their windows. Press / to search.</source>
        <translation>Die Fläche mit Krates und ihren Fenstern. / öffnet die Suche.</translation>
    </message>
</context>
<context>
    <name>workspace::YardFile</name>
    <message>
        <source>The yard&apos;s file is no JSON object: %1.</source>
        <translation>Die Datei des Yards ist kein JSON-Objekt: %1.</translation>
    </message>
    <message>
        <source>The yard&apos;s file has version %1, which this program does not know.</source>
        <translation>Die Datei des Yards hat die Version %1, die dieses Programm nicht kennt.</translation>
    </message>
    <message numerus="yes">
        <source>%n krates could not be read.</source>
        <translation>
            <numerusform>%n Krate konnte nicht gelesen werden.</numerusform>
            <numerusform>%n Krates konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n windows could not be read.</source>
        <translation>
            <numerusform>%n Fenster konnte nicht gelesen werden.</numerusform>
            <numerusform>%n Fenster konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The yard&apos;s file %1 cannot be read.</source>
        <translation>Die Datei des Yards %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file as it was is kept as %1.</source>
        <translation>Die Datei bleibt in ihrer alten Form als %1 erhalten.</translation>
    </message>
    <message>
        <source>The yard could not be saved: %1.</source>
        <translation>Der Yard konnte nicht gespeichert werden: %1.</translation>
    </message>
</context>
</TS>
