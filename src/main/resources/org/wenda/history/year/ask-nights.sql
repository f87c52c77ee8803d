SELECT r.run, r.started_at, r.state, coalesce(m.marks, 0) AS marks, m.total
FROM read_parquet({runs}) r
LEFT JOIN (SELECT run, sum(marks) AS marks, sum(total) AS total FROM read_parquet({marks}) WHERE target = ? GROUP BY run) m USING (run)
WHERE r.started_at >= ?
ORDER BY r.started_at, r.run
