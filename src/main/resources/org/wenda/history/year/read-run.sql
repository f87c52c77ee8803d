INSERT INTO runs
SELECT {run}, startedAt, state
FROM read_json({run.json}, columns = {schemaVersion: 'INTEGER', startedAt: 'TIMESTAMP', state: 'VARCHAR'})
WHERE schemaVersion = 1 AND startedAt IS NOT NULL;
INSERT INTO names
SELECT {run}, 'target', t.id, place, t.name, t.nameEn, t.platform
FROM (
  SELECT unnest(plan.targets) AS t, generate_subscripts(plan.targets, 1) AS place
  FROM read_json({run.json}, columns = {plan: 'STRUCT(targets STRUCT(id VARCHAR, name VARCHAR, nameEn VARCHAR, platform VARCHAR)[])'})
)
WHERE regexp_matches(t.id, '^[a-z0-9][a-z0-9.-]{0,99}$');
INSERT INTO names
SELECT {run}, 'scenario', s.id, place, s.matter, s.matterEn, ''
FROM (
  SELECT unnest(plan.scenarios) AS s, generate_subscripts(plan.scenarios, 1) AS place
  FROM read_json({run.json}, columns = {plan: 'STRUCT(scenarios STRUCT(id VARCHAR, matter VARCHAR, matterEn VARCHAR)[])'})
)
WHERE regexp_matches(s.id, '^[a-z0-9][a-z0-9.-]{0,99}$');
