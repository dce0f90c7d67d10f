"""Everybody whom a message names: kin terms, pronouns and kin of kin, as roles seen from the speaker."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate, zip_longest

from bot.language.analyse import Analysis
from bot.language.clauses import clause_bounds
from bot.language.illness import BEARS, ILL, PATIENT
from bot.language.kin_terms import (
    ANY_CHILD,
    AS_SPEAKER,
    COURTESY,
    HOME,
    IS_KIN,
    OF_A_CHILD,
    OF_THEIR_SIDE,
    OF_THEIRS,
    OWN_THEM,
    OWNED_BY,
    THEIR_ELDERS,
    is_any_helper,
)
from bot.language.kinship import GRANDPARENTS, GROUP, HOUSEHOLD, KIN_OF, NOBODY, OF_PARENTS_AGE, SELF, YOUNG
from bot.language.particles import POSSESSIVE
from bot.language.pronouns import MINE, OF_WORKPLACE, ONESELF, OTHERS, OWNED, PRONOUNS, SPEAKERS, THEIRS, may_mean
from bot.language.questions import asks
from bot.language.semantic_roles import LOOKED_AFTER, OBJECT_OF, ONLY_ASKS, ONLY_SAYS, PAYS

_KIN = "kin-"

_FINER = {
    *("mother", "father", "grandchild", "elders", "household", "nephew", "partner"),
    *("sibling-spouse", "spouse-sibling", "cousin"),
}
"""Roles that say more than another concept of the same word."""

_THROUGH_A_SIBLING = frozenset({"sibling-spouse", "spouse-sibling"})
"""Roles whose names begin with a shorter one: 弟|媳妇."""

_SPEAKER = re.compile("|".join(SPEAKERS))

_PRONOUN = re.compile("|".join(PRONOUNS))

OF_ONES_AGE = ("sibling", "sibling-spouse", "spouse-sibling", "cousin", "other")
"""Roles of kin who may have a household of their own, apart from the speaker's."""

_WITH_OTHER_PARENTS = ("sibling-spouse", "cousin", "other")
"""Of these the parents are not the speaker's: 弟媳|她爸妈."""

_CALLED_THROUGH = frozenset({"spouse", "partner", *OF_ONES_AGE, "nephew", "mother", "father", "parent"})
"""Through whom others are called; a child's grandparents are the family's own."""

_PLACES = ("place", "institution")

_LONGEST_THEIRS = 6
"""Characters from a pronoun up to which somebody may be named as theirs: 她|娘家那边的|妈."""

_WORD = 2
"""Characters behind somebody that make what is written with them a phrase, 爸爸|在一线, and no other word, 老大|夫."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody at ``text[start:end]``; ``who`` is their role seen from the speaker; ``mine``: called the speaker's own."""

    start: int
    end: int
    who: str
    mine: bool = False


def named_people(analysis: Analysis, last: str | None, young: str | None = None) -> tuple[Named, ...]:
    """Everybody named, from left to right; ``last`` is whom a pronoun means that has nobody before it, ``young`` the child told of."""
    text, found = analysis.text, dict[int, Named]()
    edges = {0, *accumulate(map(len, analysis.tokens))}
    for start, end, (kind, name) in analysis.mentions:
        role = _role(name) if kind == "concept" else None
        if role is None:
            continue
        whole = end in edges or (start in edges and edges.isdisjoint(range(end, end + _WORD)))
        whole = whole or (start in edges and text.startswith(HOME, end) and end + len(HOME) in edges)  # 姥姥家, one word
        if not whole or (text[start:end] in COURTESY and (_within_a_trade(analysis, start, end) or is_any_helper(text, start, end))):
            continue
        as_speaker = AS_SPEAKER.search(text, 0, start) is not None or (IS_KIN.search(text, 0, start) is not None and _ends_there(text, end))
        role = SELF if role not in (GROUP, NOBODY) and as_speaker else role
        if role in YOUNG and BEARS.search(text, 0, start) is not None:
            continue
        role = NOBODY if role in YOUNG and PATIENT.search(text, 0, start) is not None else role
        if start not in found or end > found[start].end or role in _FINER:
            found[start] = Named(start, end, role)
    named = [
        replace(one, mine=MINE.search(text, 0, one.start) is not None or text.startswith(SPEAKERS, one.start))
        for one in map(_or_their_elders(text), _apart(_without_houses(text, found.values())))
    ]
    taken = {i for one in named for i in range(one.start, one.end)}
    speakers = [
        Named(m.start(), m.end(), SELF)
        for m in _SPEAKER.finditer(text)
        if m.start() not in taken and not (m.group() in ONESELF and _of_another(text, m.start(), m.end(), named))
    ]
    places = {m.start for m in analysis.mentions if m.label[0] in _PLACES}
    themselves = _unless_possessive(text, speakers, {one.start for one in named} | places)
    ordered = _kin_of_kin(text, sorted([*named, *themselves], key=lambda one: one.start))
    return tuple(_same_child(text, _resolved(text, ordered, taken, last, young), last))


def _or_their_elders(text: str) -> Callable[[Named], Named]:
    """Of a husband or wife behind whom the old people of their side are named: those, 我老婆那边两位老人."""

    def meant(one: Named) -> Named:
        elders = THEIR_ELDERS.match(text, one.end) if one.who == "spouse" else None
        return Named(one.start, elders.end(), "parent-in-law") if elders is not None else one

    return meant


def _ends_there(text: str, end: int) -> bool:
    return end == len(text) or not text[end].isalnum()


def _within_a_trade(analysis: Analysis, start: int, end: int) -> bool:
    """Whether a word is only the end of the name of somebody's trade: 居委会|大姐, 保安|大叔; not of 我姐姐, the speaker's own."""
    return any(
        kind == "concept" and first < start and last == end and _role(name) is None and not analysis.text.startswith(SPEAKERS, first)
        for first, last, (kind, name) in analysis.mentions
    )


def _of_another(text: str, start: int, end: int, named: Collection[Named]) -> bool:
    """Whether 自己 stands for somebody named before it: 老伴拍片子拍得|自己|染上了; 闺女在病区，她|自己|看病; …，还得|自己|掏吗."""
    begin, _ = clause_bounds(text, start, start)
    if text.endswith(SPEAKERS, begin, start):
        return False
    before = [one for one in named if one.end <= start]
    told = text.endswith(PRONOUNS, begin, start) or any(begin <= one.start for one in before)
    return told or (bool(before) and (PAYS.match(text, end) is not None or _goes_on_ill(text, start, end, before)))


def _goes_on_ill(text: str, start: int, end: int, before: Sequence[Named]) -> bool:
    """Whether the clause of 自己 goes on to tell of illness of who opened the one before it: 我老公是医生，前两天|自己|发烧看病."""
    begin, stop = clause_bounds(text, start, start)
    opened = clause_bounds(text, begin - 1, begin - 1)[0] if begin else 0
    opens = [one for one in before if opened <= one.start < begin]
    alone = len(opens) == 1 and opens[0].start - opened <= len(SPEAKERS[0]) and opens[0].who not in (SELF, HOUSEHOLD, GROUP)
    return alone and ILL.search(text, end, stop) is not None and not asks(text[begin:stop])


def _is_called_through_a_child(text: str, one: Named) -> bool:
    """Whether a husband or wife is called by what they are to a child: 他妈, 她爸."""
    return one.who == "spouse" and text.startswith(PRONOUNS, one.start) and one.end - one.start == len("他妈")


def _same_child(text: str, named: Iterable[Named], last: str | None) -> Iterable[Named]:
    """Those named, a child that is only called one being the one that was named: 外孙七岁，社区帮看|孩子|吗; and 他妈, the wife,
    being the mother of the grandchild or nephew that was: 孙子上小学，|他妈|在一线. ``last`` is who was spoken of before.
    """
    young = last if last in YOUNG else None
    grown: Named | None = None
    for one in _given_to_parents(text, list(named)):
        again = young is not None and not one.mine and one.who == "child" and text[one.start : one.end] in ANY_CHILD
        parent = _parent_called(text, one, young, grown, last) if _is_called_through_a_child(text, one) else None
        who = young if again and young is not None else parent
        yield replace(one, who=who) if who is not None else one
        grown = one if one.who not in (SELF, *YOUNG) and text[one.start : one.end] not in PRONOUNS else grown
        young = one.who if one.who in YOUNG and not again else young


def _parent_called(text: str, one: Named, young: str | None, grown: Named | None, last: str | None) -> str | None:
    """Who 他妈 is: the parent of the child spoken of, else of a grown-up named before: 表姐是护士，|她妈|住院; or of the husband or
    wife spoken of before the message, who cannot be meant by it: 我老公在一线 … |他妈|住院.
    """
    if young is not None:
        return KIN_OF.get(young, {}).get("parent")
    if grown is None and last == one.who:
        return kin_of("parent", last)
    if grown is None or grown.who in (GROUP, HOUSEHOLD, NOBODY) or not may_mean(text[one.start], text[grown.start : grown.end]):
        return None
    return kin_of("parent", grown.who)


def _given_to_parents(text: str, named: Sequence[Named]) -> Iterable[Named]:
    """Those named, a child that is said to be somebody's as theirs: 孩子是我姐的."""
    for one, behind in zip_longest(map(partial(_or_childs_parent, text, named), named), named[1:]):
        theirs = behind is not None and _is_said_to_be_theirs(text, one, behind)
        yield replace(one, who=kin_of(one.who, behind.who)) if theirs else one


def _or_childs_parent(text: str, named: Sequence[Named], one: Named) -> Named:
    """Of 爸爸 or 妈妈 at the head of a clause, behind a child of the speaker's: its father or mother, 我女儿高考，|爸爸|是医生."""
    bare = text[one.start : one.end] in OF_A_CHILD and not one.mine and clause_bounds(text, one.start, one.end)[0] == one.start
    before = next((other for other in reversed(named) if other.end <= one.start), None) if bare else None
    theirs = before is not None and before.who in YOUNG and (before.mine or before.who != "child")
    return replace(one, who=kin_of(one.who, before.who)) if before is not None and theirs else one


def _is_said_to_be_theirs(text: str, child: Named, whose: Named) -> bool:
    """Whether a child is said to be somebody's: 孩子|是我姐的."""
    between = text[child.end : whose.start]
    return child.who in YOUNG and between in OWNED_BY and OWN_THEM.match(text, whose.end) is not None


def grandchildren_meant(text: str, named: tuple[Named, ...], staff: Collection[str]) -> tuple[Named, ...]:
    """Those named, children whom nobody calls their own being grandchildren, where the medical worker is a child of the speaker's, or
    married to one: 儿媳在一线，我一个人带俩|孩子.
    """
    workers = {*staff}
    if not workers or not workers <= {"child", "child-in-law"}:
        return named
    by_name = any(one.who == "child" and text[one.start : one.end] not in ANY_CHILD for one in named)

    def meant(one: Named) -> Named:
        another = one.who == "child" and not one.mine and text[one.start : one.end] in ANY_CHILD
        looked_after = OBJECT_OF.search(text, 0, one.start) is not None or LOOKED_AFTER.search(text, 0, one.start) is not None
        return replace(one, who="grandchild") if another and ("child" not in workers or by_name or looked_after) else one

    return tuple(map(meant, named))


def _without_houses(text: str, found: Collection[Named]) -> list[Named]:
    """Without 我家 that only says whose somebody is: 我家|孩子."""
    begins = {one.start for one in found}
    return [
        one
        for one in found
        if one.who != HOUSEHOLD or begins.isdisjoint((one.end, one.end + text.startswith(POSSESSIVE, one.end)))
    ]


def _role(concept: str) -> str | None:
    if concept == NOBODY:
        return NOBODY
    return concept.removeprefix(_KIN) if concept.startswith(_KIN) else None


def _apart(found: Iterable[Named]) -> list[Named]:
    """Without names inside longer ones: 爸 in 公公婆婆爸; 我妹 and 妹妹 of 我妹妹 are one, 我弟 and 弟媳妇 the brother's wife."""
    kept: list[Named] = []
    for one in sorted(found, key=lambda named: (named.start, -named.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end > kept[-1].end and (one.who == kept[-1].who or one.who in _THROUGH_A_SIBLING):
            kept[-1] = replace(kept[-1], end=one.end, who=one.who)
    return kept


def _unless_possessive(text: str, speakers: Sequence[Named], owned: set[int]) -> list[Named]:
    """Pronouns that stand for somebody themselves: not 我 in 我老公, nor 咱 in 咱红桥, nor 我们 in 我们院."""
    return [
        one
        for one in speakers
        if one.end not in owned
        and OWNED.match(text, one.end) is None
        and not (text.startswith(POSSESSIVE, one.end) and one.end + 1 in owned)
    ]


def _kin_of_kin(text: str, ordered: Sequence[Named]) -> list[Named]:
    """Somebody called through another as one: 我妹妹的儿子; kin of somebody who is no kin are none either: 邻居家男人."""
    found: list[Named] = []
    for one in ordered:
        whose = found[-1] if found else None
        between = text[whose.end : one.start] if whose is not None else ""
        joined = between in OF_THEIRS or _of_their_side(one, between)
        joined = joined or (not between and whose is not None and (whose.who == NOBODY or _parents_of(whose, one)))
        if whose is None or not joined or one.who in (SELF, NOBODY):
            found.append(one)
        elif whose.who == NOBODY:
            found.append(replace(one, who=NOBODY))
        elif _parents_of(whose, one):
            found.append(replace(one, who=kin_of(one.who, whose.who)))
        elif whose.who in _CALLED_THROUGH:
            found[-1] = Named(whose.start, one.end, kin_of(one.who, whose.who))
        else:
            found.append(one)
    return found


def _parents_of(whose: Named, one: Named) -> bool:
    """Whether somebody named behind a child may be its parent: 孙子|爸妈."""
    return whose.who in YOUNG and one.who in OF_PARENTS_AGE


def _of_their_side(one: Named, between: str) -> bool:
    """Whether elders are said to be of somebody's side of the family: 我老婆|那边的|老人."""
    return one.who in (*OF_PARENTS_AGE, "elders", "parent-in-law") and OF_THEIR_SIDE.fullmatch(between) is not None


def _resolved(
    text: str, ordered: Sequence[Named], taken: set[int], last: str | None, young: str | None
) -> Iterable[Named]:
    """Pronouns and 她家… seen through whom they mean."""
    places = [m.span() for m in _PRONOUN.finditer(text) if m.start() not in taken]
    queue, before = list(ordered), list[Named]()
    through = False
    result: list[Named] = []
    for start, end in places:
        while queue and queue[0].start < start:
            one = queue.pop(0)
            before += [one] if one.who not in (SELF, HOUSEHOLD) else []
            young = one.who if one.who in YOUNG else young
            through = through or text.startswith(PRONOUNS, one.start)
            result.append(one)
        meant = _meant_by(text, (start, end), before, last)
        follows = queue[0] if queue else None
        if (
            follows is not None
            and follows.start <= start + _LONGEST_THEIRS
            and (text[start : follows.start] in THEIRS or _of_their_side(follows, text[end : follows.start]))
        ):
            again = young is not None and follows.who in OF_PARENTS_AGE and (through or meant not in KIN_OF)
            again = again or (young is not None and follows.who in GRANDPARENTS)
            whose = young if again else meant
            result.append(Named(start, follows.end, kin_of(follows.who, whose)))
            queue.pop(0)
        elif (meant is not None or text[start:end] == OTHERS) and OF_WORKPLACE.match(text, end) is None:
            result.append(Named(start, end, meant or NOBODY))
    return [*result, *queue]


def _meant_by(text: str, place: tuple[int, int], before: Sequence[Named], last: str | None) -> str | None:
    """Whom the pronoun at a place stands for: who was named last, unless only as the object of what another does, as who asks, as who
    says something of it, or not of its sex.

    我媳妇去支援，我在家带|娃，|她|能涨吗 is of the wife: of her something was said, and of the child nothing; so is
    我媳妇去支援，我妈问|她|能涨吗.
    """
    if not before:
        return last
    latest, pronoun = before[-1], text[slice(*place)]
    subject = next((one for one in reversed(before[:-1]) if not _is_object(text, one)), None)
    other = subject.who if subject is not None else last
    others_sex = subject is None or may_mean(pronoun, text[subject.start : subject.end])
    unlikely = _is_object(text, latest) or ONLY_ASKS.match(text, latest.end) is not None
    unlikely = unlikely or ONLY_SAYS.fullmatch(text, latest.end, place[0]) is not None
    unlikely = unlikely or not may_mean(pronoun, text[latest.start : latest.end])
    return other if unlikely and other is not None and others_sex else latest.who


def _is_object(text: str, one: Named) -> bool:
    return OBJECT_OF.search(text, clause_bounds(text, one.start, one.end)[0], one.start) is not None


def kin_of(who: str, whose: str | None) -> str:
    """Somebody's kin, seen from the speaker: the child's father is the spouse, the sister's child a nephew."""
    if whose is not None and who == "nephew":
        return "other"
    if whose in OF_PARENTS_AGE and who == "grandchild":
        return "child"
    if whose in KIN_OF:
        return KIN_OF[whose].get(who, who)
    if whose in OF_ONES_AGE and who in ("child", "spouse"):
        return f"{who}-of-theirs"
    if whose in _WITH_OTHER_PARENTS and who in (*OF_PARENTS_AGE, "elders"):
        return "parent-of-theirs"
    return who
