"""What draws for the page is a process at a time, bounded in time, and never outlives the page."""

import asyncio
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.web.errands import MOST_WAITING, ErrandError, Errands
from kiosk.web.ledger_thread import TooBusyError

_OFFICE = Path("office.toml")
_WRITES = "import sys; open(sys.argv[-1], 'w').write(' '.join(sys.argv[1:-1]))"
_WAITS = "import time; time.sleep(120)"
_FAILS = "import sys; sys.exit('no such day')"

MakeErrands = Callable[..., Errands]


@pytest.fixture
def make_errands() -> Iterator[MakeErrands]:
    """Make errands whose program is a few words of Python; `longest` is how long one may take (seconds)."""
    made: list[Errands] = []

    def make(code: str, longest: float = 60.0) -> Errands:
        made.append(Errands(_OFFICE, longest, (sys.executable, "-c", code)))
        return made[-1]

    yield make
    for each in made:
        each.close()


async def _asked(errands: Errands) -> bytes:
    return await errands.file_of(("draw", "--red"), "--out", "made.txt")


def test_what_the_command_wrote_is_returned_and_its_folder_is_gone(make_errands: MakeErrands) -> None:
    assert asyncio.run(_asked(make_errands(_WRITES))) == b"draw --red --office office.toml --out"


@pytest.mark.parametrize(
    ("code", "longest", "why"), [(_WAITS, 0.2, "too long"), (_FAILS, 60, "ended with 1"), ("", 60, "nothing")]
)
def test_a_process_that_fails_hangs_or_writes_nothing_is_an_error(
    make_errands: MakeErrands, code: str, longest: float, why: str
) -> None:
    with pytest.raises(ErrandError, match=why):
        asyncio.run(_asked(make_errands(code, longest)))


def test_only_so_many_wait_and_all_end_with_the_page(make_errands: MakeErrands) -> None:
    errands = make_errands(_WAITS)

    async def story() -> list[bytes | BaseException]:
        waiting = [asyncio.ensure_future(_asked(errands)) for _ in range(MOST_WAITING)]
        await asyncio.sleep(0)
        with pytest.raises(TooBusyError):
            await _asked(errands)
        await asyncio.to_thread(errands.close)
        return await asyncio.gather(*waiting, return_exceptions=True)

    ended = asyncio.run(story())
    assert [type(each) for each in ended] == [ErrandError] * MOST_WAITING
