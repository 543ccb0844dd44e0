// title: Targets and what came of them
// title.zh: 目标与结果对照
// question: Was what had been promised reached?
MATCH (t:Observation {kind: 'target'})-[:OF]->(i:Indicator)<-[:OF]-(a:Observation {kind: 'actual'})
WHERE t.period = a.period AND t.subject = a.subject AND t.unit = a.unit
RETURN i.name AS indicator, t.subject AS subject, t.period AS period, t.value AS target, a.value AS outcome,
       t.unit AS unit, a.value >= t.value AS reached, t.evidence + a.evidence AS evidence
ORDER BY indicator, subject, period, outcome
