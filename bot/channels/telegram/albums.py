"""An album of ten pictures comes as ten messages and is one thing said: by its caption, or by its first picture."""

from __future__ import annotations

from collections.abc import Iterable

from bot.channels.bounded_cache import BoundedCache
from bot.channels.telegram.stored_update import StoredUpdate

_Album = tuple[int, str]


class Albums:
    """Remembers albums that have been seen, for those whose messages come in several batches."""

    def __init__(self) -> None:
        self._seen: BoundedCache[_Album, bool] = BoundedCache(1_000)

    def surplus(self, batch: Iterable[StoredUpdate]) -> frozenset[int]:
        """The numbers of messages that need no answer of their own."""
        albums: dict[_Album, list[StoredUpdate]] = {}
        for stored in batch:
            album = _album_of(stored)
            if album is not None:
                albums.setdefault(album, []).append(stored)
        return frozenset(number for album, items in albums.items() for number in self._surplus_of(album, items))

    def _surplus_of(self, album: _Album, items: list[StoredUpdate]) -> Iterable[int]:
        captioned = [item for item in items if item.update.message is not None and item.update.message.caption]
        chosen = captioned or ([] if self._seen.get(album) else items[:1])
        self._seen.put(album, True)
        return [item.number for item in items if item not in chosen]


def _album_of(stored: StoredUpdate) -> _Album | None:
    message = stored.update.message
    return None if message is None or message.media_group_id is None else (message.chat.id, message.media_group_id)
