// title: An indicator over time
// title.zh: 一项指标的历年数值
// question: What figures do the reports give for an indicator?
// param name: null — name of the indicator; without it, all
MATCH (o:Observation)-[:OF]->(i:Indicator)
WHERE $name IS NULL OR i.name = $name
OPTIONAL MATCH (o)-[:REPORTED_IN]->(r:Report)
RETURN i.name AS indicator, o.measure AS measure, o.subject AS subject, o.period AS period, o.kind AS kind, o.qualifier AS qualifier,
       o.value AS value, o.unit AS unit, o.change AS change, r.title AS report, o.evidence AS evidence
ORDER BY indicator, coalesce(period, ''), kind, value
