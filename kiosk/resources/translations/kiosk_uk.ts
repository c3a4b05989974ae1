<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n people are waiting outside</source>
        <translation>
            <numerusform>Надворі чекає %n людина</numerusform>
            <numerusform>Надворі чекають %n людини</numerusform>
            <numerusform>Надворі чекають %n людей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead of you</source>
        <translation>
            <numerusform>Перед вами %n людина</numerusform>
            <numerusform>Перед вами %n людини</numerusform>
            <numerusform>Перед вами %n людей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>answer</name>
    <message>
        <source>This is not a letter from us.</source>
        <translation>Це не наш лист.</translation>
    </message>
    <message>
        <source>We cannot read the code.</source>
        <translation>Ми не можемо прочитати код.</translation>
    </message>
    <message>
        <source>We do not know this code.</source>
        <translation>Ми не знаємо цього коду.</translation>
    </message>
    <message>
        <source>Goodbye!</source>
        <translation>До побачення!</translation>
    </message>
    <message>
        <source>This appointment is cancelled.</source>
        <translation>Цей прийом скасовано.</translation>
    </message>
    <message>
        <source>Your appointment has been moved.</source>
        <translation>Ваш прийом перенесено.</translation>
    </message>
    <message>
        <source>Your appointment is on another day.</source>
        <translation>Ваш прийом в&#xa0;інший день.</translation>
    </message>
    <message>
        <source>Please use another door.</source>
        <translation>Будь&#xa0;ласка, скористайтеся іншими дверима.</translation>
    </message>
    <message>
        <source>We are closed now.</source>
        <translation>Зараз у&#xa0;нас зачинено.</translation>
    </message>
    <message>
        <source>Nobody can come in right now.</source>
        <translation>Зараз ніхто не може увійти.</translation>
    </message>
    <message>
        <source>Someone is already inside with this letter.</source>
        <translation>За цим листом уже хтось увійшов.</translation>
    </message>
    <message>
        <source>This letter has already been used.</source>
        <translation>Цей лист уже використано.</translation>
    </message>
    <message>
        <source>You are too early.</source>
        <translation>Ви прийшли зарано.</translation>
    </message>
    <message>
        <source>You are too late.</source>
        <translation>Ви запізнилися.</translation>
    </message>
    <message>
        <source>The building is full right now.</source>
        <translation>Зараз у&#xa0;будівлі немає місць.</translation>
    </message>
    <message>
        <source>Your area is full right now.</source>
        <translation>У&#xa0;вашому відділі зараз немає місць.</translation>
    </message>
    <message>
        <source>Others are ahead of you.</source>
        <translation>Зараз черга інших відвідувачів.</translation>
    </message>
    <message>
        <source>Please come in.</source>
        <translation>Будь&#xa0;ласка, заходьте.</translation>
    </message>
    <message>
        <source>Welcome back. Please come in.</source>
        <translation>З&#xa0;поверненням.&#x2028;Будь&#xa0;ласка, заходьте.</translation>
    </message>
    <message>
        <source>Our staff will talk to you.</source>
        <translation>Наш працівник поговорить із&#xa0;вами.</translation>
    </message>
    <message>
        <source>Our staff will help you.</source>
        <translation>Наш працівник допоможе вам.</translation>
    </message>
    <message>
        <source>The next letter has been seen. One moment, please.</source>
        <translation>Наступний лист розпізнано. Зачекайте хвилинку.</translation>
    </message>
</context>
<context>
    <name>control</name>
    <message>
        <source>Languages</source>
        <translation>Мови</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Більші літери</translation>
    </message>
    <message>
        <source>Light on black</source>
        <translation>Світле на чорному</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Далі</translation>
    </message>
    <message>
        <source>Type the code</source>
        <translation>Ввести код</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Get help</source>
        <translation>Викликати допомогу</translation>
    </message>
    <message>
        <source>Help is coming</source>
        <translation>Допомога йде</translation>
    </message>
    <message>
        <source>No help needed</source>
        <translation>Допомога не потрібна</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Більше часу</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Читати вголос</translation>
    </message>
    <message>
        <source>Say again</source>
        <translation>Ще раз</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Гучніше</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Не читати</translation>
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
    <name>help</name>
    <message>
        <source>We are calling our staff.</source>
        <translation>Ми кличемо працівника.</translation>
    </message>
    <message>
        <source>Help is coming.</source>
        <translation>Допомога вже йде.</translation>
    </message>
    <message>
        <source>Our staff know that you are at this door.</source>
        <translation>Працівник знає, що ви біля цих дверей.</translation>
    </message>
    <message>
        <source>Somebody is coming to you now.</source>
        <translation>До вас уже хтось іде.</translation>
    </message>
    <message>
        <source>Please wait here.</source>
        <translation>Будь&#xa0;ласка, зачекайте тут.</translation>
    </message>
    <message>
        <source>We cannot call anyone from here right now.</source>
        <translation>Зараз ми не можемо нікого звідси покликати.</translation>
    </message>
    <message>
        <source>Please talk to our staff at the entrance.</source>
        <translation>Зверніться до працівника біля входу.</translation>
    </message>
    <message>
        <source>Or call us: {phone}</source>
        <translation>Або зателефонуйте нам: {phone}</translation>
    </message>
</context>
<context>
    <name>idle</name>
    <message>
        <source>There is room</source>
        <translation>Є&#xa0;вільні місця</translation>
    </message>
    <message>
        <source>Nearly full</source>
        <translation>Майже заповнено</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Заповнено</translation>
    </message>
    <message>
        <source>About {inside} of {cap} people</source>
        <translation>Людей: приблизно {inside} із {cap}</translation>
    </message>
    <message>
        <source>{inside} of {cap} people</source>
        <translation>Людей: {inside} із {cap}</translation>
    </message>
    <message>
        <source>Hold your letter under the camera.</source>
        <translation>Тримайте лист під камерою.</translation>
    </message>
    <message>
        <source>Hold your letter under the scanner.</source>
        <translation>Тримайте лист під сканером.</translation>
    </message>
    <message>
        <source>When you come in.</source>
        <translation>Коли ви приходите.</translation>
    </message>
    <message>
        <source>When you leave.</source>
        <translation>Коли ви йдете.</translation>
    </message>
    <message>
        <source>When you come in and when you leave.</source>
        <translation>Коли приходите і&#xa0;коли йдете.</translation>
    </message>
    <message>
        <source>Are you leaving? Hold your letter under the camera.</source>
        <translation>Ви йдете? Тримайте лист під камерою.</translation>
    </message>
    <message>
        <source>Are you leaving? Hold your letter under the scanner.</source>
        <translation>Ви йдете? Тримайте лист під сканером.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>Зачекайте хвилинку.</translation>
    </message>
    <message>
        <source>We are reading your letter.</source>
        <translation>Ми читаємо ваш лист.</translation>
    </message>
    <message>
        <source>Please hold it a little closer.</source>
        <translation>Трохи ближче, будь&#xa0;ласка.</translation>
    </message>
    <message>
        <source>Please hold the letter straight.</source>
        <translation>Тримайте лист рівно.</translation>
    </message>
    <message>
        <source>Please hold the letter in the light.</source>
        <translation>Піднесіть лист до світла.</translation>
    </message>
    <message>
        <source>Please hold it still.</source>
        <translation>Не рухайте лист.</translation>
    </message>
    <message>
        <source>It is too dark.</source>
        <translation>Занадто темно.</translation>
    </message>
    <message>
        <source>We can see your code already.</source>
        <translation>Ми вже бачимо ваш код.</translation>
    </message>
    <message>
        <source>We cannot read this code.</source>
        <translation>Ми не можемо прочитати цей код.</translation>
    </message>
    <message>
        <source>The camera is not working.</source>
        <translation>Камера зараз не працює.</translation>
    </message>
    <message>
        <source>Type the short code from your letter, or ask our staff.</source>
        <translation>Введіть короткий код із листа або зверніться до працівника.</translation>
    </message>
    <message>
        <source>Our staff will help you.</source>
        <translation>Наш працівник допоможе вам.</translation>
    </message>
    <message>
        <source>Please talk to us.</source>
        <translation>Будь&#xa0;ласка, зверніться до нас.</translation>
    </message>
    <message>
        <source>Nobody can come in right now.</source>
        <translation>Зараз ніхто не може увійти.</translation>
    </message>
    <message>
        <source>We are closed now.</source>
        <translation>Зараз у&#xa0;нас зачинено.</translation>
    </message>
    <message>
        <source>We open again: {day}, at {time}</source>
        <translation>Знову відчинено: {day}, з&#xa0;{time}</translation>
    </message>
    <message>
        <source>Please come in now: number</source>
        <translation>Будь&#xa0;ласка, заходьте з&#xa0;номером</translation>
    </message>
    <message>
        <source>Open today</source>
        <translation>Сьогодні відчинено</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Сьогодні зачинено</translation>
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
        <translation>Введіть короткий код із вашого листа.</translation>
    </message>
    <message>
        <source>It is next to the black and white square: 8 characters.</source>
        <translation>Він надрукований біля чорно-білого квадрата: 8 знаків.</translation>
    </message>
    <message>
        <source>This code is not right. Please check each character.</source>
        <translation>Код неправильний.&#x2028;Перевірте кожен знак.</translation>
    </message>
    <message>
        <source>Too many tries. Please wait {time} minutes, or ask our staff.</source>
        <translation>Забагато спроб.&#x2028;Зачекайте {time}&#xa0;хв або зверніться до працівника.</translation>
    </message>
    <message>
        <source>Delete last character</source>
        <translation>Стерти останній знак</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Стерти все</translation>
    </message>
</context>
<context>
    <name>mask</name>
    <message>
        <source>You do not need a mask.</source>
        <translation>Маска не потрібна.</translation>
    </message>
    <message>
        <source>Please wear a medical mask.</source>
        <translation>Будь&#xa0;ласка, одягніть медичну маску.</translation>
    </message>
    <message>
        <source>Please wear an FFP2 mask.</source>
        <translation>Будь&#xa0;ласка, одягніть маску FFP2.</translation>
    </message>
    <message>
        <source>At the desk you may take it off.</source>
        <translation>За столом маску можна зняти.</translation>
    </message>
</context>
<context>
    <name>speech</name>
    <message>
        <source>The rest is on the screen. We do not read it out here. Our staff will tell you.</source>
        <translation>Решта написана на екрані. Тут ми не читаємо цього вголос. Наш працівник вам скаже.</translation>
    </message>
    <message>
        <source>Hold the letter flat, with the printed side towards the camera. Move it slowly. A tone rises when the code comes into the picture.</source>
        <translation>Тримайте лист рівно, текстом до камери. Рухайте його повільно. Звук стає вищим, коли код потрапляє в&#xa0;кадр.</translation>
    </message>
</context>
<context>
    <name>step</name>
    <message>
        <source>It may take a while.</source>
        <translation>Це може тривати деякий час.</translation>
    </message>
    <message>
        <source>More than one hour</source>
        <translation>Більше години</translation>
    </message>
    <message>
        <source>About {minutes} minutes</source>
        <translation>Приблизно {minutes} хвилин</translation>
    </message>
    <message>
        <source>You are next.</source>
        <translation>Ви наступні.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Ваш номер</translation>
    </message>
    <message>
        <source>Please wait outside. Your number will appear on this screen.</source>
        <translation>Зачекайте надворі. Ми покажемо ваш номер на цьому екрані.</translation>
    </message>
    <message>
        <source>Please come back</source>
        <translation>Будь&#xa0;ласка, приходьте знову</translation>
    </message>
    <message>
        <source>We open again</source>
        <translation>Знову відчиняємося</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>о&#xa0;{time}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сьогодні</translation>
    </message>
    <message>
        <source>Please go to this door:</source>
        <translation>Будь&#xa0;ласка, йдіть до цих дверей:</translation>
    </message>
    <message>
        <source>Please ask our staff. Or call us. You will get a new appointment.</source>
        <translation>Зверніться до нашого працівника. Або зателефонуйте нам. Вам призначать новий час прийому.</translation>
    </message>
    <message>
        <source>Call with your phone</source>
        <translation>Зателефонувати з&#xa0;мобільного</translation>
    </message>
    <message>
        <source>Please ask our staff at the door.</source>
        <translation>Зверніться до нашого працівника біля дверей.</translation>
    </message>
    <message>
        <source>Hold your letter still under the camera once more.</source>
        <translation>Ще раз потримайте лист нерухомо під камерою.</translation>
    </message>
    <message>
        <source>Hold your letter under the scanner once more.</source>
        <translation>Ще раз потримайте лист під сканером.</translation>
    </message>
    <message>
        <source>Or type the short code from your letter.</source>
        <translation>Або введіть короткий код із листа.</translation>
    </message>
    <message>
        <source>Or ask our staff.</source>
        <translation>Або зверніться до нашого працівника.</translation>
    </message>
    <message>
        <source>Thank you for your visit. Have a safe journey home.</source>
        <translation>Дякуємо за візит. Щасливої дороги додому.</translation>
    </message>
    <message>
        <source>Please wait. Our staff will tell you when you can come in.</source>
        <translation>Будь&#xa0;ласка, зачекайте. Наш працівник скаже, коли можна буде зайти.</translation>
    </message>
</context>
<context>
    <name>way</name>
    <message>
        <source>Straight on</source>
        <translation>Прямо</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Ліворуч</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Праворуч</translation>
    </message>
    <message>
        <source>Stairs up</source>
        <translation>Сходами вгору</translation>
    </message>
    <message>
        <source>Stairs down</source>
        <translation>Сходами вниз</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Ліфт</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Двері</translation>
    </message>
    <message>
        <source>Waiting area</source>
        <translation>Зона очікування</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Віконце</translation>
    </message>
</context>
</TS>
