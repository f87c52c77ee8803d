CREATE OR REPLACE TEMP TABLE runs (run VARCHAR, started_at TIMESTAMP, state VARCHAR);
CREATE OR REPLACE TEMP TABLE names (run VARCHAR, kind VARCHAR, id VARCHAR, place INTEGER, name VARCHAR, name_en VARCHAR, platform VARCHAR);
CREATE OR REPLACE TEMP TABLE turns (run VARCHAR, target VARCHAR, scenario VARCHAR, turn VARCHAR, number INTEGER, question VARCHAR, outcome VARCHAR, first_reply_ms FLOAT, complete_ms FLOAT, links INTEGER, dead INTEGER);
CREATE OR REPLACE TEMP TABLE marks (run VARCHAR, target VARCHAR, indicator VARCHAR, marks INTEGER, total INTEGER);
CREATE OR REPLACE TEMP TABLE changes (run VARCHAR, target VARCHAR, place INTEGER, before VARCHAR, scenario VARCHAR, turn VARCHAR, kind VARCHAR, trend VARCHAR, what VARCHAR, what_zh VARCHAR);
CREATE OR REPLACE TEMP TABLE lines (line BIGINT, target VARCHAR, scenario VARCHAR, turn VARCHAR, number INTEGER, step INTEGER, variant VARCHAR, repeat INTEGER, question VARCHAR, outcome VARCHAR, firstReplyMs DOUBLE, completeMs DOUBLE);
CREATE OR REPLACE TEMP TABLE offered (target VARCHAR, scenario VARCHAR, number INTEGER, verdict VARCHAR);
CREATE OR REPLACE TEMP TABLE marked (target VARCHAR, indicator VARCHAR, marker VARCHAR, value INTEGER);
