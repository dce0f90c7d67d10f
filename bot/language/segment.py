"""Word segmentation: the only room that knows jieba."""

from __future__ import annotations

import logging
import tempfile
import warnings
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

with warnings.catch_warnings():
    # jieba 0.42.1 reads its own resources through pkg_resources and has invalid escapes; both warn on import.
    warnings.simplefilter("ignore")
    import jieba

jieba.setLogLevel(logging.WARNING)

_WORD_FREQUENCY = 2_000
"""High enough for a domain word to win over its parts, low enough not to tear neighbouring words apart."""


class Segmenter:
    """A jieba tokenizer of our own: own dictionary, own cache place, never the module-wide one.

    jieba's ``del_word`` and ``dt`` are shared between tokenizers and are not used.
    """

    def __init__(self, words: Iterable[str], cache_dir: Path | None = None) -> None:
        """Build the tokenizer (about 0.5–1 s). ``words`` are kept whole; ``cache_dir`` is private to this user."""
        self.words = frozenset(words)
        self._tokenizer = jieba.Tokenizer()
        if cache_dir is None:
            with tempfile.TemporaryDirectory(prefix="bot-jieba-") as private:
                self._load(Path(private))
        else:
            cache_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._load(cache_dir)

    def _load(self, cache_dir: Path) -> None:
        self._tokenizer.tmp_dir = str(cache_dir)
        self._tokenizer.cache_file = "jieba-dictionary.cache"
        self._tokenizer.initialize()
        for word in sorted(self.words):
            if len(word) > 1:
                self._tokenizer.add_word(word, freq=max(_WORD_FREQUENCY, self._tokenizer.FREQ.get(word, 0)))

    @property
    def frequencies(self) -> Mapping[str, int]:
        """How often each word of the dictionary is used."""
        return self._tokenizer.FREQ  # type: ignore[no-any-return]

    def cut(self, text: str) -> list[str]:
        """The words of a text, in order, nothing dropped. No guessing of new words: the unknown stays in characters."""
        return list(self._tokenizer.cut(text, HMM=False))


def plain_cut() -> Callable[[str], list[str]]:
    """``lcut`` of a tokenizer with jieba's own dictionary and defaults (about 1 s), to measure whole answers against."""
    tokenizer = jieba.Tokenizer()
    with tempfile.TemporaryDirectory(prefix="bot-jieba-") as private:
        tokenizer.tmp_dir = private
        tokenizer.initialize()

    def cut(text: str) -> list[str]:
        return list(tokenizer.lcut(text))

    return cut
