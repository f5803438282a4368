"""A contract as a page: every line of it in words, in the order in which it stands there.

The browser's print view and the PDF show these same lines. They depend on what was signed and on nothing that changes later.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import accumulate
from typing import Any
from uuid import UUID

import segno
from sqlalchemy.orm import Session

from jiayi.contracts.models import Contract, ContractAmendment, ContractSignature
from jiayi.contracts.service import evidence
from jiayi.contracts.terms import GuardianBasis, Payer, SignatureParty, Signer, SignMethod
from jiayi.core import i18n
from jiayi.core.dates import CHINA, china_date
from jiayi.organizations import service as organizations

Line = dict[str, str]
FEN = 100
INK = 6
"""Width of a drawn line, of the 1,000 units of the field's width."""


def paper_of(session: Session, contract: Contract, base_url: str) -> dict[str, Any]:
    """The page. `contract.text` must be there: what nobody has accepted is no contract yet.

    `base_url` is where this installation is found, for the QR code; without a signature there is nothing to check.
    """
    text = contract.text or {}
    theirs = _by_party(session, contract.id).get(SignatureParty.RESIDENT)
    changes = evidence.agreed_changes(session, contract.id)
    check_url = f"{base_url.rstrip('/')}/verify/{theirs.check_code}" if theirs and theirs.check_code else None
    team = organizations.get_team(session, UUID(text["team_id"]))
    return {
        "title": _t("paper-title"),
        "parties": [
            _line("paper-party_a", text["organization_name"]),
            _line("paper-team", text["team_name"]),
            _line("paper-phone", text.get("team_phone") or team.phone),
            _line("paper-party_b", text["resident_name"]),
            _line("paper-term", _term(contract, text)),
            *_since(session, changes),
        ],
        **_tables(text),
        "note": _t("paper-example-note") if _has_example(text) else None,
        "clauses": list(text.get("clauses", ())),
        "signatures": _signatures(session, contract.id, text),
        "amendments": [_amendment(session, n, one) for n, one in _of_packages(changes)],
        "digest": _t("paper-digest", sha256=contract.text_hash or ""),
        "template": _t("paper-template", version=str(contract.template_version)),
        "check_url": check_url,
        "check": _t("paper-check") if check_url else None,
        "check_svg": _qr(check_url) if check_url else None,
        "words": {name.removeprefix("paper-"): _t(name) for name in WORDS},
    }


WORDS = (
    "paper-packages", "paper-package-name", "paper-package-version", "paper-package-price", "paper-services", "paper-service-code", "paper-service-name",
    "paper-service-quota", "paper-service-price", "paper-fees", "paper-clauses", "paper-signatures", "paper-sign-date", "paper-sign-here", "paper-sign-witness", "paper-unsigned",
)  # fmt: skip
"""Headings, by the last part of their ids."""


def signed_last(session: Session, contract: Contract) -> datetime:
    """When the page became what it is: the time of the last signature, or of the acceptance."""
    changed = [one.signed_at for one in evidence.agreed_changes(session, contract.id) if one.signed_at is not None]
    return max([contract.signed_at or contract.reviewed_at or contract.applied_at, *changed])


def _tables(text: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "packages": _packages(text["packages"]),
        "services": _services(text["services"]),
        "fees": _fees(text["fees"]),
    }


def _of_packages(changes: Sequence[ContractAmendment]) -> list[tuple[int, ContractAmendment]]:
    return list(enumerate((one for one in changes if one.text is not None), start=1))


def _since(session: Session, changes: Sequence[ContractAmendment]) -> list[Line]:
    """Which text holds from which day on. It says days, not today's state: the page stays true."""
    numbers = {one.id: n for n, one in _of_packages(changes)}
    lines = []
    for one in changes:
        day = day_text(one.from_on)
        if one.team_id is not None:
            team = organizations.get_team(session, one.team_id)
            lines.append(_line("paper-since", _t("paper-since_team", day=day, team=team.name, phone=team.phone)))
        else:
            lines.append(_line("paper-since", _t("paper-since_packages", day=day, number=str(numbers[one.id]))))
    return lines


def _amendment(session: Session, number: int, one: ContractAmendment) -> dict[str, Any]:
    """A change of packages in full, with the signatures under it."""
    text = one.text or {}
    return {
        "id": str(one.id),
        "title": _t("paper-amendment", number=str(number), day=day_text(one.from_on)),
        **_tables(text),
        "signatures": _signatures(session, one.contract_id, text, one.id),
        "digest": _t("paper-amendment-digest", sha256=one.text_hash or ""),
    }


def _signatures(
    session: Session, contract_id: UUID, text: Mapping[str, Any], amendment_id: UUID | None = None
) -> list[dict[str, Any]]:
    signed = _by_party(session, contract_id, amendment_id)
    return [_ours(signed.get(SignatureParty.TEAM), text), _theirs(signed.get(SignatureParty.RESIDENT), text)]


def _by_party(
    session: Session, contract_id: UUID, amendment_id: UUID | None = None
) -> dict[SignatureParty, ContractSignature]:
    return {one.party: one for one in evidence.signatures_of(session, contract_id, amendment_id)}


def _t(text_id: str, /, **values: str) -> str:
    return i18n.text(text_id, values)


def _line(name: str, value: str) -> Line:
    return {"label": _t(name), "value": value}


def _term(contract: Contract, text: Mapping[str, Any]) -> str:
    years = str(text["years"])
    if contract.starts_on is None or contract.ends_on is None:
        return _t("paper-term_open", years=years)
    return _t(
        "paper-term_said", **{"from": day_text(contract.starts_on)}, until=day_text(contract.ends_on), years=years
    )


def day_text(day: date) -> str:
    """The whole date, with its year: a page is read years later."""
    return _t("paper-day", year=str(day.year), month=str(day.month), day=str(day.day))


def _moment(at: datetime) -> str:
    day, time = china_date(at), at.astimezone(CHINA).strftime("%H:%M")
    return _t("paper-moment", year=str(day.year), month=str(day.month), day=str(day.day), time=time)


def _price(fen: int | None, *, is_example: bool) -> str:
    if fen is None:
        return _t("paper-price-other")
    if fen == 0:
        return _t("paper-price-free")
    return _t("paper-price-example" if is_example else "paper-price", yuan=f"{fen // FEN}.{fen % FEN:02}")


def _packages(packages: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    return [
        [one["name"], str(one["version"]), _price(one["total_fen"], is_example=one.get("is_example_price", True))]
        for one in packages
    ]


def _services(services: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    return [
        [
            one["item_code"],
            one.get("name", ""),
            _quota(one["quota"]),
            _price(one.get("price_fen"), is_example=one.get("is_example_price", True)),
        ]
        for one in services
    ]


def _quota(quota: int | None) -> str:
    if quota is None:
        return _t("paper-quota-as_needed")
    return _t("paper-quota", count=str(quota)) if quota else _t("paper-quota-none")


def _fees(fees: Mapping[str, int]) -> list[list[str]]:
    lines = [[_t(f"paper-payer-{payer.value}"), _yuan(fees[payer.value])] for payer in Payer if fees.get(payer.value)]
    return [*lines, [_t("paper-payer-sum"), _yuan(sum(fees.values()))]]


def _yuan(fen: int) -> str:
    return _t("paper-price", yuan=f"{fen // FEN}.{fen % FEN:02}")


def _has_example(text: Mapping[str, Any]) -> bool:
    return any(one.get("is_example_price") for one in (*text["packages"], *text["services"]))


def _ours(one: ContractSignature | None, text: Mapping[str, Any]) -> dict[str, Any]:
    if one is None:
        return _blank("paper-party_a")
    name = _t(
        "paper-sign-by_team", name=one.signer_name, organization=text["organization_name"], team=text["team_name"]
    )
    return _signed("paper-party_a", name, _t("paper-way-account"), one, [])


def _theirs(one: ContractSignature | None, text: Mapping[str, Any]) -> dict[str, Any]:
    if one is None:
        return _blank("paper-party_b")
    resident = text["resident_name"]
    match one.signer:
        case Signer.GUARDIAN:
            basis = _t(f"paper-basis-{(one.guardian_basis or GuardianBasis.APPOINTED).value}")
            name = _t("paper-sign-by_guardian", name=one.signer_name, resident=resident, basis=basis)
        case Signer.PROXY:
            name = _t("paper-sign-by_proxy", name=one.signer_name, resident=resident)
        case _:
            name = _t("paper-sign-by_resident", name=one.signer_name)
    notes = [
        *([_t("paper-ward_view", words=one.ward_view)] if one.ward_view else ()),
        *([_t("paper-witness", name=one.witness_name)] if one.witness_name else ()),
        *([_t("paper-photo", sha256=one.photo_sha256)] if one.photo_sha256 else ()),
        *([_t("paper-recording", sha256=one.recording_sha256)] if one.recording_sha256 else ()),
    ]
    return _signed("paper-party_b", name, _t(f"paper-way-{SignMethod(one.method).value}"), one, notes)


def _signed(side: str, name: str, way: str, one: ContractSignature, notes: list[str]) -> dict[str, Any]:
    if one.is_clock_doubtful:
        notes = [*notes, _t("paper-clock_doubtful", received=_moment(one.received_at))]
    return {
        "side": _t(side),
        "name": name,
        "way": way,
        "at": _moment(one.signed_at),
        "notes": notes,
        "svg": strokes_svg(one.strokes) if one.strokes else None,
        "has_recording": one.recording_sha256 is not None,
    }


def _blank(side: str) -> dict[str, Any]:
    return {"side": _t(side), "name": None, "way": None, "at": None, "notes": [], "svg": None, "has_recording": False}


def strokes_svg(strokes: Mapping[str, Any]) -> str:
    """Handwriting as it was written, as a picture; see `core/web/strokes.py` for its shape."""
    width, height = strokes["w"], strokes["h"]
    paths = "".join(f'<path d="{_path(flat)}"/>' for flat in strokes["strokes"])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<g fill="none" stroke="#000" stroke-width="{width * INK / 1000:.2f}" stroke-linecap="round"'
        f' stroke-linejoin="round">{paths}</g></svg>'
    )


def _path(flat: Sequence[int]) -> str:
    """Each number is the difference to the point before; every third is a time."""
    points = zip(accumulate(flat[0::3]), accumulate(flat[1::3]), strict=False)
    drawn = " ".join(f"{x} {y}" for x, y in points)
    # A dot is a line to where one stands.
    return f"M{drawn}" if drawn.count(" ") > 1 else f"M{drawn} {drawn}"


def _qr(url: str) -> str:
    svg: str = segno.make(url, error="m", micro=False).svg_inline(border=2, omitsize=True)
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
