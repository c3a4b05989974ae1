"""`kiosk rules`: the house rules that hold, those that come, and what a manager changes about them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from shutil import get_terminal_size
from textwrap import fill

import typer

from kiosk.clock import now_utc
from kiosk.commands.as_json import as_json
from kiosk.commands.exits import Exit, moment, read_office, stop
from kiosk.commands.rules_told import lines_of, local
from kiosk.commands.signing_in import tap_of
from kiosk.commands.stored import ledger_of
from kiosk.config import OfficeFile
from kiosk.core.entered_rules import EnteredRules
from kiosk.core.house_rules import MaskKind
from kiosk.core.ids import RulesId, StaffId
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.office import AreaId, Office
from kiosk.core.rule_drafts import drafted_cap
from kiosk.core.rule_events import EnteredCap, EnteredMask, RulesConfirmed, RulesWithdrawalAsked
from kiosk.core.rule_list import listed_rules, listed_withdrawn
from kiosk.core.rule_orders import (
    ConfirmRules,
    ConfirmWithdrawal,
    EnterRules,
    KeepRules,
    RuleOrder,
    RulesNotDone,
    WithdrawRules,
    right_to_rules,
)
from kiosk.core.rules_in_force import rules_at, waits_for_second
from kiosk.gate.rule_acts import change_rules
from kiosk.gate.tap import Done

_WHY = {
    RulesNotDone.UNKNOWN_AREA: "the office's file has no such area",
    RulesNotDone.SAY_NOTHING: "these rules say nothing: name --building, --area or --mask",
    RulesNotDone.WITHOUT_SOURCE: "rules need a --source: the law or the order that they come from",
    RulesNotDone.IN_THE_PAST: "rules cannot hold from a day that is over",
    RulesNotDone.UNKNOWN_RULES: "there are no entered rules of this id; kiosk rules list shows them",
    RulesNotDone.NOTHING_TO_CONFIRM: "nothing in these rules waits for a second person",
    RulesNotDone.NOTHING_TO_KEEP: "nobody asked for the withdrawal of these rules",
    RulesNotDone.ALREADY_ASKED: "their withdrawal waits for a second person already",
    RulesNotDone.SECOND_PERSON_IS_FIRST: "the second person has to be somebody else",
}


# A preview shows rules as if somebody had entered and confirmed them.
_WHOEVER = StaffId("")


@dataclass(frozen=True, slots=True)
class Draft:
    """Rules as they are typed; what is left out stays as it holds when they begin."""

    building: int | None = None
    areas: Sequence[str] = ()
    mask: MaskKind | None = None
    off_at_desk: bool | None = None


def print_list(office_path: Path, *, json_wanted: bool) -> None:
    """Print all rules by date, how they stand, and what waits for a second person; withdrawn ones last."""
    office_file = read_office(office_path)
    with ledger_of(office_file) as ledger:
        not_withdrawn = listed_rules(office_file.office, ledger.house(), now_utc())
        listed = (*not_withdrawn, *listed_withdrawn(each.event for each in ledger.rule_events()))
    if json_wanted:
        typer.echo(json.dumps([as_json(each) for each in listed], ensure_ascii=False))
        return
    width = get_terminal_size().columns
    for each in listed:
        first, *others = lines_of(each, office_file.office)
        typer.echo(first)
        for line in others:
            # An id is copied into the next command: it stays whole, however narrow the terminal is.
            typer.echo(
                fill(
                    line,
                    width,
                    initial_indent="  ",
                    subsequent_indent="    ",
                    break_long_words=False,
                    break_on_hyphens=False,
                )
            )


def enter(
    office_path: Path, since: str, source: str, draft: Draft, replaces: str | None, acting_as: str | None
) -> None:
    """Enter rules that hold from a time on."""
    office_file = read_office(office_path)
    office, begins = office_file.office, moment(since, office_file)
    with tap_of(office_file, right_to_rules(WithdrawRules(RulesId(""))), acting_as) as (ledger, tap):
        cap, mask = _drafted(draft, office, ledger.house(), begins)
        replaced = None if replaces is None else RulesId(replaces)
        done = change_rules(ledger, office, tap, EnterRules(begins, cap, mask, source, replaced))
    house = _done(done).house
    entered = house.entered_rules[-1]
    typer.echo(f"entered as {entered.id}, for {local(begins, office)}")
    if waits_for_second(office, house, entered, now_utc()):
        typer.echo(f"what is higher in it waits for a second person: kiosk rules confirm {entered.id}")


def confirm(office_path: Path, rules: str, acting_as: str | None) -> None:
    """Consent, as the second person, to a higher cap, or to the withdrawal that was asked for."""
    office_file = read_office(office_path)
    with ledger_of(office_file) as ledger:
        asked = {each.id for each in ledger.house().entered_rules if each.withdrawal_asked_by is not None}
    order = (ConfirmWithdrawal if rules in asked else ConfirmRules)(RulesId(rules))
    done = _carried_out(office_file, order, acting_as)
    happened = "confirmed" if isinstance(done.event.what, RulesConfirmed) else "withdrawn"
    typer.echo(f"the rules {rules} are {happened}")


def withdraw(office_path: Path, rules: str, acting_as: str | None) -> None:
    """Withdraw entered rules, or ask for it where that takes a second person."""
    done = _carried_out(read_office(office_path), WithdrawRules(RulesId(rules)), acting_as)
    if isinstance(done.event.what, RulesWithdrawalAsked):
        typer.echo(f"that raises a cap: it waits for a second person: kiosk rules confirm {rules}")
    else:
        typer.echo(f"the rules {rules} are withdrawn")


def keep(office_path: Path, rules: str, acting_as: str | None) -> None:
    """Drop the withdrawal that was asked for."""
    _carried_out(read_office(office_path), KeepRules(RulesId(rules)), acting_as)
    typer.echo(f"the rules {rules} hold on")


def previewed(office_file: OfficeFile, at: datetime, draft: Draft, confirmed: str | None) -> House:
    """Return an empty house with the rules as they will be at a time, entered rules `confirmed` taken so."""
    office = office_file.office
    with ledger_of(office_file) as ledger:
        house = ledger.house()
    cap, mask = _drafted(draft, office, house, at)
    entered = [
        replace(each, confirmed_by=each.by) if each.id == confirmed else each for each in house.entered_rules
    ]
    if cap is not None or mask is not None:
        entered.append(EnteredRules(RulesId(""), _WHOEVER, at, at, cap, mask, "", confirmed_by=_WHOEVER))
    return replace(EMPTY_HOUSE, entered_rules=tuple(entered))


def _carried_out(office_file: OfficeFile, order: RuleOrder, acting_as: str | None) -> Done:
    with tap_of(office_file, right_to_rules(order), acting_as) as (ledger, tap):
        return _done(change_rules(ledger, office_file.office, tap, order))


def _done(done: Done | RulesNotDone) -> Done:
    if isinstance(done, RulesNotDone):
        stop(Exit.WRONG_CALL, _WHY[done])
    return done


def _drafted(
    draft: Draft, office: Office, house: House, since: datetime
) -> tuple[EnteredCap | None, EnteredMask | None]:
    holding = rules_at(office, house, since)
    cap, mask = holding.cap, holding.mask
    entered_cap = drafted_cap(cap, draft.building, dict(map(_area, draft.areas)))
    if draft.mask is None:
        return entered_cap, None
    off_at_desk = mask.off_at_desk if draft.off_at_desk is None else draft.off_at_desk
    return entered_cap, EnteredMask(
        draft.mask, off_at_desk, mask.exempt_below_age, mask.exempt_by_certificate
    )


def _area(written: str) -> tuple[AreaId, int]:
    area, _, most = written.partition("=")
    if not most.isdecimal():
        stop(Exit.WRONG_CALL, f"{written!r} is no cap of an area: write it as AREA=NUMBER")
    return AreaId(area), int(most)
