"""`make soak`: schedule after schedule, until it was enough, or one schedule again.

`JIAYI_SOAK_SEED` names the run (else it is drawn), `JIAYI_SOAK_SCHEDULE` one schedule of it, `JIAYI_SOAK_SCHEDULES` how many
there are. What went wrong is written to build/soak/.
"""

import os
import secrets
import signal
import sys
from collections.abc import Iterator
from itertools import count

from tests.soak.machines import build_phones, machines, phones
from tests.soak.simulator import Outcome, keep, run

SCHEDULES, OPERATIONS = 500, 10_000
REPORTED_EVERY = 20


def main() -> int:
    """Run them. Returns how many violations there were, as a program does."""
    seed = int(os.environ.get("JIAYI_SOAK_SEED") or secrets.randbelow(1_000_000))
    total = Outcome()
    build_phones()
    with machines() as running, phones() as people:
        for done, number in enumerate(_numbers(total), start=1):
            outcome = run(running, people, seed, number)
            total.operation_count += outcome.operation_count
            total.fault_count += outcome.fault_count
            total.violations += outcome.violations
            if outcome.violations:
                _say(*outcome.violations[:10], f"written down in {keep(outcome, seed, number)}")
            if done % REPORTED_EVERY == 0:
                _say(f"{done} schedules: {told(total, seed)}")
    _say(told(total, seed))
    return 1 if total.violations else 0


def _numbers(total: Outcome) -> Iterator[int]:
    only = os.environ.get("JIAYI_SOAK_SCHEDULE")
    if only:
        yield int(only)
        return
    wanted = int(os.environ.get("JIAYI_SOAK_SCHEDULES") or SCHEDULES)
    for number in count():
        if number >= wanted and (wanted < SCHEDULES or total.operation_count >= OPERATIONS):
            return
        yield number


def told(total: Outcome, seed: int) -> str:
    """What a run came to, in a line."""
    return (
        f"{total.operation_count:,} operations · {total.fault_count:,} faults injected"
        f" · {len(total.violations)} violations (seed {seed})"
    )


def _say(*lines: str) -> None:
    for line in lines:
        print(line, flush=True)  # noqa: T201 (a program that says how it goes)


if __name__ == "__main__":
    # Whoever ends it ends its machines too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    sys.exit(main())
