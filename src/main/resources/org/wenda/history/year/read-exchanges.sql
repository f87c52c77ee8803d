INSERT INTO lines
SELECT row_number() OVER (), target, scenario, turn, number, coalesce(step, 0), variant, repeat, question, outcome, firstReplyMs, completeMs
FROM read_json({exchanges.jsonl}, format = 'newline_delimited', ignore_errors = true, maximum_object_size = 67108864,
  columns = {target: 'VARCHAR', scenario: 'VARCHAR', turn: 'VARCHAR', number: 'INTEGER', step: 'INTEGER', variant: 'VARCHAR', repeat: 'INTEGER',
    question: 'VARCHAR', outcome: 'VARCHAR', firstReplyMs: 'DOUBLE', completeMs: 'DOUBLE'});
