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
        <source>%n people before you</source>
        <translation>
            <numerusform>%n person before you</numerusform>
            <numerusform>%n people before you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
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
        <source>Your appointment was moved.</source>
        <translation>Your appointment was moved.</translation>
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
        <source>This letter was already used.</source>
        <translation>This letter was already used.</translation>
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
        <source>Others come in before you.</source>
        <translation>Others come in before you.</translation>
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
</context>
<context>
    <name>date</name>
    <message>
        <source>dddd, d MMMM</source>
        <translation>dddd, d MMMM</translation>
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
        <source>When you come in, and when you leave.</source>
        <translation>When you come in, and when you leave.</translation>
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
        <source>The camera is not working.</source>
        <translation>The camera is not working.</translation>
    </message>
    <message>
        <source>Type the short code of your letter, or ask our staff.</source>
        <translation>Type the short code of your letter, or ask our staff.</translation>
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
        <source>Please come in now with number</source>
        <translation>Please come in now with number</translation>
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
        <source>Type the code</source>
        <translation>Type the code</translation>
    </message>
    <message>
        <source>Type the short code of your letter</source>
        <translation>Type the short code of your letter</translation>
    </message>
    <message>
        <source>It stands beside the black and white square: 8 signs.</source>
        <translation>It stands beside the black and white square: 8 signs.</translation>
    </message>
    <message>
        <source>This code is not right. Please check each sign.</source>
        <translation>This code is not right. Please check each sign.</translation>
    </message>
    <message>
        <source>Too many tries. Please wait {time}, or ask our staff.</source>
        <translation>Too many tries. Please wait {time}, or ask our staff.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Delete last sign</source>
        <translation>Delete last sign</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Delete all</translation>
    </message>
</context>
<context>
    <name>mask</name>
    <message>
        <source>You need no mask.</source>
        <translation>You need no mask.</translation>
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
        <source>Please wait outside. We call your number on this screen.</source>
        <translation>Please wait outside. We call your number on this screen.</translation>
    </message>
    <message>
        <source>Please come again</source>
        <translation>Please come again</translation>
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
        <source>Please ask our staff. Or call us. You get a new appointment.</source>
        <translation>Please ask our staff. Or call us. You get a new appointment.</translation>
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
        <source>Or type the short code of your letter.</source>
        <translation>Or type the short code of your letter.</translation>
    </message>
    <message>
        <source>Or ask our staff.</source>
        <translation>Or ask our staff.</translation>
    </message>
    <message>
        <source>Thank you for your visit. Have a safe way home.</source>
        <translation>Thank you for your visit. Have a safe way home.</translation>
    </message>
    <message>
        <source>Please wait. Our staff will tell you when it goes on.</source>
        <translation>Please wait. Our staff will tell you when it goes on.</translation>
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
