"""Turns contracts into rows: the paper, its signatures, what it gives and what was taken of it."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from jiayi.catalogue.terms import PriceBasis
from jiayi.contracts.bundles import digest, sealable, signed_content
from jiayi.contracts.service.lines import CLAUSES
from jiayi.contracts.tables import ContractTerms
from jiayi.contracts.terms import (
    TEMPLATE_VERSION,
    CauseKind,
    ContractStatus,
    EvidenceKind,
    LedgerKind,
    Payer,
    SignatureParty,
    Signer,
    SignMethod,
    SignPlace,
)
from jiayi.core import i18n
from jiayi.core.crypto import FieldCipher, Sealer
from jiayi.core.dates import DAY
from jiayi.demo.agreements import Agreement
from jiayi.demo.chance import Chance, Weighted
from jiayi.demo.life import Life
from jiayi.demo.sheets import Sheets
from jiayi.demo.signatures import strokes
from jiayi.demo.stops import Line
from jiayi.identity.terms import Role
from jiayi.residents.terms import Channel

S = ContractStatus
SUBMITTED = frozenset(S) - {S.DRAFT}
REVIEWED = frozenset({S.PENDING_SIGN, S.ACTIVE, S.EXPIRED, S.TERMINATED, S.REJECTED})
ACCEPTED = REVIEWED - {S.REJECTED}
IDENTITY_LEVEL = 3
"""They came to the counter, or were at home when their papers were looked at."""
CHANNELS = Weighted({Channel.HOME_VISIT: 60, Channel.COUNTER: 30, Channel.APP: 10})


class ContractRows:
    """Writes contracts down."""

    def __init__(
        self,
        life: Life,
        sheets: Sheets,
        account_ids: Mapping[str, UUID],
        package_ids: Mapping[str, UUID],
        cipher: FieldCipher,
        sealer: Sealer,
    ) -> None:
        self.cipher, self.sealer = cipher, sealer
        self.life, self.sheets, self.accounts, self.package_ids = life, sheets, account_ids, package_ids
        self.timeline = life.world.timeline
        self.chance = Chance(life.world.seed, "contracts", life.town.number)
        self.entitlements: dict[tuple[UUID, int, str], UUID] = {}
        self.clauses: dict[tuple[str, str], list[str]] = {}

    def write(self) -> None:
        for one in self.life.agreements:
            self._contract(one)
            if one.was_signed:
                self._grant(one)

    def _contract(self, one: Agreement) -> None:
        staff = self.life.staff
        team = staff.teams[one.person.team]
        leader = staff.clinicians[team.leader]
        times = self._times(one)
        text = self._text(one) if one.status in ACCEPTED else None
        text_hash = digest(text) if text else None
        applied_by = self.accounts.get(one.person.account or "", leader.account_id)
        row: dict[str, Any] = {
            "id": one.id, "resident_id": one.person.id, "organization_id": staff.institutions[team.organization].id,
            "team_id": team.id, "status": one.status, "package_ids": [str(self.package_ids[code]) for code in one.package_codes],
            "years": one.years, "channel": CHANNELS.draw(self.chance), "renews_id": one.renews, "applied_at": one.applied_at,
            "applied_by_account_id": applied_by, "submitted_at": times.get("submitted"), "reviewed_at": times.get("reviewed"),
            "reviewed_by_account_id": leader.account_id if "reviewed" in times else None,
            "review_note": "不在我们的服务范围里，已帮着联系了附近的团队。" if one.status is S.REJECTED else None,
            "text": text, "text_hash": text_hash, "template_version": TEMPLATE_VERSION if text else None,
            "signed_at": times.get("signed"), "signed_by_clinician_id": leader.id if "signed" in times else None,
            "starts_on": one.starts_on if one.was_signed else None, "ends_on": one.ends_on if one.was_signed else None,
            "ended_on": one.ended_on, "end_reason": one.end_reason,
        }  # fmt: skip
        self.sheets["contracts"].add(**row)
        if text_hash is None:
            return
        ours = self._signature(one, SignatureParty.TEAM, leader.name, leader.account_id, text_hash, times["reviewed"])
        self.sheets["contract_signatures"].add(**ours)
        if "signed" not in times:
            return
        theirs = self._signature(
            one, SignatureParty.RESIDENT, one.person.name, leader.account_id, text_hash, times["signed"]
        )
        own_account = self.accounts.get(one.person.account or "")
        if row["channel"] is Channel.APP and own_account is not None:
            theirs |= self._on_own_phone(one, own_account, times["signed"], row["text"]["fees"])
        self.sheets["contract_signatures"].add(**theirs)
        self._seal(row, [ours, theirs], times["signed"])

    def _times(self, one: Agreement) -> dict[str, datetime]:
        """When each step was taken: by the day before the contract began, or by now."""
        times: dict[str, datetime] = {}
        if one.status in SUBMITTED:
            times["submitted"] = min(one.applied_at + timedelta(minutes=20), self.timeline.now)
        if one.status in REVIEWED:
            times["reviewed"] = min(one.applied_at + timedelta(hours=3), self.timeline.now)
        if one.was_signed:
            signed_at = self.timeline.at(one.starts_on - DAY, time(16, self.chance.randrange(60)))
            times["signed"] = max(times["reviewed"], signed_at)
        return times

    def _text(self, one: Agreement) -> dict[str, Any]:
        """The clauses, as the contract's service composes them."""
        staff, packages = self.life.staff, self.life.world.packages
        team = staff.teams[one.person.team]
        organization = staff.institutions[team.organization]
        fees = dict.fromkeys((payer.value for payer in Payer), 0)
        for code in one.package_codes:
            for payer, fen in packages[code].payer_split.items():
                fees[payer] += fen
        return {
            "template_version": TEMPLATE_VERSION,
            "contract_id": str(one.id),
            "resident_id": str(one.person.id),
            "resident_name": one.person.name,
            "organization_id": str(organization.id),
            "organization_name": organization.name,
            "team_id": str(team.id),
            "team_name": team.name,
            "team_phone": team.phone,
            "years": one.years,
            "packages": [
                {
                    "code": code,
                    "version": packages[code].version,
                    "name": packages[code].name,
                    "total_fen": packages[code].total_fen,
                    "is_example_price": packages[code].is_example_price,
                }
                for code in one.package_codes
            ],
            "services": [self._service(code, quota) for code, quota in one.quotas.items()],
            "fees": fees,
            "clauses": self._clauses(team.name, organization.name),
        }

    def _service(self, code: str, quota: int | None) -> dict[str, Any]:
        item = self.life.world.items[code]
        return {
            "item_code": code,
            "quota": quota,
            "name": item.name,
            "price_fen": None if item.price_basis is PriceBasis.PRICE_LIST else item.price_fen,
            "is_example_price": item.is_example_price,
        }

    def _clauses(self, team: str, organization: str) -> list[str]:
        known = self.clauses.get((team, organization))
        if known is not None:
            return known
        terms = self.life.world.rules.of(ContractTerms, self.timeline.today)
        values: dict[str, str | int] = {
            "team": team,
            "organization": organization,
            "cooling_off_days": terms.cooling_off_days,
            "notice_days": terms.institution_notice_days,
        }
        found = [i18n.text(f"paper-clause-{number}", values) for number in range(1, CLAUSES + 1)]
        self.clauses[team, organization] = found
        return found

    # ------------------------------------------------------------ signatures and what is sealed under them

    def _signature(
        self, one: Agreement, party: SignatureParty, name: str, account_id: UUID, text_hash: str, at: datetime
    ) -> dict[str, Any]:
        """A side's signature: the team's by its account, the resident's by hand on the leader's phone."""
        is_resident = party is SignatureParty.RESIDENT
        return {
            "id": self.chance.id_at(at), "contract_id": one.id, "party": party,
            "method": SignMethod.STROKES if is_resident else SignMethod.CODE, "place": SignPlace.TEAM,
            "strokes": strokes(self.chance) if is_resident else None, "signer_name": name,
            "signer": Signer.RESIDENT if is_resident else None, "identity_level": IDENTITY_LEVEL if is_resident else None,
            "guardian_basis": None, "ward_view": None, "has_own_income": False, "photo_sha256": None, "recording_sha256": None, "witness_name": None,
            "was_heard": False, "code_id": None, "check_code": self._check_code(one.id) if is_resident else None,
            "account_id": account_id, "device_id": None, "text_hash": text_hash, "signed_at": at, "captured_at": at, "received_at": at,
            "is_clock_doubtful": False,
        }  # fmt: skip

    def _on_own_phone(self, one: Agreement, account_id: UUID, at: datetime, fees: Mapping[str, int]) -> dict[str, Any]:
        """With a code; what costs money by hand as well."""
        code_id = self.chance.id_at(at)
        self.sheets["contract_codes"].add(
            id=code_id, contract_id=one.id, account_id=account_id, code_hash=digest(str(code_id)),
            sent_at=at - timedelta(minutes=2), expires_at=at + timedelta(minutes=8),
        )  # fmt: skip
        told: dict[str, Any] = {"place": SignPlace.OWN, "account_id": account_id, "code_id": code_id}
        if fees[Payer.RESIDENT.value]:
            return told | {"method": SignMethod.CODE_AND_STROKES}
        return told | {"method": SignMethod.CODE, "strokes": None}

    def _check_code(self, contract_id: UUID) -> str:
        county_id = self.life.world.county_id
        return f"{county_id}-{self.cipher.search_hash('contract_check', f'{county_id}:{contract_id}')[:32]}"

    def _seal(self, contract: dict[str, Any], signatures: list[dict[str, Any]], at: datetime) -> None:
        content = signed_content(
            SimpleNamespace(**contract), [SimpleNamespace(**one) for one in signatures],
            county_id=self.life.world.county_id, previous=None,
        )  # fmt: skip
        content_hash = digest(content)
        key_id, seal = self.sealer.seal(sealable(content_hash))
        self.sheets["contract_evidence"].add(
            id=self.chance.id_at(at), contract_id=contract["id"], number=1, kind=EvidenceKind.SIGNED, content=content,
            content_hash=content_hash, key_id=key_id, seal=seal, sealed_at=at,
        )  # fmt: skip
        theirs = signatures[-1]
        self.sheets["audit_entries"].add(
            id=self.chance.id_at(at), happened_at=at, account_id=theirs["account_id"],
            role=(Role.RESIDENT if theirs["place"] is SignPlace.OWN else Role.TEAM_LEADER).value,
            action="contracts.sign", resident_id=contract["resident_id"], subject=f"contract:{contract['id']}",
            reason=None, detail={"method": theirs["method"].value, "signer": "resident", "seal": content_hash},
            seal_number=None,
        )  # fmt: skip

    # ------------------------------------------------------------ the ledger

    def _grant(self, one: Agreement) -> None:
        at = self.timeline.at(one.starts_on - DAY, time(17))
        for year in one.terms:
            for item_code, quota in one.quotas.items():
                entitlement_id = self.chance.id_at(at)
                self.entitlements[one.id, year.number, item_code] = entitlement_id
                self.sheets["entitlements"].add(
                    id=entitlement_id, contract_id=one.id, item_code=item_code, period_start_on=year.first,
                    period_end_on=year.last, quota=quota,
                )  # fmt: skip
                if quota is not None:
                    self._entry(entitlement_id, one.id, CauseKind.CONTRACT, one.id, LedgerKind.GRANT, at, quota)

    def take(self, line: Line, day: date, reserved_at: datetime, settled_at: datetime | None, *, is_done: bool) -> None:
        """A visit's line: set aside when it was asked for; later given back, and counted if it was done."""
        if line.agreement is None or line.item_code not in line.agreement.quotas:
            return
        contract_id = line.agreement.id
        entitlement_id = self.entitlements[contract_id, line.agreement.year_of(day), line.item_code]
        cause = CauseKind.VISIT_SERVICE
        self._entry(entitlement_id, contract_id, cause, line.id, LedgerKind.RESERVE, reserved_at)
        if settled_at is not None:
            self._entry(entitlement_id, contract_id, cause, line.id, LedgerKind.RELEASE, settled_at)
        if is_done and settled_at is not None:
            self._entry(
                entitlement_id, contract_id, cause, line.id, LedgerKind.CONSUME, settled_at, is_over=line.is_over_quota
            )

    def _entry(
        self, entitlement_id: UUID, contract_id: UUID, cause_kind: CauseKind, cause_id: UUID, kind: LedgerKind,
        at: datetime, quantity: int = 1, *, is_over: bool = False,
    ) -> None:  # fmt: skip
        self.sheets["ledger_entries"].add(
            id=self.chance.id_at(at), entitlement_id=entitlement_id, contract_id=contract_id, cause_kind=cause_kind,
            cause_id=cause_id, kind=kind, quantity=quantity, is_over_quota=is_over, at=at,
        )  # fmt: skip
