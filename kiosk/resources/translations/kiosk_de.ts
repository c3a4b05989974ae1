<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n people are waiting outside</source>
        <translation>
            <numerusform>%n Person wartet draußen</numerusform>
            <numerusform>%n Personen warten draußen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead of you</source>
        <translation>
            <numerusform>%n Person vor Ihnen</numerusform>
            <numerusform>%n Personen vor Ihnen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n&#xa0;Person</numerusform>
            <numerusform>%n&#xa0;Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n above the cap</source>
        <translation>
            <numerusform>%n über der Grenze</numerusform>
            <numerusform>%n über der Grenze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One area: %n above its cap</source>
        <translation>
            <numerusform>Ein Bereich: %n&#xa0;über der Grenze</numerusform>
            <numerusform>Ein Bereich: %n&#xa0;über der Grenze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unclear</source>
        <translation>
            <numerusform>%n&#xa0;unklar</numerusform>
            <numerusform>%n&#xa0;unklar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n&#xa0;wartet</numerusform>
            <numerusform>%n&#xa0;warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can let people in by hand. %n entries are kept on this machine.</source>
        <translation>
            <numerusform>Sie können von Hand einlassen. %n&#xa0;Eintrag liegt auf diesem Gerät.</numerusform>
            <numerusform>Sie können von Hand einlassen. %n&#xa0;Einträge liegen auf diesem Gerät.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>locks in %n s</source>
        <translation>
            <numerusform>sperrt in %n&#xa0;s</numerusform>
            <numerusform>sperrt in %n&#xa0;s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>vor %n&#xa0;s</numerusform>
            <numerusform>vor %n&#xa0;s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n&#xa0;min</numerusform>
            <numerusform>vor %n&#xa0;min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n&#xa0;h</numerusform>
            <numerusform>vor %n&#xa0;h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>answer</name>
    <message>
        <source>This is not a letter from us.</source>
        <translation>Das ist kein Brief von uns.</translation>
    </message>
    <message>
        <source>We cannot read the code.</source>
        <translation>Wir können den Code nicht lesen.</translation>
    </message>
    <message>
        <source>We do not know this code.</source>
        <translation>Wir kennen diesen Code nicht.</translation>
    </message>
    <message>
        <source>Goodbye!</source>
        <translation>Auf Wiedersehen!</translation>
    </message>
    <message>
        <source>This appointment is cancelled.</source>
        <translation>Dieser Termin ist abgesagt.</translation>
    </message>
    <message>
        <source>Your appointment has been moved.</source>
        <translation>Ihr Termin hat eine neue Zeit.</translation>
    </message>
    <message>
        <source>Your appointment is on another day.</source>
        <translation>Ihr Termin ist an einem anderen Tag.</translation>
    </message>
    <message>
        <source>Please use another door.</source>
        <translation>Bitte nehmen Sie eine andere Tür.</translation>
    </message>
    <message>
        <source>We are closed now.</source>
        <translation>Wir haben jetzt geschlossen.</translation>
    </message>
    <message>
        <source>Nobody can come in right now.</source>
        <translation>Im Moment ist kein Einlass.</translation>
    </message>
    <message>
        <source>Someone is already inside with this letter.</source>
        <translation>Mit diesem Brief ist schon jemand im Haus.</translation>
    </message>
    <message>
        <source>This letter has already been used.</source>
        <translation>Dieser Brief wurde schon benutzt.</translation>
    </message>
    <message>
        <source>You are too early.</source>
        <translation>Sie sind zu früh.</translation>
    </message>
    <message>
        <source>You are too late.</source>
        <translation>Sie sind zu spät.</translation>
    </message>
    <message>
        <source>The building is full right now.</source>
        <translation>Das Haus ist gerade voll.</translation>
    </message>
    <message>
        <source>Your area is full right now.</source>
        <translation>Ihr Bereich ist gerade voll.</translation>
    </message>
    <message>
        <source>Others are ahead of you.</source>
        <translation>Andere sind vor Ihnen an der Reihe.</translation>
    </message>
    <message>
        <source>Please come in.</source>
        <translation>Bitte kommen Sie herein.</translation>
    </message>
    <message>
        <source>Welcome back. Please come in.</source>
        <translation>Willkommen zurück.&#x2028;Bitte kommen Sie herein.</translation>
    </message>
    <message>
        <source>Our staff will talk to you.</source>
        <translation>Unser Personal spricht mit Ihnen.</translation>
    </message>
    <message>
        <source>Our staff will help you.</source>
        <translation>Unser Personal hilft Ihnen.</translation>
    </message>
    <message>
        <source>The next letter has been seen. One moment, please.</source>
        <translation>Der nächste Brief wurde erkannt. Einen Moment, bitte.</translation>
    </message>
</context>
<context>
    <name>control</name>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Light on black</source>
        <translation>Hell auf Schwarz</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Type the code</source>
        <translation>Code eintippen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Get help</source>
        <translation>Hilfe holen</translation>
    </message>
    <message>
        <source>Help is coming</source>
        <translation>Hilfe kommt</translation>
    </message>
    <message>
        <source>No help needed</source>
        <translation>Keine Hilfe nötig</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Mehr Zeit</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Say again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Nicht mehr vorlesen</translation>
    </message>
</context>
<context>
    <name>date</name>
    <message>
        <source>dddd, d MMMM</source>
        <translation>dddd, d.&#xa0;MMMM</translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>Times instead</source>
        <translation>Zeiten stattdessen</translation>
    </message>
    <message>
        <source>Book the wanted time all the same</source>
        <translation>Die gewünschte Zeit trotzdem buchen</translation>
    </message>
    <message>
        <source>Letter by e&amp;mail</source>
        <translation>Brief per &amp;Mail</translation>
    </message>
    <message>
        <source>Com&amp;panion</source>
        <translation>Be&amp;gleitung</translation>
    </message>
    <message>
        <source>&amp;Interpreter</source>
        <translation>Dol&amp;metschen</translation>
    </message>
    <message>
        <source>&amp;Step-free</source>
        <translation>Ohne St&amp;ufen</translation>
    </message>
    <message>
        <source>Sign lan&amp;guage</source>
        <translation>Gebär&amp;densprache</translation>
    </message>
    <message>
        <source>La&amp;rge print</source>
        <translation>G&amp;roße Schrift</translation>
    </message>
    <message>
        <source>phone or email</source>
        <translation>Telefon oder Mail</translation>
    </message>
    <message>
        <source>street, town</source>
        <translation>Straße, Ort</translation>
    </message>
    <message>
        <source>&amp;What for?</source>
        <translation>&amp;Wofür?</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Contact</source>
        <translation>&amp;Kontakt</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>&amp;Anschrift</translation>
    </message>
    <message>
        <source>R&amp;oom</source>
        <translation>Ra&amp;um</translation>
    </message>
    <message>
        <source>Peopl&amp;e</source>
        <translation>&amp;Personen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>four letters of the name, 09:30, number or short code</source>
        <translation>vier Buchstaben vom Namen, 09:30, Nummer oder Kurzcode</translation>
    </message>
    <message>
        <source>Find &amp;whom?</source>
        <translation>&amp;Wen suchen?</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Appointments found</source>
        <translation>Gefundene Termine</translation>
    </message>
    <message>
        <source>New call</source>
        <translation>Neuer Anruf</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>By email</source>
        <translation>Per Mail</translation>
    </message>
    <message>
        <source>Print letter</source>
        <translation>Brief drucken</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>Phone desk</source>
        <translation>Terminvergabe</translation>
    </message>
    <message>
        <source>&amp;Id</source>
        <translation>&amp;Kennung</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>&amp;PIN</translation>
    </message>
    <message>
        <source>Please type your id: letters and figures.</source>
        <translation>Bitte geben Sie Ihre Kennung ein: Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Rooms free</source>
        <translation>Räume frei</translation>
    </message>
    <message>
        <source>House then</source>
        <translation>Haus dann</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>Freie Zeiten</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} Min.</translation>
    </message>
    <message>
        <source>{people} of {cap}</source>
        <translation>{people} von {cap}</translation>
    </message>
    <message>
        <source>area full</source>
        <translation>Bereich voll</translation>
    </message>
    <message>
        <source>no room</source>
        <translation>kein Platz</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>eng</translation>
    </message>
    <message>
        <source>room</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>It is expected to be full then ({fullness}), and near to it as well.</source>
        <translation>Dann wird es voraussichtlich voll ({fullness}), und um diese Zeit herum auch.</translation>
    </message>
    <message>
        <source>Somebody else has just got this time. Turn to later days.</source>
        <translation>Diese Zeit hat gerade jemand anders bekommen. Blättern Sie zu späteren Tagen.</translation>
    </message>
    <message>
        <source>Somebody else has just got this time. These are free:</source>
        <translation>Diese Zeit hat gerade jemand anders bekommen. Frei sind:</translation>
    </message>
    <message>
        <source>It is expected to be full then ({fullness}). With room:</source>
        <translation>Dann wird es voraussichtlich voll ({fullness}). Mit Platz:</translation>
    </message>
    <message>
        <source>The letter is on its way: {printer}</source>
        <translation>Der Brief wird gedruckt: {printer}</translation>
    </message>
    <message>
        <source>No letter was made: {why}</source>
        <translation>Kein Brief: {why}</translation>
    </message>
    <message>
        <source>Please sign in again. Nothing was done.</source>
        <translation>Bitte melden Sie sich neu an. Es ist nichts geschehen.</translation>
    </message>
    <message>
        <source>The database cannot be reached. Nothing was booked: write it down, and try again.</source>
        <translation>Die Datenbank ist nicht erreichbar. Nichts ist gebucht: Notieren Sie es, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The program failed. Nothing was booked: write it down, and tell the administrator.</source>
        <translation>Das Programm ist gescheitert. Nichts ist gebucht: Notieren Sie es, und sagen Sie es der Administration.</translation>
    </message>
    <message>
        <source>Booked: {when}, {where}</source>
        <translation>Gebucht: {when}, {where}</translation>
    </message>
    <message>
        <source>Moved to {when}, {where}</source>
        <translation>Verschoben auf {when}, {where}</translation>
    </message>
    <message>
        <source>Cancelled: {when}, {where}</source>
        <translation>Abgesagt: {when}, {where}</translation>
    </message>
    <message>
        <source>Changed: {when}, {where}</source>
        <translation>Geändert: {when}, {where}</translation>
    </message>
    <message>
        <source>Taken back: the booking for {when} is gone.</source>
        <translation>Zurückgenommen: Die Buchung für {when} gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Taken back: the appointment is on {when}, {where}.</source>
        <translation>Zurückgenommen: Der Termin ist am {when}, {where}.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>This PC has no printer. The letter lies in {file}: print it from there. Set up a printer, or name one in the office’s file under [desk].</source>
        <translation>Dieser PC hat keinen Drucker. Der Brief liegt in {file}: bitte von dort drucken. Einen Drucker einrichten, oder einen in der Datei des Amts unter [desk] nennen.</translation>
    </message>
    <message>
        <source>The printer {printer} is not there. The letter lies in {file}: print it from there. Switch the printer on, or name another one in the office’s file under [desk].</source>
        <translation>Den Drucker {printer} gibt es hier nicht. Der Brief liegt in {file}: bitte von dort drucken. Den Drucker einschalten, oder einen anderen in der Datei des Amts unter [desk] nennen.</translation>
    </message>
    <message>
        <source>The printer {printer} takes no letter. The letter lies in {file}: print it from there. Look whether it is on, has paper and is not paused, then press F8 again.</source>
        <translation>Der Drucker {printer} nimmt keinen Brief an. Der Brief liegt in {file}: bitte von dort drucken. Nachsehen, ob er an ist, Papier hat und nicht angehalten ist, dann noch einmal F8.</translation>
    </message>
    <message>
        <source>No print service runs on this PC. The letter lies in {file}. Have the print service (CUPS) started or set up, then press F8 again.</source>
        <translation>Auf diesem PC läuft kein Druckdienst. Der Brief liegt in {file}. Den Druckdienst (CUPS) starten oder einrichten lassen, dann noch einmal F8.</translation>
    </message>
    <message>
        <source>The print service of this PC does not answer. The letter lies in {file}. Have the print service (CUPS) restarted, then press F8 again.</source>
        <translation>Der Druckdienst dieses PCs antwortet nicht. Der Brief liegt in {file}. Den Druckdienst (CUPS) neu starten lassen, dann noch einmal F8.</translation>
    </message>
    <message>
        <source>Nobody was found. Try the name, the time or the number.</source>
        <translation>Niemand gefunden. Versuchen Sie Name, Uhrzeit oder Nummer.</translation>
    </message>
    <message>
        <source>{total} found, the first {shown} are shown: type more of the name.</source>
        <translation>{total} gefunden, die ersten {shown} stehen hier: Tippen Sie mehr vom Namen.</translation>
    </message>
    <message>
        <source>{total} found</source>
        <translation>{total} gefunden</translation>
    </message>
    <message>
        <source>Your role may not book. Please ask your manager.</source>
        <translation>Ihre Rolle darf nicht buchen. Bitte fragen Sie Ihre Leitung.</translation>
    </message>
    <message>
        <source>This area is not in the office’s file any more.</source>
        <translation>Diesen Bereich gibt es in der Datei des Amts nicht mehr.</translation>
    </message>
    <message>
        <source>This is no time of the office. Choose one from the list.</source>
        <translation>Das ist keine Zeit des Amts. Wählen Sie eine aus der Liste.</translation>
    </message>
    <message>
        <source>This time is over. Choose a later one.</source>
        <translation>Diese Zeit ist vorbei. Wählen Sie eine spätere.</translation>
    </message>
    <message>
        <source>Please type the name.</source>
        <translation>Bitte geben Sie den Namen ein.</translation>
    </message>
    <message>
        <source>Please type a phone number or an email address.</source>
        <translation>Bitte geben Sie eine Telefonnummer oder eine Mailadresse ein.</translation>
    </message>
    <message>
        <source>Please type the address for the letter.</source>
        <translation>Bitte geben Sie die Anschrift für den Brief ein.</translation>
    </message>
    <message>
        <source>For a letter by email, type an email address as the contact.</source>
        <translation>Für einen Brief per Mail braucht der Kontakt eine Mailadresse.</translation>
    </message>
    <message>
        <source>This appointment does not stand any more.</source>
        <translation>Dieser Termin besteht nicht mehr.</translation>
    </message>
    <message>
        <source>Somebody else has changed this appointment. Find it again.</source>
        <translation>Jemand anders hat diesen Termin geändert. Suchen Sie ihn neu.</translation>
    </message>
    <message>
        <source>They are in the house already. Ask at the door.</source>
        <translation>Diese Personen sind schon im Haus. Fragen Sie an der Tür.</translation>
    </message>
    <message>
        <source>That cannot be taken back here. Find the appointment.</source>
        <translation>Das lässt sich hier nicht zurücknehmen. Suchen Sie den Termin.</translation>
    </message>
    <message>
        <source>That is too long ago. Find the appointment.</source>
        <translation>Das ist zu lange her. Suchen Sie den Termin.</translation>
    </message>
    <message>
        <source>Somebody else has got the old time meanwhile. Find another one.</source>
        <translation>Die alte Zeit hat inzwischen jemand anders. Suchen Sie eine andere.</translation>
    </message>
    <message>
        <source>Nothing is free in these days.</source>
        <translation>In diesen Tagen ist nichts frei.</translation>
    </message>
    <message>
        <source>Figure or Enter: choose · Esc: back</source>
        <translation>Ziffer oder Enter: wählen · Esc: zurück</translation>
    </message>
    <message>
        <source>What was known of this person has been deleted meanwhile.</source>
        <translation>Was von dieser Person bekannt war, ist inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>Figure: what for · Enter: to the times · arrows: choose · PgDn: later days · Esc: back</source>
        <translation>Ziffer: wofür · Enter: zu den Zeiten · Pfeile: wählen · Bild ab: spätere Tage · Esc: zurück</translation>
    </message>
    <message>
        <source>Moving the appointment of {when}</source>
        <translation>Der Termin vom {when} wird verschoben</translation>
    </message>
    <message>
        <source>Changing the appointment of {when}: Enter saves</source>
        <translation>Der Termin vom {when} wird geändert: Enter speichert</translation>
    </message>
    <message>
        <source>Find an appointment first.</source>
        <translation>Suchen Sie zuerst einen Termin.</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>We are calling our staff.</source>
        <translation>Wir rufen unser Personal.</translation>
    </message>
    <message>
        <source>Help is coming.</source>
        <translation>Hilfe kommt.</translation>
    </message>
    <message>
        <source>Our staff know that you are at this door.</source>
        <translation>Unser Personal weiß, dass Sie an dieser Tür sind.</translation>
    </message>
    <message>
        <source>Somebody is coming to you now.</source>
        <translation>Jetzt kommt jemand zu Ihnen.</translation>
    </message>
    <message>
        <source>Please wait here.</source>
        <translation>Bitte warten Sie hier.</translation>
    </message>
    <message>
        <source>We cannot call anyone from here right now.</source>
        <translation>Wir können von hier gerade niemanden rufen.</translation>
    </message>
    <message>
        <source>Please talk to our staff at the entrance.</source>
        <translation>Bitte sprechen Sie unser Personal am Eingang an.</translation>
    </message>
    <message>
        <source>Or call us: {phone}</source>
        <translation>Oder rufen Sie uns&#xa0;an: {phone}</translation>
    </message>
</context>
<context>
    <name>idle</name>
    <message>
        <source>There is room</source>
        <translation>Es ist noch Platz</translation>
    </message>
    <message>
        <source>Nearly full</source>
        <translation>Fast voll</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>About {inside} of {cap} people</source>
        <translation>Etwa {inside} von {cap} Personen</translation>
    </message>
    <message>
        <source>{inside} of {cap} people</source>
        <translation>{inside} von {cap} Personen</translation>
    </message>
    <message>
        <source>Hold your letter under the camera.</source>
        <translation>Halten Sie Ihren Brief unter die Kamera.</translation>
    </message>
    <message>
        <source>Hold your letter under the scanner.</source>
        <translation>Halten Sie Ihren Brief unter den Scanner.</translation>
    </message>
    <message>
        <source>When you come in.</source>
        <translation>Wenn Sie kommen.</translation>
    </message>
    <message>
        <source>When you leave.</source>
        <translation>Wenn Sie gehen.</translation>
    </message>
    <message>
        <source>When you come in and when you leave.</source>
        <translation>Wenn Sie kommen und wenn Sie gehen.</translation>
    </message>
    <message>
        <source>Are you leaving? Hold your letter under the camera.</source>
        <translation>Sie gehen? Halten Sie Ihren Brief unter die Kamera.</translation>
    </message>
    <message>
        <source>Are you leaving? Hold your letter under the scanner.</source>
        <translation>Sie gehen? Halten Sie Ihren Brief unter den Scanner.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>Moment, bitte.</translation>
    </message>
    <message>
        <source>We are reading your letter.</source>
        <translation>Wir lesen Ihren Brief.</translation>
    </message>
    <message>
        <source>Please hold it a little closer.</source>
        <translation>Bitte etwas näher heran.</translation>
    </message>
    <message>
        <source>Please hold the letter straight.</source>
        <translation>Bitte gerade halten.</translation>
    </message>
    <message>
        <source>Please hold the letter in the light.</source>
        <translation>Bitte ins Licht halten.</translation>
    </message>
    <message>
        <source>Please hold it still.</source>
        <translation>Bitte still halten.</translation>
    </message>
    <message>
        <source>It is too dark.</source>
        <translation>Es ist zu dunkel.</translation>
    </message>
    <message>
        <source>We can see your code already.</source>
        <translation>Wir sehen Ihren Code schon.</translation>
    </message>
    <message>
        <source>We cannot read this code.</source>
        <translation>Wir können diesen Code nicht lesen.</translation>
    </message>
    <message>
        <source>The camera is not working.</source>
        <translation>Die Kamera ist gerade gestört.</translation>
    </message>
    <message>
        <source>Type the short code from your letter, or ask our staff.</source>
        <translation>Tippen Sie den Kurz‑Code aus Ihrem Brief ein. Oder fragen Sie unser Personal.</translation>
    </message>
    <message>
        <source>Our staff will help you.</source>
        <translation>Unser Personal hilft Ihnen.</translation>
    </message>
    <message>
        <source>Please talk to us.</source>
        <translation>Bitte sprechen Sie uns an.</translation>
    </message>
    <message>
        <source>Nobody can come in right now.</source>
        <translation>Im Moment ist kein Einlass.</translation>
    </message>
    <message>
        <source>We are closed now.</source>
        <translation>Wir haben jetzt geschlossen.</translation>
    </message>
    <message>
        <source>We open again: {day}, at {time}</source>
        <translation>Wir öffnen wieder: {day} um {time} Uhr</translation>
    </message>
    <message>
        <source>Please come in now: number</source>
        <translation>Jetzt an der Reihe: Nummer</translation>
    </message>
    <message>
        <source>Open today</source>
        <translation>Heute geöffnet</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Heute geschlossen</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end} Uhr</translation>
    </message>
</context>
<context>
    <name>keypad</name>
    <message>
        <source>Type the short code from your letter.</source>
        <translation>Tippen Sie den Kurz‑Code aus Ihrem Brief ein.</translation>
    </message>
    <message>
        <source>It is next to the black and white square: 8 characters.</source>
        <translation>Er steht neben dem schwarz‑weißen Quadrat: 8 Zeichen.</translation>
    </message>
    <message>
        <source>This code is not right. Please check each character.</source>
        <translation>Dieser Code stimmt nicht.&#x2028;Bitte prüfen Sie jedes Zeichen.</translation>
    </message>
    <message>
        <source>Too many tries. Please wait {time} minutes, or ask our staff.</source>
        <translation>Zu viele Versuche.&#x2028;Bitte warten Sie {time}&#xa0;Minuten oder fragen Sie unser Personal.</translation>
    </message>
    <message>
        <source>Delete last character</source>
        <translation>Letztes Zeichen löschen</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Alles löschen</translation>
    </message>
</context>
<context>
    <name>mask</name>
    <message>
        <source>You do not need a mask.</source>
        <translation>Sie brauchen keine Maske.</translation>
    </message>
    <message>
        <source>Please wear a medical mask.</source>
        <translation>Bitte tragen Sie eine medizinische Maske.</translation>
    </message>
    <message>
        <source>Please wear an FFP2 mask.</source>
        <translation>Bitte tragen Sie eine FFP2‑Maske.</translation>
    </message>
    <message>
        <source>At the desk you may take it off.</source>
        <translation>Am Schreibtisch dürfen Sie die Maske abnehmen.</translation>
    </message>
</context>
<context>
    <name>panel</name>
    <message>
        <source>Sent to the printer {printer}</source>
        <translation>An den Drucker {printer} geschickt</translation>
    </message>
    <message>
        <source>No printer takes the page. Saved as {path}</source>
        <translation>Kein Drucker nimmt die Seite an. Gespeichert als {path}</translation>
    </message>
    <message>
        <source>Not printed, and {folder} takes no file: {why}</source>
        <translation>Nicht gedruckt, und {folder} nimmt keine Datei an: {why}</translation>
    </message>
    <message>
        <source>Let in anyway</source>
        <translation>Trotzdem einlassen</translation>
    </message>
    <message>
        <source>Let in without a letter</source>
        <translation>Ohne Brief einlassen</translation>
    </message>
    <message>
        <source>Let in with a booking</source>
        <translation>Mit Termin einlassen</translation>
    </message>
    <message>
        <source>Let in number {number}</source>
        <translation>Nummer {number} einlassen</translation>
    </message>
    <message>
        <source>Choose area and people, then the reason.</source>
        <translation>Bereich und Personen wählen, dann den Grund.</translation>
    </message>
    <message>
        <source>It is full: a second person has to agree.</source>
        <translation>Es ist voll: Eine zweite Person muss zustimmen.</translation>
    </message>
    <message>
        <source>No database: this is kept here and entered later.</source>
        <translation>Keine Datenbank: wird hier gespeichert und später nachgetragen.</translation>
    </message>
    <message>
        <source>Give a number</source>
        <translation>Nummer geben</translation>
    </message>
    <message>
        <source>Kept on this machine. It is entered as soon as possible.</source>
        <translation>Liegt auf diesem Gerät und wird nachgetragen.</translation>
    </message>
    <message>
        <source>Please sign in first.</source>
        <translation>Bitte melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>A second person has to agree.</source>
        <translation>Eine zweite Person muss zustimmen.</translation>
    </message>
    <message>
        <source>This machine could not keep it either. Please note it on paper.</source>
        <translation>Auch dieses Gerät konnte es nicht festhalten. Bitte auf Papier notieren.</translation>
    </message>
    <message>
        <source>The database cannot be reached.</source>
        <translation>Die Datenbank ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The clock of this machine is wrong.</source>
        <translation>Die Uhr dieses Geräts geht falsch.</translation>
    </message>
    <message>
        <source>The program has a fault.</source>
        <translation>Das Programm hat einen Fehler.</translation>
    </message>
    <message>
        <source>The program had stopped. Your last tap was recorded.</source>
        <translation>Das Programm war beendet. Ihr letzter Tipp wurde eingetragen.</translation>
    </message>
    <message>
        <source>The program had stopped before. Please do it again.</source>
        <translation>Das Programm war vorher beendet. Bitte noch einmal eingeben.</translation>
    </message>
    <message>
        <source>Not done: {what}</source>
        <translation>Nicht eingetragen: {what}</translation>
    </message>
    <message>
        <source>Done at {time} and not entered: {what}</source>
        <translation>Um {time} geschehen, nicht eingetragen: {what}</translation>
    </message>
    <message>
        <source>Please count again.</source>
        <translation>Bitte zählen Sie neu.</translation>
    </message>
    <message>
        <source>Turned back</source>
        <translation>Zurückgeschickt</translation>
    </message>
    <message>
        <source>{people} left: {area}</source>
        <translation>{people} gegangen: {area}</translation>
    </message>
    <message>
        <source>Matched with people who left</source>
        <translation>Gegangenen Personen zugeordnet</translation>
    </message>
    <message>
        <source>Visit ended</source>
        <translation>Besuch beendet</translation>
    </message>
    <message>
        <source>Noted: exempt from the mask</source>
        <translation>Vermerkt: von der Maske befreit</translation>
    </message>
    <message>
        <source>Recount entered</source>
        <translation>Zählung eingetragen</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Admission stopped</source>
        <translation>Einlass angehalten</translation>
    </message>
    <message>
        <source>Admission resumed</source>
        <translation>Einlass wieder offen</translation>
    </message>
    <message>
        <source>Number {number} skipped</source>
        <translation>Nummer {number} übersprungen</translation>
    </message>
    <message>
        <source>Number {number} waits again</source>
        <translation>Nummer {number} wartet wieder</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>Gesucht</translation>
    </message>
    <message>
        <source>The day is closed</source>
        <translation>Der Tag ist abgeschlossen</translation>
    </message>
    <message>
        <source>The clock is confirmed</source>
        <translation>Die Uhr ist bestätigt</translation>
    </message>
    <message>
        <source>Not done.</source>
        <translation>Nicht erledigt.</translation>
    </message>
    <message>
        <source>{people} let in: {area}</source>
        <translation>{people} eingelassen: {area}</translation>
    </message>
    <message>
        <source>The next number is called</source>
        <translation>Die nächste Nummer ist aufgerufen</translation>
    </message>
    <message>
        <source>Number {number} is called</source>
        <translation>Nummer {number} ist aufgerufen</translation>
    </message>
    <message>
        <source>Number given</source>
        <translation>Nummer vergeben</translation>
    </message>
    <message>
        <source>Number {number} for {people}</source>
        <translation>Nummer {number} für {people}</translation>
    </message>
    <message>
        <source>Other areas</source>
        <translation>Andere Bereiche</translation>
    </message>
    <message>
        <source>appointment {time}</source>
        <translation>Termin {time}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Delete last character</source>
        <translation>Letztes Zeichen löschen</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>Großbuchstaben</translation>
    </message>
    <message>
        <source>One person fewer</source>
        <translation>Eine Person weniger</translation>
    </message>
    <message>
        <source>One person more</source>
        <translation>Eine Person mehr</translation>
    </message>
    <message>
        <source>Name (4 letters or more), number, time or short code</source>
        <translation>Name (ab 4 Buchstaben), Nummer, Uhrzeit oder Kurzcode</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>4 letters at least</source>
        <translation>ab 4 Buchstaben</translation>
    </message>
    <message>
        <source>Look on the letter, or ask for the time or the number.</source>
        <translation>Fragen Sie nach der Uhrzeit oder der Nummer.</translation>
    </message>
    <message>
        <source>no database</source>
        <translation>keine Datenbank</translation>
    </message>
    <message>
        <source>Nothing found for today</source>
        <translation>Für heute nichts gefunden</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>Gefunden: {count}</translation>
    </message>
    <message>
        <source>{count} more are not shown. Type more letters, or the time.</source>
        <translation>{count} weitere. Bitte mehr Buchstaben eingeben oder die Uhrzeit.</translation>
    </message>
    <message>
        <source>Change the search</source>
        <translation>Suche ändern</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>Nummer {number}</translation>
    </message>
    <message>
        <source>is inside already</source>
        <translation>ist schon im Haus</translation>
    </message>
    <message>
        <source>Unclear visits: {visits}</source>
        <translation>Unklare Besuche: {visits}</translation>
    </message>
    <message>
        <source>Recount</source>
        <translation>Nachzählen</translation>
    </message>
    <message>
        <source>End the day</source>
        <translation>Tag beenden</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>Ist gegangen</translation>
    </message>
    <message>
        <source>Not found inside</source>
        <translation>Nicht im Haus gefunden</translation>
    </message>
    <message>
        <source>Was counted out</source>
        <translation>War schon abgezählt</translation>
    </message>
    <message>
        <source>open: {people}, {area}</source>
        <translation>offen: {people}, {area}</translation>
    </message>
    <message>
        <source>came {came}, expected until {until}</source>
        <translation>kam {came}, erwartet bis {until}</translation>
    </message>
    <message>
        <source>No visit is unclear. If the number is wrong all the same: recount.</source>
        <translation>Kein Besuch ist unklar. Stimmt die Zahl trotzdem nicht: nachzählen.</translation>
    </message>
    <message>
        <source>Nothing is known of the house yet.</source>
        <translation>Über das Haus ist noch nichts bekannt.</translation>
    </message>
    <message>
        <source>hold for 1 second</source>
        <translation>1 Sekunde halten</translation>
    </message>
    <message>
        <source>settles: inside {inside}, line {waiting}</source>
        <translation>schließt ab: im Haus&#xa0;{inside}, Schlange&#xa0;{waiting}</translation>
    </message>
    <message>
        <source>Evacuation: who is inside</source>
        <translation>Räumung: Wer ist im Haus</translation>
    </message>
    <message>
        <source>Evacuation</source>
        <translation>Räumung</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Nobody knows how many people are inside. Search all rooms and count.</source>
        <translation>Niemand weiß, wie viele Personen im Haus sind. Alle Räume absuchen und zählen.</translation>
    </message>
    <message>
        <source>people in the building</source>
        <translation>Personen im Haus</translation>
    </message>
    <message>
        <source>{people} of them unclear</source>
        <translation>{people} davon unklar</translation>
    </message>
    <message>
        <source>visits that should be over</source>
        <translation>Besuche, die zu Ende sein sollten</translation>
    </message>
    <message>
        <source>NOT CURRENT: as of {time}, {age}</source>
        <translation>NICHT AKTUELL: Stand {time}, {age}</translation>
    </message>
    <message>
        <source>The database cannot be reached. People may have come or left since.</source>
        <translation>Die Datenbank ist nicht erreichbar. Seitdem können Personen gekommen oder gegangen sein.</translation>
    </message>
    <message>
        <source>current, as of {time}</source>
        <translation>aktuell, Stand {time}</translation>
    </message>
    <message>
        <source>NOT CURRENT</source>
        <translation>NICHT AKTUELL</translation>
    </message>
    <message>
        <source>Areas that are no longer in the office&apos;s file</source>
        <translation>Bereiche, die nicht mehr in der Datei des Amtes stehen</translation>
    </message>
    <message>
        <source>({people} unclear)</source>
        <translation>({people}&#xa0;unklar)</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>printed on {day} at {time}</source>
        <translation>gedruckt {day}, {time}</translation>
    </message>
    <message>
        <source>Stop admission: what are visitors told?</source>
        <translation>Einlass anhalten: Was lesen die Besucher?</translation>
    </message>
    <message>
        <source>They read it in their language: {languages}</source>
        <translation>Sie lesen es in ihrer Sprache: {languages}</translation>
    </message>
    <message>
        <source>This door</source>
        <translation>Diese Tür</translation>
    </message>
    <message>
        <source>All doors</source>
        <translation>Alle Türen</translation>
    </message>
    <message>
        <source>Own text …</source>
        <translation>Eigener Text …</translation>
    </message>
    <message>
        <source>Resume admission at all doors</source>
        <translation>Einlass an allen Türen wieder öffnen</translation>
    </message>
    <message>
        <source>Resume admission at this door</source>
        <translation>Einlass an dieser Tür wieder öffnen</translation>
    </message>
    <message>
        <source>visitors read: {message}</source>
        <translation>Besucher lesen: {message}</translation>
    </message>
    <message>
        <source>Text in {language} (one language is enough)</source>
        <translation>Text: {language} (eine Sprache reicht)</translation>
    </message>
    <message>
        <source>tap for {language}</source>
        <translation>tippen für {language}</translation>
    </message>
    <message>
        <source>Stop all doors</source>
        <translation>Alle Türen anhalten</translation>
    </message>
    <message>
        <source>Stop this door</source>
        <translation>Diese Tür anhalten</translation>
    </message>
    <message>
        <source>one text for all languages</source>
        <translation>ein Text für alle Sprachen</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Im Haus</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>called: {numbers}</source>
        <translation>aufgerufen: {numbers}</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>Stand {time}</translation>
    </message>
    <message>
        <source>There is room</source>
        <translation>Noch Platz</translation>
    </message>
    <message>
        <source>Nearly full</source>
        <translation>Fast voll</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>1 left</source>
        <translation>1 geht</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>Aufrufen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Einlassen</translation>
    </message>
    <message>
        <source>Turn back</source>
        <translation>Zurückschicken</translation>
    </message>
    <message>
        <source>No letter</source>
        <translation>Ohne Brief</translation>
    </message>
    <message>
        <source>Find booking</source>
        <translation>Termin suchen</translation>
    </message>
    <message>
        <source>Party left</source>
        <translation>Gruppe geht</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Stop admission</source>
        <translation>Einlass anhalten</translation>
    </message>
    <message>
        <source>Change stop</source>
        <translation>Stopp ändern</translation>
    </message>
    <message>
        <source>or lift it</source>
        <translation>oder aufheben</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Zählen</translation>
    </message>
    <message>
        <source>EVACUATION</source>
        <translation>RÄUMUNG</translation>
    </message>
    <message>
        <source>hold 1 s</source>
        <translation>1 s halten</translation>
    </message>
    <message>
        <source>No scan yet</source>
        <translation>Noch kein Scan</translation>
    </message>
    <message>
        <source>Left without a letter</source>
        <translation>Ohne Brief gegangen</translation>
    </message>
    <message>
        <source>Choose the area, then tap how many have left.</source>
        <translation>Bereich wählen, dann tippen, wie viele gegangen sind.</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>gegangen</translation>
    </message>
    <message>
        <source>{people} inside</source>
        <translation>{people} im Haus</translation>
    </message>
    <message>
        <source>{people} gone without a letter</source>
        <translation>{people} ohne Brief gegangen</translation>
    </message>
    <message>
        <source>Whose visit was it?</source>
        <translation>Wessen Besuch war das?</translation>
    </message>
    <message>
        <source>Only if you know it; else leave it open.</source>
        <translation>Nur wenn Sie es wissen; sonst offen lassen.</translation>
    </message>
    <message>
        <source>since {time}, {people}</source>
        <translation>seit {time}, {people}</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>Nobody is waiting in the line.</source>
        <translation>Niemand wartet in der Schlange.</translation>
    </message>
    <message>
        <source>The line: {numbers}</source>
        <translation>Warteschlange: {numbers}</translation>
    </message>
    <message>
        <source>Call the next</source>
        <translation>Nächste aufrufen</translation>
    </message>
    <message>
        <source>{area}, since {time}</source>
        <translation>{area}, seit {time}</translation>
    </message>
    <message>
        <source>called, place kept until {time}</source>
        <translation>aufgerufen, Platz frei bis {time}</translation>
    </message>
    <message>
        <source>without an appointment</source>
        <translation>ohne Termin</translation>
    </message>
    <message>
        <source>did not come or was skipped</source>
        <translation>kam nicht oder wurde übersprungen</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Aufgerufen</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufrufen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Put back into the line</source>
        <translation>Wieder einreihen</translation>
    </message>
    <message>
        <source>without a letter</source>
        <translation>ohne Brief</translation>
    </message>
    <message>
        <source>give a number</source>
        <translation>Nummer geben</translation>
    </message>
    <message>
        <source>Your role may not do that. Please ask your manager.</source>
        <translation>Das darf Ihre Rolle nicht. Bitte fragen Sie die Leitung.</translation>
    </message>
    <message>
        <source>This appointment is not known any more.</source>
        <translation>Diesen Termin gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This area is not known any more.</source>
        <translation>Diesen Bereich gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This reason is not known any more.</source>
        <translation>Diesen Grund gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>They are inside already. Nobody was counted twice.</source>
        <translation>Sie sind schon im Haus. Niemand wurde doppelt gezählt.</translation>
    </message>
    <message>
        <source>That is above the cap: a second person has to agree.</source>
        <translation>Das geht über die Grenze: Eine zweite Person muss zustimmen.</translation>
    </message>
    <message>
        <source>The second person has to be somebody else.</source>
        <translation>Die zweite Person muss jemand anderes sein.</translation>
    </message>
    <message>
        <source>They are not inside any more.</source>
        <translation>Sie sind nicht mehr im Haus.</translation>
    </message>
    <message>
        <source>So many people were not counted out there.</source>
        <translation>So viele wurden dort nicht hinausgezählt.</translation>
    </message>
    <message>
        <source>That was noted before.</source>
        <translation>Das war schon vermerkt.</translation>
    </message>
    <message>
        <source>Admission is not stopped.</source>
        <translation>Der Einlass ist nicht angehalten.</translation>
    </message>
    <message>
        <source>So many people never fit in at once: they would wait for ever.</source>
        <translation>So viele passen nie auf einmal hinein: Sie würden vergeblich warten.</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>Es wartet niemand.</translation>
    </message>
    <message>
        <source>There is no room for whoever is next.</source>
        <translation>Für die Nächsten ist noch kein Platz.</translation>
    </message>
    <message>
        <source>This number does not wait any more.</source>
        <translation>Diese Nummer wartet nicht mehr.</translation>
    </message>
    <message>
        <source>This number was not skipped.</source>
        <translation>Diese Nummer wurde nicht übersprungen.</translation>
    </message>
    <message>
        <source>It is not known any more what that was.</source>
        <translation>Es ist nicht mehr bekannt, was das war.</translation>
    </message>
    <message>
        <source>That cannot be taken back. Enter the opposite.</source>
        <translation>Das lässt sich nicht zurücknehmen. Geben Sie das Gegenteil ein.</translation>
    </message>
    <message>
        <source>That was taken back before.</source>
        <translation>Das wurde schon zurückgenommen.</translation>
    </message>
    <message>
        <source>That is too long ago. A recount sets the number right.</source>
        <translation>Das ist zu lange her. Eine Zählung stellt die Zahl richtig.</translation>
    </message>
    <message>
        <source>Something that happened since rests on it.</source>
        <translation>Darauf beruht schon etwas Neueres.</translation>
    </message>
    <message>
        <source>A recount has set the number right since.</source>
        <translation>Eine Zählung hat die Zahl seitdem richtiggestellt.</translation>
    </message>
    <message>
        <source>Help was called there before.</source>
        <translation>Dort wurde schon um Hilfe gebeten.</translation>
    </message>
    <message>
        <source>Only the staff can end this call now.</source>
        <translation>Diesen Ruf kann jetzt nur das Personal beenden.</translation>
    </message>
    <message>
        <source>Somebody has gone there, or it was taken back.</source>
        <translation>Jemand ist schon hingegangen, oder der Ruf wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Please type four signs or more.</source>
        <translation>Bitte vier Zeichen oder mehr eingeben.</translation>
    </message>
    <message>
        <source>You can let people in by hand: it is kept here.</source>
        <translation>Sie können von Hand einlassen. Die Einträge bleiben auf diesem Gerät.</translation>
    </message>
    <message>
        <source>Letters are not checked. You can let people in yourself.</source>
        <translation>Briefe werden nicht geprüft. Sie können selbst einlassen.</translation>
    </message>
    <message>
        <source>Please tell your administrator. The log says more.</source>
        <translation>Bitte sagen Sie der Administration Bescheid. Mehr steht im Protokoll.</translation>
    </message>
    <message>
        <source>Admission is stopped: {where}</source>
        <translation>Einlass angehalten: {where}</translation>
    </message>
    <message>
        <source>this door</source>
        <translation>diese Tür</translation>
    </message>
    <message>
        <source>all doors</source>
        <translation>alle Türen</translation>
    </message>
    <message>
        <source>Clock is right</source>
        <translation>Uhr stimmt</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Let in by staff</source>
        <translation>Von Hand eingelassen</translation>
    </message>
    <message>
        <source>By staff</source>
        <translation>Durch das Personal</translation>
    </message>
    <message>
        <source>for {time}</source>
        <translation>für {time}</translation>
    </message>
    <message>
        <source>Recount: how many people are there really?</source>
        <translation>Nachzählen: Wie viele Personen sind wirklich da?</translation>
    </message>
    <message>
        <source>so far {people}</source>
        <translation>bisher {people}</translation>
    </message>
    <message>
        <source>counted {people}</source>
        <translation>gezählt {people}</translation>
    </message>
    <message>
        <source>1. Choose the area, 2. type the number, 3. give the reason.</source>
        <translation>1. Bereich wählen, 2. Zahl tippen, 3. Grund angeben.</translation>
    </message>
    <message>
        <source>Other reasons</source>
        <translation>Andere Gründe</translation>
    </message>
    <message>
        <source>The reason enters the recount:</source>
        <translation>Der Grund trägt die Zählung ein:</translation>
    </message>
    <message>
        <source>Id or PIN is wrong.</source>
        <translation>Kennung oder PIN ist falsch.</translation>
    </message>
    <message>
        <source>This id is disabled. The management gives a new PIN.</source>
        <translation>Diese Kennung ist gesperrt. Die Leitung gibt eine neue PIN.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>Zu viele falsche PINs.</translation>
    </message>
    <message>
        <source>Please wait {time}.</source>
        <translation>Bitte {time} warten.</translation>
    </message>
    <message>
        <source>Report of {day}</source>
        <translation>Bericht: {day}</translation>
    </message>
    <message>
        <source>From {began} to {ended}.</source>
        <translation>Von {began} bis {ended}.</translation>
    </message>
    <message>
        <source>Came in: {all}. By letter: {letter}, by the staff: {staff}.</source>
        <translation>Eingelassen:&#xa0;{all}. Mit Brief:&#xa0;{letter}, durch das Personal:&#xa0;{staff}.</translation>
    </message>
    <message>
        <source>Most people inside at once: {people}, at {time}.</source>
        <translation>Meiste Personen gleichzeitig: {people}, um&#xa0;{time}.</translation>
    </message>
    <message>
        <source>Above the cap, with the consent of two: {people}.</source>
        <translation>Über der Höchstzahl, von zweien bestätigt: {people}.</translation>
    </message>
    <message>
        <source>Still inside by the count at the end: {people}. They were settled.</source>
        <translation>Am Ende laut Zählung noch im Haus: {people}. Sie wurden abgeschlossen.</translation>
    </message>
    <message>
        <source>At the end nobody was inside.</source>
        <translation>Am Ende war niemand mehr im Haus.</translation>
    </message>
    <message>
        <source>Acts taken back: {acts}.</source>
        <translation>Zurückgenommene Eingaben: {acts}.</translation>
    </message>
    <message>
        <source>Let in by letter</source>
        <translation>Eingelassen mit Brief</translation>
    </message>
    <message>
        <source>By the staff: {reason}</source>
        <translation>Personal: {reason}</translation>
    </message>
    <message>
        <source>Turned back: {reason}</source>
        <translation>Abgewiesen: {reason}</translation>
    </message>
    <message>
        <source>Left with their letter</source>
        <translation>Hinausgegangen mit Brief</translation>
    </message>
    <message>
        <source>Counted out without a letter</source>
        <translation>Abgezählt ohne Brief</translation>
    </message>
    <message>
        <source>of them, visit found</source>
        <translation>davon Besuch zugeordnet</translation>
    </message>
    <message>
        <source>Exits without a known entry</source>
        <translation>Ausgänge ohne bekannten Eingang</translation>
    </message>
    <message>
        <source>Recount: {area}</source>
        <translation>Nachzählung: {area}</translation>
    </message>
    <message>
        <source>Refused or told to wait (times)</source>
        <translation>Abgelehnt oder um Warten gebeten (Male)</translation>
    </message>
    <message>
        <source>Seen leaving without a letter</source>
        <translation>Ohne Brief beim Gehen gesehen</translation>
    </message>
    <message>
        <source>Settled by the end of the day</source>
        <translation>Mit dem Tag abgeschlossen</translation>
    </message>
    <message>
        <source>This is too long ago.</source>
        <translation>Das ist zu lange her.</translation>
    </message>
    <message>
        <source>inside since {time}</source>
        <translation>im Haus seit {time}</translation>
    </message>
    <message>
        <source>not inside</source>
        <translation>nicht im Haus</translation>
    </message>
    <message>
        <source>Nothing is left to do here.</source>
        <translation>Hier ist nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>Exempt from the mask</source>
        <translation>Von der Maske befreit</translation>
    </message>
    <message>
        <source>checked by staff; why is not kept</source>
        <translation>vom Personal geprüft; der Grund wird nicht gespeichert</translation>
    </message>
    <message>
        <source>is noted</source>
        <translation>ist vermerkt</translation>
    </message>
    <message>
        <source>as if it had not been</source>
        <translation>als wäre es nicht gewesen</translation>
    </message>
    <message>
        <source>Has left: was counted out</source>
        <translation>Ist gegangen: wurde schon abgezogen</translation>
    </message>
    <message>
        <source>{area}: {people} without a letter</source>
        <translation>{area}: {people} ohne Brief</translation>
    </message>
    <message>
        <source>Tap the reason.</source>
        <translation>Tippen Sie auf den Grund.</translation>
    </message>
    <message>
        <source>Nobody who came in here just now is still inside.</source>
        <translation>Von den letzten Besuchen an dieser Tür ist niemand mehr im Haus.</translation>
    </message>
    <message>
        <source>Nobody is chosen, or not inside any more. Choose a party.</source>
        <translation>Niemand gewählt, oder nicht mehr im Haus. Bitte wählen.</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>Zweite Person</translation>
    </message>
    <message>
        <source>Type your id, or hold your badge under the scanner.</source>
        <translation>Kennung eingeben oder Ausweis unter den Scanner halten.</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>PIN eingeben.</translation>
    </message>
    <message>
        <source>To let in: {people}, {area}</source>
        <translation>Einlass: {people}, {area}</translation>
    </message>
    <message>
        <source>Asked by {person}</source>
        <translation>Gefragt hat {person}</translation>
    </message>
    <message>
        <source>Somebody of the management agrees by PIN.</source>
        <translation>Jemand von der Leitung stimmt mit PIN zu.</translation>
    </message>
    <message>
        <source>Above the cap</source>
        <translation>Über der Grenze</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Badge read</source>
        <translation>Ausweis gelesen</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Another id</source>
        <translation>Andere Kennung</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>works</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>being mended</source>
        <translation>startet neu</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht genutzt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Last good scan</source>
        <translation>Letzter guter Scan</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>Test letter not read today</source>
        <translation>Testbrief heute nicht gelesen</translation>
    </message>
    <message>
        <source>Test letter read {time}</source>
        <translation>Testbrief gelesen {time}</translation>
    </message>
    <message>
        <source>Test letter: camera missing</source>
        <translation>Testbrief: Kamera fehlt noch</translation>
    </message>
    <message>
        <source>Test letter: scanner missing</source>
        <translation>Testbrief: Scanner fehlt noch</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>The first tap asks for the PIN</source>
        <translation>Der erste Tipp fragt nach der PIN</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Management</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Phone desk</source>
        <translation>Terminvergabe</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>What is to be taken back?</source>
        <translation>Was soll zurückgenommen werden?</translation>
    </message>
    <message>
        <source>Nothing was done in the last {minutes} minutes that can be taken back.</source>
        <translation>In den letzten {minutes} Minuten wurde nichts getan, das zurückgenommen werden kann.</translation>
    </message>
    <message>
        <source>by a scan</source>
        <translation>durch Scannen</translation>
    </message>
    <message>
        <source>by {who}</source>
        <translation>durch {who}</translation>
    </message>
    <message>
        <source>Resume admission: {door}</source>
        <translation>Einlass wieder öffnen: {door}</translation>
    </message>
    <message>
        <source>stopped {age}</source>
        <translation>angehalten {age}</translation>
    </message>
    <message>
        <source>Number {number} called</source>
        <translation>Nummer {number} aufgerufen</translation>
    </message>
    <message>
        <source>Number {number} put back</source>
        <translation>Nummer {number} wieder eingereiht</translation>
    </message>
    <message>
        <source>Number {number} given</source>
        <translation>Nummer {number} vergeben</translation>
    </message>
    <message>
        <source>Recount: {area} and what was counted with it</source>
        <translation>Nachzählung: {area} und was mitgezählt wurde</translation>
    </message>
    <message>
        <source>Let in: {who}</source>
        <translation>Eingelassen: {who}</translation>
    </message>
    <message>
        <source>Left: {who}</source>
        <translation>Hinausgegangen: {who}</translation>
    </message>
    <message>
        <source>Turned back: {who}</source>
        <translation>Abgewiesen: {who}</translation>
    </message>
    <message>
        <source>Counted out: {who}</source>
        <translation>Abgezählt: {who}</translation>
    </message>
    <message>
        <source>Visit settled: {who}</source>
        <translation>Besuch abgeschlossen: {who}</translation>
    </message>
    <message>
        <source>Visit ended, was counted out: {who}</source>
        <translation>Besuch beendet, war abgezählt: {who}</translation>
    </message>
    <message>
        <source>not a letter from us</source>
        <translation>kein Brief von uns</translation>
    </message>
    <message>
        <source>code damaged</source>
        <translation>Code beschädigt</translation>
    </message>
    <message>
        <source>code unknown</source>
        <translation>Code unbekannt</translation>
    </message>
    <message>
        <source>left</source>
        <translation>gegangen</translation>
    </message>
    <message>
        <source>appointment cancelled</source>
        <translation>Termin abgesagt</translation>
    </message>
    <message>
        <source>appointment moved</source>
        <translation>Termin verlegt</translation>
    </message>
    <message>
        <source>wrong day</source>
        <translation>falscher Tag</translation>
    </message>
    <message>
        <source>wrong door</source>
        <translation>falsche Tür</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>admission stopped</source>
        <translation>Einlass angehalten</translation>
    </message>
    <message>
        <source>already inside</source>
        <translation>schon im Haus</translation>
    </message>
    <message>
        <source>letter already used</source>
        <translation>Brief schon benutzt</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>zu früh</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>zu spät</translation>
    </message>
    <message>
        <source>building full</source>
        <translation>Haus voll</translation>
    </message>
    <message>
        <source>area full</source>
        <translation>Bereich voll</translation>
    </message>
    <message>
        <source>not their turn yet</source>
        <translation>noch nicht an der Reihe</translation>
    </message>
    <message>
        <source>let in</source>
        <translation>eingelassen</translation>
    </message>
    <message>
        <source>let in again</source>
        <translation>wieder eingelassen</translation>
    </message>
    <message>
        <source>sent to the staff</source>
        <translation>ans Personal verwiesen</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>außer Betrieb</translation>
    </message>
    <message>
        <source>Help wanted: {door}</source>
        <translation>Hilfe gewünscht: {door}</translation>
    </message>
    <message>
        <source>I am coming</source>
        <translation>Ich komme</translation>
    </message>
    <message>
        <source>The door now says that you are coming</source>
        <translation>An der Tür steht jetzt, dass Sie kommen</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>dddd, d.&#xa0;MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>speech</name>
    <message>
        <source>The rest is on the screen. We do not read it out here. Our staff will tell you.</source>
        <translation>Alles Weitere steht auf dem Bildschirm. Hier lesen wir es nicht laut vor. Unser Personal sagt es Ihnen.</translation>
    </message>
    <message>
        <source>Hold the letter flat, with the printed side towards the camera. Move it slowly. A tone rises when the code comes into the picture.</source>
        <translation>Halten Sie den Brief flach, mit der Schrift zur Kamera. Bewegen Sie ihn langsam. Ein Ton wird höher, wenn der Code ins Bild kommt.</translation>
    </message>
</context>
<context>
    <name>step</name>
    <message>
        <source>It may take a while.</source>
        <translation>Es kann etwas dauern.</translation>
    </message>
    <message>
        <source>More than one hour</source>
        <translation>Mehr als eine Stunde</translation>
    </message>
    <message>
        <source>About {minutes} minutes</source>
        <translation>Etwa {minutes} Minuten</translation>
    </message>
    <message>
        <source>You are next.</source>
        <translation>Sie sind als Nächstes dran.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Ihre Nummer</translation>
    </message>
    <message>
        <source>Please wait outside. Your number will appear on this screen.</source>
        <translation>Bitte warten Sie draußen. Ihre Nummer erscheint hier auf dem Bildschirm.</translation>
    </message>
    <message>
        <source>Please come back</source>
        <translation>Bitte kommen Sie wieder</translation>
    </message>
    <message>
        <source>We open again</source>
        <translation>Wir öffnen wieder</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>um {time} Uhr</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>Please go to this door:</source>
        <translation>Bitte gehen Sie zu dieser Tür:</translation>
    </message>
    <message>
        <source>Please ask our staff. Or call us. You will get a new appointment.</source>
        <translation>Bitte fragen Sie unser Personal. Oder rufen Sie uns an. Sie bekommen einen neuen Termin.</translation>
    </message>
    <message>
        <source>Call with your phone</source>
        <translation>Mit dem Handy anrufen</translation>
    </message>
    <message>
        <source>Please ask our staff at the door.</source>
        <translation>Bitte fragen Sie unser Personal an der Tür.</translation>
    </message>
    <message>
        <source>Hold your letter still under the camera once more.</source>
        <translation>Halten Sie Ihren Brief noch einmal ruhig unter die Kamera.</translation>
    </message>
    <message>
        <source>Hold your letter under the scanner once more.</source>
        <translation>Halten Sie Ihren Brief noch einmal unter den Scanner.</translation>
    </message>
    <message>
        <source>Or type the short code from your letter.</source>
        <translation>Oder tippen Sie den Kurz‑Code aus dem Brief ein.</translation>
    </message>
    <message>
        <source>Or ask our staff.</source>
        <translation>Oder fragen Sie unser Personal.</translation>
    </message>
    <message>
        <source>Thank you for your visit. Have a safe journey home.</source>
        <translation>Danke für Ihren Besuch. Kommen Sie gut nach Hause.</translation>
    </message>
    <message>
        <source>Please wait. Our staff will tell you when you can come in.</source>
        <translation>Bitte warten Sie. Unser Personal sagt Ihnen, wann es weitergeht.</translation>
    </message>
</context>
<context>
    <name>way</name>
    <message>
        <source>Straight on</source>
        <translation>Geradeaus</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Stairs up</source>
        <translation>Treppe hoch</translation>
    </message>
    <message>
        <source>Stairs down</source>
        <translation>Treppe runter</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Aufzug</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Waiting area</source>
        <translation>Wartebereich</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Schalter</translation>
    </message>
</context>
</TS>
