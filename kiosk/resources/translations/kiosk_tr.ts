<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n people are waiting outside</source>
        <translation>
            <numerusform>Dışarıda %n kişi bekliyor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead of you</source>
        <translation>
            <numerusform>Sizden önce %n kişi var</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>answer</name>
    <message>
        <source>This is not a letter from us.</source>
        <translation>Bu bizim mektubumuz değil.</translation>
    </message>
    <message>
        <source>We cannot read the code.</source>
        <translation>Kodu okuyamıyoruz.</translation>
    </message>
    <message>
        <source>We do not know this code.</source>
        <translation>Bu kodu tanımıyoruz.</translation>
    </message>
    <message>
        <source>Goodbye!</source>
        <translation>Güle güle!</translation>
    </message>
    <message>
        <source>This appointment is cancelled.</source>
        <translation>Bu randevu iptal edildi.</translation>
    </message>
    <message>
        <source>Your appointment has been moved.</source>
        <translation>Randevunuz değiştirildi.</translation>
    </message>
    <message>
        <source>Your appointment is on another day.</source>
        <translation>Randevunuz başka bir günde.</translation>
    </message>
    <message>
        <source>Please use another door.</source>
        <translation>Lütfen başka bir kapıya gidin.</translation>
    </message>
    <message>
        <source>We are closed now.</source>
        <translation>Şu an kapalıyız.</translation>
    </message>
    <message>
        <source>Nobody can come in right now.</source>
        <translation>Şu an kimse içeri giremez.</translation>
    </message>
    <message>
        <source>Someone is already inside with this letter.</source>
        <translation>Bu mektupla zaten biri içeride.</translation>
    </message>
    <message>
        <source>This letter has already been used.</source>
        <translation>Bu mektup daha önce kullanıldı.</translation>
    </message>
    <message>
        <source>You are too early.</source>
        <translation>Çok erken geldiniz.</translation>
    </message>
    <message>
        <source>You are too late.</source>
        <translation>Çok geç geldiniz.</translation>
    </message>
    <message>
        <source>The building is full right now.</source>
        <translation>Bina şu an dolu.</translation>
    </message>
    <message>
        <source>Your area is full right now.</source>
        <translation>Bölümünüz şu an dolu.</translation>
    </message>
    <message>
        <source>Others are ahead of you.</source>
        <translation>Sizden önce sırada başkaları var.</translation>
    </message>
    <message>
        <source>Please come in.</source>
        <translation>Lütfen içeri girin.</translation>
    </message>
    <message>
        <source>Welcome back. Please come in.</source>
        <translation>Tekrar hoş geldiniz.&#x2028;Lütfen içeri girin.</translation>
    </message>
    <message>
        <source>Our staff will talk to you.</source>
        <translation>Görevlimiz sizinle konuşacak.</translation>
    </message>
    <message>
        <source>Our staff will help you.</source>
        <translation>Görevlimiz size yardım edecek.</translation>
    </message>
    <message>
        <source>The next letter has been seen. One moment, please.</source>
        <translation>Sıradaki mektup görüldü. Bir dakika lütfen.</translation>
    </message>
</context>
<context>
    <name>control</name>
    <message>
        <source>Languages</source>
        <translation>Diller</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Daha büyük yazı</translation>
    </message>
    <message>
        <source>Light on black</source>
        <translation>Siyah üzerine açık renk</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Devam</translation>
    </message>
    <message>
        <source>Type the code</source>
        <translation>Kodu yaz</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Get help</source>
        <translation>Yardım çağır</translation>
    </message>
    <message>
        <source>Help is coming</source>
        <translation>Yardım geliyor</translation>
    </message>
    <message>
        <source>No help needed</source>
        <translation>Yardıma gerek yok</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Daha fazla süre</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Sesli oku</translation>
    </message>
    <message>
        <source>Say again</source>
        <translation>Tekrarla</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Daha yüksek</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Sesi kapat</translation>
    </message>
</context>
<context>
    <name>date</name>
    <message>
        <source>dddd, d MMMM</source>
        <translation>d&#xa0;MMMM dddd</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>We are calling our staff.</source>
        <translation>Görevlimizi çağırıyoruz.</translation>
    </message>
    <message>
        <source>Help is coming.</source>
        <translation>Yardım geliyor.</translation>
    </message>
    <message>
        <source>Our staff know that you are at this door.</source>
        <translation>Görevlimiz bu kapıda olduğunuzu biliyor.</translation>
    </message>
    <message>
        <source>Somebody is coming to you now.</source>
        <translation>Şimdi yanınıza biri geliyor.</translation>
    </message>
    <message>
        <source>Please wait here.</source>
        <translation>Lütfen burada bekleyin.</translation>
    </message>
    <message>
        <source>We cannot call anyone from here right now.</source>
        <translation>Şu anda buradan kimseyi çağıramıyoruz.</translation>
    </message>
    <message>
        <source>Please talk to our staff at the entrance.</source>
        <translation>Lütfen girişteki görevlimize sorun.</translation>
    </message>
    <message>
        <source>Or call us: {phone}</source>
        <translation>Ya da bizi arayın: {phone}</translation>
    </message>
</context>
<context>
    <name>idle</name>
    <message>
        <source>There is room</source>
        <translation>Yer var</translation>
    </message>
    <message>
        <source>Nearly full</source>
        <translation>Neredeyse dolu</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Dolu</translation>
    </message>
    <message>
        <source>About {inside} of {cap} people</source>
        <translation>{cap} kişiden yaklaşık {inside} kişi içeride</translation>
    </message>
    <message>
        <source>{inside} of {cap} people</source>
        <translation>{cap} kişiden {inside} kişi içeride</translation>
    </message>
    <message>
        <source>Hold your letter under the camera.</source>
        <translation>Mektubunuzu kameranın altına tutun.</translation>
    </message>
    <message>
        <source>Hold your letter under the scanner.</source>
        <translation>Mektubunuzu okuyucunun altına tutun.</translation>
    </message>
    <message>
        <source>When you come in.</source>
        <translation>Gelirken.</translation>
    </message>
    <message>
        <source>When you leave.</source>
        <translation>Giderken.</translation>
    </message>
    <message>
        <source>When you come in and when you leave.</source>
        <translation>Gelirken ve giderken.</translation>
    </message>
    <message>
        <source>Are you leaving? Hold your letter under the camera.</source>
        <translation>Gidiyor musunuz? Mektubunuzu kameranın altına tutun.</translation>
    </message>
    <message>
        <source>Are you leaving? Hold your letter under the scanner.</source>
        <translation>Gidiyor musunuz? Mektubunuzu okuyucunun altına tutun.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>Bir dakika lütfen.</translation>
    </message>
    <message>
        <source>We are reading your letter.</source>
        <translation>Mektubunuzu okuyoruz.</translation>
    </message>
    <message>
        <source>Please hold it a little closer.</source>
        <translation>Lütfen biraz yaklaştırın.</translation>
    </message>
    <message>
        <source>Please hold the letter straight.</source>
        <translation>Lütfen mektubu düz tutun.</translation>
    </message>
    <message>
        <source>Please hold the letter in the light.</source>
        <translation>Lütfen mektubu ışığa tutun.</translation>
    </message>
    <message>
        <source>Please hold it still.</source>
        <translation>Lütfen mektubu oynatmayın.</translation>
    </message>
    <message>
        <source>It is too dark.</source>
        <translation>Çok karanlık.</translation>
    </message>
    <message>
        <source>We can see your code already.</source>
        <translation>Kodunuzu görüyoruz.</translation>
    </message>
    <message>
        <source>We cannot read this code.</source>
        <translation>Bu kodu okuyamıyoruz.</translation>
    </message>
    <message>
        <source>The camera is not working.</source>
        <translation>Kamera şu an çalışmıyor.</translation>
    </message>
    <message>
        <source>Type the short code from your letter, or ask our staff.</source>
        <translation>Mektubunuzdaki kısa kodu yazın veya görevlimize sorun.</translation>
    </message>
    <message>
        <source>Our staff will help you.</source>
        <translation>Görevlimiz size yardım edecek.</translation>
    </message>
    <message>
        <source>Please talk to us.</source>
        <translation>Lütfen bize sorun.</translation>
    </message>
    <message>
        <source>Nobody can come in right now.</source>
        <translation>Şu an kimse içeri giremez.</translation>
    </message>
    <message>
        <source>We are closed now.</source>
        <translation>Şu an kapalıyız.</translation>
    </message>
    <message>
        <source>We open again: {day}, at {time}</source>
        <translation>Yeniden açılış: {day}, saat {time}</translation>
    </message>
    <message>
        <source>Please come in now: number</source>
        <translation>Şimdi sıra şu numarada:</translation>
    </message>
    <message>
        <source>Open today</source>
        <translation>Bugün açık</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>Bugün kapalı</translation>
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
        <translation>Mektubunuzdaki kısa kodu yazın.</translation>
    </message>
    <message>
        <source>It is next to the black and white square: 8 characters.</source>
        <translation>Siyah beyaz karenin yanındadır: 8 karakter.</translation>
    </message>
    <message>
        <source>This code is not right. Please check each character.</source>
        <translation>Bu kod doğru değil.&#x2028;Lütfen her karakteri kontrol edin.</translation>
    </message>
    <message>
        <source>Too many tries. Please wait {time} minutes, or ask our staff.</source>
        <translation>Çok fazla deneme oldu.&#x2028;Lütfen {time}&#xa0;dakika bekleyin veya görevlimize sorun.</translation>
    </message>
    <message>
        <source>Delete last character</source>
        <translation>Son karakteri sil</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Hepsini sil</translation>
    </message>
</context>
<context>
    <name>mask</name>
    <message>
        <source>You do not need a mask.</source>
        <translation>Maskeye gerek yok.</translation>
    </message>
    <message>
        <source>Please wear a medical mask.</source>
        <translation>Lütfen tıbbi maske takın.</translation>
    </message>
    <message>
        <source>Please wear an FFP2 mask.</source>
        <translation>Lütfen FFP2 maske takın.</translation>
    </message>
    <message>
        <source>At the desk you may take it off.</source>
        <translation>Masada maskeyi çıkarabilirsiniz.</translation>
    </message>
</context>
<context>
    <name>speech</name>
    <message>
        <source>The rest is on the screen. We do not read it out here. Our staff will tell you.</source>
        <translation>Devamı ekranda yazıyor. Burada sesli okumuyoruz. Görevlimiz size söyler.</translation>
    </message>
    <message>
        <source>Hold the letter flat, with the printed side towards the camera. Move it slowly. A tone rises when the code comes into the picture.</source>
        <translation>Mektubu düz tutun, yazı kameraya baksın. Yavaşça hareket ettirin. Kod görüntüye girince ses yükselir.</translation>
    </message>
</context>
<context>
    <name>step</name>
    <message>
        <source>It may take a while.</source>
        <translation>Biraz sürebilir.</translation>
    </message>
    <message>
        <source>More than one hour</source>
        <translation>Bir saatten fazla</translation>
    </message>
    <message>
        <source>About {minutes} minutes</source>
        <translation>Yaklaşık {minutes} dakika</translation>
    </message>
    <message>
        <source>You are next.</source>
        <translation>Sırada siz varsınız.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Numaranız</translation>
    </message>
    <message>
        <source>Please wait outside. Your number will appear on this screen.</source>
        <translation>Lütfen dışarıda bekleyin. Numaranız bu ekranda görünecek.</translation>
    </message>
    <message>
        <source>Please come back</source>
        <translation>Lütfen tekrar gelin</translation>
    </message>
    <message>
        <source>We open again</source>
        <translation>Yeniden açılış</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>saat {time}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>bugün</translation>
    </message>
    <message>
        <source>Please go to this door:</source>
        <translation>Lütfen şu kapıya gidin:</translation>
    </message>
    <message>
        <source>Please ask our staff. Or call us. You will get a new appointment.</source>
        <translation>Lütfen görevlimize sorun. Ya da bizi arayın. Yeni bir randevu alırsınız.</translation>
    </message>
    <message>
        <source>Call with your phone</source>
        <translation>Telefonunuzla arayın</translation>
    </message>
    <message>
        <source>Please ask our staff at the door.</source>
        <translation>Lütfen kapıdaki görevlimize sorun.</translation>
    </message>
    <message>
        <source>Hold your letter still under the camera once more.</source>
        <translation>Mektubunuzu bir kez daha kameranın altında sabit tutun.</translation>
    </message>
    <message>
        <source>Hold your letter under the scanner once more.</source>
        <translation>Mektubunuzu bir kez daha okuyucunun altına tutun.</translation>
    </message>
    <message>
        <source>Or type the short code from your letter.</source>
        <translation>Ya da mektubunuzdaki kısa kodu yazın.</translation>
    </message>
    <message>
        <source>Or ask our staff.</source>
        <translation>Ya da görevlimize sorun.</translation>
    </message>
    <message>
        <source>Thank you for your visit. Have a safe journey home.</source>
        <translation>Ziyaretiniz için teşekkürler. İyi günler dileriz.</translation>
    </message>
    <message>
        <source>Please wait. Our staff will tell you when you can come in.</source>
        <translation>Lütfen bekleyin. Görevlimiz ne zaman girebileceğinizi söyleyecek.</translation>
    </message>
</context>
<context>
    <name>way</name>
    <message>
        <source>Straight on</source>
        <translation>Düz</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Sola</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Sağa</translation>
    </message>
    <message>
        <source>Stairs up</source>
        <translation>Merdiven yukarı</translation>
    </message>
    <message>
        <source>Stairs down</source>
        <translation>Merdiven aşağı</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Asansör</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Kapı</translation>
    </message>
    <message>
        <source>Waiting area</source>
        <translation>Bekleme yeri</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Gişe</translation>
    </message>
</context>
</TS>
