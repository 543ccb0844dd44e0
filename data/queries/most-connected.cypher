// title: Most connected entities
// title.zh: 关联最多的实体
// question: Who and what stands in the middle of the graph?
// param limit: 20 — how many
MATCH (e:Entity)-[r]-(other:Entity)
WITH e, count(r) AS edges, count(DISTINCT other) AS neighbours
RETURN e.name AS name, edges, neighbours, e.evidence AS evidence
ORDER BY edges DESC, name
LIMIT $limit
