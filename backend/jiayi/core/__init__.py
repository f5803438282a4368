"""Foundations without a domain word: every feature may import from here, this imports no feature."""
