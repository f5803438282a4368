"""People: a name of their time and region, a birthday, an identity number that adds up, a phone number nobody has."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from stdnum.cn import ric

from jiayi.core.dates import anniversary
from jiayi.demo import data
from jiayi.demo.chance import Chance, Weighted
from jiayi.residents.terms import Sex

UNASSIGNED_PREFIX = "154"
"""No operator was ever given numbers that begin like this."""
_SERIALS = 90_000_000
_COUNTIES = 20
_A_TOWN = 5_000
_OF_STAFF = 100
_STRIDE = 61_803_397
"""Prime to the number of serials, so that counting in such steps meets each once."""


@dataclass(frozen=True, slots=True)
class GivenTable:
    """A decade's names of one sex, ready to draw from."""

    one_character: int
    first: Weighted[str]
    second: Weighted[str]
    whole: Weighted[str]


@cache
def surnames() -> Weighted[str]:
    return Weighted(data.names().surnames)


@cache
def _given(decade: int, sex: Sex) -> GivenTable:
    fashion = data.names().given[decade]
    names = fashion.male if sex is Sex.MALE else fashion.female
    first, second = Weighted.falling(names.first), Weighted.falling(names.second)
    return GivenTable(fashion.one_character, first, second, Weighted.falling(names.whole))


@cache
def _decade(year: int) -> int:
    return max(n for n, decade in enumerate(data.names().given) if decade.born_from <= year)


def given_name(chance: Chance, sex: Sex, born: int) -> str:
    """A given name as it was liked in the year of birth."""
    table = _given(_decade(born), sex)
    if chance.happens(table.one_character):
        return table.second.draw(chance)
    if chance.happens(25):
        return table.whole.draw(chance)
    first, second = table.first.draw(chance), table.second.draw(chance)
    return first + second if first != second else table.whole.draw(chance)


def birthday(chance: Chance, age: int, today: date) -> date:
    """A day of birth that makes somebody this old today."""
    latest = anniversary(today, -age)
    return latest - timedelta(days=chance.randrange(365))


def identity_number(region: int, birth_on: date, sex: Sex, serial: int) -> str:
    """A number whose check adds up, under a region code given to no place: it can be nobody's.

    `serial` from 0 to 499, different for people of one sex born on one day.
    """
    order = serial * 2 + (1 if sex is Sex.MALE else 0)
    body = f"{region:06d}{birth_on:%Y%m%d}{order:03d}"
    return body + ric.calc_check_digit(body + "0")


def mobile(county_id: int, serial: int) -> str:
    """A mobile number nobody has, another for every serial (below 4.5 million), and none like the one before.

    An account is known by its phone in all counties: neighbouring counties have numbers of their own.
    """
    place = (county_id % _COUNTIES * (_SERIALS // _COUNTIES) + serial) * _STRIDE % _SERIALS
    return f"{UNASSIGNED_PREFIX}{_SERIALS // 9 + place}"


def serials_of(town: int) -> range:
    """The serials for the residents of a town."""
    return range(town * _A_TOWN, (town + 1) * _A_TOWN - _OF_STAFF)


def staff_mobile(county_id: int, town: int, post: int) -> str:
    """The mobile number of somebody who works in a town."""
    return mobile(county_id, (town + 1) * _A_TOWN - _OF_STAFF + post)


def told_mobile(county_id: int, ending: str) -> str:
    """The mobile number of somebody in the story, by its four last digits; no other has a 0 there."""
    return f"{UNASSIGNED_PREFIX}0{county_id % 1000:03d}{ending}"


def landline(area_code: str, serial: int) -> str:
    """A landline number under 555, which is kept for stories."""
    return f"{area_code}555{serial:04d}"
