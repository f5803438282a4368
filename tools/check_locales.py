"""Checks the texts in locales/<language>/<feature>.ftl against each other and against the code.

- Every language has the same files, ids and variables; an id begins with its file's name and is defined once.
- Every id that the code asks for exists; every id that exists is asked for.

A stable code `visits.refused.wrong_status` asks for `visits-refused-wrong_status`. An id put together at run time
(`visits-status-${status}`, f"visits.status.{status}") asks for all that begin like it.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fluent.syntax import FluentParser, visitor
from fluent.syntax import ast as ftl

FIRST = "zh-CN"
PROBLEMS = {
    "Busy",
    "Forbidden",
    "Invalid",
    "NotFound",
    "Problem",
    "Refusal",
    "Refused",
    "Stale",
    "TooMany",
    "Unauthorized",
}
"""What is raised or answered with a code first: its text must exist."""

QUOTED = re.compile(r"""(['"`])([a-z][a-z0-9_]*(?:[.-][a-z0-9_]+)+)\1""")
HEAD = re.compile(r"""`([a-z][a-z0-9_]*[.-](?:[a-z0-9_]+[.-])*)\$\{|(['"])([a-z][a-z0-9_]*-(?:[a-z0-9_]+-)*)\2""")
SHAPE = re.compile(r"""`([a-z][a-z0-9_]*-[a-z0-9_-]*|)\$\{[^`}]*\}([a-z0-9_-]*)`""")
"""`reports-${measure}_of`, `reports-column_${id}`: fixed before and behind what is put in."""
ASKED = re.compile(r"""\bt(?:Code)?\(\s*(['"])([^'"]+)\1""")
WORD = re.compile(r"[a-z][a-z0-9_]*(?:[.-][a-z0-9_]+)+")


class Text(NamedTuple):
    """One message: where it stands, the values it is given, and the messages it is made of."""

    file: str
    variables: frozenset[str]
    parts: frozenset[str]


class Uses(NamedTuple):
    """Ids that the code mentions, beginnings of ids it completes at run time, and ids it can't do without, with their place."""

    mentioned: set[str]
    heads: set[str]
    needed: dict[str, str]
    shapes: frozenset[tuple[str, str]] = frozenset()
    """Beginnings and ends of ids that are completed in the middle."""


class Language(NamedTuple):
    texts: dict[str, Text]
    problems: list[str]


class Collector(visitor.Visitor):
    """Gathers what a message refers to."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.parts: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 (fluent.syntax names it)
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.parts.add(node.id.name)

    def visit_TermReference(self, node: ftl.TermReference) -> None:  # noqa: N802
        self.parts.add(f"-{node.id.name}")
        self.generic_visit(node)


def read_language(folder: Path) -> Language:
    language = Language({}, [])
    for path in sorted(folder.glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Junk):
                language.problems.append(f"{path}: cannot be read: {str(entry.content).strip().splitlines()[0]}")
            elif isinstance(entry, ftl.Message | ftl.Term):
                _add(language, path, entry)
    return language


def _add(language: Language, path: Path, entry: ftl.Message | ftl.Term) -> None:
    name = f"-{entry.id.name}" if isinstance(entry, ftl.Term) else entry.id.name
    if name in language.texts:
        language.problems.append(f"{path}: {name} stands in {language.texts[name].file} already")
    if name.lstrip("-").split("-")[0] != path.stem:
        language.problems.append(f"{path}: {name} must begin with {path.stem}-")
    found = Collector()
    found.visit(entry)
    language.texts[name] = Text(path.name, frozenset(found.variables), frozenset(found.parts))


def differences(name: str, texts: dict[str, Text], first: dict[str, Text]) -> Iterator[str]:
    """What this language has too little, too much, or otherwise than the first one."""
    for key in sorted(first.keys() - texts.keys()):
        yield f"{name}/{first[key].file}: {key} is missing"
    for key in sorted(texts.keys() - first.keys()):
        yield f"{name}/{texts[key].file}: {key} is not in {FIRST}"
    for key in sorted(first.keys() & texts.keys()):
        if texts[key].file != first[key].file:
            yield f"{name}/{texts[key].file}: {key} stands in {first[key].file} in {FIRST}"
        if texts[key].variables != first[key].variables:
            yield f"{name}/{texts[key].file}: {key} takes {_list(texts[key].variables)}, in {FIRST} {_list(first[key].variables)}"


def _list(names: frozenset[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(names)) or "nothing"


def uses_in_app(root: Path) -> Uses:
    uses = Uses(set(), set(), {})
    shapes: set[tuple[str, str]] = set()
    for path in sorted([*root.rglob("*.ts"), *root.rglob("*.vue")]):
        if path.name.endswith((".test.ts", ".d.ts")):
            continue
        source = path.read_text(encoding="utf-8")
        uses.mentioned.update(_id(match[2]) for match in QUOTED.finditer(source))
        uses.heads.update(_id(match[1] or match[3]) for match in HEAD.finditer(source))
        uses.needed.update({_id(match[2]): str(path) for match in ASKED.finditer(source)})
        shapes.update(
            (match[1], match[2])
            for match in SHAPE.finditer(source)
            if match[2] or match[1].rstrip("-") != match[1].split("-")[0]
        )
    return uses._replace(shapes=frozenset(shapes))


def uses_in_server(root: Path) -> Uses:
    uses = Uses(set(), set(), {})
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and WORD.fullmatch(node.value):
                uses.mentioned.add(_id(node.value))
                if ".refused." in node.value or ".invalid." in node.value:
                    uses.needed[_id(node.value)] = f"{path}:{node.lineno}"
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                uses.heads.add(_id(str(node.values[0].value)))
            elif isinstance(node, ast.Call) and _is_problem(node):
                uses.needed[_id(_first(node))] = f"{path}:{node.lineno}"
    return uses


def _is_problem(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return name in PROBLEMS and "." in _first(call)


def _first(call: ast.Call) -> str:
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""


def uses_in_seed(root: Path) -> Uses:
    """Rule tables name texts as well."""
    words = (WORD.findall(path.read_text(encoding="utf-8")) for path in root.rglob("*.yaml"))
    return Uses({_id(word) for found in words for word in found}, set(), {})


def _id(code: str) -> str:
    return code.replace(".", "-")


def compare(texts: dict[str, Text], uses: Uses) -> Iterator[str]:
    """Ids that are asked for and don't exist, and ids that exist and nobody asks for."""
    for key in sorted(uses.needed.keys() - texts.keys()):
        yield f"{uses.needed[key]}: there is no text {key}"
    features = {text.file.removesuffix(".ftl") for text in texts.values()}
    # `sync-` alone would excuse a whole file.
    heads = tuple(head for head in uses.heads if head.count("-") > 1 and head.split("-")[0] in features)
    parts = frozenset[str]().union(*(text.parts for text in texts.values()))
    for key in sorted(parts - texts.keys()):
        yield f"locales: {key} is referred to and does not exist"
    for key, text in sorted(texts.items()):
        is_shaped = any(key.startswith(head) and key.endswith(tail) for head, tail in uses.shapes)
        if key not in uses.mentioned | uses.needed.keys() | parts and not key.startswith(heads) and not is_shaped:
            yield f"{FIRST}/{text.file}: {key} is used nowhere"


def check(root: Path) -> list[str]:
    """Everything that is wrong below this folder, a line each."""
    languages = {
        folder.name: read_language(folder) for folder in sorted((root / "locales").iterdir()) if folder.is_dir()
    }
    first = languages[FIRST].texts
    sources = (uses_in_app(root / "pwa/src"), uses_in_server(root / "backend"), uses_in_seed(root / "seed"))
    uses = Uses(
        set().union(*(source.mentioned for source in sources)),
        set().union(*(source.heads for source in sources)),
        {key: place for source in sources for key, place in source.needed.items()},
        frozenset().union(*(source.shapes for source in sources)),
    )
    return [
        *(problem for language in languages.values() for problem in language.problems),
        *(line for name, language in languages.items() for line in differences(name, language.texts, first)),
        *compare(first, uses),
    ]


if __name__ == "__main__":
    found = check(Path())
    print("\n".join(found))
    sys.exit(1 if found else 0)
