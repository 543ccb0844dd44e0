// title: Where reports contradict each other
// title.zh: 报告之间相互矛盾的数据
// question: Which figures differ between reports that speak of the same thing?
MATCH (a:Observation)-[:OF]->(i:Indicator)<-[:OF]-(b:Observation)
WHERE a.id < b.id AND a.kind = b.kind AND a.period = b.period AND a.subject = b.subject AND a.unit = b.unit AND coalesce(a.measure, 'level') = coalesce(b.measure, 'level')
  AND a.value <> b.value
RETURN i.name AS indicator, a.subject AS subject, a.period AS period, a.kind AS kind, a.value AS one, b.value AS other,
       a.unit AS unit, a.reports + b.reports AS reports, a.evidence + b.evidence AS evidence
ORDER BY indicator, subject, period, one, other
