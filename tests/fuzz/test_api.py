"""Whatever is sent by whomever, the API answers as its document says, and never with a 500.

`make fuzz` tries many requests an operation and role, others each time; a failure prints the smallest one.
"""

import pytest

from tests.fuzzing import ROW_OF, operations, settings, tried
from tests.routes import CALLERS
from tests.settled import Settled

pytestmark = pytest.mark.fuzz

EXAMPLES = 40
FEW = 3
"""Where the role as such is refused."""
OWN = [caller for caller in CALLERS if caller.relation == "own"]


@pytest.mark.parametrize("caller", OWN, ids=str)
def test_no_request_surprises_the_api(settled: Settled, caller, subtests: pytest.Subtests) -> None:
    who = None if caller.role == "signed_out" else f"{caller.role}.own"
    for operation in operations(settled):
        is_shut = isinstance(ROW_OF[operation.label]["expect"][caller.role], int)
        with subtests.test(operation.label):
            tried(settled, operation, who, settings(FEW if is_shut else EXAMPLES, is_random=True))()
