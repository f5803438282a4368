"""Turns visits into rows: who went, what was done, what the phone saw, what was measured."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import Range

from jiayi.core.dates import china_date
from jiayi.core.results import Refused
from jiayi.demo import data
from jiayi.demo.chance import Chance
from jiayi.demo.life import Life
from jiayi.demo.rows_contracts import ContractRows
from jiayi.demo.sheets import Sheets
from jiayi.demo.signatures import strokes
from jiayi.demo.stops import Check, Stop, Value
from jiayi.geo.terms import Datum
from jiayi.visits.tables import Vitals
from jiayi.visits.terms import CheckKind, ConfirmMethod, Level, ReviewStatus, ServiceOutcome, VisitStatus
from jiayi.visits.vitals import Suspicious, guard, remarks

S = VisitStatus
PLANNED = frozenset({S.SCHEDULED, S.EN_ROUTE, S.IN_PROGRESS})
OPEN = PLANNED | {S.REQUESTED, S.ACCEPTED}


class VisitRows:
    """Writes visits down, and what they take from the contracts."""

    def __init__(self, life: Life, sheets: Sheets, account_ids: Mapping[str, UUID], contracts: ContractRows) -> None:
        self.life, self.sheets, self.accounts, self.contracts = life, sheets, account_ids, contracts
        self.timeline = life.world.timeline
        self.chance = Chance(life.world.seed, "proofs", life.town.number)
        self.vitals = life.world.rules.of(Vitals, self.timeline.today)
        self.clinicians = [one.id for one in life.staff.clinicians]
        done = (stop for stop in life.stops if stop.check_out is not None)
        self.served = {person.id for stop in done for person in stop.people}

    def write(self) -> None:
        for stop in self.life.stops:
            self._visit(stop)
            self._crew(stop)
            self._lines(stop)
            self._proof(stop)
            for value in stop.values:
                self._measurement(stop, value)

    def _visit(self, stop: Stop) -> None:
        staff = self.life.staff
        ended_at = self._ended_at(stop)
        is_reviewed = stop.reviewed_by is not None
        status = (
            ReviewStatus.APPROVED if is_reviewed
            else ReviewStatus.PENDING if stop.reviews and stop.status is S.COMPLETED
            else ReviewStatus.NONE
        )  # fmt: skip
        self.sheets["visits"].add(
            id=stop.id, team_id=staff.teams[stop.team].id, status=stop.status, place_text=stop.place,
            village=stop.village, latitude=stop.spot and stop.spot.latitude, longitude=stop.spot and stop.spot.longitude,
            wish_on=stop.wish_on, wish_part=stop.wish_part, wish_note=stop.wish_note, source=stop.source,
            requested_by_account_id=self.accounts.get(stop.asked_by_phone or "", stop.requested_by),
            is_first_visit=stop.status in OPEN and self.served.isdisjoint(one.id for one in stop.people),
            requested_at=stop.requested_at, planned_start_at=stop.start, planned_end_at=stop.end,
            departed_at=stop.departed_at, started_at=stop.check_in and stop.check_in.at, ended_at=ended_at,
            end_reason=stop.end_reason, end_note=stop.note if stop.attempt or stop.end_reason else None,
            next_visit_on=stop.next_visit_on, review_status=status,
            review_reasons=[reason.value for reason in stop.reviews],
            reviewed_by_account_id=stop.reviewed_by, reviewed_at=ended_at if is_reviewed else None,
            review_note=self.chance.choice(data.texts().reviews) if is_reviewed else None,
            verified_at=ended_at if stop.status is S.VERIFIED else None,
            is_over_quota=any(line.is_over_quota for line in stop.lines),
        )  # fmt: skip

    def _ended_at(self, stop: Stop) -> datetime | None:
        return stop.check_out.at if stop.check_out is not None else stop.attempt_at

    def _crew(self, stop: Stop) -> None:
        during = Range(stop.start, stop.end) if stop.start is not None else None
        for clinician in stop.crew:
            self.sheets["visit_clinicians"].add(
                id=self.chance.id_at(stop.requested_at), visit_id=stop.id, clinician_id=self.clinicians[clinician],
                during=during, is_planned=stop.status in PLANNED, order_no=stop.orders.get(clinician),
            )  # fmt: skip

    def _lines(self, stop: Stop) -> None:
        ended_at = self._ended_at(stop)
        day = china_date(stop.start) if stop.start is not None else stop.wish_on or self.timeline.today
        for line in stop.lines:
            is_done = line.outcome is ServiceOutcome.DONE
            self.sheets["visit_services"].add(
                id=line.id, visit_id=stop.id, resident_id=line.person.id,
                contract_id=line.agreement and line.agreement.id, item_code=line.item_code, outcome=line.outcome,
                reason=None, is_over_quota=line.is_over_quota, is_consumed=is_done and line.agreement is not None,
                done_at=ended_at if is_done else None,
                done_by=self.clinicians[line.done_by] if line.done_by is not None else None,
            )  # fmt: skip
            settled_at = None if stop.status in OPEN else ended_at or stop.start
            self.contracts.take(line, day, stop.requested_at, settled_at, is_done=is_done)

    def _proof(self, stop: Stop) -> None:
        for kind, check in ((CheckKind.IN, stop.check_in), (CheckKind.OUT, stop.check_out)):
            if check is not None:
                self._check(stop, kind, check)
        ended_at = self._ended_at(stop)
        if stop.confirmed is not None and ended_at is not None:
            method = stop.confirmed.method
            self.sheets["visit_confirmations"].add(
                id=self.chance.id_at(ended_at), visit_id=stop.id, method=method, signer_name=stop.confirmed.signer,
                strokes=strokes(self.chance) if method is ConfirmMethod.STROKES else None, reason=stop.confirmed.reason,
                confirmed_at=ended_at, clinician_id=self.clinicians[stop.crew[0]],
            )  # fmt: skip
        if stop.note is not None and ended_at is not None and stop.attempt is None and stop.end_reason is None:
            self.sheets["visit_notes"].add(
                id=self.chance.id_at(ended_at), visit_id=stop.id, clinician_id=self.clinicians[stop.crew[0]],
                note=stop.note, written_at=ended_at,
            )  # fmt: skip
        if stop.attempt is not None and stop.attempt_at is not None:
            for person in stop.people:
                self.sheets["contact_attempts"].add(
                    id=self.chance.id_at(stop.attempt_at), visit_id=stop.id, resident_id=person.id, kind=stop.attempt,
                    occurred_at=stop.attempt_at, note=stop.note, clinician_id=self.clinicians[stop.crew[0]],
                )  # fmt: skip

    def _check(self, stop: Stop, kind: CheckKind, check: Check) -> None:
        self.sheets["visit_checks"].add(
            id=self.chance.id_at(check.at), visit_id=stop.id, kind=kind, clinician_id=self.clinicians[stop.crew[0]],
            occurred_at=check.at, captured_at=check.at, received_at=check.at, is_clock_doubtful=False,
            latitude=check.spot and check.spot.latitude, longitude=check.spot and check.spot.longitude,
            datum_source=Datum.WGS84 if check.spot else None, accuracy_metres=check.accuracy,
            distance_metres=check.distance, verdict=check.verdict, reason_code=check.reason, action_code=check.action,
            note=None, device_id=None,
        )  # fmt: skip

    def _measurement(self, stop: Stop, value: Value) -> None:
        unit = self.vitals.kinds[value.kind].unit
        match guard(value.kind, value.values, unit, self.vitals):
            case Refused(reason):
                raise ValueError(f"nobody has {dict(value.values)}: {reason}")
            case judged:
                pass
        is_danger = any(remark.level is Level.URGENT for remark in remarks(judged.values, self.vitals))
        self.sheets["measurements"].add(
            id=self.chance.id_at(value.at), visit_id=stop.id, resident_id=value.person.id, kind=value.kind,
            values=dict(value.values), unit=unit, sent_values=None, sent_unit=None, measured_at=value.at,
            clinician_id=self.clinicians[stop.crew[0]], is_suspicious=isinstance(judged, Suspicious),
            is_danger=is_danger, note=None,
        )  # fmt: skip
