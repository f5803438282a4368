"""Chance that can be repeated: the same seed number gives the same county, whatever the size of its other towns."""

from bisect import bisect
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar
from uuid import UUID

from jiayi.core.ids import at_millisecond

T = TypeVar("T")
ID_BITS = 74


class Weighted(Generic[T]):
    """Things to draw from, some oftener than others."""

    __slots__ = ("_sums", "_things")

    def __init__(self, weights: Mapping[T, float]) -> None:
        self._things = list(weights)
        self._sums = list(accumulate(weights.values()))

    @classmethod
    def falling(cls, things: Sequence[T]) -> "Weighted[T]":
        """From common to rare: the n-th comes half as often as the first by the middle of the list."""
        return cls({thing: 1 / (1 + n * 2 / len(things)) for n, thing in enumerate(things)})

    def draw(self, chance: "Chance") -> T:
        # As Random.choices does, without what it does for many.
        return self._things[bisect(self._sums, chance.random() * self._sums[-1], 0, len(self._things) - 1)]


class Chance(Random):
    """A stream of chance of its own for every topic, so that a change in one leaves the others as they were."""

    def __init__(self, *topic: object) -> None:
        super().__init__("/".join(map(str, topic)))

    def happens(self, percent: float) -> bool:
        return self.random() * 100 < percent

    def id_at(self, at: datetime) -> UUID:
        """An id as a device would have made it at that moment."""
        return at_millisecond(int(at.timestamp() * 1000), self.getrandbits(ID_BITS))
