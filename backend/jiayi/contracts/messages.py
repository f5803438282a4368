"""What contracts tell people: the leader who waits, the family what the team answered and when a contract runs out."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from jiayi.contracts import service
from jiayi.contracts.models import Contract
from jiayi.contracts.tables import ContractTerms
from jiayi.contracts.terms import (
    ContractActivated,
    ContractAmended,
    ContractEnded,
    ContractPaused,
    ContractReviewed,
    ContractSubmitted,
    NoticeGiven,
)
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
    """A contract is not done with the signature: somebody goes there soon. Who renews is known already."""
    if service.get(session, event.contract_id).renews_id is not None:
        return
    days = service.terms_on(session, event.starts_on).first_visit_within_days
    values = {"first_on": (event.starts_on + timedelta(days=days)).isoformat()}
    _tell_leader(session, event, "contracts.notice.signed", values, "signed")


def tell_of_end(session: Session, event: ContractEnded) -> None:
    """The leader hears that a contract is over, unless a death or a renewal says so by itself."""
    if event.reason == service.DEATH or service.is_renewed(session, event.contract_id):
        return
    code = "contracts.notice.ran_out" if event.reason == service.EXPIRED else "contracts.notice.terminated"
    _tell_leader(session, event, code, {}, "ended")


def tell_of_notice(session: Session, event: NoticeGiven) -> None:
    """The institution ends the contract: the family hears it as early as the letter says it."""
    tell_family(
        session, event.at, event.resident_id, "contracts.notice.will_end", {"last_on": event.ends_on.isoformat()},
        FAMILY_PAGE, f"contract:{event.contract_id}:notice",
    )  # fmt: skip


def tell_of_pause(session: Session, event: ContractPaused) -> None:
    code = "contracts.notice.resumed" if event.is_back else "contracts.notice.suspended"
    key = f"contract:{event.contract_id}:paused:{event.at.isoformat()}"
    tell_family(session, event.at, event.resident_id, code, {}, FAMILY_PAGE, key)


def tell_of_change(session: Session, event: ContractAmended) -> None:
    """Who takes somebody over hears it at once, and the family who comes from now on."""
    key = f"changed:{event.at.isoformat()}"
    if not event.is_other_team:
        tell_family(
            session, event.at, event.resident_id, "contracts.notice.amended", {}, FAMILY_PAGE,
            f"contract:{event.contract_id}:{key}",
        )  # fmt: skip
        return
    values = {"team_name": organizations.get_team(session, event.team_id).name}
    tell_family(
        session, event.at, event.resident_id, "contracts.notice.other_team", values, FAMILY_PAGE,
        f"contract:{event.contract_id}:{key}",
    )  # fmt: skip
    _tell_leader(session, event, "contracts.notice.taken_over", {}, key)


def remind(session: Session, now: datetime) -> None:
    """What somebody should hear by today, each once, however long nobody looked."""
    remind_of_renewal(session, now)
    remind_of_first_visit(session, now)
    remind_of_photo(session, now)


def remind_of_photo(session: Session, now: datetime) -> None:
    """Some days after a signature its taker hears that its photo, or its recording, has not come. Idempotent."""
    days = service.terms_on(session, china_date(now)).photo_reminder_days
    for signature in service.proofs_late(session, now - days * DAY):
        contract = service.get(session, signature.contract_id)
        takers = organizations.clinician_ids(session, [signature.account_id]).values()
        tell_clinicians(
            session, now, takers, "contracts.notice.photo_missing",
            {"resident_name": residents.get(session, contract.resident_id).name}, f"/contracts/{contract.id}",
            f"contract:{contract.id}:photo:{signature.id}",
        )  # fmt: skip


def remind_of_first_visit(session: Session, now: datetime) -> None:
    """Some days before the first visit is due the leader hears that nobody has been there. Idempotent."""
    today = china_date(now)
    terms = service.terms_on(session, today)
    begun_by = today - (terms.first_visit_within_days - terms.first_visit_reminder_days) * DAY
    for contract in service.unvisited(session, begun_by, today - 2 * terms.first_visit_within_days * DAY):
        due_on = (contract.starts_on or today) + terms.first_visit_within_days * DAY
        resident = residents.get(session, contract.resident_id)
        tell_clinicians(
            session, now, organizations.leader_ids(session, contract.team_id), "contracts.notice.first_visit",
            {"resident_name": resident.name, "first_on": due_on.isoformat()}, f"/contracts/{contract.id}",
            f"contract:{contract.id}:first_visit",
        )  # fmt: skip


def remind_of_renewal(session: Session, now: datetime) -> None:
    """Say three times that a contract runs out. Idempotent; after days without a turn the latest of them is said."""
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
    event: ContractSubmitted | ContractActivated | ContractEnded | ContractAmended,
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
