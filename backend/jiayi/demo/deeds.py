"""What came of a planned visit: arriving, measuring, signing, leaving; or a locked gate."""

from datetime import datetime, timedelta
from math import pi

from jiayi.core.dates import add_months, china_date
from jiayi.demo import data
from jiayi.demo.chance import Chance, Weighted
from jiayi.demo.health import COPD, DIABETES
from jiayi.demo.residents import Person
from jiayi.demo.staff import TEAM_NAMES, Staff
from jiayi.demo.stops import Check, Confirmed, Stop, Value
from jiayi.demo.world import World
from jiayi.geo.tables import Geofence
from jiayi.geo.terms import Verdict
from jiayi.visits.tables import OutsideReasons, VisitConfirm
from jiayi.visits.terms import (
    ConfirmMethod,
    MeasurementKind,
    NoVisitReason,
    ReviewReason,
    ServiceOutcome,
    VisitStatus,
)

V = Verdict
VERDICTS = Weighted({V.INSIDE: 945, V.NEAR: 20, V.OUTSIDE: 18, V.UNKNOWN: 17})
METHODS = Weighted(
    {ConfirmMethod.STROKES: 70, ConfirmMethod.CARER: 14, ConfirmMethod.CODE: 10, ConfirmMethod.REFUSED: 6}
)
MISSED = Weighted({NoVisitReason.NOBODY_HOME: 60, NoVisitReason.NO_ANSWER: 30, NoVisitReason.REFUSED_AT_DOOR: 10})
REVIEWED_AFTER_DAYS = 4
FORGOTTEN = 45
"""Of a hundred visits of a careless month, how many nobody confirmed."""
NURSING = frozenset({"D02", "D03", "D09", "A09", "D11"})


class Deeds:
    """Writes down what happened."""

    def __init__(self, world: World, chance: Chance, staff: Staff) -> None:
        self.world, self.chance, self.staff = world, chance, staff
        today = world.timeline.today
        self.fence = world.rules.of(Geofence, today)
        self.outside = world.rules.of(OutsideReasons, today)
        self.refusals = [code for code in world.rules.of(VisitConfirm, today).refused_reasons if code != "other"]

    def past(self, stop: Stop) -> None:
        """A visit of a past day: done, or in four of a hundred nobody was met."""
        if stop.held is None and self.chance.happens(4):
            self.miss(stop)
        else:
            self.do(stop)

    def do(self, stop: Stop) -> None:
        """Done from arrival to departure, verified unless somebody has to look at it."""
        self.arrive(stop)
        self.measure(stop)
        self.leave(stop)

    def depart(self, stop: Stop) -> None:
        """On the way."""
        stop.departed_at = self._begin(stop) - timedelta(minutes=self.chance.randint(10, 14))
        stop.status = VisitStatus.EN_ROUTE

    def arrive(self, stop: Stop, verdict: Verdict | None = None) -> None:
        """On the way, at the door, checked in."""
        begin = self._begin(stop) + timedelta(minutes=self.chance.randint(-3, 5), seconds=self.chance.randrange(60))
        stop.departed_at = begin - timedelta(minutes=self.chance.randint(4, 9))
        stop.check_in = self.check(stop, begin, verdict)
        stop.status = VisitStatus.IN_PROGRESS

    def leave(self, stop: Stop, minutes: float | None = None, *, is_confirmed: bool = False) -> None:
        """What was done is noted, confirmed (surely if `is_confirmed`), and the visit is over."""
        if stop.check_in is None or stop.end is None or stop.start is None:
            raise ValueError("nobody leaves who has not arrived")
        planned = (stop.end - stop.start) / timedelta(minutes=1)
        minutes = planned * self.chance.uniform(0.7, 1.0) if minutes is None else minutes
        at = stop.check_in.at + timedelta(seconds=int(minutes * 60))
        for line in stop.lines:
            line.outcome, line.done_by = ServiceOutcome.DONE, stop.crew[0]
            if line.agreement is not None:
                line.is_over_quota = line.agreement.consume(line.item_code, china_date(stop.check_in.at))
        stop.check_out = self.check(stop, at, Verdict.INSIDE if stop.spot else None)
        first = stop.people[0]
        stop.confirmed = Confirmed(ConfirmMethod.STROKES, first.name) if is_confirmed else self._confirmed(stop)
        stop.note = self._note(stop)
        stop.next_visit_on = stop.held.next_due_on if stop.held is not None else None
        self._settle(stop)
        if stop.held is not None:
            stop.held.at, stop.held.done_by, stop.held.visit_id = at, stop.crew[0], stop.id

    def miss(self, stop: Stop, reason: NoVisitReason | None = None) -> None:
        """Nobody was met, or nobody answered."""
        at = self._begin(stop) + timedelta(minutes=self.chance.randint(2, 12))
        stop.attempt = reason or MISSED.draw(self.chance)
        stop.status, stop.attempt_at, stop.end_reason = VisitStatus.MISSED, at, stop.attempt.value
        stop.note = self.chance.choice(data.texts().notes["missed"])

    def check(self, stop: Stop, at: datetime, verdict: Verdict | None = None) -> Check:
        """What the phone's position said, as the rule reads it."""
        verdict = VERDICTS.draw(self.chance) if verdict is None else verdict
        if stop.spot is None or verdict is V.UNKNOWN:
            return self._unknown(stop, at)
        radius = self.fence.radius_metres
        accuracy = round(self.chance.uniform(6, 48), 1)
        if verdict is V.INSIDE:
            distance = min(radius - 5, abs(round(self.chance.gauss(0, 32))) + 3)
        elif verdict is V.NEAR:
            distance = radius + self.chance.randint(3, int(accuracy) - 2 if accuracy > 6 else 3)  # noqa: PLR2004
        else:
            distance = self.chance.randint(300, 1900)
        return self.check_at(stop, at, verdict, distance, accuracy)

    def check_at(
        self, stop: Stop, at: datetime, verdict: Verdict, distance: int, accuracy: float, reason: str | None = None
    ) -> Check:
        """A check so many metres from the home."""
        if stop.spot is None:
            raise ValueError("a distance needs a home")
        spot = stop.spot.moved(distance, self.chance.uniform(0, 2 * pi))
        likely, action = self._answers(verdict)
        return Check(at, verdict, spot, accuracy, distance, reason or likely, action)

    def _unknown(self, stop: Stop, at: datetime) -> Check:
        reason, action = self._answers(V.UNKNOWN)
        if stop.spot is None:
            person = stop.people[0]
            here = person.village.groups[person.group]
            return Check(at, V.UNKNOWN, here, 18.0, None, "home_not_located", action)
        return Check(at, V.UNKNOWN, None, None, None, reason, action)

    def _answers(self, verdict: Verdict) -> tuple[str | None, str | None]:
        if not verdict.asks_why:
            return None, None
        reasons = [
            one.code
            for one in self.outside.reasons
            if verdict in one.verdicts and not one.is_note_needed and one.code != "home_not_located"
        ]
        return self.chance.choice(reasons), self.chance.choice([one.code for one in self.outside.actions])

    def _begin(self, stop: Stop) -> datetime:
        if stop.start is None:
            raise ValueError("the visit has no time yet")
        return stop.start - self._head_start(stop.start)

    def _head_start(self, start: datetime) -> timedelta:
        timeline = self.world.timeline
        return timeline.head_start if start >= timeline.at_midnight else timedelta(0)

    def measure(self, stop: Stop) -> None:
        """Pressures and what else the diseases ask for, for everybody there."""
        if stop.check_in is None:
            raise ValueError("nobody measures who has not arrived")
        at = stop.check_in.at + timedelta(minutes=4)
        for person in stop.people:
            stop.values.extend(self._values(stop, person, at))
            at += timedelta(minutes=2)

    def _values(self, stop: Stop, person: Person, at: datetime) -> list[Value]:
        chance, kinds = self.chance, MeasurementKind
        held = stop.held
        if held is not None and held.person is person:
            high, low = held.systolic, held.diastolic
        else:
            high, low = max(96, round(chance.gauss(136, 12))), max(55, round(chance.gauss(79, 7)))
            low = min(low, high - 25)
        found = [Value(person, kinds.BLOOD_PRESSURE, {"systolic": high, "diastolic": low}, at)]
        found.append(Value(person, kinds.PULSE, {"pulse": max(52, round(chance.gauss(74, 8)))}, at))
        if DIABETES in person.health.diagnoses or chance.happens(8):
            usual = 7.3 if DIABETES in person.health.diagnoses else 5.5
            fasting = round(max(4.2, chance.gauss(usual, 1.1)), 1)
            found.append(Value(person, kinds.GLUCOSE, {"fasting": fasting}, at + timedelta(minutes=1)))
        if COPD in person.health.diagnoses:
            found.append(Value(person, kinds.SPO2, {"spo2": min(99, max(90, round(chance.gauss(95, 1.6))))}, at))
        if chance.happens(12):
            found.append(Value(person, kinds.TEMPERATURE, {"temperature": round(chance.gauss(36.5, 0.2), 1)}, at))
        return found

    def _confirmed(self, stop: Stop) -> Confirmed | None:
        method = METHODS.draw(self.chance)
        if self._forgot_to_ask(stop) and self.chance.happens(FORGOTTEN):
            method = ConfirmMethod.REFUSED
        first = stop.people[0]
        if method is ConfirmMethod.REFUSED:
            return Confirmed(method, None, self.chance.choice(self.refusals))
        if method is ConfirmMethod.CARER:
            helper = next((phone.label for phone in first.phones if phone.label != "本人"), "照护人")
            return Confirmed(method, f"{first.name}的{helper}")
        return Confirmed(method, first.name if method is ConfirmMethod.STROKES else None)

    def _forgot_to_ask(self, stop: Stop) -> bool:
        """One team was careless last month."""
        if stop.check_in is None or self.staff.teams[stop.team].name != TEAM_NAMES[-1]:
            return False
        last_month = add_months(self.world.timeline.today.replace(day=1), -1)
        return china_date(stop.check_in.at).replace(day=1) == last_month

    def _note(self, stop: Stop) -> str | None:
        notes = data.texts().notes
        if stop.held is not None:
            return self.chance.choice(notes["in_target" if stop.held.is_in_target else "high"])
        if not self.chance.happens(45):
            return None
        is_nursing = any(line.item_code in NURSING for line in stop.lines)
        return self.chance.choice(notes["nursing" if is_nursing else "other"])

    def _settle(self, stop: Stop) -> None:
        """Verified by itself, or pending for some days until the leader has looked."""
        checks = [one for one in (stop.check_in, stop.check_out) if one is not None]
        is_confirmed = stop.confirmed is not None and stop.confirmed.method is not ConfirmMethod.REFUSED
        doubts = {
            ReviewReason.OUTSIDE: any(one.verdict is V.OUTSIDE for one in checks),
            ReviewReason.UNKNOWN_PLACE: any(one.verdict is V.UNKNOWN for one in checks),
            ReviewReason.BACKWARDS: len(checks) > 1 and checks[1].at < checks[0].at,
            ReviewReason.OVER_QUOTA: any(line.is_over_quota for line in stop.lines),
            ReviewReason.NOT_CONFIRMED: not is_confirmed,
        }
        stop.reviews = tuple(reason for reason, is_so in doubts.items() if is_so)
        is_old = china_date(checks[0].at) < self.world.timeline.days_ago(REVIEWED_AFTER_DAYS)
        is_verified = not stop.reviews or is_old
        stop.status = VisitStatus.VERIFIED if is_verified else VisitStatus.COMPLETED
        if stop.reviews and is_old:
            stop.reviewed_by = self.staff.clinicians[self.staff.teams[stop.team].leader].account_id
