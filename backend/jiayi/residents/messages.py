"""Telling the people around a resident something: himself and family, or the team that cares.

The SMS is signed by the institution and carries the team's phone; it goes only to those who don't use the app.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.identity import service as identity
from jiayi.notify import service as notify
from jiayi.organizations import service as organizations
from jiayi.residents import service
from jiayi.residents.models import Resident
from jiayi.residents.terms import ProxyScope

Values = Mapping[str, str | int]


def tell_family(
    session: Session,
    now: datetime,
    resident_id: UUID,
    code: str,
    values: Values,
    url: str,
    event_key: str,
    *,
    scope: ProxyScope = ProxyScope.RECEIVE_ALERTS,
    asker_id: UUID | None = None,
    about: str | None = None,
    good_until: datetime | None = None,
) -> None:
    """Tell the resident, and family who have this scope. A resident without an account gets an SMS to his own phone.

    `asker_id` is the account that asked for something and now gets an answer: family hear it whatever their scope. The
    text is given `resident_name`, since one family may care for two.
    """
    resident = service.get(session, resident_id)
    if resident.deceased_on is not None:
        return
    signature = _signature(session, resident)
    texts = {"resident_name": resident.name, **values, **signature}
    own = identity.accounts_of_subject(session, resident.county_id, resident_id)
    family = set(service.proxy_accounts(session, resident_id, scope))
    family |= {one for one in service.proxy_accounts(session, resident_id) if one == asker_id}
    for account_id in sorted({*own, *family}):
        notify.tell(
            session, now, account_id, code, texts, url, event_key,
            notify.BY_PUSH_OR_SMS if signature else notify.BY_PUSH, about=about, concerns_id=resident_id,
            good_until=good_until,
        )  # fmt: skip
    phone = None if own or not signature else service.mobile_of(session, resident_id)
    if phone is not None:
        notify.tell_phone(
            session, now, phone, code, texts, event_key, about=about, concerns_id=resident_id, good_until=good_until
        )


def tell_clinicians(
    session: Session,
    now: datetime,
    clinician_ids: Collection[UUID],
    code: str,
    values: Values,
    url: str,
    event_key: str,
    *,
    is_urgent: bool = False,
) -> None:
    """Tell these clinicians in the app and by push; those without an account hear it from their colleagues."""
    for account_id in sorted(organizations.account_ids(session, clinician_ids).values()):
        notify.tell(session, now, account_id, code, values, url, event_key, is_urgent=is_urgent)


def tell_leader(
    session: Session,
    now: datetime,
    resident_id: UUID,
    code: str,
    values: Values,
    url: str,
    event_key: str,
    *,
    is_urgent: bool = False,
) -> None:
    """Tell the leader of the team that cares for the resident; the text is given `resident_name`."""
    resident = service.get(session, resident_id)
    if resident.care_team_id is None:
        return
    leaders = organizations.leader_ids(session, resident.care_team_id)
    texts = {"resident_name": resident.name, **values}
    tell_clinicians(session, now, leaders, code, texts, url, event_key, is_urgent=is_urgent)


def _signature(session: Session, resident: Resident) -> dict[str, str]:
    """Who signs an SMS; nobody while no team cares for the resident."""
    if resident.care_team_id is None:
        return {}
    team = organizations.get_team(session, resident.care_team_id)
    organization = organizations.get_organization(session, team.organization_id)
    return {"organization_name": organization.name, "team_phone": team.phone}
