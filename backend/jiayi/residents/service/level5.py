"""What is of data level 5: in no document and no list, whichever version of the table says so."""

from sqlalchemy.orm import Session

from jiayi.core.tools import tools
from jiayi.residents.groups import is_age_alone
from jiayi.residents.rules import level_5_groups, level_5_prefixes
from jiayi.residents.tables import KeyGroups
from jiayi.residents.terms import KeyGroup


def hidden_groups(session: Session) -> frozenset[KeyGroup]:
    """Key groups that only named staff may know of."""
    return frozenset(group for table in _tables(session) for group in level_5_groups(table))


def is_hidden_diagnosis(session: Session, icd10: str) -> bool:
    """Whether only named staff may know of this diagnosis."""
    return icd10.startswith(hidden_prefixes(session))


def hidden_prefixes(session: Session) -> tuple[str, ...]:
    """What diagnoses of level 5 begin with: to look at many in a row."""
    return tuple(prefix for table in _tables(session) for prefix in level_5_prefixes(table))


def groups_by_age(session: Session) -> frozenset[KeyGroup]:
    """Key groups that a phone computes by itself from birthday and assessment: they need no document."""
    return frozenset(group for group, rule in _tables(session)[-1].groups.items() if is_age_alone(rule))


def _tables(session: Session) -> tuple[KeyGroups, ...]:
    return tools(session).rules.versions(KeyGroups)
