// title: Industries and what belongs to them
// title.zh: 产业及其项目、企业
// question: Which industries are named, and what belongs to them?
MATCH (i:Industry)
OPTIONAL MATCH (x:Entity)-[:PART_OF]->(i)
WITH i, x
ORDER BY x.name
RETURN i.name AS industry, count(x) AS count, collect(x.name) AS members, i.evidence AS evidence
ORDER BY count DESC, industry
