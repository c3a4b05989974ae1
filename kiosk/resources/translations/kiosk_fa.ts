<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa" sourcelanguage="en">
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n people are waiting outside</source>
        <translation>
            <numerusform>%Ln نفر بیرون منتظر هستند</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead of you</source>
        <translation>
            <numerusform>%Ln نفر پیش از شما هستند</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>answer</name>
    <message>
        <source>This is not a letter from us.</source>
        <translation>این نامه از ما نیست.</translation>
    </message>
    <message>
        <source>We cannot read the code.</source>
        <translation>نمی‌توانیم کد را بخوانیم.</translation>
    </message>
    <message>
        <source>We do not know this code.</source>
        <translation>این کد را نمی‌شناسیم.</translation>
    </message>
    <message>
        <source>Goodbye!</source>
        <translation>خدانگهدار!</translation>
    </message>
    <message>
        <source>This appointment is cancelled.</source>
        <translation>این وقت ملاقات لغو شده است.</translation>
    </message>
    <message>
        <source>Your appointment has been moved.</source>
        <translation>وقت ملاقات شما عوض شده است.</translation>
    </message>
    <message>
        <source>Your appointment is on another day.</source>
        <translation>وقت ملاقات شما در روز دیگری است.</translation>
    </message>
    <message>
        <source>Please use another door.</source>
        <translation>لطفاً از درِ دیگری بروید.</translation>
    </message>
    <message>
        <source>We are closed now.</source>
        <translation>اکنون تعطیل هستیم.</translation>
    </message>
    <message>
        <source>Nobody can come in right now.</source>
        <translation>اکنون هیچ‌کس نمی‌تواند وارد شود.</translation>
    </message>
    <message>
        <source>Someone is already inside with this letter.</source>
        <translation>با این نامه کسی پیش از این وارد شده است.</translation>
    </message>
    <message>
        <source>This letter has already been used.</source>
        <translation>این نامه قبلاً استفاده شده است.</translation>
    </message>
    <message>
        <source>You are too early.</source>
        <translation>زود آمده‌اید.</translation>
    </message>
    <message>
        <source>You are too late.</source>
        <translation>دیر آمده‌اید.</translation>
    </message>
    <message>
        <source>The building is full right now.</source>
        <translation>ساختمان اکنون پر است.</translation>
    </message>
    <message>
        <source>Your area is full right now.</source>
        <translation>بخش شما اکنون پر است.</translation>
    </message>
    <message>
        <source>Others are ahead of you.</source>
        <translation>نوبت دیگران پیش از شماست.</translation>
    </message>
    <message>
        <source>Please come in.</source>
        <translation>بفرمایید داخل.</translation>
    </message>
    <message>
        <source>Welcome back. Please come in.</source>
        <translation>خوش برگشتید. بفرمایید داخل.</translation>
    </message>
    <message>
        <source>Our staff will talk to you.</source>
        <translation>همکار ما با شما صحبت می‌کند.</translation>
    </message>
    <message>
        <source>Our staff will help you.</source>
        <translation>همکار ما به شما کمک می‌کند.</translation>
    </message>
    <message>
        <source>The next letter has been seen. One moment, please.</source>
        <translation>نامهٔ بعدی دیده شد. یک لحظه لطفاً.</translation>
    </message>
</context>
<context>
    <name>control</name>
    <message>
        <source>Languages</source>
        <translation>زبان‌ها</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>خط درشت‌تر</translation>
    </message>
    <message>
        <source>Light on black</source>
        <translation>روشن روی سیاه</translation>
    </message>
    <message>
        <source>More</source>
        <translation>بعدی</translation>
    </message>
    <message>
        <source>Type the code</source>
        <translation>وارد کردن کد</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>Get help</source>
        <translation>درخواست کمک</translation>
    </message>
    <message>
        <source>Help is coming</source>
        <translation>کمک در راه است</translation>
    </message>
    <message>
        <source>No help needed</source>
        <translation>به کمک نیاز ندارم</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>وقت بیشتر</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>خواندن با صدا</translation>
    </message>
    <message>
        <source>Say again</source>
        <translation>دوباره</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>بلندتر</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>قطع خواندن</translation>
    </message>
</context>
<context>
    <name>date</name>
    <message>
        <source>dddd, d MMMM</source>
        <translation>dddd d&#xa0;MMMM</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>We are calling our staff.</source>
        <translation>همکارمان را صدا می‌زنیم.</translation>
    </message>
    <message>
        <source>Help is coming.</source>
        <translation>کمک در راه است.</translation>
    </message>
    <message>
        <source>Our staff know that you are at this door.</source>
        <translation>همکار ما می‌داند که شما جلوی این در هستید.</translation>
    </message>
    <message>
        <source>Somebody is coming to you now.</source>
        <translation>اکنون کسی نزد شما می‌آید.</translation>
    </message>
    <message>
        <source>Please wait here.</source>
        <translation>لطفاً همین‌جا منتظر بمانید.</translation>
    </message>
    <message>
        <source>We cannot call anyone from here right now.</source>
        <translation>اکنون نمی‌توانیم از این‌جا کسی را صدا بزنیم.</translation>
    </message>
    <message>
        <source>Please talk to our staff at the entrance.</source>
        <translation>لطفاً با همکار ما در ورودی صحبت کنید.</translation>
    </message>
    <message>
        <source>Or call us: {phone}</source>
        <translation>یا با ما تماس بگیرید: {phone}</translation>
    </message>
</context>
<context>
    <name>idle</name>
    <message>
        <source>There is room</source>
        <translation>جا هست</translation>
    </message>
    <message>
        <source>Nearly full</source>
        <translation>تقریباً پر</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>پر</translation>
    </message>
    <message>
        <source>About {inside} of {cap} people</source>
        <translation>حدود {inside} از {cap} نفر</translation>
    </message>
    <message>
        <source>{inside} of {cap} people</source>
        <translation>{inside} از {cap} نفر</translation>
    </message>
    <message>
        <source>Hold your letter under the camera.</source>
        <translation>نامه‌تان را زیر دوربین بگیرید.</translation>
    </message>
    <message>
        <source>Hold your letter under the scanner.</source>
        <translation>نامه‌تان را زیر اسکنر بگیرید.</translation>
    </message>
    <message>
        <source>When you come in.</source>
        <translation>هنگام ورود.</translation>
    </message>
    <message>
        <source>When you leave.</source>
        <translation>هنگام خروج.</translation>
    </message>
    <message>
        <source>When you come in and when you leave.</source>
        <translation>هنگام ورود و هنگام خروج.</translation>
    </message>
    <message>
        <source>Are you leaving? Hold your letter under the camera.</source>
        <translation>می‌روید؟ نامه‌تان را زیر دوربین بگیرید.</translation>
    </message>
    <message>
        <source>Are you leaving? Hold your letter under the scanner.</source>
        <translation>می‌روید؟ نامه‌تان را زیر اسکنر بگیرید.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>یک لحظه لطفاً.</translation>
    </message>
    <message>
        <source>We are reading your letter.</source>
        <translation>نامهٔ شما را می‌خوانیم.</translation>
    </message>
    <message>
        <source>Please hold it a little closer.</source>
        <translation>لطفاً نامه را کمی نزدیک‌تر بیاورید.</translation>
    </message>
    <message>
        <source>Please hold the letter straight.</source>
        <translation>لطفاً نامه را صاف بگیرید.</translation>
    </message>
    <message>
        <source>Please hold the letter in the light.</source>
        <translation>لطفاً نامه را در نور بگیرید.</translation>
    </message>
    <message>
        <source>Please hold it still.</source>
        <translation>لطفاً نامه را تکان ندهید.</translation>
    </message>
    <message>
        <source>It is too dark.</source>
        <translation>خیلی تاریک است.</translation>
    </message>
    <message>
        <source>We can see your code already.</source>
        <translation>کد شما را می‌بینیم.</translation>
    </message>
    <message>
        <source>We cannot read this code.</source>
        <translation>نمی‌توانیم این کد را بخوانیم.</translation>
    </message>
    <message>
        <source>The camera is not working.</source>
        <translation>دوربین اکنون کار نمی‌کند.</translation>
    </message>
    <message>
        <source>Type the short code from your letter, or ask our staff.</source>
        <translation>کد کوتاه نامه‌تان را وارد کنید یا از همکار ما بپرسید.</translation>
    </message>
    <message>
        <source>Our staff will help you.</source>
        <translation>همکار ما به شما کمک می‌کند.</translation>
    </message>
    <message>
        <source>Please talk to us.</source>
        <translation>لطفاً با ما صحبت کنید.</translation>
    </message>
    <message>
        <source>Nobody can come in right now.</source>
        <translation>اکنون هیچ‌کس نمی‌تواند وارد شود.</translation>
    </message>
    <message>
        <source>We are closed now.</source>
        <translation>اکنون تعطیل هستیم.</translation>
    </message>
    <message>
        <source>We open again: {day}, at {time}</source>
        <translation>دوباره باز می‌کنیم: {day} ساعت {time}</translation>
    </message>
    <message>
        <source>Please come in now: number</source>
        <translation>لطفاً وارد شوید، شمارهٔ</translation>
    </message>
    <message>
        <source>Open today</source>
        <translation>امروز باز</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>امروز تعطیل</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} تا {end}</translation>
    </message>
</context>
<context>
    <name>keypad</name>
    <message>
        <source>Type the short code from your letter.</source>
        <translation>کد کوتاه نامه‌تان را وارد کنید.</translation>
    </message>
    <message>
        <source>It is next to the black and white square: 8 characters.</source>
        <translation>کنار مربع سیاه و سفید است: ۸ حرف و عدد.</translation>
    </message>
    <message>
        <source>This code is not right. Please check each character.</source>
        <translation>این کد درست نیست.&#x2028;لطفاً همهٔ حرف‌ها و عددها را بررسی کنید.</translation>
    </message>
    <message>
        <source>Too many tries. Please wait {time} minutes, or ask our staff.</source>
        <translation>تعداد تلاش‌ها زیاد بود.&#x2028;لطفاً {time}&#xa0;دقیقه صبر کنید یا از همکار ما بپرسید.</translation>
    </message>
    <message>
        <source>Delete last character</source>
        <translation>پاک کردن آخرین حرف</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>پاک کردن همه</translation>
    </message>
</context>
<context>
    <name>mask</name>
    <message>
        <source>You do not need a mask.</source>
        <translation>ماسک لازم نیست.</translation>
    </message>
    <message>
        <source>Please wear a medical mask.</source>
        <translation>لطفاً ماسک پزشکی بزنید.</translation>
    </message>
    <message>
        <source>Please wear an FFP2 mask.</source>
        <translation>لطفاً ماسک FFP2 بزنید.</translation>
    </message>
    <message>
        <source>At the desk you may take it off.</source>
        <translation>پشت میز می‌توانید آن را بردارید.</translation>
    </message>
</context>
<context>
    <name>speech</name>
    <message>
        <source>The rest is on the screen. We do not read it out here. Our staff will tell you.</source>
        <translation>بقیه روی صفحه نوشته شده است. این‌جا آن را بلند نمی‌خوانیم. همکار ما به شما می‌گوید.</translation>
    </message>
    <message>
        <source>Hold the letter flat, with the printed side towards the camera. Move it slowly. A tone rises when the code comes into the picture.</source>
        <translation>نامه را صاف نگه دارید، نوشته رو به دوربین باشد. آن را آرام حرکت دهید. وقتی کد وارد تصویر شود، صدا زیرتر می‌شود.</translation>
    </message>
</context>
<context>
    <name>step</name>
    <message>
        <source>It may take a while.</source>
        <translation>ممکن است کمی طول بکشد.</translation>
    </message>
    <message>
        <source>More than one hour</source>
        <translation>بیش از یک ساعت</translation>
    </message>
    <message>
        <source>About {minutes} minutes</source>
        <translation>حدود {minutes} دقیقه</translation>
    </message>
    <message>
        <source>You are next.</source>
        <translation>نفر بعدی شما هستید.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>شمارهٔ شما</translation>
    </message>
    <message>
        <source>Please wait outside. Your number will appear on this screen.</source>
        <translation>لطفاً بیرون صبر کنید. شمارهٔ شما روی این صفحه نشان داده می‌شود.</translation>
    </message>
    <message>
        <source>Please come back</source>
        <translation>لطفاً دوباره بیایید</translation>
    </message>
    <message>
        <source>We open again</source>
        <translation>دوباره باز می‌کنیم</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>ساعت {time}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>Please go to this door:</source>
        <translation>لطفاً به این در بروید:</translation>
    </message>
    <message>
        <source>Please ask our staff. Or call us. You will get a new appointment.</source>
        <translation>لطفاً از همکار ما بپرسید. یا به ما زنگ بزنید. وقت جدید می‌گیرید.</translation>
    </message>
    <message>
        <source>Call with your phone</source>
        <translation>با تلفن خود زنگ بزنید</translation>
    </message>
    <message>
        <source>Please ask our staff at the door.</source>
        <translation>لطفاً از همکار ما کنار در بپرسید.</translation>
    </message>
    <message>
        <source>Hold your letter still under the camera once more.</source>
        <translation>نامه‌تان را یک بار دیگر بی‌حرکت زیر دوربین بگیرید.</translation>
    </message>
    <message>
        <source>Hold your letter under the scanner once more.</source>
        <translation>نامه‌تان را یک بار دیگر زیر اسکنر بگیرید.</translation>
    </message>
    <message>
        <source>Or type the short code from your letter.</source>
        <translation>یا کد کوتاه نامه‌تان را وارد کنید.</translation>
    </message>
    <message>
        <source>Or ask our staff.</source>
        <translation>یا از همکار ما بپرسید.</translation>
    </message>
    <message>
        <source>Thank you for your visit. Have a safe journey home.</source>
        <translation>از آمدن شما سپاسگزاریم. به سلامت به خانه برسید.</translation>
    </message>
    <message>
        <source>Please wait. Our staff will tell you when you can come in.</source>
        <translation>لطفاً صبر کنید. همکار ما می‌گوید چه وقت می‌توانید وارد شوید.</translation>
    </message>
</context>
<context>
    <name>way</name>
    <message>
        <source>Straight on</source>
        <translation>مستقیم</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>چپ</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>راست</translation>
    </message>
    <message>
        <source>Stairs up</source>
        <translation>پله به بالا</translation>
    </message>
    <message>
        <source>Stairs down</source>
        <translation>پله به پایین</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>آسانسور</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>در</translation>
    </message>
    <message>
        <source>Waiting area</source>
        <translation>محل انتظار</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>باجه</translation>
    </message>
</context>
</TS>
