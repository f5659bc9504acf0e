<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>app</name>
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
        <source>What to show, as a krateyard:// link.</source>
        <translation>Was gezeigt werden soll, als krateyard://-Link.</translation>
    </message>
    <message>
        <source>The file that keeps the yard, instead of the yards of your own.</source>
        <translation>Die Datei, in der der Yard gespeichert wird, anstelle der eigenen Yards.</translation>
    </message>
    <message>
        <source>Starts another Krateyard when one is running. Without it, that one comes to the front and opens what is asked for here.</source>
        <translation>Startet ein weiteres Krateyard, wenn schon eines läuft. Ohne diese Option kommt jenes nach vorn und öffnet, was hier verlangt wird.</translation>
    </message>
    <message>
        <source>Shows the log in a file or pipe: plain lines, klog, CRI, Docker&apos;s json-file, or one of these packed with gzip. A file is followed as it grows.</source>
        <translation>Zeigt das Log in einer Datei oder Pipe: einfache Zeilen, klog, CRI, json-file von Docker oder eines davon, mit gzip gepackt. Einer Datei wird gefolgt, während sie wächst.</translation>
    </message>
    <message>
        <source>The file; - is standard input.</source>
        <translation>Die Datei; - ist die Standardeingabe.</translation>
    </message>
    <message>
        <source>“logs” wants one file, or - for standard input: krateyard logs app.log</source>
        <translation>„logs“ erwartet eine Datei, oder - für die Standardeingabe: krateyard logs app.log</translation>
    </message>
    <message>
        <source>Work on Kubernetes clusters on one large canvas.

  krateyard                the desktop
  krateyard demo           a demo cluster to try it on
  krateyard join LINK      a yard that is shared on a relay
  krateyard relay          a server without a screen
  krateyard logs FILE      a log file, or - for standard input</source>
        <translation>Auf einer großen Fläche an Kubernetes-Clustern arbeiten.

  krateyard                die Desktop-Anwendung
  krateyard demo           ein Demo-Cluster zum Ausprobieren
  krateyard join LINK      ein Yard, der auf einem Relay geteilt wird
  krateyard relay          ein Server ohne Bildschirm
  krateyard logs DATEI     eine Logdatei, oder - für die Standardeingabe</translation>
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
    <name>app::Desktop</name>
    <message>
        <source>demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>my yard</source>
        <translation>Mein Yard</translation>
    </message>
    <message>
        <source>This is the demo cluster: nothing here is real.</source>
        <translation>Dies ist der Demo-Cluster: Nichts hier ist echt.</translation>
    </message>
    <message>
        <source>%1 has no context “%2”. Used is “%3”.</source>
        <translation>%1 enthält keinen Kontext „%2“. Verwendet wird „%3“.</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>bug</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>support</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Der Bericht liegt in %1.</translation>
    </message>
    <message>
        <source>Change it now</source>
        <translation>Jetzt wechseln</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Demo verlassen</translation>
    </message>
    <message>
        <source>Open a kubeconfig</source>
        <translation>kubeconfig öffnen</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Use the usual kubeconfig again</source>
        <translation>Wieder die übliche kubeconfig verwenden</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Show the first page</source>
        <translation>Erste Seite zeigen</translation>
    </message>
    <message>
        <source>welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>The language changes with the next start. To change it now opens the window anew: the yard and what you typed stay, shells end.</source>
        <translation>Die Sprache wechselt mit dem nächsten Start. Sie jetzt zu wechseln öffnet das Fenster neu: Der Yard und was Sie getippt haben bleiben, Shells enden.</translation>
    </message>
</context>
<context>
    <name>app::Program</name>
    <message>
        <source>No kubeconfig found: showing the demo cluster.
</source>
        <translation>Keine kubeconfig gefunden: Der Demo-Cluster wird gezeigt.
</translation>
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
    <name>app::SingleInstance</name>
    <message>
        <source>Krateyard is running already, but does not answer. End it, or start another one with --new-instance.</source>
        <translation>Krateyard läuft bereits, antwortet aber nicht. Beenden Sie es, oder starten Sie ein weiteres mit --new-instance.</translation>
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
    <message>
        <source>You have set this context to read-only. Allow changes again with the command “Allow changes in this context”.</source>
        <translation>Sie haben festgelegt, dass dieser Kontext nur lesbar ist. Erlauben Sie Änderungen wieder mit dem Befehl „Änderungen in diesem Kontext erlauben“.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose the kubeconfig file in it, usually called “config”.</source>
        <translation>%1 ist ein Ordner. Wählen Sie die kubeconfig-Datei darin, meist heißt sie „config“.</translation>
    </message>
    <message>
        <source>%1 has no contexts, so it is no kubeconfig that leads to a cluster. A kubeconfig says “kind: Config” and lists clusters, users and contexts.</source>
        <translation>%1 enthält keine Kontexte, ist also keine kubeconfig, die zu einem Cluster führt. In einer kubeconfig steht „kind: Config“, und sie nennt Cluster, Benutzer und Kontexte.</translation>
    </message>
    <message>
        <source>The link cannot be opened: %1 A link looks like krateyard://open/context/namespace/kind/name?view=logs.</source>
        <translation>Der Link kann nicht geöffnet werden: %1 Ein Link sieht so aus: krateyard://open/context/namespace/kind/name?view=logs.</translation>
    </message>
    <message>
        <source>a link cannot open a shell.</source>
        <translation>Ein Link kann keine Shell öffnen.</translation>
    </message>
    <message>
        <source>“%1” is no view that it can ask for.</source>
        <translation>„%1“ ist keine Ansicht, die er verlangen kann.</translation>
    </message>
    <message>
        <source>it is too long.</source>
        <translation>Er ist zu lang.</translation>
    </message>
    <message>
        <source>it asks for something that is unknown.</source>
        <translation>Er verlangt etwas Unbekanntes.</translation>
    </message>
    <message>
        <source>its path is not understood.</source>
        <translation>Sein Pfad ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>it names no kind.</source>
        <translation>Er nennt keine Art.</translation>
    </message>
    <message>
        <source>what follows the question mark is not understood.</source>
        <translation>Was auf das Fragezeichen folgt, ist nicht zu verstehen.</translation>
    </message>
    <message numerus="yes">
        <source>A view needs a name of at most %n characters.</source>
        <translation>
            <numerusform>Eine Ansicht braucht einen Namen mit höchstens %n Zeichen.</numerusform>
            <numerusform>Eine Ansicht braucht einen Namen mit höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more than %n views can be saved. Delete one first.</source>
        <translation>
            <numerusform>Mehr als %n Ansicht kann nicht gespeichert werden. Löschen Sie sie zuerst.</numerusform>
            <numerusform>Mehr als %n Ansichten können nicht gespeichert werden. Löschen Sie zuerst eine.</numerusform>
        </translation>
    </message>
    <message>
        <source>The view is too large to be saved. Save it with fewer krates on the yard.</source>
        <translation>Die Ansicht ist zu groß zum Speichern. Speichern Sie sie mit weniger Krates auf dem Yard.</translation>
    </message>
    <message>
        <source>There is no view “%1” any more.</source>
        <translation>Die Ansicht „%1“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Recall view</source>
        <translation>Ansicht aufrufen</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>“%1” is no address of a relay: it begins with https:// or wss://.</source>
        <translation>„%1“ ist keine Adresse eines Relays: Sie beginnt mit https:// oder wss://.</translation>
    </message>
    <message>
        <source>The address names no relay. It looks like relay.example.org.</source>
        <translation>Die Adresse nennt kein Relay. Sie sieht aus wie relay.example.org.</translation>
    </message>
    <message>
        <source>A relay&apos;s address has no user and no password in it.</source>
        <translation>Die Adresse eines Relays enthält weder Benutzer noch Passwort.</translation>
    </message>
    <message>
        <source>The link names no yard. Ask who sent it for the whole link, or type the yard&apos;s name.</source>
        <translation>Der Link nennt keinen Yard. Bitten Sie den Absender um den ganzen Link, oder geben Sie den Namen des Yards ein.</translation>
    </message>
    <message>
        <source>A yard&apos;s name has 1 to 128 characters and no slash.</source>
        <translation>Der Name eines Yards hat 1 bis 128 Zeichen und keinen Schrägstrich.</translation>
    </message>
    <message>
        <source>The link&apos;s token is damaged. Ask for the link again.</source>
        <translation>Das Token des Links ist beschädigt. Bitten Sie noch einmal um den Link.</translation>
    </message>
    <message>
        <source>The link does not say where its relay is. Ask for it again.</source>
        <translation>Der Link sagt nicht, wo sein Relay ist. Bitten Sie noch einmal darum.</translation>
    </message>
    <message>
        <source>Paste the link that you were sent, or type the relay&apos;s address.</source>
        <translation>Fügen Sie den Link ein, den Sie bekommen haben, oder geben Sie die Adresse des Relays ein.</translation>
    </message>
    <message>
        <source>The link is too long to be one.</source>
        <translation>Der Link ist zu lang, um einer zu sein.</translation>
    </message>
    <message>
        <source>This link opens something else; it does not join a yard.</source>
        <translation>Dieser Link öffnet etwas anderes; er führt in keinen Yard.</translation>
    </message>
    <message>
        <source>This is no address. It looks like https://relay.example.org/join/…</source>
        <translation>Das ist keine Adresse. Sie sieht aus wie https://relay.example.org/join/…</translation>
    </message>
    <message>
        <source>The relay at %1 cannot prove that it is that relay (%2). Ask who runs it for a valid certificate, and do not go on without.</source>
        <translation>Das Relay unter %1 kann nicht beweisen, dass es dieses Relay ist (%2). Bitten Sie dessen Betreiber um ein gültiges Zertifikat, und machen Sie ohne dieses nicht weiter.</translation>
    </message>
    <message>
        <source>Nothing listens at %1, port %2. Check the address, or ask whether the relay runs.</source>
        <translation>Unter %1, Port %2 antwortet nichts. Prüfen Sie die Adresse, oder fragen Sie, ob das Relay läuft.</translation>
    </message>
    <message>
        <source>There is no machine called “%1”. Check how it is spelled, and whether you need a VPN.</source>
        <translation>Es gibt keinen Rechner namens „%1“. Prüfen Sie die Schreibweise, und ob Sie ein VPN brauchen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check your network, or whether you need a VPN.</source>
        <translation>%1 ist nicht erreichbar. Prüfen Sie Ihr Netzwerk, oder ob Sie ein VPN brauchen.</translation>
    </message>
    <message>
        <source>%1 answers, but there is no Krateyard relay at this address. Check the link, the port, and whether it begins with https.</source>
        <translation>%1 antwortet, aber unter dieser Adresse ist kein Krateyard-Relay. Prüfen Sie den Link, den Port, und ob er mit https beginnt.</translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation>Die Verbindung zu %1 ist abgebrochen.</translation>
    </message>
    <message>
        <source>The connection to %1 broke: %2.</source>
        <translation>Die Verbindung zu %1 ist abgebrochen: %2.</translation>
    </message>
    <message>
        <source>The relay lets in only who has an invite. Ask an owner of the yard for a link.</source>
        <translation>Das Relay lässt nur ein, wer eine Einladung hat. Bitten Sie einen Eigentümer des Yards um einen Link.</translation>
    </message>
    <message>
        <source>The relay does not take your invite: it may have expired or been revoked. Ask an owner of the yard for a new link.</source>
        <translation>Das Relay nimmt Ihre Einladung nicht an: Sie kann abgelaufen oder widerrufen sein. Bitten Sie einen Eigentümer des Yards um einen neuen Link.</translation>
    </message>
    <message>
        <source>Your invite is not for the yard “%1”. Ask one of its owners for a link.</source>
        <translation>Ihre Einladung gilt nicht für den Yard „%1“. Bitten Sie einen seiner Eigentümer um einen Link.</translation>
    </message>
    <message>
        <source>The relay asks to come back later: it is starting anew, or full.</source>
        <translation>Das Relay bittet, später wiederzukommen: Es startet neu oder ist voll.</translation>
    </message>
    <message>
        <source>The relay is being shut down.</source>
        <translation>Das Relay wird heruntergefahren.</translation>
    </message>
    <message>
        <source>The relay takes nothing as large as this yard. Ask who runs it for a higher limit.</source>
        <translation>Das Relay nimmt nichts an, was so groß ist wie dieser Yard. Bitten Sie dessen Betreiber um eine höhere Grenze.</translation>
    </message>
    <message>
        <source>The relay ended the connection: %1.</source>
        <translation>Das Relay hat die Verbindung beendet: %1.</translation>
    </message>
    <message>
        <source>local</source>
        <translation>lokal</translation>
    </message>
    <message>
        <source>connecting · try %1</source>
        <translation>verbindet · Versuch %1</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>synced</source>
        <translation>synchron</translation>
    </message>
    <message>
        <source>offline · try %1 in %2 s</source>
        <translation>offline · Versuch %1 in %2 s</translation>
    </message>
    <message>
        <source>offline · try %1</source>
        <translation>offline · Versuch %1</translation>
    </message>
    <message>
        <source>This yard is on this machine only.</source>
        <translation>Dieser Yard ist nur auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Verbindet mit %1</translation>
    </message>
    <message>
        <source>Live at %1. You are a viewer: you see everything and change nothing.</source>
        <translation>Live auf %1. Sie sehen nur zu: Sie sehen alles und ändern nichts.</translation>
    </message>
    <message>
        <source>Live at %1: what you change is there for everybody.</source>
        <translation>Live auf %1: Was Sie ändern, ist für alle da.</translation>
    </message>
    <message>
        <source>idle %1m</source>
        <translation>untätig %1 min</translation>
    </message>
    <message>
        <source>idle %1h</source>
        <translation>untätig %1 h</translation>
    </message>
    <message>
        <source>in the yard</source>
        <translation>im Yard</translation>
    </message>
    <message>
        <source>active in %1</source>
        <translation>aktiv in %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <translation>%1, %2 und %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %n others</source>
        <translation>
            <numerusform>%1, %2 und %n weitere Person</numerusform>
            <numerusform>%1, %2 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Your sign-in to “%1” ends at %2. Sign in at %3 again to go on.</source>
        <translation>Ihre Anmeldung bei „%1“ endet um %2. Melden Sie sich bei %3 neu an, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Context “%1”: %2 did not accept your sign-in. Sign in there again.</source>
        <translation>Kontext „%1“: %2 hat Ihre Anmeldung nicht angenommen. Melden Sie sich dort neu an.</translation>
    </message>
    <message>
        <source>Type the relay&apos;s address. It looks like relay.example.org.</source>
        <translation>Geben Sie die Adresse des Relays ein. Sie sieht aus wie relay.example.org.</translation>
    </message>
    <message>
        <source>%1 is reached without TLS: everybody in between could take your sign-in. Use its https:// address.</source>
        <translation>%1 wird ohne TLS erreicht: Jeder dazwischen könnte Ihre Anmeldung an sich nehmen. Benutzen Sie die https://-Adresse.</translation>
    </message>
    <message>
        <source>%1, or the provider that it signs in with, does not answer (%2). Is the address right, is the network or VPN up?</source>
        <translation>%1 oder der Anbieter, bei dem man sich dafür anmeldet, antwortet nicht (%2). Stimmt die Adresse, sind Netzwerk oder VPN verbunden?</translation>
    </message>
    <message>
        <source>%1 has no sign-in by browser. Ask who runs it for an API key.</source>
        <translation>%1 hat keine Anmeldung im Browser. Bitten Sie den Betreiber um einen API-Schlüssel.</translation>
    </message>
    <message>
        <source>%1 answers, but serves no clusters. Ask who runs it to switch on its gateway.</source>
        <translation>%1 antwortet, stellt aber keine Cluster bereit. Bitten Sie den Betreiber, das Gateway einzuschalten.</translation>
    </message>
    <message>
        <source>Your sign-in would go over a connection without TLS, so nothing was sent (%1).</source>
        <translation>Ihre Anmeldung ginge über eine Verbindung ohne TLS; daher wurde nichts gesendet (%1).</translation>
    </message>
    <message>
        <source>%1 did not take your sign-in. Try again, or with another account or key.</source>
        <translation>%1 hat Ihre Anmeldung nicht angenommen. Versuchen Sie es noch einmal, oder mit einem anderen Konto oder Schlüssel.</translation>
    </message>
    <message>
        <source>%1 knows who you are, but you may not use its clusters (%2). Ask who runs it for the right group.</source>
        <translation>%1 weiß, wer Sie sind, aber Sie dürfen die Cluster dort nicht benutzen (%2). Bitten Sie den Betreiber um die richtige Gruppe.</translation>
    </message>
    <message>
        <source>Nobody came back from the browser within five minutes. Try again.</source>
        <translation>Aus dem Browser kam innerhalb von fünf Minuten niemand zurück. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>What %1 answers makes no sense (%2). Is it a Krateyard relay, and is nothing in between?</source>
        <translation>Was %1 antwortet, ergibt keinen Sinn (%2). Ist es ein Krateyard-Relay, und steht nichts dazwischen?</translation>
    </message>
    <message>
        <source>You are not signed in at %1. Sign in to see its clusters.</source>
        <translation>Sie sind bei %1 nicht angemeldet. Melden Sie sich an, um die Cluster dort zu sehen.</translation>
    </message>
    <message>
        <source>Your sign-in at %1 has ended. Sign in again.</source>
        <translation>Ihre Anmeldung bei %1 ist zu Ende. Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>%1 does not take your API key any more. Ask for another, or sign in otherwise.</source>
        <translation>%1 nimmt Ihren API-Schlüssel nicht mehr an. Bitten Sie um einen anderen, oder melden Sie sich anders an.</translation>
    </message>
</context>
<context>
    <name>workspace::AccessList</name>
    <message>
        <source>Filter by kind, or can:create</source>
        <translation>Nach Art filtern oder mit can:create</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kind(s)</source>
        <translation>
            <numerusform>%Ln Art</numerusform>
            <numerusform>%Ln Arten</numerusform>
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
        <source>the server does not list all rules: what is in view is asked one by one</source>
        <translation>der Server nennt nicht alle Regeln: Was zu sehen ist, wird einzeln abgefragt</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>wird abgefragt …</translation>
    </message>
    <message>
        <source>%1 has no %2</source>
        <translation>%1 kennt kein %2</translation>
    </message>
    <message>
        <source>You may %1 %2. Click again: who else may?</source>
        <translation>Sie dürfen: %1 %2. Noch einmal klicken: Wer darf es noch?</translation>
    </message>
    <message>
        <source>You may not %1 %2. Click again: who may?</source>
        <translation>Sie dürfen nicht: %1 %2. Noch einmal klicken: Wer darf es?</translation>
    </message>
    <message>
        <source>You may %1 some %2: %3</source>
        <translation>Sie dürfen nur teilweise: %1 %2: %3</translation>
    </message>
    <message>
        <source>Not known yet whether you may %1 %2</source>
        <translation>Noch nicht bekannt, ob Sie das dürfen: %1 %2</translation>
    </message>
    <message>
        <source>No kinds are known</source>
        <translation>Keine Arten bekannt</translation>
    </message>
    <message>
        <source>The cluster named none of the kinds that it has.</source>
        <translation>Der Cluster hat keine seiner Arten genannt.</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Keine Treffer</translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln kind(s) fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>%Ln Art, und sie passt nicht zum Filter. Escape löscht ihn.</numerusform>
            <numerusform>Keine der %Ln Arten passt zum Filter. Escape löscht ihn.</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is allowed</source>
        <translation>nichts ist erlaubt</translation>
    </message>
</context>
<context>
    <name>workspace::AccessModel</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
</context>
<context>
    <name>workspace::ActionCenter</name>
    <message>
        <source>This context is read-only</source>
        <translation>Dieser Kontext ist nur lesbar</translation>
    </message>
    <message>
        <source>Nothing can be done to this</source>
        <translation>Hiermit lässt sich nichts tun</translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation>
            <numerusform>%Ln Objekt</numerusform>
            <numerusform>%Ln Objekte</numerusform>
        </translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>workspace::ActionForm</name>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>Own grace period, in seconds:</source>
        <translation>Eigene Frist zum Beenden, in Sekunden:</translation>
    </message>
    <message>
        <source>Grace period in seconds</source>
        <translation>Frist zum Beenden in Sekunden</translation>
    </message>
    <message>
        <source>goes too, in the background</source>
        <translation>wird auch gelöscht, im Hintergrund</translation>
    </message>
    <message>
        <source>goes first</source>
        <translation>wird zuerst gelöscht</translation>
    </message>
    <message>
        <source>stays, without an owner</source>
        <translation>bleibt, ohne Besitzer</translation>
    </message>
    <message>
        <source>Force: forget it at once, even if its node is gone</source>
        <translation>Erzwingen: sofort vergessen, auch wenn der Node weg ist</translation>
    </message>
    <message>
        <source>What it owns</source>
        <translation>Was dazugehört</translation>
    </message>
    <message>
        <source>Also pods with local data (emptyDir): it is lost</source>
        <translation>Auch Pods mit lokalen Daten (emptyDir): Diese gehen verloren</translation>
    </message>
    <message>
        <source>Also pods that nothing will start again</source>
        <translation>Auch Pods, die nichts wieder startet</translation>
    </message>
    <message>
        <source>key=value, a line each; key- takes it away</source>
        <translation>key=value, je eine Zeile; key- entfernt den Eintrag</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>%1 (init)</source>
        <translation>%1 (Init)</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
    <message>
        <source>An image needs a name.</source>
        <translation>Ein Image braucht einen Namen.</translation>
    </message>
    <message>
        <source>The rollout is paused: resume it first.</source>
        <translation>Der Rollout ist angehalten: Setzen Sie ihn zuerst fort.</translation>
    </message>
    <message>
        <source>There is no earlier revision to go back to.</source>
        <translation>Es gibt keine frühere Revision zum Zurückrollen.</translation>
    </message>
    <message>
        <source>This is the revision in use.</source>
        <translation>Diese Revision ist gerade in Gebrauch.</translation>
    </message>
    <message>
        <source>“%1” cannot be a key: %2</source>
        <translation>„%1“ kann kein Schlüssel sein: %2</translation>
    </message>
    <message>
        <source>“%1” cannot be a label&apos;s value: %2</source>
        <translation>„%1“ kann nicht der Wert eines Labels sein: %2</translation>
    </message>
    <message>
        <source>“%1”: write key=value, or key- to take it away.</source>
        <translation>„%1“: Schreiben Sie key=value oder, zum Entfernen, key-.</translation>
    </message>
    <message>
        <source>Revision %L1</source>
        <translation>Revision %L1</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <source>What going back would change</source>
        <translation>Was sich beim Zurückrollen ändern würde</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
</context>
<context>
    <name>workspace::ActionPanel</name>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>The same with kubectl</source>
        <translation>Dasselbe mit kubectl</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Bestätigung</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more like it</source>
        <translation>
            <numerusform>… und %Ln weitere dieser Art</numerusform>
            <numerusform>… und %Ln weitere dieser Art</numerusform>
        </translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>Looking at the objects and at what you may do…</source>
        <translation>Die Objekte und Ihre Berechtigungen werden geprüft …</translation>
    </message>
    <message>
        <source>Type “%1” to go on:</source>
        <translation>Geben Sie „%1“ ein, um fortzufahren:</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%L1 of %L2 done</source>
        <translation>%L1 von %L2 erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln held back by a disruption budget</source>
        <translation>
            <numerusform>%Ln von einem PodDisruptionBudget zurückgehalten</numerusform>
            <numerusform>%Ln von einem PodDisruptionBudget zurückgehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>PRODUCTION  ·  %1</source>
        <translation>PRODUKTION  ·  %1</translation>
    </message>
</context>
<context>
    <name>workspace::ActionPlan</name>
    <message>
        <source>%1 %2 %3 in %4</source>
        <comment>verb, kind, name, cluster</comment>
        <translation>%1: %2 %3 in %4</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>Objekte</translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln %2 in %3</source>
        <comment>verb, number, kinds, cluster</comment>
        <translation>
            <numerusform>%1: %Ln %2 in %3</numerusform>
            <numerusform>%1: %Ln %2 in %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not know the kind %2.</source>
        <translation>%1 kennt die Art %2 nicht.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Nichts ist ausgewählt.</translation>
    </message>
</context>
<context>
    <name>workspace::ActionRows</name>
    <message>
        <source>stays: the kubelet runs it from a file</source>
        <translation>bleibt: Das Kubelet führt ihn aus einer Datei aus</translation>
    </message>
    <message>
        <source>stays: belongs to a DaemonSet</source>
        <translation>bleibt: gehört zu einem DaemonSet</translation>
    </message>
    <message>
        <source>stays, unless forced: nothing would start it again</source>
        <translation>bleibt, außer es wird erzwungen: Nichts würde ihn wieder starten</translation>
    </message>
    <message>
        <source>stays, unless its local data may be lost</source>
        <translation>bleibt, außer seine lokalen Daten dürfen verloren gehen</translation>
    </message>
    <message numerus="yes">
        <source>now %Ln replicas</source>
        <translation>
            <numerusform>jetzt %Ln Replikat</numerusform>
            <numerusform>jetzt %Ln Replikate</numerusform>
        </translation>
    </message>
    <message>
        <source>now paused</source>
        <translation>jetzt angehalten</translation>
    </message>
    <message>
        <source>now suspended</source>
        <translation>jetzt ausgesetzt</translation>
    </message>
    <message>
        <source>now running as scheduled</source>
        <translation>läuft jetzt nach Zeitplan</translation>
    </message>
    <message>
        <source>is being deleted already</source>
        <translation>wird bereits gelöscht</translation>
    </message>
</context>
<context>
    <name>workspace::ActionRun</name>
    <message>
        <source>Nothing to change.</source>
        <translation>Nichts zu ändern.</translation>
    </message>
    <message>
        <source>Job %1</source>
        <translation>Job %1</translation>
    </message>
    <message>
        <source>Cancelled before it was sent.</source>
        <translation>Vor dem Senden abgebrochen.</translation>
    </message>
    <message>
        <source>Stays: belongs to a DaemonSet.</source>
        <translation>Bleibt: gehört zu einem DaemonSet.</translation>
    </message>
    <message>
        <source>Stays: the kubelet runs it from a file.</source>
        <translation>Bleibt: Das Kubelet führt ihn aus einer Datei aus.</translation>
    </message>
    <message>
        <source>Left alone: nothing would start it again.</source>
        <translation>Nicht angerührt: Nichts würde ihn wieder starten.</translation>
    </message>
    <message>
        <source>Left alone: its local data would be lost.</source>
        <translation>Nicht angerührt: Die lokalen Daten gingen verloren.</translation>
    </message>
    <message>
        <source>Terminating…</source>
        <translation>Wird beendet …</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pods were not evicted.</source>
        <translation>
            <numerusform>%Ln Pod wurde nicht verdrängt.</numerusform>
            <numerusform>%Ln Pods wurden nicht verdrängt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken; waiting for the controller…</source>
        <translation>Angenommen; wartet auf den Controller …</translation>
    </message>
    <message>
        <source>Was deleted meanwhile.</source>
        <translation>Wurde inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>The rollout is paused.</source>
        <translation>Der Rollout ist angehalten.</translation>
    </message>
    <message>
        <source>Waiting for the controller…</source>
        <translation>Wartet auf den Controller …</translation>
    </message>
    <message>
        <source>%L1 of %L2 pods are new</source>
        <translation>%L1 von %L2 Pods neu</translation>
    </message>
    <message numerus="yes">
        <source>%Ln old pods still have to go</source>
        <translation>
            <numerusform>%Ln alter Pod muss noch weg</numerusform>
            <numerusform>%Ln alte Pods müssen noch weg</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 new pods are available</source>
        <translation>%L1 von %L2 neuen Pods verfügbar</translation>
    </message>
    <message>
        <source>%L1 of %L2 pods above the partition are new</source>
        <translation>%L1 von %L2 Pods über der Partition neu</translation>
    </message>
    <message>
        <source>The rollout is stuck: its progress deadline is exceeded.</source>
        <translation>Der Rollout stockt: Die Frist (progressDeadlineSeconds) ist überschritten.</translation>
    </message>
    <message>
        <source>Rolled out</source>
        <translation>Rollout abgeschlossen</translation>
    </message>
</context>
<context>
    <name>workspace::Apply</name>
    <message>
        <source>Document at line %1</source>
        <translation>Dokument in Zeile %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>will change</source>
        <translation>ändert sich</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>in conflict</source>
        <translation>im Konflikt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>new, not checked</source>
        <translation>neu, nicht geprüft</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Nothing can be applied to %1 yet.</source>
        <translation>Noch kann nichts auf %1 angewendet werden.</translation>
    </message>
    <message>
        <source>Nothing would change in %1.</source>
        <translation>In %1 würde sich nichts ändern.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s) to %1: %2?</source>
        <translation>
            <numerusform>%n Änderung auf %1 anwenden: %2?</numerusform>
            <numerusform>%n Änderungen auf %1 anwenden: %2?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n applied</source>
        <translation>
            <numerusform>%n angewendet</numerusform>
            <numerusform>%n angewendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not reached</source>
        <translation>
            <numerusform>%n nicht erreicht</numerusform>
            <numerusform>%n nicht erreicht</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no field “%1” here. Remove it, or correct its name.</source>
        <translation>Hier gibt es kein Feld „%1“. Entfernen Sie es oder berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>There is no field “%1” here. Did you mean “%2”?</source>
        <translation>Hier gibt es kein Feld „%1“. Meinten Sie „%2“?</translation>
    </message>
    <message>
        <source>“%1” must be a string: put the value into quotes.</source>
        <translation>„%1“ muss ein Text sein: Setzen Sie den Wert in Anführungszeichen.</translation>
    </message>
    <message>
        <source>“%1” must be of the type %2.</source>
        <translation>„%1“ muss vom Typ %2 sein.</translation>
    </message>
    <message>
        <source>“%1” is required: add it.</source>
        <translation>„%1“ ist erforderlich: Fügen Sie es hinzu.</translation>
    </message>
    <message>
        <source>“%1” must be one of: %2.</source>
        <translation>„%1“ muss einer dieser Werte sein: %2.</translation>
    </message>
</context>
<context>
    <name>workspace::ApplyJournal</name>
    <message>
        <source>Fields of it belong to others.</source>
        <translation>Felder davon gehören anderen.</translation>
    </message>
    <message>
        <source>The cluster refused what was written.</source>
        <translation>Der Cluster hat das Geschriebene abgelehnt.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
</context>
<context>
    <name>workspace::AskPanel</name>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>workspace::AssistDriver</name>
    <message>
        <source>There are no suggestions here.</source>
        <translation>Hier gibt es keine Vorschläge.</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1, erforderlich</translation>
    </message>
</context>
<context>
    <name>workspace::BroadcastPanel</name>
    <message>
        <source>Type into several shells at once</source>
        <translation>In mehrere Shells zugleich tippen</translation>
    </message>
    <message>
        <source>What is typed here goes to these shells, too, until Escape is pressed.</source>
        <translation>Was hier getippt wird, geht auch an diese Shells, bis Escape gedrückt wird.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>%1 (production)</source>
        <translation>%1 (Produktion)</translation>
    </message>
    <message>
        <source>What you type then reaches production. Type into it, too?</source>
        <translation>Was Sie dann tippen, erreicht die Produktion. Auch dort hinein tippen?</translation>
    </message>
    <message>
        <source>Type into production</source>
        <translation>In Produktion tippen</translation>
    </message>
</context>
<context>
    <name>workspace::CanvasCommands</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Fit all krates into view</source>
        <translation>Alle Krates zeigen</translation>
    </message>
    <message>
        <source>Fit what is selected into view</source>
        <translation>Ausgewähltes ganz zeigen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom to the usual size</source>
        <translation>Auf die übliche Größe zoomen</translation>
    </message>
    <message>
        <source>Select all krates</source>
        <translation>Alle Krates auswählen</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>Collapse what is selected</source>
        <translation>Ausgewähltes zuklappen</translation>
    </message>
    <message>
        <source>Expand what is selected</source>
        <translation>Ausgewähltes aufklappen</translation>
    </message>
    <message>
        <source>Dismiss what is selected</source>
        <translation>Ausgewähltes schließen</translation>
    </message>
    <message>
        <source>Align left edges</source>
        <translation>Linke Kanten ausrichten</translation>
    </message>
    <message>
        <source>Align centres, one below the other</source>
        <translation>Mitten ausrichten, untereinander</translation>
    </message>
    <message>
        <source>Align right edges</source>
        <translation>Rechte Kanten ausrichten</translation>
    </message>
    <message>
        <source>Align top edges</source>
        <translation>Obere Kanten ausrichten</translation>
    </message>
    <message>
        <source>Align middles, one beside the other</source>
        <translation>Mitten ausrichten, nebeneinander</translation>
    </message>
    <message>
        <source>Align bottom edges</source>
        <translation>Untere Kanten ausrichten</translation>
    </message>
    <message>
        <source>Distribute from left to right</source>
        <translation>Von links nach rechts verteilen</translation>
    </message>
    <message>
        <source>Distribute from top to bottom</source>
        <translation>Von oben nach unten verteilen</translation>
    </message>
    <message>
        <source>Tidy what is selected, or all krates</source>
        <translation>Ausgewähltes aufräumen, oder alle Krates</translation>
    </message>
    <message>
        <source>Drag on the ground: select krates; with Shift more, with Ctrl the others</source>
        <translation>Auf dem Grund ziehen: Krates auswählen; mit Umschalt weitere, mit Strg die anderen</translation>
    </message>
    <message>
        <source>Ctrl or Shift and click: select one more or one less</source>
        <translation>Strg oder Umschalt und Klick: eine mehr oder weniger auswählen</translation>
    </message>
    <message>
        <source>Alt while dragging a krate: not in line with others</source>
        <translation>Alt beim Ziehen einer Krate: nicht an anderen ausrichten</translation>
    </message>
    <message>
        <source>Wheel, middle drag, or Space and drag: pan</source>
        <translation>Mausrad, mit der mittleren Taste ziehen oder mit Leertaste ziehen: verschieben</translation>
    </message>
    <message>
        <source>Ctrl and wheel, or pinch: zoom</source>
        <translation>Strg und Mausrad, oder zwei Finger spreizen: zoomen</translation>
    </message>
    <message>
        <source>Go between krates, or between windows in one</source>
        <translation>Zwischen Krates wechseln, oder zwischen den Fenstern einer Krate</translation>
    </message>
    <message>
        <source>Into the window of the krate</source>
        <translation>In das Fenster der Krate</translation>
    </message>
    <message>
        <source>Shift+Esc: out of a window, out of a shell too</source>
        <translation>Umschalt+Esc: aus einem Fenster heraus, auch aus einer Shell</translation>
    </message>
    <message>
        <source>Ctrl+Tab: the next window of the krate, from a shell too</source>
        <translation>Strg+Tab: das nächste Fenster der Krate, auch aus einer Shell</translation>
    </message>
    <message>
        <source>Select the krate that the keys are at, or not</source>
        <translation>Die Krate, bei der die Tasten sind, auswählen oder nicht</translation>
    </message>
    <message>
        <source>Move the krate or what is selected a little</source>
        <translation>Die Krate oder das Ausgewählte ein wenig verschieben</translation>
    </message>
    <message>
        <source>Pan with the keys</source>
        <translation>Mit den Tasten verschieben</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Fläche</translation>
    </message>
</context>
<context>
    <name>workspace::CanvasMenus</name>
    <message numerus="yes">
        <source>%Ln krates</source>
        <translation>
            <numerusform>%Ln Krate</numerusform>
            <numerusform>%Ln Krates</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>workspace::CanvasParts</name>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Aufklappen</translation>
    </message>
    <message>
        <source>Minimise</source>
        <translation>Minimieren</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Show in its own window</source>
        <translation>In eigenem Fenster zeigen</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Back to the yard</source>
        <translation>Zurück auf den Yard</translation>
    </message>
    <message>
        <source>Maximise</source>
        <translation>Maximieren</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>More views</source>
        <translation>Weitere Ansichten</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Usual zoom</source>
        <translation>Üblicher Zoom</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Show all krates</source>
        <translation>Alle Krates zeigen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>1 comment</source>
        <translation>1 Kommentar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln comments</source>
        <translation>
            <numerusform>%Ln Kommentar</numerusform>
            <numerusform>%Ln Kommentare</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, some of them new</source>
        <translation>%1, darunter neue</translation>
    </message>
</context>
<context>
    <name>workspace::CanvasTree</name>
    <message>
        <source>Minimap</source>
        <translation>Minikarte</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message numerus="yes">
        <source>%Ln windows</source>
        <translation>
            <numerusform>%Ln Fenster</numerusform>
            <numerusform>%Ln Fenster</numerusform>
        </translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Shown in its own window</source>
        <translation>In eigenem Fenster gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln krates</source>
        <translation>
            <numerusform>%Ln Krate</numerusform>
            <numerusform>%Ln Krates</numerusform>
        </translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
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
    <name>workspace::CodeEditor</name>
    <message>
        <source>YAML editor</source>
        <translation>YAML-Editor</translation>
    </message>
</context>
<context>
    <name>workspace::CodeText</name>
    <message>
        <source>YAML allows no tabs for indentation: pasted tabs were turned into spaces.</source>
        <translation>YAML erlaubt keine Tabulatoren zum Einrücken: Eingefügte Tabulatoren wurden in Leerzeichen umgewandelt.</translation>
    </message>
    <message>
        <source>There are no problems.</source>
        <translation>Es gibt keine Probleme.</translation>
    </message>
</context>
<context>
    <name>workspace::CollectionContent</name>
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
        <source>no access to %1</source>
        <translation>kein Zugriff auf %1</translation>
    </message>
    <message>
        <source>Choose namespaces that you have access to: the button above, or Alt+N.</source>
        <translation>Wählen Sie Namespaces, auf die Sie Zugriff haben: mit der Schaltfläche oben oder Alt+N.</translation>
    </message>
    <message>
        <source>Filter: web  ns:pay  status:failed  label:app=x  re:/…/  -word</source>
        <translation>Filter: web  ns:pay  status:failed  label:app=x  re:/…/  -wort</translation>
    </message>
</context>
<context>
    <name>workspace::CollectionModel</name>
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
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>MEM</source>
        <translation>MEM</translation>
    </message>
</context>
<context>
    <name>workspace::Columns</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Up-to-date</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Desired</source>
        <translation>Gewünscht</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Last Schedule</source>
        <translation>Zuletzt geplant</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>workspace::CommandPanel</name>
    <message>
        <source>Run a command</source>
        <translation>Befehl ausführen</translation>
    </message>
    <message>
        <source>It runs in the container in place of the shell, without one.</source>
        <translation>Er läuft im Container anstelle der Shell, nicht in einer.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
</context>
<context>
    <name>workspace::CommentDesk</name>
    <message>
        <source>Go to the next comment that is new</source>
        <translation>Zum nächsten neuen Kommentar</translation>
    </message>
    <message>
        <source>Yards</source>
        <translation>Yards</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>Comments of removed krates</source>
        <translation>Kommentare entfernter Krates</translation>
    </message>
    <message>
        <source>%1 mentions you at %2: “%3”</source>
        <translation>%1 erwähnt Sie bei %2: „%3“</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>workspace::CommentEntry</name>
    <message>
        <source>People to mention</source>
        <translation>Personen, die erwähnt werden können</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Kommentar schreiben</translation>
    </message>
    <message>
        <source>Write a comment. @ mentions a person.</source>
        <translation>Kommentar schreiben. @ erwähnt eine Person.</translation>
    </message>
</context>
<context>
    <name>workspace::CommentPanel</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Comments on %1</source>
        <translation>Kommentare zu %1</translation>
    </message>
    <message>
        <source>Comments of removed krates</source>
        <translation>Kommentare entfernter Krates</translation>
    </message>
    <message>
        <source>Nothing was written to krates that are gone.</source>
        <translation>Zu Krates, die es nicht mehr gibt, wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Nobody has written to this krate yet. Everybody in the yard can read what you write.</source>
        <translation>Zu diesem Krate hat noch niemand etwas geschrieben. Was Sie schreiben, können alle im Yard lesen.</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln earlier</source>
        <translation>
            <numerusform>%Ln früheren zeigen</numerusform>
            <numerusform>%Ln frühere zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>A krate without a name</source>
        <translation>Ein Krate ohne Namen</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete this comment</source>
        <translation>Diesen Kommentar löschen</translation>
    </message>
    <message>
        <source>Deleted. Undo on the yard brings it back.</source>
        <translation>Gelöscht. Rückgängig auf dem Yard holt ihn zurück.</translation>
    </message>
    <message>
        <source>You are a viewer of this yard: you may read, not write.</source>
        <translation>Sie sehen diesem Yard nur zu: Sie können lesen, nicht schreiben.</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 von %2 Zeichen</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter begins a new line.</source>
        <translation>Enter sendet, Umschalt+Enter beginnt eine neue Zeile.</translation>
    </message>
</context>
<context>
    <name>workspace::CommentText</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>workspace::Comments</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
</context>
<context>
    <name>workspace::CompletionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
</context>
<context>
    <name>workspace::ConflictList</name>
    <message>
        <source>Others own these fields. Take over those that are to be as you wrote them; the rest stays as the others want it.</source>
        <translation>Diese Felder gehören anderen. Übernehmen Sie die, die so sein sollen, wie Sie sie geschrieben haben; der Rest bleibt, wie die anderen ihn wollen.</translation>
    </message>
    <message>
        <source>Take over %1 from %2</source>
        <translation>%1 von %2 übernehmen</translation>
    </message>
    <message>
        <source>Leave them all to their owners</source>
        <translation>Alle den anderen überlassen</translation>
    </message>
</context>
<context>
    <name>workspace::ContentMaker</name>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindet mit %1 …</translation>
    </message>
    <message>
        <source>No context</source>
        <translation>Kein Kontext</translation>
    </message>
    <message>
        <source>You have no context for this cluster. Ask who works with it for access, and add the context to your kubeconfig, open another kubeconfig with the command “Open a kubeconfig”, or use one of your team&apos;s relays with the command “Add clusters through a relay…”: then this opens by itself.</source>
        <translation>Sie haben keinen Kontext für diesen Cluster. Bitten Sie um Zugang, wer mit ihm arbeitet, und fügen Sie den Kontext Ihrer kubeconfig hinzu, öffnen Sie eine andere mit dem Befehl „kubeconfig öffnen“, oder benutzen Sie ein Relay Ihres Teams mit dem Befehl „Cluster über ein Relay hinzufügen…“: Dann öffnet sich dies von selbst.</translation>
    </message>
    <message>
        <source>You have no context “%1”. Add it, for example with kubectl config set-context, open another kubeconfig with the command “Open a kubeconfig”, or use one of your team&apos;s relays with the command “Add clusters through a relay…”: then this opens by itself.</source>
        <translation>Sie haben keinen Kontext „%1“. Fügen Sie ihn hinzu, etwa mit kubectl config set-context, öffnen Sie eine andere kubeconfig mit dem Befehl „kubeconfig öffnen“, oder benutzen Sie ein Relay Ihres Teams mit dem Befehl „Cluster über ein Relay hinzufügen…“: Dann öffnet sich dies von selbst.</translation>
    </message>
</context>
<context>
    <name>workspace::CopyPanel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>In the container</source>
        <translation>Im Container</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Copy to %1 %2 in %3</source>
        <translation>Nach %1 %2 in %3 kopieren</translation>
    </message>
    <message>
        <source>Copy from %1 %2 in %3</source>
        <translation>Aus %1 %2 in %3 kopieren</translation>
    </message>
    <message>
        <source>Looking for the pod…</source>
        <translation>Der Pod wird gesucht …</translation>
    </message>
    <message>
        <source>Pod %1. A folder is copied with everything in it.</source>
        <translation>Pod %1. Ein Ordner wird mit seinem gesamten Inhalt kopiert.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files copied</source>
        <translation>
            <numerusform>%Ln Datei kopiert</numerusform>
            <numerusform>%Ln Dateien kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>workspace::CopyText</name>
    <message>
        <source>The container has no shell, so nothing can be copied into it. Use a debug container instead.</source>
        <translation>Der Container hat keine Shell, deshalb kann nichts hineinkopiert werden. Verwenden Sie stattdessen einen Debug-Container.</translation>
    </message>
    <message>
        <source>The container has no tar, which a folder needs. Copy single files instead.</source>
        <translation>Der Container hat kein tar, das für Ordner nötig ist. Kopieren Sie stattdessen einzelne Dateien.</translation>
    </message>
    <message>
        <source>The container has no file or folder %1.</source>
        <translation>Der Container hat keine Datei und keinen Ordner %1.</translation>
    </message>
    <message>
        <source>The container has no folder %1. Give one that exists.</source>
        <translation>Der Container hat keinen Ordner %1. Geben Sie einen an, den es gibt.</translation>
    </message>
    <message>
        <source>This computer cannot read or write %1.</source>
        <translation>Dieser Computer kann %1 nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>%1 became shorter while it was copied. Try again.</source>
        <translation>%1 wurde während des Kopierens kürzer. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The folder holds more than %1 files. Copy its parts.</source>
        <translation>Der Ordner enthält mehr als %1 Dateien. Kopieren Sie ihn in Teilen.</translation>
    </message>
    <message>
        <source>The connection ended before everything was copied. Try again.</source>
        <translation>Die Verbindung endete, bevor alles kopiert war. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The container sent something that is no archive: %1.</source>
        <translation>Der Container hat etwas gesendet, das kein Archiv ist: %1.</translation>
    </message>
    <message>
        <source>The container sent a path that leads out of the folder (%1), so the copy was stopped. Do not trust this container.</source>
        <translation>Der Container hat einen Pfad gesendet, der aus dem Ordner hinausführt (%1), deshalb wurde das Kopieren gestoppt. Vertrauen Sie diesem Container nicht.</translation>
    </message>
    <message>
        <source>The command in the container failed: %1</source>
        <translation>Der Befehl im Container ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <translation>%1 von etwa %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>workspace::DebugPanel</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>waits for a shell</source>
        <translation>wartet auf eine Shell</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Privileged pod on the node</source>
        <translation>Privilegierter Pod auf dem Node</translation>
    </message>
    <message>
        <source>Shell on node %1 in %2</source>
        <translation>Shell auf Node %1 in %2</translation>
    </message>
    <message>
        <source>The pod may do anything on the node. It ends by itself after 12 hours.</source>
        <translation>Der Pod darf auf dem Node alles. Er endet nach 12 Stunden von selbst.</translation>
    </message>
    <message>
        <source>Debug pod %1 in %2</source>
        <translation>Pod %1 in %2 debuggen</translation>
    </message>
    <message>
        <source>Looking at the pod…</source>
        <translation>Der Pod wird geprüft …</translation>
    </message>
    <message>
        <source>Another container in this pod</source>
        <translation>Weiterer Container in diesem Pod</translation>
    </message>
    <message>
        <source>A copy of the pod</source>
        <translation>Kopie des Pods</translation>
    </message>
    <message>
        <source>its own</source>
        <translation>das eigene</translation>
    </message>
    <message>
        <source>It stays listed in the pod until the pod goes, but ends when you take it away.</source>
        <translation>Er bleibt im Pod aufgeführt, bis es den Pod nicht mehr gibt, endet aber, wenn Sie ihn entfernen.</translation>
    </message>
    <message>
        <source>The copy has no owner, labels or probes, so no service leads to it.</source>
        <translation>Die Kopie hat keinen Besitzer, keine Labels und keine Probes, deshalb führt kein Service zu ihr.</translation>
    </message>
    <message>
        <source>The copy has no owner, labels or probes, so no service leads to it. This cluster takes no ephemeral containers.</source>
        <translation>Die Kopie hat keinen Besitzer, keine Labels und keine Probes, deshalb führt kein Service zu ihr. Dieser Cluster nimmt keine Ephemeral-Container an.</translation>
    </message>
    <message>
        <source>The cluster is not there now. Try again.</source>
        <translation>Der Cluster ist gerade nicht da. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Debug pods in %1</source>
        <translation>Debug-Pods in %1</translation>
    </message>
    <message>
        <source>Looking for what remains…</source>
        <translation>Es wird gesucht, was übrig ist …</translation>
    </message>
    <message>
        <source>Nothing remains.</source>
        <translation>Nichts ist übrig.</translation>
    </message>
    <message numerus="yes">
        <source>Take away %Ln</source>
        <translation>
            <numerusform>%Ln entfernen</numerusform>
            <numerusform>%Ln entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave there</source>
        <translation>Dort lassen</translation>
    </message>
    <message>
        <source>What was made for debugging is still there</source>
        <translation>Was zum Debuggen angelegt wurde, ist noch da</translation>
    </message>
</context>
<context>
    <name>workspace::DebugText</name>
    <message>
        <source>This cluster is older than Kubernetes 1.23 and takes no ephemeral containers. Make a copy of the pod instead.</source>
        <translation>Dieser Cluster ist älter als Kubernetes 1.23 und nimmt keine Ephemeral-Container an. Legen Sie stattdessen eine Kopie des Pods an.</translation>
    </message>
    <message>
        <source>The container does not start: %1. Try another image or command.</source>
        <translation>Der Container startet nicht: %1. Versuchen Sie es mit einem anderen Image oder Befehl.</translation>
    </message>
    <message>
        <source>Making it…</source>
        <translation>Wird angelegt …</translation>
    </message>
    <message>
        <source>Waiting for %1 to start…</source>
        <translation>Wartet auf den Start von %1 …</translation>
    </message>
    <message>
        <source>%1 runs.</source>
        <translation>%1 läuft.</translation>
    </message>
    <message>
        <source>Taking it away…</source>
        <translation>Wird entfernt …</translation>
    </message>
    <message>
        <source>It is gone.</source>
        <translation>Ist entfernt.</translation>
    </message>
    <message>
        <source>container %1 of pod %2 in %3</source>
        <translation>Container %1 von Pod %2 in %3</translation>
    </message>
    <message>
        <source>pod %1 in %2</source>
        <translation>Pod %1 in %2</translation>
    </message>
</context>
<context>
    <name>workspace::DeferredContent</name>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
</context>
<context>
    <name>workspace::Describe</name>
    <message>
        <source>Health: %1</source>
        <translation>Gesundheit: %1</translation>
    </message>
    <message>
        <source>Last log line:</source>
        <translation>Letzte Logzeile:</translation>
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
    <name>workspace::DetachedWindow</name>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Shows it on the yard again (Alt+W)</source>
        <translation>Zeigt es wieder auf dem Yard (Alt+W)</translation>
    </message>
</context>
<context>
    <name>workspace::DiffPane</name>
    <message>
        <source>No differences</source>
        <translation>Keine Unterschiede</translation>
    </message>
    <message>
        <source>%1 and %2 do not differ.</source>
        <translation>%1 und %2 unterscheiden sich nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines added</source>
        <translation>
            <numerusform>%n Zeile hinzugefügt</numerusform>
            <numerusform>%n Zeilen hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines removed</source>
        <translation>
            <numerusform>%n Zeile entfernt</numerusform>
            <numerusform>%n Zeilen entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences between %1 and %2: </source>
        <translation>Unterschiede zwischen %1 und %2: </translation>
    </message>
    <message>
        <source>Change %1 of %2: before: %3; after: %4</source>
        <translation>Änderung %1 von %2: vorher: %3; nachher: %4</translation>
    </message>
    <message>
        <source>Changes: %1</source>
        <translation>Änderungen: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n unchanged lines</source>
        <translation>
            <numerusform>⋯ %n unveränderte Zeile</numerusform>
            <numerusform>⋯ %n unveränderte Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::EditText</name>
    <message>
        <source>•••••••• (another value)</source>
        <translation>•••••••• (ein anderer Wert)</translation>
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
    <name>workspace::ExportDesk</name>
    <message>
        <source>Yards</source>
        <translation>Yards</translation>
    </message>
    <message>
        <source>Export the yard as a picture (PNG, SVG, PDF)</source>
        <translation>Yard als Bild exportieren (PNG, SVG, PDF)</translation>
    </message>
    <message>
        <source>print</source>
        <translation>drucken</translation>
    </message>
    <message>
        <source>save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Export the selected krates as a picture (PNG, SVG, PDF)</source>
        <translation>Ausgewählte Krates als Bild exportieren (PNG, SVG, PDF)</translation>
    </message>
    <message>
        <source>Export as a picture</source>
        <translation>Als Bild exportieren</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Painting the yard…</source>
        <translation>Der Yard wird gezeichnet …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The picture is in %1.</source>
        <translation>Das Bild liegt in %1.</translation>
    </message>
</context>
<context>
    <name>workspace::ExportPainter</name>
    <message>
        <source>Not shown</source>
        <translation>Nicht gezeigt</translation>
    </message>
</context>
<context>
    <name>workspace::FileFeed</name>
    <message>
        <source>The file was cut: it is read from its beginning.</source>
        <translation>Die Datei wurde gekürzt: Sie wird von Anfang an gelesen.</translation>
    </message>
    <message>
        <source>Another file has taken its place: it is read from its beginning.</source>
        <translation>Eine andere Datei ist an ihre Stelle getreten: Sie wird von Anfang an gelesen.</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. R tries again.</source>
        <translation>%1 kann nicht gelesen werden: %2. R versucht es noch einmal.</translation>
    </message>
</context>
<context>
    <name>workspace::Filter</name>
    <message>
        <source>The expression is not complete</source>
        <translation>Der Ausdruck ist nicht vollständig</translation>
    </message>
    <message>
        <source>The expression takes too long</source>
        <translation>Der Ausdruck braucht zu lange</translation>
    </message>
</context>
<context>
    <name>workspace::FindBar</name>
    <message>
        <source>Match case (Alt+C)</source>
        <translation>Groß- und Kleinschreibung beachten (Alt+C)</translation>
    </message>
    <message>
        <source>Whole words (Alt+W)</source>
        <translation>Ganze Wörter (Alt+W)</translation>
    </message>
    <message>
        <source>Regular expression (Alt+R)</source>
        <translation>Regulärer Ausdruck (Alt+R)</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace this match (Enter)</source>
        <translation>Diesen Treffer ersetzen (Enter)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Replace all matches (Ctrl+Alt+Enter)</source>
        <translation>Alle Treffer ersetzen (Strg+Alt+Enter)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n matches</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no regular expression (at character %1): %2.</source>
        <translation>Das ist kein regulärer Ausdruck (bei Zeichen %1): %2.</translation>
    </message>
    <message>
        <source>Places replaced: %1</source>
        <translation>Ersetzte Stellen: %1</translation>
    </message>
</context>
<context>
    <name>workspace::FirstRunPage</name>
    <message>
        <source>Welcome to Krateyard</source>
        <translation>Willkommen bei Krateyard</translation>
    </message>
    <message>
        <source>A canvas on which the objects of your clusters stand side by side: lists, YAML, logs and shells, each where you put it. Nothing is changed in a cluster unless you ask for it.</source>
        <translation>Eine Fläche, auf der die Objekte der Cluster nebeneinanderstehen: Listen, YAML, Logs und Shells, jedes an seinem gewählten Platz. In einem Cluster ändert sich nichts, was nicht ausdrücklich verlangt wird.</translation>
    </message>
    <message>
        <source>Use this context</source>
        <translation>Diesen Kontext verwenden</translation>
    </message>
    <message>
        <source>Open a kubeconfig…</source>
        <translation>kubeconfig öffnen …</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>Kontexte</translation>
    </message>
    <message>
        <source>%1   —   cluster %2, user %3</source>
        <translation>%1   —   Cluster %2, Benutzer %3</translation>
    </message>
    <message numerus="yes">
        <source>%n context(s) found in %1. Choose one to begin with:</source>
        <translation>
            <numerusform>%n Kontext in %1 gefunden. Wählen Sie ihn, um zu beginnen:</numerusform>
            <numerusform>%n Kontexte in %1 gefunden. Wählen Sie einen, um zu beginnen:</numerusform>
        </translation>
    </message>
    <message>
        <source>No context was found in %1.</source>
        <translation>In %1 wurde kein Kontext gefunden.</translation>
    </message>
    <message>
        <source>Sign in at a relay…</source>
        <translation>Bei einem Relay anmelden…</translation>
    </message>
    <message>
        <source>A kubeconfig file can also be dropped here. Without one, a relay of your team lets you see its clusters.</source>
        <translation>Eine kubeconfig-Datei kann auch hier abgelegt werden. Ohne eine lässt Sie ein Relay Ihres Teams seine Cluster sehen.</translation>
    </message>
    <message>
        <source>%1   —   through a relay</source>
        <translation>%1   —   über ein Relay</translation>
    </message>
    <message numerus="yes">
        <source>%n context(s), in %1 and through relays. Choose one to begin with:</source>
        <translation>
            <numerusform>%n Kontext, in %1 und über Relays. Wählen Sie einen für den Anfang:</numerusform>
            <numerusform>%n Kontexte, in %1 und über Relays. Wählen Sie einen für den Anfang:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ForwardContent</name>
    <message>
        <source>Filter by object, port, cluster, state</source>
        <translation>Nach Objekt, Port, Cluster, Zustand filtern</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Keine Treffer</translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln forwards fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>%Ln Weiterleitung, und sie passt nicht zum Filter. Escape löscht ihn.</numerusform>
            <numerusform>Keine der %Ln Weiterleitungen passt zum Filter. Escape löscht ihn.</numerusform>
        </translation>
    </message>
    <message>
        <source>No port is forwarded</source>
        <translation>Kein Port wird weitergeleitet</translation>
    </message>
    <message>
        <source>Choose “Forward a port” for a pod, a service or a workload. What you forwarded stays here, to be started again.</source>
        <translation>Wählen Sie „Port weiterleiten“ für einen Pod, einen Service oder einen Workload. Was Sie weitergeleitet haben, bleibt hier und kann wieder gestartet werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln forwards</source>
        <translation>
            <numerusform>%Ln Weiterleitung</numerusform>
            <numerusform>%Ln Weiterleitungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln aktiv</numerusform>
            <numerusform>%Ln aktiv</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>URL kopieren</translation>
    </message>
    <message>
        <source>Use a free port</source>
        <translation>Freien Port verwenden</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Leads to pod %1, port %2.</source>
        <translation>Führt zu Pod %1, Port %2.</translation>
    </message>
</context>
<context>
    <name>workspace::ForwardPanel</name>
    <message>
        <source>Forward</source>
        <translation>Weiterleiten</translation>
    </message>
    <message>
        <source>Port of the object</source>
        <translation>Port des Objekts</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>ein beliebiger freier</translation>
    </message>
    <message>
        <source>Local port</source>
        <translation>Lokaler Port</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Forward a port of %1 %2 in %3</source>
        <translation>Einen Port von %1 %2 in %3 weiterleiten</translation>
    </message>
    <message>
        <source>Ports of this kind cannot be forwarded.</source>
        <translation>Ports dieser Art können nicht weitergeleitet werden.</translation>
    </message>
    <message>
        <source>Looking for its ports…</source>
        <translation>Die Ports werden gesucht …</translation>
    </message>
    <message>
        <source>It declares no TCP port. Type the number of one that it listens on.</source>
        <translation>Das Objekt nennt keinen TCP-Port. Geben Sie die Nummer eines Ports ein, an dem es lauscht.</translation>
    </message>
</context>
<context>
    <name>workspace::ForwardText</name>
    <message>
        <source>Another program uses the local port %1. Choose a free one.</source>
        <translation>Ein anderes Programm verwendet den lokalen Port %1. Wählen Sie einen freien.</translation>
    </message>
    <message>
        <source>This computer does not let Krateyard listen there: %1. Choose another local port.</source>
        <translation>Dieser Computer lässt Krateyard dort nicht lauschen: %1. Wählen Sie einen anderen lokalen Port.</translation>
    </message>
    <message>
        <source>%1 is not there. It goes on when the object comes back.</source>
        <translation>%1 ist nicht da. Es geht weiter, wenn das Objekt wiederkommt.</translation>
    </message>
    <message>
        <source>%1 selects no pods. Forward to a pod or a workload instead.</source>
        <translation>%1 wählt keine Pods aus. Leiten Sie stattdessen an einen Pod oder einen Workload weiter.</translation>
    </message>
    <message>
        <source>%1 has no pod that is ready. It goes on when there is one.</source>
        <translation>%1 hat keinen Pod, der bereit ist. Es geht weiter, sobald es einen gibt.</translation>
    </message>
    <message>
        <source>%1 has no port %2. Give the number of a port.</source>
        <translation>%1 hat keinen Port %2. Geben Sie die Nummer eines Ports an.</translation>
    </message>
    <message>
        <source>%1 has no port %2. It has %3.</source>
        <translation>%1 hat keinen Port %2. Vorhanden: %3.</translation>
    </message>
    <message>
        <source>Port %1 is not TCP: only TCP can be forwarded.</source>
        <translation>Port %1 ist nicht TCP: Nur TCP kann weitergeleitet werden.</translation>
    </message>
    <message>
        <source>Nothing in the pod listens on this port. Choose another, or start what should listen.</source>
        <translation>Nichts im Pod lauscht an diesem Port. Wählen Sie einen anderen oder starten Sie, was lauschen soll.</translation>
    </message>
    <message>
        <source>The pod refused the last connection: %1</source>
        <translation>Der Pod hat die letzte Verbindung abgelehnt: %1</translation>
    </message>
    <message>
        <source>Waiting for the cluster</source>
        <translation>Wartet auf den Cluster</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Lauscht</translation>
    </message>
    <message numerus="yes">
        <source>Live, %Ln connections</source>
        <translation>
            <numerusform>Live, %Ln Verbindung</numerusform>
            <numerusform>Live, %Ln Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>Wartet auf den Server</translation>
    </message>
    <message>
        <source>Waiting for a pod</source>
        <translation>Wartet auf einen Pod</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>workspace::Freshness</name>
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
    <message>
        <source>Stale · heard %1 ago</source>
        <translation>Veraltet · gehört vor %1</translation>
    </message>
</context>
<context>
    <name>workspace::GroupActions</name>
    <message>
        <source>Move krate</source>
        <translation>Krate verschieben</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln krates</source>
        <translation>
            <numerusform>%Ln Krate verschieben</numerusform>
            <numerusform>%Ln Krates verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Align %Ln krates</source>
        <translation>
            <numerusform>%Ln Krate ausrichten</numerusform>
            <numerusform>%Ln Krates ausrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Distribute %Ln krates</source>
        <translation>
            <numerusform>%Ln Krate verteilen</numerusform>
            <numerusform>%Ln Krates verteilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tidy %Ln krates</source>
        <translation>
            <numerusform>%Ln Krate aufräumen</numerusform>
            <numerusform>%Ln Krates aufräumen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Minimise %Ln krates</source>
        <translation>
            <numerusform>%Ln Krate minimieren</numerusform>
            <numerusform>%Ln Krates minimieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expand %Ln krates</source>
        <translation>
            <numerusform>%Ln Krate aufklappen</numerusform>
            <numerusform>%Ln Krates aufklappen</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss krate</source>
        <translation>Krate schließen</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %Ln krates</source>
        <translation>
            <numerusform>%Ln Krate schließen</numerusform>
            <numerusform>%Ln Krates schließen</numerusform>
        </translation>
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
    <message>
        <source>%1 crashes again and again: %2</source>
        <translation>%1 stürzt immer wieder ab: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n restart(s).</source>
        <translation>
            <numerusform>%1, %n Neustart.</numerusform>
            <numerusform>%1, %n Neustarts.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>workspace::Help</name>
    <message>
        <source>Words</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Yard: one workspace, a large canvas; it can show several clusters</source>
        <translation>Yard: ein Arbeitsbereich, eine große Fläche; er kann mehrere Cluster zeigen</translation>
    </message>
    <message>
        <source>Krate: a frame around the windows of one object or one list</source>
        <translation>Krate: ein Rahmen um die Fenster eines Objekts oder einer Liste</translation>
    </message>
    <message>
        <source>Window: one view in a krate: YAML, a description, logs, a shell</source>
        <translation>Fenster: eine Ansicht in einer Krate: YAML, eine Beschreibung, Logs, eine Shell</translation>
    </message>
    <message>
        <source>Collection: a list of all objects of a kind, or of a namespace</source>
        <translation>Sammlung: eine Liste aller Objekte einer Art oder eines Namespaces</translation>
    </message>
    <message>
        <source>Spotlight: the search over everything, and over what can be done</source>
        <translation>Spotlight: die Suche über alles, auch über das, was getan werden kann</translation>
    </message>
    <message>
        <source>Card: what a krate looks like from far away or collapsed</source>
        <translation>Karte: wie eine Krate von weitem oder zugeklappt aussieht</translation>
    </message>
    <message>
        <source>Context: a cluster and who you are there, from your kubeconfig</source>
        <translation>Kontext: ein Cluster und die eigene Identität dort, aus der kubeconfig</translation>
    </message>
</context>
<context>
    <name>workspace::HelpPanel</name>
    <message>
        <source>Help: keys and words</source>
        <translation>Hilfe: Tasten und Begriffe</translation>
    </message>
    <message>
        <source>Search in the help</source>
        <translation>In der Hilfe suchen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Enter does what the line says, Esc closes. A star: also over a shell or an editor.</source>
        <translation>Enter tut, was in der Zeile steht, Esc schließt. Ein Stern: auch über einer Shell oder einem Editor.</translation>
    </message>
</context>
<context>
    <name>workspace::Hints</name>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
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
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Aufklappen</translation>
    </message>
    <message>
        <source>Maximise</source>
        <translation>Maximieren</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Zuklappen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Click to select</source>
        <translation>Klick wählt aus</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>Rechtsklick</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeile</translation>
    </message>
    <message>
        <source>Between krates</source>
        <translation>Zwischen Krates</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Into its window</source>
        <translation>In ihr Fenster</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Arrows select</source>
        <translation>Pfeile wählen aus</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Arrows move it</source>
        <translation>Pfeile verschieben sie</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Move together</source>
        <translation>Zusammen verschieben</translation>
    </message>
    <message>
        <source>Ctrl+Shift</source>
        <translation>Strg+Umschalt</translation>
    </message>
    <message>
        <source>Arrows align</source>
        <translation>Pfeile richten aus</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Strg+Umschalt+T</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>↑ ↓</source>
        <translation>↑ ↓</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>L S D Y: that view</source>
        <translation>L S D Y: diese Ansicht</translation>
    </message>
    <message>
        <source>A–Z</source>
        <translation>A–Z</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Hinaus</translation>
    </message>
    <message>
        <source>Shift+Esc</source>
        <translation>Umschalt+Esc</translation>
    </message>
    <message>
        <source>Ctrl+Tab</source>
        <translation>Strg+Tab</translation>
    </message>
    <message>
        <source>Next window</source>
        <translation>Nächstes Fenster</translation>
    </message>
    <message>
        <source>Hold to place freely</source>
        <translation>Halten: frei platzieren</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Out of the shell</source>
        <translation>Aus der Shell heraus</translation>
    </message>
    <message>
        <source>Out of the editor</source>
        <translation>Aus dem Editor heraus</translation>
    </message>
    <message>
        <source>Z</source>
        <translation>Z</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>workspace::HostDesk</name>
    <message>
        <source>Sharing from this computer has ended, for you left the yard.</source>
        <translation>Von diesem Rechner wird nicht mehr geteilt, denn Sie haben den Yard verlassen.</translation>
    </message>
    <message>
        <source>Share this yard from my desktop</source>
        <translation>Diesen Yard von meinem Rechner aus teilen</translation>
    </message>
    <message>
        <source>Yards</source>
        <translation>Yards</translation>
    </message>
    <message>
        <source>invite</source>
        <translation>einladen</translation>
    </message>
    <message>
        <source>host</source>
        <translation>anbieten</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
</context>
<context>
    <name>workspace::HostPanel</name>
    <message>
        <source>Share</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Who can reach it</source>
        <translation>Wer es erreicht</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>ein freier</translation>
    </message>
    <message>
        <source>Link for who may change things</source>
        <translation>Link für alle, die ändern dürfen</translation>
    </message>
    <message>
        <source>Link for who may only look</source>
        <translation>Link für alle, die nur zusehen</translation>
    </message>
    <message>
        <source>Which link the code holds</source>
        <translation>Welchen Link der Code enthält</translation>
    </message>
    <message>
        <source>For who may change things</source>
        <translation>Für alle, die ändern dürfen</translation>
    </message>
    <message>
        <source>For who may only look</source>
        <translation>Für alle, die nur zusehen</translation>
    </message>
    <message>
        <source>May change things</source>
        <translation>Darf ändern</translation>
    </message>
    <message>
        <source>May only look</source>
        <translation>Darf nur zusehen</translation>
    </message>
    <message>
        <source>Code to scan</source>
        <translation>Code zum Scannen</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>Jetzt hier</translation>
    </message>
    <message>
        <source>It cannot be shared there: %1</source>
        <translation>Dort kann nicht geteilt werden: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>The link is copied. Whoever has it can come in.</source>
        <translation>Der Link ist kopiert. Wer ihn hat, kommt herein.</translation>
    </message>
    <message>
        <source>Only this computer (127.0.0.1)</source>
        <translation>Nur dieser Rechner (127.0.0.1)</translation>
    </message>
    <message>
        <source>The network of %1 (%2)</source>
        <translation>Das Netz an %1 (%2)</translation>
    </message>
    <message>
        <source>Share this yard from my desktop</source>
        <translation>Diesen Yard von meinem Rechner aus teilen</translation>
    </message>
    <message>
        <source>Others are in this yard</source>
        <translation>In diesem Yard sind noch andere</translation>
    </message>
    <message>
        <source>It is shared from this computer. When the program ends, so does sharing: %1</source>
        <translation>Er wird von diesem Rechner aus geteilt. Endet das Programm, endet auch das: %1</translation>
    </message>
    <message>
        <source>End both</source>
        <translation>Beides beenden</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Nicht mehr teilen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>QR code of the link for who may only look</source>
        <translation>QR-Code des Links für alle, die nur zusehen</translation>
    </message>
    <message>
        <source>QR code of the link for who may change things</source>
        <translation>QR-Code des Links für alle, die ändern dürfen</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt …</translation>
    </message>
    <message>
        <source>Telling everybody…</source>
        <translation>Alle erfahren es …</translation>
    </message>
    <message>
        <source>Only programs on this computer can come in.</source>
        <translation>Nur Programme auf diesem Rechner kommen herein.</translation>
    </message>
    <message>
        <source>Without TLS everybody in that network can read along what the yard holds: where krates stand, their names, comments. Logs, manifests and shells never go over it. A firewall may have to let others in.</source>
        <translation>Ohne TLS kann jeder in diesem Netz mitlesen, was der Yard enthält: wo Krates stehen, ihre Namen, Kommentare. Logs, Manifeste und Shells gehen nie darüber. Vielleicht muss eine Firewall andere erst hereinlassen.</translation>
    </message>
    <message>
        <source>Sharing lasts until you stop it, open another yard or end the program.</source>
        <translation>Geteilt wird, bis Sie es beenden, einen anderen Yard öffnen oder das Programm beenden.</translation>
    </message>
    <message>
        <source>It goes unencrypted: who is in the same network can read along. A relay on a server with TLS is the way for more than a short visit.</source>
        <translation>Es geht unverschlüsselt: Wer im selben Netz ist, kann mitlesen. Für mehr als einen kurzen Besuch ist ein Relay auf einem Server mit TLS der Weg.</translation>
    </message>
    <message>
        <source>Nobody else yet.</source>
        <translation>Noch niemand sonst.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Inspect</name>
    <message>
        <source>Controlled by</source>
        <translation>Gesteuert von</translation>
    </message>
    <message>
        <source>Owned by</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>IP</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>Host IP</source>
        <translation>Host-IP</translation>
    </message>
    <message>
        <source>QoS class</source>
        <translation>QoS-Klasse</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Terminating</source>
        <translation>Wird beendet</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>ServiceAccount</translation>
    </message>
    <message>
        <source>Labels and annotations</source>
        <translation>Labels und Annotationen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Labels of the pods</source>
        <translation>Labels der Pods</translation>
    </message>
    <message>
        <source>running for %1</source>
        <translation>läuft seit %1</translation>
    </message>
    <message>
        <source>running for %1, not ready</source>
        <translation>läuft seit %1, nicht bereit</translation>
    </message>
    <message>
        <source>ended %1 ago: %2, exit code %3</source>
        <translation>beendet vor %1: %2, Exit-Code %3</translation>
    </message>
    <message>
        <source>waits: %1</source>
        <translation>wartet: %1</translation>
    </message>
    <message>
        <source> (port %1 of the node)</source>
        <translation> (Port %1 des Nodes)</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Mount</source>
        <translation>Eingebunden</translation>
    </message>
    <message>
        <source>volume %1, read only</source>
        <translation>Volume %1, nur lesbar</translation>
    </message>
    <message>
        <source>volume %1</source>
        <translation>Volume %1</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Liveness</source>
        <translation>Liveness</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Readiness</translation>
    </message>
    <message>
        <source>Startup</source>
        <translation>Startup</translation>
    </message>
    <message>
        <source>Unknown probe</source>
        <translation>Unbekannte Probe</translation>
    </message>
    <message>
        <source>GET %1://%2:%3%4</source>
        <translation>GET %1://%2:%3%4</translation>
    </message>
    <message>
        <source>Runs %1</source>
        <translation>Führt aus: %1</translation>
    </message>
    <message>
        <source>Connects to port %1</source>
        <translation>Verbindet sich mit Port %1</translation>
    </message>
    <message>
        <source>Asks gRPC health at port %1</source>
        <translation>Fragt gRPC-Health an Port %1 ab</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>alle %1 s</translation>
    </message>
    <message>
        <source>, from %1 s after the start</source>
        <translation>, ab %1 s nach dem Start</translation>
    </message>
    <message>
        <source>waits %1 s for an answer</source>
        <translation>wartet %1 s auf Antwort</translation>
    </message>
    <message numerus="yes">
        <source>fails after %n misses</source>
        <translation>
            <numerusform>scheitert nach %n Fehlversuch</numerusform>
            <numerusform>scheitert nach %n Fehlversuchen</numerusform>
        </translation>
    </message>
    <message>
        <source>init container</source>
        <translation>Init-Container</translation>
    </message>
    <message>
        <source>debug container</source>
        <translation>Debug-Container</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>sidecar</source>
        <translation>Sidecar</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>config map %1, key %2</source>
        <translation>ConfigMap %1, Schlüssel %2</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>not set: there is no such key</source>
        <translation>nicht gesetzt: Diesen Schlüssel gibt es nicht</translation>
    </message>
    <message>
        <source>there is no such key</source>
        <translation>diesen Schlüssel gibt es nicht</translation>
    </message>
    <message>
        <source>secret %1, key %2</source>
        <translation>Secret %1, Schlüssel %2</translation>
    </message>
    <message>
        <source>field %1 of the pod</source>
        <translation>Feld %1 des Pods</translation>
    </message>
    <message>
        <source>of each pod its own</source>
        <translation>bei jedem Pod ein eigener</translation>
    </message>
    <message>
        <source>%1 of the container</source>
        <translation>%1 des Containers</translation>
    </message>
    <message>
        <source>written here</source>
        <translation>hier angegeben</translation>
    </message>
    <message>
        <source>all of config map %1</source>
        <translation>alles aus ConfigMap %1</translation>
    </message>
    <message>
        <source>Show the names of its keys</source>
        <translation>Namen der Schlüssel zeigen</translation>
    </message>
    <message>
        <source>all of secret %1</source>
        <translation>alles aus Secret %1</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>%1 in %2, read only</source>
        <translation>%1 in %2, nur lesbar</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>not mounted</source>
        <translation>nicht eingebunden</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>shares a folder of the node</source>
        <translation>teilt einen Ordner des Nodes</translation>
    </message>
    <message>
        <source>Configuration used</source>
        <translation>Verwendete Konfiguration</translation>
    </message>
    <message>
        <source>read into the environment</source>
        <translation>in die Umgebung gelesen</translation>
    </message>
    <message>
        <source>to pull images</source>
        <translation>zum Holen von Images</translation>
    </message>
    <message>
        <source>mounted</source>
        <translation>eingebunden</translation>
    </message>
    <message>
        <source>%1 is one of %2</source>
        <translation>%1 in (%2)</translation>
    </message>
    <message>
        <source>%1 is none of %2</source>
        <translation>%1 nicht in (%2)</translation>
    </message>
    <message>
        <source>has %1</source>
        <translation>hat %1</translation>
    </message>
    <message>
        <source>has no %1</source>
        <translation>hat kein %1</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Only on</source>
        <translation>Nur auf</translation>
    </message>
    <message>
        <source>nodes where %1</source>
        <translation>Nodes, für die gilt: %1</translation>
    </message>
    <message>
        <source>, or where </source>
        <translation>, oder: </translation>
    </message>
    <message>
        <source>Rather on</source>
        <translation>Bevorzugt auf</translation>
    </message>
    <message>
        <source>nodes where %1 (weight %2)</source>
        <translation>Nodes, für die gilt: %1 (Gewicht %2)</translation>
    </message>
    <message>
        <source>away from pods with %1, by %2</source>
        <translation>fern von Pods mit %1, nach %2</translation>
    </message>
    <message>
        <source>near pods with %1, by %2</source>
        <translation>nahe bei Pods mit %1, nach %2</translation>
    </message>
    <message>
        <source> (weight %1)</source>
        <translation> (Gewicht %1)</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Nur</translation>
    </message>
    <message>
        <source>Rather</source>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <source>Scheduling</source>
        <translation>Scheduling</translation>
    </message>
    <message>
        <source>Node selector</source>
        <translation>Node-Selektor</translation>
    </message>
    <message>
        <source>Tolerates</source>
        <translation>Toleriert</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>by %1, at most %2 apart</source>
        <translation>nach %1, Unterschied höchstens %2</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>Scheduler</translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation>Läuft als</translation>
    </message>
    <message>
        <source>root (user 0)</source>
        <translation>root (Benutzer 0)</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>Benutzer %1</translation>
    </message>
    <message>
        <source>the user of the image, never root</source>
        <translation>der Benutzer des Images, nie root</translation>
    </message>
    <message>
        <source>the user of the image, which may be root</source>
        <translation>der Benutzer des Images, vielleicht root</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Capabilities</translation>
    </message>
    <message>
        <source>beyond the usual: %1</source>
        <translation>über das Übliche hinaus: %1</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Entzogen</translation>
    </message>
    <message>
        <source>Privileged</source>
        <translation>Privilegiert</translation>
    </message>
    <message>
        <source>may do all that root of the node may</source>
        <translation>darf alles, was root auf dem Node darf</translation>
    </message>
    <message>
        <source>Root files</source>
        <translation>Root-Dateisystem</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesbar</translation>
    </message>
    <message>
        <source>writable</source>
        <translation>beschreibbar</translation>
    </message>
    <message>
        <source>More rights</source>
        <translation>Mehr Rechte</translation>
    </message>
    <message>
        <source>cannot be gained</source>
        <translation>nicht erlangbar</translation>
    </message>
    <message>
        <source>may be gained by its processes</source>
        <translation>durch seine Prozesse erlangbar</translation>
    </message>
    <message>
        <source>Seccomp</source>
        <translation>Seccomp</translation>
    </message>
    <message>
        <source>unconfined: every system call</source>
        <translation>unconfined: jeder Systemaufruf</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>uses the network of the node</source>
        <translation>verwendet das Netz des Nodes</translation>
    </message>
    <message>
        <source>sees all processes of the node</source>
        <translation>sieht alle Prozesse des Nodes</translation>
    </message>
    <message>
        <source>shares memory with the node</source>
        <translation>teilt Speicher mit dem Node</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>belong to group %1</source>
        <translation>gehören der Gruppe %1</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>API-Token</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>allocatable, of %1</source>
        <translation>zuweisbar, von %1</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Taints</source>
        <translation>Taints</translation>
    </message>
    <message>
        <source>Cordoned</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>takes no new pods</source>
        <translation>nimmt keine neuen Pods an</translation>
    </message>
    <message>
        <source>, port %1 of each node</source>
        <translation>, Port %1 auf jedem Node</translation>
    </message>
    <message>
        <source>%1, not ready</source>
        <translation>%1, nicht bereit</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Kubelet</source>
        <translation>Kubelet</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Cluster IP</source>
        <translation>Cluster-IP</translation>
    </message>
    <message>
        <source>External name</source>
        <translation>Externer Name</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Von außen</translation>
    </message>
    <message>
        <source>Selector</source>
        <translation>Selektor</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Nothing answers for this service.</source>
        <translation>Für diesen Service antwortet nichts.</translation>
    </message>
    <message>
        <source>%1 % of request %2</source>
        <translation>%1 % vom Request %2</translation>
    </message>
    <message>
        <source>%1 % of allocatable %2</source>
        <translation>%1 % von zuweisbaren %2</translation>
    </message>
    <message>
        <source>%1 % of limit %2</source>
        <translation>%1 % vom Limit %2</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>metrics-server</source>
        <translation>metrics-server</translation>
    </message>
    <message>
        <source>kubelet</source>
        <translation>kubelet</translation>
    </message>
    <message>
        <source>%1 old · %2</source>
        <translation>%1 alt · %2</translation>
    </message>
    <message>
        <source>Nothing is measured of it yet. A container has figures when it has run for half a minute.</source>
        <translation>Dazu gibt es noch keine Messwerte. Ein Container hat welche, wenn er eine halbe Minute gelaufen ist.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message numerus="yes">
        <source>%n pods</source>
        <translation>
            <numerusform>%n Pod</numerusform>
            <numerusform>%n Pods</numerusform>
        </translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Ausgesetzt</translation>
    </message>
    <message>
        <source>starts no jobs</source>
        <translation>startet keine Jobs</translation>
    </message>
    <message>
        <source>Last start</source>
        <translation>Letzter Start</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message numerus="yes">
        <source>%n wanted</source>
        <translation>
            <numerusform>%n gewünscht</numerusform>
            <numerusform>%n gewünscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>changes are not rolled out</source>
        <translation>Änderungen werden nicht ausgerollt</translation>
    </message>
    <message>
        <source>The pods cannot be listed: %1</source>
        <translation>Die Pods können nicht aufgelistet werden: %1</translation>
    </message>
    <message>
        <source>%1 ready</source>
        <translation>%1 bereit</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Es gibt keine.</translation>
    </message>
</context>
<context>
    <name>workspace::InspectContent</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Inspect %1 %2</source>
        <translation>%1 %2 im Inspektor öffnen</translation>
    </message>
    <message>
        <source>Click to copy: %1</source>
        <translation>Klicken kopiert: %1</translation>
    </message>
    <message>
        <source>Click to show or hide the value</source>
        <translation>Klicken zeigt oder verbirgt den Wert</translation>
    </message>
    <message>
        <source>Click to read the names of the keys</source>
        <translation>Klicken liest die Namen der Schlüssel</translation>
    </message>
    <message>
        <source>Inspector of %1 %2</source>
        <translation>Inspektor von %1 %2</translation>
    </message>
</context>
<context>
    <name>workspace::JoinPanel</name>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Link or address</source>
        <translation>Link oder Adresse</translation>
    </message>
    <message>
        <source>Yard</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>Invite token</source>
        <translation>Einladungs-Token</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your colour</source>
        <translation>Ihre Farbe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>Farbe %1</translation>
    </message>
    <message>
        <source>Join a yard</source>
        <translation>Einem Yard beitreten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>So the others in a shared yard see you.</source>
        <translation>So sehen Sie die anderen in einem geteilten Yard.</translation>
    </message>
    <message>
        <source>Your name and colour</source>
        <translation>Ihr Name und Ihre Farbe</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindet mit %1 …</translation>
    </message>
    <message>
        <source>The others need a name to call you by.</source>
        <translation>Die anderen brauchen einen Namen, mit dem sie Sie ansprechen.</translation>
    </message>
</context>
<context>
    <name>workspace::JoinTry</name>
    <message>
        <source>%1 does not answer. Check the address, your network, or whether you need a VPN.</source>
        <translation>%1 antwortet nicht. Prüfen Sie die Adresse, Ihr Netzwerk, oder ob Sie ein VPN brauchen.</translation>
    </message>
</context>
<context>
    <name>workspace::Journal</name>
    <message>
        <source>The journal %1 cannot be read: %2.</source>
        <translation>Das Journal %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The journal could not be saved: %1.</source>
        <translation>Das Journal konnte nicht gespeichert werden: %1.</translation>
    </message>
</context>
<context>
    <name>workspace::JournalContent</name>
    <message>
        <source>Filter by action, object, command</source>
        <translation>Nach Aktion, Objekt, Befehl filtern</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Keine Treffer</translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln entries fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>%Ln Eintrag passt nicht zum Filter. Escape löscht den Filter.</numerusform>
            <numerusform>Keiner der %Ln Einträge passt zum Filter. Escape löscht den Filter.</numerusform>
        </translation>
    </message>
    <message>
        <source>You have changed nothing here yet</source>
        <translation>Sie haben hier noch nichts geändert</translation>
    </message>
    <message>
        <source>What you do to objects appears here, with the kubectl line that does the same. Only you see it.</source>
        <translation>Was Sie an Objekten tun, erscheint hier, mit der kubectl-Zeile, die dasselbe tut. Nur Sie sehen es.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
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
    <message>
        <source>Helm releases</source>
        <translation>Helm-Releases</translation>
    </message>
    <message>
        <source>Access: what I may do</source>
        <translation>Zugriff: was ich darf</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>Topologie</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
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
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUKTION</translation>
    </message>
</context>
<context>
    <name>workspace::LineBar</name>
    <message>
        <source>Go to line (1 to %1)</source>
        <translation>Gehe zu Zeile (1 bis %1)</translation>
    </message>
</context>
<context>
    <name>workspace::LinkDesk</name>
    <message>
        <source>Copy a link to this window</source>
        <translation>Link auf dieses Fenster kopieren</translation>
    </message>
    <message>
        <source>Krate</source>
        <translation>Krate</translation>
    </message>
    <message>
        <source>permalink</source>
        <translation>Permalink</translation>
    </message>
    <message>
        <source>share</source>
        <translation>teilen</translation>
    </message>
    <message>
        <source>A link asks for context “%1”, which your kubeconfig does not have. Add it there, or ask who sent the link how that cluster is called here.</source>
        <translation>Ein Link verlangt den Kontext „%1“, den Ihre kubeconfig nicht enthält. Fügen Sie ihn dort hinzu, oder fragen Sie den Absender des Links, wie dieser Cluster hier heißt.</translation>
    </message>
    <message>
        <source>A link wants to open context “%1”</source>
        <translation>Ein Link möchte den Kontext „%1“ öffnen</translation>
    </message>
    <message>
        <source>It asks to be shown %1 there. That context is not in use now: opening it signs in to its cluster. Open it only if you trust who sent the link.</source>
        <translation>Er möchte dort %1 zeigen. Dieser Kontext ist gerade nicht in Gebrauch: Ihn zu öffnen meldet Sie an seinem Cluster an. Öffnen Sie ihn nur, wenn Sie dem Absender des Links vertrauen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
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
    <message numerus="yes">
        <source>%Ln marked</source>
        <translation>
            <numerusform>%Ln markiert</numerusform>
            <numerusform>%Ln markiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Show as a list (Alt+T)</source>
        <translation>Als Liste zeigen (Alt+T)</translation>
    </message>
    <message>
        <source>Show as a tree (Alt+T)</source>
        <translation>Als Baum zeigen (Alt+T)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln object(s)</source>
        <translation>
            <numerusform>%Ln Objekt</numerusform>
            <numerusform>%Ln Objekte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ListMaker</name>
    <message>
        <source>%1 does not know the kind %2.</source>
        <translation>%1 kennt die Art %2 nicht.</translation>
    </message>
    <message>
        <source>This version does not know the window “%1”.</source>
        <translation>Diese Version kennt das Fenster „%1“ nicht.</translation>
    </message>
</context>
<context>
    <name>workspace::LocalVersions</name>
    <message numerus="yes">
        <source>%Ln versions are kept, which is all there is room for.</source>
        <translation>
            <numerusform>%Ln Version ist aufgehoben, für mehr ist kein Platz.</numerusform>
            <numerusform>%Ln Versionen sind aufgehoben, für mehr ist kein Platz.</numerusform>
        </translation>
    </message>
    <message>
        <source>The version could not be kept: %1</source>
        <translation>Die Version konnte nicht aufgehoben werden: %1</translation>
    </message>
    <message>
        <source>This version cannot be read any more.</source>
        <translation>Diese Version lässt sich nicht mehr lesen.</translation>
    </message>
    <message>
        <source>This version is damaged.</source>
        <translation>Diese Version ist beschädigt.</translation>
    </message>
    <message>
        <source>Before an earlier version was brought back</source>
        <translation>Bevor eine frühere Version zurückgeholt wurde</translation>
    </message>
    <message>
        <source>Bring back a version</source>
        <translation>Version zurückholen</translation>
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
    <message>
        <source>When lines were written  H</source>
        <translation>Wann Zeilen geschrieben wurden  H</translation>
    </message>
    <message>
        <source>More  .</source>
        <translation>Mehr  .</translation>
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
    <message>
        <source>%1, looking: %2 %</source>
        <translation>%1, gesucht: %2 %</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Saving the whole log: %1 so far…</source>
        <translation>Das ganze Log wird gespeichert: bisher %1 …</translation>
    </message>
    <message>
        <source>Older lines are dropped, for they cannot be kept on disk: %1. Make room in the cache folder.</source>
        <translation>Ältere Zeilen werden verworfen, weil sie nicht auf dem Datenträger gehalten werden können: %1. Schaffen Sie Platz im Cache-Ordner.</translation>
    </message>
    <message numerus="yes">
        <source>Idle for %n minute(s)</source>
        <translation>
            <numerusform>Still seit %n Minute</numerusform>
            <numerusform>Still seit %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), %1 read, %2 kept in memory</source>
        <translation>
            <numerusform>%n Zeile, %1 gelesen, %2 im Arbeitsspeicher</numerusform>
            <numerusform>%n Zeilen, %1 gelesen, %2 im Arbeitsspeicher</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in a file</source>
        <translation>%1 in einer Datei</translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n verworfen</numerusform>
            <numerusform>%n verworfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated left out</source>
        <translation>
            <numerusform>%n Wiederholung ausgelassen</numerusform>
            <numerusform>%n Wiederholungen ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n Lücke</numerusform>
            <numerusform>%n Lücken</numerusform>
        </translation>
    </message>
    <message>
        <source>This line has no time by which it could be found again.</source>
        <translation>Diese Zeile hat keine Zeit, an der sie wiederzufinden wäre.</translation>
    </message>
    <message>
        <source>No line is marked. B marks one.</source>
        <translation>Keine Zeile ist markiert. B markiert eine.</translation>
    </message>
    <message>
        <source>Log and event windows of this yard now scroll together in time.</source>
        <translation>Log- und Ereignisfenster dieses Yards scrollen jetzt zeitsynchron.</translation>
    </message>
    <message>
        <source>Windows no longer scroll together.</source>
        <translation>Fenster scrollen nicht mehr gemeinsam.</translation>
    </message>
    <message>
        <source>Save the whole log</source>
        <translation>Ganzes Log speichern</translation>
    </message>
    <message>
        <source>Logs (*.log);;All files (*)</source>
        <translation>Logs (*.log);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The whole log is in %1.</source>
        <translation>Das ganze Log ist in %1.</translation>
    </message>
    <message>
        <source>There is only one stream: nothing to compare.</source>
        <translation>Es gibt nur einen Stream: nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>There is only one stream: nothing to choose from.</source>
        <translation>Es gibt nur einen Stream: nichts auszuwählen.</translation>
    </message>
    <message>
        <source>“%1” is no expression (%2) and is looked for as it stands. A backslash makes a sign plain.</source>
        <translation>„%1“ ist kein regulärer Ausdruck (%2) und wird wörtlich gesucht. Ein Backslash davor macht ein Zeichen wörtlich.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>No line matches at this time.</source>
        <translation>Keine Zeile passt in diesem Zeitraum.</translation>
    </message>
    <message>
        <source>Time stamps</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>When lines were written</source>
        <translation>Wann Zeilen geschrieben wurden</translation>
    </message>
    <message>
        <source>Fold stack traces</source>
        <translation>Stacktraces einklappen</translation>
    </message>
    <message>
        <source>Closer or wider rows</source>
        <translation>Zeilen enger oder weiter</translation>
    </message>
    <message>
        <source>Filter the lines</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>Hide lines</source>
        <translation>Zeilen ausblenden</translation>
    </message>
    <message>
        <source>More lines around matches</source>
        <translation>Mehr Zeilen um Treffer</translation>
    </message>
    <message>
        <source>From this line on</source>
        <translation>Ab dieser Zeile</translation>
    </message>
    <message>
        <source>Up to this line</source>
        <translation>Bis zu dieser Zeile</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Ganzer Zeitraum</translation>
    </message>
    <message>
        <source>Mark this line</source>
        <translation>Diese Zeile markieren</translation>
    </message>
    <message>
        <source>Note on this line…</source>
        <translation>Notiz zu dieser Zeile …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy lines with time stamps</source>
        <translation>Zeilen mit Zeitstempeln kopieren</translation>
    </message>
    <message>
        <source>Copy lines with pod and time stamps</source>
        <translation>Zeilen mit Pod und Zeitstempeln kopieren</translation>
    </message>
    <message>
        <source>Save the whole log…</source>
        <translation>Ganzes Log speichern …</translation>
    </message>
    <message>
        <source>Windows scroll together in time</source>
        <translation>Fenster scrollen zeitsynchron</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>All containers</source>
        <translation>Alle Container</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Streams</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>wird verbunden</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>reconnecting, %1</source>
        <translation>wird neu verbunden, %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>All streams</source>
        <translation>Alle Streams</translation>
    </message>
    <message>
        <source>How much is read</source>
        <translation>Wie viel gelesen wird</translation>
    </message>
    <message>
        <source>The last 1,000 lines</source>
        <translation>Die letzten 1.000 Zeilen</translation>
    </message>
    <message>
        <source>The last 10,000 lines</source>
        <translation>Die letzten 10.000 Zeilen</translation>
    </message>
    <message>
        <source>The last 5 minutes</source>
        <translation>Die letzten 5 Minuten</translation>
    </message>
    <message>
        <source>The last hour</source>
        <translation>Die letzte Stunde</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>Der letzte Tag</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Side by side with</source>
        <translation>Nebeneinander mit</translation>
    </message>
    <message>
        <source>One view of all</source>
        <translation>Alles in einer Ansicht</translation>
    </message>
    <message>
        <source>Columns of JSON lines</source>
        <translation>Spalten aus JSON-Zeilen</translation>
    </message>
    <message>
        <source>None of the newest lines is JSON</source>
        <translation>Keine der neuesten Zeilen ist JSON</translation>
    </message>
    <message>
        <source>Lines as they are</source>
        <translation>Zeilen, wie sie sind</translation>
    </message>
    <message>
        <source>Marked lines</source>
        <translation>Markierte Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>All pods</source>
        <translation>Alle Pods</translation>
    </message>
    <message numerus="yes">
        <source>%1 lacks %n container(s) that are not followed: choose pods or one container.</source>
        <translation>
            <numerusform>In %1 fehlt %n Container, der nicht mitgelesen wird: Wählen Sie Pods oder einen Container.</numerusform>
            <numerusform>In %1 fehlen %n Container, die nicht mitgelesen werden: Wählen Sie Pods oder einen Container.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lacks lines of %n container(s): %2</source>
        <translation>
            <numerusform>In %1 fehlen Zeilen von %n Container: %2</numerusform>
            <numerusform>In %1 fehlen Zeilen von %n Containern: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 containers are followed.</source>
        <translation>%1 von %2 Containern werden mitgelesen.</translation>
    </message>
    <message>
        <source>Choose pods or one container.</source>
        <translation>Wählen Sie Pods oder einen Container.</translation>
    </message>
</context>
<context>
    <name>workspace::LogFileWindow</name>
    <message>
        <source>Standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>workspace::LogMark</name>
    <message>
        <source>Lines are missing from %1 to %2: the server no longer has them.</source>
        <translation>Von %1 bis %2 fehlen Zeilen: Der Server hat sie nicht mehr.</translation>
    </message>
    <message>
        <source>Lines are missing before %1: the server no longer has them.</source>
        <translation>Vor %1 fehlen Zeilen: Der Server hat sie nicht mehr.</translation>
    </message>
    <message>
        <source>Lines are missing after %1: the server no longer has them.</source>
        <translation>Nach %1 fehlen Zeilen: Der Server hat sie nicht mehr.</translation>
    </message>
    <message>
        <source>Lines are missing here: the server no longer has them.</source>
        <translation>Hier fehlen Zeilen: Der Server hat sie nicht mehr.</translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>%1 wurde hinzugefügt</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1 wurde entfernt</translation>
    </message>
    <message>
        <source>%1 restarted</source>
        <translation>%1 wurde neu gestartet</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 ist bereit</translation>
    </message>
    <message>
        <source>%1 is not ready</source>
        <translation>%1 ist nicht bereit</translation>
    </message>
</context>
<context>
    <name>workspace::LogQueryBar</name>
    <message>
        <source>Find in the log</source>
        <translation>Im Log suchen</translation>
    </message>
    <message>
        <source>Note on this line, for you alone</source>
        <translation>Notiz zu dieser Zeile, nur für Sie</translation>
    </message>
    <message>
        <source>Show only lines with…</source>
        <translation>Nur Zeilen zeigen mit …</translation>
    </message>
    <message>
        <source>Hide lines with…</source>
        <translation>Zeilen ausblenden mit …</translation>
    </message>
</context>
<context>
    <name>workspace::LogSaver</name>
    <message>
        <source>%1 cannot be written: %2. Choose another folder.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>There is no log yet that could be saved. Try again when there is.</source>
        <translation>Es gibt noch kein Log, das gespeichert werden könnte. Versuchen Sie es noch einmal, sobald es eines gibt.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Make room or choose another folder.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Saving the log was canceled; nothing was written.</source>
        <translation>Das Speichern des Logs wurde abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The connection to the cluster broke off.</source>
        <translation>Die Verbindung zum Cluster ist abgebrochen.</translation>
    </message>
    <message>
        <source>The pod does not exist any more.</source>
        <translation>Den Pod gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The rest of this log could not be read: %1</source>
        <translation>Der Rest dieses Logs konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>This log could not be read; what the window has of it is here: %1</source>
        <translation>Dieses Log konnte nicht gelesen werden; hier steht, was das Fenster davon hat: %1</translation>
    </message>
    <message>
        <source>This log could not be read: %1</source>
        <translation>Dieses Log konnte nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>workspace::MainWindow</name>
    <message>
        <source>Krateyard</source>
        <translation>Krateyard</translation>
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
    <message>
        <source>Port forwards</source>
        <translation>Portweiterleitungen</translation>
    </message>
    <message>
        <source>Debug pods that remain</source>
        <translation>Verbliebene Debug-Pods</translation>
    </message>
    <message>
        <source>Journal: what I changed</source>
        <translation>Journal: was ich geändert habe</translation>
    </message>
    <message>
        <source>Create from YAML</source>
        <translation>Aus YAML anlegen</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Copy as kubectl: %1</source>
        <translation>Als kubectl kopieren: %1</translation>
    </message>
    <message>
        <source>Copy this view as kubectl</source>
        <translation>Diese Ansicht als kubectl kopieren</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Krate</source>
        <translation>Krate</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>kubectl has nothing like this window.</source>
        <translation>kubectl kennt nichts, was diesem Fenster entspricht.</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Make this context read-only</source>
        <translation>Diesen Kontext schreibgeschützt machen</translation>
    </message>
    <message>
        <source>Allow changes in this context</source>
        <translation>Änderungen in diesem Kontext erlauben</translation>
    </message>
    <message>
        <source>Mark this context as production</source>
        <translation>Diesen Kontext als Produktion kennzeichnen</translation>
    </message>
    <message>
        <source>This context is not production</source>
        <translation>Dieser Kontext ist nicht Produktion</translation>
    </message>
    <message>
        <source>Find anything, or do anything</source>
        <translation>Alles finden, alles tun</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>Spotlight</translation>
    </message>
    <message>
        <source>palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>search</source>
        <translation>suchen</translation>
    </message>
    <message>
        <source>Type over the empty yard, or click it: find what is typed</source>
        <translation>Über dem leeren Yard tippen oder darauf klicken: Getipptes suchen</translation>
    </message>
    <message>
        <source>Open what is selected</source>
        <translation>Ausgewähltes öffnen</translation>
    </message>
    <message>
        <source>With Alt and Y, D, L, S, C or I: open its YAML, description, logs…</source>
        <translation>Mit Alt und Y, D, L, S, C oder I: YAML, Beschreibung, Logs … öffnen</translation>
    </message>
    <message>
        <source>After a kind such as pod or svc: only that kind</source>
        <translation>Nach einer Art wie pod oder svc: nur diese Art</translation>
    </message>
    <message>
        <source>Pin what is selected, or let go of it</source>
        <translation>Ausgewähltes anheften oder lösen</translation>
    </message>
    <message>
        <source>Search the other contexts, too</source>
        <translation>Auch die anderen Kontexte durchsuchen</translation>
    </message>
    <message>
        <source>Close Spotlight</source>
        <translation>Spotlight schließen</translation>
    </message>
    <message>
        <source>apply</source>
        <translation>anwenden</translation>
    </message>
    <message>
        <source>new object</source>
        <translation>neues Objekt</translation>
    </message>
    <message>
        <source>Everything in this context&apos;s namespace</source>
        <translation>Alles im Namespace dieses Kontexts</translation>
    </message>
    <message>
        <source>all kinds</source>
        <translation>alle Arten</translation>
    </message>
    <message>
        <source>overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>history</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>refresh</source>
        <translation>aktualisieren</translation>
    </message>
    <message>
        <source>reload</source>
        <translation>neu laden</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>preferences</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Help: keys and words</source>
        <translation>Hilfe: Tasten und Begriffe</translation>
    </message>
    <message>
        <source>shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>Kontexte</translation>
    </message>
    <message>
        <source>Open its YAML beside</source>
        <translation>YAML daneben öffnen</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>bearbeiten</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Open its description beside</source>
        <translation>Beschreibung daneben öffnen</translation>
    </message>
    <message>
        <source>Open its logs beside</source>
        <translation>Logs daneben öffnen</translation>
    </message>
    <message>
        <source>log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Open a shell in it beside</source>
        <translation>Shell darin daneben öffnen</translation>
    </message>
    <message>
        <source>exec</source>
        <translation>exec</translation>
    </message>
    <message>
        <source>terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Open its changes beside</source>
        <translation>Änderungen daneben öffnen</translation>
    </message>
    <message>
        <source>diff</source>
        <translation>Diff</translation>
    </message>
    <message>
        <source>Open the inspector beside</source>
        <translation>Inspektor daneben öffnen</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Open its topology beside</source>
        <translation>Topologie daneben öffnen</translation>
    </message>
    <message>
        <source>graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>relations</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>The menu of what has the keys</source>
        <translation>Menü des Elements, das die Tasten bekommt</translation>
    </message>
</context>
<context>
    <name>workspace::ManifestContent</name>
    <message>
        <source>Apply or close this text first, then drop the file again.</source>
        <translation>Wenden Sie diesen Text zuerst an oder schließen Sie ihn, und legen Sie die Datei dann noch einmal ab.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than 64 MiB: split it.</source>
        <translation>%1 ist größer als 64 MiB: Teilen Sie die Datei auf.</translation>
    </message>
    <message>
        <source>Open a manifest</source>
        <translation>Manifest öffnen</translation>
    </message>
    <message>
        <source>Manifests (*.yaml *.yml *.json);;All files (*)</source>
        <translation>Manifeste (*.yaml *.yml *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Create in %1 from a template, or drop a YAML file here.</source>
        <translation>In %1 aus einer Vorlage anlegen, oder eine YAML-Datei hier ablegen.</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>Eine Datei …</translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation>Nicht angewendet</translation>
    </message>
    <message>
        <source>Editor of manifests for %1</source>
        <translation>Editor für Manifeste für %1</translation>
    </message>
    <message>
        <source>Create from YAML in %1: %2</source>
        <translation>Aus YAML anlegen in %1: %2</translation>
    </message>
    <message>
        <source>%1 is no UTF-8 text.</source>
        <translation>%1 ist kein UTF-8-Text.</translation>
    </message>
</context>
<context>
    <name>workspace::ManifestEditor</name>
    <message>
        <source>Yours</source>
        <translation>Ihre Fassung</translation>
    </message>
    <message>
        <source>In the cluster</source>
        <translation>Im Cluster</translation>
    </message>
    <message>
        <source>There is no object in this text.</source>
        <translation>In diesem Text ist kein Objekt.</translation>
    </message>
    <message>
        <source>Give up what you typed?</source>
        <translation>Verwerfen, was Sie getippt haben?</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) without a choice keep your lines.</source>
        <translation>
            <numerusform>%n Konflikt ohne Auswahl behält Ihre Zeilen.</numerusform>
            <numerusform>%n Konflikte ohne Auswahl behalten Ihre Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is decided.</source>
        <translation>Alles ist entschieden.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Use this text</source>
        <translation>Diesen Text verwenden</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Zurück zum Text</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n object(s)</source>
        <translation>
            <numerusform>%1 · %n Objekt</numerusform>
            <numerusform>%1 · %n Objekte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Check and apply…</source>
        <translation>Prüfen und anwenden …</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>The cluster checks %1 of %2…</source>
        <translation>Der Cluster prüft %1 von %2 …</translation>
    </message>
    <message>
        <source>Applying to %1: %2 done…</source>
        <translation>Wird auf %1 angewendet: %2 fertig …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message numerus="yes">
        <source>%n refused and left out.</source>
        <translation>
            <numerusform>%n abgelehnt und ausgelassen.</numerusform>
            <numerusform>%n abgelehnt und ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict: decide first.</source>
        <translation>
            <numerusform>%n im Konflikt: Entscheiden Sie zuerst.</numerusform>
            <numerusform>%n im Konflikt: Entscheiden Sie zuerst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>%n Änderung anwenden</numerusform>
            <numerusform>%n Änderungen anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>The object has changed in the cluster since you began. What you typed is kept.</source>
        <translation>Das Objekt hat sich im Cluster geändert, seit Sie begonnen haben. Was Sie getippt haben, bleibt.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Die andere nehmen</translation>
    </message>
    <message>
        <source>The text must be right before it can be merged.</source>
        <translation>Der Text muss fehlerfrei sein, bevor er zusammengeführt werden kann.</translation>
    </message>
    <message>
        <source>Merged.</source>
        <translation>Zusammengeführt.</translation>
    </message>
    <message numerus="yes">
        <source>Merged; at %n place(s) that both changed, yours stays.</source>
        <translation>
            <numerusform>Zusammengeführt; an %n Stelle, die beide änderten, bleibt Ihre Fassung.</numerusform>
            <numerusform>Zusammengeführt; an %n Stellen, die beide änderten, bleibt Ihre Fassung.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is being applied: stop it first.</source>
        <translation>Es wird gerade angewendet: Halten Sie es zuerst an.</translation>
    </message>
    <message>
        <source>There are dots in this text that hide no value: write the value there.</source>
        <translation>In diesem Text stehen Punkte, die keinen Wert verbergen: Schreiben Sie den Wert dorthin.</translation>
    </message>
</context>
<context>
    <name>workspace::ManifestMaker</name>
    <message>
        <source>The manifest window holds a text that is not applied: apply or close it, then drop the file again.</source>
        <translation>Das Manifestfenster enthält einen Text, der nicht angewendet ist: Wenden Sie ihn an oder schließen Sie ihn, und legen Sie die Datei dann noch einmal ab.</translation>
    </message>
</context>
<context>
    <name>workspace::MergePane</name>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Wie es war</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>No conflicts: both sides&apos; changes fit together.</source>
        <translation>Keine Konflikte: Die Änderungen beider Seiten passen zusammen.</translation>
    </message>
    <message>
        <source>nothing chosen</source>
        <translation>nichts gewählt</translation>
    </message>
    <message>
        <source>Conflict %1 of %2: %3</source>
        <translation>Konflikt %1 von %2: %3</translation>
    </message>
    <message>
        <source>Both sides&apos; changes fit together.</source>
        <translation>Die Änderungen beider Seiten passen zusammen.</translation>
    </message>
    <message>
        <source>Every conflict has its choice.</source>
        <translation>Für jeden Konflikt ist gewählt.</translation>
    </message>
    <message>
        <source>Conflicts that still need a choice: %1</source>
        <translation>Konflikte, für die noch zu wählen ist: %1</translation>
    </message>
    <message>
        <source>Conflict %1 of %2</source>
        <translation>Konflikt %1 von %2</translation>
    </message>
    <message>
        <source>(nothing here)</source>
        <translation>(hier nichts)</translation>
    </message>
    <message>
        <source>⋯ %1 more</source>
        <translation>⋯ %1 weitere</translation>
    </message>
</context>
<context>
    <name>workspace::Metrics</name>
    <message>
        <source>The metrics server does not answer: %1</source>
        <translation>Der Metrics-Server antwortet nicht: %1</translation>
    </message>
    <message>
        <source>This cluster has no metrics server.</source>
        <translation>Dieser Cluster hat keinen Metrics-Server.</translation>
    </message>
    <message>
        <source>You may not ask the nodes instead (that needs the right to get nodes/proxy). Ask for metrics-server to be installed.</source>
        <translation>Sie dürfen auch nicht die Nodes fragen (dazu ist das Recht get auf nodes/proxy nötig). Bitten Sie darum, metrics-server zu installieren.</translation>
    </message>
    <message>
        <source>The nodes do not answer either: %1</source>
        <translation>Auch die Nodes antworten nicht: %1</translation>
    </message>
    <message>
        <source>Nothing is measured in this cluster. Install metrics-server to see CPU and memory here.</source>
        <translation>In diesem Cluster wird nichts gemessen. Installieren Sie metrics-server, um hier CPU und Arbeitsspeicher zu sehen.</translation>
    </message>
    <message>
        <source>You may not read metrics here. Ask for the right to list pods and nodes of metrics.k8s.io.</source>
        <translation>Sie dürfen hier keine Metriken lesen. Bitten Sie um das Recht, pods und nodes von metrics.k8s.io aufzulisten.</translation>
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
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
</context>
<context>
    <name>workspace::Notifier</name>
    <message>
        <source>%1 is rolled out.</source>
        <translation>%1 ist ausgerollt.</translation>
    </message>
    <message>
        <source>%1 has recovered.</source>
        <translation>%1 hat sich erholt.</translation>
    </message>
    <message>
        <source>%1 was deleted. It is not watched any more.</source>
        <translation>%1 wurde gelöscht und wird nicht mehr beobachtet.</translation>
    </message>
    <message>
        <source>%1 is failing.</source>
        <translation>%1 fällt aus.</translation>
    </message>
    <message>
        <source>%1 is failing. %2</source>
        <translation>%1 fällt aus. %2</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Notify me about this object</source>
        <translation>Über dieses Objekt benachrichtigen</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>beobachten</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Do not notify me about this object any more</source>
        <translation>Über dieses Objekt nicht mehr benachrichtigen</translation>
    </message>
    <message>
        <source>Do not notify me about any object</source>
        <translation>Über kein Objekt mehr benachrichtigen</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>Benachrichtigen</translation>
    </message>
    <message numerus="yes">
        <source>No more than %n objects can be watched. Let go of some first.</source>
        <translation>
            <numerusform>Mehr als %n Objekt kann nicht beobachtet werden. Geben Sie es zuerst frei.</numerusform>
            <numerusform>Mehr als %n Objekte können nicht beobachtet werden. Geben Sie zuerst einige frei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more thing(s) happened to what you watch.</source>
        <translation>
            <numerusform>%n weiteres Ereignis bei dem, was Sie beobachten.</numerusform>
            <numerusform>%n weitere Ereignisse bei dem, was Sie beobachten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Krateyard</source>
        <translation>Krateyard</translation>
    </message>
</context>
<context>
    <name>workspace::ObjectMaker</name>
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
        <source>This version does not know the window “%1”.</source>
        <translation>Diese Version kennt das Fenster „%1“ nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln object(s) failed</source>
        <translation>
            <numerusform>%Ln Objekt fehlgeschlagen</numerusform>
            <numerusform>%Ln Objekte fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>%1 %2 has no pods.</source>
        <translation>%1 %2 hat keine Pods.</translation>
    </message>
</context>
<context>
    <name>workspace::Opener</name>
    <message numerus="yes">
        <source>The first %1 of %Ln objects are open now; drag the others in parts.</source>
        <translation>
            <numerusform>Von %Ln Objekt ist jetzt %1 geöffnet; ziehen Sie die übrigen in Teilen.</numerusform>
            <numerusform>Die ersten %1 von %Ln Objekten sind jetzt geöffnet; ziehen Sie die übrigen in Teilen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Overlays</name>
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
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>workspace::PastePanel</name>
    <message>
        <source>Paste several lines</source>
        <translation>Mehrere Zeilen einfügen</translation>
    </message>
    <message>
        <source>What would be pasted</source>
        <translation>Was eingefügt würde</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message numerus="yes">
        <source>Paste %Ln line(s)?</source>
        <translation>
            <numerusform>%Ln Zeile einfügen?</numerusform>
            <numerusform>%Ln Zeilen einfügen?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::PeopleBar</name>
    <message>
        <source>viewer</source>
        <translation>Zuschauer</translation>
    </message>
    <message>
        <source>You may look at this yard and not change it.</source>
        <translation>Sie dürfen diesen Yard ansehen, nicht ändern.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Who is here, where, and what they do</source>
        <translation>Wer hier ist, wo, und womit beschäftigt</translation>
    </message>
    <message>
        <source>Relay: %1</source>
        <translation>Relay: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere Person</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Sie)</translation>
    </message>
    <message>
        <source>%1: click to go where they are</source>
        <translation>%1: klicken, um dorthin zu gelangen</translation>
    </message>
</context>
<context>
    <name>workspace::PeopleDesk</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Who is here</source>
        <translation>Wer hier ist</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>presence</source>
        <translation>Anwesenheit</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Bring everyone here</source>
        <translation>Alle hierher holen</translation>
    </message>
    <message>
        <source>Stop bringing everyone here</source>
        <translation>Nicht mehr alle hierher holen</translation>
    </message>
    <message>
        <source>Stop spectating</source>
        <translation>Nicht mehr zusehen</translation>
    </message>
</context>
<context>
    <name>workspace::PeopleDrawer</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>People in this yard</source>
        <translation>Personen in diesem Yard</translation>
    </message>
    <message numerus="yes">
        <source>%n in this yard</source>
        <translation>
            <numerusform>%n Person in diesem Yard</numerusform>
            <numerusform>%n Personen in diesem Yard</numerusform>
        </translation>
    </message>
    <message>
        <source>This yard is not shared</source>
        <translation>Dieser Yard wird nicht geteilt</translation>
    </message>
    <message>
        <source>Stop bringing everyone here</source>
        <translation>Nicht mehr alle hierher holen</translation>
    </message>
    <message>
        <source>Bring everyone here</source>
        <translation>Alle hierher holen</translation>
    </message>
    <message>
        <source>A viewer cannot bring the others anywhere.</source>
        <translation>Wer nur zusieht, kann die anderen nirgendwohin holen.</translation>
    </message>
    <message>
        <source>The others see what you see, until you stop or they move on</source>
        <translation>Die anderen sehen, was Sie sehen, bis Sie aufhören oder sie weitergehen</translation>
    </message>
    <message>
        <source>in Spotlight</source>
        <translation>in Spotlight</translation>
    </message>
    <message>
        <source>looks for “%1”</source>
        <translation>sucht „%1“</translation>
    </message>
    <message>
        <source>typing…</source>
        <translation>tippt …</translation>
    </message>
</context>
<context>
    <name>workspace::PersonCard</name>
    <message>
        <source>Go there</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Sie)</translation>
    </message>
    <message>
        <source>viewer</source>
        <translation>Zuschauer</translation>
    </message>
    <message>
        <source>Go to where %1 is</source>
        <translation>Dorthin, wo %1 ist</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Aufhören</translation>
    </message>
    <message>
        <source>Spectate</source>
        <translation>Zusehen</translation>
    </message>
    <message>
        <source>See the yard as %1 sees it, until Esc or until you move it</source>
        <translation>Den Yard so sehen wie %1, bis Esc oder bis Sie ihn bewegen</translation>
    </message>
    <message>
        <source>Stop spectating %1</source>
        <translation>%1 nicht mehr zusehen</translation>
    </message>
    <message>
        <source>Spectate %1</source>
        <translation>%1 zusehen</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
</context>
<context>
    <name>workspace::Policy</name>
    <message>
        <source>every %1 port</source>
        <translation>jedem %1-Port</translation>
    </message>
    <message>
        <source>addresses in %1</source>
        <translation>Adressen in %1</translation>
    </message>
    <message>
        <source>addresses in %1 except %2</source>
        <translation>Adressen in %1 außer %2</translation>
    </message>
    <message>
        <source>pods%1</source>
        <translation>Pods%1</translation>
    </message>
    <message>
        <source>every pod</source>
        <translation>jedem Pod</translation>
    </message>
    <message>
        <source>%1 of this namespace</source>
        <translation>%1 in diesem Namespace</translation>
    </message>
    <message>
        <source>%1 of every namespace</source>
        <translation>%1 in jedem Namespace</translation>
    </message>
    <message>
        <source>%1 of namespaces%2</source>
        <translation>%1 in Namespaces%2</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>allen</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>every port</source>
        <translation>jedem Port</translation>
    </message>
    <message>
        <source>%1, on %2</source>
        <translation>%1, auf %2</translation>
    </message>
    <message>
        <source>in: nothing (denied by default)</source>
        <translation>eingehend: nichts (standardmäßig verboten)</translation>
    </message>
    <message>
        <source>out: nothing (denied by default)</source>
        <translation>ausgehend: nichts (standardmäßig verboten)</translation>
    </message>
    <message>
        <source>in from %1</source>
        <translation>eingehend von %1</translation>
    </message>
    <message>
        <source>out to %1</source>
        <translation>ausgehend zu %1</translation>
    </message>
    <message>
        <source>No policy restricts what comes in to %1.</source>
        <translation>Keine Policy beschränkt, was bei %1 eingeht.</translation>
    </message>
    <message>
        <source>No policy restricts what goes out of %1.</source>
        <translation>Keine Policy beschränkt, was von %1 ausgeht.</translation>
    </message>
    <message>
        <source>Coming in to %1 is allowed by %2.</source>
        <translation>Eingehendes bei %1 ist erlaubt durch %2.</translation>
    </message>
    <message>
        <source>Going out of %1 is allowed by %2.</source>
        <translation>Ausgehendes von %1 ist erlaubt durch %2.</translation>
    </message>
    <message>
        <source>Coming in to %1 is denied: %2 restrict it, and none allows this.</source>
        <translation>Eingehendes bei %1 ist verboten: beschränkt durch %2, und nichts erlaubt dies.</translation>
    </message>
    <message>
        <source>Going out of %1 is denied: %2 restrict it, and none allows this.</source>
        <translation>Ausgehendes von %1 ist verboten: beschränkt durch %2, und nichts erlaubt dies.</translation>
    </message>
    <message>
        <source>its selector cannot be read: it restricts nobody</source>
        <translation>Selektor nicht lesbar: beschränkt niemanden</translation>
    </message>
    <message>
        <source>In: only what a policy below allows.</source>
        <translation>Eingehend: nur, was eine Policy unten erlaubt.</translation>
    </message>
    <message>
        <source>In: everything; no policy restricts it.</source>
        <translation>Eingehend: alles; keine Policy beschränkt es.</translation>
    </message>
    <message>
        <source>Out: only what a policy below allows.</source>
        <translation>Ausgehend: nur, was eine Policy unten erlaubt.</translation>
    </message>
    <message>
        <source>Out: everything; no policy restricts it.</source>
        <translation>Ausgehend: alles; keine Policy beschränkt es.</translation>
    </message>
    <message>
        <source>Yes: %1 may reach %2 on %3.</source>
        <translation>Ja: %1 darf %2 auf %3 erreichen.</translation>
    </message>
    <message>
        <source>No: %1 may not reach %2 on %3.</source>
        <translation>Nein: %1 darf %2 auf %3 nicht erreichen.</translation>
    </message>
</context>
<context>
    <name>workspace::PresenceTeller</name>
    <message>
        <source>%1 came, %2 left</source>
        <translation>%1 ist gekommen, %2 gegangen</translation>
    </message>
    <message>
        <source>%1 came</source>
        <translation>%1 ist gekommen</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 ist gegangen</translation>
    </message>
</context>
<context>
    <name>workspace::Refusal</name>
    <message>
        <source>You may not %1 %2.</source>
        <translation>Dazu haben Sie keine Berechtigung: %1 %2.</translation>
    </message>
    <message>
        <source>You may not %1 %2 in the namespace %3.</source>
        <translation>Dazu haben Sie keine Berechtigung: %1 %2 im Namespace %3.</translation>
    </message>
    <message>
        <source>You do not have the right to %1 %2 in %3.</source>
        <translation>Ihnen fehlt das Recht „%1“ auf %2 in %3.</translation>
    </message>
    <message>
        <source>You do not have the right to %1 %2 in the namespace %3 of %4.</source>
        <translation>Ihnen fehlt das Recht „%1“ auf %2 im Namespace %3 von %4.</translation>
    </message>
    <message>
        <source>It opens by itself once you have it.</source>
        <translation>Es öffnet sich von selbst, sobald Sie es haben.</translation>
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
    <name>workspace::RelayDesk</name>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Add clusters through a relay…</source>
        <translation>Cluster über ein Relay hinzufügen…</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>anmelden</translation>
    </message>
    <message>
        <source>without a kubeconfig</source>
        <translation>ohne kubeconfig</translation>
    </message>
    <message>
        <source>Clusters through relays</source>
        <translation>Cluster über Relays</translation>
    </message>
    <message>
        <source>sign out</source>
        <translation>abmelden</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Sign in at the relay again</source>
        <translation>Beim Relay neu anmelden</translation>
    </message>
    <message>
        <source>renew</source>
        <translation>erneuern</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt…</translation>
    </message>
    <message>
        <source>Signed in. Asking %1 for its clusters…</source>
        <translation>Angemeldet. %1 wird nach den Clustern gefragt…</translation>
    </message>
    <message>
        <source>Signed in at %1.</source>
        <translation>Bei %1 angemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s) came through %1. In use is %2.</source>
        <translation>
            <numerusform>%n Cluster kam über %1. In Gebrauch ist %2.</numerusform>
            <numerusform>%n Cluster kamen über %1. In Gebrauch ist %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the clusters of %1?</source>
        <translation>Die Cluster von %1 entfernen?</translation>
    </message>
    <message>
        <source>You are signed out there, and its contexts leave your list. Krates of its clusters stay in the yard, and are filled again when you add it again.</source>
        <translation>Sie werden dort abgemeldet, und die Kontexte verschwinden aus Ihrer Liste. Krates dieser Cluster bleiben im Yard und füllen sich wieder, wenn Sie das Relay wieder hinzufügen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>workspace::RelayList</name>
    <message>
        <source>Add a relay…</source>
        <translation>Relay hinzufügen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Clusters through relays</source>
        <translation>Cluster über Relays</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s): %1</source>
        <translation>
            <numerusform>%n Cluster: %1</numerusform>
            <numerusform>%n Cluster: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed in as %1 · %2</source>
        <translation>Angemeldet als %1 · %2</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>No clusters come through a relay yet. Whoever may use a relay needs no kubeconfig: add its address, and sign in.</source>
        <translation>Noch kommen keine Cluster über ein Relay. Wer ein Relay benutzen darf, braucht keine kubeconfig: Fügen Sie die Adresse hinzu, und melden Sie sich an.</translation>
    </message>
    <message>
        <source>Each cluster is one of your contexts, with the relay&apos;s name behind its own.</source>
        <translation>Jeder Cluster ist einer Ihrer Kontexte, mit dem Namen des Relays hinter seinem eigenen.</translation>
    </message>
</context>
<context>
    <name>workspace::RelayPanel</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Copy the page&apos;s address</source>
        <translation>Adresse der Seite kopieren</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>Relay</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>In the browser</source>
        <translation>Im Browser</translation>
    </message>
    <message>
        <source>With an API key</source>
        <translation>Mit einem API-Schlüssel</translation>
    </message>
    <message>
        <source>The address is copied. Open it in a browser on this computer.</source>
        <translation>Die Adresse ist kopiert. Öffnen Sie sie in einem Browser auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Add clusters through a relay</source>
        <translation>Cluster über ein Relay hinzufügen</translation>
    </message>
    <message>
        <source>You see what the relay lets you see, and need no kubeconfig. Your sign-in is kept in this system&apos;s keychain.</source>
        <translation>Sie sehen, was das Relay Sie sehen lässt, und brauchen keine kubeconfig. Ihre Anmeldung liegt im Schlüsselbund dieses Systems.</translation>
    </message>
    <message>
        <source>Sign in at %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>Sign in on the page that has opened in your browser; then it goes on here.</source>
        <translation>Melden Sie sich auf der Seite an, die sich in Ihrem Browser geöffnet hat; danach geht es hier weiter.</translation>
    </message>
    <message>
        <source>An API key begins with kyk_. Who runs the relay makes one with “krateyard relay --new-api-key NAME”.</source>
        <translation>Ein API-Schlüssel beginnt mit kyk_. Wer das Relay betreibt, macht einen mit „krateyard relay --new-api-key NAME“.</translation>
    </message>
</context>
<context>
    <name>workspace::RelayTry</name>
    <message>
        <source>You are signed in. Go back to Krateyard; this page may be closed.</source>
        <translation>Sie sind angemeldet. Gehen Sie zurück zu Krateyard; diese Seite kann geschlossen werden.</translation>
    </message>
    <message>
        <source>%1 has no clusters for you. Ask who runs it which ones it should serve.</source>
        <translation>%1 hat keine Cluster für Sie. Fragen Sie den Betreiber, welche es bereitstellen soll.</translation>
    </message>
</context>
<context>
    <name>workspace::RelayVersions</name>
    <message>
        <source>The relay %1 cannot be reached: %2</source>
        <translation>Das Relay %1 ist nicht zu erreichen: %2</translation>
    </message>
    <message>
        <source>The relay %1 did not accept your token.</source>
        <translation>Das Relay %1 hat Ihr Token nicht angenommen.</translation>
    </message>
    <message>
        <source>You may look at versions, but not keep or bring back any: that takes an editor of this yard.</source>
        <translation>Sie dürfen Versionen ansehen, aber keine aufheben oder zurückholen: Dazu muss man diesen Yard ändern dürfen.</translation>
    </message>
    <message>
        <source>The relay %1 does not have this. It may be of an older version, or somebody removed it.</source>
        <translation>Das Relay %1 hat das nicht. Vielleicht ist es älter, oder jemand hat es entfernt.</translation>
    </message>
    <message>
        <source>The yard is too large for another version.</source>
        <translation>Der Yard ist zu groß für eine weitere Version.</translation>
    </message>
    <message>
        <source>The relay %1 asks to wait a moment.</source>
        <translation>Das Relay %1 bittet um einen Moment Geduld.</translation>
    </message>
    <message>
        <source>The relay %1 refused: %2</source>
        <translation>Das Relay %1 hat abgelehnt: %2</translation>
    </message>
</context>
<context>
    <name>workspace::Release</name>
    <message>
        <source>revision %1</source>
        <translation>Revision %1</translation>
    </message>
    <message>
        <source>‹ older</source>
        <translation>‹ älter</translation>
    </message>
    <message>
        <source>newer ›</source>
        <translation>neuer ›</translation>
    </message>
    <message>
        <source>app %1</source>
        <translation>App %1</translation>
    </message>
    <message>
        <source>Revision %1 → %2</source>
        <translation>Revision %1 → %2</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>Reading both revisions…</source>
        <translation>Beide Revisionen werden gelesen …</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>roll back</source>
        <translation>zurückrollen</translation>
    </message>
    <message>
        <source>Roll back to revision %1</source>
        <translation>Auf Revision %1 zurückrollen</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Angegeben</translation>
    </message>
    <message>
        <source>Computed, with the chart&apos;s defaults</source>
        <translation>Berechnet, mit den Vorgaben des Charts</translation>
    </message>
    <message>
        <source>No values were given: the chart&apos;s defaults hold.</source>
        <translation>Es sind keine Values angegeben: Es gelten die Vorgaben des Charts.</translation>
    </message>
    <message>
        <source>The chart left no notes.</source>
        <translation>Das Chart hat keine Hinweise hinterlassen.</translation>
    </message>
    <message>
        <source>Rev</source>
        <translation>Rev</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>There is one revision only: nothing to compare.</source>
        <translation>Es gibt nur eine Revision: nichts zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>workspace::ReleaseContent</name>
    <message>
        <source>Revision %1</source>
        <translation>Revision %1</translation>
    </message>
    <message>
        <source>You may not read the releases in %1</source>
        <translation>Sie dürfen die Releases in %1 nicht lesen</translation>
    </message>
    <message>
        <source>Helm keeps them in secrets. Ask for the right to list and get secrets in this namespace.</source>
        <translation>Helm speichert sie in Secrets. Bitten Sie um das Recht, Secrets in diesem Namespace aufzulisten und zu lesen (list, get).</translation>
    </message>
    <message>
        <source>The release cannot be read</source>
        <translation>Das Release kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>There is no release %1 in %2</source>
        <translation>In %2 gibt es kein Release %1</translation>
    </message>
    <message>
        <source>It was uninstalled, or never was there. When it is installed, it appears here by itself.</source>
        <translation>Es wurde deinstalliert oder war nie da. Wird es installiert, erscheint es hier von selbst.</translation>
    </message>
    <message>
        <source>Revision %1 cannot be read</source>
        <translation>Revision %1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
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
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Question: roll %1 back to revision %2</source>
        <translation>Frage: %1 auf Revision %2 zurückrollen</translation>
    </message>
    <message>
        <source>Revisions of %1; from %2 to %3: %4</source>
        <translation>Revisionen von %1; von %2 zu %3: %4</translation>
    </message>
    <message numerus="yes">
        <source>Release %1, revision %2, %n lines</source>
        <translation>
            <numerusform>Release %1, Revision %2, %n Zeile</numerusform>
            <numerusform>Release %1, Revision %2, %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of it was done: %1</source>
        <translation>Nicht alles wurde getan: %1</translation>
    </message>
</context>
<context>
    <name>workspace::ReleaseList</name>
    <message>
        <source>Filter by name, status, chart</source>
        <translation>Nach Name, Status, Chart filtern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln release(s)</source>
        <translation>
            <numerusform>%Ln Release</numerusform>
            <numerusform>%Ln Releases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
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
        <source>%1, written %2</source>
        <translation>%1, geschrieben %2</translation>
    </message>
    <message>
        <source>The releases cannot be read</source>
        <translation>Die Releases können nicht gelesen werden</translation>
    </message>
    <message>
        <source>You may not see the releases of all namespaces</source>
        <translation>Sie dürfen nicht die Releases aller Namespaces sehen</translation>
    </message>
    <message>
        <source>Choose namespaces that you have access to: the button above, or Alt+N.</source>
        <translation>Wählen Sie Namespaces, auf die Sie Zugriff haben: mit der Schaltfläche oben oder Alt+N.</translation>
    </message>
    <message>
        <source>You may not see the releases in %1</source>
        <translation>Sie dürfen die Releases in %1 nicht sehen</translation>
    </message>
    <message>
        <source>Helm keeps releases in secrets, which you may not list here. Choose other namespaces (Alt+N), or ask for that right.</source>
        <translation>Helm speichert Releases in Secrets, die Sie hier nicht auflisten dürfen. Wählen Sie andere Namespaces (Alt+N) oder bitten Sie um dieses Recht.</translation>
    </message>
    <message>
        <source>Reading releases…</source>
        <translation>Releases werden gelesen …</translation>
    </message>
    <message>
        <source>No Helm releases in this cluster</source>
        <translation>Keine Helm-Releases in diesem Cluster</translation>
    </message>
    <message>
        <source>No Helm releases in %1</source>
        <translation>Keine Helm-Releases in %1</translation>
    </message>
    <message>
        <source>What helm install makes appears here by itself.</source>
        <translation>Was helm install anlegt, erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Keine Treffer</translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln release(s) fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>%Ln Release passt nicht zum Filter. Escape löscht ihn.</numerusform>
            <numerusform>Keines der %Ln Releases passt zum Filter. Escape löscht ihn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ReleaseModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>App version</source>
        <translation>App-Version</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
</context>
<context>
    <name>workspace::ReportPanel</name>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>This is all that the report holds. Read it, take out what you do not want to tell, then save it and send it with a description of the problem. Nothing is sent by itself.</source>
        <translation>Dies ist alles, was der Bericht enthält. Lesen Sie ihn, entfernen Sie, was Sie nicht mitteilen möchten, speichern Sie ihn dann und senden Sie ihn mit einer Beschreibung des Problems. Von selbst wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>The report could not be written to %1: %2. Choose another place.</source>
        <translation>Der Bericht konnte nicht nach %1 geschrieben werden: %2. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>workspace::RevealedSecret</name>
    <message>
        <source>The relay does not show you the values of this Secret. Ask who runs it for the group that may see them.</source>
        <translation>Das Relay zeigt Ihnen die Werte dieses Secrets nicht. Bitten Sie den Betreiber um die Gruppe, die sie sehen darf.</translation>
    </message>
</context>
<context>
    <name>workspace::ReviewPanel</name>
    <message>
        <source>In the cluster</source>
        <translation>Im Cluster</translation>
    </message>
    <message>
        <source>After applying</source>
        <translation>Nach dem Anwenden</translation>
    </message>
    <message>
        <source>Its kind or namespace is made by this same file, so it could not be checked beforehand.</source>
        <translation>Sein Kind oder Namespace entsteht erst durch diese Datei, es konnte daher nicht vorher geprüft werden.</translation>
    </message>
</context>
<context>
    <name>workspace::Rollback</name>
    <message>
        <source>create</source>
        <translation>anlegen</translation>
    </message>
    <message>
        <source>change</source>
        <translation>ändern</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>keep, as its resource policy says</source>
        <translation>behalten, wie seine Resource-Policy es sagt</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Roll %1 back to revision %2</source>
        <translation>%1 auf Revision %2 zurückrollen</translation>
    </message>
    <message>
        <source>Cluster %1, namespace %2</source>
        <translation>Cluster %1, Namespace %2</translation>
    </message>
    <message>
        <source>From revision %1 to what revision %2 was, as revision %3</source>
        <translation>Von Revision %1 zum Stand von Revision %2, als Revision %3</translation>
    </message>
    <message>
        <source>No object changes: they are as that revision has them.</source>
        <translation>Kein Objekt ändert sich: Alle sind, wie jene Revision sie hat.</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) change</source>
        <translation>
            <numerusform>%n Objekt ändert sich</numerusform>
            <numerusform>%n Objekte ändern sich</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed, %2 created, %3 deleted</source>
        <translation>%1 geändert, %2 angelegt, %3 gelöscht</translation>
    </message>
    <message>
        <source>Hooks are not run: %1. Helm itself would run them.</source>
        <translation>Hooks werden nicht ausgeführt: %1. Helm selbst würde sie ausführen.</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>at it…</source>
        <translation>in Arbeit …</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>left alone, since others failed</source>
        <translation>nicht angerührt, da andere fehlgeschlagen sind</translation>
    </message>
    <message>
        <source>You may not do all that it needs:</source>
        <translation>Sie dürfen nicht alles, was dazu nötig ist:</translation>
    </message>
    <message>
        <source>%1 %2 in %3</source>
        <translation>%1 %2 in %3</translation>
    </message>
    <message>
        <source>Ask whoever grants rights in this cluster for these.</source>
        <translation>Bitten Sie darum, wo die Rechte in diesem Cluster vergeben werden.</translation>
    </message>
    <message>
        <source>Looking at what would change…</source>
        <translation>Es wird ermittelt, was sich ändern würde …</translation>
    </message>
    <message>
        <source>[ Roll back ]</source>
        <translation>[ Zurückrollen ]</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Done: revision %1 is deployed.</source>
        <translation>Erledigt: Revision %1 ist ausgerollt.</translation>
    </message>
    <message>
        <source>[ Cancel ]</source>
        <translation>[ Abbrechen ]</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>[ Back to the history ]</source>
        <translation>[ Zurück zum Verlauf ]</translation>
    </message>
    <message>
        <source>Another operation on this release is under way, or was cut off (%1). Wait for it; if nobody is at it, delete that revision&apos;s secret first.</source>
        <translation>Ein anderer Vorgang an diesem Release läuft oder wurde unterbrochen (%1). Warten Sie ihn ab; wenn niemand daran arbeitet, löschen Sie zuerst das Secret dieser Revision.</translation>
    </message>
    <message>
        <source>Somebody else changed this release at the same moment. Look at its history, then try again.</source>
        <translation>Jemand anderes hat dieses Release im selben Moment geändert. Sehen Sie sich den Verlauf an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>That revision does not exist any more: Helm keeps only the last ones.</source>
        <translation>Diese Revision gibt es nicht mehr: Helm behält nur die letzten.</translation>
    </message>
    <message>
        <source>The manifest does not fit this cluster: %1. Upgrade the chart instead.</source>
        <translation>Das Manifest passt nicht zu diesem Cluster: %1. Aktualisieren Sie stattdessen das Chart.</translation>
    </message>
    <message>
        <source>The release cannot be read: %1.</source>
        <translation>Das Release kann nicht gelesen werden: %1.</translation>
    </message>
</context>
<context>
    <name>workspace::SchemaAssist</name>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1, erforderlich</translation>
    </message>
    <message>
        <source>One of: %1</source>
        <translation>Einer von: %1</translation>
    </message>
</context>
<context>
    <name>workspace::Secret</name>
    <message>
        <source>Certificate of %1</source>
        <translation>Zertifikat von %1</translation>
    </message>
    <message>
        <source>Issued by itself</source>
        <translation>Selbst ausgestellt</translation>
    </message>
    <message>
        <source>Issued by %1</source>
        <translation>Ausgestellt von %1</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>Für %1</translation>
    </message>
    <message>
        <source>Expired since %1</source>
        <translation>Abgelaufen seit %1</translation>
    </message>
    <message numerus="yes">
        <source>Valid until %1, %n day(s) more</source>
        <translation>
            <numerusform>Gültig bis %1, noch %n Tag</numerusform>
            <numerusform>Gültig bis %1, noch %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate in it cannot be read.</source>
        <translation>Das Zertifikat darin kann nicht gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>Text, %1</source>
        <translation>Text, %1</translation>
    </message>
    <message>
        <source>JSON, %1</source>
        <translation>JSON, %1</translation>
    </message>
    <message>
        <source>Certificates, %1</source>
        <translation>Zertifikate, %1</translation>
    </message>
    <message>
        <source>Binary, %1</source>
        <translation>Binär, %1</translation>
    </message>
    <message>
        <source>Not base64: it cannot be decoded</source>
        <translation>Kein Base64: Es kann nicht dekodiert werden</translation>
    </message>
</context>
<context>
    <name>workspace::SecretEditor</name>
    <message>
        <source>The Secret has changed in the cluster. What you typed is kept.</source>
        <translation>Das Secret hat sich im Cluster geändert. Was Sie getippt haben, bleibt.</translation>
    </message>
    <message>
        <source>This Secret is empty.</source>
        <translation>Dieses Secret ist leer.</translation>
    </message>
    <message>
        <source>Copied; the clipboard is cleared in 45 seconds.</source>
        <translation>Kopiert; die Zwischenablage wird in 45 Sekunden geleert.</translation>
    </message>
    <message>
        <source>Copied in base64; the clipboard is cleared in 45 seconds.</source>
        <translation>Als Base64 kopiert; die Zwischenablage wird in 45 Sekunden geleert.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>The cluster is asked…</source>
        <translation>Der Cluster wird gefragt …</translation>
    </message>
    <message>
        <source>Change the key “%1” of the Secret %2 in %3?</source>
        <translation>Den Schlüssel „%1“ des Secrets %2 in %3 ändern?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>The key “%1” belongs to %2, which may set it back. Take it over?</source>
        <translation>Der Schlüssel „%1“ gehört %2 und wird von dort vielleicht zurückgesetzt. Übernehmen?</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Give up what you typed?</source>
        <translation>Verwerfen, was Sie getippt haben?</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Secret %1 in %2</source>
        <translation>Secret %1 in %2</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>It has line ends or spaces that an editor would change: it can be seen and copied here, and changed in YAML.</source>
        <translation>Es enthält Zeilenenden oder Leerzeichen, die ein Editor ändern würde: Hier kann es angesehen und kopiert, in YAML geändert werden.</translation>
    </message>
    <message>
        <source>Shown indented; what is changed is saved as it stands here.</source>
        <translation>Eingerückt gezeigt; was geändert wird, wird so gespeichert, wie es hier steht.</translation>
    </message>
    <message>
        <source>The relay is asked for the values…</source>
        <translation>Das Relay wird nach den Werten gefragt…</translation>
    </message>
    <message>
        <source>The relay leaves the value out. Reveal asks for it; that is written down.</source>
        <translation>Das Relay lässt den Wert weg. „Zeigen“ fragt danach; das wird vermerkt.</translation>
    </message>
</context>
<context>
    <name>workspace::SessionFile</name>
    <message>
        <source>What you had arranged for yourself cannot be read and begins anew. The file is kept as %1.</source>
        <translation>Die persönliche Einrichtung kann nicht gelesen werden und beginnt von vorn. Die Datei bleibt als %1 erhalten.</translation>
    </message>
    <message>
        <source>What you arranged for yourself could not be saved: %1.</source>
        <translation>Die persönliche Einrichtung konnte nicht gespeichert werden: %1.</translation>
    </message>
</context>
<context>
    <name>workspace::SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search in the settings</source>
        <translation>In den Einstellungen suchen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>The colours of everything.</source>
        <translation>Die Farben von allem.</translation>
    </message>
    <message>
        <source>dark light colours appearance</source>
        <translation>dunkel hell Farben Aussehen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>translation english german chinese</source>
        <translation>Übersetzung Englisch Deutsch Chinesisch</translation>
    </message>
    <message>
        <source>Keys go to</source>
        <translation>Tasten gehen an</translation>
    </message>
    <message>
        <source>Which window of the yard gets what is typed.</source>
        <translation>Welches Fenster des Yards das Getippte bekommt.</translation>
    </message>
    <message>
        <source>focus keyboard pointer mouse click</source>
        <translation>Fokus Tastatur Zeiger Maus Klick</translation>
    </message>
    <message>
        <source>The window under the pointer</source>
        <translation>Das Fenster unter dem Zeiger</translation>
    </message>
    <message>
        <source>The window clicked last</source>
        <translation>Das zuletzt angeklickte Fenster</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Flights over the yard. Off: the camera jumps.</source>
        <translation>Flüge über den Yard. Aus: Die Kamera springt.</translation>
    </message>
    <message>
        <source>animation flight reduce</source>
        <translation>Animation Flug verringern</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>The bar at the lower edge that tells the keys.</source>
        <translation>Die Leiste am unteren Rand, die die Tasten nennt.</translation>
    </message>
    <message>
        <source>help bar keys</source>
        <translation>Hilfe Leiste Tasten</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Tell me when something that I watch starts or stops failing.</source>
        <translation>Melden, wenn etwas Beobachtetes ausfällt oder sich erholt.</translation>
    </message>
    <message>
        <source>messages alerts watch</source>
        <translation>Meldungen Alarme beobachten</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>Context %1</source>
        <translation>Kontext %1</translation>
    </message>
    <message>
        <source>Production: asks twice. Read-only: nothing is changed from here.</source>
        <translation>Produktion: fragt zweimal. Schreibgeschützt: Von hier aus wird nichts geändert.</translation>
    </message>
    <message>
        <source>cluster safety protect production read-only</source>
        <translation>Cluster Sicherheit schützen Produktion schreibgeschützt</translation>
    </message>
    <message>
        <source>Takes effect with the next start, or now by the button above the yard.</source>
        <translation>Gilt ab dem nächsten Start, oder jetzt über die Schaltfläche über dem Yard.</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 Pixel</translation>
    </message>
    <message>
        <source>Text in terminals</source>
        <translation>Text in Terminals</translation>
    </message>
    <message>
        <source>Its height at a zoom of 100 %.</source>
        <translation>Seine Höhe bei einem Zoom von 100 %.</translation>
    </message>
    <message>
        <source>font size shell terminal</source>
        <translation>Schrift Größe Shell Terminal</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Glocke</translation>
    </message>
    <message>
        <source>What happens when a shell rings.</source>
        <translation>Was geschieht, wenn eine Shell klingelt.</translation>
    </message>
    <message>
        <source>terminal shell sound beep</source>
        <translation>Terminal Shell Ton Piepton</translation>
    </message>
    <message>
        <source>A sign in the window</source>
        <translation>Ein Zeichen im Fenster</translation>
    </message>
    <message>
        <source>A sign and a sound</source>
        <translation>Ein Zeichen und ein Ton</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Zeigen…</translation>
    </message>
    <message>
        <source>Clusters through relays</source>
        <translation>Cluster über Relays</translation>
    </message>
    <message>
        <source>Clusters without a kubeconfig: where you are signed in, and more of them.</source>
        <translation>Cluster ohne kubeconfig: wo Sie angemeldet sind, und weitere.</translation>
    </message>
    <message>
        <source>gateway sign in out login api key</source>
        <translation>Gateway anmelden abmelden Login API-Schlüssel</translation>
    </message>
</context>
<context>
    <name>workspace::SharingDesk</name>
    <message>
        <source>You are a viewer here: you can look, not change.</source>
        <translation>Sie sehen hier nur zu: ansehen ja, ändern nein.</translation>
    </message>
    <message>
        <source>This yard has yet to be loaded from its relay.</source>
        <translation>Dieser Yard muss erst von seinem Relay geladen werden.</translation>
    </message>
    <message>
        <source>Yards</source>
        <translation>Yards</translation>
    </message>
    <message>
        <source>Join a yard…</source>
        <translation>Einem Yard beitreten …</translation>
    </message>
    <message>
        <source>relay</source>
        <translation>Relay</translation>
    </message>
    <message>
        <source>share</source>
        <translation>teilen</translation>
    </message>
    <message>
        <source>together</source>
        <translation>gemeinsam</translation>
    </message>
    <message>
        <source>Leave this shared yard</source>
        <translation>Diesen geteilten Yard verlassen</translation>
    </message>
    <message>
        <source>disconnect</source>
        <translation>trennen</translation>
    </message>
    <message>
        <source>Your name and colour</source>
        <translation>Ihr Name und Ihre Farbe</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Try to reach the relay now</source>
        <translation>Jetzt versuchen, das Relay zu erreichen</translation>
    </message>
    <message>
        <source>reconnect</source>
        <translation>neu verbinden</translation>
    </message>
    <message>
        <source>Join again…</source>
        <translation>Erneut beitreten …</translation>
    </message>
    <message>
        <source>You are offline: what the others change is not shown.</source>
        <translation>Sie sind offline: Was die anderen ändern, wird nicht gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>You are offline: %n change(s) wait to be sent.</source>
        <translation>
            <numerusform>Sie sind offline: %n Änderung wartet darauf, gesendet zu werden.</numerusform>
            <numerusform>Sie sind offline: %n Änderungen warten darauf, gesendet zu werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are offline: what you change is sent when the relay answers again.</source>
        <translation>Sie sind offline: Was Sie ändern, wird gesendet, wenn das Relay wieder antwortet.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>What is in it stays here, as a yard of your own. The others keep theirs. You can join again with an invite.</source>
        <translation>Was darin ist, bleibt hier als eigener Yard. Die anderen behalten ihren. Mit einer Einladung können Sie wieder beitreten.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours will never reach them.</source>
        <translation>
            <numerusform>%n Änderung von Ihnen wird sie nie erreichen.</numerusform>
            <numerusform>%n Änderungen von Ihnen werden sie nie erreichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation>„%1“ verlassen?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
</context>
<context>
    <name>workspace::ShellBar</name>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Choose the container</source>
        <translation>Container wählen</translation>
    </message>
    <message>
        <source>Choose what to run in it</source>
        <translation>Wählen, was darin läuft</translation>
    </message>
    <message>
        <source>Find  Ctrl+Shift+F</source>
        <translation>Suchen  Strg+Umschalt+F</translation>
    </message>
    <message>
        <source>Type into several shells at once…</source>
        <translation>In mehrere Shells zugleich tippen …</translation>
    </message>
    <message>
        <source>End the transcript</source>
        <translation>Mitschrift beenden</translation>
    </message>
    <message>
        <source>Write a transcript to a file…</source>
        <translation>Mitschrift in eine Datei schreiben …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
</context>
<context>
    <name>workspace::ShellChoice</name>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Angehängt</translation>
    </message>
</context>
<context>
    <name>workspace::ShellContent</name>
    <message>
        <source>Container %1</source>
        <translation>Container %1</translation>
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
    <message>
        <source>The container&apos;s shell</source>
        <translation>Die Shell des Containers</translation>
    </message>
    <message>
        <source>Command: %1…</source>
        <translation>Befehl: %1 …</translation>
    </message>
    <message>
        <source>A command of your own…</source>
        <translation>Eigener Befehl …</translation>
    </message>
    <message>
        <source>Attach to what the container runs</source>
        <translation>An das anhängen, was der Container ausführt</translation>
    </message>
    <message>
        <source>Attached to what the container runs.</source>
        <translation>An das angehängt, was der Container ausführt.</translation>
    </message>
    <message>
        <source>Attached to what the container runs. It reads nothing: you see what it prints from now on.</source>
        <translation>An das angehängt, was der Container ausführt. Es liest nichts: Sie sehen, was es ab jetzt ausgibt.</translation>
    </message>
    <message>
        <source>This file cannot be written (%1): choose another.</source>
        <translation>Diese Datei kann nicht geschrieben werden (%1): Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>What was typed did not fit: the connection is too slow, or nothing reads it.</source>
        <translation>Die Eingabe passte nicht mehr hinein: Die Verbindung ist zu langsam, oder nichts liest die Eingabe.</translation>
    </message>
    <message>
        <source>The transcript has ended: %1.</source>
        <translation>Die Mitschrift ist beendet: %1.</translation>
    </message>
    <message>
        <source>This container has no “%1”: choose something else to run below.</source>
        <translation>Dieser Container hat kein „%1“: Wählen Sie unten etwas anderes zum Ausführen.</translation>
    </message>
    <message numerus="yes">
        <source>Typing into %Ln shell(s); Escape ends it.</source>
        <translation>
            <numerusform>Getipptes geht an %Ln Shell; Escape beendet das.</numerusform>
            <numerusform>Getipptes geht an %Ln Shells; Escape beendet das.</numerusform>
        </translation>
    </message>
    <message>
        <source>Transcript: %1</source>
        <translation>Mitschrift: %1</translation>
    </message>
    <message>
        <source>%1 is production: each line may be run at once.</source>
        <translation>%1 ist Produktion: Jede Zeile kann sofort ausgeführt werden.</translation>
    </message>
    <message>
        <source>A shell in production hears what you type: each line may be run at once.</source>
        <translation>Eine Shell in Produktion empfängt, was Sie tippen: Jede Zeile kann sofort ausgeführt werden.</translation>
    </message>
</context>
<context>
    <name>workspace::ShellFindBar</name>
    <message>
        <source>Older hit</source>
        <translation>Älterer Treffer</translation>
    </message>
    <message>
        <source>Newer hit</source>
        <translation>Neuerer Treffer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Find in the terminal</source>
        <translation>Im Terminal suchen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
</context>
<context>
    <name>workspace::ShellPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>workspace::ShellSurface</name>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Ctrl+click opens %1</source>
        <translation>Strg+Klick öffnet %1</translation>
    </message>
</context>
<context>
    <name>workspace::Spectator</name>
    <message>
        <source>Spectating</source>
        <translation>Sie sehen zu</translation>
    </message>
    <message>
        <source>Stop   Esc</source>
        <translation>Aufhören   Esc</translation>
    </message>
    <message>
        <source>%1 brings everyone to where they are.</source>
        <translation>%1 holt alle zu sich.</translation>
    </message>
    <message>
        <source>Stay where I was</source>
        <translation>Bleiben, wo ich war</translation>
    </message>
    <message>
        <source>You see what %1 sees</source>
        <translation>Sie sehen, was %1 sieht</translation>
    </message>
    <message>
        <source>Everyone sees what you see</source>
        <translation>Alle sehen, was Sie sehen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Aufhören</translation>
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
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln gefunden</numerusform>
            <numerusform>%Ln gefunden</numerusform>
        </translation>
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
    <message>
        <source>Pinned and opened recently</source>
        <translation>Angeheftet und zuletzt geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>Alt+A search %Ln more contexts</source>
        <translation>
            <numerusform>Alt+A %Ln weiteren Kontext durchsuchen</numerusform>
            <numerusform>Alt+A %Ln weitere Kontexte durchsuchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter open</source>
        <translation>Enter öffnen</translation>
    </message>
    <message>
        <source>Alt+L logs</source>
        <translation>Alt+L Logs</translation>
    </message>
    <message>
        <source>Alt+S shell</source>
        <translation>Alt+S Shell</translation>
    </message>
    <message>
        <source>Alt+Y YAML</source>
        <translation>Alt+Y YAML</translation>
    </message>
    <message>
        <source>Alt+D describe</source>
        <translation>Alt+D Describe</translation>
    </message>
    <message>
        <source>Ctrl+D pin</source>
        <translation>Strg+D anheften</translation>
    </message>
    <message>
        <source>Esc close</source>
        <translation>Esc schließen</translation>
    </message>
    <message>
        <source>%1. %2 of %3</source>
        <translation>%1. %2 von %3</translation>
    </message>
    <message>
        <source>namespace %1</source>
        <translation>Namespace %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pins are the most</source>
        <translation>
            <numerusform>Mehr als %Ln lässt sich nicht anheften</numerusform>
            <numerusform>Mehr als %Ln lassen sich nicht anheften</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Sums</name>
    <message>
        <source>requests %1</source>
        <translation>Requests %1</translation>
    </message>
    <message>
        <source>limits %1</source>
        <translation>Limits %1</translation>
    </message>
    <message>
        <source>%L1/%L2 ready</source>
        <translation>%L1/%L2 bereit</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>MEM</source>
        <translation>MEM</translation>
    </message>
    <message numerus="yes">
        <source>%Ln restart(s)</source>
        <translation>
            <numerusform>%Ln Neustart</numerusform>
            <numerusform>%Ln Neustarts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::TableContent</name>
    <message>
        <source>Fit all widths</source>
        <translation>Alle Breiten anpassen</translation>
    </message>
    <message>
        <source>Back to the usual columns</source>
        <translation>Zurück zu den üblichen Spalten</translation>
    </message>
    <message>
        <source>Labels and annotations</source>
        <translation>Labels und Annotationen</translation>
    </message>
    <message>
        <source>Another label…</source>
        <translation>Ein anderes Label …</translation>
    </message>
    <message>
        <source>The label&apos;s key, for example app.kubernetes.io/name</source>
        <translation>Der Schlüssel des Labels, zum Beispiel app.kubernetes.io/name</translation>
    </message>
    <message>
        <source>An annotation…</source>
        <translation>Eine Annotation …</translation>
    </message>
    <message>
        <source>The annotation&apos;s key, for example example.org/owner</source>
        <translation>Der Schlüssel der Annotation, zum Beispiel example.org/owner</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>Schlimmstes zuerst</translation>
    </message>
    <message>
        <source>Move a column forward</source>
        <translation>Spalte nach vorn verschieben</translation>
    </message>
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
</context>
<context>
    <name>workspace::TextPane</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>workspace::TimelineStrip</name>
    <message>
        <source>No line has a time.</source>
        <translation>Keine Zeile hat eine Zeit.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n line(s)</source>
        <translation>
            <numerusform>%1: %n Zeile</numerusform>
            <numerusform>%1: %n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ToolCenter</name>
    <message>
        <source>Forward a port…</source>
        <translation>Port weiterleiten …</translation>
    </message>
    <message>
        <source>Copy files from it…</source>
        <translation>Dateien von dort kopieren …</translation>
    </message>
    <message>
        <source>Copy files to it…</source>
        <translation>Dateien dorthin kopieren …</translation>
    </message>
    <message>
        <source>Debug…</source>
        <translation>Debuggen …</translation>
    </message>
</context>
<context>
    <name>workspace::ToolEntries</name>
    <message>
        <source>Port forward</source>
        <translation>Port weiterleiten</translation>
    </message>
    <message>
        <source>Copy files</source>
        <translation>Dateien kopieren</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Debug</translation>
    </message>
</context>
<context>
    <name>workspace::ToolPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUKTION</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>Yard</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>Go to another yard, make or delete one</source>
        <translation>Zu einem anderen Yard gehen, einen anlegen oder löschen</translation>
    </message>
    <message>
        <source>Cluster %1, through the relay %2</source>
        <translation>Cluster %1, über das Relay %2</translation>
    </message>
    <message>
        <source>Add clusters through a relay…</source>
        <translation>Cluster über ein Relay hinzufügen…</translation>
    </message>
</context>
<context>
    <name>workspace::Topology</name>
    <message numerus="yes">
        <source>%n more pod(s)</source>
        <translation>
            <numerusform>%n weiterer Pod</numerusform>
            <numerusform>%n weitere Pods</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no service %1. Make it, or correct the ingress.</source>
        <translation>Es gibt keinen Service %1. Legen Sie ihn an oder berichtigen Sie den Ingress.</translation>
    </message>
    <message>
        <source>%1 has no port %2. Correct the ingress or the service.</source>
        <translation>%1 hat keinen Port %2. Berichtigen Sie den Ingress oder den Service.</translation>
    </message>
    <message>
        <source>%1: there is no secret %2 for TLS.</source>
        <translation>%1: Es gibt kein Secret %2 für TLS.</translation>
    </message>
    <message>
        <source>%1: no container has a port named %2.</source>
        <translation>%1: Kein Container hat einen Port namens %2.</translation>
    </message>
    <message>
        <source>%1: no pod has the labels that it selects.</source>
        <translation>%1: Kein Pod hat die Labels des Selektors.</translation>
    </message>
    <message>
        <source>%1: none of its pods is ready.</source>
        <translation>%1: Keiner der Pods ist bereit.</translation>
    </message>
    <message>
        <source>%1 has no selector, and nobody gave it addresses.</source>
        <translation>%1 hat keinen Selektor, und niemand hat Adressen eingetragen.</translation>
    </message>
    <message>
        <source>%1 is not ready and gets nothing.</source>
        <translation>%1 ist nicht bereit und bekommt nichts.</translation>
    </message>
    <message>
        <source>No service leads here, and this leads nowhere.</source>
        <translation>Kein Service führt hierher, und von hier führt nichts weiter.</translation>
    </message>
    <message>
        <source>Every way is whole.</source>
        <translation>Alle Wege sind intakt.</translation>
    </message>
    <message>
        <source>Ways</source>
        <translation>Wege</translation>
    </message>
</context>
<context>
    <name>workspace::TopologyContent</name>
    <message>
        <source>What is broken</source>
        <translation>Was defekt ist</translation>
    </message>
    <message>
        <source>You may not list %1 here: something may be missing.</source>
        <translation>Sie dürfen %1 hier nicht auflisten: Es kann etwas fehlen.</translation>
    </message>
    <message>
        <source>Network policies</source>
        <translation>NetworkPolicies</translation>
    </message>
    <message>
        <source>Write a pod or an address, and a port: shop/web-1 8080, 192.0.2.1 53/udp, to bank/db-0 5432.</source>
        <translation>Schreiben Sie einen Pod oder eine Adresse und einen Port: shop/web-1 8080, 192.0.2.1 53/udp, to bank/db-0 5432.</translation>
    </message>
    <message>
        <source>There is no pod %1 in %2.</source>
        <translation>In %2 gibt es keinen Pod %1.</translation>
    </message>
    <message>
        <source>The policies of %1 are not known: %2</source>
        <translation>Die Policies von %1 sind nicht bekannt: %2</translation>
    </message>
    <message>
        <source>Looking at what leads to %1…</source>
        <translation>Es wird ermittelt, was zu %1 führt …</translation>
    </message>
    <message>
        <source>Topology of %1 %2</source>
        <translation>Topologie von %1 %2</translation>
    </message>
    <message>
        <source>May … reach this? Type a pod or an address, and a port</source>
        <translation>Darf … dies erreichen? Pod oder Adresse und einen Port eingeben</translation>
    </message>
    <message numerus="yes">
        <source>and %n more pod(s)</source>
        <translation>
            <numerusform>und %n weiterer Pod</numerusform>
            <numerusform>und %n weitere Pods</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::TranscriptPanel</name>
    <message>
        <source>Keep colours and cursor movements</source>
        <translation>Farben und Cursorbewegungen behalten</translation>
    </message>
    <message>
        <source>Write a transcript</source>
        <translation>Mitschrift schreiben</translation>
    </message>
    <message>
        <source>All that the shell prints from now on goes to this file. It may then hold secrets; only you can read it.</source>
        <translation>Alles, was die Shell ab jetzt ausgibt, geht in diese Datei. Sie kann dann Geheimnisse enthalten; nur Sie können sie lesen.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
</context>
<context>
    <name>workspace::TreeContent</name>
    <message>
        <source>level %L1</source>
        <translation>Ebene %L1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Filter: web  ns:pay  status:failed  re:/…/  -word</source>
        <translation>Filter: web  ns:pay  status:failed  re:/…/  -wort</translation>
    </message>
    <message numerus="yes">
        <source>%Ln object(s)</source>
        <translation>
            <numerusform>%Ln Objekt</numerusform>
            <numerusform>%Ln Objekte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>looking for more…</source>
        <translation>weitere werden gesucht …</translation>
    </message>
    <message>
        <source>no access to %1</source>
        <translation>kein Zugriff auf %1</translation>
    </message>
    <message>
        <source>Tree: %1</source>
        <translation>Baum: %1</translation>
    </message>
    <message>
        <source>You may not list this here</source>
        <translation>Dies dürfen Sie hier nicht auflisten</translation>
    </message>
    <message>
        <source>This cannot be listed</source>
        <translation>Auflisten nicht möglich</translation>
    </message>
    <message>
        <source>Reading what belongs together…</source>
        <translation>Es wird gelesen, was zusammengehört …</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>Nothing fits the filter. Escape clears it.</source>
        <translation>Nichts passt zum Filter. Escape löscht ihn.</translation>
    </message>
    <message>
        <source>There is nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>There is nothing in %1</source>
        <translation>In %1 ist nichts</translation>
    </message>
    <message>
        <source>What is made appears here by itself.</source>
        <translation>Was angelegt wird, erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>Open everything (Ctrl+Right)</source>
        <translation>Alles aufklappen (Strg+Rechts)</translation>
    </message>
    <message>
        <source>Close everything (Ctrl+Left)</source>
        <translation>Alles zuklappen (Strg+Links)</translation>
    </message>
</context>
<context>
    <name>workspace::TreeModel</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Does not exist</source>
        <translation>Existiert nicht</translation>
    </message>
</context>
<context>
    <name>workspace::VersionDesk</name>
    <message>
        <source>Yards</source>
        <translation>Yards</translation>
    </message>
    <message>
        <source>Version history of this yard</source>
        <translation>Versionen dieses Yards</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>wiederherstellen</translation>
    </message>
    <message>
        <source>snapshots</source>
        <translation>Schnappschüsse</translation>
    </message>
    <message>
        <source>history</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Keep this state of the yard as a version</source>
        <translation>Diesen Stand des Yards als Version aufheben</translation>
    </message>
    <message>
        <source>name this version</source>
        <translation>Version benennen</translation>
    </message>
    <message>
        <source>save</source>
        <translation>speichern</translation>
    </message>
    <message>
        <source>Keep this state of the yard</source>
        <translation>Diesen Stand des Yards aufheben</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>“%1” is kept.</source>
        <translation>„%1“ ist aufgehoben.</translation>
    </message>
    <message>
        <source>For everybody who is in the yard. What it is now is kept as a version first; comments of today stay.</source>
        <translation>Für alle, die in dem Yard sind. Der jetzige Stand wird vorher als Version aufgehoben; heutige Kommentare bleiben.</translation>
    </message>
    <message>
        <source>What the yard is now is kept as a version first, and Undo takes it back; comments stay.</source>
        <translation>Der jetzige Stand wird vorher als Version aufgehoben, und Rückgängig nimmt es zurück; Kommentare bleiben.</translation>
    </message>
    <message>
        <source>Bring back “%1”?</source>
        <translation>„%1“ zurückholen?</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>“%1” is brought back.</source>
        <translation>„%1“ ist zurückgeholt.</translation>
    </message>
</context>
<context>
    <name>workspace::VersionPanel</name>
    <message>
        <source>Kept automatically</source>
        <translation>Von selbst aufgehoben</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>Keep this state</source>
        <translation>Diesen Stand aufheben</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>Zurückholen …</translation>
    </message>
    <message>
        <source>Version history</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Versions, the newest first</source>
        <translation>Versionen, die neueste zuerst</translation>
    </message>
    <message>
        <source>A name for what the yard is now</source>
        <translation>Ein Name für den jetzigen Stand</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>Name der Version</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reading the versions…</source>
        <translation>Versionen werden gelesen …</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>No version is kept yet. Give what the yard is now a name, and you can come back to it.</source>
        <translation>Noch ist keine Version aufgehoben. Geben Sie dem jetzigen Stand einen Namen, dann können Sie zu ihm zurück.</translation>
    </message>
    <message>
        <source>No version is kept yet.</source>
        <translation>Noch ist keine Version aufgehoben.</translation>
    </message>
    <message>
        <source>Reading what the yard was…</source>
        <translation>Der frühere Stand wird gelesen …</translation>
    </message>
    <message>
        <source>This version makes no sense to this program.</source>
        <translation>Diese Version versteht dieses Programm nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln krate(s)</source>
        <translation>
            <numerusform>%Ln Krate</numerusform>
            <numerusform>%Ln Krates</numerusform>
        </translation>
    </message>
    <message>
        <source>The yard as it was: %1</source>
        <translation>Der Yard, wie er war: %1</translation>
    </message>
    <message>
        <source>The yard as it was: %1.</source>
        <translation>Der Yard, wie er war: %1.</translation>
    </message>
    <message>
        <source>It is the same now.</source>
        <translation>Jetzt ist er genauso.</translation>
    </message>
    <message>
        <source>Brought back: %1</source>
        <translation>Zurückgeholt: %1</translation>
    </message>
    <message>
        <source>“%1” is kept.</source>
        <translation>„%1“ ist aufgehoben.</translation>
    </message>
</context>
<context>
    <name>workspace::ViewDesk</name>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Save what I see as a view</source>
        <translation>Das Sichtbare als Ansicht speichern</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Go back to view %1</source>
        <translation>Zurück zur Ansicht %1</translation>
    </message>
    <message>
        <source>Delete view %1</source>
        <translation>Ansicht %1 löschen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The view “%1” was deleted.</source>
        <translation>Die Ansicht „%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>workspace::WhoCan</name>
    <message>
        <source>in all namespaces</source>
        <translation>in allen Namespaces</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>by</source>
        <translation>durch</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>‹ what I may do</source>
        <translation>‹ was ich darf</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>Who may %1 %2 %3</source>
        <translation>Wer darf %1 auf %2 %3</translation>
    </message>
    <message>
        <source>Nobody, as far as roles and bindings tell.</source>
        <translation>Niemand, soweit Roles und Bindings es zeigen.</translation>
    </message>
    <message>
        <source>Reading roles and bindings…</source>
        <translation>Roles und Bindings werden gelesen …</translation>
    </message>
    <message>
        <source>You may not list %1 here: somebody may be missing.</source>
        <translation>Sie dürfen %1 hier nicht auflisten: Es kann jemand fehlen.</translation>
    </message>
    <message>
        <source>By roles and bindings alone. The group system:masters and other authorizers may allow more.</source>
        <translation>Nur nach Roles und Bindings. Die Gruppe system:masters und andere Autorisierer können mehr erlauben.</translation>
    </message>
</context>
<context>
    <name>workspace::WindowCommands</name>
    <message>
        <source>Maximise window</source>
        <translation>Fenster maximieren</translation>
    </message>
    <message>
        <source>Back to the yard</source>
        <translation>Zurück auf den Yard</translation>
    </message>
    <message>
        <source>Bring window back to the yard</source>
        <translation>Fenster auf den Yard zurückholen</translation>
    </message>
    <message>
        <source>Show window in its own window</source>
        <translation>Fenster in eigenem Fenster zeigen</translation>
    </message>
    <message>
        <source>Maximise window, or go back</source>
        <translation>Fenster maximieren, oder zurück</translation>
    </message>
    <message>
        <source>Show window in its own window, or bring it back</source>
        <translation>Fenster in eigenem Fenster zeigen oder zurückholen</translation>
    </message>
    <message>
        <source>Duplicate window</source>
        <translation>Fenster duplizieren</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Unpin krate</source>
        <translation>Krate lösen</translation>
    </message>
    <message>
        <source>Pin krate</source>
        <translation>Krate anheften</translation>
    </message>
    <message>
        <source>Pin krate, or let go of it</source>
        <translation>Krate anheften oder lösen</translation>
    </message>
    <message>
        <source>Duplicate krate</source>
        <translation>Krate duplizieren</translation>
    </message>
    <message>
        <source>Expand krate</source>
        <translation>Krate aufklappen</translation>
    </message>
    <message>
        <source>Minimise krate</source>
        <translation>Krate minimieren</translation>
    </message>
    <message>
        <source>Dismiss krate</source>
        <translation>Krate schließen</translation>
    </message>
    <message>
        <source>Switch window to %1</source>
        <translation>Fenster auf %1 umschalten</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Give the keys to the next window</source>
        <translation>Tasten an das nächste Fenster geben</translation>
    </message>
    <message>
        <source>Give the keys to the window before</source>
        <translation>Tasten an das vorige Fenster geben</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Dieses Fenster schließen</translation>
    </message>
    <message>
        <source>Fly to krate</source>
        <translation>Zum Krate fliegen</translation>
    </message>
    <message>
        <source>Fly to this krate</source>
        <translation>Zu dieser Krate fliegen</translation>
    </message>
    <message>
        <source>Fit krate into view</source>
        <translation>Krate einpassen</translation>
    </message>
    <message>
        <source>Fit this krate into view</source>
        <translation>Diesen Krate einpassen</translation>
    </message>
    <message>
        <source>Tidy its windows</source>
        <translation>Seine Fenster aufräumen</translation>
    </message>
    <message>
        <source>Tidy the windows of this krate</source>
        <translation>Die Fenster dieses Krates aufräumen</translation>
    </message>
    <message>
        <source>Collapse or expand this krate</source>
        <translation>Diese Krate zuklappen oder aufklappen</translation>
    </message>
    <message>
        <source>Dismiss this krate</source>
        <translation>Diese Krate schließen</translation>
    </message>
    <message>
        <source>Krate</source>
        <translation>Krate</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Comments on this krate</source>
        <translation>Kommentare zu diesem Krate</translation>
    </message>
</context>
<context>
    <name>workspace::WindowKeys</name>
    <message>
        <source>Filter the lines</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>grep</source>
        <translation>grep</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Im Log suchen</translation>
    </message>
    <message>
        <source>search</source>
        <translation>suchen</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Show time stamps</source>
        <translation>Zeitstempel zeigen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The log before the last restart</source>
        <translation>Das Log vor dem letzten Neustart</translation>
    </message>
    <message>
        <source>previous container</source>
        <translation>voriger Container</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Next container</source>
        <translation>Nächster Container</translation>
    </message>
    <message>
        <source>Copy what is marked</source>
        <translation>Markiertes kopieren</translation>
    </message>
    <message>
        <source>Mark everything</source>
        <translation>Alles markieren</translation>
    </message>
    <message>
        <source>Follow the newest line</source>
        <translation>Der neuesten Zeile folgen</translation>
    </message>
    <message>
        <source>Go to the oldest line</source>
        <translation>Zur ältesten Zeile gehen</translation>
    </message>
    <message>
        <source>Type: filter the rows; Esc shows all of them again</source>
        <translation>Tippen: die Zeilen filtern; Esc zeigt wieder alle</translation>
    </message>
    <message>
        <source>Go to another row</source>
        <translation>Zu einer anderen Zeile gehen</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>Zeile öffnen</translation>
    </message>
    <message>
        <source>Choose namespaces</source>
        <translation>Namespaces wählen</translation>
    </message>
    <message>
        <source>Tree or list</source>
        <translation>Baum oder Liste</translation>
    </message>
    <message>
        <source>hierarchy</source>
        <translation>Hierarchie</translation>
    </message>
    <message>
        <source>Choose, sort and move columns</source>
        <translation>Spalten wählen, sortieren und verschieben</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Complete a key of the filter</source>
        <translation>Schlüssel des Filters vervollständigen</translation>
    </message>
    <message>
        <source>Open or close a row of a tree</source>
        <translation>Zeile eines Baums aufklappen oder zuklappen</translation>
    </message>
    <message>
        <source>Open everything in a tree</source>
        <translation>Alles in einem Baum aufklappen</translation>
    </message>
    <message>
        <source>Close everything in a tree</source>
        <translation>Alles in einem Baum zuklappen</translation>
    </message>
    <message>
        <source>Mark the row and go on</source>
        <translation>Zeile markieren und weitergehen</translation>
    </message>
    <message>
        <source>Mark all rows</source>
        <translation>Alle Zeilen markieren</translation>
    </message>
    <message>
        <source>Empty the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Delete what is marked; asks first</source>
        <translation>Markiertes löschen; fragt vorher</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Im Text suchen</translation>
    </message>
    <message>
        <source>Next and previous match</source>
        <translation>Nächster und voriger Treffer</translation>
    </message>
    <message>
        <source>Edit this object</source>
        <translation>Dieses Objekt bearbeiten</translation>
    </message>
    <message>
        <source>Show a secret&apos;s values decoded</source>
        <translation>Werte eines Secrets dekodiert zeigen</translation>
    </message>
    <message>
        <source>Show or hide the status</source>
        <translation>Status zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the managed fields</source>
        <translation>Verwaltete Felder zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Check it, then send it</source>
        <translation>Prüfen, dann senden</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Suchen und ersetzen</translation>
    </message>
    <message>
        <source>Go to a line</source>
        <translation>Zu einer Zeile gehen</translation>
    </message>
    <message>
        <source>Complete what is begun</source>
        <translation>Begonnenes vervollständigen</translation>
    </message>
    <message>
        <source>Next and previous problem</source>
        <translation>Nächstes und voriges Problem</translation>
    </message>
    <message>
        <source>Comment lines, or no longer</source>
        <translation>Zeilen auskommentieren, oder nicht mehr</translation>
    </message>
    <message>
        <source>Move lines</source>
        <translation>Zeilen verschieben</translation>
    </message>
    <message>
        <source>Duplicate lines</source>
        <translation>Zeilen duplizieren</translation>
    </message>
    <message>
        <source>Fold and unfold</source>
        <translation>Ein- und ausklappen</translation>
    </message>
    <message>
        <source>Leave the editor</source>
        <translation>Editor verlassen</translation>
    </message>
    <message>
        <source>Every key goes to the shell, save those that stand here with a star</source>
        <translation>Jede Taste geht an die Shell, außer denen, die hier mit einem Stern stehen</translation>
    </message>
    <message>
        <source>Copy and paste</source>
        <translation>Kopieren und einfügen</translation>
    </message>
    <message>
        <source>Connect again after the end</source>
        <translation>Nach dem Ende neu verbinden</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Hide lines</source>
        <translation>Zeilen ausblenden</translation>
    </message>
    <message>
        <source>exclude</source>
        <translation>ausschließen</translation>
    </message>
    <message>
        <source>More lines around matches</source>
        <translation>Mehr Zeilen um Treffer</translation>
    </message>
    <message>
        <source>context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Fewer lines around matches</source>
        <translation>Weniger Zeilen um Treffer</translation>
    </message>
    <message>
        <source>When lines were written</source>
        <translation>Wann Zeilen geschrieben wurden</translation>
    </message>
    <message>
        <source>timeline, histogram</source>
        <translation>Zeitachse, Histogramm</translation>
    </message>
    <message>
        <source>Only from this line on</source>
        <translation>Nur ab dieser Zeile</translation>
    </message>
    <message>
        <source>time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Only up to this line</source>
        <translation>Nur bis zu dieser Zeile</translation>
    </message>
    <message>
        <source>Lines of any time</source>
        <translation>Zeilen aus dem ganzen Zeitraum</translation>
    </message>
    <message>
        <source>Next line</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Previous line</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>Open or close a line of JSON, a stack trace</source>
        <translation>JSON-Zeile oder Stacktrace aufklappen oder zuklappen</translation>
    </message>
    <message>
        <source>Fold stack traces</source>
        <translation>Stacktraces einklappen</translation>
    </message>
    <message>
        <source>Columns of JSON lines</source>
        <translation>Spalten aus JSON-Zeilen</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Choose streams</source>
        <translation>Streams wählen</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Two streams side by side</source>
        <translation>Zwei Streams nebeneinander</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>vergleichen</translation>
    </message>
    <message>
        <source>Windows scroll together in time</source>
        <translation>Fenster scrollen zeitsynchron</translation>
    </message>
    <message>
        <source>link, sync</source>
        <translation>verknüpfen, synchronisieren</translation>
    </message>
    <message>
        <source>Mark this line</source>
        <translation>Diese Zeile markieren</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Next marked line</source>
        <translation>Nächste markierte Zeile</translation>
    </message>
    <message>
        <source>Note on this line</source>
        <translation>Notiz zu dieser Zeile</translation>
    </message>
    <message>
        <source>Save the whole log</source>
        <translation>Ganzes Log speichern</translation>
    </message>
    <message>
        <source>download</source>
        <translation>herunterladen</translation>
    </message>
    <message>
        <source>Copy lines with time stamps</source>
        <translation>Zeilen mit Zeitstempeln kopieren</translation>
    </message>
    <message>
        <source>Closer or wider rows</source>
        <translation>Zeilen enger oder weiter</translation>
    </message>
    <message>
        <source>Everything a log can do</source>
        <translation>Alles, was ein Log kann</translation>
    </message>
    <message>
        <source>Find in what was printed</source>
        <translation>In der Ausgabe suchen</translation>
    </message>
    <message>
        <source>Larger and smaller text</source>
        <translation>Größerer und kleinerer Text</translation>
    </message>
    <message>
        <source>End typing into several shells at once</source>
        <translation>Tippen in mehrere Shells zugleich beenden</translation>
    </message>
</context>
<context>
    <name>workspace::WindowPainter</name>
    <message>
        <source>Shown in its own window</source>
        <translation>In eigenem Fenster gezeigt</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
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
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>Dekodieren</translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation>Nicht angewendet</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Managed fields</source>
        <translation>Verwaltete Felder</translation>
    </message>
    <message>
        <source>This Secret came without its values, so its YAML cannot be edited. Decode (d) changes one value at a time.</source>
        <translation>Dieses Secret kam ohne seine Werte, daher lässt sich sein YAML nicht bearbeiten. Dekodieren (d) ändert jeweils einen Wert.</translation>
    </message>
    <message>
        <source>The relay is asked for the values…</source>
        <translation>Das Relay wird nach den Werten gefragt…</translation>
    </message>
    <message>
        <source>The relay leaves the values out. Click one to ask for them; that is written down.</source>
        <translation>Das Relay lässt die Werte weg. Klicken Sie einen an, um danach zu fragen; das wird vermerkt.</translation>
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
        <source>Minimise krate</source>
        <translation>Krate minimieren</translation>
    </message>
    <message>
        <source>Expand krate</source>
        <translation>Krate aufklappen</translation>
    </message>
    <message>
        <source>Choose namespaces</source>
        <translation>Namespaces wählen</translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln object(s)</source>
        <translation>
            <numerusform>%Ln Objekt öffnen</numerusform>
            <numerusform>%Ln Objekte öffnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Pin krate</source>
        <translation>Krate anheften</translation>
    </message>
    <message>
        <source>Unpin krate</source>
        <translation>Krate lösen</translation>
    </message>
    <message>
        <source>Tidy windows</source>
        <translation>Fenster aufräumen</translation>
    </message>
</context>
<context>
    <name>workspace::YardCanvas</name>
    <message>
        <source>Yard</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>The canvas with krates and their windows.</source>
        <translation>Die Fläche mit Krates und ihren Fenstern.</translation>
    </message>
</context>
<context>
    <name>workspace::YardComments</name>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Remove comment</source>
        <translation>Kommentar entfernen</translation>
    </message>
</context>
<context>
    <name>workspace::YardCopies</name>
    <message>
        <source>Duplicate krate</source>
        <translation>Krate duplizieren</translation>
    </message>
</context>
<context>
    <name>workspace::YardDifference</name>
    <message>
        <source>Nothing is different.</source>
        <translation>Nichts ist anders.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln krate(s) come back</source>
        <translation>
            <numerusform>%Ln Krate kommt zurück</numerusform>
            <numerusform>%Ln Krates kommen zurück</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln go</source>
        <translation>
            <numerusform>%Ln geht</numerusform>
            <numerusform>%Ln gehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln move</source>
        <translation>
            <numerusform>%Ln wird verschoben</numerusform>
            <numerusform>%Ln werden verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln show other windows</source>
        <translation>
            <numerusform>%Ln zeigt andere Fenster</numerusform>
            <numerusform>%Ln zeigen andere Fenster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Come back: %1</source>
        <translation>Kommen zurück: %1</translation>
    </message>
    <message>
        <source>Go: %1</source>
        <translation>Gehen: %1</translation>
    </message>
    <message>
        <source>Move: %1</source>
        <translation>Werden verschoben: %1</translation>
    </message>
    <message>
        <source>Show other windows: %1</source>
        <translation>Zeigen andere Fenster: %1</translation>
    </message>
</context>
<context>
    <name>workspace::YardDocument</name>
    <message>
        <source>Somebody uses this yard with a newer Krateyard. What this one does not know is kept and not shown.</source>
        <translation>Jemand benutzt diesen Yard mit einem neueren Krateyard. Was dieses hier nicht kennt, bleibt erhalten und wird nicht angezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n krates were made with a newer Krateyard. They are kept and not shown.</source>
        <translation>
            <numerusform>%n Krate wurde mit einem neueren Krateyard angelegt. Er bleibt erhalten und wird nicht angezeigt.</numerusform>
            <numerusform>%n Krates wurden mit einem neueren Krateyard angelegt. Sie bleiben erhalten und werden nicht angezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n krates were written by another program in a way that makes no sense here. They are kept and not shown.</source>
        <translation>
            <numerusform>%n Krate wurde von einem anderen Programm so geschrieben, dass er hier keinen Sinn ergibt. Er bleibt erhalten und wird nicht angezeigt.</numerusform>
            <numerusform>%n Krates wurden von einem anderen Programm so geschrieben, dass sie hier keinen Sinn ergeben. Sie bleiben erhalten und werden nicht angezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n krates are more than a yard can show. They are kept.</source>
        <translation>
            <numerusform>%n Krate ist mehr, als ein Yard anzeigen kann. Er bleibt erhalten.</numerusform>
            <numerusform>%n Krates sind mehr, als ein Yard anzeigen kann. Sie bleiben erhalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n windows were written by another program in a way that makes no sense here. They are kept and not shown.</source>
        <translation>
            <numerusform>%n Fenster wurde von einem anderen Programm so geschrieben, dass es hier keinen Sinn ergibt. Es bleibt erhalten und wird nicht angezeigt.</numerusform>
            <numerusform>%n Fenster wurden von einem anderen Programm so geschrieben, dass sie hier keinen Sinn ergeben. Sie bleiben erhalten und werden nicht angezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comments were written by another program in a way that makes no sense here. They are kept and not shown.</source>
        <translation>
            <numerusform>%n Kommentar wurde von einem anderen Programm so geschrieben, dass er hier keinen Sinn ergibt. Er bleibt erhalten und wird nicht angezeigt.</numerusform>
            <numerusform>%n Kommentare wurden von einem anderen Programm so geschrieben, dass sie hier keinen Sinn ergeben. Sie bleiben erhalten und werden nicht angezeigt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::YardExport</name>
    <message>
        <source>There is no krate to be in the picture. Open something first.</source>
        <translation>Es gibt keine Krate für das Bild. Öffnen Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another place.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The picture is too large for this machine. Choose fewer krates.</source>
        <translation>Das Bild ist zu groß für diesen Rechner. Wählen Sie weniger Krates.</translation>
    </message>
    <message>
        <source>Yard</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Make room for it.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Schaffen Sie Platz dafür.</translation>
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
    <message>
        <source>The yard is not saved, for its file %1 cannot be read. Make it readable and start again.</source>
        <translation>Der Yard wird nicht gespeichert, weil seine Datei %1 nicht gelesen werden kann. Machen Sie sie lesbar und starten Sie neu.</translation>
    </message>
</context>
<context>
    <name>workspace::YardKeeper</name>
    <message>
        <source>The new yard could not be opened.</source>
        <translation>Der neue Yard konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>There is no such yard any more.</source>
        <translation>Diesen Yard gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The yard “%1” is open in another Krateyard. Close it there first.</source>
        <translation>Der Yard „%1“ ist in einem anderen Krateyard geöffnet. Schließen Sie ihn zuerst dort.</translation>
    </message>
</context>
<context>
    <name>workspace::YardLibrary</name>
    <message>
        <source>The yard could not be saved: %1. Make room or make its folder writable.</source>
        <translation>Der Yard konnte nicht gespeichert werden: %1. Schaffen Sie Platz oder machen Sie seinen Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>The yard in %1 could not be taken over.</source>
        <translation>Der Yard in %1 konnte nicht übernommen werden.</translation>
    </message>
    <message>
        <source>Yard</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>A yard needs a name.</source>
        <translation>Ein Yard braucht einen Namen.</translation>
    </message>
    <message numerus="yes">
        <source>A yard&apos;s name has at most %n characters.</source>
        <translation>
            <numerusform>Der Name eines Yards hat höchstens %n Zeichen.</numerusform>
            <numerusform>Der Name eines Yards hat höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a yard “%1” already. Choose another name.</source>
        <translation>Es gibt bereits einen Yard „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no such yard any more.</source>
        <translation>Diesen Yard gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The yard “%1” is open in another Krateyard. Rename it there.</source>
        <translation>Der Yard „%1“ ist in einem anderen Krateyard geöffnet. Benennen Sie ihn dort um.</translation>
    </message>
    <message>
        <source>The yard “%1” is open in another Krateyard. Close it there first.</source>
        <translation>Der Yard „%1“ ist in einem anderen Krateyard geöffnet. Schließen Sie ihn zuerst dort.</translation>
    </message>
    <message>
        <source>The yard&apos;s file %1 cannot be read.</source>
        <translation>Die Datei %1 des Yards kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file as it was is kept as %1.</source>
        <translation>Die Datei bleibt in ihrer alten Form als %1 erhalten.</translation>
    </message>
    <message>
        <source>The yard&apos;s file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 des Yards kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The yard “%1” could not be deleted: its folder may not be writable.</source>
        <translation>Der Yard „%1“ konnte nicht gelöscht werden: Vielleicht ist sein Ordner nicht beschreibbar.</translation>
    </message>
    <message>
        <source>The yard could not be brought back: its file is gone or its folder may not be writable.</source>
        <translation>Der Yard konnte nicht zurückgeholt werden: Seine Datei ist verschwunden oder sein Ordner nicht beschreibbar.</translation>
    </message>
</context>
<context>
    <name>workspace::YardStore</name>
    <message numerus="yes">
        <source>%n changes of the yard could not be read.</source>
        <translation>
            <numerusform>%n Änderung des Yards konnte nicht gelesen werden.</numerusform>
            <numerusform>%n Änderungen des Yards konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file as it was is kept as %1.</source>
        <translation>Die Datei bleibt in ihrer alten Form als %1 erhalten.</translation>
    </message>
    <message>
        <source>The yard&apos;s file %1 is of a newer Krateyard. It is left as it is.</source>
        <translation>Die Datei %1 des Yards stammt von einem neueren Krateyard. Sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The yard&apos;s file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 des Yards kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The yard&apos;s file %1 is damaged: %2.</source>
        <translation>Die Datei %1 des Yards ist beschädigt: %2.</translation>
    </message>
    <message>
        <source>The yard is not saved, for its file %1 cannot be read. Make it readable and start again.</source>
        <translation>Der Yard wird nicht gespeichert, weil seine Datei %1 nicht gelesen werden kann. Machen Sie sie lesbar und starten Sie neu.</translation>
    </message>
    <message>
        <source>The yard could not be saved: %1. It is tried again.</source>
        <translation>Der Yard konnte nicht gespeichert werden: %1. Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>the disk may be full</source>
        <translation>vielleicht ist der Datenträger voll</translation>
    </message>
</context>
<context>
    <name>workspace::YardSwitcher</name>
    <message>
        <source>Yards</source>
        <translation>Yards</translation>
    </message>
    <message>
        <source>New yard</source>
        <translation>Neuer Yard</translation>
    </message>
    <message>
        <source>create yard</source>
        <translation>Yard anlegen</translation>
    </message>
    <message>
        <source>Rename this yard</source>
        <translation>Diesen Yard umbenennen</translation>
    </message>
    <message>
        <source>Duplicate this yard</source>
        <translation>Diesen Yard duplizieren</translation>
    </message>
    <message>
        <source>copy yard</source>
        <translation>Yard kopieren</translation>
    </message>
    <message>
        <source>Delete this yard</source>
        <translation>Diesen Yard löschen</translation>
    </message>
    <message>
        <source>remove yard</source>
        <translation>Yard entfernen</translation>
    </message>
    <message>
        <source>Go to yard %1</source>
        <translation>Zum Yard %1 gehen</translation>
    </message>
    <message>
        <source>New yard…</source>
        <translation>Neuer Yard …</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren …</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Rename yard</source>
        <translation>Yard umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Duplicate yard</source>
        <translation>Yard duplizieren</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete the yard “%1”?</source>
        <translation>Den Yard „%1“ löschen?</translation>
    </message>
    <message>
        <source>Its krates go with it. Nothing in a cluster is changed. It can be brought back for 30 days.</source>
        <translation>Seine Krates verschwinden mit ihm. In einem Cluster ändert sich nichts. Der Yard kann 30 Tage lang zurückgeholt werden.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>my yard</source>
        <translation>Mein Yard</translation>
    </message>
    <message>
        <source>The yard “%1” was deleted.</source>
        <translation>Der Yard „%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Join a yard…</source>
        <translation>Einem Yard beitreten …</translation>
    </message>
</context>
</TS>
