"""The resident's side of a contract is taken down: in whose hand, which way, and with what to prove it later."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jiayi.contracts.models import Contract, ContractAmendment, ContractSignature
from jiayi.contracts.service import apart, evidence, text
from jiayi.contracts.service.access import terms_on
from jiayi.contracts.service.codes import checked_code
from jiayi.contracts.signatures import capacity, may_sign
from jiayi.contracts.tables import SigningWays
from jiayi.contracts.terms import (
    ContractStatus,
    GuardianBasis,
    Payer,
    SignatureParty,
    Signer,
    SignFacts,
    SignMethod,
    SignPlace,
)
from jiayi.core.clock import Moment
from jiayi.core.dates import age_on, china_date
from jiayi.core.errors import Invalid, NotFound, Refusal, demand
from jiayi.core.tools import tools
from jiayi.identity import service as identity
from jiayi.identity.terms import Actor, Role
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.residents.tables import Proxies
from jiayi.residents.terms import ProxyScope

BY_STROKES = frozenset({SignMethod.STROKES, SignMethod.CODE_AND_STROKES})
BY_CODE = frozenset({SignMethod.CODE, SignMethod.CODE_AND_STROKES})
ON_PAPER = frozenset({SignMethod.PAPER, SignMethod.FINGERPRINT})


def take_down(
    session: Session,
    actor: Actor,
    at: Moment,
    contract: Contract,
    amendment: ContractAmendment | None = None,
    *,
    method: SignMethod,
    signer: Signer = Signer.RESIDENT,
    signer_name: str | None = None,
    strokes: Mapping[str, Any] | None = None,
    code: str | None = None,
    photo_sha256: str | None = None,
    recording_sha256: str | None = None,
    witness_name: str | None = None,
    was_heard: bool = False,
    guardian_basis: GuardianBasis | None = None,
    ward_view: str | None = None,
    has_own_income: bool = False,
) -> ContractSignature:
    """The resident's signature under the contract, or under a change of it. What does not belong to its way is left out.

    Raises Invalid `contracts.invalid.signature`, Refusal `contracts.refused.deceased`, `.wrong_code`, and those of
    `signatures.may_sign`.
    """
    resident = residents.get(session, contract.resident_id)
    if resident.deceased_on is not None:
        raise Refusal("contracts.refused.deceased")
    place = SignPlace.OWN if actor.is_family else SignPlace.TEAM
    signer, signer_name = _whose(session, actor, resident.name, signer, signer_name)
    if method in BY_STROKES and not strokes:
        raise Invalid("contracts.invalid.signature")
    on_paper = method in ON_PAPER
    signed = amendment or contract
    row = ContractSignature(
        contract_id=contract.id, amendment_id=None if amendment is None else amendment.id, party=SignatureParty.RESIDENT, method=method, signer=signer, signer_name=signer_name,
        place=place, identity_level=resident.identity_level,
        strokes=dict(strokes) if strokes and method in BY_STROKES else None,
        guardian_basis=guardian_basis if signer is Signer.GUARDIAN else None,
        ward_view=ward_view if signer is Signer.GUARDIAN else None, has_own_income=has_own_income,
        photo_sha256=photo_sha256 if on_paper else None,
        recording_sha256=recording_sha256 if method is SignMethod.FINGERPRINT else None, witness_name=witness_name if on_paper else None,
        was_heard=was_heard and on_paper,
        # A change is looked up by the contract that it is of.
        check_code=evidence.check_code(session, contract.id) if amendment is None else None,
        account_id=actor.account_id, device_id=actor.device_id, text_hash=signed.text_hash,
        signed_at=at.occurred_at, captured_at=at.captured_at, received_at=at.received_at,
        is_clock_doubtful=at.is_clock_doubtful,
    )  # fmt: skip
    day = china_date(at.occurred_at)
    ways, ages = tools(session).rules.of(SigningWays, day), tools(session).rules.of(Proxies, day)
    age = age_on(resident.birth_on, day)
    facts = SignFacts(
        signer=signer,
        method=method,
        place=place,
        resident_fen=int((signed.text or {}).get("fees", {}).get(Payer.RESIDENT.value, 0)),
        identity_level=resident.identity_level,
        is_first_contract=_is_first(session, contract) if amendment is None else _costs_first(session, contract),
        capacity=capacity(age, ages, ways, has_own_income=has_own_income),
        is_minor=age < ages.adult_age,
        may_proxy_sign_renewal=ProxyScope.SIGN_RENEWAL in residents.scopes_of(session, actor, resident.id),
        guardian_basis=row.guardian_basis,
        has_ward_view=bool(row.ward_view),
        has_photo=row.photo_sha256 is not None,
        has_recording=row.recording_sha256 is not None,
        has_witness=bool(row.witness_name),
        is_witness_party=_is_party(session, actor, row, resident.name),
        was_heard=row.was_heard,
    )
    demand(may_sign(facts, ways, identity_level_min=terms_on(session, day).identity_level_min))
    if method in BY_CODE:
        row.code_id = checked_code(session, actor, at, contract.id, code)
    apart.lock_apart(session, row)
    session.add(row)
    return row


def sign_for_team(
    session: Session, actor: Actor, now: datetime, contract: Contract, amendment: ContractAmendment | None = None
) -> None:
    """Who accepts for the team signs its side, with the own account. Raises NotFound."""
    if actor.clinician_id is None:
        raise NotFound
    session.add(
        ContractSignature(
            contract_id=contract.id, amendment_id=None if amendment is None else amendment.id, party=SignatureParty.TEAM,
            method=SignMethod.CODE, signer_name=organizations.get_clinician(session, actor.clinician_id).name,
            account_id=actor.account_id, device_id=actor.device_id, text_hash=(amendment or contract).text_hash,
            signed_at=now, captured_at=now, received_at=now, is_clock_doubtful=False,
        )
    )  # fmt: skip


def _whose(session: Session, actor: Actor, resident_name: str, signer: Signer, name: str | None) -> tuple[Signer, str]:
    """In whose hand it is. With the own account one signs as oneself; before the team one's name is written down."""
    if actor.role is Role.RESIDENT:
        return Signer.RESIDENT, resident_name
    if actor.role is Role.PROXY:
        return Signer.PROXY, identity.name_of(session, actor.account_id)
    if signer is Signer.RESIDENT:
        return signer, resident_name
    if not name:
        raise Invalid("contracts.invalid.signature")
    return signer, name


def _is_first(session: Session, contract: Contract) -> bool:
    signed = select(Contract.id).where(
        Contract.resident_id == contract.resident_id,
        Contract.signed_at.is_not(None),
        Contract.status != ContractStatus.VOIDED,
        Contract.id != contract.id,
    )
    return session.scalar(signed.limit(1)) is None


def _costs_first(session: Session, contract: Contract) -> bool:
    """Whether a change makes the resident pay who did not so far."""
    return text.fees_of(session, contract.package_ids)[Payer.RESIDENT.value] == 0


def _is_party(session: Session, actor: Actor, row: ContractSignature, resident_name: str) -> bool:
    """Somebody whose word is needed cannot be the witness of it as well."""
    if not row.witness_name:
        return False
    mine = identity.name_of(session, actor.account_id)
    return row.witness_name.strip() in {resident_name, row.signer_name, mine}
