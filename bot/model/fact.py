"""Facts a person can state or be asked for."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from bot.model.base import Id, Text, Value
from bot.model.condition import Condition
from bot.model.pattern import Pattern, Patterns

HERE, ELSEWHERE = "here", "elsewhere"
"""The options of a fact that tells where somebody holds something."""

UNSURE = "unsure"
"""The option id every fact has besides its own: 不清楚."""


class FactOption(Value):
    """One answer to a fact's question."""

    id: Id
    label: Text = Field(max_length=16)
    heard: Text | None = Field(default=None, description="How it is told back after 记下：; the label by default.")
    says: Patterns = ()
    condolence: Text | None = Field(default=None, description="Said before the answer, where this is told of somebody.")
    outside: Text | None = Field(default=None, description="Why the documents do not cover people who state this.")
    unless: Condition | None = Field(
        default=None, description="Of whom outside does not decide: the entitlements of each measure do."
    )
    left_open: Text | None = Field(
        default=None,
        description="What the document leaves open of people who state this, wherever an entitlement needs the presumed option.",
    )
    unsettles: tuple[Id, ...] = Field(
        default=(), description="Facts that other words beside this only seem to tell: who says this has told neither yes nor no to them."
    )
    implied_by: Condition | None = Field(default=None, description="Other facts from which this option follows.")
    replies: tuple[Text, ...] = Field(
        default=(), description="Short replies that mean this option only right after the question."
    )
    denied: Id | None = Field(default=None, description="The option that is said where this one is denied: 没去武汉.")
    kin: tuple[Id, ...] = Field(
        default=(), description="In a fact with relation: what they are to the medical worker."
    )


class Unit(Value):
    """A unit of time in which a number fact may be stated."""

    words: tuple[Text, ...] = Field(min_length=1)
    times: int = Field(ge=1, description="How many of the fact's own unit it is worth.")


class Fact(Value):
    """A fact about the asker or the person asked for. ``choice`` facts have options, ``number`` facts count a unit."""

    id: Id
    title: Text
    question: Text
    kind: Literal["choice", "number"] = "choice"
    options: tuple[FactOption, ...] = ()
    presumed: Id | None = Field(default=None, description="Option taken for granted until the person says otherwise.")
    unit: Text | None = None
    counted_in: tuple[Unit, ...] = ()
    ambiguous_units: tuple[Text, ...] = Field(
        default=(), description="Units that do not say how many, such as 月 for days."
    )
    ambiguous_hint: Text | None = None
    per_household: bool = Field(default=False, description="Whether a number counts once for a household, however many of it are meant.")
    least: int = 1
    most: int = 366
    introduces: Patterns = Field(
        default=(), description="How people say who they are; such a clause says nothing of what they ask about."
    )
    shown_by: Patterns = Field(
        default=(), description="Words that show whoever they are said of to be the one the documents are written for."
    )
    sought_by: Patterns = Field(
        default=(),
        description="What only those the documents are written for ask for: shows the same, unless somebody else was said to be one.",
    )
    relation: Literal["asked", "child", "untold"] | None = Field(
        default=None,
        description="What somebody is to the medical worker, by the options' kin: whom the question is about, the child. "
        "Of untold nothing is known where a relative who may be at work is "
        "asked of and nobody was said to be the medical worker.",
    )
    of_child: bool = Field(default=False, description="Holds of the child: said of the speaker, it is the child who speaks.")
    of_staff: bool = Field(
        default=False, description="Holds of the medical worker: said of anybody else, it is not heard."
    )
    of_household: bool = Field(
        default=False, description="Holds of the household asked about: said of a brother or sister, who have their own, it is not heard."
    )
    kind_of_staff: bool = Field(
        default=False, description="是哪一种人：接着问另一种（规培的呢，保安也给吗），问过的那一种、替谁问的都不再算"
    )
    held: Pattern | None = Field(
        default=None, description="What is held somewhere, such as <registration>; options: here, elsewhere."
    )
    holders: tuple[Id, ...] = Field(default=(), description="Whose it is: roles such as self, spouse, paternal.")
    only_names: bool = Field(
        default=False,
        description="Only names, where a sentence has its id in braces, whom another fact tells of: heard beside that one, and alone.",
    )
    passing: bool = Field(default=False, description="Holds for the message it is said in, and is not remembered.")
    keep_days: int = Field(default=30, ge=1, description="Days after which a stated value expires.")

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Fact:
        ids = [option.id for option in self.options]
        if self.held is not None and (set(ids) != {HERE, ELSEWHERE} or not self.holders):
            raise ValueError(f"写了 held 就要写 holders，options 是 {HERE} 和 {ELSEWHERE}")
        if self.kind == "choice" and len(ids) < 2:
            raise ValueError("选择类事实至少要有两个 options")
        if self.kind == "number" and (self.options or not self.unit or not self.counted_in):
            raise ValueError("数字类事实要写 unit 和 counted_in，不写 options")
        if len(set(ids)) < len(ids) or UNSURE in ids:
            raise ValueError(f"options 的 id 不能重复，也不能叫 {UNSURE}（“不清楚”由程序自动加上）")
        if self.presumed is not None and self.presumed not in ids:
            raise ValueError(f"presumed 写的“{self.presumed}”不在 options 里")
        return self

    def option(self, option_id: str) -> FactOption | None:
        """The option with this id, or None."""
        return next((option for option in self.options if option.id == option_id), None)
