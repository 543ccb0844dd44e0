// title: Announced, not yet done
// title.zh: 已宣布、尚未落实的事项
// question: What is only planned (拟、计划、将)?
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.status = 'planned'
RETURN a.name AS who, type(r) AS does, b.name AS what, r.amount AS amount, r.evidence AS evidence
ORDER BY who, does, what
