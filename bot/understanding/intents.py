"""What a message wants: one of these, decided once. Tapped buttons enter here too."""

from __future__ import annotations

from dataclasses import dataclass

from bot.model.talk import Phrase
from bot.understanding.distress import Distress
from bot.understanding.topics import Scored


@dataclass(frozen=True, slots=True)
class Margin:
    """A ranking split into covered topics and the rest, each by falling score.

    ``margin`` says how much speaks for a covered topic: its lead over the best other one, how much more the words are used
    in covered questions than in others (``scope``), and what is known besides the words. 0 is even. ``unlike`` is how little
    all words together sound like a covered question, where no matter is in hand and none is named outright.
    """

    covered: tuple[Scored, ...] = ()
    others: tuple[Scored, ...] = ()
    margin: float = 0.0
    scope: float = 0.0
    unlike: float = 0.0
    lead: float = 0.0
    strange: int = 0
    pointing: tuple[str, ...] = ()

    @property
    def surely(self) -> float:
        """What is left of the margin for all that sounds unlike a covered question."""
        return self.margin - self.unlike


@dataclass(frozen=True, slots=True)
class Danger:
    """Somebody is in distress: met before anything else.

    ``about`` is the covered matter that distress came of, where no life is in danger: whom to turn to is asked of that.
    """

    distress: Distress
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Perhaps:
    """Somebody may be in distress, who asks nothing: taken up lightly, with a number to call.

    ``about`` is the topic that is told of besides, if it is surely one: what is asked next may be of that.
    """

    distress: Distress
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AfterDistress:
    """Somebody who was in distress feels better, says thanks or goes: ``line`` answers, never a bare farewell."""

    line: str


@dataclass(frozen=True, slots=True)
class Listened:
    """Somebody who was in distress goes on talking and asks nothing; ``lightly``: of something else, and of nothing hard."""

    lightly: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Nothing in it can be read."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """Somebody pasted a document."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the bot, typed, tapped or said in words; ``name`` is its name in the registry."""

    name: str


@dataclass(frozen=True, slots=True)
class StateFact:
    """An option chosen for a fact."""

    fact: str
    option: str


@dataclass(frozen=True, slots=True)
class AskForFact:
    """Wants to be asked for a fact anew."""

    fact: str


@dataclass(frozen=True, slots=True)
class ShowMeasure:
    """Wants one measure, or one side of it."""

    measure: str
    facet: str | None = None


@dataclass(frozen=True, slots=True)
class ShowTopic:
    """Wants a topic out of several offered."""

    topic: str


@dataclass(frozen=True, slots=True)
class WorkOut:
    """Wants a sum worked out."""

    measure: str


@dataclass(frozen=True, slots=True)
class ChooseRegion:
    """A page of the regions that lie within one, or in none."""

    within: str
    page: int


@dataclass(frozen=True, slots=True)
class MoveTo:
    """Chooses a region, or says nothing but where. ``place`` is the name that is only asked of, whether it is covered: 佛山算不算."""

    region: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """Browses: the regions, a region's areas, an area's measures."""

    region: str | None = None
    area: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """Wants a card to forward, of one of the measures if they have one."""

    measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowInFull:
    """Wants all that a measure says; ``page`` of it, where it was all told before."""

    measure: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """An option whose target is no longer there."""


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """A greeting, thanks, a question about the bot; ``also`` is what else of the document itself is asked with it."""

    phrase: Phrase
    also: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A place that no region covers. ``about`` is the topic asked of there: 那红桥呢 may follow."""

    place: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Around:
    """A wider place of which only a part is covered."""

    place: str


@dataclass(frozen=True, slots=True)
class Duty:
    """An officer or an office named alone: what are they in charge of? ``details`` asks for phone or address.

    ``shares``: an office that leads none, and only takes part in these. ``who``: it is asked who answers for them.
    """

    measures: tuple[str, ...]
    officer: str | None
    details: bool
    shares: bool = False
    who: bool = False


@dataclass(frozen=True, slots=True)
class Charged:
    """Asks whether officers, or an office, are in charge of measures; or, with officers and no measures, whether they are of the office.

    ``plainly``: it is asked whether they are in charge there, not only whether they are of it.
    """

    officers: tuple[str, ...]
    office: str | None
    measures: tuple[str, ...]
    plainly: bool = True


@dataclass(frozen=True, slots=True)
class NoDetails:
    """Phone, address or hours of an office, which no document gives."""


@dataclass(frozen=True, slots=True)
class Items:
    """Measures asked for by their number in the document."""

    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to the question that waits."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Goes on with the matter in hand, for the side, the facts or the region now named."""

    facets: tuple[str, ...]
    brief: bool = False


@dataclass(frozen=True, slots=True)
class ExplainedAway:
    """Says that what sounded like distress was of a thing."""


@dataclass(frozen=True, slots=True)
class Introduced:
    """Says who is asking and nothing else."""


@dataclass(frozen=True, slots=True)
class Told:
    """Tells something and asks nothing. ``about`` is the topic it is surely told of, though no case of what is given; ``lightly``:
    it is a joke, or of food, pets, films.
    """

    about: tuple[str, ...] = ()
    lightly: bool = False


@dataclass(frozen=True, slots=True)
class StillOn:
    """Nothing in it says whether the topic in hand is still meant."""

    topic: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Asks for everything somebody is entitled to."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Asks about topics, best or first asked first."""

    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """About a matter outside the documents; ``near`` are covered topics that are nearest."""

    topic: str
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excluded:
    """Says that they are not whom the documents are for."""

    topic: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """Not understood; ``near`` are the topics it may be about, ``leaning`` the likeliest, if it is likely of any."""

    near: tuple[str, ...]
    leaning: str | None = None


Intent = (
    Danger | Perhaps | AfterDistress | Listened | ExplainedAway | Unreadable | TooLong | Command | StateFact | AskForFact
    | ShowMeasure | ShowTopic | ShowInFull
    | WorkOut | MoveTo | ChooseRegion | Menu | Card | Gone | SmallTalk | Uncovered | Around | Duty | Charged | NoDetails | Items | Answer
    | FollowUp | Introduced | Told | StillOn | Overview | Ask | Outside | Excluded | Unclear
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Interpretation:
    """The intent, and what it rests on. ``sigh`` is distress that is met beside what is wanted."""

    intent: Intent
    margin: Margin | None = None
    sigh: Distress | None = None
