"""A region: its document, its places, its offices."""

from __future__ import annotations

from pydantic import Field

from bot.model.base import Id, Text, Value


class Note(Value):
    """What a document says, or leaves open, that belongs to no single item: whom a word means, what binds all items."""

    about: Id = Field(description="The about of a phrase: how people ask for it.")
    text: Text
    declines: bool = Field(default=False, description="It says that the document does not say it.")


class Document(Value):
    """The public document a region's measures come from."""

    id: Id
    title: Text
    short: Text
    brief: Text | None = Field(default=None, max_length=4, description="Name in the footer, such as 红桥台账.")
    year: int
    published: Text
    item_label: Text = Field(description="How an item is named, with {item} for its number.")
    issuer: Text | None = Field(default=None, description="发布单位, shown where no lead unit is named.")
    number: Text | None = None
    explains: Text | None = Field(default=None, description="文号 of the measures that it explains, where it has none of its own.")
    follows: tuple[Text, ...] = ()
    notes: tuple[Note, ...] = ()


class Area(Value):
    """A heading under which measures are grouped in the menu."""

    id: Id
    title: Text


class Region(Value):
    """One region. ``places`` are names that mean it; ``around`` are names of a wider place only part of which is covered.

    ``within`` is the wider region it lies in, if that has a document of its own: that answers where this one's says nothing.
    """

    id: Id
    name: Text
    full_name: Text
    document: Document
    confirm: Text = Field(description="Whom to ask whether a measure is still in force.")
    areas: tuple[Area, ...] = Field(min_length=1)
    places: tuple[Text, ...] = Field(min_length=1)
    institutions: tuple[Text, ...] = ()
    around: tuple[Text, ...] = ()
    within: Id | None = Field(default=None, description="The wider region it lies in, if that has a folder too.")
    speaks: tuple[Text, ...] = Field(
        default=(), description="Unit names only this region uses; heard as a hint of the region."
    )
    samples: tuple[Text, ...] = Field(
        default=(), max_length=3, description="Questions that a greeting suggests to who is here: such as the document answers."
    )


class Contact(Value):
    """An office or a line of a region, defined once and referred to by id."""

    id: Id
    name: Text
    short: Text | None = Field(default=None, max_length=8, description="Name in the footer, such as 区人社局.")
    aliases: tuple[Text, ...] = ()
    phone: Text | None = None
    hours: Text | None = None
    public_line: Id | None = Field(
        default=None, description="National line that fits when the document gives no number."
    )


class PublicLine(Value):
    """A national line anyone can call; never part of a region's document."""

    id: Id
    number: Text
    name: Text
    about: Text
    source: Text
