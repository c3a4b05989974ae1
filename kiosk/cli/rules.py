"""The commands by which a manager changes the house rules while the doors are open."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.options import OFFICE_HERE, ActingAs, JsonWanted, OfficePath
from kiosk.cli.written import one_of, whole
from kiosk.core.house_rules import MaskKind

app = typer.Typer(no_args_is_help=True, help="House rules beside those of the office's file: cap and mask.")
Building = Annotated[
    int | None, typer.Option("--building", parser=whole(0), metavar="NUMBER", help="The cap of the building.")
]
AreaCaps = Annotated[
    list[str] | None,
    typer.Option("--area", metavar="AREA=NUMBER", help="The cap of an area; others stay as they are."),
]
Mask = Annotated[
    MaskKind | None,
    typer.Option(
        "--mask",
        parser=one_of(MaskKind),
        metavar="MASK",
        help="Which mask is worn inside: none, medical or ffp2.",
    ),
]
OffAtDesk = Annotated[
    bool | None,
    typer.Option(
        "--off-at-desk/--on-at-desk", help="Whether that mask may come off at the desk; as it is if left out."
    ),
]
Rules = Annotated[str, typer.Argument(metavar="ID", help="The id of the rules: see kiosk rules list.")]


@app.command("list")
def list_rules(office: OfficePath = OFFICE_HERE, json: JsonWanted = False) -> None:
    """Print the rules that hold, those that come, and what waits for a second person.

    For example:

      kiosk rules list

      kiosk rules list --json
    """
    from kiosk.commands.rules import print_list

    print_list(office, json_wanted=json)


@app.command("enter")
def enter_rules(  # noqa: PLR0913, PLR0917 - an option for each thing that rules can say
    since: Annotated[str, typer.Option(metavar="TIME", help="From when they hold, by the office's clock.")],
    source: Annotated[str, typer.Option(help="The law or the order that they come from.")],
    building: Building = None,
    area: AreaCaps = None,
    mask: Mask = None,
    off_at_desk: OffAtDesk = None,
    replaces: Annotated[
        str | None, typer.Option(metavar="ID", help="Entered rules to withdraw by the same act.")
    ] = None,
    acting_as: ActingAs = None,
    office: OfficePath = OFFICE_HERE,
) -> None:
    """Enter rules that switch by themselves at their time, at all doors. A higher cap takes a second person.

    For example:

      kiosk rules enter --since 2021-11-24 --building 10 --source "Verordnung"

      kiosk rules enter --since "2021-11-24 12:00" --mask ffp2 --source "Erlass"
    """
    from kiosk.commands.rules import Draft, enter

    enter(office, since, source, Draft(building, area or (), mask, off_at_desk), replaces, acting_as)


@app.command("confirm")
def confirm_rules(rules: Rules, acting_as: ActingAs = None, office: OfficePath = OFFICE_HERE) -> None:
    """Consent, as the second person, to a higher cap, or to a withdrawal that was asked for.

    For example:

      kiosk rules confirm 0192aa11-0000-7000-8000-000000000001 --as linde
    """
    from kiosk.commands.rules import confirm

    confirm(office, rules, acting_as)


@app.command("withdraw")
def withdraw_rules(rules: Rules, acting_as: ActingAs = None, office: OfficePath = OFFICE_HERE) -> None:
    """Withdraw entered rules. Where that raises a cap, it waits for a second person.

    For example:

      kiosk rules withdraw 0192aa11-0000-7000-8000-000000000001 --as kramer
    """
    from kiosk.commands.rules import withdraw

    withdraw(office, rules, acting_as)


@app.command("keep")
def keep_rules(rules: Rules, acting_as: ActingAs = None, office: OfficePath = OFFICE_HERE) -> None:
    """Drop a withdrawal that was asked for.

    For example:

      kiosk rules keep 0192aa11-0000-7000-8000-000000000001 --as kramer
    """
    from kiosk.commands.rules import keep

    keep(office, rules, acting_as)


@app.command("preview")
def preview_rules(  # noqa: PLR0913, PLR0917 - as above, and options of the picture
    at: Annotated[str, typer.Option(metavar="TIME", help="When, by the office's clock.")],
    out: Annotated[Path, typer.Option(metavar="FILE.png", help="Where the picture goes.")],
    door: Annotated[str | None, typer.Option(help="At which door; the first if it is left out.")] = None,
    language: Annotated[str, typer.Option(help="In which language.")] = "de",
    size: Annotated[str, typer.Option(metavar="WxH", help="How large, in pixels.")] = "1280x800",
    rules: Annotated[
        str | None, typer.Option(metavar="ID", help="Entered rules to be taken as confirmed.")
    ] = None,
    building: Building = None,
    area: AreaCaps = None,
    mask: Mask = None,
    off_at_desk: OffAtDesk = None,
    office: OfficePath = OFFICE_HERE,
) -> None:
    """Draw the visitor's screen as it will be, by what is entered and by what is named here.

    For example:

      kiosk rules preview --at "2021-11-24 08:30" --out screen.png

      kiosk rules preview --at 2021-11-24T08:30 --building 10 --out screen.png
    """
    from kiosk.commands.rules import Draft
    from kiosk.commands.rules_preview import PictureWish, preview

    wish = PictureWish(at, door, language, size)
    preview(office, out, wish, Draft(building, area or (), mask, off_at_desk), rules)
