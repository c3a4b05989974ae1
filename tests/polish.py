"""A language of an office's own: Polish, some of it, as an office would begin to translate it."""

from typing import Final

POLISH: Final = """\
Teksty po polsku. Reszta jest jeszcze po niemiecku.

== language ==
# jak język sam się nazywa
name: Polski
customs: pl_PL

== screen: answer ==
Please come in. = Proszę wejść.
You are too early. = Przyszli Państwo za wcześnie.

== screen: step ==
at {time} = o {time}
Please ask our staff at the door. = Proszę zapytać<br>nasz personel przy drzwiach.

== screen: Counted ==
%n people ahead of you [one] = %n osoba przed Państwem
%n people ahead of you [few] = %n osoby przed Państwem
%n people ahead of you [many] = %n osób przed Państwem
%n people ahead of you = %n osoby przed Państwem

== words ==
phone: Telefon
left: w lewo

== subject ==
Zaproszenie na spotkanie

== day ==
{{ starts_at|date("EEEE, d MMMM y") }}

== topic: Proszę zabrać ze sobą ==
ten list i dowód osobisty.

== mail subject ==
Państwa termin: {{ starts_at|date("d MMMM y") }}
"""
