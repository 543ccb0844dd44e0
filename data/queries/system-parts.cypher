// title: What a management system consists of
// title.zh: 一项工作机制由哪些部分组成
// question: Which parts does a management system have, and how often does each meet?
// param name: null — name of the system; without it, the one with the most parts
MATCH (part:Entity)-[:PART_OF]->(s:Mechanism)
WHERE $name IS NULL OR s.name = $name OR $name IN s.aliases
WITH s, count(part) AS parts
ORDER BY parts DESC, s.name
LIMIT 1
MATCH (part:Entity)-[e:PART_OF]->(s)
RETURN s.name AS system, part.name AS part, e.rhythm AS rhythm, e.evidence AS evidence
ORDER BY part
