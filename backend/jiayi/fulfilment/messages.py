"""What fulfilment tells people: the leader that a resident says otherwise, and both sides what was decided."""

from sqlalchemy.orm import Session

from jiayi.fulfilment.terms import DoubtDecided, DoubtRaised
from jiayi.organizations import service as organizations
from jiayi.residents import service as residents
from jiayi.residents.messages import tell_clinicians, tell_family


def tell_of_doubt(session: Session, event: DoubtRaised) -> None:
    """The team's leader, if he or she did not do it; else it waits for the manager, who works online."""
    deciders = organizations.leader_ids(session, event.team_id) - event.performer_ids
    resident_name = residents.get(session, event.resident_id).name
    tell_clinicians(
        session, event.at, deciders, "fulfilment.notice.doubted", {"resident_name": resident_name}, "/team/quiet",
        f"fulfilment:{event.fulfilment_id}:doubted",
    )  # fmt: skip


def tell_of_decision(session: Session, event: DoubtDecided) -> None:
    """The same to the resident's side and to those who did it, each in their own words."""
    what = "upheld" if event.is_upheld else "dismissed"
    key = f"fulfilment:{event.fulfilment_id}:{what}"
    day = {"done_on": event.done_on.isoformat()}
    tell_family(session, event.at, event.resident_id, f"fulfilment.notice.{what}", day, event.url, key)
    resident_name = residents.get(session, event.resident_id).name
    tell_clinicians(
        session, event.at, event.performer_ids, f"fulfilment.notice.{what}_team", day | {"resident_name": resident_name},
        f"/residents/{event.resident_id}", f"{key}:team",
    )  # fmt: skip
