"""Walking over entries: everything below an entry, with where it stands."""

from __future__ import annotations

from typing import Any, Iterator, Mapping, Tuple, Union

from bot.knowledge.schema.parts import Entry, Words

Location = Tuple[Union[str, int], ...]


def walk(entry: Any, at: Location = ()) -> Iterator[Tuple[Location, Any]]:
    """Yield each entry at and below ``entry``, in the order of the file, with its location."""
    if isinstance(entry, Entry):
        yield at, entry
        for name, model_field in entry.__fields__.items():
            yield from walk(getattr(entry, name), (*at, model_field.alias))
    elif isinstance(entry, Mapping):
        for key, value in entry.items():
            yield from walk(value, (*at, key))
    elif isinstance(entry, (list, tuple)):
        for index, value in enumerate(entry):
            yield from walk(value, (*at, index))


def all_words(entry: Any, at: str = "") -> Iterator[Tuple[str, Words]]:
    """Yield each text at and below ``entry``, with its location as ``part.part.0``."""
    for location, found in walk(entry, (at,) if at else ()):
        if isinstance(found, Words):
            yield ".".join(map(str, location)), found
