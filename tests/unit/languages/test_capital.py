from kiosk.languages.capital import with_capital


def test_only_the_first_letter_becomes_large() -> None:
    assert with_capital("appointment 09:30, Leistungsgewährung") == "Appointment 09:30, Leistungsgewährung"
    assert with_capital("") == ""
