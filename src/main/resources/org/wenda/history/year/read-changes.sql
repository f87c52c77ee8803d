INSERT INTO changes
SELECT {run}, target, place, coalesce(before, ''), scenario, turn, kind, coalesce(trend, 'other'), coalesce(what, ''), coalesce(what_zh, what, '')
FROM (
  SELECT c ->> '$.target' AS target, place, before, c ->> '$.scenario' AS scenario, c ->> '$.turn' AS turn, c ->> '$.class' AS kind,
    c ->> '$.trend' AS trend, c ->> '$.what.en' AS what, c ->> '$.what.zh' AS what_zh
  FROM (
    SELECT unnest(changes) AS c, generate_subscripts(changes, 1) AS place, before
    FROM read_json({changes.json}, maximum_object_size = 67108864, columns = {before: 'VARCHAR', changes: 'JSON[]'})
  )
)
WHERE regexp_matches(target, '^[a-z0-9][a-z0-9.-]{0,99}$') AND kind IS NOT NULL;
