INSERT INTO offered
SELECT target, scenario, number, verdict
FROM read_json({links.jsonl}, format = 'newline_delimited', ignore_errors = true, maximum_object_size = 67108864,
  columns = {target: 'VARCHAR', scenario: 'VARCHAR', number: 'INTEGER', verdict: 'VARCHAR'});
