"""The rule tables that core reads."""

from collections.abc import Mapping

from jiayi.core.dates import Festivals, Holidays

RULE_TABLES: Mapping[str, type] = {"holidays": Holidays, "festivals": Festivals}
