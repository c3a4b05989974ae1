"""The table of rights, and that people read the same one in docs/staff.md."""

from pathlib import Path

import pytest

from kiosk.core.rights import RIGHTS, Right, Role, may, may_reset_pin

_PAGE = Path(__file__).resolve().parents[3] / "docs" / "staff.md"


def _rights_on_the_page() -> dict[Role, set[Right]]:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in _PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    ]
    heading, _, *rights = rows
    roles = [Role(cell) for cell in heading[2:]]
    assert roles == list(Role)
    shown: dict[Role, set[Right]] = {role: set() for role in roles}
    assert [Right(row[1].strip("`")) for row in rights] == list(Right)
    for row in rights:
        for role, cell in zip(roles, row[2:], strict=True):
            assert cell in {"yes", ""}
            if cell:
                shown[role].add(Right(row[1].strip("`")))
    return shown


def test_the_page_for_people_shows_the_rights_that_the_program_gives() -> None:
    assert _rights_on_the_page() == RIGHTS


def test_every_right_is_somebodys_and_every_role_has_some() -> None:
    assert set().union(*RIGHTS.values()) == set(Right)
    assert set(RIGHTS) == set(Role)
    assert all(RIGHTS.values())


def test_whoever_stands_at_the_door_does_not_go_above_the_cap_alone() -> None:
    assert may(Role.SECURITY, Right.ADMIT_BY_OVERRIDE)
    assert not may(Role.SECURITY, Right.CONFIRM_ABOVE_CAP)
    assert not may(Role.SECURITY, Right.RAISE_CAP)
    assert may(Role.MANAGER, Right.CONFIRM_ABOVE_CAP)


def test_whoever_hands_out_pins_lets_nobody_in() -> None:
    managing = [role for role in Role if may(role, Right.MANAGE_STAFF)]
    assert managing == [Role.ADMIN]
    assert not may(Role.ADMIN, Right.ADMIT_BY_OVERRIDE)


@pytest.mark.parametrize(
    ("role", "of", "allowed"),
    [
        (Role.SECURITY, Role.SECURITY, False),
        (Role.MANAGER, Role.SECURITY, True),
        (Role.MANAGER, Role.MANAGER, False),
        (Role.MANAGER, Role.ADMIN, False),
        (Role.ADMIN, Role.SECURITY, True),
        (Role.ADMIN, Role.MANAGER, True),
        (Role.ADMIN, Role.ADMIN, True),
    ],
)
def test_a_manager_resets_pins_of_security_and_an_admin_all(role: Role, of: Role, *, allowed: bool) -> None:
    assert may_reset_pin(role, of) is allowed
