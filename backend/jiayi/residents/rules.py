"""What an identity number says, who belongs to a key group, what family may do.

Pure. Source: domain rules §9.1 (identity), §1.4 (groups), §10.5 (proxies).
"""

import unicodedata
from datetime import date, timedelta

from stdnum import numdb
from stdnum.cn import ric
from stdnum.exceptions import ValidationError

from jiayi.core.dates import add_months, age_on
from jiayi.core.results import Allowed, Answer, Refused
from jiayi.residents.tables import GroupRule, KeyGroups, Proxies
from jiayi.residents.terms import Capacity, GroupFacts, Identity, IdentityKind, KeyGroup, ProxyScope, Sex

LENGTH, LEGACY_LENGTH, BODY = 18, 15, 17
OLDEST = 120
PERMIT_REGIONS = frozenset({"810000", "820000", "830000"})
"""Hong Kong, Macao and Taiwan, on residence permits."""
INVISIBLE = dict.fromkeys(map(ord, "-‐‑–—\u200b\u200c\u200d\ufeff"))


def read_identity(typed: str, today: date) -> Identity | Refused:
    """Read an identity number as somebody typed it.

    Spaces, dashes, full-width digits and a small x are put right; an old number of 15 digits becomes 18. The region is
    checked against all codes that ever were, and never says where somebody lives now.
    """
    number = normalise_identity(typed)
    is_legacy = len(number) == LEGACY_LENGTH and number.isascii() and number.isdigit()
    if is_legacy:
        number = _lengthened(number)
    if len(number) != LENGTH or not _is_digits(number[:BODY]) or not (_is_digits(number[-1]) or number[-1] == "X"):
        return Refused("residents.refused.identity_format")
    if ric.calc_check_digit(number) != number[-1]:
        return Refused("residents.refused.identity_check")
    kind = _kind(number)
    if kind is IdentityKind.RESIDENT_CARD and not _is_region(number[:6]):
        return Refused("residents.refused.identity_region")
    try:
        birth_on = ric.get_birth_date(number)
    except ValidationError:
        return Refused("residents.refused.identity_birth")
    if birth_on > today:
        return Refused("residents.refused.identity_birth")
    sex = Sex.MALE if int(number[BODY - 1]) % 2 else Sex.FEMALE
    return Identity(number, kind, birth_on, sex, is_legacy, is_age_doubtful=age_on(birth_on, today) > OLDEST)


def normalise_identity(typed: str) -> str:
    """One spelling for one number, good for searching too."""
    return "".join(unicodedata.normalize("NFKC", typed).translate(INVISIBLE).split()).upper()


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _lengthened(number: str) -> str:
    body = number[:6] + "19" + number[6:]
    return body + ric.calc_check_digit(body + "0")


def _kind(number: str) -> IdentityKind:
    if number[:6] in PERMIT_REGIONS:
        return IdentityKind.RESIDENCE_PERMIT
    return IdentityKind.FOREIGN_PERMIT if number.startswith("9") else IdentityKind.RESIDENT_CARD


def _is_region(code: str) -> bool:
    return any("county" in properties for _, properties in numdb.get("cn/loc").info(code))


def key_groups(facts: GroupFacts, today: date, table: KeyGroups) -> frozenset[KeyGroup]:
    """The key groups somebody belongs to on that day."""
    age = age_on(facts.birth_on, today)
    return frozenset(group for group, rule in table.groups.items() if _belongs(rule, facts, age, today, table))


def level_5_groups(table: KeyGroups) -> frozenset[KeyGroup]:
    """Groups that only named staff may know of; they stand in no document and no list."""
    return frozenset(group for group, rule in table.groups.items() if rule.is_level_5)


def is_level_5_diagnosis(icd10: str, table: KeyGroups) -> bool:
    """Whether a diagnosis is kept from all but named staff: it is so itself, or it tells a group that is."""
    return icd10.startswith(level_5_prefixes(table))


def level_5_prefixes(table: KeyGroups) -> tuple[str, ...]:
    """The ICD-10 codes that these diagnoses begin with."""
    hidden = (rule.diagnoses for rule in table.groups.values() if rule.is_level_5)
    return (*table.level_5_diagnoses, *(code for codes in hidden for code in codes))


def _belongs(rule: GroupRule, facts: GroupFacts, age: int, today: date, table: KeyGroups) -> bool:
    if rule.or_disabled and _is_disabled(facts):
        return True
    return (
        (rule.age_from is None or age >= rule.age_from)
        and (rule.age_below is None or age < rule.age_below)
        and (not rule.diagnoses or any(code.startswith(rule.diagnoses) for code in facts.diagnoses))
        and (rule.list is None or rule.list in facts.lists)
        and (not rule.is_pregnancy or _is_expecting(facts, today, table))
    )


def _is_disabled(facts: GroupFacts) -> bool:
    return facts.is_flagged_disabled or (facts.ability_level or 0) >= 1 or (facts.ltc_level or 0) >= 1


def _is_expecting(facts: GroupFacts, today: date, table: KeyGroups) -> bool:
    delivered = facts.delivered_on
    if delivered is None:
        return facts.is_pregnant
    return facts.is_pregnant or 0 <= (today - delivered).days <= table.postpartum_days


def capacity(
    birth_on: date, today: date, proxies: Proxies, *, is_without: bool = False, is_limited: bool = False
) -> Capacity:
    """Legal capacity by age, or as a court found it (`is_without`, `is_limited`)."""
    age = age_on(birth_on, today)
    if is_without or age < proxies.no_capacity_below_age:
        return Capacity.NONE
    return Capacity.LIMITED if is_limited or age < proxies.adult_age else Capacity.FULL


def proxy_expiry(granted_on: date, months: int | None, proxies: Proxies) -> date | Refused:
    """Until when (exclusive) family may help, a year unless said otherwise; refused beyond the longest."""
    wanted = proxies.months_default if months is None else months
    if not 1 <= wanted <= proxies.months_max:
        return Refused("residents.refused.proxy_term", {"max_months": proxies.months_max})
    return add_months(granted_on, wanted)


def may_grant(scopes: frozenset[ProxyScope], granted_on: date, expires_on: date, proxies: Proxies) -> Answer:
    """What an elder may let family do: at least one thing, nothing unlisted, not for longer than the longest."""
    if not scopes or not scopes <= set(proxies.scopes):
        return Refused("residents.refused.proxy_scope")
    if not granted_on < expires_on <= add_months(granted_on, proxies.months_max):
        return Refused("residents.refused.proxy_term", {"max_months": proxies.months_max})
    return Allowed()


def may_still_read(deceased_on: date, today: date, proxies: Proxies) -> bool:
    """After a death those who helped may read for some weeks more; nothing else."""
    return today <= deceased_on + timedelta(days=proxies.read_after_death_days)


def name_allowed(name: str) -> Answer:
    """Two to fifty characters, letters of any script, with · between the parts of a name."""
    plain = name.strip()
    parts = plain.replace("•", "·").split("·")
    is_word = all(part and all(letter.isalpha() or letter in " -'" for letter in part) for part in parts)
    return Allowed() if 2 <= len(plain) <= 50 and is_word else Refused("residents.refused.name")  # noqa: PLR2004 - domain rules §9.8
