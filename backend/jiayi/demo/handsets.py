"""The phones that the staff work with: when each last fetched and handed in, and what waits on those out of reach."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from jiayi.demo.chance import Chance
from jiayi.demo.life import Life
from jiayi.demo.sheets import Sheets
from jiayi.demo.staff import Clinician

HANDED_OUT = timedelta(days=400)
"""How long before today the phones were handed out."""
ROUND = timedelta(minutes=14)
"""Who is at work and has a signal was heard of within this time."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A phone unlike the others: `waiting` on it since it was last heard of, perhaps cleared by its browser, then with so much unsent."""

    pulled: timedelta
    pushed: timedelta
    waiting: int = 0
    wiped: timedelta | None = None
    lost: int | None = None


SILENT = {
    # By the post's number. A village without a signal, a phone forgotten in a drawer, one that its browser has cleared.
    8: Silence(timedelta(hours=2, minutes=37), timedelta(hours=2, minutes=37), waiting=3),
    9: Silence(timedelta(days=4, hours=3), timedelta(days=5, hours=1), waiting=2),
    11: Silence(timedelta(minutes=21), timedelta(minutes=52), wiped=timedelta(days=2, hours=4), lost=1),
}
NEVER = 13
"""Has not signed in yet."""


class Handsets:
    """Writes the staff's phones down."""

    def __init__(self, life: Life, sheets: Sheets) -> None:
        self.life, self.sheets = life, sheets
        self.now = life.world.timeline.now
        self.chance = Chance(life.world.seed, "handsets", life.town.number)

    def write(self) -> None:
        for number, one in enumerate(self.life.staff.clinicians):
            if number != NEVER:
                self._write(one, SILENT.get(number) or self._usual())

    def _usual(self) -> Silence:
        pulled = ROUND * self.chance.random()
        return Silence(pulled, pulled + timedelta(minutes=self.chance.randint(0, 95)))

    def _write(self, one: Clinician, state: Silence) -> None:
        first_seen_at = max(self.life.world.timeline.founded_at, self.now - HANDED_OUT)
        device_id = self.chance.id_at(first_seen_at)
        self.sheets["devices"].add(
            account_id=one.account_id, id=device_id, first_seen_at=first_seen_at, last_seen_at=self._ago(state.pulled)
        )
        self.sheets["sync_contacts"].add(
            membership_id=one.membership_id, device_id=device_id, account_id=one.account_id,
            last_pull_at=self._ago(state.pulled), last_push_at=self._ago(state.pushed), waiting_count=state.waiting,
            wiped_at=None if state.wiped is None else self._ago(state.wiped), lost_count=state.lost,
        )  # fmt: skip

    def _ago(self, time: timedelta) -> datetime:
        return self.now - time
