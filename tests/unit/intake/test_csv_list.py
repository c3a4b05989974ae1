from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.appointment import AppointmentId, AppointmentStatus
from kiosk.core.appointment_changes import AppointmentChanges, Known, ListedAppointment, plan_changes
from kiosk.core.office import RoomId
from kiosk.core.person import Person
from kiosk.intake.csv_list import COLUMNS, read_csv
from kiosk.intake.listing import AppointmentList, AppointmentListError
from tests.building import BENEFITS, CASES, YOUTH, a_cap, an_area, an_office, hours

HEADINGS = "Datum;Uhrzeit;Bereich;Raum;Personen;Dauer;Aktenzeichen/ID;Sprache;Status;Name;Kontakt"
OFFICE = an_office(
    areas=(
        an_area(BENEFITS),
        an_area(CASES, opening=hours("00:00-23:59")),
        an_area(YOUTH, opening=hours(holidays={date(2021, 9, 20): "Weltkindertag"})),
    )
)
FULL = "20.09.2021;9:30;benefits;benefits-1;2;45;AZ 1;en;gebucht;Erika Beispiel;erika@example.org"


def a_file(*rows: str, headings: str = HEADINGS) -> bytes:
    return "\r\n".join([headings, *rows, ""]).encode()


def read(*rows: str, headings: str = HEADINGS) -> AppointmentList:
    return read_csv(a_file(*rows, headings=headings), OFFICE)


def only(listing: AppointmentList) -> ListedAppointment:
    (appointment,) = listing.appointments
    assert listing.warnings == ()
    return appointment


def errors_in(data: bytes) -> list[str]:
    with pytest.raises(AppointmentListError) as caught:
        read_csv(data, OFFICE)
    return [str(error) for error in caught.value.errors]


def test_a_row_becomes_an_appointment() -> None:
    assert only(read(FULL)) == ListedAppointment(
        external_id="AZ 1",
        area=BENEFITS,
        room=RoomId("benefits-1"),
        starts_at=datetime(2021, 9, 20, 7, 30, tzinfo=UTC),
        duration=timedelta(minutes=45),
        party=2,
        status=AppointmentStatus.BOOKED,
        language="en",
        person=Person("Erika Beispiel", "erika@example.org"),
    )


def test_four_columns_are_enough() -> None:
    appointment = only(read("2021-09-20,09:30,benefits,AZ 1", headings="Date,Time,Area,ID"))
    assert (appointment.party, appointment.room, appointment.person) == (1, None, None)
    assert (appointment.language, appointment.status) == ("de", AppointmentStatus.BOOKED)
    assert appointment.duration == OFFICE.areas[BENEFITS].usual_stay


def test_empty_cells_and_short_rows_mean_the_same_as_missing_columns() -> None:
    short = only(read("20.09.2021;9:30;benefits;;;;AZ 1"))
    assert short == only(read("20.09.2021;9:30;benefits;;;;AZ 1;;;;"))
    assert (short.party, short.room, short.person) == (1, None, None)


def test_empty_cells_beyond_the_headings_mean_nothing() -> None:
    assert only(read(f"{FULL};;")) == only(read(FULL))


def test_a_heading_of_the_office_comes_before_one_that_is_usual() -> None:
    data = a_file("20.09.2021;9:30;benefits;AZ 1", headings="Beginn;Uhrzeit;Bereich;ID")
    assert only(read_csv(data, OFFICE, columns={"date": ("Beginn",)})).starts_at.day == 20


def test_rooms_and_areas_may_be_called_by_their_names_in_any_language() -> None:
    appointment = only(read("20.09.2021;9:30;Area benefits;zimmer 1;;;AZ 1"))
    assert (appointment.area, appointment.room) == (BENEFITS, "benefits-1")


@pytest.mark.parametrize(
    "headings",
    [
        "AZ:;  anzahl   personen ;DATUM;Beginn;Bereich",
        '"az";"Personen";"Tag";"Zeit";"Area"',
        "Case number;People;Day;Start;Area",
    ],
)
def test_columns_stand_in_any_order_under_german_or_english_headings(headings: str) -> None:
    appointment = only(read("AZ 1;3;20.09.2021;9:30;benefits", headings=headings))
    assert (appointment.external_id, appointment.party) == ("AZ 1", 3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    data = a_file(FULL.replace("Erika Beispiel", "Jürgen Müßig")).decode().encode(encoding)
    person = only(read_csv(data, OFFICE)).person
    assert person is not None
    assert person.name == "Jürgen Müßig"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_is_read(ending: str) -> None:
    assert only(read_csv(ending.join([HEADINGS, FULL]).encode(), OFFICE)).external_id == "AZ 1"


def test_only_the_headings_tell_the_separator() -> None:
    row = "20.09.2021;9:30;benefits;AZ 1;tag,zeit,raum,id,name,status"
    assert only(read_csv(f"Datum;Uhrzeit;Bereich;ID;Name\r{row}".encode(), OFFICE)).external_id == "AZ 1"


def test_a_quoted_cell_may_hold_the_separator() -> None:
    row = '2021-09-20,9:30,benefits,AZ 1,"Beispiel, Erika"'
    person = only(read(row, headings="Date,Time,Area,ID,Name")).person
    assert person == Person("Beispiel, Erika", None)


def test_empty_lines_are_passed_over() -> None:
    assert only(read("", ";;;;;;;;;;", FULL, "  ")).external_id == "AZ 1"


def test_a_local_time_is_taken_in_the_zone_of_the_office_in_summer_and_winter() -> None:
    summer = only(read("20.09.2021;9:30;benefits;;;;AZ 1"))
    winter = only(read("20.12.2021;9:30;benefits;;;;AZ 1"))
    assert (summer.starts_at.hour, winter.starts_at.hour) == (7, 8)


def test_of_a_time_that_the_clocks_show_twice_the_first_is_taken_with_a_warning() -> None:
    listing = read("31.10.2021;02:30;cases;;;;AZ 1")
    assert listing.appointments[0].starts_at == datetime(2021, 10, 31, 0, 30, tzinfo=UTC)
    assert [str(warning) for warning in listing.warnings] == [
        "line 2, Uhrzeit: on 2021-10-31 the clocks show 02:30 twice: the first of the two is taken"
    ]


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ("31.02.2021;9:30;benefits;;;;A", "line 2, Datum: there is no day “31.02.2021” in the calendar"),
        ("9/20/2021;9:30;benefits;;;;A",
         "line 2, Datum: write a date such as 20.09.2021 or 2021-09-20, not “9/20/2021”"),
        ("20.09.1921;9:30;benefits;;;;A", "line 2, Datum: the year 1921 is not between 2000 and 2099"),
        ("20.09.2021;;benefits;;;;A", "line 2, Uhrzeit: this cell must not be empty"),
        ("20.09.2021;9h30;benefits;;;;A", "line 2, Uhrzeit: write a time such as 08:30, not “9h30”"),
        ("20.09.2021;24:00;benefits;;;;A",
         "line 2, Uhrzeit: there is no time “24:00”; times run from 00:00 to 23:59"),
        ("28.03.2021;02:30;benefits;;;;A",
         "line 2, Uhrzeit: on 2021-03-28 the clocks are put forward over 02:30: this time does not exist"),
        ("20.09.2021;9:30;benfits;;;;A",
         "line 2, Bereich: there is no area “benfits”; did you mean “benefits”?"),
        ("20.09.2021;9:30;Garten;;;;A",
         "line 2, Bereich: there is no area “Garten”; known are: benefits, cases, youth"),
        ("20.09.2021;9:30;benefits;cases-1;;;A",
         "line 2, Raum: there is no room “cases-1” in benefits; known are: benefits-1"),
        ("20.09.2021;9:30;benefits;;zwei;;A",
         "line 2, Personen: write how many people come, from 1 to 99, not “zwei”"),
        ("20.09.2021;9:30;benefits;;0;;A",
         "line 2, Personen: write how many people come, from 1 to 99, not “0”"),
        ("20.09.2021;9:30;benefits;;;kurz;A",
         "line 2, Dauer: write a duration in minutes, such as 30, or as 0:30, not “kurz”"),
        ("20.09.2021;9:30;benefits;;;0;A",
         "line 2, Dauer: an appointment takes from 1 minute to 12 hours"),
        ("20.09.2021;9:30;benefits;;;;", "line 2, Aktenzeichen/ID: this cell must not be empty"),
        ("20.09.2021;9:30;benefits;;;;A;Klingonisch",
         "line 2, Sprache: write a language by its two letters, such as de or en, not “Klingonisch”"),
        ("20.09.2021;9:30;benefits;;;;A;;stornirt",
         "line 2, Status: the status “stornirt” is unknown; did you mean “storniert”?"),
        (f"20.09.2021;9:30;benefits;;;;{'A' * 201}",
         "line 2, Aktenzeichen/ID: a text has at most 200 letters, not 201"),
        ("20.09.2021;9:30;benefits;;;;A;;;E\x07",
         "line 2, Name: a text stands on one line and holds no control characters"),
        ("20.09.2021;9:30;benefits;;;;A;;;Beispiel; Erika; x@example.org",
         "line 2: there are more cells than headings: a text with the separator in it needs quotation marks"),
    ],
)  # fmt: skip
def test_an_error_is_told_with_its_place_and_what_would_be_right(row: str, error: str) -> None:
    assert errors_in(a_file(row)) == [error]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "line 1: the file is empty: the first row has the headings"),
        (b"\n \n", "line 1: the file is empty: the first row has the headings"),
        (b"Datum;Uhrzeit\n", "line 1: there is no column for Bereich, Aktenzeichen"),
        (b"Datum;Uhrzeit;Bereich;AZ;Tag\n", "line 1, Tag: another column says the same: “Datum”"),
        (a_file("x").decode().encode("utf-16"), "line 1: this is UTF-16: save the file as “CSV UTF-8”"),
        (b"Datum;Uhrzeit;Bereich;AZ\n\x81;",
         "line 2: this is neither UTF-8 nor Windows-1252: save the file as “CSV UTF-8”"),
        (b'Datum;Uhrzeit;Bereich;AZ\n2021-09-20;9:30;benefits;"A 1\n',
         "line 2: the quotation marks do not match from here on (unexpected end of data)"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_list_is_told_so(data: bytes, error: str) -> None:
    assert errors_in(data) == [error]


def test_all_errors_are_told_at_once() -> None:
    rows = (FULL, "x;y;z;;;;", "20.09.2021;9:30;benefits;;;;AZ 1", '20.09.2021;9:30;cases;;;;"AZ 2')
    assert errors_in(a_file(*rows)) == [
        "line 3, Datum: write a date such as 20.09.2021 or 2021-09-20, not “x”",
        "line 3, Uhrzeit: write a time such as 08:30, not “y”",
        "line 3, Aktenzeichen/ID: this cell must not be empty",
        "line 3, Bereich: there is no area “z”; known are: benefits, cases, youth",
        "line 4, Aktenzeichen/ID: “AZ 1” stands in line 2 already",
        "line 5: the quotation marks do not match from here on (unexpected end of data)",
    ]


def test_a_row_that_spans_lines_is_placed_where_it_begins() -> None:
    rows = ('20.09.2021;9:30;benefits;;;;A;;;"Erika\nBeispiel"', "20.09.2021;x;benefits;;;;B")
    assert [error.partition(":")[0] for error in errors_in(a_file(*rows))] == [
        "line 2, Name",
        "line 4, Uhrzeit",
    ]


@pytest.mark.parametrize(
    ("row", "warning"),
    [
        ("20.09.2021;16:00;benefits;;;;A",
         "line 2: benefits is closed on 2021-09-20 at 16:00: the door will answer closed"),
        ("20.09.2021;9:30;youth;;;;A",
         "line 2: youth is closed on 2021-09-20 at 09:30 (Weltkindertag): the door will answer closed"),
        ("20.09.2021;9:30;benefits;;26;;A",
         "line 2: 26 people come together, and only 25 may be inside: they cannot come in"),
        ("20.09.2021;9:30;benefits;;;;A;fi",
         "line 2: the office has no texts in 'fi': this party will read German"),
    ],
)  # fmt: skip
def test_what_is_strange_is_a_warning(row: str, warning: str) -> None:
    listing = read(row)
    assert len(listing.appointments) == 1
    assert [str(each) for each in listing.warnings] == [warning]


def test_a_party_larger_than_the_cap_of_its_area_is_a_warning() -> None:
    office = an_office(caps=[a_cap(25, youth=4)])
    listing = read_csv(a_file("20.09.2021;9:30;youth;;5;;A", "20.09.2021;9:30;benefits;;5;;B"), office)
    assert [str(each) for each in listing.warnings] == [
        "line 2: 5 people come together, and only 4 may be inside: they cannot come in"
    ]


def test_of_parties_that_are_alike_but_for_their_language_each_has_its_own_warnings() -> None:
    listing = read("20.09.2021;9:30;benefits;;;;A;de", "20.09.2021;9:30;benefits;;;;B;fi")
    assert [each.line for each in listing.warnings] == [3]


def test_a_cancelled_appointment_needs_no_warning() -> None:
    assert only(read("20.09.2021;16:00;benefits;;;;A;;abgesagt")).status is AppointmentStatus.CANCELLED


def test_a_column_that_is_not_used_is_a_warning() -> None:
    headings = "Datum;Uhrzeit;Bereich;AZ;Persohnen;Bemerkung"
    assert [str(each) for each in read("20.09.2021;9:30;benefits;A;3;-", headings=headings).warnings] == [
        "line 1, Persohnen: this column is not used; did you mean “personen”?",
        "line 1, Bemerkung: this column is not used",
    ]


def test_warnings_stand_beside_the_errors() -> None:
    with pytest.raises(AppointmentListError) as caught:
        read("20.09.2021;16:00;benefits;;;;A", "x;16:00;benefits;;;;B")
    assert len(caught.value.errors) == len(caught.value.warnings) == 1


@pytest.mark.parametrize(
    ("texts", "column"),
    [
        (("20.9.21", "20. 9. 2021", "2021-09-20"), 0),
        (("9:30", "09:30:00", "9.30 Uhr", "9:30 Uhr"), 1),
        (("90", "90 min", "1:30", "1:30:00", "1 h 30 min", "1 Std. 30", "90 Minuten"), 5),
        (("en", "EN", "Englisch", "english"), 7),
        (("", "gebucht", "Bestätigt", "booked"), 8),
    ],
)
def test_the_same_thing_may_be_written_in_many_ways(texts: Sequence[str], column: int) -> None:
    cells = FULL.split(";")
    rows = [";".join([*cells[:column], text, *cells[column + 1 :]]) for text in texts]
    assert len({only(read(row)) for row in rows}) == 1


def test_no_heading_is_known_for_two_columns() -> None:
    headings = [heading for names in COLUMNS.values() for heading in names]
    assert len(headings) == len(set(headings))


def test_the_same_file_a_second_time_changes_nothing() -> None:
    listing = read(FULL, "20.09.2021;10:00;cases;;;;AZ 2;;storniert", "20.09.2021;10:00;cases;;;;AZ 3")
    numbers = count()
    since = datetime(2022, 1, 1, tzinfo=UTC)
    first = plan_changes(
        listing.appointments,
        Known({}),
        lambda: AppointmentId(str(next(numbers))),
        today=since,
        people_since=since,
    )
    known = Known({each.external_id: each for each in first.new})
    again = plan_changes(
        listing.appointments, known, lambda: AppointmentId("never"), today=since, people_since=since
    )
    assert again == AppointmentChanges()


def test_progress_is_told_now_and_then() -> None:
    told: list[int] = []
    rows = (f"20.09.2021;9:30;benefits;;;;{number}" for number in range(2500))
    read_csv(a_file(*rows), OFFICE, told.append)
    assert told == [1001, 2001]


CELLS = st.one_of(
    st.text(max_size=6), st.sampled_from(["20.09.2021", "9:30", "2:30", "28.03.2021", "benefits", "1", '"'])
)
ROWS = st.lists(st.lists(CELLS, max_size=12).map(";".join), max_size=6)


@given(
    st.one_of(
        st.binary(max_size=80),
        ROWS.map(lambda rows: a_file(*rows)),
        ROWS.map(lambda rows: "\n".join(rows).encode(errors="replace")),
    )
)
def test_any_bytes_are_a_list_or_one_error(data: bytes) -> None:
    try:
        listing = read_csv(data, OFFICE)
    except AppointmentListError as error:
        listing = AppointmentList((), error.warnings)
    assert all(appointment.starts_at.tzinfo is UTC for appointment in listing.appointments)
