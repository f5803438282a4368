"""What contracts do when somebody dies or moves away, and whom they tell when something happens to a contract."""

from collections.abc import Mapping, Sequence

from jiayi.attachments.terms import AttachmentArrived
from jiayi.contracts import messages, service
from jiayi.contracts.terms import (
    ContractActivated,
    ContractAmended,
    ContractEnded,
    ContractPaused,
    ContractReviewed,
    ContractSubmitted,
    NoticeGiven,
)
from jiayi.core.events import Subscriber
from jiayi.residents.terms import ResidentDied, ResidentLeft


def reactions(_feed: object) -> Mapping[type, Sequence[Subscriber]]:
    return {
        AttachmentArrived: [service.seal_proofs],
        ResidentDied: [service.end_for_death],
        ResidentLeft: [service.end_for_move],
        ContractSubmitted: [messages.tell_of_wish],
        ContractReviewed: [messages.tell_of_answer],
        ContractActivated: [messages.tell_of_first_visit],
        ContractEnded: [messages.tell_of_end, service.note_move],
        NoticeGiven: [messages.tell_of_notice],
        ContractPaused: [messages.tell_of_pause],
        ContractAmended: [messages.tell_of_change],
    }
