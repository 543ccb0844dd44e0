// title: What a place has
// title.zh: 一个地方有什么
// question: Which projects, companies and agencies are in a place?
// param name: null — name of the place; without it, all
MATCH (x:Entity)-[l:LOCATED_IN]->(p:Place)
WHERE $name IS NULL OR p.name = $name OR $name IN p.aliases
RETURN p.name AS place, head([label IN labels(x) WHERE NOT label IN ['Entity', 'Official']]) AS type, x.name AS name,
       l.evidence AS evidence
ORDER BY place, type, name
