// title: Targets of a year
// title.zh: 某年的目标
// question: What was promised for a year?
// param year: null — four digits; without it, all years
MATCH (o:Observation {kind: 'target'})-[:OF]->(i:Indicator)
WHERE $year IS NULL OR o.period STARTS WITH $year
RETURN o.period AS period, i.name AS indicator, o.measure AS measure, o.subject AS subject, o.qualifier AS qualifier, o.value AS value,
       o.unit AS unit, o.evidence AS evidence
ORDER BY coalesce(period, ''), indicator, value
