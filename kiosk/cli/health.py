"""The commands that say whether file and machine are in order."""

from kiosk.cli.options import OFFICE_HERE, JsonWanted, OfficePath


def check_config(office: OfficePath = OFFICE_HERE) -> None:
    """Check the office's file, and name everything that is wrong in it, with its line.

    For example:

      kiosk check-config --office office.toml
    """
    from kiosk.commands.health import check_config as check

    check(office)


def doctor(office: OfficePath = OFFICE_HERE, json: JsonWanted = False) -> None:
    """Examine libraries, fonts, cameras, database, clock, time zone and disk: what is wrong, and the mend.

    For example:

      kiosk doctor --office office.toml
    """
    from kiosk.commands.health import doctor as examine

    examine(office, json_wanted=json)
