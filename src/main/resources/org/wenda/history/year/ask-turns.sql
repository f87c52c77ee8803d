CREATE OR REPLACE TEMP TABLE asked AS
SELECT dense_rank() OVER (ORDER BY scenario, turn) AS place, t.*
FROM read_parquet({turns}) t
WHERE target = {target}
