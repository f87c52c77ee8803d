INSERT INTO turns
WITH last AS (
  -- A line that comes later takes the place of an earlier one: the chatbot had added something.
  SELECT * FROM lines
  WHERE regexp_matches(target, '^[a-z0-9][a-z0-9.-]{0,99}$') AND regexp_matches(scenario, '^[a-z0-9][a-z0-9.-]{0,99}$')
    AND regexp_matches(turn, '^[a-z0-9][a-z0-9.-]{0,99}$') AND number IS NOT NULL AND outcome IS NOT NULL AND variant IS NULL AND coalesce(repeat, 1) = 1
  QUALIFY row_number() OVER (PARTITION BY target, scenario, number ORDER BY line DESC) = 1
), followed AS (
  SELECT target, scenario, number, count(*) AS links, count(*) FILTER (verdict IN ('dead', 'soft-404')) AS dead
  FROM offered WHERE target IS NOT NULL GROUP BY ALL
)
SELECT {run}, target, scenario, turn, min(number),
  -- A turn that a fault kept from being asked may have been asked later; the last exchange says how it ended.
  arg_max(question, number) FILTER (step = 0), arg_max(outcome, number),
  arg_max(firstReplyMs, number) FILTER (step = 0), arg_max(completeMs, number) FILTER (step = 0),
  coalesce(sum(links), 0), coalesce(sum(dead), 0)
FROM last LEFT JOIN followed USING (target, scenario, number)
GROUP BY target, scenario, turn;
INSERT INTO marks
SELECT {run}, target, indicator, count(*), sum(value)
FROM marked
WHERE regexp_matches(target, '^[a-z0-9][a-z0-9.-]{0,99}$') AND indicator IS NOT NULL AND value BETWEEN 0 AND 3 AND marker <> 'human'
GROUP BY target, indicator;
