"""What is sealed under a signed contract, and in which words a later look tells what was changed.

Pure. Source: domain rules §1.6 (evidence bundle); 电子签名法第13条: changes to a signature and to the text can be found.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Protocol
from uuid import UUID

import orjson

BUNDLE_VERSION = 1
PREAMBLE = b"jiayi contract evidence 1\n"
"""Stands before what is sealed, so that a seal means this and nothing else."""
PARTS: Mapping[str, tuple[str, ...]] = {
    "signer": (
        "signer", "signer_name", "account_id", "identity_level", "guardian_basis", "ward_view", "has_own_income",
    ),
    "strokes": ("strokes_sha256",),
    "time": ("signed_at", "captured_at", "received_at", "is_clock_doubtful"),
    "way": ("method", "place", "device_id", "code_id", "check_code"),
    "witness": ("witness_name", "was_heard"),
    "photo": ("photo_sha256",),
    "recording": ("recording_sha256",),
    "signed_text": ("text_hash",),
}  # fmt: skip
"""The fields of one signature, by what one says about them."""
TERM = ("starts_on", "ends_on", "years")
CHANGED = ("from_on", "package_ids")
"""Of a change: its first day, and what is held from then on."""
PARTIES = ("contract_id", "resident_id", "organization_id", "channel")


class Signature(Protocol):
    """A signature as it stands in the table."""

    id: Any
    party: Any
    strokes: Any


Found = tuple[str, str | None]
"""Which part was changed, and on whose side, if on one."""


def canonical(body: Any) -> bytes:
    """The one way to write it: JSON in UTF-8, keys in order, no blanks. There are no fractions in it."""
    return orjson.dumps(body, option=orjson.OPT_SORT_KEYS)


def digest(body: Any) -> str:
    """SHA-256 over the canonical JSON, as hex."""
    return hashlib.sha256(canonical(body)).hexdigest()


def sealable(content_hash: str) -> bytes:
    return PREAMBLE + content_hash.encode()


def signed_content(
    contract: Any, signatures: Iterable[Signature], *, county_id: int, previous: str | None
) -> dict[str, Any]:
    """What is so when both sides have signed: the text's hash, the term, and all about each signature."""
    text = contract.text or {}
    return {
        "version": BUNDLE_VERSION,
        "county_id": county_id,
        "previous": previous,
        "contract_id": str(contract.id),
        "resident_id": str(contract.resident_id),
        "organization_id": str(contract.organization_id),
        "channel": plain(contract.channel),
        "text_hash": digest(text),
        "template_version": contract.template_version,
        **{name: plain(getattr(contract, name)) for name in TERM},
        "signatures": {plain(one.party): _signature(one) for one in signatures},
    }


def amended_content(
    amendment: Any, signatures: Iterable[Signature], *, county_id: int, previous: str | None
) -> dict[str, Any]:
    """What is so when both sides have signed a change: its text's hash, its first day, what is held from then on."""
    text = amendment.text or {}
    return {
        "version": BUNDLE_VERSION,
        "county_id": county_id,
        "previous": previous,
        "contract_id": str(amendment.contract_id),
        "amendment_id": str(amendment.id),
        **{name: plain(getattr(amendment, name)) for name in CHANGED},
        "text_hash": digest(text),
        "template_version": text.get("template_version"),
        "signatures": {plain(one.party): _signature(one) for one in signatures},
    }


def apart_content(
    signature_id: UUID, sha256: str, stored_sha256: str, arrived_at: datetime, *, county_id: int, previous: str | None
) -> dict[str, Any]:
    """What is so when the photo of a signed page, or a recording, has come: as the phone named it, and as it is kept."""
    return {
        "version": BUNDLE_VERSION,
        "county_id": county_id,
        "previous": previous,
        "signature_id": str(signature_id),
        "sha256": sha256,
        "stored_sha256": stored_sha256,
        "arrived_at": plain(arrived_at),
    }


def changes(sealed: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[Found]:
    """What differs between what was sealed and what stands there now."""
    if _differ(sealed, found, ("text_hash", "template_version")):
        yield "text", None
    if _differ(sealed, found, (*TERM, *CHANGED)):
        yield "term", None
    if _differ(sealed, found, PARTIES):
        yield "parties", None
    before, after = sealed.get("signatures", {}), found.get("signatures", {})
    for party in sorted({*before, *after}):
        if party not in before or party not in after:
            yield "signature", party
            continue
        for part, names in PARTS.items():
            # What a bundle does not say was not asked for when it was sealed: null.
            if _differ(before[party], after[party], names):
                yield part, party


def plain(value: Any) -> Any:
    """As it stands in JSON: enums by value, ids and days as text, instants in UTC."""
    match value:
        case Enum():
            return value.value
        case UUID():
            return str(value)
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds")
        case date():
            return value.isoformat()
    return value


def _signature(one: Any) -> dict[str, Any]:
    names = [name for part, names in PARTS.items() if part != "strokes" for name in names]
    told = {name: plain(getattr(one, name)) for name in names}
    return told | {"id": str(one.id), "strokes_sha256": digest(one.strokes) if one.strokes else None}


def _differ(sealed: Mapping[str, Any], found: Mapping[str, Any], names: Iterable[str]) -> bool:
    return any(sealed.get(name) != found.get(name) for name in names)
