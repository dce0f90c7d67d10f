"""Which places a message speaks of, and as what: where someone is or works, was sent, is registered, comes from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from bot.compiled.vocabulary import AROUND, DESTINATION, ELSEWHERE, UNCOVERED
from bot.language.addresses import beside_a_unit, is_another, is_road, is_tongue, unknown_places
from bot.language.analyse import Analysis
from bot.language.asked_of_whom import asks_of_where_they_are
from bot.language.clauses import clause_bounds
from bot.language.particles import PLACE_SUFFIXES, POSSESSIVE, bare
from bot.language.pronouns import SPEAKERS
from bot.language.residence import COMES_FROM, OF_THE_PLACE, tells_only_where
from bot.language.scan import Mention
from bot.language.semantic_roles import GOES_ON_AS, IS_AT
from bot.language.signals import Signal

_ADJACENT = 1

Signals = Callable[[str], Signal]
_Named = Mention[tuple[str, bool]]
"""A place's kind, and whether it is named by an institution of its own."""


class Role(Enum):
    """What a place is to the one who is spoken of."""

    ASKED = "asked about"
    WORKS = "works there"
    SENT = "sent there"
    REGISTERED = "registered or living there"
    LEFT = "left, or denied"


_DECIDING = frozenset({Role.ASKED, Role.WORKS})


@dataclass(frozen=True, slots=True)
class Place:
    """A place named at ``text[start:end]``. ``kind`` is a region's id, or one of the kinds that no region is."""

    start: int
    end: int
    kind: str
    role: Role
    own: bool = False
    """Whether it is said to be the person's own."""

    @property
    def region(self) -> str | None:
        """The covered region it lies in."""
        return None if self.kind in (UNCOVERED, AROUND, DESTINATION) else self.kind


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a message says of places.

    ``region``: a covered region named as where the question is about. ``uncovered``: the name of a place no region covers.
    ``around``: the name of a wider place of which only a part is covered. ``own``: it is said of the person's own place.
    ``regions``: all covered regions named. ``places``: every place with its role.
    ``named``: the words for the place that decides.
    """

    region: str | None = None
    uncovered: str | None = None
    around: str | None = None
    own: bool = False
    regions: frozenset[str] = frozenset()
    places: tuple[Place, ...] = ()
    named: str = ""


def places_of(analysis: Analysis, signal: Signals, *, saved: bool = False, provinces: Collection[str] = ()) -> Spoken:
    """Read the places of a message, and which of them decides. ``signal`` gives a signal's words; ``saved``: it is known where
    the person is. ``provinces`` are the regions that towns lie in which are named like their places."""
    text = analysis.text
    places = _of_the_worker(tuple(_with_roles(_named(analysis, provinces), text, signal)), analysis, signal, saved=saved)
    if not places:
        return Spoken()
    deciding = [place for place in places if place.role in _DECIDING]
    theirs = [place for place in deciding if place.own or place.role is Role.WORKS]
    region, uncovered = _first(deciding, None), _first(theirs, UNCOVERED) or _first(deciding, UNCOVERED)
    if region is not None and uncovered is not None:
        there = uncovered.own or uncovered.role is Role.WORKS
        elsewhere = there and region.role is not Role.WORKS and not region.own
        region, uncovered = (None, uncovered) if elsewhere else (region, None)
    around = _first(deciding, AROUND) if region is None and uncovered is None else None
    decides = region or uncovered or around
    return Spoken(
        region=region.kind if region else None,
        uncovered=text[uncovered.start : uncovered.end] if uncovered else None,
        around=text[around.start : around.end] if around else None,
        own=decides is not None and decides.own,
        regions=frozenset(p.kind for p in deciding if p.region is not None) if region else frozenset(),
        places=places,
        named=text[decides.start : decides.end] if decides else "",
    )


_KIN = "kin-"
_NO_KIN = frozenset({"kin-household", "kin-family"})
"""The speaker's own household: 我家在广东."""


def _of_the_worker(
    places: tuple[Place, ...], analysis: Analysis, signal: Signals, *, saved: bool
) -> tuple[Place, ...]:
    """Places without those of kin who only live there, and without the speaker's own where only a relative's is one of work.

    我在红桥当护士，婆婆在广东; 我妈在广东上班，我在红桥上学; 孩子在河西区上初中.
    """
    text = analysis.text
    deciding = [place for place in places if place.role in _DECIDING]
    of_kin = [place for place in deciding if _is_of_kin(place, analysis)]
    living = [place for place in of_kin if place.role is not Role.WORKS and not _at_work(place, text, signal)]
    working = [place for place in of_kin if place not in living]
    ours = [place for place in deciding if place not in of_kin and (place.own or place.role is Role.WORKS)]
    known = bool(ours or working)
    aside = [place for place in living if known or _is_left_aside(place, text, signal, saved=saved)]
    aside += [place for place in deciding if _only_comes_from(place, deciding, analysis, saved=saved)]
    if working:
        aside += [place for place in ours if place.role is not Role.WORKS and not _at_work(place, text, signal)]
    return tuple(replace(place, role=Role.REGISTERED) if place in aside else place for place in places)


_OLD = frozenset({"kin-paternal", "kin-maternal", "kin-parent-in-law", "kin-elders"})
"""Kin too old to be at work: a place of theirs is where they are registered or live."""


def _only_comes_from(place: Place, deciding: Collection[Place], analysis: Analysis, *, saved: bool) -> bool:
    """Whether a place is only where somebody is from, besides where they work: 我是唐山人，在红桥上班; 奶奶也是邯郸的."""
    text = analysis.text
    begin, stop = clause_bounds(text, place.start, place.end)
    if not saved and all(COMES_FROM.match(text, one.end) is not None or one is place for one in deciding):
        return False
    if COMES_FROM.match(text, place.end) is not None and OF_THE_PLACE.search(text, begin, place.start) is not None:
        return True
    kin = (end for start, end, (kind, name) in analysis.mentions if begin <= start and kind == "concept" and name in _OLD)
    old = any(end <= place.start and OF_THE_PLACE.fullmatch(text, end, place.start) for end in kin)
    return old and place.region is None and tells_only_where(text[place.end : stop])


def _is_of_kin(place: Place, analysis: Analysis) -> bool:
    """Whether it is said that somebody's kin is there: 我婆婆在|广东."""
    begin, _ = clause_bounds(analysis.text, place.start, place.end)
    return any(
        begin <= start and end <= place.start and IS_AT.fullmatch(analysis.text, end, place.start)
        for start, end, (kind, name) in analysis.mentions
        if kind == "concept" and name.startswith(_KIN) and name not in _NO_KIN
    )


def _at_work(place: Place, text: str, signal: Signals) -> bool:
    """Whether work is told of in the clause of a place, or right behind it: 我姐在深圳，是护士."""
    begin, stop = clause_bounds(text, place.start, place.end)
    behind = clause_bounds(text, stop + 1, stop + 1)[1] if GOES_ON_AS.match(text, stop) else stop
    return any(signal(name).heard(text[begin:behind]) for name in ("place-work", "place-staff", "place-support", "place-front"))


def _is_left_aside(place: Place, text: str, signal: Signals, *, saved: bool) -> bool:
    """Whether where kin live says nothing of where the question is about: nobody covers it, or it is known where the person is."""
    if place.region is None:
        return _is_at_home(place, text, signal)
    return saved and not asks_of_where_they_are(text[place.end :])


def _is_at_home(place: Place, text: str, signal: Signals) -> bool:
    """Whether living, schooling or being ill is told of in the clause of a place."""
    begin, stop = clause_bounds(text, place.start, place.end)
    return any(signal(name).heard(text[begin:stop]) for name in ("place-living", "place-kin-there"))


def _first(places: Iterable[Place], kind: str | None) -> Place | None:
    """The first place of a kind; of a covered region for None."""
    return next((p for p in places if (p.region is not None if kind is None else p.kind == kind)), None)


def _named(analysis: Analysis, provinces: Collection[str]) -> list[_Named]:
    """The places named, each once, by where they stand: the longest name, no road or dialect, a town that is named like a region.

    A name inside the name of a scheme is no place, nor is one that nobody covers at the head of a longer word: 晋中|级.
    """
    text = analysis.text
    schemes = [mention for mention in analysis.mentions if mention.label[0] == "name"]
    words = {mention.start: mention.end for mention in analysis.mentions if mention.label[0] == "concept"}
    found: list[_Named] = []
    until = 0
    for start, end, (kind, place) in analysis.mentions:
        if kind not in ("place", "institution") or start < until or place == ELSEWHERE:
            continue
        if any(scheme.start <= start and end <= scheme.end for scheme in schemes):
            continue
        if place == UNCOVERED and words.get(start, end) > end:
            continue
        until = end
        if kind == "place" and (is_road(text, end) or is_tongue(text, end)):
            continue
        longer = is_another(text, end) if kind == "place" and place != DESTINATION else None
        longer = None if place in provinces else longer  # 湛江镇, 博罗县: in the province
        found.append(Mention(start, longer or end, (UNCOVERED if longer else place, kind == "institution")))
    return sorted([*found, *_unknown(analysis, found)])


def _unknown(analysis: Analysis, known: list[_Named]) -> Iterator[_Named]:
    """Places told by their form alone; not what lies in a place that is named right before."""
    for start, end in unknown_places(analysis.text):
        if not any(place.start < end and start <= place.end + _ADJACENT for place in known):
            yield Mention(start, end, (UNCOVERED, False))


def _with_roles(named: list[_Named], text: str, signal: Signals) -> Iterator[Place]:
    """Every place with its role. A region's name right behind an uncovered one is part of that: 上海|广东."""
    uncovered_until = -9
    for number, (start, end, (kind, institution)) in enumerate(named):
        if kind == DESTINATION:
            local = _local(named, number, text, signal)
            place = Place(start, end, UNCOVERED if local else kind, Role.ASKED if local else Role.SENT)
        else:
            role = _role(text, start, end, kind, signal)
            place = Place(start, end, kind, Role.WORKS if institution and role is not Role.LEFT else role)
        if place.region is not None and start - uncovered_until <= _ADJACENT:
            continue
        if place.kind == UNCOVERED and place.role in _DECIDING:
            uncovered_until = end
        yield replace(place, own=_own(text, start, end, signal))


def _role(text: str, start: int, end: int, kind: str, signal: Signals) -> Role:
    begin, stop = clause_bounds(text, start, end)
    clause = text[begin:stop]
    if _left(text, start, end, signal):
        return Role.LEFT
    before = text[begin:start]
    sent = signal("place-sent").closes(before) and not signal("place-moved").closes(before)
    if beside_a_unit(text, end):
        return Role.SENT if kind == UNCOVERED and signal("place-support").heard(clause) else Role.WORKS
    if signal("place-residence").heard(clause) or _lives_there(text, begin, start, end, stop, signal):
        return Role.REGISTERED
    if signal("place-family-home").closes(before) and signal("place-work").heard(text[:begin] + text[stop:]):
        return Role.REGISTERED
    if kind != UNCOVERED:
        helps = sent and signal("place-support").opens(text, end) is not None
        return Role.SENT if helps else Role.ASKED
    if signal("place-registration").heard(text):
        return Role.REGISTERED
    if signal("place-back").closes(before) and signal("place-trip").heard(text[end:stop]):
        return Role.REGISTERED
    if signal("place-home").heard(text) and not any(signal(name).heard(clause) for name in ("place-work", "place-staff")):
        return Role.REGISTERED
    return Role.SENT if sent and not text[end:stop].startswith(POSSESSIVE) else Role.ASKED


_HELD_NEAR = 4
_LIVING_NEAR = 2
"""Characters behind a place within which a word for being registered, or for living, is said of it: 红桥这边的|户口, 红桥|住着."""


def _lives_there(text: str, begin: int, start: int, end: int, stop: int, signal: Signals) -> bool:
    """Whether living or being registered is said of a place: 户口在红桥, 红桥的户口; not 珠海幼儿园要不要看户口."""
    near = (("place-registration", _HELD_NEAR), ("place-living", _LIVING_NEAR))
    return any(
        signal(name).heard(text[begin:start]) or signal(name).heard(text[end : min(stop, end + reach)])
        for name, reach in near
    )


def _local(named: list[_Named], number: int, text: str, signal: Signals) -> bool:
    """Whether somebody is from where others were sent to: 武汉本地的, 我是黄冈人, 湖北孝感的."""
    start, end, _ = named[number]
    behind = text[end : end + 4].lstrip(PLACE_SUFFIXES)
    if any(signal(name).opens(behind) is not None for name in ("place-local", "place-of-theirs")):
        return True
    begin, stop = clause_bounds(text, start, end)
    narrower = number > 0 and named[number - 1].end == start and named[number - 1].label[0] == DESTINATION
    begins = named[number - 1].start if narrower else start
    from_there = text[begin:begins] in signal("place-own").words or (narrower and begins == begin)
    return from_there and bare(text[end:stop]) in signal("place-here").words


def _left(text: str, start: int, end: int, signal: Signals) -> bool:
    """Whether the place is said to be left or denied: 从红桥调走, 红桥以前, 不是红桥."""
    return signal("place-left-before").closes(text[:start]) or signal("place-left-after").opens(text, end) is not None


def _own(text: str, start: int, end: int, signal: Signals) -> bool:
    """Whether the place is said to be the person's own: 我在…, 不对，我调到…, or nothing but the place is said."""
    begin, stop = clause_bounds(text, start, end)
    alone = len(bare(text).strip(PLACE_SUFFIXES)) <= end - start + 2
    opening = text[begin:start]
    told = signal("place-own").heard(opening) or signal("place-moved").heard(opening)
    here = begin == start and (stop == end or text[end:stop] in signal("place-here").words)
    return alone or told or here or (opening in SPEAKERS and _works_there(text[end:stop], signal))


def _works_there(behind: str, signal: Signals) -> bool:
    """Whether what stands right behind a place says that whoever is named before it is of there: 我|武汉|本地护士, 我|南开|的大夫."""
    behind = behind.lstrip(PLACE_SUFFIXES)
    return any(signal(name).opens(behind) is not None for name in ("place-local", "place-staff"))


_LITTLE = 6
"""Characters besides the place name up to which a message says nothing else."""


def names_only(analysis: Analysis) -> bool:
    """Whether a message holds hardly more than the name of a place."""
    named, until = 0, 0
    for mention in analysis.mentions:
        if mention.label[0] == "place" and mention.start >= until:
            named, until = named + mention.end - mention.start, mention.end
    return sum(ch.isalnum() for ch in analysis.text) - named <= _LITTLE
