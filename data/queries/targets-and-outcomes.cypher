// title: Targets and what came of them
// title.zh: 目标与结果对照
// question: Was what had been promised reached, missed, is it not yet due, or has no later report spoken of it?
MATCH (r:Report)
WITH max(coalesce(r.date, '')) AS newest
MATCH (t:Observation {kind: 'target'})-[:OF]->(i:Indicator)
OPTIONAL MATCH (a:Observation {kind: 'actual'})-[:OF]->(i)
WHERE a.period = t.period AND a.subject = t.subject
  AND ((a.unit = t.unit AND coalesce(a.measure, 'level') = coalesce(t.measure, 'level'))
    OR (t.measure = 'growth' AND t.unit = 'ratio' AND a.measure IS NULL AND a.change IS NOT NULL))
WITH newest, t, i, a,
     CASE WHEN a.unit = t.unit AND coalesce(a.measure, 'level') = coalesce(t.measure, 'level')
          THEN a.value ELSE a.change END AS outcome,
     CASE WHEN coalesce(t.qualifier, '') STARTS WITH '~' THEN 0.05 * abs(t.value) ELSE 0.0000001 * abs(t.value) END AS slack,
     coalesce(t.qualifier, '') STARTS WITH '<'
       OR (coalesce(i.better, '') = 'low' AND NOT coalesce(t.qualifier, '') STARTS WITH '>') AS ceiling,
     CASE WHEN t.period CONTAINS '/' THEN split(t.period, '/')[1] ELSE t.period END AS due
RETURN i.name AS indicator, t.subject AS subject, t.period AS period, t.value AS target, outcome, t.unit AS unit,
       t.measure AS measure,
       CASE WHEN outcome IS NULL AND due IS NULL THEN 'no period'
            WHEN outcome IS NULL AND left(newest, size(due)) <= due THEN 'not yet due'
            WHEN outcome IS NULL THEN 'no later word'
            WHEN ceiling AND outcome <= coalesce(t.valueHigh, t.value) + slack THEN 'reached'
            WHEN NOT ceiling AND outcome >= coalesce(t.valueLow, t.value) - slack THEN 'reached'
            ELSE 'missed' END AS verdict,
       CASE WHEN a IS NULL THEN t.evidence ELSE t.evidence + a.evidence END AS evidence
ORDER BY indicator, subject, period, target, outcome
