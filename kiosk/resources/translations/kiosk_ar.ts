<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n people are waiting outside</source>
        <translation>
            <numerusform>لا أحد ينتظر في الخارج</numerusform>
            <numerusform>شخص واحد ينتظر في الخارج</numerusform>
            <numerusform>شخصان ينتظران في الخارج</numerusform>
            <numerusform>%Ln أشخاص ينتظرون في الخارج</numerusform>
            <numerusform>%Ln شخصًا ينتظرون في الخارج</numerusform>
            <numerusform>%Ln شخص ينتظرون في الخارج</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead of you</source>
        <translation>
            <numerusform>لا أحد قبلك</numerusform>
            <numerusform>شخص واحد قبلك</numerusform>
            <numerusform>شخصان قبلك</numerusform>
            <numerusform>%Ln أشخاص قبلك</numerusform>
            <numerusform>%Ln شخصًا قبلك</numerusform>
            <numerusform>%Ln شخص قبلك</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>answer</name>
    <message>
        <source>This is not a letter from us.</source>
        <translation>هذه الرسالة ليست منّا.</translation>
    </message>
    <message>
        <source>We cannot read the code.</source>
        <translation>لا يمكننا قراءة الرمز.</translation>
    </message>
    <message>
        <source>We do not know this code.</source>
        <translation>لا نعرف هذا الرمز.</translation>
    </message>
    <message>
        <source>Goodbye!</source>
        <translation>مع السلامة!</translation>
    </message>
    <message>
        <source>This appointment is cancelled.</source>
        <translation>هذا الموعد مُلغى.</translation>
    </message>
    <message>
        <source>Your appointment has been moved.</source>
        <translation>تم تغيير موعدك.</translation>
    </message>
    <message>
        <source>Your appointment is on another day.</source>
        <translation>موعدك في يوم آخر.</translation>
    </message>
    <message>
        <source>Please use another door.</source>
        <translation>من فضلك استخدم بابًا آخر.</translation>
    </message>
    <message>
        <source>We are closed now.</source>
        <translation>نحن مغلقون الآن.</translation>
    </message>
    <message>
        <source>Nobody can come in right now.</source>
        <translation>لا يمكن لأحد الدخول الآن.</translation>
    </message>
    <message>
        <source>Someone is already inside with this letter.</source>
        <translation>دخل شخص بهذه الرسالة من قبل.</translation>
    </message>
    <message>
        <source>This letter has already been used.</source>
        <translation>استُخدمت هذه الرسالة من قبل.</translation>
    </message>
    <message>
        <source>You are too early.</source>
        <translation>لقد أتيت مبكرًا.</translation>
    </message>
    <message>
        <source>You are too late.</source>
        <translation>لقد أتيت متأخرًا.</translation>
    </message>
    <message>
        <source>The building is full right now.</source>
        <translation>المبنى ممتلئ الآن.</translation>
    </message>
    <message>
        <source>Your area is full right now.</source>
        <translation>القسم الخاص بك ممتلئ الآن.</translation>
    </message>
    <message>
        <source>Others are ahead of you.</source>
        <translation>هناك آخرون دورهم قبلك.</translation>
    </message>
    <message>
        <source>Please come in.</source>
        <translation>تفضل بالدخول.</translation>
    </message>
    <message>
        <source>Welcome back. Please come in.</source>
        <translation>أهلًا بك من جديد. تفضل بالدخول.</translation>
    </message>
    <message>
        <source>Our staff will talk to you.</source>
        <translation>سيتحدث معك أحد موظفينا.</translation>
    </message>
    <message>
        <source>Our staff will help you.</source>
        <translation>سيساعدك أحد موظفينا.</translation>
    </message>
    <message>
        <source>The next letter has been seen. One moment, please.</source>
        <translation>رأينا الرسالة التالية. لحظة من فضلك.</translation>
    </message>
</context>
<context>
    <name>control</name>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>خط أكبر</translation>
    </message>
    <message>
        <source>Light on black</source>
        <translation>فاتح على أسود</translation>
    </message>
    <message>
        <source>More</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Type the code</source>
        <translation>كتابة الرمز</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Get help</source>
        <translation>طلب المساعدة</translation>
    </message>
    <message>
        <source>Help is coming</source>
        <translation>المساعدة قادمة</translation>
    </message>
    <message>
        <source>No help needed</source>
        <translation>لا أحتاج إلى مساعدة</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>وقت أطول</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>قراءة بصوت عالٍ</translation>
    </message>
    <message>
        <source>Say again</source>
        <translation>مرة أخرى</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>صوت أعلى</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>إيقاف القراءة</translation>
    </message>
</context>
<context>
    <name>date</name>
    <message>
        <source>dddd, d MMMM</source>
        <translation>dddd، d&#xa0;MMMM</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>We are calling our staff.</source>
        <translation>نستدعي أحد موظفينا.</translation>
    </message>
    <message>
        <source>Help is coming.</source>
        <translation>المساعدة قادمة.</translation>
    </message>
    <message>
        <source>Our staff know that you are at this door.</source>
        <translation>يعرف موظفونا أنك عند هذا الباب.</translation>
    </message>
    <message>
        <source>Somebody is coming to you now.</source>
        <translation>أحد موظفينا قادم إليك الآن.</translation>
    </message>
    <message>
        <source>Please wait here.</source>
        <translation>من فضلك انتظر هنا.</translation>
    </message>
    <message>
        <source>We cannot call anyone from here right now.</source>
        <translation>لا يمكننا استدعاء أحد من هنا الآن.</translation>
    </message>
    <message>
        <source>Please talk to our staff at the entrance.</source>
        <translation>من فضلك تحدّث إلى موظفينا عند المدخل.</translation>
    </message>
    <message>
        <source>Or call us: {phone}</source>
        <translation>أو اتصل بنا: {phone}</translation>
    </message>
</context>
<context>
    <name>idle</name>
    <message>
        <source>There is room</source>
        <translation>يوجد مكان</translation>
    </message>
    <message>
        <source>Nearly full</source>
        <translation>شبه ممتلئ</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>ممتلئ</translation>
    </message>
    <message>
        <source>About {inside} of {cap} people</source>
        <translation>عدد الأشخاص: حوالي {inside} من {cap}</translation>
    </message>
    <message>
        <source>{inside} of {cap} people</source>
        <translation>عدد الأشخاص: {inside} من {cap}</translation>
    </message>
    <message>
        <source>Hold your letter under the camera.</source>
        <translation>ضع رسالتك تحت الكاميرا.</translation>
    </message>
    <message>
        <source>Hold your letter under the scanner.</source>
        <translation>ضع رسالتك تحت الماسح.</translation>
    </message>
    <message>
        <source>When you come in.</source>
        <translation>عند الدخول.</translation>
    </message>
    <message>
        <source>When you leave.</source>
        <translation>عند الخروج.</translation>
    </message>
    <message>
        <source>When you come in and when you leave.</source>
        <translation>عند الدخول وعند الخروج.</translation>
    </message>
    <message>
        <source>Are you leaving? Hold your letter under the camera.</source>
        <translation>هل تخرج الآن؟ ضع رسالتك تحت الكاميرا.</translation>
    </message>
    <message>
        <source>Are you leaving? Hold your letter under the scanner.</source>
        <translation>هل تخرج الآن؟ ضع رسالتك تحت الماسح.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>لحظة من فضلك.</translation>
    </message>
    <message>
        <source>We are reading your letter.</source>
        <translation>نقرأ رسالتك الآن.</translation>
    </message>
    <message>
        <source>Please hold it a little closer.</source>
        <translation>قرّب الرسالة قليلًا من فضلك.</translation>
    </message>
    <message>
        <source>Please hold the letter straight.</source>
        <translation>أمسك الرسالة بشكل مستقيم.</translation>
    </message>
    <message>
        <source>Please hold the letter in the light.</source>
        <translation>ضع الرسالة في الضوء.</translation>
    </message>
    <message>
        <source>Please hold it still.</source>
        <translation>لا تحرّك الرسالة.</translation>
    </message>
    <message>
        <source>It is too dark.</source>
        <translation>الضوء ضعيف جدًا.</translation>
    </message>
    <message>
        <source>We can see your code already.</source>
        <translation>نرى رمزك الآن.</translation>
    </message>
    <message>
        <source>We cannot read this code.</source>
        <translation>لا يمكننا قراءة هذا الرمز.</translation>
    </message>
    <message>
        <source>The camera is not working.</source>
        <translation>الكاميرا لا تعمل الآن.</translation>
    </message>
    <message>
        <source>Type the short code from your letter, or ask our staff.</source>
        <translation>اكتب الرمز القصير من رسالتك أو اسأل موظفينا.</translation>
    </message>
    <message>
        <source>Our staff will help you.</source>
        <translation>سيساعدك أحد موظفينا.</translation>
    </message>
    <message>
        <source>Please talk to us.</source>
        <translation>من فضلك تحدّث إلينا.</translation>
    </message>
    <message>
        <source>Nobody can come in right now.</source>
        <translation>لا يمكن لأحد الدخول الآن.</translation>
    </message>
    <message>
        <source>We are closed now.</source>
        <translation>نحن مغلقون الآن.</translation>
    </message>
    <message>
        <source>We open again: {day}, at {time}</source>
        <translation>نفتح من جديد: {day} الساعة {time}</translation>
    </message>
    <message>
        <source>Please come in now: number</source>
        <translation>تفضل بالدخول، الرقم</translation>
    </message>
    <message>
        <source>Open today</source>
        <translation>مفتوح اليوم</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>مغلق اليوم</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} – {end}</translation>
    </message>
</context>
<context>
    <name>keypad</name>
    <message>
        <source>Type the short code from your letter.</source>
        <translation>اكتب الرمز القصير من رسالتك.</translation>
    </message>
    <message>
        <source>It is next to the black and white square: 8 characters.</source>
        <translation>تجده بجانب المربع الأسود والأبيض: ٨ أحرف وأرقام.</translation>
    </message>
    <message>
        <source>This code is not right. Please check each character.</source>
        <translation>هذا الرمز غير صحيح.&#x2028;تحقق من كل حرف ورقم.</translation>
    </message>
    <message>
        <source>Too many tries. Please wait {time} minutes, or ask our staff.</source>
        <translation>محاولات كثيرة.&#x2028;مدة الانتظار بالدقائق: {time}. أو اسأل موظفينا.</translation>
    </message>
    <message>
        <source>Delete last character</source>
        <translation>حذف آخر حرف</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>حذف الكل</translation>
    </message>
</context>
<context>
    <name>mask</name>
    <message>
        <source>You do not need a mask.</source>
        <translation>لا تحتاج إلى كمامة.</translation>
    </message>
    <message>
        <source>Please wear a medical mask.</source>
        <translation>من فضلك ضع كمامة طبية.</translation>
    </message>
    <message>
        <source>Please wear an FFP2 mask.</source>
        <translation>من فضلك ضع كمامة FFP2.</translation>
    </message>
    <message>
        <source>At the desk you may take it off.</source>
        <translation>عند المكتب يمكنك نزعها.</translation>
    </message>
</context>
<context>
    <name>speech</name>
    <message>
        <source>The rest is on the screen. We do not read it out here. Our staff will tell you.</source>
        <translation>الباقي مكتوب على الشاشة. لا نقرؤه هنا بصوت عالٍ. سيخبرك به أحد موظفينا.</translation>
    </message>
    <message>
        <source>Hold the letter flat, with the printed side towards the camera. Move it slowly. A tone rises when the code comes into the picture.</source>
        <translation>أمسك الرسالة مستوية والكتابة نحو الكاميرا. حرّكها ببطء. ترتفع النغمة عندما يدخل الرمز في الصورة.</translation>
    </message>
</context>
<context>
    <name>step</name>
    <message>
        <source>It may take a while.</source>
        <translation>قد يستغرق ذلك بعض الوقت.</translation>
    </message>
    <message>
        <source>More than one hour</source>
        <translation>أكثر من ساعة</translation>
    </message>
    <message>
        <source>About {minutes} minutes</source>
        <translation>المدة بالدقائق: حوالي {minutes}</translation>
    </message>
    <message>
        <source>You are next.</source>
        <translation>أنت التالي.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>رقمك</translation>
    </message>
    <message>
        <source>Please wait outside. Your number will appear on this screen.</source>
        <translation>انتظر في الخارج من فضلك. سيظهر رقمك على هذه الشاشة.</translation>
    </message>
    <message>
        <source>Please come back</source>
        <translation>من فضلك عُد مرة أخرى</translation>
    </message>
    <message>
        <source>We open again</source>
        <translation>نفتح من جديد</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>الساعة {time}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Please go to this door:</source>
        <translation>من فضلك اذهب إلى هذا الباب:</translation>
    </message>
    <message>
        <source>Please ask our staff. Or call us. You will get a new appointment.</source>
        <translation>من فضلك اسأل موظفينا. أو اتصل بنا. ستحصل على موعد جديد.</translation>
    </message>
    <message>
        <source>Call with your phone</source>
        <translation>اتصل بهاتفك</translation>
    </message>
    <message>
        <source>Please ask our staff at the door.</source>
        <translation>من فضلك اسأل موظفينا عند الباب.</translation>
    </message>
    <message>
        <source>Hold your letter still under the camera once more.</source>
        <translation>ضع رسالتك مرة أخرى تحت الكاميرا دون حركة.</translation>
    </message>
    <message>
        <source>Hold your letter under the scanner once more.</source>
        <translation>ضع رسالتك مرة أخرى تحت الماسح.</translation>
    </message>
    <message>
        <source>Or type the short code from your letter.</source>
        <translation>أو اكتب الرمز القصير من رسالتك.</translation>
    </message>
    <message>
        <source>Or ask our staff.</source>
        <translation>أو اسأل موظفينا.</translation>
    </message>
    <message>
        <source>Thank you for your visit. Have a safe journey home.</source>
        <translation>شكرًا لزيارتك. نتمنى لك عودة سالمة إلى البيت.</translation>
    </message>
    <message>
        <source>Please wait. Our staff will tell you when you can come in.</source>
        <translation>انتظر من فضلك. سيخبرك موظفونا متى يمكنك الدخول.</translation>
    </message>
</context>
<context>
    <name>way</name>
    <message>
        <source>Straight on</source>
        <translation>إلى الأمام</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>يسار</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>يمين</translation>
    </message>
    <message>
        <source>Stairs up</source>
        <translation>الدرج للأعلى</translation>
    </message>
    <message>
        <source>Stairs down</source>
        <translation>الدرج للأسفل</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>المصعد</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>الباب</translation>
    </message>
    <message>
        <source>Waiting area</source>
        <translation>منطقة الانتظار</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>الشباك</translation>
    </message>
</context>
</TS>
