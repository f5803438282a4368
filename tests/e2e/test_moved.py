"""Somebody goes to another team while the nurse is there without a signal: her work is held, the new leader takes it,
and she reads what became of it.
"""

import json
import subprocess
import sys
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.handset import Handset
from tests.e2e.records import Records
from tests.e2e.server import DemoServer
from tests.e2e.test_install import begin_unplanned
from tests.e2e.walking import kept, see, stand_at_home_of, synced, tap, walk

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("moved")]

NURSE_PHONE = "0108"
MOVE = """
import json, sys
from sqlalchemy import select
from jiayi.core.settings import load
from jiayi.identity import service as identity
from jiayi.operators import operating
from jiayi.organizations import service as organizations
from jiayi.organizations.models import CareTeam
from jiayi.residents import service as residents
from jiayi.residents.models import Resident

county, name = int(sys.argv[1]), sys.argv[2]
with operating(load(), county) as operator:
    session = operator.session
    resident = session.scalar(select(Resident).where(Resident.name == name))
    team = session.scalar(select(CareTeam).where(CareTeam.id != resident.care_team_id, CareTeam.is_active).order_by(CareTeam.name))
    residents.assign_team(session, operator.now, resident.id, team.id)
    account = organizations.account_ids(session, [team.leader_id])[team.leader_id]
    print(json.dumps([team.name, identity.phone_of(session, account)]))
"""


def move(server: DemoServer, name: str) -> tuple[str, str]:
    """Give this resident to another team: its name, and its leader's number."""
    county = str(server.accounts[0]["county_id"])
    command = [sys.executable, "-c", MOVE, county, name]
    done = subprocess.run(command, env=server.environment, check=True, capture_output=True, text=True)
    team, phone = json.loads(done.stdout.splitlines()[-1])
    return team, phone


def test_work_for_somebody_who_went_to_another_team_is_taken_there(
    handset: Callable[..., Handset], demo_server: DemoServer, records: Callable[..., Records]
) -> None:
    patient = records().somebody_free()
    nurse = handset()
    page = nurse.enter_by_phone(NURSE_PHONE, "staff")
    synced(page)
    kept(page)
    stand_at_home_of(page, patient)
    nurse.context.set_offline(True)
    begin_unplanned(page, patient)
    team, number = move(demo_server, patient)
    nurse.context.set_offline(False)
    page.evaluate("() => window.dispatchEvent(new Event('online'))")
    see(page, "已转出，待组长处理")
    see(page, f"{patient}转给了{team}，手机里的资料已收回")
    tap(page, "要您看")
    see(page, "组长来定归哪里")

    leader = handset()
    board = leader.open("/signin/phone?as=staff")
    walk(board, [["fill", "手机号", number], ["tap", "发6个数字给我"], ["see", "不着急"], ["tap", "进去"]])
    synced(board)
    board.get_by_role("button", name=f"处理 {patient}").click()
    see(board, f"算{team}的，用现在的签约，按当时的时间记。")
    tap(board, f"转给{team}")
    expect(board.get_by_text(f"{patient}的记录转给{team}了，算数")).to_be_visible()
    expect(board.get_by_role("button", name=f"处理 {patient}")).to_have_count(0)

    page.evaluate("() => window.dispatchEvent(new Event('online'))")
    see(page, "组长已转给新团队")
    expect(page.get_by_text("组长来定归哪里")).to_have_count(0)
