"""Handwriting of people who don't exist: a few strokes in the form in which the app sends them."""

from functools import cache
from typing import Any

from jiayi.demo.chance import Chance

WIDTH, HEIGHT = 320, 144
HANDS = 150
"""So many people who write differently are enough for any county."""


def strokes(chance: Chance) -> dict[str, Any]:
    """Somebody's handwriting."""
    return chance.choice(_hands())


@cache
def _hands() -> list[dict[str, Any]]:
    return [_scribble(Chance("hand", number)) for number in range(HANDS)]


def _scribble(chance: Chance) -> dict[str, Any]:
    """Two or three characters: per stroke its first point, then steps, each with milliseconds."""
    drawn = []
    for n in range(chance.randint(4, 7)):
        stroke = [30 + 40 * n + chance.randrange(12), 30 + chance.randrange(70), n * 420]
        for _ in range(chance.randint(2, 5)):
            stroke += [chance.randint(-6, 16), chance.randint(-12, 14), chance.randint(14, 40)]
        drawn.append(stroke)
    return {"w": WIDTH, "h": HEIGHT, "strokes": drawn}
