"""Which facts a message states, and of whom: polarity and subject belong to the reading, not to each pattern."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.compiled.keys import OptionKey
from bot.language.asked_for_what import asks_if_counted, asks_if_needed, asks_if_only_those
from bot.language.bystanders import takes_part
from bot.language.clauses import clause_bounds
from bot.language.clefts import IS_NONE, THOSE_WHO
from bot.language.kinship import FELLOW, HOUSEHOLD, NOBODY, SELF
from bot.language.negation import denied, says_it_is, was_yet_to_come
from bot.language.patterns import Found
from bot.language.question_forms import ends_seeking_assent, puts_choice
from bot.language.questions import asks
from bot.language.semantic_roles import GIVEN_TO
from bot.model.fact import Fact
from bot.understanding.named import OF_ONES_AGE
from bot.understanding.people import People

Heard = Mapping[OptionKey, Found]
_SEVERAL = 2
_CHOICE_BESIDE = 16
"""Characters beside a clause in which the other of two lies that it puts to choose from."""


def most_specific(found: Heard) -> dict[str, str]:
    """One option for each fact that is said: the one whose pattern says most."""
    best: dict[str, tuple[tuple[int, int], str]] = {}
    for key, here in found.items():
        if key.fact not in best or here.weight > best[key.fact][0]:
            best[key.fact] = (here.weight, key.option)
    return {fact: option for fact, (_, option) in best.items()}


def meant(found: Heard, text: str, people: People, definitions: Mapping[str, Fact]) -> dict[OptionKey, Found]:
    """What is really said: a denied option is its opposite, and what is said of somebody else is not said."""
    heard: dict[OptionKey, Found] = {}
    for key, here in found.items():
        fact = definitions[key.fact]
        option = fact.option(key.option)
        if option is None or not _concerns(fact, option.outside is not None, here, text, people):
            continue
        if here.negative and says_it_is(text, here.start, here.end):
            continue
        if not here.negative and _is_a_trade(fact, option.id) and takes_part(text, here.start, here.end):
            continue
        real = really(key, here, text, fact)
        here = here if real == key else here.as_denied()
        known = heard.get(real) if real is not None else None
        if real is not None and (known is None or here.weight > known.weight):
            heard[real] = here
    return heard


@dataclass(frozen=True, slots=True)
class Told:
    """An option of a fact that is said of somebody."""

    who: str
    fact: str
    option: str


def told_apart(found: Heard, text: str, people: People, definitions: Mapping[str, Fact]) -> tuple[Told, ...]:
    """What is said of anybody other than the medical worker the question is about: 我妈去了湖北，我没去."""
    worker, told = people.worker(), {}
    for key, here in sorted(found.items(), key=lambda entry: entry[1].weight):
        fact = definitions[key.fact]
        who = said_of(here, text, people) if fact.of_staff else None
        real = really(key, here, text, fact) if who not in (None, NOBODY, worker) else None
        if who is not None and real is not None:
            told[who, key.fact] = Told(who, key.fact, real.option)
    return tuple(told.values())


def uncontested(
    heard: Heard, apart: tuple[Told, ...], people: People, definitions: Mapping[str, Fact]
) -> dict[OptionKey, Found]:
    """What is said, where nobody is singled out and it is said of one and denied of another: of a family what one of them
    is, of nobody neither.
    """
    options: dict[str, set[str]] = {}
    for told in apart:
        options.setdefault(told.fact, set()).add(told.option)
    return {
        key: here
        for key, here in heard.items()
        if people.worker() is not None
        or len(options.get(key.fact, ())) < _SEVERAL
        or (people.asked_for is not None and _affirms(key, definitions))
    }


def _affirms(key: OptionKey, definitions: Mapping[str, Fact]) -> bool:
    option = definitions[key.fact].option(key.option)
    return option is not None and option.denied is not None


def really(key: OptionKey, here: Found, text: str, fact: Fact) -> OptionKey | None:
    """The option that is said: the opposite of one that is denied; None if that says nothing.

    What somebody was to do later only says when something else was: 去湖北以前在本院.
    """
    if fact.of_staff and was_yet_to_come(text, here.end):
        return None
    if here.negative or not (here.broken or denied(text, here.start, here.end)):
        return key
    option = fact.option(key.option)
    return OptionKey(fact.id, option.denied) if option is not None and option.denied is not None else None


def asked_for(people: People, definitions: Mapping[str, Fact]) -> dict[str, str]:
    """The options of the facts that tell what somebody is to the medical worker: whom a question is about, the child."""
    asked = people.relation()
    child = people.of_child() or ("child" if asked == "child" else None)  # 我爸在一线，我弟上小学
    told = {"asked": asked, "child": child}
    found = {}
    for fact in definitions.values():
        if fact.relation is None or (relation := told.get(fact.relation)) is None:
            continue
        option = next((option for option in fact.options if relation in option.kin), None)
        if option is not None:
            found[fact.id] = option.id
    return found


def _concerns(fact: Fact, excludes: bool, here: Found, text: str, people: People) -> bool:
    """Whether what is said there is said of the medical worker the question is about, or of nobody in particular.

    ``excludes``: it would put a person outside the documents, which a relative's own trade does not where somebody else is
    the medical worker.
    """
    if _only_asked_if_needed(here, text, people):
        return False
    if not fact.of_staff and not excludes:
        return not (fact.of_household and _of_another_home(said_of(here, text, people), people))
    if fact.of_staff and not excludes and _of_those_asked_about(here, text, people):
        return False
    if _in_a_choice(here, text):
        return False
    subject = said_of(here, text, people)
    if excludes:
        relative = subject not in (None, SELF, NOBODY, FELLOW) and IS_NONE.match(text, here.start) is not None
        return subject in people.staff or not (people.staff or relative)
    worker = people.worker()
    return subject is None or (subject != NOBODY if worker is None else subject == worker)


def _of_another_home(who: str | None, people: People) -> bool:
    """Whether somebody has a household apart from the one asked about: a brother, where nobody says that he is the medical worker."""
    return who in OF_ONES_AGE and who not in people.staff


def _is_a_trade(fact: Fact, option: str) -> bool:
    """Whether it tells of work for which the documents are not, or may not be, written."""
    return fact.presumed not in (None, option) and any(one.outside is not None for one in fact.options)


def _only_asked_if_needed(here: Found, text: str, people: People) -> bool:
    """Whether it is only asked if that is what it takes, of nobody: 表现好|才行？ 得|跟我住|吗？"""
    begin, end = clause_bounds(text, here.start, here.end)
    stop = end + text.startswith("？", end)
    if asks_if_needed(text, begin, here.start, here.end, stop) or asks_if_counted(text, begin, here.start, here.end):
        return True
    named = any(begin <= one.start < end for one in people.named)
    return not named and asks_if_only_those(text, here.end, stop)


def _in_a_choice(here: Found, text: str) -> bool:
    """Whether it only says for whom something may be, of those who are put to choose from: 是给所有人，还是只给|去湖北|的."""
    begin, end = clause_bounds(text, here.start, here.end)
    around = text[max(0, begin - _CHOICE_BESIDE) : end + _CHOICE_BESIDE]
    return puts_choice(around) and GIVEN_TO.search(text[begin : here.start]) is not None


def _of_those_asked_about(here: Found, text: str, people: People) -> bool:
    """Whether it only says which people are asked about, and nobody's own case: 给支援湖北|的家庭送菜吗."""
    begin, end = clause_bounds(text, here.start, here.end)
    named = any(begin <= one.start < end and one.who not in (HOUSEHOLD, NOBODY) for one in people.named)
    return not named and THOSE_WHO.match(text, here.end) is not None and (asks(text[begin:end]) or ends_seeking_assent(text))


def said_of(here: Found, text: str, people: People) -> str | None:
    """Of whom something is said: somebody named in it, right behind it (支援的是我同事), or before it."""
    inside = [one.who for one in people.named if here.start <= one.start < here.end]
    return inside[-1] if inside else people.behind(text, here.end) or people.subject(text, here.start)
