"""Money as such, asked for by a word for any of it, after a matter that is none: 有没有钱领, 钱的方面呢."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.language.kinship import SELF
from bot.language.question_forms import ends_with_the_rest
from bot.language.questions import question_words
from bot.model.session import Session
from bot.understanding.naming import words_besides
from bot.understanding.parts_in_hand import cued_in_hand
from bot.understanding.regional import has_something, measures_on
from bot.understanding.said import Act, Said


def money_asked(said: Said, session: Session, snapshot: Snapshot) -> tuple[str, ...]:
    """The topics that are money, where a message asks for that and for nothing else, and what is in hand is not.

    What a relative of the medical worker asks for comes first where it is not for the worker's own days.
    """
    if not _asks_only_for_money(said, snapshot) or cued_in_hand(said, session):
        return ()
    paid = [topic for topic in snapshot.knowledge.topics if topic.money and has_something(said.region, topic.id, snapshot)]
    in_hand = set(session.measures)
    if any(topic.id in session.topics or measures_on(topic.id, said.region, snapshot) & in_hand for topic in paid):
        return ()
    of_a_relative = session.worker not in (None, SELF)
    return tuple(topic.id for topic in sorted(paid, key=lambda topic: topic.of_work is of_a_relative))


def _asks_only_for_money(said: Said, snapshot: Snapshot) -> bool:
    """Whether all words of a question are for money, for having it, or for asking: 有什么钱可以拿; not 多少钱, 要钱吗."""
    money = snapshot.signal("money-as-such").spans(said.text)
    asks = Act.ASKS in said.acts or ends_with_the_rest(said.text)
    if not money or not asks or said.counting or said.stated or said.analysis.ids("name"):
        return False
    if not all(snapshot.facet_by_id[facet].verdict for facet in said.facets):
        return False
    besides = [*money, *said.side_words, *question_words(said.text), *snapshot.signal("money-had").spans(said.text)]
    people = [(one.start, one.end) for one in said.people.named]
    return not words_besides(said, [*besides, *people])
