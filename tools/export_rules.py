"""Writes what the phone decides by: state tables for the app, rule tables for its tests. With --check only compares.

Phones get the rule tables' values as documents; the app's own tests read them from tests/tables/rule_tables.json.
"""

import json
import sys
from pathlib import Path

from jiayi.catalogue.files import read_catalogue
from jiayi.catalogue.loading import PACKAGE_FIELDS, plain
from jiayi.core import resources
from jiayi.core.features import parts
from jiayi.core.ruletables import load_rule_tables
from jiayi.followups.rules import PLAN
from jiayi.visits.rules import STANDING, STARTS, TRANSITIONS

ROOT = Path(__file__).parent.parent
STATES = ROOT / "pwa/src/generated/states.json"
RULE_TABLES = ROOT / "tests/tables/rule_tables.json"
SERVICE_ITEMS = ROOT / "tests/tables/service_items.json"
PACKAGES = ROOT / "tests/tables/packages.json"
ON_THE_PHONE = (
    "danger_words",
    "diabetes",
    "festivals",
    "followup_schedule",
    "fulfilment",
    "geofence",
    "holidays",
    "hypertension",
    "no_visit_reasons",
    "outside_reasons",
    "qualifications",
    "visit_booking",
    "visit_confirm",
    "visit_safety",
    "vitals",
)
"""Tables that the phone's own rules read."""


def states() -> object:
    """The visit's states and the follow-ups' plan, as plain data; null is "no matter"."""
    becomes: dict[str, dict[str, str]] = {}
    for (status, action), next_status in TRANSITIONS.items():
        becomes.setdefault(status, {})[action] = next_status
    return {
        "visit_starts": STARTS,
        "visit_transitions": becomes,
        "visit_standing": STANDING,
        "followup_plan": [{name: getattr(row, name) for name in row.__dataclass_fields__} for row in PLAN],
    }


def rule_tables() -> object:
    """The values of every version of those tables, oldest first."""
    shapes = {name: shape for module in parts("tables") for name, shape in module.RULE_TABLES.items()}
    tables = load_rule_tables(resources.seed() / "rules", shapes)
    return {name: [table.values for table in tables.by_name[name]] for name in ON_THE_PHONE}


ASKED_OF_PERFORMERS = ("roles", "places", "certificate", "minutes", "needs_two", "needs_each_role")


def service_items() -> object:
    """By its code, what each item asks of those who perform it."""
    items = read_catalogue(resources.seed() / "catalogue").items
    return {item.code: {name: getattr(item, name) for name in ASKED_OF_PERFORMERS} for item in items}


def packages() -> object:
    """The packages as their documents show them: whom they are for, and what they give."""
    return [
        {name: plain(getattr(package, name)) for name in PACKAGE_FIELDS}
        for package in read_catalogue(resources.seed() / "catalogue").packages
    ]


def exports() -> dict[Path, str]:
    return {
        path: json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        for path, content in (
            (STATES, states()),
            (RULE_TABLES, rule_tables()),
            (SERVICE_ITEMS, service_items()),
            (PACKAGES, packages()),
        )
    }


def stale() -> list[str]:
    """The files that differ from what would be written."""
    return [
        str(path.relative_to(ROOT))
        for path, content in exports().items()
        if not path.exists() or path.read_text(encoding="utf-8") != content
    ]


if __name__ == "__main__":
    if "--check" in sys.argv:
        print("\n".join(stale()))
        sys.exit(1 if stale() else 0)
    for target, content in exports().items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
