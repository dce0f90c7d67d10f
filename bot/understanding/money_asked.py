"""Money as such, asked for by a word for any of it, after a matter that is none: 有没有钱领, 钱的方面呢."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.language.clauses import Stretch
from bot.language.kinship import SELF
from bot.language.question_forms import ends_with_the_rest
from bot.language.questions import question_words
from bot.model.session import Session
from bot.understanding.counting_tools import counting_tools
from bot.understanding.naming import words_besides
from bot.understanding.parts_in_hand import cued_in_hand
from bot.understanding.regional import has_something
from bot.understanding.said import Act, Said
from bot.understanding.telling import tells_of_hardship


def money_asked(said: Said, session: Session, snapshot: Snapshot) -> tuple[str, ...]:
    """The topics that are money, where a message asks for that and for nothing else, and what is in hand is not.

    What a relative of the medical worker asks for comes first where it is not for the worker's own days.
    """
    if not _asks_only_for_money(said, session, snapshot) or cued_in_hand(said, session):
        return ()
    paid = [topic for topic in snapshot.knowledge.topics if topic.money and has_something(said.region, topic.id, snapshot)]
    if any(topic.id in session.topics for topic in paid):
        return ()
    of_a_relative = session.worker not in (None, SELF)
    return tuple(topic.id for topic in sorted(paid, key=lambda topic: topic.of_work is of_a_relative))


def _asks_only_for_money(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether all words of a question are for money, for having it, or for asking: 有什么钱可以拿; not 多少钱, 要钱吗.

    What is told before it, where nothing is in hand, only says who it is for: 我是跑流调的，钱怎么算.
    """
    money = snapshot.signal("money-as-such").spans(said.text)
    asks = Act.ASKS in said.acts or ends_with_the_rest(said.text)
    if not money or not asks or said.counting or said.analysis.ids("name"):
        return False
    told = [] if session.topics else _who_it_is_for(said, snapshot)
    if (said.stated and not told) or not all(_may_be_asked(facet, snapshot, told=bool(told)) for facet in said.facets):
        return False
    besides = [*money, *told, *said.side_words, *question_words(said.text), *snapshot.signal("money-had").spans(said.text)]
    people = [(one.start, one.end) for one in said.people.named]
    return not words_besides(said, [*besides, *people])


def _may_be_asked(facet: str, snapshot: Snapshot, *, told: bool) -> bool:
    """Whether a side may be asked of money as such: whether one gets it, and how it is reckoned for somebody whose work is told."""
    known = snapshot.facet_by_id[facet]
    return known.verdict or (told and known.asks_sum)


def _who_it_is_for(said: Said, snapshot: Snapshot) -> list[Stretch]:
    """The clauses before the question, where they tell of no hardship and state who somebody is or what they do, nothing else."""
    work, clauses = snapshot.introductory | counting_tools(snapshot).deciding, said.clauses[:-1]
    others = (snapshot.definitions[fact] for fact in said.stated if fact not in work)
    if not clauses or not said.stated or not all(fact.passing for fact in others) or tells_of_hardship(said, snapshot):
        return []
    tells = all(clause.act is Act.TELLS for clause in clauses)
    return [(clause.start, clause.end) for clause in clauses] if tells else []
