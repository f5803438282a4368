"""What visits do when something happens to a resident, and whom they tell when something happens to a visit."""

from collections.abc import Mapping, Sequence

from jiayi.attachments.terms import AttachmentArrived
from jiayi.contracts.terms import ContractActivated, ContractEnded
from jiayi.core.events import Subscriber
from jiayi.notify.terms import ReminderDue
from jiayi.residents.terms import ResidentDied, ResidentLeft, ResidentMoved
from jiayi.visits import messages, service
from jiayi.visits.terms import (
    DangerMeasured,
    VisitCancelled,
    VisitCompleted,
    VisitDecided,
    VisitRequested,
    VisitScheduled,
    VisitUnplanned,
)


def reactions(_feed: object) -> Mapping[type, Sequence[Subscriber]]:
    return {
        AttachmentArrived: [service.show_arrived],
        ResidentMoved: [service.hand_over],
        ResidentDied: [service.end_for],
        ResidentLeft: [service.end_for],
        ContractActivated: [service.cover],
        ContractEnded: [service.uncover],
        VisitRequested: [messages.tell_of_request],
        VisitDecided: [messages.tell_of_decision],
        VisitScheduled: [messages.tell_of_plan],
        VisitUnplanned: [messages.tell_of_lost_plan],
        VisitCancelled: [messages.tell_of_cancellation],
        VisitCompleted: [messages.tell_of_visit],
        DangerMeasured: [messages.tell_of_danger],
        ReminderDue: [messages.remind_of_tomorrow],
    }
