"""Which buttons stay."""

from __future__ import annotations

from bot.dialogue.buttons import MOST, tried
from bot.model.reply import Decision, Reply
from bot.model.session import Option


def answer(*actions: str) -> Reply:
    """An answer that offers these actions."""
    return Reply(Decision.ANSWER, (), options=tuple(Option(action, action) for action in actions))


def stays(reply: Reply, *, dull: tuple[str, ...] = ()) -> list[str]:
    """The actions that stay, where those named tell nothing new."""
    kept = tried(reply, lambda action: Reply(Decision.ANSWER, (), news=0 if action in dull else 1))
    return [option.action for option in kept]


def test_a_button_that_tells_nothing_new_goes() -> None:
    reply = answer("sum:ja-01", "facet:ja-01:when", "full:ja-01")
    assert stays(reply, dull=("facet:ja-01:when",)) == ["sum:ja-01", "full:ja-01"]
    assert stays(reply, dull=("full:ja-01",)) == ["sum:ja-01", "facet:ja-01:when"]


def test_what_does_more_than_tell_is_not_tried() -> None:
    assert stays(answer("sum:ja-01", "card:ja-01"), dull=("sum:ja-01", "card:ja-01")) == ["sum:ja-01", "card:ja-01"]


def test_two_sides_at_most_and_four_buttons_in_all() -> None:
    sides = [f"facet:ja-01:{side}" for side in ("when", "how", "tax")]
    assert stays(answer(*sides)) == sides[:2]
    crowded = stays(answer("sum:ja-01", *sides, "card:ja-01", "full:ja-01"))
    assert crowded == ["sum:ja-01", sides[0], "card:ja-01", "full:ja-01"]
    assert len(crowded) == MOST


def test_the_answers_to_a_question_all_stay() -> None:
    answers = [f"fact:role:{number}" for number in range(6)]
    assert stays(answer(*answers, "full:ja-01"), dull=("full:ja-01",)) == [*answers, "full:ja-01"]
