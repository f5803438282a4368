"""Dates and times in words, for what leaves the house without the app: SMS and push.

The twin of pwa/src/i18n/dates.ts; tests/tables/date_texts.json holds both to the same answers.
"""

from collections.abc import Mapping
from datetime import date, datetime

from jiayi.core.dates import CHINA, china_date
from jiayi.core.i18n import DEFAULT, text

_NEAR = {
    -2: "dates-before_yesterday",
    -1: "dates-yesterday",
    0: "dates-today",
    1: "dates-tomorrow",
    2: "dates-after_tomorrow",
}
_PARTS = ((6, "night"), (8, "early"), (12, "morning"), (13, "noon"), (18, "afternoon"), (24, "evening"))
NOON = 12
HALF = 30


def date_text(on: date, today: date, language: str = DEFAULT) -> str:
    """`11月26日`, with the year when it is not this one."""
    values = {"year": str(on.year), "month": text(f"dates-month-{on.month}", language=language), "day": str(on.day)}
    if on.year == today.year:
        return text("dates-date", values, language)
    return text("dates-date_year", values, language)


def day_text(on: date, today: date, language: str = DEFAULT) -> str:
    """`11月26日 星期四`."""
    weekday = text(f"dates-weekday-{on.isoweekday()}", language=language)
    return text("dates-day", {"date": date_text(on, today, language), "weekday": weekday}, language)


def near_day_text(on: date, today: date, language: str = DEFAULT) -> str:
    """`今天`, `明天`, `后天`, `昨天`, `前天`, else as day_text."""
    return _near(on, today, language) or day_text(on, today, language)


def time_text(at: datetime, language: str = DEFAULT) -> str:
    """`上午9点`, `下午2点半`, `晚上7点05分`."""
    local = at.astimezone(CHINA)
    part = next(name for until, name in _PARTS if local.hour < until)
    values = {
        "part": text(f"dates-part-{part}", language=language),
        "hour": _hour_name(local.hour, language),
        "minute": f"{local.minute:02}",
    }
    if local.minute == 0:
        return text("dates-time", values, language)
    return text("dates-time_half" if local.minute == HALF else "dates-time_minute", values, language)


def moment_text(at: datetime, today: date, language: str = DEFAULT) -> str:
    """`11月26日 星期四 上午9点`."""
    values = {"day": day_text(china_date(at), today, language), "time": time_text(at, language)}
    return text("dates-moment", values, language)


def near_moment_text(at: datetime, today: date, language: str = DEFAULT) -> str:
    """`后天上午9点` within two days, else as moment_text."""
    day = _near(china_date(at), today, language)
    if day is None:
        return moment_text(at, today, language)
    return text("dates-near_moment", {"day": day, "time": time_text(at, language)}, language)


def worded(values: Mapping[str, object], today: date, language: str = DEFAULT) -> dict[str, str]:
    """Values ready for a text: `…_on` (ISO date) and `…_at` (ISO moment) become words as near as can be."""
    return {key: _word(key, value, today, language) for key, value in values.items()}


def _word(key: str, value: object, today: date, language: str) -> str:
    if key.endswith("_on") and isinstance(value, str):
        return near_day_text(date.fromisoformat(value), today, language)
    if key.endswith("_at") and isinstance(value, str):
        return near_moment_text(datetime.fromisoformat(value), today, language)
    return str(value)


def _near(on: date, today: date, language: str) -> str | None:
    message_id = _NEAR.get((on - today).days)
    return text(message_id, language=language) if message_id else None


def _hour_name(hour: int, language: str) -> str:
    if hour == 0:
        return text("dates-midnight_hour", language=language)
    return str(hour - NOON if hour > NOON else hour)
