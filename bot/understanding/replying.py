"""Whether a message answers the question that waits: in a word its author foresaw, by a plain no, by who it says was meant."""

from __future__ import annotations

from collections.abc import Mapping

from bot.compiled.snapshot import Snapshot
from bot.counting.tree import Counting
from bot.language.assertions import says_only_yes_or_no
from bot.language.clefts import CLEFT
from bot.language.kinship import SELF
from bot.language.numerals import number_alone
from bot.language.particles import POSSESSIVE, bare
from bot.language.question_forms import ends_asking
from bot.language.questions import asks
from bot.language.short_answers import only_denies
from bot.model.condition import fact_tests
from bot.model.fact import UNSURE, Fact
from bot.model.session import Session
from bot.model.tally import Spell
from bot.understanding.people import People


def replied(
    text: str, stated: Mapping[str, str], people: People, session: Session, snapshot: Snapshot
) -> dict[str, str] | Spell:
    """What a short message states by replying to the question that waits: an option, or a bare number of units."""
    fact = snapshot.definitions.get(session.pending.fact) if session.pending else None
    if fact is None or fact.id in stated:
        return {}
    option = option_replied(text, fact, snapshot)
    if option is None and not _states_another(stated, snapshot):
        option = _denied(text, fact, people)
    if option is not None:
        return {fact.id: option}
    number = number_alone(text) if fact.kind == "number" else None
    return Spell(fact.id, number, number) if number is not None and number > 0 else {}


def replies(stated: Mapping[str, str], counting: Counting, session: Session, snapshot: Snapshot) -> bool:
    """Whether the question that waits is answered, be it in part: of whose registrations was asked, and one is told."""
    pending = session.pending
    if pending is None:
        return False
    if pending.fact in stated or pending.fact in counting.counted or counting.stands:
        return True
    known = snapshot.definitions
    conditions = [option.implied_by for option in known[pending.fact].options if option.implied_by] if pending.fact in known else []
    tests = [test.fact for condition in conditions for test in fact_tests(condition)]
    return any(fact in stated and known[fact].held is not None for fact in tests)


def foreseen(text: str, session: Session, snapshot: Snapshot) -> bool:
    """Whether a message is one of the replies that the author of the waiting question foresaw."""
    fact = snapshot.definitions.get(session.pending.fact) if session.pending else None
    return fact is not None and option_replied(text, fact, snapshot) is not None


def option_replied(text: str, fact: Fact, snapshot: Snapshot) -> str | None:
    """The option of a fact that a short message chooses right after its question."""
    if snapshot.signal("unsure").is_all_of(text):
        return UNSURE
    said, known = bare(text), snapshot.language.known
    for option in fact.options:
        if any(said == bare(known(reply)) for reply in (option.label, *option.replies)):
            return option.id
    return None


def _states_another(stated: Mapping[str, str], snapshot: Snapshot) -> bool:
    """Whether a message tells of something else than was asked, besides who somebody is."""
    known = snapshot.definitions
    return any(not known[fact].passing and known[fact].relation is None and fact not in snapshot.introductory for fact in stated)


def _denied(text: str, fact: Fact, people: People) -> str | None:
    """The option that is meant where a message only says no, or that it was somebody else: 没走成; 去的是我搭档."""
    no = next((option for option in fact.options if any(map(_is_plain_no, option.replies))), None)
    if no is None or no.outside is not None or fact.held is not None or any(option.implied_by for option in fact.options):
        return None
    if asks(text) or ends_asking(text):
        return None
    if fact.of_staff and _was_another(text, people):
        return no.id
    words = "".join((fact.question, fact.title, *(word for option in fact.options for word in (option.label, *option.replies))))
    taken = {at for one in people.named for at in range(one.start, one.end)}
    return no.id if only_denies(text, words, taken) else None


def _is_plain_no(reply: str) -> bool:
    """Whether a reply that an author foresaw is a plain no: it says which option one means in other words."""
    return says_only_yes_or_no(reply) and only_denies(reply, "")


def _was_another(text: str, people: People) -> bool:
    """Whether it is said to be of somebody else than the one asked of: 去的是|我搭档, 去的是|隔壁科老周."""
    turned = [people.behind(text, found.start()) for found in CLEFT.finditer(text) if found.group().startswith(POSSESSIVE)]
    return any(who is not None and who not in (SELF, people.worker()) for who in turned)
