"""Who is signed in at a browser, kept by the server: the browser holds a random token and nothing else.

The file outlasts a restart of the server, so that an open page goes on by itself. It holds the tokens'
hashes: whoever reads it cannot sign in with it.
"""

import hashlib
import json
import logging
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.core.ids import StaffId
from kiosk.core.rights import Role
from kiosk.whole_file import write_whole

LASTS = timedelta(hours=12)
"""A working day: whoever signed in signs in again after it, however busy the page was."""

IDLE = timedelta(minutes=30)
"""Without a request and without an open page a session ends after this time."""

MOST_SESSIONS = 1000
"""The oldest make room: nobody fills the memory by signing in."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PageSession:
    """One person at one browser. `form_token` stands in every form, so that no other site can send one."""

    staff: StaffId
    role: Role
    began_at: datetime
    used_at: datetime
    form_token: str

    def holds(self, now: datetime) -> bool:
        """Say whether the session is not over at `now`; a clock that was set back as far ends it, too."""
        return abs(now - self.began_at) < LASTS and abs(now - self.used_at) < IDLE


class Sessions:
    """All sessions of this server; only the event loop's thread uses it."""

    def __init__(self, file: Path) -> None:
        """`file` is read now, as far as it can be, and written when somebody signs in or out."""
        self._file = file
        self._sessions: dict[str, PageSession] = dict(_kept_in(file))

    def __len__(self) -> int:
        return len(self._sessions)

    def begin(self, staff: StaffId, role: Role, now: datetime) -> str:
        """Begin a session, and return the token for the browser."""
        self._forget_old(now)
        while len(self._sessions) >= MOST_SESSIONS:
            del self._sessions[next(iter(self._sessions))]
        token = secrets.token_urlsafe(32)
        self._sessions[_hash(token)] = PageSession(staff, role, now, now, secrets.token_urlsafe(32))
        self.keep()
        return token

    def use(self, token: str | None, now: datetime) -> PageSession | None:
        """Return whose session the token is of and keep it from falling idle; None: nobody is signed in."""
        if token is None:
            return None
        key = _hash(token)
        session = self._sessions.get(key)
        if session is None:
            return None
        if not session.holds(now):
            del self._sessions[key]
            return None
        self._sessions[key] = replace(session, used_at=now)
        return session

    def end(self, token: str) -> None:
        """Sign out at one browser."""
        self._sessions.pop(_hash(token), None)
        self.keep()

    def end_of(self, staff: StaffId) -> None:
        """Sign a person out everywhere."""
        theirs = [key for key, session in self._sessions.items() if session.staff == staff]
        for key in theirs:
            del self._sessions[key]
        if theirs:
            self.keep()

    def keep(self) -> None:
        """Write the file. Where it cannot be written, a restart of the server asks for the PINs again."""
        rows = {key: asdict(session) for key, session in self._sessions.items()}
        try:
            write_whole(self._file, json.dumps(rows, default=_written).encode())
        except OSError as error:
            _log.warning("the sessions are not kept in %s (%s)", self._file, error.strerror)

    def _forget_old(self, now: datetime) -> None:
        self._sessions = {key: each for key, each in self._sessions.items() if each.holds(now)}


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _written(value: object) -> str | float:
    match value:
        case datetime():
            return value.timestamp()
        case Role():
            return value.value
        case _:
            raise TypeError(type(value).__name__)


def _kept_in(file: Path) -> Iterator[tuple[str, PageSession]]:
    """Give what the file holds; of a damaged one nothing, and everybody signs in anew."""
    try:
        rows = json.loads(file.read_bytes())
        for key, row in rows.items():
            yield (
                str(key),
                PageSession(
                    StaffId(str(row["staff"])),
                    Role(row["role"]),
                    datetime.fromtimestamp(row["began_at"], UTC),
                    datetime.fromtimestamp(row["used_at"], UTC),
                    str(row["form_token"]),
                ),
            )
    except FileNotFoundError:
        return
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        _log.warning("the sessions in %s cannot be read (%s): sign in anew", file, type(error).__name__)
