COPY (SELECT * FROM runs ORDER BY run) TO {new runs} (FORMAT parquet, COMPRESSION zstd);
COPY (SELECT * FROM names ORDER BY run, kind, place) TO {new names} (FORMAT parquet, COMPRESSION zstd);
COPY (SELECT * FROM turns ORDER BY target, scenario, number, turn, run) TO {new turns} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 16384);
COPY (SELECT * FROM marks ORDER BY target, indicator, run) TO {new marks} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 16384);
COPY (SELECT * FROM changes ORDER BY target, run, place) TO {new changes} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 16384);
