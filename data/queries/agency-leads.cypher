// title: Which agency leads what
// title.zh: 哪个部门牵头什么
// question: Which agency leads which work, and how often does it follow up?
MATCH (a:Entity)-[l:LEADS]->(work:Entity)
RETURN a.name AS agency, work.name AS work, l.rhythm AS rhythm, l.status AS status, l.evidence AS evidence
ORDER BY agency, work
