"""Inline keyboards. What a button carries survives restarts: the core's action id and a mark of what it leads to."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.compiled.derived import derived
from bot.compiled.snapshot import Snapshot
from bot.model.session import Option

_log = logging.getLogger(__name__)

MAX_DATA_BYTES = 64
_SEPARATOR = "~"
_IN_PLACE = "p"
"""No hexadecimal digit, so that it cannot be taken for the beginning of a mark."""
_MARK_LENGTH = 4
_LEADS_TO = dict.fromkeys(("measure", "facet", "sum", "full"), "measure") | {"fact": "fact", "ask": "fact", "topic": "topic"}
"""What actions of a kind lead to."""
_WIDTHS = ((3, 5), (2, 9), (1, 1000))
"""Buttons to a row, by the length of the longest label."""
_MAX_BUTTONS = 100


class Button(NamedTuple):
    """What a button carries: an action, whether its answer replaces the message, and a mark of the content."""

    action: str
    in_place: bool = False
    mark: str | None = None


def keyboard(
    options: Sequence[Option],
    snapshot: Snapshot,
    *,
    turning: Sequence[Option] = (),
    links: Sequence[tuple[str, str]] = (),
    rows: Sequence[Sequence[Option]] = (),
) -> InlineKeyboardMarkup | None:
    """Options as buttons, then those that turn the page in place, links (label, address), rows of their own; None for none."""
    plain = [_button(option, snapshot, in_place=False) for option in options[:_MAX_BUTTONS]]
    pages = [_button(option, snapshot, in_place=True) for option in turning[: _MAX_BUTTONS - len(plain)]]
    addresses = [[InlineKeyboardButton(label, url=address)] for label, address in links]
    own = [line for row in rows for line in _rows([_button(option, snapshot, in_place=False) for option in row])]
    shown = [*_rows(plain), *_rows(pages), *addresses, *own]
    return InlineKeyboardMarkup(shown) if shown else None


def write_data(button: Button) -> str:
    """What is sent along with a button. The mark is left out where it does not fit.

    >>> write_data(Button("measure:hq-09", True, "1a2b"))
    'measure:hq-09~p1a2b'
    """
    flag = _IN_PLACE if button.in_place else ""
    full = f"{button.action}{_SEPARATOR}{flag}{button.mark or ''}".removesuffix(_SEPARATOR)
    return full if len(full.encode()) <= MAX_DATA_BYTES else button.action


def read_data(data: str) -> Button:
    """What a button carries.

    >>> read_data("measure:hq-09~p1a2b")
    Button(action='measure:hq-09', in_place=True, mark='1a2b')
    >>> read_data("menu")
    Button(action='menu', in_place=False, mark=None)
    """
    action, _, rest = data.partition(_SEPARATOR)
    in_place = rest.startswith(_IN_PLACE)
    return Button(action, in_place, rest.removeprefix(_IN_PLACE) or None)


def content_mark(action: str, snapshot: Snapshot) -> str | None:
    """A short mark that changes when what the action leads to does; None if it leads to nothing in particular."""
    kind, _, rest = action.partition(":")
    place, marks = (_LEADS_TO.get(kind, ""), rest.partition(":")[0]), _marks(snapshot)
    if place not in marks:
        content = _content(*place, snapshot)
        if content is None:  # not remembered: anybody can name what is not there
            return None
        marks[place] = hashlib.sha256(repr(content).encode()).hexdigest()[:_MARK_LENGTH]
    return marks[place]


def _content(kind: str, name: str, snapshot: Snapshot) -> object:
    known: dict[str, Mapping[str, object]] = {
        "measure": snapshot.knowledge.measure_by_id, "fact": snapshot.definitions, "topic": snapshot.topic_by_id,
    }  # fmt: skip
    return known.get(kind, {}).get(name)


@derived
def _marks(_: Snapshot) -> dict[tuple[str, str], str]:
    """Marks worked out before, by what they are of."""
    return {}


def has_changed(button: Button, snapshot: Snapshot) -> bool:
    """Whether a button leads to something else than when it was made."""
    now = content_mark(button.action, snapshot)
    return button.mark is not None and now is not None and now != button.mark


def _button(option: Option, snapshot: Snapshot, *, in_place: bool) -> InlineKeyboardButton | None:
    data = write_data(Button(option.action, in_place, content_mark(option.action, snapshot)))
    if len(data.encode()) > MAX_DATA_BYTES or not data.isascii():
        _log.error("a button does not fit Telegram and was left out: %s", option.action.partition(":")[0])
        return None
    return InlineKeyboardButton(option.label, callback_data=data)


def _rows(buttons: Sequence[InlineKeyboardButton | None]) -> list[list[InlineKeyboardButton]]:
    """Buttons in rows: as many to a row as the longest label allows on a narrow phone."""
    shown = [button for button in buttons if button is not None]
    longest = max((len(button.text) for button in shown), default=0)
    width = next(width for width, most in _WIDTHS if longest <= most)
    return [shown[start : start + width] for start in range(0, len(shown), width)]
