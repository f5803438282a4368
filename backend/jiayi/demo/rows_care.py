"""Turns follow-ups and prescriptions into rows."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any
from uuid import UUID

from jiayi.core.dates import china_date
from jiayi.demo.agreements import Agreement
from jiayi.demo.chance import Chance
from jiayi.demo.glucose import GlucoseCourse, GlucoseCourses
from jiayi.demo.health import DIABETES, HYPERTENSION
from jiayi.demo.life import Life
from jiayi.demo.medicine import MONTH, asked_by, lines_of
from jiayi.demo.needs import GLUCOSE, PRESSURE
from jiayi.demo.pressure import Course
from jiayi.demo.residents import Person
from jiayi.demo.sheets import Sheets
from jiayi.demo.stops import Held
from jiayi.followups.terms import (
    Compliance,
    Coping,
    DiagnosisSource,
    FollowupClass,
    FollowUpStatus,
    LeaveReason,
    Mode,
    Programme,
    Reaction,
    Salt,
)
from jiayi.organizations.terms import Profession
from jiayi.prescriptions.terms import RefillStatus
from jiayi.residents.terms import Relation
from jiayi.visits.terms import MeasurementKind, Unit, VisitStatus

PROGRAMME = Programme.HYPERTENSION
OPEN: dict[str, Any] = dict.fromkeys((
    "done_at", "done_by", "mode", "spoke_with", "systolic", "diastolic", "fasting", "random", "persistent_pulse", "temperature",
    "adherence", "reaction", "foot_pulse", "salt", "coping", "compliance", "note", "referral_reasons", "referred_to",
    "is_in_target", "outcome", "next_follow_up_id",
))  # fmt: skip
"""What one that is due does not have yet."""
SOURCES = (DiagnosisSource.HERE, DiagnosisSource.HOSPITAL, DiagnosisSource.HOSPITAL, DiagnosisSource.RECORDS)
DONE = frozenset({VisitStatus.COMPLETED, VisitStatus.VERIFIED})


class CareRows:
    """Writes down what was found and what is taken."""

    def __init__(self, life: Life, sheets: Sheets, account_ids: Mapping[str, UUID]) -> None:
        self.life, self.sheets, self.accounts = life, sheets, account_ids
        self.timeline = life.world.timeline
        self.chance = Chance(life.world.seed, "followups", life.town.number)
        self.asked = Chance(life.world.seed, "asked", life.town.number)
        self.told = Chance(life.world.seed, "diagnosed", life.town.number)
        self.clinicians = life.staff.clinicians
        self.visited = {
            line.person.id: stop.id
            for stop in life.stops if stop.status in DONE and stop.held is None and stop.start is not None
            if china_date(stop.start) == self.timeline.today
            for line in stop.lines if line.item_code == PRESSURE
        }  # fmt: skip

    def write(self) -> None:
        firsts: dict[UUID, Agreement] = {}
        for agreement in self.life.agreements:
            firsts.setdefault(agreement.person.id, agreement)
        for person_id, course in self.life.courses.items():
            self._course(firsts[person_id], course)
        for tested in GlucoseCourses(self.life.world, self.life.town.number).all(
            {one: first for one, first in firsts.items() if GLUCOSE in first.quotas}, self.life.stops, self._told_due()
        ):
            self._tested(tested)
        self._medicine()

    # ------------------------------------------------------------ follow-ups

    def _course(self, agreement: Agreement, course: Course) -> None:
        person = agreement.person
        enrolled_on = min([agreement.starts_on, *(held.day for held in course.held)])
        ended_on, reason = self._left(agreement)
        self.sheets["programme_enrolments"].add(
            id=self._id(enrolled_on), resident_id=person.id, programme=PROGRAMME, enrolled_on=enrolled_on,
            ended_on=ended_on, leave_reason=reason, **self._diagnosed(person, HYPERTENSION),
        )  # fmt: skip
        due_id = self._id(course.held[-1].day if course.held else enrolled_on)
        ids = [*(held.id for held in course.held), due_id]
        for held, next_id in zip(course.held, ids[1:], strict=True):
            self._held(held, next_id)
        status = FollowUpStatus.CANCELLED if reason else FollowUpStatus.DUE
        self.sheets["follow_ups"].add(
            **OPEN, id=due_id, resident_id=person.id, programme=PROGRAMME, due_on=course.due_on, leave_reason=reason,
            status=status, visit_id=self.visited.get(person.id),
        )  # fmt: skip

    def _tested(self, course: GlucoseCourse) -> None:
        agreement, held = course.agreement, course.held
        enrolled_on = min(agreement.starts_on, china_date(held[0].at))
        ended_on, reason = self._left(agreement)
        person_id, programme = agreement.person.id, Programme.DIABETES
        self.sheets["programme_enrolments"].add(
            id=self.asked.id_at(self.timeline.at(enrolled_on, time(10))), resident_id=person_id, programme=programme,
            enrolled_on=enrolled_on, ended_on=ended_on, leave_reason=reason,
            **self._diagnosed(agreement.person, DIABETES),
        )  # fmt: skip
        due_id = self.asked.id_at(held[-1].at)
        for one, next_id in zip(held, [*(later.id for later in held[1:]), due_id], strict=True):
            systolic, diastolic = one.pressure or (None, None)
            told = OPEN | self._habits() | {
                "id": one.id, "due_on": one.due_on, "status": FollowUpStatus.DONE, "visit_id": one.visit_id,
                "done_at": one.at, "done_by": self.clinicians[one.done_by].id, "mode": Mode.HOME,
                "is_face_to_face": True, "systolic": systolic, "diastolic": diastolic, "fasting": one.fasting,
                "symptoms": one.symptoms, "adherence": one.adherence, "reaction": Reaction.NONE,
                "foot_pulse": one.foot_pulse, "is_in_target": one.is_in_target, "outcome": one.outcome,
                "referral_reasons": list(one.reasons), "next_follow_up_id": next_id,
            }  # fmt: skip
            self.sheets["follow_ups"].add(resident_id=person_id, programme=programme, leave_reason=None, **told)
        status = FollowUpStatus.CANCELLED if reason else FollowUpStatus.DUE
        self.sheets["follow_ups"].add(
            **OPEN, id=due_id, resident_id=person_id, programme=programme, due_on=course.due_on, leave_reason=reason,
            status=status, visit_id=None,
        )  # fmt: skip

    def _told_due(self) -> dict[UUID, date]:
        """The story's people are due for everything on one day."""
        return {one: course.due_on for one, course in self.life.courses.items() if one in self.life.told_ids}

    def _habits(self) -> dict[str, Any]:
        """Most are asked how they eat, cope and follow advice."""
        if not self.asked.happens(70):
            return {}
        return {
            "salt": self.asked.choice((Salt.MEDIUM, Salt.MEDIUM, Salt.HEAVY, Salt.LIGHT)),
            "coping": self.asked.choice((Coping.GOOD, Coping.GOOD, Coping.FAIR)),
            "compliance": self.asked.choice((Compliance.GOOD, Compliance.GOOD, Compliance.FAIR)),
        }

    def _diagnosed(self, person: Person, icd10: str) -> dict[str, Any]:
        """Who confirmed it, and since when it is known."""
        return {"diagnosis_source": self.told.choice(SOURCES), "diagnosed_on": person.health.diagnoses.get(icd10)}

    def _left(self, agreement: Agreement) -> tuple[date | None, LeaveReason | None]:
        """The duty to follow up does not end with the contract, but with a death or a move."""
        if agreement.person.deceased_on is not None:
            return agreement.person.deceased_on, LeaveReason.DECEASED
        if agreement.end_reason == "moved_away":
            return agreement.ended_on, LeaveReason.MOVED_AWAY
        return None, None

    def _held(self, held: Held, next_id: UUID) -> None:
        at = held.at or self.timeline.at(held.day, time(self.chance.randint(9, 16), self.chance.randrange(60)))
        done_by = held.done_by if held.done_by is not None else self._somebody(held)
        symptoms = ["none"] if held.is_in_target else self.asked.choice((["none"], ["none"], ["headache_or_dizziness"]))
        told = OPEN | self._habits() | {
            "id": held.id, "due_on": held.due_on, "status": FollowUpStatus.DONE, "visit_id": held.visit_id,
            "done_at": at, "done_by": self.clinicians[done_by].id, "mode": held.mode,
            "spoke_with": self._spoke_with(held),
            "is_face_to_face": held.mode is not Mode.PHONE, "systolic": held.systolic, "diastolic": held.diastolic,
            "symptoms": symptoms, "adherence": held.adherence, "reaction": Reaction.NONE,
            "is_in_target": held.is_in_target, "outcome": held.outcome, "referral_reasons": list(held.reasons),
            "next_follow_up_id": next_id,
        }  # fmt: skip
        self.sheets["follow_ups"].add(resident_id=held.person.id, programme=PROGRAMME, leave_reason=None, **told)
        if held.mode is Mode.CLINIC:
            self.sheets["measurements"].add(
                id=self.told.id_at(at), visit_id=None, resident_id=held.person.id, kind=MeasurementKind.BLOOD_PRESSURE,
                values={"systolic": held.systolic, "diastolic": held.diastolic}, unit=Unit.MMHG, sent_values=None,
                sent_unit=None, measured_at=at, clinician_id=self.clinicians[done_by].id, is_suspicious=False,
                is_danger=held.outcome is FollowupClass.DANGER, note=None,
            )  # fmt: skip

    def _spoke_with(self, held: Held) -> Relation | None:
        """A call goes to the first number of the house."""
        phones = held.person.phones
        return None if held.mode is not Mode.PHONE else phones[0].relation if phones else Relation.SELF

    def _somebody(self, held: Held) -> int:
        """Advice by phone is a doctor's."""
        members = self.life.staff.teams[held.person.team].members
        fit = {Profession.DOCTOR} if held.mode is Mode.PHONE else {Profession.DOCTOR, Profession.PUBLIC_HEALTH}
        return self.chance.choice([number for number in members if self.clinicians[number].post.profession in fit])

    def _id(self, day: date) -> UUID:
        return self.chance.id_at(min(self.timeline.at(day, time(10)), self.timeline.now))

    # ------------------------------------------------------------ medicine

    def _medicine(self) -> None:
        staff = self.life.staff
        for sheet in self.life.cabinet.sheets:
            team = staff.teams[sheet.person.team]
            self.sheets["prescriptions"].add(
                id=sheet.id, resident_id=sheet.person.id, organization_id=staff.institutions[team.organization].id,
                prescriber_id=self.clinicians[sheet.prescriber].id, diagnosis_icd10=sheet.diagnosis,
                drugs=lines_of(sheet.drugs), days_supply=sheet.days, issued_on=sheet.issued_on,
                dispensed_on=sheet.dispensed_on, supply_end_on=sheet.ends_on, status=sheet.status,
                regimen_since_on=sheet.regimen_since_on, replaces_id=sheet.replaces,
            )  # fmt: skip
        for wish in self.life.cabinet.wishes:
            leader = self.clinicians[staff.teams[wish.person.team].leader]
            self.sheets["refill_requests"].add(
                id=wish.id, resident_id=wish.person.id, prescription_id=wish.sheet, status=wish.status,
                early_reason=None, note=None, requested_at=wish.asked_at,
                requested_by_account_id=asked_by(wish, self.accounts, leader.account_id), decided_at=wish.decided_at,
                decided_by=None if wish.doctor is None else self.clinicians[wish.doctor].id,
                days=MONTH if wish.status is RefillStatus.APPROVED else None, refused_reason=wish.refused,
                refused_note=None, new_prescription_id=wish.new_sheet,
            )  # fmt: skip
