<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n people are waiting outside</source>
        <translation>
            <numerusform>%n person is waiting outside</numerusform>
            <numerusform>%n people are waiting outside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead of you</source>
        <translation>
            <numerusform>%n person ahead of you</numerusform>
            <numerusform>%n people ahead of you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n&#xa0;person</numerusform>
            <numerusform>%n&#xa0;people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n above the cap</source>
        <translation>
            <numerusform>%n above the cap</numerusform>
            <numerusform>%n above the cap</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One area: %n above its cap</source>
        <translation>
            <numerusform>One area: %n&#xa0;above its cap</numerusform>
            <numerusform>One area: %n&#xa0;above its cap</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unclear</source>
        <translation>
            <numerusform>%n&#xa0;unclear</numerusform>
            <numerusform>%n&#xa0;unclear</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n&#xa0;waiting</numerusform>
            <numerusform>%n&#xa0;waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can let people in by hand. %n entries are kept on this machine.</source>
        <translation>
            <numerusform>You can let people in by hand. %n&#xa0;entry is kept on this machine.</numerusform>
            <numerusform>You can let people in by hand. %n&#xa0;entries are kept on this machine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>locks in %n s</source>
        <translation>
            <numerusform>locks in %n&#xa0;s</numerusform>
            <numerusform>locks in %n&#xa0;s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n&#xa0;s ago</numerusform>
            <numerusform>%n&#xa0;s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n&#xa0;min ago</numerusform>
            <numerusform>%n&#xa0;min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n&#xa0;h ago</numerusform>
            <numerusform>%n&#xa0;h ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>answer</name>
    <message>
        <source>This is not a letter from us.</source>
        <translation>This is not a letter from us.</translation>
    </message>
    <message>
        <source>We cannot read the code.</source>
        <translation>We cannot read the code.</translation>
    </message>
    <message>
        <source>We do not know this code.</source>
        <translation>We do not know this code.</translation>
    </message>
    <message>
        <source>Goodbye!</source>
        <translation>Goodbye!</translation>
    </message>
    <message>
        <source>This appointment is cancelled.</source>
        <translation>This appointment is cancelled.</translation>
    </message>
    <message>
        <source>Your appointment has been moved.</source>
        <translation>Your appointment has been moved.</translation>
    </message>
    <message>
        <source>Your appointment is on another day.</source>
        <translation>Your appointment is on another day.</translation>
    </message>
    <message>
        <source>Please use another door.</source>
        <translation>Please use another door.</translation>
    </message>
    <message>
        <source>We are closed now.</source>
        <translation>We are closed now.</translation>
    </message>
    <message>
        <source>Nobody can come in right now.</source>
        <translation>Nobody can come in right now.</translation>
    </message>
    <message>
        <source>Someone is already inside with this letter.</source>
        <translation>Someone is already inside with this letter.</translation>
    </message>
    <message>
        <source>This letter has already been used.</source>
        <translation>This letter has already been used.</translation>
    </message>
    <message>
        <source>You are too early.</source>
        <translation>You are too early.</translation>
    </message>
    <message>
        <source>You are too late.</source>
        <translation>You are too late.</translation>
    </message>
    <message>
        <source>The building is full right now.</source>
        <translation>The building is full right now.</translation>
    </message>
    <message>
        <source>Your area is full right now.</source>
        <translation>Your area is full right now.</translation>
    </message>
    <message>
        <source>Others are ahead of you.</source>
        <translation>Others are ahead of you.</translation>
    </message>
    <message>
        <source>Please come in.</source>
        <translation>Please come in.</translation>
    </message>
    <message>
        <source>Welcome back. Please come in.</source>
        <translation>Welcome back. Please come in.</translation>
    </message>
    <message>
        <source>Our staff will talk to you.</source>
        <translation>Our staff will talk to you.</translation>
    </message>
    <message>
        <source>Our staff will help you.</source>
        <translation>Our staff will help you.</translation>
    </message>
    <message>
        <source>The next letter has been seen. One moment, please.</source>
        <translation>The next letter has been seen. One moment, please.</translation>
    </message>
</context>
<context>
    <name>control</name>
    <message>
        <source>Languages</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Light on black</source>
        <translation>Light on black</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Type the code</source>
        <translation>Type the code</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Get help</source>
        <translation>Get help</translation>
    </message>
    <message>
        <source>Help is coming</source>
        <translation>Help is coming</translation>
    </message>
    <message>
        <source>No help needed</source>
        <translation>No help needed</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>More time</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>Say again</source>
        <translation>Say again</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Louder</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Stop reading</translation>
    </message>
</context>
<context>
    <name>date</name>
    <message>
        <source>dddd, d MMMM</source>
        <translation>dddd, d&#xa0;MMMM</translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>Times instead</source>
        <translation>Times instead</translation>
    </message>
    <message>
        <source>Book the wanted time all the same</source>
        <translation>Book the wanted time all the same</translation>
    </message>
    <message>
        <source>Letter by e&amp;mail</source>
        <translation>Letter by e&amp;mail</translation>
    </message>
    <message>
        <source>Com&amp;panion</source>
        <translation>Com&amp;panion</translation>
    </message>
    <message>
        <source>&amp;Interpreter</source>
        <translation>&amp;Interpreter</translation>
    </message>
    <message>
        <source>&amp;Step-free</source>
        <translation>&amp;Step-free</translation>
    </message>
    <message>
        <source>Sign lan&amp;guage</source>
        <translation>Sign lan&amp;guage</translation>
    </message>
    <message>
        <source>La&amp;rge print</source>
        <translation>La&amp;rge print</translation>
    </message>
    <message>
        <source>phone or email</source>
        <translation>phone or email</translation>
    </message>
    <message>
        <source>street, town</source>
        <translation>street, town</translation>
    </message>
    <message>
        <source>&amp;What for?</source>
        <translation>&amp;What for?</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Contact</source>
        <translation>&amp;Contact</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;ddress</translation>
    </message>
    <message>
        <source>R&amp;oom</source>
        <translation>R&amp;oom</translation>
    </message>
    <message>
        <source>Peopl&amp;e</source>
        <translation>Peopl&amp;e</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>any</source>
        <translation>any</translation>
    </message>
    <message>
        <source>four letters of the name, 09:30, number or short code</source>
        <translation>four letters of the name, 09:30, number or short code</translation>
    </message>
    <message>
        <source>Find &amp;whom?</source>
        <translation>Find &amp;whom?</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Appointments found</source>
        <translation>Appointments found</translation>
    </message>
    <message>
        <source>New call</source>
        <translation>New call</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>By email</source>
        <translation>By email</translation>
    </message>
    <message>
        <source>Print letter</source>
        <translation>Print letter</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Sign in</translation>
    </message>
    <message>
        <source>Phone desk</source>
        <translation>Phone desk</translation>
    </message>
    <message>
        <source>&amp;Id</source>
        <translation>&amp;Id</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>&amp;PIN</translation>
    </message>
    <message>
        <source>Please type your id: letters and figures.</source>
        <translation>Please type your id: letters and figures.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>Rooms free</source>
        <translation>Rooms free</translation>
    </message>
    <message>
        <source>House then</source>
        <translation>House then</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>Free times</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{people} of {cap}</source>
        <translation>{people} of {cap}</translation>
    </message>
    <message>
        <source>area full</source>
        <translation>area full</translation>
    </message>
    <message>
        <source>no room</source>
        <translation>no room</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>tight</translation>
    </message>
    <message>
        <source>room</source>
        <translation>room</translation>
    </message>
    <message>
        <source>It is expected to be full then ({fullness}), and near to it as well.</source>
        <translation>It is expected to be full then ({fullness}), and near to it as well.</translation>
    </message>
    <message>
        <source>Somebody else has just got this time. Turn to later days.</source>
        <translation>Somebody else has just got this time. Turn to later days.</translation>
    </message>
    <message>
        <source>Somebody else has just got this time. These are free:</source>
        <translation>Somebody else has just got this time. These are free:</translation>
    </message>
    <message>
        <source>It is expected to be full then ({fullness}). With room:</source>
        <translation>It is expected to be full then ({fullness}). With room:</translation>
    </message>
    <message>
        <source>The letter is on its way: {printer}</source>
        <translation>The letter is being printed: {printer}</translation>
    </message>
    <message>
        <source>No letter was made: {why}</source>
        <translation>No letter was made: {why}</translation>
    </message>
    <message>
        <source>Please sign in again. Nothing was done.</source>
        <translation>Please sign in again. Nothing was done.</translation>
    </message>
    <message>
        <source>The database cannot be reached. Nothing was booked: write it down, and try again.</source>
        <translation>The database cannot be reached. Nothing was booked: write it down, and try again.</translation>
    </message>
    <message>
        <source>The program failed. Nothing was booked: write it down, and tell the administrator.</source>
        <translation>The program failed. Nothing was booked: write it down, and tell the administrator.</translation>
    </message>
    <message>
        <source>Booked: {when}, {where}</source>
        <translation>Booked: {when}, {where}</translation>
    </message>
    <message>
        <source>Moved to {when}, {where}</source>
        <translation>Moved to {when}, {where}</translation>
    </message>
    <message>
        <source>Cancelled: {when}, {where}</source>
        <translation>Cancelled: {when}, {where}</translation>
    </message>
    <message>
        <source>Changed: {when}, {where}</source>
        <translation>Changed: {when}, {where}</translation>
    </message>
    <message>
        <source>Taken back: the booking for {when} is gone.</source>
        <translation>Taken back: the booking for {when} is gone.</translation>
    </message>
    <message>
        <source>Taken back: the appointment is on {when}, {where}.</source>
        <translation>Taken back: the appointment is on {when}, {where}.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>This PC has no printer. The letter lies in {file}: print it from there. Set up a printer, or name one in the office’s file under [desk].</source>
        <translation>This PC has no printer. The letter lies in {file}: print it from there. Set up a printer, or name one in the office’s file under [desk].</translation>
    </message>
    <message>
        <source>The printer {printer} is not there. The letter lies in {file}: print it from there. Switch the printer on, or name another one in the office’s file under [desk].</source>
        <translation>The printer {printer} is not there. The letter lies in {file}: print it from there. Switch the printer on, or name another one in the office’s file under [desk].</translation>
    </message>
    <message>
        <source>The printer {printer} takes no letter. The letter lies in {file}: print it from there. Look whether it is on, has paper and is not paused, then press F8 again.</source>
        <translation>The printer {printer} takes no letter. The letter lies in {file}: print it from there. Look whether it is on, has paper and is not paused, then press F8 again.</translation>
    </message>
    <message>
        <source>No print service runs on this PC. The letter lies in {file}. Have the print service (CUPS) started or set up, then press F8 again.</source>
        <translation>No print service runs on this PC. The letter lies in {file}. Have the print service (CUPS) started or set up, then press F8 again.</translation>
    </message>
    <message>
        <source>The print service of this PC does not answer. The letter lies in {file}. Have the print service (CUPS) restarted, then press F8 again.</source>
        <translation>The print service of this PC does not answer. The letter lies in {file}. Have the print service (CUPS) restarted, then press F8 again.</translation>
    </message>
    <message>
        <source>Nobody was found. Try the name, the time or the number.</source>
        <translation>Nobody was found. Try the name, the time or the number.</translation>
    </message>
    <message>
        <source>{total} found, the first {shown} are shown: type more of the name.</source>
        <translation>{total} found, the first {shown} are shown: type more of the name.</translation>
    </message>
    <message>
        <source>{total} found</source>
        <translation>{total} found</translation>
    </message>
    <message>
        <source>Your role may not book. Please ask your manager.</source>
        <translation>Your role may not book. Please ask your manager.</translation>
    </message>
    <message>
        <source>This area is not in the office’s file any more.</source>
        <translation>This area is not in the office’s file any more.</translation>
    </message>
    <message>
        <source>This is no time of the office. Choose one from the list.</source>
        <translation>This is no time of the office. Choose one from the list.</translation>
    </message>
    <message>
        <source>This time is over. Choose a later one.</source>
        <translation>This time is over. Choose a later one.</translation>
    </message>
    <message>
        <source>Please type the name.</source>
        <translation>Please type the name.</translation>
    </message>
    <message>
        <source>Please type a phone number or an email address.</source>
        <translation>Please type a phone number or an email address.</translation>
    </message>
    <message>
        <source>Please type the address for the letter.</source>
        <translation>Please type the address for the letter.</translation>
    </message>
    <message>
        <source>For a letter by email, type an email address as the contact.</source>
        <translation>For a letter by email, type an email address as the contact.</translation>
    </message>
    <message>
        <source>This appointment does not stand any more.</source>
        <translation>This appointment does not stand any more.</translation>
    </message>
    <message>
        <source>Somebody else has changed this appointment. Find it again.</source>
        <translation>Somebody else has changed this appointment. Find it again.</translation>
    </message>
    <message>
        <source>They are in the house already. Ask at the door.</source>
        <translation>They are in the house already. Ask at the door.</translation>
    </message>
    <message>
        <source>That cannot be taken back here. Find the appointment.</source>
        <translation>That cannot be taken back here. Find the appointment.</translation>
    </message>
    <message>
        <source>That is too long ago. Find the appointment.</source>
        <translation>That is too long ago. Find the appointment.</translation>
    </message>
    <message>
        <source>Somebody else has got the old time meanwhile. Find another one.</source>
        <translation>Somebody else has got the old time meanwhile. Find another one.</translation>
    </message>
    <message>
        <source>Nothing is free in these days.</source>
        <translation>Nothing is free in these days.</translation>
    </message>
    <message>
        <source>Figure or Enter: choose · Esc: back</source>
        <translation>Figure or Enter: choose · Esc: back</translation>
    </message>
    <message>
        <source>What was known of this person has been deleted meanwhile.</source>
        <translation>What was known of this person has been deleted meanwhile.</translation>
    </message>
    <message>
        <source>Figure: what for · Enter: to the times · arrows: choose · PgDn: later days · Esc: back</source>
        <translation>Figure: what for · Enter: to the times · arrows: choose · PgDn: later days · Esc: back</translation>
    </message>
    <message>
        <source>Moving the appointment of {when}</source>
        <translation>Moving the appointment of {when}</translation>
    </message>
    <message>
        <source>Changing the appointment of {when}: Enter saves</source>
        <translation>Changing the appointment of {when}: Enter saves</translation>
    </message>
    <message>
        <source>Find an appointment first.</source>
        <translation>Find an appointment first.</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>We are calling our staff.</source>
        <translation>We are calling our staff.</translation>
    </message>
    <message>
        <source>Help is coming.</source>
        <translation>Help is coming.</translation>
    </message>
    <message>
        <source>Our staff know that you are at this door.</source>
        <translation>Our staff know that you are at this door.</translation>
    </message>
    <message>
        <source>Somebody is coming to you now.</source>
        <translation>Somebody is coming to you now.</translation>
    </message>
    <message>
        <source>Please wait here.</source>
        <translation>Please wait here.</translation>
    </message>
    <message>
        <source>We cannot call anyone from here right now.</source>
        <translation>We cannot call anyone from here right now.</translation>
    </message>
    <message>
        <source>Please talk to our staff at the entrance.</source>
        <translation>Please talk to our staff at the entrance.</translation>
    </message>
    <message>
        <source>Or call us: {phone}</source>
        <translation>Or call us: {phone}</translation>
    </message>
</context>
<context>
    <name>idle</name>
    <message>
        <source>There is room</source>
        <translation>There is room</translation>
    </message>
    <message>
        <source>Nearly full</source>
        <translation>Nearly full</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>About {inside} of {cap} people</source>
        <translation>About {inside} of {cap} people</translation>
    </message>
    <message>
        <source>{inside} of {cap} people</source>
        <translation>{inside} of {cap} people</translation>
    </message>
    <message>
        <source>Hold your letter under the camera.</source>
        <translation>Hold your letter under the camera.</translation>
    </message>
    <message>
        <source>Hold your letter under the scanner.</source>
        <translation>Hold your letter under the scanner.</translation>
    </message>
    <message>
        <source>When you come in.</source>
        <translation>When you come in.</translation>
    </message>
    <message>
        <source>When you leave.</source>
        <translation>When you leave.</translation>
    </message>
    <message>
        <source>When you come in and when you leave.</source>
        <translation>When you come in and when you leave.</translation>
    </message>
    <message>
        <source>Are you leaving? Hold your letter under the camera.</source>
        <translation>Are you leaving? Hold your letter under the camera.</translation>
    </message>
    <message>
        <source>Are you leaving? Hold your letter under the scanner.</source>
        <translation>Are you leaving? Hold your letter under the scanner.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>One moment, please.</translation>
    </message>
    <message>
        <source>We are reading your letter.</source>
        <translation>We are reading your letter.</translation>
    </message>
    <message>
        <source>Please hold it a little closer.</source>
        <translation>Please hold it a little closer.</translation>
    </message>
    <message>
        <source>Please hold the letter straight.</source>
        <translation>Please hold the letter straight.</translation>
    </message>
    <message>
        <source>Please hold the letter in the light.</source>
        <translation>Please hold the letter in the light.</translation>
    </message>
    <message>
        <source>Please hold it still.</source>
        <translation>Please hold it still.</translation>
    </message>
    <message>
        <source>It is too dark.</source>
        <translation>It is too dark.</translation>
    </message>
    <message>
        <source>We can see your code already.</source>
        <translation>We can see your code already.</translation>
    </message>
    <message>
        <source>We cannot read this code.</source>
        <translation>We cannot read this code.</translation>
    </message>
    <message>
        <source>The camera is not working.</source>
        <translation>The camera is not working.</translation>
    </message>
    <message>
        <source>Type the short code from your letter, or ask our staff.</source>
        <translation>Type the short code from your letter, or ask our staff.</translation>
    </message>
    <message>
        <source>Our staff will help you.</source>
        <translation>Our staff will help you.</translation>
    </message>
    <message>
        <source>Please talk to us.</source>
        <translation>Please talk to us.</translation>
    </message>
    <message>
        <source>Nobody can come in right now.</source>
        <translation>Nobody can come in right now.</translation>
    </message>
    <message>
        <source>We are closed now.</source>
        <translation>We are closed now.</translation>
    </message>
    <message>
        <source>We open again: {day}, at {time}</source>
        <translation>We open again: {day}, at {time}</translation>
    </message>
    <message>
        <source>Please come in now: number</source>
        <translation>Please come in now: number</translation>
    </message>
    <message>
        <source>Open today</source>
        <translation>Open today</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Closed today</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} to {end}</translation>
    </message>
</context>
<context>
    <name>keypad</name>
    <message>
        <source>Type the short code from your letter.</source>
        <translation>Type the short code from your letter.</translation>
    </message>
    <message>
        <source>It is next to the black and white square: 8 characters.</source>
        <translation>It is next to the black and white square: 8 characters.</translation>
    </message>
    <message>
        <source>This code is not right. Please check each character.</source>
        <translation>This code is not right.&#x2028;Please check each character.</translation>
    </message>
    <message>
        <source>Too many tries. Please wait {time} minutes, or ask our staff.</source>
        <translation>Too many tries.&#x2028;Please wait {time}&#xa0;minutes, or ask our staff.</translation>
    </message>
    <message>
        <source>Delete last character</source>
        <translation>Delete last character</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Delete all</translation>
    </message>
</context>
<context>
    <name>mask</name>
    <message>
        <source>You do not need a mask.</source>
        <translation>You do not need a mask.</translation>
    </message>
    <message>
        <source>Please wear a medical mask.</source>
        <translation>Please wear a medical mask.</translation>
    </message>
    <message>
        <source>Please wear an FFP2 mask.</source>
        <translation>Please wear an FFP2 mask.</translation>
    </message>
    <message>
        <source>At the desk you may take it off.</source>
        <translation>At the desk you may take it off.</translation>
    </message>
</context>
<context>
    <name>panel</name>
    <message>
        <source>Sent to the printer {printer}</source>
        <translation>Sent to the printer {printer}</translation>
    </message>
    <message>
        <source>No printer takes the page. Saved as {path}</source>
        <translation>No printer takes the page. Saved as {path}</translation>
    </message>
    <message>
        <source>Not printed, and {folder} takes no file: {why}</source>
        <translation>Not printed, and {folder} takes no file: {why}</translation>
    </message>
    <message>
        <source>Let in anyway</source>
        <translation>Let in anyway</translation>
    </message>
    <message>
        <source>Let in without a letter</source>
        <translation>Let in without a letter</translation>
    </message>
    <message>
        <source>Let in with a booking</source>
        <translation>Let in with a booking</translation>
    </message>
    <message>
        <source>Let in number {number}</source>
        <translation>Let in number {number}</translation>
    </message>
    <message>
        <source>Choose area and people, then the reason.</source>
        <translation>Choose area and people, then the reason.</translation>
    </message>
    <message>
        <source>It is full: a second person has to agree.</source>
        <translation>It is full: a second person has to agree.</translation>
    </message>
    <message>
        <source>No database: this is kept here and entered later.</source>
        <translation>No database: this is kept here and entered later.</translation>
    </message>
    <message>
        <source>Give a number</source>
        <translation>Give a number</translation>
    </message>
    <message>
        <source>Kept on this machine. It is entered as soon as possible.</source>
        <translation>Kept on this machine. It is entered as soon as possible.</translation>
    </message>
    <message>
        <source>Please sign in first.</source>
        <translation>Please sign in first.</translation>
    </message>
    <message>
        <source>A second person has to agree.</source>
        <translation>A second person has to agree.</translation>
    </message>
    <message>
        <source>This machine could not keep it either. Please note it on paper.</source>
        <translation>This machine could not keep it either. Please note it on paper.</translation>
    </message>
    <message>
        <source>The database cannot be reached.</source>
        <translation>The database cannot be reached.</translation>
    </message>
    <message>
        <source>The clock of this machine is wrong.</source>
        <translation>The clock of this machine is wrong.</translation>
    </message>
    <message>
        <source>The program has a fault.</source>
        <translation>The program has a fault.</translation>
    </message>
    <message>
        <source>The program had stopped. Your last tap was recorded.</source>
        <translation>The program had stopped. Your last tap was recorded.</translation>
    </message>
    <message>
        <source>The program had stopped before. Please do it again.</source>
        <translation>The program had stopped before. Please do it again.</translation>
    </message>
    <message>
        <source>Not done: {what}</source>
        <translation>Not done: {what}</translation>
    </message>
    <message>
        <source>Done at {time} and not entered: {what}</source>
        <translation>Done at {time} and not entered: {what}</translation>
    </message>
    <message>
        <source>Please count again.</source>
        <translation>Please count again.</translation>
    </message>
    <message>
        <source>Turned back</source>
        <translation>Turned back</translation>
    </message>
    <message>
        <source>{people} left: {area}</source>
        <translation>{people} left: {area}</translation>
    </message>
    <message>
        <source>Matched with people who left</source>
        <translation>Matched with people who left</translation>
    </message>
    <message>
        <source>Visit ended</source>
        <translation>Visit ended</translation>
    </message>
    <message>
        <source>Noted: exempt from the mask</source>
        <translation>Noted: exempt from the mask</translation>
    </message>
    <message>
        <source>Recount entered</source>
        <translation>Recount entered</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>Admission stopped</source>
        <translation>Admission stopped</translation>
    </message>
    <message>
        <source>Admission resumed</source>
        <translation>Admission resumed</translation>
    </message>
    <message>
        <source>Number {number} skipped</source>
        <translation>Number {number} skipped</translation>
    </message>
    <message>
        <source>Number {number} waits again</source>
        <translation>Number {number} waits again</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>Searched</translation>
    </message>
    <message>
        <source>The day is closed</source>
        <translation>The day is closed</translation>
    </message>
    <message>
        <source>The clock is confirmed</source>
        <translation>The clock is confirmed</translation>
    </message>
    <message>
        <source>Not done.</source>
        <translation>Not done.</translation>
    </message>
    <message>
        <source>{people} let in: {area}</source>
        <translation>{people} let in: {area}</translation>
    </message>
    <message>
        <source>The next number is called</source>
        <translation>The next number is called</translation>
    </message>
    <message>
        <source>Number {number} is called</source>
        <translation>Number {number} is called</translation>
    </message>
    <message>
        <source>Number given</source>
        <translation>Number given</translation>
    </message>
    <message>
        <source>Number {number} for {people}</source>
        <translation>Number {number} for {people}</translation>
    </message>
    <message>
        <source>Other areas</source>
        <translation>Other areas</translation>
    </message>
    <message>
        <source>appointment {time}</source>
        <translation>appointment {time}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Delete last character</source>
        <translation>Delete last character</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Delete all</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>Capitals</translation>
    </message>
    <message>
        <source>One person fewer</source>
        <translation>One person fewer</translation>
    </message>
    <message>
        <source>One person more</source>
        <translation>One person more</translation>
    </message>
    <message>
        <source>Name (4 letters or more), number, time or short code</source>
        <translation>Name (4 letters or more), number, time or short code</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>4 letters at least</source>
        <translation>4 letters at least</translation>
    </message>
    <message>
        <source>Look on the letter, or ask for the time or the number.</source>
        <translation>Look on the letter, or ask for the time or the number.</translation>
    </message>
    <message>
        <source>no database</source>
        <translation>no database</translation>
    </message>
    <message>
        <source>Nothing found for today</source>
        <translation>Nothing found for today</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>Found: {count}</translation>
    </message>
    <message>
        <source>{count} more are not shown. Type more letters, or the time.</source>
        <translation>{count} more are not shown. Type more letters, or the time.</translation>
    </message>
    <message>
        <source>Change the search</source>
        <translation>Change the search</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>number {number}</translation>
    </message>
    <message>
        <source>is inside already</source>
        <translation>is inside already</translation>
    </message>
    <message>
        <source>Unclear visits: {visits}</source>
        <translation>Unclear visits: {visits}</translation>
    </message>
    <message>
        <source>Recount</source>
        <translation>Recount</translation>
    </message>
    <message>
        <source>End the day</source>
        <translation>End the day</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>Has left</translation>
    </message>
    <message>
        <source>Not found inside</source>
        <translation>Not found inside</translation>
    </message>
    <message>
        <source>Was counted out</source>
        <translation>Was counted out</translation>
    </message>
    <message>
        <source>open: {people}, {area}</source>
        <translation>open: {people}, {area}</translation>
    </message>
    <message>
        <source>came {came}, expected until {until}</source>
        <translation>came {came}, expected until {until}</translation>
    </message>
    <message>
        <source>No visit is unclear. If the number is wrong all the same: recount.</source>
        <translation>No visit is unclear. If the number is wrong all the same: recount.</translation>
    </message>
    <message>
        <source>Nothing is known of the house yet.</source>
        <translation>Nothing is known of the house yet.</translation>
    </message>
    <message>
        <source>hold for 1 second</source>
        <translation>hold for 1 second</translation>
    </message>
    <message>
        <source>settles: inside {inside}, line {waiting}</source>
        <translation>settles: inside&#xa0;{inside}, line&#xa0;{waiting}</translation>
    </message>
    <message>
        <source>Evacuation: who is inside</source>
        <translation>Evacuation: who is inside</translation>
    </message>
    <message>
        <source>Evacuation</source>
        <translation>Evacuation</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Nobody knows how many people are inside. Search all rooms and count.</source>
        <translation>Nobody knows how many people are inside. Search all rooms and count.</translation>
    </message>
    <message>
        <source>people in the building</source>
        <translation>people in the building</translation>
    </message>
    <message>
        <source>{people} of them unclear</source>
        <translation>{people} of them unclear</translation>
    </message>
    <message>
        <source>visits that should be over</source>
        <translation>visits that should be over</translation>
    </message>
    <message>
        <source>NOT CURRENT: as of {time}, {age}</source>
        <translation>NOT CURRENT: as of {time}, {age}</translation>
    </message>
    <message>
        <source>The database cannot be reached. People may have come or left since.</source>
        <translation>The database cannot be reached. People may have come or left since.</translation>
    </message>
    <message>
        <source>current, as of {time}</source>
        <translation>current, as of {time}</translation>
    </message>
    <message>
        <source>NOT CURRENT</source>
        <translation>NOT CURRENT</translation>
    </message>
    <message>
        <source>Areas that are no longer in the office&apos;s file</source>
        <translation>Areas that are no longer in the office&apos;s file</translation>
    </message>
    <message>
        <source>({people} unclear)</source>
        <translation>({people}&#xa0;unclear)</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>unclear</translation>
    </message>
    <message>
        <source>printed on {day} at {time}</source>
        <translation>printed on {day} at {time}</translation>
    </message>
    <message>
        <source>Stop admission: what are visitors told?</source>
        <translation>Stop admission: what are visitors told?</translation>
    </message>
    <message>
        <source>They read it in their language: {languages}</source>
        <translation>They read it in their language: {languages}</translation>
    </message>
    <message>
        <source>This door</source>
        <translation>This door</translation>
    </message>
    <message>
        <source>All doors</source>
        <translation>All doors</translation>
    </message>
    <message>
        <source>Own text …</source>
        <translation>Own text …</translation>
    </message>
    <message>
        <source>Resume admission at all doors</source>
        <translation>Resume admission at all doors</translation>
    </message>
    <message>
        <source>Resume admission at this door</source>
        <translation>Resume admission at this door</translation>
    </message>
    <message>
        <source>visitors read: {message}</source>
        <translation>visitors read: {message}</translation>
    </message>
    <message>
        <source>Text in {language} (one language is enough)</source>
        <translation>Text in {language} (one language is enough)</translation>
    </message>
    <message>
        <source>tap for {language}</source>
        <translation>tap for {language}</translation>
    </message>
    <message>
        <source>Stop all doors</source>
        <translation>Stop all doors</translation>
    </message>
    <message>
        <source>Stop this door</source>
        <translation>Stop this door</translation>
    </message>
    <message>
        <source>one text for all languages</source>
        <translation>one text for all languages</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Inside</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>not known yet</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>Nobody waits</translation>
    </message>
    <message>
        <source>called: {numbers}</source>
        <translation>called: {numbers}</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>as of {time}</translation>
    </message>
    <message>
        <source>There is room</source>
        <translation>There is room</translation>
    </message>
    <message>
        <source>Nearly full</source>
        <translation>Nearly full</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Full</translation>
    </message>
    <message>
        <source>1 left</source>
        <translation>1 left</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>Call next</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Let in</translation>
    </message>
    <message>
        <source>Turn back</source>
        <translation>Turn back</translation>
    </message>
    <message>
        <source>No letter</source>
        <translation>No letter</translation>
    </message>
    <message>
        <source>Find booking</source>
        <translation>Find booking</translation>
    </message>
    <message>
        <source>Party left</source>
        <translation>Party left</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Stop admission</source>
        <translation>Stop admission</translation>
    </message>
    <message>
        <source>Change stop</source>
        <translation>Change stop</translation>
    </message>
    <message>
        <source>or lift it</source>
        <translation>or lift it</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>EVACUATION</source>
        <translation>EVACUATION</translation>
    </message>
    <message>
        <source>hold 1 s</source>
        <translation>hold 1 s</translation>
    </message>
    <message>
        <source>No scan yet</source>
        <translation>No scan yet</translation>
    </message>
    <message>
        <source>Left without a letter</source>
        <translation>Left without a letter</translation>
    </message>
    <message>
        <source>Choose the area, then tap how many have left.</source>
        <translation>Choose the area, then tap how many have left.</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>gone</translation>
    </message>
    <message>
        <source>{people} inside</source>
        <translation>{people} inside</translation>
    </message>
    <message>
        <source>{people} gone without a letter</source>
        <translation>{people} gone without a letter</translation>
    </message>
    <message>
        <source>Whose visit was it?</source>
        <translation>Whose visit was it?</translation>
    </message>
    <message>
        <source>Only if you know it; else leave it open.</source>
        <translation>Only if you know it; else leave it open.</translation>
    </message>
    <message>
        <source>since {time}, {people}</source>
        <translation>since {time}, {people}</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>Nobody is waiting in the line.</source>
        <translation>Nobody is waiting in the line.</translation>
    </message>
    <message>
        <source>The line: {numbers}</source>
        <translation>The line: {numbers}</translation>
    </message>
    <message>
        <source>Call the next</source>
        <translation>Call the next</translation>
    </message>
    <message>
        <source>{area}, since {time}</source>
        <translation>{area}, since {time}</translation>
    </message>
    <message>
        <source>called, place kept until {time}</source>
        <translation>called, place kept until {time}</translation>
    </message>
    <message>
        <source>without an appointment</source>
        <translation>without an appointment</translation>
    </message>
    <message>
        <source>did not come or was skipped</source>
        <translation>did not come or was skipped</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Put back into the line</source>
        <translation>Put back into the line</translation>
    </message>
    <message>
        <source>without a letter</source>
        <translation>without a letter</translation>
    </message>
    <message>
        <source>give a number</source>
        <translation>give a number</translation>
    </message>
    <message>
        <source>Your role may not do that. Please ask your manager.</source>
        <translation>Your role may not do that. Please ask your manager.</translation>
    </message>
    <message>
        <source>This appointment is not known any more.</source>
        <translation>This appointment is not known any more.</translation>
    </message>
    <message>
        <source>This area is not known any more.</source>
        <translation>This area is not known any more.</translation>
    </message>
    <message>
        <source>This reason is not known any more.</source>
        <translation>This reason is not known any more.</translation>
    </message>
    <message>
        <source>They are inside already. Nobody was counted twice.</source>
        <translation>They are inside already. Nobody was counted twice.</translation>
    </message>
    <message>
        <source>That is above the cap: a second person has to agree.</source>
        <translation>That is above the cap: a second person has to agree.</translation>
    </message>
    <message>
        <source>The second person has to be somebody else.</source>
        <translation>The second person has to be somebody else.</translation>
    </message>
    <message>
        <source>They are not inside any more.</source>
        <translation>They are not inside any more.</translation>
    </message>
    <message>
        <source>So many people were not counted out there.</source>
        <translation>So many people were not counted out there.</translation>
    </message>
    <message>
        <source>That was noted before.</source>
        <translation>That was noted before.</translation>
    </message>
    <message>
        <source>Admission is not stopped.</source>
        <translation>Admission is not stopped.</translation>
    </message>
    <message>
        <source>So many people never fit in at once: they would wait for ever.</source>
        <translation>So many people never fit in at once: they would wait for ever.</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>Nobody is waiting.</translation>
    </message>
    <message>
        <source>There is no room for whoever is next.</source>
        <translation>There is no room for whoever is next.</translation>
    </message>
    <message>
        <source>This number does not wait any more.</source>
        <translation>This number does not wait any more.</translation>
    </message>
    <message>
        <source>This number was not skipped.</source>
        <translation>This number was not skipped.</translation>
    </message>
    <message>
        <source>It is not known any more what that was.</source>
        <translation>It is not known any more what that was.</translation>
    </message>
    <message>
        <source>That cannot be taken back. Enter the opposite.</source>
        <translation>That cannot be taken back. Enter the opposite.</translation>
    </message>
    <message>
        <source>That was taken back before.</source>
        <translation>That was taken back before.</translation>
    </message>
    <message>
        <source>That is too long ago. A recount sets the number right.</source>
        <translation>That is too long ago. A recount sets the number right.</translation>
    </message>
    <message>
        <source>Something that happened since rests on it.</source>
        <translation>Something that happened since rests on it.</translation>
    </message>
    <message>
        <source>A recount has set the number right since.</source>
        <translation>A recount has set the number right since.</translation>
    </message>
    <message>
        <source>Help was called there before.</source>
        <translation>Help was called there before.</translation>
    </message>
    <message>
        <source>Only the staff can end this call now.</source>
        <translation>Only the staff can end this call now.</translation>
    </message>
    <message>
        <source>Somebody has gone there, or it was taken back.</source>
        <translation>Somebody has gone there, or it was taken back.</translation>
    </message>
    <message>
        <source>Please type four signs or more.</source>
        <translation>Please type four signs or more.</translation>
    </message>
    <message>
        <source>You can let people in by hand: it is kept here.</source>
        <translation>You can let people in by hand: it is kept here.</translation>
    </message>
    <message>
        <source>Letters are not checked. You can let people in yourself.</source>
        <translation>Letters are not checked. You can let people in yourself.</translation>
    </message>
    <message>
        <source>Please tell your administrator. The log says more.</source>
        <translation>Please tell your administrator. The log says more.</translation>
    </message>
    <message>
        <source>Admission is stopped: {where}</source>
        <translation>Admission is stopped: {where}</translation>
    </message>
    <message>
        <source>this door</source>
        <translation>this door</translation>
    </message>
    <message>
        <source>all doors</source>
        <translation>all doors</translation>
    </message>
    <message>
        <source>Clock is right</source>
        <translation>Clock is right</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Let in by staff</source>
        <translation>Let in by staff</translation>
    </message>
    <message>
        <source>By staff</source>
        <translation>By staff</translation>
    </message>
    <message>
        <source>for {time}</source>
        <translation>for {time}</translation>
    </message>
    <message>
        <source>Recount: how many people are there really?</source>
        <translation>Recount: how many people are there really?</translation>
    </message>
    <message>
        <source>so far {people}</source>
        <translation>so far {people}</translation>
    </message>
    <message>
        <source>counted {people}</source>
        <translation>counted {people}</translation>
    </message>
    <message>
        <source>1. Choose the area, 2. type the number, 3. give the reason.</source>
        <translation>1. Choose the area, 2. type the number, 3. give the reason.</translation>
    </message>
    <message>
        <source>Other reasons</source>
        <translation>Other reasons</translation>
    </message>
    <message>
        <source>The reason enters the recount:</source>
        <translation>The reason enters the recount:</translation>
    </message>
    <message>
        <source>Id or PIN is wrong.</source>
        <translation>Id or PIN is wrong.</translation>
    </message>
    <message>
        <source>This id is disabled. The management gives a new PIN.</source>
        <translation>This id is disabled. The management gives a new PIN.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>Too many wrong PINs.</translation>
    </message>
    <message>
        <source>Please wait {time}.</source>
        <translation>Please wait {time}.</translation>
    </message>
    <message>
        <source>Report of {day}</source>
        <translation>Report of {day}</translation>
    </message>
    <message>
        <source>From {began} to {ended}.</source>
        <translation>From {began} to {ended}.</translation>
    </message>
    <message>
        <source>Came in: {all}. By letter: {letter}, by the staff: {staff}.</source>
        <translation>Came in:&#xa0;{all}. By letter:&#xa0;{letter}, by the staff:&#xa0;{staff}.</translation>
    </message>
    <message>
        <source>Most people inside at once: {people}, at {time}.</source>
        <translation>Most people inside at once: {people}, at&#xa0;{time}.</translation>
    </message>
    <message>
        <source>Above the cap, with the consent of two: {people}.</source>
        <translation>Above the cap, with the consent of two: {people}.</translation>
    </message>
    <message>
        <source>Still inside by the count at the end: {people}. They were settled.</source>
        <translation>Still inside by the count at the end: {people}. They were settled.</translation>
    </message>
    <message>
        <source>At the end nobody was inside.</source>
        <translation>At the end nobody was inside.</translation>
    </message>
    <message>
        <source>Acts taken back: {acts}.</source>
        <translation>Acts taken back: {acts}.</translation>
    </message>
    <message>
        <source>Let in by letter</source>
        <translation>Let in by letter</translation>
    </message>
    <message>
        <source>By the staff: {reason}</source>
        <translation>By the staff: {reason}</translation>
    </message>
    <message>
        <source>Turned back: {reason}</source>
        <translation>Turned back: {reason}</translation>
    </message>
    <message>
        <source>Left with their letter</source>
        <translation>Left with their letter</translation>
    </message>
    <message>
        <source>Counted out without a letter</source>
        <translation>Counted out without a letter</translation>
    </message>
    <message>
        <source>of them, visit found</source>
        <translation>of them, visit found</translation>
    </message>
    <message>
        <source>Exits without a known entry</source>
        <translation>Exits without a known entry</translation>
    </message>
    <message>
        <source>Recount: {area}</source>
        <translation>Recount: {area}</translation>
    </message>
    <message>
        <source>Refused or told to wait (times)</source>
        <translation>Refused or told to wait (times)</translation>
    </message>
    <message>
        <source>Seen leaving without a letter</source>
        <translation>Seen leaving without a letter</translation>
    </message>
    <message>
        <source>Settled by the end of the day</source>
        <translation>Settled by the end of the day</translation>
    </message>
    <message>
        <source>This is too long ago.</source>
        <translation>This is too long ago.</translation>
    </message>
    <message>
        <source>inside since {time}</source>
        <translation>inside since {time}</translation>
    </message>
    <message>
        <source>not inside</source>
        <translation>not inside</translation>
    </message>
    <message>
        <source>Nothing is left to do here.</source>
        <translation>Nothing is left to do here.</translation>
    </message>
    <message>
        <source>Exempt from the mask</source>
        <translation>Exempt from the mask</translation>
    </message>
    <message>
        <source>checked by staff; why is not kept</source>
        <translation>checked by staff; why is not kept</translation>
    </message>
    <message>
        <source>is noted</source>
        <translation>is noted</translation>
    </message>
    <message>
        <source>as if it had not been</source>
        <translation>as if it had not been</translation>
    </message>
    <message>
        <source>Has left: was counted out</source>
        <translation>Has left: was counted out</translation>
    </message>
    <message>
        <source>{area}: {people} without a letter</source>
        <translation>{area}: {people} without a letter</translation>
    </message>
    <message>
        <source>Tap the reason.</source>
        <translation>Tap the reason.</translation>
    </message>
    <message>
        <source>Nobody who came in here just now is still inside.</source>
        <translation>Nobody who came in here just now is still inside.</translation>
    </message>
    <message>
        <source>Nobody is chosen, or not inside any more. Choose a party.</source>
        <translation>Nobody is chosen, or not inside any more. Choose a party.</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>Second person</translation>
    </message>
    <message>
        <source>Type your id, or hold your badge under the scanner.</source>
        <translation>Type your id, or hold your badge under the scanner.</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>Type your PIN.</translation>
    </message>
    <message>
        <source>To let in: {people}, {area}</source>
        <translation>To let in: {people}, {area}</translation>
    </message>
    <message>
        <source>Asked by {person}</source>
        <translation>Asked by {person}</translation>
    </message>
    <message>
        <source>Somebody of the management agrees by PIN.</source>
        <translation>Somebody of the management agrees by PIN.</translation>
    </message>
    <message>
        <source>Above the cap</source>
        <translation>Above the cap</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Badge read</source>
        <translation>Badge read</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Checking …</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Another id</source>
        <translation>Another id</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>works</source>
        <translation>works</translation>
    </message>
    <message>
        <source>being mended</source>
        <translation>being mended</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>out of order</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>not used</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>Last good scan</source>
        <translation>Last good scan</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>Test letter not read today</source>
        <translation>Test letter not read today</translation>
    </message>
    <message>
        <source>Test letter read {time}</source>
        <translation>Test letter read {time}</translation>
    </message>
    <message>
        <source>Test letter: camera missing</source>
        <translation>Test letter: camera missing</translation>
    </message>
    <message>
        <source>Test letter: scanner missing</source>
        <translation>Test letter: scanner missing</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>The first tap asks for the PIN</source>
        <translation>The first tap asks for the PIN</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Security</translation>
    </message>
    <message>
        <source>Management</source>
        <translation>Management</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Phone desk</source>
        <translation>Phone desk</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>One moment …</translation>
    </message>
    <message>
        <source>What is to be taken back?</source>
        <translation>What is to be taken back?</translation>
    </message>
    <message>
        <source>Nothing was done in the last {minutes} minutes that can be taken back.</source>
        <translation>Nothing was done in the last {minutes} minutes that can be taken back.</translation>
    </message>
    <message>
        <source>by a scan</source>
        <translation>by a scan</translation>
    </message>
    <message>
        <source>by {who}</source>
        <translation>by {who}</translation>
    </message>
    <message>
        <source>Resume admission: {door}</source>
        <translation>Resume admission: {door}</translation>
    </message>
    <message>
        <source>stopped {age}</source>
        <translation>stopped {age}</translation>
    </message>
    <message>
        <source>Number {number} called</source>
        <translation>Number {number} called</translation>
    </message>
    <message>
        <source>Number {number} put back</source>
        <translation>Number {number} put back</translation>
    </message>
    <message>
        <source>Number {number} given</source>
        <translation>Number {number} given</translation>
    </message>
    <message>
        <source>Recount: {area} and what was counted with it</source>
        <translation>Recount: {area} and what was counted with it</translation>
    </message>
    <message>
        <source>Let in: {who}</source>
        <translation>Let in: {who}</translation>
    </message>
    <message>
        <source>Left: {who}</source>
        <translation>Left: {who}</translation>
    </message>
    <message>
        <source>Turned back: {who}</source>
        <translation>Turned back: {who}</translation>
    </message>
    <message>
        <source>Counted out: {who}</source>
        <translation>Counted out: {who}</translation>
    </message>
    <message>
        <source>Visit settled: {who}</source>
        <translation>Visit settled: {who}</translation>
    </message>
    <message>
        <source>Visit ended, was counted out: {who}</source>
        <translation>Visit ended, was counted out: {who}</translation>
    </message>
    <message>
        <source>not a letter from us</source>
        <translation>not a letter from us</translation>
    </message>
    <message>
        <source>code damaged</source>
        <translation>code damaged</translation>
    </message>
    <message>
        <source>code unknown</source>
        <translation>code unknown</translation>
    </message>
    <message>
        <source>left</source>
        <translation>left</translation>
    </message>
    <message>
        <source>appointment cancelled</source>
        <translation>appointment cancelled</translation>
    </message>
    <message>
        <source>appointment moved</source>
        <translation>appointment moved</translation>
    </message>
    <message>
        <source>wrong day</source>
        <translation>wrong day</translation>
    </message>
    <message>
        <source>wrong door</source>
        <translation>wrong door</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>admission stopped</source>
        <translation>admission stopped</translation>
    </message>
    <message>
        <source>already inside</source>
        <translation>already inside</translation>
    </message>
    <message>
        <source>letter already used</source>
        <translation>letter already used</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>too early</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>too late</translation>
    </message>
    <message>
        <source>building full</source>
        <translation>building full</translation>
    </message>
    <message>
        <source>area full</source>
        <translation>area full</translation>
    </message>
    <message>
        <source>not their turn yet</source>
        <translation>not their turn yet</translation>
    </message>
    <message>
        <source>let in</source>
        <translation>let in</translation>
    </message>
    <message>
        <source>let in again</source>
        <translation>let in again</translation>
    </message>
    <message>
        <source>sent to the staff</source>
        <translation>sent to the staff</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>out of service</translation>
    </message>
    <message>
        <source>Help wanted: {door}</source>
        <translation>Help wanted: {door}</translation>
    </message>
    <message>
        <source>I am coming</source>
        <translation>I am coming</translation>
    </message>
    <message>
        <source>The door now says that you are coming</source>
        <translation>The door now says that you are coming</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>dddd, d&#xa0;MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>speech</name>
    <message>
        <source>The rest is on the screen. We do not read it out here. Our staff will tell you.</source>
        <translation>The rest is on the screen. We do not read it out here. Our staff will tell you.</translation>
    </message>
    <message>
        <source>Hold the letter flat, with the printed side towards the camera. Move it slowly. A tone rises when the code comes into the picture.</source>
        <translation>Hold the letter flat, with the printed side towards the camera. Move it slowly. A tone rises when the code comes into the picture.</translation>
    </message>
</context>
<context>
    <name>step</name>
    <message>
        <source>It may take a while.</source>
        <translation>It may take a while.</translation>
    </message>
    <message>
        <source>More than one hour</source>
        <translation>More than one hour</translation>
    </message>
    <message>
        <source>About {minutes} minutes</source>
        <translation>About {minutes} minutes</translation>
    </message>
    <message>
        <source>You are next.</source>
        <translation>You are next.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>Please wait outside. Your number will appear on this screen.</source>
        <translation>Please wait outside. Your number will appear on this screen.</translation>
    </message>
    <message>
        <source>Please come back</source>
        <translation>Please come back</translation>
    </message>
    <message>
        <source>We open again</source>
        <translation>We open again</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>at {time}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>today</translation>
    </message>
    <message>
        <source>Please go to this door:</source>
        <translation>Please go to this door:</translation>
    </message>
    <message>
        <source>Please ask our staff. Or call us. You will get a new appointment.</source>
        <translation>Please ask our staff. Or call us. You will get a new appointment.</translation>
    </message>
    <message>
        <source>Call with your phone</source>
        <translation>Call with your phone</translation>
    </message>
    <message>
        <source>Please ask our staff at the door.</source>
        <translation>Please ask our staff at the door.</translation>
    </message>
    <message>
        <source>Hold your letter still under the camera once more.</source>
        <translation>Hold your letter still under the camera once more.</translation>
    </message>
    <message>
        <source>Hold your letter under the scanner once more.</source>
        <translation>Hold your letter under the scanner once more.</translation>
    </message>
    <message>
        <source>Or type the short code from your letter.</source>
        <translation>Or type the short code from your letter.</translation>
    </message>
    <message>
        <source>Or ask our staff.</source>
        <translation>Or ask our staff.</translation>
    </message>
    <message>
        <source>Thank you for your visit. Have a safe journey home.</source>
        <translation>Thank you for your visit. Have a safe journey home.</translation>
    </message>
    <message>
        <source>Please wait. Our staff will tell you when you can come in.</source>
        <translation>Please wait. Our staff will tell you when you can come in.</translation>
    </message>
</context>
<context>
    <name>way</name>
    <message>
        <source>Straight on</source>
        <translation>Straight on</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Stairs up</source>
        <translation>Stairs up</translation>
    </message>
    <message>
        <source>Stairs down</source>
        <translation>Stairs down</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Lift</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>Waiting area</source>
        <translation>Waiting area</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Counter</translation>
    </message>
</context>
</TS>
