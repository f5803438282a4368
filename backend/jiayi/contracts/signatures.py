"""Who may sign for the resident, and how.

Pure; `pwa/src/features/contracts/mayTake.ts` decides the same on a phone, under the same cases. Source: domain rules §1.6,
§10.5.
"""

from jiayi.contracts.tables import SigningWays
from jiayi.contracts.terms import Capacity, GuardianBasis, Signer, SignFacts, SignMethod, SignPlace
from jiayi.core.results import Allowed, Answer, Refused
from jiayi.residents.tables import Proxies

OF_MINORS = frozenset({GuardianBasis.PARENT, GuardianBasis.RELATIVE, GuardianBasis.APPOINTED})
"""Who may be a child's guardian."""


def capacity(age: int, ages: Proxies, ways: SigningWays, *, has_own_income: bool = False) -> Capacity:
    """By age alone: an adult is of full capacity until somebody signs as guardian."""
    if age >= ages.adult_age or (has_own_income and age >= ways.own_income_from_age):
        return Capacity.FULL
    return Capacity.LIMITED if age >= ages.no_capacity_below_age else Capacity.NONE


def may_sign(facts: SignFacts, ways: SigningWays, *, identity_level_min: int) -> Answer:
    """Whether this act signs for the resident: enough identity, the right hand, a way that proves it."""
    if facts.identity_level < identity_level_min:
        return Refused("contracts.refused.identity_level", {"needed": identity_level_min})
    for answer in (_right_hand(facts), _right_way(facts, ways), _proven(facts, ways), _renews(facts)):
        if isinstance(answer, Refused):
            return answer
    return Allowed()


def _right_hand(facts: SignFacts) -> Answer:
    if facts.signer is not Signer.GUARDIAN:
        # Family who help are no guardians, whatever the elder lets them do.
        return Allowed() if facts.capacity is Capacity.FULL else Refused("contracts.refused.guardian_must_sign")
    if facts.place is SignPlace.OWN:
        return Refused("contracts.refused.guardian_before_team")
    if facts.guardian_basis is None or (facts.is_minor and facts.guardian_basis not in OF_MINORS):
        return Refused("contracts.refused.guardian_basis")
    if facts.capacity is Capacity.LIMITED and not facts.has_ward_view:
        return Refused("contracts.refused.ward_view_missing")
    return Allowed()


def methods(place: SignPlace, resident_fen: int, ways: SigningWays) -> tuple[SignMethod, ...]:
    """The ways to sign there, for what the resident pays a year."""
    if place is SignPlace.TEAM:
        return ways.team_methods
    return ways.own_paid_methods if resident_fen > 0 else ways.own_free_methods


def _right_way(facts: SignFacts, ways: SigningWays) -> Answer:
    if facts.method in methods(facts.place, facts.resident_fen, ways):
        return Allowed()
    return Refused("contracts.refused.sign_method", {"method": facts.method.value})


def _proven(facts: SignFacts, ways: SigningWays) -> Answer:
    if facts.method in ways.photo_methods and not facts.has_photo:
        return Refused("contracts.refused.photo_missing")
    if facts.method in ways.witness_methods:
        if not facts.has_witness:
            return Refused("contracts.refused.witness_missing")
        if not facts.was_heard:
            return Refused("contracts.refused.not_heard")
    if facts.method in ways.recording_methods and not facts.has_recording:
        return Refused("contracts.refused.recording_missing")
    if facts.is_witness_party:
        return Refused("contracts.refused.witness_is_party")
    return Allowed()


def _renews(facts: SignFacts) -> Answer:
    if facts.signer is not Signer.PROXY:
        return Allowed()
    if facts.is_first_contract and facts.resident_fen > 0:
        return Refused("contracts.refused.elder_must_sign")
    return Allowed() if facts.may_proxy_sign_renewal else Refused("contracts.refused.proxy_scope")
