INSERT INTO marked
SELECT target, indicator, "by", value
FROM read_json({marks.jsonl}, format = 'newline_delimited', ignore_errors = true, maximum_object_size = 67108864,
  columns = {target: 'VARCHAR', indicator: 'VARCHAR', "by": 'VARCHAR', value: 'INTEGER'});
