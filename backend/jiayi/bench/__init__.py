"""`jiayi bench`: speed as ratios within one run, each beside its bar."""
