"""What happens in a schedule, and in which order: all of it from one number, decided before anything happens."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests import world as people
from tests.soak.county import SON

Order = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Schedule:
    """Who takes part (`join` orders), and what happens. `seed` names it for all further chance."""

    seed: str
    phones: list[Order]
    steps: list[Order]
    operation_count: int


ROSTER: dict[str, Order] = {
    "leader": {"phone": people.LEADER, "realm": "staff"},
    "nurse": {"phone": people.NURSE, "realm": "staff"},
    "nurse's tablet": {"phone": people.NURSE, "realm": "staff"},
    "doctor": {"phone": people.DOCTOR, "realm": "staff"},
    "other leader": {"phone": people.OTHER_LEADER, "realm": "staff"},
    "other nurse": {"phone": people.OTHER_NURSE, "realm": "staff"},
    "elder": {"phone": people.ELDER, "realm": "family", "birth_year": people.ELDER_BORN},
    "daughter": {"phone": people.DAUGHTER, "realm": "family"},
    "son": {"phone": SON, "realm": "family"},
}
ALWAYS = ("leader", "nurse")
OPERATIONS = 24
WEIGHTS: dict[str, float] = {
    "act": 10, "sync": 3, "together": 4, "reconsider": 1.5, "amend": 1, "turn": 2, "set_clock": 0.7, "sleep": 0.5,
    "pass": 0.7, "reboot": 0.4, "open": 0.6, "close": 0.4, "office": 1.5, "deliver_late": 0.4,
}  # fmt: skip
CROWDED: dict[str, float] = {"act": 2, "together": 6, "office": 1, "turn": 1, "pass": 0.5, "reconsider": 0.5}
CROWD = ("leader", "nurse", "doctor", "nurse's tablet")
"""One team, all at once: what many hands on one bucket do."""
EVERY = 4
"""How many schedules there are to one of a crowd."""
FORGOTTEN = -10 * 365 * 1440
"""Minutes: a phone whose battery was empty believes that it is as young as its clock."""
BY_PEOPLE = frozenset({"act", "sync", "together", "reconsider", "amend", "office"})
OFFICE = ("move_resident", "leave_team", "cancel_visit", "reassign_visit", "revoke_proxy", "end_contract")


def plan(seed: int, number: int) -> Schedule:
    """The schedule of this number in the run of this seed."""
    name = f"{seed}/{number}"
    return _Planner(Random(name), name, is_crowd=number % EVERY == 0).plan()


@dataclass
class _Planner:
    chance: Random
    name: str
    is_crowd: bool
    roster: list[str] = field(default_factory=list)

    def plan(self) -> Schedule:
        others = [one for one in ROSTER if one not in ALWAYS]
        self.roster = [*ALWAYS, *self.chance.sample(others, self.chance.randint(1, 3))]
        if self.is_crowd:
            self.roster = list(CROWD)
        joining = [ROSTER[one] | {"name": one, "has_locks": self.chance.random() < 0.8} for one in self.roster]
        steps = list(self._steps())
        count = sum(step["order"] in BY_PEOPLE for step in steps)
        return Schedule(self.name, joining, [step | {"step": n} for n, step in enumerate(steps)], count)

    def _steps(self) -> Iterator[Order]:
        for phone in self.roster:
            yield self._turn(phone)
        accidents = {} if self.is_crowd else self._accidents()
        weights = CROWDED if self.is_crowd else WEIGHTS
        for n in range(OPERATIONS):
            yield from accidents.get(n, ())
            (order,) = self.chance.choices(list(weights), list(weights.values()))
            yield {"order": order} | self._values(order)

    def _accidents(self) -> dict[int, list[Order]]:
        """What befalls the machines: rare, because it takes seconds to start them again."""
        found: dict[int, list[Order]] = {}
        at = lambda: self.chance.randrange(4, OPERATIONS)  # noqa: E731 (said once)
        if self.chance.random() < 0.12:
            found.setdefault(at(), []).extend(self._broken_push("die"))
        if self.chance.random() < 0.12:
            found.setdefault(at(), []).extend(self._broken_push("database"))
        if self.chance.random() < 0.04:
            found.setdefault(at(), []).append({"order": self.chance.choice(("kill_server", "stop_database"))})
        if self.chance.random() < 0.04:
            found.setdefault(2, []).append({"order": "start_worker"})
            found.setdefault(at(), []).append({"order": "kill_worker"})
        if self.chance.random() < 0.15:
            first, last = sorted(self.chance.sample(range(4, OPERATIONS), 2))
            found.setdefault(first, []).append({"order": "back_up"})
            found.setdefault(last, []).append({"order": "restore"})
        return found

    def _broken_push(self, trouble: str) -> list[Order]:
        """Some work without a signal, and then the way is free, but what is at its end is not."""
        phone = self.chance.choice(self.roster)
        after = self.chance.randint(1, 4)
        return [
            {"order": "turn", "phone": phone, "signal": "none"},
            *({"order": "act", "phone": phone, "tab": 0} for _ in range(2)),
            {"order": "turn", "phone": phone, "signal": "good"},
            {"order": "sync", "phone": phone, "tab": 0, "trouble": f"{trouble}:{after}"},
        ]

    def _values(self, order: str) -> Order:
        phone = self.chance.choice(self.roster)
        match order:
            case "together":
                if not self.is_crowd and self.chance.random() < 0.5:
                    return {"phones": [phone] * self.chance.randint(2, 3)}
                return {"phones": self.chance.sample(self.roster, self.chance.randint(2, len(self.roster)))}
            case "turn":
                return self._turn(phone)
            case "set_clock":
                minutes = self.chance.choice((-3 * 1440, -1440, -90, -3, 3, 90, 1440, 5 * 1440))
                return {"phone": phone, "minutes": minutes}
            case "reboot":
                return {"phone": phone, "minutes": self.chance.choice((0, 0, FORGOTTEN))}
            case "sleep":
                return {"phone": phone, "minutes": self.chance.choice((5, 60, 600))}
            case "pass":
                return {"minutes": self.chance.choice((1, 1, 15, 15, 120, 720))}
            case "office":
                return {"what": self.chance.choice(OFFICE), "chance": self.chance.random()}
            case _:
                return {"phone": phone, "tab": self.chance.randrange(3)}

    def _turn(self, phone: str) -> Order:
        weights = (2, 0.3, 6) if self.is_crowd else (6, 2, 2)
        (signal,) = self.chance.choices(("flaky", "none", "good"), weights)
        return {"order": "turn", "phone": phone, "signal": signal}
