// title: People and their offices
// title.zh: 人物与职务
// question: Who holds which office?
MATCH (p:Person)-[w:WORKS_FOR]->(o:Entity)
RETURN p.name AS person, w.title AS title, o.name AS office, w.reports AS reports, w.evidence AS evidence
ORDER BY office, person, coalesce(title, '')
