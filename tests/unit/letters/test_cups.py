"""The print service: what it is asked, what comes of it, and that nobody waits for one that hangs."""

import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from kiosk.core.desk_orders import NotPrinted
from kiosk.letters import cups
from kiosk.letters.cups import has_cups, print_document
from kiosk.letters.not_printed import NotPrintedError
from tests.printers import Manner, PrintServer, print_server
from tests.private_cups import needs_cups, private_cups

pytestmark = pytest.mark.skipif(not has_cups(), reason="this system has no CUPS")

PAGE: Final = b"%PDF-1.4\n%%EOF\n"
PRINTERS: Final = {"Flur": Manner.PRINTS, "Keller": Manner.REFUSES, "Boden": Manner.IS_STOPPED}
OUTCOMES: Final = {
    None: "Flur",
    "Flur": "Flur",
    "Keller": (NotPrinted.REFUSED, "Keller"),
    "Boden": (NotPrinted.REFUSED, "Boden"),
    "Dach": (NotPrinted.UNKNOWN_PRINTER, "Dach"),
}


def outcome(name: str | None) -> object:
    try:
        return print_document(PAGE, "Einladung", name)
    except NotPrintedError as error:
        return error.why, error.printer


PrintOn = Callable[[str | None, str], object]


@pytest.fixture
def print_on(monkeypatch: pytest.MonkeyPatch) -> PrintOn:
    """Prints on the printer of a name (None: the usual one) by the service at an address."""

    def print_on(name: str | None, address: str) -> object:
        monkeypatch.setenv("CUPS_SERVER", address)
        came: list[object] = []
        # Of its own: the library remembers for each thread which service it speaks to.
        thread = threading.Thread(target=lambda: came.append(outcome(name)))
        thread.start()
        thread.join()
        return came[0]

    return print_on


@pytest.fixture(autouse=True)
def _nobodys_own_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    for each in ("LPDEST", "PRINTER"):
        monkeypatch.delenv(each, raising=False)


@pytest.fixture
def server() -> Iterator[PrintServer]:
    with print_server(**PRINTERS) as server:
        yield server


@pytest.mark.parametrize(("name", "expected"), OUTCOMES.items())
def test_what_comes_of_printing_is_told_for_each_printer(
    server: PrintServer, print_on: PrintOn, name: str | None, expected: object
) -> None:
    # The service answers from another thread of this process: who held the interpreter would wait in vain.
    assert print_on(name, server.address) == expected
    assert server.papers == ({"Flur": [PAGE]} if expected == "Flur" else {})


@needs_cups
def test_a_real_service_answers_as_the_one_of_these_tests(print_on: PrintOn) -> None:
    with private_cups(**PRINTERS) as real:
        assert {name: print_on(name, real.address) for name in OUTCOMES} == OUTCOMES
        assert real.paper("Flur").read_bytes() == PAGE


def test_a_page_comes_once_one_sided_and_in_its_own_size_whatever_the_printers_settings_are(
    server: PrintServer, print_on: PrintOn
) -> None:
    print_on(None, server.address)
    (job,) = server.jobs
    for name, value in (
        (b"media", b"A4"),
        (b"sides", b"one-sided"),
        (b"copies", b"\x00\x00\x00\x01"),
        (b"number-up", b"\x00\x00\x00\x01"),
        (b"print-scaling", b"none"),
        (b"fit-to-page", b"\x00"),
    ):
        assert name + len(value).to_bytes(2, "big") + value in job, name


def test_a_job_whose_pages_are_not_taken_is_taken_back(print_on: PrintOn) -> None:
    with print_server(Flur=Manner.REFUSES_THE_PAGES) as server:
        assert print_on(None, server.address) == (NotPrinted.REFUSED, "Flur")
        assert server.cancelled == 1


def test_a_service_without_printers_says_so(print_on: PrintOn) -> None:
    with print_server() as server:
        assert print_on(None, server.address) == (NotPrinted.NO_PRINTER, "")
        assert print_on("Flur", server.address) == (NotPrinted.UNKNOWN_PRINTER, "Flur")


def test_a_machine_without_a_service_says_so(print_on: PrintOn, tmp_path: Path) -> None:
    assert print_on(None, str(tmp_path / "nothing")) == (NotPrinted.NO_SERVICE, "")


def test_a_service_that_never_answers_is_given_up(print_on: PrintOn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cups, "_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        assert print_on("Flur", f"127.0.0.1:{port}") == (NotPrinted.NO_ANSWER, "Flur")


def test_a_system_without_the_services_library_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cups, "_library", lambda: None)
    assert not has_cups()
    assert outcome(None) == (NotPrinted.NO_SERVICE, "")
