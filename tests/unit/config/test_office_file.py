import json
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from kiosk.config import load_office_file
from kiosk.config.mail_settings import MailSecurity, MailSettings
from kiosk.config.speech_settings import Hearing, SpeechSettings
from kiosk.core.door_devices import CameraWishes, DoorCamera, DoorDevices, GrabbedScanner
from kiosk.core.house_rules import MaskKind
from kiosk.core.list_forms import CalendarForms, ListForms
from kiosk.core.office import (
    USUAL_SLOT,
    AreaId,
    Asked,
    DeskHabits,
    Direction,
    DoorId,
    ReasonId,
    RoomId,
    WayStep,
)
from kiosk.core.opening_hours import Span
from kiosk.core.tries import TryLimit
from tests.unit.config.written_office import OFFICE, load


def test_the_file_becomes_the_office(tmp_path: Path) -> None:
    office = load(tmp_path, OFFICE).office
    benefits = office.areas[AreaId("benefits")]
    assert office.name == "Amt Musterstadt"
    assert benefits.name.in_language("en") == "Benefits"
    assert benefits.floor.in_language("en") == "1. Stock"
    assert benefits.usual_stay == timedelta(minutes=25)
    room = benefits.room(RoomId("101"))
    assert room is not None
    assert room.way == (WayStep.LEFT,)
    assert office.doors[DoorId("main")].direction is Direction.BOTH
    assert office.habits.overdue == timedelta(minutes=90)
    assert office.habits.same_scan == timedelta(seconds=8)


def test_appointments_have_the_length_of_their_room_and_keep_out_of_breaks(tmp_path: Path) -> None:
    text = OFFICE.replace('way = ["left"] }', 'way = ["left"], slot = "1 h" }\nrooms.102 = { name = "102" }')
    text = text.replace('"25 min"', '"25 min"\nslot = "20 min"\nbreaks = ["12:00-12:30"]')
    areas = load(tmp_path, text).office.areas
    benefits, youth = areas[AreaId("benefits")], areas[AreaId("youth")]
    lengths = [benefits.slot_in(room) for room in (RoomId("101"), RoomId("102"), RoomId("gone"), None)]
    assert lengths == [timedelta(minutes=each) for each in (60, 20, 20, 20)]
    assert benefits.breaks == (Span(time(12), time(12, 30)),)
    assert (youth.slot, youth.breaks) == (USUAL_SLOT, ())


def test_the_desk_asks_for_what_the_office_sets(tmp_path: Path) -> None:
    assert load(tmp_path, OFFICE).office.desk == DeskHabits()
    written = '[desk]\nname = "required"\ncontact = "never"\naddress = "optional"\ndays = 14\n'
    desk = load(tmp_path, OFFICE + written).office.desk
    assert desk == DeskHabits(Asked.REQUIRED, Asked.NEVER, Asked.OPTIONAL, 14)


def test_the_reasons_of_the_staff_are_the_offices_own_in_its_order(tmp_path: Path) -> None:
    text = OFFICE + (
        '[reasons.let_in]\nzebra = "Zebra"\nemergency = { de = "Notfall", en = "Emergency" }\n'
        '[reasons.recount]\nround = "Rundgang"\n'
    )
    reasons = load(tmp_path, text).office.staff_reasons
    assert list(reasons.let_in) == ["zebra", "emergency"]
    assert reasons.let_in[ReasonId("emergency")].in_language("en") == "Emergency"
    assert list(reasons.recount) == ["round"]


def test_an_office_that_names_no_reasons_has_one_of_each_kind_and_ten_minutes_to_undo(tmp_path: Path) -> None:
    office = load(tmp_path, OFFICE).office
    reasons = office.staff_reasons
    for kind in (reasons.let_in, reasons.turn_back, reasons.recount):
        assert [wording.in_language("de") for wording in kind.values()] == ["Anderer Grund"]
    assert office.habits.undo == timedelta(minutes=10)


def test_the_messages_at_a_held_door_are_the_offices_own_in_its_order(tmp_path: Path) -> None:
    text = OFFICE + '[messages]\nzebra = "Zebra."\n[messages.drill]\nde = "Alarm."\nen = "Drill."\n'
    messages = load(tmp_path, text).office.messages
    assert [message.in_language("en") for message in messages.values()] == ["Zebra.", "Drill."]


def test_an_office_that_names_no_messages_has_one_that_is_always_true(tmp_path: Path) -> None:
    (message,) = load(tmp_path, OFFICE).office.messages.values()
    assert "geschlossen" in message.in_language("de")
    assert "closed" in message.in_language("en")


def test_a_door_has_the_camera_and_the_scanner_that_are_written_there(tmp_path: Path) -> None:
    assert load(tmp_path, OFFICE).devices == {DoorId("main"): DoorDevices()}
    written = (
        'directions = "Vorn."\nscanner = "evdev:Scanner Works"\n[doors.main.camera]\n'
        'source = "/dev/v4l/by-id/usb-cam"\nwidth = 1920\nheight = 1080\nexposure_ms = 8\nmirrored = true\n'
    )
    file = load(tmp_path, OFFICE.replace('directions = "Vorn."\n', written))
    assert file.devices[DoorId("main")] == DoorDevices(
        (DoorCamera("/dev/v4l/by-id/usb-cam", CameraWishes(1920, 1080, exposure_ms=8.0, mirrored=True)),),
        GrabbedScanner("Scanner Works"),
    )


def test_the_wall_is_for_those_who_sign_in_unless_the_office_opens_it(tmp_path: Path) -> None:
    usual = load(tmp_path, OFFICE).web
    assert (usual.wall, usual.metrics_token_file) == (False, None)
    told = load(tmp_path, OFFICE + '[web]\nwall = true\nmetrics_token_file = "monitor.token"\n').web
    assert (told.wall, told.metrics_token_file) == (True, tmp_path / "monitor.token")


def test_a_daily_test_is_told_where_the_office_wants_it(tmp_path: Path) -> None:
    assert not load(tmp_path, OFFICE).daily_test
    assert load(tmp_path, OFFICE + "[panel]\ndaily_test = true\n").daily_test


def test_a_door_has_no_camera_or_several(tmp_path: Path) -> None:
    none = load(tmp_path, OFFICE + '[doors.main.camera]\nsource = "none"\n').devices[DoorId("main")]
    assert none.cameras == ()
    written = '[[doors.main.cameras]]\nsource = "2"\n[[doors.main.cameras]]\nsource = "0"\nfocus = 30\n'
    assert load(tmp_path, OFFICE + written).devices[DoorId("main")].cameras == (
        DoorCamera("2"),
        DoorCamera("0", CameraWishes(focus=30)),
    )


def test_spans_of_a_day_may_stand_in_any_order(tmp_path: Path) -> None:
    hours = load(tmp_path, OFFICE).office.areas[AreaId("youth")].hours
    assert hours.on(date(2021, 9, 20)) == (Span(time(8), time(12)), Span(time(13), time(16)))


def test_a_span_may_begin_when_the_one_before_ends(tmp_path: Path) -> None:
    hours = load(tmp_path, OFFICE.replace("13:00-16:00", "12:00-16:00")).office.areas[AreaId("youth")].hours
    assert hours.on(date(2021, 9, 20)) == (Span(time(8), time(12)), Span(time(12), time(16)))


def test_a_weekday_that_is_not_named_is_closed(tmp_path: Path) -> None:
    assert load(tmp_path, OFFICE).office.areas[AreaId("youth")].hours.on(date(2021, 9, 22)) == ()


def test_hours_of_an_area_replace_single_weekdays_and_dates_of_the_office(tmp_path: Path) -> None:
    text = OFFICE + (
        '[hours.exceptions]\n2021-09-27 = []\n2021-10-04 = ["09:00-10:00"]\n'
        '[areas.youth.hours]\ntuesday = []\nexceptions.2021-09-27 = ["10:00-11:00"]\n'
    )
    areas = load(tmp_path, text).office.areas
    youth, benefits = areas[AreaId("youth")].hours, areas[AreaId("benefits")].hours
    assert youth.on(date(2021, 9, 21)) == ()
    assert benefits.on(date(2021, 9, 21)) == (Span(time(8), time(16)),)
    assert youth.on(date(2021, 9, 27)) == (Span(time(10), time(11)),)
    assert benefits.on(date(2021, 9, 27)) == ()
    assert youth.on(date(2021, 10, 4)) == (Span(time(9), time(10)),)


def test_the_holidays_of_the_state_are_closed_and_only_when_the_file_names_it(tmp_path: Path) -> None:
    with_state = OFFICE.replace("languages", 'state = "DE-ST"\nlanguages')
    reformation_day_2022 = date(2022, 10, 31)
    youth = AreaId("youth")
    assert load(tmp_path, with_state).office.areas[youth].hours.on(reformation_day_2022) == ()
    assert load(tmp_path, OFFICE).office.areas[youth].hours.on(reformation_day_2022) != ()


def test_a_date_means_its_midnight_in_the_zone_of_the_office(tmp_path: Path) -> None:
    assert load(tmp_path, OFFICE).office.rules.caps[0].since == datetime(2021, 9, 15, 22, 0, tzinfo=UTC)


def test_a_time_with_an_offset_means_what_it_says(tmp_path: Path) -> None:
    text = OFFICE.replace("since = 2021-09-16", "since = 2021-09-16 06:00:00-05:00", 1)
    assert load(tmp_path, text).office.rules.caps[0].since == datetime(2021, 9, 16, 11, 0, tzinfo=UTC)


def test_of_a_time_that_the_clocks_show_twice_the_first_is_meant(tmp_path: Path) -> None:
    text = OFFICE.replace("since = 2021-09-16", "since = 2021-10-31 02:30:00", 1)
    assert load(tmp_path, text).office.rules.caps[0].since == datetime(2021, 10, 31, 0, 30, tzinfo=UTC)


def test_a_cap_of_an_area_may_exceed_that_of_the_building(tmp_path: Path) -> None:
    text = OFFICE.replace("youth = 6", "youth = 600")
    assert load(tmp_path, text).office.rules.caps[0].areas == {"youth": 600}


def test_lists_are_written_as_usual_or_as_the_office_says(tmp_path: Path) -> None:
    usual = load(tmp_path, OFFICE)
    assert (usual.list_forms, usual.list_folder) == (ListForms(), None)
    custom = load(
        tmp_path,
        OFFICE + '[lists]\nfolder = "eingang"\n[lists.columns]\nid = "Vorgang"\n'
        '[lists.calendar]\nname = ["attendee"]\nusual_area = "youth"\n',
    )
    assert custom.list_folder == tmp_path / "eingang"
    assert custom.list_forms == ListForms(
        {"id": ("Vorgang",)}, CalendarForms(name=("ATTENDEE",), usual_area=AreaId("youth"))
    )


def test_people_are_kept_until_the_day_is_over_or_as_long_as_the_office_says(tmp_path: Path) -> None:
    assert load(tmp_path, OFFICE).office.people_kept_days == 0
    text = '[privacy]\nkeep = "7 days"\nbasis = "§ 0 MusterG"\nletter_folders = "letters"\n'
    longer = load(tmp_path, OFFICE + text)
    assert (longer.office.people_kept_days, longer.privacy_basis) == (7, "§ 0 MusterG")
    assert longer.letter_folders == (tmp_path / "letters",)


def test_relative_paths_start_at_the_folder_of_the_file(tmp_path: Path) -> None:
    default = load(tmp_path, OFFICE)
    assert default.database_url == f"sqlite:///{tmp_path.as_posix()}/kiosk.sqlite"
    assert default.key_file == tmp_path / "kiosk.key"
    assert default.pin_key_file == tmp_path / "kiosk-pins.key"
    elsewhere = load(
        tmp_path,
        OFFICE + '[storage]\ndatabase = "sqlite:////srv/a.sqlite"\nkey_file = "keys/b.key"\n'
        'pin_key_file = "keys/c.key"\n',
    )
    assert elsewhere.database_url == "sqlite:////srv/a.sqlite"
    assert elsewhere.key_file == tmp_path / "keys" / "b.key"
    assert elsewhere.pin_key_file == tmp_path / "keys" / "c.key"


def test_an_address_of_postgresql_names_the_driver(tmp_path: Path) -> None:
    text = OFFICE + '[storage]\ndatabase = "postgresql://kiosk@db.example.org/kiosk"\n'
    assert load(tmp_path, text).database_url == "postgresql+psycopg://kiosk@db.example.org/kiosk"


def test_the_screen_has_settings_of_its_own(tmp_path: Path) -> None:
    set_ = load(
        tmp_path,
        OFFICE
        + '[screen]\nanswer = "1 min 30 s"\nkeypad_tries = 3\nkeypad_pause = "1 h"\nreduced_motion = true\n',
    )
    assert set_.answer_seconds == 90.0
    assert set_.reduced_motion
    assert not load(tmp_path, OFFICE).reduced_motion
    assert set_.try_limit == TryLimit(3, timedelta(hours=1))


def test_a_door_reads_aloud_to_everybody_unless_the_office_has_headphones(tmp_path: Path) -> None:
    assert load(tmp_path, OFFICE).speech == SpeechSettings(None, Hearing.LOUDSPEAKER)
    set_ = load(tmp_path, OFFICE + '[speech]\ndevice = "USB Audio"\nheard_by = "headphone"\n').speech
    assert set_ == SpeechSettings("USB Audio", Hearing.HEADPHONE)


def test_the_rules_have_one_canonical_text_and_its_digest(tmp_path: Path) -> None:
    two_caps = OFFICE.replace("{ youth = 6 }", "{ youth = 6, benefits = 9 }")
    as_written = load(tmp_path, two_caps)
    written_otherwise = load(
        tmp_path,
        two_caps.replace("since = 2021-09-16", "since = 2021-09-15 22:00:00Z").replace(
            'building = 25\nareas = { youth = 6, benefits = 9 }\nsource = "Verordnung"',
            'source = "Verordnung" # § 0\nareas.benefits = 9\nareas.youth = 6\nbuilding = 25',
        ),
    )
    changed = load(tmp_path, two_caps.replace("building = 25", "building = 24"))
    assert json.loads(as_written.rules_json)["caps"] == [
        {
            "since": "2021-09-15T22:00:00+00:00",
            "building": 25,
            "areas": {"benefits": 9, "youth": 6},
            "source": "Verordnung",
        }
    ]
    assert as_written.rules_digest == sha256(as_written.rules_json.encode()).hexdigest()
    assert written_otherwise.rules_json == as_written.rules_json
    assert changed.rules_digest != as_written.rules_digest


def test_a_file_that_an_editor_on_windows_saved_is_read(tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_bytes(OFFICE.replace("\n", "\r\n").encode("utf-8-sig"))
    assert load_office_file(path).office == load(tmp_path, OFFICE).office


def test_the_sample_is_the_office_of_the_autumn_of_2021() -> None:
    office = load_office_file(Path(str(files("kiosk") / "resources/office/dessau-rosslau.toml"))).office
    thursday, reformation_day = date(2021, 9, 23), date(2021, 10, 31)
    youth = office.areas[AreaId("jugend")]
    assert list(office.areas) == ["empfang", "jugend", "leistung", "fallmanagement"]
    assert [door.id for door in office.doors_into(youth.id)] == ["jugend"]
    assert all(area.hours.on(thursday) == () for area in office.areas.values())
    assert youth.hours.holidays[reformation_day] == "Reformationstag"
    assert office.rules.at(datetime(2021, 9, 20, tzinfo=UTC)).cap.building == 25
    assert office.rules.at(datetime(2021, 12, 1, tzinfo=UTC)).mask.kind is MaskKind.FFP2
    wordings = [*office.notes, *(door.directions for door in office.doors.values())]
    wordings += [text for area in office.areas.values() for text in (area.name, area.floor)]
    wordings += [room.name for area in office.areas.values() for room in area.rooms]
    assert all(dict(wording.texts).keys() >= {"de", "en"} for wording in wordings)
    assert all({text for text, _ in wording.texts} <= set(office.languages) for wording in wordings)


def test_a_letter_may_have_the_offices_address_its_own_texts_and_what_to_bring(tmp_path: Path) -> None:
    text = OFFICE.replace(
        'name = "Amt Musterstadt"', 'name = "Amt Musterstadt"\naddress = ["Weg 1", "06844 Ort"]'
    )
    text = text.replace("[areas.benefits]", '[areas.benefits]\nbring = "Ihren Ausweis."')
    file = load(tmp_path, text + '[letters]\ntexts = "briefe"\n')
    assert file.office.address == ("Weg 1", "06844 Ort")
    assert file.letter_texts == file.path.parent / "briefe"
    bring = file.office.areas[AreaId("benefits")].bring
    assert bring is not None
    assert bring.in_language("de") == "Ihren Ausweis."


def test_an_office_that_says_nothing_of_its_letters_has_those_that_are_shipped(tmp_path: Path) -> None:
    file = load(tmp_path, OFFICE)
    assert (file.office.address, file.letter_texts) == ((), None)
    assert file.office.areas[AreaId("benefits")].bring is None


def test_mail_is_encrypted_unless_there_is_none(tmp_path: Path) -> None:
    assert load(tmp_path, OFFICE).mail is None
    table = (
        '[mail]\nserver = "mail.example"\nsender = "a@amt.example"\npassword_file = "p"\nca_file = "c"\n'
        'bounces = "Maildir"\n'
    )
    file = load(tmp_path, OFFICE + table)
    folder = file.path.parent
    assert file.mail == MailSettings(
        "mail.example",
        587,
        MailSecurity.STARTTLS,
        "a@amt.example",
        None,
        folder / "p",
        folder / "c",
        folder / "Maildir",
    )
    tls = load(tmp_path, OFFICE + table + 'security = "tls"\nport = 465\n').mail
    assert tls is not None
    assert (tls.security, tls.port) == (MailSecurity.TLS, 465)
