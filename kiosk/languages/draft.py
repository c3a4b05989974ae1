"""The file with which a new language begins: every text in German, to be translated line by line."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Final

from kiosk.languages.known import SpokenLanguage
from kiosk.languages.own import LANGUAGE
from kiosk.languages.screen_texts import (
    LINE_BREAK,
    OTHER,
    SCREEN,
    VisitorsText,
    forms_of,
    visitors_texts,
)
from kiosk.languages.sections import sections_of

_HEAD: Final = """\
Alle Texte einer Sprache: Bildschirm der Besucher, Brief und Mail. Was vor dem ersten Abschnitt steht, liest
nur, wer diese Datei ändert. Wie sie geschrieben wird, steht in docs/languages.md; geprüft wird sie mit

  kiosk languages check {tag}.txt

Bildschirm: links vom Gleichheitszeichen steht der Text im Programm, er bleibt; rechts steht noch der
deutsche, er wird übersetzt. {{...}} und %n bleiben stehen, {line_break} beginnt eine Zeile. In eckigen
Klammern steht die Form, die die Wörter nach einer Zahl haben: {forms}. Sie bleibt.
Brief und Mail: was zwischen {{{{ }}}} und zwischen {{% %}} steht, bleibt; der Text darum herum wird
übersetzt.
Was fehlt, lesen die Besucher auf Deutsch.

== {language} ==
# Wie die Sprache sich selbst nennt, und wessen Ziffern und Tage sie schreibt (Sprache_LAND).
name: {name}
customs: {customs}

"""


def german_letter() -> str:
    """Return the German file of the letter."""
    return (files("kiosk") / "resources" / "letters" / "de.txt").read_text(encoding="utf-8")


def draft(spoken: SpokenLanguage) -> str:
    """Return the file of a new language."""
    head = _HEAD.format(
        tag=spoken.tag,
        line_break=LINE_BREAK,
        forms=", ".join(forms_of(spoken)),
        language=LANGUAGE,
        name=spoken.name,
        customs=spoken.customs,
    )
    letter = german_letter()
    first = next(sections_of(letter)).line - 1
    return head + "\n".join(_screen(spoken)) + "\n\n" + "\n".join(letter.split("\n")[first - 1 :])


def _screen(spoken: SpokenLanguage) -> Iterator[str]:
    context = ""
    for text in visitors_texts().values():
        if text.key[0] != context:
            if context:
                yield ""
            context = text.key[0]
            yield f"== {SCREEN}: {context} =="
        yield from _lines(text, spoken)


def _lines(text: VisitorsText, spoken: SpokenLanguage) -> Iterator[str]:
    if not text.is_counted:
        yield f"{text.key[1]} = {in_a_file(text.german[0])}"
        return
    for form in forms_of(spoken):
        german = text.german[0] if form == "one" else text.german[-1]
        name = text.key[1] if form == OTHER else f"{text.key[1]} [{form}]"
        yield f"{name} = {in_a_file(german)}"


def in_a_file(text: str) -> str:
    """Return a text of the screens on one line."""
    return text.replace("\N{LINE SEPARATOR}", LINE_BREAK)
