"""A glossary entry as people write it, and what may stand in its fields."""

from typing import Annotated, Literal

from pydantic import Field

from srcxlate.records import Record

HOUSE_STYLE = "house-style"
"""The scope of entries that can be turned off, and that are off in a speaker's own words."""


class Entry(Record):
    """A glossary entry as people write it."""

    original: Annotated[str, Field(min_length=1)]
    language: Literal["ja", "ko", "zh"]
    english: Annotated[str, Field(min_length=1)]
    variants: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    scope: str | None = None
    note: str | None = None
    authority: str | None = None
