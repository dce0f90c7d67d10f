"""How authors write what people say: patterns one by one, a group of them with what none of them may stand beside, or the name of a list
that several places share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, Discriminator, Field, Tag, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from bot.model.base import Id, Text, Value

Pattern = Text
"""How people say something: space-separated parts that appear in this order within one sentence.

A part is a literal word, ``<concept>`` (any word of that concept), ``<number>`` (in a number fact: the quantity), or a word or concept
behind ``!`` or ``!!``: then it must not appear in the same clause, or anywhere in the message.
"""

PATTERN_TAG, GROUP_TAG, SHARED_TAG = "<pattern>", "<group>", "<shared>"
"""What pydantic calls the three things a list of patterns may hold, in its errors; no key is called so."""


def _one_part(word: str) -> str:
    """A word or concept that must not appear; what it is behind (``!``) the key says that it is written under."""
    if len(word.split()) == 1 and word[0] not in "!^$=":
        return word
    remedy = "每个词各作一项，不带感叹号；^ $ = 只写在 any 里"
    raise PydanticCustomError("pattern_guard", "“{word}”不是一个词或一个 <概念>", {"word": word, "remedy": remedy})


Guard = Annotated[Text, AfterValidator(_one_part)]


class PatternGroup(Value):
    """Patterns that share what must not appear beside them; read as each of them with all of it at its end."""

    any: tuple[Pattern, ...] = Field(min_length=1, description="几条说法；各自还可以有自己的 ! 和 !!")
    unless: tuple[Guard, ...] = Field(default=(), description="同一小句里有其中一个词，哪一条都不算；等于每条后面写 !词")
    unless_anywhere: tuple[Guard, ...] = Field(default=(), description="整句话里有其中一个词，哪一条都不算；等于每条后面写 !!词")

    @model_validator(mode="after")
    def _has_a_guard(self) -> PatternGroup:
        if not (self.unless or self.unless_anywhere):
            remedy = "补上其中一个；没有共同的，就把 any 里的说法直接写进列表"
            raise PydanticCustomError("pattern_guard", "这一组没有 unless，也没有 unless_anywhere", {"remedy": remedy})
        return self

    def patterns(self) -> tuple[Pattern, ...]:
        """Its patterns, each written out.

        >>> PatternGroup(any=("我 卖 的", "^ 卖 的"), unless=("票",), unless_anywhere=("<medic>",)).patterns()
        ('我 卖 的 !票 !!<medic>', '^ 卖 的 !票 !!<medic>')
        """
        guards = (*(f"!{word}" for word in self.unless), *(f"!!{word}" for word in self.unless_anywhere))
        return tuple(" ".join((pattern, *guards)) for pattern in self.any)


SharedLists = Mapping[str, tuple[Pattern, ...]]
"""The shared lists by name: what a list of patterns is validated with. Where some of them could not be read it is None, and any name may
be right.
"""


def _in_there(name: str, info: ValidationInfo) -> str:
    """A name that leads to a shared list."""
    if info.context is None or "shared" not in info.context:
        raise PydanticCustomError("pattern_guard", "共用的说法里不能再用另一份", {"remedy": "把那几条说法写在这里"})
    lists: SharedLists | None = info.context["shared"]
    if lists is None or name in lists:
        return name
    raise PydanticCustomError("shared_unknown", "没有叫“{name}”的共用说法（shared_cues.yaml）", {"name": name, "known": tuple(lists)})


class SharedRef(Value):
    """Stands in a list of patterns for all those of a shared list."""

    shared: Annotated[Id, AfterValidator(_in_there)] = Field(description="shared_cues.yaml 里一份说法的 id：等于把那一份写在这里")


def _kind(raw: Any) -> str:
    """Whether a raw item of a list is a group or a name; a mapping without any of their keys is a text with a colon in it."""
    for tag, model in ((GROUP_TAG, PatternGroup), (SHARED_TAG, SharedRef)):
        if isinstance(raw, model) or (isinstance(raw, dict) and not raw.keys().isdisjoint(model.model_fields)):
            return tag
    return PATTERN_TAG


def _written_out(items: Iterable[Pattern | PatternGroup | SharedRef], info: ValidationInfo) -> tuple[Pattern, ...]:
    """Every pattern of a list, those of its groups and of the lists it names in their place."""
    return tuple(pattern for item in items for pattern in _patterns_of(item, (info.context or {}).get("shared") or {}))


def _patterns_of(item: Pattern | PatternGroup | SharedRef, lists: SharedLists) -> tuple[Pattern, ...]:
    if isinstance(item, SharedRef):
        return lists.get(item.shared, (item.shared,))  # what could not be read is told where it stands; nothing is answered from this
    return item.patterns() if isinstance(item, PatternGroup) else (item,)


if TYPE_CHECKING:
    Patterns = tuple[Pattern, ...]
else:
    Patterns = Annotated[
        tuple[
            Annotated[
                Annotated[Pattern, Tag(PATTERN_TAG)] | Annotated[PatternGroup, Tag(GROUP_TAG)] | Annotated[SharedRef, Tag(SHARED_TAG)],
                Discriminator(_kind),
            ],
            ...,
        ],
        AfterValidator(_written_out),
    ]
"""A list of patterns. Authors may write some of them as groups, or name a shared list; what is read holds every pattern by itself."""


class SharedCues(Value):
    """A list of patterns written once for all places that name it, whatever the region."""

    id: Id
    says: Patterns = Field(min_length=1)
