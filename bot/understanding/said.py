"""What a message says, once read: frozen, each thing in one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from bot.compiled.care import CareIndex, Sounding, sounding_of
from bot.compiled.keys import OptionKey, PartKey, PartKind, SideKey
from bot.counting.tree import Counting
from bot.language.analyse import Analysis
from bot.language.clauses import Stretch, split
from bot.language.patterns import Found, Spots
from bot.language.question_forms import Form, asks_yes_or_no, forms_of
from bot.language.questions import asks
from bot.language.referring_back import asks_of_clause_before
from bot.model.talk import Phrase
from bot.understanding.people import People
from bot.understanding.places import Spoken
from bot.understanding.stated import Told

_OFFICES_AND_PLACES = ("place", "contact")
_NONE: Mapping[str, Found] = {}
_AROUND_A_PLACE = 3
"""Characters around a place's name in a message that only asks of it: 那…呢."""


class Act(Enum):
    """What a clause does."""

    ASKS = "asks"
    TELLS = "tells"
    HEARSAY = "tells what others say"
    WISHES = "wishes"
    ADDS = "adds"
    CORRECTS = "corrects"
    SUPPOSES = "supposes"
    GREETS = "greets"
    THANKS = "thanks"
    ACKNOWLEDGES = "acknowledges"
    LEAVES = "leaves"
    SMALL_TALK = "other small talk"


CLOSING = frozenset({Act.THANKS, Act.ACKNOWLEDGES, Act.LEAVES})
"""What is said when an answer was enough."""


@dataclass(frozen=True, slots=True)
class Clause:
    """``text[start:end]`` and what it does; ``phrase`` is the small talk it is."""

    start: int
    end: int
    act: Act
    phrase: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Topical:
    """What topics are scored by: words that are compared, their features, and stretches that do not count."""

    tokens: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    aside: tuple[Stretch, ...] = ()

    @property
    def text(self) -> str:
        """The compared words in one."""
        return "".join(self.tokens)


@dataclass(frozen=True)
class Said:
    """A message read. ``region`` is the one that decides this turn; ``begin`` is where its polite opening ends; ``apart`` is
    stated of others than the medical worker the question is about.

    What follows from it is worked out once and goes with it: a turn asks for the same dozens of times.
    """

    analysis: Analysis = Analysis("", (), ())
    clauses: tuple[Clause, ...] = ()
    begin: int = 0
    where: Spots = field(default_factory=dict)
    spoken: Spoken = Spoken()
    people: People = People()
    region: str | None = None
    sides: Mapping[SideKey, Found] = field(default_factory=dict)
    parts: Mapping[PartKey, Found] = field(default_factory=dict)
    options: Mapping[OptionKey, Found] = field(default_factory=dict)
    stated: Mapping[str, str] = field(default_factory=dict)
    apart: tuple[Told, ...] = ()
    counting: Counting = Counting()
    held_in: str | None = None
    """The region that what it tells to be held here is of, where nobody knows whether that is the person's own."""

    put_off: tuple[Stretch, ...] = ()
    """Clauses that leave a matter for later: 先不说孩子."""

    narrowed: Stretch | None = None
    """The part that alone is wanted of what was told: 太多了，就说|孩子上学的."""

    not_theirs: bool = False
    """Whether what was told with the message before is said to be a stranger's: it counts no more."""

    rates: tuple[str, ...] = ()
    side_words: tuple[Stretch, ...] = ()
    topical: Topical = Topical()
    phrase: Phrase | None = None
    replies: bool = False
    """Whether it replies to the question that waits."""

    replies_in_words: bool = False
    """Whether it is one of the short replies that the question's author foresaw: 没有 is then no good-bye."""

    _sounding: list[Sounding] = field(default_factory=list, init=False, repr=False, compare=False)

    @cached_property
    def text(self) -> str:
        """The folded text, typos mended."""
        return self.analysis.text

    def sounding(self, care: CareIndex) -> Sounding:
        """The message as it is heard for distress; a turn has only one index to hear it by."""
        if not self._sounding:
            self._sounding.append(sounding_of(self.analysis, care.scanner))
        return self._sounding[0]

    @cached_property
    def facets(self) -> tuple[str, ...]:
        """Sides asked for, in the order asked."""
        if len(self.sides) <= 1:
            return tuple(key.facet for key in self.sides)
        return tuple(key.facet for key, _ in sorted(self.sides.items(), key=lambda entry: entry[1].start))

    @cached_property
    def asks(self) -> bool:
        """Whether any of it has the form of a question."""
        return asks(self.text)

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """What kind of answer each of its questions takes; of a message that has none, the message."""
        if asks_yes_or_no(self.text):
            return (Form.WHETHER,)
        own = [(clause.start, clause.end) for clause in self.clauses if clause.act is Act.ASKS]
        return forms_of(self.text, own or [(0, len(self.text))])

    @cached_property
    def asking(self) -> tuple[Stretch, ...]:
        """Its clauses that ask, also of what is only supposed (万一感染了赔多少), with the clause before one that only asks of it:
        说要等结束才发，对吗; 按人算，还是按户.
        """
        before = (None, *self.clauses)
        return tuple(
            (asked.start if asked is not None and self._asked_of(asked, clause) else clause.start, clause.end)
            for asked, clause in zip(before, self.clauses, strict=False)
            if clause.act is Act.ASKS or (clause.act is Act.SUPPOSES and asks(self.text[clause.start : clause.end]))
        )

    def _asked_of(self, told: Clause, asking: Clause) -> bool:
        """Whether a clause asks only whether the one before it is so, or names the other of two."""
        telling = told.act in (Act.TELLS, Act.HEARSAY)
        return telling and told.phrase is None and asks_of_clause_before(self.text[asking.start : asking.end])

    def asks_with(self, here: Found) -> bool:
        """Whether something is heard in a clause that asks, not only in one that tells."""
        return any(begin < here.end and here.start < end for begin, end in self.asking)

    @property
    def only_asks_where(self) -> bool:
        """Whether it does no more than ask of a place, and says of nobody that they are there: 那上海呢, not 我在上海呢."""
        place = self.spoken.named
        return bool(place) and self.asks and not self.people.named and len(self.text) <= len(place) + _AROUND_A_PLACE

    @cached_property
    def acts(self) -> frozenset[Act]:
        """All that its clauses do."""
        return frozenset(clause.act for clause in self.clauses)

    @property
    def supposes(self) -> bool:
        """Whether what it states is only supposed."""
        return Act.SUPPOSES in self.acts

    @property
    def corrects(self) -> bool:
        """Whether it opens by taking something back."""
        return bool(self.clauses) and self.clauses[0].act is Act.CORRECTS

    def cues(self, measure: str, kind: PartKind) -> Mapping[str, Found]:
        """The parts of one kind that the message singles out of a measure, by name: few, or none."""
        return self._cues.get((measure, kind), _NONE)

    @cached_property
    def _cues(self) -> dict[tuple[str, PartKind], dict[str, Found]]:
        """All parts by measure and kind: they are asked for twenty times a message."""
        found: dict[tuple[str, PartKind], dict[str, Found]] = {}
        for key, here in self.parts.items():
            found.setdefault((key.measure, key.kind), {})[key.name] = here
        return found

    @cached_property
    def taken(self) -> frozenset[int]:
        """The places of its text in facts, counts, sides, places and offices: what stands there names no matter."""
        named = ((m.start, m.end) for m in self.analysis.mentions if m.label[0] in _OFFICES_AND_PLACES)
        return frozenset(i for start, end in (*self.spans(), *named) for i in range(start, end))

    def without_places(self, stretch: Stretch) -> str:
        """A part of its text without the places it names: |红桥区|有没有购车补贴."""
        begin, end = stretch
        places = [(place.start, place.end) for place in self.spoken.places if begin < place.end and place.start < end]
        return "".join(self.text[start:stop] for start, stop in split(self.text[:end], [(0, begin), *places]))

    def spans(self) -> list[Stretch]:
        """Where facts, counts and sides are said."""
        facts = [(found.start, found.end) for found in self.options.values()]
        return [*self.side_words, *facts, *self.counting.spans]
