"""Runs schedules: gives the orders, kills and starts machines, and looks at the end whether all is as it must be."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.soak import checks, office
from tests.soak.machines import Machines, Phones
from tests.soak.schedule import Order, Schedule, plan

OF_MACHINES = frozenset({"kill_server", "stop_database", "start_worker", "kill_worker", "back_up", "restore", "office"})


@dataclass
class Outcome:
    """What a schedule came to; `trace` says what happened, line by line."""

    operation_count: int = 0
    fault_count: int = 0
    violations: list[str] = field(default_factory=list)
    trace: list[str] = field(default_factory=list)


def run(machines: Machines, phones: Phones, seed: int, number: int) -> Outcome:
    """Run one schedule of a seed from the county as it was made."""
    return _Run(machines, phones, plan(seed, number)).run()


class _Run:
    def __init__(self, machines: Machines, phones: Phones, schedule: Schedule) -> None:
        self.machines, self.phones, self.schedule = machines, phones, schedule
        self.world = machines.county.world
        self.outcome = Outcome(schedule.operation_count)
        self.memberships: dict[str, str] = {}
        self.is_restored = False

    def run(self) -> Outcome:
        self.machines.ensure_running()
        self.machines.begin_anew()
        self.phones.tell("start", seed=self.schedule.seed, origin=self.machines.origin)
        for one in self.schedule.phones:
            self.memberships[one["name"]] = self.phones.tell("join", **one)["membership_id"]
        for step in self.schedule.steps:
            self._step(step)
            self.machines.ensure_running()
        self.machines.kill(self.machines.worker)
        restless = self.phones.tell("quiet")
        self._check(restless)
        return self.outcome

    def _step(self, step: Order) -> None:
        order = step["order"]
        if order in OF_MACHINES:
            self._note(f"step {step['step']} {self._accident(step)}")
            return
        values = {name: value for name, value in step.items() if name != "order"}
        lines = self.phones.tell(order, **values)
        if order in {"set_clock", "sleep", "reboot", "close"}:
            self.outcome.fault_count += 1
        self._note(*(lines or [f"step {step['step']} {json.dumps(step, ensure_ascii=False)}"]))

    def _accident(self, step: Order) -> str:
        machines, order = self.machines, step["order"]
        if order == "office":
            return office.decide(machines.runtime, self.world, step["what"], step["chance"])
        self.outcome.fault_count += order not in {"back_up", "start_worker"}
        match order:
            case "kill_server":
                machines.kill(machines.server)
            case "stop_database":
                machines.stop_database()
            case "start_worker":
                machines.start_worker()
            case "kill_worker":
                machines.kill(machines.worker)
            case "back_up":
                machines.back_up()
            case "restore":
                # What was still on its way belongs to the life before.
                self.phones.tell("deliver_late")
                machines.restore()
                self.is_restored = True
        return str(order)

    def _note(self, *lines: str) -> None:
        self.outcome.trace += lines

    def _check(self, restless: Iterable[str]) -> None:
        machines, county_id = self.machines, self.world.county_id
        wanted = checks.expected(machines.runtime, county_id, self.memberships)
        path = machines.folder / "expected.json"
        path.write_text(json.dumps(wanted.buckets))
        told: dict[str, Any] = self.phones.tell("reckon", path=str(path), entitled=wanted.entitled)
        self.outcome.fault_count += told["injected"]
        self.outcome.violations += [
            *restless,
            *told["differences"],
            *told["faults_of_ours"],
            *checks.feed(machines.runtime, county_id),
            *checks.commands(machines.owner, told["fates"], is_restored=self.is_restored),
            *checks.effects(machines.owner, told["fates"]),
            *checks.ledger(machines.owner),
            *checks.trail(machines.runtime, machines.owner, county_id),
        ]
        self._note(*(f"command {json.dumps(fate, ensure_ascii=False)}" for fate in told["fates"]))


def keep(outcome: Outcome, seed: int, number: int) -> Path:
    """Write down what happened in a schedule that went wrong, and how to see it again."""
    path = Path("build") / "soak" / f"{seed}-{number}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    again = f"JIAYI_SOAK_SEED={seed} JIAYI_SOAK_SCHEDULE={number} make soak"
    path.write_text("\n".join([again, "", *outcome.violations, "", *outcome.trace, ""]), encoding="utf-8")
    return path
