"""Why a door or a panel cannot do by itself what it is asked: a closed set, without sentences."""

from enum import Enum


class Trouble(Enum):
    """What is wrong: the ledger cannot be reached, a clock cannot be right, or the program has failed."""

    LEDGER = "ledger"
    CLOCK = "clock"
    PROGRAM = "program"
