<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n people are waiting outside</source>
        <translation>
            <numerusform>На улице ждёт %n человек</numerusform>
            <numerusform>На улице ждут %n человека</numerusform>
            <numerusform>На улице ждут %n человек</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead of you</source>
        <translation>
            <numerusform>Перед вами %n человек</numerusform>
            <numerusform>Перед вами %n человека</numerusform>
            <numerusform>Перед вами %n человек</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>answer</name>
    <message>
        <source>This is not a letter from us.</source>
        <translation>Это не наше письмо.</translation>
    </message>
    <message>
        <source>We cannot read the code.</source>
        <translation>Мы не можем прочитать код.</translation>
    </message>
    <message>
        <source>We do not know this code.</source>
        <translation>Мы не знаем этот код.</translation>
    </message>
    <message>
        <source>Goodbye!</source>
        <translation>До свидания!</translation>
    </message>
    <message>
        <source>This appointment is cancelled.</source>
        <translation>Этот приём отменён.</translation>
    </message>
    <message>
        <source>Your appointment has been moved.</source>
        <translation>Ваш приём перенесён.</translation>
    </message>
    <message>
        <source>Your appointment is on another day.</source>
        <translation>Ваш приём в&#xa0;другой день.</translation>
    </message>
    <message>
        <source>Please use another door.</source>
        <translation>Пожалуйста, пройдите к&#xa0;другой двери.</translation>
    </message>
    <message>
        <source>We are closed now.</source>
        <translation>Сейчас у&#xa0;нас закрыто.</translation>
    </message>
    <message>
        <source>Nobody can come in right now.</source>
        <translation>Сейчас никто не может войти.</translation>
    </message>
    <message>
        <source>Someone is already inside with this letter.</source>
        <translation>По этому письму уже кто-то вошёл.</translation>
    </message>
    <message>
        <source>This letter has already been used.</source>
        <translation>Это письмо уже использовано.</translation>
    </message>
    <message>
        <source>You are too early.</source>
        <translation>Вы пришли слишком рано.</translation>
    </message>
    <message>
        <source>You are too late.</source>
        <translation>Вы опоздали.</translation>
    </message>
    <message>
        <source>The building is full right now.</source>
        <translation>Сейчас в&#xa0;здании нет мест.</translation>
    </message>
    <message>
        <source>Your area is full right now.</source>
        <translation>В&#xa0;вашем отделе сейчас нет мест.</translation>
    </message>
    <message>
        <source>Others are ahead of you.</source>
        <translation>Сейчас очередь других посетителей.</translation>
    </message>
    <message>
        <source>Please come in.</source>
        <translation>Пожалуйста, входите.</translation>
    </message>
    <message>
        <source>Welcome back. Please come in.</source>
        <translation>С&#xa0;возвращением.&#x2028;Пожалуйста, входите.</translation>
    </message>
    <message>
        <source>Our staff will talk to you.</source>
        <translation>Наш сотрудник поговорит с&#xa0;вами.</translation>
    </message>
    <message>
        <source>Our staff will help you.</source>
        <translation>Наш сотрудник поможет вам.</translation>
    </message>
    <message>
        <source>The next letter has been seen. One moment, please.</source>
        <translation>Следующее письмо распознано. Минуту, пожалуйста.</translation>
    </message>
</context>
<context>
    <name>control</name>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Light on black</source>
        <translation>Светлое на чёрном</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Далее</translation>
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
        <translation>Вызвать помощь</translation>
    </message>
    <message>
        <source>Help is coming</source>
        <translation>Помощь идёт</translation>
    </message>
    <message>
        <source>No help needed</source>
        <translation>Помощь не нужна</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Больше времени</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Читать вслух</translation>
    </message>
    <message>
        <source>Say again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Громче</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Не читать</translation>
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
        <translation>Мы зовём сотрудника.</translation>
    </message>
    <message>
        <source>Help is coming.</source>
        <translation>Помощь уже идёт.</translation>
    </message>
    <message>
        <source>Our staff know that you are at this door.</source>
        <translation>Сотрудник знает, что вы у&#xa0;этой двери.</translation>
    </message>
    <message>
        <source>Somebody is coming to you now.</source>
        <translation>К&#xa0;вам уже идут.</translation>
    </message>
    <message>
        <source>Please wait here.</source>
        <translation>Пожалуйста, подождите здесь.</translation>
    </message>
    <message>
        <source>We cannot call anyone from here right now.</source>
        <translation>Сейчас мы не можем никого отсюда позвать.</translation>
    </message>
    <message>
        <source>Please talk to our staff at the entrance.</source>
        <translation>Обратитесь к&#xa0;сотруднику у&#xa0;входа.</translation>
    </message>
    <message>
        <source>Or call us: {phone}</source>
        <translation>Или позвоните нам: {phone}</translation>
    </message>
</context>
<context>
    <name>idle</name>
    <message>
        <source>There is room</source>
        <translation>Есть места</translation>
    </message>
    <message>
        <source>Nearly full</source>
        <translation>Почти заполнено</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Заполнено</translation>
    </message>
    <message>
        <source>About {inside} of {cap} people</source>
        <translation>Людей: примерно {inside} из {cap}</translation>
    </message>
    <message>
        <source>{inside} of {cap} people</source>
        <translation>Людей: {inside} из {cap}</translation>
    </message>
    <message>
        <source>Hold your letter under the camera.</source>
        <translation>Держите письмо под камерой.</translation>
    </message>
    <message>
        <source>Hold your letter under the scanner.</source>
        <translation>Держите письмо под сканером.</translation>
    </message>
    <message>
        <source>When you come in.</source>
        <translation>Когда вы приходите.</translation>
    </message>
    <message>
        <source>When you leave.</source>
        <translation>Когда вы уходите.</translation>
    </message>
    <message>
        <source>When you come in and when you leave.</source>
        <translation>Когда приходите и&#xa0;когда уходите.</translation>
    </message>
    <message>
        <source>Are you leaving? Hold your letter under the camera.</source>
        <translation>Вы уходите? Держите письмо под камерой.</translation>
    </message>
    <message>
        <source>Are you leaving? Hold your letter under the scanner.</source>
        <translation>Вы уходите? Держите письмо под сканером.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>Минуту, пожалуйста.</translation>
    </message>
    <message>
        <source>We are reading your letter.</source>
        <translation>Мы читаем ваше письмо.</translation>
    </message>
    <message>
        <source>Please hold it a little closer.</source>
        <translation>Немного ближе, пожалуйста.</translation>
    </message>
    <message>
        <source>Please hold the letter straight.</source>
        <translation>Держите письмо ровно.</translation>
    </message>
    <message>
        <source>Please hold the letter in the light.</source>
        <translation>Поднесите письмо к&#xa0;свету.</translation>
    </message>
    <message>
        <source>Please hold it still.</source>
        <translation>Не двигайте письмо.</translation>
    </message>
    <message>
        <source>It is too dark.</source>
        <translation>Слишком темно.</translation>
    </message>
    <message>
        <source>We can see your code already.</source>
        <translation>Мы уже видим ваш код.</translation>
    </message>
    <message>
        <source>We cannot read this code.</source>
        <translation>Мы не можем прочитать этот код.</translation>
    </message>
    <message>
        <source>The camera is not working.</source>
        <translation>Камера сейчас не работает.</translation>
    </message>
    <message>
        <source>Type the short code from your letter, or ask our staff.</source>
        <translation>Введите короткий код из письма или обратитесь к&#xa0;сотруднику.</translation>
    </message>
    <message>
        <source>Our staff will help you.</source>
        <translation>Наш сотрудник поможет вам.</translation>
    </message>
    <message>
        <source>Please talk to us.</source>
        <translation>Пожалуйста, обратитесь к&#xa0;нам.</translation>
    </message>
    <message>
        <source>Nobody can come in right now.</source>
        <translation>Сейчас никто не может войти.</translation>
    </message>
    <message>
        <source>We are closed now.</source>
        <translation>Сейчас у&#xa0;нас закрыто.</translation>
    </message>
    <message>
        <source>We open again: {day}, at {time}</source>
        <translation>Снова открыто: {day}, с&#xa0;{time}</translation>
    </message>
    <message>
        <source>Please come in now: number</source>
        <translation>Пожалуйста, входите с&#xa0;номером</translation>
    </message>
    <message>
        <source>Open today</source>
        <translation>Сегодня открыто</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Сегодня закрыто</translation>
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
        <translation>Введите короткий код из вашего письма.</translation>
    </message>
    <message>
        <source>It is next to the black and white square: 8 characters.</source>
        <translation>Он напечатан рядом с&#xa0;чёрно-белым квадратом: 8 знаков.</translation>
    </message>
    <message>
        <source>This code is not right. Please check each character.</source>
        <translation>Код неверный.&#x2028;Проверьте каждый знак.</translation>
    </message>
    <message>
        <source>Too many tries. Please wait {time} minutes, or ask our staff.</source>
        <translation>Слишком много попыток.&#x2028;Подождите {time}&#xa0;мин или обратитесь к&#xa0;сотруднику.</translation>
    </message>
    <message>
        <source>Delete last character</source>
        <translation>Стереть последний знак</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Стереть всё</translation>
    </message>
</context>
<context>
    <name>mask</name>
    <message>
        <source>You do not need a mask.</source>
        <translation>Маска не нужна.</translation>
    </message>
    <message>
        <source>Please wear a medical mask.</source>
        <translation>Пожалуйста, наденьте медицинскую маску.</translation>
    </message>
    <message>
        <source>Please wear an FFP2 mask.</source>
        <translation>Пожалуйста, наденьте маску FFP2.</translation>
    </message>
    <message>
        <source>At the desk you may take it off.</source>
        <translation>За столом маску можно снять.</translation>
    </message>
</context>
<context>
    <name>speech</name>
    <message>
        <source>The rest is on the screen. We do not read it out here. Our staff will tell you.</source>
        <translation>Остальное написано на экране. Здесь мы не читаем этого вслух. Наш сотрудник вам скажет.</translation>
    </message>
    <message>
        <source>Hold the letter flat, with the printed side towards the camera. Move it slowly. A tone rises when the code comes into the picture.</source>
        <translation>Держите письмо ровно, текстом к&#xa0;камере. Двигайте его медленно. Звук становится выше, когда код попадает в&#xa0;кадр.</translation>
    </message>
</context>
<context>
    <name>step</name>
    <message>
        <source>It may take a while.</source>
        <translation>Это может занять некоторое время.</translation>
    </message>
    <message>
        <source>More than one hour</source>
        <translation>Больше часа</translation>
    </message>
    <message>
        <source>About {minutes} minutes</source>
        <translation>Примерно {minutes} минут</translation>
    </message>
    <message>
        <source>You are next.</source>
        <translation>Вы следующие.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Ваш номер</translation>
    </message>
    <message>
        <source>Please wait outside. Your number will appear on this screen.</source>
        <translation>Подождите на улице. Мы покажем ваш номер на этом экране.</translation>
    </message>
    <message>
        <source>Please come back</source>
        <translation>Пожалуйста, приходите снова</translation>
    </message>
    <message>
        <source>We open again</source>
        <translation>Снова открываемся</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>в&#xa0;{time}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>Please go to this door:</source>
        <translation>Пожалуйста, идите к&#xa0;этой двери:</translation>
    </message>
    <message>
        <source>Please ask our staff. Or call us. You will get a new appointment.</source>
        <translation>Обратитесь к&#xa0;нашему сотруднику. Или позвоните нам. Вам назначат новое время приёма.</translation>
    </message>
    <message>
        <source>Call with your phone</source>
        <translation>Позвонить с&#xa0;телефона</translation>
    </message>
    <message>
        <source>Please ask our staff at the door.</source>
        <translation>Обратитесь к&#xa0;нашему сотруднику у&#xa0;двери.</translation>
    </message>
    <message>
        <source>Hold your letter still under the camera once more.</source>
        <translation>Ещё раз подержите письмо неподвижно под камерой.</translation>
    </message>
    <message>
        <source>Hold your letter under the scanner once more.</source>
        <translation>Ещё раз подержите письмо под сканером.</translation>
    </message>
    <message>
        <source>Or type the short code from your letter.</source>
        <translation>Или введите короткий код из письма.</translation>
    </message>
    <message>
        <source>Or ask our staff.</source>
        <translation>Или обратитесь к&#xa0;нашему сотруднику.</translation>
    </message>
    <message>
        <source>Thank you for your visit. Have a safe journey home.</source>
        <translation>Спасибо за визит. Счастливого пути домой.</translation>
    </message>
    <message>
        <source>Please wait. Our staff will tell you when you can come in.</source>
        <translation>Пожалуйста, подождите. Наш сотрудник скажет, когда можно будет войти.</translation>
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
        <translation>Налево</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Направо</translation>
    </message>
    <message>
        <source>Stairs up</source>
        <translation>По лестнице вверх</translation>
    </message>
    <message>
        <source>Stairs down</source>
        <translation>По лестнице вниз</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Лифт</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Дверь</translation>
    </message>
    <message>
        <source>Waiting area</source>
        <translation>Зона ожидания</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Окошко</translation>
    </message>
</context>
</TS>
