"""An import-linter contract of our own: a feature's models are imported by that feature alone.

The stock `protected` contract would need one entry a feature, and breaks for features that don't exist yet.
"""

from typing import TypedDict

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class Leak(TypedDict):
    """Somebody else's models, imported: by whom, whose, and on which lines."""

    importer: str
    imported: str
    lines: list[int]


class PrivateModels(Contract):
    """`jiayi.<feature>.models` (a module or a package) is imported inside `jiayi.<feature>` and by `allowed_importers`.

    `jiayi.core` is everybody's.
    """

    type_name = "private_models"
    allowed_importers = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002, FBT001 (import-linter's signature)
        leaks = [
            leak
            for models in sorted(graph.find_matching_modules("jiayi.*.models"))
            for module in sorted({models} | graph.find_descendants(models))
            for leak in self._leaks(graph, models.removesuffix(".models"), module)
        ]
        return ContractCheck(kept=not leaks, metadata={"leaks": leaks})

    def _leaks(self, graph: ImportGraph, feature: str, module: str) -> list[Leak]:
        if feature == "jiayi.core":
            return []
        allowed = tuple(f"{name}." for name in (feature, *self.allowed_importers))  # type: ignore[misc]
        return [
            Leak(
                importer=importer,
                imported=module,
                lines=[
                    detail["line_number"] for detail in graph.get_import_details(importer=importer, imported=module)
                ],
            )
            for importer in sorted(graph.find_modules_that_directly_import(module))
            if not f"{importer}.".startswith(allowed)
        ]

    def render_broken_contract(self, check: ContractCheck) -> None:
        for leak in check.metadata["leaks"]:
            lines = ", ".join(map(str, leak["lines"]))
            output.print_error(f"- {leak['importer']} -> {leak['imported']} (l.{lines}): ask its service", bold=False)
        output.new_line()
