"""Key-group flags: computed from what is known, or told by another office or a doctor; and who may see level 5."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.core.dates import china_date
from jiayi.core.db import touch
from jiayi.core.errors import Forbidden, Invalid, NotFound, Refusal
from jiayi.core.tools import tools
from jiayi.identity.access import audit
from jiayi.identity.terms import Actor, Role
from jiayi.organizations import service as organizations
from jiayi.residents.groups import follows, group_spans, lists_by_group
from jiayi.residents.models import KeyGroupFlag, NamedStaff, Resident, ResidentCondition
from jiayi.residents.service.access import care_for, get
from jiayi.residents.service.level5 import hidden_groups
from jiayi.residents.tables import KeyGroups
from jiayi.residents.terms import Evidence, GroupHistory, KeyGroup, Listed


def set_flag(
    session: Session,
    actor: Actor,
    now: datetime,
    resident_id: UUID,
    *,
    id: UUID,
    code: KeyGroup,
    valid_from: date,
    valid_to: date | None,
    evidence_source: Evidence,
) -> KeyGroupFlag:
    """Note what another office or a doctor says of a resident.

    Raises NotFound, Forbidden `residents.refused.not_named` for a group of level 5, Invalid `residents.invalid.flag` for
    one that only follows from age or diagnoses, Refusal `residents.refused.flag_exists`.
    """
    resident = care_for(session, actor, resident_id)
    table = key_group_table(session, now)
    rule = table.groups[code]
    if not _may_know(session, actor, resident_id, code):
        raise Forbidden("residents.refused.not_named")
    if evidence_source is Evidence.RULE or (follows(rule) and not rule.or_disabled):
        raise Invalid("residents.invalid.flag", {"code": code.value})
    if valid_to is not None and valid_to < valid_from:
        raise Invalid("residents.invalid.flag_dates")
    if _open_flag(session, resident_id, code) is not None:
        raise Refusal("residents.refused.flag_exists", {"code": code.value})
    flag = KeyGroupFlag(
        id=id,
        resident_id=resident_id,
        code=code,
        valid_from=valid_from,
        valid_to=valid_to,
        evidence_source=evidence_source,
    )
    session.add(flag)
    _note(session, actor, now, "residents.set_flag", resident, code, table)
    return flag


def end_flag(
    session: Session, actor: Actor, now: datetime, resident_id: UUID, flag_id: UUID, valid_to: date
) -> KeyGroupFlag:
    """A told membership ends on this day. Raises NotFound, Invalid `residents.invalid.flag_dates`."""
    resident = care_for(session, actor, resident_id)
    table = key_group_table(session, now)
    flag = session.get(KeyGroupFlag, (session.info["county_id"], flag_id))
    is_told = flag is not None and flag.resident_id == resident_id and flag.evidence_source is not Evidence.RULE
    if flag is None or not is_told or not _may_know(session, actor, resident_id, flag.code):
        raise NotFound
    if valid_to < flag.valid_from:
        raise Invalid("residents.invalid.flag_dates")
    flag.valid_to = valid_to
    _note(session, actor, now, "residents.end_flag", resident, flag.code, table)
    return flag


def compute_flags(session: Session, resident: Resident, table: KeyGroups) -> None:
    """Put the computed flags right after something changed that they follow from."""
    session.flush()
    kept = {
        (flag.code, flag.valid_from): flag
        for flag in _flags(session, resident.id)
        if flag.evidence_source is Evidence.RULE
    }
    for span in group_spans(_history(session, resident, table), table):
        flag = kept.pop((span.group, span.first), None)
        if flag is None:
            session.add(
                KeyGroupFlag(
                    resident_id=resident.id,
                    code=span.group,
                    valid_from=span.first,
                    valid_to=span.last,
                    evidence_source=Evidence.RULE,
                )
            )
        else:
            flag.valid_to = span.last
    for flag in kept.values():
        session.delete(flag)
    touch(session, "level5_flag", _named_ids(session, resident.id))
    session.flush()


def flags_on(session: Session, resident_ids: Collection[UUID], on: date) -> dict[UUID, set[KeyGroup]]:
    """The key groups of each of these residents on that day, level 5 among them: for rules and counts, not for show."""
    statement = select(KeyGroupFlag.resident_id, KeyGroupFlag.code).where(
        KeyGroupFlag.resident_id.in_(resident_ids),
        KeyGroupFlag.valid_from <= on,
        KeyGroupFlag.valid_to.is_(None) | (KeyGroupFlag.valid_to >= on),
    )
    found: dict[UUID, set[KeyGroup]] = {resident_id: set() for resident_id in resident_ids}
    for resident_id, code in session.execute(statement):
        found[resident_id].add(code)
    return found


def name_staff(
    session: Session, actor: Actor, now: datetime, resident_id: UUID, clinician_id: UUID, reason: str
) -> NamedStaff:
    """Let a clinician, by name, see what is of data level 5 about a resident. The centre's manager decides."""
    may_name_staff(actor)
    get(session, resident_id)
    organizations.get_clinician(session, clinician_id)
    named = _named(session, resident_id, clinician_id)
    if named is None:
        named = NamedStaff(
            resident_id=resident_id, clinician_id=clinician_id, named_at=now, named_by_account_id=actor.account_id
        )
        session.add(named)
    audit(
        session,
        actor,
        now,
        "residents.name_staff",
        resident_id=resident_id,
        subject=f"clinician:{clinician_id}",
        reason=reason,
    )
    session.flush()
    return named


def unname_staff(session: Session, actor: Actor, now: datetime, resident_id: UUID, clinician_id: UUID) -> None:
    """A clinician sees level 5 of this resident no more."""
    may_name_staff(actor)
    named = _named(session, resident_id, clinician_id)
    if named is None:
        raise NotFound
    session.delete(named)
    audit(session, actor, now, "residents.unname_staff", resident_id=resident_id, subject=f"clinician:{clinician_id}")
    session.flush()


def may_name_staff(actor: Actor) -> None:
    """Raises Forbidden unless the actor is a manager."""
    if actor.role is not Role.MANAGER:
        raise Forbidden("identity.refused.wrong_role")


def is_named(session: Session, actor: Actor, resident_id: UUID) -> bool:
    """Whether the actor may see level 5 of this resident."""
    return actor.clinician_id is not None and _named(session, resident_id, actor.clinician_id) is not None


def key_group_table(session: Session, now: datetime) -> KeyGroups:
    return tools(session).rules.of(KeyGroups, china_date(now))


def _named(session: Session, resident_id: UUID, clinician_id: UUID) -> NamedStaff | None:
    return session.scalar(
        select(NamedStaff).where(NamedStaff.resident_id == resident_id, NamedStaff.clinician_id == clinician_id)
    )


def named_of(session: Session, *, resident_id: UUID | None = None, clinician_id: UUID | None = None) -> list[UUID]:
    """The ids of the namings of this resident, or of this clinician."""
    statement = select(NamedStaff.id)
    if resident_id is not None:
        statement = statement.where(NamedStaff.resident_id == resident_id)
    if clinician_id is not None:
        statement = statement.where(NamedStaff.clinician_id == clinician_id)
    return list(session.scalars(statement))


def _named_ids(session: Session, resident_id: UUID) -> Iterable[UUID]:
    return session.scalars(select(NamedStaff.id).where(NamedStaff.resident_id == resident_id)).all()


def _may_know(session: Session, actor: Actor, resident_id: UUID, code: KeyGroup) -> bool:
    return code not in hidden_groups(session) or is_named(session, actor, resident_id)


def _flags(session: Session, resident_id: UUID) -> list[KeyGroupFlag]:
    return list(session.scalars(select(KeyGroupFlag).where(KeyGroupFlag.resident_id == resident_id)))


def _open_flag(session: Session, resident_id: UUID, code: KeyGroup) -> KeyGroupFlag | None:
    return session.scalar(
        select(KeyGroupFlag).where(
            KeyGroupFlag.resident_id == resident_id,
            KeyGroupFlag.code == code,
            KeyGroupFlag.valid_to.is_(None),
            KeyGroupFlag.evidence_source != Evidence.RULE,
        )
    )


def _note(
    session: Session, actor: Actor, now: datetime, action: str, resident: Resident, code: KeyGroup, table: KeyGroups
) -> None:
    resident.changed_at = now
    compute_flags(session, resident, table)
    subject = "flag:level5" if code in hidden_groups(session) else f"flag:{code.value}"
    audit(session, actor, now, action, resident_id=resident.id, subject=subject)
    session.flush()


def _history(session: Session, resident: Resident, table: KeyGroups) -> GroupHistory:
    conditions = session.scalars(select(ResidentCondition).where(ResidentCondition.resident_id == resident.id))
    lists = lists_by_group(table)
    return GroupHistory(
        birth_on=resident.birth_on,
        diagnoses={condition.icd10: condition.since_on for condition in conditions},
        lists=tuple(
            Listed(lists[flag.code], flag.valid_from, flag.valid_to)
            for flag in _flags(session, resident.id)
            if flag.code in lists
        ),
        assessed_on=resident.assessed_on,
        ability_level=resident.ability_level,
        ltc_level=resident.ltc_level,
    )
