"""`python -m jiayi` is the `jiayi` command."""

from jiayi.cli import main

main()
