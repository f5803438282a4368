"""What contracts tell people: the leader who waits, the family what the team answered and when a contract runs out."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from jiayi.contracts import service
from jiayi.contracts.models import Contract
from jiayi.contracts.tables import ContractTerms
from jiayi.contracts.terms import ContractActivated, ContractEnded, ContractReviewed, ContractSubmitted
from jiayi.core.dates import DAY, china_date
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.residents.messages import tell_clinicians, tell_family
from jiayi.residents.terms import ProxyScope

FAMILY_PAGE = "/contracts"


def tell_of_wish(session: Session, event: ContractSubmitted) -> None:
    _tell_leader(session, event, "contracts.notice.submitted", {}, "submitted")


def tell_of_answer(session: Session, event: ContractReviewed) -> None:
    """Why a team does not take somebody is not said in a message: it stands in the app, and somebody calls."""
    code = "contracts.notice.accepted" if event.is_accepted else "contracts.notice.rejected"
    tell_family(
        session, event.at, event.resident_id, code, {}, FAMILY_PAGE, f"contract:{event.contract_id}:answered",
        asker_id=event.asker_id,
    )  # fmt: skip


def tell_of_first_visit(session: Session, event: ContractActivated) -> None:
    """A contract is not done with the signature: somebody goes there soon."""
    days = service.terms_on(session, event.starts_on).first_visit_within_days
    values = {"first_on": (event.starts_on + timedelta(days=days)).isoformat()}
    _tell_leader(session, event, "contracts.notice.signed", values, "signed")


def tell_of_end(session: Session, event: ContractEnded) -> None:
    """The leader hears that a contract is over, unless a death or a renewal says so by itself."""
    if event.reason == service.DEATH or service.is_renewed(session, event.contract_id):
        return
    code = "contracts.notice.ran_out" if event.reason == service.EXPIRED else "contracts.notice.terminated"
    _tell_leader(session, event, code, {}, "ended")


def remind_of_renewal(session: Session, now: datetime) -> None:
    """Say three times that a contract runs out. Idempotent; a reminder that was missed is not made up for."""
    today = china_date(now)
    terms = service.terms_on(session, today)
    for contract in service.ending_until(session, today, today + max(terms.renewal_reminder_days) * DAY):
        _remind(session, now, today, contract, terms)


def _remind(session: Session, now: datetime, today: date, contract: Contract, terms: ContractTerms) -> None:
    if contract.ends_on is None:
        return
    days = min(days for days in terms.renewal_reminder_days if contract.ends_on - today <= days * DAY)
    key = f"contract:{contract.id}:ends"
    tell_family(
        session, now, contract.resident_id, "contracts.notice.ends", {"last_on": contract.ends_on.isoformat()},
        FAMILY_PAGE, f"{key}:{days}", scope=ProxyScope.SIGN_RENEWAL, about=key,
    )  # fmt: skip


def _tell_leader(
    session: Session,
    event: ContractSubmitted | ContractActivated | ContractEnded,
    code: str,
    values: Mapping[str, str],
    step: str,
) -> None:
    """The leader of the team that was chosen, whichever team cares for the resident until then."""
    resident = residents.get(session, event.resident_id)
    leaders = organizations.leader_ids(session, event.team_id)
    tell_clinicians(
        session, event.at, leaders, code, {"resident_name": resident.name, **values},
        f"/contracts/{event.contract_id}", f"contract:{event.contract_id}:{step}",
    )  # fmt: skip
