"""A door at work: what is shown there is answered and recorded."""

import logging
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.clock import new_name
from kiosk.core.appointment import AppointmentId
from kiosk.core.code import Code, CodeError, ShortCode, parse
from kiosk.core.decide import Facts, Invitation, NoInvitation, Presented, decide, no_invitation
from kiosk.core.door_events import EntryWithdrawn, LetIn, Reconciled, TurnedBack, VisitReopened
from kiosk.core.events import Entered, Event, Exited, ExitUnmatched, Settled
from kiosk.core.ids import EventId
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import House
from kiosk.core.office import Door, Office
from kiosk.core.tries import Tries, TryLimit
from kiosk.core.trouble import Trouble
from kiosk.core.verdict import OUT_OF_SERVICE, STAFF_DECIDES, AskStaff, Reason, Verdict
from kiosk.gate import help_acts
from kiosk.gate.forgetting import forget_people
from kiosk.gate.passing_time import (
    CLOCK_TOLERANCE,
    ClockError,
    call_next,
    catch_up,
    due_about,
    tick,
)
from kiosk.gate.tap import Done, Tap
from kiosk.gate.unheard import Unheard
from kiosk.ledger.errors import LedgerError, LedgerUnavailableError, LedgerUnreachableError
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.transaction import Transaction

# How many letters are remembered that were seen here and may still lie before the camera.
_LYING_AT_ONCE = 32
# Among the last events of a door is one that told a visitor something; those of one tap are few.
_LOOKED_BACK = 8
# Two machines at one door may disagree by so much; whom the staff has decided upon is gone a little later.
_TOLD_WITHIN = CLOCK_TOLERANCE

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a scan: the verdict, and the house after it (None where the ledger could not be read).

    `trouble` says why the staff is asked instead, and `pause` how long no short code will be taken.
    `language` is the one of the letter, None where it is not known.
    """

    verdict: Verdict
    house: House | None
    trouble: Trouble | None = None
    pause: timedelta | None = None
    language: str | None = None


class _TrialError(Exception):
    """Takes the answer out of a transaction that is not to be committed."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer


class Gate:
    """One door's way from a text to a recorded answer. Used by one thread; several may share a ledger."""

    def __init__(self, office: Office, door: Door, ledger: Ledger, limit: TryLimit) -> None:
        """`limit` is how often a short code may be tried wrongly in a row."""
        self._office = office
        self._door = door
        self._ledger = ledger
        self._tries = Tries(limit)
        self._lying: dict[AppointmentId, datetime] = {}
        self._unheard = Unheard()
        self._forgot_people_on: date | None = None
        self._looked_at: House | None = None
        self._told_last: EventId | None = None
        self._help_is_open = False

    def scan(self, shown: str | bytes, scan: EventId, now: datetime, away: timedelta | None = None) -> Answer:
        """Answer one physical scan at `now` (aware). The same `scan` again gives what was recorded for it.

        `away` is how long the same text had been out of view here before, None if that is not known.
        """
        try:
            try:
                return self._recorded(shown, scan, now, away)
            except LedgerUnreachableError as error:
                # The connection may have broken after the commit: by the same id the ledger knows the answer.
                _log.warning("the ledger is asked once more: %s", error)
                return self._recorded(shown, scan, now, away)
        except ClockError as error:
            _log.error("the staff is asked: %s", error)
            return self._troubled(Trouble.CLOCK)
        except LedgerUnavailableError as error:
            _log.error("the staff is asked: %s", error)
            return self._troubled(Trouble.LEDGER)
        except LedgerError:
            _log.exception("the staff is asked, since the program was refused by the ledger")
            return self._troubled(Trouble.LEDGER)

    def would_answer(self, shown: str | bytes, now: datetime) -> Answer:
        """Return what `scan` would answer at `now` (aware), with nothing recorded.

        Raises LedgerError and ClockError.
        """
        try:
            with self._ledger.transaction() as transaction:
                answer = self._answer(transaction, shown, EventId(new_name()), now, None)
                raise _TrialError(answer)  # noqa: TRY301 - only an error leaves a transaction without its commit
        except _TrialError as trial:
            return trial.answer

    def call_help(self, tap: EventId, now: datetime) -> Done | NotDone:
        """Ring for whoever stands here; the same `tap` again counts once. Raises LedgerError."""
        done = help_acts.call_help(self._ledger, self._office, self._touch(tap, now), self._door.id)
        self._help_is_open = True
        return done

    def take_help_back(self, tap: EventId, now: datetime) -> Done | NotDone:
        """Take the call of this door back for the visitor. Raises LedgerError."""
        return help_acts.take_help_back(self._ledger, self._office, self._touch(tap, now), self._door.id)

    def help_was_answered(self, house: House) -> bool:
        """Say, once, that the staff has taken the call of this door; the day's end may have closed it, too.

        `house` is what `tick` returned. Raises LedgerError.
        """
        is_open = house.help_at_door(self._door.id).since is not None
        ended = self._help_is_open and not is_open
        answered = ended and help_acts.was_answered(self._ledger, self._door.id)
        self._help_is_open = is_open
        return answered

    def tick(self, now: datetime) -> House:
        """Do what time alone brings about; see `passing_time.tick`. Once a day, names are deleted.

        What became of scans whose commit nobody heard of is asked as soon as the ledger answers.
        """
        if self._unheard.is_pending:
            with self._ledger.transaction() as transaction:
                self._unheard.learn(transaction, now)
        house = tick(self._ledger, self._office, now)
        today = now.astimezone(self._office.time_zone).date()
        if self._forgot_people_on != today:
            gone = forget_people(self._ledger, self._office, now)
            if gone:
                _log.info("%d names of past appointments were deleted", gone)
            self._forgot_people_on = today
        return house

    def told_by_staff(self, house: House, now: datetime) -> Verdict | None:
        """Return what the staff has the visitor told here, once, unless a later scan has told something else.

        `house` is what `tick` returned at `now`. What was told before the first call is past, and so is what
        was done by hand while the ledger was away: somebody else stands here now. Raises LedgerError.
        """
        if house is self._looked_at:
            return None
        recent = self._ledger.last_events(_LOOKED_BACK, self._door.id)
        # Not before: what could not be read is looked at again.
        is_first, self._looked_at = self._looked_at is None, house
        answers = [each.event for each in recent if each.event.answer is not None]
        fresh = [event for event in answers if abs(now - event.at) <= _TOLD_WITHIN]
        told = max(fresh, key=lambda event: event.at, default=None)
        if told is None or told.id == self._told_last:
            return None
        self._told_last = told.id
        return None if is_first or told.by is None else told.answer

    def _touch(self, tap: EventId, now: datetime) -> Tap:
        return Tap(tap, None, self._door.id, now)

    def _troubled(self, trouble: Trouble) -> Answer:
        # A letter that was not answered is shown again on purpose: it is not left lying.
        self._lying.clear()
        return Answer(OUT_OF_SERVICE, None, trouble)

    def _recorded(self, shown: str | bytes, scan: EventId, now: datetime, away: timedelta | None) -> Answer:
        is_decided = False
        try:
            with self._ledger.transaction() as transaction:
                self._unheard.learn(transaction, now)
                answer = self._untold(transaction, shown, now)
                if answer is None:
                    answer = self._answer(transaction, shown, scan, now, away)
                is_decided = True
        except LedgerUnreachableError:
            if is_decided:
                self._unheard.lost(scan, shown)
            raise
        self._unheard.told(shown)
        return answer

    def _untold(self, transaction: Transaction, shown: str | bytes, now: datetime) -> Answer | None:
        recorded = self._unheard.event_of(shown, now)
        if recorded is None or recorded.answer is None:
            return None
        if isinstance(recorded.what, Entered | Exited) and recorded.what.appointment is not None:
            # It is told now for the first time: a letter that goes on lying here does not turn round.
            self._lying[recorded.what.appointment] = recorded.at
        return Answer(recorded.answer, transaction.house, language=_language_of(transaction, shown))

    def _answer(
        self,
        transaction: Transaction,
        shown: str | bytes,
        scan: EventId,
        now: datetime,
        away: timedelta | None,
    ) -> Answer:
        recorded = transaction.event(scan)
        if recorded is not None and recorded.answer is not None:
            return Answer(recorded.answer, transaction.house, language=_language_of(transaction, shown))
        catch_up(transaction, self._office, now)
        presented, pause = self._presented(transaction, shown, now)
        language = presented.appointment.language if isinstance(presented, Invitation) else None
        same_scan = self._never_taken_away(transaction, presented, now, away)
        if same_scan is not None:
            return Answer(same_scan, transaction.house, language=language)
        due = due_about(transaction, self._office, now)
        decision = decide(Facts(self._office, self._door, presented, transaction.house, due), scan, now)
        verdict = Verdict(decision.verdict.reason, AskStaff()) if pause else decision.verdict
        transaction.append(Event(scan, now, self._door.id, None, decision.what, verdict))
        call_next(transaction, self._office, now)
        return Answer(verdict, transaction.house, pause=pause, language=language)

    def _presented(
        self, transaction: Transaction, shown: str | bytes, now: datetime
    ) -> tuple[Presented, timedelta | None]:
        unknown = NoInvitation(Reason.UNKNOWN_CODE)
        try:
            code = parse(shown)
        except CodeError as error:
            return no_invitation(error.fault), None
        match code:
            case Code():
                return transaction.invitation(code) or unknown, None
            case ShortCode():
                # A short code can be guessed in time, whether it is typed or put into a QR code.
                pause = self._tries.pause(now)
                if pause is not None:
                    return unknown, pause
                invitation = transaction.invitation(code)
                self._tries = self._tries.after_wrong(now) if invitation is None else Tries(self._tries.limit)
                return invitation or unknown, self._tries.pause(now)

    def _never_taken_away(
        self, transaction: Transaction, presented: Presented, now: datetime, away: timedelta | None
    ) -> Verdict | None:
        """Return the answer to a letter that came in or went out here and was never taken away since.

        That was a moment ago; or the letter has been lying there since then, never out of view for longer. In
        the second case it does not turn round either what the staff has done with its visit meanwhile.
        """
        if not isinstance(presented, Invitation):
            return None
        here_since = self._here_since(presented.appointment.id, now, away)
        last = transaction.last_event_of(presented.appointment.id)
        if last is None:
            return None
        # By the clock of another machine, or of this one before it was set, it may be of a moment to come.
        lay_here = here_since <= last.at <= now + CLOCK_TOLERANCE
        match last.what:
            case Entered() | Exited() | ExitUnmatched() | LetIn() if last.door == self._door.id:
                just_now = -CLOCK_TOLERANCE <= now - last.at <= self._office.habits.same_scan
                return last.answer if just_now or lay_here else None
            case TurnedBack() | EntryWithdrawn() | VisitReopened() | Settled() | Reconciled():
                by_staff = last.by is not None and here_since < last.at
                return (last.answer or STAFF_DECIDES) if by_staff and lay_here else None
            case _:
                return None

    def _here_since(self, appointment: AppointmentId, now: datetime, away: timedelta | None) -> datetime:
        """Return since when the letter of this appointment has been lying here, and remember it."""
        before = self._lying.pop(appointment, now)
        lay_here = away is not None and away <= self._office.habits.same_scan
        self._lying[appointment] = since = before if lay_here else now
        for oldest in list(self._lying)[:-_LYING_AT_ONCE]:
            del self._lying[oldest]
        return since


def _language_of(transaction: Transaction, shown: str | bytes) -> str | None:
    """Return the language of a letter that was answered before."""
    try:
        invitation = transaction.invitation(parse(shown))
    except CodeError:
        return None
    return None if invitation is None else invitation.appointment.language
