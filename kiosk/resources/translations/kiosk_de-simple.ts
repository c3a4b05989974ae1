<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n people are waiting outside</source>
        <translation>
            <numerusform>%n Mensch wartet draußen</numerusform>
            <numerusform>%n Menschen warten draußen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead of you</source>
        <translation>
            <numerusform>Vor Ihnen ist noch %n Mensch</numerusform>
            <numerusform>Vor Ihnen sind noch %n Menschen</numerusform>
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
        <translation>Dieser Termin fällt aus.</translation>
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
        <translation>Bitte gehen Sie zu einer anderen Tür.</translation>
    </message>
    <message>
        <source>We are closed now.</source>
        <translation>Wir haben jetzt zu.</translation>
    </message>
    <message>
        <source>Nobody can come in right now.</source>
        <translation>Im Moment kann niemand hinein.</translation>
    </message>
    <message>
        <source>Someone is already inside with this letter.</source>
        <translation>Mit diesem Brief ist schon jemand im Haus.</translation>
    </message>
    <message>
        <source>This letter has already been used.</source>
        <translation>Jemand hat diesen Brief schon benutzt.</translation>
    </message>
    <message>
        <source>You are too early.</source>
        <translation>Sie sind zu früh da.</translation>
    </message>
    <message>
        <source>You are too late.</source>
        <translation>Sie sind zu spät da.</translation>
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
        <translation>Andere Menschen sind vor Ihnen dran.</translation>
    </message>
    <message>
        <source>Please come in.</source>
        <translation>Bitte kommen Sie herein.</translation>
    </message>
    <message>
        <source>Welcome back. Please come in.</source>
        <translation>Schön, Sie sind wieder da.&#x2028;Bitte kommen Sie herein.</translation>
    </message>
    <message>
        <source>Our staff will talk to you.</source>
        <translation>Jemand von uns spricht mit Ihnen.</translation>
    </message>
    <message>
        <source>Our staff will help you.</source>
        <translation>Jemand von uns hilft Ihnen.</translation>
    </message>
    <message>
        <source>The next letter has been seen. One moment, please.</source>
        <translation>Der nächste Brief ist gleich dran.</translation>
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
        <translation>Helle Schrift</translation>
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
        <translation>Keine Hilfe mehr</translation>
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
        <translation>Nicht vorlesen</translation>
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
    <name>help</name>
    <message>
        <source>We are calling our staff.</source>
        <translation>Wir rufen jemanden.</translation>
    </message>
    <message>
        <source>Help is coming.</source>
        <translation>Hilfe kommt.</translation>
    </message>
    <message>
        <source>Our staff know that you are at this door.</source>
        <translation>Wir wissen:&#x2028;Sie sind an dieser Tür.</translation>
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
        <translation>Wir können gerade niemanden rufen.</translation>
    </message>
    <message>
        <source>Please talk to our staff at the entrance.</source>
        <translation>Bitte fragen Sie uns am Eingang.</translation>
    </message>
    <message>
        <source>Or call us: {phone}</source>
        <translation>Oder rufen Sie uns an:&#x2028;{phone}</translation>
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
        <translation>Etwa {inside} von {cap} Menschen</translation>
    </message>
    <message>
        <source>{inside} of {cap} people</source>
        <translation>{inside} von {cap} Menschen</translation>
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
        <translation>Wenn Sie kommen.&#x2028;Und wenn Sie gehen.</translation>
    </message>
    <message>
        <source>Are you leaving? Hold your letter under the camera.</source>
        <translation>Sie gehen?&#x2028;Halten Sie Ihren Brief unter die Kamera.</translation>
    </message>
    <message>
        <source>Are you leaving? Hold your letter under the scanner.</source>
        <translation>Sie gehen?&#x2028;Halten Sie Ihren Brief unter den Scanner.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>Einen Moment, bitte.</translation>
    </message>
    <message>
        <source>We are reading your letter.</source>
        <translation>Wir lesen Ihren Brief.</translation>
    </message>
    <message>
        <source>Please hold it a little closer.</source>
        <translation>Bitte etwas näher.</translation>
    </message>
    <message>
        <source>Please hold the letter straight.</source>
        <translation>Bitte den Brief gerade halten.</translation>
    </message>
    <message>
        <source>Please hold the letter in the light.</source>
        <translation>Bitte den Brief ins Licht halten.</translation>
    </message>
    <message>
        <source>Please hold it still.</source>
        <translation>Bitte den Brief ruhig halten.</translation>
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
        <translation>Die Kamera geht gerade nicht.</translation>
    </message>
    <message>
        <source>Type the short code from your letter, or ask our staff.</source>
        <translation>Tippen Sie den kurzen Code aus Ihrem Brief ein.&#x2028;Oder fragen Sie uns.</translation>
    </message>
    <message>
        <source>Our staff will help you.</source>
        <translation>Jemand von uns hilft Ihnen.</translation>
    </message>
    <message>
        <source>Please talk to us.</source>
        <translation>Bitte sprechen Sie uns an.</translation>
    </message>
    <message>
        <source>Nobody can come in right now.</source>
        <translation>Im Moment kann niemand hinein.</translation>
    </message>
    <message>
        <source>We are closed now.</source>
        <translation>Wir haben jetzt zu.</translation>
    </message>
    <message>
        <source>We open again: {day}, at {time}</source>
        <translation>Wir öffnen wieder: {day} um {time} Uhr</translation>
    </message>
    <message>
        <source>Please come in now: number</source>
        <translation>Jetzt dran: Nummer</translation>
    </message>
    <message>
        <source>Open today</source>
        <translation>Heute offen</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Heute zu</translation>
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
        <translation>Tippen Sie den kurzen Code aus Ihrem Brief ein.</translation>
    </message>
    <message>
        <source>It is next to the black and white square: 8 characters.</source>
        <translation>Er steht neben dem Viereck.&#x2028;Er hat 8 Zeichen.</translation>
    </message>
    <message>
        <source>This code is not right. Please check each character.</source>
        <translation>Dieser Code stimmt nicht.&#x2028;Bitte prüfen Sie jedes Zeichen.</translation>
    </message>
    <message>
        <source>Too many tries. Please wait {time} minutes, or ask our staff.</source>
        <translation>Das waren zu viele Versuche.&#x2028;Bitte warten Sie {time}&#xa0;Minuten.&#x2028;Oder fragen Sie uns.</translation>
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
        <translation>Bitte tragen Sie eine FFP2-Maske.</translation>
    </message>
    <message>
        <source>At the desk you may take it off.</source>
        <translation>Am Schreibtisch dürfen Sie die Maske abnehmen.</translation>
    </message>
</context>
<context>
    <name>speech</name>
    <message>
        <source>The rest is on the screen. We do not read it out here. Our staff will tell you.</source>
        <translation>Mehr steht auf dem Bildschirm.&#x2028;Das lesen wir hier nicht laut vor.&#x2028;Fragen Sie uns bitte.</translation>
    </message>
    <message>
        <source>Hold the letter flat, with the printed side towards the camera. Move it slowly. A tone rises when the code comes into the picture.</source>
        <translation>Halten Sie den Brief gerade.&#x2028;Die Schrift zeigt zur Kamera.&#x2028;Bewegen Sie den Brief langsam.&#x2028;Sie hören einen Ton.&#x2028;Der Ton wird höher.&#x2028;Dann ist der Brief richtig.</translation>
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
        <translation>Bitte warten Sie draußen.&#x2028;Ihre Nummer kommt hier auf den Bildschirm.</translation>
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
        <translation>Bitte fragen Sie uns.&#x2028;Oder rufen Sie uns an.&#x2028;Sie bekommen einen neuen Termin.</translation>
    </message>
    <message>
        <source>Call with your phone</source>
        <translation>Mit dem Handy anrufen</translation>
    </message>
    <message>
        <source>Please ask our staff at the door.</source>
        <translation>Bitte fragen Sie uns an der Tür.</translation>
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
        <translation>Oder tippen Sie den kurzen Code aus dem Brief ein.</translation>
    </message>
    <message>
        <source>Or ask our staff.</source>
        <translation>Oder fragen Sie uns.</translation>
    </message>
    <message>
        <source>Thank you for your visit. Have a safe journey home.</source>
        <translation>Danke für Ihren Besuch.&#x2028;Kommen Sie gut nach Hause.</translation>
    </message>
    <message>
        <source>Please wait. Our staff will tell you when you can come in.</source>
        <translation>Bitte warten Sie.&#x2028;Wir sagen Ihnen Bescheid.</translation>
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
        <translation>Warte-Bereich</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Schalter</translation>
    </message>
</context>
</TS>
