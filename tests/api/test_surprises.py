"""A few requests an operation, always the same: no answer is a 500 or of a status or shape that the document lacks.

`make fuzz` tries more of them, others each time, as everybody.
"""

import pytest

from tests.fuzzing import ROW_OF, operations, settings, tried
from tests.routes import usual
from tests.settled import Settled

pytestmark = pytest.mark.xdist_group("surprises")

EXAMPLES = 4


@pytest.mark.parametrize("is_family", [False, True], ids=["whoever may", "the elder"])
def test_no_request_surprises_the_api(settled: Settled, subtests: pytest.Subtests, *, is_family: bool) -> None:
    for operation in operations(settled):
        who = "resident.own" if is_family else usual(settled, ROW_OF[operation.label])[1]
        with subtests.test(operation.label):
            tried(settled, operation, who, settings(EXAMPLES, is_random=False))()
