"""Calendars: written anew after the shapes of RFC 5545, with appointments of an invented office."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.appointment_changes import ListedAppointment, Revision
from kiosk.core.list_forms import CalendarForms
from kiosk.core.office import RoomId
from kiosk.core.person import Person
from kiosk.intake.calendar_list import read_calendar
from kiosk.intake.listing import AppointmentList, AppointmentListError, ListProblem
from kiosk.intake.read_list import is_calendar
from tests.building import BENEFITS, CASES, YOUTH, an_area, an_office, at, hours

OFFICE = an_office(areas=[an_area(each, opening=hours("00:00-23:59")) for each in (BENEFITS, CASES, YOUTH)])
NOW = at("06:00")
EVENT = ("UID:termin-1@amt.example", "DTSTART;TZID=Europe/Berlin:20210920T093000", "CATEGORIES:benefits")
# The clocks of Berlin, under a name of the file's own.
HOUSE_CLOCK = """\
BEGIN:VTIMEZONE
TZID:Uhr im Haus
BEGIN:STANDARD
DTSTART:20001029T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20000326T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE"""


def event(*lines: str) -> str:
    return "\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


def calendar(*parts: str, method: str = "") -> bytes:
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Amt Musterstadt//Termine//DE"]
    lines = [*head, *([f"METHOD:{method}"] if method else []), *parts, "END:VCALENDAR", ""]
    return "\n".join(lines).replace("\n", "\r\n").encode()


def read(*parts: str, method: str = "", forms: CalendarForms = CalendarForms()) -> AppointmentList:  # noqa: B008 - frozen
    return read_calendar(calendar(*parts, method=method), OFFICE, forms, NOW)


def only(listing: AppointmentList) -> ListedAppointment:
    (appointment,) = listing.appointments
    assert listing.warnings == ()
    return appointment


def times(listing: AppointmentList) -> list[str]:
    return [f"{each.starts_at.astimezone(OFFICE.time_zone):%m-%d %H:%M}" for each in listing.appointments]


def errors_in(data: bytes) -> list[str]:
    with pytest.raises(AppointmentListError) as caught:
        read_calendar(data, OFFICE, CalendarForms(), NOW)
    return [str(error) for error in caught.value.errors]


def test_an_event_becomes_an_appointment() -> None:
    appointment = only(
        read(
            event(
                *EVENT,
                "DTEND;TZID=Europe/Berlin:20210920T101500",
                "SEQUENCE:3",
                "SUMMARY;LANGUAGE=en-GB:Beratung",
                "LOCATION:Zimmer 1\\, 1. Stock",
                "X-KIOSK-PARTY:2",
                "X-KIOSK-NAME:Erika Beispiel",
                "X-KIOSK-CONTACT:erika@example.org",
            )
        )
    )
    assert (appointment.external_id, appointment.area) == ("termin-1@amt.example", BENEFITS)
    assert appointment.room == RoomId("benefits-1")
    assert appointment.starts_at == datetime(2021, 9, 20, 7, 30, tzinfo=UTC)
    assert (appointment.duration, appointment.party) == (timedelta(minutes=45), 2)
    assert appointment.language == "en"
    assert appointment.person == Person("Erika Beispiel", "erika@example.org")
    assert appointment.revision == Revision("termin-1@amt.example", 3)


def test_three_lines_are_enough() -> None:
    appointment = only(read(event(*EVENT)))
    assert appointment.duration == OFFICE.areas[BENEFITS].usual_stay
    assert (appointment.party, appointment.language, appointment.room) == (1, "de", None)
    assert appointment.person is None


@pytest.mark.parametrize(
    ("start", "hour"),
    [
        ("DTSTART:20210920T073000Z", 7),
        ("DTSTART:20210920T093000", 7),
        ("DTSTART;TZID=Europe/Berlin:20210920T093000", 7),
        ("DTSTART;TZID=Europe/London:20210920T083000", 7),
        ("DTSTART;TZID=W. Europe Standard Time:20210920T093000", 7),
        ("DTSTART;TZID=/example.org/Europe/Berlin:20210920T093000", 7),
        ("DTSTART;TZID=Uhr im Haus:20210920T093000", 7),
        ('DTSTART;TZID="Uhr im Haus":20211220T093000', 8),
        ("DTSTART;TZID=Europe/Berlin:20220327T023000", 1),
        ("DTSTART;TZID=Europe/Berlin:20211031T023000", 0),
    ],
)
def test_a_time_is_one_of_utc_of_a_zone_or_of_the_offices_clock(start: str, hour: int) -> None:
    appointment = only(read(HOUSE_CLOCK, event("UID:1", start, "CATEGORIES:benefits")))
    assert (appointment.starts_at.hour, appointment.starts_at.minute) == (hour, 30)


def test_a_duration_stands_in_for_the_end() -> None:
    assert only(read(event(*EVENT, "DURATION:PT1H30M"))).duration == timedelta(minutes=90)


@pytest.mark.parametrize(
    ("lines", "area"),
    [
        (["CATEGORIES:Termin,youth"], YOUTH),
        (["LOCATION:Haus B / Bereich cases"], CASES),
        (["X-KIOSK-AREA:cases", "CATEGORIES:youth"], CASES),
        (["LOCATION:youth-1"], YOUTH),
        (["CATEGORIES:Intern", "CATEGORIES:Area benefits"], BENEFITS),
    ],
)
def test_the_area_is_named_by_itself_or_by_its_room(lines: list[str], area: str) -> None:
    assert only(read(event(*EVENT[:2], *lines))).area == area


def test_the_office_says_where_its_calendar_writes_what() -> None:
    forms = CalendarForms(
        area=("SUMMARY",), name=("ATTENDEE",), contact=("ATTENDEE",), party=("X-ZAHL",), usual_area=YOUTH
    )
    lines = ("UID:1", EVENT[1], 'ATTENDEE;CN="Beispiel, Erika":mailto:erika@example.org', "X-ZAHL:4")
    named = only(read(event(*lines, "SUMMARY:Bereich cases"), forms=forms))
    assert (named.area, named.party) == (CASES, 4)
    assert named.person == Person("Beispiel, Erika", "erika@example.org")
    assert only(read(event(*lines), forms=forms)).area == YOUTH


def test_no_name_is_taken_that_the_office_did_not_ask_for() -> None:
    lines = (
        'ATTENDEE;CN="Erika Beispiel":mailto:erika@example.org',
        "SUMMARY:Erika Beispiel",
        "DESCRIPTION:x",
    )
    assert only(read(event(*EVENT, *lines))).person is None


def test_a_series_recurs_by_the_clock_at_the_wall_and_leaves_out_what_it_excludes() -> None:
    listing = read(
        event(
            *EVENT,
            "RRULE:FREQ=WEEKLY;COUNT=8",
            "EXDATE;TZID=Europe/Berlin:20210927T093000,20211004T093000",
            "RDATE;TZID=Europe/Berlin:20210923T140000",
        )
    )
    kept = ["09-20", "10-11", "10-18", "10-25", "11-01", "11-08"]
    assert times(listing) == sorted([*(f"{day} 09:30" for day in kept), "09-23 14:00"])
    assert {each.starts_at.hour for each in listing.appointments} == {7, 8, 12}
    assert listing.appointments[0].external_id == "termin-1@amt.example#20210920T073000Z"
    assert listing.whole_series == (Revision("termin-1@amt.example", 0),)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY;UNTIL=20210923T073000Z", ["09-20 09:30", "09-21 09:30", "09-22 09:30", "09-23 09:30"]),
        ("FREQ=DAILY;INTERVAL=2;UNTIL=20210922", ["09-20 09:30", "09-22 09:30"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", ["09-20 09:30", "09-30 09:30", "10-31 09:30"]),
        ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3", ["09-20 09:30", "09-22 09:30", "09-27 09:30"]),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", ["09-20 09:30", "09-24 09:30", "10-29 09:30"]),
        ("FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=-1;COUNT=2", ["09-20 09:30", "09-30 09:30", "10-28 09:30"]),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1;COUNT=1", ["09-20 09:30", "12-01 09:30"]),
    ],
)  # fmt: skip
def test_rules_of_recurrence_are_followed(rule: str, expected: list[str]) -> None:
    assert times(read(event(*EVENT, f"RRULE:{rule}"))) == expected


def test_of_a_period_that_is_added_the_beginning_counts() -> None:
    listing = read(
        event(*EVENT, "RDATE;VALUE=PERIOD:20210922T070000Z/PT1H,20210923T070000Z/20210923T080000Z")
    )
    assert times(listing) == ["09-20 09:30", "09-22 09:00", "09-23 09:00"]


def test_a_series_without_an_end_is_looked_at_for_a_year_from_today() -> None:
    long_ago = ("UID:1", "DTSTART;TZID=Europe/Berlin:20100104T093000", "CATEGORIES:benefits")
    listed = read(event(*long_ago, "RRULE:FREQ=WEEKLY;BYDAY=MO")).appointments
    assert (len(listed), listed[0].starts_at) == (53, at("09:30"))


def test_one_appointment_of_a_series_may_be_moved_and_another_cancelled() -> None:
    listing = read(
        event(*EVENT, "RRULE:FREQ=DAILY;COUNT=3"),
        event(
            "UID:termin-1@amt.example",
            "RECURRENCE-ID;TZID=Europe/Berlin:20210921T093000",
            "DTSTART;TZID=Europe/Berlin:20210921T110000",
            "CATEGORIES:youth",
            "SEQUENCE:1",
        ),
        event(
            "UID:termin-1@amt.example",
            "RECURRENCE-ID:20210922T073000Z",
            "DTSTART:20210922T073000Z",
            "STATUS:CANCELLED",
        ),
    )
    assert times(listing) == ["09-20 09:30", "09-21 11:00"]
    assert listing.whole_series == (Revision("termin-1@amt.example", 0),)
    moved = listing.appointments[1]
    assert moved.area == YOUTH
    assert moved.external_id == "termin-1@amt.example#20210921T073000Z"
    assert moved.revision == Revision(moved.external_id, 1)


@pytest.mark.parametrize("method", ["CANCEL", ""])
def test_a_cancelled_event_has_no_appointments_any_more(method: str) -> None:
    status = "" if method else "\nSTATUS:CANCELLED"
    listing = read(event("UID:1", f"SEQUENCE:2{status}"), method=method)
    assert listing == AppointmentList((), (), (Revision("1", 2),))


def test_one_cancelled_appointment_of_a_series_leaves_the_others() -> None:
    listing = read(event("UID:1", "RECURRENCE-ID:20210922T073000Z", "SEQUENCE:2"), method="CANCEL")
    assert listing.whole_series == (Revision("1#20210922T073000Z", 2),)


def test_of_several_states_of_an_event_the_highest_number_counts_then_the_latest() -> None:
    states = [("1", "2", "20210901T000000Z"), ("3", "2", "20210902T000000Z"), ("2", "1", "20210903T000000Z")]
    events = [
        event(*EVENT, f"X-KIOSK-PARTY:{party}", f"SEQUENCE:{number}", f"DTSTAMP:{stamp}")
        for party, number, stamp in states
    ]
    assert only(read(*events)).party == 3


def test_what_is_over_or_lasts_all_day_or_is_no_event_is_left_out_with_a_word() -> None:
    listing = read(
        event("UID:1", "DTSTART:20210919T073000Z", "CATEGORIES:benefits"),
        event("UID:2", "DTSTART;VALUE=DATE:20210921", "CATEGORIES:benefits"),
        "BEGIN:VTODO\nUID:3\nEND:VTODO",
    )
    assert listing.appointments == ()
    told = [str(warning) for warning in listing.warnings]
    assert told == [
        "line 1: VTODO is no appointment, and is left out",
        "line 11, DTSTART: this is for the whole day, and no appointment: it is left out",
        "line 1: events of days before today are left out: 1",
    ]


def test_an_event_that_ends_as_it_begins_is_an_error() -> None:
    (error,) = errors_in(calendar(event(*EVENT, "DTEND;TZID=Europe/Berlin:20210920T093000")))
    assert "an appointment takes from 1 minute" in error


def test_what_begins_at_midnight_is_of_today() -> None:
    assert times(read(event("UID:1", "DTSTART:20210920T000000", "CATEGORIES:benefits"))) == ["09-20 00:00"]


def test_a_zone_that_everybody_knows_is_what_its_name_says_whatever_the_file_describes() -> None:
    described = HOUSE_CLOCK.replace("Uhr im Haus", "Europe/Berlin").replace("+0200", "+0700")
    assert times(read(described, event(*EVENT))) == ["09-20 09:30"]


def test_a_room_that_two_areas_have_names_no_area() -> None:
    (error,) = errors_in(calendar(event(*EVENT[:2], "LOCATION:Zimmer 1")))
    assert "no area is named" in error


def test_long_lines_are_folded_even_within_a_letter() -> None:
    name = "Ü" * 40
    line = f"X-KIOSK-NAME:{name}".encode()
    folded = b"\r\n ".join(line[start : start + 24] for start in range(0, len(line), 24))
    data = calendar(event(*EVENT, "X-HERE:")).replace(b"X-HERE:", folded)
    listing = read_calendar(data, OFFICE, CalendarForms(), NOW)
    person = only(listing).person
    assert person is not None
    assert person.name == name


def test_two_calendars_may_stand_in_one_file() -> None:
    data = calendar(event(*EVENT)) + calendar(event("UID:2", *EVENT[1:]))
    assert len(read_calendar(data, OFFICE, CalendarForms(), NOW).appointments) == 2


def test_every_error_is_told_at_once_with_its_line() -> None:
    data = calendar(
        event("DTSTART:20210920T093000", "CATEGORIES:benefits"),
        event("UID:2", "DTSTART;TZID=Nirgendwo:20210920T093000", "CATEGORIES:benefits"),
        event("UID:3", "DTSTART:20.09.2021 09:30", "CATEGORIES:benefits"),
        event("UID:4", "DTSTART:20210920T093000", "LOCATION:Küche"),
        event(*EVENT, "RRULE:FREQ=SECONDLY"),
        event("UID:6", *EVENT[1:], "DURATION:P2D"),
        event("UID:7", "CATEGORIES:benefits"),
        event("UID:8", *EVENT[1:], "SEQUENCE:viele"),
        "Das ist kein Kalender",
    )
    beginnings = [
        "line 4, UID: there is no UID: by it a change or a cancellation finds the appointment",
        "line 10, DTSTART: the time zone “Nirgendwo” is not known, and no VTIMEZONE of the file describes it",
        "line 15, DTSTART: write a time such as 20210920T093000, or 20210920T073000Z in UTC, not “20.09.2021",
        "line 18: no area is named in X-KIOSK-AREA or CATEGORIES or LOCATION; known are: benefits, cases, ",
        "line 27, RRULE: “FREQ=SECONDLY” cannot be read here: appointments recur by DAILY, WEEKLY, MONTHLY",
        "line 29: it takes 2 days, 0:00:00; an appointment takes from 1 minute to 12:00:00",
        "line 35, DTSTART: it is missing: an appointment begins at a time",
        "line 39, UID: SEQUENCE is a number from 0 to 2147483647, not “VIELE”",
        "line 45: this is no line of a calendar: “Das ist kein Kalender”",
    ]
    told = errors_in(data)
    assert len(told) == len(beginnings)
    assert [each[: len(begin)] for each, begin in zip(told, beginnings, strict=True)] == beginnings


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "line 1: VCALENDAR begins here and never ends"),
        (b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", "line 2: “END:VEVENT” ends nothing that has begun"),
        (b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", "line 1: BEGIN:VCALENDAR has to stand around everything"),
        (b"X:1\r\n", "line 1: there is no calendar in this file"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:A\r\n" * 20, "line 9: components are nested too deeply"),
        (calendar(method="REPLY"), "line 1, METHOD: METHOD:REPLY is an answer to a meeting, and no list"),
        (b"BEGIN:VCALENDAR\r\nX:\x81\xff\r\n", "line 2: this is neither UTF-8 nor Windows-1252"),
        (b"\xff\xfeB\0", "line 1: this is UTF-16: save the calendar as UTF-8"),
    ],
)
def test_a_file_that_is_no_whole_calendar_is_told_so(data: bytes, error: str) -> None:
    assert errors_in(data)[0].startswith(error)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=NEVER", "", "FREQ=WEEKLY;INTERVAL=0", "FREQ=WEEKLY;COUNT=x", "FREQ=DAILY;BYSETPOS=1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=13", "FREQ=WEEKLY;BYHOUR=9",
        "FREQ=DAILY;X-A=1", "FREQ=HOURLY", "FREQ=MONTHLY;BYSETPOS=9999",
    ],
)  # fmt: skip
def test_a_rule_that_cannot_be_followed_is_an_error_and_takes_no_time(rule: str) -> None:
    (error,) = errors_in(calendar(event(*EVENT, f"RRULE:{rule}")))
    assert error.startswith("line 8, RRULE: ")


def test_a_series_that_no_office_can_hold_is_an_error() -> None:
    more = ",".join(
        f"202109{day:02}T{hour:02}{minute:02}00Z"
        for day in (21, 22)
        for hour in range(24)
        for minute in range(30)
    )
    (error,) = errors_in(calendar(event(*EVENT, f"RDATE:{more}")))
    assert "it recurs more than 1000 times a year" in error


def test_a_zone_that_the_file_describes_badly_is_an_error() -> None:
    for bad in (HOUSE_CLOCK.replace("YEARLY", "SECONDLY"), HOUSE_CLOCK.replace("+0200", "bald")):
        start = "DTSTART;TZID=Uhr im Haus:20210920T093000"
        (error,) = errors_in(calendar(bad, event("UID:1", start, "CATEGORIES:benefits")))
        assert "the VTIMEZONE of “Uhr im Haus” in line 4 cannot be read" in error


def test_a_calendar_is_known_by_how_it_begins() -> None:
    assert is_calendar(b"\xef\xbb\xbf\r\nbegin:vcalendar\r\n")
    assert not is_calendar(b"ID;Datum")


def read_or_refused(data: bytes) -> tuple[AppointmentList, tuple[ListProblem, ...]]:
    try:
        return read_calendar(data, OFFICE, CalendarForms(), NOW), ()
    except AppointmentListError as error:
        return error.readable, error.errors


PIECES = st.sampled_from(
    [
        "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "TZID:Uhr", "UID:1", "UID:2",
        "DTSTART:20210920T093000", "DTSTART;TZID=Uhr:20210920T093000", "DTSTART;VALUE=DATE:20210920",
        "DTEND:20210920T103000Z", "DTEND;VALUE=DATE:20210921", "DURATION:PT1H", "DURATION:P", "SEQUENCE:1",
        "RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=WEEKLY;BYDAY=XX", "RDATE:20210921T093000", "RDATE:20210922",
        "RDATE;VALUE=PERIOD:20210922T070000Z/PT1H", "EXDATE:20210920", "EXDATE:heute",
        "RECURRENCE-ID:20210920T073000Z", "RECURRENCE-ID:20210920", "STATUS:CANCELLED", "CATEGORIES:benefits",
        "LOCATION:youth-1", "X-KIOSK-PARTY:0", "X-KIOSK-LANGUAGE:Klingon", " folded", "BEGIN:STANDARD",
        "END:STANDARD", "TZOFFSETFROM:+0100", "TZOFFSETTO:x", "RRULE:FREQ=YEARLY", "METHOD:CANCEL",
    ]
)  # fmt: skip


@given(st.one_of(st.binary(max_size=60), st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=14)))
def test_any_lines_are_a_calendar_or_one_error(lines: bytes | list[str]) -> None:
    if isinstance(lines, bytes):
        data = b"BEGIN:VCALENDAR\r\n" + lines
    else:
        data = calendar(*lines).decode().encode(errors="replace")
    listing, errors = read_or_refused(data)
    assert all(each.line >= 1 for each in errors)
    ids = [each.external_id for each in listing.appointments]
    assert len(ids) == len(set(ids))
    assert all(each.starts_at.tzinfo is UTC for each in listing.appointments)


@given(
    st.integers(0, 6),
    st.one_of(st.text(alphabet='0123456789TZ;:=,-+PHMD\\"WEKLYFRQ', max_size=24), st.text(max_size=24)),
)
def test_any_value_of_a_time_or_a_rule_is_read_or_one_error(where: int, value: str) -> None:
    names = ("DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RECURRENCE-ID", "DTSTART;TZID=")
    name = names[where]
    lines = [f"{name}:{value}", *EVENT] if where else [f"{name}:{value}", EVENT[0], EVENT[2]]
    _, errors = read_or_refused(calendar(event(*lines)))
    assert all(str(each).startswith("line ") for each in errors)
