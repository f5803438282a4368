"""Tables as files that an office opens: CSV as Excel in China reads it, and XLSX. No cell becomes a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

import xlsxwriter

Value = str | int | float | None
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, in half width and full."""
BOM = "\ufeff"
PRINTED_MAX = 200
"""A header of a sheet holds 255 characters."""


def harmless(value: Value) -> Value:
    """Text that would begin a formula is made to begin with an apostrophe; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS) else value


def as_csv(head: Sequence[str], rows: Iterable[Sequence[Value]], marks: Sequence[str] = ()) -> bytes:
    """UTF-8 with the mark by which Excel knows it. `marks` stand above the table."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([harmless(line)] for line in marks)
    writer.writerow(head)
    writer.writerows([harmless(value) for value in row] for row in rows)
    return (BOM + out.getvalue()).encode()


def as_xlsx(title: str, head: Sequence[str], rows: Iterable[Sequence[Value]], marks: Sequence[str] = ()) -> bytes:
    """One sheet; texts are written as texts, whatever they begin with. `marks` stand above, and on each printed page."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet(title)
        bold = book.add_format({"bold": True})
        for number, line in enumerate(marks):
            sheet.write_string(number, 0, str(harmless(line)))
        if marks:
            printed = marks[1].replace("&", "&&")[:PRINTED_MAX]
            sheet.set_header(f"&C{printed}")
            sheet.set_footer(f"&L{printed}&R&P / &N")
            sheet.repeat_rows(len(marks))
        sheet.freeze_panes(len(marks) + 1, 0)
        for column, name in enumerate(head):
            sheet.write_string(len(marks), column, name, bold)
        for number, row in enumerate(rows, start=len(marks) + 1):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, column, str(harmless(value)))
                elif value is not None:
                    sheet.write_number(number, column, value)
    return out.getvalue()
