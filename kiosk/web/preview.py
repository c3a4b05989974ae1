"""The visitor's screen as it will be by rules that are entered, or only typed: drawn by another process."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from starlette.datastructures import FormData, QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kiosk.core.instant import in_utc
from kiosk.core.office import Door, DoorId, Office
from kiosk.core.rights import Right, may
from kiosk.web.requests import field, page_of, signed_in, words_of
from kiosk.web.rule_form import RuleDraft, draft_in

_ADDRESS = "/rules/preview.png"


@dataclass(frozen=True, slots=True)
class Look:
    """Where the picture of a screen is found, which door's, and the time at which the screen looks so."""

    address: str
    door: Door
    at: datetime


def look_of(form: FormData | QueryParams, draft: RuleDraft, office: Office, now: datetime) -> Look:
    """Return how a door will look by what was typed into `form`, which `draft` was read from."""
    names = ("since", "building", "mask", "off_at_desk", "door", *(f"area_{area}" for area in office.areas))
    typed = {name: field(form, name) for name in names if field(form, name)}
    door = _door_in(form, office)
    return Look(f"{_ADDRESS}?{urlencode(typed)}", door, _shown_at(office, door, draft.since, now))


async def give_preview(request: Request) -> Response:
    """GET /rules/preview.png?since=TIME&building=N...: by what is typed; ?rules=ID: by what was entered."""
    if not may(signed_in(request).role, Right.CHANGE_RULES):
        raise HTTPException(403)
    page, given = page_of(request), request.query_params
    office, now = page.office_file.office, page.clock()
    door = _door_in(given, office)
    if "rules" in given:
        house = await page.archive.read(lambda ledger: ledger.house())
        asked = next((each for each in house.entered_rules if each.id == given["rules"]), None)
        if asked is None:
            raise HTTPException(404)
        since, wish = asked.since, ["--rules", asked.id]
    else:
        try:
            draft = draft_in(given, office)
        except ValueError:
            raise HTTPException(400) from None
        since, wish = draft.since, _wish_of(draft)
    at = _shown_at(office, door, since, now).astimezone(office.time_zone)
    command = ("rules", "preview", "--door", door.id, "--language", words_of(request).language)
    picture = await page.errands.file_of(
        (*command, "--at", f"{at:%Y-%m-%dT%H:%M}", *wish), "--out", "preview.png"
    )
    return Response(picture, media_type="image/png")


def _wish_of(draft: RuleDraft) -> list[str]:
    # The screen shows the cap of the building and the mask; no area's cap stands on it.
    wish: list[str] = []
    if draft.building is not None:
        wish += ["--building", str(draft.building)]
    if draft.mask is not None:
        wish += ["--mask", draft.mask.kind.value]
        wish += ["--off-at-desk" if draft.mask.off_at_desk else "--on-at-desk"]
    return wish


def _door_in(form: FormData | QueryParams, office: Office) -> Door:
    """Return the door that was chosen; the office's first if none was."""
    chosen = field(form, "door")
    door = office.doors.get(DoorId(chosen)) if chosen else next(iter(office.doors.values()))
    if door is None:
        raise HTTPException(400)
    return door


def _shown_at(office: Office, door: Door, since: datetime, now: datetime) -> datetime:
    """Return when the screen first shows rules to visitors: at a closed door it shows when it opens."""
    at, zone = max(in_utc(since), in_utc(now)), office.time_zone
    hours = [office.areas[area].hours for area in door.serves]
    if any(each.is_open(at, zone) for each in hours):
        return at
    openings = [opening for each in hours if (opening := each.next_opening(at, zone)) is not None]
    return min(openings, default=at)
