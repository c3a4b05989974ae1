"""Whatever somebody writes into a QR code: an answer, never an accident, and never an open door.

The full numbers run with `python scripts/hostile_codes.py`.
"""

from itertools import islice
from random import Random

from kiosk.core.code import Code, CodeError, parse
from kiosk.core.verdict import Outcome
from kiosk.ledger.ledger import Ledger
from kiosk.scan.decode import decode
from tests.hostile import payloads, symbols
from tests.hostile_door import HostileDoor

SEED = 20210920


def test_no_payload_reads_as_a_letter_that_it_is_not() -> None:
    letters = [Code(Random(SEED).getrandbits(128)) for _ in range(20)]
    known = {letter.secret for letter in letters} | {letter.short for letter in letters}
    for payload in islice(payloads(Random(SEED), letters), 3000):
        try:
            code = parse(payload)
        except CodeError:
            continue
        assert (code.secret if isinstance(code, Code) else code) not in known, payload


def test_no_hostile_symbol_opens_the_door_and_a_letter_still_does(ledger: Ledger) -> None:
    door = HostileDoor(ledger)
    for symbol in islice(symbols(Random(SEED), door.letters), 25):
        read = decode(symbol.picture)
        if symbol.expected and read:
            assert read[0].raw == symbol.expected, symbol.kind
        for sighting in read:
            assert door.show(sighting.text) is not Outcome.ADMITTED, symbol.kind
    assert door.show(door.letters[0].text) is Outcome.ADMITTED
