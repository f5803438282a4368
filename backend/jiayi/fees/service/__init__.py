"""Verbs about money."""

from jiayi.fees.service.accruing import book_due, book_month, booked_month, fresh, months_due
from jiayi.fees.service.bills import bill_visit, list_bills, settle
from jiayi.fees.service.paying import latest_bills, pay, told, undo_payment
from jiayi.fees.service.statements import export, statement, statements

__all__ = [
    "bill_visit",
    "book_due",
    "book_month",
    "booked_month",
    "export",
    "fresh",
    "latest_bills",
    "list_bills",
    "months_due",
    "pay",
    "settle",
    "statement",
    "statements",
    "told",
    "undo_payment",
]
