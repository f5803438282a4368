from dataclasses import fields, replace
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiayi.contracts.signatures import capacity, may_sign
from jiayi.contracts.tables import ContractTerms, SigningWays
from jiayi.contracts.terms import Capacity, Signer, SignFacts, SignMethod, SignPlace
from jiayi.core.results import Allowed, Refused
from jiayi.residents.tables import Proxies
from tests.conftest import table

BY_HAND = SignFacts(
    signer=Signer.RESIDENT, method=SignMethod.STROKES, resident_fen=3000, identity_level=2, is_first_contract=True
)
TYPES = get_type_hints(SignFacts)
EVERY = st.builds(SignFacts, **{one.name: st.from_type(TYPES[one.name]) for one in fields(SignFacts)})


@pytest.fixture(scope="module")
def ways(rules):
    return rules(SigningWays)


def signing(told: dict[str, Any]) -> SignFacts:
    kinds = {name: kind for name, kind in TYPES.items() if isinstance(kind, type)} | {
        "guardian_basis": TYPES["guardian_basis"].__args__[0]
    }
    return replace(BY_HAND, **{name: kinds[name](value) for name, value in told.items()})


@pytest.mark.parametrize("case", table("sign_ways"), ids=lambda case: case["id"])
def test_who_may_sign_and_how(case, ways, rules):
    answer = may_sign(signing(case["facts"]), ways, identity_level_min=rules(ContractTerms).identity_level_min)
    assert (answer.reason.split(".")[-1] if isinstance(answer, Refused) else None) == case["refused"]


@pytest.mark.parametrize("case", table("capacities"), ids=lambda case: case["id"])
def test_whose_word_binds(case, ways, rules):
    has_own_income = case.get("has_own_income", False)
    assert capacity(case["age"], rules(Proxies), ways, has_own_income=has_own_income) == case["capacity"]


@given(EVERY)
def test_what_may_never_be(ways, facts):
    if may_sign(facts, ways, identity_level_min=2) != Allowed():
        return
    assert facts.identity_level >= 2
    assert not (facts.signer is Signer.PROXY and facts.is_first_contract and facts.resident_fen > 0)
    assert facts.signer is Signer.GUARDIAN or facts.capacity is Capacity.FULL
    assert facts.method is not SignMethod.CODE or facts.resident_fen <= 0
    if facts.place is SignPlace.OWN:
        assert facts.method in {SignMethod.CODE, SignMethod.CODE_AND_STROKES}
    if facts.method in {SignMethod.PAPER, SignMethod.FINGERPRINT}:
        assert facts.has_photo
    if facts.method is SignMethod.FINGERPRINT:
        assert facts.has_witness
        assert facts.was_heard
        assert not facts.is_witness_party
