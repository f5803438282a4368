"""Rows that indicators are counted from, put where services would put them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.contracts.models import Contract, ContractSuspension, Entitlement
from jiayi.contracts.terms import ContractStatus
from jiayi.core.ids import new_id
from jiayi.followups.models import FollowUp, ProgrammeEnrolment
from jiayi.followups.terms import FollowupClass, FollowUpStatus, LeaveReason, Mode, Programme
from jiayi.fulfilment.models import Fulfilment, SatisfactionAnswer
from jiayi.fulfilment.terms import Asked, HowMet
from jiayi.residents.models import KeyGroupFlag, Resident
from jiayi.residents.terms import Channel, Evidence, KeyGroup, Sex
from jiayi.visits.models import ContactAttempt, Measurement, Visit, VisitConfirmation, VisitService
from jiayi.visits.terms import (
    ConfirmMethod,
    MeasurementKind,
    NoVisitReason,
    ServiceOutcome,
    Unit,
    VisitSource,
    VisitStatus,
)
from tests.plain_indicators import Life
from tests.world import World


def noon(day: date) -> datetime:
    """In China, more or less."""
    return datetime(day.year, day.month, day.day, 3, tzinfo=UTC)


def performed(
    session: Session,
    world: World,
    resident_id: UUID,
    item_code: str,
    day: date,
    *,
    is_counted: bool = True,
    method: ConfirmMethod | None = None,
    team_id: UUID | None = None,
) -> UUID:
    """An item performed on a finished visit at the resident's home; its fulfilment's id."""
    visit_id, line_id = new_id(), new_id()
    at, team = noon(day), team_id or world.team_id
    session.add(
        Visit(
            id=visit_id, team_id=team, status=VisitStatus.COMPLETED, village="石板桥", source=VisitSource.STAFF,
            requested_by_account_id=world.nurse.account_id, requested_at=at, started_at=at, ended_at=at,
        )
    )  # fmt: skip
    session.flush()
    session.add(
        VisitService(
            id=line_id, visit_id=visit_id, resident_id=resident_id, item_code=item_code, outcome=ServiceOutcome.DONE,
            done_at=at, done_by=world.nurse_id,
        )
    )  # fmt: skip
    if method is not None:
        session.add(VisitConfirmation(visit_id=visit_id, method=method, confirmed_at=at, clinician_id=world.nurse_id))
    session.flush()
    session.add(
        Fulfilment(
            id=line_id, resident_id=resident_id, team_id=team, item_code=item_code, how=HowMet.HOME,
            encounter_id=visit_id, visit_id=visit_id, visit_service_id=line_id, performed_by=world.nurse_id, done_at=at,
            done_on=day, is_counted=is_counted, shortfalls=[] if is_counted else ["no_result"], asked=Asked.CALL,
        )
    )  # fmt: skip
    session.flush()
    return line_id


def enrolled(
    session: Session,
    resident_id: UUID,
    programme: Programme,
    on: date,
    ended_on: date | None = None,
    reason: LeaveReason | None = None,
) -> None:
    session.add(
        ProgrammeEnrolment(
            resident_id=resident_id, programme=programme, enrolled_on=on, ended_on=ended_on, leave_reason=reason
        )
    )
    session.flush()


def met(
    session: Session,
    resident_id: UUID,
    programme: Programme,
    on: date,
    *,
    is_in_target: bool | None = True,
    is_face_to_face: bool = True,
    outcome: FollowupClass = FollowupClass.SATISFIED,
) -> None:
    """A follow-up that was held."""
    session.add(
        FollowUp(
            resident_id=resident_id, programme=programme, due_on=on, status=FollowUpStatus.DONE, done_at=noon(on),
            mode=Mode.HOME if is_face_to_face else Mode.PHONE, is_face_to_face=is_face_to_face,
            is_in_target=is_in_target, outcome=outcome,
        )
    )  # fmt: skip
    session.flush()


def lost(session: Session, resident_id: UUID, programme: Programme, on: date) -> None:
    """A follow-up due that day, at which nobody was found on several days."""
    session.add(FollowUp(resident_id=resident_id, programme=programme, due_on=on, status=FollowUpStatus.LOST))
    session.flush()


def fasting(session: Session, world: World, resident_id: UUID, on: date, value: float) -> None:
    session.add(
        Measurement(
            resident_id=resident_id, kind=MeasurementKind.GLUCOSE, values={"fasting": value}, unit=Unit.MMOL_PER_L,
            measured_at=noon(on), clinician_id=world.nurse_id, is_suspicious=False, is_danger=False,
        )
    )  # fmt: skip
    session.flush()


def answered(session: Session, resident_id: UUID, team_id: UUID, on: date, score: int) -> None:
    session.add(
        SatisfactionAnswer(
            resident_id=resident_id, team_id=team_id, encounter_id=new_id(), score=score, asked=Asked.APP,
            answered_at=noon(on),
        )
    )  # fmt: skip
    session.flush()


def _tried(session: Session, world: World, resident_id: UUID, team_id: UUID, day: date) -> None:
    """Somebody stood before a closed door."""
    visit_id, at = new_id(), noon(day)
    session.add(
        Visit(
            id=visit_id, team_id=team_id, status=VisitStatus.MISSED, village="石板桥", source=VisitSource.STAFF,
            requested_by_account_id=world.nurse.account_id, requested_at=at,
        )
    )  # fmt: skip
    session.flush()
    session.add(
        ContactAttempt(
            visit_id=visit_id, resident_id=resident_id, kind=NoVisitReason.NOBODY_HOME, occurred_at=at,
            clinician_id=world.nurse_id,
        )
    )  # fmt: skip
    session.flush()


def live(
    session: Session, world: World, life: Life, team_id: UUID, other_organization_id: UUID, packages: Mapping[str, str]
) -> UUID:
    """Write a life down; its resident's id. `packages`: ids by code."""
    resident_id = new_id()
    began = noon(life.registered_on)
    session.add(
        Resident(
            id=resident_id, name="余海", sex=Sex.MALE, birth_on=date(1950, 1, 1), care_team_id=team_id, village="石板桥",
            deceased_on=life.died_on, moved_on=life.moved_on, registered_at=began, changed_at=began,
        )
    )  # fmt: skip
    session.flush()
    for code, first, last in life.groups:
        session.add(
            KeyGroupFlag(
                resident_id=resident_id, code=KeyGroup(code), valid_from=first, valid_to=last,
                evidence_source=Evidence.RULE,
            )
        )  # fmt: skip
    for agreed in life.contracts:
        contract_id = new_id()
        organization_id = other_organization_id if agreed.is_elsewhere else world.organization_id
        session.add(
            Contract(
                id=contract_id, resident_id=resident_id, organization_id=organization_id, team_id=team_id,
                status=ContractStatus(agreed.status), package_ids=[packages[agreed.package]], years=1,
                channel=Channel.COUNTER, applied_at=noon(agreed.first), applied_by_account_id=world.leader.account_id,
                signed_at=noon(agreed.first), starts_on=agreed.first, ends_on=agreed.last, ended_on=agreed.ended_on,
                end_reason=agreed.reason,
            )
        )  # fmt: skip
        session.flush()
        for item_code, quota in agreed.items.items():
            session.add(
                Entitlement(
                    contract_id=contract_id, item_code=item_code, period_start_on=agreed.first,
                    period_end_on=agreed.last, quota=quota,
                )
            )  # fmt: skip
        for first, back in agreed.rests:
            session.add(
                ContractSuspension(
                    contract_id=contract_id, reason_code="long_absence", away_since_on=first, from_on=first,
                    evidence_code="family_told", begun_by_account_id=world.leader.account_id, until_on=back,
                )
            )  # fmt: skip
    for item_code, day, counts in life.done:
        performed(session, world, resident_id, item_code, day, is_counted=counts, team_id=team_id)
    for programme, first, last, reason in life.enrolled:
        enrolled(session, resident_id, Programme(programme), first, last, LeaveReason(reason) if reason else None)
    for programme, day, is_met, is_face, outcome in life.met:
        met(
            session, resident_id, Programme(programme), day, is_in_target=is_met, is_face_to_face=is_face,
            outcome=FollowupClass(outcome),
        )  # fmt: skip
    for programme, day in life.lost:
        lost(session, resident_id, Programme(programme), day)
    for day, value in life.fasting:
        fasting(session, world, resident_id, day, value)
    for day in life.tried:
        _tried(session, world, resident_id, team_id, day)
    for day, score in life.answers:
        answered(session, resident_id, team_id, day, score)
    session.flush()
    return resident_id
