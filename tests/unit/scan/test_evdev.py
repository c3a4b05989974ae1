"""A scanner that is grabbed: its events become texts, and it is found again. The devices are pipes here."""

import os
import string
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Event, Thread

from kiosk.scan.evdev import _EVENT, GrabbedKeys, KeyEvents, grab
from kiosk.scan.evdev_keys import AMERICAN
from kiosk.scan.scanner_light import ScannerError
from tests.unit.scan.pictures import CODE

KEY, SYN = 1, 0
SHIFT, CONTROL, ENTER = 42, 29, 28
NAME = "Scanner Works HID Keyboard"


def event(code: int, value: int, type_: int = KEY) -> bytes:
    return _EVENT.pack(0, 0, type_, code, value) + _EVENT.pack(0, 0, SYN, 0, 0)


def stroke(code: int, holding: Iterable[int] = ()) -> bytes:
    held = list(holding)
    down = b"".join(event(each, 1) for each in held)
    return down + event(code, 1) + event(code, 0) + b"".join(event(each, 0) for each in held)


def typed(text: str) -> bytes:
    """The events with which a scanner types this text."""
    keys = {pair[shifted]: (code, shifted) for code, pair in AMERICAN.items() for shifted in (1, 0)}
    return b"".join(stroke(code, [SHIFT] * shifted) for code, shifted in (keys[each] for each in text))


def characters(raw: bytes, keys: KeyEvents | None = None) -> str:
    return "".join(each.text for each in (keys or KeyEvents()).feed(raw, 1.0))


def test_every_character_of_a_keyboard_is_typed_as_on_an_american_one() -> None:
    everything = string.ascii_letters + string.digits + string.punctuation + " \r\t\b\x1b\x7f"
    assert characters(typed(everything)) == everything


def test_control_with_a_letter_is_a_control_character_and_no_command() -> None:
    raw = b"".join(
        stroke(code, [CONTROL]) for code, pair in AMERICAN.items() if pair[0] in string.ascii_lowercase
    )
    assert sorted(characters(raw)) == [chr(number) for number in range(1, 27)]


def test_function_keys_repeats_and_other_events_type_nothing() -> None:
    raw = b"".join(stroke(code) for code in (*range(59, 69), 87, 88, 102, 125, 200, 500))
    assert characters(raw + event(30, 2) + event(30, 1, type_=4)) == ""


def test_events_may_come_in_pieces_of_any_size() -> None:
    keys = KeyEvents()
    raw = typed(CODE)
    assert "".join(characters(raw[at : at + 7], keys) for at in range(0, len(raw), 7)) == CODE


def test_shift_does_not_stay_down_where_events_were_lost() -> None:
    lost = _EVENT.pack(0, 0, SYN, 3, 0)
    assert characters(event(SHIFT, 1) + lost + typed("a")) == "a"


class Plug:
    """A computer with a place for one scanner, which is a pipe."""

    def __init__(self, folder: Path) -> None:
        self.devices, self.described = folder / "input", folder / "class"
        self.grabbed: list[int] = []
        self._writer = -1
        for number, name in enumerate(("Power Button", NAME)):
            described = self.described / f"event{number}" / "device"
            described.mkdir(parents=True)
            (described / "name").write_text(f"{name}\n")
        self.devices.mkdir()
        (self.devices / "event0").write_bytes(b"")

    def plug_in(self) -> None:
        os.mkfifo(self.devices / "new")
        self._writer = os.open(self.devices / "new", os.O_RDWR)
        (self.devices / "new").rename(self.devices / "event1")

    def pull_out(self) -> None:
        (self.devices / "event1").unlink()
        os.close(self._writer)

    def press(self, raw: bytes) -> None:
        os.write(self._writer, raw)

    def keys(self, name: str = "scanner works") -> GrabbedKeys:
        return GrabbedKeys(
            name,
            devices=self.devices,
            described=self.described,
            take_hold=self.grabbed.append,
            retry_seconds=0.01,
        )


@contextmanager
def listening(keys: GrabbedKeys) -> Iterator[Queue[object]]:
    """What is told while somebody listens: texts, errors, and None when the scanner was found."""
    told: Queue[object] = Queue()
    last: list[object] = []

    def lost(error: ScannerError) -> None:
        if str(error) not in last:
            last[:] = [str(error)]
            told.put(error)

    stop = Event()
    thread = Thread(target=keys.run, args=(stop, told.put, lambda: told.put(None), lost))
    thread.start()
    try:
        yield told
    finally:
        stop.set()
        thread.join(5.0)


def test_scanner_is_grabbed_heard_and_found_again_after_its_cable_was_pulled(tmp_path: Path) -> None:
    plug = Plug(tmp_path)
    with listening(plug.keys()) as told:
        missing = told.get(timeout=60)
        assert "There are: Power Button" in str(missing)
        plug.plug_in()
        assert told.get(timeout=60) is None
        assert len(plug.grabbed) == 1
        plug.press(typed(f"{CODE}\r"))
        assert told.get(timeout=60) == CODE
        plug.pull_out()
        assert "unplugged" in str(told.get(timeout=60)) or "no such scanner" in str(told.get(timeout=60))
        plug.plug_in()
        while (heard := told.get(timeout=60)) is not None:
            assert isinstance(heard, ScannerError)
        plug.press(typed("OTHER"))
        assert told.get(timeout=60) == "OTHER"
        plug.pull_out()


def test_device_that_refuses_to_be_grabbed_is_told_with_its_path(tmp_path: Path) -> None:
    plug = Plug(tmp_path)
    keys = GrabbedKeys(str(plug.devices / "event0"), take_hold=grab, retry_seconds=0.01)
    with listening(keys) as told:
        refused = told.get(timeout=60)
    assert "cannot be grabbed" in str(refused)
    assert "event0" in str(refused)


def test_device_that_this_user_may_not_read_says_which_group_may(tmp_path: Path) -> None:
    def forbid(_: int) -> None:
        raise PermissionError(13, "Permission denied")

    plug = Plug(tmp_path)
    keys = GrabbedKeys(str(plug.devices / "event0"), take_hold=forbid, retry_seconds=0.01)
    with listening(keys) as told:
        assert "group input" in str(told.get(timeout=60))


def test_device_that_is_named_by_its_path_and_is_not_there_is_missing(tmp_path: Path) -> None:
    with listening(GrabbedKeys(str(tmp_path / "event7"), devices=tmp_path, retry_seconds=0.01)) as told:
        assert "no such scanner" in str(told.get(timeout=60))
