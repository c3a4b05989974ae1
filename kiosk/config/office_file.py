"""The office's file: read, with everything that is wrong in it told at once, or what it says."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from kiosk.config.faults_between import Fault, faults_between, known_in
from kiosk.config.fields import SQLITE
from kiosk.config.from_tables import devices_of, list_forms_of, office_of, rules_json_of
from kiosk.config.mail_settings import MailSettings
from kiosk.config.problems import OfficeFileError, Problem, faults_in, place
from kiosk.config.program_tables import MailTable, WebTable
from kiosk.config.schema import OfficeFileTable
from kiosk.config.speech_settings import NO_WISHES, SpeechSettings
from kiosk.config.toml_lines import line_of, lines_of
from kiosk.core.door_devices import DoorDevices
from kiosk.core.list_forms import ListForms
from kiosk.core.office import DoorId, Office
from kiosk.core.tries import TryLimit

DESK_LETTERS = "letters"
"""The folder beside the office's file in which the desk's letters lie that could not be printed."""

_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

_BACKSLASHES = r": a backslash in a text is written \\, and a path does with /"
# How what those who are new to TOML write is mended, by how its parser begins.
_TOML_MENDS = {
    "Invalid value": ': write a text in straight quotes, "so", and a truth as true or false',
    "Invalid hex value": _BACKSLASHES,
    "Unescaped": _BACKSLASHES,
    "Cannot overwrite": ": it stands in the file already",
}


@dataclass(frozen=True, slots=True)
class WebSettings:
    """What the office allows of the manager's page.

    `wall`: the wall screen's page is read without signing in. `metrics_token_file` holds the token with which
    another machine's monitor reads the figures; None: only this machine reads them.
    """

    wall: bool = False
    metrics_token_file: Path | None = None


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """What an office's file says; its paths are absolute.

    `answer_seconds` is how long a verdict is shown, `reduced_motion` whether nothing on the screen moves by
    itself, `try_limit` how often a short code may be typed wrongly.
    `devices` are the cameras and the scanner of each door; `daily_test` is whether the guards' panels say if
    they have read the test letter today. `rules_json` is the canonical JSON text of the house rules for the
    ledger, `rules_digest` the SHA-256 of its UTF-8 bytes, in hexadecimal digits: both change when a rule
    changes and never otherwise. `letter_texts` is the folder of the letters' texts that the office has
    changed. `list_forms` is how lists are written here, `list_folder` the folder in which they are put to be
    taken in, None where there is none. `privacy_basis` names the law by which personal data is kept,
    `letter_folders` where letters lie that are deleted when their day is over, with that of the phone desk.
    `desk_printer` is the printer of the phone desk by its name, None for the machine's own.
    """

    path: Path
    office: Office
    database_url: str
    key_file: Path
    pin_key_file: Path
    answer_seconds: float
    reduced_motion: bool
    try_limit: TryLimit
    rules_json: str
    rules_digest: str
    devices: Mapping[DoorId, DoorDevices]
    daily_test: bool
    letter_texts: Path | None
    mail: MailSettings | None
    list_forms: ListForms
    list_folder: Path | None
    privacy_basis: str | None
    letter_folders: tuple[Path, ...]
    desk_printer: str | None = None
    web: WebSettings = WebSettings()
    speech: SpeechSettings = NO_WISHES


def load_office_file(path: Path) -> OfficeFile:
    """Read the office's TOML file. Raises OfficeFileError, and nothing else, with all that is wrong in it."""
    # In a folder that somebody has deleted no relative path is anywhere; reading it tells so.
    with suppress(FileNotFoundError):
        path = path.absolute()
    text = _read(path)
    raw = _parse(path, text)
    table: OfficeFileTable | None = None
    faults: list[Fault] = []
    try:
        table = OfficeFileTable.model_validate(raw, context=known_in(raw))
    except ValidationError as error:
        faults += faults_in(error, OfficeFileTable)
    faults += list(faults_between(raw, faults))
    if table is None or faults:
        lines = lines_of(text)
        problems = [Problem(place(steps), line_of(steps, lines), sentence) for steps, sentence in faults]
        raise OfficeFileError(path, sorted(problems, key=lambda each: each.line or 0))
    return _office_file(path, table)


def _read(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        problem = Problem("", None, f"it cannot be read: {error.strerror}")
        raise OfficeFileError(path, [problem]) from error
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problem = Problem("", line, "this is not UTF-8: save the file in this encoding")
        raise OfficeFileError(path, [problem]) from error


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise OfficeFileError(path, [Problem("", None, "lists are nested too deeply in it")]) from error
    except ValueError as error:
        # Mostly TOMLDecodeError; a number with thousands of digits is a plain ValueError.
        sentence, line = str(error), None
        found = _TOML_PLACE.search(sentence)
        if found is not None:
            sentence = sentence[: found.start()]
            line = int(found[1]) if found[1] else text.count("\n") + 1
            sentence += f" (column {found[2]})" if found[2] else " at the end of the file"
        sentence += next((mend for begin, mend in _TOML_MENDS.items() if sentence.startswith(begin)), "")
        raise OfficeFileError(path, [Problem("", line, f"this is not TOML: {sentence}")]) from error


def _office_file(path: Path, table: OfficeFileTable) -> OfficeFile:
    office = office_of(table)
    rules_json = rules_json_of(office.rules)
    return OfficeFile(
        path=path,
        office=office,
        database_url=_database_url(path.parent, table.storage.database),
        key_file=path.parent / table.storage.key_file,
        pin_key_file=path.parent / table.storage.pin_key_file,
        answer_seconds=table.screen.answer.total_seconds(),
        reduced_motion=table.screen.reduced_motion,
        speech=SpeechSettings(table.speech.device, table.speech.heard_by),
        try_limit=TryLimit(table.screen.keypad_tries, table.screen.keypad_pause),
        rules_json=rules_json,
        rules_digest=hashlib.sha256(rules_json.encode()).hexdigest(),
        devices=MappingProxyType({DoorId(id_): devices_of(door) for id_, door in table.doors.items()}),
        daily_test=table.panel.daily_test,
        mail=None if table.mail is None else _mail(path.parent, table.mail),
        letter_texts=None if table.letters.texts is None else path.parent / table.letters.texts,
        web=_web_settings(path.parent, table.web),
        privacy_basis=table.privacy.basis,
        letter_folders=tuple(
            dict.fromkeys(path.parent / each for each in (DESK_LETTERS, *table.privacy.letter_folders))
        ),
        desk_printer=table.desk.printer,
        list_forms=list_forms_of(table.lists),
        list_folder=None if table.lists.folder is None else path.parent / table.lists.folder,
    )


def _web_settings(folder: Path, web: WebTable) -> WebSettings:
    token = None if web.metrics_token_file is None else folder / web.metrics_token_file
    return WebSettings(wall=web.wall, metrics_token_file=token)


def _mail(folder: Path, mail: MailTable) -> MailSettings:
    return MailSettings(
        server=mail.server,
        port=mail.port,
        security=mail.security,
        sender=mail.sender,
        user=mail.user,
        password_file=None if mail.password_file is None else folder / mail.password_file,
        ca_file=None if mail.ca_file is None else folder / mail.ca_file,
        bounces=None if mail.bounces is None else folder / mail.bounces,
    )


def _database_url(folder: Path, url: str) -> str:
    """Resolve the file of SQLite against `folder`, and name the driver that is used for PostgreSQL."""
    if url.startswith(SQLITE):
        return SQLITE + (folder / url.removeprefix(SQLITE)).as_posix()
    return re.sub("^postgresql:", "postgresql+psycopg:", url)
