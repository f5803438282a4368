"""Why somebody is gone from the phone: told to those who had him there, once, in the same answer that takes him away.

It lies in the inbox and can be read without a signal. No push goes out for it: nothing has to be done.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from jiayi.core.dates import china_date
from jiayi.core.tools import tools
from jiayi.notify import service as notify
from jiayi.organizations import service as organizations
from jiayi.residents import service
from jiayi.residents.tables import Proxies
from jiayi.residents.terms import GrantEnded, ResidentDied, ResidentMoved

MADE_UP_FOR = timedelta(days=7)
"""So long a worker may have stood still."""


def tell_of_move(session: Session, event: ResidentMoved) -> None:
    """The former team: who has the resident now. The new one's leader: who comes."""
    if event.from_team_id is None:
        return
    key = f"resident:{event.resident_id}:moved:{event.at.isoformat()}"
    values = {"resident_name": service.get(session, event.resident_id).name}
    if event.to_team_id is None:
        _tell_team(session, event, event.from_team_id, "residents.notice.let_go", values, key)
        return
    to, former = (organizations.get_team(session, one).name for one in (event.to_team_id, event.from_team_id))
    code = "residents.notice.moved_away"
    _tell_team(session, event, event.from_team_id, code, values | {"team_name": to}, key)
    leaders = organizations.leader_ids(session, event.to_team_id)
    _tell(session, event, leaders, "residents.notice.moved_here", values | {"team_name": former}, f"{key}:here")


def tell_of_death(session: Session, event: ResidentDied) -> None:
    """The team: what was planned is called off, and until when the file can be read."""
    resident = service.get(session, event.resident_id)
    days = tools(session).rules.of(Proxies, china_date(event.at)).read_after_death_days
    values = {"resident_name": resident.name, "last_on": (event.deceased_on + timedelta(days=days)).isoformat()}
    if resident.care_team_id is not None:
        key = f"resident:{event.resident_id}:died"
        _tell_team(session, event, resident.care_team_id, "residents.notice.died", values, key)


def tell_of_ended_grant(session: Session, event: GrantEnded) -> None:
    """Family: that the help was ended, or ran out."""
    resident = service.get(session, event.resident_id)
    if resident.deceased_on is not None:
        code = "residents.notice.reading_over"
    else:
        code = "residents.notice.grant_revoked" if event.is_revoked else "residents.notice.grant_expired"
    key = f"proxy:{event.proxy_id}:ended"
    notify.tell(session, event.at, event.account_id, code, {"resident_name": resident.name}, "/", key, ())


def tell_of_expired(session: Session, now: datetime) -> None:
    """Grants that have run out. Idempotent."""
    today = china_date(now)
    for grant in service.ended_on(session, today - MADE_UP_FOR, today):
        tell_of_ended_grant(
            session, GrantEnded(grant.id, grant.resident_id, grant.account_id, is_revoked=False, at=now)
        )


Event = ResidentMoved | ResidentDied


def _tell_team(
    session: Session, event: Event, team_id: UUID, code: str, values: dict[str, str], event_key: str
) -> None:
    members = [one.id for one in organizations.members_of(session, team_id)]
    _tell(session, event, members, code, values, event_key)


def _tell(
    session: Session,
    event: Event,
    clinician_ids: Collection[UUID],
    code: str,
    values: dict[str, str],
    event_key: str,
) -> None:
    url = f"/residents/{event.resident_id}"
    for account_id in sorted(organizations.account_ids(session, clinician_ids).values()):
        notify.tell(session, event.at, account_id, code, values, url, event_key, ())
