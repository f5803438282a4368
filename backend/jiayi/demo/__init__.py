"""A fictional county, and the command that runs everything with it."""
