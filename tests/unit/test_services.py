"""The units of systemd that an office copies start what there is."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.cli import app

SERVICES = sorted((Path(__file__).parents[2] / "services").glob("*.service"))


def test_there_is_a_unit_for_each_program_that_goes_on_all_day() -> None:
    names = {each.stem.removeprefix("kiosk-") for each in SERVICES}
    assert names == {"backup", "door", "lists", "mail", "page"}


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.stem)
def test_a_unit_calls_a_command_with_options_that_it_takes(service: Path) -> None:
    (line,) = re.findall(r"^ExecStart=(.+)$", service.read_text(encoding="utf-8"), re.MULTILINE)
    program, *words = shlex.split(line)
    assert program == "/opt/kiosk/kiosk.sh"
    told = CliRunner().invoke(app, [*words, "--help"])
    assert told.exit_code == 0, told.output
    assert "--office" in told.output
