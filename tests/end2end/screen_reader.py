"""A screen reader's view of the program: a client of AT-SPI, on buses of its own, that reads and presses.

Interfaces, roles and states are those of the AT-SPI D-Bus interfaces (at-spi2-core, `xml/Accessible.xml`).
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, DBusErrorResponse, MatchRule, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

from tests.end2end.program import wait_until

needs_screen_reader = pytest.mark.skipif(
    not (shutil.which("dbus-daemon") and Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists()),
    reason="dbus-daemon and at-spi2-core are not installed; `./kiosk.sh test` installs them",
)

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_LABELLED_BY = 2
_LINES = frozenset({"list item", "cell"})
_NO_LONGER_THERE = frozenset(
    {"org.freedesktop.DBus.Error.UnknownObject", "org.freedesktop.DBus.Error.UnknownInterface"}
)
"""What Qt answers for a part that has gone: the first to a method, the second to a property."""
_STATES = {"checked": 4, "enabled": 8, "focusable": 11, "focused": 12, "showing": 25, "checkable": 41}


@dataclass(frozen=True)
class Part:
    """One part of a window, as a screen reader has it: what it is, what it is called, and how it is."""

    address: tuple[str, str]
    role: str
    name: str
    states: frozenset[str]
    window: str


@dataclass(frozen=True)
class ScreenReader:
    """Reads every program that runs with `environment`."""

    environment: Mapping[str, str]
    bus: DBusConnection

    def parts(self) -> list[Part]:
        """Return all parts of all windows that are shown now, from the top of each tree down.

        A part that goes while the tree is read, as a window's does that shows another page, is left out.
        """
        registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        return [
            part
            for program in self._children(registry)
            for window in self._children(program)
            for part in self._below(window)
        ]

    def names(self, role: str, window: str = "") -> list[str]:
        """Return what the parts of this role are called, in windows whose name begins so."""
        return [each.name for each in self.parts() if each.role == role and each.window.startswith(window)]

    def in_focus(self) -> str:
        """Return what is called the part that keys go to, by its label if it has one; "" if there is none."""
        for each in self.parts():
            # The chosen line of a list says that it has the focus, wherever that is.
            if "focused" in each.states and each.role not in _LINES:
                return self._label_of(each) or each.name
        return ""

    @contextmanager
    def listening(self) -> Iterator[Callable[[], list[str]]]:
        """Hear what is announced; gives a function that returns all that was heard so far."""
        registry = DBusAddress(
            "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry"
        )
        asked = new_method_call(registry, "RegisterEvent", "sass", ("object:announcement", [], ""))
        self.bus.send_and_get_reply(asked)
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement")
        self.bus.send_and_get_reply(message_bus.AddMatch(rule))
        heard: list[str] = []
        with self.bus.filter(rule, bufsize=50) as announced:

            def so_far() -> list[str]:
                # Any call takes in what has come.
                self.parts()
                heard.extend(message.body[3][1] for message in announced)
                announced.clear()
                return heard

            yield so_far

    def press(self, name: str) -> None:
        """Press the button of this name, as a switch or a voice would."""
        wait_until(lambda: name in self.names("push button"), f"there is a button {name!r}")
        (found,) = [each for each in self.parts() if (each.role, each.name) == ("push button", name)]
        (done,) = self._call(found.address, "org.a11y.atspi.Action", "DoAction", "i", (0,))
        assert done

    def _label_of(self, part: Part) -> str:
        """Return the text that stands beside a part and says what it is for."""
        (relations,) = self._call(part.address, _ACCESSIBLE, "GetRelationSet")
        return next((self._name(others[0]) for kind, others in relations if kind == _LABELLED_BY), "")

    def _below(self, address: tuple[str, str], window: str = "") -> Iterator[Part]:
        """Give a part that is shown and all below it; `window` is "" for a window itself."""
        try:
            states = self._states(address)
            if "showing" not in states:
                return
            (role,) = self._call(address, _ACCESSIBLE, "GetRoleName")
            name = self._name(address)
            children = self._children(address)
        except DBusErrorResponse as refused:
            if refused.name not in _NO_LONGER_THERE:
                raise
            return
        yield Part(address, role, name, states, window or name)
        for child in children:
            yield from self._below(child, window or name)

    def _states(self, address: tuple[str, str]) -> frozenset[str]:
        ((low, high),) = self._call(address, _ACCESSIBLE, "GetState")
        held = low | high << 32
        return frozenset(state for state, bit in _STATES.items() if held >> bit & 1)

    def _children(self, address: tuple[str, str]) -> list[tuple[str, str]]:
        (children,) = self._call(address, _ACCESSIBLE, "GetChildren")
        return list(children)

    def _name(self, address: tuple[str, str]) -> str:
        asked = Properties(DBusAddress(address[1], address[0], _ACCESSIBLE)).get("Name")
        ((_, name),) = unwrap_msg(self.bus.send_and_get_reply(asked))
        return str(name)

    def _call(
        self,
        address: tuple[str, str],
        interface: str,
        method: str,
        signature: str | None = None,
        arguments: tuple[object, ...] = (),
    ) -> tuple[Any, ...]:
        name, path = address
        call = new_method_call(DBusAddress(path, name, interface), method, signature, arguments)
        return tuple(unwrap_msg(self.bus.send_and_get_reply(call)))


@contextmanager
def a_screen_reader(folder: Path, environment: Mapping[str, str]) -> Iterator[ScreenReader]:
    """Start a session's bus with a screen reader on it, and end both afterwards."""
    folder.chmod(0o700)
    around = {**os.environ, **environment, "XDG_RUNTIME_DIR": str(folder)}
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],  # noqa: S607 - wherever it is
        env=around,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert daemon.stdout is not None
        session = daemon.stdout.readline().strip()
        with open_dbus_connection(session) as bus, open_dbus_connection(_switched_on(bus)) as accessible:
            yield ScreenReader({**environment, "DBUS_SESSION_BUS_ADDRESS": session}, accessible)
    finally:
        daemon.terminate()
        daemon.wait()
        if daemon.stdout is not None:
            daemon.stdout.close()


def _switched_on(session: DBusConnection) -> str:
    """Tell all programs that somebody reads the screen, and return where that is done."""
    status = Properties(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status"))
    session.send_and_get_reply(status.set("IsEnabled", "b", True))
    launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    (address,) = session.send_and_get_reply(new_method_call(launcher, "GetAddress")).body
    return str(address)
