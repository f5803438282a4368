"""Which documents there are and which commands a phone may send, collected from the features once at start."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from jiayi.core.feed import Command, Projector


@dataclass(frozen=True)
class Registry:
    """All projectors and commands of the product."""

    projectors: Mapping[str, Projector]
    commands: Mapping[str, Command]

    @cached_property
    def shape(self) -> str:
        """Changes when any projector's version does."""
        text = ",".join(f"{kind}:{projector.version}" for kind, projector in sorted(self.projectors.items()))
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def collect(projectors: Iterable[Projector], commands: Iterable[Command]) -> Registry:
    """Build the registry. Raises ValueError for a kind declared twice."""
    by_kind: dict[str, Projector] = {}
    for projector in projectors:
        if projector.kind in by_kind:
            raise ValueError(projector.kind)
        by_kind[projector.kind] = projector
    by_command: dict[str, Command] = {}
    for command in commands:
        if command.kind in by_command:
            raise ValueError(command.kind)
        by_command[command.kind] = command
    return Registry(by_kind, by_command)
