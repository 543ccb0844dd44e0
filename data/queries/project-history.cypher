// title: Stages of a project over time
// title.zh: 一个项目的进展历程
// question: How did a project go, from proposal to operation?
// param name: null — name of the project; without it, the one with the most stages
MATCH (p:Project)-[:REACHED]->(m:Milestone)
WHERE $name IS NULL OR p.name = $name OR $name IN p.aliases
WITH p, count(m) AS stages
ORDER BY stages DESC, p.name
LIMIT 1
MATCH (p)-[:REACHED]->(m:Milestone)
OPTIONAL MATCH (m)-[:REPORTED_IN]->(r:Report)
RETURN p.name AS project, m.stage AS stage, m.date AS date, r.title AS report, m.evidence AS evidence
ORDER BY coalesce(date, ''), stage
