-- Numbers only: a year of one target is many rows, and one text in each costs more than all of its numbers.
SELECT place, n, list_position({outcomes}, outcome), first_reply_ms, complete_ms, links, dead
FROM asked
JOIN (SELECT run, row_number() OVER (ORDER BY started_at, run) AS n FROM read_parquet({runs}) WHERE started_at >= ?) r USING (run)
ORDER BY n, place
