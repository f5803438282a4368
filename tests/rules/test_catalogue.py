import pytest

from jiayi.catalogue.files import read_catalogue
from jiayi.catalogue.rules import may_do_at_home, may_perform, staffed
from jiayi.catalogue.tables import Qualifications
from jiayi.catalogue.terms import Performer, Place
from jiayi.core import resources
from jiayi.core.results import Allowed, Refused
from jiayi.core.shapes import build
from jiayi.organizations.terms import Profession, Title
from tests.conftest import table

ITEMS = {item.code: item for item in read_catalogue(resources.seed() / "catalogue").items}


def code(answer):
    return answer.reason if isinstance(answer, Refused) else None


def person(profession):
    return Performer(Profession(profession), Title.SENIOR, 20, frozenset({"assessor", "picc"}))


@pytest.mark.parametrize("case", table("performers"), ids=lambda case: case["id"])
def test_t25_who_may_perform_what(case, rules):
    performer = build(Performer, case["performer"], case["id"])
    assert (
        code(may_perform(performer, ITEMS[case["item"]], Place(case["place"]), rules(Qualifications))) == case["code"]
    )


def test_every_item_has_somebody_who_may_perform_it_everywhere_it_is_offered(rules):
    for item in ITEMS.values():
        for place in item.places:
            answers = [may_perform(person(role), item, place, rules(Qualifications)) for role in item.roles]
            assert answers == [Allowed()] * len(item.roles)


def test_experience_never_makes_somebody_unfit(rules):
    table_ = rules(Qualifications)
    for item in ITEMS.values():
        for years in range(12):
            one, other = (
                may_perform(
                    Performer(item.roles[0], Title.JUNIOR, n, frozenset({"assessor", "picc"})),
                    item,
                    item.places[0],
                    table_,
                )
                for n in (years, years + 1)
            )
            assert not (isinstance(one, Allowed) and isinstance(other, Refused))


@pytest.mark.parametrize(
    ("going", "item", "refused"),
    [
        pytest.param(["nurse"], "D01", None, id="a nurse alone for vital signs"),
        pytest.param(["doctor"], "C07", "catalogue.refused.needs_two", id="a doctor alone on a home visit"),
        pytest.param(["doctor", "nurse"], "C07", None, id="a doctor with a nurse"),
        pytest.param(["doctor", "volunteer"], "C07", None, id="a doctor with anybody"),
        pytest.param(
            ["doctor", "doctor"], "D12", "catalogue.refused.role_missing", id="palliative care wants a nurse too"
        ),
        pytest.param(["nurse", "doctor"], "D12", None, id="palliative care, both"),
        pytest.param(["nurse", "nurse"], "A05", None, id="two assessors"),
    ],
)
def test_who_goes_together(going, item, refused):
    assert code(staffed(tuple(person(profession) for profession in going), ITEMS[item])) == refused


def test_what_is_never_done_at_home(rules):
    assert code(may_do_at_home("chemotherapy", rules(Qualifications))) == "catalogue.refused.forbidden_at_home"
    assert may_do_at_home("wound_dressing", rules(Qualifications)) == Allowed()
