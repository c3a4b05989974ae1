"""What `kiosk check-config` notes about a right office's file: texts that some visitors read in German."""

from collections.abc import Iterator
from typing import Final

from kiosk.config import OfficeFile
from kiosk.core.office import FALLBACK_LANGUAGE, Office, Wording
from kiosk.languages.counted import counted
from kiosk.languages.known import SHIPPED
from kiosk.languages.own import files_in, own_languages, read_own, source_of
from kiosk.languages.untranslated import untranslated

_PLAIN_GERMAN: Final = "de-simple"
_NAMED: Final = 4


def notes_on(office_file: OfficeFile) -> Iterator[str]:
    """Give a sentence for each language in which visitors read something in German."""
    spoken = {*SHIPPED, *(each.spoken.tag for each in own_languages(office_file.letter_texts))}
    for language in office_file.office.languages:
        if language not in spoken:
            mend = f"`kiosk languages start {language}`"
            yield f"{language}: no visitor can choose it, for it has no texts: {mend}"
    for path in files_in(office_file.letter_texts):
        if path.stem not in SHIPPED:
            source = source_of(path)
            if missing := untranslated(source, read_own(source, path.stem)):
                left = counted(len(missing), "text is", "texts are")
                yield f"{path.stem}: {left} still German: `kiosk languages check {path}`"
    for language in office_file.office.languages:
        missing = list(_without(office_file.office, language))
        if missing:
            places = ", ".join(missing[:_NAMED]) + (", …" if len(missing) > _NAMED else "")
            left = counted(len(missing), "text of the office is", "texts of the office are")
            yield f"{language}: {left} read in German: {places}"


def _without(office: Office, language: str) -> Iterator[str]:
    """Give the places of the office's texts that are missing in a language."""
    if language == FALLBACK_LANGUAGE:
        return
    texts = list(_sentences(office))
    if language != _PLAIN_GERMAN:
        # A name is the same in plain German, as it stands on the door.
        texts += _names(office)
    yield from (place for place, wording in texts if language not in dict(wording.texts))


def _sentences(office: Office) -> Iterator[tuple[str, Wording]]:
    for area in office.areas.values():
        if area.bring is not None:
            yield f"areas.{area.id}.bring", area.bring
    for door in office.doors.values():
        yield f"doors.{door.id}.directions", door.directions
    for name, message in office.messages.items():
        yield f"messages.{name}", message
    for number, note in enumerate(office.notes, start=1):
        yield f"notes[{number}]", note


def _names(office: Office) -> Iterator[tuple[str, Wording]]:
    for area in office.areas.values():
        yield f"areas.{area.id}.name", area.name
        yield f"areas.{area.id}.floor", area.floor
        for room in area.rooms:
            yield f"areas.{area.id}.rooms.{room.id}.name", room.name
    for door in office.doors.values():
        yield f"doors.{door.id}.name", door.name
