"""What follow-ups tell people."""

from sqlalchemy.orm import Session

from jiayi.followups.terms import FollowupClass, FollowupRecorded
from jiayi.residents.messages import tell_leader


def tell_of_danger(session: Session, event: FollowupRecorded) -> None:
    """The leader hears at once of somebody who must be referred today; the value stands in the file, not in the message."""
    if event.outcome is FollowupClass.DANGER:
        tell_leader(
            session, event.at, event.resident_id, "followups.notice.danger", {}, f"/residents/{event.resident_id}",
            f"follow_up:{event.follow_up_id}:danger", is_urgent=True,
        )  # fmt: skip
