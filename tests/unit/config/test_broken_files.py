"""The table of broken files holds the exact messages: they are what an administrator has to go by."""

import json
import sys
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.config import OfficeFileError, load_office_file
from tests.unit.config.written_office import OFFICE, load


def problems_in(folder: Path, text: str) -> list[str]:
    with pytest.raises(OfficeFileError) as caught:
        load(folder, text)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("right", "wrong", "problems"),
    [
        ("[office]", "[ofice]", [
            "office: is missing: write the table [office]",
            'line 1, ofice: this key is unknown; did you mean "office"?',
        ]),
        ("[contacts]", '[mail]\nsecurity = "none"\nsender = "two@a.example, b@c.example"\n[contacts]', [
            "line 6, mail.server: is missing: write the name of the server that takes the office's mail",
            'line 7, mail.security: "none" is unknown; known are: starttls, tls',
            'line 8, mail.sender: write one mail address, not "two@a.example, b@c.example"',
        ]),
        ('name = "Amt Musterstadt"', 'name = "  "', ["line 2, office.name: must not be empty"]),
        ('name = "Amt Musterstadt"', "name = 7", ["line 2, office.name: write a text in quotes, not 7"]),
        ('name = "Amt Musterstadt"', 'name = "Amt"\naddress = ["1", "2", "3", "4"]', [
            "line 3, office.address: has to be 3 lines or fewer, street and town, not 4",
        ]),
        ("[contacts]", '[screen]\nanswer = "7 s"\n[contacts]', [
            'line 7, screen.answer: an answer is read for 8 s or longer, not "7 s"',
        ]),
        ("Europe/Berlin", "Europe/Musterstadt", [
            'line 3, office.time_zone: write a time zone such as "Europe/Berlin", not "Europe/Musterstadt"',
        ]),
        ("Europe/Berlin", "../../etc", [
            'line 3, office.time_zone: write a time zone such as "Europe/Berlin", not "../../etc"',
        ]),
        ("languages =", 'state = "DE-XX"\nlanguages =', [
            'line 4, office.state: write a state by its ISO 3166-2 code, such as "DE-ST", not "DE-XX"',
        ]),
        ('["de", "en"]', '["en", "Deutsch"]', [
            ("line 4, office.languages[2]: write a language by its two letters, such as de or en, "
            'not "Deutsch"'),
        ]),
        ('["de", "en"]', '["en"]', [
            ('line 4, office.languages: "de" is missing: every text of the program and the office exists in '
            "German"),
        ]),
        ('phone = "0123/456789"\n', "", ["line 6, contacts.phone: is missing: write a text in quotes"]),
        ("[habits]", '[storage]\ndatabase = "mysql://u:secret@h/d"\n[habits]', [
            ("line 11, storage.database: write an address that begins with sqlite:/// or postgresql:// or "
            "postgresql+psycopg://"),
        ]),
        ('"2 h"', '"2 hours"', [
            'line 13, habits.re_entry: write a duration such as "15 min" or "1 h 30 min", not "2 hours"',
        ]),
        ('"2 h"', "2", [
            'line 13, habits.re_entry: write a duration such as "15 min" or "1 h 30 min", not 2',
        ]),
        ('"2 h"', '"-2 h"', [
            'line 13, habits.re_entry: write a duration such as "15 min" or "1 h 30 min", not "-2 h"',
        ]),
        ('grace = "5 min"\n', "", ['line 10, habits.grace: is missing: write a duration such as "15 min"']),
        ("tuesday", "tuseday", ['line 22, hours.tuseday: this key is unknown; did you mean "tuesday"?']),
        ('"08:00-12:00"', '"08:00-14:00"', [
            "line 21, hours.monday[1]: begins at 13:00, before the one until 14:00 is over",
        ]),
        ('"08:00-12:00"', '"12:00-08:00"', [
            'line 21, hours.monday[2]: has to end after it starts, not "12:00-08:00"',
        ]),
        ('"08:00-12:00"', '"08:00-24:00"', [
            "line 21, hours.monday[2]: there is no time 24:00; times run from 00:00 to 23:59",
        ]),
        ('["08:00-16:00"]', '"08:00-16:00"', [
            ('line 22, hours.tuesday: write a list such as ["08:00-16:00"], [] for a closed day, '
            'not "08:00-16:00"'),
        ]),
        ('["08:00-16:00"]', '["8 bis 16 Uhr"]', [
            'line 22, hours.tuesday[1]: write a span such as "08:00-16:00", not "8 bis 16 Uhr"',
        ]),
        ("[areas.benefits]", "[hours.exceptions]\n2021-02-30 = []\nheute = []\n[areas.benefits]", [
            "line 25, hours.exceptions.2021-02-30: there is no day 2021-02-30 in the calendar",
            "line 26, hours.exceptions.heute: write the date as a key such as 2021-12-24",
        ]),
        ('floor = "1. Stock"', 'floor = { en = "1st floor", de = 1 }', [
            "line 26, areas.benefits.floor.de: write a text in quotes, not 1",
        ]),
        ('floor = "1. Stock"', 'floor.en = "1st floor"', [
            'line 26, areas.benefits.floor: the German text is missing: write it as de = "…"',
        ]),
        ('["stairs-up"]', '["stairs-up", "hop"]', [
            ('line 27, areas.benefits.way[2]: "hop" is unknown; known are: straight, left, right, stairs-up, '
            "stairs-down, lift, door, waiting-area, counter"),
        ]),
        ('"25 min"', '"0 min"', [
            'line 28, areas.benefits.usual_stay: has to be longer than nothing, not "0 min"',
        ]),
        ('usual_stay = "25 min"', 'usual_stay = "25 min"\nslot = "4 min"\nbreaks = "12:00-12:30"', [
            'line 29, areas.benefits.slot: an appointment takes 5 min or longer, not "4 min"',
            ('line 30, areas.benefits.breaks: write a list such as ["08:00-16:00"], [] for a closed day, '
            'not "12:00-12:30"'),
        ]),
        ('way = ["left"] }', 'way = ["left"], slot = "half an hour" }', [
            ('line 29, areas.benefits.rooms.101.slot: write a duration such as "15 min" or "1 h 30 min", '
            'not "half an hour"'),
        ]),
        ("[habits]", '[desk]\nname = "yes"\ncontact = "never"\ndays = 0\n[habits]', [
            'line 11, desk.name: "yes" is unknown; known are: required, optional, never',
            "line 13, desk.days: must be 1 or more, not 0",
        ]),
        ("rooms.101", 'rooms."Raum 101"', [
            ('line 29, areas.benefits.rooms."Raum 101": a short name has 1 to 40 letters, digits, full '
            "stops, hyphens and underscores"),
        ]),
        ('serves = ["benefits", "youth"]', 'serves = ["benefits", "yuoth"]', [
            'line 39, doors.main.serves[2]: there is no area "yuoth"; did you mean "youth"?',
        ]),
        ('serves = ["benefits", "youth"]', 'serves = [\n  "benefits",\n  "garden",\n]', [
            'line 41, doors.main.serves[2]: there is no area "garden"; known are: benefits, youth',
        ]),
        ('serves = ["benefits", "youth"]', "serves = []", ["line 39, doors.main.serves: must not be empty"]),
        ('serves = ["benefits", "youth"]', 'serves = ["benefits"]', [
            ("line 31, areas.youth: no door leads in here: name it in serves of a door that is not an "
            "exit only"),
        ]),
        ('direction = "both"', 'direction = "out"', [
            ("line 24, areas.benefits: no door leads in here: name it in serves of a door that is not an "
            "exit only"),
            ("line 31, areas.youth: no door leads in here: name it in serves of a door that is not an "
            "exit only"),
        ]),
        ('direction = "both"', 'direction = "inn"', [
            'line 38, doors.main.direction: "inn" is unknown; did you mean "in"?',
        ]),
        ('directions = "Vorn."', ('directions = "Vorn."\nscanner = "usb"\n[doors.main.camera]\nsource = 0\n'
         'exposure_ms = "long"\nfocus = -1\nwidth = 12\nmiror = true'), [
            ('line 41, doors.main.scanner: write "keyboard", "evdev:NAME" or "serial:/dev/ttyACM0", '
            'not "usb"'),
            "line 43, doors.main.camera.source: write a text in quotes, not 0",
            'line 44, doors.main.camera.exposure_ms: write a number, not "long"',
            "line 45, doors.main.camera.focus: must be 0 or more, not -1",
            "line 46, doors.main.camera.width: must be 160 or more, not 12",
            'line 47, doors.main.camera.miror: this key is unknown; did you mean "mirrored"?',
        ]),
        ('directions = "Vorn."', ('directions = "Vorn."\n[doors.main.camera]\nsource = "0"\n'
         '[[doors.main.cameras]]\nsource = "2"\n[[doors.main.cameras]]\nwidth = 12\n'
         '[[doors.main.cameras]]\nsource = "2"\n[[doors.main.cameras]]\nsource = "none"'), [
            "line 41, doors.main.camera: write this camera as one of the list, too: doors.main.cameras",
            ("line 45, doors.main.cameras[2].source: is missing: write a camera as `kiosk camera list` "
            "names it"),
            "line 46, doors.main.cameras[2].width: must be 160 or more, not 12",
            "line 48, doors.main.cameras[3].source: this door has the camera already: doors.main.cameras[1]",
            ('line 50, doors.main.cameras[4].source: "none" is no camera: leave out this table, or write '
            "[doors.DOOR.camera]"),
        ]),
        ('directions = "Vorn."', 'directions = "Vorn."\ncameras = []', [
            "line 41, doors.main.cameras: must not be empty",
        ]),
        ('directions = "Vorn."', 'directions = "Vorn."\ncameras = ["0", 2]', [
            'line 41, doors.main.cameras[1]: write a table, not "0"',
            "line 41, doors.main.cameras[2]: write a table, not 2",
        ]),
        ("building = 25", "building = -1", ["line 44, rules.cap[1].building: must be 0 or more, not -1"]),
        ("building = 25", "building = 1000000", [
            "line 44, rules.cap[1].building: must be 100000 or less, not 1000000",
        ]),
        ("building = 25", "building = 25.0", [
            "line 44, rules.cap[1].building: write a whole number, not 25.0",
        ]),
        ("{ youth = 6 }", "{ yuoth = 6, benefits = -2 }", [
            'line 45, rules.cap[1].areas.yuoth: there is no area "yuoth"; did you mean "youth"?',
            "line 45, rules.cap[1].areas.benefits: must be 0 or more, not -2",
        ]),
        ("since = 2021-09-16\nbuilding", "since = 2021-03-28 02:30:00\nbuilding", [
            ("line 43, rules.cap[1].since: the clocks are put forward over 2021-03-28T02:30:00: this time "
            "does not exist"),
        ]),
        ("since = 2021-09-16\nbuilding", 'since = "2021-09-16"\nbuilding', [
            ("line 43, rules.cap[1].since: write a date without quotes, such as 2021-11-24 or "
            '2021-11-24 06:00:00, not "2021-09-16"'),
        ]),
        ("since = 2021-09-16\nbuilding", "since = 0001-01-01\nbuilding", [
            "line 43, rules.cap[1].since: 0001-01-01 is outside of the calendar",
        ]),
        ("[[rules.mask]]", ('[[rules.cap]]\nsince = 2021-09-15 22:00:00Z\nbuilding = 5\nsource = "x"\n'
         "[[rules.mask]]"), [
            "line 49, rules.cap[2].since: another rule of this kind begins then: rules.cap[1]",
        ]),
        ("off_at_desk = true", 'off_at_desk = "yes"', [
            'line 51, rules.mask[1].off_at_desk: write true or false, not "yes"',
        ]),
        ("[[rules.mask]]", "[rules.mask]", [
            "line 48, rules.mask: write a list in square brackets, not a table",
        ]),
        ("[habits]", 'notes = "x"\n[habits]', [
            "line 10, contacts.notes: this key is unknown; known are: phone, mail, online",
        ]),
        ("[habits]", '[messages]\nlunch = { en = "Lunch" }\ndrill = "' + 161 * "x" + '"\n[habits]', [
            'line 11, messages.lunch: the German text is missing: write it as de = "…"',
            ("line 12, messages.drill.de: must not have more than 160 characters, not 161: it is read in "
            "passing"),
        ]),
        ("[habits]", "[messages]\n[habits]", ["line 10, messages: must not be empty"]),
        ("[habits]", "[messages]\n" + "".join(f'm{each} = "x"\n' for each in range(9)) + "[habits]", [
            ("line 10, messages: must not hold more than 8 messages, not 9: they stand side by side on the "
            "guard's panel"),
        ]),
        ("[habits]", '[lists.columns]\nid = ["AZ", 7]\ndate = "Tag"\ntime = "tag"\n[habits]', [
            ('line 11, lists.columns.id: write a text in quotes, or a list such as ["Tag", "Termin"], not '
            "a list"),
            'line 13, lists.columns.time: "tag" stands at date already',
        ]),
        ("[habits]", '[privacy]\nkeep = "a week"\n[habits]', [
            'line 11, privacy.keep: write a number of days from "0 days" to "365 days", not "a week"',
        ]),
        ("[habits]", '[lists.calendar]\narea = "Ort des Termins"\nusual_area = "benefit"\n[habits]', [
            ('line 11, lists.calendar.area: write names of properties such as "LOCATION", not '
            '"ORT DES TERMINS"'),
            'line 12, lists.calendar.usual_area: there is no area "benefit"; did you mean "benefits"?',
        ]),
        ("[doors.main]", "[doors]\nmain = 1\n[doors.side]", [
            "line 37, doors.main: write a table, not 1",
        ]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place_and_what_would_be_right(
    tmp_path: Path, right: str, wrong: str, problems: list[str]
) -> None:
    assert OFFICE.count(right) >= 1
    assert problems_in(tmp_path, OFFICE.replace(right, wrong, 1)) == problems


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    text = (
        OFFICE.replace("Europe/Berlin", "Berlin")
        .replace('"2 h"', '"two"')
        .replace('"25 min"', '"0 min"')
        .replace("kind", "knd")
    )
    assert len(problems_in(tmp_path, text)) == 5


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"[office\n", "line 1: this is not TOML: Expected ']' at the end of a table declaration (column 8)"),
        (
            b"a = 1\na = 2\n",
            "line 2: this is not TOML: Cannot overwrite a value (column 6): it stands in the file already",
        ),
        (b"a = 1\nb = '\xe4'\n", "line 2: this is not UTF-8: save the file in this encoding"),
    ],
)
def test_a_file_that_is_no_toml_is_told_with_line_and_column(
    tmp_path: Path, content: bytes, problem: str
) -> None:
    path = tmp_path / "office.toml"
    path.write_bytes(content)
    with pytest.raises(OfficeFileError) as caught:
        load_office_file(path)
    assert [str(each) for each in caught.value.problems] == [problem]


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("a = [1,\n", "at the end of the file: write a text in straight quotes"),
        ("a = Europe/Berlin\n", "(column 5): write a text in straight quotes"),
        ("a = „Europe/Berlin“\n", "(column 5): write a text in straight quotes"),
        (
            'a = "C:\\Users\\kiosk"\n',
            r"(column 10): a backslash in a text is written \\, and a path does with /",
        ),
        ('a = "C:\\kiosk"\n', r"(column 10): a backslash in a text is written \\, and a path does with /"),
    ],
)
def test_what_is_written_like_in_another_kind_of_file_is_told_with_its_mend(
    tmp_path: Path, text: str, mend: str
) -> None:
    (problem,) = problems_in(tmp_path, text)
    assert mend in problem


def test_the_error_names_the_file_and_lists_its_problems(tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    with pytest.raises(OfficeFileError) as caught:
        load_office_file(path)
    assert str(caught.value) == f"{path} cannot be used:\n  it cannot be read: No such file or directory"


def test_a_password_in_the_file_never_stands_in_a_message(tmp_path: Path) -> None:
    text = OFFICE + '[storage]\ndatabase = "postgres://kiosk:geheim@db.example.org/kiosk"\n'
    assert "geheim" not in "".join(problems_in(tmp_path, text))


KEYS = st.sampled_from(
    [
        "office",
        "contacts",
        "storage",
        "screen",
        "habits",
        "hours",
        "areas",
        "doors",
        "rules",
        "notes",
        "name",
        "time_zone",
        "state",
        "languages",
        "since",
        "building",
        "cap",
        "mask",
        "serves",
        "direction",
        "way",
        "rooms",
        "exceptions",
        "monday",
        "benefits",
        "main",
        "early",
        "2021-12-24",
    ]
)
SCALARS = st.one_of(
    st.booleans().map(lambda value: str(value).lower()),
    st.integers(-(10**20), 10**20).map(str),
    st.floats().map(lambda value: repr(value).replace("e+", "e")),
    st.dates().map(date.isoformat),
    st.datetimes().map(datetime.isoformat),
    st.times().map(time.isoformat),
    st.text(max_size=8).map(json.dumps),
    st.sampled_from(['"Europe/Berlin"', '"DE-ST"', '"15 min"', '"08:00-16:00"', '"de"', '"main"']),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda values: f"[{', '.join(values)}]"),
        st.dictionaries(KEYS, inner, max_size=3).map(
            lambda table: "{" + ", ".join(f"{key} = {value}" for key, value in table.items()) + "}"
        ),
    ),
    max_leaves=8,
)
LINES = st.one_of(
    st.lists(KEYS, min_size=1, max_size=3).map(lambda keys: f"[{'.'.join(keys)}]"),
    st.lists(KEYS, min_size=1, max_size=3).map(lambda keys: f"[[{'.'.join(keys)}]]"),
    st.tuples(KEYS, VALUES).map(lambda pair: f"{pair[0]} = {pair[1]}"),
    st.text(max_size=10),
)
BROKEN = st.tuples(st.integers(0, OFFICE.count("\n")), LINES, st.booleans()).map(
    lambda change: "\n".join(
        [*OFFICE.split("\n")[: change[0]], change[1], *OFFICE.split("\n")[change[0] + change[2] :]]
    )
)


@given(
    st.one_of(
        st.binary(max_size=60),
        st.lists(LINES, max_size=12).map(lambda lines: "\n".join(lines).encode(errors="replace")),
        BROKEN.map(lambda text: text.encode(errors="replace")),
        st.integers(1, 2000).map(lambda depth: b"a = " + b"[" * depth + b"]" * depth),
        st.just(b"a = " + b"9" * 5000),
    )
)
def test_any_content_gives_an_office_or_one_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(content)
    with suppress(OfficeFileError):
        load_office_file(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder that somebody is in")
def test_a_file_in_a_folder_that_was_deleted_meanwhile_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(OfficeFileError, match="it cannot be read: No such file or directory"):
        load_office_file(Path("office.toml"))
