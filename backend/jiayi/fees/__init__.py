"""Money: what a visit costs and who pays it, and what of a contract's fee the team has earned. Always in whole fen."""
