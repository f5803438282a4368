"""The check of the texts finds what it is there to find, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tools.check_locales import check

GOOD = {
    "locales/zh-CN/visits.ftl": (
        "visits-title = 今天的{ visits-noun }\nvisits-noun = 上门\nvisits-left = 还剩{ $count }次\n"
        "visits-status-planned = 已排\nvisits-refused-wrong_status = 这一步现在做不了\n"
    ),
    "locales/en/visits.ftl": (
        "visits-title = Today's { visits-noun }\nvisits-noun = visits\nvisits-left = { $count } left\n"
        "visits-status-planned = Planned\nvisits-refused-wrong_status = Not possible now\n"
    ),
    "pwa/src/Page.vue": "<h1>{{ t('visits-title') }} {{ t('visits-left', { count }) }} {{ t(`visits-status-${status}`) }}</h1>",
    "backend/jiayi/visits/rules.py": 'Refused("visits.refused.wrong_status")\n',
}


@pytest.fixture
def problems(tmp_path: Path) -> Callable[..., list[str]]:
    """What the check says of GOOD with one line added to one file."""

    def check_with(path: str = "", line: str = "") -> list[str]:
        for name, content in (GOOD | ({path: GOOD.get(path, "") + line} if path else {})).items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(content, encoding="utf-8")
        return check(tmp_path)

    return check_with


def test_complete_texts_pass(problems):
    assert problems() == []


@pytest.mark.parametrize(
    ("path", "line", "complaint"),
    [
        pytest.param(
            "locales/zh-CN/visits.ftl",
            "visits-status-done = 做完\n",
            "visits-status-done is missing",
            id="a language lacks an id",
        ),
        pytest.param(
            "locales/en/visits.ftl", "visits-status-done = Done\n", "is not in zh-CN", id="a language has an id alone"
        ),
        pytest.param(
            "locales/en/team.ftl",
            "visits-title = Visits\n",
            "stands in team.ftl already",
            id="an id stands in two files",
        ),
        pytest.param(
            "locales/en/team.ftl", "visits-status-done = Done\n", "must begin with team-", id="an id in the wrong file"
        ),
        pytest.param("locales/zh-CN/visits.ftl", "这不是一条消息\n", "cannot be read", id="a line that is no message"),
        pytest.param(
            "pwa/src/More.vue",
            "{{ t('visits-gone') }}",
            "there is no text visits-gone",
            id="the app asks for a missing id",
        ),
        pytest.param(
            "backend/jiayi/visits/service.py",
            'raise Refusal("visits.too_late")\n',
            "there is no text visits-too_late",
            id="the server raises a code without a text",
        ),
        pytest.param(
            "backend/jiayi/visits/terms.py",
            'REASON = "visits.refused.no_vitals"\n',
            "there is no text visits-refused-no_vitals",
            id="a table names a code without a text",
        ),
    ],
)
def test_finds(problems, path, line, complaint):
    assert any(complaint in problem for problem in problems(path, line))


def test_finds_other_variables(problems, tmp_path):
    problems()
    english = tmp_path / "locales/en/visits.ftl"
    english.write_text(english.read_text().replace("$count", "$number"))
    assert check(tmp_path) == ["en/visits.ftl: visits-left takes $number, in zh-CN $count"]


def test_finds_unused_ids(problems):
    line = "visits-forgotten = 没人用\n"
    assert "zh-CN/visits.ftl: visits-forgotten is used nowhere" in problems("locales/zh-CN/visits.ftl", line)
