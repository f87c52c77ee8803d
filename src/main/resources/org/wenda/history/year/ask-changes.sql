SELECT run, before, scenario, turn, kind, trend, what, what_zh FROM read_parquet({changes}) WHERE target = ? ORDER BY run, place
