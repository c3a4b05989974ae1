"""What a letter tells, before it is set in type."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.core.house_rules import CapRule, HouseRules, MaskKind, MaskRule
from kiosk.core.office import AreaId, Contacts, Direction, RoomId, WayStep, Wording
from kiosk.letters.language_file import LanguageTexts
from kiosk.letters.letter import Letter, day_in, file_names
from kiosk.letters.sheet import Sheet, sheet, way
from kiosk.letters.wordings import shipped_wordings
from tests.building import MONDAY, SIDE_DOOR, YOUTH, a_cap, a_door, a_mask_rule, an_office, at, wording
from tests.unit.letters.inviting import ADDRESSEE, LONG, a_letter, a_verbose_office

GERMAN, ENGLISH = (shipped_wordings().languages[each] for each in ("de", "en"))


def _both(letter: Letter) -> tuple[Sheet, Sheet]:
    return sheet(letter, GERMAN), sheet(letter, ENGLISH)


def _under(cap: CapRule, mask: MaskRule) -> tuple[Sheet, Sheet]:
    return _both(a_letter(office=replace(an_office(), rules=HouseRules((cap,), (mask,)))))


def test_the_file_is_named_after_day_time_area_and_id_and_no_person() -> None:
    letter = a_letter("77aa-4F1C22D9", at("09:30"), office=a_verbose_office(), area=LONG, addressee=ADDRESSEE)
    (name,) = file_names([letter])
    assert re.fullmatch(r"2021-09-20_0930_bundesausbildungsfoerderung_4f1c22d9-[0-9a-f]{4}\.pdf", name)


def test_the_file_is_named_by_the_clock_of_the_office() -> None:
    (winter,) = file_names([a_letter("x", at("08:00", date(2021, 11, 2)))])
    assert winter.startswith("2021-11-02_0800_")


def test_file_names_sort_by_time() -> None:
    letters = [a_letter(str(hour), at(f"{hour:02}:00")) for hour in (8, 9, 10, 15)]
    assert list(file_names(letters)) == sorted(file_names(letters))


def test_the_name_changes_with_what_the_letter_says_and_tells_its_day() -> None:
    letter = a_letter(addressee=ADDRESSEE)
    party = replace(letter, appointment=replace(letter.appointment, party=2))
    names = file_names([letter]) + file_names([party]) + file_names([replace(letter, large_print=True)])
    assert len(set(names)) == 3
    assert {day_in(name) for name in names} == {MONDAY}
    assert day_in("2021-13-45_1000_a_b-0000.pdf") is None
    assert day_in("notes.pdf") is None


def test_file_names_hold_only_plain_letters_whatever_the_ids_are() -> None:
    area = replace(an_office().areas[YOUTH], id=AreaId("Jugend & Größe/../x"))
    office = an_office(areas=(area,))
    (name,) = file_names([a_letter("../ab", office=office, area=area.id)])
    assert name.startswith("2021-09-20_1000_jugend-groesse-x_ab-")


def test_two_letters_for_one_appointment_are_refused() -> None:
    with pytest.raises(ValueError, match="one letter"):
        file_names([a_letter("a"), a_letter("a")])


def test_a_letter_into_an_area_that_the_office_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="no area"):
        a_letter(area=AreaId("nowhere"))


def test_the_rules_are_those_of_the_day_of_the_appointment_and_not_of_today() -> None:
    change = at("00:00", date(2021, 9, 21))
    rules = HouseRules(
        caps=(a_cap(25), a_cap(12, since=change, youth=1)),
        masks=(a_mask_rule(), a_mask_rule(MaskKind.FFP2, since=change)),
    )
    office = replace(an_office(), rules=rules)
    before, _ = _both(a_letter(starts_at=at("10:00"), office=office))
    german, english = _both(a_letter(starts_at=at("10:00", date(2021, 9, 21)), office=office))
    assert "medizinische Maske" in before.topics[1].text
    assert "25 Personen" in before.topics[2].text
    assert "FFP2-Maske" in german.topics[1].text
    assert "12 Personen gleichzeitig, in diesem Bereich höchstens 1." in german.topics[2].text
    assert "FFP2 mask" in english.topics[1].text
    assert "12 people" in english.topics[2].text
    assert "at most 1 in this area" in english.topics[2].text


@pytest.mark.parametrize(
    ("rule", "german", "english"),
    [
        (
            MaskRule(at("00:00"), MaskKind.MEDICAL, True, 6, True, "§"),
            (
                "Tragen Sie im Haus bitte eine medizinische Maske, außer am Tisch hinter der Scheibe. "
                "Keine Maske brauchen Kinder unter 6 Jahren und Menschen mit Attest."
            ),
            (
                "Please wear a medical mask inside, except at the desk behind the screen. "
                "Children under 6 and people with a medical certificate need no mask."
            ),
        ),
        (
            MaskRule(at("00:00"), MaskKind.FFP2, False, 0, False, "§"),
            "Tragen Sie im Haus bitte eine FFP2-Maske.",
            "Please wear an FFP2 mask inside.",
        ),
        (
            MaskRule(at("00:00"), MaskKind.FFP2, False, 0, True, "§"),
            "Tragen Sie im Haus bitte eine FFP2-Maske. Keine Maske brauchen Menschen mit Attest.",
            "Please wear an FFP2 mask inside. People with a medical certificate need no mask.",
        ),
        (
            MaskRule(at("00:00"), MaskKind.NONE, True, 6, True, "§"),
            "Eine Maske müssen Sie im Haus nicht tragen. Sie dürfen es gern.",
            "You do not have to wear a mask inside. You are welcome to.",
        ),
    ],
)
def test_the_mask_rule_is_told_with_its_exemptions(rule: MaskRule, german: str, english: str) -> None:
    assert tuple(each.topics[1].text for each in _under(a_cap(), rule)) == (german, english)


def test_a_cap_of_one_is_told_in_the_singular() -> None:
    german, english = _under(a_cap(1), a_mask_rule())
    assert "höchstens 1 Person gleichzeitig" in german.topics[2].text
    assert "At most 1 person may" in english.topics[2].text


@pytest.mark.parametrize(
    ("clock", "german", "english"),
    [
        ("00:05", "0:05 Uhr", "00:05"),
        ("09:30", "9:30 Uhr", "09:30"),
        ("12:00", "12:00 Uhr", "12:00"),
        ("17:15", "17:15 Uhr", "17:15"),
    ],
)
def test_the_time_is_that_of_the_clock_at_the_wall(clock: str, german: str, english: str) -> None:
    first, second = _both(a_letter(starts_at=at(clock)))
    assert (first.time, second.time) == (german, english)


def test_the_day_is_written_out_in_both_languages() -> None:
    german, english = _both(a_letter(starts_at=at("10:00", MONDAY)))
    assert german.day == "Montag, 20. September 2021"
    assert english.day == "Monday, 20 September 2021"


def test_every_weekday_and_month_has_its_name() -> None:
    days = [date(2021, 3, 1) + timedelta(days=31 * step) for step in range(12)]
    told = [_both(a_letter(starts_at=at("10:00", day))) for day in days]
    assert len({each.day for both in told for each in both}) == 24
    assert _both(a_letter(starts_at=at("10:00", date(2022, 1, 2))))[0].day == "Sonntag, 2. Januar 2022"
    assert _both(a_letter(starts_at=at("10:00", date(2021, 12, 31))))[1].day == "Friday, 31 December 2021"


def test_admission_is_told_as_the_habits_of_the_entrance_say() -> None:
    german, english = _both(a_letter(starts_at=at("12:00")))
    assert german.admission == "Einlass von 11:45 bis 12:15 Uhr"
    assert english.admission == "Admission from 11:45 to 12:15"


def test_a_party_is_told_how_many_may_come() -> None:
    alone, together = _both(a_letter())[0], _both(a_letter(party=3))
    assert alone.party.startswith("Für 1 Person.")
    assert together[0].party.startswith("Für 3 Personen.")
    assert together[1].party.startswith("For 3 people.")


def test_the_door_of_the_area_is_named_and_no_other() -> None:
    office = an_office()
    german, english = _both(a_letter(office=office, area=YOUTH))
    assert german.entrance == "Tür side: Um die Ecke."
    assert english.entrance == "Door side: Around the corner."


def test_two_doors_into_one_area_are_both_named() -> None:
    office = an_office(doors=(a_door(serves=(YOUTH,)), a_door(SIDE_DOOR, serves=(YOUTH,))))
    german, english = _both(a_letter(office=office))
    assert german.entrance.startswith("Tür main oder Tür side:")
    assert english.entrance.startswith("Door main or Door side:")


def test_an_area_without_a_door_leaves_the_entrance_out() -> None:
    assert _both(a_letter(office=an_office(doors=())))[0].entrance == ""


def test_the_letter_is_shown_on_leaving_only_where_a_door_asks_for_it() -> None:
    into = an_office(doors=(a_door(direction=Direction.IN, serves=(YOUTH,)),))
    assert "Kommen und Gehen" in _both(a_letter())[0].opening
    assert "Gehen" not in _both(a_letter(office=into))[0].opening
    assert "when you leave" not in _both(a_letter(office=into))[1].opening


def test_the_way_leads_to_the_area_and_on_to_the_room() -> None:
    letter = a_letter()
    assert way(letter) == (WayStep.STAIRS_UP, WayStep.LEFT, WayStep.DOOR)
    assert _both(letter)[0].steps == ("Treppe hoch", "links", "Tür")


def test_a_letter_without_a_room_ends_at_the_area() -> None:
    letter = a_letter()
    no_room = replace(letter, appointment=replace(letter.appointment, room=None))
    gone = replace(letter, appointment=replace(letter.appointment, room=RoomId("closed down")))
    for each in (no_room, gone):
        assert way(each) == (WayStep.STAIRS_UP, WayStep.LEFT)
        assert _both(each)[0].place == "1. Stock"


@pytest.mark.parametrize("language", [GERMAN, ENGLISH], ids=["de", "en"])
def test_every_step_of_the_way_has_its_own_word(language: LanguageTexts) -> None:
    assert len({language.words[step.value] for step in WayStep}) == len(WayStep)


def test_it_says_how_to_reschedule_by_phone_mail_and_online() -> None:
    contacts = Contacts("0000 1", "post@amt.example", "https://amt.example")
    german, english = (each.topics[3].text for each in _reached_by(contacts))
    assert all(way in german for way in ("0000 1", "post@amt.example", "https://amt.example"))
    assert "online" in english
    assert "online" not in _reached_by(replace(contacts, online=None))[1].topics[3].text


def _reached_by(contacts: Contacts) -> tuple[Sheet, Sheet]:
    return _both(a_letter(office=replace(an_office(), contacts=contacts)))


def test_an_area_that_asks_for_papers_of_its_own_says_so_in_both_languages() -> None:
    office = an_office()
    area = replace(office.areas[YOUTH], bring=wording("Ihr Zeugnis.", "your school report."))
    german, english = _both(a_letter(office=replace(office, areas={YOUTH: area})))
    assert (german.topics[0].text, english.topics[0].text) == ("Ihr Zeugnis.", "your school report.")


def test_the_number_of_the_offices_list_is_the_reference_and_a_made_up_id_is_none() -> None:
    letter = a_letter()
    listed = replace(letter, appointment=replace(letter.appointment, external_id="AZ-4711"))
    made_up = replace(letter, appointment=replace(letter.appointment, external_id="0190f3c2" * 4))
    assert "AZ-4711" in {each.text for each in _both(listed)[0].contacts}
    assert "Unser Zeichen" not in {each.heading for each in _both(made_up)[0].contacts}


def test_what_is_filled_in_is_never_markup() -> None:
    office = an_office()
    area = replace(office.areas[YOUTH], floor=wording("<br> & {{ party }}"))
    assert (
        _both(a_letter(office=replace(office, areas={YOUTH: area})))[0].place
        == "<br> & {{ party }}, Zimmer 1"
    )


def test_a_name_in_german_alone_stands_in_both_languages() -> None:
    office = an_office()
    area = replace(office.areas[YOUTH], name=Wording((("de", "Jugend"),)))
    german, english = _both(a_letter(office=replace(office, areas={YOUTH: area})))
    assert german.area == english.area == "Jugend"


@pytest.mark.parametrize(
    ("language", "leads", "beside"), [("de", "de", "en"), ("en", "en", "de"), ("xx", "de", "en")]
)
def test_the_visitors_language_leads_and_german_stands_beside_it(
    language: str, leads: str, beside: str
) -> None:
    wordings = a_letter().wordings
    assert wordings.leading(language).language == leads
    assert wordings.beside(language).language == beside
