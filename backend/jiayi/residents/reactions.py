"""What residents do when something happens to one of them, and who is told why somebody is gone from the phone."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from jiayi.core.db import touch
from jiayi.core.events import Subscriber
from jiayi.notify import service as notify
from jiayi.organizations.terms import MemberChanged
from jiayi.residents import service, tidings
from jiayi.residents.terms import GrantEnded, ResidentDied, ResidentLeft, ResidentMoved


def reactions(_feed: object) -> Mapping[type, Sequence[Subscriber]]:
    return {
        ResidentMoved: [narrow_level5_of_resident, tidings.tell_of_move],
        ResidentDied: [withdraw_messages, tidings.tell_of_death],
        ResidentLeft: [withdraw_messages],
        MemberChanged: [narrow_level5_of_clinician],
        GrantEnded: [tidings.tell_of_ended_grant],
    }


def withdraw_messages(session: Session, event: ResidentDied | ResidentLeft) -> None:
    """Nobody is reminded of somebody who has died or lives elsewhere."""
    notify.withdraw(session, event.resident_id)


def narrow_level5_of_resident(session: Session, event: ResidentMoved) -> None:
    """What only named staff may know, they know while they care."""
    touch(session, "level5_flag", service.named_of(session, resident_id=event.resident_id))


def narrow_level5_of_clinician(session: Session, event: MemberChanged) -> None:
    touch(session, "level5_flag", service.named_of(session, clinician_id=event.clinician_id))
