"""Greetings, thanks, commands in words: only where they are all that a message says."""

from __future__ import annotations

from collections.abc import Sequence

from bot.compiled.derived import derived
from bot.compiled.keys import Column
from bot.compiled.snapshot import Snapshot
from bot.language.assertions import exclaims, predicates, speaks_of_oneself
from bot.language.clauses import clauses, inside, split
from bot.language.particles import bare
from bot.model.talk import Phrase
from bot.understanding.intents import Command, Margin, SmallTalk
from bot.understanding.naming import names_a_topic
from bot.understanding.said import CLOSING, Act, Said

_ACTS = {"greeting": Act.GREETS, "thanks": Act.THANKS, "acknowledge": Act.ACKNOWLEDGES, "goodbye": Act.LEAVES}


COURTESIES = frozenset(_ACTS)
"""Phrases that ask for nothing."""


def act_of(clause: str, phrase: Phrase, snapshot: Snapshot) -> Act:
    """What somebody does who says it; what only is like thanks (厉害) may be said of anything."""
    known = _said_outright(snapshot).get(phrase.id, frozenset())
    said = bare(clause)
    outright = any(said.endswith(one) for one in known)
    return _ACTS.get(phrase.id, Act.SMALL_TALK) if outright else Act.SMALL_TALK


@derived
def _said_outright(snapshot: Snapshot) -> dict[str, frozenset[str]]:
    """All that an author wrote as a whole phrase, by the phrase's id."""
    standard = snapshot.language.standard
    return {p.id: frozenset(bare(standard(text)) for text in p.says) for p in snapshot.knowledge.phrases if p.id in _ACTS}


def small_talk_of(text: str, snapshot: Snapshot) -> Phrase | None:
    """The phrase a whole message is, or the weightiest of those its clauses are."""
    whole = phrase_of(text, snapshot)
    if whole is not None:
        return whole
    pieces = [text[begin:end] for begin, end in clauses(text)]
    if len(pieces) == 1:
        return None
    interjects = snapshot.signal("interjection")
    pieces = [piece for piece in pieces if interjects.opens(piece) != len(piece) or phrase_of(piece, snapshot)]
    said = [phrase_of(piece, snapshot) for piece in pieces]
    return _weightiest(said) if all(said) else None


def phrase_of(text: str, snapshot: Snapshot) -> Phrase | None:
    """The phrase a stretch of text is, with or without polite openings: 好的，请问为什么这么答."""
    said, begin = bare(text), 0
    while (known := snapshot.phrases.get(bare(said[begin:]) if begin else said)) is None:
        end = snapshot.signal("opening").opens(said, begin)
        if end is None or end == len(said):
            return None
        begin = end
    return known


def _weightiest(clauses: Sequence[Phrase | None]) -> Phrase | None:
    """Of several phrases in a row the one that wants something, else the last: 谢谢，再见 is a goodbye."""
    known = [phrase for phrase in clauses if phrase is not None]
    return next((phrase for phrase in known if phrase.action), known[-1] if known else None)


def closing_of(said: Said, snapshot: Snapshot) -> Phrase | None:
    """The thanks or farewell by which a message says that the answer was enough: 我跟她商量一下，谢谢."""
    thanked = [clause.phrase for clause in said.clauses if clause.act in CLOSING]
    other = [clause for clause in said.clauses if clause.act not in (*CLOSING, Act.GREETS)]
    leaves = bool(said.clauses) and said.clauses[-1].act is Act.LEAVES and all(_is_sentence(said.text[c.start : c.end]) for c in other)
    counted = said.counting.spells if leaves else said.counting
    harmless = (Act.TELLS, Act.HEARSAY, Act.SMALL_TALK, *([Act.WISHES] if leaves else []))
    told = all(clause.act in harmless for clause in other) and not (leaves and _wishes_for_a_matter(said, snapshot))
    lasting = not leaves and any(not snapshot.definitions[fact].passing for fact in said.stated)
    taken_in = [(clause.start, clause.end) for clause in said.clauses if clause.act in CLOSING]
    sides = [here for here in said.sides.values() if not inside(here.start, taken_in)]
    states = lasting or (sides and not leaves) or (counted and other) or said.spoken.region
    return _weightiest(thanked) if told and not states else None


def _wishes_for_a_matter(said: Said, snapshot: Snapshot) -> bool:
    """Whether what somebody who leaves still wishes for names a covered matter: 帮我查下补助，先走了; not 我去告诉我妈，拜拜."""
    wishes = [(clause.start, clause.end) for clause in said.clauses if clause.act is Act.WISHES]
    return bool(wishes) and names_a_topic(said, snapshot, snapshot.weights.plainly, split(said.text, wishes))


def _is_sentence(clause: str) -> bool:
    """Whether a clause tells something, and is no bare name of what is wanted: 材料我回头弄."""
    return predicates(clause) or speaks_of_oneself(clause) or exclaims(clause)


def taken_up(talk: SmallTalk) -> Command | SmallTalk:
    """What a phrase of small talk wants: what it commands done, or just its reply."""
    return Command(talk.phrase.action) if talk.phrase.action is not None else talk


def likest_phrase(margin: Margin, snapshot: Snapshot) -> Phrase | None:
    """The small talk that a message is more like than any topic outside the documents."""
    top = margin.others[0].column if margin.others else None
    return next((phrase for phrase in snapshot.knowledge.phrases if top == Column("phrase", phrase.id)), None)
