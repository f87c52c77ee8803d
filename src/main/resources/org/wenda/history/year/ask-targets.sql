SELECT DISTINCT id FROM read_parquet({names}) WHERE kind = 'target' ORDER BY id
