// title: Who is quoted, and in which office
// title.zh: 谁被引用，任什么职务
// question: Which people do the reports quote, and which office do they hold?
MATCH (person:Person)-[q:QUOTED_BY]->(r:Report)
OPTIONAL MATCH (person)-[w:WORKS_FOR]->(office:Entity)
RETURN person.name AS person, w.title AS title, office.name AS office, r.title AS report, r.date AS date,
       q.evidence AS evidence
ORDER BY person, coalesce(date, ''), coalesce(office, '')
