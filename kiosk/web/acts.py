"""What the staff does on the page: hold the doors, and give a new PIN. Each act asks for the PIN once more.

A page stays open all day, and perhaps nobody sits before it: being signed in is enough to read, never to act.
"""

import secrets
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kiosk.clock import new_name
from kiosk.core.ids import EventId, StaffId
from kiosk.core.office import LONGEST_MESSAGE, DoorId, MessageId, Office, Wording
from kiosk.core.rights import Right, may, may_reset_pin
from kiosk.core.staff import Member, draw_pin
from kiosk.gate import door_acts
from kiosk.gate.staff_acts import Credentials, StaffRuleError, reset_pin
from kiosk.gate.tap import Done, Tap
from kiosk.ledger.ledger import Ledger
from kiosk.web.page import Page
from kiosk.web.requests import field, html, own_form_of, page_of, redirect, signed_in, words_of
from kiosk.web.sessions import PageSession
from kiosk.web.signing_in import checked, may_type_pins

_DONE = {"held", "resumed", "not_held"}
ALL_DOORS = "*"
OWN_TEXT = "own"


@dataclass(frozen=True, slots=True)
class Acting:
    """Somebody who has just shown by PIN who they are, with the form that they sent."""

    member: Member
    form: FormData
    tap: Tap


async def show_acts(request: Request) -> Response:
    """GET /acts."""
    signed_in(request)
    done = request.query_params.get("done", "")
    return await _show(request, {"done": done if done in _DONE else None})


async def hold(request: Request) -> Response:
    """POST /acts/hold: let nobody in at one door or at all, with a message."""
    acting = await _acting(request, {Right.STOP_ADMISSION})
    if isinstance(acting, Response):
        return acting
    office = page_of(request).office_file.office
    door, message = _door_in(acting.form, office), _message_in(acting.form, office)
    if message is None:
        return await _show(request, {"wrong": words_of(request).text("acts.no_message")}, 400)
    done = await page_of(request).desk.write(
        lambda ledger: door_acts.stop(ledger, office, acting.tap, door, message)
    )
    return redirect("/acts?done=held") if isinstance(done, Done) else redirect("/acts")


async def resume(request: Request) -> Response:
    """POST /acts/resume: let visitors in again."""
    acting = await _acting(request, {Right.STOP_ADMISSION})
    if isinstance(acting, Response):
        return acting
    office = page_of(request).office_file.office
    door = _door_in(acting.form, office)
    done = await page_of(request).desk.write(
        lambda ledger: door_acts.resume(ledger, office, acting.tap, door)
    )
    return redirect(f"/acts?done={'resumed' if isinstance(done, Done) else 'not_held'}")


async def give_pin(request: Request) -> Response:
    """POST /acts/pin: give somebody a new PIN, which is shown this once."""
    acting = await _acting(request, {Right.RESET_SECURITY_PIN, Right.MANAGE_STAFF})
    if isinstance(acting, Response):
        return acting
    page, who = page_of(request), StaffId(field(acting.form, "who"))
    given = Credentials(draw_pin(secrets.randbelow), None)

    def give(ledger: Ledger) -> None:
        key = ledger.pin_key(page.office_file.pin_key_file)
        reset_pin(ledger, key, who, given, acting.member.id, page.clock())

    try:
        await page.desk.write(give)
    except StaffRuleError:
        return await _show(request, {"wrong": words_of(request).text("acts.not_allowed")}, 403)
    return await _show(request, {"new_pin": given.pin.digits, "new_pin_of": who})


async def _acting(request: Request, rights: set[Right]) -> Acting | Response:
    """Return who acts and may; or the page that says why not. Raises HTTPException for a form of others."""
    acting = await acting_of(request, await own_form_of(request))
    if isinstance(acting, str):
        return await _show(request, {"wrong": acting}, 403)
    if not any(may(acting.member.role, right) for right in rights):
        return await _show(request, {"wrong": words_of(request).text("acts.not_allowed")}, 403)
    return acting


async def acting_of(request: Request, form: FormData) -> Acting | str:
    """Return who acts, or in words why nobody does. Raises HTTPException for a broken form."""
    session, page = signed_in(request), page_of(request)
    tap = _tap_id(field(form, "tap"))
    if not may_type_pins(request):
        return words_of(request).text("sign_in.no_tls")
    answer = await checked(request, session.staff, field(form, "pin", 64))
    return (
        answer if isinstance(answer, str) else Acting(answer, form, Tap(tap, answer.id, None, page.clock()))
    )


def _tap_id(text: str) -> EventId:
    """Return the id that the form was made with: the same form sent twice counts once."""
    try:
        return EventId(str(UUID(text)))
    except ValueError:
        raise HTTPException(400) from None


def _door_in(form: FormData, office: Office) -> DoorId | None:
    door = field(form, "door")
    if door == ALL_DOORS:
        return None
    if DoorId(door) not in office.doors:
        raise HTTPException(400)
    return DoorId(door)


def _message_in(form: FormData, office: Office) -> Wording | None:
    """Return what visitors shall read; None where somebody chose a text of their own and typed none."""
    chosen = field(form, "message")
    if chosen != OWN_TEXT:
        found = office.messages.get(MessageId(chosen))
        if found is None:
            raise HTTPException(400)
        return found
    texts = [(language, field(form, f"text_{language}", LONGEST_MESSAGE)) for language in ("de", "en")]
    german = texts[0][1] or texts[1][1]
    return Wording((("de", german), ("en", texts[1][1] or german))) if german else None


async def _show(request: Request, context: dict[str, Any], status: int = 200) -> Response:
    page, session = page_of(request), signed_in(request)
    common = {
        "done": None,
        "wrong": None,
        "new_pin": None,
        "new_pin_of": None,
        "tap": new_name(),
        "stops": await page.desk.read(lambda ledger: ledger.house().stops),
        "people": await _whose_pins(page, session),
        "may_hold": may(session.role, Right.STOP_ADMISSION),
    }
    return html(request, "acts", common | context, status)


async def _whose_pins(page: Page, session: PageSession) -> tuple[StaffId, ...]:
    staff = await page.desk.read(lambda ledger: ledger.staff())
    return tuple(each.id for each in staff if may_reset_pin(session.role, each.role))
