"""Who may perform which item where. Source: domain rules §2.2, §2.4 (hard authorisation matrix)."""

from jiayi.catalogue.tables import Qualifications
from jiayi.catalogue.terms import Performer, Place, ServiceItem
from jiayi.core.results import Allowed, Answer, Refused


def may_perform(performer: Performer, item: ServiceItem, place: Place, table: Qualifications) -> Answer:
    """Whether this person may perform the item at that place: profession, place, certificate, then years and title."""
    if performer.profession not in item.roles:
        return Refused("catalogue.refused.wrong_profession", {"item": item.code})
    if place not in item.places:
        return Refused("catalogue.refused.wrong_place", {"item": item.code, "place": place.value})
    if item.certificate is not None and item.certificate.value not in performer.certificates:
        return Refused("catalogue.refused.no_certificate", {"certificate": item.certificate.value})
    needed = table.at_home.get(performer.profession)
    if place is not Place.HOME or needed is None:
        return Allowed()
    if performer.years < needed.years_min:
        return Refused("catalogue.refused.too_few_years", {"needed": needed.years_min, "has": performer.years})
    if performer.title.rank < needed.title_min.rank:
        return Refused("catalogue.refused.title_too_low", {"needed": needed.title_min.value})
    return Allowed()


def staffed(performers: tuple[Performer, ...], item: ServiceItem) -> Answer:
    """Whether those going together are enough: two where the item needs two, each role where it needs each."""
    professions = {performer.profession for performer in performers}
    if item.needs_each_role and not set(item.roles) <= professions:
        missing = next(role for role in item.roles if role not in professions)
        return Refused("catalogue.refused.role_missing", {"role": missing.value})
    if item.needs_two and len(performers) < 2:  # noqa: PLR2004 - two means two
        return Refused("catalogue.refused.needs_two", {"item": item.code})
    return Allowed()


def may_do_at_home(procedure: str, table: Qualifications) -> Answer:
    """Some procedures are never done at home, whoever comes."""
    if procedure in table.forbidden_at_home:
        return Refused("catalogue.refused.forbidden_at_home", {"procedure": procedure})
    return Allowed()
