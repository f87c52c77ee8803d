INSERT INTO {table} SELECT * FROM read_parquet({file}) WHERE run NOT IN (SELECT run FROM again);
