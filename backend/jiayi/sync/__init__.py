"""The offline heart: a materialised feed out, commands in. See docs/adr/0003 and 0004."""
