"""What a name, an identity number or a phone shows in a list. Source: domain rules §10.4 (masking table)."""

_COMPOUND = (
    "欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 长孙 宇文 司徒 司空 令狐 端木 南宫 闻人 赫连 澹台 轩辕 百里 呼延 "
    "拓跋 独孤 万俟 公羊 申屠 钟离 鲜于 闾丘 濮阳 太史 宗政 淳于 单于 第五 完颜 东郭 西门 南门 左丘 梁丘"
)
COMPOUND_SURNAMES = frozenset(_COMPOUND.split())
STARS = 2
SHORT = 8


def mask_name(name: str) -> str:
    """`张小明` → `张**`, `欧阳建国` → `欧阳**`, `李梅` → `李*`: the surname, then at most two stars."""
    kept = 2 if len(name) > 2 and name[:2] in COMPOUND_SURNAMES else 1  # noqa: PLR2004 - a surname of two
    return name[:kept] + "*" * min(STARS, len(name) - kept)


def mask_identity(number: str) -> str:
    """First three and last four characters: `110***002X`; a short one shows its last two."""
    return f"{number[:3]}***{number[-4:]}" if len(number) > SHORT else f"***{number[-2:]}"


def mask_phone(number: str) -> str:
    """`138****1234`; a number with an area code or shorter keeps its last four."""
    head = number[:3] if len(number) == 11 and number.startswith("1") else ""  # noqa: PLR2004 - a mobile number
    return f"{head}****{number[-4:]}"
