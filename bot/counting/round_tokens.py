"""Numbers of rounds and shifts, and spells told by their order."""

from __future__ import annotations

import re

from bot.counting.tokens import Tokens, blank
from bot.counting.tree import Rounds
from bot.language.durations import and_a_half
from bot.language.numerals import bounds_of
from bot.language.rounds_and_parts import (
    A_SHIFT_OF_DAYS,
    DAILY,
    EVERY_SO_OFTEN,
    FIRST,
    IN_ORDER,
    NEXT_IN_ORDER,
    ONE_DAY,
    SO_MANY_SHIFTS,
)
from bot.model.tally import Doubt, Reason

_TWO = 2


def rounds_in(tokens: Tokens, left: str, pattern: re.Pattern[str]) -> str:
    """Rounds, shifts, and spells told by their order."""
    claimed = _in_order(tokens, left)
    left = blank(left, claimed)
    for match in pattern.finditer(left):
        if match.group("label"):
            tokens.labels.append(match.span())
        elif match.group("per"):
            if EVERY_SO_OFTEN.search(tokens.text, 0, match.start()):
                continue
            tokens.rounds.append(Rounds(match.start(), match.end(), None))
        elif DAILY.search(tokens.text, 0, match.start()):
            continue  # 一天查5次: what other numbers there are is told apart later
        else:
            number = bounds_of(match.group("number") or match.group("inout"))
            if number is None or number.low != number.high or number.low != int(number.low):
                continue
            if and_a_half(left, match.end()):
                tokens.doubts.append(Doubt(Reason.HALVES, "", left[match.start() : match.end() + 1]))
            tokens.rounds.append(Rounds(match.start(), match.end(), int(number.low)))
        claimed.append(match.span())
    return _shifts_of_days(tokens, blank(left, claimed))


def _shifts_of_days(tokens: Tokens, left: str) -> str:
    """14天一班，上了两班: shifts of more than a day each are rounds."""
    per = [match for match in A_SHIFT_OF_DAYS.finditer(left) if not ONE_DAY.search(left, 0, match.start())]
    if not per:
        return left
    left = blank(left, (match.span() for match in per))
    tokens.rounds += [Rounds(match.start(), match.end(), None) for match in per]
    many = [(match, bounds_of(match.group("number"))) for match in SO_MANY_SHIFTS.finditer(left)]
    told = [(match, int(number.low)) for match, number in many if number is not None and number.low == number.high]
    tokens.rounds += [Rounds(match.start(), match.end(), number) for match, number in told]
    return blank(left, (match.span() for match, _ in told))


def _in_order(tokens: Tokens, left: str) -> list[tuple[int, int]]:
    """Spells told by their order, which are no numbers of rounds: 头回5天二回7天, 第一周5天第二周6天."""
    found = list(NEXT_IN_ORDER.finditer(left))
    if len(found) < _TWO or found[0].group("label")[0] not in FIRST:
        found = []
    spans = [match.span() for match in found]
    spans += [m.span() for m in IN_ORDER.finditer(left) if not any(m.start() < b and a < m.end() for a, b in spans)]
    tokens.labels += spans
    return spans
